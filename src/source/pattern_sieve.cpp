// SPDX-License-Identifier: MIT
#include "source/pattern_sieve.hpp"
#include "source/pattern_reader.hpp"
#include <algorithm>
#include <numeric>

namespace agenda::source {
namespace {

/// Whether wherever the one is, the other is too.
bool has_in_it(const ByteSequence& one, const ByteSequence& other) {
    const auto covers = [](const ByteSet& large, const ByteSet& small) { return (large & small) == small; };
    return std::search(one.begin(), one.end(), other.begin(), other.end(),
                       [&](const ByteSet& a, const ByteSet& b) { return covers(b, a); }) != one.end();
}

} // namespace

Sieve::Sieve(std::string_view pattern) {
    const auto whole = read_pattern(pattern);
    if (!whole) return;
    known_ = *whole;
    const auto& sought = known_.rarest();
    double often = 0;
    for (const auto& one : sought) often += commonness(one);
    if (often > 0.05) return; // they are in every text
    for (const auto& one : sought)
        if (std::none_of(sought.begin(), sought.end(),
                         [&](const ByteSequence& other) { return one != other && has_in_it(one, other); }))
            searches_.emplace_back(one);
}

bool Sieve::fits_ends(std::string_view text) const {
    if (!known_.may_be_empty) {
        if (text.empty()) return false;
        if (known_.begins && !known_.first.has(text.front())) return false;
        if (known_.ends && !known_.last.has(text.back())) return false;
    }
    return !known_.begins || !known_.ends ||
           std::all_of(text.begin(), text.end(), [&](char c) { return known_.all.has(c); });
}

bool Sieve::lets_through(std::string_view text) const {
    const auto finds = [&](const ByteSearch& search) { return search.find(text) != std::string_view::npos; };
    return fits_ends(text) && (searches_.empty() || std::any_of(searches_.begin(), searches_.end(), finds));
}

std::vector<std::size_t> Sieve::let_through(const JoinedTexts& texts) const {
    std::vector<std::size_t> result;
    for (const auto& search : searches_)
        for (auto at = search.find(texts.all()); at != std::string_view::npos;) {
            result.push_back(texts.number_at(at));
            at = search.find(texts.all(), texts.begin_of(result.back() + 1));
        }
    if (searches_.empty()) {
        result.resize(texts.count());
        std::iota(result.begin(), result.end(), std::size_t{0});
    } else if (searches_.size() > 1) {
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
    }
    std::erase_if(result, [&](std::size_t number) { return !fits_ends(texts[number]); });
    return result;
}

} // namespace agenda::source
