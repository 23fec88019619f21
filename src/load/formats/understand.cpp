// SPDX-License-Identifier: MIT
// What people who read a schedule see and the schedule does not say. Works on local time, in minutes from 1970, since
// all of one schedule is in one place.
#include "load/formats/schedule.hpp"
#include "load/names.hpp"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using time::Date;
using time::minutes;

std::optional<Date> date_in(const Field& field) { return time::parse_date(std::string_view{field.text}.substr(0, 10)); }

minutes midnight(Date date) { return std::chrono::sys_days{date}.time_since_epoch(); }

/// The local time of a stamp that has one.
std::optional<minutes> local_of(const DateStamp& stamp) {
    if (!stamp.clock) return std::nullopt;
    return midnight(stamp.date) + *stamp.clock;
}

std::string shown(minutes local) {
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return time::format_clock({local - day});
}
std::string shown_date(minutes local) {
    return time::format_date(std::chrono::sys_days{std::chrono::floor<std::chrono::days>(local)});
}
std::string shown_offset(minutes offset) {
    return (offset.count() < 0 ? "-" : "+") + time::format_clock({minutes{std::abs(offset.count())}});
}

/// An event and when it is; nothing that lasts no time.
struct Placed {
    ScheduledEvent* event;
    minutes start, end;
};

std::string title_of(const ScheduledEvent& event) { return event.title.empty() ? event.id.text : event.title.text; }

class Understanding {
public:
    explicit Understanding(Schedule& schedule) : schedule_(schedule), change_(day_change_of(schedule)) {}

    std::vector<Remark> run() {
        for (auto& day : schedule_.days) day.date = date_of(day.date);
        remarks_ = tell_people_apart(schedule_);
        tell_offsets();
        tell_second_times();
        refile();
        name_the_nameless();
        find_relays();
        for (auto& [room, events] : by_room()) {
            find_parts(events);
            find_area(room, events);
        }
        return std::move(remarks_);
    }

private:
    /// "2024-02-03T00:00:00+01:00" is that date: where the zone is known the one that it has there.
    Field date_of(const Field& said) {
        const auto stamp = stamp_of(said.text);
        if (!stamp || said.text.size() == 10) return said;
        const auto* zone = stamp->clock && stamp->offset ? known_zone() : nullptr;
        if (!zone) return {time::format_date(stamp->date), said.at};
        const time::Instant instant{midnight(stamp->date) + *stamp->clock - *stamp->offset};
        return {time::format_date(time::Date{std::chrono::floor<std::chrono::days>(zone->local(instant))}), said.at};
    }

    std::optional<minutes> start_of(const ScheduledDay& day, const ScheduledEvent& event) const {
        const auto date = date_in(day.date);
        const auto clock = minutes_of(event.start.text);
        if (!date || !clock) return std::nullopt;
        const auto later = days_after(*date, event.start.text, event.date.text, change_);
        return midnight(*date) + std::chrono::days{later} + *clock;
    }

    std::optional<Placed> placed(const ScheduledDay& day, ScheduledEvent& event) const {
        const auto start = start_of(day, event);
        if (!start) return std::nullopt;
        auto length = duration_of(event.duration.text);
        if (const auto end = minutes_of(event.end.text)) length = *end - *minutes_of(event.start.text);
        if (!length || length->count() <= 0) return std::nullopt;
        return Placed{&event, *start, *start + *length};
    }

    /// How far a day's own clock is ahead of UTC, as an event tells by its start beside its date.
    std::optional<minutes> implied_offset(const ScheduledDay& day, const ScheduledEvent& event) const {
        const auto stamp = stamp_of(event.date.text);
        const auto start = start_of(day, event);
        if (!stamp || !stamp->offset || !local_of(*stamp) || !start) return std::nullopt;
        auto offset = *start - (*local_of(*stamp) - *stamp->offset);
        while (offset > minutes{14 * 60}) offset -= std::chrono::days{1};
        while (offset < minutes{-12 * 60}) offset += std::chrono::days{1};
        return offset;
    }

