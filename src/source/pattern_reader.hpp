// SPDX-License-Identifier: MIT
// Reads RE2's syntax for what all matches of a pattern have in common.
#pragma once
#include "source/pattern_part.hpp"
#include <optional>

namespace agenda::source {

/// Nothing where the pattern has something in it that is not understood. Must be a pattern (see pattern_error).
std::optional<PatternPart> read_pattern(std::string_view pattern);

} // namespace agenda::source
