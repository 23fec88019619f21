// SPDX-License-Identifier: MIT
// schedule.json, version 1, by c3voc's schema. `role` of a person and `status` of an event are beside the schema, and
// only where a person does not speak and an event is not confirmed.
#include "export/export.hpp"
#include "export/schedule.hpp"
#include "source/unicode.hpp"
#include <map>
#include <nlohmann/json.hpp>

namespace agenda::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json event_json(const OutEvent& event, const std::string& room) {
    ordered_json persons = ordered_json::array();
    for (const auto& person : event.people) {
        ordered_json one{{"id", person.number}, {"public_name", source::scrubbed(person.name)}};
        if (person.role != Role::speaker) one["role"] = name_of(person.role);
        persons.push_back(std::move(one));
    }
    ordered_json result{{"id", event.number},
                        {"guid", event.guid},
                        {"date", event.date},
                        {"start", event.start},
                        {"duration", event.duration},
                        {"room", room},
                        {"slug", event.slug},
                        {"url", ""},
                        {"title", event.title},
                        {"subtitle", ""},
                        {"track", event.track},
                        {"type", event.kind},
                        {"language", event.language},
                        {"abstract", event.description},
                        {"description", ""},
                        {"persons", std::move(persons)},
                        {"links", ordered_json::array()},
                        {"attachments", ordered_json::array()},
                        {"answers", ordered_json::array()}};
    if (!event.status.empty()) result["status"] = event.status;
    return result;
}

} // namespace

void write_schedule_json(const Programme& programme, std::ostream& out) {
    const auto schedule = schedule_of(programme);
    ordered_json conference{{"acronym", schedule.acronym},       {"title", schedule.title},
                            {"start", schedule.start},           {"end", schedule.end},
                            {"daysCount", schedule.days.size()}, {"timeslot_duration", schedule.timeslot}};
    if (!schedule.timezone.empty()) conference["time_zone_name"] = schedule.timezone;
    ordered_json rooms = ordered_json::array(), days = ordered_json::array();
    std::map<std::string_view, std::size_t> places; // in rooms, by name
    for (const auto& day : schedule.days) {
        ordered_json one{
            {"index", days.size() + 1}, {"date", day.date}, {"day_start", day.start}, {"day_end", day.end}};
        ordered_json::object_t events_in; // each name once, and looked up by none
        for (const auto& room : day.rooms) {
            const auto [place, is_new] = places.try_emplace(room.name, rooms.size());
            if (is_new) rooms.emplace_back();
            rooms[place->second] = {{"name", room.name},
                                    {"guid", room.guid},
                                    {"description", nullptr},
                                    {"capacity", room.capacity ? ordered_json(*room.capacity) : ordered_json()}};
            auto events = ordered_json::array();
            for (const auto& event : room.events) events.push_back(event_json(event, room.name));
            events_in.emplace_back(room.name, std::move(events));
        }
        one["rooms"] = std::move(events_in);
        days.push_back(std::move(one));
    }
    conference["rooms"] = std::move(rooms);
    conference["days"] = std::move(days);
    const ordered_json root{{"$schema", "https://c3voc.de/schedule/schema.json"},
                            {"generator", {{"name", generator}}},
                            {"schedule", {{"version", schedule.version}, {"conference", std::move(conference)}}}};
    out << root.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

} // namespace agenda::exporting
