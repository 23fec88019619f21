// SPDX-License-Identifier: MIT
// Method: a count of the dots since the last separator, and a stack of what it was at each open bracket.
#include "source/key_depth.hpp"
#include "source/toml_scan.hpp"
#include <algorithm>
#include <vector>

namespace agenda::source {
namespace {

constexpr std::size_t most_open = 1000; // brackets; the parser itself gives up long before

/// What holds behind each separator in a bracket.
struct Level {
    std::size_t dots = 0; ///< of the keys around
    bool keys = true;     ///< a key comes next: not in a list, whose dots are those of numbers
};

} // namespace

std::optional<Span> too_deep_key(std::string_view text) {
    std::vector<Level> open{{}};
    Level now;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); at = past_token(text, at)) {
        switch (text[at]) {
        case '.':
            if (!now.keys || ++now.dots < most_key_parts) break;
            start = std::min(text.find_first_not_of(" \t", start), at);
            return Span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at - start)};
        case '=': now.keys = false; break;
        case '[':
        case '{':
            if (open.size() == most_open) return std::nullopt;
            if (text[at] == '{') now.keys = true;
            open.push_back(now);
            start = at + 1;
            break;
        case ']':
        case '}':
            if (open.size() > 1) open.pop_back();
            [[fallthrough]];
        case ',':
        case '\n':
            now = open.back();
            start = at + 1;
            break;
        default: break;
        }
    }
    return std::nullopt;
}

} // namespace agenda::source
