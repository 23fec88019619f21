// SPDX-License-Identifier: MIT
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <utf8proc.h>

namespace agenda::source {
namespace {

struct Decoded {
    std::int32_t code_point; ///< negative: the byte is not UTF-8
    std::size_t size;
};

Decoded decode(std::string_view text) {
    if (static_cast<unsigned char>(text.front()) < 0x80U) return {text.front(), 1};
    std::int32_t code_point = -1;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &code_point);
    if (size <= 0) return {-1, 1};
    return {code_point, static_cast<std::size_t>(size)};
}

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

/// Whatever stands before and after it, NFC leaves it alone: it has no canonical decomposition and takes part in no
/// composition as the second. Nothing below U+0300 needs a look; jamo compose by arithmetic.
bool stays_as_it_is(std::int32_t code_point) {
    if (code_point < 0x300) return true;
    if (code_point >= 0x1100 && code_point < 0x1200) return false;
    const auto& property = *utf8proc_get_property(code_point);
    const bool decomposes = property.decomp_seqindex != UINT16_MAX && property.decomp_type == 0;
    return !decomposes && property.combining_class == 0 && property.comb_index == UINT16_MAX;
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

} // namespace

std::size_t width(std::string_view text, Unit unit) {
    if (unit == Unit::bytes) return text.size();
    std::size_t result = 0;
    while (!text.empty()) {
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
    std::size_t at = 0;
    for (; code_points > 0 && at < text.size(); --code_points) at += decode(text.substr(at)).size;
    return at;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = decode(text.substr(at));
        if (decoded.code_point < 0) return at;
        at += decoded.size;
    }
    return std::nullopt;
}

std::string visible(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
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
    for (auto at = result.find("##"); at != std::string::npos; at = result.find("##", at + 1))
        result.replace(at + 1, 1, "♯");
    return result;
}

bool is_composed(std::string_view text) {
    // Texts in which composing has nothing to do are by far the most; utf8proc takes twenty times as long to say so.
    bool plain = true;
    for (auto rest = text; !rest.empty();) {
        const auto decoded = decode(rest);
        if (decoded.code_point < 0) return true;
        plain = plain && stays_as_it_is(decoded.code_point);
        rest.remove_prefix(decoded.size);
    }
    if (plain) return true;
    utf8proc_uint8_t* mapped = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &mapped, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const bool same = size == static_cast<utf8proc_ssize_t>(text.size()) &&
                      std::equal(text.begin(), text.end(), reinterpret_cast<const char*>(mapped));
    std::free(mapped); // utf8proc_map allocates with malloc
    return size < 0 || same;
}

std::string lowered(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return result;
}

} // namespace agenda::source
