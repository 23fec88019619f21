// SPDX-License-Identifier: MIT
// order: a selected slot comes before the [other] slots, after them, or between them.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>

namespace agenda::checks {
namespace order_check {

using finding::Draft;
using finding::Drafts;
using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{
        "expect", ParameterType::name,
        "what should hold. before: a selected slot is over when the first [other] slot begins. after: it begins "
        "when the last one is over. between: one comes before it and one after it on its day, and it does not "
        "follow another selected slot",
        true, "before after between"},
    ArgumentSpec{
        "within", ParameterType::name,
        "before and after: the [other] slots that count are those of the day (where it is not given) or of the event",
        false, "day event"},
    ArgumentSpec{"first-only", ParameterType::flag,
                 "before and after: only the first selected slot of the day, or of the event, is looked at", false},
    ArgumentSpec{"tolerance", ParameterType::duration, "before and after: up to so much late or early passes", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot"},
    FieldSpec{"time", true, "its time"},
    FieldSpec{"date", true, "the day"},
    FieldSpec{"other", true, "the name of the slot that it is held against"},
    FieldSpec{"other-time", true, "the time of that"},
    FieldSpec{"other-date", true, "the day of that"},
    FieldSpec{"minutes", true, "before, after: by how much it is late or early; between: how long it is"},
    FieldSpec{"overlap", false, "before, after: how many minutes both take, where they overlap"},
    FieldSpec{"edge", false, "between: first or last of the day"},
};

/// About some slots, at the first of them; relates the rest and `other`.
Draft draft_of(const Agenda& agenda, const std::vector<SlotIndex>& told, SlotIndex other, std::int64_t minutes) {
    const auto& first = agenda.slots[told.front()];
    const auto& second = agenda.slots[other];
    Draft draft;
    draft.at = first.time_at;
    draft.label = shown(agenda, first);
    for (const auto index : told) {
        draft.about.push_back(agenda.about(index));
        if (index != told.front()) draft.related.push_back(related(agenda, index));
    }
    if (!contains(told, other)) draft.related.push_back(related(agenda, other));
    draft.facts = {{"what", ticked_name(first)},
                   {"time", shown(agenda, first)},
                   {"date", time::format_date(agenda.days[first.day].date)},
                   {"other", ticked_name(second)},
                   {"other-time", shown(agenda, second)},
                   {"other-date", time::format_date(agenda.days[second.day].date)},
                   {"minutes", minutes}};
    return draft;
}

// --- before and after

/// What is looked at together: a day, or the event.
struct Scope {
    std::vector<SlotIndex> chosen, others;
    std::vector<SlotIndex> unplaced; ///< of the others, where something is chosen
};

std::vector<Scope> scopes(const Context& context, bool whole_event, Outcome& outcome) {
    const auto& agenda = context.agenda;
    std::map<time::Date, Scope> by_date;
    for (const auto index : agenda.slots.indices()) {
        const auto& slot = agenda.slots[index];
        const bool chosen = is_selected(agenda, context.selection, index);
        const bool other = slot.occupies() && is_selected(agenda, context.other, index);
        if (!chosen && !other) continue;
        auto& scope = by_date[whole_event ? time::Date{} : agenda.days[slot.day].date];
        if (!slot.when) (chosen ? outcome.not_checked : scope.unplaced).push_back(index);
        if (slot.when && chosen) scope.chosen.push_back(index);
        if (slot.when && other) scope.others.push_back(index);
    }
    std::vector<Scope> result;
    for (auto& [date, scope] : by_date) {
        if (scope.chosen.empty()) continue;
        outcome.add_not_checked(scope.unplaced);
        result.push_back(std::move(scope));
    }
    return result;
}

/// Against which of the others a slot is held: the first of them, or the last; another than the slot itself.
class Rivals {
public:
    Rivals(const Agenda& agenda, std::vector<SlotIndex> others, bool first) : two_(std::move(others)) {
        const auto nearer = [&](SlotIndex a, SlotIndex b) {
            return first ? agenda.slots[a].when->start < agenda.slots[b].when->start
                         : agenda.slots[a].when->end > agenda.slots[b].when->end;
        };
        const auto kept = std::min<std::size_t>(2, two_.size());
        std::partial_sort(two_.begin(), two_.begin() + static_cast<std::ptrdiff_t>(kept), two_.end(), nearer);
        two_.resize(kept);
    }
    std::optional<SlotIndex> of(SlotIndex slot) const {
        for (const auto rival : two_)
            if (rival != slot) return rival;
        return std::nullopt;
    }

private:
    std::vector<SlotIndex> two_;
};

void hold(const Agenda& agenda, SlotIndex index, SlotIndex rival, bool before, time::minutes tolerance,
          Drafts& drafts) {
    const auto& slot = agenda.slots[index];
    const auto& other = agenda.slots[rival];
    const auto late = before ? slot.when->end - other.when->start : other.when->end - slot.when->start;
    if (late <= tolerance) return;
    auto draft = draft_of(agenda, {index}, rival, time::whole_minutes(late).count());
    if (overlap(*slot.when, *other.when)) draft.facts.set("overlap", minutes_of(intersection(*slot.when, *other.when)));
    draft.lowered = slot.optional || other.optional;
    drafts.push_back(std::move(draft));
}

void run_before_or_after(const Context& context, const finding::Arguments& arguments, Drafts& drafts,
                         Outcome& outcome) {
    const auto& agenda = context.agenda;
    const bool before = arguments.word("expect") == "before";
    const bool first_only = arguments.flag_or("first-only", false);
    const auto tolerance = arguments.duration_or("tolerance", time::minutes{0});
    for (auto& scope : scopes(context, arguments.word_or("within", "day") == "event", outcome)) {
        if (first_only)
            scope.chosen = {*std::min_element(scope.chosen.begin(), scope.chosen.end(), [&](SlotIndex a, SlotIndex b) {
                return *agenda.slots[a].when < *agenda.slots[b].when;
            })};
        const Rivals rivals{agenda, std::move(scope.others), before};
        for (const auto slot : scope.chosen)
            if (const auto rival = rivals.of(slot)) {
                ++outcome.checked;
                hold(agenda, slot, *rival, before, tolerance, drafts);
            }
    }
}

// --- between

/// The selected slots of a day that follow one another with no other slot beside or between them.
class Runs {
public:
    Runs(const Context& context, const DayCourse& course) : agenda_(context.agenda) {
        for (const auto index : course.slots) {
            if (is_selected(agenda_, context.selection, index))
                chosen_.push_back(index);
            else if (is_selected(agenda_, context.other, index))
                others_.push_back(index);
        }
        for (const auto index : others_) {
            const bool later = last_.empty() || when(index).end > when(last_.back()).end;
            last_.push_back(later ? index : last_.back());
        }
    }

