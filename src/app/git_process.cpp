// SPDX-License-Identifier: MIT
#include "app/git_process.hpp"
#include "app/files.hpp"
#include "source/file.hpp"
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace agenda::app {
namespace {

/// Both ends of a pipe, which a child does not inherit.
class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0)
            throw Failure{std::string{"git cannot be run: "} + std::strerror(errno)};
    }
    ~Pipe() {
        close_write();
        ::close(ends_[0]);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    int read_end() const { return ends_[0]; }
    int write_end() const { return ends_[1]; }
    void close_write() {
        if (ends_[1] >= 0) ::close(ends_[1]);
        ends_[1] = -1;
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

/// Ours, but in English, and with git looking for the repository from the folder that it is told.
std::vector<std::string> environment() {
    constexpr std::array<std::string_view, 6> left_out{
        "LC_ALL=", "GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX=", "GIT_COMMON_DIR="};
    std::vector<std::string> result{"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0"};
    for (char** one = environ; *one; ++one)
        if (std::none_of(left_out.begin(), left_out.end(),
                         [&](std::string_view name) { return std::string_view{*one}.starts_with(name); }))
            result.emplace_back(*one);
    return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

/// Reads both to their ends, whichever has something first.
void read_all(int out, int err, Ended& ended) {
    std::array<pollfd, 2> ends{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
    const std::array<std::string*, 2> texts{&ended.out, &ended.err};
    std::vector<char> buffer(std::size_t{1} << 16U);
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (ends[i].fd < 0 || ends[i].revents == 0) continue;
            const auto count = ::read(ends[i].fd, buffer.data(), buffer.size());
            if (count > 0 && texts[i]->size() <= source::largest_file)
                texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
            else if (count == 0 || (count < 0 && errno != EINTR))
                ends[i].fd = -1; // poll passes over it
        }
    }
}

} // namespace

Ended run_git(const std::string& folder, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{"git", "-C", folder, "--no-pager", "-c", "core.fsmonitor=false"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment();
    Pipe out, err;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.write_end(), STDERR_FILENO);
    pid_t process = 0;
    const auto failed =
        ::posix_spawnp(&process, "git", &actions, nullptr, pointers(words).data(), pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed == ENOENT) throw Failure{"git is not installed: revisions cannot be read, files can"};
    if (failed != 0) throw Failure{std::string{"git cannot be run: "} + std::strerror(failed)};
    out.close_write();
    err.close_write();
    Ended ended;
    read_all(out.read_end(), err.read_end(), ended);
    int state = 0;
    while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {
    }
    if (ended.out.size() > source::largest_file) throw Failure{"git gives more than an agenda may have"};
    if (WIFEXITED(state)) ended.status = WEXITSTATUS(state);
    return ended;
}

} // namespace agenda::app
