// SPDX-License-Identifier: MIT
#include "support/run_tool.hpp"
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// A file without a name, that is gone when it is closed.
File nameless() {
    File file{std::tmpfile(), std::fclose};
    if (!file) throw std::runtime_error{"cannot make a temporary file"};
    return file;
}

std::string contents(std::FILE* file) {
    std::string result;
    char buffer[1 << 16];
    std::rewind(file);
    while (const auto count = std::fread(buffer, 1, sizeof buffer, file)) result.append(buffer, count);
    return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

void limit(int resource, rlim_t value, rlim_t hard) {
    const rlimit limits{value, hard};
    setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

/// What the child does between fork and exec: only calls that are safe there.
struct Child {
    int in, out, err;
    const char* program;
    const char* directory;
    unsigned seconds;
    std::size_t megabytes;
    char* const* arguments;
    char* const* environment;

    [[noreturn]] void run() const {
        if (*directory && chdir(directory) != 0) _exit(126);
        if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0) _exit(126);
        const auto factor = sanitized() ? 10U : 1U;
        limit(RLIMIT_CPU, seconds * factor, seconds * factor + 1);
        limit(RLIMIT_CORE, 0, 0);
        if (!sanitized()) limit(RLIMIT_AS, megabytes << 20U, megabytes << 20U);
        execve(program, arguments, environment);
        _exit(127);
    }
};

int gone_reader() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error{"cannot make a pipe"};
    close(ends[0]);
    return ends[1];
}

} // namespace

bool sanitized() {
#ifdef __has_feature
    return __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
    return false;
#endif
}

std::string Ran::ending() const { return signal != 0 ? "signal " + std::to_string(signal) : "exit " + std::to_string(status); }

Ran run_tool(const std::vector<std::string>& arguments, const How& how) {
    const auto in = nameless();
    const auto out = nameless();
    const auto err = nameless();
    if (std::fwrite(how.input.data(), 1, how.input.size(), in.get()) != how.input.size()) throw std::runtime_error{"cannot write the input"};
    std::rewind(in.get());
    const auto program = how.program.empty() ? std::string{AGENDA_LINT_BINARY} : how.program;
    std::vector<std::string> words{program.substr(program.rfind('/') + 1)};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment;
    for (const auto& [name, value] : how.environment) environment.push_back(name + "=" + value);
    for (const auto* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) // scripts/sanitize says where reports go
        if (const auto* value = std::getenv(name); sanitized() && value) environment.push_back(std::string{name} + "=" + value);
    const auto word_pointers = pointers(words);
    const auto environment_pointers = pointers(environment);

    int output = fileno(out.get());
    if (how.reader_gone) output = gone_reader();
    if (!how.output.empty()) output = open(how.output.c_str(), O_WRONLY | O_CLOEXEC);
    if (output < 0) throw std::runtime_error{"cannot open " + how.output.string()};
    const Child child{fileno(in.get()), output, fileno(err.get()), program.c_str(), how.directory.c_str(), how.seconds, how.megabytes, word_pointers.data(), environment_pointers.data()};
    const auto process = fork();
    if (process < 0) throw std::runtime_error{"cannot fork"};
    if (process == 0) child.run();

    int ended = 0;
    rusage used{};
    if (wait4(process, &ended, 0, &used) != process) throw std::runtime_error{"the child is lost"};
    if (output != fileno(out.get())) close(output);
    Ran ran;
    if (WIFEXITED(ended)) ran.status = WEXITSTATUS(ended);
    if (WIFSIGNALED(ended)) ran.signal = WTERMSIG(ended);
    ran.out = contents(out.get());
    ran.err = contents(err.get());
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    ran.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    return ran;
}

} // namespace support
