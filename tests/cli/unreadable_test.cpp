// SPDX-License-Identifier: MIT
// What cannot be read, whatever it is for: one line that names it and says why, and exit status 2. Nothing that should have been read is
// left out without a word.
#include "world.hpp"
#include <fcntl.h>
#include <thread>
#include <unistd.h>

using support::contains;
using support::refused;
using support::Words;
using support::World;

namespace {

namespace fs = std::filesystem;

/// Paths that lead to nothing that can be read, each with the reason.
struct DeadEnds : World {
    std::vector<std::pair<std::string, std::string>> paths{{"missing.toml", "No such file or directory"},
                                                           {"dangling.toml", "No such file or directory"},
                                                           {"loop.toml", "Too many levels of symbolic links"},
                                                           {"agenda.toml/more.toml", "Not a directory"},
                                                           {std::string(300, 'n'), "File name too long"}};
    DeadEnds() {
        fs::create_symlink("nowhere.toml", directory.path() / "dangling.toml");
        fs::create_symlink("loop.toml", directory.path() / "loop.toml");
        const auto locked = directory.write("locked.toml", file("agenda.toml"));
        fs::permissions(locked, fs::perms::none);
        // root may read it all the same
        if (access(locked.c_str(), R_OK) != 0) paths.emplace_back("locked.toml", "Permission denied");
        if (fs::exists("/proc/self/mem")) paths.emplace_back("/proc/self/mem", "Input/output error");
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(unreadable)

BOOST_FIXTURE_TEST_CASE(a_file_is_named_with_the_reason_by_every_command_that_reads_it, DeadEnds) {
    const std::vector<Words> commands{{"check", "agenda.toml"},
                                      {"check"},
                                      {"check", "agenda.toml", "--config"},
                                      {"check", "agenda.toml", "--baseline"},
                                      {"check", "agenda.toml", "--columns"},
                                      {"config"},
                                      {"normalize"},
                                      {"import"},
                                      {"export", "--to", "ics"},
                                      {"baseline", "show"},
                                      {"baseline", "write", "new.toml"}};
    for (const auto& command : commands)
        for (const auto& [path, why] : paths) {
            auto words = command;
            words.push_back(path);
            std::string line;
            for (const auto& word : words) line += word + " ";
            BOOST_TEST_CONTEXT(line) refused(run(words), path + " cannot be read: " + why);
        }
    BOOST_TEST(!fs::exists(directory.path() / "new.toml"));
}

BOOST_FIXTURE_TEST_CASE(a_directory_is_no_file, World) {
    fs::create_directory(directory.path() / "folder");
    for (const auto& command : {Words{"import"}, {"export", "--to", "ics"}, {"check", "agenda.toml", "--config"}, {"check", "agenda.toml", "--baseline"}}) {
        auto words = command;
        words.push_back("folder");
        refused(run(words), "folder is a directory");
    }
}

BOOST_FIXTURE_TEST_CASE(of_a_directory_a_link_to_nothing_is_told_and_not_passed_over, World) {
    fs::create_symlink("nowhere.toml", directory.path() / "later.toml");
    refused(run({"check", "."}), "later.toml cannot be read: No such file or directory");
}

// Emacs marks a file that is being edited by such a link beside it.
BOOST_FIXTURE_TEST_CASE(the_mark_of_an_editor_in_a_directory_is_passed_over, World) {
    fs::create_symlink("somebody@example.org.1234", directory.path() / ".#agenda.toml");
    const auto ran = run({"check", ".", "-f", "concise"});
    BOOST_TEST(ran.status == 1, ran.err);
    BOOST_TEST(contains(ran.out, "slot-overlap"), ran.out);
}

BOOST_FIXTURE_TEST_CASE(of_a_directory_of_rules_a_link_to_nothing_is_told_and_not_passed_over, World) {
    fs::create_directory(directory.path() / "own");
    fs::copy(std::string{AGENDA_SOURCE_DIR} + "/rules/time/slot-overlap.toml", directory.path() / "own" / "slot-overlap.toml");
    for (const auto* name : {"first.toml", "slot.toml", "zone.toml"}) fs::create_symlink("nowhere.toml", directory.path() / "own" / name);
    const auto ran = run({"check", "--rules", "own", "agenda.toml"});
    BOOST_TEST(ran.ending() == "exit 2");
    BOOST_TEST(ran.out == "");
    for (const auto* name : {"first.toml", "slot.toml", "zone.toml"})
        BOOST_TEST(contains(ran.err, std::string{"own/"} + name + " cannot be read: No such file or directory"), ran.err);
}

BOOST_FIXTURE_TEST_CASE(a_directory_of_rules_that_can_be_searched_in_part_only_is_told, World) {
    const auto closed = directory.path() / "own" / "closed";
    fs::create_directories(closed);
    fs::copy(std::string{AGENDA_SOURCE_DIR} + "/rules/time/slot-overlap.toml", directory.path() / "own" / "slot-overlap.toml");
    fs::permissions(closed, fs::perms::none);
    if (access(closed.c_str(), R_OK) == 0)
        BOOST_TEST_MESSAGE("skipped a_directory_of_rules_that_can_be_searched_in_part_only_is_told: this user may read everything");
    else
        refused(run({"check", "--rules", "own", "agenda.toml"}), "own cannot be read whole: Permission denied");
    fs::permissions(closed, fs::perms::owner_all);
}

BOOST_FIXTURE_TEST_CASE(a_configuration_that_leads_nowhere_is_not_taken_for_none, World) {
    const auto config = directory.path() / "agenda-lint.toml";
    fs::create_symlink("nowhere.toml", config);
    refused(run({"check", "agenda.toml"}), "agenda-lint.toml cannot be read: No such file or directory");
    fs::remove(config);
    // As Docker puts it there for a file to be mounted that is missing.
    fs::create_directory(config);
    refused(run({"check", "agenda.toml"}), "agenda-lint.toml is a directory");
}

BOOST_FIXTURE_TEST_CASE(standard_input_that_cannot_be_read_is_no_empty_agenda, World) {
    refused(shell("\"$tool\" check - <."), "- is a directory");
    refused(shell("\"$tool\" check - <&-"), "- cannot be read: Bad file descriptor");
    refused(shell("\"$tool\" check --stdin-filename a.toml - <&-"), "a.toml cannot be read: Bad file descriptor");
}

BOOST_FIXTURE_TEST_CASE(a_pipe_is_waited_for_and_read_to_its_end, World) {
    const auto expected = run({"check", "-", "--stdin-filename", "pipe", "-f", "concise"}, file("agenda.toml")).out;
    BOOST_TEST_REQUIRE(contains(expected, "slot-overlap"));
    const auto late = shell("mkfifo pipe; { sleep 0.1; head -c 100 agenda.toml; sleep 0.1; tail -c +101 agenda.toml; } >pipe & \"$tool\" check pipe -f concise");
    BOOST_TEST(late.out == expected);
    BOOST_TEST(late.status == 1, late.err);
    // Of several agendas each is looked at for what it includes; a pipe can be read once only.
    const auto several = shell("cat agenda.toml >pipe & \"$tool\" check earlier.toml pipe -f concise");
    BOOST_TEST(contains(several.out, expected), several.out << several.err);
}

BOOST_FIXTURE_TEST_CASE(a_pipe_that_nobody_has_written_to_is_empty, World) {
    const auto ran = shell("mkfifo pipe; : >pipe & \"$tool\" check pipe -f concise");
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "pipe:1:1: error key-missing"), ran.out << ran.err);
}

BOOST_FIXTURE_TEST_CASE(a_file_that_is_written_to_while_it_is_read_is_not_judged, World) {
    // Large, so that reading takes a while, and nearly all of it a hole, so that it takes no room.
    const auto file = directory.path() / "growing.toml";
    const int grows = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    BOOST_TEST_REQUIRE(grows >= 0);
    constexpr off_t at_first = 100 << 20U;
    BOOST_TEST_REQUIRE(ftruncate(grows, at_first) == 0);
    support::Ran ran;
    std::jthread writer{[&](const std::stop_token& stop) {
        // Longer and shorter in turn: half of the time the file shrinks.
        for (off_t more = 1; !stop.stop_requested(); more = more % 1'000 + 1) (void)!ftruncate(grows, at_first - more * 4096);
    }};
    // What has begun to read a moment before the writer goes on may have read all; hardly twice.
    for (int attempt = 0; attempt < 20 && ran.status != 2; ++attempt) ran = run({"check", "growing.toml"});
    writer = {};
    close(grows);
    refused(ran, "growing.toml was written to while it was read; run it again");
}

BOOST_AUTO_TEST_SUITE_END()
