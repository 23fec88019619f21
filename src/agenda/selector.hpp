// SPDX-License-Identifier: MIT
// Which things a rule looks at: conditions by kind, place, day, language, tag, person and more, as a rule file's
// [select] and [[except]] say them.
#pragma once
#include "agenda/listed.hpp"
#include "agenda/things.hpp"
#include <span>

namespace agenda {

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

/// Sorts of things: their names, separated by spaces, and a bit for each.
struct Sorts {
    std::string_view names;
    std::uint32_t bits = 0;

    // NOLINTNEXTLINE(google-explicit-constructor): tables of conditions are written with texts
    constexpr Sorts(const char* text) : names(text) {
        for (std::size_t i = 0; i < sort_names.size(); ++i)
            if (listed(names, sort_names[i])) bits |= 1U << i;
    }
    constexpr bool has(Sort sort) const { return (bits >> static_cast<unsigned>(sort) & 1U) != 0; }
};

struct ConditionSpec {
    std::string_view key;
    std::string_view means;
    Sorts sorts; ///< the sorts of things that have it
    ConditionValues values;
    std::string_view words; ///< for `words`, separated by spaces
    /// Whether the thing, which is of one of the sorts, has this value.
    bool (*has)(const Agenda&, const Thing&, std::string_view value);
};
std::span<const ConditionSpec> condition_specs();
const ConditionSpec* condition_spec(std::string_view key);

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
