// SPDX-License-Identifier: MIT
// 0, 1 or 2, and on which stream what is said: findings on standard output, everything else on standard error.
#include "folder.hpp"
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using support::contains;
using support::day_header;
using support::How;
using support::Ran;
using support::run_tool;
using support::slot;
using support::TemporaryDirectory;

using support::Words;

/// A directory with one agenda of each sort: clean.toml, info.toml, warning.toml, error.toml, broken.toml.
struct Agendas : support::Folder {
    Agendas() {
        directory.write("clean.toml", day_header() + slot("a", "10:00-11:00"));
        directory.write("info.toml", day_header() + slot("a", "10:00-11:00") + slot("b", "11:30-12:00"));
        directory.write("warning.toml", day_header() + slot("a", "10:00-11:00", "moderater = \"x\"\n"));
        directory.write("error.toml", day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30"));
        directory.write("broken.toml", "[event\n");
        std::filesystem::create_directory(directory.path() / "empty");
    }
};

std::size_t lines(const std::string& text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

} // namespace

BOOST_FIXTURE_TEST_CASE(findings_at_or_above_the_threshold_and_nothing_else_give_1, Agendas) {
    const struct {
        Words arguments;
        int status;
    } cases[] = {
        {{"check", "clean.toml"}, 0},
        {{"check", "info.toml"}, 0},
        {{"check", "warning.toml"}, 0},
        {{"check", "error.toml"}, 1},
        {{"check", "broken.toml"}, 1},
        {{"check", "--fail-on", "error", "warning.toml"}, 0},
        {{"check", "--fail-on", "warning", "warning.toml"}, 1},
        {{"check", "--fail-on", "warning", "info.toml"}, 0},
        {{"check", "--fail-on", "info", "info.toml"}, 1},
        {{"check", "--fail-on", "info", "clean.toml"}, 0},
        {{"check", "--fail-on", "never", "error.toml"}, 0},
        {{"check", "--fail-on", "never", "broken.toml"}, 0},
        {{"check", "clean.toml", "error.toml"}, 1},
        {{"check", "error.toml", "clean.toml"}, 1},
        {{"check", "--skip", "slot-overlap", "error.toml"}, 0},
        {{"check", "--severity", "slot-overlap=warning", "error.toml"}, 0},
        {{"check", "--severity", "slot-overlap=off", "--fail-on", "info", "error.toml"}, 0},
        {{"check", "--only", "lunch-missing", "error.toml"}, 0},
        {{"check", "--only", "lunch-missing", "broken.toml"}, 1},
        {{"check", "--rule", "slot-overlap.tolerance=30m", "error.toml"}, 0},
        {{"check", "--rule", "slot-overlap.tolerance=29m", "error.toml"}, 1},
        {{"check", "--rule", "unexplained-gap.min-gap=30", "--fail-on", "info", "info.toml"}, 0},
        {{"check", "-f", "json", "error.toml"}, 1},
        {{"normalize", "clean.toml"}, 0},
        {{"normalize", "broken.toml"}, 1},
    };
    for (const auto& one : cases) {
        const auto ran = run(one.arguments);
        std::string line;
        for (const auto& word : one.arguments) line += word + " ";
        BOOST_TEST(ran.ending() == "exit " + std::to_string(one.status), line << "gives " << ran.ending() << ": " << ran.err);
    }
}

BOOST_FIXTURE_TEST_CASE(what_keeps_the_tool_from_its_work_is_one_line_on_stderr_and_2, Agendas) {
    const struct {
        Words arguments;
        const char* says;
    } cases[] = {
        {{}, "agenda-lint --help"},
        {{"chek"}, "agenda-lint --help"},
        {{"check", "--nonsense", "clean.toml"}, "--nonsense"},
        {{"check", "clean.toml", "--fail-on"}, "--fail-on"},
        {{"check", "--fail-on", "eror", "clean.toml"}, "eror"},
        {{"check", "--color", "blue", "clean.toml"}, "blue"},
        {{"check", "--profile", "un-meting", "clean.toml"}, "`un-meting`; did you mean `un-meeting`?"},
        {{"check", "--profile", "", "clean.toml"}, "there is no profile"},
        {{"check", "--only", "slot-overlp", "clean.toml"}, "`slot-overlp`; did you mean `slot-overlap`?"},
        {{"check", "--skip", "slot-overlaps", "clean.toml"}, "`slot-overlaps`; did you mean `slot-overlap`?"},
        {{"check", "--skip", "syntax-error", "clean.toml"}, "`syntax-error` is always on"},
        {{"check", "--severity", "wrong-type=info", "clean.toml"}, "`wrong-type` is always on"},
        {{"check", "--rule", "siting-too-long.max=90m", "clean.toml"}, "`siting-too-long`; did you mean `sitting-too-long`?"},
        {{"check", "--rule", "unexplained-gap.mingap=90m", "clean.toml"}, "`mingap`; did you mean `min-gap`?"},
        {{"check", "--rule", "unexplained-gap.min-gap=soon", "clean.toml"}, "takes a duration such as \"45m\", not `soon`"},
        {{"check", "--rule", "unexplained-gap.min-gap", "clean.toml"}, "ID.PARAMETER=VALUE"},
        {{"check", "--rule", "unexplained-gap=5", "clean.toml"}, "ID.PARAMETER=VALUE"},
        {{"check", "--severity", "slot-overlap=fatal", "clean.toml"}, "`error`, `warning`, `info` or `off`"},
        {{"check", "--severity", "slot-overlap", "clean.toml"}, "ID=LEVEL"},
        {{"check", "--severity", "slt-overlap=info", "clean.toml"}, "`slt-overlap`; did you mean `slot-overlap`?"},
        {{"check", "-f", "jsn", "clean.toml"}, "`jsn`; did you mean `json`?"},
        {{"check", "-f", "", "clean.toml"}, "there is no format"},
        {{"check", "-f", "json=", "clean.toml"}, "names no file"},
        {{"check", "-f", "json", "-f", "text", "clean.toml"}, "only one format"},
        {{"check", "missing.toml"}, "missing.toml cannot be read: No such file or directory"},
        {{"check", ""}, "cannot be read"},
        {{"check", "clean.toml", "missing.toml"}, "missing.toml"},
        {{"check", "--rules", "missing", "clean.toml"}, "missing is no directory of rules"},
        {{"check", "--rules", "empty", "clean.toml"}, "empty has no rule file in it"},
        {{"rules", "test", "empty"}, "empty has no rule file in it"},
        {{"check", "clean.toml/x.toml"}, "Not a directory"},
        {{"check"}, "neither agenda.toml nor data/agenda.toml"},
        {{"normalize", "missing.toml"}, "missing.toml cannot be read"},
        {{"normalize", "-f", "yaml", "clean.toml"}, "yaml"},
    };
    for (const auto& one : cases) {
        const auto ran = run(one.arguments);
        std::string line;
        for (const auto& word : one.arguments) line += word + " ";
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(ran.ending() == "exit 2");
            BOOST_TEST(ran.out == "");
            BOOST_TEST(lines(ran.err) == 1U, ran.err);
            BOOST_TEST(ran.err.starts_with("agenda-lint: "), ran.err);
            BOOST_TEST(contains(ran.err, one.says), ran.err);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_directory_without_agendas_gives_2) {
    const TemporaryDirectory directory;
    directory.write("agenda-lint.toml", "");
    directory.write("notes.txt", "");
    const auto ran = run_tool({"check", directory.path().string()});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(ran.out == "");
    BOOST_TEST(contains(ran.err, "holds no agenda"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_read_gives_2) {
    const TemporaryDirectory directory;
    const auto file = directory.write("agenda.toml", day_header());
    BOOST_TEST_REQUIRE(chmod(file.c_str(), 0) == 0);
    if (access(file.c_str(), R_OK) == 0) {
        BOOST_TEST_MESSAGE("skipped a_file_that_may_not_be_read_gives_2: this user may read every file");
        return;
    }
    const auto ran = run_tool({"check", file.string()});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(contains(ran.err, "Permission denied"), ran.err);
}

BOOST_AUTO_TEST_CASE(each_fault_of_a_rule_directory_is_printed_with_its_place) {
    const TemporaryDirectory directory;
    std::filesystem::create_directory(directory.path() / "profiles");
    directory.write("first.toml", "summary = \"s\"\ncheck = \"chian\"\nseverity = \"info\"\nmessage = \"m\"\n");
    directory.write("second.toml", "summary = \"s\"\ncheck = \"load\"\nseverity = \"loud\"\nmessage = \"m\"\n");
    directory.write("kinds.toml", "[sauna]\nclass = \"brek\"\n");
    directory.write("profiles/own.toml", "summary = \"s\"\n[rules.slot-overlap]\nfoo = 1\n");
    How how;
    how.input = day_header();
    const auto ran = run_tool({"check", "--rules", directory.path().string(), "-"}, how);
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(ran.out == "");
    for (const auto* place : {"first.toml:2:9: there is no check `chian`; did you mean `chain`?", "second.toml:3:12: a severity is", "kinds.toml:2:9: `brek` is no class", "profiles/own.toml:3:1: "})
        BOOST_TEST(contains(ran.err, directory.path().string() + "/" + place), place << " is not in:\n" << ran.err);
}

BOOST_FIXTURE_TEST_CASE(a_report_that_cannot_be_written_gives_2_and_leaves_nothing_behind, Agendas) {
    const auto before = std::distance(std::filesystem::directory_iterator{directory.path()}, {});
    const auto ran = run({"check", "-f", "json=missing/report.json", "clean.toml"});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(contains(ran.err, "missing/report.json cannot be written: No such file or directory"), ran.err);
    std::filesystem::create_directory(directory.path() / "taken");
    const auto onto_directory = run({"check", "-f", "json=taken", "clean.toml"});
    BOOST_TEST(onto_directory.ending() == "exit 2");
    BOOST_TEST(contains(onto_directory.err, "taken cannot be written: "), onto_directory.err);
    BOOST_TEST(std::distance(std::filesystem::directory_iterator{directory.path()}, {}) == before + 1);
    BOOST_TEST(std::filesystem::is_empty(directory.path() / "taken"));
}

// A pipe in the test's own directory, and never a device: where this fails the tool has put a file in its place.
BOOST_FIXTURE_TEST_CASE(a_report_goes_into_a_pipe_and_does_not_take_its_place, Agendas) {
    const auto pipe = directory.path() / "pipe";
    BOOST_TEST_REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const int reader = open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    BOOST_TEST_REQUIRE(reader >= 0);
    const auto ran = run({"check", "-f", "json=pipe", "clean.toml"});
    char first = ' ';
    const auto count = read(reader, &first, 1);
    close(reader);
    BOOST_TEST(ran.ending() == "exit 0", ran.ending() << ": " << ran.err);
    BOOST_TEST(std::filesystem::is_fifo(pipe));
    BOOST_TEST((count == 1 && first == '{'));
}

BOOST_FIXTURE_TEST_CASE(a_report_takes_the_place_of_an_earlier_one_through_a_link, Agendas) {
    const auto target = directory.write("old.json", "old");
    std::filesystem::create_symlink("old.json", directory.path() / "link.json");
    BOOST_TEST(run({"check", "-f", "json=link.json", "clean.toml"}).ending() == "exit 0");
    BOOST_TEST(std::filesystem::is_symlink(directory.path() / "link.json"));
    BOOST_TEST(std::filesystem::file_size(target) > 100U);
}

// As in `agenda-lint check | head -1`: it has read what it wanted.
BOOST_FIXTURE_TEST_CASE(a_reader_that_goes_away_changes_no_exit_status_and_is_not_told, Agendas) {
    const std::pair<Words, int> cases[] = {{{"check", "error.toml"}, 1},        {{"check", "-f", "json", "error.toml"}, 1}, {{"check", "clean.toml"}, 0}, {{"config", "clean.toml"}, 0},
                                           {{"normalize", "clean.toml"}, 0},    {{"rules"}, 0},                             {{"schema", "agenda"}, 0},    {{"explain", "slot-overlap"}, 0},
                                           {{"check", "--help"}, 0},            {{"--version"}, 0}};
    for (const auto& [arguments, status] : cases) {
        How how;
        how.directory = directory.path();
        how.reader_gone = true;
        const auto ran = run_tool(arguments, how);
        BOOST_TEST(ran.ending() == "exit " + std::to_string(status), arguments.front() << " gives " << ran.ending());
        BOOST_TEST(ran.err == "", arguments.front() << ": " << ran.err);
    }
}

BOOST_FIXTURE_TEST_CASE(a_full_disk_gives_2_with_a_message, Agendas) {
    if (!std::filesystem::exists("/dev/full")) {
        BOOST_TEST_MESSAGE("skipped a_full_disk_gives_2_with_a_message: there is no /dev/full");
        return;
    }
    for (const auto& arguments : {Words{"check", "error.toml"}, Words{"check", "-f", "json", "error.toml"}, Words{"normalize", "clean.toml"}, Words{"--help"}, Words{"--version"}}) {
        How how;
        how.directory = directory.path();
        how.output = "/dev/full";
        const auto ran = run_tool(arguments, how);
        BOOST_TEST(ran.ending() == "exit 2", arguments.front() << " gives " << ran.ending());
        BOOST_TEST(contains(ran.err, "standard output"), arguments.front() << ": " << ran.err);
    }
}
