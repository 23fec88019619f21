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

bool names_weekday(std::string_view word) {
    return std::any_of(weekdays.begin(), weekdays.end(), [&](std::string_view one) { return shortens(word, one, 2); });
}

bool is_silent(std::string_view word) {
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end() || names_weekday(word);
}

std::optional<Date> civil_date(int year, unsigned month, unsigned day) {
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok() || year < 1000) return std::nullopt;
    return date;
}

/// A date in numbers and words.
struct Parts {
    std::vector<int> numbers;
    std::vector<std::size_t> digits; ///< of each number
    std::optional<unsigned> month;
    std::size_t before_month = 0; ///< so many of the numbers
    std::string between;          ///< what stands between numbers: ".." or "//"
};

std::optional<Parts> date_parts(std::string_view text) {
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
            parts.before_month = parts.numbers.size();
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

WrittenDate with_month_name(const Parts& parts, std::optional<std::chrono::year> assumed) {
    const auto of = [&](int year, std::size_t day) -> WrittenDate {
        const auto date = civil_date(year, *parts.month, static_cast<unsigned>(parts.numbers[day]));
        return {date, date, std::nullopt};
    };
    if (parts.numbers.size() == 1 && assumed && parts.digits[0] <= 2) return of(static_cast<int>(*assumed), 0);
    if (parts.numbers.size() != 2) return {};
    if (parts.digits[0] == 4) return of(parts.numbers[0], 1);
    if (parts.digits[1] == 4) return of(parts.numbers[1], 0);
    // "1-Jun-26" and "1. Jun. 26"; "10-12 June" and "10 June-12" are days from and to.
    const bool short_year = parts.digits[1] == 2 && parts.digits[0] <= 2 && parts.before_month == 1 &&
                            std::count(parts.between.begin(), parts.between.end(), '-') != 1;
    return short_year ? of(full_year(parts.numbers[1], 2), 0) : WrittenDate{};
}

/// Words that are told apart from a date beside them: "Day 2", "(2. Tag)".
constexpr std::array<std::string_view, 6> day_words{"day", "tag", "jour", "journee", "dia", "jornada"};
/// What stands before a date that is no day of the programme.
constexpr std::array<std::string_view, 10> limits{"until", "till", "by", "before", "from",
                                                  "since", "bis",  "ab", "vor",    "avant"};

std::string plain_word(std::string_view token) {
    std::string result;
    for (const auto& one : source::hyphenated_words(token)) result += one;
    return result;
}

bool has_digit(std::string_view token) { return std::any_of(token.begin(), token.end(), is_digit); }

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (end > begin) result.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

/// Whether what stands outside [begin, end) may stand beside a date in a heading.
bool are_beside_a_date(const std::vector<std::string_view>& tokens, std::size_t begin, std::size_t end, bool has_year) {
    const auto is_day = [&](std::size_t at) {
        return at < tokens.size() && is_one_of(plain_word(tokens[at]), day_words);
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i >= begin && i < end) continue;
        const auto word = plain_word(tokens[i]);
        if (has_digit(tokens[i]) ? !(i > 0 && is_day(i - 1)) && !is_day(i + 1) : is_one_of(word, limits)) return false;
        if (!has_year && !has_digit(tokens[i]) && !word.empty() && !is_day(i)) return false;
    }
    return true;
}

/// "Day 2", "2. Tag".
bool is_numbered_day(const std::vector<std::string_view>& tokens) {
    return tokens.size() == 2 && has_digit(tokens[0]) != has_digit(tokens[1]) && are_beside_a_date(tokens, 0, 0, false);
}

} // namespace

std::optional<Date> WrittenDate::in(DateOrder order) const {
    if (order == DateOrder::day_first) return day_first;
    if (order == DateOrder::month_first) return month_first;
    if (ambiguous()) return std::nullopt;
    return day_first ? day_first : month_first;
}

WrittenDate read_written_date(std::string_view text, std::optional<std::chrono::year> assumed) {
    if (text.size() > 60) return {};
    const auto parts = date_parts(text);
    if (!parts) return {};
    if (parts->month) return with_month_name(*parts, assumed);
    if (parts->numbers.size() == 2 && assumed && parts->between == ".." && parts->digits[0] <= 2) {
        const auto date = civil_date(static_cast<int>(*assumed), static_cast<unsigned>(parts->numbers[1]),
                                     static_cast<unsigned>(parts->numbers[0]));
        return {date, date, std::nullopt};
    }
    if (parts->numbers.size() != 3) return {};
    const auto& n = parts->numbers;
    const auto number = [&](std::size_t i) { return static_cast<unsigned>(n[i]); };
    if (parts->digits[0] == 4) {
        const auto date = civil_date(n[0], number(1), number(2));
        return {date, date, std::nullopt};
    }
    if (parts->digits[0] > 2 || parts->digits[1] > 2) return {};
    const auto year = full_year(n[2], parts->digits[2]);
    const bool short_iso = parts->between == "--" && parts->digits == std::vector<std::size_t>{2, 2, 2};
    const auto day_first = civil_date(year, number(1), number(0));
    if (parts->between.find('.') != std::string::npos) return {day_first, day_first, std::nullopt};
    return {day_first, civil_date(year, number(0), number(1)),
            short_iso ? civil_date(full_year(n[0], 2), number(1), number(2)) : std::nullopt};
}

bool is_weekday(std::string_view text, std::chrono::weekday day) {
    const auto word = plain_word(text);
    for (std::size_t i = day.iso_encoding() - 1; i < weekdays.size(); i += 7)
        if (shortens(word, weekdays[i], 2)) return true;
    return false;
}

bool is_weekday(std::string_view text) { return names_weekday(plain_word(text)); }

std::optional<std::string> date_in_heading(std::string_view text) {
    constexpr std::size_t longest = 200;
    if (text.size() > longest) return std::nullopt;
    std::string plain{text};
    const auto parts = [](char c) { return std::string_view{"()[]:;|\t\r\n"}.find(c) != std::string_view::npos; };
    std::replace_if(plain.begin(), plain.end(), parts, ' ');
    const auto tokens = words_of(plain);
    constexpr std::size_t most = 8; // of a date
    for (auto length = std::min(tokens.size(), most); length > 0; --length)
        for (std::size_t begin = 0; begin + length <= tokens.size(); ++begin) {
            const auto& last = tokens[begin + length - 1];
            const auto size = static_cast<std::size_t>(last.data() + last.size() - tokens[begin].data());
            const std::string_view date{tokens[begin].data(), size};
            if (read_written_date(date, any_year).known() &&
                are_beside_a_date(tokens, begin, begin + length, read_written_date(date).known()))
                return std::string{date};
        }
    if (is_weekday(text) || is_numbered_day(tokens)) return std::string{text};
    return std::nullopt;
}

} // namespace agenda::load::formats
