// SPDX-License-Identifier: MIT
// One reading of a TOML text, up to its first error. Wraps toml++ (3.3), and is the only place that sees it.
#pragma once
#include "source/stored.hpp"
#include "source/toml.hpp"

namespace agenda::source {

struct ParseError {
    SyntaxError error;
    /// It may be no one's slip: where an error elsewhere hides a header, the sections behind it seem to be another's;
    /// where it hides a quote, strings and what stands between them change places.
    bool may_follow;
};

/// Reads bytes that have the lines of `text` behind the first `lines_before` ones, character by character. The values
/// are in `store`.
std::variant<Stored, ParseError> parse(std::string_view bytes, std::size_t lines_before, const Text& text,
                                       Store& store);

} // namespace agenda::source
