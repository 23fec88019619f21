// SPDX-License-Identifier: MIT
#include "load/formats/understand.hpp"
#include <algorithm>
#include <cstdlib>
#include <map>

namespace agenda::load::formats {
namespace {

using time::minutes;

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

class Days {
public:
    explicit Days(Schedule& schedule)
        : schedule_(schedule), change_(day_change_of(schedule)), zone_(zone_of(schedule)) {}

    std::vector<Remark> run() {
        for (auto& day : schedule_.days) day.date = date_of(day.date);
        tell_offsets();
        refile();
        return std::move(remarks_);
    }

    std::vector<Remark> say_second_times() {
        if (!zone_) return {};
        for (auto& day : schedule_.days)
            for (auto& event : day.events) say_second_time(day, event);
        return std::move(remarks_);
    }

private:
    /// "2024-02-03T00:00:00+01:00" is that date: where the zone is known the one that it has there.
    Field date_of(const Field& said) {
        const auto stamp = stamp_of(said.text);
        if (!stamp || said.text.size() == 10) return said;
        if (!zone_ || !stamp->clock || !stamp->offset) return {time::format_date(stamp->date), said.at};
        const time::Instant instant{midnight(stamp->date) + *stamp->clock - *stamp->offset};
        return {time::format_date(time::Date{std::chrono::floor<std::chrono::days>(zone_->local(instant))}), said.at};
    }

    /// How far a day's own clock is ahead of UTC, as an event tells by its start beside its date.
    std::optional<minutes> implied_offset(const ScheduledDay& day, const ScheduledEvent& event) const {
        const auto stamp = stamp_of(event.date.text);
        if (!stamp || !stamp->offset || !local_of(*stamp)) return std::nullopt;
        const auto start = start_of(day, event, change_);
        if (!start) return std::nullopt;
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
        const auto start = *start_of(day, event, change_);
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

    /// Where the stamp is that of the later of two times that the clock shows alike.
    void say_second_time(const ScheduledDay& day, ScheduledEvent& event) {
        const auto offset = implied_offset(day, event);
        if (!offset) return;
        const auto start = *start_of(day, event, change_);
        const auto both = zone_->resolve(time::LocalTime{start});
        const auto* repeated = std::get_if<time::Repeated>(&both);
        if (!repeated || time::Instant{start - *offset} != repeated->later) return;
        const auto length = duration_of(event.duration.text);
        const auto end = repeated->later + length.value_or(minutes{0});
        const auto clock = time::whole_minutes(zone_->local(end).time_since_epoch()) - midnight(*date_in(day.date));
        if (length && event.end.empty() && clock <= time::last_clock.since_midnight &&
            time::instant_of(zone_->resolve(zone_->local(end))) == end) {
            event.end = {time::format_clock({clock}), event.duration.at};
            event.start = {};
        } else {
            remarks_.push_back(
                second_of_two(event, *zone_, repeated->later, length ? std::optional{end} : std::nullopt));
        }
    }

    std::optional<minutes> zone_offset(minutes local) {
        if (!zone_) return std::nullopt;
        const auto instant = time::instant_of(zone_->resolve(time::LocalTime{local}));
        return time::whole_minutes(zone_->offset(instant));
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
            auto end = day.events.begin(); // of those that stay
            for (auto& event : day.events) {
                const auto start = event.date.empty() ? std::nullopt : start_of(day, event, change_);
                if (!start || within(day, *start)) {
                    if (&event != &*end) *end = std::move(event);
                    ++end;
                    continue;
                }
                tell_misfiled(day, event, *start);
                misfiled.emplace_back(shown_date(*start), std::move(event));
            }
            day.events.erase(end, day.events.end());
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

    Schedule& schedule_;
    minutes change_;
    std::optional<time::Zone> zone_;
    std::vector<Remark> remarks_;
};

} // namespace

std::optional<minutes> start_of(const ScheduledDay& day, const ScheduledEvent& event, minutes change) {
    const auto date = date_in(day.date);
    const auto clock = minutes_of(event.start.text);
    if (!date || !clock) return std::nullopt;
    const auto later = days_after(*date, event.start.text, event.date.text, change);
    return midnight(*date) + std::chrono::days{later} + *clock;
}

std::vector<Remark> understand_days(Schedule& schedule) { return Days{schedule}.run(); }

std::vector<Remark> say_second_times(Schedule& schedule) { return Days{schedule}.say_second_times(); }

} // namespace agenda::load::formats
