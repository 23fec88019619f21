// SPDX-License-Identifier: MIT
#include "source/byte_sequence.hpp"
#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>

namespace agenda::source {
namespace {

/// Of a usual text, the share of the bytes that are in the set.
double share(const ByteSet& set) {
    constexpr auto small = ByteSet::range('a', 'z');
    constexpr auto often = ByteSet::range('A', 'Z') | ByteSet::range('0', '9') | ByteSet{"\n\r',-.:()"};
    constexpr auto seldom = ~(small | often | ByteSet{" "});
    return (set.has(' ') ? 0.15 : 0) + (set & small).size() * 0.03 + (set & often).size() * 0.004 +
           (set & seldom).size() * 0.0005;
}

} // namespace

double commonness(const ByteSequence& sequence) {
    double result = 1;
    for (const auto& set : sequence) result *= share(set);
    return result;
}

ByteSearch::ByteSearch(ByteSequence sequence) : sequence_(std::move(sequence)) {
    assert(!sequence_.empty());
    std::size_t rarest = 0, second = 0;
    double least = 2, next = 2; // more than any share
    for (std::size_t i = 0; i < sequence_.size(); ++i) {
        const auto here = share(sequence_[i]);
        if (here < least) {
            next = std::exchange(least, here);
            second = std::exchange(rarest, i);
        } else if (here < next) {
            next = here;
            second = i;
        }
    }
    rarest_ = sign_at(rarest);
    second_ = sign_at(second);
    is_rare_byte_ = sequence_[rarest].size() == 1 && least < 0.005;
}

ByteSearch::Sign ByteSearch::sign_at(std::size_t offset) const {
    unsigned all_have = 0xFF, one_has = 0;
    for (unsigned byte = 0; byte < 0x100; ++byte)
        if (sequence_[offset].has(byte)) {
            all_have &= byte;
            one_has |= byte;
        }
    return {offset, static_cast<unsigned char>(all_have), static_cast<unsigned char>(all_have | ~one_has)};
}

std::size_t ByteSearch::find(std::string_view text, std::size_t from) const {
    if (text.size() < from + sequence_.size()) return std::string_view::npos;
    const auto* const end = text.data() + (text.size() - sequence_.size() + 1); // of the places where it may begin
    const auto* const found = is_rare_byte_ ? find_byte(text.data() + from, end) : find_signs(text.data() + from, end);
    return found == end ? std::string_view::npos : static_cast<std::size_t>(found - text.data());
}

/// For one byte the C library is quicker, as long as it does not find it too often.
const char* ByteSearch::find_byte(const char* begin, const char* end) const {
    for (; begin < end; ++begin) {
        const auto* found = std::memchr(begin + rarest_.offset, rarest_.value, static_cast<std::size_t>(end - begin));
        if (!found) break;
        begin = static_cast<const char*>(found) - rarest_.offset;
        if (stands_at(begin)) return begin;
    }
    return end;
}

const char* ByteSearch::find_signs(const char* begin, const char* end) const {
    constexpr std::ptrdiff_t many = 256;
    const auto one = rarest_, other = second_;
    std::array<unsigned char, many> differences;
    for (; begin < end; begin += std::min(many, end - begin)) {
        const auto count = static_cast<std::size_t>(std::min(many, end - begin));
        // A loop without a way out, on single bytes: it looks at many places at once.
        for (std::size_t i = 0; i < count; ++i)
            differences[i] = static_cast<unsigned char>(one.difference(begin + i) | other.difference(begin + i));
        for (std::size_t i = 0; i < count; ++i) {
            const auto* same = std::memchr(&differences[i], 0, count - i);
            if (!same) break;
            i = static_cast<std::size_t>(static_cast<const unsigned char*>(same) - differences.data());
            for (; i < count && differences[i] == 0; ++i) // one beside the other, without a call for each
                if (stands_at(begin + i)) return begin + i;
        }
    }
    return end;
}

bool ByteSearch::stands_at(const char* place) const {
    for (const auto& set : sequence_)
        if (!set.has(*place++)) return false;
    return true;
}

} // namespace agenda::source
