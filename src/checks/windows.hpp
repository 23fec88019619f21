// SPDX-License-Identifier: MIT
// Windows on the clock of a day, and whether what has parts lies inside them, touches them or keeps out of them.
#pragma once
#include "time/instant.hpp"
#include <optional>
#include <string>
#include <vector>

namespace agenda::checks {

/// Sorted windows that neither overlap nor touch, which is how the functions below want them.
using Windows = std::vector<time::ClockRange>;

inline constexpr time::minutes whole_day{24 * 60};

/// A window without a beginning or an end has one of these there.
inline constexpr time::Clock no_opening{time::minutes{-100'000'000}}, no_closing{time::minutes{100'000'000}};

/// Sorted, and those that touch made one; a window whose end does not lie after its start ends on the next day.
Windows merged(Windows windows);
/// The same windows on each of the days that `clock` meets, and on the day before.
Windows every_day(const Windows& windows, const time::ClockRange& clock);
/// What of the windows lies in `bounds`.
Windows clipped(const Windows& windows, const time::ClockRange& bounds);
/// "10:00-13:00, 15:00-18:00", "from 08:00", "until 17:00"; empty for no window.
std::string shown(const Windows& windows);

enum class Lies { inside, touching, outside };

/// How a thing lies wrong.
struct Misfit {
    time::ClockRange part;                    ///< of the thing: the first that lies wrong
    time::minutes wrong{};                    ///< how much of all its parts lies where it must not
    std::optional<time::minutes> early, late; ///< inside: how far the part begins before, or ends after, `window`
    std::optional<time::ClockRange> window;   ///< the one that the part belongs to or must keep out of
};

/// Nothing where every part lies in one window (inside), some part meets a window (touching), or no part meets one
/// (outside). Ends that touch do not meet. `windows` has one at least.
std::optional<Misfit> misfit(const std::vector<time::ClockRange>& parts, const Windows& windows, Lies lies);

} // namespace agenda::checks
