// SPDX-License-Identifier: MIT
// What the check `count` counts: in one slot, and of things in many slots.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// "6 speakers", "1 speaker".
std::string with_number(std::int64_t number, std::string_view one, std::string_view many);

struct Counted {
    std::int64_t number = 0;
    std::string_view one, many; ///< how one of them is called, and several
    std::string more{};         ///< what is said behind them
    finding::Facts facts{};

    /// "6 speakers", "5 presentations by 6 speakers", "1 item".
    std::string words() const { return with_number(number, one, many) + more; }
};

/// The name is one of those that the check `count` documents for slots. Nothing where the slot does not say what it
/// takes to count.
std::optional<Counted> counted_in_slot(const Agenda& agenda, const Slot& slot, std::string_view quantity,
                                       std::span<const std::string> omit_capacities);

/// The slots that count together, each once and in the order of the file.
struct Tally {
    Thing of;                    ///< the person; else the event
    std::optional<DayIndex> day; ///< the first [[day]] of the date; nothing: the whole event
    std::vector<SlotIndex> slots;
    std::vector<source::Span> places; ///< where each of them is
};
/// Selected slots, or a person's selected appearances, of each dated day and, behind them, of the event. Who is
/// represented does not appear, who stands in does. Only those with more slots than `most`.
std::vector<Tally> tallies(const Agenda& agenda, const std::vector<Thing>& things, std::int64_t most);

} // namespace agenda::checks
