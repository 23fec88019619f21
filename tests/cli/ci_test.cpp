// SPDX-License-Identifier: MIT
// What is offered to CI services: the commands of the GitHub Action and of the GitLab template, as their files have them, in scratch
// repositories as those services make them.
#include "yaml.hpp"

namespace {

using nlohmann::json;
using support::clashing;
using support::contains;
using support::documents_of;
using support::filled;
using support::overlapping;
using support::Ran;
using support::Variables;
using Inputs = std::map<std::string, std::string>;

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// A repository on a server, with a branch `change` whose agenda has a new clash, and `merged`, which is the two merged. `main` has gone on.
struct Server : support::RepositoryWithAgenda {
    Server() {
        git({"config", "uploadpack.allowReachableSHA1InWant", "true"});
        git({"checkout", "-q", "-b", "change"});
        commit("agenda.toml", clashing);
        git({"checkout", "-q", "main"});
        commit("notes.txt", "words\n");
        git({"checkout", "-q", "-b", "merged"});
        git({"merge", "-q", "--no-ff", "-m", "merge", "change"});
        git({"checkout", "-q", "main"});
    }
    void clone(const std::string& branch) const {
        git({"clone", "-q", "--depth", "1", "--branch", branch, "file://" + directory.path().string(), "clone"});
    }
    std::string hash(const std::string& revision, const std::string& folder = ".") const { return first_line(shell("git rev-parse " + revision, folder).out); }
    std::string file(const std::string& name) const { return support::bytes_of(directory.path() / name); }
};

struct Action : Server {
    const json& action = documents_of("action.yml")[0];
    const json& step = action["runs"]["steps"][0];

