// SPDX-License-Identifier: MIT
// The conditions by which a rule selects things: what each means, which sorts of things have it, which values it takes.
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
    bool of_event = false; ///< `has` looks at the event alone: the thing may be any
};
std::span<const ConditionSpec> condition_specs();
/// Nothing for a name that is no condition's.
const ConditionSpec* condition_spec(std::string_view key);

} // namespace agenda
