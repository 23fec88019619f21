// SPDX-License-Identifier: MIT
#include "load/formats/content_lines.hpp"
#include "load/formats/text.hpp"
#include <algorithm>

namespace agenda::load::formats {
namespace {

constexpr std::string_view::size_type none = std::string_view::npos;
constexpr std::size_t most_parameters = 100; // of a line: the standard knows twenty

std::string in_capitals(std::string_view text) {
    std::string result{text};
    for (auto& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    return result;
}

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == 'n' || next == '\'' || next == '^') {
            result += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
            ++i;
        } else if (text[i] != '"') {
            result += text[i];
        }
    }
    return result;
}

/// The first of `ends` that stands in no quotes, from `at` on.
std::size_t find_unquoted(std::string_view text, std::size_t at, std::string_view ends) {
    bool quoted = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '"')
            quoted = !quoted;
        else if (!quoted && ends.find(text[at]) != none)
            return at;
    }
    return none;
}

} // namespace

Field ContentLine::text() const { return {unescaped(value), value_at}; }

std::vector<Field> ContentLine::values() const {
    std::vector<Field> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] == '\\' && i + 1 < value.size()) {
            ++i;
        } else if (i == value.size() || value[i] == ',') {
            result.push_back({value.substr(begin, i - begin), place(value_begin_ + begin, value_begin_ + i)});
            begin = i + 1;
        }
    }
    return result;
}

Field ContentLine::parameter(std::string_view wanted) const {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& one) { return one.name == wanted; });
    return found == parameters.end() ? Field{} : found->value;
}

Span ContentLine::place(std::size_t begin, std::size_t end) const {
    const auto in_file = [&](std::size_t byte) {
        const auto after = std::upper_bound(folds_.begin(), folds_.end(), byte,
                                            [](std::size_t wanted, const auto& fold) { return wanted < fold.first; });
        const auto& fold = *std::prev(after);
        return fold.second + (byte - fold.first);
    };
    const auto from = in_file(begin);
    const auto to = end > begin ? in_file(end - 1) + 1 : from;
    return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from)};
}

ContentLines::ContentLines(std::string_view text) : text_(text) {
    if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

void ContentLines::skip_blank() {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n")) ++at_;
}

std::string_view ContentLines::take() {
    const auto begin = at_;
    const auto end = std::min(text_.find('\n', begin), text_.size());
    at_ = std::min(end + 1, text_.size());
    auto line = text_.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<ContentLine> ContentLines::next() {
    skip_blank();
    if (at_ >= text_.size()) return std::nullopt;
    ContentLine line;
    const auto offset_of = [&](std::string_view part) { return static_cast<std::size_t>(part.data() - text_.data()); };
    auto part = take();
    line.folds_.emplace_back(0, offset_of(part));
    std::string joined;
    std::string_view unfolded = part;
    skip_blank();
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) {
        if (joined.empty()) joined = unfolded;
        part = take().substr(1);
        line.folds_.emplace_back(joined.size(), offset_of(part));
        joined += part;
        unfolded = joined;
        skip_blank();
    }
    const auto begin = line.folds_.front().second;
    line.at = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset_of(part) + part.size() - begin)};

    auto at = unfolded.find_first_of(":;");
    if (at == none || at == 0) return line;
    line.name = in_capitals(unfolded.substr(0, at));
    while (unfolded[at] == ';') {
        const auto equals = unfolded.find_first_of("=;:", at + 1);
        if (equals == none || unfolded[equals] != '=') return line;
        const auto end = find_unquoted(unfolded, equals + 1, ";:");
        if (end == none) return line;
        const auto quoted = end - equals > 2 && unfolded[equals + 1] == '"' && unfolded[end - 1] == '"' ? 1U : 0U;
        if (line.parameters.size() < most_parameters)
            line.parameters.push_back({in_capitals(unfolded.substr(at + 1, equals - at - 1)),
                                       {decoded(unfolded.substr(equals + 1, end - equals - 1)),
                                        line.place(equals + 1 + quoted, end - quoted)}});
        at = end;
    }
    line.value_begin_ = at + 1;
    line.value = unfolded.substr(at + 1);
    line.value_at = line.place(at + 1, unfolded.size());
    line.sound = true;
    return line;
}

std::string unescaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const char next = text[++i];
        result += next == 'n' || next == 'N' ? '\n' : next;
    }
    return result;
}

} // namespace agenda::load::formats