    /// One or a few of a day whose stamps have another offset than at least three quarters of the day. Where the clock
    /// changes on a day the stamps are right on both of its sides.
    void tell_offsets() {
        for (const auto& day : schedule_.days) {
            std::map<minutes, std::size_t> count;
            std::size_t all = 0;
            for (const auto& event : day.events)
                if (const auto offset = implied_offset(day, event)) {
                    ++count[*offset];
                    ++all;
                }
            if (count.size() < 2) continue;
            const auto most = std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) {
                                  return a.second < b.second;
                              })->first;
            if (count[most] * 4 < all * 3 || count[most] < 3) continue;
            for (const auto& event : day.events)
                if (const auto offset = implied_offset(day, event); offset && *offset != most)
                    tell_offset(day, event, *offset, most);
        }
    }

    void tell_offset(const ScheduledDay& day, const ScheduledEvent& event, minutes offset, minutes usual) {
        const auto start = *start_of(day, event);
        const auto right = zone_offset(start);
        if (right && *right == offset) return;
        // Clocks change at night: where the zone is not known, both offsets may be right.
        const auto clock = start - midnight(*date_in(day.date));
        if (!right && (clock >= std::chrono::days{1} || clock < usual_day_change)) return;
        remarks_.push_back({"offset-mismatch",
                            event.at,
                            event.date.at,
                            {{"what", title_of(event)},
                             {"start", shown(start)},
                             {"seen", shown_offset(offset)},
                             {"wanted", shown_offset(usual)},
                             {"minutes", static_cast<std::int64_t>(std::abs((offset - usual).count()))},
                             {"date", time::format_date(*date_in(day.date))}},
                            shown_offset(offset)});
    }

    /// Whose stamp is that of the later of two times that the clock shows alike.
    void tell_second_times() {
        const auto* zone = known_zone();
        if (!zone) return;
        for (const auto& day : schedule_.days)
            for (const auto& event : day.events) {
                const auto offset = implied_offset(day, event);
                if (!offset) continue;
                const auto start = *start_of(day, event);
                const auto both = zone->resolve(time::LocalTime{start});
                const auto* repeated = std::get_if<time::Repeated>(&both);
                if (repeated && time::Instant{start - *offset} == repeated->later)
                    remarks_.push_back(second_of_two(event.at, event.start, zone->name(),
                                                     time::whole_minutes(repeated->later - repeated->earlier)));
            }
    }

    const time::Zone* known_zone() {
        if (!zone_sought_) {
            zone_sought_ = true;
            zone_ = zone_of(schedule_);
        }
        return zone_ ? &*zone_ : nullptr;
    }

    std::optional<minutes> zone_offset(minutes local) {
        const auto* zone = known_zone();
        if (!zone) return std::nullopt;
        const auto instant = time::instant_of(zone->resolve(time::LocalTime{local}));
        return time::whole_minutes(zone->offset(instant));
    }

    /// Whether a time lies in the programme of a day, as the day says, else from the change to that of the next day.
    bool within(const ScheduledDay& day, minutes start) const {
        const auto date = date_in(day.date);
        const auto from = stamp_of(day.start.text), to = stamp_of(day.end.text);
        if (from && to && from->offset == to->offset && local_of(*from) && local_of(*to) && start >= *local_of(*from) &&
            start < *local_of(*to))
            return true;
        return date && start >= midnight(*date) && start < midnight(*date) + std::chrono::days{1} + change_;
    }

    /// Puts what lies on another day than the one that it is filed under where it belongs.
    void refile() {
        std::vector<std::pair<std::string, ScheduledEvent>> misfiled;
        for (auto& day : schedule_.days) {
            if (!date_in(day.date)) continue;
            std::vector<ScheduledEvent> kept;
            for (auto& event : day.events) {
                const auto start = start_of(day, event);
                if (!start || event.date.empty() || within(day, *start)) {
                    kept.push_back(std::move(event));
                    continue;
                }
                tell_misfiled(day, event, *start);
                misfiled.emplace_back(shown_date(*start), std::move(event));
            }
            day.events = std::move(kept);
        }
        file(std::move(misfiled));
    }

    void tell_misfiled(const ScheduledDay& day, const ScheduledEvent& event, minutes start) {
        remarks_.push_back(
            {"wrong-day",
             event.at,
             event.date.at,
             {{"what", title_of(event)}, {"start", shown(start)}, {"date", shown_date(start)}, {"seen", day.date.text}},
             shown_date(start)});
    }

    /// Each under the day of its date. Where one had to be made, the days are put in order.
    void file(std::vector<std::pair<std::string, ScheduledEvent>> events) {
        auto& days = schedule_.days;
        std::map<std::string, std::size_t> by_date;
        for (std::size_t i = 0; i < days.size(); ++i) by_date.try_emplace(days[i].date.text, i);
        const auto known = days.size();
        for (auto& [date, event] : events) {
            const auto [found, is_new] = by_date.try_emplace(date, days.size());
            if (is_new) days.push_back({event.at, {date, event.date.at}, {}, {}, {}});
            days[found->second].events.push_back(std::move(event));
        }
        if (days.size() > known)
            std::stable_sort(days.begin(), days.end(),
                             [](const auto& a, const auto& b) { return a.date.text < b.date.text; });
    }

    void name_the_nameless() {
        for (auto& day : schedule_.days)
            for (auto& event : day.events)
                if (event.in_nameless_room && event.room.empty()) event.room = {nameless, event.at};
    }

    void add_area(const std::string& room, const ScheduledEvent& first, std::size_t at_once) {
        schedule_.areas.push_back(room);
        remarks_.push_back(
            {"area-assumed", {}, first.room.at, {{"what", room}, {"count", static_cast<std::int64_t>(at_once)}}, {}});
    }

    /// One title and people at one time in several rooms: the first that takes place is the event, the others are
    /// relays.
    void find_relays() {
        std::map<std::pair<minutes, std::string>, std::vector<Placed>> alike;
        for (auto& day : schedule_.days)
            for (auto& event : day.events)
                if (const auto one = placed(day, event); one && !event.people.empty() && !event.title.empty())
                    alike[{one->start, event.title.text}].push_back(*one);
        for (auto& [key, events] : alike) {
            const auto held = std::find_if(events.begin(), events.end(),
                                           [](const Placed& one) { return one.event->status.text != "cancelled"; });
            const auto& first = held == events.end() ? events.front() : *held;
            for (auto& one : events)
                if (one.event != first.event && one.end == first.end &&
                    one.event->room.text != first.event->room.text && !first.event->id.empty() &&
                    one.event->id.text != first.event->id.text && same_people(*first.event, *one.event))
                    one.event->repeat_of = first.event->id.text;
        }
    }

    static bool same_people(const ScheduledEvent& a, const ScheduledEvent& b) {
        const auto names = [](const ScheduledEvent& event) {
            std::set<std::string> result;
            for (const auto& person : event.people) result.insert(person.id.text + '\n' + person.name.text);
            return result;
        };
        return names(a) == names(b);
    }

    /// What is not cancelled, by room, in the order of time; of what begins together the longest first.
    std::map<std::string, std::vector<Placed>> by_room() {
        std::map<std::string, std::vector<Placed>> rooms;
        for (auto& day : schedule_.days)
            for (auto& event : day.events)
                if (const auto one = placed(day, event); one && !event.room.empty() && event.status.text != "cancelled")
                    rooms[event.room.text].push_back(*one);
        for (auto& [room, events] : rooms)
            std::stable_sort(events.begin(), events.end(), [](const Placed& a, const Placed& b) {
                return a.start != b.start ? a.start < b.start : a.end > b.end;
            });
        return rooms;
    }

    /// A block names nobody; two events or more lie within it, and each names somebody.
    void find_parts(const std::vector<Placed>& events) {
        constexpr std::size_t depth = 4; // of the events that go on, those looked at: a block in a block is rare
        constexpr std::size_t most_open = 64;
        std::vector<const Placed*> open;
        std::map<const Placed*, std::vector<ScheduledEvent*>> parts;
        for (const auto& one : events) {
            std::erase_if(open, [&](const auto* other) { return other->end <= one.start; });
            if (open.size() > most_open) open.erase(open.begin());
            const auto from = open.size() > depth ? open.end() - depth : open.begin();
            for (auto it = open.end(); it != from;) {
                const auto* block = *--it;
                if (block->end < one.end || block->end - block->start == one.end - one.start) continue;
                parts[block].push_back(one.event);
                break;
            }
            if (is_block(*one.event)) open.push_back(&one);
        }
        const auto given = [](const ScheduledEvent* event) { return !event->people.empty(); };
        for (auto& [block, inside] : parts)
            if (inside.size() >= 2 && !block->event->id.empty() && std::all_of(inside.begin(), inside.end(), given))
                for (auto* event : inside) event->part_of = block->event->id.text;
    }

    /// Nobody gives it, and it is no pause and no keynote whose speaker is still to be announced.
    static bool is_block(const ScheduledEvent& event) {
        static constexpr std::array<std::string_view, 9> others{"coffee",       "pause",   "lunch",   "dinner", "break",
                                                                "registration", "keynote", "opening", "closing"};
        return event.people.empty() && std::find(others.begin(), others.end(), slug(event.type.text)) == others.end();
    }

    /// Three or more at once for half of the time in which anything is on, and for two hours at least, and on every
    /// date on which two are: one crowded morning explains no overlap of another day. In a room without a name any two.
    void find_area(const std::string& room, const std::vector<Placed>& events) {
        std::vector<std::pair<minutes, int>> steps;
        for (const auto& one : events)
            if (one.event->part_of.empty()) {
                steps.emplace_back(one.start, 1);
                steps.emplace_back(one.end, -1);
            }
        std::sort(steps.begin(), steps.end());
        minutes used{0}, crowded{0}, before{0};
        int at_once = 0, most = 0;
        std::set<std::chrono::days> with_two, with_three;
        for (const auto& [at, step] : steps) {
            if (at_once > 0) used += at - before;
            const auto date = std::chrono::floor<std::chrono::days>(before);
            if (at_once >= 2 && at > before) with_two.insert(date);
            if (at_once >= 3 && at > before) with_three.insert(date);
            if (at_once >= 3) crowded += at - before;
            before = at;
            at_once += step;
            most = std::max(most, at_once);
        }
        if ((room == nameless && most >= 2) ||
            (crowded >= minutes{120} && crowded * 2 >= used && with_two == with_three))
            add_area(room, *events.front().event, static_cast<std::size_t>(most));
    }

    static constexpr const char* nameless = "(no name)";

    Schedule& schedule_;
    minutes change_;
    std::optional<time::Zone> zone_;
    bool zone_sought_ = false;
    std::vector<Remark> remarks_;
};

} // namespace

std::vector<Remark> understand(Schedule& schedule) { return Understanding{schedule}.run(); }

} // namespace agenda::load::formats
