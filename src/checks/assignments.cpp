// SPDX-License-Identifier: MIT
// assignments: interpreters' assignments, as runs of the selected slots: how long one is, how many and how many minutes
// a day has, how many fall in a few days, and the pause between two.
#include "checks/all.hpp"
#include "checks/assignment_days.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace assignments_check {

using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"quantity", ParameterType::name,
                 "what is measured: length, of one assignment; day, how many there are and how many minutes they take "
                 "in all; span, how many there are in a few days; pause, between two of a day",
                 true, "length day span pause"},
    ArgumentSpec{"pause", ParameterType::duration,
                 "the shortest pause that parts two assignments; a shorter one belongs to the assignment"},
    ArgumentSpec{"max", ParameterType::duration, "length: the longest that passes", false},
    ArgumentSpec{"min", ParameterType::duration, "pause: the shortest that passes", false},
    ArgumentSpec{"meetings", ParameterType::count, "day: the most assignments", false},
    ArgumentSpec{"minutes", ParameterType::duration, "day: the most minutes that they take in all", false},
    ArgumentSpec{"in-3-days", ParameterType::count, "span: the most assignments in three days in a row", false},
    ArgumentSpec{"in-4-days", ParameterType::count, "span: the most in four", false},
    ArgumentSpec{"in-7-days", ParameterType::count, "span: the most in seven", false},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long the assignment or the pause is; of several assignments, what they take"},
    FieldSpec{"assignments", true, "how many assignments there are"},
    FieldSpec{"limit", true, "the bound that is broken: minutes, else a number of assignments"},
    FieldSpec{"start", true, "when it begins"},
    FieldSpec{"end", true, "when it ends"},
    FieldSpec{"date", true, "the day, or the first of them"},
    FieldSpec{"last-date", true, "the last day"},
    FieldSpec{"days", true, "how many days in a row are looked at"},
    FieldSpec{"before", true, "the name of the first slot; of a pause, of the one before it"},
    FieldSpec{"after", true, "the name of the last slot; of a pause, of the one after it"},
    FieldSpec{"times", true, "when the day's assignments are, or what is measured"},
    FieldSpec{"teams", true, "how many teams the event says it has, or \"not said\""},
    FieldSpec{"slots", false, "length: the names of its slots"},
    FieldSpec{"sum", false, "day: the minutes of its assignments, \"180 + 240\""},
    FieldSpec{"most-minutes", false, "day: the most minutes, where there are more"},
    FieldSpec{"most-assignments", false, "day: the most assignments, where there are more"},
    FieldSpec{"spans", false, "span: each number of days in which there are too many, from when, and how many"},
};

std::string listing(const std::vector<std::string>& texts, std::string_view between) {
    std::string result;
    for (const auto& text : texts) (result += result.empty() ? "" : between) += text;
    return result;
}

class Finder {
public:
    Finder(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts)
        : agenda_(context.agenda), arguments_(arguments), drafts_(drafts) {
        const auto teams = declared_teams(agenda_);
        teams_ = teams ? std::to_string(*teams) : "not said";
    }

    std::size_t lengths(const std::vector<AssignmentDay>& days) {
        std::size_t seen = 0;
        for (const auto& day : days)
            for (const auto& one : day.assignments) {
                ++seen;
                if (over("max", minutes_of(one.when))) length(day, one);
            }
        return seen;
    }

    std::size_t pauses(const std::vector<AssignmentDay>& days) {
        std::size_t seen = 0;
        for (const auto& day : days)
            for (std::size_t i = 1; i < day.rounds.size(); ++i) {
                ++seen;
                const When between{day.round(i - 1).end, day.round(i).start};
                if (between.length() < arguments_.duration_or("min", minutes{0}))
                    pause(day, day.assignments[day.rounds[i] - 1], day.assignments[day.rounds[i]], between);
            }
        return seen;
    }

    std::size_t totals(const std::vector<AssignmentDay>& days) {
        for (const auto& day : days) total(day);
        return days.size();
    }

    std::size_t spans(const std::vector<AssignmentDay>& days) {
        const auto found = all_excesses(days);
        for (auto from = found.begin(); from != found.end();) {
            auto last = from->last;
            auto to = from;
            for (; to != found.end() && to->first <= last; ++to) last = std::max(last, to->last);
            span(days, {from, to}, last);
            from = to;
        }
        return days.size();
    }

private:
    /// Whether an argument that is a bound is there and is passed.
    bool over(std::string_view name, std::int64_t value) const { return value > bound(name).value_or(value); }

