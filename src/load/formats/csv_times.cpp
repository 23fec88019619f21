// SPDX-License-Identifier: MIT
#include "load/formats/csv_times.hpp"
#include "load/formats/schedule.hpp"
#include "load/formats/text.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <charconv>

namespace agenda::load::formats {
namespace {

constexpr std::array<std::string_view, 13> tos{" bis ",        " to ",         " until ", " till ", " \xC3\xA0 ",
                                               " \xC3\x80 ",   " a ",          " au ",    "bis",    "-",
                                               "\xE2\x80\x93", "\xE2\x80\x94", "to"};
constexpr std::array<std::string_view, 4> froms{"von ", "from ", "de ", "ab "};
constexpr std::array<std::string_view, 4> halves{"am", "pm", "a.m.", "p.m."};

/// Drops ":00" behind hours and minutes, since spreadsheets write seconds.
std::string without_seconds(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool seconds = i >= 4 && text.substr(i, 3) == ":00" && is_digit(text[i - 1]) && is_digit(text[i - 2]) &&
                             text[i - 3] == ':' && (i + 3 == text.size() || !is_digit(text[i + 3]));
        if (seconds)
            i += 2;
        else
            result += text[i];
    }
    return result;
}

/// What stands at the end of times and belongs to both of a range.
struct Ending {
    bool uhr = false;      ///< then "9" is a time
    std::string_view half; ///< "am", "p.m."
};

bool drop_uhr(std::string_view& text) {
    if (!text.ends_with("uhr")) return false;
    const auto before = text.substr(0, text.size() - 3);
    if (before.empty() || (before.back() != ' ' && !is_digit(before.back()))) return false;
    text = trimmed(before);
    return true;
}

std::string_view half_of(std::string_view text) {
    const auto found = std::find_if(halves.begin(), halves.end(), [&](auto one) { return text.ends_with(one); });
    return found == halves.end() ? std::string_view{} : *found;
}

std::optional<time::Clock> clock_of(std::string_view text, const Ending& ending) {
    text = trimmed(text);
    const bool bare = !text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), is_digit);
    auto plain = std::string{text};
    if (bare && ending.uhr) plain += ":00";
    if (!ending.half.empty()) plain.append(" ").append(ending.half);
    const auto read = time::read_clock(plain);
    if (const auto* clock = time::value(read)) return *clock;
    return std::nullopt;
}

/// The start of a range that says am or pm at its end: the same half of the day, or the other where it would be later.
std::optional<time::Clock> start_before(time::Clock end, std::string_view start, std::string_view half) {
    const auto same = clock_of(start, {false, half});
    if (!same || same->since_midnight <= end.since_midnight) return same;
    return clock_of(start, {false, half.front() == 'a' ? "pm" : "am"});
}

std::optional<time::ClockRange> range_of(std::string_view text, Ending ending) {
    for (const auto to : tos) {
        const auto at = text.find(to);
        if (at == std::string_view::npos) continue;
        auto start = trimmed(text.substr(0, at));
        ending.uhr = drop_uhr(start) || ending.uhr;
        const auto last = text.substr(at + to.size());
        const auto end = clock_of(last, {ending.uhr, {}});
        const auto half = half_of(last);
        const auto begin = end && !half.empty() && half_of(start).empty() ? start_before(*end, start, half)
                                                                          : clock_of(start, {ending.uhr, {}});
        const bool fits = !half.empty() || half_of(start).empty();
        if (begin && end && fits) return time::ClockRange{*begin, *end};
    }
    return std::nullopt;
}

/// "2026-06-01T09:00:00+02:00" and "2026-06-01 09:00:00.000Z" without what stands behind the seconds. "2026-06-01
/// 09:00-10:00" is a time from and to.
std::string_view without_offset(std::string_view text) {
    if (text.size() < 16 || !time::parse_date(text.substr(0, 10)) || (text[10] != 'T' && text[10] != ' ')) return text;
    const auto sign = text.find_first_of("Zz+-", 16);
    const bool whole = sign != std::string_view::npos && (text[10] == 'T' || text[sign] != '-' || sign >= 19);
    if (whole && text.find_first_not_of("0123456789:", sign + 1) == std::string_view::npos) text = text.substr(0, sign);
    if (const auto dot = text.find('.', 19); dot == 19 && text.find_first_not_of("0 ", 20) == std::string_view::npos)
        text = text.substr(0, dot);
    return trimmed(text);
}

/// A time from its first letter to its last.
bool read_whole_time(std::string_view text, WrittenTime& result) {
    const auto lowered = source::lowered(without_seconds(text));
    auto plain = trimmed(lowered);
    for (const auto from : froms)
        if (plain.starts_with(from)) plain = trimmed(plain.substr(from.size()));
    const Ending ending{drop_uhr(plain), {}};
    result.clock = clock_of(plain, ending);
    if (result.clock) return true;
    if (const auto range = time::read_range(plain); const auto* read = time::value(range))
        result.range = *read;
    else
        result.range = range_of(plain, ending);
    return result.range.has_value();
}

