// SPDX-License-Identifier: MIT
// Reads the times and durations that people write: "10:00-10:15", "9.30 – 11h", "9:00 am to 1:30 pm", "1h30", "PT45M".
#pragma once
#include "time/instant.hpp"
#include <variant>

namespace agenda::time {

/// Why a text could not be read, in words that fit behind "cannot be read: ".
struct Unreadable {
    std::string_view reason;
};

template <class T> using Read = std::variant<T, Unreadable>;

template <class T> const T* value(const Read<T>& read) { return std::get_if<T>(&read); }

/// One clock time. Read are 9:00, 09:00, 9.00, 9h00, 9h, each also as "9 am", "9:00 p.m." (any case, with or without a
/// space), and hours up to 29:59, which are next morning. A number alone ("9"), seconds, 30:00 and 13 pm are not read.
Read<Clock> read_clock(std::string_view text);

/// Two clock times with `-`, an en dash, an em dash or `to` between, with or without spaces. `am` or `pm` stands on
/// both or on neither. Whether the end lies after the start is not judged here.
Read<ClockRange> read_range(std::string_view text);

/// 45m, 45min, 2h, 1h30, 1h30m, 90 (minutes), PT1H30M; up to 100 hours. Zero is read as zero; negative numbers are not
/// read.
Read<minutes> read_duration(std::string_view text);

/// The shortest usual spelling: "45m", "2h", "1h30m".
std::string format_duration(minutes duration);

} // namespace agenda::time
