// SPDX-License-Identifier: MIT
// JUnit XML, read by a parser that is not ours: what its readers accept, counts that are right, one outcome a case.
#include "reporting.hpp"
#include "support/run_script.hpp"

using namespace agenda;
using test::count;
using test::has;
using finding::Severity;
using test::overlap;
using test::report_on;
using test::written;

namespace {

const std::string accept_overlap = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"the chair's <wish>\"\nby = \"services\"\n";
const std::string calm = "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\n";

/// The report, after its readers have found nothing wrong with it.
std::string sound(const report::Report& report) {
    auto text = written("junit", report);
    BOOST_TEST(support::run_script("junit.py", text) == "");
    return text;
}

/// The element of a rule's case, whole.
std::string case_of(const std::string& text, const std::string& rule) {
    const auto name = text.find(" name=\"" + rule + "\"");
    BOOST_TEST_REQUIRE(name != std::string::npos, rule << " is no case");
    const auto begin = text.rfind("<testcase", name);
    const auto end = text.find('>', name);
    return text.substr(begin, (text[end - 1] == '/' ? end + 1 : text.find("</testcase>", name)) - begin);
}

} // namespace

BOOST_AUTO_TEST_SUITE(junit_report)

BOOST_AUTO_TEST_CASE(a_suite_is_an_agenda_and_a_case_a_rule_that_ran) {
    auto report = report_on({test::NamedText{calm, "data/may.toml"}});
    auto& rules = report.agendas[0].result.rules;
    for (auto& rule : rules) rule.status = engine::Status::not_applicable;
    rules.at(0).status = engine::Status::passed;
    rules.at(1).status = engine::Status::off;
    const auto text = sound(report);
    BOOST_TEST(has(text, "<testsuite name=\"data/may.toml\" file=\"data/may.toml\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\" time=\"0\">"), text);
    BOOST_TEST(case_of(text, rules[0].id) == "<testcase classname=\"data/may\" name=\"" + rules[0].id + "\" time=\"0\"/>");
}

BOOST_AUTO_TEST_CASE(a_finding_at_the_threshold_fails_its_case) {
    const auto report = report_on({overlap});
    const auto& finding = report.agendas[0].result.findings.at(0);
    const auto one = case_of(sound(report), "slot-overlap");
    BOOST_TEST(has(one, "<failure message=\"`a` (10:00-11:00) and `b` (10:45-11:30) overlap"), one);
    BOOST_TEST(has(one, "type=\"error\">agenda.toml:5:8: error: " + finding.message()), one);
    BOOST_TEST(has(one, "\n  = help: "), one);
}

BOOST_AUTO_TEST_CASE(several_findings_of_a_rule_are_one_failure_that_tells_them_all) {
    const auto report = report_on({overlap + "[[day.slot]]\nid = \"c\"\ntime = \"13:00-14:00\"\n[[day.slot]]\nid = \"d\"\ntime = \"13:30-14:30\"\n"});
    const auto one = case_of(sound(report), "slot-overlap");
    BOOST_TEST(count(one, "<failure") == 1U);
    BOOST_TEST(has(one, " (and 1 more)\" type=\"error\">"), one);
    BOOST_TEST(count(one, "agenda.toml:") == 2U);
}

BOOST_AUTO_TEST_CASE(a_finding_below_the_threshold_fails_nothing_and_is_told) {
    auto report = report_on({calm + "moderater = \"x\"\n"});
    const auto one = case_of(sound(report), "unknown-key");
    BOOST_TEST(!has(one, "<failure"), one);
    BOOST_TEST(has(one, "<system-out>agenda.toml:6:1: warning: "), one);
    report.agendas[0].fail_on = Severity::warning;
    BOOST_TEST(has(case_of(sound(report), "unknown-key"), "<failure"));
    report.agendas[0].fail_on = Severity::off;
    BOOST_TEST(!has(sound(report), "<failure"));
}

BOOST_AUTO_TEST_CASE(accepted_findings_skip_their_case_with_the_reason) {
    const auto text = sound(report_on({accept_overlap + overlap}));
    BOOST_TEST(has(text, "failures=\"0\" errors=\"0\" skipped=\"1\""), text);
    const auto one = case_of(text, "slot-overlap");
    BOOST_TEST(has(one, "<skipped message=\"1 accepted finding\">"), one);
    BOOST_TEST(has(one, "\n  = accepted: the chair's &lt;wish&gt; (services)\n"), one);
}

BOOST_AUTO_TEST_CASE(a_rule_that_could_not_look_is_skipped) {
    const auto text = sound(report_on({"[event\n"}));
    BOOST_TEST(has(case_of(text, "syntax-error"), "<failure"));
    BOOST_TEST(has(case_of(text, "slot-overlap"), "<skipped message=\"not checked\">"), text);
}

BOOST_AUTO_TEST_CASE(the_counts_of_several_agendas_are_added) {
    const auto text = sound(report_on({overlap, test::NamedText{calm, "b.toml"}, test::NamedText{overlap, "c.toml"}}));
    BOOST_TEST(count(text, "<testsuite ") == 3U);
    BOOST_TEST(has(text, "failures=\"2\" errors=\"0\" time=\"0\">\n  <testsuite name=\"agenda.toml\""), text);
}

BOOST_AUTO_TEST_CASE(the_agenda_with_conflicts_is_sound_xml) {
    test::Reporting how;
    how.rules = &test::standard();
    const auto text = sound(report_on({test::NamedText{test::file("data/agenda-with-conflicts.toml")}}, how));
    BOOST_TEST(count(text, "<failure") > 5U);
}

BOOST_AUTO_TEST_CASE(what_xml_forbids_is_in_no_report) {
    auto report = report_on({test::NamedText{overlap, "a\xEF\xBF\xBE\xED\xA0\x80\xFF\x01<&\">.toml"}});
    auto& finding = report.agendas[0].result.findings[0];
    finding.phrasing = test::other_words("\xEF\xBF\xBE\xEF\xBF\xBF \xED\xA0\x80 \xC0\x80 \x00\x0B ]]> <!-- & \xF4\x8F\xBF\xBF", "]]>");
    const auto text = sound(report);
    BOOST_TEST(has(text, "&lt;U+FFFE&gt;&lt;U+FFFF&gt; &lt;0xED&gt;"), text);
    BOOST_TEST(!has(text, "]]>"), text);
}

BOOST_AUTO_TEST_CASE(no_title_breaks_the_xml) {
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto text = sound(report_on({test::hostile_agenda(title.written)}));
            BOOST_TEST(test::harmful_in(text) == "");
            BOOST_TEST(!has(text, "<script"));
            BOOST_TEST(count(text, "<failure") >= 1U);
        }
}

BOOST_AUTO_TEST_SUITE_END()
