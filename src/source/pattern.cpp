// SPDX-License-Identifier: MIT
#include "source/pattern.hpp"
#include "source/pattern_literal.hpp"
#include <algorithm>
#include <cassert>
#include <mutex>
#include <numeric>
#include <re2/re2.h>
#include <re2/set.h>

namespace agenda::source {
namespace {

re2::RE2::Options quiet() {
    re2::RE2::Options options;
    options.set_log_errors(false);
    return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

} // namespace

// To see that a rare letter is not there takes a hundredth of what RE2 takes, and most patterns of most agendas are
// never made ready: with it, `check` took a seventh less time for 30 slots.
struct Pattern::Compiled {
    std::string text;
    Literal literal{literal_of(text)};
    std::once_flag once{};
    std::optional<re2::RE2> expression{};

    bool rules_out(std::string_view other) const { return !literal.is_in(other); }

    const re2::RE2& made() {
        std::call_once(once, [&] { expression.emplace(piece(text), quiet()); });
        return *expression;
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

bool Pattern::is_quick() const { return !compiled_->literal.empty() || is_anchored(compiled_->text); }

std::optional<Match> Pattern::find(std::string_view text) const {
    if (compiled_->rules_out(text)) return std::nullopt;
    const auto& expression = compiled_->made();
    assert(expression.ok());
    re2::StringPiece found;
    if (!expression.Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
    return Match{static_cast<std::size_t>(found.data() - text.data()), found.size()};
}

bool Pattern::matches(std::string_view text) const {
    if (compiled_->rules_out(text)) return false;
    const auto& expression = compiled_->made();
    assert(expression.ok());
    return expression.Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, nullptr, 0);
}

struct PatternSet::Compiled {
    re2::RE2::Set set{quiet(), re2::RE2::UNANCHORED};
    std::size_t size = 0;
    bool ready = false;
};

PatternSet::PatternSet(std::span<const std::string> patterns) : compiled_(new Compiled) {
    compiled_->size = patterns.size();
    compiled_->ready =
        std::all_of(patterns.begin(), patterns.end(),
                    [&](const std::string& pattern) { return compiled_->set.Add(piece(pattern), nullptr) >= 0; }) &&
        compiled_->set.Compile();
}
PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::vector<std::size_t> PatternSet::matching(std::string_view text) const {
    using Set = re2::RE2::Set;
    // Of most texts none matches, which is quicker to tell when nobody asks which.
    Set::ErrorInfo error{Set::kNoError};
    if (compiled_->ready && !compiled_->set.Match(piece(text), nullptr, &error) && error.kind == Set::kNoError)
        return {};
    std::vector<int> found;
    if (compiled_->ready && error.kind == Set::kNoError && compiled_->set.Match(piece(text), &found, &error)) {
        std::sort(found.begin(), found.end());
        return {found.begin(), found.end()};
    }
    std::vector<std::size_t> all(compiled_->size);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

} // namespace agenda::source
