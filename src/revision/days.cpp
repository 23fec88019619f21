// SPDX-License-Identifier: MIT
// Days that come, go, move or change places, with their slots; what is said of a day; and other slots that come and go.
#include "revision/day_pairs.hpp"
#include "revision/phrases.hpp"
#include "revision/slot_edits.hpp"
#include <fmt/format.h>
#include <map>
#include <set>

namespace agenda::revision {
namespace {

using time::Date;

class DayChanges {
public:
    explicit DayChanges(Collector& collector) : collector_(collector), days_(collector) {
        for (const auto& pair : collector.pairs)
            if (const auto from = date_before(pair.before), to = date_after(pair.after); from != to)
                gone_[{from, to}].push_back(pair);
    }

    void add() {
        add_moves();
        std::map<Date, std::vector<SlotIndex>> gone_on, come_on;
        for (const auto slot : collector_.gone) gone_on[date_before(slot)].push_back(slot);
        for (const auto slot : collector_.come) come_on[date_after(slot)].push_back(slot);
        for (const auto date : days_.dates_before())
            if (!days_.after(date)) add_gone_day(date, gone_on[date]);
        for (const auto date : days_.dates_after())
            if (!days_.before(date)) add_come_day(date, come_on[date]);
        for (const auto slot : collector_.gone)
            if (!told_gone_.contains(slot)) add_gone(slot);
        for (const auto slot : collector_.come)
            if (!told_come_.contains(slot)) add_come(slot);
        for (const auto date : days_.dates_before())
            if (const auto to = days_.after(date)) add_edits(date, *to);
    }

private:
    Date date_before(SlotIndex slot) const {
        return collector_.before.agenda.days[collector_.slot_before(slot).day].date;
    }
    Date date_after(SlotIndex slot) const { return collector_.after.agenda.days[collector_.slot_after(slot).day].date; }

    /// The slots that go from one date to another.
    std::vector<Member> moved(Date from, Date to) const {
        std::vector<Member> members;
        const auto found = gone_.find({from, to});
        if (found == gone_.end()) return members;
        for (const auto& pair : found->second) {
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
            if (days_.exchanged(from)) {
                if (from < to) add_exchange(from, to);
            } else {
                by_distance[std::chrono::sys_days{to} - std::chrono::sys_days{from}].emplace_back(from, to);
            }
        }
        for (const auto& [distance, moves] : by_distance) {
            std::vector<Member> members;
            std::vector<std::string> names;
            for (const auto& [from, to] : moves) {
                const auto slots_there = moved(from, to);
                members.push_back(days_.member(from, to));
                members.insert(members.end(), slots_there.begin(), slots_there.end());
                names.push_back(fmt::format("{} -> {}", days_.described_before(from), called(to)));
            }
            const auto days = std::abs(distance.count());
            auto message = fmt::format("{} {} day{} {} ({}): {}",
                                       moves.size() == 1 ? "a day moves" : fmt::format("{} days move", moves.size()),
                                       days, days == 1 ? "" : "s", distance.count() > 0 ? "later" : "earlier",
                                       slots(members.size() - moves.size()), fmt::join(names, ", "));
            collector_.add(Kind::day_moved, std::move(message), std::move(members));
        }
    }

    void add_exchange(Date first, Date second) {
        std::vector<Member> members{days_.member(first, days_.after(first)), days_.member(second, days_.after(second))};
        const auto there = moved(first, second), back = moved(second, first);
        members.insert(members.end(), there.begin(), there.end());
        members.insert(members.end(), back.begin(), back.end());
        auto message = fmt::format("{} and {} change places ({} and {})", days_.described_before(first),
                                   days_.described_before(second), there.size(), slots(back.size()));
        collector_.add(Kind::days_exchanged, std::move(message), std::move(members));
    }

    void add_gone_day(Date date, const std::vector<SlotIndex>& slots) {
        std::vector<Member> members{days_.member(date, std::nullopt)};
        members.front().edits = days_.edits(date, std::nullopt);
        for (const auto slot : slots) {
            members.push_back(gone(slot));
            told_gone_.insert(slot);
        }
        auto message = fmt::format("{} is gone{}", days_.described_before(date), with_slots(members.size() - 1));
        collector_.add(Kind::day_removed, std::move(message), std::move(members));
    }

    void add_come_day(Date date, const std::vector<SlotIndex>& slots) {
        std::vector<Member> members{days_.member(std::nullopt, date)};
        members.front().edits = days_.edits(std::nullopt, date);
        for (const auto slot : slots) {
            members.push_back(come(slot));
            told_come_.insert(slot);
        }
        auto message = fmt::format("{} is new{}", days_.described_after(date), with_slots(members.size() - 1));
        collector_.add(Kind::day_added, std::move(message), std::move(members));
    }

    static std::string with_slots(std::size_t count) { return count == 0 ? "" : ", with " + slots(count); }

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

    void add_edits(Date from, Date to) {
        for (auto& edit : days_.edits(from, to)) {
            auto member = days_.member(from, to);
            member.says = fmt::format("{} {}", edit.key, changed(edit));
            auto message = fmt::format("{}: {}", called(to), member.says);
            member.edits.push_back(std::move(edit));
            collector_.add(Kind::day_edited, std::move(message), std::move(member));
        }
    }

    Collector& collector_;
    const DayPairs days_;
    std::map<std::pair<Date, Date>, std::vector<SlotPair>> gone_; ///< from one date to another
    std::set<SlotIndex> told_gone_, told_come_;                   ///< with their days
};

} // namespace

void add_day_changes(Collector& collector) { DayChanges{collector}.add(); }

} // namespace agenda::revision
