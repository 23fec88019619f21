// SPDX-License-Identifier: MIT
// A set of bytes.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace agenda::source {

class ByteSet {
public:
    constexpr ByteSet() = default;
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char c : bytes) add(static_cast<unsigned char>(c));
    }
    static constexpr ByteSet range(unsigned first, unsigned last) {
        ByteSet result;
        for (auto byte = first; byte <= last; ++byte) result.add(byte);
        return result;
    }

    constexpr void add(unsigned byte) { words_[byte / 64] |= std::uint64_t{1} << byte % 64; }
    constexpr bool has(unsigned byte) const { return (words_[byte / 64] >> byte % 64 & 1U) != 0; }
    constexpr bool has(char c) const { return has(static_cast<unsigned>(static_cast<unsigned char>(c))); }
    constexpr bool empty() const { return *this == ByteSet{}; }
    constexpr int size() const {
        constexpr auto full = ~std::uint64_t{0};
        int result = 0; // most words have all bits or none, which is quicker to see than to count
        for (const auto word : words_)
            if (word != 0) result += word == full ? 64 : std::popcount(word);
        return result;
    }

    /// With each ASCII letter, the same in the other case.
    constexpr ByteSet with_both_cases() const {
        auto result = *this;
        const auto letters = range('A', 'Z').words_[1];
        result.words_[1] |= (words_[1] & letters) << 32 | (words_[1] >> 32 & letters);
        return result;
    }

    constexpr ByteSet& operator|=(const ByteSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    constexpr ByteSet& operator&=(const ByteSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    friend constexpr ByteSet operator|(ByteSet a, const ByteSet& b) { return a |= b; }
    friend constexpr ByteSet operator&(ByteSet a, const ByteSet& b) { return a &= b; }
    friend constexpr ByteSet operator~(ByteSet set) {
        for (auto& word : set.words_) word = ~word;
        return set;
    }
    friend constexpr bool operator==(const ByteSet&, const ByteSet&) = default;

private:
    std::array<std::uint64_t, 4> words_{};
};

} // namespace agenda::source
