// SPDX-License-Identifier: MIT
#include "app/examples.hpp"
#include "app/known.hpp"
#include "app/locate.hpp"
#include "checks/check.hpp"
#include <algorithm>
#include <memory>

namespace agenda::app {
namespace {

using engine::Example;
using engine::Expected;
using engine::Rule;
using engine::RulePage;
using engine::RuleSet;
using finding::Finding;
using report::CheckedAgenda;

std::string shown(const CheckedAgenda& checked, const Finding& finding) {
    const auto at = checked.text_of(finding).position(finding.draft.at.offset, source::Unit::code_points);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
           std::string{finding::name_of(finding.severity)} + ": " + finding.message() +
           (finding.help().empty() ? "" : " | " + finding.help());
}

/// Where the example expects it: the whole line, the table's header, or within the key and its value.
bool fits(const source::Span& place, const source::Span& at, const Expected& expected) {
    if (expected.at.starts_with("line:")) return place.offset <= at.offset && at.offset <= place.end();
    if (expected.key.empty()) return at == place;
    return place.offset <= at.offset && at.end() <= place.end();
}

/// A line is one of the file that the finding is in.
std::optional<source::Span> place_of(const CheckedAgenda& checked, const Finding& finding, const Expected& expected) {
    return expected.at.starts_with("line:") ? locate_line(checked.text_of(finding), expected.at)
                                            : locate(checked.loaded, expected.at, expected.key);
}

void compare(const CheckedAgenda& checked, const Finding& finding, const Expected& expected,
             std::vector<std::string>& problems) {
    const auto place = place_of(checked, finding, expected);
    const auto name = "`" + expected.at + "`" + (expected.key.empty() ? "" : ", key `" + expected.key + "`");
    if (!place) return problems.push_back("the example has no " + name);
    if (!fits(*place, finding.draft.at, expected))
        problems.push_back("found at " + shown(checked, finding) + "; expected at " + name);
    if (expected.severity && finding.severity != *expected.severity)
        problems.push_back("it is of severity " + std::string{finding::name_of(finding.severity)} + "; expected " +
                           std::string{finding::name_of(*expected.severity)});
    if (!expected.message.empty() && finding.message() != expected.message)
        problems.push_back("it says \"" + finding.message() + "\"; expected \"" + expected.message + "\"");
    if (!expected.help.empty() && finding.help() != expected.help)
        problems.push_back("its help says \"" + finding.help() + "\"; expected \"" + expected.help + "\"");
    if (finding.message().empty()) problems.emplace_back("no wording of the message has all that it needs");
}

/// The example's own profiles, as on a command line.
std::optional<engine::Choice> choice_of(const Example& example, const RuleSet& rules,
                                        std::vector<std::string>& problems) {
    engine::Choice choice;
    for (const auto& name : example.profiles) {
        const auto* profile = rules.profile(name);
        if (!profile) {
            problems.push_back("there is no profile `" + name + "`");
            return std::nullopt;
        }
        choice.profiles.push_back(profile);
    }
    return choice;
}

std::optional<gate::Baseline> baseline_of(const Example& example, std::vector<std::string>& problems) {
    if (example.baseline.empty()) return std::nullopt;
    std::vector<engine::Trouble> troubles;
    auto baseline = gate::read_baseline(std::make_shared<const source::Text>("baseline", example.baseline), troubles);
    for (const auto& trouble : troubles) problems.push_back(trouble.text());
    return baseline;
}

/// An agenda of an example, which may include its one shared file under any name.
load::Input input_of(const char* name, const std::string& agenda, const Example& example) {
    load::Input input{std::make_shared<const source::Text>(name, agenda)};
    if (!example.shared.empty())
        input.include = [&](const std::string& path) { return load::IncludedText{path, example.shared, path}; };
    return input;
}

void look_at_selection(const Rule& rule, const Agenda& agenda, ExampleOutcome& outcome) {
    const auto* check = checks::find(rule.check);
    outcome.excepts.assign(rule.selection.except.size(), false);
    if (check->selects.empty()) {
        outcome.selects = true;
        return;
    }
    const auto standard = *sort_named(check->selects.substr(0, check->selects.find(' ')));
    outcome.selects = !selected(agenda, rule.selection, standard).empty();
    const Selection before{rule.selection.of, rule.selection.select, {}};
    for (const auto& thing : selected(agenda, before, standard))
        for (std::size_t i = 0; i < rule.selection.except.size(); ++i)
            if (agenda::fits(agenda, rule.selection.except[i], thing)) outcome.excepts[i] = true;
}

void compare_all(const Rule& rule, const Example& example, const CheckedAgenda& checked,
                 std::vector<std::string>& problems) {
    std::vector<const Finding*> found;
    for (const auto& finding : checked.result.findings)
        if (finding.rule == rule.id) found.push_back(&finding);
    if (found.size() != example.expect.size()) {
        auto problem =
            "expected " + std::to_string(example.expect.size()) + " findings, found " + std::to_string(found.size());
        for (const auto* finding : found) problem += "\n  " + shown(checked, *finding);
        return problems.push_back(std::move(problem));
    }
    for (std::size_t i = 0; i < found.size(); ++i) compare(checked, *found[i], example.expect[i], problems);
    for (const auto& one : checked.result.rules)
        if (one.id == rule.id && one.status == engine::Status::off)
            problems.emplace_back("the rule is off in this example");
}

} // namespace

ExampleOutcome run_example(const Rule& rule, const Example& example, const RuleSet& rules) {
    ExampleOutcome outcome;
    const auto choice = choice_of(example, rules, outcome.problems);
    if (!choice) return outcome;
    std::vector<Checked> agendas;
    agendas.push_back(checked(input_of("example", example.agenda, example), rules, *choice, {.keep_document = true}));
    const auto& loaded = agendas.front().agenda.loaded;
    if (!loaded.whole() && rule.id != loaded.unread->rule) {
        outcome.problems.emplace_back("the example " + loaded.unread->why);
        return outcome;
    }
    if (!example.before.empty()) {
        const auto before = checked(std::make_shared<const source::Text>("before", example.before), rules, *choice);
        if (!before.agenda.loaded.whole())
            outcome.problems.emplace_back("its earlier revision " + before.agenda.loaded.unread->why);
        tell_changes(before, agendas.front(), compared(before, agendas.front()), example.as_of);
    }
    if (!example.beside.empty()) {
        agendas.push_back(checked(input_of("beside", example.beside, example), rules, *choice));
        tell_clashes(agendas, agendas);
    }
    gate::AcceptList no_config;
    accept(agendas, std::vector<gate::AcceptList*>(agendas.size(), &no_config), example.as_of);
    const auto baseline = baseline_of(example, outcome.problems);
    if (baseline) apply_known(agendas, std::vector<const gate::Baseline*>(agendas.size(), &*baseline));
    look_at_selection(rule, agendas.front().agenda.loaded.agenda, outcome);
    compare_all(rule, example, agendas.front().agenda, outcome.problems);
    return outcome;
}

std::vector<std::string> lacking(const Rule& rule, const RulePage& page, const std::vector<ExampleOutcome>& outcomes) {
    std::vector<std::string> problems;
    const auto any = [&](auto holds) { return std::any_of(outcomes.begin(), outcomes.end(), holds); };
    const auto firing = std::count_if(page.examples.begin(), page.examples.end(),
                                      [](const Example& example) { return !example.expect.empty(); });
    if (firing == 0) problems.emplace_back("no example in which the rule finds something");
    if (firing == static_cast<std::ptrdiff_t>(page.examples.size()))
        problems.emplace_back("no example in which the rule is silent (`expect = []`)");
    if (!any([](const ExampleOutcome& outcome) { return outcome.selects; }))
        problems.emplace_back("its selection meets nothing in any of the examples");
    for (std::size_t i = 0; i < rule.selection.except.size(); ++i)
        if (!any([&](const ExampleOutcome& outcome) { return i < outcome.excepts.size() && outcome.excepts[i]; }))
            problems.push_back("its exception number " + std::to_string(i + 1) +
                               " meets nothing in any of the examples");
    return problems;
}

} // namespace agenda::app
