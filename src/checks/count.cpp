// SPDX-License-Identifier: MIT
// count: a number stays within bounds: of who and what is in a selected slot, of its room, of selected slots a day, or
// of a person's selected appearances a day and in the whole event.
#include "checks/all.hpp"
#include "checks/counts.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace agenda::checks {
namespace count_check {

using finding::Arguments;
using finding::ParameterType;
using Number = std::int64_t;

constexpr std::array arguments_taken{
    ArgumentSpec{"quantity", ParameterType::name,
                 "what is counted. In a slot: people on its stage; speakers; moderators; presentations (people who "
                 "speak together, and an item, are one; a slot in which nobody is named is left alone); organisations "
                 "on its stage; items; questions; capacity, that of its room; overflow, whom it expects beyond that. "
                 "Of all that is selected: slots, against `per-day` and `per-event`; appearances (`of = "
                 "\"appearance\"`), the slots in which one person appears, against the same",
                 true,
                 "people speakers moderators presentations organisations items questions capacity overflow slots "
                 "appearances"},
    ArgumentSpec{"min", ParameterType::count, "of a slot: the fewest that pass", false},
    ArgumentSpec{"max", ParameterType::count, "of a slot: the most that pass", false},
    ArgumentSpec{"hard", ParameterType::count,
                 "of a slot: from here on too many are taken more seriously (`level`, used by the tiers)", false},
    ArgumentSpec{"no-more-than", ParameterType::name, "of a slot: of this there are as many, where there are any",
                 false, "people speakers moderators presentations organisations items questions"},
    ArgumentSpec{"longest", ParameterType::duration, "of a slot: longer ones may have more than `max`", false},
    ArgumentSpec{"omit-kinds", ParameterType::names, "slots of these kinds do not count", false, {}, true},
    ArgumentSpec{"omit-capacities", ParameterType::names,
                 "presentations: who speaks in one of these capacities presents nothing", false},
    ArgumentSpec{"per-day", ParameterType::count, "slots, appearances: the most that pass on one day", false},
    ArgumentSpec{"per-event", ParameterType::count, "slots, appearances: the most that pass in all", false},
};
constexpr std::array fields_given{
    FieldSpec{"count", true, "how many there are"},
    FieldSpec{"limit", true, "the bound that they break"},
    FieldSpec{"bound", true, "at least or at most"},
    FieldSpec{"least", false, "the bound, where there are too few"},
    FieldSpec{"counted", true, "the number and what is counted: \"6 speakers\", \"1 item\""},
    FieldSpec{"level", true, "hard from `hard` on, else soft"},
    FieldSpec{"what", true, "the name of the slot or the person; of slots, the day or the event"},
    FieldSpec{"kind", true, "the slot's kind; empty for other things"},
    FieldSpec{"time", true, "the slot's time as it is written; empty where none is readable"},
    FieldSpec{"room", true, "the name of the slot's room; empty where it has none"},
    FieldSpec{"period", true, "slots, appearances: \"on 2026-06-01\" or \"in all\"; empty for one slot"},
    FieldSpec{"others", false, "of what there are no more than that: \"1 speaker\""},
    FieldSpec{"expected", false, "overflow: whom the slot expects"},
    FieldSpec{"capacity", false, "overflow: how many its room holds"},
    FieldSpec{"slots", false, "slots, appearances: the names of the slots"},
};

struct Bound {
    Number limit;
    bool at_least;
    std::string others; ///< of what there are no more
};

/// The key that says what is counted; the header where the slot has none.
Span place_of_count(const Slot& slot, std::string_view quantity) {
    if (quantity == "capacity") return slot.place_at;
    if (quantity == "overflow") return slot.keys.at("expected", slot.at);
    if (quantity == "presentations") return slot.keys.at(slot.keys.has("speakers") ? "speakers" : "items", slot.at);
    return slot.keys.at(quantity, slot.at);
}

/// What is found of one slot.
class SlotJudge {
public:
    SlotJudge(const Context& context, const Arguments& arguments, finding::Drafts& drafts, Outcome& outcome)
        : agenda_(context.agenda), arguments_(arguments), drafts_(drafts), outcome_(outcome) {}

    void run(const Thing& thing) {
        const auto& slot = *slot_of(agenda_, thing);
        const auto counted = count(slot, arguments_.word("quantity"));
        if (!counted) return;
        const auto bound = broken(slot, *counted);
        const auto longest = arguments_.given<time::minutes>("longest");
        if (bound && !bound->at_least && longest) {
            if (!slot.when) return outcome_.not_checked.push_back(SlotIndex{thing.index});
            if (slot.when->length() > *longest) return;
        }
        ++outcome_.checked;
        if (bound) tell(thing, slot, *counted, *bound);
    }

private:
    std::optional<Counted> count(const Slot& slot, std::string_view quantity) const {
        return counted_in_slot(agenda_, slot, quantity, arguments_.words_or_none("omit-capacities"));
    }

