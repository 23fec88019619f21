// SPDX-License-Identifier: MIT
// The events of a calendar, in time: on one clock, each occurrence of those that repeat on its own.
#pragma once
#include "load/formats/icalendar_stamps.hpp"

namespace agenda::load::formats {

/// A VEVENT. `slot` has neither date nor times yet.
struct Occasion {
    ScheduledEvent slot;
    Field uid;
    Stamp start, end;
    Field duration;
    Field made;                ///< DTSTAMP
    std::int64_t sequence = 0; ///< of the versions of an event the highest counts
    Stamp replaces;            ///< RECURRENCE-ID: the occurrence, of the event with the same UID, in whose place it is
    bool whole_day = false;    ///< from midnight to midnight: Outlook's way to say a date alone
    std::vector<Field> rules;
    std::vector<Stamp> also, except; ///< RDATE and EXDATE
};

/// Fills the schedule's days, in the order of time, and its zone: the one that it says already where that can be
/// understood (unless it says UTC and all events have one and the same other TZID), else the one that most events have,
/// else UTC where any is in UTC, else none. Times in other zones are converted, those without a zone are taken as
/// written. What cannot be placed is passed on as it is; what cannot be expanded is a remark or an error of the
/// reading.
void place_occasions(std::vector<Occasion>& occasions, CalendarZones& zones, Schedule& schedule, Reading& reading);

} // namespace agenda::load::formats
