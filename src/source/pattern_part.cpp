// SPDX-License-Identifier: MIT
#include "source/pattern_part.hpp"
#include "source/pattern_classes.hpp"
#include <algorithm>

namespace agenda::source {
namespace {

using Sequences = std::vector<ByteSequence>;

constexpr std::size_t most_sequences = 8; ///< each takes a look at the text of its own
constexpr std::size_t most_bytes = 32;    ///< of a sequence: more tell little more, and each is compared

/// Whether a text must have something in it to have one of them.
bool tells(const Sequences& sequences) {
    return !sequences.empty() && std::none_of(sequences.begin(), sequences.end(),
                                              [](const ByteSequence& sequence) { return sequence.empty(); });
}

/// What it costs to look for them and, where one is found, to ask the pattern itself.
double cost(const Sequences& sequences) {
    double result = 0;
    for (const auto& sequence : sequences) result += commonness(sequence) + 0.0005;
    return result;
}

const Sequences& better(const Sequences& one, const Sequences& other) {
    if (!tells(one) || !tells(other)) return tells(one) ? one : other;
    return cost(other) < cost(one) ? other : one;
}

void join(Sequences& sequences, const Sequences& others) {
    for (const auto& other : others)
        if (std::find(sequences.begin(), sequences.end(), other) == sequences.end()) sequences.push_back(other);
}

/// Less is known of them so, but they are one.
Sequences last_bytes(const Sequences& sequences) {
    ByteSet last;
    for (const auto& sequence : sequences) {
        if (sequence.empty()) return {{}};
        last |= sequence.back();
    }
    return {{last}};
}

} // namespace

void PatternPart::end_otherwise(Sequences others) {
    within = better(within, tails);
    tails = std::move(others);
    is_tail = false;
}

void PatternPart::keep_short() {
    const auto is_long = [](const ByteSequence& tail) { return tail.size() > most_bytes; };
    if (std::any_of(tails.begin(), tails.end(), is_long)) end_otherwise(last_bytes(tails));
}

void PatternPart::append_byte(const ByteSet& byte) {
    if (may_be_empty) first |= byte;
    if (may_be_empty_inside) first_inside |= byte;
    last = byte;
    ends = false;
    all |= byte;
    may_be_empty = may_be_empty_inside = false;
    for (auto& tail : tails) tail.push_back(byte);
    keep_short();
}

void PatternPart::append_character(const ByteSet& bytes) {
    append_byte(bytes);
    if (!(bytes & not_ascii).empty()) end_otherwise({{bytes}}); // of how many bytes it is is not known
}

void PatternPart::append(const PatternPart& next) {
    if (may_be_empty) first |= next.first;
    if (may_be_empty_inside) first_inside |= next.first_inside;
    last = next.may_be_empty ? last | next.last : next.last;
    ends = next.ends || (next.all.empty() && ends);
    all |= next.all;
    may_be_empty = may_be_empty && next.may_be_empty;
    may_be_empty_inside = may_be_empty_inside && next.may_be_empty_inside;
    within = better(within, next.within);
    if (!next.is_tail) return end_otherwise(next.tails);
    if (next.tails.size() > 1) within = better(within, tails); // not longer, but fewer
    if (tails.size() * next.tails.size() > most_sequences) end_otherwise(last_bytes(tails));
    const auto before = tails.size();
    for (std::size_t copies = 1; copies < next.tails.size(); ++copies)
        for (std::size_t i = 0; i < before; ++i) tails.push_back(tails[i]);
    for (std::size_t i = 0; i < tails.size(); ++i) {
        const auto& end = next.tails[i / before];
        tails[i].insert(tails[i].end(), end.begin(), end.end());
    }
    keep_short();
}

PatternPart PatternPart::any_number(bool again) const {
    PatternPart result = *this;
    result.may_be_empty = result.may_be_empty_inside = true;
    result.ends = result.is_tail = false;
    if (!again) result.tails = {{}};
    result.within.clear();
    return result;
}

const Sequences& PatternPart::rarest() const { return better(within, tails); }

PatternPart character_of(const ByteSet& set) {
    PatternPart result;
    result.append_character(set);
    return result;
}

PatternPart one_of(const std::vector<PatternPart>& parts) {
    auto result = parts.front();
    if (parts.size() == 1) return result;
    result.within.clear();
    bool known = true; // of all parts, what they have in them
    for (const auto& part : parts) {
        result.first |= part.first;
        result.first_inside |= part.first_inside;
        result.last |= part.last;
        result.all |= part.all;
        result.may_be_empty = result.may_be_empty || part.may_be_empty;
        result.may_be_empty_inside = result.may_be_empty_inside || part.may_be_empty_inside;
        result.ends = result.ends && part.ends;
        result.is_tail = result.is_tail && part.is_tail;
        join(result.tails, part.tails);
        if (result.tails.size() > most_sequences) {
            result.tails = last_bytes(result.tails);
            result.is_tail = false;
        }
        known = known && tells(part.rarest());
        if (known) join(result.within, part.rarest());
        known = known && result.within.size() <= most_sequences;
    }
    if (!known) result.within.clear();
    return result;
}

} // namespace agenda::source
