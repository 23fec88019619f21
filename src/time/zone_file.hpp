// SPDX-License-Identifier: MIT
// Looks at a compiled time zone file (TZif, RFC 8536) before the date library does: that library aborts on a damaged
// file, and knows nothing past the last transition that the file lists, which in a "slim" file is decades ago.
#pragma once
#include "time/instant.hpp"
#include <filesystem>
#include <variant>

namespace agenda::time {

/// What stands in a sound zone file.
struct ZoneFile {
    /// The last transition that the file lists; nothing for a zone that never changed.
    std::optional<Instant> last_transition;
    /// The rule for all that comes after it, as POSIX writes it: "CET-1CEST,M3.5.0,M10.5.0/3". Empty: none is known.
    std::string rule_after;
};

enum class ZoneFileFault { missing, damaged };

/// Reads a file's headers and its last block, and checks that all the parts it announces are there, that its
/// transitions rise and that its indices point at something. Missing is a path to no regular file; damaged also a file
/// of version 1 alone or of more than 1 MiB.
std::variant<ZoneFile, ZoneFileFault> inspect_zone_file(const std::filesystem::path& path);

} // namespace agenda::time
