// SPDX-License-Identifier: MIT
#include "load/formats/icalendar_times.hpp"
#include "load/formats/icalendar_recurrence.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using std::chrono::days;
using std::chrono::floor;
using time::Instant;
using time::LocalTime;
using time::minutes;

constexpr minutes longest_slot{100 * 60}; // what an agenda's duration can say

class Placing {
public:
    Placing(CalendarZones& zones, Schedule& schedule, Reading& reading)
        : zones_(zones), schedule_(schedule), reading_(reading), stamps_(zones, reading),
          recurrence_(stamps_, reading) {}

    void run(std::vector<Occasion>& occasions) {
        std::vector<Readable> readable;
        for (auto& event : occasions) {
            if (auto read = read_times(event)) readable.push_back(std::move(*read));
        }
        choose_home(readable);
        recurrence_.replace(readable, home_);
        std::vector<const Readable*> endless;
        for (const auto& one : readable) {
            if (Recurrence::is_endless(*one.event))
                endless.push_back(&one);
            else
                place_all(one);
        }
        if (placed_.empty() && !endless.empty()) last_ = floor<days>(endless.front()->start.on(home_));
        const auto last = last_;
        for (const auto* one : endless) place_all(*one, std::max(last, floor<days>(one->start.on(home_))));
        hand_over(occasions);
    }

private:
    // What stands in the file

    std::optional<Readable> read_times(Occasion& event) {
        const auto start = stamps_.moment(event.start);
        if (!start) {
            event.slot.start = event.start.value;
            return std::nullopt;
        }
        Readable result{&event, *start, stamps_.moment(event.end), std::nullopt};
        if (event.whole_day) take_for_dates(result);
        if (!result.end && !event.end.value.empty()) event.slot.end = event.end.value;
        if (event.duration.empty()) return result;
        if (!ical::is_there()) {
            stamps_.needs_library(event.duration.at);
            return result;
        }
        result.duration = ical::duration_of(event.duration.text);
        if (!result.duration) event.slot.duration = event.duration;
        return result;
    }

    static void take_for_dates(Readable& one) {
        const auto at_midnight = [](const Moment& moment) { return moment.local == floor<days>(moment.local); };
        if (!at_midnight(one.start) || (one.end && !at_midnight(*one.end))) return;
        one.start.date_only = true;
        if (one.end) one.end->date_only = true;
    }

    // The clock of the agenda

    void choose_home(const std::vector<Readable>& readable) {
        if (!schedule_.timezone.empty()) home_ = zones_.find(schedule_.timezone.text);
        if (means_utc(home_) && all_in_one_other(readable)) {
            home_ = nullptr;
            schedule_.timezone = {};
        }
        if (home_) return name_home(schedule_.timezone);
        std::map<const CalendarZone*, std::size_t> counts; // only ever looked up
        std::size_t most = 0;
        const Field* said = nullptr;
        bool any_utc = false;
        for (const auto& one : readable)
            if (one.start.zone && !one.event->start.zone.empty()) most = std::max(most, ++counts[one.start.zone]);
        for (const auto& one : readable) {
            const auto& [value, zone] = one.event->start;
            if (!said && one.start.zone && !zone.empty() && counts[one.start.zone] == most) {
                home_ = one.start.zone;
                said = &zone;
            }
            any_utc = any_utc || value.text.ends_with('Z');
        }
        if (home_) return name_home(*said);
        if (!any_utc) return;
        home_ = zones_.utc();
        const auto first =
            std::find_if(readable.begin(), readable.end(), [](const Readable& one) { return one.start.zone; });
        if (home_ && first != readable.end()) name_home(first->event->start.value);
    }

    static bool means_utc(const CalendarZone* zone) {
        if (!zone || !zone->iana) return false;
        const auto name = zone->iana->name();
        return name == "UTC" || name == "Etc/UTC" || name == "GMT" || name == "Etc/GMT";
    }

    /// Every event that has a time says one and the same zone beside it.
    static bool all_in_one_other(const std::vector<Readable>& readable) {
        const CalendarZone* zone = nullptr;
        for (const auto& [event, start, end, duration] : readable) {
            if (start.date_only) continue;
            if (!start.zone || event->start.zone.empty() || (zone && zone != start.zone)) return false;
            zone = start.zone;
        }
        return zone && !means_utc(zone);
    }

    /// A zone that only the calendar describes has no name that an agenda can say. A name that means nothing stays.
    void name_home(const Field& said) {
        const auto at = said.at;
        if (schedule_.timezone.empty() || zones_.find(schedule_.timezone.text))
            schedule_.timezone = home_->iana ? Field{std::string{home_->iana->name()}, at} : Field{};
    }

    // Occurrences

    void place_all(const Readable& one, std::optional<std::chrono::local_days> until = std::nullopt) {
        const auto& event = *one.event;
        if (event.rules.empty() && event.also.empty()) return place(one, one.start.local, own_id(one));
        for (const auto start : recurrence_.starts(one, until, most_events - std::min(placed_.size(), most_events)))
            place(one, start, id_at(event, start));
    }

    std::string own_id(const Readable& one) {
        const auto replaced = stamps_.moment(one.event->replaces);
        return replaced ? id_at(*one.event, replaced->on(one.start.zone)) : one.event->slot.id.text;
    }

    /// "UID-2015-07-06", and with the clock where there is such a one already.
    std::string id_at(const Occasion& event, LocalTime start) {
        if (event.slot.id.empty()) return {};
        auto id = event.slot.id.text + "-" + date_of(start);
        if (!ids_.insert(id).second) {
            const auto clock = clock_text(floor<minutes>(start - floor<days>(start)));
            id += "-" + clock.substr(0, 2) + clock.substr(3);
        }
        return id;
    }

