// SPDX-License-Identifier: MIT
#include "engine/template.hpp"

namespace agenda::engine {
namespace {

/// Calls `literal` with text and `field` with names; false where the template is malformed or `field` says so.
template <class Literal, class Field> bool walk(std::string_view text, Literal literal, Field field) {
    while (!text.empty()) {
        const auto brace = text.find_first_of("{}");
        literal(text.substr(0, brace));
        if (brace == std::string_view::npos) return true;
        if (text.substr(brace, 2) == "{{" || text.substr(brace, 2) == "}}") {
            literal(text.substr(brace, 1));
            text.remove_prefix(brace + 2);
            continue;
        }
        const auto close = text.find('}', brace);
        if (text[brace] == '}' || close == std::string_view::npos || close == brace + 1) return false;
        if (!field(text.substr(brace + 1, close - brace - 1))) return false;
        text.remove_prefix(close + 1);
    }
    return true;
}

std::string shown(const finding::ParameterValue& value) {
    if (const auto* duration = std::get_if<time::minutes>(&value)) return std::to_string(duration->count());
    if (const auto* share = std::get_if<finding::Share>(&value)) return std::to_string(share->percent);
    return finding::format_parameter(value);
}

std::optional<std::string> filled(std::string_view text, const finding::Facts& facts,
                                  const finding::Arguments& arguments) {
    std::string result;
    const bool complete = walk(
        text, [&](std::string_view literal) { result += literal; },
        [&](std::string_view field) {
            if (facts.find(field)) {
                result += facts.text(field);
                return true;
            }
            const bool origin = field.ends_with(".from");
            const auto* argument = arguments.find(origin ? field.substr(0, field.size() - 5) : field);
            if (!argument) return false;
            result += !origin                    ? shown(argument->value)
                      : argument->origin.empty() ? "the rule's default"
                                                 : argument->origin;
            return true;
        });
    return complete ? std::optional{result} : std::nullopt;
}

} // namespace

std::optional<std::vector<std::string>> fields_of(std::string_view text) {
    std::vector<std::string> names;
    const bool well_formed = walk(
        text, [](std::string_view) {},
        [&](std::string_view field) {
            names.emplace_back(field);
            return true;
        });
    return well_formed ? std::optional{names} : std::nullopt;
}

std::string fill(const Wordings& wordings, const finding::Facts& facts, const finding::Arguments& arguments) {
    for (const auto& wording : wordings)
        if (auto text = filled(wording, facts, arguments)) return *text;
    return {};
}

} // namespace agenda::engine
