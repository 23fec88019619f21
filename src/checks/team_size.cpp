// SPDX-License-Identifier: MIT
// team-size: whether a team has as many interpreters as its longest day and its languages ask for. Nothing is said
// where [event.interpretation] does not say how many it has.
#include "checks/all.hpp"
#include "checks/assignment_days.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace team_size_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"pause", ParameterType::duration,
                 "the shortest pause that parts two assignments; a shorter one belongs to the assignment"},
    ArgumentSpec{"one", ParameterType::duration, "up to two languages: how long a day one interpreter can work alone"},
    ArgumentSpec{"two", ParameterType::duration, "how long a day two can"},
    ArgumentSpec{"three", ParameterType::duration, "how long a day three can; beyond it there are four"},
    ArgumentSpec{"each-language", ParameterType::count, "from three languages on: how many each of them needs"},
};
constexpr std::array fields_given{
    FieldSpec{"interpreters", true, "how many a team has"},
    FieldSpec{"needed", true, "how many it needs"},
    FieldSpec{"languages", true, "how many languages there are"},
    FieldSpec{"minutes", true, "how long the longest day is"},
    FieldSpec{"date", true, "which day that is"},
};

std::int64_t total(const AssignmentDay& day) {
    std::int64_t sum = 0;
    for (const auto& one : day.assignments) sum += minutes_of(one.when);
    return sum;
}

std::int64_t needed_for(std::int64_t length, const finding::Arguments& arguments) {
    std::int64_t needed = 1;
    for (const auto* most : {"one", "two", "three"})
        if (length > arguments.duration(most).count()) ++needed;
    return needed;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    const auto& interpretation = agenda.event.interpretation;
    const auto chosen = selected_slots(agenda, context.selection);
    Outcome outcome;
    if (!interpretation || !interpretation->interpreters) return outcome;
    outcome.not_checked = unplaced(context, chosen);
    const auto days = assignment_days(context, chosen, declared_teams(agenda), arguments.duration("pause"));
    outcome.checked = days.size();
    if (days.empty()) return outcome;
    const auto& longest = *std::max_element(
        days.begin(), days.end(), [](const AssignmentDay& a, const AssignmentDay& b) { return total(a) < total(b); });
    const auto languages = static_cast<std::int64_t>(interpretation->languages.size());
    const auto needed =
        languages > 2 ? languages * arguments.count("each-language") : needed_for(total(longest), arguments);
    if (*interpretation->interpreters >= needed) return outcome;
    finding::Draft draft;
    draft.at = agenda.event.keys.at("interpretation", agenda.event.at);
    draft.about = {"event"};
    draft.facts = {{"interpreters", *interpretation->interpreters},
                   {"needed", needed},
                   {"languages", languages},
                   {"minutes", total(longest)},
                   {"date", time::format_date(longest.course->date)}};
    drafts.push_back(std::move(draft));
    return outcome;
}

} // namespace team_size_check

const Check team_size{"team-size",
                      "a team has as many interpreters as its longest day and its languages ask for",
                      team_size_check::arguments_taken,
                      team_size_check::fields_given,
                      "minutes",
                      team_size_check::run,
                      "slot"};

} // namespace agenda::checks
