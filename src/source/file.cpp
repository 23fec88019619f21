// SPDX-License-Identifier: MIT
#include "source/file.hpp"
#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

namespace agenda::source {

std::variant<std::string, Unreadable> read_stream(std::istream& stream) {
    std::string bytes;
    std::vector<char> buffer(std::size_t{1} << 16U);
    while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0) {
        bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (bytes.size() > largest_file) return Unreadable{"is larger than 512 MiB"};
    }
    if (stream.bad()) return Unreadable{"cannot be read to its end"};
    return bytes;
}

std::variant<std::string, Unreadable> read_file(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return Unreadable{"is a directory"};
    errno = 0;
    std::ifstream file{path, std::ios::binary};
    if (!file) return Unreadable{std::string{"cannot be read: "} + std::strerror(errno == 0 ? EIO : errno)};
    return read_stream(file);
}

} // namespace agenda::source
