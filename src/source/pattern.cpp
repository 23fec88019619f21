// SPDX-License-Identifier: MIT
#include "source/pattern.hpp"
#include "source/pattern_sieve.hpp"
#include <cassert>
#include <mutex>
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

    /// The first match; where it is stays untold without `found`.
    bool matches(std::string_view other, re2::StringPiece* found) {
        if (!sieve().lets_through(other)) return false;
        std::call_once(made, [&] { expression.emplace(piece(text), quiet()); });
        assert(expression->ok());
        return expression->Match(piece(other), 0, other.size(), re2::RE2::UNANCHORED, found, found ? 1 : 0);
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

std::optional<Match> Pattern::find(std::string_view text) const {
    re2::StringPiece found;
    if (!compiled_->matches(text, &found)) return std::nullopt;
    return Match{static_cast<std::size_t>(found.data() - text.data()), found.size()};
}

bool Pattern::matches(std::string_view text) const { return compiled_->matches(text, nullptr); }

std::vector<std::size_t> Pattern::may_match(const JoinedTexts& texts) const {
    return compiled_->sieve().let_through(texts);
}

} // namespace agenda::source
