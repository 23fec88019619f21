// SPDX-License-Identifier: MIT
// What stands in for agenda-lint on people's own machines: the hooks for pre-commit, run by it, and the driver of `git diff`, run by git.
#include "yaml.hpp"

namespace {

using support::clashing;
using support::contains;
using support::overlapping;
using support::Ran;
using support::Variables;

/// A repository with a copy of the hooks beside it, whose scripts/check is the tool that is built already.
struct Hooked : support::RepositoryWithAgenda {
    Hooked() {
        std::filesystem::create_directories(directory.path() / "tool/scripts");
        std::filesystem::copy_file(support::in_tree(".pre-commit-hooks.yaml"), directory.path() / "tool/.pre-commit-hooks.yaml");
        directory.write("tool/scripts/check", "#!/bin/sh\nexec " AGENDA_LINT_BINARY " \"$@\"\n");
        shell("chmod +x scripts/check; git init -q -b main .; git add -A; git commit -q -m tool; git tag v1", "tool");
        directory.write(".git/info/exclude", "/tool\n/.cache\n");
    }
    Ran hook(const std::string& id, const std::string& more = {}) const {
        directory.write(".pre-commit-config.yaml", "repos:\n- repo: ./tool\n  rev: v1\n  hooks:\n  - id: " + id + "\n" + more);
        git({"add", "-A"});
        const auto path = std::filesystem::path{AGENDA_LINT_BINARY}.parent_path().string() + ":" + std::getenv("PATH");
        return shell("pre-commit run --color never", ".", {{"PRE_COMMIT_HOME", (directory.path() / ".cache").string()}, {"PATH", path}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(pre_commit_hook, Hooked)

BOOST_AUTO_TEST_CASE(checks_the_agendas_of_a_commit_and_no_other_file) {
    directory.write("agenda-lint.toml", "");
    directory.write("other.toml", "x = \n");
    auto ran = hook("agenda-lint");
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(contains(ran.out, "(no files to check)Skipped"), ran.out);
    directory.write("agenda.toml", clashing);
    std::filesystem::create_directory(directory.path() / "2026");
    directory.write("2026/agenda of may.toml", overlapping);
    ran = hook("agenda-lint");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "--> agenda.toml:9:8"), ran.out);
    BOOST_TEST(contains(ran.out, "--> 2026/agenda of may.toml:9:8"), ran.out);
    BOOST_TEST(contains(ran.out, "in 2 agendas"), ran.out);
}

BOOST_AUTO_TEST_CASE(takes_arguments_such_as_the_revision_to_hold_against) {
    directory.write("agenda.toml", "# a remark\n" + overlapping);
    const std::string against = "    args: [--against, HEAD]\n";
    BOOST_TEST(hook("agenda-lint", against).status == 0);
    directory.write("agenda.toml", clashing);
    const auto ran = hook("agenda-lint", against);
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "`Workshop a` (13:30-14:30) and `Workshop c`"), ran.out);
}

BOOST_AUTO_TEST_CASE(runs_what_is_installed_where_one_prefers_that) {
    directory.write("agenda.toml", clashing);
    const auto ran = hook("agenda-lint-installed");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "error[slot-overlap]"), ran.out);
}

