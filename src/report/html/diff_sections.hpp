// SPDX-License-Identifier: MIT
// The sections of the page of a comparison, in the order in which they stand on it.
#pragma once
#include "report/html/compared.hpp"
#include "report/html/markup.hpp"

namespace agenda::report::html {

/// What changed, grouped as a planner thinks of it, with links to the slots in both pictures.
void write_changes(const Diff& diff, const Sides& sides, Markup& page);

/// Each person and what they have to know; nothing where nobody has to.
void write_told(const Diff& diff, Markup& page);

/// Both timetables side by side, day by day; lines between slots that stand at another time.
void write_both_timetables(const Sides& sides, const std::vector<ComparedDay>& days, Markup& page);

/// Those that are introduced, changed, fixed, and still there; the last ones folded.
void write_compared_findings(const Diff& diff, const Sides& sides, Markup& page);

} // namespace agenda::report::html
