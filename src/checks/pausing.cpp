// SPDX-License-Identifier: MIT
// pausing: whether the pauses of one timeline are pauses of the others as well. A pause is shared with a timeline that
// is free for long enough within it, whatever stands there.
#include "checks/all.hpp"
#include "checks/stretches.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace agenda::checks {
namespace pausing_check {

using finding::Arguments;
using finding::Draft;
using finding::Drafts;
using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{"min-shared", ParameterType::duration,
                 "how much of a selected pause every other timeline of its day has free of others; a shorter pause has "
                 "to be free as a whole"},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "the longest that is free on the timeline that has the least"},
    FieldSpec{"limit", true, "how much is asked for there"},
    FieldSpec{"count", true, "how many pauses are not shared"},
    FieldSpec{"pauses", true, "their names and times, the first five and how many more"},
    FieldSpec{"others", true, "the names of the slots that go on, the first five and how many more"},
    FieldSpec{"date", true, "the day"},
};

/// What goes on on one timeline.
struct Line {
    Place place;
    std::vector<Stretch> busy;
};

/// The longest free stretch within a pause, and a slot that goes on in it.
struct Free {
    minutes longest{};
    std::optional<SlotIndex> busy;
};

/// The first slot of a stretch that is not over by then; each of its slots ends after the one before.
SlotIndex going_on_at(const Agenda& agenda, const Stretch& stretch, time::Instant moment) {
    const auto over = [&](SlotIndex index) { return agenda.slots[index].when->end <= moment; };
    return *std::partition_point(stretch.slots.begin(), stretch.slots.end() - 1, over);
}

Free free_within(const Agenda& agenda, const std::vector<Stretch>& busy, const When& pause) {
    Free result;
    auto from = pause.start;
    auto it = std::partition_point(busy.begin(), busy.end(),
                                   [&](const Stretch& stretch) { return stretch.when.end <= pause.start; });
    for (; it != busy.end() && it->when.start < pause.end; ++it) {
        if (!result.busy) result.busy = going_on_at(agenda, *it, pause.start);
        result.longest = std::max(result.longest, time::whole_minutes(it->when.start - from));
        from = it->when.end;
    }
    if (from < pause.end) result.longest = std::max(result.longest, time::whole_minutes(pause.end - from));
    return result;
}

/// The pauses of one class (breaks, meals) of a day that some timeline does not share.
struct Unshared {
    std::vector<SlotIndex> pauses;
    std::set<SlotIndex> going_on; ///< five for each time at most, so that it grows with the pauses
    minutes least = minutes::max(), asked{};
};

class DayFinder {
public:
    DayFinder(const Context& context, const DayCourse& course, minutes asked)
        : agenda_(context.agenda), context_(context), course_(course), asked_(asked) {
        std::map<Place, std::vector<SlotIndex>> others;
        for (const auto index : course.slots) {
            const auto& slot = agenda_.slots[index];
            if (!slot.catered && is(context.other, index)) others[line_of(slot)].push_back(index);
        }
        for (const auto& [place, slots] : others)
            if (auto busy = stretches(agenda_, slots, Attendance::firm); !busy.empty())
                lines_.push_back({place, std::move(busy)});
    }

    /// Gives back how many pauses were held against other timelines.
    std::size_t run(Drafts& drafts) {
        std::size_t checked = 0;
        std::map<KindClass, Unshared> found;
        for (const auto index : course_.slots) {
            const auto& slot = agenda_.slots[index];
            if (!is(context_.selection, index) || !of_several(slot)) continue;
            ++checked;
            const auto asked = std::min(asked_, time::whole_minutes(slot.when->length()));
            const auto [least, going_on] = held_against(line_of(slot), *slot.when, asked);
            if (going_on.empty()) continue;
            auto& unshared = found[slot.kind_class()];
            unshared.pauses.push_back(index);
            unshared.going_on.insert(going_on.begin(), going_on.end());
            if (least >= unshared.least) continue;
            unshared.least = least;
            unshared.asked = asked;
        }
        for (const auto& [kind_class, unshared] : found) tell(unshared, drafts);
        return checked;
    }

private:
    bool is(const Selection& selection, SlotIndex index) const { return is_selected(agenda_, selection, index); }

