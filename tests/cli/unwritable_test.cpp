// SPDX-License-Identifier: MIT
// Reports that cannot be written, or not to their end: the old one stays, nothing is left beside it, and one line says what and why.
#include "world.hpp"
#include <csignal>
#include <sys/wait.h>

using support::contains;
using support::day_header;
using support::How;
using support::Ran;
using support::refused;
using support::run_tool;
using support::slot;
using support::Words;
using support::World;

namespace {

namespace fs = std::filesystem;

/// many.toml has so many findings that every report of it has several pages of the disk.
struct ManyFindings : World {
    ManyFindings(int slots = 300) {
        std::string text = day_header();
        for (int i = 0; i < slots; ++i) text += slot("s" + std::to_string(i), "10:00-11:00", "moderater = \"x\"\nroom = \"r" + std::to_string(i / 2) + "\"\n");
        directory.write("many.toml", text);
    }
};

/// Every way to have a file written: the command up to the file's name. (For GitHub there are ten annotations at most, in any file.)
const std::vector<std::string> ways{"check many.toml -f concise=",
                                    "check many.toml -f gitlab=",
                                    "check many.toml -f html=",
                                    "check many.toml -f json=",
                                    "check many.toml -f junit=",
                                    "check many.toml -f markdown=",
                                    "check many.toml -f rdjson=",
                                    "check many.toml -f sarif=",
                                    "check many.toml -f text=",
                                    "diff earlier.toml many.toml -f html=",
                                    "diff earlier.toml many.toml -f json=",
                                    "diff earlier.toml many.toml -f markdown=",
                                    "diff earlier.toml many.toml -f text=",
                                    "export many.toml --to ics -o ",
                                    "export many.toml --to csv -o ",
                                    "export many.toml --to schedule.json -o ",
                                    "export many.toml --to schedule.xml -o ",
                                    "import many.csv -o ",
                                    "baseline write --grow "};

/// Fails where the report in FOLDER/old can be written, was changed, or left something beside it.
std::string attempt(const std::string& way, const std::string& folder) {
    const auto file = folder + "/old";
    const auto agenda = way.starts_with("baseline") ? " many.toml" : "";
    return "\"$tool\" " + way + file + agenda + " >/dev/null 2>said; status=$?; tail -n 1 said; [ $status = 2 ] && cmp before " + file + " && [ \"$(ls -A " + folder + ")\" = old ] || echo 'not so: '" + way + " $status $(ls -A " + folder + ");\n";
}

/// A baseline is read before it is written.
const std::string prepare = "\"$tool\" export many.toml --to csv -o many.csv 2>/dev/null; [ -s many.csv ] && \"$tool\" baseline write before earlier.toml >/dev/null || exit 9; mkdir folder; ";

std::string expected(const std::string& why) {
    std::string lines;
    for (std::size_t i = 0; i < ways.size(); ++i) lines += "agenda-lint: folder/old cannot be written: " + why + "\n";
    return lines;
}

/// The tool, running by itself.
class Running {
public:
    Running(const fs::path& directory, std::vector<std::string> words) : child_(fork()) {
        if (child_ != 0) return;
        std::vector<char*> pointers;
        for (auto& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        for (const int signal : {SIGHUP, SIGINT, SIGTERM}) std::signal(signal, SIG_DFL); // whatever the tests themselves run under
        if (chdir(directory.c_str()) != 0) _exit(126);
        execv(AGENDA_LINT_BINARY, pointers.data());
        _exit(127);
    }
    ~Running() {
        if (child_ > 0) end(SIGKILL);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    /// Holds it; whether it has not ended yet.
    bool hold() {
        kill(child_, SIGSTOP);
        int state = 0;
        if (waitpid(child_, &state, WUNTRACED) != child_ || !WIFSTOPPED(state)) child_ = 0;
        return child_ > 0;
    }
    void go_on() const { kill(child_, SIGCONT); }
    /// The signal that ended it.
    int end(int signal) {
        kill(child_, signal);
        kill(child_, SIGCONT);
        int state = 0;
        waitpid(child_, &state, 0);
        child_ = 0;
        return WIFSIGNALED(state) ? WTERMSIG(state) : 0;
    }

private:
    pid_t child_;
};

/// A run that writes report.json, in the middle of it.
std::unique_ptr<Running> in_the_middle(const World& world) {
    const auto is_writing = [&] {
        for (const auto& entry : fs::directory_iterator{world.directory.path()})
            if (entry.path().filename().string().starts_with("report.json.")) return true;
        return false;
    };
    for (int attempt = 0; attempt < 20; ++attempt) {
        auto running = std::make_unique<Running>(world.directory.path(), Words{"agenda-lint", "check", "many.toml", "-f", "json=report.json"});
        while (running->hold()) {
            if (is_writing()) return running;
            running->go_on();
            usleep(200);
        }
    }
    BOOST_FAIL("it writes too fast to be caught at it");
    return nullptr;
}

} // namespace

BOOST_AUTO_TEST_SUITE(unwritable)

BOOST_FIXTURE_TEST_CASE(a_full_disk_leaves_every_old_report_and_nothing_else, ManyFindings) {
    std::string command = prepare + "mount -t tmpfs -o size=8k none folder; cp before folder/old; set +e\n";
    for (const auto& way : ways) command += attempt(way, "folder");
    const auto ran = with_mounts(command);
    if (ran) BOOST_TEST(ran->out == expected("No space left on device"), ran->out << ran->err);
}

BOOST_FIXTURE_TEST_CASE(a_read_only_disk_leaves_every_old_report, ManyFindings) {
    std::string command = prepare + "mount -t tmpfs none folder; cp before folder/old; mount -o remount,bind,ro folder; set +e\n";
    for (const auto& way : ways) command += attempt(way, "folder");
    const auto ran = with_mounts(command);
    if (ran) BOOST_TEST(ran->out == expected("Read-only file system"), ran->out << ran->err);
}

// The limit's signal would end the tool, if it let it.
BOOST_FIXTURE_TEST_CASE(a_limit_of_file_sizes_leaves_every_old_report_and_nothing_else, ManyFindings) {
    std::string command = prepare + "cp before folder/old; ulimit -f 4\n";
    for (const auto& way : ways) command += attempt(way, "folder");
    const auto ran = shell(command);
    BOOST_TEST(ran.out == expected("File too large"), ran.out << ran.err);
}

BOOST_FIXTURE_TEST_CASE(a_folder_that_may_not_be_written_to_leaves_the_old_report, World) {
    const auto folder = directory.path() / "folder";
    fs::create_directory(folder);
    directory.write("folder/old", "old");
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
    if (access(folder.c_str(), W_OK) == 0)
        BOOST_TEST_MESSAGE("skipped a_folder_that_may_not_be_written_to_leaves_the_old_report: this user may write everywhere");
    else
        refused(run({"check", "agenda.toml", "-f", "json=folder/old"}), "folder/old cannot be written: Permission denied");
    BOOST_TEST(file("folder/old") == "old");
    fs::permissions(folder, fs::perms::owner_all);
}

BOOST_FIXTURE_TEST_CASE(a_device_that_is_full_is_named_with_the_reason, World) {
    if (!fs::exists("/dev/full")) {
        BOOST_TEST_MESSAGE("skipped a_device_that_is_full_is_named_with_the_reason: there is no /dev/full");
        return;
    }
    refused(run({"check", "agenda.toml", "-f", "json=/dev/full"}), "/dev/full cannot be written: No space left on device");
    for (const auto& words : {Words{"check", "agenda.toml"}, {"check", "agenda.toml", "-f", "json"}, {"normalize", "agenda.toml"}, {"rules"}, {"schema", "agenda"}}) {
        auto how = here();
        how.output = "/dev/full";
        refused(run_tool(words, how), "standard output cannot be written to: No space left on device");
    }
}

BOOST_FIXTURE_TEST_CASE(the_summary_of_a_step_is_added_whole_or_not_at_all, ManyFindings) {
    const auto before = std::string(3'000, 'x') + "\n";
    directory.write("summary.md", before);
    const auto ran = shell("ulimit -f 4; GITHUB_STEP_SUMMARY=summary.md \"$tool\" check many.toml -f github >/dev/null");
    refused(ran, "summary.md (GITHUB_STEP_SUMMARY) cannot be written: File too large");
    BOOST_TEST(file("summary.md") == before);
}

BOOST_FIXTURE_TEST_CASE(a_reader_that_has_read_enough_changes_no_exit_status, ManyFindings) {
    for (const auto* format : {"text", "json", "html"}) {
        const auto ran = shell(std::string{"\"$tool\" check many.toml -f "} + format + " -f concise=file | head -c 1; echo \" ${PIPESTATUS[0]}\"");
        BOOST_TEST(ran.out.ends_with(" 1\n"), format << ": " << ran.out);
        BOOST_TEST(ran.err == "", format << ": " << ran.err);
        BOOST_TEST(file("file") == run({"check", "many.toml", "-f", "concise"}).out);
    }
}

BOOST_AUTO_TEST_CASE(a_signal_that_ends_a_run_leaves_the_old_report_and_nothing_else) {
    const ManyFindings world{10'000};
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) BOOST_TEST_CONTEXT("signal " << signal) {
            world.directory.write("report.json", "old");
            const auto running = in_the_middle(world);
            BOOST_TEST(world.file("report.json") == "old");
            BOOST_TEST(running->end(signal) == signal);
            BOOST_TEST(world.file("report.json") == "old");
            world.holds_only({"many.toml", "report.json"});
        }
}

// As nohup(1) has it.
BOOST_AUTO_TEST_CASE(a_signal_that_is_ignored_ends_no_report) {
    const ManyFindings world;
    const auto ran = world.shell("trap '' HUP; \"$tool\" check many.toml -f json=report.json & for i in {1..200}; do kill -HUP $! 2>/dev/null; done; wait $!; echo $?");
    BOOST_TEST(ran.out == "1\n");
    BOOST_TEST(world.file("report.json") == world.run({"check", "many.toml", "-f", "json"}).out);
}

BOOST_AUTO_TEST_SUITE_END()
