// SPDX-License-Identifier: MIT
// calendar: dates against the calendar: a weekday that is not the date's, a day on which people rest, and a change of
// the event's clock near its days.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::checks {
namespace calendar_check {

using finding::Draft;
using finding::Drafts;
using finding::ParameterType;
using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

constexpr std::array arguments_taken{
    ArgumentSpec{"find", ParameterType::name,
                 "weekday: the weekday that a [[day]] says, or that its label names, is not that of its date. "
                 "rest-day: there is programme on a day on which people rest. clock-change: an event with people "
                 "elsewhere (hybrid, online, or with zones) is near a change of its clock",
                 true, "weekday rest-day clock-change"},
    ArgumentSpec{"monday", ParameterType::names,
                 "weekday: names of Monday; case and accents do not count, and in a label only those of five letters "
                 "or more do",
                 false},
    ArgumentSpec{"tuesday", ParameterType::names, "names of Tuesday", false},
    ArgumentSpec{"wednesday", ParameterType::names, "names of Wednesday", false},
    ArgumentSpec{"thursday", ParameterType::names, "names of Thursday", false},
    ArgumentSpec{"friday", ParameterType::names, "names of Friday", false},
    ArgumentSpec{"saturday", ParameterType::names, "names of Saturday", false},
    ArgumentSpec{"sunday", ParameterType::names, "names of Sunday", false},
    ArgumentSpec{"weekend", ParameterType::names, "rest-day: the weekdays on which people rest", false,
                 "monday tuesday wednesday thursday friday saturday sunday"},
    ArgumentSpec{"holidays", ParameterType::dates, "rest-day: holidays beside those of [event]", false},
    ArgumentSpec{"window-days", ParameterType::count,
                 "clock-change: up to so many days before or after a day of the event; at most 180", false},
};
constexpr std::array fields_given{
    FieldSpec{"date", true, "the day; clock-change: the day on which the clock changes"},
    FieldSpec{"weekday", true, "the weekday of that date"},
    FieldSpec{"written", true,
              "weekday: what is written; these five are empty, and `days` is 0, for what does not concern them"},
    FieldSpec{"key", true, "weekday: where: weekday or label"},
    FieldSpec{"holiday", false, "rest-day: who says that it is a holiday: `event.holidays`, or `holidays` of the rule"},
    FieldSpec{"zone", true, "clock-change: the event's time zone"},
    FieldSpec{"change", true, "clock-change: forward or back"},
    FieldSpec{"days", true, "clock-change: how many days lie between it and the nearest day of the event"},
    FieldSpec{"distance", true, "clock-change: the same in words: \"6 days after it\", \"during it\""},
};

std::string lowered_name(time::Date date) { return source::lowered(time::weekday_name(date)); }

Draft draft_of(time::Date date, Span at, std::string about) {
    Draft draft;
    draft.at = at;
    draft.about = {std::move(about)};
    draft.facts = {{"date", time::format_date(date)}, {"weekday", std::string{time::weekday_name(date)}}};
    for (const std::string_view other : {"written", "key", "zone", "change", "distance"}) draft.facts.set(other, "");
    draft.facts.set("days", std::int64_t{0});
    return draft;
}

// --- weekday

/// A written weekday: which one, counted from Monday, and the word.
struct Written {
    std::size_t weekday;
    std::string word;
};

class WeekdayFinder {
public:
    WeekdayFinder(const Agenda& agenda, const finding::Arguments& arguments) : agenda_(agenda) {
        for (std::size_t i = 0; i < weekdays.size(); ++i)
            for (const auto& name : arguments.words_or_none(weekdays[i]))
                for (auto& word : source::hyphenated_words(name)) names_.emplace(std::move(word), i);
    }

    void look(const Thing& thing, Drafts& drafts, Outcome& outcome) const {
        const auto& day = agenda_.days[DayIndex{thing.index}];
        if (!day.date.ok()) return;
        tell(thing, "weekday", day.weekday.value, 1, drafts, outcome);
        tell(thing, "label", day.label, 5, drafts, outcome);
    }

private:
    /// The one weekday that a text names; nothing for none, or for several ("Monday to Friday").
    std::optional<Written> named_in(std::string_view text, std::size_t letters) const {
        std::optional<Written> result;
        for (auto& word : source::hyphenated_words(text)) {
            const auto found = word.size() < letters ? names_.end() : names_.find(word);
            if (found == names_.end()) continue;
            if (result) return std::nullopt;
            result = Written{found->second, std::move(word)};
        }
        return result;
    }

