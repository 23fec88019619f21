// SPDX-License-Identifier: MIT
#include "report/html/compared.hpp"
#include "revision/phrases.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

using revision::Kind;
using revision::Member;
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

/// By which a picture tells what has happened to a slot: a class and a sign.
struct Sign {
    std::string_view name, sign;
};
constexpr Sign sign_new{"is-new", "+"}, sign_gone{"is-gone", "−"}, sign_later{"is-moved", "↓"},
    sign_earlier{"is-moved", "↑"}, sign_other_day{"is-moved", "→"}, sign_resized{"is-resized", "↕"},
    sign_swapped{"is-swapped", "⇅"}, sign_elsewhere{"is-elsewhere", "⇄"}, sign_edited{"is-edited", "✎"},
    sign_guessed{"is-guessed", "?"};

/// What is said of a slot that is edited; empty for any other change.
std::string_view words_of_edit(Kind kind) {
    switch (kind) {
    case Kind::slot_retitled: return "retitled";
    case Kind::slot_renumbered: return "renumbered";
    case Kind::slot_rekinded: return "other kind";
    case Kind::slot_edited: return "edited";
    case Kind::person_added:
    case Kind::person_dropped:
    case Kind::person_swapped:
    case Kind::person_represented:
    case Kind::role_changed: return "people";
    default: return {};
    }
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
        for (const auto slot : sides_.before.agenda.slots.indices()) {
            mark_guess(slot);
            draw(slot);
        }
        for (auto& day : days_)
            std::stable_sort(day.lines.begin(), day.lines.end(),
                             [](const Line& a, const Line& b) { return a.was.start < b.was.start; });
    }

private:
    static void add(View& view, SlotIndex slot, const Sign& sign, std::string_view words, const std::string& change) {
        auto& mark = view.marks.try_emplace(slot, SlotMark{"marked", {}, {}, change}).first->second;
        const auto append = [](std::string& to, std::string_view separator, std::string_view part) {
            if (to.find(part) == std::string::npos) to.append(to.empty() ? "" : separator).append(part);
        };
        append(mark.classes, " ", sign.name);
        append(mark.signs, "", sign.sign);
        append(mark.words, ", ", words);
    }
    void add(const Member& member, const Sign& sign, std::string_view words, const std::string& change) {
        if (member.before_slot) add(sides_.before, *member.before_slot, sign, words, change);
        if (member.after_slot) add(sides_.after, *member.after_slot, sign, words, change);
    }

    void mark(Kind kind, const Member& member, const std::string& change) {
        if (!member.before_slot && !member.after_slot) return;
        const auto edited = words_of_edit(kind);
        if (!edited.empty()) {
            add(member, sign_edited, edited, change);
        } else {
            switch (kind) {
            case Kind::day_added:
            case Kind::slot_added: add(member, sign_new, "new", change); break;
            case Kind::day_removed:
            case Kind::slot_removed: add(member, sign_gone, "gone", change); break;
            case Kind::slot_cancelled: add(member, sign_gone, "cancelled now", change); break;
            case Kind::slot_reinstated: add(member, sign_new, "takes place again", change); break;
            case Kind::slots_swapped:
                add(member, sign_swapped, "swapped", change);
                mark_move(member, {}, change); // perhaps it is their rooms alone
                break;
            case Kind::day_shifted:
            case Kind::slot_moved:
            case Kind::slot_resized: mark_move(member, "other time", change); break;
            case Kind::slot_moved_room: add(member, sign_elsewhere, "other place", change); break;
            default: return; // told of the day, the room or the person, not of each slot
            }
        }
    }

    /// `unclear` is said where the times cannot be held against each other.
    void mark_move(const Member& member, std::string_view unclear, const std::string& change) {
        if (!member.before_slot || !member.after_slot) return;
        const auto& was = sides_.before.agenda.slots[*member.before_slot];
        const auto& is = sides_.after.agenda.slots[*member.after_slot];
        if (row_before_[static_cast<std::size_t>(*member.before_slot)] !=
            row_after_[static_cast<std::size_t>(*member.after_slot)]) {
            const auto day = [](const View& view, const Slot& slot) {
                return short_date(view.agenda.days[slot.day].date);
            };
            add(sides_.before, *member.before_slot, sign_other_day, "now " + day(sides_.after, is), change);
            add(sides_.after, *member.after_slot, sign_other_day, "was " + day(sides_.before, was), change);
        } else if (!was.clock || !is.clock) {
            if (!unclear.empty()) add(member, sign_resized, unclear, change);
        } else {
            mark_move(member, *was.clock, *is.clock, change);
        }
    }
    void mark_move(const Member& member, const ClockRange& was, const ClockRange& is, const std::string& change) {
        const auto later = is.start.since_midnight - was.start.since_midnight;
        const auto longer = is.end.since_midnight - was.end.since_midnight - later;
        if (later.count() != 0)
            add(member, later.count() > 0 ? sign_later : sign_earlier, revision::shift(later), change);
        if (longer.count() != 0)
            add(member, sign_resized,
                fmt::format("{} min {}", std::abs(longer.count()), longer.count() > 0 ? "longer" : "shorter"), change);
    }

    /// Behind what else is said of a slot that was matched by guess.
    void mark_guess(SlotIndex before) {
        const auto& matches = diff_.comparison.matches;
        const auto after = matches.slots.after(before);
        if (!after || matches.slots.by(before) != revision::MatchedBy::similarity) return;
        if (const auto* mark = sides_.before.mark(before)) {
            add(sides_.after, *after, sign_guessed, "a guess", mark->change);
            add(sides_.before, before, sign_guessed, "a guess", mark->change);
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

std::string_view legend() {
    return "+ new, − gone, ↓ later, ↑ earlier, ↕ longer or shorter, ⇅ swapped, → on another day, ⇄ in another place, "
           "✎ edited, ? matched by guess";
}

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
