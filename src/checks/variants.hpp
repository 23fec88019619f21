// SPDX-License-Identifier: MIT
// Names that are nearly equal and likely mean one person, or one organisation. Names are brought together by sorted
// hashes of what they share - letters, words in any order, initials, all but one or two letters of a word - and never
// pair by pair: O(n log n).
#pragma once
#include "checks/check.hpp"
#include <algorithm>

namespace agenda::checks {

/// How near is near.
struct Nearness {
    std::size_t distance = 2;    ///< letters that may differ in one word; 2 at most
    std::size_t min_letters = 6; ///< of a person's name, or of the longer word in which two organisations differ
    std::vector<std::string> left_out;
};

/// A later entry of a person who seems to be entered already.
struct PersonVariant {
    PersonIndex person, other;
    std::string_view how;  ///< in what the names differ
    std::string_view orgs; ///< "same", "different", or "unknown" where one of them gives none
};
/// At most one for each person, who is held against earlier ones. Placeholders and single words are nobody; who is
/// distinct from the other by declaration is not told.
std::vector<PersonVariant> person_variants(const Agenda& agenda, const std::vector<PersonIndex>& people,
                                           const Nearness& nearness);

/// A place where an organisation is named.
struct OrgMention {
    Thing thing;
    std::string name; ///< as it is written
    Span at;          ///< the value in which it stands
};
/// One organisation under several names: the mentions with a rarer name, and how many have the usual one.
struct OrgVariant {
    std::vector<OrgMention> rarer;
    OrgMention usual;
    std::size_t usual_count = 0;
    std::string_view how;
};
/// Organisations that the things name under these keys. `aliases`: "IOM = International Organization for Migration",
/// names that are both right.
std::vector<OrgVariant> org_variants(const Agenda& agenda, const std::vector<Thing>& things,
                                     const std::vector<std::string>& keys, const std::vector<std::string>& aliases,
                                     const Nearness& nearness);

using Hash = std::uint64_t;
Hash hash_of(std::u32string_view text);
Hash combined(Hash a, Hash b);
/// The hashes of a word with up to so many letters left out. Two words at that distance share one of them.
std::vector<Hash> deletions(std::u32string_view word, std::size_t most);
/// Letters of the Latin, Greek and Cyrillic scripts alone: there a letter can be a slip.
bool can_slip(std::u32string_view word);

/// What shares a hash is tried against the few that come before it.
struct Keyed {
    Hash hash;
    std::uint32_t entry;
    friend auto operator<=>(const Keyed&, const Keyed&) = default;
};
template <class Try> void try_neighbours(std::vector<Keyed>& keyed, Try attempt) {
    constexpr std::size_t few = 8;
    std::sort(keyed.begin(), keyed.end());
    keyed.erase(std::unique(keyed.begin(), keyed.end()), keyed.end());
    for (std::size_t run = 0, i = 0; i < keyed.size(); ++i) {
        if (keyed[i].hash != keyed[run].hash) run = i;
        for (auto j = i - std::min(i - run, few); j < i; ++j) attempt(keyed[j].entry, keyed[i].entry);
    }
}

} // namespace agenda::checks
