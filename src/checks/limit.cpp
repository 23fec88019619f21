// SPDX-License-Identifier: MIT
// limit: a slot's minutes stay within bounds.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"kinds", ParameterType::names, "the kinds of slot that are measured"},
    ArgumentSpec{"min", ParameterType::duration, "the shortest that passes", false},
    ArgumentSpec{"max", ParameterType::duration, "the longest that passes", false},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long the slot is"},
    FieldSpec{"limit", true, "the bound that it breaks, in minutes"},
    FieldSpec{"what", true, "the slot's name"},
    FieldSpec{"kind", true, "the slot's kind"},
    FieldSpec{"start", true, "its start"},
    FieldSpec{"end", true, "its end"},
};

std::optional<time::minutes> broken_bound(const finding::Arguments& arguments, time::minutes length) {
    const auto* min = arguments.find("min");
    const auto* max = arguments.find("max");
    if (min && length < std::get<time::minutes>(min->value)) return std::get<time::minutes>(min->value);
    if (max && length > std::get<time::minutes>(max->value)) return std::get<time::minutes>(max->value);
    return std::nullopt;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    const auto& kinds = arguments.words("kinds");
    const auto measured = [&](const Slot& slot) {
        return std::find(kinds.begin(), kinds.end(), slot.kind) != kinds.end();
    };
    Outcome outcome;
    for (const auto& course : context.courses) {
        for (const auto index : course.unplaced)
            if (measured(agenda.slots[index])) outcome.not_checked.push_back(index);
        for (const auto index : course.slots) {
            const auto& slot = agenda.slots[index];
            if (!measured(slot)) continue;
            ++outcome.checked;
            const auto length = time::whole_minutes(slot.when->length());
            const auto bound = broken_bound(arguments, length);
            if (!bound) continue;
            finding::Draft draft;
            draft.at = slot.time_at;
            draft.label = std::to_string(length.count()) + " min";
            draft.about = {agenda.about(index)};
            draft.facts = {{"minutes", length.count()},
                           {"limit", bound->count()},
                           {"what", called(slot)},
                           {"kind", slot.kind},
                           {"start", shown(agenda, course.date, slot.when->start)},
                           {"end", shown(agenda, course.date, slot.when->end)}};
            drafts.push_back(std::move(draft));
        }
    }
    return outcome;
}

} // namespace

const Check limit{"limit", "a slot's minutes stay within bounds", arguments_taken, fields_given, "minutes", run};

} // namespace agenda::checks
