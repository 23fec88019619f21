// SPDX-License-Identifier: MIT
// The concise report: every line is a place, a severity, a rule and a message.
#include "reporting.hpp"
#include <regex>

using namespace agenda;
using test::overlap;
using test::report_on;
using test::written;

namespace {

const std::string accept_overlap = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"the chair's wish\"\nby = \"services\"\n";

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> result;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) result.push_back(line);
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(concise_report)

BOOST_AUTO_TEST_CASE(a_finding_is_one_line_with_its_place_in_code_points) {
    const auto report = report_on({"[[day]]\ndate = 2026-06-01\nslot = [{ id = \"a\", title = \"é😀\", time = \"soon\" }]\n"});
    BOOST_TEST(written("concise", report).starts_with("agenda.toml:3:42: error time-unparsable: "), written("concise", report));
}

BOOST_AUTO_TEST_CASE(an_agenda_without_findings_is_no_line) {
    BOOST_TEST(written("concise", report_on({"[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\n"})) == "");
}

BOOST_AUTO_TEST_CASE(an_accepted_finding_is_told_when_asked_for_and_says_so) {
    auto report = report_on({accept_overlap + overlap});
    BOOST_TEST(written("concise", report) == "");
    report.show_accepted = true;
    const auto line = written("concise", report);
    BOOST_TEST(line.ends_with(" [accepted: the chair's wish (services)]\n"), line);
    BOOST_TEST(line.starts_with("agenda.toml:"), line);
}

BOOST_AUTO_TEST_CASE(quiet_leaves_out_what_does_not_fail) {
    auto report = report_on({overlap + "moderater = \"x\"\n"});
    BOOST_TEST(lines(written("concise", report)).size() == 2U);
    report.quiet = true;
    BOOST_TEST(lines(written("concise", report)).size() == 1U);
    report.agendas[0].fail_on = finding::Severity::warning;
    BOOST_TEST(lines(written("concise", report)).size() == 2U);
    report.agendas[0].fail_on = finding::Severity::off;
    BOOST_TEST(lines(written("concise", report)).size() == 1U, "where nothing fails, errors are told");
}

BOOST_AUTO_TEST_CASE(in_ascii_other_characters_are_written_by_their_numbers) {
    auto report = report_on({test::NamedText{"[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"sooné\"\n", "tägung.toml"}});
    report.ascii = true;
    const auto text = written("concise", report);
    BOOST_TEST(text.starts_with("t<U+00E4>gung.toml:5:8: "), text);
    BOOST_TEST(text.find("soon<U+00E9>") != std::string::npos, text);
    BOOST_TEST((std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; })));
}

BOOST_AUTO_TEST_CASE(no_title_makes_a_line_that_is_no_finding) {
    const std::regex form{R"(agenda\.toml:[0-9]+:[0-9]+: (error|warning|info) [a-z-]+: .*)"};
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto text = written("concise", report_on({test::hostile_agenda(title.written)}));
            BOOST_TEST(test::harmful_in(text) == "");
            BOOST_TEST(lines(text).size() >= 5U);
            // std::regex is recursive: the beginning of a line is enough.
            for (const auto& line : lines(text)) BOOST_TEST(std::regex_match(line.substr(0, 300), form), line.substr(0, 300));
        }
}

BOOST_AUTO_TEST_CASE(no_name_of_a_file_begins_a_command) {
    for (const auto* name : {"::error::x.toml", " ::error::x.toml", "\u3000::error::x.toml", "::set-output name=a::b"}) {
        const auto report = report_on({test::NamedText{overlap, name}});
        for (const auto* format : {"concise", "text", "junit"})
            for (const auto& line : lines(written(format, report))) {
                const auto first = line.find_first_not_of(" \u3000");
                BOOST_TEST((first == std::string::npos || line.compare(first, 2, "::") != 0), format << ": " << line);
            }
    }
}

BOOST_AUTO_TEST_SUITE_END()
