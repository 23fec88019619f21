// SPDX-License-Identifier: MIT
// Whether the numbers of a series run from 1 on: those of slots, and those of days.
#pragma once
#include "checks/check.hpp"
#include "checks/numbers.hpp"

namespace agenda::checks {

/// A label with a number.
struct Entry {
    Thing thing;
    KeyText text;
    Numbered number;
    const Slot* slot = nullptr; ///< nothing: a day's
    time::Date date{};
    bool counts = true; ///< a cancelled slot still holds its number, and no more

    bool placed() const { return counts && slot && slot->when && !number.continued; }
};
using Entries = std::vector<Entry>;

/// With the facts that every draft of the check has; `problem` is its key.
finding::Draft draft_of(const Agenda& agenda, const Entry& entry, std::string_view problem);
/// Adds another label of the series to a draft.
void relate(const Agenda& agenda, finding::Draft& draft, const Entry& other);

/// The numbers of slots. One that is missing is told at the next there is; of one given twice, the second; of those
/// out of order, the fewest. Numbers of which more are missing than there are, at the start and further on, are no
/// series.
void check_slots(const Agenda& agenda, const Entries& entries, bool restarts_daily, finding::Drafts& drafts);
/// The numbers of days: each rises from the day before by one or more, and by no more than days have passed; the first
/// is counted from the event's first day, and may be 0.
void check_days(const Agenda& agenda, Entries entries, finding::Drafts& drafts);

} // namespace agenda::checks
