// SPDX-License-Identifier: MIT
// The text report: one compared whole, colours, many related places, and titles that would deceive a terminal or a CI runner.
#include "reporting.hpp"

namespace {

using namespace agenda;
using test::count;

std::string report_of(const std::vector<test::NamedText>& agendas, bool color = false, const std::vector<std::string>& profiles = {}, finding::Severity fail_on = finding::Severity::error) {
    auto report = test::report_on(agendas, {.profiles = profiles, .fail_on = fail_on});
    report.color = color;
    return test::written("text", report);
}

std::string slot(const std::string& title, const std::string& time) {
    return "[[day.slot]]\ntitle = \"" + title + "\"\ntime = \"" + time + "\"\nkind = \"workshop\"\n";
}

const std::string day = "[[day]]\ndate = 2026-06-01\n";

std::string without_colour(std::string text) {
    for (auto at = text.find("\x1b["); at != std::string::npos; at = text.find("\x1b[", at)) text.erase(at, text.find('m', at) - at + 1);
    return text;
}

std::string last_line(const std::string& text) { return text.substr(text.rfind('\n', text.size() - 2) + 1); }

} // namespace

BOOST_AUTO_TEST_CASE(the_report_of_a_small_conflict_is_as_it_stands_in_overlap_txt) {
    const auto text = "[event]\ntitle = \"Forum\"\n" + day + slot("Opening “日本”", "10:00-11:00") + slot("Talk", "10:45-11:30");
    BOOST_TEST(report_of({text}, false, {"conference"}) == test::file("tests/unit/report/overlap.txt"));
}

BOOST_AUTO_TEST_CASE(colours_add_to_the_report_and_change_nothing_in_it) {
    const auto text = test::file("data/agenda-with-conflicts.toml");
    const auto plain = report_of({text});
    const auto colored = report_of({text}, true);
    BOOST_TEST(plain.find('\x1b') == std::string::npos);
    BOOST_TEST(colored.find("\x1b[1;31merror[slot-overlap]\x1b[0m") != std::string::npos);
    BOOST_TEST(count(colored, "\x1b[0m") * 2 == count(colored, "\x1b["));
    BOOST_TEST((without_colour(colored) == plain));
}

BOOST_AUTO_TEST_CASE(of_more_than_three_related_places_each_is_one_line) {
    std::string three = day, four = day;
    for (int i = 0; i < 4; ++i) three += slot("T" + std::to_string(i), "10:00-11:00");
    for (int i = 0; i < 5; ++i) four += slot("T" + std::to_string(i), "10:00-11:00");
    const auto with_excerpts = report_of({three}), with_lines = report_of({four});
    BOOST_TEST(count(with_excerpts, "-------------") == 3U);
    BOOST_TEST(count(with_excerpts, "\n  --> ") == 1U);
    BOOST_TEST(count(with_lines, "-------------") == 0U);
    BOOST_TEST(count(with_lines, "\n  --> ") == 5U, with_lines);
    BOOST_TEST(with_lines.find("  --> 13:8: `T2`, 10:00-11:00\n") != std::string::npos, with_lines);
}

BOOST_AUTO_TEST_CASE(the_last_line_is_the_verdict) {
    const auto good = day + slot("A", "10:00-11:00");
    const auto bad = good + slot("B", "10:30-11:30");
    using finding::Severity;
    BOOST_TEST(last_line(report_of({good})) == "check passed: 0 errors, 0 warnings, 0 infos\n");
    BOOST_TEST(last_line(report_of({bad})) == "check failed: 1 error, 0 warnings, 0 infos\n");
    BOOST_TEST(last_line(report_of({good, bad})) == "check failed: 1 error, 0 warnings, 0 infos in 2 agendas\n");
    BOOST_TEST(last_line(report_of({bad}, false, {}, Severity::off)) == "check passed: 1 error, 0 warnings, 0 infos (never fails)\n");
    BOOST_TEST(last_line(report_of({good}, false, {}, Severity::warning)) == "check passed: 0 errors, 0 warnings, 0 infos (fails at warning)\n");
}

BOOST_AUTO_TEST_CASE(what_was_not_checked_is_said_with_its_reason) {
    const auto lost = report_of({day + slot("A", "10:00-11:00") + slot("Lost", "soon")});
    BOOST_TEST(lost.find("  not checked: `lost` (line 9), which has no time that can be used (time-unparsable), by ") != std::string::npos, lost);
    const auto broken = report_of({day + "[event\n"});
    BOOST_TEST(broken.find("cannot be read as TOML (syntax-error)") != std::string::npos, broken);
    BOOST_TEST(report_of({day}).find("not checked") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_agenda_without_a_zone_is_told_so) {
    BOOST_TEST(report_of({day}).find("  no time zone is given") != std::string::npos);
    BOOST_TEST(report_of({"[event]\ntimezone = \"UTC\"\n" + day}).find("time zone") == std::string::npos);
    BOOST_TEST(report_of({"[event]\ntimezone = \"Mars\"\n" + day}).find("  the time zone is not known") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(no_title_id_or_key_of_an_agenda_reaches_the_terminal_as_it_is) {
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto report = report_of({test::hostile_agenda(title.written)});
            BOOST_TEST(count(report, "error[") >= 5U);
            BOOST_TEST(test::harmful_in(report) == "");
        }
}
