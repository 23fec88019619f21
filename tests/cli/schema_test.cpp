// SPDX-License-Identifier: MIT
// The JSON Schemas, held against good and bad files by a validator that is not ours.
#include "checks/check.hpp"
#include "support/check.hpp"
#include "support/run_tool.hpp"
#include "support/temporary_directory.hpp"
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace {

using support::run_tool;
namespace fs = std::filesystem;

/// What the validator says, a line each; "" where the file fits.
std::string validated(const std::string& which, const std::vector<std::string>& files) {
    const support::TemporaryDirectory directory;
    const auto schema = directory.write("schema.json", run_tool({"schema", which}).out);
    std::string command = std::string{AGENDA_PYTHON} + " '" + AGENDA_SOURCE_DIR + "/tests/support/validate.py' '" + schema.string() + "'";
    for (const auto& file : files) command += " '" + file + "'";
    std::string said;
    auto* pipe = popen((command + " 2>&1").c_str(), "r");
    BOOST_TEST_REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe)) said.append(buffer.data(), size);
    BOOST_TEST(pclose(pipe) == 0, said);
    return said;
}

std::string in_tree(const std::string& path) { return std::string{AGENDA_SOURCE_DIR} + "/" + path; }

/// One text as a file of that name, validated.
std::string text_validated(const std::string& which, const std::string& text) {
    const support::TemporaryDirectory directory;
    return validated(which, {directory.write("file.toml", text).string()});
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

BOOST_AUTO_TEST_SUITE(schemas)

BOOST_AUTO_TEST_CASE(the_seed_and_the_starter_files_fit) {
    BOOST_TEST(validated("agenda", {in_tree("data/agenda.toml"), in_tree("starter/agenda.toml")}) == "");
    BOOST_TEST(validated("config", {in_tree("starter/agenda-lint.toml")}) == "");
}

BOOST_AUTO_TEST_CASE(every_rule_file_fits) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{in_tree("rules")})
        if (entry.is_regular_file() && entry.path().parent_path().filename() != "profiles" && entry.path().filename() != "kinds.toml")
            files.push_back(entry.path().string());
    BOOST_TEST(files.size() == agenda::test::standard().rules.size());
    BOOST_TEST(validated("rules", files) == "");
}

BOOST_AUTO_TEST_CASE(the_faults_of_the_agenda_with_conflicts_that_are_of_form_do_not_fit) {
    const auto said = validated("agenda", {in_tree("data/agenda-with-conflicts.toml")});
    for (const auto* part : {"'question'", "'pannel'", "'11:00-12:O0'"}) BOOST_TEST(contains(said, part), said);
    BOOST_TEST(std::count(said.begin(), said.end(), '\n') == 3);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_an_agenda_does_not_fit) {
    const char* cases[] = {
        "schema = 2\n[[day]]\ndate = 2026-06-01\n",
        "[event]\ntitel = \"x\"\n[[day]]\ndate = 2026-06-01\n",
        "[event]\nmode = \"remote\"\n[[day]]\ndate = 2026-06-01\n",
        "[event]\nprofile = \"un-meting\"\n[[day]]\ndate = 2026-06-01\n",
        "[[day]]\n",
        "[[day]]\ndate = \"9 July 2009\"\n",
        "[[day]]\ndate = 2026-06-01\n[[day.slot]]\ntime = 10\n",
        "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nspeakers = [{ org = \"KTH\" }]\n",
        "[rules.sitting-too-long]\nmaxx = \"90m\"\n[[day]]\ndate = 2026-06-01\n",
        "[rules.siting-too-long]\nmax = \"90m\"\n[[day]]\ndate = 2026-06-01\n",
        "[[accept]]\nrule = \"slot-overlap\"\nabout = \"slot:a\"\n[[day]]\ndate = 2026-06-01\n",
        "[[accept]]\nrule = \"slot-overlap\"\nabout = \"a\"\nreason = \"r\"\n[[day]]\ndate = 2026-06-01\n",
    };
    for (const auto* text : cases) BOOST_TEST(text_validated("agenda", text) != "", text);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_in_a_configuration_or_a_rule_file_does_not_fit) {
    for (const auto* text : {"profil = \"conference\"\n", "fail-on = \"off\"\n", "[rules.slot-overlap]\nseverity = \"fatal\"\n"})
        BOOST_TEST(text_validated("config", text) != "", text);
    const std::string sound = "summary = \"s\"\ncheck = \"forbid\"\nseverity = \"info\"\nmessage = \"m\"\n[why]\ntext = \"w\"\n";
    BOOST_TEST(text_validated("rules", sound) == "");
    for (const auto* text : {"check = \"forbidd\"\n", "severity = \"fatal\"\n", "sumary = \"s\"\n"})
        BOOST_TEST(text_validated("rules", text) != "", text);
    BOOST_TEST(text_validated("rules", sound + "[select]\nknd = \"panel\"\n") != "");
}

