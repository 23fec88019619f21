// SPDX-License-Identifier: MIT
#include "load/formats/csv_dates.hpp"
#include "load/formats/schedule.hpp"
#include "load/formats/text.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace agenda::load::formats {
namespace {

using time::Date;

struct NamedMonth {
    std::string_view name; ///< without accents; its first three letters and more say it too
    unsigned month;
};
constexpr NamedMonth months[] = {
    {"january", 1},    {"march", 3},      {"april", 4},     {"may", 5},       {"june", 6},       {"july", 7},
    {"august", 8},     {"september", 9},  {"october", 10},  {"november", 11}, {"december", 12},  {"februar", 2},
    {"february", 2},   {"januar", 1},     {"marz", 3},      {"maerz", 3},     {"mai", 5},        {"juni", 6},
    {"juli", 7},       {"oktober", 10},   {"dezember", 12}, {"janvier", 1},   {"fevrier", 2},    {"mars", 3},
    {"avril", 4},      {"juin", 6},       {"juillet", 7},   {"aout", 8},      {"septembre", 9},  {"octobre", 10},
    {"novembre", 11},  {"decembre", 12},  {"enero", 1},     {"febrero", 2},   {"marzo", 3},      {"abril", 4},
    {"mayo", 5},       {"junio", 6},      {"julio", 7},     {"agosto", 8},    {"septiembre", 9}, {"octubre", 10},
    {"noviembre", 11}, {"diciembre", 12}, {"sept", 9},
};
constexpr std::array<std::string_view, 28> weekdays{
    "monday", "tuesday",  "wednesday", "thursday",   "friday",   "saturday", "sunday",
    "montag", "dienstag", "mittwoch",  "donnerstag", "freitag",  "samstag",  "sonntag",
    "lundi",  "mardi",    "mercredi",  "jeudi",      "vendredi", "samedi",   "dimanche",
    "lunes",  "martes",   "miercoles", "jueves",     "viernes",  "sabado",   "domingo"};
constexpr std::array<std::string_view, 9> fillers{"st", "nd", "rd", "th", "er", "of", "de", "del", "the"};

/// Whether a word is the name, or its beginning of at least `least` letters.
bool shortens(std::string_view word, std::string_view name, std::size_t least) {
    return word.size() >= least && name.starts_with(word);
}

std::optional<unsigned> month_of(std::string_view word) {
    const auto found = std::find_if(std::begin(months), std::end(months),
                                    [&](const auto& one) { return shortens(word, one.name, 3); });
    if (found == std::end(months)) return std::nullopt;
    return found->month;
}

bool is_silent(std::string_view word) {
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end() ||
           std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view one) { return shortens(word, one, 2); });
}

std::optional<Date> date_of(int year, unsigned month, unsigned day) {
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok() || year < 1000) return std::nullopt;
    return date;
}

/// A date in numbers and words.
struct Parts {
    std::vector<int> numbers;
    std::vector<std::size_t> digits; ///< of each number
    std::optional<unsigned> month;
    std::string between; ///< what stands between numbers: ".." or "//"
};

std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    std::string word;
    const auto end_word = [&] {
        if (word.empty()) return true;
        std::string plain;
        for (const auto& one : source::hyphenated_words(word)) plain += one;
        word.clear();
        if (!parts.numbers.empty() && plain == "st") return true; // of "1st", no Samstag
        if (const auto month = month_of(plain)) {
            if (parts.month) return false;
            parts.month = month;
            return true;
        }
        return is_silent(plain);
    };
    for (std::size_t i = 0; i < text.size();) {
        if (is_digit(text[i])) {
            if (!end_word()) return std::nullopt;
            int number = 0;
            const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), number);
            if (error != std::errc{}) return std::nullopt;
            const auto length = static_cast<std::size_t>(end - text.data()) - i;
            parts.numbers.push_back(number);
            parts.digits.push_back(length);
            i += length;
        } else if (std::string_view{" .,/-"}.find(text[i]) != std::string_view::npos) {
            if (!end_word()) return std::nullopt;
            if (text[i] != ' ' && text[i] != ',') parts.between += text[i];
            ++i;
        } else {
            word += text[i++];
        }
    }
    if (!end_word()) return std::nullopt;
    return parts;
}

int full_year(int number, std::size_t digits) { return digits <= 2 ? 2000 + number : number; }

WrittenDate with_month_name(const Parts& parts) {
    if (parts.numbers.size() != 2) return {};
    const bool year_first = parts.digits[0] == 4;
    const auto year = parts.numbers[year_first ? 0 : 1];
    const auto day = parts.numbers[year_first ? 1 : 0];
    if (parts.digits[year_first ? 0 : 1] != 4) return {};
    const auto date = date_of(year, *parts.month, static_cast<unsigned>(day));
    return {date, date, std::nullopt};
}

