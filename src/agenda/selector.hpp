// SPDX-License-Identifier: MIT
// Which things a rule looks at, as its file's [select], [[except]] and [other] say it.
#pragma once
#include "agenda/conditions.hpp"

namespace agenda {

/// The thing has one of these values. For things in a slot - an item, a person in a slot - what is true of the slot is
/// true of them.
struct Condition {
    const ConditionSpec* spec; ///< nothing for a name that is no condition's: then it never holds
    std::vector<std::string> values;

    Condition(std::string_view key, std::vector<std::string> one_of)
        : spec(condition_spec(key)), values(std::move(one_of)) {}
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// All of its conditions hold; one without conditions fits everything.
using Conditions = std::vector<Condition>;

struct Selection {
    std::vector<Sort> of; ///< empty: as the check has it
    Conditions select;
    std::vector<Conditions> except; ///< what one of these fits is not selected
    friend bool operator==(const Selection&, const Selection&) = default;
};

/// Those that the selection is about; the standard one where it does not say.
std::vector<Sort> sorts(const Selection& selection, Sort standard);

/// Whether all the conditions hold. A condition that does not exist for a thing's sort does not hold for it.
bool fits(const Agenda& agenda, const Conditions& conditions, const Thing& thing);
/// Whether they hold, and no exception does: also for what is cancelled.
bool fits(const Agenda& agenda, const Selection& selection, const Thing& thing);

/// Whether a thing of a sort that the selection is about is selected. Cancelled slots and what is in them are not,
/// unless a condition speaks of `status`.
bool is_selected(const Agenda& agenda, const Selection& selection, const Thing& thing);
bool is_selected(const Agenda& agenda, const Selection& selection, SlotIndex slot);

/// The things selected, in the order of the file, sort by sort.
std::vector<Thing> selected(const Agenda& agenda, const Selection& selection, Sort standard);
/// A flag for each slot: whether it is selected.
std::vector<bool> selected_slots(const Agenda& agenda, const Selection& selection);

} // namespace agenda
