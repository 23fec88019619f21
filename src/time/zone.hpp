// SPDX-License-Identifier: MIT
// A time zone by its IANA name, and the way from a local time to the instant: unique, repeated (autumn) or skipped
// (spring). From the system's zone files, of which only that of the zone is read.
#pragma once
#include "time/instant.hpp"
#include <filesystem>
#include <memory>
#include <variant>
#include <vector>

namespace agenda::time {

/// The local time happens once.
struct Unique {
    Instant instant;
};
/// The clock is put back over it: it happens twice. In Berlin 2026-10-25 02:30 is first 00:30 UTC and then 01:30 UTC.
struct Repeated {
    Instant earlier, later;
};
/// The clock is put forward over it: it never happens. In Berlin 2026-03-29 02:30 lies in [02:00, 03:00), skipped at
/// 01:00 UTC.
struct Skipped {
    Instant change;
    Interval<LocalTime> missing;
};
using Resolved = std::variant<Unique, Repeated, Skipped>;

/// The instant that is used where one is needed: the earlier of a repeated time, the moment of change of a skipped one.
Instant instant_of(const Resolved& resolved);

/// The name is none that an agenda can use.
struct NotAZone {
    std::string reason; ///< "is no zone of the IANA database"
    std::string hint;   ///< what one can write instead; may be empty
};
/// The name is right and the system's own data is missing, damaged or gives wrong offsets.
struct ZoneDataUnusable {
    std::string reason;
};

class Zone {
public:
    /// Finds a zone by its full name, letter by letter. Refused as NotAZone: a name that the system's database does not
    /// list (the empty one too), names that mean another zone on each machine (`localtime`, `posixrules`, `Factory`),
    /// the copies under posix/ and right/ (the latter count leap seconds), and bare abbreviations (`EST`, `CET`), which
    /// several countries share. "UTC" and "GMT" are fine. A listed zone whose file is missing or damaged is
    /// ZoneDataUnusable.
    static std::variant<Zone, NotAZone, ZoneDataUnusable> find(std::string_view name);

    std::string_view name() const;
    Resolved resolve(LocalTime local) const;
    LocalTime local(Instant instant) const;
    /// From this instant on the system's data does not say how the clock changes (a rule that the date library cannot
    /// read); the last known offset is used. Nothing for nearly every zone.
    std::optional<Instant> known_until() const;
    /// Offset from UTC, positive to the east.
    std::chrono::seconds offset(Instant instant) const;

private:
    struct Data;
    explicit Zone(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
    std::shared_ptr<const Data> data_;
};

/// Where the system keeps its zone files.
std::filesystem::path zone_directory();

} // namespace agenda::time
