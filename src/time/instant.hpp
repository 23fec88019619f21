// SPDX-License-Identifier: MIT
// The types of time: an instant on the world's clock, a local time on a wall, a date, and a clock time in a day's
// programme.
#pragma once
#include "time/interval.hpp"
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace agenda::time {

using std::chrono::minutes;

/// A point on the agenda's one clock, to the second. An agenda without a zone uses its wall clock as if it were UTC.
using Instant = std::chrono::sys_seconds;
/// What a clock on the wall shows, with its date; says nothing of where the wall stands.
using LocalTime = std::chrono::local_seconds;
using Date = std::chrono::year_month_day;

/// A time of day as a programme prints it, counted from midnight of the day it stands under: 0:00 to 29:59.
/// 25:30 is half past one of the next morning and still this day's programme.
struct Clock {
    minutes since_midnight{};
    friend auto operator<=>(const Clock&, const Clock&) = default;
};

/// The last clock time that a programme can say: 05:59 of the next morning.
inline constexpr Clock last_clock{minutes{29 * 60 + 59}};

/// A stretch of the day. `end` may lie before `start` as written; whoever gives it a meaning checks that.
using ClockRange = Interval<Clock>;

/// "2009-07-09" to a date. Nothing for any other form, a month 13 or a 30 February. Years 0001 to 9999.
std::optional<Date> parse_date(std::string_view text);

/// "2009-07-09".
std::string format_date(Date date);

/// "Thursday".
std::string_view weekday_name(Date date);

/// The wall's clock at `clock` of the programme of `date`: 25:30 of 9 July is 10 July 01:30.
LocalTime at(Date date, Clock clock);

/// Minutes from midnight of `date` to `time`, as a clock time; may be outside 0:00-29:59 for a time far from `date`.
Clock clock_of(Date date, LocalTime time);

/// "09:05", "25:30"; hours are not wrapped at 24.
std::string format_clock(Clock clock);

/// "10:00-10:15".
std::string format_range(const ClockRange& range);

/// "2009-07-09T09:05".
std::string format_local(LocalTime time);

/// Whole minutes of a duration, rounded towards zero.
constexpr minutes whole_minutes(std::chrono::seconds duration) { return std::chrono::duration_cast<minutes>(duration); }

} // namespace agenda::time
