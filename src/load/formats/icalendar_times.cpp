// SPDX-License-Identifier: MIT
#include "load/formats/icalendar_times.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using std::chrono::days;
using std::chrono::floor;
using time::Instant;
using time::LocalTime;
using time::minutes;

constexpr std::size_t most_occurrences = 1000;       // of a rule
constexpr std::size_t most_bytes = 64 * 1024 * 1024; // of what stands in them all, each counted as often as it occurs,
constexpr std::size_t bytes_each = 500;              // and what each takes besides
constexpr std::size_t most_rules = 200;              // of a file, since each may take long,
constexpr std::size_t most_fruitless = 5;            // and of those that come to nothing, which take longest
constexpr minutes longest_slot{100 * 60};            // what an agenda's duration can say
constexpr std::string_view needs_library = "reading this needs libical: install the package `libical3`";

/// A local time, and the zone that it is of; none where that is not said or not known.
struct Moment {
    LocalTime local;
    const CalendarZone* zone = nullptr;
    bool date_only = false;

    Instant instant() const { return zone ? zone->instant(local) : Instant{local.time_since_epoch()}; }
    /// On another zone's clock; as it is where either is not known.
    LocalTime on(const CalendarZone* other) const {
        return !zone || !other || zone == other || date_only ? local : other->local(zone->instant(local));
    }
};

std::optional<int> number(std::string_view digits) {
    int result = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        result = result * 10 + (c - '0');
    }
    return result;
}

/// "20150918" or "20150918T070000", with a Z behind it or none.
std::optional<Moment> moment_of(std::string_view text, const CalendarZone* utc) {
    const bool in_utc = text.ends_with('Z');
    if (in_utc) text.remove_suffix(1);
    if (text.size() != 8 && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
    const auto year = number(text.substr(0, 4)), month = number(text.substr(4, 2)), day = number(text.substr(6, 2));
    if (!year || !month || !day) return std::nullopt;
    const time::Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year == 0) return std::nullopt;
    Moment result{LocalTime{std::chrono::local_days{date}}, in_utc ? utc : nullptr, text.size() == 8};
    if (result.date_only) return in_utc ? std::nullopt : std::optional{result};
    const auto hour = number(text.substr(9, 2)), minute = number(text.substr(11, 2)), second = number(text.substr(13));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    result.local += std::chrono::hours{*hour} + minutes{*minute} + std::chrono::seconds{*second};
    return result;
}

std::string date_of(LocalTime time) { return time::format_date(time::Date{floor<days>(time)}); }

std::string clock_text(minutes since_midnight) { return time::format_clock({since_midnight}); }

/// An event whose start can be read.
struct Readable {
    Occasion* event;
    Moment start;
    std::optional<Moment> end;
    std::optional<ical::Duration> duration;
};

class Placing {
public:
    Placing(CalendarZones& zones, Schedule& schedule, Reading& reading)
        : zones_(zones), schedule_(schedule), reading_(reading) {}

