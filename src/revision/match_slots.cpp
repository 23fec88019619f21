// SPDX-License-Identifier: MIT
// Matches slots: by id, by equal title and people, what is then left by one best assignment of what is alike, and what
// has no title by its kind.
#include "revision/assignment.hpp"
#include "revision/likeness.hpp"
#include "revision/matching.hpp"
#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace agenda::revision {
namespace {

/// A word, person or number that more slots of one revision have tells too little to hold them all against each other.
constexpr std::size_t most_holders = 24;
/// Groups of equal title and people are assigned as a whole up to so many pairs; larger ones by their order.
constexpr std::size_t most_pairs = 4096;

class SlotMatcher {
public:
    SlotMatcher(const Agenda& before, const Agenda& after, Matches& matches)
        : before_(before), after_(after), matches_(matches), same_(matches.slots), maker_(before, after, matches) {}

    void run() {
        same_ = {before_.slots.size(), after_.slots.size()};
        join_ids();
        part_reused_ids();
        look_at_the_rest();
        join_content(true);
        matches_.dates = match_dates(before_, after_, same_);
        join_content(false);
        join_alike();
        join_untitled();
        matches_.dates = match_dates(before_, after_, same_);
    }

private:
    struct One {
        SlotIndex index;
        Features features;
        std::uint32_t rank = 0; ///< in the order of the programme
    };

    void join(const One& a, const One& b, MatchedBy by) { same_.join(a.index, b.index, by); }
    bool left(const One& one, bool earlier) const {
        return earlier ? !same_.after(one.index) : !same_.before(one.index);
    }

    /// Ids that were made from a title or a time say no more than those do.
    void join_ids() {
        std::unordered_map<std::string_view, SlotIndex> ids; // only ever looked up
        for (const auto index : after_.slots.indices())
            if (!after_.slots[index].id_derived) ids.try_emplace(after_.slots[index].id, index);
        for (const auto index : before_.slots.indices()) {
            const auto& slot = before_.slots[index];
            const auto found = slot.id_derived ? ids.end() : ids.find(slot.id);
            if (found != ids.end() && !same_.before(found->second)) same_.join(index, found->second, MatchedBy::id);
        }
    }

    /// Two of one id and of different titles.
    struct Doubtful {
        One a, b;
        bool unlike;
    };
    using Contents = std::unordered_map<std::string_view, int>; // only ever looked up

    /// Parts those of one id where what one of them was goes on under another: ids were dealt out anew, as numbers are
    /// when something is put in between. Of those that are somewhat alike only where there is no other like it.
    void part_reused_ids() {
        std::vector<Doubtful> doubtful;
        for (const auto index : before_.slots.indices()) {
            const auto other = same_.after(index);
            if (!other || before_.slots[index].title.value == after_.slots[*other].title.value) continue;
            One a{index, maker_.of_before(index)}, b{*other, maker_.of_after(*other)};
            const bool unlike = likeness(a.features, b.features, {}) == 0;
            doubtful.push_back({std::move(a), std::move(b), unlike});
        }
        if (doubtful.empty()) return;
        std::vector<One> unjoined_before, unjoined_after;
        collect_unjoined(unjoined_before, unjoined_after);
        Contents earlier, later;
        for (const auto& one : unjoined_before) ++earlier[one.features.content];
        for (const auto& one : unjoined_after) ++later[one.features.content];
        for (const auto& pair : doubtful) {
            ++earlier[pair.a.features.content];
            ++later[pair.b.features.content];
        }
        for (const auto& pair : doubtful)
            if (goes_on(pair.a, pair.unlike, earlier, later) || goes_on(pair.b, pair.unlike, earlier, later))
                same_.part(pair.a.index, pair.b.index);
    }

    static bool goes_on(const One& one, bool unlike, const Contents& earlier, const Contents& later) {
        const auto& content = one.features.content;
        const auto a = earlier.find(content), b = later.find(content);
        if (content.empty() || a == earlier.end() || b == later.end()) return false;
        return unlike || (a->second == 1 && b->second == 1);
    }

