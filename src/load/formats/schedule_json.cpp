// SPDX-License-Identifier: MIT
// schedule.json, as c3voc's systems and pretalx write it: version 1 with rooms as an object of lists, and version 2
// with rooms beside the days.
#include "load/formats/formats.hpp"
#include "load/formats/schedule.hpp"
#include "source/json.hpp"
#include "source/unicode.hpp"

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
        for (const auto& person : people->elements) event.people.push_back(person_of(person));
    return event;
}

ScheduledDay day_of(const Node& node, bool own) {
    ScheduledDay day{{node.at.offset, 1}, field(&node, "date"), {}};
    if (const auto* rooms = find(&node, "rooms"))
        for (const auto& room : rooms->members)
            for (const auto& event : room.value.elements)
                day.events.push_back(event_of(event, {room.key, within_quotes(room.key_at)}, own));
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

} // namespace

bool is_schedule_json(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && source::is_blank(text.substr(0, 1))) text.remove_prefix(1);
    return text.starts_with('{');
}

Reading read_schedule_json(const source::Text& text, const ReadAs&) {
    const auto json = source::read_json(text);
    Reading reading;
    if (json.error)
        reading.errors.push_back(*json.error);
    else if (!find(find(&json.root, "schedule") ? find(&json.root, "schedule") : &json.root, "conference"))
        reading.errors.push_back({"this JSON is no schedule: it has no `conference`", {json.root.at.offset, 1}});
    reading.root = agenda_of(schedule_of(json.root));
    return reading;
}

} // namespace agenda::load::formats
