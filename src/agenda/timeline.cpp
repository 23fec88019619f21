// SPDX-License-Identifier: MIT
#include "agenda/timeline.hpp"
#include "agenda/listed.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace agenda {

Place place_of(const Agenda& agenda, const Slot& slot) {
    if (slot.plenary && !slot.room) return {};
    if (slot.room) return {Place::Sort::room, static_cast<std::uint32_t>(*slot.room)};
    if (!slot.track) return {};
    if (const auto room = agenda.tracks[*slot.track].room)
        return {Place::Sort::room, static_cast<std::uint32_t>(*room)};
    return {Place::Sort::track, static_cast<std::uint32_t>(*slot.track)};
}

std::string called(const Agenda& agenda, Place place) {
    switch (place.sort) {
    case Place::Sort::room: return "room `" + called(agenda.rooms[RoomIndex{place.index}]) + "`";
    case Place::Sort::track: return "track `" + called(agenda.tracks[TrackIndex{place.index}]) + "`";
    case Place::Sort::plenary: break;
    }
    return "the plenary";
}

std::string about(const Agenda& agenda, Place place) {
    switch (place.sort) {
    case Place::Sort::room: return agenda.about(RoomIndex{place.index});
    case Place::Sort::track: return agenda.about(TrackIndex{place.index});
    case Place::Sort::plenary: break;
    }
    return {};
}

bool declared_parallel(const Agenda& agenda, SlotIndex a, SlotIndex b) {
    return contains(agenda.slots[a].parallel_with, b) || contains(agenda.slots[b].parallel_with, a);
}

bool relayed(const Agenda& agenda, SlotIndex a, SlotIndex b) {
    const bool repeats = contains(agenda.slots[a].repeat_of, b) || contains(agenda.slots[b].repeat_of, a);
    const auto& of_a = agenda.slots[a].repeat_of;
    const bool both = std::any_of(of_a.begin(), of_a.end(),
                                  [&](SlotIndex slot) { return contains(agenda.slots[b].repeat_of, slot); });
    return (repeats || both) && agenda.slots[a].when == agenda.slots[b].when;
}

bool block_and_part(const Agenda& agenda, SlotIndex a, SlotIndex b) {
    constexpr int most_levels = 8; // a block within a block; also ends where blocks name one another
    const auto lies_in = [&](SlotIndex part, SlotIndex block) {
        const auto& inner = agenda.slots[part].when;
        const auto& outer = agenda.slots[block].when;
        if (!inner || !outer || inner->start < outer->start || inner->end > outer->end) return false;
        auto above = agenda.slots[part].part_of;
        for (int level = 0; above && level < most_levels; ++level, above = agenda.slots[*above].part_of)
            if (*above == block) return true;
        return false;
    };
    return lies_in(a, b) || lies_in(b, a);
}

namespace {

time::Instant known_start(const Agenda& agenda, time::Date date, const Slot& slot) {
    if (!slot.start || !date.ok()) return time::Instant::min();
    return instant_at(agenda, date, *slot.start);
}

} // namespace

std::vector<DayCourse> day_courses(const Agenda& agenda) {
    std::map<time::Date, DayCourse> by_date;
    for (auto day = DayIndex{0}; day < agenda.days.next(); day = DayIndex{static_cast<std::uint32_t>(day) + 1}) {
        const auto date = agenda.days[day].date;
        auto& course = by_date.try_emplace(date, DayCourse{date, day, {}, {}, time::Instant::max(), {}}).first->second;
        for (const auto index : agenda.days[day].slots) {
            const auto& slot = agenda.slots[index];
            if (slot.cancelled && slot.when) course.cancelled.push_back(index);
            if (!slot.occupies()) continue;
            (slot.when ? course.slots : course.unplaced).push_back(index);
            if (!slot.when) course.known_until = std::min(course.known_until, known_start(agenda, date, slot));
        }
    }
    std::vector<DayCourse> result;
    for (auto& [date, course] : by_date) {
        std::sort(course.slots.begin(), course.slots.end(), [&](SlotIndex a, SlotIndex b) {
            return std::tie(*agenda.slots[a].when, agenda.slots[a].id, a) <
                   std::tie(*agenda.slots[b].when, agenda.slots[b].id, b);
        });
        result.push_back(std::move(course));
    }
    return result;
}

