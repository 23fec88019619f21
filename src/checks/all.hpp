// SPDX-License-Identifier: MIT
// The checks themselves, one line each; their table is in all.cpp.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

extern const Check load;
extern const Check contention;
extern const Check spacing;
extern const Check chain;
extern const Check free_stretch;
extern const Check limit;
extern const Check require;
extern const Check forbid;
extern const Check text;
extern const Check accept;
extern const Check sequence;
extern const Check order;
extern const Check companion;
extern const Check calendar;
extern const Check half_day;
extern const Check day_part;
extern const Check placement;

} // namespace agenda::checks
