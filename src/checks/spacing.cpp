// SPDX-License-Identifier: MIT
// spacing: a stretch between two slots of a day in which every timeline is empty.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <tuple>

namespace agenda::checks {
namespace spacing_check {

using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"min-gap", ParameterType::duration, "a gap of up to this length is a changeover"},
    ArgumentSpec{"max-gap", ParameterType::duration,
                 "a longer gap than this is taken more seriously (used by the tiers)", false},
    ArgumentSpec{"lunch-window", ParameterType::window, "a long gap that touches this window looks like lunch"},
    ArgumentSpec{"lunch-shortest", ParameterType::duration, "how long a gap must be to look like lunch"},
    ArgumentSpec{"lunch-longest", ParameterType::duration, "how long it may be"},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long the gap is"},
    FieldSpec{"start", true, "when it begins"},
    FieldSpec{"end", true, "when it ends"},
    FieldSpec{"date", true, "the day"},
    FieldSpec{"before", true, "the name of the slot before it"},
    FieldSpec{"after", true, "the name of the slot after it"},
    FieldSpec{"limit", true, "the longest changeover, in minutes"},
    FieldSpec{"hint", false, "what it looks like"},
};

/// People change for the evening: what comes before a social slot or a dinner explains itself.
bool explains_wait(const Slot& slot) { return slot.kind_class() == KindClass::social || slot.kind == "dinner"; }

finding::Draft gap(const Agenda& agenda, const DayCourse& course, SlotIndex before, SlotIndex after, const When& when,
                   const finding::Arguments& arguments) {
    const auto& earlier = agenda.slots[before];
    const auto& later = agenda.slots[after];
    finding::Draft draft;
    draft.at = earlier.time_at;
    draft.label = "ends " + shown(agenda, course.date, when.start);
    draft.about = {agenda.about(before), agenda.about(after)};
    draft.related = {{later.time_at, ticked_name(later) + " starts " + shown(agenda, course.date, when.end)}};
    draft.facts = {{"minutes", minutes_of(when)},
                   {"start", shown(agenda, course.date, when.start)},
                   {"end", shown(agenda, course.date, when.end)},
                   {"date", time::format_date(course.date)},
                   {"before", called(earlier) + (earlier.cancelled ? " (cancelled)" : "")},
                   {"after", called(later) + (later.cancelled ? " (cancelled)" : "")},
                   {"limit", arguments.duration("min-gap").count()}};
    if (overlap(clock_at(agenda, course.date, when), arguments.window("lunch-window")) &&
        when.length() >= arguments.duration("lunch-shortest") && when.length() <= arguments.duration("lunch-longest"))
        draft.facts.set("hint", std::string{"it looks like lunch: write it as a slot of kind `lunch`"});
    return draft;
}

/// A cancelled slot between two others leaves a hole and names it.
std::vector<SlotIndex> with_cancelled(const Agenda& agenda, const DayCourse& course) {
    auto result = course.slots;
    const auto earlier = [&](SlotIndex a, SlotIndex b) {
        return std::tie(*agenda.slots[a].when, agenda.slots[a].id) <
               std::tie(*agenda.slots[b].when, agenda.slots[b].id);
    };
    for (const auto index : course.cancelled)
        if (earlier(course.slots.front(), index) && earlier(index, course.slots.back())) result.push_back(index);
    std::stable_sort(result.begin(), result.end(), earlier);
    return result;
}

/// Whether a slot that begins at this moment explains why nothing comes before it.
bool wait_explained(const Agenda& agenda, const std::vector<SlotIndex>& slots, std::size_t from) {
    const auto start = agenda.slots[slots[from]].when->start;
    for (auto i = from; i < slots.size() && agenda.slots[slots[i]].when->start == start; ++i)
        if (explains_wait(agenda.slots[slots[i]])) return true;
    return false;
}

/// For each slot whether it and all behind it are optional: the rest of the day is for those who choose to go.
std::vector<bool> rest_is_optional(const Agenda& agenda, const std::vector<SlotIndex>& slots) {
    std::vector<bool> result(slots.size());
    bool optional = true;
    for (auto i = slots.size(); i-- > 0;) result[i] = optional = optional && agenda.slots[slots[i]].optional;
    return result;
}

void find_gaps(const Agenda& agenda, const DayCourse& course, const finding::Arguments& arguments,
               finding::Drafts& drafts) {
    const auto slots = with_cancelled(agenda, course);
    const auto only_optional_from = rest_is_optional(agenda, slots);
    auto latest = slots.front();
    bool only_optional_until = true;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const auto& slot = agenda.slots[slots[i]];
        // Between the end of a long evening and the next morning people sleep.
        const bool night = agenda.slots[latest].is_over_by_six() && !slot.is_over_by_six();
        const When between{agenda.slots[latest].when->end, slot.when->start};
        // What stands at an unreadable time may fill a gap behind its start.
        if (between.length() > arguments.duration("min-gap") && between.end <= course.known_until && !night &&
            !wait_explained(agenda, slots, i)) {
            drafts.push_back(gap(agenda, course, latest, slots[i], between, arguments));
            drafts.back().lowered = only_optional_until || only_optional_from[i];
        }
        only_optional_until = only_optional_until && slot.optional;
        if (slot.when->end > agenda.slots[latest].when->end) latest = slots[i];
    }
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    for (const auto& course : context.courses) {
        outcome.add_not_checked(course.unplaced);
        if (course.slots.empty()) continue;
        outcome.checked += course.slots.size() - 1;
        find_gaps(context.agenda, course, arguments, drafts);
    }
    return outcome;
}

} // namespace spacing_check

const Check spacing{"spacing",
                    "a stretch between two slots of a day in which every timeline is empty",
                    spacing_check::arguments_taken,
                    spacing_check::fields_given,
                    "minutes",
                    spacing_check::run};

} // namespace agenda::checks