    /// The step as GitHub runs it in `clone`, with these inputs beside the defaults.
    Ran run_step(const Inputs& inputs = {}, const Variables& more = {}, const std::string& base = {}) const {
        std::map<std::string, std::string> values{{"github.event.pull_request.base.sha || github.event.merge_group.base_sha", base}};
        for (const auto& [name, input] : action["inputs"].items()) values["inputs." + name] = input["default"];
        for (const auto& [name, value] : inputs) values["inputs." + name] = value;
        Variables variables{{"GITHUB_ACTION_PATH", AGENDA_SOURCE_DIR}, {"AGENDA_LINT", AGENDA_LINT_BINARY}, {"GITHUB_STEP_SUMMARY", (directory.path() / "summary.md").string()}};
        for (const auto& [name, value] : step["env"].items()) variables.emplace_back(name, filled(value, "${{ ", " }}", values));
        variables.insert(variables.end(), more.begin(), more.end());
        directory.write("summary.md", "");
        return shell("set -eo pipefail; " + step["run"].get<std::string>(), "clone/" + filled(step["working-directory"], "${{ ", " }}", values), variables);
    }
    /// As for a pull request, whose commit is what is checked out.
    Ran run_for_change(const Inputs& inputs = {}) const {
        return run_step(inputs, {{"GITHUB_EVENT_NAME", "pull_request"}, {"GITHUB_SHA", hash("HEAD", "clone")}}, hash("main~1"));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(github_action, Action)

BOOST_AUTO_TEST_CASE(fails_on_what_a_change_brings_in_and_annotates_only_that) {
    clone("merged");
    const auto ran = run_for_change();
    BOOST_TEST(ran.status == 1, ran.out << ran.err);
    BOOST_TEST(contains(ran.out, "::error file=agenda.toml,line=9,"), ran.out);
    BOOST_TEST(contains(ran.out, "`Workshop a` (13:30-14:30) and `Workshop c`"));
    BOOST_TEST(ran.err == "");
}

BOOST_AUTO_TEST_CASE(passes_where_a_change_brings_nothing_in) {
    git({"branch", "-f", "merged", "main"});
    git({"checkout", "-q", "merged"});
    git({"merge", "-q", "--no-ff", "-s", "ours", "-m", "merge", "change"});
    clone("merged");
    const auto ran = run_for_change();
    BOOST_TEST(ran.status == 0, ran.out << ran.err);
    BOOST_TEST(!contains(ran.out, "::error"));
}

BOOST_AUTO_TEST_CASE(writes_the_page_what_has_changed_and_the_summary) {
    clone("merged");
    run_for_change();
    BOOST_TEST(file("clone/agenda-report.html").starts_with("<!doctype html>"));
    BOOST_TEST(contains(file("clone/agenda-changes.md"), "slot-moved"));
    const auto summary = file("summary.md");
    BOOST_TEST(contains(summary, "slot-overlap"));
    BOOST_TEST(contains(summary, "slot-moved"));
    BOOST_TEST(contains(summary, "(never fails)")); // it is for reading
}

BOOST_AUTO_TEST_CASE(writes_none_of_them_where_it_is_not_to) {
    clone("merged");
    BOOST_TEST(run_for_change({{"html", ""}, {"changes", ""}}).status == 1);
    BOOST_TEST(!std::filesystem::exists(directory.path() / "clone/agenda-report.html"));
    BOOST_TEST(!std::filesystem::exists(directory.path() / "clone/agenda-changes.md"));
}

BOOST_AUTO_TEST_CASE(takes_the_base_that_the_event_names_where_no_merge_is_checked_out) {
    clone("change");
    const auto ran = run_step({}, {{"GITHUB_EVENT_NAME", "pull_request"}, {"GITHUB_SHA", hash("merged")}}, hash("main"));
    BOOST_TEST(ran.status == 1, ran.out << ran.err);
    BOOST_TEST(contains(file("clone/agenda-changes.md"), "slot-moved"));
    BOOST_TEST(!contains(ran.out, "::error file=agenda.toml,line=14"), ran.out);
}

BOOST_AUTO_TEST_CASE(takes_where_the_branch_began_where_the_history_is_there) {
    commit("agenda.toml", support::day_header() + support::slot("a", "10:00-11:00")); // mended since, on main
    git({"branch", "same", "main~1"});
    git({"clone", "-q", "--branch", "same", directory.path().string(), "clone"});
    BOOST_TEST(run_step({}, {{"GITHUB_EVENT_NAME", "pull_request"}}, hash("main")).status == 0);
}

BOOST_AUTO_TEST_CASE(counts_everything_where_there_is_no_change_to_hold_against_another) {
    clone("main");
    const auto ran = run_step({}, {{"GITHUB_EVENT_NAME", "push"}, {"GITHUB_SHA", hash("main")}});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "::error file=agenda.toml"));
    BOOST_TEST(!std::filesystem::exists(directory.path() / "clone/agenda-changes.md"));
}

BOOST_AUTO_TEST_CASE(counts_everything_where_it_is_told_to) {
    clone("merged");
    BOOST_TEST(contains(run_for_change({{"against", ""}}).out, "::error file=agenda.toml,line=9,"));
    git({"clone", "-q", "--depth", "1", "--branch", "main", "file://" + directory.path().string(), "clone/again"});
    BOOST_TEST(run_for_change({{"against", ""}, {"working-directory", "again"}}).status == 1);
    BOOST_TEST(run_for_change({{"against", "HEAD"}, {"working-directory", "again"}}).status == 0);
}

BOOST_AUTO_TEST_CASE(fetches_a_branch_a_tag_or_a_commit_to_hold_against) {
    git({"tag", "-a", "-m", "words", "v1", "main"});
    git({"branch", "docs", "main"});
    clone("change");
    for (const auto& against : {std::string{"origin/main"}, std::string{"v1"}, std::string{"docs"}, hash("main"), std::string{"v1:agenda.toml"}}) {
        std::filesystem::create_directories(directory.path() / "clone/docs"); // a folder, not what is meant
        const auto ran = run_step({{"against", against}});
        BOOST_TEST(ran.status == 1, against << ran.err);
        BOOST_TEST(ran.err == "", against);
        shell("git update-ref -d refs/remotes/origin/main; git tag -d v1", "clone");
    }
    BOOST_TEST(run_step({{"against", "origin/change"}}).status == 0);
}

BOOST_AUTO_TEST_CASE(leaves_a_whole_history_whole) {
    git({"clone", "-q", "--single-branch", "--branch", "change", directory.path().string(), "clone"});
    BOOST_TEST(run_step({{"against", "origin/main"}}).status == 1);
    BOOST_TEST(shell("git rev-parse --is-shallow-repository", "clone").out == "false\n");
}

BOOST_AUTO_TEST_CASE(says_which_revision_cannot_be_had) {
    clone("change");
    const auto ran = run_step({{"against", "nowhere"}});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "agenda-lint: git has no revision `nowhere` here; this may bring it: "));
}

