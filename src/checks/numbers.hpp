// SPDX-License-Identifier: MIT
// The number in a label - "Session II", "3A", "Day Two", "1st meeting", "Séances 3-4" - and the series it belongs to.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agenda::checks {

enum class NumberStyle { figures, roman, letter, words, ordinal };
/// "in figures", "in Roman numerals", ...: for messages.
std::string_view written_in(NumberStyle style);

struct Numbered {
    /// The words before the number, of an ordinal those behind it, in small letters (ASCII): "session", "plenary
    /// session". Empty for a number alone.
    std::string series;
    std::string name;                 ///< the same as it is written
    std::string word;                 ///< the one word of the series that is next to the number
    std::int64_t first = 0, last = 0; ///< differ for "3-4" only; `last` is not before `first`
    NumberStyle style = NumberStyle::figures;
    /// What tells parts of one number apart: "a" of "3A", "(a)" of "II (a)".
    std::string part;
    bool continued = false; ///< it says that it goes on with one that was begun before
    bool ends_label = true; ///< no word stands behind it without a mark between: "Mezurit 2: maps", not "C2 language"
    bool ambiguous = false; ///< I, V or X alone: a Roman numeral or a letter; read as the former
    /// Numbered in a way that is no series from 1 to n ("1.2", "3/B"); no other number is set.
    bool other_make = false;
};

/// Nothing where the label has no number. Figures up to 999 (ordinals up to 99999), Roman numerals up to 39, single
/// capitals, and words in English, French and Spanish up to twenty. Looks at the first six words only.
std::optional<Numbered> read_number(std::string_view label);

/// Reads I, V and X of one series as letters where the others show that they are.
void settle_letters(std::vector<Numbered*> series);

/// "IV", "D", "4": as the series writes numbers; in figures where it writes words.
std::string format_number(std::int64_t number, NumberStyle style);

} // namespace agenda::checks
