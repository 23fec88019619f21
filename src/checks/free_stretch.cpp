// SPDX-License-Identifier: MIT
// free-stretch: whether a day that goes on over noon leaves people a stretch to eat in, and how long it is. What the
// stretch is called does not matter: a lunch, a break or nothing at all is free; programme is not.
#include "checks/all.hpp"
#include "checks/stretches.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace agenda::checks {
namespace free_stretch_check {

using finding::Draft;
using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"find", ParameterType::name,
                 "a day without such a stretch, one whose longest is short, or one of which "
                 "optional slots that are not catered leave too little",
                 true, "missing short occupied"},
    ArgumentSpec{"window", ParameterType::window, "where the stretch has to lie"},
    ArgumentSpec{"shortest", ParameterType::duration, "a shorter one is none"},
    ArgumentSpec{"min", ParameterType::duration, "short: the shortest that passes", false},
    ArgumentSpec{"left", ParameterType::duration, "occupied: the shortest that passes", false},
    ArgumentSpec{"day-min", ParameterType::duration, "shorter days need none"},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "the longest free stretch, in minutes"},
    FieldSpec{"limit", true, "the shortest that passes"},
    FieldSpec{"start", true, "short, occupied: when it begins; missing: when the day's programme begins"},
    FieldSpec{"end", true, "short, occupied: when it ends; missing: when the day's programme ends"},
    FieldSpec{"window", true, "where it has to lie"},
    FieldSpec{"date", true, "the day"},
    FieldSpec{"where", false, "the track or room whose people are meant, where it is not everyone"},
    FieldSpec{"optional", false,
              "the optional slot that takes a part of it; occupied: the slots, the first five and how many more"},
};

struct Gap {
    When when;
    SlotIndex before, after;
};

/// One timeline's day, without what is optional.
struct Line {
    Place place;
    std::vector<Stretch> firm;
};

class DayFinder {
public:
    DayFinder(const Agenda& agenda, const DayCourse& course, const finding::Arguments& arguments)
        : agenda_(agenda), course_(course), arguments_(arguments),
          window_(arguments.window("window")), noon_{instant_at(agenda, course.date, window_.start),
                                                     instant_at(agenda, course.date, window_.end)} {
        for (const auto index : course.slots)
            if (agenda.slots[index].kind_class() == KindClass::meal && overlap(*agenda.slots[index].when, noon_))
                meals_.push_back(index);
        day_ = timelines(agenda, course);
        const auto optional = [&](SlotIndex index) { return agenda.slots[index].optional; };
        open_ = day_.shared;
        for (const auto& timeline : day_.lines)
            if (std::all_of(timeline.own.begin(), timeline.own.end(), optional))
                open_.insert(open_.end(), timeline.own.begin(), timeline.own.end());
        has_optional_ = std::any_of(course.slots.begin(), course.slots.end(), optional);
        shared_firm_ = busy_stretches(agenda, day_.shared, Attendance::firm, noon_);
        if (has_optional_) shared_all_ = busy_stretches(agenda, day_.shared, Attendance::all, noon_);
    }

    time::Instant noon_end() const { return noon_.end; }

    /// One finding for the day, which names the timelines that have nothing. Gives back how many go on over noon.
    std::size_t missing(finding::Drafts& drafts) const {
        std::size_t over = 0;
        std::optional<Line> first;
        std::vector<std::string> without;
        for (const auto& timeline : day_.lines) {
            auto line = line_of(timeline);
            if (!over_noon(line.firm)) continue;
            ++over;
            if (longest_inside(line.firm) >= arguments_.duration("shortest")) continue;
            without.push_back(called_plain(timeline.place));
            if (!first) first = std::move(line);
        }
        if (!first) return over;
        const auto& line = *first;
        auto draft = common(longest_inside(line.firm), arguments_.duration("shortest"));
        draft.at = agenda_.days[course_.header].at;
        draft.label = "no free stretch on this day";
        draft.about = {agenda_.about(course_.header)};
        draft.facts.set("start", shown(agenda_, course_.date, line.firm.front().when.start));
        draft.facts.set("end", shown(agenda_, course_.date, line.firm.back().when.end));
        if (without.size() < day_.lines.size()) draft.facts.set("where", enumerated(without));
        for (const auto& stretch : line.firm)
            for (const auto index : stretch.slots)
                if (overlap(*agenda_.slots[index].when, noon_)) draft.related.push_back(related(agenda_, index));
        drafts.push_back(std::move(draft));
        return over;
    }

