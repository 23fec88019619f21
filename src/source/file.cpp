// SPDX-License-Identifier: MIT
#include "source/file.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace agenda::source {
namespace {

using Read = std::variant<std::string, Unreadable>;

Unreadable because(int reason) { return {std::string{"cannot be read: "} + std::strerror(reason)}; }

bool written_between(const struct stat& before, const struct stat& after) {
    return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
           before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

/// All bytes of an open file.
Read read_all(int file) {
    struct stat before = {};
    struct stat after = {};
    if (::fstat(file, &before) != 0) return because(errno);
    if (S_ISDIR(before.st_mode)) return Unreadable{"is a directory"};
    const bool regular = S_ISREG(before.st_mode);
    // A byte more than a file has tells its end.
    std::string bytes(regular ? std::min(static_cast<std::size_t>(before.st_size), largest_file) + 1 : 0, '\0');
    std::size_t size = 0;
    for (;;) {
        if (size == bytes.size()) bytes.resize(size + (std::size_t{1} << 16U));
        const auto count = ::read(file, bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return because(errno);
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
        if (size > largest_file) return Unreadable{"is larger than 512 MiB"};
    }
    bytes.resize(size);
    if (regular && ::fstat(file, &after) == 0 && written_between(before, after))
        return Unreadable{"was written to while it was read; run it again"};
    return bytes;
}

} // namespace

Read read_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return because(errno);
    auto read = read_all(file);
    ::close(file);
    return read;
}

Read read_standard_input() { return read_all(STDIN_FILENO); }

bool is_file_to_read(const std::filesystem::directory_entry& entry) {
    std::error_code error;
    if (entry.is_regular_file(error)) return true;
    return entry.is_symlink(error) && !entry.exists(error) && !entry.path().filename().string().starts_with(".#");
}

} // namespace agenda::source
