// SPDX-License-Identifier: MIT
#include "source/file.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

namespace agenda::source {
namespace {

/// `size`: how many bytes there are likely to be.
std::variant<std::string, Unreadable> read_all(std::istream& stream, std::size_t size) {
    std::string bytes;
    bytes.reserve(std::min(size, largest_file));
    std::vector<char> buffer(std::size_t{1} << 16U);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > largest_file) return Unreadable{"is larger than 512 MiB"};
    }
    if (stream.bad()) return Unreadable{"cannot be read to its end"};
    return bytes;
}

} // namespace

std::variant<std::string, Unreadable> read_stream(std::istream& stream) { return read_all(stream, 0); }

std::variant<std::string, Unreadable> read_file(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return Unreadable{"is a directory"};
    errno = 0;
    std::ifstream file{path, std::ios::binary};
    if (!file) return Unreadable{std::string{"cannot be read: "} + std::strerror(errno == 0 ? EIO : errno)};
    const auto size = std::filesystem::file_size(path, error);
    return read_all(file, error ? 0 : size);
}

} // namespace agenda::source
