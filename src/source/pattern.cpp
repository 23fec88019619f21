// SPDX-License-Identifier: MIT
#include "source/pattern.hpp"
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

struct Pattern::Compiled {
    std::string text;
    std::once_flag once;
    std::optional<re2::RE2> expression;

    const re2::RE2& made() {
        std::call_once(once, [&] { expression.emplace(piece(text), quiet()); });
        return *expression;
    }
};

std::string pattern_error(std::string_view pattern) {
    const re2::RE2 expression{piece(pattern), quiet()};
    return expression.ok() ? std::string{} : expression.error();
}

Pattern::Pattern(std::string_view pattern) : compiled_(new Compiled{std::string{pattern}, {}, {}}) {}
std::optional<Pattern> Pattern::ready(std::string_view pattern) {
    Pattern result{pattern};
    return result.compiled_->made().ok() ? std::optional{std::move(result)} : std::nullopt;
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::optional<Match> Pattern::find(std::string_view text) const {
    const auto& expression = compiled_->made();
    assert(expression.ok());
    re2::StringPiece found;
    if (!expression.Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, &found, 1)) return std::nullopt;
    return Match{static_cast<std::size_t>(found.data() - text.data()), found.size()};
}

} // namespace agenda::source
