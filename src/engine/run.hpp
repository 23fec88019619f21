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
    /// The findings that say why, by fingerprint, in rising order: the cause, where it is told.
    std::vector<std::uint64_t> blocked_by;
};

struct Result {
    std::vector<finding::Finding> findings; ///< sorted by place, then rule
    std::vector<RuleResult> rules;          ///< in the order of their ids
};

/// What a run chooses beside the agenda itself.
struct Choice {
    std::vector<const Profile*> config_profiles;
    std::vector<Setting> config_settings;
    std::string config;                   ///< the path of agenda-lint.toml, as origin of its settings
    std::vector<const Profile*> profiles; ///< of the command line
    std::vector<Setting> settings;        ///< of the command line
    std::vector<std::string> only;        ///< empty: all
};
struct Chosen {
    Settings settings;
    std::vector<const Profile*> profiles;
};
/// Settings for one agenda: profiles, then the agenda's own [rules], then agenda-lint.toml, then the command line. What
/// is wrong with the agenda's own is added to its faults.
Chosen settings_for(load::Loaded& loaded, const RuleSet& rules, const Choice& choice);

/// Adds findings that are known only when the others are: of accepted ones, of a baseline. `checked` things were looked
/// at. A rule that is off adds none.
void add(Result& result, const Settings& settings, std::string_view rule, finding::Drafts drafts, std::size_t checked);

/// Where the text is not TOML, only the loader's own rules run; the others are not-checked.
Result run(const load::Loaded& loaded, const Settings& settings);

} // namespace agenda::engine
