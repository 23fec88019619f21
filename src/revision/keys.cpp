// SPDX-License-Identifier: MIT
#include "revision/keys.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::revision {
namespace {

std::string text(const std::string& value) { return value; }
std::string text(bool value) { return value ? "true" : ""; }
std::string text(std::int64_t value) { return std::to_string(value); }
std::string text(time::minutes value) { return fmt::format("{} min", value.count()); }
std::string text(time::Clock value) { return time::format_clock(value); }
std::string text(const time::ClockRange& value) { return time::format_range(value); }
std::string text(time::Date value) { return time::format_date(value); }
std::string text(time::LocalTime value) { return time::format_local(value); }
std::string text(PersonStatus value) { return value == PersonStatus::confirmed ? "" : std::string{name_of(value)}; }
std::string text(SlotStatus value) { return value == SlotStatus::confirmed ? "" : std::string{name_of(value)}; }
std::string text(Mode value) { return std::string{name_of(value)}; }
template <class T> std::string text(const Given<T>& value) { return value.given ? text(value.value) : ""; }
template <class T> std::string text(const std::optional<T>& value) { return value ? text(*value) : ""; }
std::string text(const Absence& absence) {
    return fmt::format("{} to {}", absence.from ? text(*absence.from) : "ever",
                       absence.to ? text(*absence.to) : "ever");
}
/// One of several: in quotes where it holds what parts them.
std::string item(std::string text) { return text.find(", ") == std::string::npos ? text : '"' + text + '"'; }
template <class T> std::string text(const std::vector<T>& values) {
    std::string result;
    for (const auto& value : values) result += (result.empty() ? "" : ", ") + item(text(value));
    return result;
}

/// The value of a member of the thing itself.
template <auto Member> struct Of;
template <class Thing, class Value, Value Thing::*Member> struct Of<Member> {
    static std::string value(const Side&, const Thing& thing) { return text(thing.*Member); }
    static bool same(const Thing& a, const Thing& b) {
        if constexpr (std::is_same_v<Value, std::string> || std::is_same_v<Value, std::vector<std::string>> ||
                      std::is_arithmetic_v<Value> || std::is_enum_v<Value>)
            return a.*Member == b.*Member;
        else
            return false;
    }
};

template <class Index> std::string ids(const Side& side, const std::vector<Index>& indices) {
    std::vector<std::string> result;
    for (const auto index : indices) result.push_back(side.id(index));
    std::sort(result.begin(), result.end());
    return text(result);
}
std::string repeat_of(const Side& side, const Slot& slot) { return ids(side, slot.repeat_of); }
std::string block(const Side& side, const Slot& slot) { return slot.part_of ? side.id(*slot.part_of) : ""; }
std::string parallel_with(const Side& side, const Slot& slot) { return ids(side, slot.parallel_with); }

/// One a line; a line end within one is a mark.
std::string questions(const Side&, const Slot& slot) {
    std::string result;
    for (auto question : slot.questions) {
        for (auto at = question.value.find('\n'); at != std::string::npos; at = question.value.find('\n', at + 1))
            question.value.replace(at, 1, "⏎");
        result += (result.empty() ? "" : "\n") + question.value;
    }
    return result;
}

std::string discussion(const Side&, const Slot& slot) {
    return slot.discussion_minutes ? text(*slot.discussion_minutes) : text(slot.discussion);
}

std::string optional(const Side&, const Slot& slot) {
    return !slot.keys.has("optional") ? "" : slot.optional ? "true" : "false";
}

std::string interpretation(const Side&, const Slot& slot) {
    return slot.interpretation ? (*slot.interpretation ? "true" : "false") : "";
}

/// One a line. Who speaks in an item is told with the people of the slot.
std::string items(const Side&, const Slot& slot) {
    std::string result;
    for (const auto& item : slot.items) {
        std::vector<std::string> parts;
        for (const auto& part : {item.title, item.kind, item.time_at == Span{} ? text(item.minutes) : text(item.clock),
                                 std::string{item.parallel ? "in parallel" : ""}})
            if (!part.empty()) parts.push_back(part);
        for (const auto& [key, value] : item.extra) parts.push_back(key + " " + value_of(value));
        result += (result.empty() ? "" : "\n") + fmt::format("{}", fmt::join(parts, ", "));
    }
    return result;
}

std::string part_of(const Side& side, const Room& room) { return room.part_of ? side.id(*room.part_of) : ""; }
std::string room_of(const Side& side, const Track& track) { return track.room ? side.id(*track.room) : ""; }
std::string affiliation(const Side&, const Person& person) { return person.affiliation_withheld ? "withheld" : ""; }

std::string status_of(const Side&, const Event& event) { return std::string{event.status()}; }
std::string text_format(const Side&, const Event& event) { return event.markdown ? "markdown" : ""; }
std::string event_interpretation(const Side&, const Event& event) {
    if (!event.interpretation) return "";
    const auto& given = *event.interpretation;
    std::vector<std::string> parts{"given"};
    if (!given.languages.empty()) parts.push_back("languages " + text(given.languages));
    if (given.teams) parts.push_back("teams " + text(*given.teams));
    if (given.interpreters) parts.push_back("interpreters " + text(*given.interpreters));
    if (!given.windows.empty()) parts.push_back("windows " + text(given.windows));
    return fmt::format("{}", fmt::join(parts.begin() + (parts.size() > 1 ? 1 : 0), parts.end(), "; "));
}
std::string walks(const Side& side, const Event&) {
    std::vector<std::string> result;
    for (const auto& walk : side.agenda.walks)
        result.push_back(fmt::format("{} to {} {}", side.id(walk.from), side.id(walk.to), text(walk.takes)));
    std::sort(result.begin(), result.end());
    return text(result);
}
std::string delegations(const Side& side, const Event&) {
    std::vector<std::string> result;
    for (const auto& one : side.agenda.delegations)
        result.push_back(
            fmt::format("{}{}: {}", one.name, one.size ? " (" + text(*one.size) + ")" : "", ids(side, one.members)));
    std::sort(result.begin(), result.end());
    return fmt::format("{}", fmt::join(result, "; "));
}

std::string delivered_by(const Side& side, const Appearance& appearance) {
    return appearance.delivered_by ? side.id(*appearance.delivered_by) : "";
}
std::string joint(const Side&, const Appearance& appearance) { return appearance.joint ? "true" : ""; }
std::string affiliation_here(const Side&, const Appearance& appearance) {
    return appearance.keys.has("affiliation") ? "withheld" : "";
}

#define KEY(name, member)                                                                                              \
    { name, Of<&member>::value, Of<&member>::same }
constexpr Key<Slot> keys_of_slots[] = {
    KEY("kind", Slot::kind),
    KEY("number", Slot::number),
    KEY("title", Slot::title),
    KEY("plenary", Slot::plenary),
    KEY("tags", Slot::tags),
    {"items", items},
    {"questions", questions},
    KEY("description", Slot::description),
    {"discussion", discussion},
    KEY("open-floor", Slot::open_floor),
    {"optional", optional},
    KEY("catered", Slot::catered),
    KEY("expected", Slot::expected),
    KEY("languages", Slot::languages),
    {"interpretation", interpretation},
    KEY("status", Slot::status),
    {"repeat-of", repeat_of},
    {"parallel-with", parallel_with},
    {"part-of", block},
    KEY("note", Slot::note),
    KEY("breaks-inside", Slot::breaks_inside),
};
constexpr Key<Person> keys_of_people[] = {
    KEY("name", Person::name),
    KEY("suffix", Person::suffix),
    KEY("mononym", Person::mononym),
    KEY("title", Person::title),
    KEY("unit", Person::unit),
    KEY("org", Person::org),
    KEY("country", Person::country),
    KEY("role", Person::role),
    KEY("aliases", Person::aliases),
    KEY("distinct-from", Person::distinct_from),
    KEY("status", Person::status),
    {"affiliation", affiliation},
    KEY("arrives", Person::arrives),
    KEY("leaves", Person::leaves),
    KEY("unavailable", Person::unavailable),
};
constexpr Key<Room> keys_of_rooms[] = {
    KEY("name", Room::name),
    KEY("building", Room::building),
    KEY("capacity", Room::capacity),
    KEY("shared", Room::shared),
    {"part-of", part_of},
    KEY("available", Room::available),
};
constexpr Key<Track> keys_of_tracks[] = {
    KEY("name", Track::name),
    {"room", room_of},
    KEY("stagger", Track::stagger),
};
constexpr Key<Day> keys_of_days[] = {
    KEY("weekday", Day::weekday), KEY("label", Day::label),     KEY("start", Day::start),
    KEY("end", Day::end),         KEY("outside", Day::outside), KEY("closing-note", Day::closing_note),
};
constexpr Key<Event> keys_of_events[] = {
    KEY("title", Event::title),
    KEY("subtitle", Event::subtitle),
    KEY("series", Event::series),
    KEY("organizer", Event::organizer),
    KEY("dates", Event::dates),
    KEY("timezone", Event::timezone),
    KEY("venue", Event::venue),
    KEY("mode", Event::mode),
    KEY("zones", Event::zones),
    KEY("profile", Event::profiles),
    {"status", status_of},
    KEY("revision", Event::revision),
    KEY("frozen-on", Event::frozen_on),
    KEY("show-cancelled", Event::show_cancelled),
    {"text-format", text_format},
    KEY("languages", Event::languages),
    KEY("holidays", Event::holidays),
    KEY("contact", Event::contact),
    {"interpretation", event_interpretation},
    {"walk", walks},
    {"delegation", delegations},
};
constexpr Key<Appearance> keys_of_appearances[] = {
    {"delivered-by", delivered_by},      {"joint", joint},
    KEY("minutes", Appearance::minutes), KEY("capacity", Appearance::capacity),
    KEY("mode", Appearance::mode),       KEY("status", Appearance::status),
    KEY("title", Appearance::title),     KEY("unit", Appearance::unit),
    KEY("org", Appearance::org),         {"affiliation", affiliation_here},
};
#undef KEY

} // namespace

