// SPDX-License-Identifier: MIT
// Changes of the clock near an event that goes on for long, or is held again and again.
#include "unit/checks/own_rule.hpp"

using namespace agenda;
using namespace agenda::test;

namespace {

/// "2026-03-29 during it;": the changes that are told.
std::string changes(const std::string& zone, const std::vector<std::string>& dates) {
    std::string text = "[event]\nmode = \"online\"\ntimezone = \"" + zone + "\"\n";
    for (const auto& date : dates) text += day(date, {"10:00-11:00 session"});
    const auto checked = check(text);
    std::string result;
    for (const auto* finding : checked.of("dst-near"))
        result += finding->draft.facts.text("date") + " " + finding->draft.facts.text("distance") + ";";
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_calendar)

BOOST_AUTO_TEST_CASE(each_change_of_a_series_is_told_once) {
    BOOST_TEST(changes("Europe/Berlin", {"2026-03-20", "2026-04-01", "2026-10-20"}) ==
               "2026-03-29 3 days before it;2026-10-25 5 days after it;");
}

BOOST_AUTO_TEST_CASE(the_order_of_the_days_in_the_file_does_not_matter) {
    BOOST_TEST(changes("Europe/Berlin", {"2026-10-20", "2026-03-29"}) ==
               "2026-03-29 during it;2026-10-25 5 days after it;");
}

BOOST_AUTO_TEST_CASE(the_change_has_the_date_that_the_zone_has) {
    // Auckland, 5 April 2026 at 03:00, is 4 April in UTC; Havana changes at midnight.
    BOOST_TEST(changes("Pacific/Auckland", {"2026-04-01"}) == "2026-04-05 4 days after it;");
    BOOST_TEST(changes("America/Havana", {"2026-03-08"}) == "2026-03-08 during it;");
}

BOOST_AUTO_TEST_CASE(both_ends_of_the_window_are_inside) {
    BOOST_TEST(changes("Pacific/Auckland", {"2026-03-15"}) == "2026-04-05 21 days after it;");
    BOOST_TEST(changes("Pacific/Auckland", {"2026-04-26"}) == "2026-04-05 21 days before it;");
    BOOST_TEST(changes("America/Los_Angeles", {"2026-02-15"}) == "2026-03-08 21 days after it;");
    BOOST_TEST(changes("America/Los_Angeles", {"2026-03-29"}) == "2026-03-08 21 days before it;");
    BOOST_TEST(changes("America/Los_Angeles", {"2026-03-30"}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
