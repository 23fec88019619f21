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
    bool all;
};

class Steps {
public:
    explicit Steps(const Agenda& agenda) : agenda_(agenda) {}

    void follow(const std::vector<Attended>& line) {
        const Attended* last = nullptr;
        for (const auto& next : line) {
            const auto& when = when_of(next);
            if (last && when.start >= when_of(*last).end) steps.push_back({last->slot, next.slot, last->all, next.all});
            if (!last || when.end > when_of(*last).end) last = &next;
        }
    }

    const When& when_of(const Attended& one) const { return *agenda_.slots[one.slot].when; }

    std::vector<Step> steps;

private:
    const Agenda& agenda_;
};

} // namespace

std::vector<Step> audience_steps(const Agenda& agenda, const DayCourse& course) {
    const auto alone_there = alone(agenda, course);
    std::vector<Attended> for_all;
    std::map<Place, std::vector<Attended>> lines;
    for (std::size_t i = 0; i < course.slots.size(); ++i) {
        const auto& slot = agenda.slots[course.slots[i]];
        if (slot.optional) continue;
        const auto line = line_of(slot);
        const bool all = line == Place{} || (!slot.track && alone_there[i]);
        (all ? for_all : lines[line]).push_back({course.slots[i], all});
    }
    Steps steps{agenda};
    const auto earlier = [&](const Attended& a, const Attended& b) { return steps.when_of(a) < steps.when_of(b); };
    const auto overlaps = [&](const Attended& a, const Attended& b) {
        return steps.when_of(b).start < steps.when_of(a).end;
    };
    if (lines.empty()) steps.follow(for_all);
    for (const auto& [place, own] : lines) {
        if (std::adjacent_find(own.begin(), own.end(), overlaps) != own.end()) continue;
        std::vector<Attended> line(for_all.size() + own.size());
        std::merge(for_all.begin(), for_all.end(), own.begin(), own.end(), line.begin(), earlier);
        steps.follow(line);
    }
    return std::move(steps.steps);
}

} // namespace agenda::checks
