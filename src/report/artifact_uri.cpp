// SPDX-License-Identifier: MIT
#include "report/artifact_uri.hpp"
#include <algorithm>
#include <filesystem>

namespace agenda::report {
namespace {

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

} // namespace

std::string tidy(std::string_view path) {
    // "a/../b" is "b" to all who match a report with the files of a repository.
    return std::filesystem::path{path}.lexically_normal().generic_string();
}

std::string uri_of(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto tidied = tidy(path);
    path = tidied;
    std::string result;
    if (path.starts_with('/')) {
        // Slashes more than one would begin the name of a host.
        path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
        result = "file:///";
    }
    for (const char c : path) {
        if (c == '/' || unreserved.find(c) != std::string_view::npos) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 0xFU];
    }
    return result;
}

bool is_web_address(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) &&
           url.find_first_of(" \"<>\\^`{|}") == std::string_view::npos;
}

} // namespace agenda::report
