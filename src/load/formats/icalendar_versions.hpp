// SPDX-License-Identifier: MIT
// The versions of one event that a calendar may hold beside each other.
#pragma once
#include "load/formats/icalendar_times.hpp"

namespace agenda::load::formats {

/// Takes away each event of which there is a later version, by its SEQUENCE, else by its DTSTAMP, and tells it
/// (`event-superseded`) with the line of the one that replaces it. Many programs give one UID to all of their events:
/// of those without a RECURRENCE-ID another is a version only with the same title and start, or the same title on the
/// same day, or with a higher SEQUENCE and the same title or start. The order in the file counts for nothing. O(n log
/// n).
std::vector<Remark> drop_superseded(std::vector<Occasion>& occasions, const source::Text& text);

} // namespace agenda::load::formats
