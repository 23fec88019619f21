// SPDX-License-Identifier: MIT
#include "engine/settings.hpp"
#include "checks/check.hpp"
#include "source/nearest.hpp"
#include <algorithm>

namespace agenda::engine {
namespace {

using source::Entry;
using source::Kind;
using source::Value;

std::vector<std::string_view> parameter_names(const Rule& rule) {
    std::vector<std::string_view> names;
    for (const auto& parameter : rule.parameters) names.push_back(parameter.name);
    return names;
}

/// The type of the values that the rule takes under this name; nothing where it takes none.
std::optional<finding::ParameterType> type_of(const Rule& rule, std::string_view name, const Kinds& kinds) {
    if (const auto* parameter = rule.parameter(name)) return parameter->type;
    if (takes_kind_ranges(rule) && kinds.find(name)) return finding::ParameterType::range;
    return std::nullopt;
}

/// The value, or what is wrong with a word in it.
finding::ReadParameter known_words(const Rule& rule, std::string_view name, const Kinds& kinds,
                                   finding::ReadParameter read) {
    const auto* spec = checks::argument(*checks::find(rule.check), name);
    const auto* value = std::get_if<finding::ParameterValue>(&read);
    if (!spec || !value) return read;
    auto unknown = checks::unknown_word(*spec, *value, kinds);
    return unknown.empty() ? read : finding::ReadParameter{std::move(unknown)};
}

std::string in_ticks(std::string_view name) { return "`" + std::string{name} + "`"; }

std::string did_you_mean(const std::string& nearest) {
    return nearest.empty() ? "" : "; did you mean " + in_ticks(nearest) + "?";
}

SettingFault unknown(source::Span at, const std::string& sort, std::string_view name,
                     std::span<const std::string_view> known) {
    const std::string near{source::nearest(name, known)};
    return {at, sort + " " + in_ticks(name) + did_you_mean(near), "unknown-rule", std::string{name}, near};
}

/// One key of a [rules.<id>] table.
void read_setting(const Rule& rule, const Kinds& kinds, const Entry& entry, std::vector<Setting>& settings,
                  std::vector<SettingFault>& faults) {
    if (entry.key == "severity") {
        const auto severity = finding::severity_named(entry.value.string());
        if (!severity)
            faults.push_back({entry.value.span(),
                              "a severity is `error`, `warning`, `info` or `off`",
                              "wrong-type",
                              "severity",
                              {}});
        else if (rule.always_on)
            faults.push_back({entry.value.span(),
                              in_ticks(rule.id) + " is always on: it has no other severity",
                              "wrong-type",
                              "severity",
                              {}});
        else
            settings.push_back({rule.id, "severity", *severity});
        return;
    }
    const auto type = type_of(rule, entry.key, kinds);
    if (!type) {
        auto known = parameter_names(rule);
        known.emplace_back("severity");
        faults.push_back(
            unknown(entry.key_span, "the rule " + in_ticks(rule.id) + " has no parameter", entry.key, known));
        return;
    }
    const auto read = known_words(rule, entry.key, kinds, finding::read_parameter(*type, entry.value));
    if (const auto* wrong = std::get_if<std::string>(&read))
        faults.push_back(
            {entry.value.span(), in_ticks(entry.key) + " " + *wrong, "wrong-type", std::string{entry.key}, {}});
    else
        settings.push_back({rule.id, std::string{entry.key}, std::get<finding::ParameterValue>(read)});
}

} // namespace

bool takes_kind_ranges(const Rule& rule) {
    return checks::find(rule.check)->kind_ranges &&
           std::any_of(rule.with.begin(), rule.with.end(),
                       [](const auto& fixed) { return fixed.first == "by-kind" && std::get<bool>(fixed.second); });
}

SettingFault unknown_rule(source::Span at, std::string_view name, const RuleSet& rules) {
    return unknown(at, "there is no rule", name, rules.rule_ids());
}

std::vector<SettingFault> read_settings(const Value& table, const RuleSet& rules, std::vector<Setting>& settings) {
    std::vector<SettingFault> faults;
    for (const auto& entry : table.entries()) {
        const auto* rule = rules.rule(entry.key);
        if (!rule) {
            faults.push_back(unknown_rule(entry.key_span, entry.key, rules));
            continue;
        }
        if (!entry.value.is(Kind::table)) {
            faults.push_back({entry.value.span(),
                              "settings of a rule are a table: [rules." + rule->id + "]",
                              "wrong-type",
                              rule->id,
                              {}});
            continue;
        }
        for (const auto& setting : entry.value.entries()) read_setting(*rule, rules.kinds, setting, settings, faults);
    }
    return faults;
}

std::string read_parameter_option(std::string_view option, const RuleSet& rules, std::vector<Setting>& settings) {
    const auto equals = option.find('=');
    const auto dot = option.substr(0, equals).find('.');
    if (equals == std::string_view::npos || dot == std::string_view::npos)
        return "write ID.PARAMETER=VALUE, not " + in_ticks(option);
    const auto id = option.substr(0, dot);
    const auto name = option.substr(dot + 1, equals - dot - 1);
    const auto* rule = rules.rule(id);
    if (!rule) return unknown({}, "there is no rule", id, rules.rule_ids()).what;
    const auto type = type_of(*rule, name, rules.kinds);
    if (!type) return unknown({}, "the rule " + in_ticks(id) + " has no parameter", name, parameter_names(*rule)).what;
    const auto read = known_words(*rule, name, rules.kinds, finding::read_parameter(*type, option.substr(equals + 1)));
    if (const auto* wrong = std::get_if<std::string>(&read)) return in_ticks(option.substr(0, equals)) + " " + *wrong;
    settings.push_back({rule->id, std::string{name}, std::get<finding::ParameterValue>(read)});
    return {};
}

std::string read_severity_option(std::string_view option, const RuleSet& rules, std::vector<Setting>& settings) {
    const auto equals = option.find('=');
    if (equals == std::string_view::npos) return "write ID=LEVEL, not " + in_ticks(option);
    const auto id = option.substr(0, equals);
    const auto* rule = rules.rule(id);
    if (!rule) return unknown({}, "there is no rule", id, rules.rule_ids()).what;
    const auto severity = finding::severity_named(option.substr(equals + 1));
    if (!severity)
        return "a severity is `error`, `warning`, `info` or `off`, not " + in_ticks(option.substr(equals + 1));
    settings.push_back({rule->id, "severity", *severity});
    return {};
}

Settings::Settings(const RuleSet& rules) {
    for (const auto& rule : rules.rules) {
        InForce in_force;
        in_force.rule = &rule;
        in_force.severity = rule.severity;
        for (const auto& [name, value] : rule.with) in_force.arguments.set(name, value);
        for (const auto& parameter : rule.parameters) in_force.arguments.set(parameter.name, parameter.standard);
        rules_.push_back(std::move(in_force));
    }
}

InForce* Settings::find(std::string_view id) {
    const auto found =
        std::lower_bound(rules_.begin(), rules_.end(), id,
                         [](const InForce& rule, std::string_view name) { return rule.rule->id < name; });
    return found == rules_.end() || found->rule->id != id ? nullptr : &*found;
}

std::vector<std::string> Settings::apply(const std::vector<Setting>& settings, const std::string& origin) {
    std::vector<std::string> refused;
    for (const auto& setting : settings) {
        auto* rule = find(setting.rule);
        if (!rule) continue;
        if (const auto* severity = std::get_if<Severity>(&setting.value)) {
            if (rule->rule->always_on) {
                refused.push_back(setting.rule);
                continue;
            }
            rule->severity = *severity;
            rule->severity_from = origin;
        } else {
            rule->arguments.set(setting.key, std::get<finding::ParameterValue>(setting.value), origin);
        }
    }
    return refused;
}

void Settings::apply(const Profile& profile) { apply(profile.settings, "profile " + profile.name); }

void Settings::only(const std::vector<std::string>& ids) {
    for (auto& rule : rules_) {
        if (rule.rule->always_on || contains(ids, rule.rule->id)) continue;
        rule.severity = Severity::off;
        rule.severity_from = "the command line";
    }
}

std::vector<const Profile*> chosen_profiles(const std::vector<const Profile*>& below,
                                            const std::vector<const Profile*>& above) {
    const bool paced =
        std::any_of(above.begin(), above.end(), [](const Profile* profile) { return !profile->overlay; });
    std::vector<const Profile*> result;
    const auto add = [&](const Profile* profile) {
        std::erase(result, profile);
        result.push_back(profile);
    };
    for (const auto* profile : below)
        if (profile->overlay || !paced) add(profile);
    for (const auto* profile : above) add(profile);
    // Pacing first, so that an overlay has the last word whatever the order in which both were named.
    std::stable_partition(result.begin(), result.end(), [](const Profile* profile) { return !profile->overlay; });
    return result;
}

} // namespace agenda::engine
