// SPDX-License-Identifier: MIT
// What is in force for each rule: its own values, overlaid by profiles, the agenda and the command line, in this order.
// Each value knows who gave it.
#pragma once
#include "engine/rule.hpp"
#include "source/toml.hpp"
#include <map>

namespace agenda::engine {

/// Why a setting is not taken.
struct SettingFault {
    source::Span at;
    std::string what;
    std::string rule;    ///< the rule of the loader that speaks of it: unknown-rule, wrong-type
    std::string name;    ///< the name that is unknown, or the key
    std::string nearest; ///< the known name that is nearest; may be empty
};

/// There is no such rule.
SettingFault unknown_rule(source::Span at, std::string_view name, const RuleSet& rules);

/// Reads a table of [rules.<id>] tables; what can be taken is added to `settings`.
std::vector<SettingFault> read_settings(const source::Value& table, const RuleSet& rules,
                                        std::vector<Setting>& settings);

/// Whether the rule's bounds are those of each kind of slot, which settings give under the kind's name.
bool takes_kind_ranges(const Rule& rule);

/// One value from a command line: "sitting-too-long.max" and "90m", or "slot-overlap" and "off" for severities. Returns
/// what is wrong; empty: all is well.
std::string read_parameter_option(std::string_view option, const RuleSet& rules, std::vector<Setting>& settings);
std::string read_severity_option(std::string_view option, const RuleSet& rules, std::vector<Setting>& settings);

/// What is in force for one rule.
struct InForce {
    const Rule* rule = nullptr;
    Severity severity = Severity::warning;
    std::string severity_from; ///< who set it: "profile draft", "the agenda", "the command line"; empty: the rule,
                               ///< whose tiers then apply
    finding::Arguments arguments;

    bool off() const { return severity == Severity::off; }
};

class Settings {
public:
    explicit Settings(const RuleSet& rules);

    /// Later ones win. A severity for a rule that is always on is not taken, and said so in the result.
    std::vector<std::string> apply(const std::vector<Setting>& settings, const std::string& origin);
    void apply(const Profile& profile);
    /// Turns every rule off that is not named and not always on.
    void only(const std::vector<std::string>& ids);

    const std::vector<InForce>& rules() const { return rules_; }

private:
    InForce* find(std::string_view id);
    std::vector<InForce> rules_; // in the order of the rule set
};

/// The profiles in force where some are laid over others: a pacing one above takes the place of the pacing ones below,
/// an overlay is added. Pacing ones come first.
std::vector<const Profile*> chosen_profiles(const std::vector<const Profile*>& below,
                                            const std::vector<const Profile*>& above);

} // namespace agenda::engine
