// SPDX-License-Identifier: MIT
// Which things a rule looks at: conditions by kind, place, day, language, tag, person and more, as a rule file's
// [select] and [[except]] say them.
#pragma once
#include "agenda/things.hpp"
#include <span>

namespace agenda {

/// The thing has one of these values. For things in a slot - an item, a person in a slot - what is true of the slot is
/// true of them.
struct Condition {
    std::string key; ///< the name of one of condition_specs()
    std::vector<std::string> values;
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

/// Whether a name is one of those in a text, which are separated by spaces.
bool listed(std::string_view names, std::string_view name);

/// What the values of a condition are.
enum class ConditionValues {
    names,  ///< any text
    kinds,  ///< of slots
    words,  ///< those that the spec lists
    days,   ///< "first", "last", "monday" ... "sunday", or a date
    people, ///< ids under [people]
    rooms,  ///< ids, or labels
    tracks, ///< ids, or labels
    flag,   ///< true or false
    keys,   ///< of the thing
};

struct ConditionSpec {
    std::string_view key;
    std::string_view means;
    std::string_view sorts; ///< the sorts of things that have it, separated by spaces
    ConditionValues values;
    std::string_view words; ///< for `words`, separated by spaces
    /// Whether the thing, which is of one of the sorts, has this value.
    bool (*has)(const Agenda&, const Thing&, std::string_view value);
};
std::span<const ConditionSpec> condition_specs();
const ConditionSpec* condition_spec(std::string_view key);

/// Whether all the conditions hold. A condition that does not exist for a thing's sort does not hold for it.
bool fits(const Agenda& agenda, const Conditions& conditions, const Thing& thing);

/// Whether a thing of a sort that the selection is about is selected. Cancelled slots and what is in them are not,
/// unless a condition speaks of `status`.
bool is_selected(const Agenda& agenda, const Selection& selection, const Thing& thing);

/// The things selected, in the order of the file, sort by sort.
std::vector<Thing> selected(const Agenda& agenda, const Selection& selection, Sort standard);

} // namespace agenda
