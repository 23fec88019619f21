// SPDX-License-Identifier: MIT
// sequence: the slots of a timeline, or the days, stand in the file in the order of time. Told are the fewest whose
// removal leaves the others in order (all but a longest rising subsequence); those that stand together are one finding.
#include "checks/all.hpp"
#include "checks/rising.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>

namespace agenda::checks {
namespace sequence_check {

constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot, or the day"},
    FieldSpec{"time", false, "the slot's time; not of a day"},
    FieldSpec{"other", true, "the name of the slot, or the day, on whose wrong side it stands"},
    FieldSpec{"other-time", false, "the time of that slot"},
    FieldSpec{"minutes", true, "by how much their starts differ"},
    FieldSpec{"count", true, "how many stand together there out of order"},
    FieldSpec{"behind", false, "the same as `other`, where it stands behind what starts later"},
};

/// A slot or a day, and when it starts.
struct Placed {
    Thing thing;
    time::Instant start;
};

std::string time_of(const Agenda& agenda, const Thing& thing) {
    const auto* slot = slot_of(agenda, thing);
    if (!slot) return time::format_date(day_of(agenda, thing).date);
    return slot->clock ? shown(agenda, *slot) : time::format_clock(*slot->start);
}

Span span_of(const Agenda& agenda, const Thing& thing) {
    if (const auto* slot = slot_of(agenda, thing)) return slot->time_at;
    const auto& day = agenda.days[DayIndex{thing.index}];
    return day.keys.at("date", day.at);
}

finding::Draft draft_of(const Agenda& agenda, const Placed* first, const Placed* end, const Placed& other) {
    finding::Draft draft;
    draft.at = span_of(agenda, first->thing);
    draft.label = time_of(agenda, first->thing);
    const auto relate = [&](const Thing& thing) {
        const auto slot = thing.sort == Sort::slot;
        draft.related.push_back(
            {span_of(agenda, thing), called(agenda, thing) + (slot ? ", " + time_of(agenda, thing) : "")});
    };
    for (const auto* placed = first; placed != end; ++placed) {
        draft.about.push_back(about(agenda, placed->thing));
        if (placed != first) relate(placed->thing);
    }
    // Two [[day]] tables of one date are one day.
    sort_about(draft);
    relate(other.thing);
    draft.facts = {{"what", called(agenda, first->thing)},
                   {"other", called(agenda, other.thing)},
                   {"minutes", std::int64_t{time::whole_minutes(std::chrono::abs(first->start - other.start)).count()}},
                   {"count", static_cast<std::int64_t>(end - first)}};
    if (first->thing.sort == Sort::slot) {
        draft.facts.set("time", time_of(agenda, first->thing));
        draft.facts.set("other-time", time_of(agenda, other.thing));
    }
    return draft;
}

void tell_moved(const Agenda& agenda, const std::vector<Placed>& sequence, finding::Drafts& drafts) {
    std::vector<bool> kept(sequence.size());
    for (const auto i : longest_in_order(
             sequence.size(), [&](std::size_t a, std::size_t b) { return sequence[a].start <= sequence[b].start; }))
        kept[i] = true;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        if (kept[i]) continue;
        const auto first = i;
        while (i < sequence.size() && !kept[i]) ++i;
        // What is left out does not fit between its neighbours that are kept: it is on the wrong side of one of them.
        const bool behind = first > 0 && sequence[first - 1].start > sequence[first].start;
        const auto& other = sequence[behind ? first - 1 : i];
        auto draft = draft_of(agenda, &sequence[first], sequence.data() + i, other);
        if (behind) draft.facts.set("behind", called(agenda, other.thing));
        drafts.push_back(std::move(draft));
    }
}

/// Nothing for a slot whose start is not known, or lies after its end.
std::optional<time::Instant> start_of(const Agenda& agenda, const Slot& slot) {
    if (slot.when) return slot.when->start;
    const auto date = agenda.days[slot.day].date;
    if (slot.clock || !slot.start || !date.ok()) return std::nullopt;
    return instant_at(agenda, date, *slot.start);
}

/// A [[day]] with slots of one track or room has one sequence; with several, each has its own, and so has what
/// everybody shares: a file may hold one track after the other.
void run_slots(const Context& context, finding::Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    for (const auto& day : agenda.days) {
        std::map<Place, std::vector<Placed>> by_place;
        std::vector<Placed> all;
        for (const auto index : day.slots) {
            const auto& slot = agenda.slots[index];
            const auto thing = thing_of(index);
            if (!slot.occupies() || !is_selected(agenda, context.selection, index)) continue;
            if (const auto start = start_of(agenda, slot)) {
                all.push_back({thing, *start});
                by_place[line_of(slot)].push_back(all.back());
            } else {
                outcome.not_checked.push_back(index);
            }
        }
        outcome.checked += all.size();
        if (by_place.size() - by_place.count(Place{}) <= 1)
            tell_moved(agenda, all, drafts);
        else
            for (const auto& [place, own] : by_place) tell_moved(agenda, own, drafts);
    }
}

void run_days(const Context& context, finding::Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    std::vector<Placed> days;
    for (const auto& thing : things(agenda, Sort::day)) {
        const auto date = day_of(agenda, thing).date;
        if (date.ok() && is_selected(agenda, context.selection, thing))
            days.push_back({thing, std::chrono::sys_days{date}});
    }
    outcome.checked += days.size();
    tell_moved(agenda, days, drafts);
}

Outcome run(const Context& context, const finding::Arguments&, finding::Drafts& drafts) {
    Outcome outcome;
    for (const auto sort : sorts(context.selection, Sort::slot))
        sort == Sort::day ? run_days(context, drafts, outcome) : run_slots(context, drafts, outcome);
    return outcome;
}

} // namespace sequence_check

const Check sequence{"sequence", "the slots of a timeline, or the days, stand in the file in the order of time",
                     {},         sequence_check::fields_given,
                     "minutes",  sequence_check::run,
                     "slot day"};

} // namespace agenda::checks
