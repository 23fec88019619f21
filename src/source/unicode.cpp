// SPDX-License-Identifier: MIT
#include "source/unicode.hpp"
#include "source/code_points.hpp"
#include <algorithm>
#include <array>
#include <cstdio>
#include <utf8proc.h>

namespace agenda::source {
namespace {

/// Control and format characters, line and paragraph separators, and what belongs to no character.
bool harmful(std::int32_t code_point) {
    if (code_point < 0x20) return code_point != '\t';
    if (code_point < 0x7F) return false;
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN: return true;
    case UTF8PROC_CATEGORY_CF:
        return code_point != 0x00AD && code_point != 0x200C &&
               code_point != 0x200D; // soft hyphen and joiners are ordinary text
    default: return false;
    }
}

std::string named(std::int32_t code_point, char byte) {
    std::array<char, 16> buffer{};
    if (code_point < 0)
        std::snprintf(buffer.data(), buffer.size(), "<0x%02X>",
                      static_cast<unsigned>(static_cast<unsigned char>(byte)));
    else
        std::snprintf(buffer.data(), buffer.size(), "<U+%04X>", static_cast<unsigned>(code_point));
    return buffer.data();
}

std::size_t cells(const Decoded& decoded, char byte) {
    if (decoded.code_point < 0 || harmful(decoded.code_point)) return named(decoded.code_point, byte).size();
    if (decoded.code_point < 0x7F) return 1;
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(decoded.code_point)));
}

/// Printable ASCII: what most of most texts is, and the same in every unit.
bool is_plain(char c) { return c >= ' ' && c <= '~'; }

/// Goes on by so many bytes as long as all of them are plain. (A loop without a way out: it looks at all at once.)
template <std::size_t Step> std::size_t pass_plain(std::string_view text, std::size_t at) {
    for (; at + Step <= text.size(); at += Step) {
        unsigned char other = 0;
        for (std::size_t i = at; i < at + Step; ++i) other |= static_cast<unsigned char>(!is_plain(text[i]));
        if (other != 0) break;
    }
    return at;
}

std::size_t plain_prefix(std::string_view text) {
    auto at = pass_plain<8>(text, pass_plain<32>(text, 0));
    while (at < text.size() && is_plain(text[at])) ++at;
    return at;
}

} // namespace

std::size_t width(std::string_view text, Unit unit) {
    if (unit == Unit::bytes) return text.size();
    std::size_t result = 0;
    while (!text.empty()) {
        // What most of a text is goes in one piece. A control character has cells of its own.
        const auto run = unit == Unit::cells ? plain_prefix(text) : ascii_prefix(text);
        result += run;
        text.remove_prefix(run);
        if (text.empty()) break;
        const auto decoded = decode(text);
        if (unit == Unit::cells)
            result += cells(decoded, text.front());
        else
            result += unit == Unit::utf16 && decoded.code_point > 0xFFFF ? 2 : 1;
        text.remove_prefix(decoded.size);
    }
    return result;
}

std::size_t prefix_size(std::string_view text, std::size_t code_points) {
    auto at = ascii_prefix(text.substr(0, code_points));
    for (code_points -= at; code_points > 0 && at < text.size(); --code_points) at += decode(text.substr(at)).size;
    return at;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (auto at = ascii_prefix(text); at < text.size(); at += ascii_prefix(text.substr(at))) {
        const auto decoded = decode(text.substr(at));
        if (decoded.code_point < 0) return at;
        at += decoded.size;
    }
    return std::nullopt;
}

std::string visible(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    add_visible(text, result);
    return result;
}

void add_visible(std::string_view text, std::string& result) {
    const auto begin = result.size();
    while (!text.empty()) {
        // What most of a text is goes in one piece.
        const auto run = plain_prefix(text);
        result += text.substr(0, run);
        text.remove_prefix(run);
        if (text.empty()) break;
        const auto decoded = decode(text);
        if (decoded.code_point == '\t')
            result += ' ';
        else if (decoded.code_point < 0 || harmful(decoded.code_point))
            result += named(decoded.code_point, text.front());
        else
            result += text.substr(0, decoded.size);
        text.remove_prefix(decoded.size);
    }
    // A CI runner obeys "##[error]" and "##vso[" wherever they stand: the second sign becomes one that looks like it
    // and is as wide.
    for (auto at = result.find("##", begin); at != std::string::npos; at = result.find("##", at + 1))
        result.replace(at + 1, 1, "♯");
}

std::string ascii(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto decoded = decode(text);
        if (decoded.code_point >= 0 && decoded.code_point < 0x80)
            result += text.front();
        else
            result += decoded.code_point == 0x2026 ? std::string{"..."} : named(decoded.code_point, text.front());
        text.remove_prefix(decoded.size);
    }
    return result;
}

bool is_in_capitals(std::string_view text) {
    int capitals = 0;
    while (!text.empty()) {
        const auto decoded = decode(text);
        const auto category = decoded.code_point < 0 ? UTF8PROC_CATEGORY_LL : utf8proc_category(decoded.code_point);
        if (category == UTF8PROC_CATEGORY_LL) return false;
        if (category == UTF8PROC_CATEGORY_LU) ++capitals;
        text.remove_prefix(decoded.size);
    }
    return capitals > 1;
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_blank(c); });
}

bool is_harmless(std::string_view text) {
    while (!text.empty()) {
        const auto decoded = decode(text);
        if (decoded.code_point < 0 || (decoded.code_point != '\t' && harmful(decoded.code_point))) return false;
        text.remove_prefix(decoded.size);
    }
    return true;
}

std::string scrubbed(std::string_view text) {
    std::string result;
    while (const auto invalid = first_invalid_utf8(text)) {
        result += text.substr(0, *invalid);
        result += "\uFFFD";
        text.remove_prefix(*invalid + 1);
    }
    return result += text;
}

} // namespace agenda::source
