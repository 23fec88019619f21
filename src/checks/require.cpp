// SPDX-License-Identifier: MIT
// require: a selected thing has one of some keys, or somebody on its stage in a role.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::checks {
namespace require_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"any-of", ParameterType::names,
                 "what has to be there, one of these: keys that say something, or a role in which somebody comes "
                 "(\"moderator\", \"speaker\"; a chair moderates)"},
    ArgumentSpec{"min-speakers", ParameterType::count, "slots with fewer speakers need nothing", false},
    ArgumentSpec{"share", ParameterType::share,
                 "asked only where at least this part of the selected things has it; of slots, of those of its kind",
                 false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the thing"},
    FieldSpec{"missing", true, "what has to be there"},
    FieldSpec{"mode", true, "how the event is held: in-person, hybrid or online"},
    FieldSpec{"kind", true, "the slot's kind; empty for other things"},
    FieldSpec{"time", true, "the slot's time as it is written; empty where none is readable"},
    FieldSpec{"speakers", true, "how many speakers the slot has"},
    FieldSpec{"withdrawn", false, "how many are named in the role and have withdrawn"},
};

/// How many are named and come; a name that is nobody's id counts, since somebody is meant.
std::size_t speakers(const Slot& slot) { return on_stage(slot, Role::speaker).size() + slot.unresolved_speakers; }

std::size_t moderators(const Slot& slot) {
    return on_stage(slot, Role::moderator).size() + on_stage(slot, Role::chair).size() + slot.unresolved_moderators;
}

std::int64_t withdrawn(const Slot& slot, std::string_view role) {
    return std::count_if(slot.people.begin(), slot.people.end(), [&](const Appearance& appearance) {
        return appearance.withdrawn && (appearance.role == Role::speaker) == (role == "speaker");
    });
}

/// Of a person in a slot: who that is.
std::optional<PersonIndex> person_of(const Agenda& agenda, const Thing& thing) {
    if (thing.sort != Sort::appearance) return std::nullopt;
    return agenda.slots[SlotIndex{thing.index}].people[thing.part].person;
}

/// What is said of a person holds wherever that person appears.
bool is_said(const Agenda& agenda, const Thing& thing, std::string_view key) {
    const auto person = person_of(agenda, thing);
    return says(agenda, thing, key) || (person && says(agenda, thing_of(*person), key));
}

bool there(const Agenda& agenda, const Thing& thing, std::string_view wanted) {
    const auto* slot = thing.sort == Sort::slot ? slot_of(agenda, thing) : nullptr;
    if (slot && wanted == "speaker") return speakers(*slot) > 0;
    if (slot && wanted == "moderator") return moderators(*slot) > 0;
    return is_said(agenda, thing, wanted);
}

finding::Draft draft_of(const Agenda& agenda, const Thing& thing, const std::vector<std::string>& wanted) {
    const auto* slot = thing.sort == Sort::slot ? slot_of(agenda, thing) : nullptr;
    finding::Draft draft;
    draft.at = place_of(agenda, thing);
    draft.label = "no " + wanted.front();
    const auto person = person_of(agenda, thing);
    draft.about = {person ? agenda.about(*person) : about(agenda, thing)};
    draft.facts = {{"what", called(agenda, thing)},
                   {"missing", enumerated(wanted)},
                   {"mode", std::string{name_of(agenda.event.mode.value_or(Mode::in_person))}},
                   {"kind", slot ? slot->kind : ""},
                   {"time", slot ? shown(agenda, *slot) : ""},
                   {"speakers", static_cast<std::int64_t>(slot ? speakers(*slot) : 0)}};
    if (const auto gone = slot ? withdrawn(*slot, wanted.front()) : 0) draft.facts.set("withdrawn", gone);
    return draft;
}

/// Slots are held against those of their kind, other things against all of their sort.
std::string_view kind_of(const Agenda& agenda, const Thing& thing) {
    return thing.sort == Sort::slot ? slot_of(agenda, thing)->kind : std::string_view{};
}

/// A thing, and whether it has what is wanted.
struct Looked {
    Thing thing;
    bool has;
};

/// The kinds of which at least this part of the things has what is wanted.
std::set<std::string_view> kinds_with(const Agenda& agenda, const std::vector<Looked>& things, std::int64_t percent) {
    std::map<std::string_view, std::pair<std::int64_t, std::int64_t>> counts; // having, all
    for (const auto& [thing, has] : things) {
        auto& [having, all] = counts[kind_of(agenda, thing)];
        ++all;
        having += has ? 1 : 0;
    }
    std::set<std::string_view> result;
    for (const auto& [kind, count] : counts)
        if (count.first * 100 >= count.second * percent) result.insert(kind);
    return result;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    const auto& wanted = arguments.words("any-of");
    const auto share = arguments.given<finding::Share>("share");
    const auto min_speakers = arguments.count_or("min-speakers", 0);
    Outcome outcome;
    if (wanted.empty()) return outcome; // asks for nothing
    std::set<PersonIndex> told;         // a person who is in many slots lacks something once
    std::vector<Looked> things;
    for (const auto& thing : selected(agenda, context.selection, Sort::slot)) {
        const auto is_there = [&](const std::string& one) { return there(agenda, thing, one); };
        things.push_back({thing, std::any_of(wanted.begin(), wanted.end(), is_there)});
    }
    const auto kinds = share ? kinds_with(agenda, things, share->percent) : std::set<std::string_view>{};
    const auto has_few = [&](const Slot& slot) { return static_cast<std::int64_t>(speakers(slot)) < min_speakers; };
    for (const auto& [thing, has] : things) {
        if (share && !kinds.contains(kind_of(agenda, thing))) continue;
        if (min_speakers > 0 && thing.sort == Sort::slot && has_few(*slot_of(agenda, thing))) continue;
        ++outcome.checked;
        if (has) continue;
        if (const auto person = person_of(agenda, thing); !person || told.insert(*person).second)
            drafts.push_back(draft_of(agenda, thing, wanted));
    }
    return outcome;
}

} // namespace require_check

const Check require{"require",
                    "a selected thing has one of some keys, or somebody on its stage in a role",
                    require_check::arguments_taken,
                    require_check::fields_given,
                    "speakers",
                    require_check::run,
                    "slot event day item person appearance room track"};

} // namespace agenda::checks
