// SPDX-License-Identifier: MIT
// The gate by a stored list: baseline write, baseline show, check --baseline.
#include "folder.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

using support::contains;
using support::day_header;
using support::How;
using support::Ran;
using support::run_tool;
using support::slot;
using support::Words;
using nlohmann::json;

const std::string overlap = day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30");
const std::string mended = day_header() + slot("a", "10:00-11:00") + slot("b", "11:00-11:30");
const std::string another = day_header() + slot("a", "10:00-11:00") + slot("b", "11:00-12:00") + slot("c", "11:30-12:30");

struct Folder : support::Folder {
    /// The lines of a baseline without its head.
    Words lines(const std::string& name) const {
        std::istringstream in{file(name)};
        Words result;
        for (std::string line; std::getline(in, line);)
            if (!line.starts_with('#')) result.push_back(line);
        return result;
    }
    std::string written(const Words& more = {}) const {
        Words words{"baseline", "write", "known.txt"};
        words.insert(words.end(), more.begin(), more.end());
        const auto ran = run(words);
        BOOST_TEST(ran.status == 0, ran.out << ran.err);
        return ran.out;
    }
    Ran checked(Words more = {}) const {
        more.insert(more.begin(), {"check", "--baseline", "known.txt"});
        return run(more);
    }
};


} // namespace

BOOST_FIXTURE_TEST_SUITE(baseline, Folder)

BOOST_AUTO_TEST_CASE(lets_what_it_knows_pass_and_counts_it) {
    directory.write("agenda.toml", overlap);
    BOOST_TEST(run({"check"}).status == 1);
    written();
    const auto ran = checked();
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(!contains(ran.out, "error[slot-overlap]"));
    BOOST_TEST(contains(ran.out, "known before (--show-accepted tells which)"));
}

BOOST_AUTO_TEST_CASE(has_a_line_a_finding_sorted_with_rule_fingerprint_agenda_and_what_it_is_about) {
    directory.write("agenda.toml", overlap);
    BOOST_TEST(written({"--only", "slot-overlap"}) == "known.txt: 1 finding known (1 added, 0 taken out)\n");
    BOOST_TEST_REQUIRE(lines("known.txt").size() == 1U);
    const auto line = lines("known.txt")[0];
    BOOST_TEST(line.starts_with("slot-overlap "));
    BOOST_TEST(line.ends_with(" agenda.toml slot:a slot:b"));
    directory.write("agenda.toml", overlap + slot("y", "15:00-16:00") + slot("x", "15:30-16:30"));
    written({"--grow", "--only", "slot-overlap"});
    const auto all = lines("known.txt");
    BOOST_TEST(all.size() == 2U);
    BOOST_TEST(std::is_sorted(all.begin(), all.end()));
}

BOOST_AUTO_TEST_CASE(does_not_let_a_new_finding_pass_in_the_place_of_a_mended_one_of_its_rule) {
    directory.write("agenda.toml", overlap);
    written();
    directory.write("agenda.toml", another);
    const auto ran = checked();
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "error[slot-overlap]: `Workshop b`"), ran.out);
    BOOST_TEST(contains(ran.out, "info[baseline-stale]"));
}

BOOST_AUTO_TEST_CASE(holds_when_the_agenda_is_only_written_otherwise) {
    directory.write("agenda.toml", overlap);
    written();
    directory.write("agenda.toml", "# a remark\n\n" + day_header() + slot("b", "10.30 - 11.30") + slot("a", "10.00 - 11.00"));
    const auto ran = checked({"--only", "slot-overlap"});
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(!contains(ran.out, "baseline-stale"), ran.out);
}

BOOST_AUTO_TEST_CASE(has_its_stale_lines_told_at_their_place) {
    directory.write("agenda.toml", overlap);
    written({"--only", "slot-overlap"});
    directory.write("agenda.toml", mended);
    const auto ran = checked({"--only", "slot-overlap", "--only", "baseline-stale"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "info[baseline-stale]: a known `slot-overlap` of `slot:a`, `slot:b` is known in vain: nothing of the kind is found any more"), ran.out);
    BOOST_TEST(contains(ran.out, "--> known.txt:4:1"), ran.out);
}

BOOST_AUTO_TEST_CASE(has_no_stale_line_of_a_rule_that_does_not_run) {
    directory.write("agenda.toml", overlap);
    written();
    directory.write("agenda.toml", mended);
    BOOST_TEST(contains(checked().out, "baseline-stale]: a known `slot-overlap`"));
    BOOST_TEST(!contains(checked({"--skip", "slot-overlap"}).out, "known `slot-overlap`"));
    BOOST_TEST(!contains(checked({"--only", "lunch-missing", "--only", "baseline-stale"}).out, "known `slot-overlap`"));
}

