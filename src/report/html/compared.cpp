// SPDX-License-Identifier: MIT
#include "report/html/compared.hpp"
#include "revision/phrases.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

using revision::Kind;
using revision::Member;
using time::Clock;
using time::ClockRange;

/// Each day of the earlier revision with the one to which its programme has gone, else the one of its date; those
/// without a date in their order.
std::vector<ComparedDay> paired(const Diff& diff, Sides& sides) {
    auto& later = sides.after.days;
    std::vector<bool> taken(later.size(), false);
    std::vector<ComparedDay> result;
    for (auto& day : sides.before.days) result.push_back({&day, nullptr, {}});
    const auto take = [&](ComparedDay& day, time::Date date) {
        for (std::size_t i = 0; i < later.size() && !day.after; ++i)
            if (!taken[i] && (later[i].date == date || (!later[i].date.ok() && !date.ok()))) {
                taken[i] = true;
                day.after = &later[i];
            }
    };
    const auto& dates = diff.comparison.matches.dates;
    for (auto& day : result)
        if (const auto gone = dates.find(day.before->date); gone != dates.end()) take(day, gone->second);
    for (auto& day : result)
        if (!dates.contains(day.before->date)) take(day, day.before->date);
    for (std::size_t i = 0; i < later.size(); ++i)
        if (!taken[i]) result.push_back({nullptr, &later[i], {}});
    const auto date_of = [](const ComparedDay& day) { return (day.after ? day.after : day.before)->date; };
    std::stable_sort(result.begin(), result.end(), [&](const ComparedDay& a, const ComparedDay& b) {
        return date_of(a).ok() && (!date_of(b).ok() || date_of(a) < date_of(b));
    });
    return result;
}

void give_same_hours(ComparedDay& day) {
    if (!day.before || !day.after) return;
    auto& a = day.before->clock;
    auto& b = day.after->clock;
    if (a.empty()) a = b;
    if (b.empty()) b = a;
    a = b = ClockRange{std::min(a.start, b.start), std::max(a.end, b.end)};
}

/// "10 min later", "5 min shorter", "10 min later, 5 min shorter".
std::vector<std::string> words_of_move(const ClockRange& was, const ClockRange& is) {
    std::vector<std::string> result;
    const auto later = is.start.since_midnight - was.start.since_midnight;
    const auto longer =
        (is.end.since_midnight - is.start.since_midnight) - (was.end.since_midnight - was.start.since_midnight);
    if (later.count() != 0) result.push_back(revision::shift(later));
    if (longer.count() != 0)
        result.push_back(fmt::format("{} min {}", std::abs(longer.count()), longer.count() > 0 ? "longer" : "shorter"));
    return result;
}

class Marking {
public:
    Marking(const Diff& diff, Sides& sides, std::vector<ComparedDay>& days)
        : diff_(diff), sides_(sides), days_(days), row_before_(sides.before.agenda.slots.size()),
          row_after_(sides.after.agenda.slots.size()) {
        for (std::size_t row = 0; row < days.size(); ++row) {
            if (days[row].before)
                for (const auto slot : days[row].before->slots) row_before_[static_cast<std::size_t>(slot)] = row;
            if (days[row].after)
                for (const auto slot : days[row].after->slots) row_after_[static_cast<std::size_t>(slot)] = row;
        }
    }

    void run() {
        const auto& changes = diff_.comparison.changes;
        for (std::size_t i = 0; i < changes.size(); ++i)
            for (const auto& member : changes[i].members) mark(changes[i].kind, member, change_anchor(i));
        for (const auto slot : sides_.before.agenda.slots.indices()) draw(slot);
        for (auto& day : days_)
            std::stable_sort(day.lines.begin(), day.lines.end(),
                             [](const Line& a, const Line& b) { return a.was.start < b.was.start; });
    }

private:
    static void add(View& view, SlotIndex slot, std::string_view name, std::string_view words,
                    const std::string& change) {
        auto& mark = view.marks.try_emplace(slot, SlotMark{"marked", {}, change}).first->second;
        if (mark.classes.find(name) == std::string::npos) mark.classes.append(" ").append(name);
        if (!words.empty() && mark.words.find(words) == std::string::npos)
            mark.words.append(mark.words.empty() ? "" : ", ").append(words);
    }
    void add(const Member& member, std::string_view name, std::string_view words, const std::string& change) {
        if (member.before_slot) add(sides_.before, *member.before_slot, name, words, change);
        if (member.after_slot) add(sides_.after, *member.after_slot, name, words, change);
    }

