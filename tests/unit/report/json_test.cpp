// SPDX-License-Identifier: MIT
// The JSON report: exactly the keys that are promised, places in code points with exclusive ends, typed facts, the user's own keys.
#include "reporting.hpp"

namespace {

using namespace agenda;
using nlohmann::json;
using test::keys;
using test::overlap;

json report_of(const std::vector<test::NamedText>& agendas, const std::vector<std::string>& profiles = {},
               const engine::RuleSet& rules = test::few_rules()) {
    return test::parsed(test::written("json", test::report_on(agendas, {.profiles = profiles, .rules = &rules})));
}

const json& finding_of(const json& report, const std::string& rule) {
    for (const auto& finding : report["findings"])
        if (finding["rule"] == rule) return finding;
    throw std::runtime_error{"no finding of " + rule};
}

const json& rule_of(const json& report, const std::string& id) {
    for (const auto& rule : report["rules"])
        if (rule["id"] == id) return rule;
    throw std::runtime_error{"no rule " + id};
}

/// Line and column of a byte, counted one by one: a second way to the same numbers.
std::pair<int, int> counted(std::string_view text, std::size_t offset) {
    int line = 1, column = 1;
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
    // The bytes of a character are counted with its first, so a place behind them is behind the character.
    return {line, column};
}

} // namespace

BOOST_AUTO_TEST_CASE(the_json_report_has_exactly_the_promised_keys) {
    const auto report = report_of({overlap});
    BOOST_TEST(keys(report) == "agendas as_of fail_on findings profiles rules schema summary tool");
    BOOST_TEST(keys(report["tool"]) == "name version");
    BOOST_TEST(keys(report["agendas"][0]) == "days derived_ids path people slots timezone title");
    BOOST_TEST(keys(report["summary"]) == "accepted baselined error info warning");
    const auto& finding = finding_of(report, "slot-overlap");
    BOOST_TEST(keys(finding) == "about column end_column end_line facts fingerprint help length line message notes offset path related rule severity state");
    BOOST_TEST(keys(finding["related"][0]) == "column end_column end_line line message path");
    for (const auto& rule : report["rules"]) BOOST_TEST(keys(rule) == "checked findings id severity status");
}

