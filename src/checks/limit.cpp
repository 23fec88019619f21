// SPDX-License-Identifier: MIT
// limit: the minutes of a selected thing stay within bounds: those of the rule, or those of the slot's kind.
#include "checks/all.hpp"
#include "checks/stretches.hpp"
#include "checks/words.hpp"
#include <array>

namespace agenda::checks {
namespace {

using finding::DurationRange;
using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"quantity", ParameterType::name,
                 "what is measured. Of a slot: its duration; off-grid, how far its start or end lies from the nearest "
                 "multiple of `step`. Of a day: net, the minutes of programme on its longest timeline, each minute "
                 "once; gross, from the first programme slot to the end of the last",
                 true, "duration off-grid net gross"},
    ArgumentSpec{"min", ParameterType::duration, "the shortest that passes", false},
    ArgumentSpec{"max", ParameterType::duration, "the longest that passes", false},
    ArgumentSpec{"by-kind", ParameterType::flag, "the bounds are those of the slot's kind (rules/kinds.toml)", false},
    ArgumentSpec{"bound", ParameterType::name, "which of the two bounds counts; not given: both", false, "min max"},
    ArgumentSpec{"step", ParameterType::duration, "off-grid: the distance between the multiples", false},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long it is"},
    FieldSpec{"limit", true, "the bound that it breaks, in minutes"},
    FieldSpec{"bound", true, "at least or at most"},
    FieldSpec{"what", true, "the name of the thing"},
    FieldSpec{"kind", true, "the slot's kind; empty for a day"},
    FieldSpec{"start", true, "its start"},
    FieldSpec{"end", true, "its end"},
};

struct Bound {
    minutes limit;
    bool at_least;
};

std::optional<Bound> broken(const finding::Arguments& arguments, const std::optional<minutes>& min,
                            const std::optional<minutes>& max, minutes length) {
    const auto counts = [&](std::string_view bound) {
        const auto* only = arguments.find("bound");
        return !only || std::get<std::string>(only->value) == bound;
    };
    if (min && length < *min && counts("min")) return Bound{*min, true};
    if (max && length > *max && counts("max")) return Bound{*max, false};
    return std::nullopt;
}

std::optional<minutes> duration(const finding::Arguments& arguments, std::string_view name) {
    const auto* given = arguments.find(name);
    return given ? std::optional{std::get<minutes>(given->value)} : std::nullopt;
}

/// The bounds for a slot of this kind: what the settings say of it, else the kind's own, else the rule's.
std::optional<Bound> broken_bound(const finding::Arguments& arguments, const Slot* slot, minutes length) {
    if (const auto* by_kind = arguments.find("by-kind"); slot && by_kind && std::get<bool>(by_kind->value)) {
        if (const auto* set = arguments.find(slot->kind))
            if (const auto* range = std::get_if<DurationRange>(&set->value))
                return broken(arguments, range->shortest, range->longest, length);
        return broken(arguments, slot->traits->shortest, slot->traits->longest, length);
    }
    return broken(arguments, duration(arguments, "min"), duration(arguments, "max"), length);
}

/// How far a clock time lies from the nearest multiple of the step; a step of zero has none.
minutes off_grid(time::Clock clock, minutes step) {
    if (step <= minutes{0}) return minutes{0};
    const auto over = clock.since_midnight % step;
    return std::min(over, step - over);
}

/// What is measured of a slot that is placed in time.
minutes measured_of(const Slot& slot, const finding::Arguments& arguments) {
    if (arguments.word("quantity") == "duration") return time::whole_minutes(slot.when->length());
    const auto step = duration(arguments, "step").value_or(minutes{0});
    return std::max(off_grid(slot.clock->start, step), off_grid(slot.clock->end, step));
}

/// When a thing is, and how much of that counts.
struct Measured {
    When when;
    minutes length;
};

std::optional<Measured> day_measured(const Agenda& agenda, const DayCourse& course, bool net) {
    const auto day = timelines(agenda, course);
    const auto shared = stretches(agenda, day.shared, Attendance::firm);
    std::optional<Measured> longest;
    for (const auto& timeline : day.lines) {
        const auto line = joined(shared, stretches(agenda, timeline.own, Attendance::firm), std::chrono::seconds{0});
        if (line.empty()) continue;
        const When whole{line.front().when.start, line.back().when.end};
        std::chrono::seconds sum{0};
        for (const auto& stretch : line) sum += stretch.when.length();
        const auto length = time::whole_minutes(net ? sum : whole.length());
        if (!longest || length > longest->length) longest = Measured{whole, length};
    }
    return longest;
}

finding::Draft draft_of(const Agenda& agenda, const Thing& thing, time::Date date, const Measured& measured,
                        const Bound& bound) {
    const auto* slot = slot_of(agenda, thing);
    finding::Draft draft;
    draft.at = slot ? slot->time_at : place_of(agenda, thing);
    draft.label = std::to_string(measured.length.count()) + " min";
    draft.about = {about(agenda, thing)};
    draft.facts = {{"minutes", measured.length.count()},
                   {"limit", bound.limit.count()},
                   {"bound", std::string{bound.at_least ? "at least" : "at most"}},
                   {"what", called(agenda, thing)},
                   {"kind", slot ? slot->kind : ""},
                   {"start", shown(agenda, date, measured.when.start)},
                   {"end", shown(agenda, date, measured.when.end)}};
    return draft;
}

void run_slots(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    for (const auto& thing : selected(agenda, context.selection, Sort::slot)) {
        const auto& slot = *slot_of(agenda, thing);
        if (!slot.when || !slot.clock) {
            if (slot.kind_class() != KindClass::note) outcome.not_checked.push_back(SlotIndex{thing.index});
            continue;
        }
        ++outcome.checked;
        const Measured measured{*slot.when, measured_of(slot, arguments)};
        if (const auto bound = broken_bound(arguments, &slot, measured.length))
            drafts.push_back(draft_of(agenda, thing, agenda.days[slot.day].date, measured, *bound));
    }
}

void run_days(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts, Outcome& outcome) {
    const bool net = arguments.word("quantity") == "net";
    for (const auto& course : context.courses) {
        outcome.not_checked.insert(outcome.not_checked.end(), course.unplaced.begin(), course.unplaced.end());
        const Thing day{Sort::day, static_cast<std::uint32_t>(course.header), 0};
        if (!course.date.ok() || !is_selected(context.agenda, context.selection, day)) continue;
        const auto measured = day_measured(context.agenda, course, net);
        if (!measured) continue;
        ++outcome.checked;
        if (const auto bound = broken_bound(arguments, nullptr, measured->length))
            drafts.push_back(draft_of(context.agenda, day, course.date, *measured, *bound));
    }
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    const auto& quantity = arguments.word("quantity");
    if (quantity == "net" || quantity == "gross")
        run_days(context, arguments, drafts, outcome);
    else
        run_slots(context, arguments, drafts, outcome);
    return outcome;
}

} // namespace

const Check limit{"limit",
                  "the minutes of a selected thing stay within bounds: those of the rule, or those of the slot's kind",
                  arguments_taken,
                  fields_given,
                  "minutes",
                  run,
                  "slot day",
                  false,
                  true};

} // namespace agenda::checks