    // An occurrence as a slot

    void place(const Readable& one, LocalTime start, std::string id) {
        auto slot = one.event->slot;
        slot.id.text = std::move(id);
        const auto from = point(one.start, start);
        const auto begin = from.local;
        last_ = std::max(last_, floor<days>(begin));
        slot.date = {date_of(begin), one.event->start.value.at};
        const auto end = end_of(one, start);
        if (one.start.date_only) {
            const auto last = end ? end->local - days{1} : begin;
            last_ = std::max(last_, floor<days>(last));
            all_day(slot, begin, last);
        } else {
            set_times(slot, one, from, end);
        }
        placed_.push_back({begin, std::move(slot)});
    }

    /// On the agenda's clock, and when that is, where the zone says it.
    struct Point {
        LocalTime local;
        std::optional<Instant> instant;
    };

    Point point(const Moment& of, LocalTime local) const {
        const Moment moved{local, of.zone, of.date_only};
        return {moved.on(home_), moved.zone && !moved.date_only ? std::optional{moved.instant()} : std::nullopt};
    }

    std::optional<Point> end_of(const Readable& one, LocalTime start) const {
        if (one.end) return point(*one.end, one.end->local + (start - one.start.local));
        if (!one.duration) return std::nullopt;
        const Moment nominal{start + one.duration->days, one.start.zone, one.start.date_only};
        if (!nominal.zone || nominal.date_only) return Point{nominal.local + one.duration->exact, std::nullopt};
        const auto instant = nominal.instant() + one.duration->exact;
        return Point{home_ ? home_->local(instant) : nominal.zone->local(instant), instant};
    }

    /// By how much it is after the first of two times that the clock shows alike; nothing where it is not.
    minutes later_of_two(const Point& point) const {
        if (!home_ || !home_->iana || !point.instant) return minutes{0};
        return time::whole_minutes(*point.instant - home_->instant(point.local));
    }

    static std::string from_to(const std::string& first, const std::string& last) { return first + " to " + last; }

    static void all_day(ScheduledEvent& slot, LocalTime first, LocalTime last) {
        become_note(slot, last > first ? from_to(date_of(first), date_of(last)) : "");
    }

    void set_times(ScheduledEvent& slot, const Readable& one, const Point& begin, const std::optional<Point>& end) {
        const auto midnight = floor<days>(begin.local);
        const auto& at = one.event->start.value.at;
        const auto& end_at = one.event->end.value.empty() ? one.event->duration.at : one.event->end.value.at;
        const auto since = floor<minutes>(begin.local - midnight);
        slot.start = {clock_text(since), at};
        const bool second = later_of_two(begin) > minutes{0};
        const bool second_end = end && later_of_two(*end) > minutes{0};
        const auto until = end ? floor<minutes>(end->local - midnight) : minutes{0};
        const auto length = end ? floor<minutes>(length_of(begin, *end)) : minutes{0};
        const bool on_clock = until <= time::last_clock.since_midnight;
        if (second && (!end || second_end || (!on_clock && length <= longest_slot))) {
            reading_.remarks.push_back(
                second_of_two(slot, *home_->iana, *begin.instant, end ? end->instant : std::optional<Instant>{}));
        } else if (!end) {
            return;
        } else if (until < minutes{0}) {
            slot.end = one.event->end.value; // on an earlier date: no clock can say it
        } else if (length > minutes{0} && length <= longest_slot && (second || second_end)) {
            slot.duration = {clock_text(length), end_at};
            if (second) {
                slot.start = {}; // which follows from the two
                slot.end = {clock_text(until), end_at};
            }
        } else if (on_clock) {
            slot.end = {clock_text(until), at};
        } else if (length <= longest_slot) {
            slot.duration = {clock_text(length), end_at};
        } else {
            const auto clock = clock_text(floor<minutes>(end->local - floor<days>(end->local)));
            become_note(slot,
                        from_to(date_of(begin.local) + " " + clock_text(since), date_of(end->local) + " " + clock));
        }
    }

    /// What passes, whatever clocks do in between.
    static std::chrono::seconds length_of(const Point& begin, const Point& end) {
        return begin.instant && end.instant ? *end.instant - *begin.instant : end.local - begin.local;
    }

    void hand_over(std::vector<Occasion>& occasions) {
        std::stable_sort(placed_.begin(), placed_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<ScheduledEvent> events;
        events.reserve(placed_.size());
        for (auto& [begin, slot] : placed_) events.push_back(std::move(slot));
        // Those without a date go to the last one.
        for (auto& event : occasions)
            if (!moment_of(event.start.value.text, nullptr)) events.push_back(std::move(event.slot));
        schedule_.days = days_of(std::move(events));
    }

    CalendarZones& zones_;
    Schedule& schedule_;
    Reading& reading_;
    StampReader stamps_;
    Recurrence recurrence_;
    const CalendarZone* home_ = nullptr;
    std::set<std::string> ids_;
    std::vector<std::pair<LocalTime, ScheduledEvent>> placed_;
    std::chrono::local_days last_ = std::chrono::local_days::min();
};

} // namespace

void place_occasions(std::vector<Occasion>& occasions, CalendarZones& zones, Schedule& schedule, Reading& reading) {
    Placing{zones, schedule, reading}.run(occasions);
}

} // namespace agenda::load::formats
