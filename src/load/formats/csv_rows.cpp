// SPDX-License-Identifier: MIT
#include "load/formats/csv_rows.hpp"
#include "load/formats/text.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <utility>

namespace agenda::load::formats {
namespace {

constexpr std::size_t most_cells = 10'000;

/// The size of a first line "sep=;" behind the byte order mark.
std::size_t separator_line(std::string_view text) {
    text = without_mark(text);
    constexpr std::string_view begin = "sep=";
    if (!source::lowered(text.substr(0, begin.size())).starts_with(begin) || text.size() < begin.size() + 2) return 0;
    const auto end = text.find('\n');
    const bool only = end == begin.size() + 1 || (end == begin.size() + 2 && text[end - 1] == '\r');
    return only ? end + 1 : 0;
}

} // namespace

std::optional<char> separator_said(std::string_view text) {
    if (separator_line(text) == 0) return std::nullopt;
    return without_mark(text)[4];
}

CsvRows::CsvRows(std::string_view text, char separator) : text_(text), separator_(separator) {
    at_ = text.size() - without_mark(text).size() + separator_line(text);
    if (const auto bad = source::first_invalid_utf8(text_)) {
        is_utf8_ = false;
        errors_.push_back({"a byte here is not UTF-8 text; save the file as UTF-8", {u32(*bad), 1}});
    }
    if (const auto nul = text_.find('\0'); nul != std::string_view::npos)
        errors_.push_back({"a NUL byte stands here: this is no text, or is cut off", {u32(nul), 1}});
}

std::string CsvRows::harmless(std::string text) const { return is_utf8_ ? text : source::scrubbed(text); }

Field CsvRows::quoted() {
    const auto begin = at_ + 1;
    std::string text;
    for (at_ = begin;;) {
        const auto quote = text_.find('"', at_);
        if (quote == std::string_view::npos) {
            errors_.push_back({"this quote is not closed; all behind it is one cell", {u32(begin - 1), 1}});
            text += text_.substr(at_);
            at_ = text_.size();
            break;
        }
        text += text_.substr(at_, quote - at_);
        at_ = quote + 1;
        if (at_ >= text_.size() || text_[at_] != '"') break;
        text += '"';
        ++at_;
    }
    const auto end = std::max(begin, at_ - 1);
    // What stands behind the closing quote belongs to the cell all the same.
    const auto rest = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end(at_)) ++at_;
    if (const auto more = trimmed(text_, rest, at_); more.length > 0) text += text_.substr(more.offset, more.length);
    const auto inside = trimmed(text, 0, text.size());
    return {harmless(text.substr(inside.offset, inside.length)), {u32(begin), u32(end - begin)}};
}

Field CsvRows::plain() {
    const auto begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end(at_)) ++at_;
    const auto span = trimmed(text_, begin, at_);
    return {harmless(std::string{text_.substr(span.offset, span.length)}), span};
}

std::optional<CsvRow> CsvRows::next() {
    while (at_ < text_.size()) {
        CsvRow row;
        const auto begin = at_;
        bool empty = true;
        for (bool more = true; more;) {
            auto first = at_;
            while (first < text_.size() && text_[first] == ' ') ++first;
            const bool quotes = first < text_.size() && text_[first] == '"';
            if (quotes) at_ = first;
            auto cell = quotes ? quoted() : plain();
            empty = empty && cell.empty();
            if (row.cells.size() < most_cells)
                row.cells.push_back(std::move(cell));
            else if (!std::exchange(said_too_many_, true))
                errors_.push_back({"this row has more than 10,000 cells; no more are read", {u32(begin), 1}});
            more = at_ < text_.size() && text_[at_] == separator_;
            if (more) ++at_;
        }
        row.at = trimmed(text_, begin, at_);
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        if (!empty) return row;
    }
    return std::nullopt;
}

} // namespace agenda::load::formats
