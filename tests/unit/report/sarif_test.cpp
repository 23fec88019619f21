// SPDX-License-Identifier: MIT
// SARIF: what the standard asks for, places in code points, paths as URIs, and messages that make no link or placeholder of a title.
#include "reporting.hpp"
#include "report/artifact_uri.hpp"
#include <set>

namespace {

using namespace agenda;
using nlohmann::json;
using test::keys;
using test::overlap;

json log_of(const std::vector<test::NamedText>& agendas, const test::Reporting& how = {}, bool show_accepted = false) {
    auto report = test::report_on(agendas, how);
    report.show_accepted = show_accepted;
    return test::parsed(test::written("sarif", report));
}

const json& run_of(const json& log) { return log.at("runs").at(0); }

const json& result_of(const json& log, const std::string& rule) {
    for (const auto& result : run_of(log).at("results"))
        if (result.at("ruleId") == rule) return result;
    throw std::runtime_error{"no result of " + rule};
}

const json& place_of(const json& result) { return result.at("locations").at(0).at("physicalLocation"); }

std::string region_of(const json& physical_location) {
    const auto& region = physical_location.at("region");
    return region.at("startLine").dump() + ":" + region.at("startColumn").dump() + "-" + region.at("endLine").dump() + ":" + region.at("endColumn").dump();
}

/// What a viewer makes of a plain text message without arguments: links lose their destination, escapes what escapes them. Fails for a
/// bracket or a brace that stands for itself, and for a link to nowhere.
std::string rendered(const std::string& text, std::size_t related) {
    std::string result;
    bool in_link = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i], next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\\') {
            BOOST_TEST((next == '\\' || next == '[' || next == ']'));
            result += text[++i];
        } else if (c == '{' || c == '}') {
            BOOST_TEST(next == c);
            result += text[++i];
        } else if (c == '[') {
            BOOST_TEST(!in_link);
            in_link = true;
        } else if (c == ']') {
            BOOST_TEST(in_link);
            BOOST_TEST(next == '(');
            const auto number = std::stoul(text.substr(i + 2));
            BOOST_TEST((number >= 1 && number <= related));
            in_link = false;
            i = text.find(')', i);
        } else {
            result += c;
        }
    }
    BOOST_TEST(!in_link);
    return result;
}

std::string accepting(const std::string& rule, const std::string& more) {
    return "[[accept]]\nrule = \"" + rule + "\"\nabout = [\"slot:a\", \"slot:b\"]\n" + more;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_sarif_report_has_one_run_with_what_the_standard_asks_for) {
    const auto log = log_of({overlap});
    BOOST_TEST(keys(log) == "$schema runs version");
    BOOST_TEST(log["version"] == "2.1.0");
    BOOST_TEST(log["$schema"].get<std::string>().ends_with("/sarif-schema-2.1.0.json"));
    BOOST_TEST(log["runs"].size() == 1U);
    BOOST_TEST(keys(run_of(log)) == "columnKind results tool");
    BOOST_TEST(run_of(log)["columnKind"] == "unicodeCodePoints");
    const auto& driver = run_of(log)["tool"]["driver"];
    BOOST_TEST(keys(driver) == "name rules semanticVersion version");
    BOOST_TEST(driver["name"] == "agenda-lint");
    BOOST_TEST(driver["version"] == "1.2.3");
    BOOST_TEST(driver["semanticVersion"] == "1.2.3");
}

BOOST_AUTO_TEST_CASE(an_agenda_without_findings_has_an_empty_list_of_results) {
    const auto log = log_of({"[[day]]\ndate = 2026-06-01\n"});
    BOOST_TEST(run_of(log)["results"] == json::array());
    BOOST_TEST(run_of(log)["tool"]["driver"]["rules"] == json::array());
}

