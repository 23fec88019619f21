// SPDX-License-Identifier: MIT
// window: what is selected lies inside windows, touches one, or keeps out of them. Where the windows come from is an
// argument.
#include "checks/all.hpp"
#include "checks/window_sources.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::checks {
namespace window_check {

using finding::Arguments;
using finding::Draft;
using finding::Drafts;
using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{
        "from", ParameterType::name,
        "who says the windows. rule (the standard): the arguments below; day: start and end of the [[day]], "
        "else the arguments; dates: event.dates, as whole days; interpretation: event.interpretation, else the "
        "arguments, and nothing where it is not declared; room: `available` of the slot's room, else of the "
        "room that it is a part of; person: arrives, leaves and unavailable; slot: the slot around an item; "
        "zones: the arguments on the clock of each of event.zones",
        false, source_words},
    ArgumentSpec{"windows", ParameterType::windows, "the windows of every day; those that touch are one", false},
    ArgumentSpec{"window", ParameterType::window, "one more of them", false},
    ArgumentSpec{"earliest", ParameterType::clock, "nothing before", false},
    ArgumentSpec{"latest", ParameterType::clock, "nothing after; up to 29:59, which is next morning", false},
    ArgumentSpec{"lies", ParameterType::name,
                 "inside (the standard): wholly in one window; touching: some of it in one; outside: nothing of it in "
                 "any. Nested breaks of a slot do not count; with `breaks-inside` it may lie in several windows",
                 false, "inside touching outside"},
    ArgumentSpec{"days", ParameterType::names, "the days on which this holds; none named: every day", false,
                 "first last monday tuesday wednesday thursday friday saturday sunday"},
    ArgumentSpec{"per", ParameterType::name, "day: what lies wrong on one day (in one zone) is one finding", false,
                 "thing day"},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the thing; of a person in a slot, the person's"},
    FieldSpec{"slot", true, "the name of the slot that it is or is in; empty for a day"},
    FieldSpec{"kind", true, "the slot's kind; empty for a day"},
    FieldSpec{"date", true, "the day"},
    FieldSpec{"start", true, "its start, or that of the part that lies wrong; empty for a day"},
    FieldSpec{"end", true, "its end"},
    FieldSpec{"window", true, "the windows, or the event's dates; of a person, why not"},
    FieldSpec{"how", true, "how it lies wrong: \"ends 15 min after 18:00\", \"arrives at 14:00\""},
    FieldSpec{"edge", false, "the same, where it belongs to one window and passes an edge of it"},
    FieldSpec{"minutes", true, "how much of it lies wrong; of several, the most"},
    FieldSpec{"early", false, "how many minutes before the window it starts"},
    FieldSpec{"late", false, "how many minutes after the window it ends"},
    FieldSpec{"room", true, "the room whose windows these are; empty where it is no room's"},
    FieldSpec{"zone", true, "the zone of the audience; empty where it is none"},
    FieldSpec{"there", true, "its time on the clock of that zone"},
    FieldSpec{"count", false, "of several in one finding: how many"},
    FieldSpec{"slots", false, "their names, the first five and how many more"},
};

/// A subject that lies wrong.
struct Wrong {
    Subject subject;
    Held held;
    Misfit misfit;
};

Lies lies_of(const Arguments& arguments) {
    const auto lies = arguments.word_or("lies", "inside");
    return lies == "touching" ? Lies::touching : lies == "outside" ? Lies::outside : Lies::inside;
}

/// The days of the argument as a condition; empty for every day.
Conditions day_conditions(const Arguments& arguments) {
    const auto& days = arguments.words_or_none("days");
    return days.empty() ? Conditions{} : Conditions{{"day", days}};
}

std::string minutes_text(time::minutes minutes) { return std::to_string(minutes.count()) + " min"; }

std::string how(const Wrong& wrong, Lies lies) {
    const auto& [part, sum, early, late, window] = wrong.misfit;
    if (!wrong.held.reason.empty()) return wrong.held.reason;
    if (lies == Lies::outside) return "takes " + minutes_text(sum) + " of " + time::format_range(*window);
    if (lies == Lies::touching) return "lies wholly outside " + wrong.held.text();
    std::string result;
    if (early) result = "starts " + minutes_text(*early) + " before " + time::format_clock(window->start);
    if (late)
        result += (early ? " and ends " : "ends ") + minutes_text(*late) + " after " + time::format_clock(window->end);
    if (!result.empty()) return result;
    return "lies " +
           (sum.count() < (part.end.since_midnight - part.start.since_midnight).count() ? minutes_text(sum) + " "
                                                                                        : "") +
           "outside " + wrong.held.text();
}

