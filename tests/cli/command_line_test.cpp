// SPDX-License-Identifier: MIT
// What the command line reads and where it writes: agendas, formats, colours, help; and that nothing around it changes a byte.
#include "folder.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using support::bytes_of;
using support::contains;
using support::day_header;
using support::How;
using support::Ran;
using support::run_tool;
using support::slot;
using support::TemporaryDirectory;

How in(const TemporaryDirectory& directory) {
    How how;
    how.directory = directory.path();
    return how;
}

const std::string overlap = day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30");
const std::string escape = "\x1b[";

} // namespace

BOOST_AUTO_TEST_CASE(one_run_writes_several_formats) {
    const TemporaryDirectory directory;
    directory.write("agenda.toml", overlap);
    const auto ran = run_tool({"check", "-f", "json=a.json", "--format", "text", "-f", "text=b.txt", "agenda.toml"}, in(directory));
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(ran.err == "");
    BOOST_TEST(bytes_of(directory.path() / "b.txt") == ran.out);
    BOOST_TEST(bytes_of(directory.path() / "a.json") == run_tool({"check", "-f", "json", "agenda.toml"}, in(directory)).out);
}

BOOST_AUTO_TEST_CASE(a_report_into_a_file_only_leaves_standard_output_empty) {
    const TemporaryDirectory directory;
    directory.write("agenda.toml", overlap);
    const auto ran = run_tool({"check", "-f", "json=a.json", "--color", "always"}, in(directory));
    BOOST_TEST(ran.ending() == "exit 1");
    BOOST_TEST(ran.out == "");
    BOOST_TEST(ran.err == "");
}

BOOST_AUTO_TEST_CASE(standard_input_is_called_as_one_says) {
    How how;
    how.input = overlap;
    BOOST_TEST(contains(run_tool({"check", "-"}, how).out, "--> -:9:8\n"));
    BOOST_TEST(contains(run_tool({"check", "-", "--stdin-filename", "talks/may.toml"}, how).out, "--> talks/may.toml:9:8\n"));
}

BOOST_AUTO_TEST_CASE(of_a_directory_the_toml_files_directly_in_it_are_read_in_order) {
    const TemporaryDirectory directory;
    for (const auto* name : {"b.toml", "a.toml", "c.toml.bak", "c.txt"}) directory.write(name, overlap);
    directory.write("agenda-lint.toml", "");
    std::filesystem::create_directory(directory.path() / "below");
    directory.write("below/d.toml", overlap);
    std::filesystem::create_directory(directory.path() / "e.toml");
    const auto ran = run_tool({"check", "."}, in(directory));
    BOOST_TEST(ran.ending() == "exit 1", ran.ending() << ": " << ran.err);
    const auto a = ran.out.find("--> ./a.toml:"), b = ran.out.find("--> ./b.toml:");
    BOOST_TEST((a < b && b != std::string::npos), ran.out);
    BOOST_TEST(contains(ran.out, "check failed: 2 errors, 0 warnings, 0 infos in 2 agendas\n"), ran.out);
}

BOOST_AUTO_TEST_CASE(without_an_argument_agenda_toml_is_read_and_else_that_in_data) {
    const TemporaryDirectory directory;
    std::filesystem::create_directory(directory.path() / "data");
    directory.write("data/agenda.toml", overlap);
    BOOST_TEST(contains(run_tool({"check"}, in(directory)).out, "--> data/agenda.toml:"));
    directory.write("agenda.toml", overlap);
    BOOST_TEST(contains(run_tool({"check"}, in(directory)).out, "--> agenda.toml:"));
}

BOOST_AUTO_TEST_CASE(names_of_files_do_not_reach_the_terminal_as_they_are) {
    const TemporaryDirectory directory;
    const std::string name = "evil\x1b[2J\n::error::\xE2\x80\xAE.toml";
    directory.write(name, overlap);
    for (const auto& arguments : {std::vector<std::string>{"check", name}, {"check", name + "x"}, {"check", "."}, {"check", "-", "--stdin-filename", name}, {"check", "--profile", name}, {"normalize", name + "x"}, {"check", "--" + name}}) {
        const auto ran = run_tool(arguments, in(directory));
        BOOST_TEST(ran.signal == 0);
        BOOST_TEST(support::harmful_in(ran.out) == "");
        BOOST_TEST(support::harmful_in(ran.err) == "");
        BOOST_TEST(!contains("\n" + ran.out + "\n" + ran.err, "\n::error"));
    }
}

