// SPDX-License-Identifier: MIT
// Tells of most texts that a pattern has no match in them, without the pattern.
#pragma once
#include "source/joined_texts.hpp"
#include "source/pattern_part.hpp"
#include <optional>
#include <string_view>
#include <vector>

namespace agenda::source {

class Sieve {
public:
    /// The text must be a pattern (see pattern_error).
    explicit Sieve(std::string_view pattern);
    /// False only where there is no match.
    bool lets_through(std::string_view text) const;
    /// The same of the rest behind a match, but it need not find out: for all matches of a text it takes no longer than
    /// one look at the text.
    bool goes_on(std::string_view rest) const {
        return searches_.size() != 1 || searches_.front().find(rest) != std::string_view::npos;
    }
    /// The part of a text in which all matches lie that touch a place in it; empty where there are none.
    std::string_view around(std::string_view place, std::string_view text) const;
    /// Whether all matches end where the text does, and begin at few places of a usual text.
    bool is_tail_with_few_begins() const { return begins_.has_value(); }
    /// Where such a match may begin first, from a place on; the size of the text where there is none.
    std::size_t next_begin(std::string_view text, std::size_t from) const;
    /// Of which texts that is not false, by their numbers, ascending.
    std::vector<std::size_t> let_through(const JoinedTexts& texts) const;

private:
    bool fits_ends(std::string_view text) const;

    PatternPart known_;                ///< of all matches
    std::vector<ByteSearch> searches_; ///< one of them finds something in every match; none: nothing is looked for
    std::optional<ByteSearch> begins_; ///< finds where such may begin as is_tail_with_few_begins tells of
    bool begins_text_ = false;         ///< all matches begin where the text does
    bool is_of_any_byte_ = true;       ///< matches may have any byte, but for a few that are rare
};

} // namespace agenda::source
