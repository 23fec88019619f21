// SPDX-License-Identifier: MIT
// schedule.json, as c3voc's systems and pretalx write it: version 1 with rooms as an object of lists, and version 2
// with rooms beside the days.
#include "load/formats/formats.hpp"
#include "load/formats/schedule.hpp"
#include "load/formats/text.hpp"
#include "source/json.hpp"
#include <algorithm>

namespace agenda::load::formats {
namespace {

using source::Kind;
using source::Value;

std::optional<Value> find(const std::optional<Value>& value, std::string_view key) {
    return value ? value->find(key) : std::nullopt;
}

Span within_quotes(Span at) { return at.length > 1 ? Span{at.offset + 1, at.length - 2} : at; }

/// A text, or a whole number as it is written; empty for anything else.
std::string_view words(const Value& value) { return value.is(Kind::integer) ? value.written() : value.string(); }

/// Quotes are no part of the place.
Field field(const std::optional<Value>& value) {
    if (!value || words(*value).empty()) return {};
    return {std::string{words(*value)}, value->is(Kind::string) ? within_quotes(value->span()) : value->span()};
}
Field field(const std::optional<Value>& value, std::string_view key) { return field(find(value, key)); }

/// The first of these that says something: systems call one thing differently.
Field first(const std::optional<Value>& value, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys)
        if (auto found = field(value, key); !found.empty()) return found;
    return {};
}

/// Where a list or an object begins, a single byte.
Span begin_of(const Value& value) { return {value.span().offset, 1}; }

ScheduledPerson person_of(const Value& node) {
    if (node.is(Kind::string)) return {{}, field(node), {}};
    ScheduledPerson person{
        first(node, {"guid", "id", "code"}), first(node, {"public_name", "name", "full_public_name"}), {}};
    person.role = role_of(field(node, "role").text);
    return person;
}

ScheduledEvent event_of(const Value& node, const Field& room, bool own) {
    ScheduledEvent event;
    event.at = begin_of(node);
    event.id = own ? first(node, {"slug", "id"}) : first(node, {"id", "guid", "slug"});
    event.title = field(node, "title");
    event.subtitle = field(node, "subtitle");
    event.room = field(node, "room");
    if (event.room.empty()) event.room = room;
    event.track = field(node, "track");
    event.type = field(node, "type");
    event.language = field(node, "language");
    event.description = first(node, {"abstract", "description"});
    event.start = field(node, "start");
    event.date = field(node, "date");
    event.duration = field(node, "duration");
    event.status = status_of(first(node, {"status", "state"}));
    if (const auto people = find(node, "persons"))
        for (const auto& person : people->elements())
            if (auto one = person_of(person); !one.id.empty() || !one.name.empty())
                event.people.push_back(std::move(one));
    return event;
}

/// Each list of events of a day with the name of its room: of version 1, where rooms are an object of lists, also as a
/// list of objects with a name and events, and of version 2, where events stand under the day.
template <class Each> void each_list(const Value& day, Each each) {
    if (const auto rooms = find(day, "rooms")) {
        for (const auto& room : rooms->entries())
            each(room.value, Field{std::string{room.key}, within_quotes(room.key_span)}, true);
        for (const auto& room : rooms->elements())
            if (const auto events = find(room, "events")) each(*events, field(room, "name"), true);
    }
    if (const auto events = find(day, "events")) each(*events, Field{}, false);
}

/// How many events have been read, and the first that is not.
struct Count {
    std::size_t events = 0;
    std::optional<Span> too_many;
};

ScheduledDay day_of(const Value& node, bool own, Count& count) {
    ScheduledDay day{
        begin_of(node), field(node, "date"), first(node, {"day_start", "start"}), first(node, {"day_end", "end"}), {}};
    each_list(node, [&](const Value& events, const Field& room, bool in_room) {
        for (const auto& event : events.elements()) {
            if (++count.events > most_events) {
                if (!count.too_many) count.too_many = begin_of(event);
                return;
            }
            day.events.push_back(event_of(event, room, own));
            day.events.back().in_nameless_room = in_room && day.events.back().room.empty();
        }
    });
    return day;
}

Schedule schedule_of(const Value& root, Count& count) {
    const auto outer = find(root, "schedule");
    const auto conference = find(outer ? outer : root, "conference");
    Schedule schedule;
    schedule.at = begin_of(root);
    schedule.own = field(find(root, "generator"), "name").text == "agenda-lint";
    if (schedule.own) {
        schedule.descriptions = Descriptions::text;
        schedule.no_room = "Plenary";
    }
    schedule.title = field(conference, "title");
    schedule.start = field(conference, "start");
    schedule.end = field(conference, "end");
    schedule.timezone = first(conference, {"time_zone_name", "timezone"});
    if (const auto days = find(conference, "days"))
        for (const auto& day : days->elements()) schedule.days.push_back(day_of(day, schedule.own, count));
    return schedule;
}

/// What programs that read schedule.json demand of its values (the published schema, version 1): a value of another
/// kind is a fault at its place, read as far as it can be.
class Demands {
public:
    explicit Demands(std::vector<Remark>& remarks) : remarks_(remarks) {}

