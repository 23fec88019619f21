// SPDX-License-Identifier: MIT
// A user's rule that gives a check no more than it needs is either refused with a trouble or runs: a rule file never
// ends the tool.
#include "checks/check.hpp"
#include "engine/rule_reader.hpp"
#include "support/check.hpp"
#include "support/child_process.hpp"
#include <boost/test/unit_test.hpp>
#include <iterator>
#include <sstream>

namespace {

using namespace agenda;

/// A value of an argument as TOML; `word` where it is one of some words.
std::string value_of(const checks::ArgumentSpec& spec, const std::string& word) {
    if (!spec.words.empty()) {
        const auto quoted =
            '"' + (listed(spec.words, word) ? word : std::string{spec.words.substr(0, spec.words.find(' '))}) + '"';
        return spec.type == finding::ParameterType::names ? "[" + quoted + "]" : quoted;
    }
    switch (spec.type) {
    case finding::ParameterType::duration: return "20";
    case finding::ParameterType::count: return "1";
    case finding::ParameterType::flag: return "true";
    case finding::ParameterType::share: return "0.25";
    case finding::ParameterType::clock: return "\"17:00\"";
    case finding::ParameterType::window: return "\"11:30-14:30\"";
    case finding::ParameterType::windows: return "[\"10:00-13:00\"]";
    case finding::ParameterType::range: return "\"45m-180m\"";
    case finding::ParameterType::name: return "\"x\"";
    case finding::ParameterType::names: return "[\"session\", \"lunch\"]";
    case finding::ParameterType::patterns: return "[\"^x\"]";
    case finding::ParameterType::dates: return "[2009-07-09]";
    }
    return "";
}

/// The words of the check's first argument that has some, each of which is another way to run it; else one empty.
std::vector<std::string> ways(const checks::Check& check) {
    for (const auto& spec : check.arguments)
        if (!spec.words.empty()) {
            std::istringstream words{std::string{spec.words}};
            return {std::istream_iterator<std::string>{words}, {}};
        }
    return {""};
}

std::string rule_text(const checks::Check& check, const std::string& way, bool all) {
    std::string text = "summary = \"s\"\ncheck = \"" + std::string{check.name} +
                       "\"\nseverity = \"info\"\nmessage = \"m\"\n[why]\ntext = \"w\"\n" +
                       (check.relates ? "[other]\n" : "") + "[with]\n";
    for (const auto& spec : check.arguments)
        if (spec.required || all) text += std::string{spec.name} + " = " + value_of(spec, way) + "\n";
    return text;
}

/// "refused", or how a run over the agenda with all sorts of conflicts ended.
std::string ran(const std::string& text) {
    std::vector<engine::Trouble> troubles;
    const auto rule =
        engine::read_rule(std::make_shared<const source::Text>("own.toml", text), "own", "", nullptr, test::standard().kinds, troubles);
    if (!rule) return "refused";
    engine::RuleSet rules = test::standard();
    rules.rules = {*rule};
    return support::in_child([&] {
        try {
            test::check_with(rules, test::file("data/agenda-with-conflicts.toml"));
        } catch (...) {
            _exit(3);
        }
    });
}

} // namespace

BOOST_AUTO_TEST_CASE(every_check_runs_with_the_arguments_that_it_requires_alone) {
    for (const auto& check : checks::all())
        for (const auto& way : ways(check)) {
            const auto ended = ran(rule_text(check, way, false));
            BOOST_TEST((ended == "done" || ended == "refused"), check.name << " " << way << ": " << ended);
        }
}

BOOST_AUTO_TEST_CASE(every_check_runs_with_all_its_arguments) {
    for (const auto& check : checks::all())
        for (const auto& way : ways(check))
            BOOST_TEST(ran(rule_text(check, way, true)) == "done", check.name << " " << way);
}

BOOST_AUTO_TEST_CASE(a_tier_over_any_argument_is_refused_or_runs) {
    for (const auto& check : checks::all())
        for (const auto& way : ways(check))
            for (const auto& over : check.arguments) {
                auto text = rule_text(check, way, true);
                const auto line = std::string{over.name} + " = " + value_of(over, way) + "\n";
                text.erase(text.find("\n" + line) + 1, line.size());
                text += "[parameters]\n" + std::string{over.name} + " = { default = " + value_of(over, way) +
                        ", means = \"m\" }\n[[tier]]\nseverity = \"error\"\nwhen = { over = \"" +
                        std::string{over.name} + "\" }\n";
                const auto ended = ran(text);
                BOOST_TEST((ended == "done" || ended == "refused"),
                           check.name << " " << way << " over " << over.name << ": " << ended);
            }
}
