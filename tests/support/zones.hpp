// SPDX-License-Identifier: MIT
// Zones and local times by their spelling, for tests; a spelling that is wrong ends the test.
#pragma once
#include "time/clock_text.hpp"
#include "time/zone.hpp"
#include <boost/test/unit_test.hpp>

namespace support {

inline agenda::time::Zone zone(std::string_view name) {
    auto found = agenda::time::Zone::find(name);
    const auto* unusable = std::get_if<agenda::time::ZoneDataUnusable>(&found);
    const std::string why = unusable ? unusable->reason : "it is no zone";
    BOOST_TEST_REQUIRE(std::holds_alternative<agenda::time::Zone>(found), name << " is not found: " << why);
    return std::get<agenda::time::Zone>(std::move(found));
}

/// "2026-03-29T02:30".
inline agenda::time::LocalTime local(std::string_view text) {
    const auto date = agenda::time::parse_date(text.substr(0, 10));
    const auto clock = agenda::time::read_clock(text.substr(11));
    BOOST_TEST_REQUIRE((date && agenda::time::value(clock)), text << " is no local time");
    return agenda::time::at(*date, *agenda::time::value(clock));
}

/// A UTC time spelled the same way.
inline agenda::time::Instant utc(std::string_view text) {
    return agenda::time::Instant{local(text).time_since_epoch()};
}

} // namespace support
