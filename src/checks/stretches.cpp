// SPDX-License-Identifier: MIT
#include "checks/stretches.hpp"
#include <algorithm>
#include <span>

namespace agenda::checks {
namespace {

/// What a slot has of the time in which people sit.
struct Piece {
    When when;
    SlotIndex slot;
};

/// Adds what begins no earlier than the last stretch: to that one where it goes on, else as the next.
void add(std::vector<Stretch>& all, const When& when, std::span<const SlotIndex> slots, std::chrono::seconds pause) {
    const bool goes_on =
        !all.empty() && (when.start <= all.back().when.end || when.start - all.back().when.end < pause);
    if (!goes_on) {
        all.push_back({when, {slots.begin(), slots.end()}});
    } else if (when.end > all.back().when.end) {
        all.back().when.end = when.end;
        for (const auto slot : slots)
            if (all.back().slots.back() != slot) all.back().slots.push_back(slot);
    }
}

template <class Pieces>
std::vector<Stretch> stretches_of(const Agenda& agenda, const std::vector<SlotIndex>& slots, Attendance attendance,
                                  Pieces pieces_of) {
    std::vector<Piece> pieces;
    for (const auto index : slots) {
        const auto& slot = agenda.slots[index];
        if (slot.optional && attendance == Attendance::firm) continue;
        for (const auto& piece : pieces_of(slot)) pieces.push_back({piece, index});
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.when < b.when; });
    std::vector<Stretch> result;
    for (const auto& [when, slot] : pieces) add(result, when, {&slot, 1}, {});
    return result;
}

} // namespace

std::vector<Stretch> stretches(const Agenda& agenda, const std::vector<SlotIndex>& slots, Attendance attendance) {
    return stretches_of(agenda, slots, attendance, [](const Slot& slot) { return sittings(slot); });
}

std::vector<Stretch> busy_stretches(const Agenda& agenda, const std::vector<SlotIndex>& slots, Attendance attendance,
                                    const When& noon) {
    return stretches_of(agenda, slots, attendance,
                        [&](const Slot& slot) { return slot.catered ? std::vector<When>{} : busy(slot, noon); });
}

std::vector<Stretch> joined(const std::vector<Stretch>& a, const std::vector<Stretch>& b, std::chrono::seconds pause) {
    std::vector<Stretch> result;
    for (auto in_a = a.begin(), in_b = b.begin(); in_a != a.end() || in_b != b.end();) {
        const bool from_b = in_a == a.end() || (in_b != b.end() && in_b->when < in_a->when);
        const auto& next = from_b ? *in_b++ : *in_a++;
        add(result, next.when, next.slots, pause);
    }
    return result;
}

} // namespace agenda::checks
