// SPDX-License-Identifier: MIT
// The process among others: which signals it outlives, what is left of an unfinished file when one ends it, its
// standard streams, and how it keeps memory.
#pragma once
#include <filesystem>

namespace agenda::app {

/// Once, before anything is opened and written; from then on standard output is written by std::cout alone. A reader
/// that goes away and a file that may not grow further end nothing: the write fails. No file that is opened takes the
/// number of a standard stream that is closed, which fails as before.
void settle_process();

/// As long as it lives, a signal that ends the process (SIGHUP, SIGINT, SIGTERM) removes the file first. One at a time.
class RemovedWhenEnded {
public:
    explicit RemovedWhenEnded(const std::filesystem::path& file);
    ~RemovedWhenEnded();
    RemovedWhenEnded(const RemovedWhenEnded&) = delete;
    RemovedWhenEnded& operator=(const RemovedWhenEnded&) = delete;
};

} // namespace agenda::app
