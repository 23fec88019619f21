// SPDX-License-Identifier: MIT
// The gate by another revision: check --against, with scratch repositories of the installed git.
#include "repository.hpp"
#include <nlohmann/json.hpp>

namespace {

using support::contains;
using support::day_header;
using support::How;
using support::refused;
using support::Ran;
using support::run_tool;
using support::slot;
using support::Words;
using nlohmann::json;

/// `a` and `b` overlap; `c` is free.
const std::string before = day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30") + slot("c", "14:00-15:00");
const std::string clashing = day_header() + slot("a", "13:30-14:30") + slot("b", "10:30-11:30") + slot("c", "14:00-15:00");

/// A repository whose first commit has `agenda.toml`.
struct WithAgenda : support::Repository {
    WithAgenda() { commit("agenda.toml", before); }
    Ran against(const std::string& revision, const Words& more = {}) const {
        Words words{"check", "--against", revision};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(against_a_revision, WithAgenda)

BOOST_AUTO_TEST_CASE(what_it_had_fails_nothing_and_is_counted) {
    BOOST_TEST(run({"check"}).status == 1);
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(ran.err == "");
    BOOST_TEST(contains(ran.out, "known before"));
    BOOST_TEST(!contains(ran.out, "error["));
}

BOOST_AUTO_TEST_CASE(a_slot_that_is_moved_onto_an_untouched_one_fails_and_both_are_named) {
    directory.write("agenda.toml", clashing);
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "error[slot-overlap]: `Workshop a` (13:30-14:30) and `Workshop c` (14:00-15:00) overlap"), ran.out);
}

BOOST_AUTO_TEST_CASE(mending_one_and_adding_another_of_the_same_rule_fails) {
    directory.write("agenda.toml", day_header() + slot("a", "10:00-10:30") + slot("b", "10:30-11:30") + slot("c", "11:00-12:00"));
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "error[slot-overlap]: `Workshop b`"));
}

BOOST_AUTO_TEST_CASE(an_agenda_in_another_order_and_form_has_nothing_new) {
    directory.write("agenda.toml", "# remark\n\n" + day_header() + slot("c", "14.00 - 15.00") + slot("b", "10h30-11h30") + slot("a", "10.00-11.00"));
    const auto ran = against("HEAD", {"--only", "slot-overlap"});
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
}

BOOST_AUTO_TEST_CASE(what_has_become_worse_fails) {
    const auto people = std::string{"[people]\np = { name = \"P Q\" }\n"};
    const auto busy = "speakers = [\"p\"]\n";
    const auto optional = [&](const char* more) { return people + day_header() + slot("x", "10:00-11:00", busy) + slot("y", "10:30-11:30", std::string{busy} + more); };
    commit("agenda.toml", optional("optional = true\ntrack = \"t\"\n"));
    directory.write("agenda.toml", optional("track = \"t\"\n"));
    const Words only{"--only", "person-double-booked", "-f", "json"};
    const auto ran = against("HEAD", only);
    const auto report = json::parse(ran.out);
    BOOST_TEST_REQUIRE(report["findings"].size() == 1U, ran.out);
    BOOST_TEST(report["findings"][0]["severity"] == "error");
    BOOST_TEST(report["findings"][0]["state"] == "open");
    BOOST_TEST(ran.status == 1);
}

BOOST_AUTO_TEST_CASE(a_deleted_accept_fails_as_its_finding_counts_anew) {
    commit("agenda.toml", before + "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"r\"\n");
    directory.write("agenda.toml", before);
    BOOST_TEST(against("HEAD").status == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_toml_fails_though_it_was_not_before) {
    commit("agenda.toml", before + "x = \n");
    BOOST_TEST(against("HEAD").status == 1);
    directory.write("agenda.toml", before);
    const auto ran = against("HEAD");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.err, "HEAD:agenda.toml is not TOML"));
}

