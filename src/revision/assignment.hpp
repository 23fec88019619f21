// SPDX-License-Identifier: MIT
// The best assignment: which pairs to make so that the sum of their weights is greatest.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace agenda::revision {

struct Candidate {
    std::uint32_t column;
    std::int64_t weight; ///< above zero
};

/// For each row the column that it gets; each column is given once at most, and a row may get none. Shortest augmenting
/// paths (Jonker and Volgenant 1987) over the candidates alone: O(rows * candidates * log) at worst, near linear where
/// few rows want the same column.
std::vector<std::optional<std::uint32_t>> best_assignment(const std::vector<std::vector<Candidate>>& rows,
                                                          std::size_t columns);

} // namespace agenda::revision