BOOST_AUTO_TEST_CASE(tells_what_has_changed_in_each_agenda_and_which_is_new) {
    std::filesystem::create_directory(directory.path() / "more");
    commit("more/b.toml", overlapping);
    commit("more/agenda-lint.toml", "");
    clone("main");
    directory.write("clone/more/b.toml", clashing);
    directory.write("clone/more/c.toml", overlapping);
    const auto ran = run_step({{"agenda", "agenda.toml\nmore"}, {"against", "HEAD"}});
    BOOST_TEST(ran.status == 1, ran.err);
    const auto changes = file("clone/agenda-changes.md");
    for (const auto* part : {":agenda.toml` ", ":more/b.toml` ", "\nmore/c.toml is not compared: it is new"}) BOOST_TEST(contains(changes, part), changes);
    BOOST_TEST(!contains(changes, "agenda-lint.toml"));
}

BOOST_AUTO_TEST_CASE(takes_several_agendas_and_arguments_a_line_each) {
    std::filesystem::create_directory(directory.path() / "two days");
    commit("two days/-b.toml", overlapping);
    std::filesystem::create_directory(directory.path() / "-folder");
    commit("-folder/c.toml", overlapping);
    clone("main");
    const auto ran = run_step({{"agenda", "agenda.toml\r\n\ntwo days/-b.toml\n-folder\n"}, {"against", ""}, {"arguments", "--format\ntext=a text.txt\n--only=slot-overlap\n"}});
    BOOST_TEST(ran.status == 1, ran.err);
    for (const auto* name : {"agenda.toml", "two days/-b.toml", "-folder/c.toml"}) BOOST_TEST(contains(ran.out, "::error file=" + std::string{name} + ","), ran.out);
    BOOST_TEST(contains(file("clone/a text.txt"), "3 errors, 0 warnings"));
}

BOOST_AUTO_TEST_CASE(passes_profile_threshold_and_baseline_on) {
    clone("main");
    BOOST_TEST(run_step({{"fail-on", "never"}}).status == 0);
    BOOST_TEST(contains(run_step({{"profile", "no such"}}).err, "no such"));
    shell(AGENDA_LINT_BINARY " baseline write known.txt", "clone");
    BOOST_TEST(run_step({{"baseline", "known.txt"}}).status == 0);
}

BOOST_AUTO_TEST_CASE(obeys_no_input_as_a_shell_or_an_option_of_git) {
    clone("change");
    const std::string mark = (directory.path() / "obeyed").string();
    for (const auto& [name, input] : action["inputs"].items())
        if (name != "working-directory") run_step({{name, "$(touch " + mark + ")`touch " + mark + "`'\"; touch " + mark + "; '\""}});
    for (const auto& evil : {"--upload-pack=touch " + mark, "ext::sh -c touch% " + mark, "origin/--upload-pack=touch " + mark}) run_step({{"against", evil}});
    BOOST_TEST(!std::filesystem::exists(mark));
}

