// SPDX-License-Identifier: MIT
// What the parts of a comparison share: both sides, the slots that are matched, and the changes found so far.
#pragma once
#include "revision/keys.hpp"
#include <algorithm>
#include <map>

namespace agenda::revision {

struct SlotPair {
    SlotIndex before, after;
};

/// Collects changes. Each part adds those of its kinds.
class Collector {
public:
    Collector(const Revision& before, const Revision& after, const Matches& matches);

    const Matches& matches;
    const Side before, after;
    /// In the order of the later programme: by date, start and place.
    std::vector<SlotPair> pairs;
    /// Slots that only one revision has, in the order of its programme.
    std::vector<SlotIndex> gone, come;
    std::vector<Change> changes;

    const Slot& slot_before(SlotIndex slot) const { return before.agenda.slots[slot]; }
    const Slot& slot_after(SlotIndex slot) const { return after.agenda.slots[slot]; }

    Member member(const SlotPair& pair) const;
    Member member_gone(SlotIndex slot) const;
    Member member_come(SlotIndex slot) const;
    /// About any other thing, by its index in either agenda.
    template <class Index> Member member(std::optional<Index> earlier, std::optional<Index> later) const {
        Member result;
        if (earlier) {
            result.before_about = before.agenda.about(*earlier);
            result.name = called_in(before.agenda, *earlier);
        }
        if (later) {
            result.after_about = after.agenda.about(*later);
            result.name = called_in(after.agenda, *later);
        }
        if (earlier && later) result.by = same_of(*earlier).by(*earlier);
        return result;
    }
    void add(Kind kind, std::string message, std::vector<Member> members) {
        changes.push_back({kind, std::move(message), std::move(members)});
    }
    void add(Kind kind, std::string message, Member member) {
        add(kind, std::move(message), std::vector<Member>{std::move(member)});
    }

private:
    const Same<PersonIndex>& same_of(PersonIndex) const { return matches.people; }
    const Same<RoomIndex>& same_of(RoomIndex) const { return matches.rooms; }
    const Same<TrackIndex>& same_of(TrackIndex) const { return matches.tracks; }
    static std::string called_in(const Agenda& agenda, PersonIndex index) { return called(agenda.people[index]); }
    static std::string called_in(const Agenda& agenda, RoomIndex index) { return called(agenda.rooms[index]); }
    static std::string called_in(const Agenda& agenda, TrackIndex index) { return called(agenda.tracks[index]); }
};

/// The parts, in the order in which they run.
void add_event_changes(Collector& collector);
/// What is accepted and how rules are set.
void add_rule_changes(Collector& collector, const SaidOfRules& before, const SaidOfRules& after);
void add_id_changes(Collector& collector);
void add_place_changes(Collector& collector);
/// Days that come, go, move or change, with the slots that do so with them; and other slots that come and go.
void add_day_changes(Collector& collector);
/// Slots that change their time or place.
void add_move_changes(Collector& collector);
/// What else changes in a slot.
void add_slot_changes(Collector& collector);
/// Keys of the user's own in tables that are nobody's.
void add_own_key_changes(Collector& collector);
/// Who is in which slot, and as what.
void add_person_changes(Collector& collector);
/// What is said of people themselves; it runs last, for who comes or goes with another change is told there.
void add_person_list_changes(Collector& collector);

} // namespace agenda::revision
