// SPDX-License-Identifier: MIT
#include "report/markdown_text.hpp"
#include "source/unicode.hpp"
#include <algorithm>

namespace agenda::report {
namespace {

constexpr std::string_view zero_width_space = "\u200B";
/// Punctuation that means nothing inside a line, in Markdown as in HTML.
constexpr std::string_view plain = " ,.;:'()/?=+-";
/// What GitHub and GitLab read references from: a person, an issue, a change, a snippet, a label, a milestone, an epic.
constexpr std::string_view sigils = "@#!$~%^&";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U; }

bool same_letter(char a, char b) { return (a | 0x20) == (b | 0x20); }

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), same_letter);
}

/// Whether a service would make something of the text if what begins at `at` went on unbroken after its first sign.
bool wants_break(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at + 1);
    const bool in_word = at > 0 && is_word(text[at - 1]);
    if (rest.empty()) return false;
    if (sigils.find(text[at]) != std::string_view::npos) return rest.front() != ' ';
    if (text[at] == ':')
        return rest.starts_with("//") || is_letter(rest.front()) || rest.front() == '+' || rest.front() == '-';
    if (in_word) return false;
    return starts_with_word(text.substr(at), "www") || starts_with_word(text.substr(at), "gh-");
}

std::size_t longest_run(std::string_view text, char of) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

} // namespace

std::string markdown_text(std::string_view text) {
    const auto shown = source::visible(text);
    std::string result;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const char c = shown[at];
        if (is_word(c) || plain.find(c) != std::string_view::npos)
            result += c;
        else
            result += "&#" + std::to_string(static_cast<int>(c)) + ";";
        if (wants_break(shown, at)) result += zero_width_space;
    }
    return result;
}

std::string markdown_code(std::string_view text) {
    // Renderers know fences up to some length only.
    constexpr std::size_t longest_fence = 8;
    const auto shown = source::visible(text);
    const auto run = longest_run(shown, '`');
    if (run >= longest_fence || shown.empty()) return "<code>" + markdown_text(text) + "</code>";
    const std::string fence(run + 1, '`');
    // One space at each end is taken off again, where anything but spaces is between.
    const bool padded = shown.front() == '`' || shown.back() == '`' || (shown.front() == ' ' && shown.back() == ' ');
    const auto* pad = padded ? " " : "";
    return fence + pad + shown + pad + fence;
}

std::string markdown_message(std::string_view text) {
    std::string result;
    while (true) {
        const auto open = text.find('`');
        const auto close = open == std::string_view::npos ? open : text.find('`', open + 1);
        if (close == std::string_view::npos) return result + markdown_text(text);
        result += markdown_text(text.substr(0, open)) + markdown_code(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

} // namespace agenda::report