    void mark(Kind kind, const Member& member, const std::string& change) {
        if (!member.before_slot && !member.after_slot) return;
        switch (kind) {
        case Kind::day_added:
        case Kind::slot_added: add(member, "is-new", "new", change); break;
        case Kind::day_removed:
        case Kind::slot_removed: add(member, "is-gone", "gone", change); break;
        case Kind::slots_swapped:
            add(member, "is-swapped", "swapped", change);
            mark_move(member, change);
            break;
        case Kind::day_shifted:
        case Kind::slot_moved:
        case Kind::slot_resized: mark_move(member, change); break;
        case Kind::slot_moved_room: add(member, "is-elsewhere", "other place", change); break;
        case Kind::slot_retitled: add(member, "is-edited", "retitled", change); break;
        case Kind::slot_renumbered: add(member, "is-edited", "renumbered", change); break;
        case Kind::slot_rekinded: add(member, "is-edited", "other kind", change); break;
        case Kind::slot_edited: add(member, "is-edited", "edited", change); break;
        case Kind::person_added:
        case Kind::person_dropped:
        case Kind::person_swapped:
        case Kind::person_represented:
        case Kind::role_changed: add(member, "is-edited", "people", change); break;
        default: return; // told of the day, the room or the person, not of each slot
        }
        if (member.by == revision::MatchedBy::similarity) add(member, "is-guessed", "a guess", change);
    }

    void mark_move(const Member& member, const std::string& change) {
        if (!member.before_slot || !member.after_slot) return;
        const auto& was = sides_.before.agenda.slots[*member.before_slot];
        const auto& is = sides_.after.agenda.slots[*member.after_slot];
        if (row_before_[static_cast<std::size_t>(*member.before_slot)] !=
            row_after_[static_cast<std::size_t>(*member.after_slot)]) {
            const auto day = [](const View& view, const Slot& slot) {
                return short_date(view.agenda.days[slot.day].date);
            };
            add(sides_.before, *member.before_slot, "is-moved", "now " + day(sides_.after, is), change);
            add(sides_.after, *member.after_slot, "is-moved", "was " + day(sides_.before, was), change);
        } else if (!was.clock || !is.clock) {
            add(member, "is-moved", "other time", change);
        } else {
            const auto later = was.clock->start != is.clock->start && was.clock->end != is.clock->end;
            for (const auto& words : words_of_move(*was.clock, *is.clock))
                add(member, later ? "is-moved" : "is-resized", words, change);
        }
    }

    /// A line where both stand on the same day.
    void draw(SlotIndex before) {
        const auto after = diff_.comparison.matches.slots.after(before);
        if (!after) return;
        const auto row = row_before_[static_cast<std::size_t>(before)];
        if (row != row_after_[static_cast<std::size_t>(*after)]) return;
        const auto& was = sides_.before.agenda.slots[before].clock;
        const auto& is = sides_.after.agenda.slots[*after].clock;
        if (!was || !is || was->empty() || is->empty()) return;
        const auto* mark = sides_.after.mark(*after);
        const bool swapped = mark && mark->classes.find("is-swapped") != std::string::npos;
        if (*was != *is || swapped) days_[row].lines.push_back({before, *after, *was, *is});
    }

    const Diff& diff_;
    Sides& sides_;
    std::vector<ComparedDay>& days_;
    std::vector<std::size_t> row_before_, row_after_; ///< by slot
};

} // namespace

std::string change_anchor(std::size_t index) { return fmt::format("change-{}", index + 1); }

std::vector<ComparedDay> compare_days(const Diff& diff, Sides& sides) {
    auto days = paired(diff, sides);
    for (auto& day : days) give_same_hours(day);
    Marking{diff, sides, days}.run();
    for (const auto* pairs : {&diff.findings.changed, &diff.findings.still})
        for (const auto& pair : *pairs)
            sides.before.told_elsewhere.emplace(&diff.earlier().findings[pair.before],
                                                sides.after.anchor(diff.later().findings[pair.after]));
    return days;
}

} // namespace agenda::report::html