std::string value_of(const Extra& extra) {
    struct Writer {
        std::string operator()(const std::string& value) const { return fmt::format("\"{}\"", value); }
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(double value) const { return fmt::format("{}", value); }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(const ExtraList& values) const {
            std::vector<std::string> parts;
            for (const auto& value : values) parts.push_back(value_of(value));
            return fmt::format("[{}]", fmt::join(parts, ", "));
        }
        std::string operator()(const ExtraTable& table) const {
            std::vector<std::string> parts;
            for (const auto& [key, value] : table) parts.push_back(fmt::format("\"{}\": {}", key, value_of(value)));
            std::sort(parts.begin(), parts.end());
            return fmt::format("{{{}}}", fmt::join(parts, ", "));
        }
    };
    return std::visit(Writer{}, extra.value);
}

std::span<const Key<Slot>> slot_keys() { return keys_of_slots; }
std::span<const Key<Person>> person_keys() { return keys_of_people; }
std::span<const Key<Room>> room_keys() { return keys_of_rooms; }
std::span<const Key<Track>> track_keys() { return keys_of_tracks; }
std::span<const Key<Day>> day_keys() { return keys_of_days; }
std::span<const Key<Event>> event_keys() { return keys_of_events; }
std::span<const Key<Appearance>> appearance_keys() { return keys_of_appearances; }

