// SPDX-License-Identifier: MIT
// require: a slot whose kind needs a role has somebody in it.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"role", ParameterType::name, "who has to be named", true, "moderator speaker"},
    ArgumentSpec{"min-speakers", ParameterType::count, "slots with fewer speakers need nobody", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the slot's name"},
    FieldSpec{"kind", true, "the slot's kind"},
    FieldSpec{"time", true, "the slot's time as it is written; empty where none is readable"},
    FieldSpec{"speakers", true, "how many speakers it has"},
    FieldSpec{"role", true, "who is missing"},
    FieldSpec{"withdrawn", false, "how many are named and have withdrawn"},
};

/// How many are named and come; a name that is nobody's id counts, since somebody is meant.
std::size_t speakers(const Slot& slot) { return on_stage(slot, Role::speaker).size() + slot.unresolved_speakers; }

/// A chair moderates.
std::size_t moderators(const Slot& slot) {
    return on_stage(slot, Role::moderator).size() + on_stage(slot, Role::chair).size() + slot.unresolved_moderators;
}

std::int64_t withdrawn(const Slot& slot, bool of_speakers) {
    return std::count_if(slot.people.begin(), slot.people.end(), [&](const Appearance& appearance) {
        return appearance.withdrawn && (appearance.role == Role::speaker) == of_speakers;
    });
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    const bool speaker = arguments.word("role") == "speaker";
    const auto* min_speakers = arguments.find("min-speakers");
    Outcome outcome;
    for (std::size_t i = 0; i < agenda.slots.size(); ++i) {
        const auto index = static_cast<SlotIndex>(i);
        const auto& slot = agenda.slots[index];
        if (slot.cancelled || !(speaker ? slot.traits->needs_speaker : slot.traits->needs_moderator)) continue;
        if (speaker && slot.open_floor) continue;
        const auto count = speakers(slot);
        if (min_speakers && static_cast<std::int64_t>(count) < std::get<std::int64_t>(min_speakers->value)) continue;
        ++outcome.checked;
        if ((speaker ? count : moderators(slot)) > 0) continue;
        finding::Draft draft;
        draft.at = slot.at;
        draft.label = "no " + arguments.word("role");
        draft.about = {agenda.about(index)};
        draft.facts = {{"what", called(slot)},
                       {"kind", slot.kind},
                       {"time", shown(agenda, slot)},
                       {"speakers", static_cast<std::int64_t>(count)},
                       {"role", arguments.word("role")}};
        if (const auto gone = withdrawn(slot, speaker)) draft.facts.set("withdrawn", gone);
        drafts.push_back(std::move(draft));
    }
    return outcome;
}

} // namespace

const Check require{
    "require", "a slot whose kind needs a role has somebody in it", arguments_taken, fields_given, "speakers", run};

} // namespace agenda::checks
