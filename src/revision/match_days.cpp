// SPDX-License-Identifier: MIT
// Where the programmes of days have gone: by what becomes of their slots.
#include "revision/matching.hpp"
#include <set>

namespace agenda::revision {
namespace {

using time::Date;

/// How many slots go from which date to which.
struct Counts {
    std::map<std::pair<Date, Date>, std::size_t> both;
    std::map<Date, std::size_t> before, after;
    std::map<std::chrono::days, std::size_t> by_distance;
    std::size_t all = 0;

    std::size_t from_to(Date from, Date to) const {
        const auto found = both.find({from, to});
        return found == both.end() ? 0 : found->second;
    }
    /// Most of what both days have in common with any day.
    bool most(Date from, Date to) const {
        const auto count = from_to(from, to);
        return count > 0 && 2 * count > std::max(before.at(from), after.at(to));
    }
};

std::chrono::days distance(Date from, Date to) { return std::chrono::sys_days{to} - std::chrono::sys_days{from}; }

Counts count(const Agenda& before, const Agenda& after, const Same<SlotIndex>& slots) {
    Counts result;
    for (const auto index : before.slots.indices()) {
        const auto other = slots.after(index);
        if (!other) continue;
        const auto from = before.days[before.slots[index].day].date;
        const auto to = after.days[after.slots[*other].day].date;
        ++result.both[{from, to}];
        ++result.before[from];
        ++result.after[to];
        if (!from.ok() || !to.ok()) continue;
        ++result.by_distance[distance(from, to)];
        ++result.all;
    }
    return result;
}

std::set<Date> dates_of(const Agenda& agenda) {
    std::set<Date> result;
    for (const auto& day : agenda.days) result.insert(day.date);
    return result;
}

} // namespace

std::map<Date, Date> match_dates(const Agenda& before, const Agenda& after, const Same<SlotIndex>& slots) {
    const auto counts = count(before, after, slots);
    const auto earlier = dates_of(before), later = dates_of(after);
    std::map<Date, Date> result;
    for (const auto& [dates, here] : counts.both) {
        const auto& [from, to] = dates;
        if (from == to || !from.ok() || !to.ok() || !counts.most(from, to)) continue;
        const bool all_go = here > 1 && here == counts.before.at(from) && here == counts.after.at(to);
        const bool all_days_go = 2 * counts.by_distance.at(distance(from, to)) > counts.all && counts.all > 2;
        const bool free = !later.contains(from) && !earlier.contains(to);
        if (all_go || all_days_go || free || counts.most(to, from)) result[from] = to;
    }
    return result;
}

} // namespace agenda::revision
