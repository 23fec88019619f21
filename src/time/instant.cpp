// SPDX-License-Identifier: MIT
#include "time/instant.hpp"
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace agenda::time {
namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

template <class... Args> std::string printed(const char* form, Args... args) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), form, args...);
    return buffer.data();
}

/// By hand: reports are full of times of day.
void append(std::string& text, Clock clock) {
    const auto count = clock.since_midnight.count();
    const auto two_digits = [&](std::int64_t number) {
        if (number < 100)
            text += static_cast<char>('0' + number / 10);
        else
            text += std::to_string(number / 10);
        text += static_cast<char>('0' + number % 10);
    };
    if (count < 0) text += '-';
    two_digits(std::abs(count) / 60);
    text += ':';
    two_digits(std::abs(count) % 60);
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year == 0) return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::string format_date(Date date) {
    return printed("%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                   static_cast<unsigned>(date.day()));
}

std::string_view weekday_name(Date date) {
    static constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};
    return names[std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()];
}

LocalTime at(Date date, Clock clock) { return std::chrono::local_days{date} + clock.since_midnight; }

Clock clock_of(Date date, LocalTime time) { return {whole_minutes(time - std::chrono::local_days{date})}; }

std::string format_clock(Clock clock) {
    std::string result;
    append(result, clock);
    return result;
}

std::string format_range(const ClockRange& range) {
    std::string result;
    append(result, range.start);
    result += '-';
    append(result, range.end);
    return result;
}

std::string format_local(LocalTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return format_date(Date{day}) + "T" + format_clock({whole_minutes(time - day)});
}

} // namespace agenda::time
