// SPDX-License-Identifier: MIT
// What people who read a schedule see and the schedule does not say. Works on local time, in minutes from 1970, since
// all of one schedule is in one place.
#include "load/formats/understand.hpp"
#include "load/names.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <tuple>

namespace agenda::load::formats {
namespace {

using time::minutes;

/// An event and when it is; nothing that lasts no time.
struct Placed {
    ScheduledEvent* event;
    minutes start, end;
};

class Rooms {
public:
    explicit Rooms(Schedule& schedule) : schedule_(schedule), change_(day_change_of(schedule)) {}

    std::vector<Remark> run() {
        name_the_nameless();
        const auto all = placed();
        find_relays(all);
        for (auto& [room, events] : by_room(all)) {
            find_parts(events);
            find_area(room, events);
        }
        return std::move(remarks_);
    }

private:
    std::optional<Placed> placed(const ScheduledDay& day, ScheduledEvent& event) const {
        const auto start = start_of(day, event, change_);
        if (!start) return std::nullopt;
        auto length = duration_of(event.duration.text);
        if (const auto end = minutes_of(event.end.text)) length = *end - *minutes_of(event.start.text);
        if (!length || length->count() <= 0) return std::nullopt;
        return Placed{&event, *start, *start + *length};
    }
    std::vector<Placed> placed() const {
        std::vector<Placed> result;
        for (auto& day : schedule_.days)
            for (auto& event : day.events)
                if (const auto one = placed(day, event)) result.push_back(*one);
        return result;
    }

    void name_the_nameless() {
        for (auto& day : schedule_.days)
            for (auto& event : day.events)
                if (event.in_nameless_room && event.room.empty()) event.room = {nameless, event.at};
    }

    void add_area(std::string_view room, const ScheduledEvent& first, std::size_t at_once) {
        schedule_.areas.emplace_back(room);
        remarks_.push_back({"area-assumed",
                            {},
                            first.room.at,
                            {{"what", std::string{room}}, {"count", static_cast<std::int64_t>(at_once)}},
                            {}});
    }

    /// One title and people at one time in several rooms: the first that takes place is the event, the others are
    /// relays.
    static void find_relays(std::vector<Placed> all) {
        std::erase_if(all, [](const Placed& one) { return one.event->people.empty() || one.event->title.empty(); });
        const auto key = [](const Placed& one) {
            const std::string_view title = one.event->title.text;
            return std::tuple{one.start, title.size(), title}; // few titles of one time are of one length
        };
        std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
        for (auto from = all.begin(), to = from; from != all.end(); from = to) {
            to = std::find_if(from, all.end(), [&](const Placed& one) { return key(one) != key(*from); });
            if (to - from < 2) continue;
            const std::span events{from, to};
            const auto held = std::find_if(events.begin(), events.end(),
                                           [](const Placed& one) { return one.event->status.text != "cancelled"; });
            const auto& first = held == events.end() ? events.front() : *held;
            const auto people = people_of(*first.event);
            for (auto& one : events)
                if (one.event != first.event && one.end == first.end &&
                    one.event->room.text != first.event->room.text && !first.event->id.empty() &&
                    one.event->id.text != first.event->id.text && people_of(*one.event) == people)
                    one.event->repeat_of = first.event->id.text;
        }
    }

    static std::set<std::string> people_of(const ScheduledEvent& event) {
        std::set<std::string> result;
        for (const auto& person : event.people) result.insert(person.id.text + '\n' + person.name.text);
        return result;
    }

    /// What is not cancelled, by room, in the order of time; of what begins together the longest first.
    static std::map<std::string_view, std::vector<Placed>> by_room(const std::vector<Placed>& all) {
        std::map<std::string_view, std::vector<Placed>> rooms;
        for (const auto& one : all)
            if (const auto& event = *one.event; !event.room.empty() && event.status.text != "cancelled")
                rooms[event.room.text].push_back(one);
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
    void find_area(std::string_view room, const std::vector<Placed>& events) {
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
    std::vector<Remark> remarks_;
};

} // namespace

std::vector<Remark> understand(Schedule& schedule) {
    auto remarks = tell_people_apart(schedule);
    for (auto& remark : understand_days(schedule)) remarks.push_back(std::move(remark));
    for (auto& remark : Rooms{schedule}.run()) remarks.push_back(std::move(remark));
    for (auto& remark : say_second_times(schedule)) remarks.push_back(std::move(remark));
    return remarks;
}

} // namespace agenda::load::formats
