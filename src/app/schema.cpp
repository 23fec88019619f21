// SPDX-License-Identifier: MIT
// schema: the JSON Schemas of schemas/, with the kinds, profiles, rules and checks that there are filled in.
#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "checks/check.hpp"
#include <iostream>
#include <nlohmann/json.hpp>

namespace agenda::app {
namespace {

using finding::ParameterType;
using nlohmann::ordered_json;

ordered_json schema_of(ParameterType type) {
    switch (type) {
    case ParameterType::duration: return {{"type", {"string", "integer"}}, {"minimum", 0}};
    case ParameterType::count: return {{"type", "integer"}, {"minimum", 0}};
    case ParameterType::flag: return {{"type", "boolean"}};
    case ParameterType::share: return {{"type", {"string", "number"}}, {"minimum", 0}, {"maximum", 1}};
    case ParameterType::clock:
    case ParameterType::window:
    case ParameterType::range:
    case ParameterType::name: return {{"type", "string"}};
    case ParameterType::windows:
    case ParameterType::patterns:
    case ParameterType::dates:
        return {{"oneOf", {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", "string"}}}}}}};
    case ParameterType::names: return {{"type", "array"}, {"items", {{"type", "string"}}}};
    }
    return {};
}

ordered_json names_of(const auto& things) {
    auto result = ordered_json::array();
    for (const auto& thing : things) result.push_back(thing.name);
    return result;
}

/// Severity and parameters of each rule; a range for each kind where the rule takes those.
ordered_json rule_settings(const engine::RuleSet& rules) {
    auto result = ordered_json::object();
    for (const auto& rule : rules.rules) {
        auto settings = ordered_json::object();
        if (!rule.always_on) settings["severity"] = {{"$ref", "#/$defs/severity"}};
        for (const auto& parameter : rule.parameters) {
            settings[parameter.name] = schema_of(parameter.type);
            settings[parameter.name]["description"] = parameter.means;
        }
        if (engine::takes_kind_ranges(rule))
            for (const auto& kind : rules.kinds.all()) settings[kind.name] = schema_of(ParameterType::range);
        result[rule.id] = {{"description", rule.summary},
                           {"type", "object"},
                           {"properties", std::move(settings)},
                           {"additionalProperties", false}};
    }
    return result;
}

void fill_in_rules(ordered_json& schema, const engine::RuleSet& rules) {
    auto& defs = schema["$defs"];
    defs["rules"]["properties"] = rule_settings(rules);
    defs["profile"]["anyOf"][0]["enum"] = names_of(rules.profiles);
    if (defs.contains("kind")) defs["kind"]["anyOf"][0]["enum"] = names_of(rules.kinds.all());
}

ordered_json condition_schema(const ConditionSpec& spec) {
    const ordered_json one = {{"type", "string"}};
    auto result = spec.values == ConditionValues::flag
                      ? ordered_json{{"type", "boolean"}}
                      : ordered_json{{"oneOf", {one, {{"type", "array"}, {"items", one}, {"minItems", 1}}}}};
    result["description"] = spec.means;
    return result;
}

void fill_in_checks(ordered_json& schema) {
    auto& properties = schema["properties"];
    for (const auto& check : checks::all()) {
        properties["check"]["enum"].push_back(check.name);
        for (const auto& argument : check.arguments) {
            // Checks share the names of their arguments, not always the types.
            auto value = schema_of(argument.type);
            auto& with = properties["with"]["properties"][std::string{argument.name}];
            if (with.is_null()) with = {{"anyOf", ordered_json::array()}};
            with["anyOf"].push_back(std::move(value));
            properties["parameters"]["properties"][std::string{argument.name}] = {{"$ref", "#/$defs/parameter"}};
        }
    }
    auto& defs = schema["$defs"];
    for (const auto& spec : condition_specs()) {
        const std::string key{spec.key};
        defs["conditions"]["properties"][key] = condition_schema(spec);
        defs["selection"]["properties"][key] = condition_schema(spec);
    }
}

} // namespace

int schema(const SchemaOptions& options) {
    auto result = ordered_json::parse(embedded("schemas/" + options.which + ".json"));
    if (options.which == "agenda" || options.which == "config") fill_in_rules(result, rule_set(options.directories));
    if (options.which == "rules") fill_in_checks(result);
    std::cout << result.dump(2) << '\n';
    finish_output(std::cout);
    return 0;
}

} // namespace agenda::app
