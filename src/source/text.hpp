// SPDX-License-Identifier: MIT
// A text and places in it. A place is kept as bytes; lines and columns are made where they are shown.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace agenda::source {

/// Bytes [offset, offset + length) of a text. The default, {0, 0}, is the text's very beginning.
struct Span {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;

    std::uint32_t end() const { return offset + length; }
    friend auto operator<=>(const Span&, const Span&) = default;
};

/// What a column counts.
enum class Unit { bytes, code_points, utf16, cells };

/// 1-based line and column.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// A named text of less than 4 GiB, with the begin of each line. Lines end at LF; a CR before it belongs to no column
/// that is shown. An empty text has one empty line. Offsets past the end are taken as the end.
class Text {
public:
    /// Its first byte has the offset `begin`: all files of one agenda have their places in one row of offsets.
    Text(std::string name, std::string bytes, std::uint32_t begin = 0);

    /// The same text with files that it includes, each of which begins behind the end of the one before. Their offsets
    /// are places of this text too; its bytes and lines are its own alone.
    Text including(std::vector<std::shared_ptr<const Text>> files) const;
    /// The file in which an offset lies: this text, or one that it includes.
    const Text& file_at(std::size_t offset) const;
    std::uint32_t begin() const { return begin_; }
    /// The offset behind the last byte.
    std::size_t end() const { return begin_ + bytes_.size(); }

    /// The path as the user gave it; "-" or the name said on the command line for standard input.
    const std::string& name() const { return name_; }
    std::string_view bytes() const { return bytes_; }
    std::string_view slice(Span span) const;

    std::size_t line_count() const { return line_starts_.size(); }
    /// The line without its end; empty for a line that does not exist.
    std::string_view line(std::size_t number) const;

    /// The line and column of a byte. A byte order mark at the very beginning has no column but in bytes; in cells a
    /// line end of CR and LF stands where the CR does. Cheap in any order, also on one line of many megabytes.
    Position position(std::size_t offset, Unit unit) const;
    /// The byte at a line and a column in code points, as toml++ counts them; the line's end (behind its LF) for a
    /// column past it, the text's end for a line that does not exist. As cheap.
    std::size_t offset(std::size_t line, std::size_t column) const;

private:
    /// A place in a long line, and how wide the line is up to it.
    struct Waymark {
        std::uint32_t offset = 0, code_points = 0, utf16 = 0, cells = 0;
    };
    /// Sets one every few hundred bytes of the line [start, end), but not at its beginning.
    void set_waymarks(std::size_t start, std::size_t end);
    static std::size_t columns_to(const Waymark& mark, Unit unit);
    /// Where the columns of the line that starts there begin: behind a byte order mark.
    std::uint32_t first_of_line(std::size_t line_start) const;

    std::string name_;
    std::string bytes_;
    std::uint32_t begin_ = 0;
    std::vector<std::shared_ptr<const Text>> included_;
    std::vector<std::uint32_t> line_starts_;
    std::vector<Waymark> waymarks_;  ///< of all lines of more than some hundred bytes, in rising order
    std::uint32_t first_column_ = 0; ///< behind a byte order mark
};

} // namespace agenda::source
