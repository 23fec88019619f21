// SPDX-License-Identifier: MIT
// When and where slots are: those that exchange their times or rooms, whole days that shift, and then each that moves,
// is resized or changes its place.
#include "revision/phrases.hpp"
#include "revision/slot_edits.hpp"
#include <fmt/format.h>
#include <tuple>

namespace agenda::revision {
namespace {

using time::minutes;

constexpr std::size_t shifts_together = 3; // slots of a day that shift alike are one cause; fewer where they are all

/// A slot's time on its day: the date as the later revision calls the day, and what is written.
struct When {
    std::string date, time;
    std::optional<time::ClockRange> clock;
    std::optional<time::Clock> start;

    friend bool operator==(const When& a, const When& b) { return a.date == b.date && a.time == b.time; }
    std::string text() const { return time.empty() ? date + ", no time" : date + " " + time; }
};

struct Where {
    std::string room, track;
    friend auto operator<=>(const Where&, const Where&) = default;
};

struct Moved {
    SlotPair pair;
    When was, is;
    Where from, to;
    std::string date_before; ///< as the earlier revision has it
    bool told_when = false, told_where = false;

    /// Has gone to another date with its day; `was` tells that date already.
    bool goes_along() const { return date_before != was.date; }
    bool moves() const { return !told_when && was != is; }
    bool relocates() const { return !told_where && from != to; }
    /// By how much start and end move, where both do by the same.
    std::optional<minutes> shift() const {
        if (was.date != is.date || !was.clock || !is.clock) return std::nullopt;
        const auto start = is.clock->start.since_midnight - was.clock->start.since_midnight;
        const auto end = is.clock->end.since_midnight - was.clock->end.since_midnight;
        return start == end && start.count() != 0 ? std::optional{start} : std::nullopt;
    }
};

/// "15:00-17:50 -> 15:10-18:00"; with the dates where those differ.
std::string times(const Moved& one) {
    if (one.was.date != one.is.date) return fmt::format("{} -> {}", one.was.text(), one.is.text());
    return fmt::format("{} -> {}", one.was.time.empty() ? "no time" : one.was.time,
                       one.is.time.empty() ? "no time" : one.is.time);
}

class Moves {
public:
    explicit Moves(Collector& collector) : collector_(collector) {
        for (const auto& pair : collector.pairs) {
            Moved one{pair,
                      when(collector.before, collector.slot_before(pair.before)),
                      when(collector.after, collector.slot_after(pair.after)),
                      where(collector.before, collector.slot_before(pair.before)),
                      where(collector.after, collector.slot_after(pair.after)),
                      {}};
            one.date_before = one.was.date;
            const auto date = collector.before.agenda.days[collector.slot_before(pair.before).day].date;
            const auto gone = collector.matches.dates.find(date);
            if (gone != collector.matches.dates.end() && one.is.date == time::format_date(gone->second))
                one.was.date = one.is.date;
            slots_.push_back(std::move(one));
        }
    }

    void add() {
        add_exchanges();
        add_shifts();
        for (auto& one : slots_)
            if (one.moves()) add_move(one);
        add_relocations();
    }

private:
    static When when(const Side& side, const Slot& slot) {
        return {date_of(side.agenda, slot), time_of(side, slot), slot.clock, slot.start};
    }
    static Where where(const Side& side, const Slot& slot) { return {room_of(side, slot), track_of(side, slot)}; }

    void edit_when(const Moved& one, Member& member) const {
        if (one.was.date != one.is.date) member.edits.push_back({"date", one.date_before, one.is.date});
        add_edit("time", one.was.time, one.is.time, member.edits);
    }
    static void edit_where(const Moved& one, Member& member) {
        add_edit("room", one.from.room, one.to.room, member.edits);
        add_edit("track", one.from.track, one.to.track, member.edits);
    }
    /// The places of what says when, in both revisions.
    Member member(const Moved& one) const {
        auto result = collector_.member(one.pair);
        result.before_at = collector_.slot_before(one.pair.before).time_at;
        result.after_at = collector_.slot_after(one.pair.after).time_at;
        return result;
    }

    /// Joins each with the only one that has gone the other way.
    template <class Key> void exchange(const std::vector<Moved*>& moved, const auto& forth, const auto& back) {
        std::map<Key, std::vector<Moved*>> ways;
        for (auto* one : moved) ways[forth(*one)].push_back(one);
        for (auto* one : moved) {
            const auto way = ways.find(forth(*one));
            const auto other = ways.find(back(*one));
            if (way->second.size() != 1 || other == ways.end() || other->second.size() != 1) continue;
            auto* partner = other->second.front();
            if (partner != one && !one->told_when && !partner->told_when && places_fit(*one, *partner))
                add_exchange(*one, *partner);
        }
    }

