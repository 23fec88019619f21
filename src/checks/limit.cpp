// SPDX-License-Identifier: MIT
// limit: the minutes of a selected thing stay within bounds: those of the rule, or those of the slot's kind.
#include "agenda/parts.hpp"
#include "checks/all.hpp"
#include "checks/measures.hpp"
#include "checks/words.hpp"
#include <array>

namespace agenda::checks {
namespace limit_check {

using finding::DurationRange;
using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{
        "quantity", ParameterType::name,
        "what is measured. Of a slot: its duration; off-grid, how far its start or end lies from the nearest "
        "multiple of `step`; overrun, how much more its items take than it has; slack, how much less, where "
        "all of them say how long they take; presentation, what is left for each of its presentations; "
        "discussion, where the slot says how long that is, or its items show it. Of a day: net, the minutes "
        "of programme on its longest timeline, each minute once; gross, from the first programme slot to the "
        "end of the last; day, both, against the arguments `net` and `gross`. Optional slots are no part of a day",
        true, "duration off-grid overrun slack presentation discussion net gross day"},
    ArgumentSpec{"min", ParameterType::duration, "the shortest that passes", false},
    ArgumentSpec{"max", ParameterType::duration, "the longest that passes", false},
    ArgumentSpec{"min-share", ParameterType::share,
                 "the least that passes, as a share of the slot's length without its breaks", false},
    ArgumentSpec{"by-kind", ParameterType::flag, "the bounds are those of the slot's kind (rules/kinds.toml)", false},
    ArgumentSpec{"bound", ParameterType::name, "which of the two bounds counts; not given: both", false, "min max"},
    ArgumentSpec{"step", ParameterType::duration, "off-grid: the distance between the multiples", false},
    ArgumentSpec{"overhead", ParameterType::duration, "presentation: what opening and closing the slot takes", false},
    ArgumentSpec{"qa-share", ParameterType::share,
                 "presentation: the share of the slot that discussion takes where the slot does not say how long it is",
                 false},
    ArgumentSpec{"omit-capacities", ParameterType::names,
                 "presentation: who speaks in one of these capacities presents nothing", false},
    ArgumentSpec{"net", ParameterType::duration, "day: the most minutes of programme that pass", false},
    ArgumentSpec{"net-interpreted", ParameterType::duration,
                 "day: the same where all of the programme is interpreted, optional slots aside", false},
    ArgumentSpec{"gross", ParameterType::duration,
                 "day: the longest that passes from the first programme slot to the end of the last", false},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long it is"},
    FieldSpec{"limit", true, "the bound that it breaks, in minutes"},
    FieldSpec{"bound", true, "at least or at most"},
    FieldSpec{"what", true, "the name of the thing"},
    FieldSpec{"kind", true, "the slot's kind; empty for a day"},
    FieldSpec{"start", true, "its start; of a day, that of its programme"},
    FieldSpec{"end", true, "its end"},
    FieldSpec{"length", false,
              "overrun, slack, presentation, discussion: the slot's length, for the last two without its breaks"},
    FieldSpec{"taken", false, "overrun, slack: what its items take"},
    FieldSpec{"presentations", false, "presentation: how many there are"},
    FieldSpec{"discussion", false, "presentation: what discussion takes"},
    FieldSpec{"sitting", false, "day: the minutes of programme, where those are too many"},
    FieldSpec{"interpreted", false, "day: the same where they are too many for interpreters"},
};

struct Bound {
    minutes limit;
    bool at_least;
};

std::optional<Bound> broken(const finding::Arguments& arguments, const std::optional<minutes>& min,
                            const std::optional<minutes>& max, minutes length) {
    const auto counts = [&](std::string_view bound) { return arguments.word_or("bound", bound) == bound; };
    if (min && length < *min && counts("min")) return Bound{*min, true};
    if (max && length > *max && counts("max")) return Bound{*max, false};
    return std::nullopt;
}

/// The bounds for a slot of this kind: what the settings say of it, else the kind's own, else the rule's.
std::optional<Bound> broken_bound(const finding::Arguments& arguments, const Slot* slot, minutes length) {
    if (slot && arguments.flag_or("by-kind", false)) {
        if (const auto* set = arguments.find(slot->kind))
            if (const auto* range = std::get_if<DurationRange>(&set->value))
                return broken(arguments, range->shortest, range->longest, length);
        return broken(arguments, slot->traits->shortest, slot->traits->longest, length);
    }
    if (const auto share = arguments.given<finding::Share>("min-share"); slot && share) {
        const minutes least{(working_time(*slot).count() * share->percent + 99) / 100};
        if (length < least) return Bound{least, true};
    }
    return broken(arguments, arguments.given<minutes>("min"), arguments.given<minutes>("max"), length);
}

finding::Draft draft_of(const Agenda& agenda, const Thing& thing, time::Date date, Measured measured,
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
    for (const auto& [name, value] : measured.facts) draft.facts.set(name, value);
    draft.related = std::move(measured.related);
    return draft;
}

void run_slots(const Context& context, const finding::Arguments& arguments, const SlotQuantity& quantity,
               finding::Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    for (const auto& thing : selected(agenda, context.selection, Sort::slot)) {
        const auto* slot = slot_of(agenda, thing);
        if (!slot || !quantity.known(*slot, arguments)) continue;
        if (!slot->when || !slot->clock) {
            outcome.not_checked.push_back(SlotIndex{thing.index});
            continue;
        }
        ++outcome.checked;
        auto measured = quantity.measure(*slot, arguments);
        if (const auto bound = broken_bound(arguments, slot, measured.length))
            drafts.push_back(draft_of(agenda, thing, agenda.days[slot->day].date, std::move(measured), *bound));
    }
}

/// One day against the bounds of its quantities.
class DayJudge {
public:
    DayJudge(const Context& context, const finding::Arguments& arguments, const DayCourse& course,
             finding::Drafts& drafts)
        : agenda_(context.agenda), arguments_(arguments), course_(course), drafts_(drafts) {}

