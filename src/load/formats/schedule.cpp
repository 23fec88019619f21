// SPDX-License-Identifier: MIT
#include "load/formats/schedule.hpp"
#include "load/names.hpp"
#include "source/folding.hpp"
#include "source/unicode.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using source::Node;
using time::Date;
using time::minutes;

constexpr minutes late_evening{20 * 60}; // from then on a day's programme may well go on after midnight

struct TypeKind {
    std::string_view type, kind;
};
/// The types that systems in use know, as kinds; any other stays one of the user's own.
constexpr std::array type_kinds{
    TypeKind{"keynote", "keynote"},
    TypeKind{"lecture", "presentation"},
    TypeKind{"talk", "presentation"},
    TypeKind{"devroom", "presentation"},
    TypeKind{"maintrack", "presentation"},
    TypeKind{"lightningtalk", "presentation"},
    TypeKind{"lightning", "presentation"},
    TypeKind{"workshop", "workshop"},
    TypeKind{"panel", "panel"},
    TypeKind{"podium", "panel"},
    TypeKind{"discussion", "panel"},
    TypeKind{"meeting", "session"},
    TypeKind{"other", ""},
};

/// The standard kinds, as rules/kinds.toml has them.
constexpr std::array<std::string_view, 21> standard_kinds{
    "opening",  "keynote",    "presentation", "session",    "panel",        "roundtable", "testimony",
    "workshop", "open-floor", "breakout",     "side-event", "closing",      "coffee",     "pause",
    "lunch",    "dinner",     "social",       "reception",  "registration", "desk",       "note"};

std::string kind_of(std::string_view type) {
    const auto slugged = slug(type);
    if (slugged.starts_with("x-") || is_standard_kind(slugged)) return slugged;
    for (const auto& [name, kind] : type_kinds)
        if (slugged == name) return std::string{kind};
    // "Talk 30 min + 10min Q&A"
    const auto first = slugged.substr(0, slugged.find('-'));
    for (const auto& [name, kind] : type_kinds)
        if (first == name) return std::string{kind};
    return "x-" + slugged;
}

/// Two digits and more, of "HH:MM" or "HH:MM:SS", as numbers.
std::optional<std::vector<int>> numbers(std::string_view text) {
    std::vector<int> result;
    while (true) {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || number < 0) return std::nullopt;
        result.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return result;
        if (text.front() != ':') return std::nullopt;
        text.remove_prefix(1);
    }
}

