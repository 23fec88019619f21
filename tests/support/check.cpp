// SPDX-License-Identifier: MIT
#include "support/check.hpp"
#include "source/file.hpp"
#include <algorithm>
#include <stdexcept>

namespace agenda::test {

std::vector<const finding::Finding*> Checked::of(std::string_view rule) const {
    std::vector<const finding::Finding*> found;
    for (const auto& finding : result.findings)
        if (finding.rule == rule) found.push_back(&finding);
    return found;
}

const engine::RuleResult& Checked::rule(std::string_view id) const {
    const auto found =
        std::find_if(result.rules.begin(), result.rules.end(), [&](const auto& rule) { return rule.id == id; });
    if (found == result.rules.end()) throw std::out_of_range{"no rule " + std::string{id}};
    return *found;
}

std::size_t Checked::count(finding::Severity severity) const {
    return static_cast<std::size_t>(std::count_if(result.findings.begin(), result.findings.end(),
                                                  [&](const auto& finding) { return finding.severity == severity; }));
}

const engine::RuleSet& standard() {
    static const auto rules = engine::standard_rules();
    return rules;
}

const engine::RuleSet& few_rules() {
    static const auto few = [] {
        auto rules = standard();
        std::erase_if(rules.rules,
                      [](const engine::Rule& rule) { return rule.check != "load" && rule.check != "contention"; });
        return rules;
    }();
    return few;
}

Checked check(std::string text, const std::vector<std::string>& profiles) {
    return check_with(standard(), std::move(text), profiles);
}

Checked check_with(const engine::RuleSet& rules, std::string text, const std::vector<std::string>& profiles,
                   std::vector<engine::Setting> settings) {
    Checked checked;
    checked.loaded = load::load(std::make_shared<const source::Text>("agenda.toml", std::move(text)), rules.kinds);
    engine::Choice choice;
    choice.settings = std::move(settings);
    for (const auto& name : profiles) {
        const auto* profile = rules.profile(name);
        if (!profile) throw std::out_of_range{"no profile " + name};
        choice.profiles.push_back(profile);
    }
    checked.result = engine::run(checked.loaded, engine::settings_for(checked.loaded, rules, choice).settings);
    return checked;
}

std::string file(const std::string& path_in_tree) {
    auto read = source::read_file(std::string{AGENDA_SOURCE_DIR} + "/" + path_in_tree);
    if (const auto* unreadable = std::get_if<source::Unreadable>(&read))
        throw std::runtime_error{path_in_tree + " " + unreadable->why};
    return std::get<std::string>(std::move(read));
}

std::string edited(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos)
        throw std::runtime_error{"not exactly once in the text: " + std::string{from}};
    return text.replace(at, from.size(), to);
}

} // namespace agenda::test
