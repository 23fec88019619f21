// SPDX-License-Identifier: MIT
// The zones of a calendar: by an IANA name, wherever it stands in what the calendar calls them, else as the calendar
// describes them.
#pragma once
#include "load/formats/ical_library.hpp"
#include "time/zone.hpp"
#include <map>

namespace agenda::load::formats {

/// A zone, one of the two ways.
struct CalendarZone {
    std::optional<time::Zone> iana;
    std::optional<ical::CustomZone> custom; ///< looked at where there is no `iana`

    bool known() const { return iana || custom; }
    time::LocalTime local(time::Instant instant) const { return iana ? iana->local(instant) : custom->local(instant); }
    /// The earlier of a repeated time, the moment of change of a skipped one.
    time::Instant instant(time::LocalTime local) const {
        return iana ? time::instant_of(iana->resolve(local)) : custom->instant(local);
    }
};

/// A VTIMEZONE.
struct ZoneText {
    std::string lines;    ///< unfolded, from BEGIN to END
    std::string location; ///< X-LIC-LOCATION
    std::size_t rules = 0;
    bool only_yearly = true; ///< all its rules
};

class CalendarZones {
public:
    /// The first of a name counts.
    void describe(const std::string& id, ZoneText text) { described_.try_emplace(id, std::move(text)); }

    bool describes(const std::string& id) const { return described_.contains(id); }

    /// By its TZID: an IANA name, one behind slashes ("/vendor.org/Europe/Berlin"), one that the VTIMEZONE gives as its
    /// location, else the VTIMEZONE. Nothing where it is none of these, and for more than some hundred unknown ones.
    /// The pointer holds as long as this does; zones that mean the same are one.
    const CalendarZone* find(const std::string& id);
    const CalendarZone* utc() { return named("UTC"); }

private:
    const CalendarZone* looked_up(const std::string& id);
    const CalendarZone* named(const std::string& iana);
    const CalendarZone* custom(const ZoneText& text, const std::string& id);

    std::map<std::string, ZoneText> described_;
    std::map<std::string, const CalendarZone*> found_;
    std::map<std::string, CalendarZone> by_name_;
    std::size_t rules_ = 0;
};

} // namespace agenda::load::formats
