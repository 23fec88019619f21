// SPDX-License-Identifier: MIT
// What stands in a spreadsheet beside its slots: titles and keys above the header, and rows that say a day.
#pragma once
#include "load/formats/csv_rows.hpp"

namespace agenda::load::formats {

/// The day that a row says and nothing else; a date with midnight behind it without that.
std::optional<Field> heading_of(const CsvRow& row);

/// Puts the title, the subtitle and the venue that the rows above a header say into the schedule: what "Event" or
/// "Venue:" in a first cell names is in the second, and of other rows but days the first is the title, the second the
/// subtitle. The date of the rows below is returned, empty where none is said.
Field read_above(const std::vector<CsvRow>& above, Schedule& schedule);

} // namespace agenda::load::formats
