// SPDX-License-Identifier: MIT
#include "app/rules.hpp"
#include "app/embedded.hpp"
#include "app/files.hpp"
#include "engine/rule_files.hpp"
#include "engine/rule_reader.hpp"
#include "source/nearest.hpp"

namespace agenda::app {
namespace {

std::string in_ticks(std::string_view name) { return "`" + std::string{name} + "`"; }

const engine::Rule& rule_named(const std::string& id, const engine::RuleSet& rules) {
    if (const auto* rule = rules.rule(id)) return *rule;
    throw Failure{"there is no rule " + in_ticks(id) + did_you_mean(id, rules.rule_ids())};
}

void refuse_option(const std::string& option, const std::string& wrong) {
    if (!wrong.empty()) throw Failure{option + ": " + wrong};
}

} // namespace

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known) {
    const auto near = source::nearest(name, known);
    return near.empty() ? "" : "; did you mean " + in_ticks(near) + "?";
}

void refuse(const std::vector<engine::Trouble>& troubles) {
    if (troubles.empty()) return;
    std::string all;
    for (const auto& trouble : troubles) all += (all.empty() ? "" : "\n") + trouble.text();
    throw Failure{all};
}

engine::RuleSet rule_set(const std::vector<std::string>& directories) {
    auto rules = engine::standard_rules();
    std::vector<engine::Trouble> troubles;
    for (const auto& directory : directories) engine::add_rule_files(directory, rules, troubles);
    refuse(troubles);
    return rules;
}

engine::RulePage page_of(const engine::Rule& rule, const engine::RuleSet& rules) {
    std::vector<engine::Trouble> troubles;
    const auto text = rule.file.empty() ? std::make_shared<const source::Text>(
                                              rule.id + ".toml",
                                              std::string{embedded("rules/" + rule.family + "/" + rule.id + ".toml")})
                                        : engine::read_text(rule.file, troubles);
    engine::RulePage page;
    if (text) engine::read_rule(text, rule.id, rule.family, &page, rules.kinds, troubles);
    refuse(troubles);
    return page;
}

engine::Choice choice_of(const RuleOptions& options, const engine::RuleSet& rules) {
    engine::Choice choice;
    for (const auto& name : options.profiles) {
        const auto* profile = rules.profile(name);
        if (!profile)
            throw Failure{"there is no profile " + in_ticks(name) + did_you_mean(name, rules.profile_names())};
        choice.profiles.push_back(profile);
    }
    for (const auto& option : options.parameters)
        refuse_option("--rule", engine::read_parameter_option(option, rules, choice.settings));
    for (const auto& option : options.severities)
        refuse_option("--severity", engine::read_severity_option(option, rules, choice.settings));
    for (const auto& id : options.only) choice.only.push_back(rule_named(id, rules).id);
    for (const auto& id : options.skip)
        choice.settings.push_back({rule_named(id, rules).id, "severity", finding::Severity::off});
    for (const auto& setting : choice.settings)
        if (setting.key == "severity" && rules.rule(setting.rule)->always_on)
            throw Failure{in_ticks(setting.rule) +
                          " is always on: it can neither be skipped nor have another severity"};
    return choice;
}

} // namespace agenda::app
