// SPDX-License-Identifier: MIT
// Days that come, go, move or change places, with their slots; what is said of a day; and other slots that come and go.
#include "revision/phrases.hpp"
#include "revision/slot_edits.hpp"
#include <fmt/format.h>
#include <set>

namespace agenda::revision {
namespace {

using time::Date;

std::string called(Date date) { return date.ok() ? time::format_date(date) : "undated"; }

/// The [[day]] tables of one date, in the order of the file.
std::vector<DayIndex> headers(const Agenda& agenda, Date date) {
    std::vector<DayIndex> result;
    for (const auto day : agenda.days.indices())
        if (agenda.days[day].date == date) result.push_back(day);
    return result;
}

/// "2009-07-09 (`DAY I`)".
std::string described(const Agenda& agenda, Date date) {
    for (const auto day : headers(agenda, date))
        if (const auto& label = agenda.days[day].label; !label.empty())
            return fmt::format("{} ({})", called(date), ticked(label));
    return called(date);
}

std::set<Date> dates_of(const Agenda& agenda) {
    std::set<Date> result;
    for (const auto& day : agenda.days) result.insert(day.date);
    return result;
}

class DayChanges {
public:
    explicit DayChanges(Collector& collector)
        : collector_(collector), before_(collector.before.agenda), after_(collector.after.agenda),
          earlier_(dates_of(before_)), later_(dates_of(after_)) {}

    void add() {
        add_moves();
        for (const auto date : earlier_)
            if (!later_.contains(date) && !gone_to(date)) add_gone_day(date);
        for (const auto date : later_)
            if (!earlier_.contains(date) && !come_from(date)) add_come_day(date);
        for (const auto slot : collector_.gone)
            if (!told_gone_.contains(slot)) add_gone(slot);
        for (const auto slot : collector_.come)
            if (!told_come_.contains(slot)) add_come(slot);
        add_edits();
    }

private:
    std::optional<Date> gone_to(Date date) const {
        const auto found = collector_.matches.dates.find(date);
        return found == collector_.matches.dates.end() ? std::nullopt : std::optional{found->second};
    }
    std::optional<Date> come_from(Date date) const {
        for (const auto& [from, to] : collector_.matches.dates)
            if (to == date) return from;
        return std::nullopt;
    }
    Date date_before(SlotIndex slot) const { return before_.days[collector_.slot_before(slot).day].date; }
    Date date_after(SlotIndex slot) const { return after_.days[collector_.slot_after(slot).day].date; }

    Member day(std::optional<Date> from, std::optional<Date> to) const {
        Member member;
        if (from) {
            member.before_about = "day:" + called(*from);
            member.name = called(*from);
            if (const auto all = headers(before_, *from); !all.empty()) member.before_at = before_.days[all.front()].at;
        }
        if (to) {
            member.after_about = "day:" + called(*to);
            member.name = called(*to);
            if (const auto all = headers(after_, *to); !all.empty()) member.after_at = after_.days[all.front()].at;
        }
        return member;
    }

    /// The day and its slots that go from one date to another.
    std::vector<Member> moved(Date from, Date to) const {
        std::vector<Member> members{day(from, to)};
        for (const auto& pair : collector_.pairs) {
            if (date_before(pair.before) != from || date_after(pair.after) != to) continue;
            auto member = collector_.member(pair);
            member.says = fmt::format("{} -> {}", called(from), called(to));
            member.edits.push_back({"date", called(from), called(to)});
            members.push_back(std::move(member));
        }
        return members;
    }

    /// Days that move by as many days are one cause; two that change places are another.
    void add_moves() {
        std::map<std::chrono::days, std::vector<std::pair<Date, Date>>> by_distance;
        for (const auto& [from, to] : collector_.matches.dates) {
            if (gone_to(to) == from) {
                if (from < to) add_exchange(from, to);
            } else {
                by_distance[std::chrono::sys_days{to} - std::chrono::sys_days{from}].emplace_back(from, to);
            }
        }
        for (const auto& [distance, moves] : by_distance) {
            std::vector<Member> members;
            std::vector<std::string> names;
            for (const auto& [from, to] : moves) {
                auto day_members = moved(from, to);
                members.insert(members.end(), day_members.begin(), day_members.end());
                names.push_back(fmt::format("{} -> {}", described(before_, from), called(to)));
            }
            const auto days = std::abs(distance.count());
            auto message = fmt::format("{} by {} day{} {} ({}): {}",
                                       moves.size() == 1 ? "a day moves" : fmt::format("{} days move", moves.size()),
                                       days, days == 1 ? "" : "s", distance.count() > 0 ? "later" : "earlier",
                                       slots(members.size() - moves.size()), fmt::join(names, ", "));
            collector_.add(Kind::day_moved, std::move(message), std::move(members));
        }
    }

    void add_exchange(Date first, Date second) {
        auto members = moved(first, second);
        const auto there = members.size() - 1;
        const auto back = moved(second, first);
        members.insert(members.end(), back.begin(), back.end());
        auto message = fmt::format("{} and {} change places ({} go there, {} come here)", described(before_, first),
                                   described(before_, second), slots(there), slots(back.size() - 1));
        collector_.add(Kind::days_exchanged, std::move(message), std::move(members));
    }

