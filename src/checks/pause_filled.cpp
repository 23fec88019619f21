// SPDX-License-Identifier: MIT
// pause-filled: a selected slot lies in a pause between two of the interpreters' assignments that the other slots make.
#include "checks/all.hpp"
#include "checks/assignment_days.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace pause_filled_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"pause", ParameterType::duration,
                 "the shortest pause that parts two assignments; a shorter one belongs to the assignment"},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot"},
    FieldSpec{"kind", true, "its kind"},
    FieldSpec{"time", true, "its time"},
    FieldSpec{"start", true, "when the pause begins"},
    FieldSpec{"end", true, "when the pause ends"},
    FieldSpec{"minutes", true, "how long the pause is"},
    FieldSpec{"before", true, "the name of the slot before the pause"},
    FieldSpec{"after", true, "the name of the slot after the pause"},
};

struct Pause {
    When when;
    SlotIndex before, after;
};

/// The pauses between the assignments of a day, in the order of time; those of all days.
std::vector<Pause> pauses(const Agenda& agenda, const std::vector<AssignmentDay>& days) {
    std::vector<Pause> result;
    for (const auto& day : days)
        for (std::size_t i = 1; i < day.assignments.size(); ++i) {
            const auto& before = day.assignments[i - 1];
            const auto& after = day.assignments[i];
            result.push_back({{before.when.end, after.when.start}, last_slot(agenda, before), after.slots.front()});
        }
    return result;
}

const Pause* pause_around(const std::vector<Pause>& pauses, const When& when) {
    const auto next = std::partition_point(pauses.begin(), pauses.end(),
                                           [&](const Pause& pause) { return pause.when.end < when.end; });
    return next != pauses.end() && next->when.covers(when) ? &*next : nullptr;
}

finding::Draft draft_of(const Agenda& agenda, SlotIndex index, const Pause& pause) {
    const auto& slot = agenda.slots[index];
    const auto date = agenda.days[slot.day].date;
    const auto& before = agenda.slots[pause.before];
    const auto& after = agenda.slots[pause.after];
    finding::Draft draft;
    draft.at = slot.time_at;
    draft.label = shown(agenda, slot);
    draft.about = {agenda.about(index)};
    draft.related = {{before.time_at, ticked_name(before) + " ends " + shown(agenda, date, pause.when.start)},
                     {after.time_at, ticked_name(after) + " starts " + shown(agenda, date, pause.when.end)}};
    draft.facts = {{"what", ticked_name(slot)},
                   {"kind", slot.kind},
                   {"time", shown(agenda, slot)},
                   {"start", shown(agenda, date, pause.when.start)},
                   {"end", shown(agenda, date, pause.when.end)},
                   {"minutes", minutes_of(pause.when)},
                   {"before", called(before)},
                   {"after", called(after)}};
    return draft;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    const auto chosen = selected_slots(agenda, context.selection);
    auto others = selected_slots(agenda, context.other);
    for (std::size_t i = 0; i < others.size(); ++i)
        if (chosen[i]) others[i] = false;
    const auto pause = arguments.duration("pause");
    // A pause in which nobody is at work, between two stretches in which all are.
    const auto nobody = pauses(agenda, assignment_days(context, others, 1, pause));
    const auto teams = declared_teams(agenda);
    const auto all =
        pauses(agenda, teams > 1 ? assignment_days(context, others, teams, pause) : std::vector<AssignmentDay>{});
    Outcome outcome;
    outcome.not_checked = unplaced(context, chosen);
    for (const auto index : agenda.slots.indices()) {
        const auto& slot = agenda.slots[index];
        if (!chosen[static_cast<std::size_t>(index)] || !slot.when) continue;
        ++outcome.checked;
        const auto* found = pause_around(nobody, *slot.when);
        if (found && (!(teams > 1) || pause_around(all, *slot.when))) drafts.push_back(draft_of(agenda, index, *found));
    }
    return outcome;
}

} // namespace pause_filled_check

const Check pause_filled{"pause-filled",
                         "a selected slot lies in a pause between two of the interpreters' assignments that the other "
                         "slots make",
                         pause_filled_check::arguments_taken,
                         pause_filled_check::fields_given,
                         "minutes",
                         pause_filled_check::run,
                         "slot",
                         true};

} // namespace agenda::checks
