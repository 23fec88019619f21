// SPDX-License-Identifier: MIT
// changeover: too little time between consecutive bookings of one resource: a person, a room, the people who follow one
// timeline, a day's end and the next day's start. Bookings that overlap are no changeover.
#include "checks/all.hpp"
#include "checks/audience.hpp"
#include "checks/places.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace agenda::checks {
namespace changeover_check {

using finding::Arguments;
using finding::Draft;
using finding::Drafts;
using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"resource", ParameterType::name,
                 "whose bookings follow one another. people: a person's slots; rooms: the slots of a room; audience: "
                 "what the people of a track, or of the whole programme, go to one after the other; days: a day's end "
                 "and the next day's start",
                 true, "people rooms audience days"},
    ArgumentSpec{"min", ParameterType::duration, "rooms, audience, days: the shortest time that passes", false},
    ArgumentSpec{"recommended", ParameterType::duration, "audience: the shortest time from room to room that is good",
                 false},
    ArgumentSpec{"format-change", ParameterType::duration,
                 "audience: the same within one room where the next slot needs it set up in another way", false},
    ArgumentSpec{"formats", ParameterType::names, "audience: kinds that need a room set up in a way of their own",
                 false},
    ArgumentSpec{"same-room", ParameterType::duration, "people: the shortest time that passes within one room", false},
    ArgumentSpec{"same-building", ParameterType::duration,
                 "people: the same between rooms of one building, or of which the buildings are not both given", false},
    ArgumentSpec{"other-building", ParameterType::duration, "people: the same between two buildings", false},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how much time there is; of several pairs, the least"},
    FieldSpec{"limit", true, "the shortest that passes, in minutes"},
    FieldSpec{"bound", true, "which limit that is: walk, or the name of an argument"},
    FieldSpec{"asked", true, "at least or recommended"},
    FieldSpec{"change", true, "what changes: rooms, formats, or nothing"},
    FieldSpec{"who", true, "the person's or the room's name; of days, the date of the first; of an audience, empty"},
    FieldSpec{"before", true, "the name of the slot before; of several, the first five and how many more"},
    FieldSpec{"after", true, "the name of the slot after; the same"},
    FieldSpec{"from", true, "where the slot before is: room `Aula`, rooms `A`, `B`, the plenary"},
    FieldSpec{"to", true, "where the slot after is"},
    FieldSpec{"end", true, "when the slot before ends"},
    FieldSpec{"start", true, "when the slot after starts"},
    FieldSpec{"date", true, "the day of the slot after"},
};

/// One booking of a resource.
struct Booked {
    SlotIndex slot;
    When when;
    Span at;
    bool remote = false; ///< a person who is not in the room
};

/// Slots that end and those that follow them.
struct Pairs {
    std::vector<Booked> before, after;
    minutes gap{}, limit{};
    std::string_view bound, change;
};

/// Calls `follows(a, b)` for each booking that starts when all before it are over, with the last of those to end.
template <class Follows> void consecutive(const std::vector<Booked>& sorted, Follows follows) {
    const Booked* last = nullptr;
    for (const auto& next : sorted) {
        if (last && next.when.start >= last->when.end && next.slot != last->slot) follows(*last, next);
        if (!last || next.when.end > last->when.end) last = &next;
    }
}

minutes gap_of(const Booked& a, const Booked& b) { return time::whole_minutes(b.when.start - a.when.end); }

/// "room `Aula`", "rooms `A`, `B`".
std::string where(const Agenda& agenda, const std::vector<Booked>& booked) {
    std::set<Place> places;
    for (const auto& one : booked) places.insert(place_of(agenda, agenda.slots[one.slot]));
    if (places.size() == 1) return called(agenda, *places.begin());
    std::vector<std::string> rooms;
    for (const auto& place : places)
        if (place.sort == Place::Sort::room) rooms.push_back(called(agenda.rooms[RoomIndex{place.index}]));
    return "rooms " + enumerated(rooms);
}

std::string names_of(const Agenda& agenda, const std::vector<Booked>& booked) {
    std::vector<std::string> result;
    for (const auto& one : booked) result.push_back(called(agenda.slots[one.slot]));
    return enumerated(result);
}

