// SPDX-License-Identifier: MIT
#include "source/toml_scan.hpp"
#include <algorithm>
#include <array>

namespace agenda::source {
namespace {

constexpr std::string_view bare_key = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
constexpr std::string_view blanks = " \t\r";

std::size_t past_line_string(std::string_view text, std::size_t at) {
    const char quote = text[at++];
    const auto close = text.find(quote, at);
    const auto inside = text.substr(at, close - at);
    const auto is_in = [&](char c) { return inside.find(c) != std::string_view::npos; };
    if (close != std::string_view::npos && !is_in('\n') && (quote == '\'' || !is_in('\\'))) return close + 1; // as most
    for (; at < text.size() && text[at] != '\n'; ++at) {
        if (text[at] == quote) return at + 1;
        if (quote == '"' && text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n') ++at;
    }
    return at;
}

/// Up to two quotes may stand before the closing three: """a"""" is the string a" .
std::size_t past_multi_line_string(std::string_view text, std::size_t at) {
    const auto quotes = text.substr(at, 3);
    at += 3;
    auto close = text.find(quotes, at);
    while (quotes.front() == '"' && close != std::string_view::npos) {
        const auto escape = text.substr(at, close - at).find('\\');
        if (escape == std::string_view::npos) break;
        at += escape + 2;
        if (at > close) close = text.find(quotes, at);
    }
    if (close == std::string_view::npos) return text.size();
    at = close + 3;
    for (int more = 0; more < 2 && at < text.size() && text[at] == quotes.front(); ++more) ++at;
    return at;
}

/// Whether a line that begins with `[` is a header and can be nothing else: its first part is a word that is no value.
bool is_surely_header(std::string_view line) {
    static constexpr std::array<std::string_view, 4> values{"true", "false", "inf", "nan"};
    const std::string_view closing = line.starts_with("[[") ? "]]" : "]";
    std::size_t at = std::min(line.find_first_not_of(blanks, closing.size()), line.size());
    const auto word = line.substr(at, line.find_first_not_of(bare_key, at) - at);
    if (word.empty() || std::string_view{"0123456789-"}.find(word.front()) != std::string_view::npos) return false;
    if (std::find(values.begin(), values.end(), word) != values.end()) return false;
    while (at < line.size() && line[at] != ']' && line[at] != '[' && line[at] != ',') at = past_token(line, at);
    if (line.substr(at, closing.size()) != closing) return false;
    const auto behind = line.find_first_not_of(blanks, at + closing.size());
    return behind == std::string_view::npos || line[behind] == '#';
}

std::size_t parts_of_header(std::string_view line) {
    std::size_t parts = 1;
    for (std::size_t at = 0; at < line.size(); at = past_token(line, at)) parts += line[at] == '.' ? 1 : 0;
    return parts;
}

/// Looks on each line that begins with `[` and keeps what is known of the section around the error.
class SectionFinder {
public:
    SectionFinder(std::string_view text, std::size_t error) : text_(text), error_(error) {}

    Span find() {
        bool line_begins = true;
        for (std::size_t at = 0; at < text_.size(); at = past_token(text_, at)) {
            const char c = text_[at];
            if (c == '[' && line_begins && ends_at(at)) return span(at);
            if (c == '[' || c == '{') ++depth_;
            if ((c == ']' || c == '}') && depth_ > 0) --depth_;
            line_begins = c == '\n' || (line_begins && (c == ' ' || c == '\t'));
        }
        return span(text_.size());
    }

private:
    std::size_t line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }

    /// A line in front of the error is a header where no bracket is open, and the last such begins the section.
    bool ends_at(std::size_t at) {
        const auto end = line_end(at);
        const auto line = text_.substr(at, end - at);
        if (at > error_) return is_surely_header(line) && parts_of_header(line) <= most_parts_;
        if (depth_ > 0) return false;
        const bool broken = error_ <= end;
        begin_ = broken ? at : end + 1;
        if (broken) most_parts_ = parts_of_header(line);
        return false;
    }

    Span span(std::size_t end) const {
        const auto begin = std::min(begin_, end);
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    }

    std::string_view text_;
    std::size_t error_;
    std::size_t depth_ = 0;
    std::size_t begin_ = 0;
    std::size_t most_parts_ = static_cast<std::size_t>(-1);
};

} // namespace

std::size_t past_token(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case '"':
    case '\'': {
        const bool multi_line = at + 2 < text.size() && text[at + 1] == text[at] && text[at + 2] == text[at];
        return multi_line ? past_multi_line_string(text, at) : past_line_string(text, at);
    }
    case '#': return std::min(text.find('\n', at), text.size());
    default: return at + 1;
    }
}

Span section_around(std::string_view text, std::size_t error) { return SectionFinder{text, error}.find(); }

} // namespace agenda::source
