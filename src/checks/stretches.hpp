// SPDX-License-Identifier: MIT
// The course of one timeline as stretches in which people sit, merged from the slots of its own and those that everyone
// shares.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// People sit without a pause.
struct Stretch {
    When when;
    /// The slots that carry it: each begins it or makes it longer. A slot whose time lies wholly inside others' adds
    /// nothing.
    std::vector<SlotIndex> slots;
};

/// Which slots count.
enum class Attendance { firm, all }; ///< firm: without the optional ones

/// The sittings of these slots, sorted, overlapping and touching ones made one.
std::vector<Stretch> stretches(const Agenda& agenda, const std::vector<SlotIndex>& slots, Attendance attendance);
/// The same of what keeps people from a meal (agenda::busy); what is catered does not.
std::vector<Stretch> busy_stretches(const Agenda& agenda, const std::vector<SlotIndex>& slots, Attendance attendance,
                                    const When& noon);

/// Two sorted lists made one; stretches less than `pause` apart are joined. With a pause of zero only overlapping and
/// touching ones are. O(a + b), and `a` of a day's shared slots has at most as many stretches as the day has minutes.
std::vector<Stretch> joined(const std::vector<Stretch>& a, const std::vector<Stretch>& b, std::chrono::seconds pause);

} // namespace agenda::checks
