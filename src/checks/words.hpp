// SPDX-License-Identifier: MIT
// How checks speak of slots and their times in facts and labels.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// An interval on the clock of the slot's day, as its author sees it: "14:00-15:15".
std::string shown(const Agenda& agenda, const Slot& slot, const When& when);
/// The slot's own time.
std::string shown(const Agenda& agenda, const Slot& slot);
/// "10:00" on the clock of that date.
std::string shown(const Agenda& agenda, time::Date date, time::Instant instant);

std::int64_t minutes_of(const When& when);

/// "`A`, `B`, `C`, `D`, `E` and 35 more".
std::string enumerated(const std::vector<std::string>& names);

} // namespace agenda::checks