/// Whether a text may stand before a time.
bool is_day(std::string_view text) {
    return text.empty() || read_written_date(text, any_year).known() || is_weekday(text);
}

struct Unit {
    std::string_view name;
    int minutes;
};
constexpr Unit units[] = {{"h", 60},      {"hr", 60},    {"hrs", 60},        {"hour", 60},    {"hours", 60},
                          {"std", 60},    {"stdn", 60},  {"stunde", 60},     {"stunden", 60}, {"heure", 60},
                          {"heures", 60}, {"hora", 60},  {"horas", 60},      {"m", 1},        {"min", 1},
                          {"mins", 1},    {"minute", 1}, {"minutes", 1},     {"minuten", 1},  {"minuto", 1},
                          {"minutos", 1}, {"'", 1},      {"\xE2\x80\xB2", 1}};
constexpr std::array<std::string_view, 7> joins{"", ",", "and", "und", "et", "y", "&"};

std::optional<int> unit_of(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    const auto* found =
        std::find_if(std::begin(units), std::end(units), [&](const Unit& one) { return one.name == word; });
    if (found == std::end(units)) return std::nullopt;
    return found->minutes;
}

/// The next run of characters that are, or are not, of a number.
std::string_view take(std::string_view& text, bool of_number) {
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || (end > 0 && end + 1 < text.size() && is_digit(text[end + 1]) &&
                                                         (text[end] == '.' || text[end] == ','))) == of_number)
        ++end;
    const auto run = trimmed(text.substr(0, end));
    text.remove_prefix(end);
    return run;
}

std::optional<double> number_of(std::string digits) {
    std::replace(digits.begin(), digits.end(), ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

/// "1:30 h".
std::optional<time::minutes> with_hours_behind(std::string_view text) {
    const auto end = text.find_last_of("0123456789");
    if (text.find(':') == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
    if (unit_of(trimmed(text.substr(end + 1))) != 60) return std::nullopt;
    return duration_of(text.substr(0, end + 1));
}

/// Numbers, each with its unit behind it, hours first; behind hours the unit of minutes may be left out.
std::optional<time::minutes> with_units(std::string_view text) {
    double sum = 0;
    int last = 0; // minutes of the unit before
    for (auto rest = text; !rest.empty();) {
        const auto number = number_of(std::string{take(rest, true)});
        if (!number) return std::nullopt;
        const auto word = take(rest, false);
        const auto cut = std::min(word.find_first_of(" ,&"), word.size());
        const auto unit = word.empty() && last == 60 ? std::optional{1} : unit_of(word.substr(0, cut));
        if (!unit || (last != 0 && *unit >= last)) return std::nullopt;
        const auto join = trimmed(word.substr(cut));
        if (std::find(joins.begin(), joins.end(), join) == joins.end() || (rest.empty() && !join.empty()))
            return std::nullopt;
        sum += *number * *unit;
        last = *unit;
    }
    constexpr double longest = 100 * 60;
    if (last == 0 || sum > longest) return std::nullopt;
    return time::minutes{static_cast<int>(sum + 0.5)};
}

} // namespace

std::optional<time::minutes> read_written_duration(std::string_view text) {
    if (text.size() > 60) return std::nullopt;
    text = trimmed(text);
    if (const auto open = text.find('('); text.ends_with(')'))
        text = trimmed(text.substr(0, std::min(open, text.size())));
    // Below ten minutes it may as well be hours.
    if (text.size() >= 4 && text.ends_with(".0") && is_digit(text[0])) {
        const auto whole = text.substr(0, text.size() - 2);
        if (std::all_of(whole.begin(), whole.end(), is_digit)) text = whole;
    }
    const auto read = time::read_duration(text);
    if (const auto* length = time::value(read)) return *length;
    if (const auto length = duration_of(text)) return length;
    const auto lowered = source::lowered(text);
    if (const auto length = with_hours_behind(lowered)) return length;
    return with_units(lowered);
}

std::optional<DatedTime> read_date_and_time(std::string_view text) {
    const auto read = read_written_time(text);
    if (!read.clock || read.rest.empty() || !read_written_date(read.rest).known()) return std::nullopt;
    return DatedTime{read.rest, *read.clock};
}

WrittenTime read_written_time(std::string_view text) {
    const WrittenTime none{text, std::nullopt, std::nullopt};
    if (text.size() > 100) return none;
    text = without_offset(text);
    for (std::size_t begin = 0;;) {
        WrittenTime result;
        result.rest = text.substr(0, begin == 0 ? 0 : begin - 1);
        while (!result.rest.empty() && std::string_view{" ,"}.find(result.rest.back()) != std::string_view::npos)
            result.rest.remove_suffix(1);
        if (is_day(result.rest) && read_whole_time(text.substr(begin), result)) return result;
        const auto next = text.find_first_of(" T", begin);
        if (next == std::string_view::npos) return none;
        begin = next + 1;
    }
}

} // namespace agenda::load::formats
