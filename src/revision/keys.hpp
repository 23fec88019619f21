// SPDX-License-Identifier: MIT
// The keys of things and their values as one comparable text each, so that a file written in another way is the same.
#pragma once
#include "revision/revision.hpp"
#include <span>

namespace agenda::revision {

/// One of the two revisions. What goes on is called as the later one calls it.
class Side {
public:
    /// `later` is the other revision's agenda of the earlier side, and nothing for the later side. All outlive it.
    Side(const Revision& revision, const Matches& matches, const Agenda* later)
        : agenda(revision.agenda), text(revision.text), matches_(matches), later_(later) {}

    const Agenda& agenda;
    const source::Text& text;

    const std::string& id(PersonIndex person) const { return id_in(&Agenda::people, matches_.people, person); }
    const std::string& id(RoomIndex room) const { return id_in(&Agenda::rooms, matches_.rooms, room); }
    const std::string& id(TrackIndex track) const { return id_in(&Agenda::tracks, matches_.tracks, track); }
    const std::string& id(SlotIndex slot) const { return id_in(&Agenda::slots, matches_.slots, slot); }

    /// Whether the other revision has this person too.
    bool goes_on(PersonIndex person) const {
        return later_ ? matches_.people.after(person).has_value() : matches_.people.before(person).has_value();
    }

private:
    template <class Thing, class Index>
    const std::string& id_in(Table<Thing, Index> Agenda::*table, const Same<Index>& same, Index index) const {
        if (later_)
            if (const auto after = same.after(index)) return (later_->*table)[*after].id;
        return (agenda.*table)[index].id;
    }

    const Matches& matches_;
    const Agenda* later_;
};

/// A key of things of one sort. An empty value is that of a thing that does not have it.
template <class Thing> struct Key {
    std::string_view key;
    std::string (*value)(const Side&, const Thing&);
    bool (*same)(const Thing&, const Thing&) = nullptr; ///< true where it is seen at once that the values are one
};
/// All but when, where and who.
std::span<const Key<Slot>> slot_keys();
std::span<const Key<Person>> person_keys();
std::span<const Key<Room>> room_keys();
std::span<const Key<Track>> track_keys();
std::span<const Key<Day>> day_keys();
std::span<const Key<Event>> event_keys();
/// What is said of a person in one slot.
std::span<const Key<Appearance>> appearance_keys();

/// How long the slot takes in real time; nothing where its times cannot be read.
std::optional<time::minutes> length_of(const Slot& slot);
/// "10:00-10:15", "01:00-04:00 (120 min)" where the clock changes in between, "10:00-?" where no end is known, what is
/// written where it cannot be read; empty where nothing is.
std::string time_of(const Side& side, const Slot& slot);
/// "2009-07-09"; "undated".
std::string date_of(const Agenda& agenda, const Slot& slot);
/// A value of the user's own, as JSON would write it.
std::string value_of(const Extra& extra);

/// The edits between two things: of the keys, and of the user's own.
template <class Thing>
std::vector<Edit> edits_between(std::span<const Key<Thing>> keys, const Side& before, const Thing* earlier,
                                const Side& after, const Thing* later);
void add_extra_edits(const ExtraTable* before, const ExtraTable* after, std::vector<Edit>& edits);

/// Adds an edit where the values differ; an empty one is none.
inline void add_edit(std::string_view key, std::string before, std::string after, std::vector<Edit>& edits) {
    if (before == after) return;
    const auto given = [](std::string& text) { return text.empty() ? std::nullopt : std::optional{std::move(text)}; };
    edits.push_back({std::string{key}, given(before), given(after)});
}

template <class Thing>
std::vector<Edit> edits_between(std::span<const Key<Thing>> keys, const Side& before, const Thing* earlier,
                                const Side& after, const Thing* later) {
    std::vector<Edit> edits;
    for (const auto& key : keys) {
        if (key.same && earlier && later && key.same(*earlier, *later)) continue;
        add_edit(key.key, earlier ? key.value(before, *earlier) : std::string{},
                 later ? key.value(after, *later) : std::string{}, edits);
    }
    if constexpr (requires(const Thing& thing) { thing.extra; })
        add_extra_edits(earlier ? &earlier->extra : nullptr, later ? &later->extra : nullptr, edits);
    return edits;
}

} // namespace agenda::revision
