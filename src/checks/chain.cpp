// SPDX-License-Identifier: MIT
// chain: the longest sitting on each timeline without a pause that counts. What only optional slots make too long is
// one level lower.
#include "checks/all.hpp"
#include "checks/stretches.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace agenda::checks {
namespace chain_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"max", ParameterType::duration, "the longest sitting; exactly this long passes"},
    ArgumentSpec{"break-min", ParameterType::duration, "the shortest pause that ends a sitting"},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long the sitting is"},
    FieldSpec{"limit", true, "the longest that passes, in minutes"},
    FieldSpec{"start", true, "when it begins"},
    FieldSpec{"end", true, "when it ends"},
    FieldSpec{"date", true, "the day"},
    FieldSpec{"slots", true, "the names of its slots"},
    FieldSpec{"where", false, "the track or room whose people sit so long, where it is not everyone"},
    FieldSpec{"optional", false, "the names of the optional slots without which it would not be too long"},
};

class ChainFinder {
public:
    ChainFinder(const Agenda& agenda, const DayCourse& course, const finding::Arguments& arguments,
                finding::Drafts& drafts)
        : agenda_(agenda), course_(course), max_(arguments.duration("max")), pause_(arguments.duration("break-min")),
          drafts_(drafts) {}

    /// Looks at every timeline and gives back how many sittings there are.
    std::size_t run() {
        const auto day = timelines(agenda_, course_);
        const Both shared{agenda_, day.shared};
        std::size_t sittings_seen = line(shared, {});
        shared_firm_ = std::exchange(firm_told_, {});
        shared_lowered_ = std::exchange(lowered_told_, {});
        for (const auto& timeline : day.lines) {
            if (timeline.own.empty()) continue;
            where_ = timeline.place;
            sittings_seen += line(shared, {agenda_, timeline.own});
        }
        return sittings_seen;
    }

private:
    /// Sittings without the optional slots, and with them; nothing for the latter where there are none.
    struct Both {
        Both() = default;
        Both(const Agenda& agenda, const std::vector<SlotIndex>& slots)
            : firm(stretches(agenda, slots, Attendance::firm)) {
            const auto is_optional = [&](SlotIndex slot) { return agenda.slots[slot].optional; };
            if (std::any_of(slots.begin(), slots.end(), is_optional)) all = stretches(agenda, slots, Attendance::all);
        }

        const std::vector<Stretch>& with_optional() const { return all ? *all : firm; }

        std::vector<Stretch> firm;
        std::optional<std::vector<Stretch>> all;
    };

    std::size_t line(const Both& shared, const Both& own) {
        firm_told_.clear();
        lowered_told_.clear();
        const auto firm = joined(shared.firm, own.firm, pause_);
        for (const auto& sitting : firm) {
            if (sitting.when.length() <= max_) continue;
            firm_told_.push_back(sitting.when);
            if (!holds_any(sitting, shared_firm_)) tell(sitting, false);
        }
        if (!shared.all && !own.all) return firm.size();
        const auto all = joined(shared.with_optional(), own.with_optional(), pause_);
        for (const auto& sitting : all) {
            if (sitting.when.length() <= max_ || holds_any(sitting, firm_told_)) continue;
            lowered_told_.push_back(sitting.when);
            if (!holds_any(sitting, shared_lowered_)) tell(sitting, true);
        }
        return all.size();
    }

    /// A sitting that everybody has is told once, not again on each timeline that makes it longer.
    static bool holds_any(const Stretch& sitting, const std::vector<When>& told) {
        return std::any_of(told.begin(), told.end(), [&](const When& when) { return sitting.when.covers(when); });
    }

    void tell(const Stretch& sitting, bool lowered) {
        if (!told_.insert(sitting.slots).second) return;
        const auto here = [&](SlotIndex index) { return line_of(agenda_.slots[index]) == where_; };
        finding::Draft draft;
        const auto& first = agenda_.slots[sitting.slots.front()];
        draft.at = first.time_at;
        draft.label = shown(agenda_, first);
        draft.lowered = lowered;
        std::vector<SlotIndex> optional;
        for (const auto index : sitting.slots) {
            draft.about.push_back(agenda_.about(index));
            if (agenda_.slots[index].optional) optional.push_back(index);
            if (index != sitting.slots.front()) draft.related.push_back(related(agenda_, index));
        }
        draft.facts = {{"minutes", minutes_of(sitting.when)},
                       {"limit", max_.count()},
                       {"start", shown(agenda_, course_.date, sitting.when.start)},
                       {"end", shown(agenda_, course_.date, sitting.when.end)},
                       {"date", time::format_date(course_.date)},
                       {"slots", enumerated(agenda_, sitting.slots)}};
        if (where_ != Place{} && std::any_of(sitting.slots.begin(), sitting.slots.end(), here))
            draft.facts.set("where", called(agenda_, where_));
        if (lowered) draft.facts.set("optional", enumerated(agenda_, optional));
        drafts_.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    const DayCourse& course_;
    time::minutes max_, pause_;
    finding::Drafts& drafts_;
    Place where_; // of the timeline at hand
    std::set<std::vector<SlotIndex>> told_;
    std::vector<When> firm_told_, lowered_told_;     // of the timeline at hand
    std::vector<When> shared_firm_, shared_lowered_; // of what everybody shares
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    for (const auto& course : context.courses) {
        outcome.checked += ChainFinder{context.agenda, course, arguments, drafts}.run();
        outcome.add_not_checked(course.unplaced);
    }
    return outcome;
}

} // namespace chain_check

const Check chain{"chain",
                  "the longest sitting without a pause that counts",
                  chain_check::arguments_taken,
                  chain_check::fields_given,
                  "minutes",
                  chain_check::run};

} // namespace agenda::checks
