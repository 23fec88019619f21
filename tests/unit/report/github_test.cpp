// SPDX-License-Identifier: MIT
// Annotations for GitHub: commands that a runner reads back as they were meant, and no more than it shows.
#include "reporting.hpp"
#include <algorithm>
#include <map>

using namespace agenda;
using finding::Severity;
using test::overlap;
using test::report_on;
using test::written;

namespace {

/// A command as GitHub's runner reads it.
struct Command {
    std::string name, message;
    std::map<std::string, std::string> properties;
};

std::string unescaped(std::string text, const std::vector<std::pair<std::string, std::string>>& signs) {
    for (const auto& [written, meant] : signs)
        for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + meant.size())) text.replace(at, written.size(), meant);
    return text;
}

/// The lines that a runner obeys; all others are log.
std::vector<Command> commands(const std::string& text) {
    std::vector<Command> result;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with("::")) continue;
        const auto end = line.find("::", 2);
        BOOST_TEST_REQUIRE(end != std::string::npos, line);
        const auto head = line.substr(2, end - 2);
        Command command;
        command.name = head.substr(0, head.find(' '));
        command.message = unescaped(line.substr(end + 2), {{"%0D", "\r"}, {"%0A", "\n"}, {"%25", "%"}});
        std::istringstream properties{head.substr(std::min(head.size(), command.name.size() + 1))};
        for (std::string one; std::getline(properties, one, ',');)
            command.properties[one.substr(0, one.find('='))] = unescaped(one.substr(one.find('=') + 1), {{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}});
        result.push_back(std::move(command));
    }
    return result;
}

std::size_t count(const std::vector<Command>& all, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Command& one) { return one.name == name; }));
}

/// So many findings of each severity, infos first in the file.
report::Report report_with(std::size_t errors, std::size_t warnings, std::size_t infos) {
    auto report = report_on({overlap});
    auto& findings = report.agendas[0].result.findings;
    const auto finding = findings.at(0);
    findings.clear();
    for (const auto& [severity, number] : {std::pair{Severity::info, infos}, {Severity::warning, warnings}, {Severity::error, errors}})
        for (std::size_t i = 0; i < number; ++i) {
            findings.push_back(finding);
            findings.back().severity = severity;
        }
    return report;
}

} // namespace

BOOST_AUTO_TEST_SUITE(github_report)

BOOST_AUTO_TEST_CASE(a_finding_is_an_annotation_at_its_place) {
    const auto report = report_on({test::NamedText{overlap, "./data/agenda.toml"}});
    const auto& finding = report.agendas[0].result.findings.at(0);
    const auto all = commands(written("github", report));
    BOOST_TEST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].name == "error");
    const std::map<std::string, std::string> expected{{"file", "data/agenda.toml"}, {"line", "5"}, {"endLine", "5"}, {"col", "8"}, {"endColumn", "21"}, {"title", "slot-overlap"}};
    BOOST_TEST((all[0].properties == expected), written("github", report));
    BOOST_TEST(all[0].message == finding.message() + "\n" + finding.notes().at(0) + "\nhelp: " + finding.help());
}

BOOST_AUTO_TEST_CASE(the_log_ends_with_the_verdict) {
    BOOST_TEST(written("github", report_with(0, 0, 0)) == "check passed: 0 errors, 0 warnings, 0 infos\n");
    BOOST_TEST(written("github", report_with(1, 0, 0)).ends_with("\ncheck failed: 1 error, 0 warnings, 0 infos\n"));
}

BOOST_AUTO_TEST_CASE(a_range_over_several_lines_has_no_columns) {
    auto report = report_on({overlap});
    report.agendas[0].result.findings[0].draft.at = {0, 20};
    const auto all = commands(written("github", report));
    BOOST_TEST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].properties.at("line") == "1");
    BOOST_TEST(all[0].properties.at("endLine") == "2");
    BOOST_TEST(!all[0].properties.contains("col"));
    BOOST_TEST(!all[0].properties.contains("endColumn"));
}

BOOST_AUTO_TEST_CASE(what_means_something_in_a_command_comes_back_as_it_was) {
    auto report = report_on({test::NamedText{overlap, "a,b:c%2C.toml"}});
    auto& finding = report.agendas[0].result.findings[0];
    finding.phrasing = test::other_words("100%25 of a::b, c: 50%");
    const auto all = commands(written("github", report));
    BOOST_TEST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].message == finding.message());
    BOOST_TEST(all[0].properties.at("file") == "a,b:c%2C.toml");
}

BOOST_AUTO_TEST_CASE(errors_come_first_and_infos_are_notices) {
    const auto all = commands(written("github", report_with(1, 1, 1)));
    BOOST_TEST_REQUIRE(all.size() == 3U);
    BOOST_TEST(all[0].name + all[1].name + all[2].name == "errorwarningnotice");
}

BOOST_AUTO_TEST_CASE(no_more_is_written_than_github_shows_and_the_last_notice_counts_the_rest) {
    const struct {
        std::size_t errors, warnings, infos;
        std::size_t shown_errors, shown_warnings, notices;
        const char* counted; ///< empty: nothing is left out
    } cases[] = {
        {10, 10, 10, 10, 10, 10, ""},
        {11, 0, 0, 10, 0, 1, "1 finding more than GitHub shows as annotations (1 error, 0 warnings, 0 infos)"},
        {0, 12, 3, 0, 10, 4, "2 findings more than GitHub shows as annotations (0 errors, 2 warnings, 0 infos)"},
        {0, 0, 11, 0, 0, 10, "2 findings more than GitHub shows as annotations (0 errors, 0 warnings, 2 infos)"},
        {11, 0, 10, 10, 0, 10, "2 findings more than GitHub shows as annotations (1 error, 0 warnings, 1 info)"},
        {100, 200, 300, 10, 10, 10, "571 findings more than GitHub shows as annotations (90 errors, 190 warnings, 291 infos)"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.errors << " errors, " << one.warnings << " warnings, " << one.infos << " infos") {
            const auto all = commands(written("github", report_with(one.errors, one.warnings, one.infos)));
            BOOST_TEST(count(all, "error") == one.shown_errors);
            BOOST_TEST(count(all, "warning") == one.shown_warnings);
            BOOST_TEST(count(all, "notice") == one.notices);
            const bool counts = all.back().properties.at("title") == "agenda-lint";
            BOOST_TEST(counts == (*one.counted != '\0'));
            if (counts) BOOST_TEST(all.back().message.starts_with(one.counted), all.back().message);
        }
}

BOOST_AUTO_TEST_CASE(an_accepted_finding_is_no_annotation) {
    const auto report = report_on({overlap + "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"r\"\n"});
    BOOST_TEST(commands(written("github", report)).empty());
}

BOOST_AUTO_TEST_CASE(no_title_gives_a_command_of_its_own) {
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto text = written("github", report_on({test::hostile_agenda(title.written)}));
            const auto all = commands(text);
            BOOST_TEST(all.size() >= 5U);
            for (const auto& one : all) BOOST_TEST((one.name == "error" || one.name == "warning" || one.name == "notice"), one.name);
            for (const auto& one : all) BOOST_TEST((one.properties.contains("title")));
            BOOST_TEST(test::harmful_in(unescaped(text, {{"\n::error file=", ""}, {"\n::warning file=", ""}, {"\n::notice file=", ""}, {"\n::notice title=", ""}})) == "");
        }
}

BOOST_AUTO_TEST_SUITE_END()
