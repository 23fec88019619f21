// SPDX-License-Identifier: MIT
#include "load/unnamed.hpp"

namespace agenda::load {
namespace {

/// Which elements of a table stay, and the index that each then has.
template <class Index> class Kept {
public:
    template <class T> Kept(const Table<T, Index>& table, const source::Text& text) {
        for (const auto& one : table) stays_.push_back(&text.file_at(one.at.offset) == &text);
    }

    void keep(Index index) { stays_[static_cast<std::size_t>(index)] = true; }
    void keep(std::optional<Index> index) {
        if (index) keep(*index);
    }
    bool has(Index index) const { return stays_[static_cast<std::size_t>(index)]; }

    /// After this nothing more is kept.
    template <class T> void leave_out_others(Table<T, Index>& table) {
        std::uint32_t to = 0;
        for (const auto from : table.indices()) {
            now_.push_back(Index{to});
            if (!has(from)) continue;
            if (Index{to} != from) table[Index{to}] = std::move(table[from]);
            ++to;
        }
        table.resize(to);
    }
    void renumber(Index& index) const { index = now_[static_cast<std::size_t>(index)]; }
    void renumber(std::optional<Index>& index) const {
        if (index) renumber(*index);
    }

private:
    std::vector<bool> stays_;
    std::vector<Index> now_;
};

void leave_out_people(Agenda& agenda, const source::Text& text) {
    Kept<PersonIndex> people{agenda.people, text};
    for (const auto index : agenda.people.indices())
        if (agenda.people[index].used) people.keep(index);
    people.leave_out_others(agenda.people);
    for (auto& slot : agenda.slots)
        for (auto& appearance : slot.people) {
            people.renumber(appearance.person);
            people.renumber(appearance.delivered_by);
        }
    for (auto& delegation : agenda.delegations)
        for (auto& member : delegation.members) people.renumber(member);
}

void leave_out_places(Agenda& agenda, const source::Text& text) {
    Kept<TrackIndex> tracks{agenda.tracks, text};
    Kept<RoomIndex> rooms{agenda.rooms, text};
    for (const auto& slot : agenda.slots) {
        tracks.keep(slot.track);
        rooms.keep(slot.room);
    }
    for (const auto index : agenda.tracks.indices())
        if (tracks.has(index)) rooms.keep(agenda.tracks[index].room);
    for (const auto index : agenda.rooms.indices())
        for (auto at = std::optional{index}; at && rooms.has(*at); at = agenda.rooms[*at].part_of)
            rooms.keep(agenda.rooms[*at].part_of);
    std::erase_if(agenda.walks, [&](const Walk& walk) { return !rooms.has(walk.from) || !rooms.has(walk.to); });
    tracks.leave_out_others(agenda.tracks);
    rooms.leave_out_others(agenda.rooms);
    for (auto& slot : agenda.slots) {
        tracks.renumber(slot.track);
        rooms.renumber(slot.room);
    }
    for (auto& track : agenda.tracks) rooms.renumber(track.room);
    for (auto& room : agenda.rooms) rooms.renumber(room.part_of);
    for (auto& walk : agenda.walks) {
        rooms.renumber(walk.from);
        rooms.renumber(walk.to);
    }
}

} // namespace

void leave_out_unnamed(Loaded& loaded) {
    if (loaded.included.empty()) return;
    leave_out_people(loaded.agenda, *loaded.text);
    leave_out_places(loaded.agenda, *loaded.text);
}

} // namespace agenda::load
