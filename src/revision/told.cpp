// SPDX-License-Identifier: MIT
// Who must be told: a change of a slot's time or place concerns all who are on stage there, one of a person that
// person. Placeholders ("TBC") are nobody who could be told. And how findings of the earlier revision are called.
#include "revision/revision.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <set>
#include <unordered_set>

namespace agenda::revision {
namespace {

class Telling {
public:
    Telling(const Comparison& comparison, const Agenda& before, const Agenda& after)
        : comparison_(comparison), before_(before), after_(after) {}

    std::vector<Told> run() {
        for (std::size_t i = 0; i < comparison_.changes.size(); ++i) {
            const auto& change = comparison_.changes[i];
            for (std::size_t k = 0; k < change.members.size(); ++k) tell(change, {i, k});
        }
        std::stable_sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) { return a.name < b.name; });
        return std::move(told_);
    }

private:
    using Who = std::pair<std::optional<PersonIndex>, std::optional<PersonIndex>>;

    Who of_before(PersonIndex person) const { return {person, comparison_.matches.people.after(person)}; }
    Who of_after(PersonIndex person) const { return {comparison_.matches.people.before(person), person}; }

    void tell(const Change& change, Told::Reason reason) {
        const auto& member = change.members[reason.member];
        std::set<Who> people;
        if (concerns(change.kind) == Concerns::all_there) {
            // Who comes into a slot that goes on, or leaves it, has another reason to be told.
            const auto later = member.after_slot ? stage(after_.slots[*member.after_slot]) : std::set<PersonIndex>{};
            if (member.before_slot)
                for (const auto person : known(before_.slots[*member.before_slot])) {
                    const auto after = comparison_.matches.people.after(person);
                    if (!member.after_slot || (after && later.contains(*after))) people.insert(of_before(person));
                }
            if (member.after_slot && !member.before_slot)
                for (const auto person : known(after_.slots[*member.after_slot])) people.insert(of_after(person));
        }
        if (concerns(change.kind) == Concerns::one_person) {
            for (const auto person : named(before_, member.before_slot, member.before_person))
                people.insert(of_before(person));
            for (const auto person : named(after_, member.after_slot, member.after_person))
                people.insert(of_after(person));
        }
        for (const auto& who : people) entry(who).reasons.push_back(reason);
    }

    static std::set<PersonIndex> stage(const Slot& slot) {
        const auto people = on_stage(slot);
        return {people.begin(), people.end()};
    }
    static std::set<PersonIndex> known(const Slot& slot) {
        auto people = stage(slot);
        for (const auto& appearance : slot.people)
            if (const auto person = appearance.on_stage(); appearance.unknown && person) people.erase(*person);
        return people;
    }
    static bool is_unknown(const Slot& slot, PersonIndex person) {
        return std::any_of(slot.people.begin(), slot.people.end(), [&](const Appearance& appearance) {
            return appearance.unknown && appearance.on_stage() == person;
        });
    }
    /// Somebody in a slot, and who represents that person there.
    static std::vector<PersonIndex> named(const Agenda& agenda, std::optional<SlotIndex> slot,
                                          std::optional<PersonIndex> person) {
        if (!person || !slot) return {};
        std::vector<PersonIndex> result;
        if (!is_unknown(agenda.slots[*slot], *person)) result.push_back(*person);
        for (const auto& appearance : agenda.slots[*slot].people)
            if (appearance.person == *person && appearance.delivered_by) result.push_back(*appearance.delivered_by);
        return result;
    }

    Told& entry(const Who& who) {
        const auto [place, is_new] = places_.try_emplace(who, told_.size());
        if (is_new)
            told_.push_back({who.first,
                             who.second,
                             who.second ? called(after_.people[*who.second]) : called(before_.people[*who.first]),
                             {}});
        return told_[place->second];
    }

    const Comparison& comparison_;
    const Agenda& before_;
    const Agenda& after_;
    std::map<Who, std::size_t> places_;
    std::vector<Told> told_;
};

} // namespace

std::vector<Told> to_tell(const Comparison& comparison, const Agenda& before, const Agenda& after) {
    return Telling{comparison, before, after}.run();
}

namespace {

bool share_a_word(std::string_view a, std::string_view b) {
    const auto of_a = source::words(a, source::Accents::dropped), of_b = source::words(b, source::Accents::dropped);
    if (of_a.empty() || of_b.empty()) return true; // nothing speaks against it
    return std::any_of(of_a.begin(), of_a.end(),
                       [&](const auto& word) { return std::find(of_b.begin(), of_b.end(), word) != of_b.end(); });
}

/// Whether an id has passed to another slot altogether: title, time and people are others.
bool is_another(const Matches& matches, const Agenda& before, SlotIndex earlier, const Agenda& after, SlotIndex later) {
    const auto& a = before.slots[earlier];
    const auto& b = after.slots[later];
    if (a.title.value == b.title.value || a.start == b.start || share_a_word(a.title.value, b.title.value))
        return false;
    return std::none_of(a.people.begin(), a.people.end(), [&](const Appearance& one) {
        const auto person = matches.people.after(one.person);
        return person && std::any_of(b.people.begin(), b.people.end(),
                                     [&](const Appearance& other) { return other.person == *person; });
    });
}

} // namespace

Translation::Translation(const Matches& matches, const Agenda& before, const Agenda& after) {
    std::unordered_set<std::string> taken; // only ever looked up
    const auto pass = [&](std::string about, std::string later) {
        if (about != later) names_.emplace(std::move(about), std::move(later));
    };
    /// Of what is gone nothing may be held against what has its name now.
    const auto lose = [&](const std::string& about) {
        if (taken.contains(about)) names_.emplace(about, about + " (gone)");
    };
    const auto add = [&](auto table_of, const auto& same, const auto& goes_on) {
        const auto& table = before.*table_of;
        for (const auto index : (after.*table_of).indices()) taken.insert(after.about(index));
        for (const auto index : table.indices()) {
            const auto later = same.after(index);
            if (!later || !goes_on(index, *later)) {
                lose(before.about(index));
                continue;
            }
            pass(before.about(index), after.about(*later));
            auto name = called(table[index]), other = called((after.*table_of)[*later]);
            if (name != other) called_.emplace(std::move(name), std::move(other));
        }
    };
    const auto always = [](auto, auto) { return true; };
    add(&Agenda::slots, matches.slots, [&](SlotIndex a, SlotIndex b) {
        return matches.slots.by(a) != MatchedBy::id || !is_another(matches, before, a, after, b);
    });
    add(&Agenda::people, matches.people, always);
    add(&Agenda::rooms, matches.rooms, always);
    add(&Agenda::tracks, matches.tracks, always);
    for (const auto& [from, to] : matches.dates) {
        taken.insert("day:" + time::format_date(to));
        pass("day:" + time::format_date(from), "day:" + time::format_date(to));
    }
    for (const auto& day : before.days)
        if (!matches.dates.contains(day.date)) lose("day:" + called(day));
}

const std::string& Translation::operator()(const std::string& about) const {
    const auto found = names_.find(about);
    return found == names_.end() ? about : found->second;
}

} // namespace agenda::revision
