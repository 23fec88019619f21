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

/// Whether somebody in a slot is known by name alone: a placeholder ("TBC"), or named there and in no list, and not the
/// only one of that name.
bool by_name(const Side& side, const Appearance& appearance);
/// Who that is, the same in both revisions: the name of one who is known by it, else the id.
std::string who(const Side& side, const Appearance& appearance);

/// An appearance and the slot that has it; nothing for one that only the other revision has.
struct Here {
    const Slot* slot = nullptr;
    const Appearance* appearance = nullptr;
};
/// What is said of somebody in this slot alone, of one who comes or goes as well: keys as "speaker/klug/capacity".
/// One who stays in an item that is called otherwise now has no edit for it.
std::vector<Edit> edits_here(const Collector& collector, const Here& earlier, const Here& later);

/// The room's id, else nothing; and the track's.
std::string room_of(const Side& side, const Slot& slot);
std::string track_of(const Side& side, const Slot& slot);

} // namespace agenda::revision
