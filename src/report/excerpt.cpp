// SPDX-License-Identifier: MIT
#include "report/excerpt.hpp"
#include "source/unicode.hpp"
#include <algorithm>

namespace agenda::report {
namespace {

constexpr std::size_t longest_line = 160; // bytes: longer ones are cut
constexpr std::size_t room_before = 40;
constexpr std::size_t room_after = 100;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::size_t to_boundary(std::string_view line, std::size_t at) {
    while (at > 0 && at < line.size() && continues(line[at])) --at;
    return at;
}

} // namespace

Excerpt excerpt(const source::Text& text, source::Span span, bool ascii) {
    const auto begin = text.position(span.offset, source::Unit::bytes);
    auto line = text.line(begin.line);
    auto from = std::min(begin.column - 1, line.size());
    auto length = std::min<std::size_t>(span.length, line.size() - from);
    if (constexpr std::string_view mark = "\xef\xbb\xbf"; begin.line == 1 && line.starts_with(mark)) {
        // A byte order mark has no column.
        line.remove_prefix(mark.size());
        from -= std::min(from, mark.size());
        length = std::min(length, line.size() - from);
    }
    std::string before, after;
    if (line.size() > longest_line) {
        const auto start = from > room_before ? to_boundary(line, from - room_before) : 0;
        const auto end = to_boundary(line, std::min(line.size(), from + room_after));
        if (start > 0) before = "… ";
        if (end < line.size()) after = " …";
        line = line.substr(start, end - start);
        from -= start;
        length = std::min(length, line.size() - from);
    }
    const auto shown = [&](std::string_view part) {
        return ascii ? source::ascii(source::visible(part)) : source::visible(part);
    };
    const auto shown_before = shown(before), shown_line = shown(line);
    // Nothing becomes shorter by being shown: a line that is not longer has every place where it was.
    const bool unmoved = shown_line.size() == line.size();
    const auto place = [&](std::size_t at) {
        return shown_before.size() + (unmoved ? at : shown(line.substr(0, at)).size());
    };
    const auto mark_begin = place(from), mark_end = place(from + length);
    auto text_shown = shown_before + shown_line + shown(after);
    // What is shown is visible already, so that its cells are those of the terminal.
    const auto indent = source::width(std::string_view{text_shown}.substr(0, mark_begin), source::Unit::cells);
    const auto end = source::width(std::string_view{text_shown}.substr(0, mark_end), source::Unit::cells);
    return {begin.line,
            std::move(text_shown),
            indent,
            std::max<std::size_t>(1, end - indent),
            {static_cast<std::uint32_t>(mark_begin), static_cast<std::uint32_t>(mark_end - mark_begin)}};
}

} // namespace agenda::report