namespace {

time::minutes clock_length(const time::ClockRange& clock) {
    return clock.end.since_midnight - clock.start.since_midnight;
}

} // namespace

std::optional<time::minutes> length_of(const Slot& slot) {
    if (slot.when) return time::whole_minutes(slot.when->length());
    return slot.clock ? std::optional{clock_length(*slot.clock)} : std::nullopt;
}

std::string time_of(const Side& side, const Slot& slot) {
    if (slot.clock) {
        auto text = time::format_range(*slot.clock);
        if (const auto takes = length_of(slot); takes && *takes != clock_length(*slot.clock))
            text += " (" + std::to_string(takes->count()) + " min)"; // a change of the clock lies in it
        return text;
    }
    // Of a day without a date no time is put together: what is written tells more than its start.
    const bool undated = !side.agenda.days[slot.day].date.ok() && slot.keys.has("time");
    if (slot.start && !undated) return time::format_clock(*slot.start) + "-?";
    if (slot.time_at == slot.at) return {};
    std::string_view written = side.text.slice(slot.time_at);
    if (written.size() > 1 && (written.front() == '"' || written.front() == '\''))
        written = written.substr(1, written.size() - 2);
    return std::string{written};
}

std::string date_of(const Agenda& agenda, const Slot& slot) {
    const auto& day = agenda.days[slot.day];
    return day.date.ok() || day.label.empty() ? called(day) : called(day) + " " + day.label;
}

void add_extra_edits(const ExtraTable* before, const ExtraTable* after, std::vector<Edit>& edits) {
    const auto find = [](const ExtraTable* table, const std::string& key) {
        std::string result;
        if (table)
            for (const auto& [name, value] : *table)
                if (name == key) result = value_of(value);
        return result;
    };
    if (before)
        for (const auto& [key, value] : *before) add_edit(key, value_of(value), find(after, key), edits);
    if (after)
        for (const auto& [key, value] : *after)
            if (find(before, key).empty()) add_edit(key, {}, value_of(value), edits);
}

} // namespace agenda::revision
