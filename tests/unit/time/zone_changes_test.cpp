// SPDX-License-Identifier: MIT
// Local times to instants on the days on which clocks change: every half hour around each change, worked out by hand.
#include "support/zones.hpp"
#include "time/zone.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace agenda::time;
using support::local;
using support::zone;

namespace {

std::string as_text(Instant instant) { return format_local(LocalTime{instant.time_since_epoch()}) + "Z"; }

std::string as_text(const Resolved& resolved) {
    if (const auto* unique = std::get_if<Unique>(&resolved)) return as_text(unique->instant);
    if (const auto* repeated = std::get_if<Repeated>(&resolved))
        return as_text(repeated->earlier) + " and " + as_text(repeated->later);
    const auto& skipped = std::get<Skipped>(resolved);
    return "skipped at " + as_text(skipped.change) + " from " + format_local(skipped.missing.start) + " to " +
           format_local(skipped.missing.end);
}

struct Row {
    std::string local, instant;
};

void check(const std::string& name, const std::vector<Row>& table) {
    const auto found = zone(name);
    for (const auto& row : table)
        BOOST_TEST_CONTEXT(name << " " << row.local)
        BOOST_TEST(as_text(found.resolve(local(row.local))) == row.instant);
}

} // namespace

BOOST_AUTO_TEST_SUITE(time_zone_changes)

BOOST_AUTO_TEST_CASE(berlin_skips_an_hour_in_spring) {
    const std::string skipped = "skipped at 2026-03-29T01:00Z from 2026-03-29T02:00 to 2026-03-29T03:00";
    check("Europe/Berlin", {{"2026-03-28T23:30", "2026-03-28T22:30Z"},
                            {"2026-03-29T00:00", "2026-03-28T23:00Z"},
                            {"2026-03-29T00:30", "2026-03-28T23:30Z"},
                            {"2026-03-29T01:00", "2026-03-29T00:00Z"},
                            {"2026-03-29T01:30", "2026-03-29T00:30Z"},
                            {"2026-03-29T02:00", skipped},
                            {"2026-03-29T02:30", skipped},
                            {"2026-03-29T03:00", "2026-03-29T01:00Z"},
                            {"2026-03-29T03:30", "2026-03-29T01:30Z"},
                            {"2026-03-29T04:00", "2026-03-29T02:00Z"},
                            {"2026-03-29T23:30", "2026-03-29T21:30Z"},
                            {"2026-03-30T02:30", "2026-03-30T00:30Z"}});
}

BOOST_AUTO_TEST_CASE(berlin_repeats_an_hour_in_autumn) {
    check("Europe/Berlin", {{"2026-10-24T23:30", "2026-10-24T21:30Z"},
                            {"2026-10-25T00:00", "2026-10-24T22:00Z"},
                            {"2026-10-25T00:30", "2026-10-24T22:30Z"},
                            {"2026-10-25T01:00", "2026-10-24T23:00Z"},
                            {"2026-10-25T01:30", "2026-10-24T23:30Z"},
                            {"2026-10-25T02:00", "2026-10-25T00:00Z and 2026-10-25T01:00Z"},
                            {"2026-10-25T02:30", "2026-10-25T00:30Z and 2026-10-25T01:30Z"},
                            {"2026-10-25T03:00", "2026-10-25T02:00Z"},
                            {"2026-10-25T03:30", "2026-10-25T02:30Z"},
                            {"2026-10-25T23:30", "2026-10-25T22:30Z"},
                            {"2026-10-26T02:30", "2026-10-26T01:30Z"}});
}

BOOST_AUTO_TEST_CASE(new_york_changes_at_its_own_two_o_clock) {
    const std::string skipped = "skipped at 2026-03-08T07:00Z from 2026-03-08T02:00 to 2026-03-08T03:00";
    check("America/New_York", {{"2026-03-08T01:30", "2026-03-08T06:30Z"},
                               {"2026-03-08T02:00", skipped},
                               {"2026-03-08T02:30", skipped},
                               {"2026-03-08T03:00", "2026-03-08T07:00Z"},
                               {"2026-11-01T00:30", "2026-11-01T04:30Z"},
                               {"2026-11-01T01:00", "2026-11-01T05:00Z and 2026-11-01T06:00Z"},
                               {"2026-11-01T01:30", "2026-11-01T05:30Z and 2026-11-01T06:30Z"},
                               {"2026-11-01T02:00", "2026-11-01T07:00Z"}});
}

BOOST_AUTO_TEST_CASE(sydney_repeats_in_april_and_skips_in_october) {
    const std::string skipped = "skipped at 2026-10-03T16:00Z from 2026-10-04T02:00 to 2026-10-04T03:00";
    check("Australia/Sydney", {{"2026-04-05T01:30", "2026-04-04T14:30Z"},
                               {"2026-04-05T02:00", "2026-04-04T15:00Z and 2026-04-04T16:00Z"},
                               {"2026-04-05T02:30", "2026-04-04T15:30Z and 2026-04-04T16:30Z"},
                               {"2026-04-05T03:00", "2026-04-04T17:00Z"},
                               {"2026-10-04T01:30", "2026-10-03T15:30Z"},
                               {"2026-10-04T02:00", skipped},
                               {"2026-10-04T02:30", skipped},
                               {"2026-10-04T03:00", "2026-10-03T16:00Z"}});
}

