// SPDX-License-Identifier: MIT
// Patterns over UTF-8 text, matched in time linear in the text. Wraps RE2 and is the only place that sees it; the
// syntax is RE2's.
#pragma once
#include "source/joined_texts.hpp"
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace agenda::source {

/// Why a text is no pattern; empty where it is one.
std::string pattern_error(std::string_view pattern);

/// Bytes [start, start + length) of a text; the length may be 0.
struct Match {
    std::size_t start = 0;
    std::size_t length = 0;
    friend bool operator==(const Match&, const Match&) = default;
};

/// A pattern costs more to make ready than to ask of a short text, so that is done when it is first asked: one that
/// never is costs nothing. It may be asked from several threads.
class Pattern {
public:
    /// The text must be a pattern (see pattern_error).
    explicit Pattern(std::string_view pattern);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    /// The matches, from the first on, each looked for behind the one before as if the text began there; of those that
    /// begin at one place, the one that RE2 prefers. None in an empty text.
    std::vector<Match> find_all(std::string_view text) const;
    /// Of the same matches, at least all that touch a place, which lies in the text: where others are need not be found
    /// out.
    std::vector<Match> find_near(const Match& place, std::string_view text) const;
    /// Whether there is one: costs less, since where it begins need not be found out.
    bool matches(std::string_view text) const;
    /// The texts in which there may be one, by their numbers, ascending: in all others there is none.
    std::vector<std::size_t> may_match(const JoinedTexts& texts) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

} // namespace agenda::source
