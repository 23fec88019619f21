// SPDX-License-Identifier: MIT
// Ids that are the same each time an agenda is written, whatever of it changes but the things' own ids. Wraps libuuid.
#pragma once
#include "agenda/agenda.hpp"

namespace agenda::exporting {

/// UUIDs of version 5 (RFC 4122): a name space for the event, made of its series, title and the year of its first date,
/// and in it one for each sort and key.
class Uuids {
public:
    explicit Uuids(const Agenda& agenda);
    /// "8079583e-8321-506c-95af-fd2903a5f075".
    std::string of(std::string_view sort, std::string_view key) const;

private:
    std::string event_;
};

/// A number from 1 to 2^31 - 1 for each key, no two alike where the keys are not: the key itself where it is such a
/// number, else one made of its UUID (of two that would have the same the later one has the next that is free).
std::vector<std::uint32_t> numbers_of(const Uuids& uuids, std::string_view sort, const std::vector<std::string>& keys);

} // namespace agenda::exporting
