// SPDX-License-Identifier: MIT
#include "checks/roles.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <map>

namespace agenda::checks {
namespace {

class ProxyFinder {
public:
    ProxyFinder(const Agenda& agenda, const std::vector<Thing>& slots, bool whole_day, finding::Drafts& drafts)
        : agenda_(agenda), slots_(slots), whole_day_(whole_day), drafts_(drafts) {}

    std::size_t run() {
        const auto scope = [&](const Slot& slot, SlotIndex index) {
            return Scope{agenda_.days[slot.day].date, whole_day_ ? std::nullopt : std::optional{index}};
        };
        std::map<std::pair<PersonIndex, Scope>, Seen> represented, present;
        for (const auto& thing : slots_) {
            const auto& slot = *slot_of(agenda_, thing);
            for (const auto& here : slot.people) {
                if (!here.delivered_by) continue;
                ++represented_;
                if (!proxy(slot, here) && !is_away(slot, agenda_.people[here.person]))
                    represented[{here.person, scope(slot, SlotIndex{thing.index})}].emplace_back(SlotIndex{thing.index},
                                                                                                 &here);
            }
        }
        if (represented.empty()) return represented_;
        for (const auto& thing : things(agenda_, Sort::slot)) {
            const auto& slot = *slot_of(agenda_, thing);
            for (const auto& here : slot.people)
                if (const auto person = here.on_stage(); person && !slot.cancelled)
                    present[{*person, scope(slot, SlotIndex{thing.index})}].emplace_back(SlotIndex{thing.index}, &here);
        }
        for (const auto& [who, seen] : represented)
            if (const auto on_stage = present.find(who); on_stage != present.end())
                also_on_stage(who.first, seen, on_stage->second);
        return represented_;
    }

private:
    /// A day, or one slot of it, in which somebody may not be both.
    using Scope = std::pair<time::Date, std::optional<SlotIndex>>;
    using Seen = std::vector<std::pair<SlotIndex, const Appearance*>>;

    /// What is wrong with the deliverer alone.
    bool proxy(const Slot& slot, const Appearance& here) {
        const bool self = here.delivered_by == here.person;
        if (!self && !here.deliverer_withdrawn) return false;
        auto draft =
            draft_of(agenda_, slot, here.at, ticked_name(agenda_.people[here.person]), self ? "self" : "withdrawn");
        draft.facts.set("by", ticked_name(agenda_.people[*here.delivered_by]));
        tell(drafts_, std::move(draft), {agenda_.about(here.person), agenda_.about(*here.delivered_by)});
        return true;
    }

    /// The agenda says that the person is not yet, or no more, or not at that time there.
    bool is_away(const Slot& slot, const Person& person) const {
        if (!slot.when) return false;
        const auto start = local(agenda_, slot.when->start);
        const auto end = local(agenda_, slot.when->end);
        const auto covers = [&](const Absence& absence) {
            return (!absence.from || *absence.from < end) && (!absence.to || start < *absence.to);
        };
        return (person.arrives && start < *person.arrives) || (person.leaves && *person.leaves < end) ||
               std::any_of(person.unavailable.begin(), person.unavailable.end(), covers);
    }

    void also_on_stage(PersonIndex person, const Seen& represented, const Seen& on_stage) {
        const auto& [index, here] = represented.front();
        const auto& first = agenda_.slots[on_stage.front().first];
        auto draft =
            draft_of(agenda_, agenda_.slots[index], here->at, ticked_name(agenda_.people[person]), "also-on-stage");
        draft.label = "represented here";
        std::vector<std::string> about{agenda_.about(person)}, names;
        const auto relate = [&](const Seen& seen, std::string_view label) {
            for (const auto& [other, appearance] : seen) {
                about.push_back(agenda_.about(other));
                if (appearance == here) continue;
                const auto& slot = agenda_.slots[other];
                draft.related.push_back(
                    {appearance->at, std::string{label} + " `" + called(slot) + "`, " + shown(agenda_, slot)});
            }
        };
        relate(represented, "represented in");
        relate(on_stage, "on stage in");
        for (const auto& [other, appearance] : on_stage)
            if (names.empty() || names.back() != called(agenda_.slots[other]))
                names.push_back(called(agenda_.slots[other]));
        draft.facts.set("by", ticked_name(agenda_.people[*here->delivered_by]));
        draft.facts.set("other", enumerated(names));
        draft.facts.set("other-time", shown(agenda_, first));
        tell(drafts_, std::move(draft), about);
    }

    const Agenda& agenda_;
    const std::vector<Thing>& slots_;
    bool whole_day_;
    finding::Drafts& drafts_;
    std::size_t represented_ = 0;
};

} // namespace

finding::Draft draft_of(const Agenda& agenda, const Slot& slot, Span at, const std::string& who,
                        std::string_view problem) {
    finding::Draft draft;
    draft.at = at;
    draft.about = {"slot:" + slot.id};
    draft.key = problem;
    draft.facts = {{"what", ticked_name(slot)},
                   {"time", shown(agenda, slot)},
                   {"who", who},
                   {"problem", std::string{problem}},
                   {"does", ""},
                   {"also", ""},
                   {"org", ""},
                   {"same", std::int64_t{0}},
                   {"people", std::int64_t{0}},
                   {"percent", std::int64_t{0}},
                   {"by", ""},
                   {"other-time", ""}};
    return draft;
}

void tell(finding::Drafts& drafts, finding::Draft draft, const std::vector<std::string>& about) {
    draft.about.insert(draft.about.end(), about.begin(), about.end());
    sort_about(draft);
    drafts.push_back(std::move(draft));
}

std::size_t find_proxies(const Agenda& agenda, const std::vector<Thing>& slots, bool whole_day,
                         finding::Drafts& drafts) {
    return ProxyFinder{agenda, slots, whole_day, drafts}.run();
}

} // namespace agenda::checks
