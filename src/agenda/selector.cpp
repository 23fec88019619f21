// SPDX-License-Identifier: MIT
#include "agenda/selector.hpp"
#include <algorithm>

namespace agenda {
namespace {

bool speaks_of_status(const Selection& selection) {
    return std::any_of(selection.select.begin(), selection.select.end(),
                       [](const Condition& condition) { return condition.spec && condition.spec->key == "status"; });
}

} // namespace

std::vector<Sort> sorts(const Selection& selection, Sort standard) {
    return selection.of.empty() ? std::vector{standard} : selection.of;
}

bool fits(const Agenda& agenda, const Conditions& conditions, const Thing& thing) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return condition.spec && condition.spec->sorts.has(thing.sort) &&
               std::any_of(condition.values.begin(), condition.values.end(),
                           [&](const std::string& value) { return condition.spec->has(agenda, thing, value); });
    });
}

bool fits(const Agenda& agenda, const Selection& selection, const Thing& thing) {
    const auto excuses = [&](const Conditions& conditions) { return fits(agenda, conditions, thing); };
    return fits(agenda, selection.select, thing) &&
           std::none_of(selection.except.begin(), selection.except.end(), excuses);
}

bool is_selected(const Agenda& agenda, const Selection& selection, const Thing& thing) {
    const auto* slot = slot_of(agenda, thing);
    if (slot && slot->cancelled && !speaks_of_status(selection)) return false;
    return fits(agenda, selection, thing);
}

bool is_selected(const Agenda& agenda, const Selection& selection, SlotIndex slot) {
    return is_selected(agenda, selection, thing_of(slot));
}

std::vector<Thing> selected(const Agenda& agenda, const Selection& selection, Sort standard) {
    std::vector<Thing> result;
    for (const auto sort : sorts(selection, standard)) {
        auto some = things(agenda, sort);
        std::erase_if(some, [&](const Thing& thing) { return !is_selected(agenda, selection, thing); });
        result.insert(result.end(), some.begin(), some.end());
    }
    return result;
}

std::vector<bool> selected_slots(const Agenda& agenda, const Selection& selection) {
    std::vector<bool> result(agenda.slots.size());
    for (const auto& thing : selected(agenda, selection, Sort::slot)) result[thing.index] = true;
    return result;
}

} // namespace agenda
