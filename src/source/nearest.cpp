// SPDX-License-Identifier: MIT
#include "source/nearest.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <string>
#include <vector>

namespace agenda::source {

namespace {

template <class Text> std::size_t distance_of(Text a, Text b, std::size_t most) {
    const auto beyond = most + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return beyond;
    std::vector<std::size_t> before(b.size() + 2), last(b.size() + 2), row(b.size() + 2);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        // Farther from the diagonal than `most` no cell holds so little; the cells beside the band stand for all of
        // those.
        const auto from = i > most ? i - most : 1;
        const auto to = i + std::min(most, b.size()) < b.size() ? i + most : b.size();
        row[from - 1] = from == 1 ? i : beyond;
        row[to + 1] = beyond;
        auto least = row[from - 1];
        for (auto j = from; j <= to; ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return beyond;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], beyond);
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) { return distance_of(a, b, most); }
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
    return distance_of(a, b, most);
}

namespace {

std::string without_case(std::string_view name) {
    auto result = lowered(name);
    std::replace(result.begin(), result.end(), '_', '-');
    return result;
}

} // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> known) {
    if (name.size() > 100) return {};
    const auto wanted = without_case(name);
    std::string_view best;
    std::size_t best_distance = wanted.size() + 100;
    for (const auto candidate : known) {
        const auto most = std::min(best_distance - 1, std::max(wanted.size(), candidate.size()) / 3);
        const auto distance = edit_distance(wanted, without_case(candidate), most);
        if (distance > most) continue;
        best = candidate;
        best_distance = distance;
        if (distance == 0) break;
    }
    return best;
}

} // namespace agenda::source
