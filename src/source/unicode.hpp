// SPDX-License-Identifier: MIT
// UTF-8: widths in each unit, the first byte that is not UTF-8, and text made harmless for a terminal. Wraps utf8proc.
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

/// Whether the text is in Unicode's composed form (NFC); true for a text that is not UTF-8.
bool is_composed(std::string_view text);

/// The text with ASCII letters lowered; other characters stay.
std::string lowered(std::string_view text);

/// The words of a text in small letters without accents: "L’après-midi" is "l" and "apres-midi". A word is letters and
/// digits, and hyphens between them. Of a text that is not UTF-8, none.
std::vector<std::string> folded_words(std::string_view text);

} // namespace agenda::source
