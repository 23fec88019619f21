// SPDX-License-Identifier: MIT
// Accepted findings and agenda-lint.toml, as a user meets them.
#include "folder.hpp"
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

namespace {

using support::contains;
using support::day_header;
using support::slot;
using support::Words;
using nlohmann::json;

const std::string overlap = day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30");

std::string accept(const std::string& about, const std::string& more = "reason = \"agreed\"\n") {
    return "[[accept]]\nrule = \"slot-overlap\"\nabout = " + about + "\n" + more;
}

struct Folder : support::Folder {
    json report(Words arguments) const {
        arguments.insert(arguments.begin(), "check");
        arguments.insert(arguments.end(), {"-f", "json"});
        return json::parse(run(arguments).out);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(accepted_findings, Folder)

BOOST_AUTO_TEST_CASE(do_not_fail_the_check) {
    directory.write("agenda.toml", overlap + accept("[\"slot:a\", \"slot:b\"]"));
    const auto ran = run({"check"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "1 finding accepted (--show-accepted tells which)"));
    BOOST_TEST(!contains(ran.out, "error[slot-overlap]"));
}

BOOST_AUTO_TEST_CASE(are_shown_with_their_reason_when_asked_for) {
    directory.write("agenda.toml", overlap + accept("[\"slot:a\", \"slot:b\"]", "reason = \"agreed\"\nby = \"the chair\"\n"));
    const auto ran = run({"check", "--show-accepted"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "accepted error[slot-overlap]"));
    BOOST_TEST(contains(ran.out, "= accepted: agreed (the chair)"));
}

BOOST_AUTO_TEST_CASE(are_in_the_json_report_with_their_state_and_reason) {
    directory.write("agenda.toml", overlap + accept("[\"slot:a\", \"slot:b\"]"));
    const auto result = report({});
    BOOST_TEST(result["summary"]["accepted"] == 1);
    BOOST_TEST(result["summary"]["error"] == 0);
    BOOST_TEST(result["findings"][0]["state"] == "accepted");
    BOOST_TEST(result["findings"][0]["reason"] == "agreed");
    for (const auto& rule : result["rules"])
        if (rule["id"] == "slot-overlap") BOOST_TEST(rule["status"] == "accepted");
}

BOOST_AUTO_TEST_CASE(come_back_when_their_last_day_is_over) {
    directory.write("agenda.toml", overlap + accept("[\"slot:a\", \"slot:b\"]", "reason = \"agreed\"\nuntil = 2026-05-01\n"));
    BOOST_TEST(run({"check", "--as-of", "2026-05-01"}).status == 0);
    const auto late = run({"check", "--as-of", "2026-05-02"});
    BOOST_TEST(late.status == 1);
    BOOST_TEST(contains(late.out, "info[accept-expired]: accepted until 2026-05-01, and still there"));
    BOOST_TEST(report({"--as-of", "2026-05-02"})["as_of"] == "2026-05-02");
}

BOOST_AUTO_TEST_CASE(make_no_report_depend_on_the_date_unless_one_ends) {
    directory.write("agenda.toml", overlap + accept("[\"slot:a\", \"slot:b\"]"));
    BOOST_TEST(report({"--as-of", "2026-05-02"})["as_of"].is_null());
}

BOOST_AUTO_TEST_CASE(may_stand_in_the_configuration) {
    directory.write("agenda.toml", overlap);
    directory.write("agenda-lint.toml", accept("[\"slot:a\", \"slot:b\"]"));
    BOOST_TEST(run({"check"}).status == 0);
    BOOST_TEST(run({"check", "--no-config"}).status == 1);
}

BOOST_AUTO_TEST_CASE(that_are_not_found_any_more_are_told_at_the_line_of_the_configuration) {
    directory.write("agenda.toml", day_header() + slot("a", "10:00-11:00") + slot("b", "11:00-11:30"));
    directory.write("agenda-lint.toml", "# house\n" + accept("[\"slot:a\", \"slot:b\"]"));
    const auto ran = run({"check"});
    BOOST_TEST(contains(ran.out, "info[accept-unused]"));
    BOOST_TEST(contains(ran.out, "--> agenda-lint.toml:2:1"));
    BOOST_TEST(report({})["findings"][0]["path"] == "agenda-lint.toml");
}

BOOST_AUTO_TEST_CASE(of_another_agenda_are_not_told_as_unused) {
    directory.write("one.toml", overlap);
    directory.write("two.toml", day_header() + slot("c", "10:00-11:00"));
    directory.write("agenda-lint.toml", accept("[\"slot:a\", \"slot:b\"]"));
    BOOST_TEST(!contains(run({"check", "two.toml"}).out, "accept-unused"));
    BOOST_TEST(!contains(run({"check", "one.toml", "two.toml"}).out, "accept-unused"));
    BOOST_TEST(!contains(run({"check", "two.toml", "one.toml"}).out, "accept-unused"));
}

BOOST_AUTO_TEST_CASE(cannot_be_faults_of_the_file) {
    directory.write("agenda.toml", day_header() + "[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\nkind = \"pannel\"\n[[accept]]\nrule = \"unknown-kind\"\nabout = \"slot:a\"\nreason = \"r\"\n");
    const auto ran = run({"check"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "findings of `unknown-kind` cannot be accepted"), ran.out << ran.err);
}

BOOST_AUTO_TEST_CASE(of_a_rule_that_does_not_exist_are_an_error) {
    directory.write("agenda.toml", "[[accept]]\nrule = \"slot-overlapp\"\nabout = \"slot:a\"\nreason = \"r\"\n" + day_header() + slot("a", "10:00-11:00"));
    BOOST_TEST(contains(run({"check"}).out, "error[unknown-rule]: there is no rule `slot-overlapp`; did you mean `slot-overlap`?"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_configuration, Folder)

BOOST_AUTO_TEST_CASE(stands_above_the_agenda_and_below_the_command_line) {
    directory.write("agenda.toml", "[rules.slot-overlap]\nseverity = \"error\"\n" + overlap);
    BOOST_TEST(report({})["findings"][0]["severity"] == "error");
    directory.write("agenda-lint.toml", "[rules.slot-overlap]\nseverity = \"warning\"\n");
    BOOST_TEST(report({})["findings"][0]["severity"] == "warning");
    BOOST_TEST(report({"--severity", "slot-overlap=info"})["findings"][0]["severity"] == "info");
}

BOOST_AUTO_TEST_CASE(sets_the_threshold_unless_the_command_line_does) {
    directory.write("agenda.toml", overlap);
    directory.write("agenda-lint.toml", "fail-on = \"never\"\n");
    BOOST_TEST(run({"check"}).status == 0);
    BOOST_TEST(run({"check", "--fail-on", "error"}).status == 1);
}

BOOST_AUTO_TEST_CASE(with_a_fault_keeps_the_tool_from_its_work) {
    directory.write("agenda.toml", overlap);
    directory.write("agenda-lint.toml", "profile = \"konference\"\n");
    const auto ran = run({"check"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(ran.err == "agenda-lint: agenda-lint.toml:1:11: there is no profile `konference`; did you mean `conference`?\n");
}

BOOST_AUTO_TEST_CASE(is_shown_by_config_with_the_origin_of_each_value) {
    directory.write("agenda.toml", "[event]\nprofile = \"un-meeting\"\n" + overlap);
    directory.write("agenda-lint.toml", "fail-on = \"warning\"\n[rules.sitting-too-long]\nmax = \"100m\"\n");
    const auto ran = run({"config", "--rule", "break-too-short.min=5m"});
    BOOST_TEST(contains(ran.out, "un-meeting (the agenda)"));
    BOOST_TEST(contains(ran.out, "warning (agenda-lint.toml)"));
    BOOST_TEST(contains(ran.out, "max = 100 min (agenda-lint.toml)"));
    BOOST_TEST(contains(ran.out, "min = 5 min (the command line)"));
    const auto all = json::parse(run({"config", "-f", "json"}).out);
    BOOST_TEST(all["configuration"] == "agenda-lint.toml");
    BOOST_TEST(all["fail_on"]["from"] == "agenda-lint.toml");
}

BOOST_AUTO_TEST_SUITE_END()
