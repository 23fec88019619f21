// SPDX-License-Identifier: MIT
// What is known of the matches of a part of a pattern, put together from what is known of its parts.
#pragma once
#include "source/byte_sequence.hpp"

namespace agenda::source {

/// Nothing of it need be all that there is to know, but all of it is true of every match. As it is made, it is the
/// part's that matches nothing but the empty text.
struct PatternPart {
    ByteSet first, last, all; ///< bytes that it may begin with, end with, consist of
    ByteSet first_inside;     ///< bytes that it may begin with where it does not begin with the text
    bool may_be_empty = true, may_be_empty_inside = true; ///< in all, and there
    bool ends = false;                                    ///< it ends where the text does
    std::vector<ByteSequence> tails{{}};                  ///< it ends in one of these,
    bool is_tail = true;                                  ///< and is no longer
    std::vector<ByteSequence> within;                     ///< it has one of these in it; none: nothing is known

    /// The part, and right behind it another, or a character of the set, or a byte.
    void append(const PatternPart& next);
    void append_character(const ByteSet& bytes);
    void append_byte(const ByteSet& byte);
    /// The part as often as one likes; `again`: behind the same once.
    PatternPart any_number(bool again) const;
    /// Whether it begins where the text does.
    bool begins() const { return first_inside.empty() && !may_be_empty_inside; }
    /// What all matches have in them, be it at their end or not.
    const std::vector<ByteSequence>& rarest() const;

private:
    void keep_short();
    void end_otherwise(std::vector<ByteSequence> others);
};

/// A character of which each byte is in the set.
PatternPart character_of(const ByteSet& set);
/// One of the parts, of which there is at least one.
PatternPart one_of(const std::vector<PatternPart>& parts);

} // namespace agenda::source