BOOST_AUTO_TEST_CASE(is_left_as_it_is_where_it_would_grow_and_what_would_be_added_is_told) {
    directory.write("agenda.toml", overlap);
    written();
    const auto before = file("known.txt");
    directory.write("agenda.toml", another);
    const auto refused = run({"baseline", "write", "known.txt"});
    BOOST_TEST(refused.status == 1);
    BOOST_TEST(contains(refused.out, "error slot-overlap: `Workshop b`"), refused.out);
    BOOST_TEST(contains(refused.err, "known.txt is left as it is, since it would grow by "));
    BOOST_TEST(file("known.txt") == before);
    written({"--grow"});
    BOOST_TEST(checked().status == 0);
    BOOST_TEST(!contains(file("known.txt"), "slot:a slot:b\n"));
}

BOOST_AUTO_TEST_CASE(shrinks_without_being_asked) {
    directory.write("agenda.toml", overlap);
    written({"--only", "slot-overlap"});
    directory.write("agenda.toml", mended);
    BOOST_TEST(written({"--only", "slot-overlap"}) == "known.txt: 0 findings known (0 added, 1 taken out)\n");
    BOOST_TEST(lines("known.txt").empty());
}

BOOST_AUTO_TEST_CASE(keeps_the_lines_of_rules_that_do_not_run_and_of_other_agendas) {
    directory.write("one.toml", overlap);
    directory.write("two.toml", overlap);
    written({"one.toml", "two.toml"});
    const auto before = file("known.txt");
    written({"one.toml", "--only", "slot-overlap"});
    BOOST_TEST(file("known.txt") == before);
}

BOOST_AUTO_TEST_CASE(tells_findings_of_two_agendas_apart_that_have_one_fingerprint) {
    directory.write("one.toml", overlap);
    directory.write("two.toml", mended);
    written({"one.toml"});
    directory.write("two.toml", overlap);
    BOOST_TEST(checked({"one.toml"}).status == 0);
    BOOST_TEST(checked({"one.toml", "two.toml"}).status == 1);
}

BOOST_AUTO_TEST_CASE(finds_its_agendas_from_any_folder_and_by_any_name) {
    std::filesystem::create_directory(directory.path() / "the data");
    directory.write("the data/100% agenda.toml", overlap);
    written({"the data/100% agenda.toml"});
    BOOST_TEST(contains(file("known.txt"), " the%20data/100%25%20agenda.toml slot:a slot:b"));
    BOOST_TEST(checked({"the data/100% agenda.toml"}).status == 0);
    How how;
    how.directory = directory.path() / "the data";
    BOOST_TEST(run_tool({"check", "--baseline", "../known.txt", "100% agenda.toml"}, how).status == 0);
    BOOST_TEST(run({"check", "--baseline", "known.txt", "--stdin-filename", "the data/100% agenda.toml", "-"}, overlap).status == 0);
}

BOOST_AUTO_TEST_CASE(never_takes_faults_of_the_file) {
    directory.write("agenda.toml", day_header() + slot("a", "10:00-11:00", "knid = \"panel\"\n"));
    written();
    BOOST_TEST(!contains(file("known.txt"), "unknown-key"));
    BOOST_TEST(contains(checked().out, "[unknown-key]"));
}

BOOST_AUTO_TEST_CASE(is_not_made_of_a_file_that_is_not_toml) {
    directory.write("agenda.toml", overlap + "x = \n");
    const auto ran = run({"baseline", "write", "known.txt"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "agenda.toml cannot be read as TOML"));
    BOOST_TEST(!std::filesystem::exists(directory.path() / "known.txt"));
}

BOOST_AUTO_TEST_CASE(never_takes_what_is_accepted) {
    directory.write("agenda.toml", overlap + "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"agreed\"\n");
    written();
    BOOST_TEST(!contains(file("known.txt"), "slot-overlap"));
}

BOOST_AUTO_TEST_CASE(with_a_line_of_another_form_keeps_the_tool_from_its_work) {
    directory.write("agenda.toml", overlap);
    written();
    for (const auto* line : {"<<<<<<< HEAD", "slot-overlap", "slot-overlap 12345 agenda.toml slot:a", "slot-overlap 123456789abcdefg agenda.toml slot:a"}) {
        directory.write("known.txt", "# known\n" + std::string{line} + "\n");
        const auto ran = checked();
        BOOST_TEST(ran.status == 2);
        BOOST_TEST(ran.err == "agenda-lint: known.txt:2:1: this is no line of a baseline: rule, fingerprint, agenda and what it is about\n");
    }
}

BOOST_AUTO_TEST_CASE(that_is_not_there_keeps_the_tool_from_its_work) {
    directory.write("agenda.toml", overlap);
    const auto ran = checked();
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "known.txt"));
}

