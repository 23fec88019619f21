// SPDX-License-Identifier: MIT
// schedule.xml as pretalx writes it, with the subtitle and venue of frab. Wraps pugixml. `role` of a person and
// `status` of an event are beside c3voc's schema, and only where a person does not speak and an event is not confirmed.
#include "export/export.hpp"
#include "export/schedule.hpp"
#include <pugixml.hpp>

namespace agenda::exporting {
namespace {

void add(pugi::xml_node to, const char* name, std::string_view text) {
    to.append_child(name).text().set(clean(text).c_str());
}

void add_event(pugi::xml_node room, const std::string& room_name, const OutEvent& event) {
    auto node = room.append_child("event");
    node.append_attribute("guid").set_value(event.guid.c_str());
    node.append_attribute("id").set_value(event.number);
    add(node, "date", event.date);
    add(node, "start", event.start);
    add(node, "duration", event.duration);
    add(node, "room", room_name);
    add(node, "slug", event.slug);
    add(node, "title", event.title);
    add(node, "subtitle", "");
    add(node, "track", event.track);
    add(node, "type", event.kind);
    add(node, "language", event.language);
    add(node, "abstract", event.description);
    add(node, "description", "");
    if (!event.status.empty()) add(node, "status", event.status);
    auto persons = node.append_child("persons");
    for (const auto& person : event.people) {
        auto one = persons.append_child("person");
        one.append_attribute("id").set_value(person.number);
        if (person.role != Role::speaker) one.append_attribute("role").set_value(name_of(person.role).data());
        one.text().set(clean(person.name).c_str());
    }
    node.append_child("links");
    node.append_child("attachments");
}

} // namespace

void write_schedule_xml(const Programme& programme, std::ostream& out) {
    const auto schedule = schedule_of(programme);
    const auto& event = programme.agenda.event;
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    auto root = document.append_child("schedule");
    root.append_child("generator").append_attribute("name").set_value(generator.data());
    add(root, "version", schedule.version);
    auto conference = root.append_child("conference");
    add(conference, "acronym", schedule.acronym);
    add(conference, "title", schedule.title);
    if (!event.subtitle.empty()) add(conference, "subtitle", event.subtitle);
    if (!event.venue.empty()) add(conference, "venue", event.venue);
    if (!schedule.start.empty()) add(conference, "start", schedule.start);
    if (!schedule.end.empty()) add(conference, "end", schedule.end);
    add(conference, "days", std::to_string(schedule.days.size()));
    add(conference, "timeslot_duration", schedule.timeslot);
    if (!schedule.timezone.empty()) add(conference, "time_zone_name", schedule.timezone);
    unsigned index = 0;
    for (const auto& day : schedule.days) {
        auto node = root.append_child("day");
        node.append_attribute("index").set_value(++index);
        node.append_attribute("date").set_value(day.date.c_str());
        node.append_attribute("start").set_value(day.start.c_str());
        node.append_attribute("end").set_value(day.end.c_str());
        for (const auto& room : day.rooms) {
            auto in = node.append_child("room");
            in.append_attribute("name").set_value(room.name.c_str());
            in.append_attribute("guid").set_value(room.guid.c_str());
            for (const auto& one : room.events) add_event(in, room.name, one);
        }
    }
    document.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
}

} // namespace agenda::exporting