    /// A pause for everybody, or one between two slots of its own timeline: not a coffee bar in a foyer.
    bool of_several(const Slot& slot) const {
        const auto place = line_of(slot);
        const bool alone = lines_.empty() || (lines_.size() == 1 && lines_.front().place == place);
        if (alone || place == Place{}) return !alone;
        const auto own =
            std::partition_point(lines_.begin(), lines_.end(), [&](const Line& line) { return line.place < place; });
        return own != lines_.end() && own->place == place && own->busy.front().when.start < slot.when->start &&
               own->busy.back().when.end > slot.when->end;
    }

    static constexpr std::size_t most_told = 5;
    /// The least that a timeline has free, and up to five slots that leave too little. Pauses at one time are held
    /// against the timelines once.
    std::pair<minutes, std::vector<SlotIndex>> held_against(Place own, const When& pause, minutes asked) {
        auto [at, fresh] = known_.try_emplace(pause);
        if (fresh)
            for (const auto& line : lines_) {
                if (at->second.size() > most_told) break; // one of them may be the pause's own
                const auto free = free_within(agenda_, line.busy, pause);
                if (free.longest < asked && free.busy) at->second.emplace_back(line.place, free.longest, *free.busy);
            }
        std::pair<minutes, std::vector<SlotIndex>> result{minutes::max(), {}};
        for (const auto& [place, longest, busy] : at->second) {
            if (result.second.size() == most_told) break;
            if (place == own) continue;
            result.first = std::min(result.first, longest);
            result.second.push_back(busy);
        }
        return result;
    }

    /// At the first pause; the others, and some of what goes on, are related.
    void tell(const Unshared& unshared, Drafts& drafts) const {
        Draft draft;
        const auto first = unshared.pauses.front();
        draft.at = agenda_.slots[first].time_at;
        draft.label = shown(agenda_, agenda_.slots[first]);
        std::vector<std::string> pauses, others;
        const auto relate = [&](SlotIndex index) {
            draft.about.push_back(agenda_.about(index));
            if (index != first) draft.related.push_back(related(agenda_, index));
        };
        for (const auto index : unshared.pauses) {
            relate(index);
            pauses.push_back(called(agenda_.slots[index]) + " " + shown(agenda_, agenda_.slots[index]));
        }
        for (const auto index : unshared.going_on) {
            relate(index);
            others.push_back(called(agenda_.slots[index]));
        }
        sort_about(draft);
        draft.facts = {{"minutes", unshared.least.count()},
                       {"limit", unshared.asked.count()},
                       {"count", static_cast<std::int64_t>(unshared.pauses.size())},
                       {"pauses", enumerated(pauses)},
                       {"others", enumerated(others)},
                       {"date", time::format_date(course_.date)}};
        drafts.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    const Context& context_;
    const DayCourse& course_;
    minutes asked_;
    std::vector<Line> lines_; ///< sorted by place
    /// By the pause's time: the first timelines that leave too little free, how much, and a slot that goes on.
    std::map<When, std::vector<std::tuple<Place, minutes, SlotIndex>>> known_;
};

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    Outcome outcome;
    for (const auto& course : context.courses) {
        outcome.add_not_checked(course.unplaced);
        outcome.checked += DayFinder{context, course, arguments.duration("min-shared")}.run(drafts);
    }
    return outcome;
}

} // namespace pausing_check

const Check pausing{"pausing",
                    "the pauses of one timeline are pauses of the others as well",
                    pausing_check::arguments_taken,
                    pausing_check::fields_given,
                    "minutes",
                    pausing_check::run,
                    "slot",
                    true};

} // namespace agenda::checks
