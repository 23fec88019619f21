// SPDX-License-Identifier: MIT
// What the check `limit` measures, in minutes, of slots and of days.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// When a thing is, how much of that counts, and how that comes about.
struct Measured {
    When when;
    time::minutes length;
    finding::Facts facts;
    std::vector<finding::Related> related;
};

/// A quantity of a slot.
struct SlotQuantity {
    std::string_view name;
    /// Whether the slot says what it takes to measure it, apart from its own time.
    bool (*known)(const Slot&, const finding::Arguments&);
    /// Of a slot that is placed in time.
    Measured (*measure)(const Slot&, const finding::Arguments&);
};
/// Nothing for a quantity of days.
const SlotQuantity* slot_quantity(std::string_view name);

/// Of a day's programme: the minutes in which people sit, or those from the first slot to the end of the last. On the
/// timeline on which it is the longest, without optional slots: people choose, and nobody goes to all of them.
enum class DayQuantity { net, gross };
/// Nothing for a day without programme.
std::optional<Measured> day_measured(const Agenda& agenda, const DayCourse& course, DayQuantity quantity);

/// Whether all of a day's programme, its optional slots aside, is interpreted.
bool is_interpreted(const Agenda& agenda, const DayCourse& course);

} // namespace agenda::checks