    std::optional<std::int64_t> bound(std::string_view name) const {
        const auto* given = arguments_.find(name);
        if (!given) return std::nullopt;
        const auto* duration = std::get_if<minutes>(&given->value);
        return duration ? duration->count() : std::get<std::int64_t>(given->value);
    }

    /// What all findings have. `first` and `last` are the slots between which something is measured, or around it.
    finding::Draft draft(const AssignmentDay& day, const When& when, std::int64_t length, SlotIndex first,
                         SlotIndex last) const {
        finding::Draft result;
        const auto date = time::format_date(day.course->date);
        result.facts = {{"minutes", length},
                        {"assignments", std::int64_t{1}},
                        {"start", shown(agenda_, day.course->date, when.start)},
                        {"end", shown(agenda_, day.course->date, when.end)},
                        {"date", date},
                        {"last-date", date},
                        {"days", std::int64_t{1}},
                        {"before", name(first)},
                        {"after", name(last)},
                        {"times", shown_time(day, when)},
                        {"teams", teams_}};
        return result;
    }

    void relate(finding::Draft& result, SlotIndex index, std::string label) const {
        result.related.push_back({agenda_.slots[index].time_at, std::move(label)});
    }

    std::string name(SlotIndex index) const { return called(agenda_.slots[index]); }

    std::string shown_time(const AssignmentDay& day, const When& when) const {
        return shown(agenda_, day.course->date, when);
    }

    void length(const AssignmentDay& day, const Stretch& one) {
        const auto first = one.slots.front();
        auto result = draft(day, one.when, minutes_of(one.when), first, last_slot(agenda_, one));
        result.at = agenda_.slots[first].time_at;
        result.label = shown(agenda_, agenda_.slots[first]);
        std::vector<std::string> names;
        for (const auto index : one.slots) {
            result.about.push_back(agenda_.about(index));
            names.push_back(name(index));
            if (index != first) result.related.push_back(related(agenda_, index));
        }
        sort_about(result);
        result.facts.set("limit", *bound("max"));
        result.facts.set("slots", enumerated(names));
        drafts_.push_back(std::move(result));
    }

    void pause(const AssignmentDay& day, const Stretch& before, const Stretch& after, const When& between) {
        const auto last = last_slot(agenda_, before);
        const auto next = after.slots.front();
        auto result = draft(day, between, minutes_of(between), last, next);
        result.at = agenda_.slots[next].time_at;
        result.label = "starts " + shown(agenda_, day.course->date, between.end);
        result.about = {agenda_.about(last), agenda_.about(next)};
        sort_about(result);
        relate(result, last, ticked(name(last)) + " ends " + shown(agenda_, day.course->date, between.start));
        result.facts.set("limit", *bound("min"));
        result.facts.set("assignments", std::int64_t{2});
        drafts_.push_back(std::move(result));
    }

    void total(const AssignmentDay& day) {
        std::int64_t sum = 0;
        std::size_t longest = 0; // how many assignments there are before that with which the minutes are too many
        for (const auto& one : day.assignments)
            if (!over("minutes", sum += minutes_of(one.when))) ++longest;
        const auto rounds = static_cast<std::int64_t>(day.rounds.size());
        const bool too_long = over("minutes", sum);
        if (!too_long && !over("meetings", rounds)) return;
        const auto& passing =
            day.assignments[too_long ? longest : day.rounds[static_cast<std::size_t>(*bound("meetings"))]];
        const auto& first = day.assignments.front();
        const auto& last = day.assignments.back();
        auto result = draft(day, {first.when.start, last.when.end}, sum, first.slots.front(), last_slot(agenda_, last));
        result.at = agenda_.slots[passing.slots.front()].time_at;
        result.label = "the assignment " + shown_time(day, passing.when);
        result.about = {agenda_.about(day.course->header)};
        std::vector<std::string> all, addends, times;
        for (const auto& one : day.assignments) {
            all.push_back(shown_time(day, one.when));
            addends.push_back(std::to_string(minutes_of(one.when)));
            if (&one != &passing) relate(result, one.slots.front(), "the assignment " + all.back());
        }
        for (std::size_t i = 0; i < day.rounds.size(); ++i) times.push_back(shown_time(day, day.round(i)));
        result.facts.set("assignments", rounds);
        result.facts.set("limit", too_long ? *bound("minutes") : *bound("meetings"));
        result.facts.set("times", listing(too_long ? all : times, ", "));
        result.facts.set("sum", listing(addends, " + "));
        if (too_long) result.facts.set("most-minutes", *bound("minutes"));
        if (over("meetings", rounds)) result.facts.set("most-assignments", *bound("meetings"));
        drafts_.push_back(std::move(result));
    }

