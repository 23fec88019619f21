// SPDX-License-Identifier: MIT
// When and where each slot was and is, for those who tell of it.
#pragma once
#include "revision/collector.hpp"

namespace agenda::revision {

/// A slot's time on its day: the date as the later revision calls the day, and what is written.
struct When {
    std::string date, time;
    std::optional<time::ClockRange> clock;
    std::optional<time::Clock> start;
    std::optional<time::minutes> takes;

    friend bool operator==(const When& a, const When& b) { return a.date == b.date && a.time == b.time; }
    std::string text() const { return time.empty() ? date + ", no time" : date + " " + time; }
};

struct Where {
    std::string room, track;
    friend auto operator<=>(const Where&, const Where&) = default;
};

struct Moved {
    SlotPair pair;
    When was, is;
    Where from, to;
    std::string date_before; ///< as the earlier revision has it
    bool told_when = false, told_where = false;

    /// Has gone to another date with its day; `was` tells that date already.
    bool goes_along() const { return date_before != was.date; }
    bool moves() const { return !told_when && was != is; }
    bool relocates() const { return !told_where && from != to; }
    /// By how much start and end move, where both do by the same.
    std::optional<time::minutes> shift() const {
        if (was.date != is.date || !was.clock || !is.clock) return std::nullopt;
        const auto start = is.clock->start.since_midnight - was.clock->start.since_midnight;
        const auto end = is.clock->end.since_midnight - was.clock->end.since_midnight;
        return start == end && start.count() != 0 ? std::optional{start} : std::nullopt;
    }
};

/// All slots that are matched, in the order of the programme.
std::vector<Moved> moved_slots(const Collector& collector);

/// "15:00-17:50 -> 15:10-18:00"; with the dates where those differ.
std::string times(const Moved& one);
/// Where it was and where it is: "room `Aula`", "no place"; of room and track what differs.
std::pair<std::string, std::string> places(const Collector& collector, const Moved& one);
/// "room `Aula` -> room `Room XX`".
std::string relocation(const Collector& collector, const Moved& one);

void edit_when(const Moved& one, Member& member);
void edit_where(const Moved& one, Member& member);
/// The slot with the places of what says when, in both revisions.
Member member_when(const Collector& collector, const Moved& one);

/// Slots that exchange their times or places are told; what is told of each is marked.
void add_exchanges(Collector& collector, std::vector<Moved>& slots);

} // namespace agenda::revision