    std::size_t too_short(finding::Drafts& drafts) const {
        std::size_t over = 0;
        std::set<std::vector<std::string>> told;
        for (const auto& timeline : day_.lines) {
            const auto line = line_of(timeline);
            if (over_noon(line.firm)) ++over;
            auto draft = short_meal(line, timeline.own);
            if (draft && told.insert(draft->about).second) drafts.push_back(std::move(*draft));
        }
        return over;
    }

    /// One finding for the day, which relates all the optional slots that leave those who go there too little.
    std::size_t occupied(finding::Drafts& drafts) const {
        std::size_t over = 0;
        auto draft = common(left(), left());
        auto least = left();
        std::set<SlotIndex> takers;
        std::set<When> gaps_seen; // what is open to all is held against each gap once
        for (const auto& timeline : day_.lines) {
            const auto line = line_of(timeline);
            const auto gap = longest_touching(line.firm);
            if (!gap || gap->when.length() < left() || !is_meal(line, *gap)) continue;
            ++over;
            const bool fresh = gaps_seen.insert(gap->when).second;
            for (const auto* slots : {fresh ? &open_ : &timeline.own, &timeline.own})
                for (const auto index : *slots) {
                    const auto free = free_beside(agenda_.slots[index], gap->when);
                    if (free >= left()) continue;
                    takers.insert(index);
                    if (free >= least) continue;
                    least = free;
                    draft.facts.set("start", shown(agenda_, course_.date, gap->when.start));
                    draft.facts.set("end", shown(agenda_, course_.date, gap->when.end));
                }
        }
        if (takers.empty()) return over;
        draft.facts.set("minutes", std::max(least, minutes{0}).count());
        add_takers(draft, takers);
        drafts.push_back(std::move(draft));
        return over;
    }

private:
    minutes left() const { return arguments_.duration_or("left", arguments_.duration("shortest")); }

    /// What of a gap is left before or after an optional slot that gives nothing to eat; all of it for other slots.
    static minutes free_beside(const Slot& slot, const When& gap) {
        if (!slot.optional || slot.catered || !slot.is_programme() || !overlap(*slot.when, gap))
            return time::whole_minutes(gap.length());
        return time::whole_minutes(std::max(slot.when->start - gap.start, gap.end - slot.when->end));
    }

    void add_takers(Draft& draft, const std::set<SlotIndex>& takers) const {
        std::vector<std::string> names;
        draft.at = agenda_.slots[*takers.begin()].time_at;
        draft.label = shown(agenda_, agenda_.slots[*takers.begin()]);
        for (const auto index : takers) {
            const auto& slot = agenda_.slots[index];
            names.push_back(called(slot));
            draft.about.push_back(agenda_.about(index));
            if (names.size() > 1) draft.related.push_back(related(agenda_, index));
        }
        sort_about(draft);
        draft.facts.set("optional", enumerated(names));
    }

    Line line_of(const Timeline& timeline) const {
        return {timeline.place,
                joined(shared_firm_, busy_stretches(agenda_, timeline.own, Attendance::firm, noon_), {})};
    }

    std::optional<Draft> short_meal(const Line& line, const std::vector<SlotIndex>& own) const {
        const auto gap = longest_touching(line.firm);
        if (!gap || !is_meal(line, *gap)) return std::nullopt;
        auto shortest = *gap;
        const bool by_choice = gap->when.length() >= least();
        if (by_choice) {
            if (!has_optional_) return std::nullopt;
            const auto left =
                longest_touching(joined(shared_all_, busy_stretches(agenda_, own, Attendance::all, noon_), {}));
            if (!left || left->when.length() >= least()) return std::nullopt;
            shortest = *left;
        }
        if (shortest.when.length() < arguments_.duration("shortest")) return std::nullopt;
        return short_gap(line.place, shortest, by_choice ? gap->when : shortest.when, by_choice);
    }

    /// The shortest meal that passes; a rule that gives none takes the shortest that is one.
    minutes least() const { return arguments_.duration_or("min", arguments_.duration("shortest")); }

    /// The programme begins by the window's begin, ends at or after its end, and is long enough to need a meal.
    bool over_noon(const std::vector<Stretch>& line) const {
        if (line.empty()) return false;
        const When day{line.front().when.start, line.back().when.end};
        return day.covers(noon_) && day.length() >= arguments_.duration("day-min");
    }

    static std::vector<Gap> gaps(const std::vector<Stretch>& line) {
        std::vector<Gap> result;
        for (std::size_t i = 1; i < line.size(); ++i)
            result.push_back(
                {{line[i - 1].when.end, line[i].when.start}, line[i - 1].slots.back(), line[i].slots.front()});
        return result;
    }

