// SPDX-License-Identifier: MIT
#include "checks/assignment_days.hpp"
#include <algorithm>
#include <map>

namespace agenda::checks {
namespace {

/// Breaks inside a slot that goes on over the whole of it hold a lunch that nobody wrote.
constexpr time::ClockRange noon{{time::minutes{12 * 60}}, {time::minutes{14 * 60}}};

/// When the slot keeps interpreters at work: without the breaks among its items. Breaks whose time is not said are
/// taken for short ones.
std::vector<When> at_work(const Agenda& agenda, const DayCourse& course, const Slot& slot) {
    if (auto parts = sittings(slot); !parts.empty()) return parts;
    if (!course.date.ok()) return {};
    return busy(slot, {instant_at(agenda, course.date, noon.start), instant_at(agenda, course.date, noon.end)});
}

/// The chosen slots of the day as stretches without a pause, place by place.
std::vector<Stretch> by_place(const Agenda& agenda, const DayCourse& course, const std::vector<bool>& chosen) {
    std::map<Place, std::vector<Stretch>> places;
    for (const auto index : course.slots) {
        if (!chosen[static_cast<std::size_t>(index)]) continue;
        const auto& slot = agenda.slots[index];
        auto& here = places[place_of(agenda, slot)];
        for (const auto& part : at_work(agenda, course, slot)) here.push_back({part, {index}});
    }
    std::vector<Stretch> result;
    for (auto& [place, parts] : places) {
        std::stable_sort(parts.begin(), parts.end(),
                         [](const Stretch& a, const Stretch& b) { return a.when < b.when; });
        for (auto& stretch : joined(parts, {}, std::chrono::seconds{0})) result.push_back(std::move(stretch));
    }
    return result;
}

/// How many more places have a slot from an instant on; what ends comes before what begins at the same one.
std::vector<std::pair<time::Instant, int>> changes(const std::vector<Stretch>& stretches) {
    std::vector<std::pair<time::Instant, int>> result;
    for (const auto& stretch : stretches) {
        result.emplace_back(stretch.when.start, 1);
        result.emplace_back(stretch.when.end, -1);
    }
    std::sort(result.begin(), result.end());
    return result;
}

/// When at least so many places at once have a slot; without a number, as many as there are at most.
std::vector<Stretch> occupied(const std::vector<Stretch>& stretches, std::optional<std::size_t> places) {
    const auto steps = changes(stretches);
    long most = 0;
    long now = 0;
    for (const auto& [at, change] : steps) most = std::max(most, now += change);
    const auto wanted = places ? static_cast<long>(*places) : most;
    std::vector<Stretch> result;
    now = 0;
    for (const auto& [at, change] : steps) {
        if (change > 0 && now + 1 == wanted) result.push_back({{at, at}, {}});
        if (change < 0 && now == wanted) result.back().when.end = at;
        now += change;
    }
    return result;
}

/// The first assignment in each stretch in which somebody is at work; those without an assignment have none.
std::vector<std::size_t> firsts(const std::vector<Stretch>& assignments, const std::vector<Stretch>& somebody) {
    std::vector<std::size_t> result;
    std::size_t i = 0;
    for (const auto& stretch : somebody) {
        if (i < assignments.size() && assignments[i].when.start < stretch.when.end) result.push_back(i);
        while (i < assignments.size() && assignments[i].when.start < stretch.when.end) ++i;
    }
    return result;
}

/// Gives each assignment the slots that it is made of.
void name_slots(const Agenda& agenda, const std::vector<Stretch>& stretches, std::vector<Stretch>& assignments) {
    std::vector<SlotIndex> slots;
    for (const auto& stretch : stretches) slots.insert(slots.end(), stretch.slots.begin(), stretch.slots.end());
    const auto earlier = [&](SlotIndex a, SlotIndex b) { return *agenda.slots[a].when < *agenda.slots[b].when; };
    std::stable_sort(slots.begin(), slots.end(), earlier);
    for (const auto index : slots) {
        const auto& when = *agenda.slots[index].when;
        auto at = std::partition_point(assignments.begin(), assignments.end(),
                                       [&](const Stretch& one) { return one.when.end <= when.start; });
        for (; at != assignments.end() && at->when.start < when.end; ++at)
            if (at->slots.empty() || at->slots.back() != index) at->slots.push_back(index);
    }
}

} // namespace

std::optional<std::size_t> declared_teams(const Agenda& agenda) {
    const auto& interpretation = agenda.event.interpretation;
    if (!interpretation || !interpretation->teams) return std::nullopt;
    return static_cast<std::size_t>(std::max<std::int64_t>(*interpretation->teams, 1));
}

std::vector<AssignmentDay> assignment_days(const Context& context, const std::vector<bool>& chosen,
                                           std::optional<std::size_t> teams, time::minutes pause) {
    std::vector<AssignmentDay> result;
    for (const auto& course : context.courses) {
        const auto stretches = by_place(context.agenda, course, chosen);
        auto assignments = joined(occupied(stretches, teams), {}, pause);
        if (assignments.empty()) continue;
        name_slots(context.agenda, stretches, assignments);
        auto rounds = firsts(assignments, joined(occupied(stretches, 1), {}, pause));
        result.push_back({&course, std::move(assignments), std::move(rounds)});
    }
    return result;
}

std::vector<Excess> excesses(const std::vector<AssignmentDay>& days, std::int64_t length, std::int64_t most) {
    const auto number = [&](std::size_t i) {
        return std::chrono::sys_days{days[i].course->date}.time_since_epoch().count();
    };
    std::vector<Excess> result;
    for (std::size_t first = 0; first < days.size();) {
        std::int64_t count = 0;
        auto end = first;
        for (; end < days.size() && number(end) - number(first) < length; ++end)
            count += static_cast<std::int64_t>(days[end].rounds.size());
        if (count > most) result.push_back({first, end - 1, length, most, count});
        first = count > most ? end : first + 1;
    }
    return result;
}

SlotIndex last_slot(const Agenda& agenda, const Stretch& assignment) {
    return *std::max_element(assignment.slots.begin(), assignment.slots.end(), [&](SlotIndex a, SlotIndex b) {
        return agenda.slots[a].when->end < agenda.slots[b].when->end;
    });
}

} // namespace agenda::checks