    void tell(const Thing& thing, std::string_view key, const std::string& text, std::size_t letters, Drafts& drafts,
              Outcome& outcome) const {
        const auto written = named_in(text, letters);
        if (!written) return;
        ++outcome.checked;
        const auto& day = agenda_.days[DayIndex{thing.index}];
        if (weekdays[written->weekday] == lowered_name(day.date)) return;
        auto draft = draft_of(day.date, day.keys.at(key, day.at), about(agenda_, thing));
        draft.key = key;
        draft.label = std::string{"a "} + std::string{time::weekday_name(day.date)};
        draft.facts.set("written", text);
        draft.facts.set("key", std::string{key});
        draft.related = {{day.keys.at("date", day.at), "the date"}};
        drafts.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    std::map<std::string, std::size_t, std::less<>> names_;
};

// --- rest-day

/// Why people rest on a date: "" for its weekday, else who says that it is a holiday; nothing where they do not.
std::optional<std::string> rests(const Event& event, const finding::Arguments& arguments, time::Date date) {
    if (contains(event.holidays, date)) return "`event.holidays`";
    if (arguments.lists("holidays", time::format_date(date))) return "`holidays` of the rule";
    return arguments.lists("weekend", lowered_name(date)) ? std::optional<std::string>{""} : std::nullopt;
}

void find_rest_days(const Context& context, const finding::Arguments& arguments, Drafts& drafts, Outcome& outcome) {
    const auto& agenda = context.agenda;
    std::set<time::Date> told; // two [[day]] tables of one date are one day
    for (const auto& thing : selected(agenda, context.selection, Sort::day)) {
        const auto& day = agenda.days[DayIndex{thing.index}];
        const bool meets = std::any_of(day.slots.begin(), day.slots.end(), [&](SlotIndex slot) {
            return agenda.slots[slot].is_programme() && !agenda.slots[slot].cancelled;
        });
        if (!meets || !day.date.ok() || !told.insert(day.date).second) continue;
        ++outcome.checked;
        const auto holiday = rests(agenda.event, arguments, day.date);
        if (!holiday) continue;
        auto draft = draft_of(day.date, day.keys.at("date", day.at), about(agenda, thing));
        draft.label = time::weekday_name(day.date);
        if (!holiday->empty()) draft.facts.set("holiday", *holiday);
        drafts.push_back(std::move(draft));
    }
}

// --- clock-change

sys_days day_of(time::Instant instant) { return std::chrono::floor<days>(instant); }

/// The zone's offset differs between the two instants: the first at which it is the later one.
time::Instant change_between(const time::Zone& zone, time::Instant from, time::Instant until) {
    const auto later = zone.offset(until);
    while (until - from > std::chrono::seconds{1}) {
        const auto middle = from + (until - from) / 2;
        (zone.offset(middle) == later ? until : from) = middle;
    }
    return until;
}

std::string distance(std::int64_t apart) {
    if (apart == 0) return "during it";
    const auto count = std::abs(apart);
    return std::to_string(count) + (count == 1 ? " day " : " days ") + (apart < 0 ? "before it" : "after it");
}

/// How many days a date lies after the nearest of the event's days, negative before it.
std::int64_t apart(const std::vector<sys_days>& event, sys_days date) {
    const auto next = std::lower_bound(event.begin(), event.end(), date);
    if (next == event.end()) return (date - event.back()).count();
    if (next == event.begin()) return (date - event.front()).count();
    const auto since = (date - *(next - 1)).count();
    const auto until = (*next - date).count();
    return until <= since ? -until : since;
}

/// Each day is looked at once, however many of the event's days it is near.
void find_clock_changes(const Agenda& agenda, std::int64_t window, Drafts& drafts, Outcome& outcome) {
    const auto& event = agenda.event;
    const bool remote = !event.zones.empty() || event.mode.value_or(Mode::in_person) != Mode::in_person;
    std::vector<sys_days> dates;
    for (const auto& day : agenda.days)
        if (day.date.ok()) dates.emplace_back(day.date);
    if (!remote || !agenda.zone || dates.empty()) return;
    ++outcome.checked;
    std::sort(dates.begin(), dates.end());
    const days around{std::clamp<std::int64_t>(window, 0, 180)};
    auto looked = dates.front() - around - days{1};
    for (const auto date : dates)
        for (auto day = std::max(looked, date - around - days{1}); day < date + around; day += days{1}) {
            looked = day + days{1};
            // From one midnight of the zone to the next.
            const auto from = time::Instant{day + days{1}} - agenda.zone->offset(day + days{1});
            const auto until = from + days{1};
            const auto before = agenda.zone->offset(from);
            const auto after = agenda.zone->offset(until);
            if (before == after) continue;
            const auto change = change_between(*agenda.zone, from, until);
            const auto local_day = day_of(change + before);
            const auto far = apart(dates, local_day);
            if (std::abs(far) > around.count()) continue;
            auto draft = draft_of(local_day, event.timezone.at, "event");
            draft.key = time::format_date(local_day);
            draft.facts.set("zone", std::string{agenda.zone->name()});
            draft.facts.set("change", std::string{after > before ? "forward" : "back"});
            draft.facts.set("days", std::abs(far));
            draft.facts.set("distance", distance(far));
            drafts.push_back(std::move(draft));
        }
}

Outcome run(const Context& context, const finding::Arguments& arguments, Drafts& drafts) {
    Outcome outcome;
    const auto& find = arguments.word("find");
    if (find == "rest-day") {
        find_rest_days(context, arguments, drafts, outcome);
    } else if (find == "clock-change") {
        find_clock_changes(context.agenda, arguments.count_or("window-days", 0), drafts, outcome);
    } else {
        const WeekdayFinder finder{context.agenda, arguments};
        for (const auto& thing : selected(context.agenda, context.selection, Sort::day))
            finder.look(thing, drafts, outcome);
    }
    return outcome;
}

} // namespace calendar_check

const Check calendar{"calendar",
                     "dates agree with the calendar and the clock",
                     calendar_check::arguments_taken,
                     calendar_check::fields_given,
                     "days",
                     calendar_check::run,
                     "day"};

} // namespace agenda::checks
