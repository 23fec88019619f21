// SPDX-License-Identifier: MIT
// Bookings by minutes, and collisions as short texts, for the tests of collisions.hpp.
#pragma once
#include "checks/collisions.hpp"
#include <algorithm>
#include <string>
#include <vector>

namespace agenda::test {

using checks::Booking;
using checks::Collision;
using checks::Contention;

inline time::Instant minute(int number) { return time::Instant{time::minutes{number}}; }

inline Booking booking(int from, int to, std::uint8_t booking_class = 0) {
    return {{minute(from), minute(to)}, booking_class};
}

inline Contention everything_contends() {
    Contention result;
    for (auto& row : result.contends) std::fill(std::begin(row), std::end(row), true);
    return result;
}

/// Only these pairs of classes contend.
inline Contention contention_of(const std::vector<std::pair<int, int>>& pairs) {
    Contention result;
    for (const auto& [a, b] : pairs) result.contends[a][b] = result.contends[b][a] = true;
    return result;
}

inline int in_minutes(time::Instant instant) {
    return static_cast<int>(time::whole_minutes(instant.time_since_epoch()).count());
}

/// "0 1 2 @ 10-20; 3 4 @ 30-40": members and when, in the order given.
inline std::string told(const std::vector<Collision>& collisions) {
    std::string result;
    for (const auto& collision : collisions) {
        if (!result.empty()) result += "; ";
        for (const auto member : collision.members) result += std::to_string(member) + " ";
        result += "@ " + std::to_string(in_minutes(collision.when.start)) + "-" +
                  std::to_string(in_minutes(collision.when.end));
    }
    return result;
}

inline std::size_t members_in_all(const std::vector<Collision>& collisions) {
    std::size_t sum = 0;
    for (const auto& collision : collisions) sum += collision.members.size();
    return sum;
}

} // namespace agenda::test
