// SPDX-License-Identifier: MIT
// explain and rules: what a rule is, which there are, how they are in force, and whether rule files' examples hold.
#include "app/examples.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "app/setup.hpp"
#include "engine/rule_files.hpp"
#include "report/check_page.hpp"
#include "report/rule_page.hpp"
#include "report/rule_table.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>
#include <iostream>

namespace agenda::app {
namespace {

void write_whole_catalogue(const engine::RuleSet& rules) {
    std::vector<engine::RulePage> pages;
    for (const auto& rule : rules.rules) pages.push_back(page_of(rule, rules));
    std::vector<report::RuleOnPage> all;
    for (std::size_t i = 0; i < pages.size(); ++i) all.push_back({rules.rules[i], pages[i], rules.profiles});
    report::write_catalogue(all, std::cout);
}

/// How many examples of one file do not hold; what is wrong is told.
struct Tested {
    std::size_t examples = 0, wrong = 0;
};
Tested test_file(const std::filesystem::path& file, const engine::RuleSet& rules) {
    const auto* rule = rules.rule(file.stem().string());
    const auto page = page_of(*rule, rules);
    std::vector<ExampleOutcome> outcomes;
    Tested tested{page.examples.size(), 0};
    const auto tell = [&](const std::string& what) {
        std::cout << source::visible(file.string()) << ": ";
        // Only the findings of an example are lines of their own.
        for (std::size_t at = 0; at <= what.size();) {
            const auto end = std::min(what.find('\n', at), what.size());
            std::cout << source::visible(what.substr(at, end - at)) << '\n';
            at = end + 1;
        }
    };
    for (const auto& example : page.examples) {
        outcomes.push_back(run_example(*rule, example, rules));
        if (!outcomes.back().problems.empty()) ++tested.wrong;
        for (const auto& problem : outcomes.back().problems)
            tell(fmt::format("example \"{}\": {}", example.name, problem));
    }
    for (const auto& problem : lacking(*rule, page, outcomes)) {
        ++tested.wrong;
        tell(problem);
    }
    return tested;
}

} // namespace

int explain(const ExplainOptions& options) {
    Setups setups{options.rules};
    const auto& rules = setups.at("-").rules;
    const auto* rule = rules.rule(options.rule);
    if (!rule)
        throw Failure{"there is no rule `" + options.rule + "`" + did_you_mean(options.rule, rules.rule_ids()) +
                      " (agenda-lint rules lists all)"};
    const auto page = page_of(*rule, rules);
    const report::RuleOnPage on_page{*rule, page, rules.profiles};
    if (options.format == "json")
        report::write_rule_json(on_page, std::cout);
    else if (options.format == "markdown")
        report::write_rule_markdown(on_page, std::cout);
    else
        report::write_rule_text(on_page, std::cout);
    finish_output(std::cout);
    return 0;
}

int rules(const RulesOptions& options) {
    Setups setups{options.rules};
    auto& setup = setups.at(options.agenda.empty() ? "-" : options.agenda);
    auto loaded = load::load(options.agenda.empty() ? no_agenda() : read_agenda(options.agenda, options.agenda),
                             setup.rules.kinds);
    const auto chosen = engine::settings_for(loaded, setup.rules, setup.choice);
    if (options.format == "markdown")
        write_whole_catalogue(setup.rules);
    else if (options.format == "json")
        std::cout << report::rule_table_json(chosen.settings) << '\n';
    else
        report::write_rule_table(chosen.settings, false, std::cout);
    finish_output(std::cout);
    return 0;
}

int list_checks(const ChecksOptions& options) {
    std::vector<std::string_view> known;
    for (const auto& check : checks::all()) known.push_back(check.name);
    for (const auto& name : options.names) {
        const auto* check = checks::find(name);
        if (!check) throw Failure{"there is no check `" + name + "`" + did_you_mean(name, known)};
        report::write_check_page(*check, std::cout);
    }
    if (options.names.empty()) report::write_all_checks(std::cout);
    finish_output(std::cout);
    return 0;
}

int test_rules(const TestRulesOptions& options) {
    const auto all = rule_set(options.directories);
    Tested sum;
    std::size_t files = 0;
    for (const auto& directory : options.directories)
        for (const auto& file : engine::rule_files(directory)) {
            const auto tested = test_file(file, all);
            sum.examples += tested.examples;
            sum.wrong += tested.wrong;
            ++files;
        }
    if (files == 0)
        throw Failure{"there is no rule file in " + fmt::format("{}", fmt::join(options.directories, ", "))};
    std::cout << fmt::format("{} {}, {} {}: {}\n", files, files == 1 ? "rule" : "rules", sum.examples,
                             sum.examples == 1 ? "example" : "examples",
                             sum.wrong == 0 ? "all hold" : fmt::format("{} wrong", sum.wrong));
    finish_output(std::cout);
    return sum.wrong == 0 ? 0 : 1;
}

} // namespace agenda::app