BOOST_AUTO_TEST_CASE(names_a_command_that_there_is) {
    const auto hooks = support::documents_of(".pre-commit-hooks.yaml");
    for (const auto& one : hooks[0]) {
        BOOST_TEST(one["require_serial"] == true);
        const auto entry = one["entry"].get<std::string>();
        if (one["language"] == "script") BOOST_TEST(access(support::in_tree(entry.substr(0, entry.find(' '))).c_str(), X_OK) == 0, entry);
    }
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// A repository that git shows changes of agendas in by what has changed.
struct Driven : support::RepositoryWithAgenda {
    Driven() {
        commit(".gitattributes", "*agenda*.toml diff=agenda\n");
        git({"config", "diff.agenda.command", AGENDA_SOURCE_DIR "/scripts/git-diff"});
    }
    /// Git's own answer: it ends with another status than 0 where a driver does.
    std::string shown(const std::string& command, const std::string& tool = AGENDA_LINT_BINARY) const {
        const auto ran = shell("git " + command, ".", {{"AGENDA_LINT", tool}});
        BOOST_TEST(ran.status == 0, command << ": " << ran.err);
        return ran.out;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(git_diff_driver, Driven)

BOOST_AUTO_TEST_CASE(says_what_has_changed_and_names_both_sides) {
    directory.write("agenda.toml", clashing);
    const auto said = shown("diff");
    BOOST_TEST(said.starts_with("a/agenda.toml -> agenda.toml\n"), said);
    BOOST_TEST(contains(said, "slot-moved"));
    BOOST_TEST(contains(said, "introduced error[slot-overlap]: `Workshop a` (13:30-14:30) and `Workshop c`"), said);
    BOOST_TEST(contains(said, "--> a/agenda.toml:9:8\n"), said);
    BOOST_TEST(!contains(said, "git-blob"), said);
}

BOOST_AUTO_TEST_CASE(works_in_the_history_and_between_revisions_and_leaves_other_files_to_git) {
    commit("agenda.toml", clashing);
    commit("notes.txt", "words\n");
    const auto history = shown("log -p --ext-diff");
    BOOST_TEST(contains(history, "slot-moved"));
    BOOST_TEST(contains(history, "+words"));
    BOOST_TEST(!contains(shown("log -p"), "slot-moved"));
    BOOST_TEST(contains(shown("diff HEAD~1 HEAD~2"), "introduced error[slot-overlap]"));
    BOOST_TEST(contains(shown("diff --stat HEAD~2"), "agenda.toml"));
}

BOOST_AUTO_TEST_CASE(finds_the_configuration_of_the_agenda) {
    directory.write("agenda.toml", clashing);
    directory.write("agenda-lint.toml", "[rules.slot-overlap]\nseverity = \"info\"\n");
    BOOST_TEST(contains(shown("diff"), "introduced info[slot-overlap]"));
}

BOOST_AUTO_TEST_CASE(follows_a_renaming) {
    git({"mv", "agenda.toml", "my agenda.toml"});
    directory.write("my agenda.toml", clashing);
    const auto said = shown("diff HEAD");
    BOOST_TEST(said.starts_with("a/agenda.toml -> my agenda.toml\n"), said);
    BOOST_TEST(contains(said, "slot-moved"));
}

BOOST_AUTO_TEST_CASE(shows_the_lines_of_a_file_that_is_new_gone_or_cannot_be_compared) {
    directory.write("agenda-2.toml", overlapping);
    git({"add", "agenda-2.toml"});
    BOOST_TEST(contains(shown("diff HEAD"), "+++ b/agenda-2.toml\n"));
    BOOST_TEST(contains(shown("diff HEAD"), "+time = \"10:00-11:00\"\n"));
    git({"rm", "-q", "-f", "agenda-2.toml", "agenda.toml"});
    BOOST_TEST(contains(shown("diff HEAD"), "-time = \"10:00-11:00\"\n"));
    git({"checkout", "-q", "HEAD", "agenda.toml"});
    directory.write("agenda.toml", overlapping + "x = \n");
    BOOST_TEST(contains(shown("diff HEAD"), "+x = \n"));
}

BOOST_AUTO_TEST_CASE(shows_the_lines_where_there_is_no_tool) {
    directory.write("agenda.toml", clashing);
    const auto said = shown("diff", "/nowhere/agenda-lint");
    BOOST_TEST(contains(said, "+time = \"13:30-14:30\"\n"), said);
}

BOOST_AUTO_TEST_CASE(says_of_a_file_that_is_not_merged_that_it_is_not) {
    git({"checkout", "-q", "-b", "other"});
    commit("agenda.toml", clashing);
    git({"checkout", "-q", "main"});
    commit("agenda.toml", "# a remark\n" + support::day_header());
    shell("git merge -q other");
    BOOST_TEST(contains(shown("diff --base"), "* Unmerged path agenda.toml\n"));
}

BOOST_AUTO_TEST_CASE(obeys_no_path_as_a_shell_or_a_terminal) {
    const std::string name = "$(touch obeyed) \x1b[2J agenda.toml";
    commit(name, overlapping);
    directory.write(name, clashing);
    const auto said = shown("diff");
    BOOST_TEST(contains(said, "slot-moved"));
    BOOST_TEST(!contains(said, "\x1b["), said);
    directory.write(name, "x = \n");
    BOOST_TEST(!contains(shown("diff"), "\x1b["));
    BOOST_TEST(!std::filesystem::exists(directory.path() / "obeyed"));
}

BOOST_AUTO_TEST_CASE(may_lie_in_a_folder_with_blanks_and_be_linked_to) {
    std::filesystem::create_directory(directory.path() / "the tools");
    std::filesystem::create_symlink(AGENDA_SOURCE_DIR "/scripts/git-diff", directory.path() / "the tools/git-diff");
    git({"config", "diff.agenda.command", "'" + (directory.path() / "the tools/git-diff").string() + "'"});
    directory.write("agenda.toml", clashing);
    BOOST_TEST(contains(shown("diff"), "slot-moved"));
}

BOOST_AUTO_TEST_CASE(uses_colours_where_git_does) {
    directory.write("agenda.toml", clashing);
    BOOST_TEST(contains(shown("-c color.diff=always diff"), "\x1b["));
    BOOST_TEST(!contains(shown("diff"), "\x1b["));
}

BOOST_AUTO_TEST_SUITE_END()
