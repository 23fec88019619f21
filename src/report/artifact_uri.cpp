// SPDX-License-Identifier: MIT
#include "report/artifact_uri.hpp"
#include <algorithm>

namespace agenda::report {
namespace {

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

} // namespace

std::string_view tidy(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(std::min(path.find_first_not_of('/', 1), path.size()));
    return path;
}

std::string uri_of(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    path = tidy(path);
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

} // namespace agenda::report
