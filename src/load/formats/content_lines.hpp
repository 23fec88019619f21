// SPDX-License-Identifier: MIT
// The lines that iCalendar and vCard are made of (RFC 5545, 3.1), unfolded, each part with its place in the file.
#pragma once
#include "load/formats/schedule.hpp"
#include <utility>

namespace agenda::load::formats {

/// `NAME;PARAMETER=value:value`, as it stands once unfolded.
class ContentLine {
public:
    struct Parameter {
        std::string name; ///< in capitals
        Field value;      ///< without quotes, `^n`, `^'` and `^^` decoded (RFC 6868)
    };

    std::string name;                  ///< in capitals
    std::vector<Parameter> parameters; ///< the first hundred
    std::string value;                 ///< as it is written; see `unescaped`
    Span at;                           ///< all of it, without its end
    Span value_at;
    bool sound = false; ///< false: it has no `:` where a value could begin, and only `at` is known

    Field whole_value() const { return {value, value_at}; }
    /// Of a text: with its escapes undone.
    Field text() const;
    /// Of a list, split at commas: each part as it is written.
    std::vector<Field> values() const;
    /// The first parameter of that name (in capitals); an empty one where there is none.
    Field parameter(std::string_view wanted) const;

private:
    friend class ContentLines;
    /// From the unfolded text's bytes to the file's.
    Span place(std::size_t begin, std::size_t end) const;
    std::size_t value_begin_ = 0;
    std::vector<std::pair<std::size_t, std::size_t>> folds_; ///< unfolded byte, byte of the file; rising
};

/// Steps through a text, which must outlive it. Lines end at LF or CR and LF; blank ones are skipped, also those
/// between a line and what continues it, which some programs write.
class ContentLines {
public:
    explicit ContentLines(std::string_view text);
    std::optional<ContentLine> next();

private:
    void skip_blank();
    /// The line at the cursor, without its end; the cursor moves behind it.
    std::string_view take();

    std::string_view text_;
    std::size_t at_ = 0;
};

/// `\n`, `\,`, `\;` and `\\` as what they mean.
std::string unescaped(std::string_view text);

} // namespace agenda::load::formats
