// SPDX-License-Identifier: MIT
// When the events of a calendar are that repeat.
#pragma once
#include "load/formats/icalendar_times.hpp"
#include <map>
#include <set>

namespace agenda::load::formats {

/// An event whose start can be read.
struct Readable {
    Occasion* event;
    Moment start;
    std::optional<Moment> end;
    std::optional<ical::Duration> duration;
};

/// Follows RRULE, RDATE, EXDATE and RECURRENCE-ID, as far as that is not too much; tells what it does not follow.
class Recurrence {
public:
    Recurrence(StampReader& stamps, Reading& reading) : stamps_(stamps), reading_(reading) {}

    /// Once the agenda's clock is known, and before any start: which occurrences other events stand in place of.
    void replace(const std::vector<Readable>& events, const CalendarZone* home);

    static bool is_endless(const Occasion& event);

    /// All starts of an event, on its own clock, in the order of time; those of a rule without end up to `until`. The
    /// first alone where there are more than `room`.
    std::vector<time::LocalTime> starts(const Readable& event, std::optional<std::chrono::local_days> until,
                                        std::size_t room);

private:
    std::vector<time::LocalTime> repeated(const Readable& event, const Field& rule,
                                          std::optional<std::chrono::local_days> until);
    std::vector<time::LocalTime> affordable(const Readable& event, std::vector<time::LocalTime> starts,
                                            std::size_t room);
    void cut(const Occasion& event, const Field& rule, const std::vector<time::LocalTime>& starts, bool endless);
    void unreadable_rule(const Occasion& event, const Field& rule, std::string_view reason);
    time::LocalTime on_home(const Moment& of, time::LocalTime local) const;

    StampReader& stamps_;
    Reading& reading_;
    const CalendarZone* home_ = nullptr;
    std::map<std::string, std::set<std::pair<bool, time::LocalTime>>>
        replaced_; ///< by UID: dates, or times on the agenda's clock
    std::size_t rules_ = 0, fruitless_ = 0, bytes_ = 0;
};

} // namespace agenda::load::formats
