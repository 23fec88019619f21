// SPDX-License-Identifier: MIT
#include "load/places.hpp"
#include <algorithm>

namespace agenda::load {
namespace {

/// A room or a track with the references that wait until all are declared.
template <class T> struct Waiting {
    T place;
    std::optional<Entry> reference;
    KeyPlaces keys;
    ExtraTable extra;
};

template <class T, auto Member> void set_place(Reader& reader, const Entry& entry, Waiting<T>& into) {
    reader.read(entry, into.place.*Member);
}

template <class T> void wait(Reader&, const Entry& entry, Waiting<T>& into) { into.reference = entry; }

constexpr Key<Waiting<Room>> room_keys[] = {
    {"name", set_place<Room, &Room::name>},           {"building", set_place<Room, &Room::building>},
    {"capacity", set_place<Room, &Room::capacity>},   {"shared", set_place<Room, &Room::shared>},
    {"available", set_place<Room, &Room::available>}, {"part-of", wait<Room>},
};
constexpr Key<Waiting<Track>> track_keys[] = {
    {"name", set_place<Track, &Track::name>},
    {"stagger", set_place<Track, &Track::stagger>},
    {"room", wait<Track>},
};

/// Reads all tables of [rooms] or [tracks] and declares them; gives the references back, a place each.
template <class T, class Index, std::size_t N>
std::vector<std::pair<Index, Entry>> declare_all(Reader& reader, Names& names, const std::vector<Value>& values,
                                                 Table<T, Index>& table, std::string_view where,
                                                 const Key<Waiting<T>> (&keys)[N]) {
    std::vector<std::pair<Index, Entry>> references;
    for (const auto& value : values)
        for (const auto& entry : value.entries()) {
            const auto index = table.next();
            if (!entry.value.is(Kind::table)) {
                const Reader::In in{reader, {}, where};
                reader.wrong_type(entry, "a table");
                continue;
            }
            Waiting<T> waiting;
            waiting.place.id = entry.key;
            waiting.place.at = entry.key_span;
            table.push_back(waiting.place);
            const Reader::In in{reader, index, where};
            reader.table(entry.value, where, keys, waiting);
            waiting.place.keys = std::move(waiting.keys);
            waiting.place.extra = std::move(waiting.extra);
            table[index] = std::move(waiting.place);
            if (waiting.reference) references.emplace_back(index, *waiting.reference);
            reader.count("duplicate-id");
            if (const auto first = names.declare(entry.key, index))
                reader
                    .fault("duplicate-id", entry.key_span,
                           {{"sort", std::string{where.substr(1, where.size() - 3)}}, {"what", table[index].id}})
                    .related.push_back({table[*first].at, "first given here, as `" + table[*first].id + "`"});
        }
    return references;
}

std::optional<RoomIndex> room_of(Reader& reader, Names& names, const Entry& entry) {
    std::string_view id;
    if (!reader.read(entry, id)) return std::nullopt;
    return names.room(id, entry.value.span());
}

constexpr std::size_t deepest_part = 16;

/// How many rooms stand above this one; more than any building has for a circle.
std::size_t depth(const Agenda& agenda, RoomIndex room) {
    std::size_t steps = 0;
    for (auto at = agenda.rooms[room].part_of; at && steps <= deepest_part; at = agenda.rooms[*at].part_of) ++steps;
    return steps;
}

struct WalkRead {
    std::optional<RoomIndex> from, to;
    std::optional<time::minutes> minutes;
    Names* names;
};

template <std::optional<RoomIndex> WalkRead::*Member>
void set_room(Reader& reader, const Entry& entry, WalkRead& into) {
    into.*Member = room_of(reader, *into.names, entry);
}

constexpr Key<WalkRead> walk_keys[] = {
    {"from", set_room<&WalkRead::from>}, {"to", set_room<&WalkRead::to>}, {"minutes", set<&WalkRead::minutes>}};

struct DelegationRead {
    Delegation delegation;
    Names* names;
};

void read_delegation_name(Reader& reader, const Entry& entry, DelegationRead& into) {
    reader.read(entry, into.delegation.name);
}
void read_delegation_size(Reader& reader, const Entry& entry, DelegationRead& into) {
    reader.read(entry, into.delegation.size);
}

void read_members(Reader& reader, const Entry& entry, DelegationRead& into) {
    if (!entry.value.is(Kind::array)) return reader.wrong_type(entry, "a list of people's ids");
    for (const auto& element : entry.value.elements()) {
        if (!element.is(Kind::string))
            reader.wrong_type({entry.key, entry.key_span, element}, "a person's id");
        else if (const auto person = into.names->person(element.string(), element.span())) {
            into.delegation.members.push_back(*person);
            reader.agenda().people[*person].used = true;
        }
    }
}

constexpr Key<DelegationRead> delegation_keys[] = {
    {"name", read_delegation_name}, {"members", read_members}, {"size", read_delegation_size}};

} // namespace

void read_rooms(Reader& reader, Names& names, const std::vector<Value>& tables) {
    auto& table = reader.agenda().rooms;
    const auto references = declare_all(reader, names, tables, table, "[rooms]", room_keys);
    for (const auto& [index, entry] : references) {
        const Reader::In in{reader, index, "[rooms]"};
        table[index].part_of = room_of(reader, names, entry);
    }
    // Only when all are known: where a part is declared before its whole, the depth grows behind it.
    for (const auto& [index, entry] : references) {
        if (depth(reader.agenda(), index) <= deepest_part) continue;
        const Reader::In in{reader, index, "[rooms]"};
        table[index].part_of.reset();
        reader.wrong_type(entry, "a room that is no part of this one, and at most 16 deep");
    }
}

void read_tracks(Reader& reader, Names& names, const std::vector<Value>& tables) {
    auto& table = reader.agenda().tracks;
    for (const auto& [index, entry] : declare_all(reader, names, tables, table, "[tracks]", track_keys)) {
        const Reader::In in{reader, index, "[tracks]"};
        table[index].room = room_of(reader, names, entry);
    }
}

void read_walk(Reader& reader, Names& names, const Value& walk) {
    WalkRead read{.from = {}, .to = {}, .minutes = {}, .names = &names};
    reader.table(walk, "[[walk]]", walk_keys, read);
    reader.require(walk, "[[walk]]", {"from", "to", "minutes"});
    if (read.from && read.to && read.minutes) reader.agenda().walks.push_back({*read.from, *read.to, *read.minutes});
}

void read_delegation(Reader& reader, Names& names, const Value& delegation) {
    DelegationRead read{.delegation = {}, .names = &names};
    reader.table(delegation, "[[delegation]]", delegation_keys, read);
    reader.require(delegation, "[[delegation]]", {"name", "members"});
    reader.agenda().delegations.push_back(std::move(read.delegation));
}

} // namespace agenda::load
