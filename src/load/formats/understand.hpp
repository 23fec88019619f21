// SPDX-License-Identifier: MIT
// The parts of what `understand` finds, and what they share: first the days, then the rooms, then what no clock says.
#pragma once
#include "load/formats/schedule.hpp"

namespace agenda::load::formats {

inline std::optional<time::Date> date_in(const Field& field) {
    return time::parse_date(std::string_view{field.text}.substr(0, 10));
}
inline time::minutes midnight(time::Date date) { return std::chrono::sys_days{date}.time_since_epoch(); }
inline std::string title_of(const ScheduledEvent& event) {
    return event.title.empty() ? event.id.text : event.title.text;
}
/// When an event begins, on the clock that its day is written in, since the epoch; `change`: see day_change_of.
std::optional<time::minutes> start_of(const ScheduledDay& day, const ScheduledEvent& event, time::minutes change);

/// Makes dates of the days' stamps, puts events under their days, and tells of offsets.
std::vector<Remark> understand_days(Schedule& schedule);

/// Says by its end and its duration when an event begins at the second of two times that the clock shows alike; where
/// its end cannot say so it becomes a note, and that is told. Takes those starts away: call it last.
std::vector<Remark> say_second_times(Schedule& schedule);

} // namespace agenda::load::formats