Draft draft_of(const Agenda& agenda, const Pairs& pairs, std::string who) {
    const auto& a = pairs.before.front();
    const auto& b = pairs.after.front();
    const auto date_of = [&](const Booked& one) { return agenda.days[agenda.slots[one.slot].day].date; };
    Draft draft;
    draft.at = a.at;
    draft.label = "ends " + shown(agenda, date_of(a), a.when.end);
    for (const auto* side : {&pairs.before, &pairs.after})
        for (const auto& one : *side) {
            const auto& slot = agenda.slots[one.slot];
            draft.about.push_back(agenda.about(one.slot));
            if (&one != &a) draft.related.push_back({one.at, ticked_name(slot) + ", " + shown(agenda, slot, one.when)});
        }
    draft.facts = {{"minutes", pairs.gap.count()},
                   {"limit", pairs.limit.count()},
                   {"bound", std::string{pairs.bound}},
                   {"asked", std::string{pairs.bound == "recommended" || pairs.bound == "format-change" ? "recommended"
                                                                                                        : "at least"}},
                   {"change", std::string{pairs.change}},
                   {"who", std::move(who)},
                   {"before", names_of(agenda, pairs.before)},
                   {"after", names_of(agenda, pairs.after)},
                   {"from", where(agenda, pairs.before)},
                   {"to", where(agenda, pairs.after)},
                   {"end", shown(agenda, date_of(a), a.when.end)},
                   {"start", shown(agenda, date_of(b), b.when.start)},
                   {"date", time::format_date(date_of(b))}};
    return draft;
}

void about_too(Draft& draft, std::string id) {
    draft.about.push_back(std::move(id));
    sort_about(draft);
}

Booked booked_of(const Agenda& agenda, SlotIndex index) {
    return {index, *agenda.slots[index].when, agenda.slots[index].time_at};
}

class Finder {
public:
    Finder(const Context& context, const Arguments& arguments, Drafts& drafts)
        : context_(context), agenda_(context.agenda), arguments_(arguments), drafts_(drafts), walks_(context.agenda),
          selected_(selected_slots(agenda_, context.selection)) {}

    Outcome run() {
        const auto& resource = arguments_.word("resource");
        if (resource == "people") people();
        if (resource == "rooms") rooms();
        if (resource == "audience")
            for (const auto& course : context_.courses) audience(course);
        if (resource == "days") days();
        outcome_.not_checked = unplaced(context_, selected_);
        return std::move(outcome_);
    }

private:
    bool is_selected(SlotIndex index) const { return selected_[static_cast<std::size_t>(index)]; }

    /// The time that a person needs from one slot to the next, and why; nothing where one of the rooms is not known.
    std::optional<std::pair<minutes, std::string_view>> needed(const Booked& a, const Booked& b) const {
        const auto& from = agenda_.slots[a.slot];
        const auto& to = agenda_.slots[b.slot];
        if (a.remote || b.remote || (from.plenary && to.plenary)) return std::nullopt;
        const auto way = way_between(agenda_, walks_, from, to);
        if (!way) return std::nullopt;
        if (way->walk) return std::pair{*way->walk, std::string_view{"walk"}};
        const auto limit = arguments_.given<minutes>(way->bound);
        return limit ? std::optional{std::pair{*limit, way->bound}} : std::nullopt;
    }

    void people() {
        for (const auto& stage : context_.stage) {
            std::vector<Booked> booked;
            for (const auto& time : stage.times) {
                const auto& appearance = agenda_.slots[time.slot].people[time.appearance];
                if (is_selected(time.slot))
                    booked.push_back({time.slot, time.when, appearance.at, appearance.mode == "remote"});
            }
            consecutive(booked, [&](const Booked& a, const Booked& b) {
                const auto need = needed(a, b);
                if (!need) return;
                ++outcome_.checked;
                if (gap_of(a, b) >= need->first) return;
                auto draft = draft_of(agenda_,
                                      {{a},
                                       {b},
                                       gap_of(a, b),
                                       need->first,
                                       need->second,
                                       need->second == "same-room" ? "nothing" : "rooms"},
                                      called(agenda_.people[stage.person]));
                about_too(draft, agenda_.about(stage.person));
                draft.lowered = agenda_.slots[a.slot].optional || agenda_.slots[b.slot].optional;
                drafts_.push_back(std::move(draft));
            });
        }
    }

    void rooms() {
        std::map<Place, std::vector<Booked>> by_room;
        for (const auto& course : context_.courses)
            for (const auto index : course.slots) {
                const auto place = place_of(agenda_, agenda_.slots[index]);
                if (place.sort != Place::Sort::room || !is_selected(index)) continue;
                if (!agenda_.rooms[RoomIndex{place.index}].shared) by_room[place].push_back(booked_of(agenda_, index));
            }
        for (auto& [place, booked] : by_room) {
            std::stable_sort(booked.begin(), booked.end(),
                             [](const Booked& a, const Booked& b) { return a.when < b.when; });
            consecutive(booked, [&](const Booked& a, const Booked& b) {
                ++outcome_.checked;
                const auto min = arguments_.given<minutes>("min");
                if (!min || gap_of(a, b) >= *min) return;
                const RoomIndex room{place.index};
                auto draft =
                    draft_of(agenda_, {{a}, {b}, gap_of(a, b), *min, "min", "nothing"}, called(agenda_.rooms[room]));
                about_too(draft, agenda_.about(room));
                drafts_.push_back(std::move(draft));
            });
        }
    }

