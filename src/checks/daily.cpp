// SPDX-License-Identifier: MIT
// daily: what comes back every day - its first slot, its breaks - is not on one day as on the others. Each is held
// against the day with which most days agree; what differs is one finding.
#include "checks/all.hpp"
#include "checks/stretches.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace agenda::checks {
namespace daily_check {

using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"quantity", ParameterType::name,
                 "what is compared. Start: when the first selected slot of a day starts. Break: from when to when "
                 "nobody has to sit around a selected slot; the first, second, ... of a kind on each day with as many "
                 "of that kind",
                 true, "start break"},
    ArgumentSpec{"tolerance", ParameterType::duration, "a start or a length that differs by no more is the same"},
    ArgumentSpec{"arrival", ParameterType::flag, "a first day that starts later than the others is one of arrival",
                 false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot"},
    FieldSpec{"date", true, "the day on which it is otherwise"},
    FieldSpec{"other-date", true, "the day that it is held against"},
    FieldSpec{"start", true, "when it starts"},
    FieldSpec{"other-start", true, "when it starts on the other day"},
    FieldSpec{"end", true, "when it ends"},
    FieldSpec{"other-end", true, "when it ends on the other day"},
    FieldSpec{"minutes", true, "how long it is"},
    FieldSpec{"other-minutes", true, "how long it is on the other day"},
    FieldSpec{"difference", true, "the minutes by which start or length differ, whichever is more"},
    FieldSpec{"limit", true, "the tolerance in minutes"},
};

/// What one day has.
struct Daily {
    const DayCourse* course;
    SlotIndex slot;
    When when;
    minutes start; ///< on the clock of the day
};

minutes length(const Daily& daily) { return time::whole_minutes(daily.when.length()); }

minutes difference(const Daily& a, const Daily& b, bool lengths) {
    const auto starts = std::chrono::abs(a.start - b.start);
    return lengths ? std::max(starts, std::chrono::abs(length(a) - length(b))) : starts;
}

class Finder {
public:
    Finder(const Context& context, const finding::Arguments& arguments)
        : context_(context), breaks_(arguments.word("quantity") == "break"),
          arrival_(arguments.flag_or("arrival", false)), tolerance_(arguments.duration("tolerance")) {
        for (const auto& thing : selected(context.agenda, context.selection, Sort::slot))
            selected_.insert(SlotIndex{thing.index});
    }

    void run(Outcome& outcome, finding::Drafts& drafts) {
        for (const auto& course : context_.courses) {
            // What stands at an unreadable time may be what comes back every day.
            outcome.add_not_checked(course.unplaced);
            if (!course.unplaced.empty() || !course.date.ok()) continue;
            if (breaks_)
                read_breaks(course);
            else
                read_start(course);
        }
        for (const auto& [name, days] : series_) {
            if (days.size() < 2) continue;
            outcome.checked += days.size();
            compare(days, drafts);
        }
    }

private:
    Daily daily(const DayCourse& course, SlotIndex slot, const When& when) const {
        return {&course, slot, when, clock_at(context_.agenda, course.date, when.start).since_midnight};
    }

    void read_start(const DayCourse& course) {
        for (const auto index : course.slots)
            if (selected_.contains(index))
                return series_["start"].push_back(daily(course, index, *context_.agenda.slots[index].when));
    }

    void read_breaks(const DayCourse& course) {
        std::map<std::string_view, std::vector<SlotIndex>> kinds;
        for (const auto index : course.slots) {
            if (!selected_.contains(index)) continue;
            const auto& slot = context_.agenda.slots[index];
            auto& all = kinds[slot.kind];
            // One break in several rooms is one.
            if (all.empty() || context_.agenda.slots[all.back()].when->end <= slot.when->start) all.push_back(index);
        }
        if (kinds.empty()) return;
        const auto sittings = stretches(context_.agenda, course.slots, Attendance::firm);
        for (const auto& [kind, all] : kinds)
            for (std::size_t i = 0; i < all.size(); ++i)
                series_[std::string{kind} + " " + std::to_string(i) + " of " + std::to_string(all.size())].push_back(
                    daily(course, all[i], around(sittings, *context_.agenda.slots[all[i]].when)));
    }