    /// False for a day without programme.
    bool run() {
        const auto& quantity = arguments_.word("quantity");
        const auto bounds = [&](minutes length) { return broken_bound(arguments_, nullptr, length); };
        if (quantity == "net") return judge(DayQuantity::net, {}, {}, bounds);
        if (quantity == "gross") return judge(DayQuantity::gross, {}, {}, bounds);
        const auto most = [&](std::string_view name) {
            return [this, name](minutes length) {
                return broken(arguments_, {}, arguments_.given<minutes>(name), length);
            };
        };
        const bool any = arguments_.find("net-interpreted") && is_interpreted(agenda_, course_)
                             ? judge(DayQuantity::net, "net", "interpreted", most("net-interpreted"))
                             : judge(DayQuantity::net, "net", "sitting", most("net"));
        return judge(DayQuantity::gross, "gross", {}, most("gross")) || any;
    }

private:
    /// `bound_of` gives the one that a length breaks; the key tells the quantities of one rule apart.
    template <class Broken>
    bool judge(DayQuantity quantity, std::string_view key, std::string_view field, Broken bound_of) {
        auto measured = day_measured(agenda_, course_, quantity);
        if (!measured) return false;
        const auto bound = bound_of(measured->length);
        if (!bound) return true;
        if (!field.empty()) measured->facts.set(field, measured->length.count());
        const auto day = thing_of(course_.header);
        drafts_.push_back(draft_of(agenda_, day, course_.date, *std::move(measured), *bound));
        drafts_.back().key = key;
        return true;
    }

    const Agenda& agenda_;
    const finding::Arguments& arguments_;
    const DayCourse& course_;
    finding::Drafts& drafts_;
};

void run_days(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts, Outcome& outcome) {
    for (const auto& course : context.courses) {
        outcome.add_not_checked(course.unplaced);
        const auto day = thing_of(course.header);
        if (!course.date.ok() || !is_selected(context.agenda, context.selection, day)) continue;
        if (DayJudge{context, arguments, course, drafts}.run()) ++outcome.checked;
    }
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    if (const auto* quantity = slot_quantity(arguments.word("quantity")))
        run_slots(context, arguments, *quantity, drafts, outcome);
    else
        run_days(context, arguments, drafts, outcome);
    return outcome;
}

} // namespace limit_check

const Check limit{"limit",
                  "the minutes of a selected thing stay within bounds: those of the rule, or those of the slot's kind",
                  limit_check::arguments_taken,
                  limit_check::fields_given,
                  "minutes",
                  limit_check::run,
                  "slot day",
                  false,
                  true};

} // namespace agenda::checks
