// SPDX-License-Identifier: MIT
// Matches people, rooms and tracks: a sieve of ever weaker keys, each of which joins only what it names once on both
// sides.
#include "revision/matching.hpp"
#include "source/folding.hpp"
#include "source/nearest.hpp"
#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

namespace agenda::revision {
namespace {

using source::Accents;

/// Joins those left over that have a key in common which no other left over has. An empty key joins nothing.
template <class Index, class Thing>
void join_by(const Table<Thing, Index>& before, const Table<Thing, Index>& after, Same<Index>& same, MatchedBy by,
             const std::function<std::string(const Thing&)>& key_of) {
    struct Holder {
        Index index{};
        std::size_t count = 0;
    };
    const auto holders = [&](const Table<Thing, Index>& table, const std::vector<std::optional<Index>>& taken) {
        std::unordered_map<std::string, Holder> result; // in any order: each key joins one pair
        for (const auto index : table.indices()) {
            if (taken[static_cast<std::size_t>(index)]) continue;
            const auto key = key_of(table[index]);
            if (key.empty()) continue;
            auto& holder = result[key];
            holder.index = index;
            ++holder.count;
        }
        return result;
    };
    const auto earlier = holders(before, same.after_of);
    const auto later = holders(after, same.before_of);
    for (const auto& [key, holder] : earlier)
        if (const auto found = later.find(key); holder.count == 1 && found != later.end() && found->second.count == 1)
            same.join(holder.index, found->second.index, by);
}

template <class Thing> std::string id_of(const Thing& thing) { return thing.id; }
/// Who is in no list has an id that was made from the name, and an ordinal where several have it.
std::string listed_id(const Person& person) { return person.declared ? person.id : std::string{}; }

std::string bytes_of(const std::u32string& word) {
    std::string result;
    for (const auto c : word) result += std::to_string(static_cast<std::uint32_t>(c)) + ',';
    return result;
}

/// The words of a name in their order, accents and case aside.
std::string spelled(std::string_view name) {
    std::string result;
    for (const auto& word : source::words(name, Accents::dropped)) result += bytes_of(word) + ' ';
    return result;
}

std::set<std::u32string> words_of(const Person& person) {
    const auto words = source::words(person.name, Accents::dropped);
    return {words.begin(), words.end()};
}

/// Parts those of one id and different names where one of the names goes on under another id, which is nobody's in the
/// other revision or somebody else's there: ids were dealt out anew.
void part_reused_ids(const Agenda& before, const Agenda& after, Same<PersonIndex>& same) {
    std::vector<std::pair<PersonIndex, PersonIndex>> doubtful;
    std::set<std::string> earlier, later; // names that may go on
    for (const auto index : before.people.indices()) {
        auto name = spelled(before.people[index].name);
        if (const auto other = same.after(index)) {
            auto new_name = spelled(after.people[*other].name);
            if (name == new_name || name.empty() || new_name.empty()) continue;
            doubtful.emplace_back(index, *other);
            later.insert(std::move(new_name));
        }
        earlier.insert(std::move(name));
    }
    if (doubtful.empty()) return;
    for (const auto index : after.people.indices())
        if (!same.before(index)) later.insert(spelled(after.people[index].name));
    for (const auto& [a, b] : doubtful)
        if (later.contains(spelled(before.people[a].name)) || earlier.contains(spelled(after.people[b].name)))
            same.part(a, b);
}

/// Whether it is a name that somebody has: "TBC" is none.
std::vector<bool> unknown_people(const Agenda& agenda) {
    std::vector<bool> result(agenda.people.size(), false);
    for (const auto& slot : agenda.slots)
        for (const auto& appearance : slot.people)
            if (appearance.unknown && appearance.on_stage() == appearance.person)
                result[static_cast<std::size_t>(appearance.person)] = true;
    return result;
}

/// Parts those of one id whose names have no word in common: somebody else has come under the id, unless one of the
/// names stood for somebody yet to be found.
void part_replaced(const Agenda& before, const Agenda& after, Same<PersonIndex>& same) {
    const auto unknown_before = unknown_people(before), unknown_after = unknown_people(after);
    for (const auto index : before.people.indices()) {
        const auto other = same.after(index);
        if (!other || unknown_before[static_cast<std::size_t>(index)] ||
            unknown_after[static_cast<std::size_t>(*other)])
            continue;
        const auto& a = before.people[index];
        const auto& b = after.people[*other];
        if (a.name == b.name) continue;
        const auto of_a = words_of(a), of_b = words_of(b);
        const bool share = std::any_of(of_a.begin(), of_a.end(), [&](const auto& word) { return of_b.contains(word); });
        if (!share && !of_a.empty() && !of_b.empty() && same.by(index) == MatchedBy::id) same.part(index, *other);
    }
}

/// Joins those left over whose names differ by a letter or two and share a word, where each is the only such for the
/// other.
void join_nearly_alike(const Agenda& before, const Agenda& after, Same<PersonIndex>& same) {
    constexpr std::size_t most_of_a_word = 20; // a word that more people share says little
    std::unordered_map<std::string, std::vector<PersonIndex>> by_word;
    const auto each_word = [](const Person& person, const auto& take) {
        for (const auto& word : words_of(person)) take(bytes_of(word));
    };
    for (const auto index : after.people.indices())
        if (!same.before(index))
            each_word(after.people[index], [&](std::string word) { by_word[std::move(word)].push_back(index); });
    const auto alike = [](const Person& a, const Person& b) {
        const auto most = std::max<std::size_t>(1, std::min(a.name.size(), b.name.size()) / 6);
        if (a.org != b.org) return false;
        const auto of_a = words_of(a), of_b = words_of(b); // "Dr Ann Lee", "Ann B. Lee", "Lee Ann"
        const auto within = [](const auto& few, const auto& many) {
            return few.size() > 1 && std::includes(many.begin(), many.end(), few.begin(), few.end());
        };
        if (within(of_a, of_b) || within(of_b, of_a)) return true;
        return source::edit_distance(source::folded(a.name), source::folded(b.name), most) <= most;
    };
    std::vector<std::pair<PersonIndex, PersonIndex>> pairs;
    std::unordered_map<std::uint32_t, int> of_before, of_after;
    for (const auto index : before.people.indices()) {
        if (same.after(index)) continue;
        std::set<PersonIndex> candidates;
        each_word(before.people[index], [&](const std::string& word) {
            const auto found = by_word.find(word);
            if (found != by_word.end() && found->second.size() <= most_of_a_word)
                candidates.insert(found->second.begin(), found->second.end());
        });
        for (const auto candidate : candidates) {
            if (!alike(before.people[index], after.people[candidate])) continue;
            pairs.emplace_back(index, candidate);
            ++of_before[static_cast<std::uint32_t>(index)];
            ++of_after[static_cast<std::uint32_t>(candidate)];
        }
    }
    for (const auto& [a, b] : pairs)
        if (of_before[static_cast<std::uint32_t>(a)] == 1 && of_after[static_cast<std::uint32_t>(b)] == 1)
            same.join(a, b, MatchedBy::similarity);
}

template <class Thing, class Index>
Same<Index> match_by_id_and_name(const Table<Thing, Index>& before, const Table<Thing, Index>& after) {
    Same<Index> same{before.size(), after.size()};
    join_by<Index, Thing>(before, after, same, MatchedBy::id, id_of<Thing>);
    join_by<Index, Thing>(before, after, same, MatchedBy::name,
                          [](const Thing& thing) { return source::folded(thing.name); });
    return same;
}

/// Pairs each that is left with where all its slots have gone.
template <class Thing, class Index>
void join_by_slots(const Agenda& before, const Agenda& after, const Table<Thing, Index>& earlier,
                   const Table<Thing, Index>& later, std::optional<Index> Slot::*where, const Same<SlotIndex>& slots,
                   Same<Index>& same) {
    struct Gone {
        std::optional<Index> to;
        std::size_t count = 0;
        bool split = false;
        void add(std::optional<Index> place) {
            split = split || !place || (count > 0 && to != place);
            to = place;
            ++count;
        }
    };
    std::vector<Gone> forth(earlier.size()), back(later.size());
    for (const auto index : before.slots.indices()) {
        const auto other = slots.after(index);
        if (!other) continue;
        const auto a = before.slots[index].*where, b = after.slots[*other].*where;
        if (a) forth[static_cast<std::size_t>(*a)].add(b);
        if (b) back[static_cast<std::size_t>(*b)].add(a);
    }
    for (const auto index : earlier.indices()) {
        const auto& gone = forth[static_cast<std::size_t>(index)];
        if (same.after(index) || gone.split || gone.count < 2) continue;
        const auto& come = back[static_cast<std::size_t>(*gone.to)];
        if (!same.before(*gone.to) && !come.split) same.join(index, *gone.to, MatchedBy::similarity);
    }
}

} // namespace

Same<PersonIndex> match_people(const Agenda& before, const Agenda& after) {
    Same<PersonIndex> same{before.people.size(), after.people.size()};
    const auto join = [&](MatchedBy by, const std::function<std::string(const Person&)>& key) {
        join_by<PersonIndex, Person>(before.people, after.people, same, by, key);
    };
    join(MatchedBy::id, listed_id);
    part_reused_ids(before, after, same);
    join(MatchedBy::name, [](const Person& person) {
        const auto name = spelled(person.name);
        return name.empty() ? name : name + "\n" + source::folded(person.org);
    });
    join(MatchedBy::name, [](const Person& person) { return spelled(person.name); });
    join_nearly_alike(before, after, same);
    join(MatchedBy::id, listed_id); // who was parted and found nobody
    part_replaced(before, after, same);
    return same;
}

Same<RoomIndex> match_rooms(const Agenda& before, const Agenda& after) {
    return match_by_id_and_name(before.rooms, after.rooms);
}

Same<TrackIndex> match_tracks(const Agenda& before, const Agenda& after) {
    return match_by_id_and_name(before.tracks, after.tracks);
}

void match_places_by_slots(const Agenda& before, const Agenda& after, Matches& matches) {
    join_by_slots(before, after, before.rooms, after.rooms, &Slot::room, matches.slots, matches.rooms);
    join_by_slots(before, after, before.tracks, after.tracks, &Slot::track, matches.slots, matches.tracks);
}

} // namespace agenda::revision