    void collect_unjoined(std::vector<One>& earlier, std::vector<One>& later) {
        for (const auto index : before_.slots.indices())
            if (!same_.after(index)) earlier.push_back({index, maker_.of_before(index)});
        for (const auto index : after_.slots.indices())
            if (!same_.before(index)) later.push_back({index, maker_.of_after(index)});
    }

    void look_at_the_rest() {
        collect_unjoined(earlier_, later_);
        rank(before_, earlier_);
        rank(after_, later_);
    }

    /// By what its own revision says alone, so that the order is the same whichever revision is the earlier.
    static void rank(const Agenda& agenda, std::vector<One>& side) {
        static const std::string nowhere;
        const auto key = [&](const One& one) {
            const auto& slot = agenda.slots[one.index];
            return std::tuple<time::Date, std::optional<time::Clock>, const std::string&, const std::string&,
                              const std::string&, const std::string&, const std::string&>{
                one.features.date,
                slot.start,
                slot.room ? agenda.rooms[*slot.room].id : nowhere,
                slot.track ? agenda.tracks[*slot.track].id : nowhere,
                slot.title.value,
                slot.number.value,
                slot.kind};
        };
        std::stable_sort(side.begin(), side.end(), [&](const One& a, const One& b) { return key(a) < key(b); });
        for (std::uint32_t rank = 0; rank < side.size(); ++rank) side[rank].rank = rank;
    }

    using Group = std::pair<std::vector<const One*>, std::vector<const One*>>;

    /// Those that are left and have a title, or have none, by a text of theirs.
    std::map<std::string_view, Group> groups_by(const std::string Features::*text, bool titled) const {
        std::map<std::string_view, Group> groups;
        const auto wanted = [&](const One& one, bool earlier) {
            return one.features.content.empty() != titled && left(one, earlier);
        };
        for (const auto& one : earlier_)
            if (wanted(one, true)) groups[one.features.*text].first.push_back(&one);
        for (const auto& one : later_)
            if (wanted(one, false)) groups[one.features.*text].second.push_back(&one);
        return groups;
    }

    /// Joins those of equal title and people: first where there is one on each side, which tells where days have gone;
    /// then the others.
    void join_content(bool single) {
        for (const auto& [content, group] : groups_by(&Features::content, true)) {
            const auto& [a, b] = group;
            if (a.empty() || b.empty() || single != (a.size() == 1 && b.size() == 1)) continue;
            if (single)
                join(*a.front(), *b.front(), MatchedBy::content);
            else
                join_group(group, MatchedBy::content);
        }
    }

    /// Equal for a day and where it has gone. A day from which another's programme has come, or whose own has gone, is
    /// nothing but itself.
    std::pair<time::Date, int> day_of(time::Date date, bool earlier) const {
        const auto gone = matches_.dates.find(date);
        if (earlier && gone != matches_.dates.end()) return {gone->second, 0};
        const bool has_come = std::any_of(matches_.dates.begin(), matches_.dates.end(),
                                          [&](const auto& dates) { return dates.second == date; });
        if (earlier) return {date, has_come ? 1 : 0};
        return {date, !has_come && gone != matches_.dates.end() ? 2 : 0};
    }

    /// Breaks are often written without a title: those of one kind are joined as those of one title are.
    void join_untitled() {
        for (const auto& [kind, group] : groups_by(&Features::kind, false))
            if (!group.first.empty() && !group.second.empty()) join_group(group, MatchedBy::similarity);
    }

