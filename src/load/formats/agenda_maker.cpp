// SPDX-License-Identifier: MIT
// The agenda that a schedule is: its people, rooms, days and slots as the tables and keys of an agenda's TOML.
#include "load/formats/kinds.hpp"
#include "load/formats/schedule.hpp"
#include "load/names.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using source::Node;
using time::Date;
using time::minutes;

std::string described(const Field& description, Descriptions as) {
    return as == Descriptions::text ? description.text : plain(description.text, as == Descriptions::lines);
}

class AgendaMaker {
public:
    explicit AgendaMaker(const Schedule& schedule)
        : schedule_(schedule), change_(day_change_of(schedule)), zone_(zone_of(schedule)) {}

    Node run() {
        auto root = Node::table(schedule_.at);
        root.add("event", schedule_.at, event());
        name_people();
        auto people = Node::table(schedule_.at);
        for (const auto& [person, id] : declared_) {
            auto one = Node::table(person->name.at);
            add(one, "name", person->name);
            add(one, "org", person->org);
            people.add(id, person->name.at, std::move(one));
        }
        if (!people.members.empty()) root.add("people", schedule_.at, std::move(people));
        if (!schedule_.areas.empty()) root.add("rooms", schedule_.at, rooms());
        auto days = Node::list(schedule_.at);
        for (const auto& day : schedule_.days) days.elements.push_back(day_of(day));
        root.add("day", schedule_.at, std::move(days));
        return root;
    }

private:
    static void add(Node& table, const char* key, const Field& field) {
        if (!field.empty()) table.add(key, field.at, Node::string(field.text, field.at));
    }
    static void add_list(Node& table, const char* key, const Field& field, const std::vector<Field>& more) {
        auto list = Node::list(field.empty() && !more.empty() ? more.front().at : field.at);
        if (!field.empty()) list.elements.push_back(Node::string(field.text, field.at));
        for (const auto& one : more) list.elements.push_back(Node::string(one.text, one.at));
        if (list.elements.empty()) return;
        const auto at = list.at;
        table.add(key, at, std::move(list));
    }

    Node event() const {
        auto table = Node::table(schedule_.at);
        add(table, "title", schedule_.title);
        add(table, "subtitle", schedule_.subtitle);
        auto venue = schedule_.venue;
        if (!schedule_.city.empty())
            venue = venue.empty() ? schedule_.city : Field{venue.text + ", " + schedule_.city.text, venue.at};
        add(table, "venue", venue);
        add(table, "timezone", schedule_.timezone);
        if (!schedule_.start.empty()) {
            auto dates = Node::list(schedule_.start.at);
            for (const auto* field : {&schedule_.start, &schedule_.end})
                if (!field->empty()) dates.elements.push_back(Node::string(field->text.substr(0, 10), field->at));
            table.add("dates", schedule_.start.at, std::move(dates));
        }
        return table;
    }

    /// Where one is declared, all are.
    Node rooms() const {
        auto table = Node::table(schedule_.at);
        std::set<std::string> seen;
        for (const auto& day : schedule_.days)
            for (const auto& event : day.events) {
                const auto& room = event.room;
                if (room.empty() || !seen.insert(room.text).second) continue;
                auto one = Node::table(room.at);
                if (std::find(schedule_.areas.begin(), schedule_.areas.end(), room.text) != schedule_.areas.end())
                    one.add("shared", room.at, Node::flag(true, room.at));
                table.add(room.text, room.at, std::move(one));
            }
        return table;
    }

    /// People by their ids, and who has none by the name; each gets an id made of the name.
    void name_people() {
        std::map<std::string, std::string> by_key;
        DistinctKeys keys;
        for (const auto& day : schedule_.days)
            for (const auto& event : day.events)
                for (const auto& person : event.people) {
                    const auto key = person.id.empty() ? "name " + person.name.text : "id " + person.id.text;
                    auto& id = by_key[key];
                    if (id.empty()) {
                        id = keys.distinct(slug(person.name.empty() ? person.id.text : person.name.text));
                        declared_.emplace_back(&person, id);
                    }
                    ids_.emplace(&person, id);
                }
    }

    Node day_of(const ScheduledDay& day) const {
        auto table = Node::table(day.at);
        add(table, "date", day.date);
        auto slots = Node::list(day.at);
        const auto date = time::parse_date(day.date.text);
        for (const auto& event : day.events) slots.elements.push_back(slot_of(event, date));
        table.add("slot", day.at, std::move(slots));
        return table;
    }

    Node slot_of(const ScheduledEvent& event, std::optional<Date> day) const {
        auto table = Node::table(event.at);
        add(table, "id", event.id);
        add(table, "number", event.number);
        add_time(table, event, day);
        add(table, "kind", event.kind);
        if (!event.type.empty() && event.kind.empty())
            if (const auto kind = schedule_.own ? event.type.text : kind_of_type(event.type.text); !kind.empty())
                table.add("kind", event.type.at, Node::string(kind, event.type.at));
        auto title = event.title;
        if (!event.subtitle.empty() && !title.empty()) title.text += ": " + event.subtitle.text;
        add(table, "title", title);
        if (event.room.text != schedule_.no_room) add(table, "room", event.room);
        add(table, "track", event.strand);
        add_list(table, "tags", event.track, event.tags);
        add_list(table, "languages", event.language, event.languages);
        if (!event.description.empty())
            add(table, "description", {described(event.description, schedule_.descriptions), event.description.at});
        add(table, "note", event.note);
        add(table, "part-of", {event.part_of, event.at});
        add(table, "repeat-of", {event.repeat_of, event.at});
        add(table, "status", event.status);
        for (const auto* role : {"chair", "moderators", "speakers"}) add_people(table, role, event);
        for (const auto& [key, value] : event.extra) table.add(key, value.at, Node::string(value.text, value.at));
        return table;
    }

    void add_people(Node& table, const char* role, const ScheduledEvent& event) const {
        std::optional<Node> list;
        for (const auto& person : event.people) {
            if (person.role != role) continue;
            if (!list) list = Node::list(person.name.at);
            list->elements.push_back(Node::string(ids_.at(&person), person.name.at));
        }
        if (!list) return;
        const auto at = list->at;
        table.add(role, at, std::move(*list));
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

    static void add_start_and_end(Node& table, const Field& start, const Field& end) {
        if (minutes_of(start.text) && minutes_of(end.text)) {
            const Span both = start.at.offset < end.at.offset
                                  ? Span{start.at.offset, end.at.offset + end.at.length - start.at.offset}
                                  : start.at;
            table.add("time", both, Node::string(start.text + "-" + end.text, both));
            return;
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
    void add_time(Node& table, const ScheduledEvent& event, std::optional<Date> day) const {
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
            table.add("time", start.at, Node::string(range, start.at));
            return;
        }
        add(table, "start", start);
        if (schedule_.own && length && length->count() == 0) return; // no end is known
        add(table, "duration", length ? in_minutes(*length, event.duration.at) : event.duration);
    }

    const Schedule& schedule_;
    minutes change_;
    std::optional<time::Zone> zone_; ///< nothing where the schedule names none that is known
    std::vector<std::pair<const ScheduledPerson*, std::string>> declared_; ///< in the order of the schedule
    std::map<const ScheduledPerson*, std::string> ids_;                    // only ever looked up
};
} // namespace

Node agenda_of(const Schedule& schedule) { return AgendaMaker{schedule}.run(); }

} // namespace agenda::load::formats
