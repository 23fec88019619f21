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
extern const Check assignments;
extern const Check pause_filled;
extern const Check team_size;
extern const Check accept;

} // namespace agenda::checks
