// SPDX-License-Identifier: MIT
// How much `check` says, and where: quiet, verbose, in ASCII, progress on a terminal, the summary of a step of GitHub, reports that may not
// take one another's place.
#include "folder.hpp"
#include "support/run_script.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using support::contains;
using support::day_header;
using support::How;
using support::Ran;
using support::run_tool;
using support::slot;
using support::TemporaryDirectory;

bool is_ascii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

/// A directory with agenda.toml, which has an error and a warning, and calm.toml, which has nothing.
struct Agendas : support::Folder {
    Agendas() {
        directory.write("agenda.toml", day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30", "moderater = \"é\"\n"));
        directory.write("calm.toml", day_header() + slot("a", "10:00-11:00"));
    }
    Ran run(const std::vector<std::string>& arguments, std::vector<std::pair<std::string, std::string>> environment = {}) const {
        auto with_environment = here();
        with_environment.environment = std::move(environment);
        return run_tool(arguments, with_environment);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(check_options)

BOOST_FIXTURE_TEST_CASE(quiet_tells_what_fails_and_counts_the_rest, Agendas) {
    const auto ran = run({"check", "-q"});
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(contains(ran.out, "error[slot-overlap]"));
    BOOST_TEST(!contains(ran.out, "warning["));
    BOOST_TEST(ran.out.ends_with("\n\n1 finding below the threshold, not shown (--quiet)\ncheck failed: 1 error, 1 warning, 0 infos\n"), ran.out);
    BOOST_TEST(contains(run({"check", "--quiet", "--fail-on", "warning"}).out, "warning[unknown-key]"));
    BOOST_TEST(run({"check", "-q", "calm.toml"}).out == "check passed: 0 errors, 0 warnings, 0 infos\n");
}

BOOST_FIXTURE_TEST_CASE(quiet_changes_no_report_for_a_machine, Agendas) {
    for (const auto* format : {"json", "github", "junit", "markdown"}) BOOST_TEST(run({"check", "-q", "-f", format}).out == run({"check", "-f", format}).out);
}

BOOST_FIXTURE_TEST_CASE(verbose_tells_on_stderr_what_is_in_force_and_what_came_of_it, Agendas) {
    directory.write("agenda-lint.toml", "profile = [\"conference\"]\n[rules.case-style]\nseverity = \"off\"\n");
    const auto plain = run({"check"}), ran = run({"check", "-v"});
    BOOST_TEST(ran.out == plain.out);
    BOOST_TEST(plain.err == "");
    for (const auto* line : {"agenda-lint: agenda.toml: configuration agenda-lint.toml\n", "agenda-lint: agenda.toml: profiles conference\n", "agenda-lint: agenda.toml: fails from error\n",
                             "agenda-lint: agenda.toml: rules failed 2: slot-overlap, unknown-key\n", "agenda-lint: agenda.toml: took reading ", "agenda-lint: writing: standard output "})
        BOOST_TEST(contains(ran.err, line), line << " is not in:\n" << ran.err);
    const auto off = ran.err.find("rules off ");
    BOOST_TEST_REQUIRE(off != std::string::npos, ran.err);
    BOOST_TEST(contains(ran.err.substr(off, ran.err.find('\n', off) - off), "case-style"));
}

BOOST_FIXTURE_TEST_CASE(in_ascii_text_and_concise_have_no_other_character, Agendas) {
    for (const auto* format : {"text", "concise"}) {
        BOOST_TEST(!is_ascii(run({"check", "-f", format}).out) == (std::string_view{format} == "text"));
        BOOST_TEST(is_ascii(run({"check", "--ascii", "-f", format}).out));
    }
    BOOST_TEST(contains(run({"check", "--ascii"}).out, "moderater = \"<U+00E9>\""));
}

BOOST_FIXTURE_TEST_CASE(each_of_several_agendas_is_counted_and_the_last_line_counts_all, Agendas) {
    const auto ran = run({"check", "agenda.toml", "calm.toml"});
    BOOST_TEST(contains(ran.out, "\nagenda.toml: 1 day, 2 slots, 0 people; no profile; 1 error, 1 warning, 0 infos\n"), ran.out);
    BOOST_TEST(contains(ran.out, "\ncalm.toml: 1 day, 1 slot, 0 people; no profile; 0 errors, 0 warnings, 0 infos\n"), ran.out);
    BOOST_TEST(ran.out.ends_with("\ncheck failed: 1 error, 1 warning, 0 infos in 2 agendas\n"), ran.out);
}

BOOST_FIXTURE_TEST_CASE(two_reports_in_one_file_are_refused, Agendas) {
    directory.write("old.json", "old");
    std::filesystem::create_symlink("old.json", directory.path() / "link.json");
    const std::pair<const char*, const char*> cases[] = {{"json=a", "text=a"}, {"json=a", "text=./a"}, {"json=x/../a", "text=a"}, {"json=old.json", "text=link.json"}};
    for (const auto& [one, other] : cases) {
        const auto ran = run({"check", "-f", one, "-f", other});
        BOOST_TEST(ran.ending() == "exit 2", one << " and " << other);
        BOOST_TEST(ran.err == std::string{"agenda-lint: "} + one + " and " + other + " are one file; each report needs its own\n");
    }
    BOOST_TEST(file("old.json") == "old");
    BOOST_TEST(run({"check", "calm.toml", "-f", "json=/dev/null", "-f", "text=/dev/null"}).ending() == "exit 0");
}

BOOST_FIXTURE_TEST_CASE(a_report_goes_through_a_link_to_a_pipe, Agendas) {
    const auto ran = run({"check", "calm.toml", "-f", "json=/dev/stdout"});
    BOOST_TEST(ran.ending() == "exit 0");
    BOOST_TEST(ran.out == run({"check", "calm.toml", "-f", "json"}).out);
}

BOOST_FIXTURE_TEST_CASE(a_link_to_a_file_that_is_not_there_yet_stays_a_link, Agendas) {
    std::filesystem::create_symlink("new.json", directory.path() / "link.json");
    BOOST_TEST(run({"check", "calm.toml", "-f", "json=link.json"}).ending() == "exit 0");
    BOOST_TEST(std::filesystem::is_symlink(directory.path() / "link.json"));
    BOOST_TEST(file("new.json") == run({"check", "calm.toml", "-f", "json"}).out);
}

BOOST_FIXTURE_TEST_CASE(standard_input_is_one_agenda, Agendas) {
    const auto ran = run({"check", "-", "-"});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(ran.err == "agenda-lint: standard input (-) is one agenda, and can be named once\n");
}

BOOST_FIXTURE_TEST_CASE(no_report_takes_the_place_of_an_agenda, Agendas) {
    const auto before = file("agenda.toml");
    for (const auto& arguments : {std::vector<std::string>{"check", "-f", "json=agenda.toml"}, {"check", "agenda.toml", "-f", "json=./agenda.toml"}, {"check", ".", "-f", "json=calm.toml"}}) {
        const auto ran = run(arguments);
        BOOST_TEST(ran.ending() == "exit 2");
        BOOST_TEST(contains(ran.err, " is an agenda to be checked; a report would take its place"), ran.err);
    }
    BOOST_TEST(file("agenda.toml") == before);
}

BOOST_FIXTURE_TEST_CASE(a_report_that_fails_leaves_the_old_one, Agendas) {
    // There is no room beside the file: what is written first has a name that is too long.
    const auto name = std::string(250, 'r');
    directory.write(name, "old");
    const auto ran = run({"check", "-f", "json=" + name});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(contains(ran.err, name + " cannot be written: File name too long"), ran.err);
    BOOST_TEST(file(name) == "old");
}

BOOST_FIXTURE_TEST_CASE(a_reader_that_goes_away_ends_no_other_report, Agendas) {
    How how;
    how.directory = directory.path();
    how.reader_gone = true;
    const auto ran = run_tool({"check", "-f", "concise", "-f", "json=a.json"}, how);
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(ran.err == "");
    BOOST_TEST(file("a.json") == run({"check", "-f", "json"}).out);
}

BOOST_FIXTURE_TEST_CASE(the_summary_of_a_step_gets_the_markdown_report_behind_what_is_there, Agendas) {
    directory.write("summary.md", "# Before\n");
    const auto ran = run({"check", "-f", "github"}, {{"GITHUB_STEP_SUMMARY", "summary.md"}});
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(file("summary.md") == "# Before\n\n" + run({"check", "-f", "markdown"}).out);
    BOOST_TEST(run({"check", "-f", "github=x"}, {{"GITHUB_STEP_SUMMARY", "new.md"}}).ending() == "exit 1");
    BOOST_TEST(file("new.md") == run({"check", "-f", "markdown"}).out);
}

BOOST_FIXTURE_TEST_CASE(the_summary_is_for_github_alone, Agendas) {
    run({"check", "-f", "text"}, {{"GITHUB_STEP_SUMMARY", "summary.md"}});
    BOOST_TEST(!std::filesystem::exists(directory.path() / "summary.md"));
    BOOST_TEST(run({"check", "-f", "github"}, {{"GITHUB_STEP_SUMMARY", ""}}).ending() == "exit 1");
}

BOOST_FIXTURE_TEST_CASE(a_summary_that_cannot_be_written_gives_2, Agendas) {
    const auto ran = run({"check", "-f", "github", "calm.toml"}, {{"GITHUB_STEP_SUMMARY", "missing/summary.md"}});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(contains(ran.err, "missing/summary.md (GITHUB_STEP_SUMMARY) cannot be written: No such file or directory"), ran.err);
}

BOOST_FIXTURE_TEST_CASE(a_summary_stays_within_what_github_takes, Agendas) {
    std::string many = day_header();
    for (int i = 0; i < 6'000; ++i) many += slot("s" + std::to_string(i), "10:00-11:00", "moderater = \"x\"\nparallel-with = []\ntrack = \"t" + std::to_string(i) + "\"\n");
    directory.write("many.toml", many);
    constexpr std::uintmax_t limit = 1U << 20U;
    BOOST_TEST_REQUIRE(run({"check", "-f", "markdown", "many.toml"}).out.size() > limit);
    for (const std::size_t before : {0U, 500'000U}) {
        directory.write("summary.md", std::string(before, 'x'));
        run({"check", "-f", "github", "many.toml"}, {{"GITHUB_STEP_SUMMARY", "summary.md"}});
        const auto summary = file("summary.md");
        BOOST_TEST(summary.size() < limit);
        BOOST_TEST(summary.size() > 1'000'000U);
        BOOST_TEST(contains(summary, "\nLeft out, since this page takes no more: "));
    }
    directory.write("summary.md", std::string(limit - 1'100, 'x'));
    const auto full = run({"check", "-f", "github", "many.toml"}, {{"GITHUB_STEP_SUMMARY", "summary.md"}});
    BOOST_TEST(file("summary.md").size() == limit - 1'100);
    BOOST_TEST(contains(full.err, "the summary of this step has no room left"), full.err);
}

BOOST_AUTO_TEST_CASE(progress_is_one_line_on_a_terminal_of_a_long_run_and_is_gone_at_the_end) {
    const auto agenda = day_header() + slot("a", "10:00-11:00");
    const auto shown = [&](const std::string& term, const std::string& seconds, const std::string& more = {}) {
        return support::run_script("terminal.py", agenda, term + " " + seconds + " '" + AGENDA_LINT_BINARY + "' check - --no-config " + more);
    };
    // On a slow machine the steps after the waiting are shown too.
    const auto is_line = [](const std::string& said, const std::string& line) { return said.starts_with("b'\\r\\x1b[K" + line + "\\r\\x1b[K") && said.ends_with("\\r\\x1b[K'\n"); };
    const auto waited = shown("xterm", "1.2");
    BOOST_TEST(is_line(waited, "reading -"), waited);
    bool short_is_silent = false; // once in five: there may be so much to do that no run is short
    for (int i = 0; i < 5 && !short_is_silent; ++i) short_is_silent = shown("xterm", "0") == "b''\n";
    BOOST_TEST(short_is_silent);
    BOOST_TEST(shown("dumb", "1.2") == "b''\n", "a terminal that cannot take a line back gets none");
    // What fails is told when the line is gone.
    const auto failed = shown("xterm", "1.2", "missing.toml");
    BOOST_TEST(failed.starts_with("b'\\r\\x1b[Kchecking 1 of 2: -\\r\\x1b[K"), failed);
    BOOST_TEST(contains(failed, "\\r\\x1b[Kagenda-lint: missing.toml cannot be read"), failed);
    // Of forty columns the last stays free, and nothing moves the terminal.
    const auto* named = "--ascii --stdin-filename \"$(printf 'a\\033[2J%040d' 0)\"";
    const auto of_named = shown("xterm", "1.2", named);
    BOOST_TEST(is_line(of_named, "reading a<U+001B>[2J0000000000000000..."), of_named);
}

BOOST_AUTO_TEST_SUITE_END()
