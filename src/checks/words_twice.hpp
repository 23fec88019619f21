// SPDX-License-Identifier: MIT
// The words of a text as blanks part them, and those that stand there twice in a row.
#pragma once
#include "source/pattern.hpp"
#include "source/unicode.hpp"
#include <bit>
#include <cstdint>
#include <cstring>

namespace agenda::checks {

/// The highest bit of each of eight bytes: whether it is a space or below. The first byte is the lowest.
inline std::uint64_t low_bytes(const char* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    const auto above = ((eight & 0x7F7F'7F7F'7F7F'7F7F) + 0x5F5F'5F5F'5F5F'5F5F) | eight;
    return ~above & 0x8080'8080'8080'8080;
}

/// Calls `use` with each word, until it says false. Eight bytes are looked at in one step.
template <class Use> void each_word(std::string_view text, Use use) {
    std::size_t begin = 0, at = 0;
    const auto ends = [&](std::size_t end) {
        const std::string_view word{text.data() + begin, end - begin};
        begin = end + 1;
        return word.empty() || use(word);
    };
    for (; at + 8 <= text.size(); at += 8)
        for (auto low = low_bytes(text.data() + at); low != 0; low &= low - 1) {
            const auto place = at + static_cast<std::size_t>(std::countr_zero(low)) / 8;
            if (source::is_blank(text[place]) && !ends(place)) return;
        }
    for (; at < text.size(); ++at)
        if (source::is_blank(text[at]) && !ends(at)) return;
    if (begin < at) ends(at);
}

/// Where a word stands twice in a row, but for ASCII capitals; not where it may be a name, as in Fei Fei Li.
std::vector<source::Match> doubled_words(std::string_view text);

} // namespace agenda::checks
