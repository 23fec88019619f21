// SPDX-License-Identifier: MIT
// What a slot is made of: how long its items take, who presents, and how much of it is left for discussion.
#pragma once
#include "agenda/agenda.hpp"
#include <span>

namespace agenda {

/// How long the items of a slot take.
struct ItemTime {
    /// Those with a `time`, within the slot and each minute once, and the `minutes` of the others. Of items that run in
    /// parallel only the longest counts, and only where the others take less.
    time::minutes taken{};
    bool any = false;   ///< an item says how long it takes
    bool whole = false; ///< all of them do, and none runs in parallel
};
/// Of a slot that is not placed in time the items with a `time` count in full.
ItemTime item_time(const Slot& slot);

/// The same of its items that are no breaks and no meals.
ItemTime programme_time(const Slot& slot);
/// How long a slot that is placed in time is without the breaks and meals among its items that say how long they take.
time::minutes working_time(const Slot& slot);

/// Who speaks in a slot and how often. An item in which somebody speaks is one presentation, and so are people who
/// speak together (`joint`); a speaker of the slot who is named in an item as well presents there.
struct Presentations {
    std::size_t count = 0;
    std::size_t people = 0; ///< who speak, each once
};
/// Who speaks in one of these capacities, in capitals or small letters, presents nothing. A name that is nobody's id
/// counts, since somebody is meant.
Presentations presentations(const Slot& slot, std::span<const std::string> omit_capacities = {});

/// How long the discussion is: as the slot says; else its items of kind `open-floor`; else, where the slot has a
/// discussion, what its items leave. Nothing where that cannot be told.
std::optional<time::minutes> discussion_time(const Slot& slot);

} // namespace agenda