Draft draft_of(const Agenda& agenda, const Wrong& wrong, Lies lies) {
    const auto& subject = wrong.subject;
    const auto* item = subject.thing.sort == Sort::item ? &subject.slot.items[subject.thing.part] : nullptr;
    Draft draft;
    draft.at = item && item->keys.has("time") ? item->time_at : subject.slot.time_at;
    if (subject.person) draft.at = subject.slot.people[subject.thing.part].at;
    draft.label = how(wrong, lies);
    draft.about = wrong.held.about;
    draft.about.push_back(about(agenda, subject.thing));
    sort_about(draft);
    draft.key = item ? item->title : wrong.held.zone;
    draft.related = wrong.held.related;
    // On another clock the part is another's time.
    const auto& part = wrong.held.zone.empty() ? wrong.misfit.part : subject.clock;
    draft.facts = {{"what", name_of(agenda, subject)},
                   {"slot", called(subject.slot)},
                   {"kind", subject.slot.kind},
                   {"date", time::format_date(subject.date)},
                   {"start", time::format_clock(part.start)},
                   {"end", time::format_clock(part.end)},
                   {"window", wrong.held.text()},
                   {"how", draft.label},
                   {"minutes", wrong.misfit.wrong.count()},
                   {"room", wrong.held.room},
                   {"zone", wrong.held.zone},
                   {"there", wrong.held.zone.empty() ? "" : time::format_range(wrong.misfit.part)}};
    if (wrong.misfit.early || wrong.misfit.late) draft.facts.set("edge", draft.label);
    if (wrong.misfit.early) draft.facts.set("early", wrong.misfit.early->count());
    if (wrong.misfit.late) draft.facts.set("late", wrong.misfit.late->count());
    return draft;
}

/// All that lies wrong on a day in one finding, at the first of it.
Draft draft_of_day(const Agenda& agenda, const std::vector<Wrong>& all, Lies lies) {
    auto draft = draft_of(agenda, all.front(), lies);
    draft.about.push_back(agenda.about(all.front().subject.slot.day));
    if (all.size() > 1) {
        auto span = all.front().subject.clock;
        auto most = all.front().misfit.wrong;
        std::vector<std::string> names;
        for (const auto& one : all) {
            const auto& subject = one.subject;
            span = {std::min(span.start, subject.clock.start), std::max(span.end, subject.clock.end)};
            most = std::max(most, one.misfit.wrong);
            names.push_back(called(subject.slot));
            if (&one == &all.front()) continue;
            draft.about.push_back(about(agenda, subject.thing));
            draft.about.insert(draft.about.end(), one.held.about.begin(), one.held.about.end());
            draft.related.push_back({subject.slot.time_at, name_of(agenda, subject) + " " + how(one, lies)});
        }
        draft.facts.set("start", time::format_clock(span.start));
        draft.facts.set("end", time::format_clock(span.end));
        draft.facts.set("minutes", most.count());
        draft.facts.set("count", static_cast<std::int64_t>(all.size()));
        draft.facts.set("slots", enumerated(names));
    }
    sort_about(draft);
    return draft;
}

class Finder {
public:
    Finder(const Context& context, const Arguments& arguments, Drafts& drafts)
        : agenda_(context.agenda), arguments_(arguments), drafts_(drafts), lies_(lies_of(arguments)),
          per_day_(arguments.word_or("per", "thing") == "day"), source_(arguments) {}

    Outcome run(const Selection& selection) {
        if (!may_hold(agenda_, source_)) return {};
        const auto on_days = day_conditions(arguments_);
        for (const auto& thing : selected(agenda_, selection, Sort::slot))
            if (slot_of(agenda_, thing) && fits(agenda_, on_days, thing)) look_at(thing);
        for (const auto& [day, all] : days_) {
            drafts_.push_back(draft_of_day(agenda_, all, lies_));
            drafts_.back().lowered = by_choice(all);
        }
        outcome_.not_checked.assign(not_checked_.begin(), not_checked_.end());
        return std::move(outcome_);
    }

private:
    void look_at(const Thing& thing) {
        const auto subject = subject_of(agenda_, thing, source_);
        if (!subject) return;
        auto all = held_against(agenda_, source_, *subject);
        if (all.empty()) return;
        if (!subject->placed) {
            if (subject->slot.kind_class() != KindClass::note) not_checked_.insert(SlotIndex{thing.index});
            return;
        }
        ++outcome_.checked;
        for (auto& held : all) hold(*subject, std::move(held));
    }

