// SPDX-License-Identifier: MIT
// Rules of a house on what comes before what.
#include "unit/checks/own_rule.hpp"

using namespace agenda;
using namespace agenda::test;

namespace {

std::string held(const std::string& expect, const std::string& select, const std::string& other,
                 const std::string& days) {
    const auto rules =
        own_rule("order", "{what} {time} {other} {other-time} {minutes}",
                 "[select]\n" + select + "\n[other]\n" + other + "\n[with]\nexpect = \"" + expect + "\"");
    return said(check_with(rules, days));
}

const std::string opening = "kind = \"opening\"";
const std::string closing = "kind = \"closing\"";

} // namespace

BOOST_AUTO_TEST_SUITE(checks_order)

BOOST_AUTO_TEST_CASE(the_opening_comes_before_every_keynote_of_its_day) {
    const auto in_order = day("2026-06-01", {"09:00-09:30 opening", "09:30-10:00 keynote", "10:00-10:30 keynote"});
    BOOST_TEST(held("before", opening, "kind = \"keynote\"", in_order) == "");
    const auto late = day("2026-06-01", {"09:00-09:30 keynote", "09:30-10:00 opening", "10:00-10:30 keynote"});
    BOOST_TEST(held("before", opening, "kind = \"keynote\"", late) ==
               "warning: `opening` 09:30-10:00 `keynote-2026-06-01-0900` 09:00-09:30 60");
}

BOOST_AUTO_TEST_CASE(within_the_event_the_keynotes_of_other_days_count) {
    const auto days = day("2026-06-01", {"09:00-10:00 keynote"}) + day("2026-06-02", {"09:00-09:30 opening"});
    BOOST_TEST(held("before", opening, "kind = \"keynote\"", days) == "");
    BOOST_TEST(held("before\"\nwithin = \"event", opening, "kind = \"keynote\"", days) ==
               "warning: `opening` 09:00-09:30 `keynote` 09:00-10:00 1470");
}

BOOST_AUTO_TEST_CASE(the_first_and_the_last_of_the_day_are_before_and_after_all_others) {
    const auto good = day("2026-06-01", {"09:00-09:30 opening", "09:30-12:00 session", "12:00-12:30 closing"});
    BOOST_TEST(held("before", opening, "", good) == "");
    BOOST_TEST(held("after", closing, "", good) == "");
    const auto bad = day("2026-06-01", {"08:30-09:00 registration", "09:00-09:30 opening", "12:00-12:30 closing",
                                        "12:20-13:00 session"});
    BOOST_TEST(held("before", opening, "", bad) == "warning: `opening` 09:00-09:30 `registration` 08:30-09:00 60");
    BOOST_TEST(held("after", closing, "", bad) == "warning: `closing` 12:00-12:30 `session` 12:20-13:00 60");
}

BOOST_AUTO_TEST_CASE(what_only_those_meet_who_choose_is_one_level_lower) {
    const auto days = day("2026-06-01", {"09:00-09:30 side-event", "09:30-10:00 opening"});
    BOOST_TEST(held("before", opening, "kind = \"side-event\"", days) ==
               "info: `opening` 09:30-10:00 `side-event` 09:00-09:30 60");
}

BOOST_AUTO_TEST_CASE(breaks_in_a_row_are_one_finding_that_relates_them) {
    const auto rules =
        own_rule("order", "{what}", "[select]\nclass = \"break\"\n[other]\n[with]\nexpect = \"between\"");
    std::vector<std::string> slots{"09:00-10:00 session"};
    for (int minute = 10; minute < 30; ++minute)
        slots.push_back("10:" + std::to_string(minute) + "-10:" + std::to_string(minute + 1) + " pause");
    slots.emplace_back("11:00-12:00 session");
    const auto checked = check_with(rules, day("2026-06-01", slots));
    BOOST_TEST_REQUIRE(checked.result.findings.size() == 1U);
    BOOST_TEST(checked.result.findings[0].draft.about.size() == 20U);
    BOOST_TEST(checked.result.findings[0].draft.related.size() == 19U);
}

BOOST_AUTO_TEST_SUITE_END()
