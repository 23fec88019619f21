// SPDX-License-Identifier: MIT
#include "app/git.hpp"
#include "app/files.hpp"
#include "source/file.hpp"
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace agenda::app {
namespace {

namespace fs = std::filesystem;

struct Ended {
    int status = -1; ///< of exit; -1 where a signal ended it
    std::string out, err;
};

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
    constexpr std::array<std::string_view, 5> left_out{
        "LC_ALL=", "GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX="};
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
    if (failed == ENOENT) throw Failure{"git is not installed; --against takes a file without it"};
    if (failed != 0) throw Failure{std::string{"git cannot be run: "} + std::strerror(failed)};
    out.close_write();
    err.close_write();
    Ended ended;
    read_all(out.read_end(), err.read_end(), ended);
    int state = 0;
    while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(state)) ended.status = WEXITSTATUS(state);
    return ended;
}

std::string first_line(std::string_view text) { return std::string{text.substr(0, text.find('\n'))}; }

/// REV:PATH is parted at the first colon that stands in no braces; ":/words" is a revision.
std::size_t colon_of(std::string_view revision) {
    if (revision.starts_with(":/")) return std::string_view::npos;
    int depth = 0;
    for (std::size_t i = 0; i < revision.size(); ++i) {
        if (revision[i] == '{') ++depth;
        if (revision[i] == '}') --depth;
        if (revision[i] == ':' && depth == 0) return i;
    }
    return std::string_view::npos;
}

/// The command that would bring a revision that git does not have; empty where there is nothing to bring it from.
std::string command_for(const std::string& revision, const std::string& folder) {
    const bool shallow = first_line(run_git(folder, {"rev-parse", "--is-shallow-repository"}).out) == "true";
    const auto remotes = "\n" + run_git(folder, {"remote"}).out;
    if (remotes == "\n") return {};
    if (revision.find_first_of("~^@{:") != std::string::npos) return shallow ? "git fetch --unshallow" : "";
    const std::string depth = shallow ? "--depth=1 " : "";
    const auto slash = revision.find('/');
    const auto remote = revision.substr(0, slash);
    if (slash != std::string::npos && remotes.find("\n" + remote + "\n") != std::string::npos)
        return "git fetch " + depth + remote + " " + revision.substr(slash + 1) + ":refs/remotes/" + revision;
    const bool is_hash =
        revision.size() >= 40 && revision.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    return "git fetch " + depth + "origin " + (is_hash ? revision : revision + ":" + revision);
}

/// The object that a revision is, by its hash. Throws Failure where git does not have it.
std::string commit_of(const std::string& revision, const std::string& folder) {
    const auto hash = first_line(run_git(folder, {"rev-parse", "--verify", "--quiet", revision}).out);
    if (!hash.empty() && run_git(folder, {"cat-file", "-e", hash}).status == 0) return hash;
    const auto command = command_for(revision, folder);
    throw Failure{"git has no revision `" + revision + "` here" +
                  (command.empty() ? std::string{} : "; this may bring it: " + command)};
}

/// The path from the repository's root.
std::string path_in_repository(const std::string& folder, const std::string& name) {
    const auto prefix = run_git(folder, {"rev-parse", "--show-prefix"}).out;
    return prefix.substr(0, prefix.rfind('\n')) + name;
}

/// What a file of the working tree was called in the revision; empty where git sees no renaming.
std::string earlier_name(const std::string& revision, const std::string& folder, const std::string& path) {
    const auto renamed = run_git(folder, {"diff", "--no-ext-diff", "--no-textconv", "--find-renames", "--diff-filter=R",
                                          "--name-status", "-z", revision, "--"});
    std::vector<std::string> fields;
    for (std::string_view rest = renamed.out; !rest.empty();) {
        const auto end = std::min(rest.find('\0'), rest.size());
        fields.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (std::size_t i = 0; i + 2 < fields.size(); i += 3)
        if (fields[i + 2] == path) return fields[i + 1];
    return {};
}

} // namespace

bool names_file(const std::string& revision) { return colon_of(revision) != std::string::npos; }

Revised read_revision(const std::string& revision, const std::string& path) {
    if (revision.empty() || revision.front() == '-')
        throw Failure{"--against takes a file or a revision, and `" + revision + "` is neither"};
    const auto parent = fs::path{path}.parent_path().string();
    const auto folder = parent.empty() ? std::string{"."} : parent;
    const auto name = fs::path{path}.filename().string();
    const auto repository = run_git(folder, {"rev-parse", "--git-dir"});
    if (repository.status != 0)
        throw Failure{"there is no file `" + revision + "`, and no revision either, since git finds no repository of " +
                      path + ": " + first_line(repository.err)};

    const auto colon = colon_of(revision);
    const auto said = revision.substr(0, colon);
    const auto commit = said.empty() ? said : commit_of(said, folder); // ":file" is one of the index
    const auto whole = path_in_repository(folder, name);
    const auto file = colon == std::string::npos ? "./" + name : revision.substr(colon + 1);
    auto blob = run_git(folder, {"cat-file", "blob", commit + ":" + file});
    if (blob.status == 0) return {said + ":" + (colon == std::string::npos ? whole : file), std::move(blob.out)};
    if (colon != std::string::npos) throw Failure{"`" + said + "` has no file `" + file + "`"};
    const auto earlier = earlier_name(commit, folder, whole);
    throw Failure{
        "`" + said + "` has no " + whole +
        (earlier.empty() ? std::string{} : "; it was called " + earlier + " there: --against " + said + ":" + earlier)};
}

} // namespace agenda::app