    /// Both stay where they are, or exchange places as well.
    static bool places_fit(const Moved& a, const Moved& b) {
        const bool stay = a.from == a.to && b.from == b.to;
        return stay || (a.from == b.to && b.from == a.to);
    }

    void add_exchanges() {
        std::vector<Moved*> moved, relocated;
        for (auto& one : slots_) {
            if (one.moves() && one.was.clock && one.is.clock) moved.push_back(&one);
            if (!one.moves() && one.relocates()) relocated.push_back(&one);
        }
        using Key = std::tuple<bool, std::string, std::string, std::string, std::string>;
        exchange<Key>(
            moved,
            [](const Moved& one) {
                return Key{one.goes_along(), one.was.date, one.was.time, one.is.date, one.is.time};
            },
            [](const Moved& one) {
                return Key{one.goes_along(), one.is.date, one.is.time, one.was.date, one.was.time};
            });
        exchange_neighbours(moved);
        using PlaceKey = std::tuple<bool, Where, Where, std::string, std::string>;
        exchange<PlaceKey>(
            relocated,
            [](const Moved& one) {
                return PlaceKey{one.goes_along(), one.from, one.to, one.is.date, one.is.time};
            },
            [](const Moved& one) {
                return PlaceKey{one.goes_along(), one.to, one.from, one.is.date, one.is.time};
            });
    }

    /// Two of different lengths that follow each other and change their order.
    void exchange_neighbours(const std::vector<Moved*>& moved) {
        std::map<std::tuple<bool, std::string, time::Clock>, std::vector<Moved*>> by_start;
        for (auto* one : moved)
            if (one->shift()) by_start[{one->goes_along(), one->is.date, one->is.clock->start}].push_back(one);
        for (auto* first : moved) {
            if (first->told_when || !first->shift() || first->shift()->count() < 0) continue;
            const auto found = by_start.find({first->goes_along(), first->is.date, first->was.clock->start});
            if (found == by_start.end()) continue;
            for (auto* second : found->second)
                if (second != first && !second->told_when && second->was.clock->end == first->is.clock->end &&
                    first->was.clock->end <= second->was.clock->start && places_fit(*first, *second)) {
                    add_exchange(*first, *second);
                    break;
                }
        }
    }

    void add_exchange(Moved& a, Moved& b) {
        std::vector<Member> members;
        for (auto* one : {&a, &b}) {
            auto each = member(*one);
            each.says = one->was == one->is ? places(*one) : times(*one);
            if (one->was != one->is) edit_when(*one, each);
            edit_where(*one, each);
            one->told_when = one->told_where = true;
            members.push_back(std::move(each));
        }
        auto message = fmt::format("{} change places: {}, {}", named(members), members[0].says, members[1].says);
        collector_.add(Kind::slots_swapped, std::move(message), std::move(members));
    }

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
                auto each = member(*one);
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
        auto each = member(one);
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
        if (!was.clock || !is.clock) return fmt::format("is at another time: {}", times(one));
        const auto start = is.clock->start.since_midnight - was.clock->start.since_midnight;
        const auto was_length = was.clock->end.since_midnight - was.clock->start.since_midnight;
        const auto is_length = is.clock->end.since_midnight - is.clock->start.since_midnight;
        const auto taking = fmt::format("takes {} instead of {}", length(is_length), length(was_length));
        if (start.count() == 0) return fmt::format("{}: {}", taking, times(one));
        const auto starting = "starts " + revision::shift(start);
        if (is_length == was_length) return fmt::format("{}: {}", starting, times(one));
        return fmt::format("{} and {}: {}", starting, taking, times(one));
    }

    /// "room `Aula` -> room `Room XX`"; of room and track what differs.
    std::string places(const Moved& one) const {
        const auto sides = place_names(one);
        return fmt::format("{} -> {}", sides.first, sides.second);
    }
    std::pair<std::string, std::string> place_names(const Moved& one) const {
        const auto& a = collector_.slot_before(one.pair.before);
        const auto& b = collector_.slot_after(one.pair.after);
        return {where_in(collector_.before.agenda, a, one), where_in(collector_.after.agenda, b, one)};
    }
    static std::string where_in(const Agenda& agenda, const Slot& slot, const Moved& one) {
        const bool rooms = one.from.room != one.to.room, tracks = one.from.track != one.to.track;
        std::vector<std::string> parts;
        if (rooms && slot.room) parts.push_back("room " + ticked(called(agenda.rooms[*slot.room])));
        if (tracks && slot.track) parts.push_back("track " + ticked(called(agenda.tracks[*slot.track])));
        if (parts.empty()) return rooms && tracks ? "no place" : rooms ? "no room" : "no track";
        return fmt::format("{}", fmt::join(parts, ", "));
    }
    std::string told_where(const Moved& one, bool single) const {
        const auto [from, to] = place_names(one);
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
                each.says = places(*one);
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
