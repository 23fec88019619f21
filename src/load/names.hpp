// SPDX-License-Identifier: MIT
// Looks up people, rooms, tracks and slots by their ids; a room or a track that nobody declared is a plain label and
// gets an entry.
#pragma once
#include "load/reader.hpp"
#include <deque>
#include <string>
#include <unordered_map>

namespace agenda::load {

/// The ids of one sort: views of texts of the documents, or of what Names keeps. `folded` tells of two that differ in
/// case or in `_`/`-` only.
template <class Index> struct Register {
    std::unordered_map<std::string_view, Index> exact;
    std::unordered_map<std::string_view, Index> folded;
    bool declared = false; ///< at least one is
};

/// Ids that are declared, and those of rooms and tracks, are kept as views: they must be texts of a document that
/// outlives this.
class Names {
public:
    explicit Names(Reader& reader) : reader_(reader) {}
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;

    /// Enter a declared id; the index of the earlier one where it is already there. Upper and lower case and `_`/`-`
    /// are alike.
    std::optional<PersonIndex> declare(std::string_view id, PersonIndex person);
    std::optional<RoomIndex> declare(std::string_view id, RoomIndex room);
    std::optional<TrackIndex> declare(std::string_view id, TrackIndex track);

    /// Nothing, and a fault, where no such id is declared.
    std::optional<PersonIndex> person(std::string_view id, Span at);
    /// Where none are declared the name is a plain label; where some are, an unknown one is a fault, and still a place
    /// of its own: two slots with the same mistyped room are in one room.
    RoomIndex room(std::string_view id, Span at);
    TrackIndex track(std::string_view id, Span at);

    /// A person named in a slot by name: the one declared person of that name whose organisation does not differ, else
    /// the same as every other with this name and organisation. A name that is a placeholder ("TBC") or a single word
    /// is somebody else each time.
    PersonIndex inline_person(Person&& person);

    /// A fault: the table has nothing of this id. `sort` is what a message calls such a thing ("slot").
    template <class Of, class Index>
    void unresolved(std::string_view sort, std::string_view id, Span at, const Table<Of, Index>& table) {
        finding::Facts facts{{"sort", std::string{sort}}, {"what", std::string{id}}};
        if (const auto near = reader_.nearest_id(id, table); !near.empty()) facts.set("nearest", std::string{near});
        reader_.fault("reference-unresolved", at, std::move(facts), std::string{id});
    }

private:
    template <class Place, class Index>
    Index place(Register<Index>& ids, Table<Place, Index>& places, std::string_view sort, std::string_view id, Span at);
    template <class Index> std::optional<Index> enter(Register<Index>& ids, std::string_view id, Index index);
    /// In small letters, with `-` for `_`: a view of the id where that is so already, else of `kept_`.
    std::string_view folded(std::string_view id);
    std::optional<PersonIndex> declared_namesake(const Person& person);

    using Namesakes = std::unordered_map<std::string, std::vector<PersonIndex>>;

    Reader& reader_;
    Register<PersonIndex> people_;
    Register<RoomIndex> rooms_;
    Register<TrackIndex> tracks_;
    std::deque<std::string> kept_;       // ids that stand nowhere as they are folded
    std::optional<Namesakes> namesakes_; // declared people by their names; from the first that is named inline on
    std::unordered_map<std::string, PersonIndex> inline_; // by name and organisation
    std::unordered_map<std::string, int> ordinals_;       // of ids made from a name
};

/// Small letters and digits, words joined by "-"; letters beyond ASCII stay. Cut at 80 bytes. "slot" for a text with
/// none of these.
std::string slug(std::string_view text);

/// Gives each slot without an id one made from its number, else its title, else its kind; then its day's date is added
/// where that is not unique, then its start, then an ordinal. Reports ids that are given twice.
void settle_slot_ids(Reader& reader);

/// Whether the name stands for people who are not known yet: "TBC", "Speaker to be announced", "N.N.".
bool is_placeholder(std::string_view name);

/// Whether the name is that of one person, so that the same name elsewhere means the same: not "TBC", "Staff" or
/// "N.N.".
bool names_somebody(const Person& person);

} // namespace agenda::load