BOOST_AUTO_TEST_CASE(has_no_input_within_a_script_and_leaves_none_unused) {
    std::string used;
    for (const auto& one : action["runs"]["steps"]) {
        BOOST_TEST(!contains(one["run"].get<std::string>(), "${{"));
        BOOST_TEST(one.contains("shell"));
        for (const auto& [name, value] : one["env"].items()) used += value.get<std::string>();
        used += one["working-directory"].get<std::string>();
    }
    for (const auto& [name, input] : action["inputs"].items()) {
        BOOST_TEST(contains(used, "${{ inputs." + name + " }}"), name);
        BOOST_TEST(!input["description"].get<std::string>().empty(), name);
    }
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

struct Template : Server {
    const json& inputs = documents_of("templates/agenda-lint.yml")[0]["spec"]["inputs"];
    const json& job = documents_of("templates/agenda-lint.yml")[1]["agenda-lint"];

    /// The job as GitLab runs it in `clone`, with agenda-lint's repository beside it.
    Ran run_job(const Inputs& given = {}, const Variables& more = {}) const {
        std::filesystem::create_directories(directory.path() / "tool/scripts");
        std::filesystem::copy_file(support::in_tree("scripts/ci-check"), directory.path() / "tool/scripts/ci-check", std::filesystem::copy_options::overwrite_existing);
        shell("git init -q -b main . && git add . && git commit -q -m tool", "tool");
        std::map<std::string, std::string> values;
        for (const auto& [name, input] : inputs.items()) values["inputs." + name] = input["default"];
        values["inputs.repository"] = (directory.path() / "tool").string();
        for (const auto& [name, value] : given) values["inputs." + name] = value;
        Variables variables{{"AGENDA_LINT", AGENDA_LINT_BINARY}};
        for (const auto& [name, value] : job["variables"].items()) {
            const auto text = value.is_object() ? value["value"].get<std::string>() : value.get<std::string>();
            variables.emplace_back(name, filled(text, "$[[ ", " ]]", values));
        }
        variables.insert(variables.end(), more.begin(), more.end());
        std::string script = "set -e\n";
        for (const auto* part : {"before_script", "script"})
            for (const auto& line : job[part]) script += line.get<std::string>() + "\n";
        return shell(script, "clone", variables);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(gitlab_template, Template)

BOOST_AUTO_TEST_CASE(fails_on_what_a_merge_request_brings_in_and_writes_its_reports) {
    clone("change");
    const auto ran = run_job({}, {{"CI_MERGE_REQUEST_DIFF_BASE_SHA", hash("main~1")}});
    BOOST_TEST(ran.status == 1, ran.out << ran.err);
    BOOST_TEST(contains(ran.out, "`Workshop a` (13:30-14:30) and `Workshop c`"));
    BOOST_TEST(json::parse(file("clone/gl-code-quality-report.json")).size() > 0U);
    for (const auto& path : job["artifacts"]["paths"]) BOOST_TEST(std::filesystem::exists(directory.path() / "clone" / path.get<std::string>()), path);
}

BOOST_AUTO_TEST_CASE(passes_where_nothing_is_brought_in) {
    clone("main");
    BOOST_TEST(run_job({}, {{"CI_MERGE_REQUEST_DIFF_BASE_SHA", hash("main~1")}}).status == 0);
    BOOST_TEST(run_job().status == 1);
}

BOOST_AUTO_TEST_CASE(holds_what_is_merged_on_trial_against_the_branch_that_it_goes_into) {
    commit("agenda.toml", clashing); // on main, too, since
    git({"branch", "-f", "merged", "main"});
    clone("merged");
    BOOST_TEST(run_job({}, {{"CI_MERGE_REQUEST_DIFF_BASE_SHA", hash("main~2")}, {"CI_MERGE_REQUEST_TARGET_BRANCH_SHA", hash("main")}}).status == 0);
}

BOOST_AUTO_TEST_CASE(obeys_no_input_as_a_shell) {
    clone("main");
    const std::string mark = (directory.path() / "obeyed").string();
    for (const auto& [name, input] : inputs.items()) run_job({{name, "$(touch " + mark + ")"}});
    BOOST_TEST(!std::filesystem::exists(mark));
}

BOOST_AUTO_TEST_CASE(has_no_input_within_a_script_and_leaves_none_unused) {
    for (const auto* part : {"before_script", "script"}) BOOST_TEST(!contains(job[part].dump(), "$[["));
    for (const auto& [name, input] : inputs.items()) BOOST_TEST(contains(job.dump(), "$[[ inputs." + name + " ]]"), name);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// That each of these is one of the names that there are.
void are_known(const json& used, const json& known) {
    for (const auto& [name, value] : used.items()) BOOST_TEST(known.contains(name), name);
}

} // namespace

BOOST_AUTO_TEST_CASE(the_starter_and_the_documentation_use_what_there_is) {
    json hooks;
    for (const auto& one : documents_of(".pre-commit-hooks.yaml")[0]) hooks[one["id"].get<std::string>()] = one;
    std::map<std::string, int> uses;
    for (const auto* path : {"starter/ci.yml", "docs/ci.md"})
        for (const auto& document : documents_of(path)) {
            for (const auto& job : document.value("jobs", json::object()))
                for (const auto& step : job["steps"])
                    if (contains(step.value("uses", ""), "/agenda-lint@")) {
                        ++uses["action"];
                        are_known(step.value("with", json::object()), documents_of("action.yml")[0]["inputs"]);
                    }
            for (const auto& included : document.value("include", json::array())) {
                ++uses["template"];
                BOOST_TEST(std::filesystem::exists(support::in_tree(included["file"])));
                are_known(included["inputs"], documents_of("templates/agenda-lint.yml")[0]["spec"]["inputs"]);
            }
            for (const auto& repository : document.value("repos", json::array()))
                for (const auto& hook : repository["hooks"]) {
                    ++uses["hook"];
                    BOOST_TEST(hooks.contains(hook["id"].get<std::string>()));
                }
        }
    BOOST_TEST(uses["action"] == 4);
    BOOST_TEST(uses["template"] == 1);
    BOOST_TEST(uses["hook"] == 1);
}
