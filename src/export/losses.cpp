// SPDX-License-Identifier: MIT
// What each format has no place for, counted.
#include "agenda/listed.hpp"
#include "export/export.hpp"
#include "export/schedule.hpp"
#include <algorithm>
#include <set>

namespace agenda::exporting {
namespace {

std::size_t count_if(const auto& things, auto is) {
    return static_cast<std::size_t>(std::count_if(things.begin(), things.end(), is));
}

/// The things of one sort that say something under one of the keys, and under which.
Loss keys_of(const auto& things, std::initializer_list<std::string_view> keys, const std::string& of) {
    std::string said;
    for (const auto key : keys)
        if (std::any_of(things.begin(), things.end(), [&](const auto& one) { return one.keys.has(key); }))
            said += (said.empty() ? "`" : ", `") + std::string{key} + "`";
    const auto count = count_if(things, [&](const auto& one) {
        return std::any_of(keys.begin(), keys.end(), [&](auto key) { return one.keys.has(key); });
    });
    return {said + " of " + of, count};
}

struct Row {
    Loss (*lost)(const Agenda&);
    std::string_view carried_by; ///< formats, separated by spaces
};

std::vector<Appearance> appearances(const Agenda& agenda) {
    std::vector<Appearance> result;
    for (const auto& slot : agenda.slots) result.insert(result.end(), slot.people.begin(), slot.people.end());
    return result;
}

Loss items(const Agenda& agenda) {
    std::size_t count = 0;
    for (const auto& slot : agenda.slots) count += slot.items.size();
    return {"items inside slots", count};
}
Loss slot_keys(const Agenda& agenda) {
    return keys_of(agenda.slots,
                   {"questions", "discussion", "open-floor", "optional", "catered", "expected", "interpretation",
                    "repeat-of", "parallel-with", "part-of", "plenary", "breaks-inside", "note"},
                   "slots");
}
Loss languages(const Agenda& agenda) {
    return {"`languages` of slots", count_if(agenda.slots, [](const Slot& slot) { return !slot.languages.empty(); })};
}
Loss further_languages(const Agenda& agenda) {
    return {"languages beyond the first of a slot",
            count_if(agenda.slots, [](const Slot& slot) { return slot.languages.size() > 1; })};
}
Loss further_tags(const Agenda& agenda) {
    return {"tags beyond the first of a slot",
            count_if(agenda.slots, [](const Slot& slot) { return slot.tags.size() > 1; })};
}
Loss tracks_beside(const Agenda& agenda) {
    return {"tracks of slots that have a tag or a room too",
            count_if(agenda.slots, [](const Slot& slot) { return slot.track && (slot.room || !slot.tags.empty()); })};
}
Loss tracks_beside_rooms(const Agenda& agenda) {
    return {"tracks of slots that have a room too",
            count_if(agenda.slots, [](const Slot& slot) { return slot.track && slot.room; })};
}
Loss plenary_rooms(const Agenda& agenda) {
    return {"that a room is called `Plenary`, as that of slots without one is",
            count_if(agenda.rooms, [](const Room& room) { return called(room) == plenary_room; })};
}
Loss chairs(const Agenda& agenda) {
    return {"that somebody is a chair and no moderator",
            count_if(appearances(agenda), [](const Appearance& one) { return one.role == Role::chair; })};
}
Loss represented(const Agenda& agenda) {
    return {"people who are represented",
            count_if(appearances(agenda), [](const Appearance& one) { return one.delivered_by.has_value(); })};
}
Loss withdrawn(const Agenda& agenda) {
    return {"people who have withdrawn",
            count_if(appearances(agenda), [](const Appearance& one) { return !one.on_stage().has_value(); })};
}
Loss together(const Agenda& agenda) {
    return {"that people speak together",
            count_if(appearances(agenda), [](const Appearance& one) { return one.joint.has_value(); })};
}
Loss said_here(const Agenda& agenda) {
    return keys_of(appearances(agenda), {"capacity", "minutes", "mode", "status"}, "people in slots");
}
Loss person_keys(const Agenda& agenda) {
    return keys_of(agenda.people,
                   {"title", "suffix", "unit", "org", "country", "role", "aliases", "distinct-from", "arrives",
                    "leaves", "unavailable", "status", "affiliation"},
                   "people");
}
Loss capacities(const Agenda& agenda) { return keys_of(agenda.rooms, {"capacity"}, "rooms"); }
Loss room_keys(const Agenda& agenda) {
    return keys_of(agenda.rooms, {"building", "shared", "part-of", "available"}, "rooms");
}
Loss day_keys(const Agenda& agenda) {
    return keys_of(agenda.days, {"label", "weekday", "start", "end", "closing-note", "outside"}, "days");
}
Loss event_keys(const Agenda& agenda) {
    return keys_of(std::vector{agenda.event},
                   {"series", "organizer", "mode", "zones", "profile", "frozen-on", "languages", "holidays", "contact",
                    "show-cancelled", "text-format", "interpretation"},
                   "the event");
}
template <const char* Key> Loss event_key(const Agenda& agenda) {
    return keys_of(std::vector{agenda.event}, {Key}, "the event");
}
constexpr char title[] = "title", subtitle[] = "subtitle", venue[] = "venue", dates[] = "dates",
               timezone_key[] = "timezone", revision[] = "revision";
Loss walks(const Agenda& agenda) { return {"walks between rooms", agenda.walks.size()}; }
Loss delegations(const Agenda& agenda) { return {"delegations", agenda.delegations.size()}; }
Loss own_keys(const Agenda& agenda) {
    const auto in = [](const auto& things) {
        return count_if(things, [](const auto& one) { return !one.extra.empty(); });
    };
    return {"keys of your own (`x-...`)", in(std::vector{agenda.event}) + in(agenda.people) + in(agenda.rooms) +
                                              in(agenda.tracks) + in(agenda.days) + in(agenda.slots) +
                                              agenda.other_extra.size()};
}
/// Of what is not UTF-8 the loader has made U+FFFD already.
std::size_t replaced(std::string_view text) {
    const auto marks = [](std::string_view in) {
        std::size_t count = 0;
        for (auto at = in.find(replacement); at != in.npos; at = in.find(replacement, at + 1)) ++count;
        return count;
    };
    return marks(clean(text)) - marks(text);
}
Loss controls(const Agenda& agenda) {
    auto count = replaced(agenda.event.title);
    for (const auto& slot : agenda.slots) {
        count += replaced(slot.title.value) + replaced(slot.description) + replaced(slot.number.value);
        for (const auto& tag : slot.tags) count += replaced(tag);
    }
    for (const auto& person : agenda.people) count += replaced(called(person));
    for (const auto& room : agenda.rooms) count += replaced(called(room));
    for (const auto& track : agenda.tracks) count += replaced(called(track));
    return {"control characters, which become U+FFFD", count};
}
/// Those of which another thing before has the name.
std::size_t namesakes(const auto& things) {
    std::set<std::string> seen;
    return count_if(things, [&](const auto& one) { return !seen.insert(called(one)).second; });
}
Loss rooms_of_one_name(const Agenda& agenda) {
    return {"that a room is another than one with the same name", namesakes(agenda.rooms)};
}
Loss people_of_one_name(const Agenda& agenda) {
    std::set<std::string_view> seen;
    return {"that somebody is another than one with the same name", count_if(agenda.people, [&](const Person& person) {
                return !person.name.empty() && !seen.insert(person.name).second;
            })};
}
/// At the second of two times that the clock shows alike.
Loss second_times(const Agenda& agenda) {
    const auto second = [&](time::Instant instant) {
        const auto both = resolve(agenda, local(agenda, instant));
        const auto* repeated = std::get_if<time::Repeated>(&both);
        return repeated && repeated->later == instant;
    };
    return {"which of two times is meant that the clock shows alike", count_if(agenda.slots, [&](const Slot& slot) {
                return agenda.zone && slot.when && (second(slot.when->start) || second(slot.when->end));
            })};
}
/// Whoever reads dates and times alone takes what starts before four for the night after an evening that goes on.
Loss early_starts(const Agenda& agenda) {
    constexpr time::Clock day_change{time::minutes{4 * 60}}, late{time::minutes{20 * 60}};
    constexpr time::Clock midnight{time::minutes{24 * 60}};
    const auto date_of = [&](const Slot& slot) { return std::chrono::sys_days{agenda.days[slot.day].date}; };
    std::set<std::chrono::sys_days> evenings;
    for (const auto& slot : agenda.slots)
        if (slot.start && *slot.start >= late && *slot.start < midnight) evenings.insert(date_of(slot));
    return {"the day of what starts before four in the morning, after an evening that goes on",
            count_if(agenda.slots, [&](const Slot& slot) {
                return slot.start && *slot.start < day_change &&
                       evenings.contains(date_of(slot) - std::chrono::days{1});
            })};
}
/// Only where one cell has several values.
Loss semicolons(const Agenda& agenda) {
    const auto has = [](std::string_view text) { return text.find_first_of(";\n\r") != std::string_view::npos; };
    auto count =
        count_if(agenda.slots, [&](const Slot& slot) { return std::any_of(slot.tags.begin(), slot.tags.end(), has); });
    count += count_if(agenda.people, [&](const Person& person) { return has(person.name); });
    return {"that a `;` or a line's end in a name or a tag parts nothing", count};
}

constexpr std::string_view schedules = "schedule.json schedule.xml";
constexpr Row rows[] = {
    {items, ""},
    {slot_keys, ""},
    {languages, "csv schedule.json schedule.xml"},
    {further_languages, "csv ics"}, // of which ics has said it all
    {further_tags, "csv ics"},
    {tracks_beside, "csv ics"},
    {tracks_beside_rooms, "csv schedule.json schedule.xml"},
    {plenary_rooms, "csv ics"},
    {chairs, "csv schedule.json schedule.xml"},
    {represented, ""},
    {withdrawn, ""},
    {together, ""},
    {said_here, ""},
    {person_keys, ""},
    {capacities, "schedule.json"},
    {room_keys, ""},
    {day_keys, ""},
    {event_key<title>, "ics schedule.json schedule.xml"},
    {event_key<subtitle>, "schedule.xml"},
    {event_key<venue>, "schedule.xml"},
    {event_key<dates>, schedules},
    {event_key<timezone_key>, "ics schedule.json schedule.xml"},
    {event_key<revision>, schedules},
    {event_keys, ""},
    {walks, ""},
    {delegations, ""},
    {own_keys, ""},
    {rooms_of_one_name, ""},
    {people_of_one_name, "schedule.json schedule.xml"},
    {second_times, "ics schedule.json schedule.xml"},
    {early_starts, "ics schedule.json schedule.xml"},
    {controls, "schedule.json"},
    {semicolons, "ics schedule.json schedule.xml"},
};

} // namespace

std::vector<Loss> losses(const Agenda& agenda, std::string_view format) {
    std::vector<Loss> result;
    for (const auto& row : rows) {
        if (listed(row.carried_by, format)) continue;
        if (auto loss = row.lost(agenda); loss.count > 0) result.push_back(std::move(loss));
    }
    return result;
}

} // namespace agenda::exporting