    minutes longest_inside(const std::vector<Stretch>& line) const {
        minutes longest{0};
        for (const auto& gap : gaps(line)) {
            const auto inside = intersection(gap.when, noon_);
            if (!inside.empty()) longest = std::max(longest, time::whole_minutes(inside.length()));
        }
        return longest;
    }

    std::optional<Gap> longest_touching(const std::vector<Stretch>& line) const {
        std::optional<Gap> longest;
        for (const auto& gap : gaps(line))
            if (overlap(gap.when, noon_) && (!longest || gap.when.length() > longest->when.length())) longest = gap;
        return longest;
    }

    /// On a whole day the longest free stretch around noon is the meal. On a shorter one, and in one of several rooms
    /// between which people may choose, only where a meal is written in it.
    bool is_meal(const Line& line, const Gap& gap) const {
        const bool one_of_several = line.place.sort == Place::Sort::room && day_.lines.size() > 1;
        return (over_noon(line.firm) && !one_of_several) || meal_in(line.place, gap.when).has_value();
    }

    /// A meal that is written for these people in this stretch.
    std::optional<SlotIndex> meal_in(Place place, const When& when) const {
        for (const auto index : meals_) {
            const auto of = agenda::line_of(agenda_.slots[index]);
            if ((of == Place{} || of == place) && overlap(*agenda_.slots[index].when, when)) return index;
        }
        return std::nullopt;
    }

    std::string called_plain(Place place) const {
        if (place.sort == Place::Sort::plenary) return "the plenary";
        return place.sort == Place::Sort::room ? called(agenda_.rooms[RoomIndex{place.index}])
                                               : called(agenda_.tracks[TrackIndex{place.index}]);
    }

    Draft common(minutes length, minutes limit) const {
        Draft draft;
        draft.facts = {{"minutes", length.count()},
                       {"limit", limit.count()},
                       {"start", std::string{}},
                       {"end", std::string{}},
                       {"window", time::format_range(window_)},
                       {"date", time::format_date(course_.date)}};
        return draft;
    }

    Draft short_gap(Place place, const Gap& gap, const When& whole, bool by_choice) const {
        auto draft = common(time::whole_minutes(gap.when.length()), least());
        draft.facts.set("start", shown(agenda_, course_.date, gap.when.start));
        draft.facts.set("end", shown(agenda_, course_.date, gap.when.end));
        draft.lowered = by_choice;
        const auto meal = meal_in(place, gap.when);
        const auto at = meal ? *meal : gap.before;
        draft.at = agenda_.slots[at].time_at;
        draft.label = shown(agenda_, agenda_.slots[at]);
        draft.about = {agenda_.about(at)};
        for (const auto index : {gap.before, gap.after}) {
            const auto& slot = agenda_.slots[index];
            const bool takes_part = by_choice && slot.optional && overlap(*slot.when, whole);
            if (takes_part) draft.facts.set("optional", called(slot));
            if (index == at) continue;
            draft.related.push_back(
                {slot.time_at, ticked_name(slot) + ", " + (takes_part ? "optional, " : "") + shown(agenda_, slot)});
            if (!meal || takes_part) draft.about.push_back(agenda_.about(index));
        }
        sort_about(draft);
        return draft;
    }

    const Agenda& agenda_;
    const DayCourse& course_;
    const finding::Arguments& arguments_;
    time::ClockRange window_;
    When noon_;
    DayTimelines day_;
    std::vector<SlotIndex> open_; ///< where everybody may go: without a place, or in a place of optional slots alone
    std::vector<Stretch> shared_firm_, shared_all_;
    bool has_optional_ = false;    ///< else `shared_all_` is empty
    std::vector<SlotIndex> meals_; ///< around noon
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    const auto& find = arguments.word("find");
    for (const auto& course : context.courses) {
        // What stands at an unreadable time may be the meal, or take it.
        outcome.add_not_checked(course.unplaced);
        if (!course.date.ok()) continue;
        const DayFinder day{context.agenda, course, arguments};
        if (course.known_until < day.noon_end()) continue;
        outcome.checked += find == "missing" ? day.missing(drafts)
                           : find == "short" ? day.too_short(drafts)
                                             : day.occupied(drafts);
    }
    return outcome;
}

} // namespace free_stretch_check

const Check free_stretch{"free-stretch",
                         "a stretch inside a window in which people are free",
                         free_stretch_check::arguments_taken,
                         free_stretch_check::fields_given,
                         "minutes",
                         free_stretch_check::run};

} // namespace agenda::checks
