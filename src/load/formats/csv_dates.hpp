// SPDX-License-Identifier: MIT
// Dates and times as people write them in spreadsheets.
#pragma once
#include "time/clock_text.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace agenda::load::formats {

enum class DateOrder { unknown, day_first, month_first };

/// A date, or those that it may be: 01/06/2026 is `day_first` 1 June and `month_first` 6 January. Of 13/06/2026 there
/// is the first alone. Others are the same both ways. 26-06-01 may be a short 2026-06-01 too: `year_first`.
struct WrittenDate {
    std::optional<time::Date> day_first, month_first, year_first;

    bool known() const { return day_first || month_first || year_first; }
    bool ambiguous() const { return day_first && month_first && day_first != month_first; }
    std::optional<time::Date> in(DateOrder order) const;
};

/// 2026-06-01, 2026/6/1, 1.6.2026, 1/6/2026, 1-6-26, 1 June 2026, June 1st, 2026, Mon 1 June 2026, 1er juin 2026;
/// months in English, German, French and Spanish, weekdays are not looked at. Neither for any other text: no year is
/// guessed.
WrittenDate read_written_date(std::string_view text);

/// The day and the time of a cell: "2026-06-01 09:00" is both. `rest` is what stands before the time, `clock` or
/// `range` the time; with neither the whole text is `rest`. Seconds are read where they are zero. Behind a date and
/// time as ISO 8601 has them an offset is not looked at.
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

/// All that time::read_duration reads, "1:30", and words behind numbers: "1 hour", "1.5 h", "1 Std. 30 Min.", "90'".
std::optional<time::minutes> read_written_duration(std::string_view text);

} // namespace agenda::load::formats
