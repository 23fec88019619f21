// SPDX-License-Identifier: MIT
// UTF-8 read code point by code point.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace agenda::source {

struct Decoded {
    std::int32_t code_point; ///< negative: the byte is not UTF-8
    std::size_t size;        ///< in bytes, at least 1
};

/// The first code point of a text that is not empty.
Decoded decode(std::string_view text);

/// How many bytes of ASCII a text begins with: many are looked at in one step.
std::size_t ascii_prefix(std::string_view text);

} // namespace agenda::source
