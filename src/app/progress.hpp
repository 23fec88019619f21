// SPDX-License-Identifier: MIT
// Says on a terminal what a long run is at: one line, from half a second on, which is gone at the end.
#pragma once
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace agenda::app {

class Progress {
public:
    /// On standard error, where that is a terminal that can take a line back; else nothing is ever shown.
    explicit Progress(bool ascii);
    ~Progress() { end(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// What the run is at from now on; the text need not be harmless.
    void at(const std::string& text);
    /// Takes the line away; nothing is shown any more.
    void end();

private:
    void run(const std::stop_token& stop);
    void draw();

    bool ascii_;
    std::mutex mutex_;
    std::condition_variable_any wakes_;
    std::string text_, drawn_; // guarded by mutex_
    std::jthread thread_;
};

} // namespace agenda::app
