// SPDX-License-Identifier: MIT
// What becomes of revisions in repositories of every kind: renamed and new files, shallow clones, tags, submodules,
// names that look like something else. A command that a message names is run as it stands.
#include "repository.hpp"

namespace {

using support::clashing;
using support::contains;
using support::How;
using support::overlapping;
using support::Ran;
using support::refused;
using support::run_tool;
using support::Words;

/// What stands behind "this may bring it: " or "or for a tag: ", to the next comma or the line's end.
std::string command_in(const std::string& message, std::string_view after = "this may bring it: ") {
    const auto at = message.find(after);
    BOOST_TEST_REQUIRE((at != std::string::npos), message);
    const auto start = at + after.size();
    return message.substr(start, message.find_first_of(",\n", start) - start);
}

struct Cloned : support::RepositoryWithAgenda {
    /// Only what is on `main` now.
    void clone_shallow() const { git({"clone", "-q", "--depth", "1", "--branch", "main", "file://" + directory.path().string(), "clone"}); }
    Ran in_clone(const std::string& revision) const { return run({"check", "--against", revision}, "clone"); }
    /// Runs the command that the tool names where it has no such revision.
    void bring(const std::string& revision, const std::string& command, std::string_view after = "this may bring it: ") const {
        const auto said = in_clone(revision);
        refused(said, "git has no revision `" + revision + "` here; ");
        BOOST_TEST(command_in(said.err, after) == command);
        const auto ran = shell(command, "clone");
        BOOST_TEST(ran.status == 0, ran.err);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(git_revision, Cloned)

BOOST_AUTO_TEST_CASE(a_renamed_file_is_followed_also_where_it_has_changed) {
    std::filesystem::create_directory(directory.path() / "2026");
    git({"mv", "agenda.toml", "2026/spring.toml"});
    BOOST_TEST(against("HEAD", {"2026/spring.toml"}).status == 0);
    directory.write("2026/spring.toml", clashing);
    const auto ran = against("HEAD", {"2026/spring.toml"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(ran.err == "");
    BOOST_TEST(contains(ran.out, "error[slot-overlap]: `Workshop a` (13:30-14:30) and `Workshop c`"));
    BOOST_TEST(run({"check", "--against", "HEAD", "spring.toml"}, "2026").status == 1);
}

BOOST_AUTO_TEST_CASE(a_renamed_file_goes_by_its_earlier_name) {
    commit("old name.toml", overlapping + "x = \n");
    git({"mv", "old name.toml", "new name.toml"});
    BOOST_TEST(contains(against("HEAD", {"new name.toml"}).err, "agenda-lint: HEAD:old name.toml cannot be read as TOML"));
}

BOOST_AUTO_TEST_CASE(no_setting_of_git_hides_a_renaming) {
    std::filesystem::create_directory(directory.path() / "sub");
    git({"mv", "agenda.toml", "sub/spring.toml"});
    for (const auto* setting : {"diff.renames", "diff.relative", "diff.noprefix", "status.renames", "diff.external"})
        git({"config", setting, setting == std::string_view{"diff.renames"} ? "false" : "true"});
    BOOST_TEST(run({"check", "--against", "HEAD", "spring.toml"}, "sub").status == 0);
}

BOOST_AUTO_TEST_CASE(in_a_file_that_is_new_everything_is_and_a_line_says_so) {
    directory.write("new.toml", clashing);
    const auto ran = against("HEAD", {"new.toml"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(ran.err == "agenda-lint: `HEAD` has no new.toml: all that is found in it counts as new\n");
    BOOST_TEST(contains(ran.out, "error[slot-overlap]"));
    BOOST_TEST(!contains(ran.out, "known before"));
    directory.write("new.toml", support::day_header() + support::slot("a", "10:00-11:00"));
    BOOST_TEST(against("HEAD", {"new.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(of_a_file_that_is_new_nothing_has_changed_since) {
    const auto frozen = "[event]\nfrozen-on = 2020-01-01\n[[day]]\ndate = 2026-06-01\n" + support::slot("a", "10:00-11:00");
    directory.write("new.toml", frozen);
    const auto ran = against("HEAD", {"new.toml", "-f", "concise"});
    BOOST_TEST(!contains(ran.out, " rev-"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_new_file_beside_one_that_was_there_is_new_alone) {
    directory.write("new.toml", overlapping);
    const auto ran = against("HEAD", {"agenda.toml", "new.toml", "-f", "concise"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "new.toml:9:8: error slot-overlap"), ran.out);
    BOOST_TEST(!contains(ran.out, "\nagenda.toml:"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_link_is_followed) {
    commit("real.toml", overlapping);
    std::filesystem::create_symlink("real.toml", directory.path() / "link.toml");
    git({"add", "link.toml"});
    git({"commit", "-q", "-m", "link"});
    BOOST_TEST(against("HEAD", {"link.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_tag_is_one_annotated_or_not) {
    git({"tag", "light"});
    git({"tag", "-a", "-m", "words", "annotated"});
    directory.write("agenda.toml", clashing);
    for (const auto* tag : {"light", "annotated", "tags/annotated", "refs/tags/annotated", "annotated^{}", "annotated^{tree}"})
        BOOST_TEST(against(tag).status == 1, tag);
    directory.write("agenda.toml", overlapping);
    BOOST_TEST(against("annotated").status == 0);
    git({"mv", "agenda.toml", "other.toml"});
    BOOST_TEST(against("annotated", {"other.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_file_by_its_hash_is_none) {
    const auto hash = shell("git rev-parse HEAD:agenda.toml").out;
    refused(against(hash.substr(0, hash.find('\n'))), "is no revision: neither a commit nor a tag of one");
}

BOOST_AUTO_TEST_CASE(a_detached_head_is_one_like_any_other) {
    commit("agenda.toml", clashing);
    git({"checkout", "-q", "--detach"});
    BOOST_TEST(against("HEAD").status == 0);
    BOOST_TEST(against("HEAD~1").status == 1);
    BOOST_TEST(against("main").status == 0);
    BOOST_TEST(against(":/change").status == 0);
    BOOST_TEST(against("main@{0}").status == 0);
}

BOOST_AUTO_TEST_CASE(the_index_has_files_too) {
    directory.write("agenda.toml", clashing);
    BOOST_TEST(against(":agenda.toml").status == 1);
    git({"add", "agenda.toml"});
    BOOST_TEST(against(":agenda.toml").status == 0);
    BOOST_TEST(against(":0:agenda.toml").status == 0);
    refused(against(":gone.toml"), "the index has no file `gone.toml`");
}

BOOST_AUTO_TEST_CASE(one_that_git_does_not_have_is_a_failure_and_the_command_that_may_help_is_named) {
    refused(against("nowhere"), "git has no revision `nowhere` here\n");
    git({"remote", "add", "upstream", "elsewhere"});
    refused(against("HEAD~9"), "git has no revision `HEAD~9` here\n");
    refused(against("nowhere"), "here; this may bring it: git fetch upstream nowhere:nowhere, or for a tag: git fetch upstream tag nowhere\n");
    refused(against("upstream/x/y"), "here; this may bring it: git fetch upstream x/y:refs/remotes/upstream/x/y\n");
    refused(against("a@b"), "here; this may bring it: git fetch upstream a@b:a@b, or for a tag: git fetch upstream tag a@b\n");
    refused(against("x@{1}"), "here; this may bring it: git fetch upstream x:x, or for a tag: git fetch upstream tag x\n");
    refused(against("refs/heads/x"), "here; this may bring it: git fetch upstream refs/heads/x:refs/heads/x\n");
    refused(against("abcdef1"), "here; this may bring it: git fetch upstream\n");
    git({"remote", "add", "origin", "elsewhere"});
    const std::string hash(40, '1');
    refused(against(hash), "here; this may bring it: git fetch origin " + hash + "\n");
}

BOOST_AUTO_TEST_CASE(one_that_only_the_remote_is_known_to_have_is_named_as_it_is_known) {
    git({"branch", "release"});
    git({"clone", "-q", directory.path().string(), "clone"});
    refused(in_clone("release"), "git has no revision `release` here; there is `origin/release`\n");
    BOOST_TEST(in_clone("origin/release").status == 0);
}

BOOST_AUTO_TEST_CASE(a_repository_without_a_commit_has_none) {
    std::filesystem::create_directory(directory.path() / "fresh");
    git({"init", "-q", "."}, "fresh");
    directory.write("fresh/agenda.toml", overlapping);
    refused(run({"check", "--against", "HEAD"}, "fresh"), "git has no revision `HEAD` here\n");
}

BOOST_AUTO_TEST_CASE(what_a_shell_would_obey_is_a_name_like_any_other_also_in_the_command_that_is_named) {
    git({"remote", "add", "origin", "elsewhere"});
    for (const auto* name : {"$(touch x);`touch x`|touch x", "a' ;touch x #", "a b\" ;touch x"}) {
        const auto ran = against(name);
        refused(ran, "git has no revision");
        shell(command_in(ran.err));
        BOOST_TEST(!std::filesystem::exists(directory.path() / "x"), name);
    }
}

BOOST_AUTO_TEST_CASE(what_begins_with_a_dash_or_is_empty_is_none) {
    refused(run({"check", "--against=--output=x"}), "`--output=x` is neither a file nor a revision");
    refused(run({"check", "--against=-"}), "`-` is neither a file nor a revision");
    refused(run({"check", "--against", ""}), "`` is neither a file nor a revision");
    BOOST_TEST(!std::filesystem::exists(directory.path() / "x"));
    git({"update-ref", "refs/heads/-x", "HEAD"});
    BOOST_TEST(against("refs/heads/-x").status == 0);
}

BOOST_AUTO_TEST_CASE(names_with_blanks_dashes_and_folders_are_found) {
    std::filesystem::create_directory(directory.path() / "the data");
    commit("the data/-my agenda.toml", overlapping);
    BOOST_TEST(against("HEAD", {"the data/-my agenda.toml"}).status == 0);
    BOOST_TEST(run({"check", "--against", "HEAD", "./-my agenda.toml"}, "the data").status == 0);
    BOOST_TEST(run({"check", "--against", "HEAD", "--", "-my agenda.toml"}, "the data").status == 0);
    std::filesystem::create_directory(directory.path() / "-x");
    commit("-x/agenda.toml", overlapping);
    BOOST_TEST(against("HEAD", {"--", "-x/agenda.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(names_with_colons_signs_and_line_breaks_are_found) {
    for (const std::string name : {"a:b.toml", "HEAD:x.toml", "*.toml", ":(top)x.toml", "a\nb.toml", "\xC3\xA9.toml"}) {
        directory.write(name, overlapping);
        git({"--literal-pathspecs", "add", "--", name});
        git({"commit", "-q", "-m", "one more"});
        BOOST_TEST(against("HEAD", {"./" + name}).status == 0, name);
        BOOST_TEST(against("HEAD:" + name).status == 0, name);
        git({"--literal-pathspecs", "mv", name, "renamed " + name});
        BOOST_TEST(against("HEAD", {"renamed " + name}).status == 0, name);
        git({"commit", "-q", "-m", "renamed"});
    }
}

BOOST_AUTO_TEST_CASE(a_path_of_a_revision_may_be_seen_from_the_agendas_folder) {
    std::filesystem::create_directory(directory.path() / "sub");
    commit("sub/agenda.toml", clashing);
    BOOST_TEST(against("HEAD:./agenda.toml", {"sub/agenda.toml"}).status == 0);
    BOOST_TEST(against("HEAD:../agenda.toml", {"sub/agenda.toml"}).status == 1);
}

BOOST_AUTO_TEST_CASE(a_shallow_clone_gets_a_branch_by_the_command_that_is_named) {
    commit("agenda.toml", clashing);
    git({"branch", "release"});
    clone_shallow();
    bring("origin/release", "git fetch --depth=1 origin release:refs/remotes/origin/release");
    BOOST_TEST(in_clone("origin/release").status == 0);
    git({"update-ref", "-d", "refs/remotes/origin/release"}, "clone");
    bring("release", "git fetch --depth=1 origin release:release");
    BOOST_TEST(in_clone("release").status == 0);
}

BOOST_AUTO_TEST_CASE(a_shallow_clone_gets_a_tag_by_the_command_that_is_named) {
    git({"tag", "-a", "-m", "words", "v1"});
    git({"tag", "v0"});
    commit("agenda.toml", clashing);
    clone_shallow();
    bring("v1", "git fetch --depth=1 origin tag v1", "or for a tag: ");
    BOOST_TEST(in_clone("v1").status == 1);
    BOOST_TEST(in_clone("v0").status == 1); // git brings it with the other, as both are of one commit
    for (const std::string tag : {"v1", "v0"}) git({"update-ref", "-d", "refs/tags/" + tag}, "clone");
    bring("refs/tags/v1", "git fetch --depth=1 origin refs/tags/v1:refs/tags/v1");
    BOOST_TEST(in_clone("refs/tags/v1").status == 1);
}

BOOST_AUTO_TEST_CASE(a_shallow_clone_gets_a_commit_by_the_command_that_is_named) {
    const auto hash = shell("git rev-parse HEAD").out.substr(0, 40);
    git({"config", "uploadpack.allowReachableSHA1InWant", "true"});
    commit("agenda.toml", clashing);
    clone_shallow();
    bring(hash, "git fetch --depth=1 origin " + hash);
    BOOST_TEST(in_clone(hash).status == 1);
}

BOOST_AUTO_TEST_CASE(a_shallow_clone_gets_what_lies_further_back_by_the_command_that_is_named) {
    commit("agenda.toml", clashing);
    git({"branch", "release"});
    const auto first = shell("git rev-parse --short=8 HEAD~1").out.substr(0, 8);
    clone_shallow();
    bring("HEAD~1", "git fetch --unshallow origin");
    BOOST_TEST(in_clone("HEAD~1").status == 1);
    BOOST_TEST(in_clone(first).status == 1);
    std::filesystem::remove_all(directory.path() / "clone");
    clone_shallow();
    bring(first, "git fetch --unshallow origin");
    BOOST_TEST(in_clone(first).status == 1);
    std::filesystem::remove_all(directory.path() / "clone");
    clone_shallow();
    bring("origin/release~1", "git fetch --unshallow origin release:refs/remotes/origin/release");
    BOOST_TEST(in_clone("origin/release~1").status == 1);
}

BOOST_AUTO_TEST_CASE(the_command_that_is_named_works_from_where_one_is) {
    commit("agenda.toml", clashing);
    clone_shallow();
    const auto said = run({"check", "--against", "HEAD~1", "clone/agenda.toml"});
    BOOST_TEST(command_in(said.err) == "git -C clone fetch --unshallow origin");
    shell(command_in(said.err));
    BOOST_TEST(in_clone("HEAD~1").status == 1);
}

BOOST_AUTO_TEST_CASE(in_a_submodule_the_revisions_are_the_submodules) {
    const Cloned inner;
    inner.commit("agenda.toml", clashing);
    git({"submodule", "--quiet", "add", inner.directory.path().string(), "sub"});
    git({"commit", "-q", "-m", "submodule"});
    BOOST_TEST(against("HEAD", {"sub/agenda.toml"}).status == 0);
    BOOST_TEST(against("HEAD~1", {"sub/agenda.toml"}).status == 1);
    BOOST_TEST(run({"check", "--against", "HEAD~1"}, "sub").status == 1);
    const auto hash = shell("git rev-parse HEAD").out.substr(0, 40);
    refused(against(hash, {"sub/agenda.toml"}), "this may bring it: git -C sub fetch origin " + hash);
}

BOOST_AUTO_TEST_CASE(a_renaming_is_followed_beside_a_submodule_that_is_not_there) {
    const Cloned inner;
    git({"submodule", "--quiet", "add", inner.directory.path().string(), "sub"});
    git({"commit", "-q", "-m", "submodule"});
    git({"mv", "agenda.toml", "spring.toml"});
    git({"submodule", "--quiet", "deinit", "--force", "sub"});
    BOOST_TEST(against("HEAD", {"spring.toml"}).status == 0);
}

BOOST_AUTO_TEST_CASE(a_working_tree_of_its_own_is_one_like_any_other) {
    git({"worktree", "add", "-q", "--detach", "tree"});
    directory.write("tree/agenda.toml", clashing);
    BOOST_TEST(run({"check", "--against", "HEAD"}, "tree").status == 1);
}

BOOST_AUTO_TEST_CASE(a_repository_of_somebody_else_is_one_that_git_distrusts_and_the_command_that_helps_is_named) {
    How how;
    how.directory = directory.path();
    how.environment.emplace_back("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    how.environment.emplace_back("HOME", directory.path().string());
    const auto said = run_tool({"check", "--against", "HEAD"}, how);
    refused(said, "detected dubious ownership");
    shell(command_in(said.err, "this lets it: "));
    BOOST_TEST(run_tool({"check", "--against", "HEAD"}, how).status == 0);
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
    for (const auto* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE"}) how.environment.emplace_back(name, "elsewhere");
    BOOST_TEST(run_tool({"check", "--against", "HEAD"}, how).status == 0);
}

BOOST_AUTO_TEST_CASE(what_lies_in_gits_own_folder_has_none) {
    directory.write(".git/agenda.toml", overlapping);
    refused(against("HEAD", {".git/agenda.toml"}), "git finds no repository of .git/agenda.toml: it is in no working tree");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(an_agenda_in_no_repository_has_no_revisions) {
    const support::TemporaryDirectory directory;
    directory.write("agenda.toml", overlapping);
    How how;
    how.directory = directory.path();
    how.environment.emplace_back("GIT_CEILING_DIRECTORIES", directory.path().parent_path().string());
    refused(run_tool({"check", "--against", "HEAD"}, how), "git finds no repository of agenda.toml: fatal: not a git repository");
}
