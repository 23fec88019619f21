// SPDX-License-Identifier: MIT
// A small cursor over the text; each reader takes what it knows from the front, and what is left over makes the text
// unreadable.
#include "time/clock_text.hpp"
#include <array>

namespace agenda::time {
namespace {

constexpr minutes longest_duration{100 * 60};

enum class Half { none, am, pm };

struct ClockWritten {
    Clock clock;
    Half half = Half::none;
};

class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool done() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

    bool take(std::string_view word) {
        if (rest_.size() < word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (lower(rest_[i]) != word[i]) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    bool take_any(std::initializer_list<std::string_view> words) {
        for (const auto word : words)
            if (take(word)) return true;
        return false;
    }

    void skip_spaces() {
        // Space, tab, no-break space, thin space, narrow no-break space.
        while (take_any({" ", "\t", "\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf"})) {
        }
    }

    /// Up to `most` digits; nothing where there is none or where more follow.
    std::optional<int> number(std::size_t most) {
        std::size_t n = 0;
        int result = 0;
        while (n < rest_.size() && is_digit(rest_[n])) {
            if (n == most) return std::nullopt;
            result = result * 10 + (rest_[n++] - '0');
        }
        if (n == 0) return std::nullopt;
        rest_.remove_prefix(n);
        return result;
    }

    bool at_digit() const { return !rest_.empty() && is_digit(rest_.front()); }

private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

    std::string_view rest_;
};

Half take_half(Cursor& cursor) {
    Cursor ahead = cursor;
    ahead.skip_spaces();
    auto half = Half::none;
    if (ahead.take_any({"a.m.", "am"})) half = Half::am;
    if (half == Half::none && ahead.take_any({"p.m.", "pm"})) half = Half::pm;
    if (half != Half::none) cursor = ahead;
    return half;
}

/// The minutes behind an hour: ":30", ".30", "h30", "h". Nothing where none of these follows; an Unreadable where it
/// goes wrong.
std::optional<Read<int>> take_minute(Cursor& cursor) {
    Cursor ahead = cursor;
    if (!ahead.take_any({":", "."})) {
        ahead.skip_spaces();
        if (!ahead.take("h")) return std::nullopt;
        cursor = ahead;
        ahead.skip_spaces();
        if (!ahead.at_digit()) return Read<int>{0};
    }
    const auto before = ahead.rest().size();
    const auto minute = ahead.number(2);
    if (!minute || before - ahead.rest().size() != 2)
        return Read<int>{Unreadable{"minutes are written with two digits"}};
    if (*minute > 59) return Read<int>{Unreadable{"an hour has no minute past 59"}};
    cursor = ahead;
    return Read<int>{*minute};
}

Read<ClockWritten> take_clock(Cursor& cursor) {
    const auto hour = cursor.number(2);
    if (!hour) return Unreadable{"a time begins with an hour of one or two digits"};
    const auto minute = take_minute(cursor);
    if (minute && !value(*minute)) return std::get<Unreadable>(*minute);
    if (cursor.take(":")) return Unreadable{"seconds are not read; write hours and minutes"};
    const auto half = take_half(cursor);
    if (!minute && half == Half::none) return Unreadable{"a number alone is not a time; write 9:00, 9h or 9 am"};
    int in_day = *hour;
    if (half != Half::none) {
        if (*hour < 1 || *hour > 12) return Unreadable{"with am or pm the hour is 1 to 12"};
        in_day = *hour % 12 + (half == Half::pm ? 12 : 0);
    }
    const Clock clock{minutes{in_day * 60 + (minute ? *value(*minute) : 0)}};
    if (clock > last_clock) return Unreadable{"the last hour that is read is 29:59, which is 05:59 next morning"};
    return ClockWritten{clock, half};
}

/// "10:00-10:15", as nearly all are written, in one step; nothing for what has to be looked at more closely.
std::optional<ClockRange> usual_range(std::string_view text) {
    constexpr std::string_view form = "00:00-00:00";
    if (text.size() != form.size()) return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != form[i]) return std::nullopt;
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    const ClockRange range{{minutes{number(0) * 60 + number(3)}}, {minutes{number(6) * 60 + number(9)}}};
    if (number(3) > 59 || number(9) > 59 || range.start > last_clock || range.end > last_clock) return std::nullopt;
    return range;
}

} // namespace

Read<Clock> read_clock(std::string_view text) {
    Cursor cursor{text};
    cursor.skip_spaces();
    const auto written = take_clock(cursor);
    if (const auto* bad = std::get_if<Unreadable>(&written)) return *bad;
    cursor.skip_spaces();
    if (!cursor.done()) return Unreadable{"something follows behind the time"};
    return value(written)->clock;
}

Read<ClockRange> read_range(std::string_view text) {
    if (const auto usual = usual_range(text)) return *usual;
    Cursor cursor{text};
    cursor.skip_spaces();
    const auto start = take_clock(cursor);
    if (const auto* bad = std::get_if<Unreadable>(&start)) return *bad;
    cursor.skip_spaces();
    if (cursor.done()) return Unreadable{"it has a start and no end"};
    if (!cursor.take_any({"-", "\xe2\x80\x93", "\xe2\x80\x94", "to"}))
        return Unreadable{"between start and end stands `-`, a dash or `to`"};
    cursor.skip_spaces();
    if (cursor.done()) return Unreadable{"it has a start and no end"};
    const auto end = take_clock(cursor);
    if (const auto* bad = std::get_if<Unreadable>(&end)) return *bad;
    cursor.skip_spaces();
    if (!cursor.done()) return Unreadable{"something follows behind the end"};
    if ((value(start)->half == Half::none) != (value(end)->half == Half::none))
        return Unreadable{"am or pm stands on both times or on neither"};
    return ClockRange{value(start)->clock, value(end)->clock};
}

Read<minutes> read_duration(std::string_view text) {
    Cursor cursor{text};
    cursor.skip_spaces();
    const bool iso = cursor.take("pt");
    int hours = 0;
    int mins = 0;
    const auto first = cursor.number(5);
    if (!first) return Unreadable{"a duration is written 45m, 1h30 or 90"};
    cursor.skip_spaces();
    if (cursor.take("h")) {
        hours = *first;
        cursor.skip_spaces();
        if (cursor.at_digit()) {
            const auto second = cursor.number(2);
            if (!second || *second > 59) return Unreadable{"an hour has no minute past 59"};
            mins = *second;
            cursor.skip_spaces();
            if (!cursor.take_any({"min", "m"}) && iso) return Unreadable{"a duration with PT ends in H or M"};
        }
    } else {
        mins = *first;
        if (!cursor.take_any({"min", "m"}) && iso) return Unreadable{"a duration with PT ends in H or M"};
    }
    cursor.skip_spaces();
    if (!cursor.done()) return Unreadable{"a duration is written 45m, 1h30 or 90"};
    const minutes total{hours * 60 + mins};
    if (total > longest_duration) return Unreadable{"it is longer than 100 hours"};
    return total;
}

std::string format_duration(minutes duration) {
    const auto hours = duration.count() / 60;
    const auto rest = duration.count() % 60;
    if (hours == 0) return std::to_string(rest) + "m";
    return std::to_string(hours) + "h" + (rest == 0 ? "" : std::to_string(rest) + "m");
}

} // namespace agenda::time
