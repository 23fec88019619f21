// SPDX-License-Identifier: MIT
// Runs the tool itself, or another program, with limits of processor time and memory, and says how it ended and what it wrote. No shell is
// between.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace support {

struct Ran {
    int status = -1; ///< exit status; -1 where a signal ended it
    int signal = 0;
    std::string out, err;
    double seconds = 0; ///< of processor time

    /// "exit 1" or "signal 11".
    std::string ending() const;
};

struct How {
    std::string program; ///< another one, by its path; empty: the tool
    std::string input;
    /// The whole environment of the tool: nothing is inherited.
    std::vector<std::pair<std::string, std::string>> environment = {{"LC_ALL", "C.UTF-8"}};
    std::filesystem::path directory;       ///< where it runs; empty: where the tests do
    std::filesystem::path output;          ///< standard output goes there and is not captured; empty: captured
    bool reader_gone = false;              ///< standard output is a pipe whose reader has closed it
    unsigned seconds = 20;                 ///< of processor time, for a build without sanitizers
    std::size_t megabytes = 2048;          ///< of memory; no limit with sanitizers
};

Ran run_tool(const std::vector<std::string>& arguments, const How& how = {});

/// Whether the build slows everything down: limits of time mean little then.
bool sanitized();

} // namespace support