    /// What is over by six in the morning and begins soon after the evening before is a part of that.
    bool goes_on(const std::optional<Booked>& evening, SlotIndex index) const {
        constexpr minutes soon{4 * 60};
        return evening && agenda_.slots[index].is_over_by_six() && gap_of(*evening, booked_of(agenda_, index)) <= soon;
    }

    void days() {
        std::optional<Booked> last;
        time::Date evening{};
        for (const auto& course : context_.courses) {
            std::optional<Booked> first, end;
            for (const auto index : course.slots) {
                if (!is_selected(index)) continue;
                if (!first && goes_on(last, index)) {
                    if (agenda_.slots[index].when->end > last->when.end) last = booked_of(agenda_, index);
                    continue;
                }
                if (!first) first = booked_of(agenda_, index);
                if (!end || agenda_.slots[index].when->end > end->when.end) end = booked_of(agenda_, index);
            }
            if (!first) continue;
            if (last && first->when.start > last->when.end) {
                ++outcome_.checked;
                const auto min = arguments_.given<minutes>("min");
                if (min && gap_of(*last, *first) < *min)
                    drafts_.push_back(draft_of(agenda_,
                                               {{*last}, {*first}, gap_of(*last, *first), *min, "min", "nothing"},
                                               time::format_date(evening)));
            }
            if (!last || end->when.end > last->when.end) {
                last = end;
                evening = course.date;
            }
        }
    }

    /// All that follow one slot of everybody's, or come before one, are one finding.
    void audience(const DayCourse& course) {
        std::map<std::pair<SlotIndex, bool>, Pairs> found;
        for (const auto& step : audience_steps(agenda_, course)) {
            if (!is_selected(step.before) || !is_selected(step.after)) continue;
            const auto pairs = tight(step);
            if (!pairs) continue;
            const bool by_after = step.to_all && !step.from_all;
            const auto [at, fresh] = found.try_emplace({by_after ? step.after : step.before, by_after}, *pairs);
            if (!fresh) add(at->second, *pairs);
        }
        for (auto& [key, pairs] : found) {
            each_once(pairs.before);
            each_once(pairs.after);
            drafts_.push_back(draft_of(agenda_, pairs, {}));
        }
    }

    /// Nothing where there is time enough, or a room is not known.
    std::optional<Pairs> tight(const Step& step) {
        const auto way = way_between(agenda_, walks_, agenda_.slots[step.before], agenda_.slots[step.after]);
        if (!way) return std::nullopt;
        ++outcome_.checked;
        const bool moves = way->bound != "same-room";
        const bool plenary = step.from_all || step.to_all;
        if (!moves && (plenary || format(step.before) == format(step.after))) return std::nullopt;
        const auto a = booked_of(agenda_, step.before);
        const auto b = booked_of(agenda_, step.after);
        const auto gap = gap_of(a, b);
        const auto min = arguments_.duration_or("min", minutes{0});
        const auto good = arguments_.duration_or(moves ? "recommended" : "format-change", minutes{0});
        if (gap >= min && gap >= good) return std::nullopt;
        const std::string_view bound = gap < min ? "min" : moves ? "recommended" : "format-change";
        return Pairs{{a}, {b}, gap, gap < min ? min : good, bound, moves ? "rooms" : "formats"};
    }

    static void add(Pairs& to, const Pairs& pairs) {
        to.before.push_back(pairs.before.front());
        to.after.push_back(pairs.after.front());
        if (pairs.gap >= to.gap) return;
        to.gap = pairs.gap;
        to.limit = pairs.limit;
        to.bound = pairs.bound;
    }

    /// The slot that several pairs have in common is in each of them.
    static void each_once(std::vector<Booked>& booked) {
        std::sort(booked.begin(), booked.end(),
                  [](const Booked& a, const Booked& b) { return std::tie(a.when, a.slot) < std::tie(b.when, b.slot); });
        const auto same = [](const Booked& a, const Booked& b) { return a.slot == b.slot; };
        booked.erase(std::unique(booked.begin(), booked.end(), same), booked.end());
    }

    /// The kind where it needs a room of its own making; all others sit in rows.
    std::string_view format(SlotIndex index) const {
        const auto& kind = agenda_.slots[index].kind;
        return arguments_.lists("formats", kind) ? std::string_view{kind} : std::string_view{};
    }

    const Context& context_;
    const Agenda& agenda_;
    const Arguments& arguments_;
    Drafts& drafts_;
    Walks walks_;
    std::vector<bool> selected_;
    Outcome outcome_;
};

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    return Finder{context, arguments, drafts}.run();
}

} // namespace changeover_check

const Check changeover{"changeover",
                       "too little time between consecutive bookings of one resource",
                       changeover_check::arguments_taken,
                       changeover_check::fields_given,
                       "minutes",
                       changeover_check::run,
                       "slot"};

} // namespace agenda::checks
