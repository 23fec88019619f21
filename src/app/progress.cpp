// SPDX-License-Identifier: MIT
#include "app/progress.hpp"
#include "source/unicode.hpp"
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace agenda::app {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 500ms; ///< a run that ends earlier shows nothing
constexpr auto pace = 100ms;
constexpr std::string_view line_start = "\r\x1b[K"; ///< and the line is empty

bool can_take_back() {
    const auto* terminal = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && terminal && *terminal && std::string_view{terminal} != "dumb";
}

std::size_t columns() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// The text within so many cells; a line that wraps could not be taken back.
std::string within(std::string text, std::size_t cells, std::string_view ellipsis) {
    if (source::width(text, source::Unit::cells) <= cells) return text;
    const auto end = source::width(ellipsis, source::Unit::cells);
    text.resize(source::prefix_size(text, cells)); // most characters are as wide as a cell
    while (!text.empty() && source::width(text, source::Unit::cells) + end > cells)
        text.resize(source::prefix_size(text, source::width(text, source::Unit::code_points) - 1));
    return text += ellipsis;
}

void write_all(std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace

Progress::Progress(bool ascii) : ascii_(ascii) {
    if (!can_take_back()) return;
    try {
        thread_ = std::jthread{[this](const std::stop_token& stop) { run(stop); }};
    } catch (const std::system_error&) { // no thread to be had: no progress is shown
    }
}

void Progress::at(const std::string& text) {
    if (!thread_.joinable()) return;
    const std::lock_guard lock{mutex_};
    text_ = text;
}

void Progress::end() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    if (!drawn_.empty()) write_all(line_start);
}

void Progress::run(const std::stop_token& stop) {
    std::unique_lock lock{mutex_};
    const auto never = [] { return false; };
    wakes_.wait_for(lock, stop, patience, never);
    while (!stop.stop_requested()) {
        if (text_ != drawn_) draw();
        wakes_.wait_for(lock, stop, pace, never);
    }
}

void Progress::draw() {
    const auto shown = source::visible(text_);
    const auto most = columns() - 1;
    write_all(std::string{line_start} +
              (ascii_ ? within(source::ascii(shown), most, "...") : within(shown, most, "…")));
    drawn_ = text_;
}

} // namespace agenda::app
