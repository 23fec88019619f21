// SPDX-License-Identifier: MIT
// Dates as people write them in spreadsheets.
#pragma once
#include "time/instant.hpp"
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

/// 2026-06-01, 2026/6/1, 1.6.2026, 1/6/2026, 1-6-26, 1 June 2026, June 1st, 2026, 1-Jun-26, Mon 1 June 2026, 1er juin
/// 2026; months in English, German, French and Spanish, weekdays are not looked at. With an `assumed` year also "1
/// June" and "1.6.". Neither for any other text.
WrittenDate read_written_date(std::string_view text, std::optional<std::chrono::year> assumed = std::nullopt);

/// To ask whether a text is a date but for its year; it has a 29 February.
inline constexpr std::chrono::year any_year{2024};

/// Whether a text is the name of a weekday in one of the four languages, or its beginning of two letters and more.
bool is_weekday(std::string_view text);
/// Whether that may be this one.
bool is_weekday(std::string_view text, std::chrono::weekday day);

/// The date in a text that is the heading of a day: "Tuesday 2 June 2026 (Day 2)", "Workshops: 2 June 2026", "Day 2: 2
/// June"; where there is none, "Day 2" and "Tuesday" themselves. Nothing where another number stands beside the date
/// ("1 - 3 June 2026"), what makes a limit of it ("until 2 June"), or any other word where it has no year ("1 May
/// dance").
std::optional<std::string> date_in_heading(std::string_view text);

} // namespace agenda::load::formats
