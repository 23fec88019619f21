// SPDX-License-Identifier: MIT
// Dates and times as a calendar writes them, each on the clock of its zone.
#pragma once
#include "load/formats/calendar_zones.hpp"
#include "load/formats/formats.hpp"
#include "load/formats/schedule.hpp"
#include <set>

namespace agenda::load::formats {

/// A date, or a date and a time, as it is written, and the TZID beside it.
struct Stamp {
    Field value, zone;
};

/// A local time, and the zone that it is of; none where that is not said or not known.
struct Moment {
    time::LocalTime local;
    const CalendarZone* zone = nullptr;
    bool date_only = false;

    time::Instant instant() const { return zone ? zone->instant(local) : time::Instant{local.time_since_epoch()}; }
    /// On another zone's clock; as it is where either is not known.
    time::LocalTime on(const CalendarZone* other) const {
        return !zone || !other || zone == other || date_only ? local : other->local(zone->instant(local));
    }
};

/// "20150918" or "20150918T070000", with a Z behind it or none.
std::optional<Moment> moment_of(std::string_view text, const CalendarZone* utc);

/// "2015-09-18" and "07:00".
std::string date_of(time::LocalTime time);
std::string clock_text(time::minutes since_midnight);

/// Reads stamps, and tells each zone that is not known once, and once that the library is missing.
class StampReader {
public:
    StampReader(CalendarZones& zones, Reading& reading) : zones_(zones), reading_(reading) {}

    std::optional<Moment> moment(const Stamp& stamp);
    void needs_library(Span at);
    CalendarZones& zones() { return zones_; }

private:
    void unknown_zone(const Field& zone);

    CalendarZones& zones_;
    Reading& reading_;
    std::set<std::string> unknown_;
    bool said_needs_ = false;
};

} // namespace agenda::load::formats
