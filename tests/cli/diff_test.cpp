// SPDX-License-Identifier: MIT
// diff: what the command says of two revisions, in files and in scratch repositories.
#include "repository.hpp"
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using support::contains;
using support::day_header;
using support::Folder;
using support::Ran;
using support::refused;
using support::Repository;
using support::slot;
using support::Words;

const std::string people =
    "[people]\nlee = { name = \"Ann Lee\", org = \"KTH\" }\nek = { name = \"Bo Ek\", org = \"KTH\" }\n";
const std::string speaking = "speakers = [\"lee\"]\n";
const std::string before = people + day_header() + slot("a", "10:00-11:00", speaking) + slot("b", "11:00-12:00") +
                           slot("c", "14:00-15:00", "speakers = [\"ek\"]\n");
const std::string moved = people + day_header() + slot("a", "10:00-11:00", speaking) + slot("b", "11:00-12:00") +
                          slot("c", "14:10-15:10", "speakers = [\"ek\"]\n");
const std::string clashing = people + day_header() + slot("a", "10:30-11:30", speaking) + slot("b", "11:00-12:00") +
                             slot("c", "14:00-15:00", "speakers = [\"ek\"]\n");

struct TwoFiles : Folder {
    Ran diff(const std::string& after, const Words& more = {}) const {
        directory.write("old.toml", before);
        directory.write("new.toml", after);
        Words words{"diff", "old.toml", "new.toml"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    json diff_json(const std::string& after, const Words& more = {}) const {
        auto words = more;
        words.insert(words.end(), {"-f", "json"});
        return json::parse(diff(after, words).out);
    }
};

std::vector<std::string> kinds(const json& report) {
    std::vector<std::string> result;
    for (const auto& change : report["changes"]) result.push_back(change["kind"]);
    return result;
}

struct WithRevisions : Repository {
    WithRevisions() {
        commit("agenda.toml", before);
        commit("agenda.toml", moved);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(diff_of_files, TwoFiles)

BOOST_AUTO_TEST_CASE(a_slot_that_moves_is_told_with_both_times_its_place_and_who_must_know) {
    const auto ran = diff(moved);
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(ran.err == "");
    BOOST_TEST(
        contains(ran.out, "slot-moved: `Workshop c` starts 10 min later: 14:00-15:00 -> 14:10-15:10\n  --> line "),
        ran.out);
    BOOST_TEST(contains(ran.out, "who must be told:\n  Bo Ek: `Workshop c`: 14:00-15:00 -> 14:10-15:10\n"), ran.out);
    BOOST_TEST(contains(ran.out, "\ndiff passed: 1 change; "), ran.out);
}

BOOST_AUTO_TEST_CASE(the_example_in_the_readme_is_what_it_says) {
    std::filesystem::create_directory(directory.path() / "data");
    const std::filesystem::path tree{AGENDA_SOURCE_DIR};
    auto agenda = support::bytes_of(tree / "data/agenda.toml");
    directory.write("data/agenda.toml", agenda);
    constexpr std::string_view time = "\"15:00-18:00\"";
    directory.write("moved.toml", agenda.replace(agenda.find(time), time.size(), "\"14:30-17:30\""));
    const auto report = run({"diff", "data/agenda.toml", "moved.toml"}).out;
    const auto readme = support::bytes_of(tree / "README.md");
    const auto begin = readme.find("data/agenda.toml -> moved.toml");
    BOOST_TEST_REQUIRE(begin != std::string::npos);
    BOOST_TEST(report.starts_with(readme.substr(begin, readme.find("```", begin) - begin)), report);
}

BOOST_AUTO_TEST_CASE(nothing_is_told_of_two_that_are_alike) {
    const auto ran = diff(before, {"--fail-on-change"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "nothing in the agenda has changed"));
    BOOST_TEST(contains(ran.out, "diff passed: 0 changes; 0 findings introduced, 0 fixed, 0 changed"));
}

BOOST_AUTO_TEST_CASE(an_error_that_comes_in_fails_and_names_the_slot_that_nobody_touched) {
    const auto ran = diff(clashing);
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "introduced error[slot-overlap]: `Workshop a` (10:30-11:30) and `Workshop b` "
                                 "(11:00-12:00) overlap by 30 min"),
               ran.out);
    BOOST_TEST(contains(ran.out, "diff failed: "));
}

BOOST_AUTO_TEST_CASE(an_error_that_is_mended_fails_nothing) {
    directory.write("a.toml", clashing);
    directory.write("b.toml", before);
    const auto ran = run({"diff", "a.toml", "b.toml"});
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.out, "fixed error[slot-overlap]: "));
}

