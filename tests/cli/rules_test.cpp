// SPDX-License-Identifier: MIT
// explain, rules, rules test, schema and init.
#include "folder.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

namespace {

using support::contains;
using support::How;
using support::Ran;
using support::run_tool;
using support::Words;
using nlohmann::json;

/// A sound rule about panels, with two examples.
const std::string house_rule = R"(summary  = "a panel late in the day"
check    = "forbid"
severity = "warning"
message  = "{what} is a panel"
[select]
kind = "panel"
[[except]]
tag = "evening"
[why]
text = "Nobody stays."
[[example]]
name   = "a panel"
agenda = '''
[[day]]
date = 2026-06-01
[[day.slot]]
id = "p"
time = "18:00-19:00"
kind = "panel"
title = "Late"
'''
expect = [ { at = "slot:p", severity = "warning", message = "`Late` is a panel" } ]
[[example]]
name   = "an evening panel"
agenda = '''
[[day]]
date = 2026-06-01
[[day.slot]]
id = "p"
time = "18:00-19:00"
kind = "panel"
title = "Late"
tags = ["evening"]
'''
expect = []
)";

struct Folder {
    support::TemporaryDirectory directory;
    Ran run(const Words& arguments) const {
        How how;
        how.directory = directory.path();
        return run_tool(arguments, how);
    }
    /// The rule file with one part in place of another, tested.
    Ran tested(std::string_view from = {}, std::string_view to = {}) const {
        std::filesystem::create_directories(directory.path() / "house");
        directory.write("house/late-panel.toml", from.empty() ? house_rule : agenda::test::edited(house_rule, from, to));
        return run({"rules", "test", "house"});
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(explain_shows_what_a_rule_finds_why_and_by_which_parameters) {
    const auto ran = run_tool({"explain", "sitting-too-long"});
    BOOST_TEST(ran.status == 0);
    for (const auto* part : {"sitting-too-long\n", "Why\n", "Parameters\n", "`max` (120 min)", "Profiles\n", "un-meeting: max = 180 min", "Finds: ", "Is silent: ", "Limits\n"})
        BOOST_TEST(contains(ran.out, part), part);
}

BOOST_AUTO_TEST_CASE(explain_as_json_has_every_example) {
    const auto page = json::parse(run_tool({"explain", "slot-overlap", "--format", "json"}).out);
    BOOST_TEST(page["id"] == "slot-overlap");
    BOOST_TEST(page["examples"].size() > 2U);
}

BOOST_AUTO_TEST_CASE(explain_names_the_nearest_rule) {
    const auto ran = run_tool({"explain", "slot-overlapp"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "there is no rule `slot-overlapp`; did you mean `slot-overlap`?"));
}

BOOST_AUTO_TEST_CASE(every_rule_has_a_page) {
    for (const auto& rule : agenda::test::standard().rules) {
        const auto ran = run_tool({"explain", rule.id});
        BOOST_TEST(ran.status == 0, rule.id);
        BOOST_TEST(contains(ran.out, "Is silent: "), rule.id);
    }
}

BOOST_AUTO_TEST_CASE(rules_shows_what_is_in_force_and_who_said_so) {
    const auto ran = run_tool({"rules", "--profile", "un-meeting"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "max = 180 min (profile un-meeting)"));
    const auto all = json::parse(run_tool({"rules", "-f", "json"}).out);
    BOOST_TEST(all.size() == agenda::test::standard().rules.size());
}

BOOST_AUTO_TEST_CASE(the_catalogue_in_docs_is_the_one_that_the_tool_writes) {
    BOOST_TEST((run_tool({"rules", "--format", "markdown"}).out == agenda::test::file("docs/rules.md")),
               "docs/rules.md differs; agenda-lint rules --format markdown > docs/rules.md");
}

BOOST_AUTO_TEST_CASE(the_page_of_checks_in_docs_is_the_one_that_the_tool_writes) {
    BOOST_TEST((run_tool({"rules", "checks"}).out == agenda::test::file("docs/checks.md")),
               "docs/checks.md differs; agenda-lint rules checks > docs/checks.md");
}

BOOST_AUTO_TEST_CASE(a_check_that_does_not_exist_is_told_with_the_nearest) {
    const auto ran = run_tool({"rules", "checks", "windwo"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "there is no check `windwo`; did you mean `window`?"));
}

BOOST_AUTO_TEST_CASE(the_examples_of_the_house_rules_in_docs_hold) {
    const auto ran = run_tool({"rules", "test", std::string{AGENDA_SOURCE_DIR} + "/docs/house-rules"});
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(contains(ran.out, "12 rules, 24 examples: all hold"), ran.out);
}

BOOST_FIXTURE_TEST_SUITE(testing_rules, Folder)

BOOST_AUTO_TEST_CASE(whose_examples_hold_gives_0) {
    const auto ran = tested();
    BOOST_TEST(ran.out == "1 rule, 2 examples: all hold\n");
    BOOST_TEST(ran.status == 0);
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_with_examples_and_gives_1) {
    const struct {
        const char* from;
        const char* to;
        const char* said;
    } cases[] = {
        {"`Late` is a panel\"", "`Late` is late\"", "house/late-panel.toml: example \"a panel\": it says \"`Late` is a panel\"; expected \"`Late` is late\""},
        {"at = \"slot:p\"", "at = \"slot:q\"", "example \"a panel\": the example has no `slot:q`"},
        {"expect = []", "expect = [ { at = \"slot:p\" } ]", "example \"an evening panel\": expected 1 findings, found 0"},
        {"kind = \"panel\"\n[[except]]", "kind = \"workshop\"\n[[except]]", "its selection meets nothing in any of the examples"},
        {"tag = \"evening\"\n[why]", "tag = \"night\"\n[why]", "its exception number 1 meets nothing in any of the examples"},
    };
    for (const auto& one : cases) {
        const auto ran = tested(one.from, one.to);
        BOOST_TEST(ran.status == 1, one.said);
        BOOST_TEST(contains(ran.out, one.said), one.said << "\nbut\n" << ran.out << ran.err);
    }
}

BOOST_AUTO_TEST_CASE(that_cannot_be_read_gives_2_and_the_place) {
    const struct {
        const char* from;
        const char* to;
        const char* said;
    } cases[] = {
        {"check    = \"forbid\"", "check    = \"forbidd\"", "house/late-panel.toml:2:12: there is no check `forbidd`; did you mean `forbid`?"},
        {"kind = \"panel\"\n[[except]]", "kind = \"pannel\"\n[[except]]", "house/late-panel.toml:6:8: there is no kind of slot `pannel`; did you mean `panel`?"},
        {"kind = \"panel\"\n[[except]]", "knd = \"panel\"\n[[except]]", "house/late-panel.toml:6:1: there is no condition `knd`; did you mean `kind`?"},
        {"tag = \"evening\"\n[why]", "org = \"KTH\"\n[why]", "house/late-panel.toml:8:1: `org` is no condition of a thing of sort `slot`"},
        {"[why]", "[with]\nlimit = 3\n[why]", "house/late-panel.toml:10:1: the check `forbid` takes no `limit`"},
        {"summary ", "sumary ", "house/late-panel.toml:1:1: unknown key `sumary` in a rule file; did you mean `summary`?"},
    };
    for (const auto& one : cases) {
        const auto ran = tested(one.from, one.to);
        BOOST_TEST(ran.status == 2, one.said);
        BOOST_TEST(contains(ran.err, one.said), one.said << "\nbut\n" << ran.out << ran.err);
    }
}

BOOST_AUTO_TEST_CASE(in_a_folder_without_any_gives_2) {
    std::filesystem::create_directory(directory.path() / "empty");
    const auto ran = run({"rules", "test", "empty"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(ran.err == "agenda-lint: empty has no rule file in it\n");
    directory.write("empty/kinds.toml", "[sauna]\nclass = \"break\"\n");
    const auto of_kinds = run({"rules", "test", "empty"});
    BOOST_TEST(of_kinds.status == 2);
    BOOST_TEST(of_kinds.err == "agenda-lint: there is no rule file in empty\n");
    BOOST_TEST(run({"rules", "--rules", "empty"}).status == 0, "kinds alone can be added");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(starting, Folder)

BOOST_AUTO_TEST_CASE(writes_an_agenda_that_is_clean_and_a_configuration) {
    const auto ran = run({"init"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "agenda-lint"));
    const auto checked = run({"check", "--fail-on", "info"});
    BOOST_TEST(checked.status == 0, checked.out << checked.err);
}

BOOST_AUTO_TEST_CASE(overwrites_nothing) {
    directory.write("agenda.toml", "# mine\n");
    const auto ran = run({"init"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(ran.err == "agenda-lint: ./agenda.toml is there already, and is left as it is\n");
    BOOST_TEST(!std::filesystem::exists(directory.path() / "agenda-lint.toml"));
}

BOOST_AUTO_TEST_SUITE_END()
