// SPDX-License-Identifier: MIT
// When and where slots are: whole days that shift, and then each slot that moves, is resized or changes its place.
#include "revision/moved.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>

namespace agenda::revision {
namespace {

using time::minutes;

constexpr std::size_t shifts_together = 3; // slots of a day that shift alike are one cause; fewer where they are all

class Moves {
public:
    explicit Moves(Collector& collector) : collector_(collector), slots_(moved_slots(collector)) {}

    void add() {
        add_exchanges(collector_, slots_);
        add_shifts();
        for (auto& one : slots_)
            if (one.moves()) add_move(one);
        add_relocations();
    }

private:
    struct Shift {
        std::string date;
        std::vector<Moved*> slots;
        bool whole = false; ///< all of the day's slots
    };

    void add_shifts() {
        using Day = std::pair<std::string, bool>; // its date, and whether it has another now
        std::map<Day, std::map<minutes, std::vector<Moved*>>> by_day;
        std::map<Day, std::size_t> timed;
        for (auto& one : slots_) {
            if (one.was.date == one.is.date && one.was.clock && one.is.clock) ++timed[{one.is.date, one.goes_along()}];
            if (const auto by = one.shift(); by && one.moves())
                by_day[{one.is.date, one.goes_along()}][*by].push_back(&one);
        }
        std::map<minutes, std::vector<Shift>> shifts;
        for (const auto& [day, by_length] : by_day)
            for (const auto& [by, moved] : by_length) {
                const bool whole = moved.size() > 1 && moved.size() == timed[day];
                if (whole || moved.size() >= shifts_together) shifts[by].push_back({day.first, moved, whole});
            }
        for (const auto& [by, days] : shifts) {
            std::vector<Shift> whole;
            for (const auto& day : days)
                if (day.whole)
                    whole.push_back(day);
                else
                    add_shift({day}, by);
            if (!whole.empty()) add_shift(whole, by);
        }
    }

    void add_shift(const std::vector<Shift>& days, minutes by) {
        std::vector<Member> members;
        std::vector<std::string> dates;
        for (const auto& day : days) {
            dates.push_back(day.date);
            for (auto* one : day.slots) {
                auto each = member_when(collector_, *one);
                each.says = times(*one);
                edit_when(*one, each);
                one->told_when = true;
                members.push_back(std::move(each));
            }
        }
        auto message = fmt::format("{} {} is {} ({})", days.front().whole ? "all of" : "a part of", listed(dates),
                                   revision::shift(by), slots(members.size()));
        if (!days.front().whole) message += ", from " + ticked(members.front().name) + " on";
        collector_.add(Kind::day_shifted, std::move(message), std::move(members));
    }

    void add_move(const Moved& one) {
        auto each = member_when(collector_, one);
        each.says = times(one);
        edit_when(one, each);
        const auto name = ticked(each.name);
        collector_.add(resized(one) ? Kind::slot_resized : Kind::slot_moved, name + " " + told(one), std::move(each));
    }

    /// Its start or its end alone has moved.
    static bool resized(const Moved& one) {
        if (one.was.date != one.is.date || !one.was.clock || !one.is.clock) return false;
        return one.was.clock->start == one.is.clock->start || one.was.clock->end == one.is.clock->end;
    }

    static std::string told(const Moved& one) {
        const auto& was = one.was;
        const auto& is = one.is;
        if (was.date != is.date) return fmt::format("moves to another day: {}", times(one));
        if (!was.start && is.start) return fmt::format("has a time now: {}", times(one));
        if (was.start && !is.start) return fmt::format("has no time any more: {}", times(one));
        if (was.start == is.start && was.clock && !is.clock) return fmt::format("has no end any more: {}", times(one));
        if (was.start == is.start && !was.clock && is.clock) return fmt::format("has an end now: {}", times(one));
        const bool readable = was.clock && is.clock && !was.clock->empty() && !is.clock->empty();
        if (!readable) return fmt::format("is at another time: {}", times(one));
        const auto start = is.clock->start.since_midnight - was.clock->start.since_midnight;
        const auto was_length = *was.takes, is_length = *is.takes;
        const auto taking = fmt::format("takes {} instead of {}", length(is_length), length(was_length));
        if (start.count() == 0) return fmt::format("{}: {}", taking, times(one));
        const auto starting = "starts " + revision::shift(start);
        if (is_length == was_length) return fmt::format("{}: {}", starting, times(one));
        return fmt::format("{} and {}: {}", starting, taking, times(one));
    }

    std::string told_where(const Moved& one, bool single) const {
        const auto [from, to] = places(collector_, one);
        if (from.starts_with("no ") || to.starts_with("no "))
            return fmt::format("{} in {} now, before in {}", single ? "is" : "are", to, from);
        return fmt::format("{} from {} to {}", single ? "moves" : "move", from, to);
    }

    /// Those that go from one place to the same other are one cause.
    void add_relocations() {
        std::map<std::pair<Where, Where>, std::vector<Moved*>> ways;
        std::vector<const std::vector<Moved*>*> in_order;
        for (auto& one : slots_) {
            if (!one.relocates()) continue;
            auto& way = ways[{one.from, one.to}];
            if (way.empty()) in_order.push_back(&way);
            way.push_back(&one);
        }
        for (const auto* way : in_order) {
            std::vector<Member> members;
            for (const auto* one : *way) {
                auto each = collector_.member(one->pair);
                each.before_at = collector_.slot_before(one->pair.before).place_at;
                each.after_at = collector_.slot_after(one->pair.after).place_at;
                each.says = relocation(collector_, *one);
                edit_where(*one, each);
                members.push_back(std::move(each));
            }
            auto message = fmt::format("{} {}", named(members), told_where(*way->front(), members.size() == 1));
            collector_.add(Kind::slot_moved_room, std::move(message), std::move(members));
        }
    }

    Collector& collector_;
    std::vector<Moved> slots_; ///< all that are matched, in the order of the programme
};

} // namespace

void add_move_changes(Collector& collector) { Moves{collector}.add(); }

} // namespace agenda::revision