/// Drops ":00" behind hours and minutes, since spreadsheets write seconds, and "Uhr", which stands behind German times.
std::string plain_clock(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool seconds = i >= 4 && text.substr(i, 3) == ":00" && is_digit(text[i - 1]) && is_digit(text[i - 2]) &&
                             text[i - 3] == ':' && (i + 3 == text.size() || !is_digit(text[i + 3]));
        if (seconds)
            i += 2;
        else if (text.substr(i, 4) == " Uhr")
            i += 3;
        else
            result += text[i];
    }
    return result;
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

struct Unit {
    std::string_view name; ///< its beginning, but of one letter
    int minutes;
};
constexpr Unit units[] = {{"h", 60},     {"m", 1},     {"hour", 60}, {"hr", 60}, {"std", 60},
                          {"heure", 60}, {"hora", 60}, {"min", 1},   {"'", 1},   {"\xE2\x80\xB2", 1}};

std::optional<int> unit_of(std::string_view word) {
    while (word.ends_with('.')) word.remove_suffix(1);
    for (const auto& [name, minutes] : units)
        if (name.size() == 1 ? word == name : word.starts_with(name) || (name == "std" && word.starts_with("stunde")))
            return minutes;
    return std::nullopt;
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

} // namespace

std::optional<time::minutes> read_written_duration(std::string_view text) {
    if (text.size() > 60) return std::nullopt;
    const auto read = time::read_duration(text);
    if (const auto* length = time::value(read)) return *length;
    if (const auto length = duration_of(text)) return length;
    const auto lowered = source::lowered(trimmed(text));
    double sum = 0;
    int last = 0; // minutes of the unit before: behind hours come minutes
    for (std::string_view rest = lowered; !rest.empty();) {
        std::string digits{take(rest, true)};
        std::replace(digits.begin(), digits.end(), ',', '.');
        double number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
        const auto word = take(rest, false);
        const auto unit = word.empty() && last == 60 ? std::optional{1} : unit_of(word);
        if (!unit || (last != 0 && *unit >= last)) return std::nullopt;
        sum += number * *unit;
        last = *unit;
    }
    constexpr double longest = 100 * 60;
    if (last == 0 || sum > longest) return std::nullopt;
    return time::minutes{static_cast<int>(sum + 0.5)};
}

std::optional<DatedTime> read_date_and_time(std::string_view text) {
    const auto read = read_written_time(text);
    if (!read.clock || read.rest.empty() || !read_written_date(read.rest).known()) return std::nullopt;
    return DatedTime{read.rest, *read.clock};
}

std::optional<Date> WrittenDate::in(DateOrder order) const {
    if (order == DateOrder::day_first) return day_first;
    if (order == DateOrder::month_first) return month_first;
    if (ambiguous()) return std::nullopt;
    return day_first ? day_first : month_first;
}

WrittenDate read_written_date(std::string_view text) {
    if (text.size() > 60) return {};
    const auto parts = parts_of(text);
    if (!parts) return {};
    if (parts->month) return with_month_name(*parts);
    if (parts->numbers.size() != 3) return {};
    const auto& n = parts->numbers;
    const auto number = [&](std::size_t i) { return static_cast<unsigned>(n[i]); };
    if (parts->digits[0] == 4) {
        const auto date = date_of(n[0], number(1), number(2));
        return {date, date, std::nullopt};
    }
    if (parts->digits[0] > 2 || parts->digits[1] > 2) return {};
    const auto year = full_year(n[2], parts->digits[2]);
    const bool short_iso = parts->between == "--" && parts->digits == std::vector<std::size_t>{2, 2, 2};
    const auto day_first = date_of(year, number(1), number(0));
    if (parts->between.find('.') != std::string::npos) return {day_first, day_first, std::nullopt};
    return {day_first, date_of(year, number(0), number(1)),
            short_iso ? date_of(full_year(n[0], 2), number(1), number(2)) : std::nullopt};
}

WrittenTime read_written_time(std::string_view text) {
    WrittenTime result{text, std::nullopt, std::nullopt};
    if (text.size() > 100) return result;
    text = without_offset(text);
    for (std::size_t begin = 0;;) {
        const auto tail = plain_clock(text.substr(begin));
        if (const auto clock = time::read_clock(tail); const auto* read = time::value(clock)) result.clock = *read;
        if (const auto range = time::read_range(tail); const auto* read = time::value(range)) result.range = *read;
        if (result.clock || result.range) {
            result.rest = text.substr(0, begin);
            while (!result.rest.empty() && std::string_view{" ,T"}.find(result.rest.back()) != std::string_view::npos)
                result.rest.remove_suffix(1);
            return result;
        }
        const auto next = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(),
                                       [](char c) { return c == ' ' || c == 'T'; });
        if (next == text.end()) return result;
        begin = static_cast<std::size_t>(next - text.begin()) + 1;
    }
}

} // namespace agenda::load::formats