    void add_gone_day(Date date) {
        std::vector<Member> members{day(date, std::nullopt)};
        members.front().edits = day_edits(headers(before_, date), {});
        for (const auto slot : collector_.gone)
            if (date_before(slot) == date) {
                members.push_back(gone(slot));
                told_gone_.insert(slot);
            }
        auto message = fmt::format("{} is gone, with {}", described(before_, date), slots(members.size() - 1));
        collector_.add(Kind::day_removed, std::move(message), std::move(members));
    }

    void add_come_day(Date date) {
        std::vector<Member> members{day(std::nullopt, date)};
        members.front().edits = day_edits({}, headers(after_, date));
        for (const auto slot : collector_.come)
            if (date_after(slot) == date) {
                members.push_back(come(slot));
                told_come_.insert(slot);
            }
        auto message = fmt::format("{} is new, with {}", described(after_, date), slots(members.size() - 1));
        collector_.add(Kind::day_added, std::move(message), std::move(members));
    }

    Member gone(SlotIndex slot) const {
        auto member = collector_.member_gone(slot);
        member.edits = edits_of_gone(collector_, slot);
        member.says = when(collector_.before, collector_.slot_before(slot)) + " is gone";
        return member;
    }
    Member come(SlotIndex slot) const {
        auto member = collector_.member_come(slot);
        member.edits = edits_of_come(collector_, slot);
        member.says = when(collector_.after, collector_.slot_after(slot)) + " is new";
        return member;
    }

    static std::string when(const Side& side, const Slot& slot) {
        const auto time = time_of(side, slot);
        return date_of(side.agenda, slot) + (time.empty() ? "" : " " + time);
    }

    void add_gone(SlotIndex slot) {
        auto member = gone(slot);
        auto message = fmt::format("{} is gone: {}", ticked(member.name),
                                   described(collector_.before, collector_.slot_before(slot)));
        collector_.add(Kind::slot_removed, std::move(message), std::move(member));
    }
    void add_come(SlotIndex slot) {
        auto member = come(slot);
        auto message =
            fmt::format("{} is new: {}", ticked(member.name), described(collector_.after, collector_.slot_after(slot)));
        collector_.add(Kind::slot_added, std::move(message), std::move(member));
    }

    /// "2009-07-09 10:00-11:00, room `Aula`, with `Ann Lee` and `Bo Ek`".
    static std::string described(const Side& side, const Slot& slot) {
        auto result = when(side, slot);
        if (slot.room || slot.track) result += ", " + place(side.agenda, slot);
        std::vector<std::string> people;
        for (const auto& appearance : slot.people)
            people.push_back(agenda::called(side.agenda.people[appearance.person]));
        return people.empty() ? result : result + ", with " + ticked(people);
    }
    static std::string described(const Agenda& agenda, Date date) { return revision::described(agenda, date); }

    /// What is said of the days that stay, or have moved. Of two that change places the labels may have stayed.
    void add_edits() {
        for (const auto date : earlier_) {
            const auto to = gone_to(date);
            const bool exchanged = to && gone_to(*to) == date;
            if (exchanged && stay(date, *to))
                add_edits(date, date);
            else if (to)
                add_edits(date, *to);
            else if (later_.contains(date))
                add_edits(date, date);
        }
    }

    /// Whether less is edited on two dates that change places when what is said of each stays.
    bool stay(Date a, Date b) const {
        const auto count = [&](Date from, Date to) {
            return day_edits(headers(before_, from), headers(after_, to)).size();
        };
        return count(a, a) + count(b, b) < count(a, b) + count(b, a);
    }

    void add_edits(Date from, Date to) {
        for (auto& edit : day_edits(headers(before_, from), headers(after_, to))) {
            auto member = day(from, to);
            member.says = fmt::format("{} {}", edit.key, changed(edit));
            auto message = fmt::format("{}: {}", called(to), member.says);
            member.edits.push_back(std::move(edit));
            collector_.add(Kind::day_edited, std::move(message), std::move(member));
        }
    }

    /// Of each [[day]] table with the one at its place in the other revision.
    std::vector<Edit> day_edits(const std::vector<DayIndex>& earlier, const std::vector<DayIndex>& later) const {
        std::vector<Edit> result;
        for (std::size_t i = 0; i < std::max(earlier.size(), later.size()); ++i) {
            const auto* a = i < earlier.size() ? &before_.days[earlier[i]] : nullptr;
            const auto* b = i < later.size() ? &after_.days[later[i]] : nullptr;
            for (auto& edit : edits_between(day_keys(), collector_.before, a, collector_.after, b))
                result.push_back(std::move(edit));
        }
        return result;
    }

    Collector& collector_;
    const Agenda& before_;
    const Agenda& after_;
    std::set<Date> earlier_, later_;
    std::set<SlotIndex> told_gone_, told_come_; ///< with their days
};

} // namespace

void add_day_changes(Collector& collector) { DayChanges{collector}.add(); }

} // namespace agenda::revision