    /// Several of one title and people, or of one kind: those at the same time and place, then those of a day and
    /// place, of a day, and all, wherever there are as many on both sides; what is left by the best assignment.
    void join_group(const Group& group, MatchedBy by) {
        using Key = std::tuple<std::pair<time::Date, int>, std::optional<time::Clock>, std::optional<std::uint32_t>>;
        const auto key = [&](const One& one, bool earlier, bool clock, bool place, bool date) {
            const auto& of = one.features;
            return Key{date ? day_of(of.date, earlier) : std::pair{time::Date{}, 0}, clock ? of.start : std::nullopt,
                       place ? (of.room ? of.room : of.track) : std::nullopt};
        };
        struct Part {
            bool clock, place, date;
        };
        for (const auto part : {Part{true, true, true}, Part{true, false, true}, Part{false, true, true},
                                Part{false, false, true}, Part{false, false, false}}) {
            std::map<Key, Group> parts;
            for (const auto* one : group.first)
                if (left(*one, true)) parts[key(*one, true, part.clock, part.place, part.date)].first.push_back(one);
            for (const auto* one : group.second)
                if (left(*one, false)) parts[key(*one, false, part.clock, part.place, part.date)].second.push_back(one);
            for (const auto& [at, both] : parts)
                if (both.first.size() == both.second.size() || group.first.size() * group.second.size() > most_pairs)
                    for (std::size_t i = 0; i < std::min(both.first.size(), both.second.size()); ++i)
                        join(*both.first[i], *both.second[i], by);
        }
        for (const auto* a : group.first)
            for (const auto* b : group.second)
                if (left(*a, true) && left(*b, false)) equal_.emplace_back(a->rank, b->rank);
    }

    /// What is alike is held against each other where it shares a word, a person or a number that few have.
    void join_alike() {
        enum class Sort : std::uint64_t { word, person, number };
        std::unordered_map<std::uint64_t, Group> holders;
        std::unordered_map<std::string_view, std::uint32_t> numbers;
        const auto hold = [&](const std::vector<One>& side, bool earlier) {
            for (const auto& one : side) {
                if (!left(one, earlier)) continue;
                const auto take = [&](Sort sort, std::uint32_t what) {
                    auto& [a, b] = holders[static_cast<std::uint64_t>(sort) << 32U | what];
                    (earlier ? a : b).push_back(&one);
                };
                const auto& of = one.features;
                for (const auto word : of.words) take(Sort::word, word);
                for (const auto person : of.people) take(Sort::person, person);
                if (!of.number.empty())
                    take(Sort::number,
                         numbers.try_emplace(of.number, static_cast<std::uint32_t>(numbers.size())).first->second);
            }
        };
        hold(earlier_, true);
        hold(later_, false);
        auto pairs = std::move(equal_);
        for (const auto& [key, group] : holders)
            if (group.first.size() <= most_holders && group.second.size() <= most_holders)
                for (const auto* a : group.first)
                    for (const auto* b : group.second) pairs.emplace_back(a->rank, b->rank);
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        assign(pairs);
    }

    void assign(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
        std::vector<std::vector<Candidate>> rows(earlier_.size());
        for (const auto& [a, b] : pairs) {
            const auto score = likeness(earlier_[a].features, later_[b].features, matches_.dates);
            if (score >= alike) rows[a].push_back({b, weight(score, a, b)});
        }
        const auto given = best_assignment(rows, later_.size());
        for (std::uint32_t row = 0; row < given.size(); ++row)
            if (given[row]) {
                const auto& a = earlier_[row];
                const auto& b = later_[*given[row]];
                join(a, b,
                     a.features.content == b.features.content && !a.features.content.empty() ? MatchedBy::content
                                                                                             : MatchedBy::similarity);
            }
    }

    /// The likeness; among equals what stands nearer in the order of the programme; and then a number that is the same
    /// from either side, so that both find one answer.
    static std::int64_t weight(int score, std::uint32_t a, std::uint32_t b) {
        const auto apart = std::min<std::uint32_t>(a > b ? a - b : b - a, 0xFFFFU);
        const auto mixed = (static_cast<std::uint64_t>(std::min(a, b)) << 32U | std::max(a, b)) * 0x9E3779B97F4A7C15U;
        return (static_cast<std::int64_t>(score) << 32) + (static_cast<std::int64_t>(0xFFFFU - apart) << 16) +
               static_cast<std::int64_t>(mixed >> 48U);
    }

    const Agenda& before_;
    const Agenda& after_;
    Matches& matches_;
    Same<SlotIndex>& same_;
    FeatureMaker maker_;
    std::vector<One> earlier_, later_;                           ///< that no id joins; by rank
    std::vector<std::pair<std::uint32_t, std::uint32_t>> equal_; ///< ranks of equal title and people, not joined yet
};

} // namespace

void match_slots(const Agenda& before, const Agenda& after, Matches& matches) {
    SlotMatcher{before, after, matches}.run();
}

} // namespace agenda::revision
