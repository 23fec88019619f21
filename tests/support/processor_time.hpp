// SPDX-License-Identifier: MIT
// How long something takes, for tests that hold the work of one size against that of another: a ratio only.
#pragma once
#include <algorithm>
#include <ctime>
#include <limits>

namespace support {

/// The least processor time of this process in some attempts, in the clock's ticks.
template <class Work> double processor_time(Work work, int attempts = 5) {
    double least = std::numeric_limits<double>::max();
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto begin = std::clock();
        work();
        least = std::min(least, static_cast<double>(std::clock() - begin));
    }
    return least;
}

} // namespace support
