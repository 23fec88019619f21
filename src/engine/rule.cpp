// SPDX-License-Identifier: MIT
#include "engine/rule.hpp"
#include <algorithm>

namespace agenda::engine {

const Parameter* Rule::parameter(std::string_view name) const {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

const Rule* RuleSet::rule(std::string_view id) const {
    const auto found = std::lower_bound(rules.begin(), rules.end(), id,
                                        [](const Rule& rule, std::string_view name) { return rule.id < name; });
    return found == rules.end() || found->id != id ? nullptr : &*found;
}

const Profile* RuleSet::profile(std::string_view name) const {
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) { return profile.name == name; });
    return found == profiles.end() ? nullptr : &*found;
}

std::vector<std::string_view> RuleSet::rule_ids() const {
    std::vector<std::string_view> ids;
    for (const auto& rule : rules) ids.push_back(rule.id);
    return ids;
}

std::vector<std::string_view> RuleSet::profile_names() const {
    std::vector<std::string_view> names;
    for (const auto& profile : profiles) names.push_back(profile.name);
    return names;
}

std::string Trouble::text() const {
    if (!at) return path + " " + what;
    return path + ":" + std::to_string(at->line) + ":" + std::to_string(at->column) + ": " + what;
}

} // namespace agenda::engine
