// SPDX-License-Identifier: MIT
#include "checks/window_sources.hpp"
#include "checks/words.hpp"
#include <algorithm>

namespace agenda::checks {
namespace {

using time::Clock;
using time::ClockRange;

constexpr ClockRange unbounded{no_opening, no_closing};

ClockRange bounds_given(const WindowSource& source, const ClockRange& otherwise) {
    return {source.earliest.value_or(otherwise.start), source.latest.value_or(otherwise.end)};
}

std::vector<Held> only(Held&& held) {
    std::vector<Held> result; // no list in braces, which would be copied
    result.push_back(std::move(held));
    return result;
}

/// Windows of every day, within bounds; without windows the bounds alone.
std::vector<Held> bounded(const Subject& subject, const Windows& windows, ClockRange bounds) {
    if (windows.empty() && bounds == unbounded) return {};
    if (bounds.empty()) bounds.end.since_midnight += whole_day;
    Held held;
    held.said = windows.empty() ? Windows{bounds} : clipped(windows, bounds);
    if (windows.empty())
        held.windows = held.said;
    else if (subject.breaks_inside) // and they may lie between two windows
        held.windows = clipped(every_day({{windows.front().start, windows.back().end}}, subject.clock), bounds);
    else
        held.windows = clipped(every_day(windows, subject.clock), bounds);
    if (held.windows.empty()) return {};
    held.parts = subject.parts;
    return only(std::move(held));
}

std::vector<Held> by_rule(const WindowSource& source, const Subject& subject) {
    return bounded(subject, source.windows, bounds_given(source, unbounded));
}

std::vector<Held> by_day(const Agenda& agenda, const WindowSource& source, const Subject& subject) {
    const auto& day = agenda.days[subject.slot.day];
    auto bounds = bounds_given(source, unbounded);
    if (day.start) bounds.start = *day.start;
    if (day.end) bounds.end = *day.end;
    auto result = bounded(subject, source.windows, bounds);
    for (auto& held : result) {
        if (day.start) held.related.push_back({day.keys.at("start", day.at), "the day starts here"});
        if (day.end) held.related.push_back({day.keys.at("end", day.at), "the day ends here"});
    }
    return result;
}

std::vector<Held> by_interpretation(const Agenda& agenda, const WindowSource& source, const Subject& subject) {
    const auto& interpretation = agenda.event.interpretation;
    if (!interpretation) return {};
    if (interpretation->windows.empty()) return by_rule(source, subject);
    return bounded(subject, merged(interpretation->windows), bounds_given(source, unbounded));
}

/// The room's own times, else those of the room that it is a part of.
std::vector<Held> by_room(const Agenda& agenda, const Subject& subject) {
    const auto place = place_of(agenda, subject.slot);
    if (place.sort != Place::Sort::room) return {};
    std::optional<RoomIndex> room = RoomIndex{place.index};
    while (room && agenda.rooms[*room].available.empty()) room = agenda.rooms[*room].part_of;
    if (!room) return {};
    const auto& says = agenda.rooms[*room];
    auto result = bounded(subject, merged(says.available), unbounded);
    for (auto& held : result) {
        held.room = called(says);
        held.about = {agenda.about(*room)};
        held.related = {{says.keys.at("available", says.at), ticked_name(says) + " is available " + held.text()}};
    }
    return result;
}

std::vector<Held> by_slot(const Subject& subject) {
    if (subject.thing.sort != Sort::item) return {};
    Held held;
    held.parts = subject.parts;
    held.windows = {subject.slot.clock.value_or(ClockRange{})};
    held.said = held.windows;
    held.related = {{subject.slot.time_at, ticked_name(subject.slot) + ", " + held.text()}};
    return only(std::move(held));
}

/// "14:00" on the slot's day, "2026-06-02", "2026-06-02 at 14:00". Midnight is the edge of a whole day: at an end that
/// of the day before.
std::string moment(time::Date date, time::LocalTime time, bool end) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const Clock clock{time::whole_minutes(time - day)};
    if (clock == Clock{}) return time::format_date(time::Date{end ? day - std::chrono::days{1} : day});
    const auto at = time::format_clock(clock);
    return time::Date{day} == date ? at : time::format_date(time::Date{day}) + " at " + at;
}

/// With its preposition: "at 14:00", "on 2026-06-02".
std::string at_moment(const std::string& moment) { return (moment.find(':') == 2 ? "at " : "on ") + moment; }

std::string absence(time::Date date, const Absence& absence) {
    std::string result = "is unavailable";
    if (absence.from) result += " from " + moment(date, *absence.from, false);
    if (absence.to) result += (absence.from ? " to " : " until ") + moment(date, *absence.to, true);
    return result;
}

/// Where the person's table says why not, and in which words.
struct Objection {
    std::string_view key;
    std::string reason;
};

std::optional<Objection> objection(const Person& person, const Subject& subject, const Windows& absences,
                                   const ClockRange& stay) {
    if (subject.clock.start < stay.start)
        return Objection{"arrives", "arrives " + at_moment(moment(subject.date, *person.arrives, false))};
    if (subject.clock.end > stay.end)
        return Objection{"leaves", "leaves " + at_moment(moment(subject.date, *person.leaves, true))};
    for (std::size_t i = 0; i < absences.size(); ++i)
        if (overlap(subject.clock, absences[i]))
            return Objection{"unavailable", absence(subject.date, person.unavailable[i])};
    return std::nullopt;
}

/// What is left of `stay` between the absences.
Windows present(const ClockRange& stay, Windows absences) {
    std::sort(absences.begin(), absences.end());
    Windows result;
    auto from = stay.start;
    for (const auto& absent : absences) {
        if (absent.empty()) continue;
        if (from < std::min(absent.start, stay.end)) result.push_back({from, std::min(absent.start, stay.end)});
        from = std::max(from, absent.end);
    }
    if (from < stay.end) result.push_back({from, stay.end});
    if (result.empty()) result.push_back({no_closing, no_closing}); // never there
    return result;
}

/// Who speaks from afar need not have arrived.
std::vector<Held> by_person(const Agenda& agenda, const Subject& subject) {
    if (!subject.person) return {};
    const auto& person = agenda.people[*subject.person];
    const bool remote = subject.slot.people[subject.thing.part].mode == "remote";
    const auto clock = [&](const std::optional<time::LocalTime>& time, Clock otherwise) {
        return time ? time::clock_of(subject.date, *time) : otherwise;
    };
    const auto stay =
        remote ? unbounded : ClockRange{clock(person.arrives, no_opening), clock(person.leaves, no_closing)};
    Windows absences;
    for (const auto& one : person.unavailable)
        absences.push_back(one.from || one.to ? ClockRange{clock(one.from, no_opening), clock(one.to, no_closing)}
                                              : ClockRange{});
    if (stay == unbounded && absences.empty()) return {};
    Held held;
    held.parts = subject.parts;
    held.windows = present(stay, absences);
    held.about = {agenda.about(*subject.person)};
    if (const auto found = objection(person, subject, absences, stay)) {
        held.reason = found->reason;
        held.related = {{person.keys.at(found->key, person.at), ticked_name(person) + " " + found->reason}};
    }
    return only(std::move(held));
}

/// The same windows on the wall of each zone of the audience.
std::vector<Held> by_zones(const Agenda& agenda, const WindowSource& source, const Subject& subject) {
    std::vector<Held> result;
    if (agenda.floating()) return result;
    const auto bounds = bounds_given(source, {Clock{}, Clock{whole_day}});
    const auto windows = source.windows.empty() ? merged({bounds}) : clipped(source.windows, bounds);
    for (const auto& zone : agenda.audience_zones) {
        const auto start = zone.local(subject.when.start);
        const time::Date date{std::chrono::floor<std::chrono::days>(start)};
        const ClockRange there{time::clock_of(date, start), time::clock_of(date, zone.local(subject.when.end))};
        Held held;
        held.parts = {there};
        held.windows = every_day(windows, there);
        held.said = windows;
        held.zone = zone.name();
        if (!windows.empty()) result.push_back(std::move(held));
    }
    return result;
}

/// What the nested breaks of a slot leave of it.
void take_out_breaks(const Agenda& agenda, Subject& subject) {
    if (!subject.slot.is_programme()) return;
    const auto sat = sittings(subject.slot);
    subject.breaks_inside = sat.empty();
    if (sat.size() < 2 && (sat.empty() || sat.front() == subject.when)) return;
    subject.parts.clear();
    for (const auto& when : sat) subject.parts.push_back(clock_at(agenda, subject.date, when));
}

} // namespace