BOOST_AUTO_TEST_CASE(never_takes_the_place_of_an_agenda) {
    directory.write("agenda.toml", overlap);
    BOOST_TEST(run({"baseline", "write", "agenda.toml"}).status == 2);
    BOOST_TEST(file("agenda.toml") == overlap);
}

BOOST_AUTO_TEST_CASE(may_have_line_ends_of_windows_and_a_byte_order_mark) {
    directory.write("agenda.toml", overlap);
    written();
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : file("known.txt")) windows += c == '\n' ? std::string{"\r\n"} : std::string{c};
    directory.write("known.txt", windows);
    const auto ran = checked();
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(!contains(ran.out, "baseline-stale"));
}

BOOST_AUTO_TEST_CASE(may_be_named_by_the_configuration_relative_to_it) {
    std::filesystem::create_directory(directory.path() / ".git");
    std::filesystem::create_directory(directory.path() / "data");
    directory.write("data/agenda.toml", overlap);
    written();
    directory.write("agenda-lint.toml", "baseline = \"known.txt\"\n");
    BOOST_TEST(run({"check"}).status == 0);
    BOOST_TEST(run({"check", "--no-config"}).status == 1);
    BOOST_TEST(contains(run({"config"}).out, "known.txt (agenda-lint.toml)"));
    How how;
    how.directory = directory.path() / "data";
    BOOST_TEST(run_tool({"check", "agenda.toml"}, how).status == 0);
}

BOOST_AUTO_TEST_CASE(is_shown_by_agenda) {
    directory.write("one.toml", overlap);
    directory.write("two.toml", overlap);
    written({"--only", "slot-overlap", "one.toml", "two.toml"});
    const auto ran = run({"baseline", "show", "known.txt"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(ran.out.starts_with("one.toml\n  slot-overlap "), ran.out);
    BOOST_TEST(contains(ran.out, ": slot:a, slot:b\ntwo.toml\n  slot-overlap "));
    BOOST_TEST(ran.out.ends_with("2 findings known in 2 agendas\n"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(known_findings, Folder)

BOOST_AUTO_TEST_CASE(are_shown_when_accepted_ones_are) {
    directory.write("agenda.toml", overlap);
    written();
    BOOST_TEST(contains(checked({"--show-accepted"}).out, "known error[slot-overlap]"));
    BOOST_TEST(contains(checked({"--show-accepted", "-f", "concise"}).out, "in the plenary [known]\n"));
    BOOST_TEST(!contains(checked({"-f", "concise"}).out, "slot-overlap"));
}

BOOST_AUTO_TEST_CASE(are_in_the_json_report_with_their_state) {
    directory.write("agenda.toml", overlap);
    written({"--only", "slot-overlap"});
    const auto report = json::parse(checked({"--only", "slot-overlap", "-f", "json"}).out);
    BOOST_TEST(report["summary"]["baselined"] == 1);
    BOOST_TEST(report["summary"]["error"] == 0);
    BOOST_TEST(report["findings"][0]["state"] == "baselined");
    for (const auto& rule : report["rules"])
        if (rule["id"] == "slot-overlap") BOOST_TEST(rule["status"] == "accepted");
}

BOOST_AUTO_TEST_CASE(are_unchanged_in_sarif_and_the_others_new) {
    directory.write("agenda.toml", overlap);
    written();
    directory.write("agenda.toml", overlap + slot("c", "09:30-10:15"));
    const auto log = json::parse(checked({"--only", "slot-overlap", "-f", "sarif"}).out);
    std::vector<std::string> states;
    for (const auto& result : log["runs"][0]["results"]) states.push_back(result["baselineState"]);
    std::sort(states.begin(), states.end());
    BOOST_TEST((states == Words{"new", "unchanged"}), log.dump(1));
    const auto without = json::parse(run({"check", "-f", "sarif"}).out);
    BOOST_TEST(!without["runs"][0]["results"][0].contains("baselineState"));
}

BOOST_AUTO_TEST_CASE(are_left_out_of_what_speaks_to_a_change) {
    directory.write("agenda.toml", overlap);
    written();
    for (const auto* format : {"github", "gitlab", "rdjson", "markdown"}) {
        const auto ran = checked({"-f", format});
        BOOST_TEST(ran.status == 0);
        BOOST_TEST(!contains(ran.out, "overlap by 30 min"), format << ran.out);
    }
    BOOST_TEST(contains(checked({"-f", "markdown"}).out, "| known before | "));
    BOOST_TEST(contains(checked({"-f", "markdown", "--show-accepted"}).out, "overlap by 30 min"));
    BOOST_TEST(contains(checked({"-f", "junit"}).out, "<skipped message=\"1 known finding\">"));
    BOOST_TEST(contains(checked({"-f", "html"}).out, "not known before"));
}

BOOST_AUTO_TEST_SUITE_END()
