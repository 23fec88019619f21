// SPDX-License-Identifier: MIT
#include "agenda/selector.hpp"
#include <algorithm>

namespace agenda {
namespace {

bool speaks_of_status(const Selection& selection) {
    return std::any_of(selection.select.begin(), selection.select.end(),
                       [](const Condition& condition) { return condition.spec && condition.spec->key == "status"; });
}

/// Of a thing whose sort has the condition.
bool holds(const Agenda& agenda, const Condition& condition, const Thing& thing) {
    for (const auto& value : condition.values)
        if (condition.spec->has(agenda, thing, value)) return true;
    return false;
}

/// Conditions of which those that ask the event alone are answered, for the things of one sort.
class SortConditions {
public:
    SortConditions(const Agenda& agenda, const Conditions& conditions, Sort sort) : agenda_(agenda) {
        for (const auto& condition : conditions) {
            if (!condition.spec || !condition.spec->sorts.has(sort))
                never_ = true;
            else if (!condition.spec->of_event)
                of_thing_.push_back(&condition);
            else if (!holds(agenda, condition, {}))
                never_ = true;
            if (never_) return;
        }
    }

    bool never() const { return never_; }
    /// Of a thing of the sort, where it is not so that they never hold.
    bool hold(const Thing& thing) const {
        for (const auto* condition : of_thing_)
            if (!holds(agenda_, *condition, thing)) return false;
        return true;
    }

private:
    const Agenda& agenda_;
    std::vector<const Condition*> of_thing_;
    bool never_ = false;
};

/// The things of one sort that are selected, in the order of the file.
std::vector<Thing> selected_of(const Agenda& agenda, const Selection& selection, Sort sort) {
    const SortConditions select{agenda, selection.select, sort};
    if (select.never()) return {};
    std::vector<SortConditions> except;
    for (const auto& conditions : selection.except)
        if (SortConditions excused{agenda, conditions, sort}; !excused.never()) except.push_back(std::move(excused));
    const bool also_cancelled = speaks_of_status(selection);
    std::vector<Thing> result;
    each_thing(agenda, sort, [&](const Thing& thing, const Slot* slot) {
        if (slot && slot->cancelled && !also_cancelled) return;
        if (!select.hold(thing)) return;
        for (const auto& excused : except)
            if (excused.hold(thing)) return;
        result.push_back(thing);
    });
    return result;
}

} // namespace

std::vector<Sort> sorts(const Selection& selection, Sort standard) {
    return selection.of.empty() ? std::vector{standard} : selection.of;
}

bool fits(const Agenda& agenda, const Conditions& conditions, const Thing& thing) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return condition.spec && condition.spec->sorts.has(thing.sort) && holds(agenda, condition, thing);
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
        auto some = selected_of(agenda, selection, sort);
        if (result.empty())
            result = std::move(some);
        else
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
