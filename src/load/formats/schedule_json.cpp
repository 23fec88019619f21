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
using source::Node;

const Node* find(const Node* node, std::string_view key) {
    if (!node || node->kind != Kind::table) return nullptr;
    for (const auto& member : node->members)
        if (member.key == key) return &member.value;
    return nullptr;
}

Span within_quotes(Span at) { return at.length > 1 ? Span{at.offset + 1, at.length - 2} : at; }

/// A text or a whole number; quotes are no part of the place.
Field field(const Node* node) {
    if (!node || (node->kind != Kind::string && node->kind != Kind::integer) || node->text.empty()) return {};
    return {node->text, node->kind == Kind::string ? within_quotes(node->at) : node->at};
}
Field field(const Node* node, std::string_view key) { return field(find(node, key)); }

/// The first of these that says something: systems call one thing differently.
Field first(const Node* node, std::initializer_list<std::string_view> keys) {
    for (const auto key : keys)
        if (auto found = field(node, key); !found.empty()) return found;
    return {};
}

ScheduledPerson person_of(const Node& node) {
    if (node.kind == Kind::string) return {{}, field(&node), {}};
    ScheduledPerson person{
        first(&node, {"guid", "id", "code"}), first(&node, {"public_name", "name", "full_public_name"}), {}};
    person.role = role_of(field(&node, "role").text);
    return person;
}

ScheduledEvent event_of(const Node& node, const Field& room, bool own) {
    ScheduledEvent event;
    event.at = {node.at.offset, 1};
    event.id = own ? first(&node, {"slug", "id"}) : first(&node, {"id", "guid", "slug"});
    event.title = field(&node, "title");
    event.subtitle = field(&node, "subtitle");
    event.room = field(&node, "room");
    if (event.room.empty()) event.room = room;
    event.track = field(&node, "track");
    event.type = field(&node, "type");
    event.language = field(&node, "language");
    event.description = first(&node, {"abstract", "description"});
    event.start = field(&node, "start");
    event.date = field(&node, "date");
    event.duration = field(&node, "duration");
    event.status = status_of(first(&node, {"status", "state"}));
    if (const auto* people = find(&node, "persons"))
        for (const auto& person : people->elements)
            if (auto one = person_of(person); !one.id.empty() || !one.name.empty())
                event.people.push_back(std::move(one));
    return event;
}

ScheduledDay day_of(const Node& node, bool own) {
    ScheduledDay day{{node.at.offset, 1},
                     field(&node, "date"),
                     first(&node, {"day_start", "start"}),
                     first(&node, {"day_end", "end"}),
                     {}};
    if (const auto* rooms = find(&node, "rooms"))
        for (const auto& room : rooms->members)
            for (const auto& event : room.value.elements) {
                day.events.push_back(event_of(event, {room.key, within_quotes(room.key_at)}, own));
                day.events.back().in_nameless_room = day.events.back().room.empty();
            }
    if (const auto* events = find(&node, "events"))
        for (const auto& event : events->elements) day.events.push_back(event_of(event, {}, own));
    return day;
}

Schedule schedule_of(const Node& root) {
    const auto* outer = find(&root, "schedule");
    const auto* conference = find(outer ? outer : &root, "conference");
    Schedule schedule;
    schedule.at = {root.at.offset, 1};
    schedule.own = field(find(&root, "generator"), "name").text == "agenda-lint";
    schedule.title = field(conference, "title");
    schedule.start = field(conference, "start");
    schedule.end = field(conference, "end");
    schedule.timezone = first(conference, {"time_zone_name", "timezone"});
    if (const auto* days = find(conference, "days"))
        for (const auto& day : days->elements) schedule.days.push_back(day_of(day, schedule.own));
    return schedule;
}

/// What programs that read schedule.json demand of its values (the published schema, version 1): a value of another
/// kind is a fault at its place, read as far as it can be.
class Demands {
public:
    explicit Demands(std::vector<Remark>& remarks) : remarks_(remarks) {}

    void schedule(const Node& root) {
        const auto* outer = find(&root, "schedule");
        if (const auto* rooms = find(outer, "rooms"); rooms && find(outer, "conference"))
            fault(*rooms, "rooms", "part of `schedule`", "one of `conference`, where programs look for it");
    }

    void event(const Node& node) {
        if (node.kind != Kind::table) return fault(node, "event", described(node), "a table");
        at_ = {node.at.offset, 1};
        demand(node, "id", Kind::integer, "a whole number");
        for (const auto* key : {"guid", "date", "start", "duration", "title", "type", "language"})
            demand(node, key, Kind::string, "a text");
        demand(node, "persons", Kind::array, "a list of persons");
        if (const auto* people = find(&node, "persons"))
            for (const auto& one : people->elements) person(one);
        at_ = {};
    }

private:
    void person(const Node& node) {
        demand(node, "id", Kind::integer, "a whole number");
        const auto* code = find(&node, "code");
        const auto in_code = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
        if (code && !std::all_of(code->text.begin(), code->text.end(), in_code))
            fault(*code, "code", "`" + code->text + "`", "capital letters and digits");
    }

    void demand(const Node& table, std::string_view key, Kind kind, std::string_view wanted) {
        const auto* value = find(&table, key);
        const bool none = value && value->kind == Kind::string && value->text.empty();
        if (value && value->kind != kind && !none) fault(*value, key, described(*value), wanted);
    }

    static std::string described(const Node& value) {
        const std::string kind{source::describe(value.kind)};
        return value.text.empty() || value.text.size() > 60 ? kind : kind + " (`" + value.text + "`)";
    }

    void fault(const Node& value, std::string_view key, std::string seen, std::string_view wanted) {
        remarks_.push_back({"wrong-type",
                            at_,
                            {value.at.offset, std::max(value.at.length, 1U)},
                            {{"what", std::string{key}}, {"seen", std::move(seen)}, {"wanted", std::string{wanted}}},
                            {}});
    }

    std::vector<Remark>& remarks_;
    Span at_;
};

/// Of version 1, whose days hold rooms.
void check_demands(const Node& root, std::vector<Remark>& remarks) {
    Demands demands{remarks};
    demands.schedule(root);
    const auto* outer = find(&root, "schedule");
    const auto* days = find(find(outer ? outer : &root, "conference"), "days");
    if (!days) return;
    for (const auto& day : days->elements)
        if (const auto* rooms = find(&day, "rooms"))
            for (const auto& room : rooms->members)
                for (const auto& event : room.value.elements) demands.event(event);
}

} // namespace

bool is_schedule_json(std::string_view text) { return beginning(text).starts_with('{'); }

Reading read_schedule_json(const source::Text& text, const ReadAs&) {
    const auto json = source::read_json(text);
    Reading reading;
    if (json.error)
        reading.errors.push_back(*json.error);
    else if (!find(find(&json.root, "schedule") ? find(&json.root, "schedule") : &json.root, "conference"))
        reading.errors.push_back({"this JSON is no schedule: it has no `conference`", {json.root.at.offset, 1}});
    auto schedule = schedule_of(json.root);
    reading.remarks = understand(schedule);
    check_demands(json.root, reading.remarks);
    reading.root = agenda_of(schedule);
    return reading;
}

} // namespace agenda::load::formats
