// SPDX-License-Identifier: MIT
// Sequences of sets of bytes, such as [0-9][AaPp][Mm], and where they are in a text.
#pragma once
#include "source/byte_set.hpp"
#include <vector>

namespace agenda::source {

using ByteSequence = std::vector<ByteSet>;

/// How often a sequence begins at a place of a usual text, about: 1 for an empty one.
double commonness(const ByteSequence& sequence);

/// Looks for a sequence by the two bytes of it that are the rarest in texts, at many places at once.
class ByteSearch {
public:
    /// Not for an empty sequence.
    explicit ByteSearch(ByteSequence sequence);
    /// Where it begins first, from a place on; npos where it does not.
    std::size_t find(std::string_view text, std::size_t from = 0) const;

private:
    /// One of the sequence, and what all bytes of its set have in common, which is quicker to ask than the set.
    struct Sign {
        std::size_t offset = 0;
        unsigned char value = 0, mask = 0;

        unsigned char difference(const char* place) const {
            return static_cast<unsigned char>((static_cast<unsigned char>(place[offset]) ^ value) & mask);
        }
    };

    Sign sign_at(std::size_t offset) const;
    const char* find_byte(const char* begin, const char* end) const;
    const char* find_signs(const char* begin, const char* end) const;
    bool stands_at(const char* place) const;

    ByteSequence sequence_;
    Sign rarest_, second_; ///< the same where there is but one
    bool is_rare_byte_ = false;
};

} // namespace agenda::source