WindowSource::WindowSource(const finding::Arguments& arguments)
    : from(arguments.word_or("from", "rule")), windows(arguments.given<Windows>("windows").value_or(Windows{})),
      earliest(arguments.given<Clock>("earliest")), latest(arguments.given<Clock>("latest")) {
    if (const auto window = arguments.given<ClockRange>("window")) windows.push_back(*window);
    windows = merged(std::move(windows));
}

bool may_hold(const Agenda& agenda, const WindowSource& source) {
    if (source.from == "rule") return !source.windows.empty() || source.earliest || source.latest;
    if (source.from == "interpretation") return agenda.event.interpretation.has_value();
    if (source.from == "zones") return !agenda.audience_zones.empty();
    if (source.from == "room")
        return std::any_of(agenda.rooms.begin(), agenda.rooms.end(),
                           [](const Room& room) { return !room.available.empty(); });
    if (source.from == "person")
        return std::any_of(agenda.people.begin(), agenda.people.end(), [](const Person& person) {
            return person.arrives || person.leaves || !person.unavailable.empty();
        });
    return true;
}

std::optional<Subject> subject_of(const Agenda& agenda, const Thing& thing, const WindowSource& source) {
    Subject subject{.thing = thing, .slot = *slot_of(agenda, thing)};
    const auto& slot = subject.slot;
    std::optional<std::uint32_t> item;
    if (thing.sort == Sort::item) {
        item = thing.part;
        if (!slot.items[*item].clock || (slot.when && !slot.items[*item].when)) return std::nullopt;
    }
    if (thing.sort == Sort::appearance) {
        subject.person = slot.people[thing.part].on_stage();
        if (!subject.person) return std::nullopt;
        const auto in = slot.people[thing.part].item;
        if (in && slot.items[*in].when) item = in;
        subject.sometime = in && !item;
    }
    const auto& date = agenda.days[slot.day].date;
    const auto& clock = item ? slot.items[*item].clock : slot.clock;
    subject.placed = slot.when && clock && date.ok();
    subject.date = date.ok() ? date : time::Date{std::chrono::sys_days{}};
    if (!subject.placed) return subject;
    subject.when = item ? *slot.items[*item].when : *slot.when;
    subject.clock = *clock;
    subject.parts = {*clock};
    const auto& from = source.from;
    if (thing.sort == Sort::slot && (from == "rule" || from == "day" || from == "interpretation"))
        take_out_breaks(agenda, subject);
    return subject;
}

std::string name_of(const Agenda& agenda, const Subject& subject) {
    if (subject.person) return ticked_name(agenda.people[*subject.person]);
    const auto slot = ticked_name(subject.slot);
    if (subject.thing.sort != Sort::item) return slot;
    const auto& title = subject.slot.items[subject.thing.part].title;
    return title.empty() ? "item " + std::to_string(subject.thing.part + 1) + " of " + slot : ticked(title);
}

std::vector<Held> held_against(const Agenda& agenda, const WindowSource& source, const Subject& subject) {
    if (source.from == "day") return by_day(agenda, source, subject);
    if (source.from == "interpretation") return by_interpretation(agenda, source, subject);
    if (source.from == "room") return by_room(agenda, subject);
    if (source.from == "slot") return by_slot(subject);
    if (source.from == "person") return by_person(agenda, subject);
    if (source.from == "zones") return by_zones(agenda, source, subject);
    return by_rule(source, subject);
}

} // namespace agenda::checks
