// SPDX-License-Identifier: MIT
// "Did you mean": the known name that is nearest to a mistyped one.
#pragma once
#include <span>
#include <string_view>

namespace agenda::source {

/// The number of letters to insert, drop, replace or swap with their neighbour (optimal string alignment), in bytes;
/// counted up to `most`, and `most + 1` for anything beyond. O(length * (most + 1)): only the cells near the diagonal
/// are filled.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);
/// The same in code points.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most);

/// The nearest of the known names, upper and lower case and `_`/`-` being alike, at a distance of at most a third of
/// the longer name's length; empty where none is that near, or the name has more than 100 bytes. Of equally near ones
/// the first.
std::string_view nearest(std::string_view name, std::span<const std::string_view> known);

} // namespace agenda::source
