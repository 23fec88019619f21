// SPDX-License-Identifier: MIT
// UTF-8: widths in each unit, the first byte that is not UTF-8, and text made harmless for a terminal. Wraps utf8proc.
#pragma once
#include "source/text.hpp"
#include <optional>
#include <string>

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
/// The same, behind another text; a "##" of which only the second sign is added stays.
void add_visible(std::string_view text, std::string& result);

/// The text in ASCII, for a terminal that has no more: an ellipsis is three full stops, each other character is written
/// as <U+00E9>, a byte that is not UTF-8 as <0xFF>.
std::string ascii(std::string_view text);

/// Whether `visible` would leave the text as it is, but for "##" and tabs.
bool is_harmless(std::string_view text);

/// The text with U+FFFD for each byte that is not UTF-8.
std::string scrubbed(std::string_view text);

/// Two capital letters or more and no small one, of any script; false for a text that is not UTF-8.
bool is_in_capitals(std::string_view text);

/// A blank or part of a line end.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
/// Nothing but blanks and line ends, or nothing at all.
bool is_blank(std::string_view text);

} // namespace agenda::source
