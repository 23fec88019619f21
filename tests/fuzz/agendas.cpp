// SPDX-License-Identifier: MIT
// Agendas as `check` and `diff` take them.
#include "fuzz.hpp"
#include "gate/changes.hpp"
#include "gate/revision_rules.hpp"
#include "revision/revision.hpp"

namespace fuzz {
namespace {

revision::Comparison compared(const load::Loaded& before, const load::Loaded& after) {
    return revision::compare({before.agenda, *before.text}, {after.agenda, *after.text});
}

void is_sound(const gate::FindingChanges& changes, const Checked& before, const Checked& after) {
    for (const auto i : changes.introduced) holds(i < after.result.findings.size(), "what came is in the later agenda");
    for (const auto i : changes.fixed) holds(i < before.result.findings.size(), "what went was in the earlier agenda");
    for (const auto* pairs : {&changes.changed, &changes.still})
        for (const auto& pair : *pairs)
            holds(pair.before < before.result.findings.size() && pair.after < after.result.findings.size(),
                  "what stayed is in both agendas");
}

} // namespace

/// The second file is there under any name for an agenda that includes it.
void agenda_file(std::string_view input) {
    const auto [agenda, shared] = parted(input);
    const auto include = [&bytes = shared](const std::string& path) { return load::IncludedText{path, bytes, path}; };
    checked({text("agenda.toml", agenda), include}, standard());
}

void two_agendas(std::string_view input) {
    const auto [earlier, later] = parted(input);
    auto before = checked({text("before.toml", earlier)}, standard());
    auto after = checked({text("after.toml", later)}, standard());
    if (!before.loaded.whole() || !after.loaded.whole()) return; // `diff` compares no others
    holds(compared(before.loaded, before.loaded).changes.empty(), "an agenda has not changed since itself");

    const auto& a = before.loaded.agenda;
    const auto& b = after.loaded.agenda;
    const auto comparison = compared(before.loaded, after.loaded);
    for (const auto& change : comparison.changes)
        holds(!change.message.empty() && !change.members.empty(), "a change says what has changed");
    gate::tell_changes({a, b, comparison, b.event.frozen_on}, after.settings, after.result);
    gate::settle_statuses(after.result);
    const revision::Translation translation{comparison.matches, a, b};
    is_sound(gate::compare_findings(before.result, after.result, translation), before, after);
    for (const auto& told : revision::to_tell(comparison, a, b))
        holds((told.before || told.after) && !told.reasons.empty(), "who is told is somebody, and for a reason");
}

} // namespace fuzz
