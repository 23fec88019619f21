// SPDX-License-Identifier: MIT
#include "checks/variants.hpp"

namespace agenda::checks {

Hash hash_of(std::u32string_view text) {
    Hash hash = 0xCBF29CE484222325U;
    for (const auto letter : text) hash = (hash ^ letter) * 0x100000001B3U;
    return hash;
}

Hash combined(Hash a, Hash b) { return (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))) * 0x100000001B3U; }

std::vector<Hash> deletions(std::u32string_view word, std::size_t most) {
    std::vector<Hash> result{hash_of(word)};
    std::u32string shorter;
    const auto without = [&](std::size_t i, std::size_t j) {
        shorter.clear();
        for (std::size_t at = 0; at < word.size(); ++at)
            if (at != i && at != j) shorter += word[at];
        result.push_back(hash_of(shorter));
    };
    if (most > 0)
        for (std::size_t i = 0; i < word.size(); ++i) without(i, i);
    if (most > 1)
        for (std::size_t i = 0; i < word.size(); ++i)
            for (auto j = i + 1; j < word.size(); ++j) without(i, j);
    return result;
}

bool can_slip(std::u32string_view word) {
    return std::all_of(word.begin(), word.end(), [](char32_t c) {
        return (c >= U'a' && c <= U'z') || (c >= 0x00DF && c < 0x0530) || (c >= 0x1E00 && c < 0x2000);
    });
}

} // namespace agenda::checks
