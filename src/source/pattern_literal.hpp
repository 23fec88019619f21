// SPDX-License-Identifier: MIT
// What every match of a pattern has in it, so that texts without it need not be matched at all.
#pragma once
#include <string>
#include <string_view>

namespace agenda::source {

/// A text that stands in every match of the pattern, letter by letter: the longest run of plain characters outside of
/// groups and classes. Empty where none is plain to see: in a choice, behind flags such as (?i). Must be a pattern (see
/// pattern_error).
std::string literal_of(std::string_view pattern);

/// A literal and how to look for it: by the byte of it that is the least common in texts.
class Literal {
public:
    explicit Literal(std::string text);

    bool empty() const { return text_.empty(); }
    /// True for an empty one.
    bool is_in(std::string_view text) const;

private:
    std::string text_;
    std::size_t rarest_ = 0; ///< the place of that byte
};

/// Whether every match begins where the text does, or ends where it ends; false also where that is not plain to see.
/// The text must be a pattern.
bool is_anchored(std::string_view pattern);

} // namespace agenda::source
