// SPDX-License-Identifier: MIT
// The rows of a CSV text, each cell with its place. RFC 4180, and what spreadsheets write: other separators, a byte
// order mark, line breaks in quoted cells. The libraries that there are (libcsv, fast-cpp-csv-parser) tell no places.
#pragma once
#include "load/formats/schedule.hpp"
#include "source/toml.hpp"

namespace agenda::load::formats {

struct CsvRow {
    std::vector<Field> cells; ///< without quotes, and without blanks at the ends; places are without the quotes
    Span at;                  ///< without the line end
};

/// What a first line of "sep=;" says, which spreadsheets write and read: the separator; nothing where there is none.
std::optional<char> separator_said(std::string_view text);

class CsvRows {
public:
    /// A line that says the separator is none of the rows.
    CsvRows(std::string_view text, char separator);

    /// The next row that is not empty; nothing at the text's end. A text behind a closing quote is kept; a quote that
    /// is never closed ends its cell with the text. The last is an error, and so is the first NUL, the first byte
    /// that is not UTF-8, and a row of more than 10,000 cells, of which those are kept.
    std::optional<CsvRow> next();
    const std::vector<source::SyntaxError>& errors() const { return errors_; }

private:
    Field quoted();
    Field plain();
    std::string harmless(std::string text) const;
    bool at_line_end(std::size_t at) const { return text_[at] == '\n' || text_[at] == '\r'; }

    std::string_view text_;
    char separator_;
    bool is_utf8_ = true;
    bool said_too_many_ = false;
    std::size_t at_ = 0;
    std::vector<source::SyntaxError> errors_;
};

} // namespace agenda::load::formats
