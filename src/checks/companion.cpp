// SPDX-License-Identifier: MIT
// companion: a selected day, or the event, has a slot of those that [other] selects: somewhere, or as the first or the
// last of its programme.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>

namespace agenda::checks {
namespace companion_check {

using finding::Draft;
using finding::Drafts;
using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"where", ParameterType::name,
                 "where the slot has to be: anywhere on the day (or in the event), or the first or the last slot of "
                 "the day's programme",
                 true, "anywhere first last"},
    ArgumentSpec{"min", ParameterType::duration, "a shorter slot does not count", false},
    ArgumentSpec{"several-kinds", ParameterType::flag,
                 "asked only where the agenda has slots of several kinds: one that was taken from a system without "
                 "kinds does not tell what is an opening",
                 false},
    ArgumentSpec{"outside-before", ParameterType::flag,
                 "slots of days that lie before it and outside the event on purpose count for a day too", false},
    ArgumentSpec{"event-dates", ParameterType::flag,
                 "a date of event.dates that has no [[day]] is a day without a slot, whatever the selection says; but "
                 "for holidays of the event, and Saturdays and Sundays inside a range",
                 false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the day's date, or \"the event\""},
    FieldSpec{"weekday", true, "the weekday of the day; empty for the event"},
    FieldSpec{"count", true, "how many days have none: more than one only for dates without a [[day]]"},
    FieldSpec{"until", false, "the last of several such dates in a row"},
    FieldSpec{"undeclared", false, "for dates of the event that have no [[day]]: \"without a `[[day]]`\""},
    FieldSpec{"instead", false, "first, last: the name of the slot that is there"},
    FieldSpec{"instead-time", false, "the time of that"},
    FieldSpec{"short", false, "the name of a slot that is too short to count"},
    FieldSpec{"minutes", false, "how long that is"},
};

/// The slots that are looked at together: those of a date, or all.
struct Scope {
    Thing thing;
    std::vector<SlotIndex> slots; ///< without the cancelled ones
};

std::vector<Scope> day_scopes(const Context& context, bool outside_before) {
    const auto& agenda = context.agenda;
    std::map<time::Date, Scope> by_date;
    for (const auto& thing : things(agenda, Sort::day)) {
        const auto& day = agenda.days[DayIndex{thing.index}];
        if (!day.date.ok()) continue;
        auto& scope = by_date.try_emplace(day.date, Scope{thing, {}}).first->second;
        for (const auto slot : day.slots)
            if (!agenda.slots[slot].cancelled) scope.slots.push_back(slot);
    }
    std::vector<Scope> result;
    std::vector<SlotIndex> outside;
    for (auto& [date, scope] : by_date) {
        if (outside_before && agenda.days[DayIndex{scope.thing.index}].outside) {
            outside.insert(outside.end(), scope.slots.begin(), scope.slots.end());
        } else if (is_selected(agenda, context.selection, scope.thing)) {
            // Of those before it each day takes its own.
            scope.slots.insert(scope.slots.end(), outside.begin(), outside.end());
            outside.clear();
            result.push_back(std::move(scope));
        }
    }
    return result;
}

Scope event_scope(const Agenda& agenda) {
    Scope result;
    for (const auto& thing : things(agenda, Sort::slot))
        if (!slot_of(agenda, thing)->cancelled) result.slots.push_back(SlotIndex{thing.index});
    return result;
}

bool has_several_kinds(const Agenda& agenda) {
    const auto& slots = agenda.slots;
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return slot.kind != slots.begin()->kind; });
}

Draft draft_of(const Agenda& agenda, const Thing& thing, time::Date date) {
    Draft draft;
    draft.at = place_of(agenda, thing);
    draft.about = {about(agenda, thing)};
    draft.facts = {{"what", called(agenda, thing)},
                   {"weekday", thing.sort == Sort::day ? std::string{time::weekday_name(date)} : ""},
                   {"count", std::int64_t{1}}};
    return draft;
}

class Finder {
public:
    Finder(const Context& context, const finding::Arguments& arguments)
        : context_(context), agenda_(context.agenda), where_(arguments.word("where")),
          min_(arguments.duration_or("min", time::minutes{0})) {}

    void look(const Scope& scope, Drafts& drafts, Outcome& outcome) const {
        if (where_ != "anywhere" && not_known(scope, outcome)) return;
        ++outcome.checked;
        const auto candidates = where_ == "anywhere" ? scope.slots : at_edge(scope);
        std::optional<SlotIndex> too_short;
        for (const auto slot : candidates) {
            if (!wanted(slot)) continue;
            if (long_enough(agenda_.slots[slot])) return;
            too_short = slot;
        }
        auto draft = draft_of(agenda_, scope.thing, scope.thing.sort == Sort::day ? date_of(scope) : time::Date{});
        if (too_short) {
            const auto& slot = agenda_.slots[*too_short];
            draft.related = {related(agenda_, *too_short)};
            draft.facts.set("short", ticked_name(slot));
            draft.facts.set("minutes", minutes_of(*slot.when));
        } else if (where_ != "anywhere" && !candidates.empty()) {
            const auto& slot = agenda_.slots[candidates.front()];
            draft.related = {related(agenda_, candidates.front())};
            draft.facts.set("instead", ticked_name(slot));
            draft.facts.set("instead-time", shown(agenda_, slot));
        }
        drafts.push_back(std::move(draft));
    }

private:
    time::Date date_of(const Scope& scope) const { return agenda_.days[DayIndex{scope.thing.index}].date; }

