// SPDX-License-Identifier: MIT
#include "checks/places.hpp"
#include <algorithm>

namespace agenda::checks {
namespace {

/// A room and those of which it is a part, the nearest first.
std::vector<RoomIndex> with_wholes(const Agenda& agenda, RoomIndex room) {
    std::vector<RoomIndex> result{room};
    for (auto above = agenda.rooms[room].part_of; above; above = agenda.rooms[*above].part_of) result.push_back(*above);
    return result;
}

/// The building of a room, else that of the room of which it is a part.
std::string_view building_of(const Agenda& agenda, const std::vector<RoomIndex>& rooms) {
    for (const auto room : rooms)
        if (!agenda.rooms[room].building.empty()) return agenda.rooms[room].building;
    return {};
}

} // namespace

Walks::Walks(const Agenda& agenda) {
    for (const auto& walk : agenda.walks) takes_[{walk.from, walk.to}] = walk.takes;
    for (const auto& walk : agenda.walks) takes_.try_emplace({walk.to, walk.from}, walk.takes);
}

std::optional<time::minutes> Walks::between(const Agenda& agenda, RoomIndex from, RoomIndex to) const {
    if (takes_.empty()) return std::nullopt;
    for (const auto a : with_wholes(agenda, from))
        for (const auto b : with_wholes(agenda, to))
            if (const auto found = takes_.find({a, b}); found != takes_.end()) return found->second;
    return std::nullopt;
}

std::optional<Way> way_between(const Agenda& agenda, const Walks& walks, const Slot& from, const Slot& to) {
    const auto a = place_of(agenda, from);
    const auto b = place_of(agenda, to);
    if (a.sort != Place::Sort::room || b.sort != Place::Sort::room) return std::nullopt;
    const auto rooms_a = with_wholes(agenda, RoomIndex{a.index});
    const auto rooms_b = with_wholes(agenda, RoomIndex{b.index});
    if (contains(rooms_a, RoomIndex{b.index}) || contains(rooms_b, RoomIndex{a.index}))
        return Way{"same-room", std::nullopt};
    const auto walk = walks.between(agenda, RoomIndex{a.index}, RoomIndex{b.index});
    const auto building_a = building_of(agenda, rooms_a);
    const auto building_b = building_of(agenda, rooms_b);
    const bool apart = !building_a.empty() && !building_b.empty() && building_a != building_b;
    return Way{apart ? "other-building" : "same-building", walk};
}

} // namespace agenda::checks