BOOST_AUTO_TEST_CASE(colour_is_as_the_option_says_else_as_the_environment_does) {
    const struct {
        const char* option;
        std::vector<std::pair<std::string, std::string>> environment;
        bool colored;
    } cases[] = {
        {"auto", {}, false}, // standard output is a file
        {"always", {}, true},
        {"never", {}, false},
        {"auto", {{"CLICOLOR_FORCE", "1"}}, true},
        {"auto", {{"CLICOLOR_FORCE", "0"}}, false},
        {"auto", {{"CLICOLOR_FORCE", ""}}, false},
        {"auto", {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, false},
        {"auto", {{"NO_COLOR", ""}, {"CLICOLOR_FORCE", "1"}}, true},
        {"always", {{"NO_COLOR", "1"}}, true},
        {"never", {{"CLICOLOR_FORCE", "1"}}, false},
    };
    for (const auto& one : cases) {
        How how;
        how.input = overlap;
        how.environment = one.environment;
        const auto ran = run_tool({"check", "-", "--color", one.option}, how);
        std::string environment;
        for (const auto& [name, value] : one.environment) environment += " " + name + "=" + value;
        BOOST_TEST(contains(ran.out, escape) == one.colored, one.option << environment);
    }
}

BOOST_AUTO_TEST_CASE(json_has_no_colour) {
    How how;
    how.input = overlap;
    BOOST_TEST(run_tool({"check", "-", "-f", "json", "--color", "always"}, how).out == run_tool({"check", "-", "-f", "json", "--color", "never"}, how).out);
}

BOOST_AUTO_TEST_CASE(the_version_is_one_line) {
    const auto ran = run_tool({"--version"});
    BOOST_TEST(ran.ending() == "exit 0");
    BOOST_TEST(ran.out == "agenda-lint 0.1.0\n");
    BOOST_TEST(ran.err == "");
}

BOOST_AUTO_TEST_CASE(help_names_every_option_and_the_exit_statuses) {
    const auto ran = run_tool({"check", "--help"});
    BOOST_TEST(ran.ending() == "exit 0");
    BOOST_TEST(ran.err == "");
    for (const auto* option : {"--format", "--profile", "--rule ", "--severity", "--only", "--skip", "--rules", "--fail-on", "--color", "--quiet", "--verbose", "--ascii", "--stdin-filename", "--help", "concise", "github", "json", "junit", "markdown", "text", "Exit status"})
        BOOST_TEST(contains(ran.out, option), option << " is not in the help");
    const auto of_all = run_tool({"--help"});
    for (const auto* command : {"check", "normalize", "--version"}) BOOST_TEST(contains(of_all.out, command));
    BOOST_TEST(run_tool({"normalize", "--help"}).ending() == "exit 0");
}

BOOST_AUTO_TEST_CASE(nothing_around_it_changes_a_byte) {
    const auto agenda = std::string{AGENDA_SOURCE_DIR} + "/data/agenda-with-conflicts.toml";
    const std::vector<std::vector<std::pair<std::string, std::string>>> environments{
        {},
        {{"LC_ALL", "tr_TR.UTF-8"}, {"TZ", "Pacific/Kiritimati"}},
        {{"LC_ALL", "C"}, {"TZ", "America/Los_Angeles"}, {"HOME", "/nonexistent"}},
        {{"LANG", "de_DE.ISO-8859-1"}, {"TZ", ":nonsense"}, {"COLUMNS", "20"}, {"TERM", "xterm-256color"}},
    };
    for (const auto* format : {"concise", "github", "json", "junit", "markdown", "text"}) {
        const auto first = run_tool({"check", "-f", format, agenda});
        BOOST_TEST_REQUIRE(first.ending() == "exit 1");
        for (const auto& environment : environments) {
            How how;
            how.environment = environment;
            BOOST_TEST((run_tool({"check", "-f", format, agenda}, how).out == first.out));
        }
    }
}

BOOST_AUTO_TEST_CASE(options_that_repeat_leave_the_agenda_its_argument) {
    const TemporaryDirectory directory;
    directory.write("x.toml", overlap);
    const auto ran = run_tool({"check", "--skip", "slot-overlap", "x.toml", "--skip", "lunch-missing", "--profile", "conference"}, in(directory));
    BOOST_TEST(ran.ending() == "exit 0", ran.ending() << ": " << ran.err);
    BOOST_TEST(contains(ran.out, "x.toml: 1 day, 2 slots, 0 people; profile conference\n"), ran.out);
}
