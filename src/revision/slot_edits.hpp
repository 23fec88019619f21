// SPDX-License-Identifier: MIT
// Edits of slots: of one that comes or goes, and of when and where one is.
#pragma once
#include "revision/collector.hpp"

namespace agenda::revision {

/// All that a slot says, its people included, as edits of one that is only in one revision.
std::vector<Edit> edits_of_gone(const Collector& collector, SlotIndex slot);
std::vector<Edit> edits_of_come(const Collector& collector, SlotIndex slot);

/// "speaker", "moderator", "chair": the key of an edit of who has the role.
std::string key_of(Role role);

/// Who somebody in a slot is, the same in both revisions: the id, or for somebody unknown ("TBC") the name.
std::string who(const Side& side, const Appearance& appearance);

/// The room's id, else nothing; and the track's.
std::string room_of(const Side& side, const Slot& slot);
std::string track_of(const Side& side, const Slot& slot);

} // namespace agenda::revision
