// SPDX-License-Identifier: MIT
#include "gate/revision_rules.hpp"
#include <algorithm>

namespace agenda::gate {
namespace {

using finding::Draft;
using finding::Drafts;
using revision::Change;
using revision::Kind;

/// The freeze that was in force when the change was made; a later one takes nothing back.
std::optional<time::Date> freeze(const Revised& revised) {
    const auto frozen = revised.before.event.frozen_on ? revised.before.event.frozen_on : revised.after.event.frozen_on;
    return frozen && revised.as_of && *frozen <= *revised.as_of ? frozen : std::nullopt;
}

finding::Facts facts(std::string what, std::string kind, std::string frozen, std::string as_of, std::string slot) {
    return {{"what", std::move(what)},
            {"kind", std::move(kind)},
            {"frozen", std::move(frozen)},
            {"as-of", std::move(as_of)},
            {"slot", std::move(slot)}};
}

Draft about_event(const Agenda& agenda, std::string_view key) {
    Draft draft;
    draft.about = {"event"};
    draft.at = agenda.event.keys.at(key, agenda.event.at);
    return draft;
}

Drafts after_freeze(const Revised& revised) {
    Drafts drafts;
    const auto frozen = freeze(revised);
    if (!frozen) return drafts;
    for (const auto& change : revised.comparison.changes) {
        if (!revision::changes_plans(change.kind)) continue;
        auto draft = about_event(revised.after, "frozen-on");
        draft.about = change.about();
        draft.key = name_of(change.kind);
        for (const auto& member : change.members)
            if (member.after_at) {
                draft.at = *member.after_at;
                break;
            }
        draft.facts = facts(change.message, std::string{name_of(change.kind)}, time::format_date(*frozen),
                            time::format_date(*revised.as_of), {});
        finding::sort_about(draft);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

/// Slots in which each person is on stage, in the order of the file; cancelled ones, and who is unknown, do not count.
std::vector<std::vector<SlotIndex>> stages(const Agenda& agenda) {
    std::vector<std::vector<SlotIndex>> result(agenda.people.size());
    for (const auto index : agenda.slots.indices()) {
        const auto& slot = agenda.slots[index];
        if (slot.cancelled) continue;
        for (const auto& appearance : slot.people) {
            const auto person = appearance.on_stage();
            if (!person || appearance.unknown) continue;
            auto& slots = result[static_cast<std::size_t>(*person)];
            if (slots.empty() || slots.back() != index) slots.push_back(index);
        }
    }
    return result;
}

/// Who is named anywhere, in whatever way: represented, withdrawn, in a cancelled slot.
std::vector<bool> named(const Agenda& agenda) {
    std::vector<bool> result(agenda.people.size(), false);
    for (const auto& slot : agenda.slots)
        for (const auto& appearance : slot.people) {
            result[static_cast<std::size_t>(appearance.person)] = true;
            if (appearance.delivered_by) result[static_cast<std::size_t>(*appearance.delivered_by)] = true;
        }
    return result;
}

Drafts people_dropped(const Revised& revised, const std::vector<std::vector<SlotIndex>>& before) {
    Drafts drafts;
    const auto still = named(revised.after);
    for (const auto index : revised.before.people.indices()) {
        const auto& slots = before[static_cast<std::size_t>(index)];
        if (slots.empty()) continue;
        const auto later = revised.comparison.matches.people.after(index);
        if (later && still[static_cast<std::size_t>(*later)]) continue;
        if (later && revised.after.people[*later].status == PersonStatus::withdrawn) continue;
        auto draft = about_event(revised.after, "title");
        if (later) draft.at = revised.after.people[*later].at;
        draft.about = {later ? revised.after.about(*later) : revised.before.about(index)};
        draft.facts =
            facts(called(revised.before.people[index]), {}, {}, {}, called(revised.before.slots[slots.front()]));
        if (slots.size() > 1)
            draft.facts.set(slots.size() == 2 ? "other" : "others", static_cast<std::int64_t>(slots.size() - 1));
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

Drafts not_bumped(const Revised& revised) {
    const auto& revision = revised.after.event.revision;
    const auto& changes = revised.comparison.changes;
    const bool content = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
        return change.kind != Kind::id_renamed && change.kind != Kind::ids_regenerated;
    });
    if (!content || revision.empty() || revision != revised.before.event.revision) return {};
    auto draft = about_event(revised.after, "revision");
    draft.facts = facts(revision, {}, {}, {}, {});
    if (changes.size() > 1) draft.facts.set("changes", static_cast<std::int64_t>(changes.size()));
    return {draft};
}

std::size_t count_people(const std::vector<std::vector<SlotIndex>>& stages) {
    return static_cast<std::size_t>(
        std::count_if(stages.begin(), stages.end(), [](const auto& slots) { return !slots.empty(); }));
}

} // namespace

void tell_changes(const Revised& revised, const engine::Settings& settings, engine::Result& result) {
    const auto before = stages(revised.before);
    const std::size_t frozen = freeze(revised) ? revised.comparison.changes.size() : 0;
    const std::size_t numbered = revised.after.event.revision.empty() ? 0 : 1;
    engine::add(result, settings, "rev-after-freeze", after_freeze(revised), frozen);
    engine::add(result, settings, "rev-person-dropped", people_dropped(revised, before), count_people(before));
    engine::add(result, settings, "rev-not-bumped", not_bumped(revised), numbered);
}

} // namespace agenda::gate
