// SPDX-License-Identifier: MIT
// A day's picture as HTML: times become style properties in minutes, from which timetable.css makes places; so it is to
// scale on a screen and on paper.
#pragma once
#include "report/html/markup.hpp"
#include "report/html/view.hpp"

namespace agenda::report::html {

/// Pixels of a line of text in a block, as in timetable.css and slots.css; in small letters.
inline constexpr double line_height = 19, small_line = 13;

/// A picture of more lanes is not printed: what lists it as well is.
inline constexpr std::size_t most_lanes_on_paper = 6;

inline long long minutes_of(time::Clock clock) { return clock.since_midnight.count(); }

/// Pixels a minute: such that nine slots in ten have room for a line, and the shortest for one in small letters, within
/// limits that keep a day on a screen.
double scale_of(std::initializer_list<const View*> views);

/// `scale` is in pixels a minute. The day has a lane.
void write_picture(const View& view, const DayPicture& day, std::string_view title, double scale, Markup& page);

/// The day's slots that have no place in the picture; nothing where there are none.
void write_unplaced(const View& view, const DayPicture& day, Markup& page);

/// What a reader has to know of a slot beside its title: that it is cancelled, optional, tentative, a break.
void write_notes(const Slot& slot, Markup& page);

} // namespace agenda::report::html
