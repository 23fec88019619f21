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
constexpr std::chrono::hours largest_offset{26}; // as RFC 8536 has it, of both signs

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

/// A block with 64-bit times.
class Block {
public:
    Block(std::string_view bytes, std::size_t at, const Header& header)
        : bytes_(bytes), at_(at), indices_at_(at + header.times * 8), types_at_(indices_at_ + header.times),
          header_(header) {}

    /// Whether every index points at something, and the transitions rise.
    bool holds_together() const {
        for (std::uint64_t i = 0; i < header_.times; ++i) {
            if (type(i) >= header_.types) return false;
            if (i > 0 && time(i) <= time(i - 1)) return false;
        }
        for (std::uint64_t i = 0; i < header_.types; ++i)
            if (byte(types_at_ + i * 6 + 5) >= header_.letters || abs(offset(i)) > largest_offset) return false;
        return true;
    }

    /// Of one that holds together. Before its first transition the first type holds (RFC 8536, section 3.2).
    ZoneFile read() const {
        ZoneFile result{offset(0), {}, {}};
        auto before = result.first_offset;
        for (std::uint64_t i = 0; i < header_.times; ++i) {
            const auto after = offset(type(i));
            if (after != before || i + 1 == header_.times)
                result.transitions.push_back({Instant{std::chrono::seconds{time(i)}}, after});
            before = after;
        }
        return result;
    }

private:
    unsigned char byte(std::uint64_t where) const { return static_cast<unsigned char>(bytes_[where]); }
    std::int64_t time(std::uint64_t i) const { return big_endian_64(bytes_, at_ + i * 8); }
    unsigned char type(std::uint64_t i) const { return byte(indices_at_ + i); }
    std::chrono::seconds offset(std::uint64_t type) const {
        return std::chrono::seconds{static_cast<std::int32_t>(big_endian_32(bytes_, types_at_ + type * 6))};
    }

    std::string_view bytes_;
    std::size_t at_, indices_at_, types_at_;
    Header header_;
};

} // namespace

std::variant<ZoneFile, ZoneFileFault> read_zone_file(const std::filesystem::path& path) {
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
    const Block block{bytes, second_at + header_size, *second};
    if (!block.holds_together()) return ZoneFileFault::damaged;
    auto result = block.read();
    result.rule_after = bytes.substr(footer_at + 1, bytes.size() - footer_at - 2);
    return result;
}

} // namespace agenda::time
