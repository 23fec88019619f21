// SPDX-License-Identifier: MIT
// Rules of a house on what a slot has to have.
#include "unit/checks/own_rule.hpp"

using namespace agenda;
using namespace agenda::test;

namespace {

std::string lacking(const std::string& any_of) {
    return said(check_with(own_rule("require", "{missing}", "[with]\nany-of = " + any_of),
                           day("2026-06-01", {"09:00-10:00 session"})));
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_require)

BOOST_AUTO_TEST_CASE(what_is_there_in_none_of_the_ways_is_missing) {
    BOOST_TEST(lacking("[\"title\", \"number\"]") == "warning: `title`, `number`");
    BOOST_TEST(lacking("[\"title\", \"kind\"]") == "");
}

BOOST_AUTO_TEST_CASE(a_rule_that_asks_for_nothing_finds_nothing) { BOOST_TEST(lacking("[]") == ""); }

BOOST_AUTO_TEST_SUITE_END()
