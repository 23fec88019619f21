// SPDX-License-Identifier: MIT
// Which slots of a day the same people go to, one after the other.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// Two slots, the second of which starts when the first, and all that those people went to before, is over.
struct Step {
    SlotIndex before, after;
    bool from_all, to_all; ///< everybody comes from the first, goes to the second
};

/// The steps of each timeline, without the optional slots. A slot is for all that is in the plenary, or that is of no
/// track and beside which nothing of the programme runs. A track that runs beside itself is a topic: nobody follows it
/// as a whole. Each step once. O(n log n).
std::vector<Step> audience_steps(const Agenda& agenda, const DayCourse& course);

} // namespace agenda::checks