/// Text without tags and with each run of blanks as one.
std::string plain(std::string_view markup) {
    const auto last = markup.rfind('>'); // without a tag's end behind it, a `<` is text
    const auto opens = [&](std::size_t at) {
        const auto next = at + 1 < markup.size() ? markup[at + 1] : ' ';
        return markup[at] == '<' && last != std::string_view::npos && at < last &&
               (next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
    };
    const auto is_text = [&](std::size_t at) {
        const char c = markup[at];
        return c > ' ' ? c != '<' || !opens(at) : !source::is_blank(c);
    };
    std::string result;
    result.reserve(markup.size());
    for (std::size_t at = 0; at < markup.size();) {
        auto end = at;
        while (end < markup.size() && is_text(end)) ++end;
        result += markup.substr(at, end - at);
        if (end == markup.size()) break;
        if (!result.empty() && result.back() != ' ') result += ' ';
        at = opens(end) ? markup.find('>', end) + 1 : end + 1;
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
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
        slots.elements.reserve(day.events.size());
        const auto date = time::parse_date(day.date.text);
        for (const auto& event : day.events) slots.elements.push_back(slot_of(event, date));
        table.add("slot", day.at, std::move(slots));
        return table;
    }

    Node slot_of(const ScheduledEvent& event, std::optional<Date> day) const {
        auto table = Node::table(event.at);
        table.members.reserve(16);
        add(table, "id", event.id);
        add_time(table, event, day);
        add(table, "kind", event.kind);
        if (!event.type.empty() && event.kind.empty())
            if (const auto kind = schedule_.own ? event.type.text : kind_of(event.type.text); !kind.empty())
                table.add("kind", event.type.at, Node::string(kind, event.type.at));
        auto title = event.title;
        if (!event.subtitle.empty() && !title.empty()) title.text += ": " + event.subtitle.text;
        add(table, "title", title);
        if (!schedule_.own || event.room.text != "Plenary") add(table, "room", event.room);
        add(table, "track", event.strand);
        add_list(table, "tags", event.track, event.tags);
        add_list(table, "languages", event.language, event.languages);
        const auto& description = event.description;
        if (auto text = schedule_.own ? description.text : plain(description.text); !text.empty())
            table.add("description", description.at, Node::string(std::move(text), description.at));
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

    /// Start and end in one; what cannot be understood is passed on as it is.
    void add_time(Node& table, const ScheduledEvent& event, std::optional<Date> day) const {
        const auto start = start_of(event, day);
        const auto clock = minutes_of(start.text);
        if (!event.end.empty()) {
            const auto later =
                clock && minutes_of(event.start.text) ? *clock - *minutes_of(event.start.text) : minutes{0};
            add_start_and_end(table, start, end_of(event, later));
            return;
        }
        const auto length = duration_of(event.duration.text);
        if (clock && length && length->count() > 0 && *clock + *length <= time::last_clock.since_midnight &&
            !clock_changes(day, *clock, *length)) {
            const auto range = time::format_range({{*clock}, {*clock + *length}});
            table.add("time", start.at, Node::string(range, start.at));
            return;
        }
        add(table, "start", start);
        if (schedule_.own && length && length->count() == 0) return; // no end is known
        add(table, "duration",
            length ? Field{std::to_string(length->count()) + "m", event.duration.at} : event.duration);
    }

    const Schedule& schedule_;
    minutes change_;
    std::optional<time::Zone> zone_; ///< nothing where the schedule names none that is known
    std::vector<std::pair<const ScheduledPerson*, std::string>> declared_; ///< in the order of the schedule
    std::map<const ScheduledPerson*, std::string> ids_;                    // only ever looked up
};

/// "Z", "+02:00", "-0700".
std::optional<minutes> offset_in(std::string_view zone) {
    if (zone == "Z" || zone == "z") return minutes{0};
    if (zone.size() < 5 || (zone.front() != '+' && zone.front() != '-')) return std::nullopt;
    std::string clock{zone.substr(1)};
    if (clock.find(':') == std::string::npos) clock.insert(2, ":");
    const auto size = minutes_of(clock);
    if (!size || *size > minutes{14 * 60}) return std::nullopt;
    return zone.front() == '-' ? -*size : *size;
}

} // namespace

std::optional<time::Zone> zone_of(const Schedule& schedule) {
    if (schedule.timezone.empty()) return std::nullopt;
    auto found = time::Zone::find(schedule.timezone.text);
    if (auto* zone = std::get_if<time::Zone>(&found)) return std::move(*zone);
    return std::nullopt;
}

minutes day_change_of(const Schedule& schedule) {
    constexpr minutes latest{6 * 60};
    return std::min(minutes_of(schedule.day_change.text).value_or(usual_day_change), latest);
}

std::optional<minutes> minutes_of(std::string_view text) {
    const auto parts = numbers(text);
    if (!parts || parts->size() < 2 || (*parts)[1] > 59) return std::nullopt;
    return minutes{(*parts)[0] * 60 + (*parts)[1]};
}

std::optional<DateStamp> stamp_of(std::string_view text) {
    const auto date = time::parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    DateStamp result{*date, std::nullopt, std::nullopt};
    if (text.size() < 16) return result;
    result.clock = minutes_of(text.substr(11, 5));
    if (const auto zone = text.find_first_of("Zz+-", 16); zone != std::string_view::npos)
        result.offset = offset_in(text.substr(zone));
    return result;
}

bool is_standard_kind(std::string_view name) {
    return std::find(standard_kinds.begin(), standard_kinds.end(), name) != standard_kinds.end();
}

std::string_view kind_named(std::string_view word) {
    const auto slugged = slug(word);
    for (const auto& [name, kind] : type_kinds)
        if (slugged == name) return kind;
    const auto found = std::find(standard_kinds.begin(), standard_kinds.end(), slugged);
    return found == standard_kinds.end() ? std::string_view{} : *found;
}

std::optional<minutes> duration_of(std::string_view text) {
    const auto parts = numbers(text);
    if (!parts || parts->size() > 3) return std::nullopt;
    if (parts->size() == 1) return minutes{(*parts)[0]};
    if ((*parts)[1] > 59) return std::nullopt;
    return minutes{(*parts)[0] * 60 + (*parts)[1]};
}

int days_after(Date day, std::string_view start, std::string_view date, minutes change) {
    const auto clock = minutes_of(start);
    const auto stamp = stamp_of(date);
    if (!clock) return 0;
    if (!stamp) return *clock < change ? 1 : 0;
    const auto apart = (std::chrono::sys_days{stamp->date} - std::chrono::sys_days{day}).count();
    if (!stamp->clock || *stamp->clock == *clock || !stamp->offset) return static_cast<int>(apart);
    // The start lies at most half a day before the time in UTC, or fourteen hours after.
    const auto utc = minutes{apart * 24 * 60} + *stamp->clock - *stamp->offset;
    for (const int days : {0, 1, -1})
        if (const auto offset = *clock + std::chrono::days{days} - utc;
            offset >= minutes{-12 * 60} && offset <= minutes{14 * 60})
            return days;
    return static_cast<int>(apart);
}

std::vector<ScheduledDay> days_of(std::vector<ScheduledEvent> events) {
    std::map<std::string, ScheduledDay> days;
    const auto iso = [](Date date) { return time::format_date(date); };
    std::set<std::string> late; // dates with a programme that goes on until shortly before midnight
    std::string last;
    for (const auto& event : events)
        if (const auto start = minutes_of(event.start.text); start && *start >= late_evening)
            if (const auto date = time::parse_date(event.date.text.substr(0, 10))) late.insert(iso(*date));
    for (auto& event : events) {
        auto date = time::parse_date(event.date.text.substr(0, 10));
        const auto start = minutes_of(event.start.text);
        if (date && start && *start < usual_day_change)
            if (const Date before = std::chrono::sys_days{*date} - std::chrono::days{1}; late.contains(iso(before)))
                date = before;
        if (date) last = iso(*date);
        auto& day = days[last];
        if (day.events.empty()) {
            day.at = event.at;
            day.date = {last, event.date.at};
        }
        day.events.push_back(std::move(event));
    }
    std::vector<ScheduledDay> result;
    for (auto& [date, day] : days) result.push_back(std::move(day));
    return result;
}

std::string DistinctKeys::distinct(const std::string& key) {
    auto result = key;
    while (!taken_.insert(result).second) {
        auto& last = last_.try_emplace(key, 1).first->second;
        result = key + "-" + std::to_string(++last);
    }
    return result;
}

std::string_view role_of(std::string_view role) {
    if (role == "chair") return "chair";
    return role == "moderator" ? "moderators" : "speakers";
}

Field status_of(Field status) {
    std::string lower;
    for (const char c : status.text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    if (lower == "canceled") lower = "cancelled";
    if (lower != "cancelled" && lower != "tentative") return {};
    return {lower, status.at};
}

Node agenda_of(const Schedule& schedule) { return AgendaMaker{schedule}.run(); }

} // namespace agenda::load::formats
