// SPDX-License-Identifier: MIT
#include "checks/stretches.hpp"
#include <algorithm>

namespace agenda::checks {
namespace {

bool earlier(const Stretch& a, const Stretch& b) { return a.when < b.when; }

std::vector<Stretch> joined(const std::vector<Stretch>& sorted, std::chrono::seconds pause) {
    std::vector<Stretch> result;
    for (const auto& one : sorted) {
        const bool goes_on = !result.empty() && (one.when.start <= result.back().when.end ||
                                                 one.when.start - result.back().when.end < pause);
        if (!goes_on) {
            result.push_back(one);
        } else if (one.when.end > result.back().when.end) {
            result.back().when.end = one.when.end;
            auto& slots = result.back().slots;
            for (const auto slot : one.slots)
                if (slots.back() != slot) slots.push_back(slot);
        }
    }
    return result;
}

} // namespace

namespace {

template <class Pieces>
std::vector<Stretch> stretches_of(const Agenda& agenda, const std::vector<SlotIndex>& slots, Attendance attendance,
                                  Pieces pieces_of) {
    std::vector<Stretch> pieces;
    for (const auto index : slots) {
        const auto& slot = agenda.slots[index];
        if (slot.optional && attendance == Attendance::firm) continue;
        for (const auto& piece : pieces_of(slot)) pieces.push_back({piece, {index}});
    }
    std::stable_sort(pieces.begin(), pieces.end(), earlier);
    return joined(pieces, std::chrono::seconds{0});
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
    std::vector<Stretch> all(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), all.begin(), earlier);
    return joined(all, pause);
}

} // namespace agenda::checks
