// SPDX-License-Identifier: MIT
// GitLab's Code Quality report: exactly what GitLab reads, and fingerprints that are unique and stay.
#include "reporting.hpp"
#include <set>

namespace {

using namespace agenda;
using nlohmann::json;
using test::keys;
using test::overlap;

json violations_of(const std::vector<test::NamedText>& agendas, const test::Reporting& how = {}) {
    return test::parsed(test::written("gitlab", test::report_on(agendas, how)));
}

std::set<std::string> fingerprints_of(const json& violations) {
    std::set<std::string> result;
    for (const auto& one : violations) result.insert(one.at("fingerprint"));
    return result;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_gitlab_report_is_an_array_of_what_gitlab_reads) {
    const auto report = test::report_on({overlap});
    const auto violations = test::parsed(test::written("gitlab", report));
    BOOST_TEST_REQUIRE(violations.is_array());
    BOOST_TEST_REQUIRE(violations.size() == 1U);
    BOOST_TEST(keys(violations[0]) == "check_name description fingerprint location severity");
    BOOST_TEST(violations[0]["description"] == "slot-overlap: " + report.agendas[0].result.findings[0].message());
    BOOST_TEST(violations[0]["check_name"] == "slot-overlap");
    BOOST_TEST(violations[0]["severity"] == "major");
    BOOST_TEST(violations[0]["location"] == json::parse(R"({"path": "agenda.toml", "lines": {"begin": 5}})"));
}

BOOST_AUTO_TEST_CASE(a_gitlab_report_without_findings_is_an_empty_array) {
    BOOST_TEST(test::written("gitlab", test::report_on({"[[day]]\ndate = 2026-06-01\n"})) == "[]\n");
}

BOOST_AUTO_TEST_CASE(a_gitlab_report_has_no_byte_order_mark_though_the_agenda_has_one) {
    const auto written = test::written("gitlab", test::report_on({"\xEF\xBB\xBF" + overlap}));
    BOOST_TEST(written.starts_with("[\n"));
    BOOST_TEST(test::parsed(written)[0]["location"]["lines"]["begin"] == 5);
}

BOOST_AUTO_TEST_CASE(error_warning_and_info_are_major_minor_and_info) {
    std::set<std::string> severities;
    for (const auto& one : violations_of({test::file("data/agenda-with-conflicts.toml")}, {.profiles = {"conference"}, .rules = &test::standard()}))
        severities.insert(one.at("severity"));
    BOOST_TEST((severities == std::set<std::string>{"info", "major", "minor"}));
}

BOOST_AUTO_TEST_CASE(gitlab_fingerprints_are_unique_over_agendas_that_say_the_same) {
    const auto text = test::file("data/agenda-with-conflicts.toml");
    const auto violations = violations_of({{text, "a.toml"}, {text, "b.toml"}, {text, "./a.toml"}, {text, "\xFF.toml"}, {text, "\xFE.toml"}}, {.rules = &test::standard()});
    BOOST_TEST(violations.size() > 50U);
    BOOST_TEST(fingerprints_of(violations).size() == violations.size());
}

BOOST_AUTO_TEST_CASE(gitlab_fingerprints_are_unique_for_a_fault_in_agenda_lint_toml_that_several_agendas_tell) {
    const test::Reporting how{.rules = &test::standard(), .config = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\n"};
    const auto violations = violations_of({{overlap, "a.toml"}, {overlap, "b.toml"}}, how);
    std::size_t in_config = 0;
    for (const auto& one : violations) in_config += one["location"]["path"] == "agenda-lint.toml" ? 1 : 0;
    BOOST_TEST(in_config >= 1U);
    BOOST_TEST(fingerprints_of(violations).size() == violations.size());
}

BOOST_AUTO_TEST_CASE(gitlab_fingerprints_stay_when_lines_move) {
    BOOST_TEST((fingerprints_of(violations_of({overlap})) == fingerprints_of(violations_of({"# one\n\n\n" + overlap}))));
    BOOST_TEST((fingerprints_of(violations_of({{overlap, "a.toml"}})) == fingerprints_of(violations_of({{overlap, "./a.toml"}}))));
    BOOST_TEST((fingerprints_of(violations_of({{overlap, "a.toml"}})) != fingerprints_of(violations_of({{overlap, "b.toml"}}))));
}

BOOST_AUTO_TEST_CASE(gitlab_paths_are_those_of_the_repository) {
    const auto path = [](const std::string& name) { return violations_of({{overlap, name}})[0]["location"]["path"].get<std::string>(); };
    BOOST_TEST(path("data/a b.toml") == "data/a b.toml");
    BOOST_TEST(path("./data/a.toml") == "data/a.toml");
    BOOST_TEST(path("././/a.toml") == "a.toml");
    BOOST_TEST(path("Züri.toml") == "Züri.toml");
    BOOST_TEST(path("\xFF.toml") == "\uFFFD.toml");
}

BOOST_AUTO_TEST_CASE(the_line_of_a_gitlab_violation_is_counted_in_files_with_cr_and_lf_too) {
    const auto violations = violations_of({"[[day]]\r\ndate = 2026-06-01\r\n[[day.slot]]\r\nid = \"é漢\U0001F600\"\r\ntime = \"soon\"\r\n"});
    const auto found = std::find_if(violations.begin(), violations.end(), [](const auto& one) { return one["check_name"] == "time-unparsable"; });
    BOOST_TEST_REQUIRE((found != violations.end()));
    BOOST_TEST((*found)["location"]["lines"]["begin"] == 5);
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_left_out_of_a_gitlab_report) {
    const std::string accept = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"wanted\"\n";
    auto report = test::report_on({accept + overlap});
    report.show_accepted = true;
    BOOST_TEST(test::written("gitlab", report) == "[]\n");
}

BOOST_AUTO_TEST_CASE(a_gitlab_report_of_hostile_titles_is_harmless_as_it_stands_and_as_it_is_read) {
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto written = test::written("gitlab", test::report_on({test::hostile_agenda(title.written)}));
            BOOST_TEST(test::harmful_in(written) == "");
            const auto violations = test::parsed(written);
            BOOST_TEST(violations.size() >= 5U);
            for (const auto& one : violations) {
                BOOST_TEST(test::harmful_in(one["description"].get<std::string>()) == "");
                BOOST_TEST(one["description"].get<std::string>().find('\n') == std::string::npos);
            }
        }
}
