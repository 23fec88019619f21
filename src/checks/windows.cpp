// SPDX-License-Identifier: MIT
#include "checks/windows.hpp"
#include <algorithm>

namespace agenda::checks {
namespace {

using time::ClockRange;
using time::minutes;

ClockRange shifted(const ClockRange& range, minutes by) {
    return {{range.start.since_midnight + by}, {range.end.since_midnight + by}};
}

minutes between(time::Clock earlier, time::Clock later) { return later.since_midnight - earlier.since_midnight; }
minutes length(const ClockRange& range) { return between(range.start, range.end); }

minutes shared(const ClockRange& part, const Windows& windows) {
    minutes sum{0};
    for (const auto& window : windows)
        if (overlap(part, window)) sum += length(intersection(part, window));
    return sum;
}

/// The window that a part belongs to: the only one that it meets, or the only one that there is.
std::optional<ClockRange> home(const ClockRange& part, const Windows& windows) {
    if (windows.size() == 1) return windows.front();
    std::optional<ClockRange> met;
    for (const auto& window : windows) {
        if (!overlap(part, window)) continue;
        if (met) return std::nullopt;
        met = window;
    }
    return met;
}

std::optional<Misfit> not_inside(const std::vector<ClockRange>& parts, const Windows& windows) {
    std::optional<Misfit> result;
    for (const auto& part : parts) {
        const auto wrong = length(part) - shared(part, windows);
        if (wrong <= minutes{0}) continue;
        if (!result) {
            result = Misfit{part, {}, {}, {}, home(part, windows)};
            if (result->window && part.start < result->window->start)
                result->early = between(part.start, result->window->start);
            if (result->window && part.end > result->window->end) result->late = between(result->window->end, part.end);
        }
        result->wrong += wrong;
    }
    return result;
}

std::optional<Misfit> meeting(const std::vector<ClockRange>& parts, const Windows& windows) {
    std::optional<Misfit> result;
    for (const auto& part : parts)
        for (const auto& window : windows) {
            if (!overlap(part, window)) continue;
            if (!result) result = Misfit{part, {}, {}, {}, window};
            result->wrong += length(intersection(part, window));
        }
    return result;
}

} // namespace

Windows merged(Windows windows) {
    for (auto& window : windows)
        if (window.empty()) window.end.since_midnight += whole_day;
    std::sort(windows.begin(), windows.end());
    Windows result;
    for (const auto& window : windows)
        if (!result.empty() && window.start <= result.back().end)
            result.back().end = std::max(result.back().end, window.end);
        else
            result.push_back(window);
    return result;
}

Windows every_day(const Windows& windows, const ClockRange& clock) {
    Windows result;
    for (auto day = -whole_day; day < clock.end.since_midnight; day += whole_day)
        for (const auto& window : windows) result.push_back(shifted(window, day));
    return merged(std::move(result));
}

Windows clipped(const Windows& windows, const ClockRange& bounds) {
    Windows result;
    for (const auto& window : windows)
        if (overlap(window, bounds)) result.push_back(intersection(window, bounds));
    return result;
}

std::string shown(const Windows& windows) {
    std::string result;
    for (const auto& window : windows) {
        if (!result.empty()) result += ", ";
        if (window.end == no_closing)
            result += "from " + time::format_clock(window.start);
        else if (window.start == no_opening)
            result += "until " + time::format_clock(window.end);
        else
            result += time::format_range(window);
    }
    return result;
}

std::optional<Misfit> misfit(const std::vector<ClockRange>& parts, const Windows& windows, Lies lies) {
    if (lies == Lies::inside) return not_inside(parts, windows);
    auto met = meeting(parts, windows);
    if (lies == Lies::outside) return met;
    if (met || parts.empty()) return std::nullopt;
    return not_inside(parts, windows);
}

} // namespace agenda::checks