    /// From the sitting before to the one after; the break's own time where somebody sits through it, or nobody before
    /// or after.
    static When around(const std::vector<Stretch>& sittings, When when) {
        const auto after = std::partition_point(sittings.begin(), sittings.end(),
                                                [&](const Stretch& sitting) { return sitting.when.end <= when.start; });
        if (after != sittings.end() && after->when.start < when.end) return when;
        if (after == sittings.begin() || after == sittings.end()) return when;
        return {std::prev(after)->when.end, after->when.start};
    }

    void compare(std::span<const Daily> days, finding::Drafts& drafts) const {
        if (arrival_ && days.front().start > most_agreed(days.subspan(1)).start + tolerance_) days = days.subspan(1);
        const auto& usual = most_agreed(days);
        std::vector<Daily> others;
        for (const auto& day : days)
            if (difference(day, usual, breaks_) > tolerance_) others.push_back(day);
        if (!others.empty()) drafts.push_back(draft_of(others, usual));
    }

    /// The first of those that agree with the most days. Each distinct value is tried once, a hundred of them at most.
    const Daily& most_agreed(std::span<const Daily> days) const {
        std::set<std::pair<minutes, minutes>> tried;
        const Daily* best = nullptr;
        std::ptrdiff_t most = 0;
        for (const auto& day : days) {
            if (tried.size() == 100) break;
            if (!tried.insert({day.start, breaks_ ? length(day) : minutes{0}}).second) continue;
            const auto agreeing = std::count_if(days.begin(), days.end(), [&](const Daily& other) {
                return difference(day, other, breaks_) <= tolerance_;
            });
            if (agreeing > most) best = &day;
            most = std::max(most, agreeing);
        }
        return *best;
    }

    finding::Draft draft_of(const std::vector<Daily>& others, const Daily& usual) const {
        const auto& agenda = context_.agenda;
        const auto& first = others.front();
        finding::Draft draft;
        const auto relate = [&](const Daily& day) {
            const auto& slot = agenda.slots[day.slot];
            draft.about.push_back(agenda.about(day.slot));
            if (&day != &first)
                draft.related.push_back({slot.time_at, ticked_name(slot) + ", " + time::format_date(day.course->date) +
                                                           " " + shown(agenda, slot, day.when)});
        };
        relate(usual);
        for (const auto& day : others) relate(day);
        sort_about(draft);
        const auto& slot = agenda.slots[first.slot];
        draft.at = slot.time_at;
        draft.label = shown(agenda, slot);
        draft.key = breaks_ ? "break" : "start";
        draft.facts = {{"what", called(slot)},
                       {"date", time::format_date(first.course->date)},
                       {"other-date", time::format_date(usual.course->date)},
                       {"start", shown(agenda, first.course->date, first.when.start)},
                       {"other-start", shown(agenda, usual.course->date, usual.when.start)},
                       {"end", shown(agenda, first.course->date, first.when.end)},
                       {"other-end", shown(agenda, usual.course->date, usual.when.end)},
                       {"minutes", std::int64_t{length(first).count()}},
                       {"other-minutes", std::int64_t{length(usual).count()}},
                       {"difference", std::int64_t{difference(first, usual, breaks_).count()}},
                       {"limit", std::int64_t{tolerance_.count()}}};
        return draft;
    }

    const Context& context_;
    bool breaks_, arrival_;
    minutes tolerance_;
    std::set<SlotIndex> selected_;
    std::map<std::string, std::vector<Daily>> series_; ///< what is compared, by name; in the order of the dates
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    Finder{context, arguments}.run(outcome, drafts);
    return outcome;
}

} // namespace daily_check

const Check daily{"daily",
                  "what comes back every day is not on one day as on the others",
                  daily_check::arguments_taken,
                  daily_check::fields_given,
                  "difference",
                  daily_check::run,
                  "slot"};

} // namespace agenda::checks
