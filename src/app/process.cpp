// SPDX-License-Identifier: MIT
#include "app/process.hpp"
#include <array>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <iostream>
#include <malloc.h>
#include <memory>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace agenda::app {
namespace {

constexpr std::array ending_signals{SIGHUP, SIGINT, SIGTERM};

std::array<char, PATH_MAX> unfinished_file; // for the handler, which can be handed nothing
std::array<struct sigaction, ending_signals.size()> handled_before;

extern "C" void remove_unfinished(int signal) {
    ::unlink(unfinished_file.data());
    ::signal(signal, SIG_DFL);
    ::raise(signal); // ends the process as this returns
}

/// Memory that is let go is used again. By itself the C library gives pieces from 128 KiB on back to the system, which
/// then hands out each page anew: that took a tenth of the time of a check. Larger pieces still go back at once.
void keep_memory() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 2 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 4 << 20);
#endif
}

/// Whether the process may have no more memory than a check needs: then none is taken in advance.
bool memory_is_short() {
    constexpr rlim_t enough = rlim_t{256} << 20U;
    const auto is_short = [](auto resource) {
        rlimit limit{};
        return ::getrlimit(resource, &limit) == 0 && limit.rlim_cur < enough; // no limit is the largest number
    };
    return is_short(RLIMIT_AS) || is_short(RLIMIT_DATA);
}

/// The main thread's heap grows in large steps, and the first lies in large pages where the system gives such to who
/// asks for them: small ones are handed out one by one, a thousand for a schedule of a megabyte, which took a twentieth
/// of the time of its check.
void take_large_pages() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
    constexpr std::size_t large_page = 2 << 20;
    ::mallopt(M_TOP_PAD, 16 << 20);
    void* const piece = std::malloc(256 << 10); // more than is left of the heap that there is
    auto* const end = static_cast<char*>(::sbrk(0));
    const bool in_heap = piece && std::less<>{}(static_cast<char*>(piece), end);
    std::size_t room = in_heap ? static_cast<std::size_t>(end - static_cast<char*>(piece)) : 0;
    void* from = piece;
    if (in_heap && std::align(large_page, large_page, from, room)) ::madvise(from, room, MADV_HUGEPAGE);
    std::free(piece);
#endif
}

/// Standard output does not go through the C library, which takes each of a report's tens of thousands of pieces
/// singly.
void bypass_stdio() { std::ios::sync_with_stdio(false); }

} // namespace

void settle_process() {
    keep_memory();
    if (!memory_is_short()) {
        take_large_pages();
        bypass_stdio();
    }
    for (const int signal : {SIGPIPE, SIGXFSZ}) ::signal(signal, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0) continue;
        // The lowest number that is free is this one. What is opened the wrong way around fails as if it were closed.
        if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream) return;
    }
}

RemovedWhenEnded::RemovedWhenEnded(const std::filesystem::path& file) {
    const auto& path = file.native();
    unfinished_file.fill('\0'); // one that is too long cannot be opened either
    if (path.size() < unfinished_file.size()) path.copy(unfinished_file.data(), path.size());
    for (std::size_t i = 0; i < ending_signals.size(); ++i) {
        ::sigaction(ending_signals[i], nullptr, &handled_before[i]);
        if (handled_before[i].sa_handler == SIG_IGN) continue; // as under nohup
        struct sigaction removing {};
        removing.sa_handler = remove_unfinished;
        ::sigaction(ending_signals[i], &removing, nullptr);
    }
}

RemovedWhenEnded::~RemovedWhenEnded() {
    for (std::size_t i = 0; i < ending_signals.size(); ++i) ::sigaction(ending_signals[i], &handled_before[i], nullptr);
}

} // namespace agenda::app
