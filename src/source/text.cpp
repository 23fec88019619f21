// SPDX-License-Identifier: MIT
#include "source/text.hpp"
#include "source/unicode.hpp"
#include <algorithm>

namespace agenda::source {
namespace {

constexpr std::size_t between_waymarks = 256;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

} // namespace

Text::Text(std::string name, std::string bytes, std::uint32_t begin)
    : name_(std::move(name)), bytes_(std::move(bytes)), begin_(begin) {
    if (bytes_.starts_with("\xef\xbb\xbf")) first_column_ = 3;
    std::size_t start = 0;
    do {
        auto end = bytes_.find('\n', start);
        if (end == std::string::npos) end = bytes_.size();
        line_starts_.push_back(static_cast<std::uint32_t>(start));
        if (end - start > between_waymarks) set_waymarks(start, end);
        start = end + 1;
    } while (start <= bytes_.size());
}

Text Text::including(std::vector<std::shared_ptr<const Text>> files) const {
    auto result = *this;
    result.included_ = std::move(files);
    return result;
}

const Text& Text::file_at(std::size_t offset) const {
    const auto after = std::partition_point(included_.begin(), included_.end(),
                                            [&](const auto& file) { return file->begin() <= offset; });
    return after == included_.begin() ? *this : *after[-1];
}

void Text::set_waymarks(std::size_t start, std::size_t end) {
    Waymark mark{first_of_line(start)};
    while (mark.offset + between_waymarks < end) {
        auto next = mark.offset + between_waymarks;
        while (next < end && continues(bytes_[next])) ++next;
        const auto piece = std::string_view{bytes_}.substr(mark.offset, next - mark.offset);
        mark.offset = static_cast<std::uint32_t>(next);
        const auto code_points = width(piece, Unit::code_points);
        const auto utf16 = code_points == piece.size() ? code_points : width(piece, Unit::utf16);
        mark.code_points += static_cast<std::uint32_t>(code_points);
        mark.utf16 += static_cast<std::uint32_t>(utf16);
        mark.cells += static_cast<std::uint32_t>(width(piece, Unit::cells));
        waymarks_.push_back(mark);
    }
}

std::uint32_t Text::first_of_line(std::size_t line_start) const {
    return line_start == 0 ? first_column_ : static_cast<std::uint32_t>(line_start);
}

std::size_t Text::columns_to(const Waymark& mark, Unit unit) {
    switch (unit) {
    case Unit::code_points: return mark.code_points;
    case Unit::utf16: return mark.utf16;
    case Unit::cells: return mark.cells;
    case Unit::bytes: break;
    }
    return 0;
}

std::string_view Text::slice(Span span) const {
    if (const auto& file = file_at(span.offset); &file != this) return file.slice(span);
    const auto from = std::min<std::size_t>(span.offset - std::min(span.offset, begin_), bytes_.size());
    return std::string_view{bytes_}.substr(from, span.length);
}

std::string_view Text::line(std::size_t number) const {
    if (number == 0 || number > line_starts_.size()) return {};
    const std::size_t start = line_starts_[number - 1];
    std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : bytes_.size();
    if (end > start && bytes_[end - 1] == '\r') --end;
    return std::string_view{bytes_}.substr(start, end - start);
}

Position Text::position(std::size_t offset, Unit unit) const {
    if (const auto& file = file_at(offset); &file != this) return file.position(offset, unit);
    offset = std::min(offset - std::min<std::size_t>(offset, begin_), bytes_.size());
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto number = static_cast<std::size_t>(after - line_starts_.begin());
    const std::size_t start = line_starts_[number - 1];
    if (unit == Unit::bytes) return {number, 1 + offset - start};
    if (unit == Unit::cells) offset = std::min(offset, start + line(number).size());
    const auto passed = std::partition_point(waymarks_.begin(), waymarks_.end(),
                                             [&](const Waymark& mark) { return mark.offset <= offset; });
    Waymark from{first_of_line(start)};
    if (passed != waymarks_.begin() && passed[-1].offset > start) from = passed[-1];
    const auto rest = std::string_view{bytes_}.substr(from.offset, offset - std::min<std::size_t>(from.offset, offset));
    return {number, 1 + columns_to(from, unit) + width(rest, unit)};
}

std::size_t Text::offset(std::size_t line, std::size_t column) const {
    if (line == 0 || line > line_starts_.size()) return end();
    const std::size_t start = line_starts_[line - 1];
    const std::size_t line_end = line < line_starts_.size() ? line_starts_[line] : bytes_.size();
    Waymark from{first_of_line(start)};
    const auto before = std::max<std::size_t>(column, 1) - 1;
    if (line_end - start > between_waymarks) {
        const auto passed = std::partition_point(waymarks_.begin(), waymarks_.end(), [&](const Waymark& mark) {
            return mark.offset <= start || (mark.offset < line_end && mark.code_points <= before);
        });
        if (passed != waymarks_.begin() && passed[-1].offset > start) from = passed[-1];
    }
    const auto rest = std::string_view{bytes_}.substr(from.offset, line_end - from.offset);
    return begin_ + from.offset + prefix_size(rest, before - from.code_points);
}

} // namespace agenda::source