    std::optional<Bound> broken(const Slot& slot, const Counted& counted) const {
        if (const auto min = arguments_.given<Number>("min"); min && counted.number < *min)
            return Bound{*min, true, {}};
        if (const auto max = arguments_.given<Number>("max"); max && counted.number > *max)
            return Bound{*max, false, {}};
        const auto other = arguments_.word_or("no-more-than", {});
        const auto others = other.empty() ? std::nullopt : count(slot, other);
        if (others && others->number > 0 && counted.number > others->number)
            return Bound{others->number, false, others->words()};
        return std::nullopt;
    }

    void tell(const Thing& thing, const Slot& slot, const Counted& counted, const Bound& bound) {
        const auto place = place_of(agenda_, slot);
        const auto hard = arguments_.given<Number>("hard");
        finding::Draft draft;
        draft.at = place_of_count(slot, arguments_.word("quantity"));
        draft.label = counted.words();
        draft.about = {about(agenda_, thing)};
        draft.facts = {{"count", counted.number},
                       {"limit", bound.limit},
                       {"bound", std::string{bound.at_least ? "at least" : "at most"}},
                       {"counted", draft.label},
                       {"level", std::string{!bound.at_least && hard && counted.number >= *hard ? "hard" : "soft"}},
                       {"what", called(agenda_, thing)},
                       {"kind", slot.kind},
                       {"time", shown(agenda_, slot)},
                       {"room", place.sort == Place::Sort::room ? called(agenda_, place) : ""},
                       {"period", std::string{}}};
        if (bound.at_least) draft.facts.set("least", bound.limit);
        if (!bound.others.empty()) draft.facts.set("others", bound.others);
        for (const auto& [name, value] : counted.facts) draft.facts.set(name, value);
        drafts_.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    const Arguments& arguments_;
    finding::Drafts& drafts_;
    Outcome& outcome_;
};

finding::Draft draft_of(const Agenda& agenda, const Tally& tally, Number limit) {
    const auto count = static_cast<Number>(tally.slots.size());
    const bool person = tally.of.sort == Sort::person;
    const auto day = thing_of(tally.day.value_or(DayIndex{}));
    const auto& what = person || !tally.day ? tally.of : day;
    finding::Draft draft;
    draft.at = person ? tally.places.front() : place_of(agenda, what);
    draft.label = "the first of " + std::to_string(count);
    draft.about = {about(agenda, what)};
    if (person && tally.day) draft.about.insert(draft.about.begin(), about(agenda, day));
    for (std::size_t i = person ? 1 : 0; i < tally.slots.size(); ++i)
        draft.related.push_back({tally.places[i], name_and_time(agenda, agenda.slots[tally.slots[i]])});
    draft.facts = {{"count", count},
                   {"limit", limit},
                   {"bound", std::string{"at most"}},
                   {"counted", with_number(count, "slot", "slots")},
                   {"level", std::string{"soft"}},
                   {"what", called(agenda, what)},
                   {"kind", std::string{}},
                   {"time", std::string{}},
                   {"room", std::string{}},
                   {"period", tally.day ? "on " + called(agenda, day) : "in all"},
                   {"slots", enumerated(agenda, tally.slots)}};
    return draft;
}

/// Days first: too many in the event that are all on one day, which has too many itself, are told once.
void judge_tallies(const Agenda& agenda, const std::vector<Thing>& things, const Arguments& arguments,
                   finding::Drafts& drafts) {
    constexpr auto unbounded = std::numeric_limits<Number>::max();
    const auto per_day = arguments.count_or("per-day", unbounded);
    const auto per_event = arguments.count_or("per-event", unbounded);
    const auto all = tallies(agenda, things, std::min(per_day, per_event));
    std::map<std::uint32_t, std::size_t> told; // how many, by person
    for (const auto& tally : all)
        if (tally.day && static_cast<Number>(tally.slots.size()) > per_day) {
            auto& most = told[tally.of.index];
            most = std::max(most, tally.slots.size());
            drafts.push_back(draft_of(agenda, tally, per_day));
        }
    for (const auto& tally : all)
        if (!tally.day && static_cast<Number>(tally.slots.size()) > per_event) {
            const auto day = told.find(tally.of.index);
            if (day == told.end() || day->second < tally.slots.size())
                drafts.push_back(draft_of(agenda, tally, per_event));
        }
}

Outcome run(const Context& context, const Arguments& arguments, finding::Drafts& drafts) {
    const auto& quantity = arguments.word("quantity");
    const auto wanted = quantity == "appearances" ? Sort::appearance : Sort::slot;
    auto things = selected(context.agenda, context.selection, Sort::slot);
    std::erase_if(things, [&](const Thing& thing) {
        return thing.sort != wanted || arguments.lists("omit-kinds", slot_of(context.agenda, thing)->kind);
    });
    Outcome outcome;
    if (quantity == "slots" || quantity == "appearances") {
        outcome.checked = things.size();
        judge_tallies(context.agenda, things, arguments, drafts);
    } else {
        SlotJudge judge{context, arguments, drafts, outcome};
        for (const auto& thing : things) judge.run(thing);
    }
    return outcome;
}

} // namespace count_check

const Check count{"count",
                  "a number stays within bounds: of who and what is in a slot, of its room, of slots a day, of a "
                  "person's appearances",
                  count_check::arguments_taken,
                  count_check::fields_given,
                  "count",
                  count_check::run,
                  "slot appearance"};

} // namespace agenda::checks
