// SPDX-License-Identifier: MIT
// position: where a selected slot stands on its timeline: next after one of the others, or last of the event.
#include "checks/all.hpp"
#include "checks/audience.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace agenda::checks {
namespace position_check {

using finding::Arguments;
using finding::Draft;
using finding::Drafts;
using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"at", ParameterType::names,
                 "the positions that are found. after: what the same people go to next after one of the others; last: "
                 "the last slot of the programme on the last day",
                 true, "after last"},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot"},
    FieldSpec{"time", true, "its time"},
    FieldSpec{"position", true, "after or last"},
    FieldSpec{"after", false, "after: the name of the other slot"},
    FieldSpec{"date", true, "the day"},
};

class Finder {
public:
    Finder(const Context& context, const Arguments& arguments, Drafts& drafts)
        : context_(context), agenda_(context.agenda), drafts_(drafts), after_(arguments.lists("at", "after")),
          last_(arguments.lists("at", "last")) {}

    Outcome run() {
        for (const auto& course : context_.courses) {
            outcome_.add_not_checked(course.unplaced);
            for (const auto index : course.slots) outcome_.checked += is(context_.selection, index) ? 1 : 0;
            if (after_)
                for (const auto& step : audience_steps(agenda_, course))
                    if (is(context_.other, step.before)) tell(step.after, step.before);
            if (last_ && &course == &context_.courses.back() && course.unplaced.empty()) last_of(course);
        }
        return std::move(outcome_);
    }

private:
    bool is(const Selection& selection, SlotIndex index) const { return is_selected(agenda_, selection, index); }

    /// The last of each timeline that goes on as long as what is for all, or longer.
    void last_of(const DayCourse& course) {
        const auto day = timelines(agenda_, course);
        const auto last = [&](const std::vector<SlotIndex>& slots) {
            std::optional<SlotIndex> result;
            for (const auto index : slots) {
                const auto& slot = agenda_.slots[index];
                if (!slot.is_programme() || slot.optional) continue;
                if (!result || slot.when->end >= agenda_.slots[*result].when->end) result = index;
            }
            return result;
        };
        const auto shared = last(day.shared);
        bool all_shorter = true;
        for (const auto& timeline : day.lines) {
            const auto own = last(timeline.own);
            if (!own || (shared && agenda_.slots[*own].when->end <= agenda_.slots[*shared].when->end)) continue;
            all_shorter = false;
            tell(*own, std::nullopt);
        }
        if (shared && all_shorter) tell(*shared, std::nullopt);
    }

    void tell(SlotIndex index, std::optional<SlotIndex> other) {
        const auto& slot = agenda_.slots[index];
        const std::string position = other ? "after" : "last";
        if (!is(context_.selection, index) || !told_.insert({index, other.has_value()}).second) return;
        Draft draft;
        draft.at = slot.time_at;
        draft.label = shown(agenda_, slot);
        draft.about = {agenda_.about(index)};
        draft.key = position;
        draft.facts = {{"what", called(slot)},
                       {"time", shown(agenda_, slot)},
                       {"position", position},
                       {"date", time::format_date(agenda_.days[slot.day].date)}};
        if (other) {
            draft.facts.set("after", called(agenda_.slots[*other]));
            draft.related = {related(agenda_, *other)};
        }
        drafts_.push_back(std::move(draft));
    }

    const Context& context_;
    const Agenda& agenda_;
    Drafts& drafts_;
    bool after_, last_;
    std::set<std::pair<SlotIndex, bool>> told_;
    Outcome outcome_;
};

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    return Finder{context, arguments, drafts}.run();
}

} // namespace position_check

const Check position{"position",
                     "where a selected slot stands: next after one of the others, or last of the event",
                     position_check::arguments_taken,
                     position_check::fields_given,
                     "",
                     position_check::run,
                     "slot",
                     true};

} // namespace agenda::checks
