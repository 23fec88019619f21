// SPDX-License-Identifier: MIT
#include "checks/numbers.hpp"
#include "agenda/selector.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <span>

namespace agenda::checks {
namespace {

struct Word {
    std::string_view text; ///< several spellings, separated by spaces
    std::int64_t number;
};
constexpr Word cardinals[] = {
    {"one un une uno una", 1},
    {"two deux dos", 2},
    {"three trois tres", 3},
    {"four quatre cuatro", 4},
    {"five cinq cinco", 5},
    {"six seis", 6},
    {"seven sept siete", 7},
    {"eight huit ocho", 8},
    {"nine neuf nueve", 9},
    {"ten dix diez", 10},
    {"eleven onze once", 11},
    {"twelve douze doce", 12},
    {"thirteen treize trece", 13},
    {"fourteen quatorze catorce", 14},
    {"fifteen quinze quince", 15},
    {"sixteen seize dieciséis", 16},
    {"seventeen dix-sept diecisiete", 17},
    {"eighteen dix-huit dieciocho", 18},
    {"nineteen dix-neuf diecinueve", 19},
    {"twenty vingt veinte", 20},
};
constexpr Word ordinals[] = {
    {"first premier première primer primero primera", 1},
    {"second deuxième seconde segundo segunda", 2},
    {"third troisième tercer tercero tercera", 3},
    {"fourth quatrième cuarto cuarta", 4},
    {"fifth cinquième quinto quinta", 5},
    {"sixth sixième sexto sexta", 6},
    {"seventh septième séptimo séptima", 7},
    {"eighth huitième octavo octava", 8},
    {"ninth neuvième noveno novena", 9},
    {"tenth dixième décimo décima", 10},
    {"eleventh onzième", 11},
    {"twelfth douzième", 12},
};

std::optional<std::int64_t> number_of(std::span<const Word> words, std::string_view lowered) {
    if (lowered.empty()) return std::nullopt;
    for (const auto& word : words)
        if (listed(word.text, lowered)) return word.number;
    return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U; }

constexpr std::array<std::string_view, 10> ones{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
constexpr std::array<std::string_view, 4> tens{"", "X", "XX", "XXX"};

std::string roman(std::int64_t number) {
    return std::string{tens[static_cast<std::size_t>(number / 10)]} +
           std::string{ones[static_cast<std::size_t>(number % 10)]};
}

std::optional<std::int64_t> roman_number(std::string_view text) {
    if (text.empty() || text.size() > 7) return std::nullopt;
    std::string upper{text};
    const bool small = !is_upper(text.front());
    for (auto& c : upper)
        if (small) c = static_cast<char>(c - 'a' + 'A');
    for (std::int64_t number = 1; number < 40; ++number)
        if (roman(number) == upper) return number;
    return std::nullopt;
}

/// A word of the label without the marks around it.
struct Token {
    std::string core;   ///< "II" of "II:", "3" of "#3-4"
    std::string tail;   ///< ":", "-4"
    bool opens = false; ///< a bracket
};

constexpr std::string_view dashes[] = {"–", "—", "−"};

std::string plain(std::string_view label) {
    std::string text{label};
    const auto replace = [&](std::string_view what, std::string_view with) {
        for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
            text.replace(at, what.size(), with);
    };
    for (const auto dash : dashes) replace(dash, "-");
    replace("\u00A0", " ");
    replace("’", "'");
    return text;
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> result;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = text.find_first_not_of(" \t\r\n", at);
        if (start == std::string_view::npos) break;
        const auto end = std::min(text.find_first_of(" \t\r\n", start), text.size());
        auto word = text.substr(start, end - start);
        at = end;
        const bool opens = word.front() == '(';
        if (word.size() > 1 && (word.front() == '#' || opens)) word.remove_prefix(1);
        // "dix-sept" is one word; "3-4" and "II-" are not.
        const bool is_word = number_of(cardinals, source::lowered(word)).has_value();
        const auto core_end = is_word ? word.size() : std::min(word.find_first_of(":.,;()-/&|+"), word.size());
        result.push_back({std::string{word.substr(0, core_end)}, std::string{word.substr(core_end)}, opens});
    }
    return result;
}

constexpr std::string_view ordinal_endings = "st nd rd th er re e ère ème º ª ° de";

/// Reads the core of a token as a number; where it has letters before figures ("WS3") they are in `name`.
std::optional<Numbered> figures(const std::string& core) {
    const auto digits = static_cast<std::size_t>(std::find_if(core.begin(), core.end(), is_digit) - core.begin());
    if (digits == core.size() || digits > 4) return std::nullopt;
    std::size_t end = digits;
    while (end < core.size() && is_digit(core[end])) ++end;
    Numbered result;
    result.name = core.substr(0, digits);
    const auto letters = core.substr(end);
    const auto ending = source::lowered(letters);
    const bool ordinal = digits == 0 && !letters.empty() && letters != "a" && listed(ordinal_endings, ending);
    const bool part = letters.size() <= 1 && (letters.empty() || is_letter(letters.front()));
    if (end - digits > (ordinal ? 5U : 3U) || !(ordinal || part) ||
        !std::all_of(result.name.begin(), result.name.end(), is_letter)) {
        result.other_make = true;
        return result;
    }
    for (auto at = digits; at < end; ++at) result.first = result.first * 10 + (core[at] - '0');
    if (ordinal) result.style = NumberStyle::ordinal;
    result.part = ordinal ? "" : ending;
    return result;
}

std::optional<Numbered> numeral(const std::string& core) {
    if (auto result = figures(core)) return result;
    Numbered result;
    const auto as = [&](std::int64_t number, NumberStyle style) {
        result.first = number;
        result.style = style;
        return result;
    };
    if (const auto number = roman_number(core)) {
        result.ambiguous = core.size() == 1 && is_upper(core.front());
        return as(*number, NumberStyle::roman);
    }
    if (core.size() == 1 && is_upper(core.front())) return as(core.front() - 'A' + 1, NumberStyle::letter);
    if (core.size() > 1 && core.back() >= 'A' && core.back() <= 'H' && is_upper(core.front()))
        if (const auto number = roman_number(std::string_view{core}.substr(0, core.size() - 1))) {
            result.part = source::lowered(core.substr(core.size() - 1));
            return as(*number, NumberStyle::roman);
        }
    const auto lowered = source::lowered(core);
    if (const auto number = number_of(cardinals, lowered)) return as(*number, NumberStyle::words);
    if (const auto number = number_of(ordinals, lowered)) return as(*number, NumberStyle::ordinal);
    return std::nullopt;
}

constexpr std::string_view continuations = "continued continuation cont cont'd contd ctd suite continuación bis";
constexpr std::int64_t most_joined = 20; // of "3-22"
constexpr std::string_view joins = "and to et à y - &";

/// What stands behind the number: a second number ("3-4", "3 and 4"), a part, or a mark that it goes on.
void read_rest(const std::vector<Token>& tokens, std::size_t at, Numbered& result) {
    const auto& tail = tokens[at].tail;
    const bool more = tail.size() > 1;
    if (more && tail.front() == '.' && (is_digit(tail[1]) || is_letter(tail[1]))) result.other_make = true;
    if (more && tail.front() == '/') result.other_make = true;
    std::optional<Numbered> last;
    if (more && (tail.front() == '-' || tail.front() == '&')) last = numeral(tail.substr(1));
    const auto joins_next = [&](const Token& token) {
        return (token.tail.empty() && listed(joins, source::lowered(token.core))) ||
               (token.core.empty() && listed(joins, token.tail));
    };
    if (tail.empty() && at + 2 < tokens.size() && joins_next(tokens[at + 1]) &&
        (at + 3 == tokens.size() || !tokens[at + 2].tail.empty()))
        last = numeral(tokens[at + 2].core);
    if (last && last->style == result.style && last->name.empty()) {
        result.last = last->first;
        if (result.last <= result.first || result.last > result.first + most_joined) result.other_make = true;
        return;
    }
    if (more && tail.front() == '-' && is_digit(tail[1])) result.other_make = true;
    // "II (a)" and "II bis" are parts of II; "II: Rights" has a title behind it.
    const bool title = !tail.empty() || (at + 1 < tokens.size() && tokens[at + 1].core.empty());
    std::string rest;
    std::size_t words = 0, marks = 0;
    for (auto next = at + 1; next < tokens.size(); ++next) {
        const auto word = source::lowered(tokens[next].core);
        if (word.empty()) continue;
        ++words;
        if (listed(continuations, word)) ++marks;
        rest += " " + word;
    }
    result.continued = marks > 0 && (!title || words == 1);
    result.ends_label = title || rest.empty();
    if (!title) result.part += rest;
}

/// The words from `begin` to `end` are the series' name; a plural is the name of its singular.
void name_series(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, Numbered& result) {
    std::string name;
    for (auto at = begin; at < end; ++at) {
        if (tokens[at].core.empty()) continue;
        if (!name.empty()) name += ' ';
        name += tokens[at].core;
    }
    if (!result.name.empty() && !name.empty()) name += ' ';
    result.name = name + result.name;
    result.series = source::lowered(result.name);
    if (result.last > result.first && result.series.size() > 3 && result.series.back() == 's') result.series.pop_back();
    const auto space = result.series.rfind(' ');
    result.word = space == std::string::npos ? result.series : result.series.substr(space + 1);
}

/// "A view from the South", "One health": a word that a text begins with is no number.
bool is_word_too(const Numbered& number, const std::vector<Token>& tokens) {
    const bool could_be = number.style == NumberStyle::letter || number.style == NumberStyle::words || number.ambiguous;
    return could_be && tokens.size() > 1 && tokens[0].tail.empty() && !tokens[1].opens && !tokens[1].core.empty();
}

} // namespace

std::string_view written_in(NumberStyle style) {
    switch (style) {
    case NumberStyle::figures: return "in figures";
    case NumberStyle::roman: return "in Roman numerals";
    case NumberStyle::letter: return "in letters";
    case NumberStyle::words: return "in words";
    case NumberStyle::ordinal: return "in ordinals";
    }
    return "";
}

std::optional<Numbered> read_number(std::string_view label) {
    constexpr std::size_t most_words = 6;
    constexpr std::size_t most_behind = 2;
    const auto tokens = tokens_of(plain(label));
    for (std::size_t at = 0; at < std::min(tokens.size(), most_words); ++at) {
        auto result = numeral(tokens[at].core);
        if (!result) continue;
        if (at == 0 && is_word_too(*result, tokens)) return std::nullopt;
        result->last = result->first;
        auto behind = at;
        if (result->style == NumberStyle::ordinal && tokens[at].tail.empty())
            while (behind + 1 < tokens.size() && behind < at + most_behind && !tokens[behind + 1].core.empty() &&
                   (behind == at || tokens[behind].tail.empty()))
                ++behind;
        if (behind > at) {
            name_series(tokens, at + 1, behind + 1, *result);
            result->word = source::lowered(tokens[at + 1].core);
            return result;
        }
        read_rest(tokens, at, *result);
        name_series(tokens, 0, at, *result);
        return result;
    }
    return std::nullopt;
}

void settle_letters(std::vector<Numbered*> series) {
    const auto certain = [&](NumberStyle style) {
        return std::any_of(series.begin(), series.end(), [&](const Numbered* one) {
            return one->style == style && !one->ambiguous && !one->other_make;
        });
    };
    if (!certain(NumberStyle::letter) || certain(NumberStyle::roman)) return;
    for (auto* one : series) {
        if (!one->ambiguous) continue;
        const auto letter = roman(one->first).front() - 'A' + 1;
        one->last += letter - one->first;
        one->first = letter;
        one->style = NumberStyle::letter;
        one->ambiguous = false;
    }
}

std::string format_number(std::int64_t number, NumberStyle style) {
    if (style == NumberStyle::roman && number > 0 && number < 40) return roman(number);
    if (style == NumberStyle::letter && number > 0 && number <= 26)
        return std::string(1, static_cast<char>('A' + number - 1));
    return std::to_string(number);
}

} // namespace agenda::checks
