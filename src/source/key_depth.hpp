// SPDX-License-Identifier: MIT
// Looks for dotted keys of very many parts before the parser does, which overflows its stack on them (toml++ 3.3): it
// makes a table in a table of each part.
#pragma once
#include "source/text.hpp"
#include <optional>

namespace agenda::source {

/// The most parts that a dotted key may have, those of the keys around it included; no agenda needs more than four.
/// With the parser's own limits (256 values in one another) tables are then nested less than 800 deep, each header
/// beginning anew.
inline constexpr std::size_t most_key_parts = 256;

/// The first key or header with more parts than that, outside strings and comments: from its begin to the part that is
/// too many. The dots of a key are counted with those of the keys whose inline tables it stands in: `a.b = { c.d = 1 }`
/// has two. Right up to the text's first error, behind which no parser reads on. One pass over the text.
std::optional<Span> too_deep_key(std::string_view text);

} // namespace agenda::source
