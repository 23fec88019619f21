// SPDX-License-Identifier: MIT
// The small things that reading any text needs.
#pragma once
#include "load/formats/formats.hpp"
#include "source/unicode.hpp"

namespace agenda::load::formats {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

inline std::uint32_t u32(std::size_t number) { return static_cast<std::uint32_t>(number); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// A blank, a tab or a part of a line's end.
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
inline bool is_one_of(std::string_view word, const auto& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

inline std::string_view without_mark(std::string_view text) {
    return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

/// [begin, end) of a text without the blanks and line ends at its ends.
inline Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    return {u32(begin), u32(end - begin)};
}
inline std::string_view trimmed(std::string_view text) {
    const auto inside = trimmed(text, 0, text.size());
    return text.substr(inside.offset, inside.length);
}

/// A text without a byte order mark, and without the blanks and line ends that it begins with: what tells its format.
inline std::string_view beginning(std::string_view text) {
    text = without_mark(text);
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

} // namespace agenda::load::formats
