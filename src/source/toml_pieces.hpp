// SPDX-License-Identifier: MIT
// Reads a long agenda in pieces, on several processors and without the parser's tree of the whole. A piece begins with
// a line that is `[[day]]` or `[[day.slot]]` and nothing else.
#pragma once
#include "source/stored.hpp"
#include <memory>
#include <optional>

namespace agenda::source {

/// The root of what the text says, as parse() would read it from the whole. Nothing where that is not sure, or where
/// the text has an error. A piece has about so many bytes, but none is cut where no line allows it.
std::optional<Stored> read_in_pieces(const Text& text, std::size_t piece, std::vector<std::unique_ptr<Store>>& stores);

} // namespace agenda::source
