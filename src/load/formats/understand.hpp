// SPDX-License-Identifier: MIT
// The two halves of what `understand` finds, and what they share: first the days, then the rooms.
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

/// Makes dates of the days' stamps, puts events under their days, and tells of offsets and of the second of two times.
std::vector<Remark> understand_days(Schedule& schedule);

} // namespace agenda::load::formats
