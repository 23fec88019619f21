// SPDX-License-Identifier: MIT
// Times, dates and durations as people write them: what is read is within its bounds, and is read again as it is
// printed.
#include "finding/parameters.hpp"
#include "fuzz.hpp"
#include "load/formats/csv_times.hpp"
#include "time/clock_text.hpp"

namespace fuzz {
namespace {

using time::minutes;

void can_be(time::Clock clock) {
    holds(clock.since_midnight >= minutes{0} && clock <= time::last_clock, "a clock time is of one day's programme");
}

void clock(std::string_view text) {
    const auto read = time::read_clock(text);
    const auto* clock = time::value(read);
    if (!clock) return;
    can_be(*clock);
    const auto again = time::read_clock(time::format_clock(*clock));
    holds(time::value(again) && *time::value(again) == *clock, "a clock time is read back");
}

void range(std::string_view text) {
    const auto read = time::read_range(text);
    const auto* range = time::value(read);
    if (!range) return;
    can_be(range->start);
    can_be(range->end);
    const auto again = time::read_range(time::format_range(*range));
    holds(time::value(again) && *time::value(again) == *range, "a range is read back");
}

void duration(std::string_view text) {
    const auto read = time::read_duration(text);
    const auto* duration = time::value(read);
    if (!duration) return;
    holds(*duration >= minutes{0} && *duration <= minutes{100 * 60}, "a duration is of 100 hours at most");
    const auto again = time::read_duration(time::format_duration(*duration));
    holds(time::value(again) && *time::value(again) == *duration, "a duration is read back");
}

void date(std::string_view text) {
    const auto date = time::parse_date(text);
    if (!date) return;
    holds(date->ok(), "a date is one of the calendar");
    holds(time::format_date(*date) == text, "a date is printed as it was written");
}

void parameters(std::string_view text) {
    using finding::ParameterType;
    for (const auto type :
         {ParameterType::duration, ParameterType::clock, ParameterType::window, ParameterType::windows,
          ParameterType::range, ParameterType::share, ParameterType::count, ParameterType::dates}) {
        const auto read = finding::read_parameter(type, text);
        if (const auto* value = std::get_if<finding::ParameterValue>(&read))
            finding::format_parameter(*value);
        else
            holds(!std::get<std::string>(read).empty(), "a parameter is refused for a reason");
    }
}

} // namespace

void time_text(std::string_view input) {
    clock(input);
    range(input);
    duration(input);
    date(input);
    parameters(input);
}

/// As the cells of spreadsheets have them.
void cell_text(std::string_view text) {
    using namespace load::formats;
    const auto written = read_written_time(text);
    if (written.clock) can_be(*written.clock);
    if (written.range) can_be(written.range->start);
    if (const auto dated = read_date_and_time(text)) can_be(dated->clock);
    if (const auto duration = read_written_duration(text)) holds(*duration >= minutes{0}, "a duration is not negative");
    const auto dates = read_written_date(text, any_year);
    for (const auto& date : {dates.day_first, dates.month_first, dates.year_first})
        if (date) holds(date->ok(), "a date of a cell is one of the calendar");
    date_in_heading(text);
}

} // namespace fuzz
