// SPDX-License-Identifier: MIT
// The Reviewdog Diagnostic Format: its words, and places in bytes of UTF-8.
#include "reporting.hpp"

namespace {

using namespace agenda;
using nlohmann::json;
using test::keys;
using test::overlap;

json result_of(const std::vector<test::NamedText>& agendas, const test::Reporting& how = {}) {
    return test::parsed(test::written("rdjson", test::report_on(agendas, how)));
}

const json& diagnostic_of(const json& result, const std::string& rule) {
    for (const auto& one : result.at("diagnostics"))
        if (one.at("code").at("value") == rule) return one;
    throw std::runtime_error{"no diagnostic of " + rule};
}

std::string range_of(const json& location) {
    const auto position = [](const json& of) { return of.at("line").dump() + ":" + of.at("column").dump(); };
    return position(location.at("range").at("start")) + "-" + position(location.at("range").at("end"));
}

} // namespace

BOOST_AUTO_TEST_CASE(the_rdjson_report_has_the_keys_of_the_format) {
    const auto result = result_of({overlap});
    BOOST_TEST(keys(result) == "diagnostics severity source");
    BOOST_TEST(result["source"] == json::parse(R"({"name": "agenda-lint"})"));
    BOOST_TEST(result["severity"] == "ERROR");
    const auto& diagnostic = diagnostic_of(result, "slot-overlap");
    BOOST_TEST(keys(diagnostic) == "code location message relatedLocations severity");
    BOOST_TEST(diagnostic["severity"] == "ERROR");
    BOOST_TEST(diagnostic["location"] == json::parse(R"({"path": "agenda.toml", "range": {"start": {"line": 5, "column": 8}, "end": {"line": 5, "column": 21}}})"));
}

BOOST_AUTO_TEST_CASE(an_rdjson_message_has_the_arithmetic_and_the_help_in_lines_of_their_own) {
    const auto report = test::report_on({overlap});
    const auto& finding = report.agendas[0].result.findings[0];
    BOOST_TEST_REQUIRE(finding.notes().size() == 1U);
    const auto result = test::parsed(test::written("rdjson", report));
    BOOST_TEST(diagnostic_of(result, "slot-overlap")["message"] == finding.message() + "\n" + finding.notes()[0] + "\nhelp: " + finding.help());
}

BOOST_AUTO_TEST_CASE(an_rdjson_diagnostic_has_the_other_places_of_its_finding) {
    const auto result = result_of({overlap});
    const auto& related = diagnostic_of(result, "slot-overlap")["relatedLocations"];
    BOOST_TEST(related.size() == 1U);
    BOOST_TEST(related[0]["message"] == "`b`, 10:45-11:30");
    BOOST_TEST(related[0]["location"]["path"] == "agenda.toml");
    BOOST_TEST(range_of(related[0]["location"]) == "8:8-8:21");
}

BOOST_AUTO_TEST_CASE(rdjson_columns_are_bytes_and_ends_are_exclusive) {
    // é is two bytes, 漢 three and the emoji four.
    const std::string line = "[[day]]\r\ndate = 2026-06-01\r\nslot = [{ id = \"a\", title = \"é漢\U0001F600\", time = \"soon漢\" }]\r\n";
    const auto result = result_of({line});
    const auto at = line.find("\"soon") - line.find("slot") + 1;
    BOOST_TEST(range_of(diagnostic_of(result, "time-unparsable")["location"]) == "3:" + std::to_string(at) + "-3:" + std::to_string(at + 9));
}

BOOST_AUTO_TEST_CASE(the_overall_severity_is_that_of_the_worst_finding) {
    const std::string warning = "[[day]]\ndate = 2026-06-01\nx = 1\n", none = "[[day]]\ndate = 2026-06-01\n";
    BOOST_TEST(result_of({warning, overlap})["severity"] == "ERROR");
    BOOST_TEST(result_of({warning})["severity"] == "WARNING");
    BOOST_TEST(result_of({none})["severity"] == "INFO");
}

BOOST_AUTO_TEST_CASE(an_rdjson_report_without_findings_has_an_empty_list) {
    BOOST_TEST(result_of({"[[day]]\ndate = 2026-06-01\n"})["diagnostics"] == json::array());
}

BOOST_AUTO_TEST_CASE(rdjson_diagnostics_of_several_agendas_have_their_own_paths) {
    const auto result = result_of({{overlap, "./a b.toml"}, {overlap, "sub/b.toml"}, {overlap, "\xFF.toml"}});
    BOOST_TEST(result["diagnostics"].size() == 3U);
    BOOST_TEST(result["diagnostics"][0]["location"]["path"] == "a b.toml");
    BOOST_TEST(result["diagnostics"][1]["relatedLocations"][0]["location"]["path"] == "sub/b.toml");
    BOOST_TEST(result["diagnostics"][2]["location"]["path"] == "\uFFFD.toml");
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_left_out_of_rdjson) {
    const std::string accept = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"wanted\"\n";
    auto report = test::report_on({accept + overlap});
    report.show_accepted = true;
    BOOST_TEST(test::parsed(test::written("rdjson", report))["diagnostics"] == json::array());
}

BOOST_AUTO_TEST_CASE(an_rdjson_diagnostic_in_agenda_lint_toml_has_that_path) {
    const auto result = result_of({overlap}, {.rules = &test::standard(), .config = "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\n"});
    BOOST_TEST(diagnostic_of(result, "accept-unjustified")["location"]["path"] == "agenda-lint.toml");
}

BOOST_AUTO_TEST_CASE(an_rdjson_report_of_hostile_titles_is_harmless_as_it_stands_and_as_it_is_read) {
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto written = test::written("rdjson", test::report_on({test::hostile_agenda(title.written)}));
            BOOST_TEST(test::harmful_in(written) == "");
            const auto result = test::parsed(written);
            BOOST_TEST(result["diagnostics"].size() >= 5U);
            for (const auto& one : result["diagnostics"]) BOOST_TEST(test::harmful_in(one["message"].get<std::string>()) == "");
        }
}

BOOST_AUTO_TEST_CASE(a_title_makes_no_tag_link_picture_or_ping_where_an_rdjson_message_is_posted_as_markdown) {
    const std::string title = "` <img> @ann ![x](https://x.org) a/b#12 <!-- `";
    const auto slot = [&](const char* id, const char* time) { return std::string{"[[day.slot]]\nid = \""} + id + "\"\ntitle = '" + title + "'\ntime = \"" + time + "\"\n"; };
    const auto result = result_of({"[[day]]\ndate = 2026-06-01\n" + slot("a", "10:00-11:00") + slot("b", "10:30-11:30")});
    const auto& diagnostic = diagnostic_of(result, "slot-overlap");
    for (const auto& message : {diagnostic["message"].get<std::string>(), diagnostic["relatedLocations"][0]["message"].get<std::string>()}) {
        BOOST_TEST(message.find("img>") != std::string::npos, message);
        for (const auto* part : {"<i", "@a", "](", "://", "#1", "<!"}) BOOST_TEST(message.find(part) == std::string::npos, message);
    }
}