    std::size_t tell(Drafts& drafts) const {
        if (others_.empty()) return 0;
        for (std::size_t i = 0; i < chosen_.size();) {
            When run = when(chosen_[i]);
            std::vector<SlotIndex> told;
            do {
                told.push_back(chosen_[i]);
                run.end = when(chosen_[i++]).end;
            } while (i < chosen_.size() && when(chosen_[i]).start >= run.end &&
                     alone({run.start, when(chosen_[i]).end}));
            tell_run(run, told, drafts);
        }
        return chosen_.size();
    }

private:
    const When& when(SlotIndex index) const { return *agenda_.slots[index].when; }

    /// No other slot overlaps this.
    bool alone(const When& stretch) const {
        const auto behind = std::partition_point(others_.begin(), others_.end(),
                                                 [&](SlotIndex other) { return when(other).start < stretch.end; });
        return behind == others_.begin() ||
               when(last_[static_cast<std::size_t>(behind - others_.begin()) - 1]).end <= stretch.start;
    }

    void tell_run(const When& run, const std::vector<SlotIndex>& told, Drafts& drafts) const {
        const bool first = when(others_.front()).start >= run.end;
        const bool last = when(last_.back()).end <= run.start;
        if (!first && !last && told.size() < 2) return;
        const auto other = first ? others_.front() : last ? last_.back() : told[1];
        auto draft = draft_of(agenda_, told, other, minutes_of(run));
        if (first || last) draft.facts.set("edge", std::string{first ? "first" : "last"});
        drafts.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    std::vector<SlotIndex> chosen_, others_; // by start
    std::vector<SlotIndex> last_;            // of the others up to here, the one that ends last
};

void run_between(const Context& context, Drafts& drafts, Outcome& outcome) {
    for (const auto& course : context.courses) {
        const auto chosen = [&](SlotIndex slot) { return is_selected(context.agenda, context.selection, slot); };
        const auto any_chosen = [&](const auto& slots) { return std::any_of(slots.begin(), slots.end(), chosen); };
        // What stands at an unreadable time may stand where something seems to be missing.
        if (course.unplaced.empty())
            outcome.checked += Runs{context, course}.tell(drafts);
        else if (any_chosen(course.slots) || any_chosen(course.unplaced))
            outcome.add_not_checked(course.unplaced);
    }
}

Outcome run(const Context& context, const finding::Arguments& arguments, Drafts& drafts) {
    Outcome outcome;
    if (arguments.word("expect") == "between")
        run_between(context, drafts, outcome);
    else
        run_before_or_after(context, arguments, drafts, outcome);
    return outcome;
}

} // namespace order_check

const Check order{"order",
                  "a selected slot comes before the [other] slots, after them, or between them",
                  order_check::arguments_taken,
                  order_check::fields_given,
                  "minutes",
                  order_check::run,
                  "slot",
                  true};

} // namespace agenda::checks
