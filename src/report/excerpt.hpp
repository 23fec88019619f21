// SPDX-License-Identifier: MIT
// A line of the source with a mark under a place in it, as compilers show them.
#pragma once
#include "source/text.hpp"
#include <string>

namespace agenda::report {

/// With so many other places a report shows each with its excerpt; of more, it tells each in a line.
inline constexpr std::size_t most_excerpts = 3;

struct Excerpt {
    std::size_t line;   ///< 1-based
    std::string text;   ///< harmless for a terminal; long lines are cut to the part around the mark, with an ellipsis
    std::size_t indent; ///< cells before the mark
    std::size_t width;  ///< cells of the mark, at least 1
    source::Span mark;  ///< bytes of `text` that are marked; may be empty
};

/// The first line of the span. A span that goes on over more lines is marked to its first line's end; an empty one by
/// one cell. In ASCII each other character is written as `source::ascii` does, and counted so.
Excerpt excerpt(const source::Text& text, source::Span span, bool ascii = false);

} // namespace agenda::report