BOOST_AUTO_TEST_CASE(lord_howe_changes_by_half_an_hour) {
    const std::string skipped = "skipped at 2026-10-03T15:30Z from 2026-10-04T02:00 to 2026-10-04T02:30";
    check("Australia/Lord_Howe", {{"2026-04-05T01:00", "2026-04-04T14:00Z"},
                                  {"2026-04-05T01:30", "2026-04-04T14:30Z and 2026-04-04T15:00Z"},
                                  {"2026-04-05T02:00", "2026-04-04T15:30Z"},
                                  {"2026-10-04T01:30", "2026-10-03T15:00Z"},
                                  {"2026-10-04T02:00", skipped},
                                  {"2026-10-04T02:30", "2026-10-03T15:30Z"}});
}

BOOST_AUTO_TEST_CASE(dublin_goes_from_standard_time_in_summer_to_winter_time) {
    const std::string skipped = "skipped at 2026-03-29T01:00Z from 2026-03-29T01:00 to 2026-03-29T02:00";
    check("Europe/Dublin", {{"2026-03-29T00:30", "2026-03-29T00:30Z"},
                            {"2026-03-29T01:00", skipped},
                            {"2026-03-29T01:30", skipped},
                            {"2026-03-29T02:00", "2026-03-29T01:00Z"},
                            {"2026-10-25T00:30", "2026-10-24T23:30Z"},
                            {"2026-10-25T01:00", "2026-10-25T00:00Z and 2026-10-25T01:00Z"},
                            {"2026-10-25T02:00", "2026-10-25T02:00Z"},
                            {"2050-01-01T12:00", "2050-01-01T12:00Z"},
                            {"2050-07-01T12:00", "2050-07-01T11:00Z"}});
}

BOOST_AUTO_TEST_CASE(apia_skipped_the_30th_of_december_2011_whole) {
    const std::string skipped = "skipped at 2011-12-30T10:00Z from 2011-12-30T00:00 to 2011-12-31T00:00";
    check("Pacific/Apia", {{"2011-12-29T12:00", "2011-12-29T22:00Z"},
                           {"2011-12-29T23:30", "2011-12-30T09:30Z"},
                           {"2011-12-30T00:00", skipped},
                           {"2011-12-30T12:00", skipped},
                           {"2011-12-30T23:30", skipped},
                           {"2011-12-31T00:00", "2011-12-30T10:00Z"},
                           {"2011-12-31T12:00", "2011-12-30T22:00Z"}});
}

BOOST_AUTO_TEST_CASE(berlin_changes_its_clocks_past_2037_too) {
    check("Europe/Berlin",
          {{"2037-12-31T23:30", "2037-12-31T22:30Z"},
           {"2038-03-28T02:30", "skipped at 2038-03-28T01:00Z from 2038-03-28T02:00 to 2038-03-28T03:00"},
           {"2038-07-01T12:00", "2038-07-01T10:00Z"},
           {"2038-10-31T02:30", "2038-10-31T00:30Z and 2038-10-31T01:30Z"},
           {"2050-01-01T12:00", "2050-01-01T11:00Z"},
           {"2050-03-27T02:30", "skipped at 2050-03-27T01:00Z from 2050-03-27T02:00 to 2050-03-27T03:00"},
           {"2050-07-01T12:00", "2050-07-01T10:00Z"}});
}

BOOST_AUTO_TEST_CASE(the_first_and_the_last_year_of_a_date_are_resolved) {
    check("UTC", {{"0001-01-01T00:00", "0001-01-01T00:00Z"}, {"9999-12-31T23:30", "9999-12-31T23:30Z"}});
    check("Asia/Tokyo", {{"9999-12-31T12:00", "9999-12-31T03:00Z"}});
    check("Europe/Berlin", {{"9998-07-01T12:00", "9998-07-01T10:00Z"}, {"9999-12-31T12:00", "9999-12-31T11:00Z"}});
}

BOOST_AUTO_TEST_CASE(the_instant_of_a_repeated_time_is_the_earlier_one) {
    const auto repeated = zone("Europe/Berlin").resolve(local("2026-10-25T02:30"));
    BOOST_TEST(as_text(instant_of(repeated)) == "2026-10-25T00:30Z");
}

BOOST_AUTO_TEST_CASE(the_instant_of_a_skipped_time_is_the_moment_of_change) {
    const auto skipped = zone("Europe/Berlin").resolve(local("2026-03-29T02:30"));
    BOOST_TEST(as_text(instant_of(skipped)) == "2026-03-29T01:00Z");
}

BOOST_AUTO_TEST_CASE(the_instant_of_a_unique_time_is_that_one) {
    const auto unique = zone("Europe/Berlin").resolve(local("2009-07-09T10:00"));
    BOOST_TEST(as_text(instant_of(unique)) == "2009-07-09T08:00Z");
}

BOOST_AUTO_TEST_SUITE_END()
