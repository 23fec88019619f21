// SPDX-License-Identifier: MIT
// Which bookings of one resource collide, said in as many findings as the resource has bookings, not pairs.
#pragma once
#include "time/instant.hpp"
#include <cstdint>
#include <vector>

namespace agenda::checks {

/// Bookings of some classes never contend with one another, though both contend with others.
inline constexpr std::size_t booking_classes = 8;

struct Booking {
    time::Interval<time::Instant> when; ///< an empty one collides with nothing
    std::uint8_t booking_class = 0;     ///< below booking_classes
};

/// contends[a][b] == contends[b][a].
struct Contention {
    bool contends[booking_classes][booking_classes] = {};
};

struct Collision {
    std::vector<std::uint32_t>
        members; ///< at least two, ascending indices into the bookings; each contends and overlaps with another
    time::Interval<time::Instant>
        when; ///< for two, what they share; for more, from the first to the last moment with three at once
};

/// Every pair that contends and overlaps (half-open: touching ends do not) is within one collision. Two that meet while
/// no third is there are a collision of two; a stretch of time in which three or more are there at once is one
/// collision of all of them. The members of all collisions together grow with the number of bookings, since between two
/// such stretches no more than two bookings go on. O(n log n). The bookings come in any order; collisions are sorted by
/// their begin.
std::vector<Collision> collisions(const std::vector<Booking>& bookings, const Contention& contention);

/// Whether any two of these bookings contend and overlap.
bool any_collide(const std::vector<Booking>& bookings, const Contention& contention);

} // namespace agenda::checks
