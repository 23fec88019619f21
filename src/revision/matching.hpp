// SPDX-License-Identifier: MIT
// Which thing of one revision is which of the other. First what has the same id, then what has the same name or title
// and people, then what is alike; never by time alone. The outcome does not depend on which revision is the earlier.
#pragma once
#include "revision/revision.hpp"

namespace agenda::revision {

/// People: by the id under which they are listed, then by name and organisation, then by name, then by a name that is
/// nearly the same at the same organisation (a guess). An id that now stands for somebody with another name, while the
/// old name goes on under another id, joins only who is then left over.
Same<PersonIndex> match_people(const Agenda& before, const Agenda& after);

/// Rooms and tracks by id, then by name.
Same<RoomIndex> match_rooms(const Agenda& before, const Agenda& after);
Same<TrackIndex> match_tracks(const Agenda& before, const Agenda& after);
/// Those that are left, where all slots of the one, two at least, are in the other now, and no others are: a guess.
void match_places_by_slots(const Agenda& before, const Agenda& after, Matches& matches);

/// The dates to which the programme of a day has gone, where that is another: most of what both days have in common
/// with any is theirs, and either neither date is in the other revision, or two dates have exchanged theirs, or all
/// slots of both have gone this way, or most slots of the agenda have gone as many days. "All" and "most" mean two
/// slots at least.
std::map<time::Date, time::Date> match_dates(const Agenda& before, const Agenda& after, const Same<SlotIndex>& slots);

/// Fills in the slots, and the dates to which whole programmes have gone. People, rooms and tracks are matched already.
void match_slots(const Agenda& before, const Agenda& after, Matches& matches);

} // namespace agenda::revision
