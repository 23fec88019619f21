// SPDX-License-Identifier: MIT
// Interpreters' assignments: when all the teams that there are have to be at work, day by day.
#pragma once
#include "checks/stretches.hpp"

namespace agenda::checks {

struct AssignmentDay {
    const DayCourse* course = nullptr;
    /// Disjoint, sorted, at least the pause apart. The slots of one are those that begin it or make it longer, each in
    /// its place.
    std::vector<Stretch> assignments;
    /// The first assignment (index) after each pause in which no team is at work, and the first of the day: whoever
    /// relieves whom, every team is at work so many times.
    std::vector<std::size_t> rounds;

    /// From the first assignment of a round to the end of its last.
    When round(std::size_t index) const {
        const auto next = index + 1 < rounds.size() ? rounds[index + 1] : assignments.size();
        return {assignments[rounds[index]].when.start, assignments[next - 1].when.end};
    }
};

/// How many teams [event.interpretation] says that there are; at least one.
std::optional<std::size_t> declared_teams(const Agenda& agenda);

/// An assignment is a stretch in which all teams are at work, since at least as many places as there are teams have a
/// chosen slot; pauses shorter than `pause` belong to it. With more teams than places they can relieve one another:
/// nothing is known of any of them, and there is no assignment. Where the number of teams is not known, a day has as
/// many as it has places at once. Only days with an assignment are given back, in the order of their dates.
/// `chosen` has a flag for each slot. O(n log n).
std::vector<AssignmentDay> assignment_days(const Context& context, const std::vector<bool>& chosen,
                                           std::optional<std::size_t> teams, time::minutes pause);

/// More rounds than there should be in some days in a row.
struct Excess {
    std::size_t first, last; ///< indices into the days, both inclusive
    std::int64_t days, most; ///< how many days in a row, and how many rounds they may have
    std::int64_t rounds;
};
/// Where more than `most` rounds fall in `length` days in a row; no day is in two of them.
std::vector<Excess> excesses(const std::vector<AssignmentDay>& days, std::int64_t length, std::int64_t most);

/// The slot of an assignment that goes on longest.
SlotIndex last_slot(const Agenda& agenda, const Stretch& assignment);

} // namespace agenda::checks
