// SPDX-License-Identifier: MIT
// Rules of a house on what a day, or the event, has to have.
#include "unit/checks/own_rule.hpp"

using namespace agenda;
using namespace agenda::test;

namespace {

std::string lacking(const std::string& select, const std::string& with, const std::string& days) {
    const auto rules = own_rule("companion", "{what} {weekday}",
                                "[select]\n" + select + "\n[other]\nkind = \"closing\"\n[with]\n" + with);
    return said(check_with(rules, days));
}

const std::string good = day("2026-06-01", {"09:00-10:00 session", "10:00-10:30 closing", "19:00-22:00 dinner"});
const std::string bad = day("2026-06-02", {"09:00-09:30 closing", "09:30-10:00 session"});

} // namespace

BOOST_AUTO_TEST_SUITE(checks_companion)

BOOST_AUTO_TEST_CASE(every_day_ends_with_a_closing) {
    BOOST_TEST(lacking("", "where = \"last\"", good) == "");
    BOOST_TEST(lacking("", "where = \"last\"", good + bad) == "warning: 2026-06-02 Tuesday");
    BOOST_TEST(lacking("", "where = \"first\"", good + bad) == "warning: 2026-06-01 Monday");
}

BOOST_AUTO_TEST_CASE(one_of_several_slots_that_end_last_is_enough) {
    BOOST_TEST(lacking("", "where = \"last\"", day("2026-06-01", {"09:00-10:00 session", "09:30-10:00 closing"})) ==
               "");
}

BOOST_AUTO_TEST_CASE(the_event_as_a_whole_has_one) {
    BOOST_TEST(lacking("of = \"event\"", "where = \"anywhere\"", good + bad) == "");
    BOOST_TEST(lacking("of = \"event\"", "where = \"anywhere\"",
                       day("2026-06-01", {"09:00-10:00 session", "10:00-10:30 coffee"})) == "warning: the event ");
}

BOOST_AUTO_TEST_CASE(a_day_whose_last_slot_is_not_known_is_not_checked) {
    const auto checked = check_with(own_rule("companion", "m", "[other]\nkind = \"closing\"\n[with]\nwhere = \"last\""),
                                    good + "[[day.slot]]\nid = \"lost\"\ntime = \"1O:00\"\nkind = \"session\"\n");
    BOOST_TEST(checked.result.findings.empty());
    BOOST_TEST(checked.rule("own").not_checked.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_range_of_all_dates_that_there_are_is_a_few_findings) {
    const auto checked = check("[event]\ndates = [\"0001-01-01\", \"9999-12-31\"]\n" + good + bad);
    const auto found = checked.of("event-day-empty");
    BOOST_TEST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0]->draft.facts.text("until") == "2026-05-29");
    BOOST_TEST(found[1]->draft.facts.text("what") == "2026-06-03");
}

BOOST_AUTO_TEST_SUITE_END()
