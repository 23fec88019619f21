// SPDX-License-Identifier: MIT
// Tells of most texts that a pattern has no match in them, without the pattern.
#pragma once
#include "source/joined_texts.hpp"
#include "source/pattern_part.hpp"
#include <string_view>
#include <vector>

namespace agenda::source {

class Sieve {
public:
    /// The text must be a pattern (see pattern_error).
    explicit Sieve(std::string_view pattern);
    /// False only where there is no match.
    bool lets_through(std::string_view text) const;
    /// Of which texts that is not false, by their numbers, ascending.
    std::vector<std::size_t> let_through(const JoinedTexts& texts) const;

private:
    bool fits_ends(std::string_view text) const;

    PatternPart known_;                ///< of all matches
    std::vector<ByteSearch> searches_; ///< one of them finds something in every match; none: nothing is looked for
};

} // namespace agenda::source
