// SPDX-License-Identifier: MIT
// UTF-8: widths in each unit, the first byte that is not UTF-8, text made harmless for a terminal, and text made alike
// to be compared. Wraps utf8proc.
#pragma once
#include "source/text.hpp"
#include <optional>
#include <string>
#include <vector>

namespace agenda::source {

/// How wide a text is. In cells a wide character counts 2, a combining one 0, a control character what `visible` makes
/// of it. A byte that is not UTF-8 counts 1 in every unit (in cells: what `visible` makes of it).
std::size_t width(std::string_view text, Unit unit);

/// How many bytes the first so many code points of a text take, as `width` counts them; all where it has no more.
std::size_t prefix_size(std::string_view text, std::size_t code_points);

/// The offset of the first byte that begins no valid UTF-8 sequence (surrogates and overlong forms are not valid).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The text with nothing in it that a terminal obeys or a reader is deceived by: control characters, bidirectional
/// controls, line separators, invisible tags and bytes that are not UTF-8 are written as <U+202E> or <0xFF>; a tab is
/// one space. Of "##", which some CI runners obey, the second sign is written ♯.
std::string visible(std::string_view text);

/// The text in ASCII, for a terminal that has no more: an ellipsis is three full stops, each other character is written
/// as <U+00E9>, a byte that is not UTF-8 as <0xFF>.
std::string ascii(std::string_view text);

/// Whether `visible` would leave the text as it is, but for "##" and tabs.
bool is_harmless(std::string_view text);

/// The text with U+FFFD for each byte that is not UTF-8.
std::string scrubbed(std::string_view text);

/// Whether the text is in Unicode's composed form (NFC); true for a text that is not UTF-8.
bool is_composed(std::string_view text);

/// The text with ASCII letters lowered; other characters stay.
std::string lowered(std::string_view text);

/// The text as it is compared with others: compatibility forms composed (NFKC), full case folding, typographic
/// apostrophes and dashes plain, invisible characters left out, each run of blanks one space and none at the ends. A
/// text that is not UTF-8 is lowered.
std::string folded(std::string_view text);

/// Whether `words` keeps what stands over and under Latin, Greek and Cyrillic letters.
enum class Accents { kept, dropped };
/// The folded words of a text: runs of letters and digits, apostrophes left out ("O'Brien" is one word, "Lopez-Ekra"
/// two). With accents dropped, "José" is "jose" and "Łódź" "lodz"; marks of other scripts stay, since they are vowels.
std::vector<std::u32string> words(std::string_view text, Accents accents);

/// The same words, but that "Mid-morning" is one and "l’après-midi" two, "l" and "apres-midi": hyphens inside a word
/// are part of it, and an apostrophe ends it. Accents are dropped.
std::vector<std::string> hyphenated_words(std::string_view text);

} // namespace agenda::source
