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
    is_of_any_byte_ = commonness({~known_.all}) < 0.02;
    begins_text_ = known_.begins();
    const ByteSequence begin{known_.first_inside};
    if (known_.ends && !begins_text_ && !known_.may_be_empty && commonness(begin) < 0.01) begins_.emplace(begin);
    const auto& sought = known_.rarest();
    double often = 0;
    for (const auto& one : sought) often += commonness(one);
    if (often > 0.05) return;                                     // they are in every text
    if (begins_text_ && commonness({known_.first}) < 0.5) return; // a look at the first byte tells more
    for (const auto& one : sought)
        if (std::none_of(sought.begin(), sought.end(),
                         [&](const ByteSequence& other) { return one != other && has_in_it(one, other); }))
            searches_.emplace_back(one);
}

bool Sieve::fits_ends(std::string_view text) const {
    if (!known_.may_be_empty) {
        if (text.empty()) return false;
        if (begins_text_ && !known_.first.has(text.front())) return false;
        if (known_.ends && !known_.last.has(text.back())) return false;
    }
    return !begins_text_ || !known_.ends ||
           std::all_of(text.begin(), text.end(), [&](char c) { return known_.all.has(c); });
}

bool Sieve::lets_through(std::string_view text) const {
    const auto finds = [&](const ByteSearch& search) { return search.find(text) != std::string_view::npos; };
    return fits_ends(text) && (searches_.empty() || std::any_of(searches_.begin(), searches_.end(), finds));
}

// No match holds a byte that none consists of: what touches the place goes on to the next such byte at most.
std::string_view Sieve::around(std::string_view place, std::string_view text) const {
    if (known_.may_be_empty || is_of_any_byte_) return text;
    const auto* begin = place.data();
    const auto* end = begin + place.size();
    while (begin > text.data() && known_.all.has(begin[-1])) --begin;
    while (end < text.data() + text.size() && known_.all.has(*end)) ++end;
    const bool begins_there = !begins_text_ || begin == text.data();
    const bool ends_there = !known_.ends || end == text.data() + text.size();
    return {begin, begins_there && ends_there ? static_cast<std::size_t>(end - begin) : 0};
}

std::size_t Sieve::next_begin(std::string_view text, std::size_t from) const {
    if (from == 0 && !text.empty() && known_.first.has(text.front())) return 0;
    return std::min(begins_->find(text, from), text.size());
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
