// SPDX-License-Identifier: MIT
// What people who read a schedule see and the schedule does not say. Works on local time, in minutes from 1970, since
// all of one schedule is in one place.
#include "load/formats/schedule.hpp"
#include "load/names.hpp"
#include "time/zone.hpp"
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using time::Date;
using time::minutes;

std::optional<Date> date_in(const Field& field) { return time::parse_date(std::string_view{field.text}.substr(0, 10)); }

minutes midnight(Date date) { return std::chrono::sys_days{date}.time_since_epoch(); }

/// "2019-08-21T10:30:00+02:00": the local time of a stamp, and its offset where it says one.
struct Stamp {
    minutes local{};
    std::optional<minutes> offset;
};

std::optional<minutes> offset_in(std::string_view zone) {
    if (zone == "Z" || zone == "z") return minutes{0};
    if (zone.size() < 5 || (zone.front() != '+' && zone.front() != '-')) return std::nullopt;
    std::string clock{zone.substr(1)};
    if (clock.find(':') == std::string::npos) clock.insert(2, ":");
    const auto size = minutes_of(clock);
    if (!size || *size > minutes{14 * 60}) return std::nullopt;
    return zone.front() == '-' ? -*size : *size;
}

std::optional<Stamp> stamp_in(const Field& field) {
    const auto date = date_in(field);
    const std::string_view text{field.text};
    if (!date || text.size() < 16) return std::nullopt;
    const auto clock = minutes_of(text.substr(11, 5));
    if (!clock) return std::nullopt;
    const auto zone = text.find_first_of("Zz+-", 16);
    return Stamp{midnight(*date) + *clock,
                 zone == std::string_view::npos ? std::nullopt : offset_in(text.substr(zone))};
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
    explicit Understanding(Schedule& schedule)
        : schedule_(schedule), change_(minutes_of(schedule.day_change.text).value_or(usual_day_change)) {}

    std::vector<Remark> run() {
        tell_offsets();
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
        const auto stamp = stamp_in(event.date);
        const auto start = start_of(day, event);
        if (!stamp || !stamp->offset || !start) return std::nullopt;
        auto offset = *start - (stamp->local - *stamp->offset);
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
        if (const auto right = zone_offset(start); right && *right == offset) return;
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

    std::optional<minutes> zone_offset(minutes local) {
        if (!zone_sought_) {
            zone_sought_ = true;
            auto found = time::Zone::find(schedule_.timezone.text);
            if (auto* zone = std::get_if<time::Zone>(&found)) zone_ = std::move(*zone);
        }
        if (!zone_) return std::nullopt;
        const auto instant = time::instant_of(zone_->resolve(time::LocalTime{local}));
        return time::whole_minutes(zone_->offset(instant));
    }

    /// Whether a time lies in the programme of a day, as the day says, else from the change to that of the next day.
    bool within(const ScheduledDay& day, minutes start) const {
        const auto date = date_in(day.date);
        const auto from = stamp_in(day.start), to = stamp_in(day.end);
        if (from && to && from->offset == to->offset && from->local < to->local && start >= from->local &&
            start < to->local)
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
        for (auto& [date, event] : misfiled) file(date, std::move(event));
    }

    void tell_misfiled(const ScheduledDay& day, const ScheduledEvent& event, minutes start) {
        remarks_.push_back(
            {"wrong-day",
             event.at,
             event.date.at,
             {{"what", title_of(event)}, {"start", shown(start)}, {"date", shown_date(start)}, {"seen", day.date.text}},
             shown_date(start)});
    }

    void file(const std::string& date, ScheduledEvent event) {
        auto& days = schedule_.days;
        auto found = std::find_if(days.begin(), days.end(), [&](const auto& day) { return day.date.text == date; });
        if (found == days.end()) {
            found = std::find_if(days.begin(), days.end(), [&](const auto& day) { return day.date.text > date; });
            found = days.insert(found, ScheduledDay{event.at, {date, event.date.at}, {}, {}, {}});
        }
        found->events.push_back(std::move(event));
    }

    /// A room without a name is one where things run side by side.
    void name_the_nameless() {
        const ScheduledEvent* first = nullptr;
        std::size_t count = 0;
        for (auto& day : schedule_.days)
            for (auto& event : day.events) {
                if (!event.in_nameless_room || !event.room.empty()) continue;
                event.room = {nameless, event.at};
                if (!first) first = &event;
                ++count;
            }
        if (first) add_area(nameless, *first, count);
    }

    void add_area(const std::string& room, const ScheduledEvent& first, std::size_t at_once) {
        schedule_.areas.push_back(room);
        remarks_.push_back(
            {"area-assumed", {}, first.room.at, {{"what", room}, {"count", static_cast<std::int64_t>(at_once)}}, {}});
    }

    /// One title and people at one time in several rooms: the first is the event, the others are relays.
    void find_relays() {
        std::map<std::pair<minutes, std::string>, std::vector<Placed>> alike;
        for (auto& day : schedule_.days)
            for (auto& event : day.events)
                if (const auto one = placed(day, event); one && !event.people.empty() && !event.title.empty())
                    alike[{one->start, event.title.text}].push_back(*one);
        for (auto& [key, events] : alike) {
            auto& first = events.front();
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

    /// A block names nobody, or is of the type of lightning talks; two events or more lie within it, and each names
    /// somebody.
    void find_parts(const std::vector<Placed>& events) {
        constexpr std::size_t depth = 4; // of the events that go on, those looked at: a block in a block is rare
        std::vector<const Placed*> open;
        std::map<const Placed*, std::vector<ScheduledEvent*>> parts;
        for (const auto& one : events) {
            std::erase_if(open, [&](const auto* other) { return other->end <= one.start; });
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

    static bool is_block(const ScheduledEvent& event) {
        return event.people.empty() || slug(event.type.text).starts_with("lightning");
    }

    /// Three or more at once for half of the time in which anything is on, and for two hours at least.
    void find_area(const std::string& room, const std::vector<Placed>& events) {
        if (room == nameless) return;
        std::vector<std::pair<minutes, int>> steps;
        for (const auto& one : events)
            if (one.event->part_of.empty()) {
                steps.emplace_back(one.start, 1);
                steps.emplace_back(one.end, -1);
            }
        std::sort(steps.begin(), steps.end());
        minutes used{0}, crowded{0}, before{0};
        int at_once = 0, most = 0;
        for (const auto& [at, step] : steps) {
            if (at_once > 0) used += at - before;
            if (at_once >= 3) crowded += at - before;
            before = at;
            at_once += step;
            most = std::max(most, at_once);
        }
        if (crowded >= minutes{120} && crowded * 2 >= used)
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