    /// Of each number of days, sorted by the first day.
    std::vector<Excess> all_excesses(const std::vector<AssignmentDay>& days) const {
        static constexpr std::array<std::pair<std::string_view, std::int64_t>, 3> spans{
            {{"in-3-days", 3}, {"in-4-days", 4}, {"in-7-days", 7}}};
        std::vector<Excess> result;
        for (const auto& [argument, length] : spans)
            if (const auto most = bound(argument))
                for (const auto& one : excesses(days, length, *most)) result.push_back(one);
        std::stable_sort(result.begin(), result.end(),
                         [](const Excess& a, const Excess& b) { return a.first < b.first; });
        return result;
    }

    /// One finding for what overlaps, which says each number of days once.
    void span(const std::vector<AssignmentDay>& days, std::span<const Excess> found, std::size_t last) {
        const auto& told = *std::min_element(found.begin(), found.end(),
                                             [](const Excess& a, const Excess& b) { return a.days < b.days; });
        const auto& too_many = days[told.last].assignments.back();
        const auto& first = days[told.first].assignments.front();
        auto result = draft(days[told.first], {first.when.start, too_many.when.end}, 0, first.slots.front(),
                            last_slot(agenda_, too_many));
        result.at = agenda_.slots[too_many.slots.front()].time_at;
        result.label = "the assignment " + shown_time(days[told.last], too_many.when);
        std::int64_t sum = 0;
        for (auto i = told.first; i <= told.last; ++i)
            for (const auto& one : days[i].assignments) {
                sum += minutes_of(one.when);
                if (&one != &too_many)
                    relate(result, one.slots.front(),
                           "the assignment " + shown_time(days[i], one.when) + " on " +
                               time::format_date(days[i].course->date));
            }
        for (auto i = found.front().first; i <= last; ++i)
            result.about.push_back(agenda_.about(days[i].course->header));
        std::string spans;
        for (auto one = found.begin(); one != found.end(); ++one)
            if (std::none_of(found.begin(), one, [&](const Excess& e) { return e.days == one->days; }))
                spans += (spans.empty() ? "" : "; ") + std::to_string(one->days) + " days from " +
                         time::format_date(days[one->first].course->date) + ": " + std::to_string(one->rounds) + " > " +
                         std::to_string(one->most);
        result.facts.set("minutes", sum);
        result.facts.set("assignments", told.rounds);
        result.facts.set("limit", told.most);
        result.facts.set("last-date", time::format_date(days[told.last].course->date));
        result.facts.set("days", told.days);
        result.facts.set("spans", spans);
        drafts_.push_back(std::move(result));
    }

    const Agenda& agenda_;
    const finding::Arguments& arguments_;
    finding::Drafts& drafts_;
    std::string teams_;
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto chosen = selected_slots(context.agenda, context.selection);
    const auto days = assignment_days(context, chosen, declared_teams(context.agenda), arguments.duration("pause"));
    Finder finder{context, arguments, drafts};
    Outcome outcome;
    outcome.not_checked = unplaced(context, chosen);
    const auto& quantity = arguments.word("quantity");
    outcome.checked = quantity == "length"  ? finder.lengths(days)
                      : quantity == "pause" ? finder.pauses(days)
                      : quantity == "day"   ? finder.totals(days)
                                            : finder.spans(days);
    return outcome;
}

} // namespace assignments_check

const Check assignments{"assignments",
                        "interpreters' assignments: the length of one, their number and minutes in a day, their number "
                        "in a few days, the pause between two",
                        assignments_check::arguments_taken,
                        assignments_check::fields_given,
                        "minutes",
                        assignments_check::run,
                        "slot"};

} // namespace agenda::checks
