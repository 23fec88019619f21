// SPDX-License-Identifier: MIT
// Work on several processors at once.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>

namespace agenda::source {

/// From now on so many threads work at once, at least one. One for each processor as long as it is not said.
void use_threads(std::size_t most);

/// Calls `work` once for each number below `count`, the lower ones first, on this thread and on others that are free:
/// on at most `most`, and on none where what calls this is already one of many. Returns when all is done; what a call
/// throws is thrown here.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t most = SIZE_MAX);

} // namespace agenda::source