BOOST_AUTO_TEST_CASE(names_with_blanks_and_dashes_and_folders_are_found) {
    std::filesystem::create_directory(directory.path() / "the data");
    commit("the data/-my agenda.toml", before);
    BOOST_TEST(against("HEAD", {"the data/-my agenda.toml"}).status == 0);
    BOOST_TEST(run({"check", "--against", "HEAD", "./-my agenda.toml"}, "the data").status == 0);
    BOOST_TEST(run({"check", "--against", "HEAD", "--", "-my agenda.toml"}, "the data").status == 0);
    std::filesystem::create_directory(directory.path() / "-x");
    commit("-x/agenda.toml", before);
    BOOST_TEST(against("HEAD", {"--", "-x/agenda.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(standard_input_has_the_name_that_it_is_given) {
    BOOST_TEST(run({"check", "--against", "HEAD", "--stdin-filename", "agenda.toml", "-"}, ".", before).status == 0);
    refused(run({"check", "--against", "HEAD", "-"}, ".", before), "standard input has no revision");
}

BOOST_AUTO_TEST_CASE(another_file_of_the_revision_may_be_named) {
    git({"mv", "agenda.toml", "programme.toml"});
    refused(against("HEAD", {"programme.toml"}), "`HEAD` has no programme.toml; it was called agenda.toml there: --against HEAD:agenda.toml");
    BOOST_TEST(against("HEAD:agenda.toml", {"programme.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_file_that_it_does_not_have_is_a_failure) {
    directory.write("new.toml", before);
    refused(against("HEAD", {"new.toml"}), "`HEAD` has no new.toml");
    refused(against("HEAD:gone.toml"), "`HEAD` has no file `gone.toml`");
}

BOOST_AUTO_TEST_CASE(another_file_in_place_of_a_revision_will_do) {
    directory.write("old.toml", before);
    directory.write("agenda.toml", clashing);
    BOOST_TEST(against("old.toml").status == 1);
    directory.write("agenda.toml", before);
    BOOST_TEST(against("old.toml").status == 0);
    directory.write("two.toml", before);
    refused(against("old.toml", {"agenda.toml", "two.toml"}), "--against old.toml is one file, and there are several agendas");
}

BOOST_AUTO_TEST_CASE(a_folder_of_its_name_is_no_file) {
    git({"branch", "data"});
    std::filesystem::create_directory(directory.path() / "data");
    BOOST_TEST(against("data").status == 0);
}

BOOST_AUTO_TEST_CASE(each_of_several_agendas_is_held_against_itself) {
    commit("two.toml", day_header() + slot("a", "10:00-11:00"));
    BOOST_TEST(against("HEAD", {"agenda.toml", "two.toml"}).status == 0);
    directory.write("two.toml", before);
    BOOST_TEST(against("HEAD", {"agenda.toml", "two.toml"}).status == 1);
}

BOOST_AUTO_TEST_CASE(a_detached_head_is_a_revision_like_any_other) {
    commit("agenda.toml", clashing);
    git({"checkout", "-q", "--detach"});
    BOOST_TEST(against("HEAD").status == 0);
    BOOST_TEST(against("HEAD~1").status == 1);
    BOOST_TEST(against("main").status == 0);
    BOOST_TEST(against(":/change").status == 0);
}

BOOST_AUTO_TEST_CASE(one_that_git_does_not_have_is_a_failure_that_names_the_command_where_there_is_one) {
    refused(against("nowhere"), "git has no revision `nowhere` here\n");
    git({"remote", "add", "origin", "elsewhere"});
    refused(against("HEAD~9"), "git has no revision `HEAD~9` here\n");
    refused(against("nowhere"), "git has no revision `nowhere` here; this may bring it: git fetch origin nowhere:nowhere");
    const std::string hash(40, '1');
    refused(against(hash), "git fetch origin " + hash);
}

BOOST_AUTO_TEST_CASE(a_shallow_clone_names_the_command_that_works) {
    commit("agenda.toml", clashing);
    git({"branch", "release"});
    git({"clone", "-q", "--depth", "1", "--branch", "main", "file://" + directory.path().string(), "clone"});
    refused(run({"check", "--against", "origin/release"}, "clone"), "git fetch --depth=1 origin release:refs/remotes/origin/release");
    git({"fetch", "-q", "--depth=1", "origin", "release:refs/remotes/origin/release"}, "clone");
    BOOST_TEST(run({"check", "--against", "origin/release"}, "clone").status == 0);
    refused(run({"check", "--against", "HEAD~1"}, "clone"), "git fetch --unshallow");
    git({"fetch", "-q", "--unshallow"}, "clone");
    BOOST_TEST(run({"check", "--against", "HEAD~1"}, "clone").status == 1);
}

BOOST_AUTO_TEST_CASE(what_begins_with_a_dash_or_is_empty_is_none) {
    refused(run({"check", "--against=--output=x"}), "--against takes a file or a revision, and `--output=x` is neither");
    refused(run({"check", "--against="}), "--against");
    BOOST_TEST(!std::filesystem::exists(directory.path() / "x"));
}

BOOST_AUTO_TEST_CASE(what_a_shell_would_obey_is_a_name_like_any_other) {
    refused(against("$(touch x);`touch x`|touch x"), "git has no revision");
    BOOST_TEST(!std::filesystem::exists(directory.path() / "x"));
}

BOOST_AUTO_TEST_CASE(without_git_is_a_failure) {
    How how;
    how.directory = directory.path();
    how.environment = {{"LC_ALL", "C.UTF-8"}, {"PATH", "/nowhere"}};
    refused(run_tool({"check", "--against", "HEAD"}, how), "git is not installed");
}

BOOST_AUTO_TEST_CASE(the_folder_counts_and_not_what_a_hook_says_of_it) {
    How how;
    how.directory = directory.path();
    how.environment.emplace_back("GIT_DIR", "elsewhere");
    how.environment.emplace_back("GIT_INDEX_FILE", "elsewhere");
    BOOST_TEST(run_tool({"check", "--against", "HEAD"}, how).status == 0);
}

BOOST_AUTO_TEST_CASE(a_baseline_counts_beside_it) {
    directory.write("agenda.toml", clashing + slot("d", "16:00-17:00") + slot("e", "16:30-17:30"));
    BOOST_TEST(run({"baseline", "write", "known.txt"}).status == 0);
    directory.write("agenda.toml", before + slot("d", "16:00-17:00") + slot("e", "16:30-17:30"));
    BOOST_TEST(against("HEAD").status == 1);
    BOOST_TEST(run({"check", "--baseline", "known.txt"}).status == 1);
    BOOST_TEST(against("HEAD", {"--baseline", "known.txt"}).status == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(an_agenda_in_no_repository_has_no_revisions) {
    const support::TemporaryDirectory directory;
    directory.write("agenda.toml", before);
    How how;
    how.directory = directory.path();
    how.environment.emplace_back("GIT_CEILING_DIRECTORIES", directory.path().parent_path().string());
    refused(run_tool({"check", "--against", "HEAD"}, how), "git finds no repository of agenda.toml");
}
