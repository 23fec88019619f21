// SPDX-License-Identifier: MIT
#include "export/schedule.hpp"
#include <algorithm>
#include <map>
#include <numeric>

namespace agenda::exporting {
namespace {

using std::chrono::seconds;
using time::minutes;

/// Small letters, digits and `_`, as systems want a name for an event.
std::string acronym_of(std::string_view title) {
    constexpr std::size_t longest = 40;
    std::string result;
    for (const char c : title) {
        if (result.size() >= longest) break;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            result += c;
        else if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    while (result.ends_with('_')) result.pop_back();
    return result.empty() ? "event" : result;
}

std::string duration_text(minutes length) { return time::format_clock({length}); }

class ScheduleMaker {
public:
    explicit ScheduleMaker(const Programme& programme)
        : programme_(programme), agenda_(programme.agenda), uuids_(agenda_) {
        std::vector<std::string> keys;
        for (const auto& entry : programme.entries) keys.push_back(entry.key);
        numbers_ = numbers_of(uuids_, "slot", keys);
        std::vector<std::string> ids;
        for (const auto& person : agenda_.people) ids.push_back(person.id);
        people_ = numbers_of(uuids_, "person", ids);
    }

    OutSchedule run() {
        head();
        std::map<time::Date, std::vector<std::size_t>> by_date;
        for (const auto& day : agenda_.days)
            if (day.date.ok()) by_date[day.date];
        for (std::size_t i = 0; i < programme_.entries.size(); ++i)
            by_date[agenda_.days[agenda_.slots[programme_.entries[i].slot].day].date].push_back(i);
        for (const auto& [date, entries] : by_date) day(date, entries);
        return std::move(result_);
    }

private:
    void head() {
        const auto& event = agenda_.event;
        result_.title = event.title;
        result_.acronym = acronym_of(event.title);
        auto first = agenda_.first_date;
        auto last = agenda_.last_date;
        if (!event.dates.empty()) {
            first = *std::min_element(event.dates.begin(), event.dates.end());
            last = *std::max_element(event.dates.begin(), event.dates.end());
        }
        if (first) result_.start = time::format_date(*first);
        if (last) result_.end = time::format_date(*last);
        if (agenda_.zone) result_.timezone = agenda_.zone->name();
        result_.version = event.revision.empty() ? event.status() : event.revision;
        auto step = std::int64_t{60};
        for (const auto& entry : programme_.entries) {
            step = std::gcd(step, time::whole_minutes(entry.start.time_since_epoch()).count());
            if (entry.end) step = std::gcd(step, time::whole_minutes(*entry.end - entry.start).count());
        }
        result_.timeslot = duration_text(minutes{step});
    }

    void day(time::Date date, const std::vector<std::size_t>& entries) {
        OutDay day{time::format_date(date), {}, {}, {}};
        auto begin = instant_at(agenda_, date, {minutes{4 * 60}});
        auto end = instant_at(agenda_, date, {minutes{28 * 60 - 1}});
        // By the order of the agenda's rooms; those that have no room, in the plenary or a track, come first.
        std::map<std::pair<std::int64_t, std::string>, OutRoom> rooms;
        for (const auto i : entries) {
            const auto& entry = programme_.entries[i];
            const auto& slot = agenda_.slots[entry.slot];
            begin = std::min(begin, entry.start);
            end = std::max(end, entry.end.value_or(entry.start));
            auto room = slot.room;
            if (!room && slot.track) room = agenda_.tracks[*slot.track].room;
            auto name = clean(room_of(agenda_, slot));
            if (name.empty()) name = plenary_room;
            const auto order = room ? static_cast<std::int64_t>(*room) : -1;
            auto& into = rooms[{order, name}];
            if (into.name.empty())
                into = {name, uuids_.of("room", name), room ? agenda_.rooms[*room].capacity : std::nullopt, {}};
            into.events.push_back(event(i, slot));
        }
        day.start = stamp(begin);
        day.end = stamp(end);
        std::map<std::string, std::size_t> places; // in day.rooms, by name
        for (auto& [key, room] : rooms) {
            const auto [place, is_new] = places.try_emplace(room.name, day.rooms.size());
            if (is_new)
                day.rooms.push_back(std::move(room));
            else
                std::move(room.events.begin(), room.events.end(), std::back_inserter(day.rooms[place->second].events));
        }
        result_.days.push_back(std::move(day));
    }

    OutEvent event(std::size_t i, const Slot& slot) const {
        const auto& entry = programme_.entries[i];
        OutEvent out{numbers_[i],
                     uuids_.of("slot", entry.key),
                     entry.key,
                     title_of(slot),
                     {},
                     {},
                     {},
                     slot.description,
                     stamp(entry.start),
                     {},
                     {},
                     {},
                     {}};
        out.start = out.date.substr(11, 5);
        out.duration = duration_text(entry.end ? time::whole_minutes(*entry.end - entry.start) : minutes{0});
        out.kind = slot.kind;
        if (!slot.tags.empty())
            out.track = slot.tags.front();
        else if (slot.track)
            out.track = called(agenda_.tracks[*slot.track]);
        if (!slot.languages.empty()) out.language = slot.languages.front();
        if (slot.status != SlotStatus::confirmed) out.status = name_of(slot.status);
        for (const auto& one : people_of(slot)) {
            const auto& person = agenda_.people[one.person];
            out.people.push_back({people_[static_cast<std::size_t>(one.person)], called(person), one.role});
        }
        return out;
    }

    std::string stamp(time::Instant instant) const {
        const auto shown = local(agenda_, instant);
        auto text = time::format_local(shown) + ":00";
        if (agenda_.floating()) return text;
        const auto offset = agenda_.zone->offset(instant);
        const auto size = time::whole_minutes(offset < seconds{0} ? -offset : offset);
        return text + (offset < seconds{0} ? "-" : "+") + time::format_clock({size});
    }

    const Programme& programme_;
    const Agenda& agenda_;
    Uuids uuids_;
    std::vector<std::uint32_t> numbers_, people_;
    OutSchedule result_;
};

} // namespace

OutSchedule schedule_of(const Programme& programme) { return ScheduleMaker{programme}.run(); }

} // namespace agenda::exporting
