// SPDX-License-Identifier: MIT
// Slots as intervals: by place (who contends for it), by day and timeline (what follows what), and by person (who is on
// stage when).
#pragma once
#include "agenda/agenda.hpp"

namespace agenda {

using When = time::Interval<time::Instant>;

/// Where a slot is: its room, else its track's room, else its track, else the plenary.
struct Place {
    enum class Sort { plenary, track, room } sort = Sort::plenary;
    std::uint32_t index = 0; ///< of the track or the room; 0 for the plenary
    friend auto operator<=>(const Place&, const Place&) = default;
};
Place place_of(const Agenda& agenda, const Slot& slot);
/// "room `Aula`", "track `Data`", "the plenary".
std::string called(const Agenda& agenda, Place place);
/// "room:aula", "track:data"; empty for the plenary.
std::string about(const Agenda& agenda, Place place);

/// One of two slots says that it runs beside the other.
bool declared_parallel(const Agenda& agenda, SlotIndex a, SlotIndex b);
/// One of two slots repeats the other, or both a third, at the very same time: a relay into a second hall.
bool relayed(const Agenda& agenda, SlotIndex a, SlotIndex b);
/// One of two slots is a part of the other (`part-of`), or of a block within it, and lies within its time.
bool block_and_part(const Agenda& agenda, SlotIndex a, SlotIndex b);

/// One calendar date's programme; [[day]] tables of the same date are one.
struct DayCourse {
    time::Date date;
    DayIndex header; ///< the first [[day]] of that date
    /// Slots that are placed in time and occupy it, sorted by start, then end, then id.
    std::vector<SlotIndex> slots;
    /// Slots of that date that say a time which could not be read, or none: what stands there is unknown.
    std::vector<SlotIndex> unplaced;
    /// What stands before this instant is all known: an unplaced slot with a start can hide nothing before it. Where
    /// nothing is unplaced it is the last instant there is, where one has no start the first.
    time::Instant known_until = time::Instant::max();
    /// Cancelled slots with a readable time: they occupy nothing, and say what the hole is.
    std::vector<SlotIndex> cancelled;
};
/// The days in the order of their dates.
std::vector<DayCourse> day_courses(const Agenda& agenda);

/// What one group of people can follow through a day: the slots of one track (else one room), and those without a
/// place, which belong to everyone. A day with no tracks and rooms has the one timeline of the plenary.
struct Timeline {
    Place place;                ///< whose it is; the plenary where there is no other
    std::vector<SlotIndex> own; ///< in this place alone, sorted as in the course
};
struct DayTimelines {
    std::vector<SlotIndex> shared; ///< without a place: on every timeline, sorted as in the course
    std::vector<Timeline> lines;   ///< at least one where the day has a slot; sorted by place
};
/// Whose timeline a slot is on: its track's even where its room is known, else its room's; the plenary where it is on
/// everybody's.
Place line_of(const Slot& slot);
DayTimelines timelines(const Agenda& agenda, const DayCourse& course);

/// When a programme slot keeps people in their seats: the slot less its nested breaks, in time order. Nothing for a
/// slot that says that it has breaks inside, and for slots that are no programme. A nested break without a time counts
/// as breaks inside.
std::vector<When> sittings(const Slot& slot);

/// When a programme slot keeps people from a meal: as above, but only nested meals are let out, and breaks inside only
/// where the slot goes on over the whole of `noon`, in which case it holds a meal that nobody wrote.
std::vector<When> busy(const Slot& slot, const When& noon);

/// A stretch in which one person is on stage in one slot. Stretches of one slot and person do not overlap.
struct StageTime {
    SlotIndex slot;
    When when;
    std::uint32_t appearance; ///< index into the slot's people, of the first that makes it
};
/// For each person who is on stage at all, in the order of PersonIndex, the stretches sorted by start. Cancelled slots
/// and those without a readable time are left out, and who is unknown. An appearance in an item with a time lasts as
/// long as the item, any other as long as the slot.
struct PersonStage {
    PersonIndex person;
    std::vector<StageTime> times;
};
std::vector<PersonStage> stage_times(const Agenda& agenda);

} // namespace agenda