BOOST_AUTO_TEST_CASE(the_threshold_may_be_never) { BOOST_TEST(diff(clashing, {"--fail-on", "never"}).status == 0); }

BOOST_AUTO_TEST_CASE(any_change_may_fail) {
    const auto ran = diff(moved, {"--fail-on-change"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "diff failed: 1 change;"));
    BOOST_TEST(contains(ran.out, "(fails at any change)"));
}

BOOST_AUTO_TEST_CASE(the_json_report_has_both_values_places_and_who_must_be_told) {
    const auto report = diff_json(moved);
    BOOST_TEST(report["schema"] == "agenda-lint/diff/1");
    BOOST_TEST(report["old"] == "old.toml");
    BOOST_TEST(report["new"] == "new.toml");
    BOOST_TEST(report["failed"] == false);
    BOOST_REQUIRE(report["changes"].size() == 1U);
    const auto& change = report["changes"][0];
    BOOST_TEST(change["kind"] == "slot-moved");
    BOOST_TEST(change["about"] == json{"slot:c"});
    BOOST_TEST((change["old"] == json{{"about", "slot:c"}, {"time", "14:00-15:00"}}));
    BOOST_TEST((change["new"] == json{{"about", "slot:c"}, {"time", "14:10-15:10"}}));
    BOOST_TEST(change["matched_by"] == "id");
    BOOST_TEST(change["new_place"]["line"].get<int>() > 1);
    BOOST_TEST(change["members"].empty());
    BOOST_REQUIRE(report["to_tell"].size() == 1U);
    BOOST_TEST(report["to_tell"][0]["person"] == "ek");
    BOOST_TEST(report["to_tell"][0]["changes"] == json{0});
    BOOST_TEST(report["summary"]["changes"] == 1);
}

