// SPDX-License-Identifier: MIT
// Builds compiled time zone files (TZif, RFC 8536 section 3) byte by byte, sound ones and ones whose counts lie.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace support {

struct Transition {
    std::int64_t at; ///< seconds from 1970
    std::uint8_t type;
};

struct LocalType {
    std::int32_t offset; ///< seconds east of UTC
    bool summer;
    std::uint8_t letters_at;
};

/// The six counts in the order of the header.
struct Counts {
    std::uint32_t utc_flags, wall_flags, leaps, times, types, letters;
};

/// One header with its block.
struct Block {
    std::vector<Transition> transitions;
    std::vector<LocalType> types;
    std::string letters;
    bool flags = false;                  ///< writes the wall and UTC indicators, one byte a type each
    std::optional<Counts> counts_said{}; ///< what the header says instead of the truth
};

inline void append_big_endian(std::string& out, std::uint64_t value, int width) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFFU);
}

inline std::string block_bytes(const Block& block, char version, int time_width) {
    const auto types = static_cast<std::uint32_t>(block.types.size());
    const auto flags = block.flags ? types : 0;
    const Counts true_counts{flags, flags,
                             0,     static_cast<std::uint32_t>(block.transitions.size()),
                             types, static_cast<std::uint32_t>(block.letters.size())};
    const auto said = block.counts_said.value_or(true_counts);
    std::string out = "TZif";
    out += version;
    out.append(15, '\0');
    for (const auto count : {said.utc_flags, said.wall_flags, said.leaps, said.times, said.types, said.letters})
        append_big_endian(out, count, 4);
    for (const auto& transition : block.transitions)
        append_big_endian(out, static_cast<std::uint64_t>(transition.at), time_width);
    for (const auto& transition : block.transitions) out += static_cast<char>(transition.type);
    for (const auto& type : block.types) {
        append_big_endian(out, static_cast<std::uint32_t>(type.offset), 4);
        out += type.summer ? '\1' : '\0';
        out += static_cast<char>(type.letters_at);
    }
    out += block.letters;
    out.append(std::size_t{flags} * 2, '\0');
    return out;
}

/// A version 2+ file: both blocks and the footer.
inline std::string zone_file_bytes(const Block& first, const Block& second, const std::string& footer,
                                   char version = '2') {
    return block_bytes(first, version, 4) + block_bytes(second, version, 8) + "\n" + footer + "\n";
}

} // namespace support
