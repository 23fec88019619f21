// SPDX-License-Identifier: MIT
// Reads one compiled time zone file (TZif, RFC 8536). The date library would read the whole database for it, aborts on
// a damaged file, and knows nothing past the last transition that a file lists, which in a "slim" file is decades ago.
#pragma once
#include "time/instant.hpp"
#include <filesystem>
#include <variant>
#include <vector>

namespace agenda::time {

/// What stands in a sound zone file.
struct ZoneFile {
    /// From an instant on this offset holds, positive to the east.
    struct Transition {
        Instant at;
        std::chrono::seconds offset;
    };
    std::chrono::seconds first_offset{}; ///< holds before all transitions
    std::vector<Transition> transitions; ///< in rising order: those that change the offset, and the last
    /// The rule for all that comes after the last one, as POSIX writes it: "CET-1CEST,M3.5.0,M10.5.0/3". Empty: none is
    /// known.
    std::string rule_after;
};

enum class ZoneFileFault { missing, damaged };

/// Reads the block with 64-bit times and the rule, and checks that all the parts that the file announces are there,
/// that its transitions rise and that its indices point at something. Missing is a path to no regular file; damaged
/// also a file of version 1 alone or of more than 1 MiB.
std::variant<ZoneFile, ZoneFileFault> read_zone_file(const std::filesystem::path& path);

} // namespace agenda::time
