// SPDX-License-Identifier: MIT
// The agenda that a schedule is: its people, rooms, days and slots as the tables and keys of an agenda's TOML.
#include "load/formats/kinds.hpp"
#include "load/formats/schedule.hpp"
#include "load/names.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <set>
#include <unordered_map>

namespace agenda::load::formats {
namespace {

using source::Stored;
using time::Date;
using time::minutes;

/// What is in a table, or a list, that is not complete yet.
using Inside = std::vector<Stored>;

class AgendaMaker {
public:
    AgendaMaker(const Schedule& schedule, const source::Text& text)
        : schedule_(schedule), change_(day_change_of(schedule)), zone_(zone_of(schedule)),
          store_(std::make_unique<source::Store>(text, text.bytes().size())) {}

    source::Tree run() {
        Inside root;
        add(root, "event", schedule_.at, event());
        name_people();
        if (!declared_.empty()) add(root, "people", schedule_.at, people());
        if (!schedule_.areas.empty()) add(root, "rooms", schedule_.at, rooms());
        Inside days;
        for (const auto& day : schedule_.days) days.push_back(day_of(day));
        add(root, "day", schedule_.at, store_->list(days, schedule_.at));
        source::Tree tree{store_->table(root, schedule_.at), {}};
        tree.stores.push_back(std::move(store_));
        return tree;
    }

private:
    /// A key that is none of the format's own is kept.
    static void add(Inside& table, std::string_view key, Span key_at, Stored value) {
        value.key = key;
        value.key_at = key_at;
        table.push_back(value);
    }
    void add(Inside& table, std::string_view key, std::string_view text, Span at) {
        if (!text.empty()) add(table, key, at, store_->string(text, at));
    }
    void add(Inside& table, std::string_view key, const Field& field) { add(table, key, field.text, field.at); }
    void add_list(Inside& table, std::string_view key, const Field& field, const std::vector<Field>& more) {
        list_.clear();
        if (!field.empty()) list_.push_back(store_->string(field.text, field.at));
        for (const auto& one : more) list_.push_back(store_->string(one.text, one.at));
        add_list(table, key);
    }

    void add_list(Inside& table, std::string_view key) {
        if (list_.empty()) return;
        const auto at = list_.front().at;
        add(table, key, at, store_->list(list_, at));
    }

    Stored event() {
        Inside table;
        add(table, "title", schedule_.title);
        add(table, "subtitle", schedule_.subtitle);
        auto venue = schedule_.venue;
        if (!schedule_.city.empty())
            venue = venue.empty() ? schedule_.city : Field{venue.text + ", " + schedule_.city.text, venue.at};
        add(table, "venue", venue);
        add(table, "timezone", schedule_.timezone);
        if (!schedule_.start.empty()) {
            Inside dates;
            for (const auto* field : {&schedule_.start, &schedule_.end})
                if (!field->empty()) dates.push_back(store_->string(field->text.substr(0, 10), field->at));
            add(table, "dates", schedule_.start.at, store_->list(dates, schedule_.start.at));
        }
        return store_->table(table, schedule_.at);
    }

    Stored people() {
        Inside table;
        table.reserve(declared_.size());
        Inside inside;
        for (const auto& [person, id] : declared_) {
            inside.clear();
            add(inside, "name", person->name);
            add(inside, "org", person->org);
            add(table, id, person->name.at, store_->table(inside, person->name.at));
        }
        return store_->table(table, schedule_.at);
    }

    /// Where one is declared, all are.
    Stored rooms() {
        Inside table;
        std::set<std::string_view> seen;
        for (const auto& day : schedule_.days)
            for (const auto& event : day.events) {
                const auto& room = event.room;
                if (room.empty() || !seen.insert(room.text).second) continue;
                Inside inside;
                if (std::find(schedule_.areas.begin(), schedule_.areas.end(), room.text) != schedule_.areas.end())
                    add(inside, "shared", room.at, Stored::flag(true, room.at));
                add(table, store_->keep(room.text, room.at), room.at, store_->table(inside, room.at));
            }
        return store_->table(table, schedule_.at);
    }

    /// People by their ids, and who has none by the name; each gets an id made of the name.
    void name_people() {
        std::unordered_map<std::string_view, std::string_view> by_id, by_name;
        DistinctKeys keys;
        for (const auto& day : schedule_.days)
            for (const auto& event : day.events)
                for (const auto& person : event.people) {
                    auto& id = person.id.empty() ? by_name[person.name.text] : by_id[person.id.text];
                    if (id.empty()) {
                        const auto made = keys.distinct(slug(person.name.empty() ? person.id.text : person.name.text));
                        id = store_->keep(made, person.name.at);
                        declared_.emplace_back(&person, id);
                    }
                    ids_.push_back(id);
                }
    }

    Stored day_of(const ScheduledDay& day) {
        Inside table;
        add(table, "date", day.date);
        Inside slots;
        slots.reserve(day.events.size());
        const auto date = time::parse_date(day.date.text);
        for (const auto& event : day.events) slots.push_back(slot_of(event, date));
        add(table, "slot", day.at, store_->list(slots, day.at));
        return store_->table(table, day.at);
    }