BOOST_AUTO_TEST_CASE(a_consistent_renaming_is_told_and_no_finding_is_new) {
    auto renamed = clashing;
    for (const auto& [from, to] :
         {std::pair{"lee = ", "ann = "}, {"\"lee\"", "\"ann\""}, {"id = \"b\"", "id = \"second\""}})
        renamed.replace(renamed.find(from), std::string_view{from}.size(), to);
    directory.write("a.toml", clashing);
    directory.write("b.toml", renamed);
    const auto report = json::parse(run({"diff", "a.toml", "b.toml", "-f", "json"}).out);
    BOOST_TEST(kinds(report) == (std::vector<std::string>{"id-renamed", "id-renamed"}));
    BOOST_TEST(report["findings"]["introduced"].empty());
    BOOST_TEST(report["findings"]["fixed"].empty());
    BOOST_TEST(!report["findings"]["still"].empty());
    BOOST_TEST(run({"check", "b.toml", "--against", "a.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(each_format_may_have_its_file) {
    const auto ran = diff(moved, {"-f", "text", "-f", "json=d.json", "-f", "markdown=d.md", "-f", "html=d.html"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "slot-moved"));
    BOOST_TEST(json::parse(file("d.json"))["changes"].size() == 1U);
    BOOST_TEST(contains(file("d.md"), "- **slot-moved** `Workshop c` starts 10 min later"), file("d.md"));
    BOOST_TEST(contains(file("d.html"), "starts 10 min later"));
}

BOOST_AUTO_TEST_CASE(a_report_takes_the_place_of_neither_revision) {
    refused(diff(moved, {"-f", "json=new.toml"}), "new.toml is an agenda");
    BOOST_TEST(file("new.toml") == moved);
}

BOOST_AUTO_TEST_CASE(one_side_may_be_standard_input) {
    directory.write("old.toml", before);
    const auto ran = run({"diff", "old.toml", "-", "--stdin-filename", "draft.toml"}, moved);
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "old.toml -> draft.toml"));
    refused(run({"diff", "-", "-"}, moved), "only one of the two");
}

BOOST_AUTO_TEST_CASE(what_is_not_toml_is_not_compared) {
    refused(diff("[[day]\n"), "new.toml:1:7 cannot be read as TOML, and is not compared");
}

BOOST_AUTO_TEST_CASE(an_empty_file_had_nothing) {
    directory.write("new.toml", before);
    const auto report = json::parse(run({"diff", "/dev/null", "new.toml", "-f", "json"}).out);
    BOOST_TEST(kinds(report) == (std::vector<std::string>{"event-edited", "event-edited", "event-edited", "day-added"}));
}

BOOST_AUTO_TEST_CASE(what_the_agenda_says_of_its_rules_is_told) {
    const auto report = diff_json(before + "[rules.duration-odd]\nsession = \"30m-60m\"\n[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:b\", \"slot:a\"]\nreason = \"on purpose\"\n");
    BOOST_REQUIRE(report["changes"].size() == 2U);
    BOOST_TEST(report["changes"][0]["new"]["accept slot-overlap slot:a slot:b"] == "on purpose");
    BOOST_TEST(report["changes"][1]["new"]["rules.duration-odd.session"] == "\"30m-60m\"");
}

BOOST_AUTO_TEST_CASE(who_is_known_by_a_name_alone_is_said_to_be) {
    auto other = before;
    other.replace(other.find("lee = "), 6, "ann = ");
    other.replace(other.find("\"lee\""), 5, "\"ann\"");
    BOOST_TEST(diff_json(other)["changes"][0]["matched_by"] == "name");
    other.replace(other.find("Ann Lee"), 7, "Ann Lees");
    BOOST_TEST(diff_json(other)["changes"][0]["matched_by"] == "similarity");
}

BOOST_AUTO_TEST_CASE(an_id_that_has_passed_to_another_slot_hides_no_finding) {
    const auto three = [](const std::string& second, const std::string& third) { return day_header() + slot("slot-1", "10:00-11:00", "title = \"Alpha\"\n") + second + third; };
    directory.write("a.toml", three(slot("slot-2", "10:30-11:30", "title = \"Beta\"\n"), slot("slot-3", "12:00-13:00", "title = \"Gamma\"\n")));
    directory.write("b.toml", three(slot("slot-2", "10:30-11:30", "title = \"Gamma\"\n"), ""));
    directory.write("c.toml", three(slot("slot-2", "10:15-10:45", "title = \"Fisheries of the North Sea\"\n"), ""));
    for (const auto* later : {"b.toml", "c.toml"}) {
        BOOST_TEST(run({"diff", "a.toml", later}).status == 1, later);
        BOOST_TEST(run({"check", later, "--against", "a.toml"}).status == 1, later);
    }
}

BOOST_AUTO_TEST_CASE(somebody_else_under_an_id_is_told_as_somebody_else) {
    auto other = before;
    other.replace(other.find("Ann Lee"), 7, "Zoe Quux");
    const auto report = diff_json(other);
    BOOST_TEST(report["changes"][0]["kind"] == "person-swapped");
    BOOST_TEST(report["to_tell"].size() == 2U);
    BOOST_TEST(report["findings"]["introduced"][0]["rule"] == "rev-person-dropped");
}

BOOST_AUTO_TEST_CASE(which_of_parallel_slots_is_named_first_makes_no_finding_new) {
    const auto parallel = [](const std::string& id) { return day_header() + slot(id, "10:00-11:00", "title = \"Talk A\"\ntrack = \"T1\"\n") + slot("b", "10:00-11:00", "title = \"Talk B\"\ntrack = \"T2\"\n") + slot("c", "12:30-13:00", "title = \"Talk C\"\n"); };
    directory.write("a.toml", parallel("a"));
    directory.write("z.toml", parallel("z"));
    BOOST_TEST(json::parse(run({"diff", "a.toml", "z.toml", "-f", "json"}).out)["findings"]["introduced"].empty());
}

BOOST_AUTO_TEST_CASE(an_option_that_says_nothing_takes_no_argument_for_its_value) {
    directory.write("agenda.toml", before);
    refused(run({"check", "--against=", "agenda.toml"}), "`--against=` says nothing behind its sign");
}

BOOST_AUTO_TEST_CASE(the_freeze_counts_on_the_day_of_the_run) {
    const auto frozen = [](std::string agenda) {
        constexpr std::string_view event = "[event]\n";
        return agenda.insert(agenda.find(event) + event.size(), "frozen-on = 2026-05-01\n");
    };
    directory.write("a.toml", frozen(before));
    directory.write("b.toml", frozen(moved));
    const auto introduced = [&](const char* day) {
        const auto report = json::parse(
            run({"diff", "a.toml", "b.toml", "-f", "json", "--only", "rev-after-freeze", "--as-of", day}).out);
        return report["findings"]["introduced"].size();
    };
    BOOST_TEST(introduced("2026-04-30") == 0U);
    BOOST_TEST(introduced("2026-05-01") == 1U);
    const auto gate = run({"check", "b.toml", "--against", "a.toml", "--only", "rev-after-freeze", "--fail-on",
                           "warning", "--as-of", "2026-05-01"});
    BOOST_TEST(gate.status == 1);
    BOOST_TEST(contains(gate.out, "warning[rev-after-freeze]"), gate.out);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(diff_of_revisions, WithRevisions)

BOOST_AUTO_TEST_CASE(a_revision_alone_is_held_against_the_working_tree) {
    const auto ran = run({"diff", "HEAD~1"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "HEAD~1:agenda.toml -> agenda.toml"), ran.out);
    BOOST_TEST(contains(ran.out, "slot-moved"));
}

BOOST_AUTO_TEST_CASE(two_revisions_are_held_against_each_other) {
    const auto ran = run({"diff", "HEAD", "HEAD~1"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "HEAD:agenda.toml -> HEAD~1:agenda.toml"), ran.out);
    BOOST_TEST(contains(ran.out, "14:10-15:10 -> 14:00-15:00"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_revision_may_name_its_file) {
    commit("other.toml", clashing);
    const auto ran = run({"diff", "HEAD~2:agenda.toml", "HEAD:other.toml"});
    BOOST_TEST(ran.status == 1, ran.err);
    BOOST_TEST(contains(ran.out, "HEAD~2:agenda.toml -> HEAD:other.toml"), ran.out);
}

BOOST_AUTO_TEST_CASE(files_that_revisions_name_need_no_agenda_here) {
    commit("plan.toml", before);
    commit("plan.toml", moved);
    git({"rm", "-q", "agenda.toml"});
    const auto ran = run({"diff", "HEAD~1:plan.toml", "HEAD:plan.toml"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "slot-moved"), ran.out);
    BOOST_TEST(contains(run({"diff", "HEAD~1:plan.toml"}).out, "HEAD~1:plan.toml -> plan.toml"));
}

BOOST_AUTO_TEST_CASE(a_range_is_refused) {
    for (const auto* range : {"HEAD~1..HEAD", "HEAD~1...HEAD", "HEAD^!", "HEAD^@"}) {
        refused(run({"diff", range}), "is a range, and one revision is wanted");
        refused(run({"check", "--against", range}), "is a range, and one revision is wanted");
    }
}

BOOST_AUTO_TEST_CASE(a_file_says_which_one_of_the_revision_is_meant) {
    std::filesystem::create_directory(directory.path() / "events");
    commit("events/spring forum.toml", before);
    directory.write("events/spring forum.toml", moved);
    const auto ran = run({"diff", "HEAD", "events/spring forum.toml"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "HEAD:events/spring forum.toml -> events/spring forum.toml"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_revision_that_git_does_not_have_is_a_failure) {
    refused(run({"diff", "v9"}), "git has no revision `v9` here");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_CASE(a_diff_in_no_repository_needs_two_files, TwoFiles) {
    directory.write("agenda.toml", before);
    refused(run({"diff", "HEAD"}), "git finds no repository of agenda.toml");
}
