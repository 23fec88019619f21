// SPDX-License-Identifier: MIT
#include "source/code_points.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <utf8proc.h>

namespace agenda::source {

Decoded decode(std::string_view text) {
    if (static_cast<unsigned char>(text.front()) < 0x80U) return {text.front(), 1};
    std::int32_t code_point = -1;
    const auto size =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &code_point);
    if (size <= 0) return {-1, 1};
    return {code_point, static_cast<std::size_t>(size)};
}

namespace {

constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080U; ///< of the bytes of a word

} // namespace

std::size_t ascii_prefix(std::string_view text) {
    std::size_t at = 0;
    for (std::array<std::uint64_t, 4> words{}; at + sizeof words <= text.size(); at += sizeof words) {
        std::memcpy(words.data(), text.data() + at, sizeof words);
        if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
    }
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if ((word & high_bits) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80U) ++at;
    return at;
}

} // namespace agenda::source
