// SPDX-License-Identifier: MIT
#include "source/pattern.hpp"
#include "source/pattern_sieve.hpp"
#include <algorithm>
#include <cassert>
#include <mutex>
#include <optional>
#include <re2/re2.h>

namespace agenda::source {
namespace {

re2::RE2::Options quiet() {
    re2::RE2::Options options;
    options.set_log_errors(false);
    return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

} // namespace

// Most patterns of most agendas have no match, which the sieve tells, and RE2 never makes them ready.
struct Pattern::Compiled {
    std::string text;
    std::once_flag read{}, made{};
    std::optional<Sieve> known{};
    std::optional<re2::RE2> expression{};

    const Sieve& sieve() {
        std::call_once(read, [&] { known.emplace(text); });
        return *known;
    }

    /// The first match in the bytes [from, to) of a text, by RE2 alone; where it is stays untold without `found`.
    bool is_in(std::string_view other, std::size_t from, std::size_t to, re2::StringPiece* found) {
        const auto matches_from = [&](re2::RE2::Anchor where) {
            std::call_once(made, [&] { expression.emplace(piece(text), quiet()); });
            assert(expression->ok());
            return expression->Match(piece(other), from, to, where, found, found ? 1 : 0);
        };
        // To find where a match begins, RE2 makes the pattern ready once more, from its end. A few tries are quicker.
        constexpr int few = 8;
        for (int tries = 0; tries < few && sieve().is_tail_with_few_begins(); ++tries, ++from) {
            from = sieve().next_begin(other.substr(0, to), from);
            if (from == to) return false;
            if (matches_from(re2::RE2::ANCHOR_START)) return true;
        }
        return matches_from(re2::RE2::UNANCHORED);
    }
};

std::string pattern_error(std::string_view pattern) {
    const re2::RE2 expression{piece(pattern), quiet()};
    return expression.ok() ? std::string{} : expression.error();
}

Pattern::Pattern(std::string_view pattern) : compiled_(new Compiled{std::string{pattern}}) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::vector<Match> Pattern::find_all(std::string_view text) const { return find_near({0, text.size()}, text); }

std::vector<Match> Pattern::find_near(const Match& place, std::string_view text) const {
    std::vector<Match> result;
    const auto part = compiled_->sieve().around(text.substr(place.start, place.length), text);
    if (!compiled_->sieve().lets_through(part)) return result; // asked once: it may look at the whole part
    auto from = static_cast<std::size_t>(part.data() - text.data());
    const auto end = from + part.size();
    re2::StringPiece found;
    for (std::size_t begin = 0; from < end; begin = from) { // where the text is taken to begin
        if (!compiled_->is_in(text.substr(begin), from - begin, end - begin, &found)) break;
        const Match match{static_cast<std::size_t>(found.data() - text.data()), found.size()};
        result.push_back(match);
        from = match.start + std::max<std::size_t>(match.length, 1);
        if (from < end && !compiled_->sieve().goes_on(text.substr(from, end - from))) break;
    }
    return result;
}

bool Pattern::matches(std::string_view text) const {
    return compiled_->sieve().lets_through(text) && compiled_->is_in(text, 0, text.size(), nullptr);
}

std::vector<std::size_t> Pattern::may_match(const JoinedTexts& texts) const {
    return compiled_->sieve().let_through(texts);
}

} // namespace agenda::source