BOOST_AUTO_TEST_CASE(a_result_has_its_rule_level_place_and_fingerprint) {
    const auto report = test::report_on({overlap});
    const auto log = test::parsed(test::written("sarif", report));
    const auto& result = result_of(log, "slot-overlap");
    BOOST_TEST(keys(result) == "level locations message partialFingerprints properties relatedLocations ruleId ruleIndex");
    BOOST_TEST(result["level"] == "error");
    BOOST_TEST(keys(place_of(result)) == "artifactLocation region");
    BOOST_TEST(place_of(result)["artifactLocation"] == json::parse(R"({"uri": "agenda.toml"})"));
    BOOST_TEST(region_of(place_of(result)) == "5:8-5:21");
    BOOST_TEST(result["properties"] == json::parse(R"({"about": ["slot:a", "slot:b"]})"));
    const auto fingerprint = finding::format_fingerprint(report.agendas[0].result.findings[0].fingerprint);
    BOOST_TEST(result["partialFingerprints"] == json({{"agendaFinding/v1", fingerprint}}));
}

BOOST_AUTO_TEST_CASE(error_warning_and_info_are_error_warning_and_note) {
    const auto log = log_of({test::file("data/agenda-with-conflicts.toml")}, {.profiles = {"conference"}, .rules = &test::standard()});
    std::set<std::string> levels;
    for (const auto& result : run_of(log)["results"]) levels.insert(result.at("level"));
    BOOST_TEST((levels == std::set<std::string>{"error", "note", "warning"}));
}

