// SPDX-License-Identifier: MIT
// half-day: a slot that is written in the wrong half of the day: at night, or far from the rest of its day where half a
// day earlier or later it would fit in; or a day that is longer than a day can be.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace half_day_check {

using finding::Draft;
using finding::ParameterType;
using time::Clock;
using time::ClockRange;
using time::minutes;

constexpr minutes half_day{12 * 60};
constexpr Clock midnight{minutes{24 * 60}};

constexpr std::array arguments_taken{
    ArgumentSpec{"night", ParameterType::window, "when nothing should start"},
    ArgumentSpec{"span", ParameterType::duration, "the longest day that passes, from the first start to the last end"},
    ArgumentSpec{"apart", ParameterType::duration,
                 "a slot that is farther than this from the rest of its day looks lost; an hour at least"},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot"},
    FieldSpec{"time", true, "its time"},
    FieldSpec{"date", true, "the day"},
    FieldSpec{"minutes", true, "how long the day is; of a slot that is apart, how far from the rest"},
    FieldSpec{"limit", true, "the longest day, or the farthest, that passes"},
    FieldSpec{"at-night", false, "the time, for a slot that starts at night"},
    FieldSpec{"start", false, "when the day starts, for a day that is too long"},
    FieldSpec{"end", false, "when it ends"},
    FieldSpec{"meant", false, "the time half a day later or earlier, where that would fit"},
};

/// A slot whose half of the day nobody has written out.
struct Doubtful {
    SlotIndex slot;
    ClockRange clock;
};

ClockRange moved(const ClockRange& clock, minutes by) {
    return {{clock.start.since_midnight + by}, {clock.end.since_midnight + by}};
}

class DayFinder {
public:
    DayFinder(const Context& context, const DayCourse& course, const finding::Arguments& arguments)
        : agenda_(context.agenda), course_(course), night_(arguments.window("night")),
          span_(arguments.duration("span")), apart_(std::max(arguments.duration("apart"), minutes{60})) {
        for (const auto index : course.slots) {
            const auto& slot = agenda_.slots[index];
            // Hours past 24 and `next-day` say that the night is meant.
            if (slot.next_day || !slot.clock || slot.clock->end >= midnight) continue;
            if (is_selected(agenda_, context.selection, index)) slots_.push_back({index, *slot.clock});
        }
        for (const auto& one : slots_)
            ends_.push_back(ends_.empty() ? one.clock.end : std::max(ends_.back(), one.clock.end));
    }

    /// `until`: when the programme of the days before ends. Gives back how many slots it looked at.
    std::size_t run(std::optional<time::Instant> until, finding::Drafts& drafts) const {
        const auto before = drafts.size();
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            const bool follows = i > 0 && slots_[i].clock.start <= ends_[i - 1];
            if (night_.contains(slots_[i].clock.start) && !follows && !(i == 0 && through_the_night(until)))
                tell_night(i, drafts);
        }
        // Of two that are apart from each other only one is wrong, and that is more often the later.
        for (auto i = slots_.size(); i-- > 0;)
            if (!night_.contains(slots_[i].clock.start) && tell_apart(i, drafts)) break;
        if (drafts.size() == before && !slots_.empty() && !through_the_night(until)) tell_span(drafts);
        return slots_.size();
    }

private:
    /// The programme of the day before goes on into this one.
    bool through_the_night(std::optional<time::Instant> until) const {
        return until && *until >= agenda_.slots[slots_.front().slot].when->start;
    }

    /// Half a day earlier or later it would be beside the rest of the day, and on nobody's place.
    std::optional<ClockRange> fitting(std::size_t i) const {
        const auto early = slots_[i].clock.start.since_midnight < half_day;
        const auto meant = moved(slots_[i].clock, early ? half_day : -half_day);
        bool near = false;
        for (std::size_t k = 0; k < slots_.size(); ++k) {
            if (k == i) continue;
            if (overlap(slots_[k].clock, meant)) return std::nullopt;
            near |= meant.start <= Clock{slots_[k].clock.end.since_midnight + apart_ / 2} &&
                    slots_[k].clock.start <= Clock{meant.end.since_midnight + apart_ / 2};
        }
        return near ? std::optional{meant} : std::nullopt;
    }

    Draft draft_of(std::size_t i, minutes length, minutes limit) const {
        const auto& slot = agenda_.slots[slots_[i].slot];
        Draft draft;
        draft.at = slot.time_at;
        draft.label = shown(agenda_, slot);
        draft.about = {agenda_.about(slots_[i].slot)};
        draft.facts = {{"what", ticked_name(slot)},
                       {"time", shown(agenda_, slot)},
                       {"date", time::format_date(course_.date)},
                       {"minutes", std::int64_t{length.count()}},
                       {"limit", std::int64_t{limit.count()}}};
        return draft;
    }

    void tell_night(std::size_t i, finding::Drafts& drafts) const {
        auto draft = draft_of(i, minutes{0}, span_);
        draft.facts.set("at-night", time::format_clock(slots_[i].clock.start));
        draft.facts.set("meant", time::format_range(moved(slots_[i].clock, half_day)));
        drafts.push_back(std::move(draft));
    }

    bool tell_apart(std::size_t i, finding::Drafts& drafts) const {
        std::optional<minutes> gap;
        if (i > 0) gap = slots_[i].clock.start.since_midnight - ends_[i - 1].since_midnight;
        if (i + 1 < slots_.size()) {
            const auto next = slots_[i + 1].clock.start.since_midnight - slots_[i].clock.end.since_midnight;
            gap = gap ? std::min(*gap, next) : next;
        }
        if (!gap || *gap <= apart_) return false;
        const auto meant = fitting(i);
        if (!meant || night_.contains(meant->start)) return false;
        auto draft = draft_of(i, *gap, apart_);
        draft.facts.set("meant", time::format_range(*meant));
        drafts.push_back(std::move(draft));
        return true;
    }

    /// From the first start to the last end of what everybody attends.
    void tell_span(finding::Drafts& drafts) const {
        std::optional<std::size_t> first, last;
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            if (agenda_.slots[slots_[i].slot].optional) continue;
            if (!first) first = i;
            if (!last || slots_[i].clock.end > slots_[*last].clock.end) last = i;
        }
        if (!first) return;
        const auto start = slots_[*first].clock.start;
        const auto end = slots_[*last].clock.end;
        const auto length = end.since_midnight - start.since_midnight;
        if (length <= span_) return;
        auto draft = draft_of(*last, length, span_);
        if (first != last) draft.related = {related(agenda_, slots_[*first].slot)};
        draft.facts.set("start", time::format_clock(start));
        draft.facts.set("end", time::format_clock(end));
        drafts.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    const DayCourse& course_;
    ClockRange night_;
    minutes span_, apart_;
    std::vector<Doubtful> slots_;
    std::vector<Clock> ends_; // the latest end up to each slot
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Outcome outcome;
    std::optional<time::Instant> until; // when the days before end
    for (const auto& course : context.courses) {
        outcome.add_not_checked(course.unplaced);
        outcome.checked += DayFinder{context, course, arguments}.run(until, drafts);
        for (const auto index : course.slots) {
            const auto end = context.agenda.slots[index].when->end;
            if (!until || end > *until) until = end;
        }
    }
    return outcome;
}

} // namespace half_day_check

const Check half_day{"half-day",
                     "a slot that is written in the wrong half of the day",
                     half_day_check::arguments_taken,
                     half_day_check::fields_given,
                     "minutes",
                     half_day_check::run,
                     "slot"};

} // namespace agenda::checks
