// SPDX-License-Identifier: MIT
#include "source/parallel.hpp"
#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace agenda::source {
namespace {

std::size_t processors() { return std::max(std::thread::hardware_concurrency(), 1U); }

/// How many threads may still begin.
std::atomic<std::size_t>& free_threads() {
    static std::atomic<std::size_t> free{processors() - 1};
    return free;
}

bool take_thread() {
    auto free = free_threads().load();
    while (free > 0)
        if (free_threads().compare_exchange_weak(free, free - 1)) return true;
    return false;
}

struct GivesBack {
    GivesBack() = default;
    GivesBack(const GivesBack&) = delete;
    GivesBack& operator=(const GivesBack&) = delete;
    ~GivesBack() { ++free_threads(); }
};

} // namespace

void use_threads(std::size_t most) { free_threads() = std::max<std::size_t>(most, 1) - 1; }

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t most) {
    std::atomic<std::size_t> begun{0};
    const auto go_on = [&] {
        for (std::size_t i = begun++; i < count; i = begun++) work(i);
    };
    std::vector<std::future<void>> others;
    while (others.size() + 1 < std::min(count, most) && take_thread()) {
        try {
            others.push_back(std::async(std::launch::async, [&] {
                const GivesBack thread;
                go_on();
            }));
        } catch (const std::system_error&) { // no more threads to be had: it takes longer
            const GivesBack thread;
            break;
        }
    }
    go_on();
    for (auto& other : others) other.get();
}

} // namespace agenda::source
