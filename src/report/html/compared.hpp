// SPDX-License-Identifier: MIT
// Two timetables held against each other: which days stand side by side, which slots a line joins, and what is said of
// each slot where it stands. Geometry and words, no HTML.
#pragma once
#include "report/diff.hpp"
#include "report/html/view.hpp"

namespace agenda::report::html {

/// Both pictures of a comparison. Anchors of the earlier one begin with "old:".
struct Sides {
    View before, after;
    explicit Sides(const Diff& diff) : before(diff.before, "old:"), after(diff.after, "") {}
};

/// A slot that stands at another time of the same day, or has changed its place with another.
struct Line {
    SlotIndex before, after;
    time::ClockRange was, is;
};

/// A day of the earlier revision and the day to which its programme has gone.
struct ComparedDay {
    DayPicture* before = nullptr;
    DayPicture* after = nullptr; ///< at least one of both
    std::vector<Line> lines;     ///< by the earlier start
};

/// What the signs of the marks mean.
std::string_view legend();

/// "change-3": the anchor of a change, counted from 1.
std::string change_anchor(std::size_t index);

/// Gives both pictures of a day the same hours, slots their marks, and findings that both revisions have one place on
/// the page. In the order of the later dates.
std::vector<ComparedDay> compare_days(const Diff& diff, Sides& sides);

} // namespace agenda::report::html
