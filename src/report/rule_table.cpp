// SPDX-License-Identifier: MIT
#include "report/rule_table.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

namespace agenda::report {
namespace {

using engine::InForce;
using finding::Arguments;
using nlohmann::ordered_json;

/// A parameter that users may set, as it is in force; what the rule fixes for its check is none.
bool settable(const InForce& rule, const Arguments::Argument& argument) {
    return rule.rule->parameter(argument.name) || !argument.origin.empty();
}

bool changed(const InForce& rule) {
    return !rule.severity_from.empty() || std::any_of(rule.arguments.begin(), rule.arguments.end(),
                                                      [](const auto& one) { return !one.origin.empty(); });
}

std::string from(const std::string& origin) { return origin.empty() ? "" : " (" + origin + ")"; }

/// Tiers may give single findings another severity than the one that the rule begins with.
std::string severity_of(const InForce& rule) {
    std::string text{finding::name_of(rule.severity)};
    if (rule.severity_from.empty())
        for (const auto& tier : rule.rule->tiers) {
            const auto name = std::string{finding::name_of(tier.severity)};
            if (("/" + text + "/").find("/" + name + "/") == std::string::npos) text += "/" + name;
        }
    return text;
}

/// "max = 90 min (the agenda)"; a long list, such as one of patterns, has a line for each of its members.
std::string shown(const Arguments::Argument& argument, std::size_t indent) {
    constexpr std::size_t long_line = 60;
    const auto line = source::visible(finding::format_parameter(argument.value));
    const auto* list = std::get_if<std::vector<std::string>>(&argument.value);
    if (!list || line.size() <= long_line) return argument.name + " = " + line + from(argument.origin);
    auto lines = argument.name + from(argument.origin) + " =";
    for (const auto& one : *list) lines += fmt::format("\n{:{}}{}", "", indent, source::visible(one));
    return lines;
}

ordered_json value_json(const finding::ParameterValue& value) {
    if (const auto* minutes = std::get_if<time::minutes>(&value)) return minutes->count();
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* names = std::get_if<std::vector<std::string>>(&value)) return *names;
    return finding::format_parameter(value);
}

} // namespace

void write_rule_table(const engine::Settings& settings, bool changed_only, std::ostream& out) {
    std::size_t width = 0;
    for (const auto& rule : settings.rules()) width = std::max(width, rule.rule->id.size());
    for (const auto& rule : settings.rules()) {
        if (changed_only && !changed(rule)) continue;
        fmt::print(out, "{:{}}  {}{}\n", rule.rule->id, width, severity_of(rule), from(rule.severity_from));
        for (const auto& argument : rule.arguments)
            if (settable(rule, argument) && (!changed_only || !argument.origin.empty()))
                fmt::print(out, "{:{}}    {}\n", "", width, shown(argument, width + 6));
    }
}

std::string rule_table_json(const engine::Settings& settings) {
    auto result = ordered_json::array();
    const auto origin = [](const std::string& text) { return text.empty() ? ordered_json() : ordered_json(text); };
    for (const auto& rule : settings.rules()) {
        auto parameters = ordered_json::array();
        for (const auto& one : rule.arguments)
            if (settable(rule, one))
                parameters.push_back(
                    {{"name", one.name}, {"value", value_json(one.value)}, {"from", origin(one.origin)}});
        result.push_back({{"id", rule.rule->id},
                          {"family", rule.rule->family},
                          {"summary", rule.rule->summary},
                          {"severity", finding::name_of(rule.severity)},
                          {"from", origin(rule.severity_from)},
                          {"always_on", rule.rule->always_on},
                          {"parameters", std::move(parameters)}});
    }
    return result.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace agenda::report
