// SPDX-License-Identifier: MIT
// Method: RFC 8536, section 3. A version 2+ file is a header and a block with 32-bit times, then the same with 64-bit
// times, then a footer with the POSIX rule between two newlines.
#include "time/zone_file.hpp"
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>

namespace agenda::time {
namespace {

constexpr std::size_t header_size = 44;
constexpr std::size_t largest_file = 1 << 20;

std::uint32_t big_endian_32(std::string_view bytes, std::size_t at) {
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < 4; ++i) result = result << 8 | static_cast<unsigned char>(bytes[at + i]);
    return result;
}

std::int64_t big_endian_64(std::string_view bytes, std::size_t at) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(big_endian_32(bytes, at)) << 32 |
                                     big_endian_32(bytes, at + 4));
}

struct Header {
    char version;
    std::uint64_t utc_flags, wall_flags, leaps, times, types, letters;

    /// The bytes of the block behind this header, whose times take `width` bytes each.
    std::uint64_t block_size(std::uint64_t width) const {
        return times * width + times + types * 6 + letters + leaps * (width + 4) + wall_flags + utc_flags;
    }
};

std::optional<Header> read_header(std::string_view bytes, std::size_t at) {
    if (bytes.size() < at + header_size || bytes.substr(at, 4) != "TZif") return std::nullopt;
    const auto field = [&](std::size_t n) { return std::uint64_t{big_endian_32(bytes, at + 20 + 4 * n)}; };
    const Header header{bytes[at + 4], field(0), field(1), field(2), field(3), field(4), field(5)};
    if (header.types == 0 || header.letters == 0) return std::nullopt;
    return header;
}

/// Whether every index of the block with 64-bit times at `at` points at something, and its transitions rise.
bool block_holds_together(std::string_view bytes, std::size_t at, const Header& header) {
    const auto byte = [&](std::uint64_t where) { return static_cast<unsigned char>(bytes[where]); };
    const auto indices_at = at + header.times * 8;
    const auto types_at = indices_at + header.times;
    for (std::uint64_t i = 0; i < header.times; ++i) {
        if (byte(indices_at + i) >= header.types) return false;
        if (i > 0 && big_endian_64(bytes, at + i * 8) <= big_endian_64(bytes, at + (i - 1) * 8)) return false;
    }
    for (std::uint64_t i = 0; i < header.types; ++i)
        if (byte(types_at + i * 6 + 5) >= header.letters) return false;
    return true;
}

} // namespace

std::variant<ZoneFile, ZoneFileFault> inspect_zone_file(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return ZoneFileFault::missing;
    std::ifstream file{path, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (bytes.size() > largest_file) return ZoneFileFault::damaged;
    const auto first = read_header(bytes, 0);
    if (!first || first->version < '2') return ZoneFileFault::damaged;
    const auto second_at = header_size + first->block_size(4);
    if (second_at > bytes.size()) return ZoneFileFault::damaged;
    const auto second = read_header(bytes, second_at);
    if (!second) return ZoneFileFault::damaged;
    const auto footer_at = second_at + header_size + second->block_size(8);
    if (footer_at >= bytes.size() || bytes[footer_at] != '\n' || bytes.back() != '\n' || footer_at + 1 >= bytes.size())
        return ZoneFileFault::damaged;
    const auto times_at = second_at + header_size;
    if (!block_holds_together(bytes, times_at, *second)) return ZoneFileFault::damaged;
    ZoneFile result;
    if (second->times != 0)
        result.last_transition =
            Instant{std::chrono::seconds{big_endian_64(bytes, times_at + (second->times - 1) * 8)}};
    result.rule_after = bytes.substr(footer_at + 1, bytes.size() - footer_at - 2);
    return result;
}

} // namespace agenda::time