BOOST_AUTO_TEST_CASE(the_json_report_says_what_was_checked_and_found) {
    const auto report = report_of({"[event]\ntitle = \"Forum\"\ntimezone = \"Europe/Berlin\"\n[people.ann]\nname = \"Ann\"\n" + overlap}, {"conference"});
    BOOST_TEST(report["schema"] == "agenda-lint/report/1");
    BOOST_TEST(report["tool"] == json::parse(R"({"name": "agenda-lint", "version": "1.2.3"})"));
    BOOST_TEST(report["profiles"] == json::parse(R"(["conference"])"));
    BOOST_TEST(report["as_of"].is_null());
    BOOST_TEST(report["fail_on"] == "error");
    BOOST_TEST(report["agendas"] == json::parse(R"([{"path": "agenda.toml", "title": "Forum", "timezone": "Europe/Berlin", "days": 1, "slots": 2, "people": 1, "derived_ids": 0}])"));
    BOOST_TEST(report["summary"] == json::parse(R"({"error": 1, "warning": 0, "info": 0, "accepted": 0, "baselined": 0})"));
    const auto& finding = finding_of(report, "slot-overlap");
    BOOST_TEST(finding["severity"] == "error");
    BOOST_TEST(finding["state"] == "open");
    BOOST_TEST(finding["path"] == "agenda.toml");
    BOOST_TEST(finding["about"] == json::parse(R"(["slot:a", "slot:b"])"));
    BOOST_TEST(finding["facts"]["minutes"] == 15);
    BOOST_TEST(finding["facts"]["minutes"].is_number_integer());
    BOOST_TEST(finding["facts"]["start"] == "10:45");
    BOOST_TEST(finding["facts"]["a_time"] == "10:00-11:00");
    const auto fingerprint = finding["fingerprint"].get<std::string>();
    BOOST_TEST(fingerprint.size() == 16U);
    BOOST_TEST(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
    BOOST_TEST(rule_of(report, "slot-overlap") == json::parse(R"({"id": "slot-overlap", "severity": "error", "status": "failed", "checked": 2, "findings": 1})"));
}

BOOST_AUTO_TEST_CASE(a_finding_has_its_arithmetic_in_words) {
    const auto report = report_of({overlap});
    BOOST_TEST(finding_of(report, "slot-overlap")["notes"] == json::array({"from 10:45 to 11:00 both are there: 15 min"}));
}

BOOST_AUTO_TEST_CASE(an_agenda_without_a_zone_has_null_for_it) {
    BOOST_TEST(report_of({overlap})["agendas"][0]["timezone"].is_null());
}

BOOST_AUTO_TEST_CASE(columns_are_code_points_and_ends_are_exclusive) {
    // é is two bytes and one code point, the emoji four bytes and one; both stand before the value in one line.
    const std::string line = "[[day]]\ndate = 2026-06-01\nslot = [{ id = \"a\", title = \"é\xF0\x9F\x98\x80\", time = \"sooné\" }]\n";
    const auto report = report_of({line});
    const auto& finding = finding_of(report, "time-unparsable");
    BOOST_TEST(finding["line"] == 3);
    BOOST_TEST(finding["column"] == 42); // behind `slot = [{ id = "a", title = "` (29), é, the emoji and `", time = ` (10)
    BOOST_TEST(finding["end_line"] == 3);
    BOOST_TEST(finding["end_column"] == 49); // seven code points: "sooné" with its quotes
    BOOST_TEST(finding["length"] == 8);      // in bytes
    BOOST_TEST(finding["offset"] == line.find("\"soon"));
}

BOOST_AUTO_TEST_CASE(every_place_is_where_counting_finds_it) {
    const auto text = test::file("data/agenda-with-conflicts.toml");
    const auto report = report_of({text}, {"conference"}, test::standard());
    BOOST_TEST_REQUIRE(report["findings"].size() > 10U);
    for (const auto& finding : report["findings"]) {
        const auto offset = finding["offset"].get<std::size_t>();
        const auto end = offset + finding["length"].get<std::size_t>();
        const std::pair begin_place{finding["line"].get<int>(), finding["column"].get<int>()};
        const std::pair end_place{finding["end_line"].get<int>(), finding["end_column"].get<int>()};
        BOOST_TEST((begin_place == counted(text, offset)), finding.dump());
        BOOST_TEST((end_place == counted(text, end)), finding.dump());
    }
}

BOOST_AUTO_TEST_CASE(keys_of_the_users_own_are_carried_through_by_what_they_stand_in) {
    const auto report = report_of({"x-top = 1\n[event]\nx-budget = 12.5\n[people.ann]\nname = \"Ann\"\nx-badge = true\n[rooms.r]\nx-floor = -2\n[[day]]\ndate = 2026-06-01\nx-menu = [\"soup\", { name = \"pie\" }]\n"
                                   "[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\nx-owner = \"Ann\"\nx-when = 2026-06-02\n"});
    BOOST_TEST(report["findings"].empty());
    const auto& extra = report["agendas"][0]["extra"];
    BOOST_TEST(keys(extra) == "day:2026-06-01 event person:ann room:r slot:a");
    BOOST_TEST(extra["event"] == json::parse(R"({"x-top": 1, "x-budget": 12.5})"));
    BOOST_TEST(extra["person:ann"] == json::parse(R"({"x-badge": true})"));
    BOOST_TEST(extra["room:r"] == json::parse(R"({"x-floor": -2})"));
    BOOST_TEST(extra["day:2026-06-01"] == json::parse(R"({"x-menu": ["soup", {"name": "pie"}]})"));
    BOOST_TEST(extra["slot:a"] == json::parse(R"({"x-owner": "Ann", "x-when": "2026-06-02"})"));
}

BOOST_AUTO_TEST_CASE(derived_ids_and_slots_that_were_not_checked_are_said) {
    const auto report = report_of({"[[day]]\ndate = 2026-06-01\n[[day.slot]]\ntitle = \"Talk\"\ntime = \"10:00-11:00\"\n[[day.slot]]\nid = \"lost\"\ntime = \"soon\"\n"});
    BOOST_TEST(report["agendas"][0]["derived_ids"] == 1);
    const auto& rule = rule_of(report, "slot-overlap");
    BOOST_TEST(keys(rule) == "blocked_by checked findings id not_checked severity status");
    BOOST_TEST(rule["not_checked"] == json::parse(R"(["slot:lost"])"));
}

BOOST_AUTO_TEST_CASE(a_rule_over_several_agendas_has_the_worst_status_and_the_sums) {
    const std::string good = "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\n";
    for (const auto& order : {std::vector<test::NamedText>{good, overlap}, std::vector<test::NamedText>{overlap, good}}) {
        const auto report = report_of(order);
        BOOST_TEST(report["agendas"].size() == 2U);
        BOOST_TEST(rule_of(report, "slot-overlap") == json::parse(R"({"id": "slot-overlap", "severity": "error", "status": "failed", "checked": 3, "findings": 1})"));
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_utf_8_in_a_file_leaves_the_report_valid) {
    const auto report = report_of({"[event]\ntitle = \"\xFF\xFE\"\n"});
    BOOST_TEST(finding_of(report, "syntax-error")["line"] == 2);
}

BOOST_AUTO_TEST_CASE(a_clean_agenda_has_an_empty_list_of_findings) {
    const auto report = report_of({"[[day]]\ndate = 2026-06-01\n"});
    BOOST_TEST(report["findings"].is_array());
    BOOST_TEST(report["findings"].empty());
}