BOOST_AUTO_TEST_CASE(reports_fit) {
    const support::TemporaryDirectory directory;
    for (const auto* path : {"data/agenda.toml", "data/agenda-with-conflicts.toml"}) {
        const auto report = directory.write("report.json", run_tool({"check", in_tree(path), "-f", "json"}).out);
        BOOST_TEST(validated("report", {report.string()}) == "", path);
    }
    auto report = nlohmann::json::parse(run_tool({"check", in_tree("data/agenda.toml"), "-f", "json"}).out);
    report["findings"][0].erase("fingerprint");
    BOOST_TEST(validated("report", {directory.write("report.json", report.dump()).string()}) != "");
}

BOOST_AUTO_TEST_CASE(the_json_report_of_a_diff_fits_its_schema) {
    const support::TemporaryDirectory directory;
    const auto faulty = in_tree("data/agenda-with-conflicts.toml"), seed = in_tree("data/agenda.toml");
    for (const auto& [before, after] : {std::pair{seed, faulty}, {faulty, seed}, {seed, seed}, {std::string{"/dev/null"}, seed}}) {
        const auto report = directory.write("diff.json", run_tool({"diff", before, after, "-f", "json"}).out);
        BOOST_TEST(validated("diff", {report.string()}) == "", before + " " + after);
    }
    auto report = nlohmann::json::parse(run_tool({"diff", seed, faulty, "-f", "json"}).out);
    report["changes"][0]["kind"] = "slot-lost";
    BOOST_TEST(validated("diff", {directory.write("diff.json", report.dump()).string()}) != "");
}

/// What an editor completes is what the loader reads: each key of the schema alone in its table is no unknown key.
BOOST_AUTO_TEST_CASE(the_schema_of_agendas_has_the_keys_that_the_loader_reads) {
    const auto schema = nlohmann::json::parse(run_tool({"schema", "agenda"}).out);
    const auto keys = [&](const nlohmann::json& table) {
        std::vector<std::string> names;
        for (const auto& [key, value] : table["properties"].items()) names.push_back(key);
        return names;
    };
    const struct {
        const char* before;
        std::vector<std::string> keys;
    } tables[] = {
        {"", keys(schema)},
        {"[event]\n", keys(schema["properties"]["event"])},
        {"[people.a]\n", keys(schema["properties"]["people"]["additionalProperties"])},
        {"[rooms.a]\n", keys(schema["properties"]["rooms"]["additionalProperties"])},
        {"[tracks.a]\n", keys(schema["properties"]["tracks"]["additionalProperties"])},
        {"[[day]]\n", keys(schema["$defs"]["day"])},
        {"[[day]]\n[[day.slot]]\n", keys(schema["$defs"]["slot"])},
        {"[[accept]]\n", keys(schema["$defs"]["accept"])},
    };
    for (const auto& table : tables)
        for (const auto& key : table.keys)
            BOOST_TEST(agenda::test::check(table.before + key + " = \"?\"\n").of("unknown-key").empty(), table.before << key);
}

BOOST_AUTO_TEST_SUITE_END()
