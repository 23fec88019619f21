// SPDX-License-Identifier: MIT
// Whole files into memory, with a limit.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>

namespace agenda::source {

/// No agenda is larger: the parser's tree of one this size takes 3 GB.
inline constexpr std::size_t largest_file = std::size_t{512} << 20U;

/// Why a file could not be read, fit to stand behind the path: "is a directory".
struct Unreadable {
    std::string why;
};

/// A file that is missing, a directory, not readable, longer than the limit or written to while it is read is
/// Unreadable. Reads pipes and devices too, up to the limit.
std::variant<std::string, Unreadable> read_file(const std::filesystem::path& path);
std::variant<std::string, Unreadable> read_standard_input();

/// Whether what stands in a directory is to be read: a regular file, or a link to nothing, of which the reader shall
/// be told; but not the links that an editor leaves beside the file that it has open (".#agenda.toml").
bool is_file_to_read(const std::filesystem::directory_entry& entry);

} // namespace agenda::source