    void schedule(const Value& root) {
        const auto outer = find(root, "schedule");
        if (const auto rooms = find(outer, "rooms"); rooms && find(outer, "conference"))
            fault(*rooms, "rooms", "part of `schedule`", "one of `conference`, where programs look for it");
        const auto& whole = outer ? *outer : root;
        demand(whole, "conference", Kind::table, "an object");
        const auto conference = find(whole, "conference");
        if (!conference) return;
        demand(*conference, "days", Kind::array, "a list of days");
        if (const auto days = find(conference, "days"))
            for (const auto& one : days->elements()) day(one);
    }

private:
    void day(const Value& node) {
        if (!node.is(Kind::table)) return fault(node, "day", described(node), "an object");
        for (const auto* key : {"day_start", "day_end"}) demand(node, key, Kind::string, "a text");
        demand(node, "rooms", Kind::table, "an object with a list of events for each room");
        demand(node, "events", Kind::array, "a list of events");
        each_list(node, [&](const Value& events, const Field& room, bool in_room) {
            if (!events.is(Kind::array) && in_room)
                fault(events, room.empty() ? "room" : room.text, described(events), "a list of events");
            for (const auto& one : events.elements()) event(one, in_room);
        });
    }

    /// The ids of version 2, whose events stand in no room, are of any kind.
    void event(const Value& node, bool in_room) {
        if (!node.is(Kind::table)) return fault(node, "event", described(node), "an object");
        at_ = begin_of(node);
        if (in_room) demand(node, "id", Kind::integer, "a whole number");
        for (const auto* key : {"guid", "date", "start", "duration", "title", "type", "language"})
            demand(node, key, Kind::string, "a text");
        demand(node, "persons", Kind::array, "a list of persons");
        if (const auto people = find(node, "persons"))
            for (const auto& one : people->elements()) person(one, in_room);
        at_ = {};
    }

    void person(const Value& node, bool in_room) {
        if (!node.is(Kind::table) && !node.is(Kind::string)) return fault(node, "person", described(node), "an object");
        if (in_room) demand(node, "id", Kind::integer, "a whole number");
        const auto code = find(node, "code");
        const auto in_code = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
        if (code && !std::all_of(words(*code).begin(), words(*code).end(), in_code))
            fault(*code, "code", "`" + std::string{words(*code)} + "`", "capital letters and digits");
    }

    void demand(const Value& table, std::string_view key, Kind kind, std::string_view wanted) {
        const auto value = find(table, key);
        const bool none = value && value->is(Kind::string) && value->string().empty();
        if (value && !value->is(kind) && !none) fault(*value, key, described(*value), wanted);
    }

    static std::string described(const Value& value) {
        const std::string kind{value.is(Kind::table)   ? "an object"
                               : value.is(Kind::array) ? "a list"
                                                       : source::describe(value.kind())};
        const std::string text{words(value)};
        return text.empty() || text.size() > 60 ? kind : kind + " (`" + text + "`)";
    }

    void fault(const Value& value, std::string_view key, std::string seen, std::string_view wanted) {
        if (++faults_ > most_faults) return;
        if (faults_ == most_faults) {
            remarks_.push_back(
                {"wrong-type",
                 {},
                 begin_of(value),
                 {{"reason", std::string{"there are more values of a wrong type than can be told, from here on"}}},
                 {}});
            return;
        }
        remarks_.push_back({"wrong-type",
                            at_,
                            {value.span().offset, std::max(value.span().length, 1U)},
                            {{"what", std::string{key}}, {"seen", std::move(seen)}, {"wanted", std::string{wanted}}},
                            {}});
    }

    static constexpr std::size_t most_faults = 10'000;

    std::vector<Remark>& remarks_;
    Span at_;
    std::size_t faults_ = 0;
};

} // namespace

bool is_schedule_json(std::string_view text) { return beginning(text).starts_with('{'); }

Reading read_schedule_json(const source::Text& text, const ReadAs&) {
    const auto json = source::read_json(text);
    const Value root{&json.read.root, &text};
    Reading reading;
    if (json.error)
        reading.errors.push_back(*json.error);
    else if (!find(find(root, "schedule") ? find(root, "schedule") : root, "conference"))
        reading.errors.push_back({"this JSON is no schedule: it has no `conference`", begin_of(root)});
    Count count;
    auto schedule = schedule_of(root, count);
    if (reading.errors.empty() && schedule.days.empty())
        reading.errors.push_back({"this schedule has no day in the `days` of `conference`", begin_of(root)});
    if (count.too_many) reading.errors.push_back(too_many_events(*count.too_many));
    reading.remarks = understand(schedule);
    Demands{reading.remarks}.schedule(root);
    reading.tree = agenda_of(schedule, text);
    return reading;
}

} // namespace agenda::load::formats