    void run(std::vector<Occasion>& occasions) {
        drop_superseded(occasions);
        std::vector<Readable> readable;
        for (auto& event : occasions) {
            if (auto read = read_times(event)) readable.push_back(std::move(*read));
        }
        choose_home(readable);
        for (const auto& one : readable)
            if (const auto replaced = moment(one.event->replaces))
                replaced_[one.event->uid.text].insert({replaced->date_only, replaced->on(home_)});
        std::vector<const Readable*> endless;
        for (const auto& one : readable) {
            if (repeats_without_end(*one.event))
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

    static bool supersedes(const Occasion& one, const Occasion& other) {
        if (one.sequence != other.sequence) return one.sequence > other.sequence;
        return one.made.text > other.made.text;
    }
    /// Of two with the same SEQUENCE: programs that give one UID to all of their events are many.
    static bool alike(const Occasion& one, const Occasion& other) {
        return one.start.value.text == other.start.value.text || one.slot.title.text == other.slot.title.text;
    }

    static void drop_superseded(std::vector<Occasion>& occasions) {
        std::map<std::array<std::string_view, 3>, std::size_t> newest;
        std::vector<bool> out(occasions.size());
        for (std::size_t i = 0; i < occasions.size(); ++i) {
            const auto& one = occasions[i];
            if (one.uid.empty()) continue;
            const auto [found, is_new] =
                newest.try_emplace({one.uid.text, one.replaces.value.text, one.replaces.zone.text}, i);
            const auto& other = occasions[found->second];
            if (is_new || (one.sequence == other.sequence && (one.made.text == other.made.text || !alike(one, other))))
                continue;
            const bool newer = supersedes(one, other);
            out[newer ? found->second : i] = true;
            if (newer) found->second = i;
        }
        if (std::find(out.begin(), out.end(), true) == out.end()) return;
        std::vector<Occasion> kept;
        for (std::size_t i = 0; i < occasions.size(); ++i)
            if (!out[i]) kept.push_back(std::move(occasions[i]));
        occasions = std::move(kept);
    }

    std::optional<Moment> moment(const Stamp& stamp) {
        auto result = moment_of(stamp.value.text, zones_.utc());
        if (!result || result->date_only || stamp.zone.empty() || stamp.value.text.ends_with('Z')) return result;
        result->zone = zones_.find(stamp.zone.text);
        if (!result->zone) unknown_zone(stamp.zone);
        return result;
    }

    void unknown_zone(const Field& zone) {
        if (!unknown_.insert(zone.text).second) return;
        if (zones_.describes(zone.text) && !ical::is_there()) return needs(zone.at);
        std::string reason = "is no zone of the IANA database, and ";
        reason += zones_.describes(zone.text) ? "its VTIMEZONE cannot be understood" : "no VTIMEZONE describes it";
        remark("timezone-invalid", {}, zone,
               {{"what", zone.text},
                {"reason", reason},
                {"hint",
                 std::string{"its times are taken as written; name the zone of a city, such as `Europe/Zurich`"}}});
    }

    void needs(Span at) {
        if (!said_needs_) reading_.errors.push_back({std::string{needs_library}, at});
        said_needs_ = true;
    }

    void remark(std::string_view rule, Span event, const Field& field, finding::Facts facts) {
        reading_.remarks.push_back({rule, event, field.at, std::move(facts), {}});
    }
    void unreadable_rule(const Occasion& event, const Field& rule, std::string_view reason) {
        remark("time-unparsable", event.slot.at, rule, {{"what", rule.text}, {"reason", std::string{reason}}});
    }

    std::optional<Readable> read_times(Occasion& event) {
        const auto start = moment(event.start);
        if (!start) {
            event.slot.start = event.start.value;
            return std::nullopt;
        }
        Readable result{&event, *start, moment(event.end), std::nullopt};
        if (!result.end && !event.end.value.empty()) event.slot.end = event.end.value;
        if (event.duration.empty()) return result;
        if (!ical::is_there()) {
            needs(event.duration.at);
            return result;
        }
        result.duration = ical::duration_of(event.duration.text);
        if (!result.duration) event.slot.duration = event.duration;
        return result;
    }

    bool repeats_without_end(const Occasion& event) {
        return std::any_of(event.rules.begin(), event.rules.end(), [](const Field& text) {
            const auto rule = ical::Rule::read(text.text);
            return rule && rule->endless();
        });
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
        for (const auto start : starts(one, until)) place(one, start, id_at(event, start));
    }

    std::string own_id(const Readable& one) {
        const auto replaced = moment(one.event->replaces);
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

    std::vector<LocalTime> starts(const Readable& one, std::optional<std::chrono::local_days> until) {
        const auto& event = *one.event;
        std::set<LocalTime> all{one.start.local};
        for (const auto& rule : event.rules)
            for (const auto start : repeated(one, rule, until)) all.insert(start);
        for (auto stamp : event.also) {
            stamp.value.text.resize(std::min(stamp.value.text.find('/'), stamp.value.text.size())); // of a period
            if (const auto also = moment(stamp))
                all.insert(also->date_only ? also->local + (one.start.local - floor<days>(one.start.local))
                                           : also->on(one.start.zone));
        }
        const auto drop = [&](const Moment& out) {
            if (!out.date_only) all.erase(out.on(one.start.zone));
            if (out.date_only) all.erase(all.lower_bound(out.local), all.lower_bound(out.local + days{1}));
        };
        for (const auto& stamp : event.except)
            if (const auto except = moment(stamp)) drop(*except);
        const auto replaced = replaced_.find(event.uid.text);
        if (replaced != replaced_.end() && !event.uid.empty() && event.replaces.value.empty())
            std::erase_if(all, [&](LocalTime start) {
                const auto& by = replaced->second;
                return by.contains({false, on_home(one.start, start)}) || by.contains({true, floor<days>(start)});
            });
        return affordable(one, {all.begin(), all.end()});
    }

    std::vector<LocalTime> repeated(const Readable& one, const Field& text,
                                    std::optional<std::chrono::local_days> until) {
        const auto& event = *one.event;
        if (!ical::is_there()) {
            needs(text.at);
            return {};
        }
        const auto rule = ical::Rule::read(text.text);
        if (!rule)
            unreadable_rule(event, text, "it is no rule of days, weeks, months or years; only its first is read");
        if (!rule) return {};
        if (++rules_ > most_rules || fruitless_ > most_fruitless) {
            unreadable_rule(event, text, "there are too many rules; only its first is read");
            return {};
        }
        const auto local = [&](Instant instant) {
            return one.start.zone ? one.start.zone->local(instant) : LocalTime{instant.time_since_epoch()};
        };
        // A day more, since its zone may be behind or ahead.
        const auto last = until ? std::optional<LocalTime>{*until + days{2}} : std::nullopt;
        auto found = rule->from(one.start.local, local, last, most_occurrences);
        if (found.starts.empty()) {
            ++fruitless_;
            unreadable_rule(event, text, "no date fulfils it; only its first is read");
            return {};
        }
        if (until)
            std::erase_if(found.starts,
                          [&](LocalTime start) { return floor<days>(on_home(one.start, start)) > *until; });
        if ((found.cut || until) && !found.starts.empty()) cut(event, text, found.starts, until && rule->endless());
        return std::move(found.starts);
    }

    void cut(const Occasion& event, const Field& rule, const std::vector<LocalTime>& starts, bool endless) {
        remark("recurrence-cut", event.slot.at, rule,
               {{"what", event.slot.title.empty() ? rule.text : event.slot.title.text},
                {"reason", (endless ? "repeats without end: " : "repeats more than 1,000 times: ") +
                               (starts.size() == 1 ? std::string{"its first occurrence is read"}
                                                   : std::to_string(starts.size()) + " of its occurrences are read")},
                {"date", date_of(starts.back())}});
    }

    /// All, or the first alone where there is no room for all.
    std::vector<LocalTime> affordable(const Readable& one, std::vector<LocalTime> starts) {
        const auto& slot = one.event->slot;
        std::size_t each = bytes_each + slot.title.text.size() + slot.description.text.size() + slot.note.text.size();
        for (const auto& person : slot.people) each += bytes_each + person.name.text.size();
        for (const auto& tag : slot.tags) each += bytes_each + tag.text.size();
        if (starts.size() < 2) return starts;
        if (starts.size() <= most_events - std::min(placed_.size(), most_events) &&
            starts.size() * each <= most_bytes - bytes_) {
            bytes_ += starts.size() * each;
            return starts;
        }
        const auto& text = one.event->rules.empty() ? one.event->start.value : one.event->rules.front();
        unreadable_rule(*one.event, text, "all that repeats is too much; only its first is read");
        starts.resize(1);
        return starts;
    }

    // An occurrence as a slot

    LocalTime on_home(const Moment& of, LocalTime local) const {
        return Moment{local, of.zone, of.date_only}.on(home_);
    }

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

    static void add_note(ScheduledEvent& slot, LocalTime begin, LocalTime end, const std::string& text) {
        slot.type = {"note", slot.date.at};
        if (end <= begin) return;
        slot.note = {slot.note.text + (slot.note.empty() ? "" : "\n") + text,
                     slot.note.empty() ? slot.date.at : slot.note.at};
    }

    static void all_day(ScheduledEvent& slot, LocalTime first, LocalTime last) {
        if (!slot.type.empty()) slot.tags.insert(slot.tags.begin(), slot.type);
        add_note(slot, first, last, date_of(first) + " to " + date_of(last));
    }

    void set_times(ScheduledEvent& slot, const Readable& one, const Point& begin, const std::optional<Point>& end) {
        const auto midnight = floor<days>(begin.local);
        const auto& at = one.event->start.value.at;
        const auto& end_at = one.event->end.value.empty() ? one.event->duration.at : one.event->end.value.at;
        const auto since = floor<minutes>(begin.local - midnight);
        slot.start = {clock_text(since), at};
        const auto second = later_of_two(begin);
        if (second > minutes{0} && (!end || later_of_two(*end) > minutes{0}))
            reading_.remarks.push_back(second_of_two(slot.at, slot.start, home_->iana->name(), second));
        if (!end) return;
        const auto until = floor<minutes>(end->local - midnight);
        const auto length = floor<minutes>(length_of(begin, *end));
        if (until < minutes{0}) {
            slot.end = one.event->end.value; // on an earlier date: no clock can say it
        } else if (length > minutes{0} && length <= longest_slot &&
                   (second > minutes{0} || later_of_two(*end) > minutes{0})) {
            slot.duration = {clock_text(length), end_at};
            if (later_of_two(*end) == minutes{0} && until <= time::last_clock.since_midnight) {
                slot.start = {}; // which follows from the two
                slot.end = {clock_text(until), end_at};
            }
        } else if (until <= time::last_clock.since_midnight) {
            slot.end = {clock_text(until), at};
        } else if (length <= longest_slot) {
            slot.duration = {clock_text(length), end_at};
        } else {
            slot.start = {};
            add_note(slot, begin.local, end->local,
                     date_of(begin.local) + " " + clock_text(since) + " to " + date_of(end->local) + " " +
                         clock_text(floor<minutes>(end->local - floor<days>(end->local))));
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
    const CalendarZone* home_ = nullptr;
    std::map<std::string, std::set<std::pair<bool, LocalTime>>>
        replaced_;                  ///< by UID: dates, or times on the agenda's clock
    std::set<std::string> unknown_; ///< zones, each told once
    std::set<std::string> ids_;
    std::vector<std::pair<LocalTime, ScheduledEvent>> placed_;
    std::chrono::local_days last_ = std::chrono::local_days::min();
    std::size_t rules_ = 0, fruitless_ = 0, bytes_ = 0;
    bool said_needs_ = false;
};

} // namespace

void place_occasions(std::vector<Occasion>& occasions, CalendarZones& zones, Schedule& schedule, Reading& reading) {
    Placing{zones, schedule, reading}.run(occasions);
}

} // namespace agenda::load::formats
