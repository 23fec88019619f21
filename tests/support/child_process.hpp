// SPDX-License-Identifier: MIT
// Does something in a child process with limited processor time: what overflows the stack or never ends fails one test,
// not the run.
#pragma once
#include <csignal>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

/// "done", or how the child ended otherwise. `seconds` are of processor time, not of the wall's clock.
template <class Work> std::string in_child(Work work, unsigned seconds = 20) {
    const auto child = fork();
    if (child < 0) return "cannot fork";
    if (child == 0) {
        for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGXCPU}) std::signal(signal, SIG_DFL);
        const rlimit limit{seconds, seconds + 1};
        setrlimit(RLIMIT_CPU, &limit);
        const rlimit no_core{0, 0};
        setrlimit(RLIMIT_CORE, &no_core);
        work();
        _exit(0);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child) return "lost";
    if (WIFEXITED(status)) return WEXITSTATUS(status) == 0 ? "done" : "exit " + std::to_string(WEXITSTATUS(status));
    if (WTERMSIG(status) == SIGXCPU) return "took more than " + std::to_string(seconds) + " s";
    return "signal " + std::to_string(WTERMSIG(status));
}

} // namespace support
