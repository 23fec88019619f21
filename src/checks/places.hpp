// SPDX-License-Identifier: MIT
// The way from one slot's room to another's: within a room, within a building, to another building, or as [[walk]]
// says.
#pragma once
#include "checks/check.hpp"
#include <map>

namespace agenda::checks {

/// The [[walk]] table, both ways: a way that is written in one direction alone takes as long in the other.
class Walks {
public:
    explicit Walks(const Agenda& agenda);
    /// Between two rooms, or the nearest rooms of which they are parts.
    std::optional<time::minutes> between(const Agenda& agenda, RoomIndex from, RoomIndex to) const;

private:
    std::map<std::pair<RoomIndex, RoomIndex>, time::minutes> takes_;
};

struct Way {
    /// "same-room" (also where one room is a part of the other), "same-building" (also where the buildings of the two
    /// rooms are not both given), "other-building".
    std::string_view bound;
    std::optional<time::minutes> walk; ///< what [[walk]] says; nothing within one room
};
/// Nothing where the room of one of the slots is not known.
std::optional<Way> way_between(const Agenda& agenda, const Walks& walks, const Slot& from, const Slot& to);

} // namespace agenda::checks
