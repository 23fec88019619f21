// SPDX-License-Identifier: MIT
#include "checks/audience.hpp"
#include <algorithm>
#include <map>

namespace agenda::checks {
namespace {

/// Of each of the course's slots, whether nothing of the programme that is not optional runs beside it.
std::vector<bool> alone(const Agenda& agenda, const DayCourse& course) {
    const auto counts = [&](SlotIndex index) {
        return agenda.slots[index].is_programme() && !agenda.slots[index].optional;
    };
    std::vector<bool> result(course.slots.size());
    auto busy_until = time::Instant::min();
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < course.slots.size(); ++i) {
        if (!counts(course.slots[i])) continue;
        const auto& when = *agenda.slots[course.slots[i]].when;
        result[i] = busy_until <= when.start;
        if (last && agenda.slots[course.slots[*last]].when->end > when.start) result[*last] = false;
        busy_until = std::max(busy_until, when.end);
        last = i;
    }
    return result;
}

struct Attended {
    SlotIndex slot;
    When when;
};

/// Slots in the order of their starts, and for each which of those up to it ends last.
class Line {
public:
    explicit Line(std::vector<Attended> sorted) : slots_(std::move(sorted)) {
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            const bool ends_last = i == 0 || slots_[i].when.end > slots_[last_.back()].when.end;
            last_.push_back(ends_last ? i : last_.back());
        }
    }

    const std::vector<Attended>& slots() const { return slots_; }
    /// Of those that start before a moment, the one that ends last.
    const Attended* last_before(time::Instant moment) const { return last_of(starting_from(moment)); }
    /// The first that starts at a moment or later.
    const Attended* next_from(time::Instant moment) const {
        const auto at = starting_from(moment);
        return at == slots_.size() ? nullptr : &slots_[at];
    }
    bool beside_itself() const {
        for (std::size_t i = 1; i < slots_.size(); ++i)
            if (slots_[i].when.start < slots_[last_[i - 1]].when.end) return true;
        return false;
    }

private:
    std::size_t starting_from(time::Instant moment) const {
        const auto at = std::partition_point(slots_.begin(), slots_.end(),
                                             [&](const Attended& one) { return one.when.start < moment; });
        return static_cast<std::size_t>(at - slots_.begin());
    }
    const Attended* last_of(std::size_t count) const { return count == 0 ? nullptr : &slots_[last_[count - 1]]; }

    std::vector<Attended> slots_;
    std::vector<std::size_t> last_;
};

/// The one of two that ends later.
const Attended* later(const Attended* a, const Attended* b) { return !a || (b && b->when.end > a->when.end) ? b : a; }

/// The steps to and from each of a timeline's own slots. What is between two slots for all is the same on every
/// timeline, and is not looked for here: the cost grows with the timeline's own slots alone.
void add_own_steps(const Line& own, const Line& for_all, std::vector<Step>& steps) {
    for (const auto& slot : own.slots()) {
        const auto* own_before = own.last_before(slot.when.start);
        const auto* before = later(own_before, for_all.last_before(slot.when.start));
        if (before && before->when.end <= slot.when.start)
            steps.push_back({before->slot, slot.slot, before != own_before, false});
        const auto* next = for_all.next_from(slot.when.end);
        if (!next) continue;
        const auto* until_then = later(own.last_before(next->when.start), for_all.last_before(next->when.start));
        if (until_then && until_then->slot == slot.slot) steps.push_back({slot.slot, next->slot, false, true});
    }
}

} // namespace

std::vector<Step> audience_steps(const Agenda& agenda, const DayCourse& course) {
    const auto alone_there = alone(agenda, course);
    std::vector<Attended> shared;
    std::map<Place, std::vector<Attended>> by_line;
    for (std::size_t i = 0; i < course.slots.size(); ++i) {
        const auto& slot = agenda.slots[course.slots[i]];
        if (slot.optional) continue;
        const auto line = line_of(slot);
        const bool all = line == Place{} || (!slot.track && alone_there[i]);
        (all ? shared : by_line[line]).push_back({course.slots[i], *slot.when});
    }
    const Line for_all{std::move(shared)};
    std::vector<Step> steps;
    for (const auto& slot : for_all.slots())
        if (const auto* before = for_all.last_before(slot.when.start); before && before->when.end <= slot.when.start)
            steps.push_back({before->slot, slot.slot, true, true});
    for (auto& [place, slots] : by_line)
        if (const Line own{std::move(slots)}; !own.beside_itself()) add_own_steps(own, for_all, steps);
    return steps;
}

} // namespace agenda::checks
