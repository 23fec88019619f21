// SPDX-License-Identifier: MIT
// Times and durations as people write them in spreadsheets.
#pragma once
#include "load/formats/csv_dates.hpp"
#include "time/clock_text.hpp"

namespace agenda::load::formats {

/// The day and the time of a cell: "2026-06-01 09:00" is both. `rest` is the date or the weekday that stands before the
/// time, `clock` or `range` the time; where anything else stands beside it, there is no time and the whole text is
/// `rest`. Beside what time::read_clock and time::read_range read, these are times: "9 Uhr", "9 - 10 Uhr", "von 9:00
/// bis 10:00", "9h00 Ã  10h30", "9:00 - 9:45 AM", which is in the morning, and "11:00 - 1:00 PM", which begins there.
/// Seconds are read where they are zero. Behind a date and time as ISO 8601 has them an offset is not looked at.
struct WrittenTime {
    std::string_view rest;
    std::optional<time::Clock> clock;
    std::optional<time::ClockRange> range;
};
WrittenTime read_written_time(std::string_view text);

/// A date with a time behind it, which spreadsheets show for a date alone: "6/1/2026 0:00:00".
struct DatedTime {
    std::string_view date;
    time::Clock clock;
};
std::optional<DatedTime> read_date_and_time(std::string_view text);

/// All that time::read_duration reads, "1:30", "1:30 h", "45.0", and words behind numbers: "1 hour", "1.5 h", "1 Std.
/// und 30 Min.", "90'"; a remark in brackets behind it is not looked at. Any other word makes it none.
std::optional<time::minutes> read_written_duration(std::string_view text);

} // namespace agenda::load::formats