    Stored slot_of(const ScheduledEvent& event, std::optional<Date> day) {
        auto& table = slot_;
        table.clear();
        add(table, "id", event.id);
        add(table, "number", event.number);
        add_time(table, event, day);
        add(table, "kind", event.kind);
        if (!event.type.empty() && event.kind.empty()) add(table, "kind", kind_of(event.type.text), event.type.at);
        if (event.subtitle.empty() || event.title.empty())
            add(table, "title", event.title);
        else
            add(table, "title", event.title.text + ": " + event.subtitle.text, event.title.at);
        if (event.room.text != schedule_.no_room) add(table, "room", event.room);
        add(table, "track", event.strand);
        add_list(table, "tags", event.track, event.tags);
        add_list(table, "languages", event.language, event.languages);
        add_description(table, event.description);
        add(table, "note", event.note);
        add(table, "part-of", event.part_of, event.at);
        add(table, "repeat-of", event.repeat_of, event.at);
        add(table, "status", event.status);
        for (const auto* role : {"chair", "moderators", "speakers"}) add_people(table, role, event);
        people_before_ += event.people.size();
        for (const auto& [key, value] : event.extra)
            add(table, store_->keep(key, value.at), value.at, store_->string(value.text, value.at));
        return store_->table(table, event.at);
    }

    /// Events that follow one another often have one type: the kind made of the last is kept.
    const std::string& kind_of(const std::string& type) {
        if (schedule_.own) return type;
        if (type != last_type_) last_kind_ = kind_of_type(last_type_ = type);
        return last_kind_;
    }

    void add_description(Inside& table, const Field& said) {
        if (schedule_.descriptions == Descriptions::text) return add(table, "description", said);
        add(table, "description", plain(said.text, schedule_.descriptions == Descriptions::lines), said.at);
    }

    void add_people(Inside& table, std::string_view role, const ScheduledEvent& event) {
        list_.clear();
        for (std::size_t i = 0; i < event.people.size(); ++i)
            if (const auto& person = event.people[i]; person.role == role)
                list_.push_back(store_->string(ids_[people_before_ + i], person.name.at));
        add_list(table, role);
    }

    /// On the clock of the day's programme: half past midnight of the next date is "24:30".
    Field start_of(const ScheduledEvent& event, std::optional<Date> day) const {
        const auto clock = minutes_of(event.start.text);
        if (!clock || !day) return event.start;
        const auto later = days_after(*day, event.start.text, event.date.text, change_);
        return {time::format_clock({*clock + std::chrono::days{later}}), event.start.at};
    }

    static Field end_of(const ScheduledEvent& event, minutes later) {
        const auto clock = minutes_of(event.end.text);
        if (!clock || later.count() == 0) return event.end;
        return {time::format_clock({*clock + later}), event.end.at};
    }

    void add_start_and_end(Inside& table, const Field& start, const Field& end) {
        if (minutes_of(start.text) && minutes_of(end.text)) {
            const Span both = start.at.offset < end.at.offset
                                  ? Span{start.at.offset, end.at.offset + end.at.length - start.at.offset}
                                  : start.at;
            return add(table, "time", start.text + "-" + end.text, both);
        }
        add(table, "start", start);
        add(table, "end", end);
    }

    /// A duration then is not what the clock shows between start and end.
    bool clock_changes(std::optional<Date> day, minutes start, minutes length) const {
        if (!zone_ || !day) return false;
        const auto begin = time::instant_of(zone_->resolve(time::at(*day, {start})));
        return zone_->offset(begin) != zone_->offset(begin + length);
    }

    static Field in_minutes(minutes length, Span at) { return {std::to_string(length.count()) + "m", at}; }

    /// What passes between two times of the clock.
    minutes length_of(std::optional<Date> day, minutes start, minutes end) const {
        if (!zone_ || !day) return end - start;
        const auto instant = [&](minutes clock) { return time::instant_of(zone_->resolve(time::at(*day, {clock}))); };
        return time::whole_minutes(instant(end) - instant(start));
    }

    /// Start and end in one; what cannot be understood is passed on as it is.
    void add_time(Inside& table, const ScheduledEvent& event, std::optional<Date> day) {
        const auto start = start_of(event, day);
        const auto clock = minutes_of(start.text);
        const auto length = duration_of(event.duration.text);
        if (start.empty() && !event.end.empty() && length) { // the start is one that no clock says
            add(table, "end", event.end);
            add(table, "duration", in_minutes(*length, event.duration.at));
            return;
        }
        if (!event.end.empty()) {
            const auto later =
                clock && minutes_of(event.start.text) ? *clock - *minutes_of(event.start.text) : minutes{0};
            const auto end = minutes_of(event.end.text);
            if (clock && end && *end + later > time::last_clock.since_midnight) {
                add(table, "start", start);
                add(table, "duration", in_minutes(length_of(day, *clock, *end + later), event.end.at));
            } else {
                add_start_and_end(table, start, end_of(event, later));
            }
            return;
        }
        if (clock && length && length->count() > 0 && *clock + *length <= time::last_clock.since_midnight &&
            !clock_changes(day, *clock, *length)) {
            const auto range = time::format_range({{*clock}, {*clock + *length}});
            return add(table, "time", range, start.at);
        }
        add(table, "start", start);
        if (schedule_.own && length && length->count() == 0) return; // no end is known
        add(table, "duration", length ? in_minutes(*length, event.duration.at) : event.duration);
    }

    const Schedule& schedule_;
    minutes change_;
    std::optional<time::Zone> zone_; ///< nothing where the schedule names none that is known
    std::unique_ptr<source::Store> store_;
    std::vector<std::pair<const ScheduledPerson*, std::string_view>> declared_; ///< in the order of the schedule
    std::vector<std::string_view> ids_; ///< of all people of all events, in their order
    std::size_t people_before_ = 0;     ///< of the events in front of the one that is made
    Inside slot_, list_;                ///< of the one that is made, and of a list in it
    std::string last_type_, last_kind_;
};
} // namespace

source::Tree agenda_of(const Schedule& schedule, const source::Text& text) { return AgendaMaker{schedule, text}.run(); }

} // namespace agenda::load::formats
