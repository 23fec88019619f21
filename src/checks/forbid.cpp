// SPDX-License-Identifier: MIT
// forbid: nothing that is selected should be there.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace forbid_check {

constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the thing"},
    FieldSpec{"kind", true, "the slot's kind; empty for other things"},
    FieldSpec{"time", true, "the slot's time as it is written; empty where none is readable"},
    FieldSpec{"status", true, "the status of the slot or the person, as far as one is written"},
    FieldSpec{"event-status", true, "draft or final"},
};

std::string status_of(const Agenda& agenda, const Thing& thing) {
    if (thing.sort == Sort::person) return std::string{name_of(agenda.people[PersonIndex{thing.index}].status)};
    const auto* slot = slot_of(agenda, thing);
    if (!slot) return {};
    if (thing.sort != Sort::appearance) return std::string{name_of(slot->status)};
    const auto& here = slot->people[thing.part];
    return here.withdrawn ? "withdrawn" : here.status;
}

Outcome run(const Context& context, const finding::Arguments&, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    Outcome outcome;
    for (const auto sort : sorts(context.selection, Sort::slot)) outcome.checked += things(agenda, sort).size();
    for (const auto& thing : selected(agenda, context.selection, Sort::slot)) {
        const auto* slot = slot_of(agenda, thing);
        finding::Draft draft;
        draft.at = place_of(agenda, thing);
        draft.about = {about(agenda, thing)};
        if (thing.sort == Sort::appearance) {
            draft.about.push_back(agenda.about(slot->people[thing.part].person));
            sort_about(draft);
        }
        draft.facts = {{"what", called(agenda, thing)},
                       {"kind", slot ? slot->kind : ""},
                       {"time", slot ? shown(agenda, *slot) : ""},
                       {"status", status_of(agenda, thing)},
                       {"event-status", std::string{agenda.event.status()}}};
        drafts.push_back(std::move(draft));
    }
    return outcome;
}

} // namespace forbid_check

const Check forbid{
    "forbid",          "nothing that is selected should be there",        {}, forbid_check::fields_given, {},
    forbid_check::run, "slot event day item person appearance room track"};

} // namespace agenda::checks