    void hold(const Subject& subject, Held held) {
        // A slot with breaks of its own may have one over the whole of a window.
        if (subject.breaks_inside && lies_ == Lies::outside)
            std::erase_if(held.windows, [&](const time::ClockRange& window) { return subject.clock.covers(window); });
        if (held.windows.empty()) return;
        auto found =
            misfit(held.parts, held.windows, subject.sometime && lies_ == Lies::inside ? Lies::touching : lies_);
        if (!found || (subject.person && !people_.emplace(subject.thing.index, *subject.person).second)) return;
        Wrong wrong{subject, std::move(held), std::move(*found)};
        if (per_day_) {
            auto& day = days_[{subject.date, wrong.held.zone}];
            day.push_back(std::move(wrong));
            return;
        }
        drafts_.push_back(draft_of(agenda_, wrong, lies_));
        drafts_.back().lowered = by_choice({wrong});
    }

    /// Rooms, people, interpreters and the slot around an item are not there by choice, even for optional slots.
    bool by_choice(const std::vector<Wrong>& all) const {
        return listed("rule day zones", source_.from) &&
               std::all_of(all.begin(), all.end(), [](const Wrong& one) { return one.subject.slot.optional; });
    }

    const Agenda& agenda_;
    const Arguments& arguments_;
    Drafts& drafts_;
    Lies lies_;
    bool per_day_;
    WindowSource source_;
    Outcome outcome_;
    std::set<SlotIndex> not_checked_;
    std::set<std::pair<std::uint32_t, PersonIndex>> people_; ///< told: a person in a slot once
    std::map<std::pair<time::Date, std::string>, std::vector<Wrong>> days_;
};

/// One date is one day, two are those and all between; more are a list.
bool among(const std::set<time::Date>& dates, time::Date date) {
    if (dates.size() > 2) return dates.contains(date);
    return *dates.begin() <= date && date <= *dates.rbegin();
}

std::string shown(const std::set<time::Date>& dates) {
    if (dates.size() < 3)
        return time::format_date(*dates.begin()) +
               (dates.size() == 2 ? " to " + time::format_date(*dates.rbegin()) : "");
    std::vector<std::string> result;
    for (const auto date : dates) result.push_back(time::format_date(date));
    return first_few(result);
}

Outcome run_dates(const Context& context, Lies lies, Drafts& drafts) {
    const auto& agenda = context.agenda;
    const std::set<time::Date> dates{agenda.event.dates.begin(), agenda.event.dates.end()};
    Outcome outcome;
    std::set<time::Date> told; // two tables of one date are one day
    if (dates.empty()) return outcome;
    for (const auto& thing : selected(agenda, context.selection, Sort::slot)) {
        const auto* slot = slot_of(agenda, thing);
        const auto& day = day_of(agenda, thing);
        if (!day.date.ok()) continue;
        ++outcome.checked;
        const bool wrong = among(dates, day.date) == (lies == Lies::outside);
        if (!wrong || (!slot && !told.insert(day.date).second)) continue;
        Draft draft;
        draft.at = slot ? slot->time_at : day.keys.at("date", day.at);
        draft.label =
            std::string{"lies "} + (lies == Lies::outside ? "on the dates" : "outside the dates") + " of the event";
        draft.about = {about(agenda, thing)};
        draft.related = {{agenda.event.dates_at, "the dates of the event"}};
        draft.facts = {{"what", called(agenda, thing)},
                       {"slot", slot ? called(*slot) : ""},
                       {"kind", slot ? slot->kind : ""},
                       {"date", time::format_date(day.date)},
                       {"start", std::string{}},
                       {"end", std::string{}},
                       {"window", shown(dates)},
                       {"how", draft.label},
                       {"minutes", std::int64_t{24 * 60}},
                       {"room", std::string{}},
                       {"zone", std::string{}},
                       {"there", std::string{}}};
        drafts.push_back(std::move(draft));
    }
    return outcome;
}

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    if (arguments.word_or("from", "rule") == "dates") return run_dates(context, lies_of(arguments), drafts);
    return Finder{context, arguments, drafts}.run(context.selection);
}

} // namespace window_check

const Check window{"window",
                   "what is selected lies inside windows, touches one, or keeps out of them",
                   window_check::arguments_taken,
                   window_check::fields_given,
                   "minutes",
                   window_check::run,
                   "slot item appearance day"};

} // namespace agenda::checks
