// SPDX-License-Identifier: MIT
// Whole files into memory, with a limit.
#pragma once
#include <cstddef>
#include <filesystem>
#include <istream>
#include <string>
#include <variant>

namespace agenda::source {

/// No agenda is larger: the parser's tree of one this size takes 3 GB.
inline constexpr std::size_t largest_file = std::size_t{512} << 20U;

/// Why a file could not be read, fit to stand behind the path: "is a directory".
struct Unreadable {
    std::string why;
};

/// A file that is missing, a directory, not readable or longer than the limit is Unreadable. Reads pipes and devices
/// too, up to the limit.
std::variant<std::string, Unreadable> read_file(const std::filesystem::path& path);
std::variant<std::string, Unreadable> read_stream(std::istream& stream);

} // namespace agenda::source
