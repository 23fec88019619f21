// SPDX-License-Identifier: MIT
// Runs the rules over a loaded agenda: sorted findings out, and for every rule what came of it.
#pragma once
#include "engine/settings.hpp"
#include "load/load.hpp"

namespace agenda::engine {

enum class Status { passed, failed, accepted, not_applicable, not_checked, off };
std::string_view name_of(Status status);

struct RuleResult {
    std::string id;
    Severity severity = Severity::off;
    Status status = Status::off;
    std::size_t checked = 0;
    std::size_t findings = 0;
    std::vector<SlotIndex> not_checked; ///< slots that the rule needed and that have no readable time, ascending
};

struct Result {
    std::vector<finding::Finding> findings; ///< sorted by place, then rule
    std::vector<RuleResult> rules;          ///< in the order of their ids
};

/// Settings for one agenda: profiles, then the agenda's own [rules], then `last`. What is wrong with the agenda's own
/// is added to its faults.
struct Choice {
    std::vector<const Profile*> profiles; ///< of the command line
    std::vector<Setting> settings;        ///< of the command line
    std::vector<std::string> only;        ///< empty: all
};
struct Chosen {
    Settings settings;
    std::vector<const Profile*> profiles;
};
Chosen settings_for(load::Loaded& loaded, const RuleSet& rules, const Choice& choice);

/// Where the text is not TOML, only the loader's own rules run; the others are not-checked.
Result run(const load::Loaded& loaded, const Settings& settings);

} // namespace agenda::engine
