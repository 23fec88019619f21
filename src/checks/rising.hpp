// SPDX-License-Identifier: MIT
// A longest subsequence in order, by patience sorting: O(n log n).
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

namespace agenda::checks {

/// The ascending indices of a longest subsequence of `size` elements in which `may_precede(a, b)` holds from each to
/// the next. That has to be an order of the elements, strict or not, of which the arguments are indices.
template <class MayPrecede> std::vector<std::size_t> longest_in_order(std::size_t size, MayPrecede may_precede) {
    std::vector<std::size_t> ends; // of the best subsequence of each length, its last
    std::vector<std::size_t> previous(size);
    for (std::size_t i = 0; i < size; ++i) {
        const auto place =
            std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) { return may_precede(end, i); });
        previous[i] = place == ends.begin() ? i : *(place - 1);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<std::size_t> result(ends.size());
    auto at = ends.empty() ? 0 : ends.back();
    for (auto place = result.rbegin(); place != result.rend(); ++place, at = previous[at]) *place = at;
    return result;
}

} // namespace agenda::checks