Place line_of(const Slot& slot) {
    if (slot.plenary) return {};
    if (slot.track) return {Place::Sort::track, static_cast<std::uint32_t>(*slot.track)};
    if (slot.room) return {Place::Sort::room, static_cast<std::uint32_t>(*slot.room)};
    return {};
}

DayTimelines timelines(const Agenda& agenda, const DayCourse& course) {
    DayTimelines result;
    std::map<Place, std::vector<SlotIndex>> by_place;
    for (const auto index : course.slots) {
        const auto place = line_of(agenda.slots[index]);
        if (place == Place{})
            result.shared.push_back(index);
        else
            by_place[place].push_back(index);
    }
    for (auto& [place, own] : by_place) result.lines.push_back({place, std::move(own)});
    if (result.lines.empty() && !result.shared.empty()) result.lines.push_back({});
    return result;
}

namespace {

/// The slot less those of its items that `lets_out` names; nothing where one of them has no time.
template <class LetsOut> std::vector<When> less_items(const Slot& slot, LetsOut lets_out) {
    std::vector<When> breaks;
    for (const auto& item : slot.items) {
        if (!lets_out(item)) continue;
        if (!item.when) return {};
        breaks.push_back(*item.when);
    }
    std::sort(breaks.begin(), breaks.end());
    std::vector<When> result;
    auto from = slot.when->start;
    for (const auto& pause : breaks) {
        if (from >= slot.when->end) break;
        if (pause.start > from) result.push_back({from, std::min(pause.start, slot.when->end)});
        from = std::max(from, pause.end);
    }
    if (from < slot.when->end) result.push_back({from, slot.when->end});
    return result;
}

} // namespace

std::vector<When> sittings(const Slot& slot) {
    if (!slot.is_programme() || slot.breaks_inside || !slot.when) return {};
    return less_items(slot,
                      [](const Item& item) { return item.rest == Item::Rest::pause || item.rest == Item::Rest::meal; });
}

std::vector<When> busy(const Slot& slot, const When& noon) {
    if (!slot.is_programme() || !slot.when || (slot.breaks_inside && slot.when->covers(noon))) return {};
    return less_items(slot, [](const Item& item) { return item.rest == Item::Rest::meal; });
}

namespace {

struct Stretch {
    PersonIndex person;
    StageTime time;
};

/// The stretches of one slot, those of one person that overlap or touch made one.
void add_stretches(const Agenda& agenda, SlotIndex index, std::vector<Stretch>& all) {
    const auto& slot = agenda.slots[index];
    if (slot.cancelled || !slot.when) return;
    const auto first = all.size();
    for (std::uint32_t i = 0; i < slot.people.size(); ++i) {
        const auto& appearance = slot.people[i];
        const auto person = appearance.on_stage();
        if (!person || appearance.unknown) continue;
        const auto& item_time = appearance.item ? slot.items[*appearance.item].when : slot.when;
        all.push_back({*person, {index, item_time ? *item_time : *slot.when, i}});
    }
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, all.end(), [](const Stretch& a, const Stretch& b) {
        return std::tie(a.person, a.time.when) < std::tie(b.person, b.time.when);
    });
    auto kept = begin;
    for (auto it = begin; it != all.end(); ++it) {
        if (it != begin && kept->person == it->person && it->time.when.start <= kept->time.when.end)
            kept->time.when.end = std::max(kept->time.when.end, it->time.when.end);
        else if (it != begin)
            *++kept = *it;
    }
    if (begin != all.end()) all.erase(kept + 1, all.end());
}

} // namespace

std::vector<PersonStage> stage_times(const Agenda& agenda) {
    std::vector<Stretch> all;
    for (const auto slot : agenda.slots.indices()) add_stretches(agenda, slot, all);
    std::stable_sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) {
        return std::tie(a.person, a.time.when, a.time.slot) < std::tie(b.person, b.time.when, b.time.slot);
    });
    std::vector<PersonStage> result;
    for (const auto& stretch : all) {
        if (result.empty() || result.back().person != stretch.person) result.push_back({stretch.person, {}});
        result.back().times.push_back(stretch.time);
    }
    return result;
}

} // namespace agenda