    bool wanted(SlotIndex slot) const { return is_selected(agenda_, context_.other, slot); }

    /// A slot whose length is not known counts.
    bool long_enough(const Slot& slot) const { return !slot.when || slot.when->length() >= min_; }

    bool in_programme(SlotIndex slot) const { return agenda_.slots[slot].is_programme(); }

    /// Which slot comes first or last cannot be told while the time of one is not known.
    bool not_known(const Scope& scope, Outcome& outcome) const {
        const auto before = outcome.not_checked.size();
        for (const auto slot : scope.slots)
            if (in_programme(slot) && !agenda_.slots[slot].when) outcome.not_checked.push_back(slot);
        return outcome.not_checked.size() != before;
    }

    /// The programme slots that begin first, or end last.
    std::vector<SlotIndex> at_edge(const Scope& scope) const {
        const auto edge = [&](SlotIndex slot) {
            const auto& when = *agenda_.slots[slot].when;
            return where_ == "first" ? when.start.time_since_epoch() : -when.end.time_since_epoch();
        };
        std::vector<SlotIndex> result;
        for (const auto slot : scope.slots) {
            if (!in_programme(slot)) continue;
            if (!result.empty() && edge(slot) < edge(result.front())) result.clear();
            if (result.empty() || edge(slot) == edge(result.front())) result.push_back(slot);
        }
        return result;
    }

    const Context& context_;
    const Agenda& agenda_;
    const std::string& where_;
    time::minutes min_;
};

/// The dates of the event, sorted: one, the range from the first to the last of two, or those of a list.
std::vector<std::chrono::sys_days> event_days(const Event& event) {
    std::vector<std::chrono::sys_days> result;
    for (const auto date : event.dates)
        if (date.ok()) result.emplace_back(date);
    if (result.size() == 2 && result[0] < result[1]) {
        const auto last = result[1];
        result.pop_back();
        while (result.back() < last) result.push_back(result.back() + std::chrono::days{1});
    }
    std::sort(result.begin(), result.end());
    return result;
}

/// The event's dates without a [[day]]; those between two dates with one are a single finding.
void tell_undeclared(const Agenda& agenda, Drafts& drafts, Outcome& outcome) {
    const auto& event = agenda.event;
    std::vector<std::chrono::sys_days> with_day, free;
    for (const auto& day : agenda.days)
        if (day.date.ok()) with_day.emplace_back(day.date);
    for (const auto holiday : event.holidays)
        if (holiday.ok()) free.emplace_back(holiday);
    std::sort(with_day.begin(), with_day.end());
    std::sort(free.begin(), free.end());
    const auto days = event_days(event);
    const bool range = event.dates.size() == 2;
    const auto is_free = [&](std::chrono::sys_days day) {
        const bool inside = range && day != days.front() && day != days.back();
        const auto weekday = std::chrono::weekday{day}.iso_encoding();
        return std::binary_search(free.begin(), free.end(), day) || (inside && weekday >= 6);
    };
    bool goes_on = false;
    for (const auto day : days) {
        if (std::binary_search(with_day.begin(), with_day.end(), day)) goes_on = false;
        if (std::binary_search(with_day.begin(), with_day.end(), day) || is_free(day)) continue;
        const auto date = time::format_date(day);
        ++outcome.checked;
        if (!goes_on) {
            Draft draft;
            draft.at = event.dates_at;
            draft.about = {"day:" + date};
            draft.facts = {{"what", date},
                           {"weekday", std::string{time::weekday_name(day)}},
                           {"count", std::int64_t{0}},
                           {"undeclared", std::string{"without a `[[day]]`"}}};
            drafts.push_back(std::move(draft));
        } else {
            drafts.back().facts.set("until", date);
        }
        auto& facts = drafts.back().facts;
        facts.set("count", std::get<std::int64_t>(*facts.find("count")) + 1);
        goes_on = true;
    }
}

Outcome run(const Context& context, const finding::Arguments& arguments, Drafts& drafts) {
    Outcome outcome;
    const auto& agenda = context.agenda;
    const Finder finder{context, arguments};
    if (arguments.flag_or("several-kinds", false) && !has_several_kinds(agenda)) return outcome;
    for (const auto sort : sorts(context.selection, Sort::day)) {
        if (sort == Sort::day)
            for (const auto& scope : day_scopes(context, arguments.flag_or("outside-before", false)))
                finder.look(scope, drafts, outcome);
        else if (is_selected(agenda, context.selection, {}))
            finder.look(event_scope(agenda), drafts, outcome);
    }
    // An agenda without any day lacks something else first.
    if (arguments.flag_or("event-dates", false) && !agenda.days.empty()) tell_undeclared(agenda, drafts, outcome);
    return outcome;
}

} // namespace companion_check

const Check companion{"companion",
                      "a selected day, or the event, has a slot of those that [other] selects",
                      companion_check::arguments_taken,
                      companion_check::fields_given,
                      "count",
                      companion_check::run,
                      "day event",
                      true,
                      false,
                      "slot"};

} // namespace agenda::checks
