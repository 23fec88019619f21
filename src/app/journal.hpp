// SPDX-License-Identifier: MIT
// What --verbose tells on standard error: what is in force for each agenda, what came of each rule, and how long each
// step took. Times stand nowhere else, so that reports are the same on each run.
#pragma once
#include "app/setup.hpp"
#include <chrono>
#include <ostream>

namespace agenda::app {

/// How long the steps of a run take: each lasts until the next begins.
class Stopwatch {
public:
    void begins(std::string step);
    /// "reading 0.1 ms, loading 2.3 ms", in the order in which they began; then all is forgotten.
    std::string told();

private:
    using Clock = std::chrono::steady_clock;
    void ends();

    std::vector<std::pair<std::string, Clock::duration>> steps_;
    Clock::time_point begin_;
    bool running_ = false;
};

/// The configuration, the profiles and the threshold of an agenda, its rules by what came of them, and how long it
/// took.
void tell_setting(const report::CheckedAgenda& agenda, const Setup& setup, std::string_view took, std::ostream& out);

} // namespace agenda::app
