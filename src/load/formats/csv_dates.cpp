// SPDX-License-Identifier: MIT
#include "load/formats/csv_dates.hpp"
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
    return {date, date};
}

/// Drops ":00" behind hours and minutes: spreadsheets write seconds.
std::string without_zero_seconds(std::string_view text) {
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

} // namespace

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
        return {date, date};
    }
    if (parts->digits[0] > 2 || parts->digits[1] > 2) return {};
    const auto year = full_year(n[2], parts->digits[2]);
    const auto day_first = date_of(year, number(1), number(0));
    if (parts->between.find('.') != std::string::npos) return {day_first, day_first};
    return {day_first, date_of(year, number(0), number(1))};
}

WrittenTime read_written_time(std::string_view text) {
    WrittenTime result{text, std::nullopt, std::nullopt};
    if (text.size() > 100) return result;
    for (std::size_t begin = 0;;) {
        const auto tail = without_zero_seconds(text.substr(begin));
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