BOOST_AUTO_TEST_CASE(the_other_places_of_a_finding_are_related_locations_that_the_message_links) {
    const auto log = log_of({overlap});
    const auto& result = result_of(log, "slot-overlap");
    BOOST_TEST(result["relatedLocations"].size() == 1U);
    const auto& related = result["relatedLocations"][0];
    BOOST_TEST(related["id"] == 1);
    BOOST_TEST(related["message"]["text"] == "`b`, 10:45-11:30");
    BOOST_TEST(region_of(related["physicalLocation"]) == "8:8-8:21");
    BOOST_TEST(related["physicalLocation"]["artifactLocation"]["uri"] == "agenda.toml");
    BOOST_TEST(result["message"]["text"].get<std::string>().find("\nsee [`b`, 10:45-11:30](1)\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_many_related_places_a_message_links_ten_and_counts_the_others) {
    std::string text = "[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < 13; ++i) text += "[[day.slot]]\nid = \"s" + std::to_string(i) + "\"\ntime = \"10:00-11:00\"\n";
    const auto log = log_of({text});
    const auto& result = result_of(log, "slot-overlap");
    BOOST_TEST(result["relatedLocations"].size() == 12U);
    const auto message = result["message"]["text"].get<std::string>();
    BOOST_TEST(message.find("](10) and 2 more\n") != std::string::npos, message);
}

BOOST_AUTO_TEST_CASE(the_first_line_of_a_message_is_the_message_and_arithmetic_and_help_follow) {
    const auto report = test::report_on({overlap});
    const auto& finding = report.agendas[0].result.findings[0];
    BOOST_TEST_REQUIRE(finding.notes().size() == 1U);
    const auto log = test::parsed(test::written("sarif", report));
    const auto text = result_of(log, "slot-overlap")["message"]["text"].get<std::string>();
    BOOST_TEST(text == finding.message() + "\n" + finding.notes()[0] + "\nsee [`b`, 10:45-11:30](1)\nhelp: " + finding.help());
}

BOOST_AUTO_TEST_CASE(every_rule_that_found_something_is_described_and_pointed_at) {
    const auto log = log_of({test::file("data/agenda-with-conflicts.toml")}, {.profiles = {"conference"}, .rules = &test::standard()});
    const auto& rules = run_of(log)["tool"]["driver"]["rules"];
    std::set<std::string> found, described;
    for (const auto& result : run_of(log)["results"]) {
        found.insert(result.at("ruleId"));
        BOOST_TEST(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id") == result["ruleId"]);
    }
    for (const auto& rule : rules) {
        described.insert(rule.at("id"));
        for (const auto* text : {"shortDescription", "fullDescription", "help"}) BOOST_TEST(!rule.at(text).at("text").get<std::string>().empty());
        BOOST_TEST(rule["help"].at("markdown").get<std::string>().starts_with("## " + rule["id"].get<std::string>() + "\n"));
        BOOST_TEST(rule.at("properties").at("tags").size() == 1U);
        if (rule.contains("helpUri")) BOOST_TEST(rule["helpUri"].get<std::string>().starts_with("http"));
    }
    BOOST_TEST(found.size() > 10U);
    BOOST_TEST((found == described));
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_off_unless_it_is_turned_on_says_so) {
    engine::RuleSet rules = test::few_rules();
    for (auto& rule : rules.rules)
        if (rule.id == "slot-overlap") rule.severity = finding::Severity::off;
    auto report = test::report_on({overlap});
    report.rules[0].rule = rules.rule("slot-overlap");
    const auto log = test::parsed(test::written("sarif", report));
    BOOST_TEST(run_of(log)["tool"]["driver"]["rules"][0]["defaultConfiguration"] == json::parse(R"({"enabled": false})"));
    BOOST_TEST(run_of(log_of({overlap}))["tool"]["driver"]["rules"][0]["defaultConfiguration"] == json::parse(R"({"level": "error"})"));
}

BOOST_AUTO_TEST_CASE(sarif_columns_are_code_points_and_ends_are_exclusive) {
    const std::string line = "[[day]]\r\ndate = 2026-06-01\r\nslot = [{ id = \"a\", title = \"é漢\U0001F600\", time = \"soon漢\" }]\r\n";
    const auto log = log_of({line});
    BOOST_TEST(region_of(place_of(result_of(log, "time-unparsable"))) == "3:43-3:50"); // é, 漢 and the emoji are one column each
}

BOOST_AUTO_TEST_CASE(a_place_over_several_lines_has_its_last_line) {
    const auto log = log_of({"[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = '''so\nonn'''\n"});
    BOOST_TEST(region_of(place_of(result_of(log, "time-unparsable"))) == "5:8-6:7");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_toml_is_a_result) {
    const auto log = log_of({"[event\n"});
    const auto& result = result_of(log, "syntax-error");
    BOOST_TEST(result["level"] == "error");
    BOOST_TEST(place_of(result)["region"]["startLine"] == 1);
}

BOOST_AUTO_TEST_CASE(results_of_several_agendas_have_their_own_paths_in_one_run) {
    const auto log = log_of({{overlap, "day one.toml"}, {overlap, "sub/two.toml"}});
    BOOST_TEST(log["runs"].size() == 1U);
    const auto& results = run_of(log)["results"];
    BOOST_TEST(results.size() == 2U);
    BOOST_TEST(place_of(results[0])["artifactLocation"]["uri"] == "day%20one.toml");
    BOOST_TEST(place_of(results[1])["artifactLocation"]["uri"] == "sub/two.toml");
    BOOST_TEST(results[1]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "sub/two.toml");
    BOOST_TEST(run_of(log)["tool"]["driver"]["rules"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_path_is_a_relative_uri_and_an_absolute_one_a_file_uri) {
    const struct {
        std::string path, uri;
    } cases[] = {
        {"data/agenda.toml", "data/agenda.toml"},
        {"./agenda.toml", "agenda.toml"},
        {".//./agenda.toml", "agenda.toml"},
        {"../agenda.toml", "../agenda.toml"},
        {".agenda.toml", ".agenda.toml"},
        {"-", "-"},
        {"a b%20#?.toml", "a%20b%2520%23%3F.toml"},
        {"c:agenda.toml", "c%3Aagenda.toml"},
        {"C:\\agenda.toml", "C%3A%5Cagenda.toml"},
        {"/srv/agenda.toml", "file:///srv/agenda.toml"},
        {"//srv/agenda.toml", "file:///srv/agenda.toml"},
        {"Züri/漢.toml", "Z%C3%BCri/%E6%BC%A2.toml"},
        {"\xFF\x01.toml", "%FF%01.toml"},
        {"a[1]{x}|`^\".toml", "a%5B1%5D%7Bx%7D%7C%60%5E%22.toml"},
    };
    for (const auto& one : cases) BOOST_TEST(report::uri_of(one.path) == one.uri);
}

BOOST_AUTO_TEST_CASE(titles_make_neither_links_nor_placeholders) {
    const std::string title = "[x](1) \\[y] {0} \\";
    const auto text = [&](const char* id, const char* time) {
        return std::string{"[[day.slot]]\nid = \""} + id + "\"\ntitle = '" + title + "'\ntime = \"" + time + "\"\n";
    };
    const auto log = log_of({"[[day]]\ndate = 2026-06-01\n" + text("a", "10:00-11:00") + text("b", "10:30-11:30")});
    const auto& result = result_of(log, "slot-overlap");
    const auto message = rendered(result["message"]["text"], 1);
    BOOST_TEST(message.starts_with("`" + title + "` (10:00-11:00) and `" + title + "` (10:30-11:30) overlap"), message);
    BOOST_TEST(message.find("\nsee `" + title + "`, 10:30-11:30\n") != std::string::npos, message);
    BOOST_TEST(rendered(result["relatedLocations"][0]["message"]["text"], 0) == "`" + title + "`, 10:30-11:30");
}

BOOST_AUTO_TEST_CASE(a_sarif_report_of_hostile_titles_is_harmless_as_it_stands_and_as_it_is_read) {
    for (const auto& title : test::hostile_titles())
        BOOST_TEST_CONTEXT(title.name) {
            const auto written = test::written("sarif", test::report_on({test::hostile_agenda(title.written)}));
            BOOST_TEST(test::harmful_in(written) == "");
            const auto log = test::parsed(written);
            BOOST_TEST(run_of(log)["results"].size() >= 5U);
            for (const auto& result : run_of(log)["results"]) {
                const auto text = rendered(result["message"]["text"], result.contains("relatedLocations") ? result["relatedLocations"].size() : 0);
                BOOST_TEST(test::harmful_in(text) == "");
            }
        }
}

BOOST_AUTO_TEST_CASE(accepted_findings_are_left_out_of_sarif_unless_they_are_asked_for) {
    const auto agenda = accepting("slot-overlap", "reason = \"wanted\"\n") + overlap;
    const auto log = log_of({agenda});
    BOOST_TEST(run_of(log)["results"] == json::array());
}

BOOST_AUTO_TEST_CASE(accepted_findings_that_are_shown_are_suppressed_with_their_reason) {
    const auto agenda = accepting("slot-overlap", "reason = \"wanted\"\nby = \"Ann\"\n") + overlap + "x = 1\n";
    const auto log = log_of({agenda}, {}, true);
    BOOST_TEST(result_of(log, "slot-overlap")["suppressions"] == json::parse(R"x([{"kind": "external", "justification": "wanted (Ann)"}])x"));
    BOOST_TEST(result_of(log, "unknown-key")["suppressions"] == json::array());
}

BOOST_AUTO_TEST_CASE(a_sarif_result_in_agenda_lint_toml_has_that_path) {
    const auto log = log_of({{overlap, "a.toml"}}, {.rules = &test::standard(), .config = accepting("slot-overlap", "")});
    const auto& result = result_of(log, "accept-unjustified");
    BOOST_TEST(place_of(result)["artifactLocation"]["uri"] == "agenda-lint.toml");
    BOOST_TEST(place_of(result)["region"]["startLine"] == 1);
    BOOST_TEST(place_of(result_of(log, "slot-overlap"))["artifactLocation"]["uri"] == "a.toml");
}

BOOST_AUTO_TEST_CASE(the_help_of_a_rule_is_at_a_web_address_or_nowhere) {
    auto report = test::report_on({test::overlap});
    for (auto& rule : report.rules) rule.page.sources = {{"a", "javascript:alert(1)"}, {"b", "https://a.example/\"> x"}, {"c", "https://c.example/"}};
    const auto sarif = test::parsed(test::written("sarif", report));
    for (const auto& rule : sarif["runs"][0]["tool"]["driver"]["rules"]) BOOST_TEST(rule["helpUri"] == "https://c.example/");
    BOOST_TEST(!sarif["runs"][0]["tool"]["driver"]["rules"].empty());
}

BOOST_AUTO_TEST_CASE(sarif_fingerprints_tell_the_results_of_an_agenda_apart) {
    const auto log = log_of({test::file("data/agenda-with-conflicts.toml")}, {.rules = &test::standard()});
    std::set<std::string> fingerprints;
    for (const auto& result : run_of(log)["results"]) fingerprints.insert(result.at("partialFingerprints").at("agendaFinding/v1"));
    BOOST_TEST(fingerprints.size() == run_of(log)["results"].size());
}
