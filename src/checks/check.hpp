// SPDX-License-Identifier: MIT
// A check: a small parametrised algorithm that several rules call upon. It is pure: agenda and typed arguments in,
// drafts out.
#pragma once
#include "agenda/selector.hpp"
#include "agenda/timeline.hpp"
#include "finding/parameters.hpp"
#include "load/load.hpp"
#include <span>

namespace agenda::checks {

/// What every check may look at.
struct Context {
    const load::Loaded& loaded;
    const Agenda& agenda;
    const std::vector<DayCourse>& courses;
    const std::vector<PersonStage>& stage;
    std::string_view rule;      ///< whose turn it is; only the `load` check asks
    const Selection& selection; ///< of checks that take one (Check::selects)
    const Selection& other;     ///< of checks that hold what is selected against something else (Check::relates)
};

/// An argument that a check takes, from a rule's `with` or its [parameters].
struct ArgumentSpec {
    std::string_view name;
    finding::ParameterType type;
    std::string_view means;
    bool required = true;
    /// For a name or names: the words that it may be, separated by spaces; empty for any.
    std::string_view words = {};
    bool kinds = false; ///< for names: they are kinds of slot
};
/// Why the argument cannot have this value, which is of its type: a word that it does not know, a kind that does not
/// exist. Fit to stand behind "`resource` "; empty: all is well.
std::string unknown_word(const ArgumentSpec& spec, const finding::ParameterValue& value, const Kinds& kinds);

/// A fact that a check's drafts carry, for messages, tiers and the JSON report.
struct FieldSpec {
    std::string_view name;
    bool always; ///< in every draft; otherwise only where it means something
    std::string_view means;
};

struct Outcome {
    std::size_t checked = 0;            ///< how many things were looked at; 0: the rule had nothing to look at
    std::vector<SlotIndex> not_checked; ///< slots that it needed and could not place in time

    void add_not_checked(const std::vector<SlotIndex>& slots) {
        not_checked.insert(not_checked.end(), slots.begin(), slots.end());
    }
};

struct Check {
    std::string_view name;
    std::string_view means;
    std::span<const ArgumentSpec> arguments;
    std::span<const FieldSpec> fields;
    std::string_view measure; ///< the field that a tier's `over` compares; empty: none
    Outcome (*run)(const Context&, const finding::Arguments&, finding::Drafts&);
    /// The sorts of things that a rule's [select] can choose, separated by spaces, the standard one first; empty: the
    /// check has no use for a selection.
    std::string_view selects = {};
    /// Whether a rule has an [other] that says what the selected things are held against.
    bool relates = false;
    /// Whether its rules take a range for a kind of slot under the kind's name: `session = "45m-240m"`.
    bool kind_ranges = false;
    /// The sorts of things that its rules' [other] can choose, the standard one first; empty: those of [select].
    std::string_view others = {};
};

/// Those of the days' unplaced slots that are chosen; `chosen` has a flag for each slot.
std::vector<SlotIndex> unplaced(const Context& context, const std::vector<bool>& chosen);

/// All checks, by name.
std::span<const Check> all();
const Check* find(std::string_view name);
/// Nothing where the check takes no argument of that name.
const ArgumentSpec* argument(const Check& check, std::string_view name);

} // namespace agenda::checks
