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
extern const Check count;
extern const Check require;
extern const Check forbid;
extern const Check text;
extern const Check numbering;
extern const Check roles;
extern const Check window;
extern const Check assignments;
extern const Check pause_filled;
extern const Check team_size;
extern const Check accept;
extern const Check baseline;
extern const Check revision;
extern const Check workspace;
extern const Check changeover;
extern const Check beside;
extern const Check pausing;
extern const Check position;
extern const Check same;
extern const Check variant;
extern const Check mixed;
extern const Check daily;
extern const Check sequence;
extern const Check order;
extern const Check companion;
extern const Check calendar;
extern const Check half_day;
extern const Check day_part;
extern const Check placement;

} // namespace agenda::checks
