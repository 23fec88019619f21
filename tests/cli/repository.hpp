// SPDX-License-Identifier: MIT
// A scratch repository of the installed git, for tests of the tool.
#pragma once
#include "folder.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

using Variables = std::vector<std::pair<std::string, std::string>>;

/// A repository, without a commit.
struct Repository {
    TemporaryDirectory directory;

    Repository() {
        git({"init", "-q", "-b", "main", "."});
    }
    /// Fails the test where git does.
    void git(const Words& arguments, const std::string& folder = ".") const {
        Words words{"git",   "-C", (directory.path() / folder).string(), "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false",
                    "-c",    "protocol.file.allow=always"};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (auto& word : words) pointers.push_back(word.data());
        pointers.push_back(nullptr);
        const auto child = fork();
        if (child == 0) {
            setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
            setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
            for (const auto* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}) unsetenv(name);
            execvp("git", pointers.data());
            _exit(127);
        }
        int ended = -1;
        waitpid(child, &ended, 0);
        BOOST_TEST_REQUIRE((WIFEXITED(ended) && WEXITSTATUS(ended) == 0), "git " << arguments.front() << " failed");
    }
    void commit(const std::string& name, const std::string& text) const {
        directory.write(name, text);
        git({"add", "--", name});
        git({"commit", "-q", "-m", "change"});
    }
    Ran run(const Words& arguments, const std::string& folder = ".", const std::string& input = {}) const {
        How how;
        how.directory = directory.path() / folder;
        how.input = input;
        how.environment.emplace_back("GIT_CONFIG_GLOBAL", "/dev/null");
        return run_tool(arguments, how);
    }
    /// What a shell makes of a command there, with variables beside those that it needs.
    Ran shell(const std::string& command, const std::string& folder = ".", const Variables& more = {}) const {
        How how;
        how.program = "/bin/bash";
        how.directory = directory.path() / folder;
        how.environment = {{"LC_ALL", "C.UTF-8"},         {"PATH", std::getenv("PATH")},           {"HOME", directory.path().string()},
                           {"GIT_CONFIG_NOSYSTEM", "1"},  {"GIT_AUTHOR_NAME", "T"},                {"GIT_AUTHOR_EMAIL", "t@example.org"},
                           {"GIT_COMMITTER_NAME", "T"},   {"GIT_COMMITTER_EMAIL", "t@example.org"}};
        how.environment.insert(how.environment.end(), more.begin(), more.end());
        return run_tool({"-c", command}, how);
    }
};

/// `a` and `b` overlap; `c` is free.
inline const std::string overlapping = day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30") + slot("c", "14:00-15:00");
/// `a` has moved, onto `c`.
inline const std::string clashing = day_header() + slot("a", "13:30-14:30") + slot("b", "10:30-11:30") + slot("c", "14:00-15:00");

/// A repository whose first commit has `agenda.toml`.
struct RepositoryWithAgenda : Repository {
    RepositoryWithAgenda() { commit("agenda.toml", overlapping); }
    Ran against(const std::string& revision, const Words& more = {}) const {
        Words words{"check", "--against", revision};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
};

} // namespace support
