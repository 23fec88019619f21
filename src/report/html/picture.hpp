// SPDX-License-Identifier: MIT
// The timetable as a picture: which slot stands where, in minutes and columns. Geometry alone, no HTML.
#pragma once
#include "report/html/subjects.hpp"

namespace agenda::report::html {

/// A slot in its lane. Of slots that overlap in time each has a column of its own, counted from 0.
struct Block {
    SlotIndex slot;
    time::ClockRange clock;
    std::uint32_t column = 0, columns = 1;
    bool collides = false; ///< a finding is about this slot and another of the same overlapping group
};

/// One place through a day.
struct Lane {
    std::string name;                   ///< of the track or the room; empty where the day has only one
    std::vector<Block> blocks;          ///< sorted by time
    std::vector<time::ClockRange> gaps; ///< between the day's first slot anywhere and its last: nothing stands here
};

/// One calendar date; [[day]] tables of the same date are one.
struct DayPicture {
    time::Date date;                 ///< not ok for a day without a date
    std::vector<DayIndex> headers;   ///< at least one
    time::ClockRange clock;          ///< whole hours around all slots; empty where no slot has a time
    std::vector<Lane> lanes;         ///< at least one where a slot has a time
    std::vector<Block> shared;       ///< over all lanes: where there are several, what belongs to everyone
    std::vector<SlotIndex> unplaced; ///< no usable time
    std::vector<SlotIndex> slots;    ///< all, as a table lists them: by start, then as in the file
};

/// Whether a lane has a name, for which the picture then needs room.
bool is_named(const DayPicture& day);

/// Days in the order of their dates, those without one at the end.
std::vector<DayPicture> pictures_of(const CheckedAgenda& checked, const Subjects& subjects);

} // namespace agenda::report::html
