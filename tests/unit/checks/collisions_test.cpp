// SPDX-License-Identifier: MIT
// Collisions worked out by hand. Bookings are in minutes and numbered from 0; "0 1 @ 60-65" is what 0 and 1 share.
#include "unit/checks/bookings.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda::test;
using agenda::checks::any_collide;
using agenda::checks::collisions;

BOOST_AUTO_TEST_SUITE(collisions_by_hand)

BOOST_AUTO_TEST_CASE(forty_in_one_hour_are_one_collision_of_forty) {
    const auto found = collisions(std::vector<Booking>(40, booking(600, 660)), everything_contends());
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0].members.size() == 40U);
    BOOST_TEST(in_minutes(found[0].when.start) == 600);
    BOOST_TEST(in_minutes(found[0].when.end) == 660);
}

BOOST_AUTO_TEST_CASE(bookings_of_one_class_that_all_contend) {
    const struct {
        std::string name;
        std::vector<Booking> bookings;
        std::string expected;
    } cases[] = {
        {"none", {}, ""},
        {"one", {booking(0, 60)}, ""},
        {"two that share ten minutes", {booking(0, 60), booking(50, 90)}, "0 1 @ 50-60"},
        {"touching ends", {booking(0, 60), booking(60, 120)}, ""},
        {"a chain of overruns", {booking(0, 65), booking(60, 125), booking(120, 185)}, "0 1 @ 60-65; 1 2 @ 120-125"},
        {"a long one with two short ones apart",
         {booking(0, 100), booking(10, 20), booking(30, 40)},
         "0 1 @ 10-20; 0 2 @ 30-40"},
        {"a long one with two short ones that touch",
         {booking(0, 100), booking(10, 20), booking(20, 40)},
         "0 1 @ 10-20; 0 2 @ 20-40"},
        {"nested", {booking(0, 100), booking(10, 90), booking(20, 80)}, "0 1 2 @ 20-80"},
        {"two long ones with two short ones apart",
         {booking(0, 100), booking(0, 100), booking(10, 20), booking(30, 40)},
         "0 1 2 @ 10-20; 0 1 3 @ 30-40"},
        {"three that hand over to three others without a pause",
         {booking(0, 60), booking(0, 60), booking(0, 60), booking(60, 90), booking(60, 90), booking(60, 90)},
         "0 1 2 3 4 5 @ 0-90"},
        {"three, then two others",
         {booking(0, 60), booking(0, 60), booking(0, 60), booking(60, 90), booking(60, 90)},
         "0 1 2 @ 0-60; 3 4 @ 60-90"},
        {"one that stays while its partner is replaced",
         {booking(0, 90), booking(0, 30), booking(30, 90)},
         "0 1 @ 0-30; 0 2 @ 30-90"},
        {"the same time twice, and again later",
         {booking(0, 10), booking(0, 10), booking(20, 30), booking(20, 30)},
         "0 1 @ 0-10; 2 3 @ 20-30"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(told(collisions(one.bookings, everything_contends())) == one.expected);
}

BOOST_AUTO_TEST_CASE(an_empty_booking_collides_with_nothing) {
    const struct {
        std::string name;
        std::vector<Booking> bookings;
        std::string expected;
    } cases[] = {
        {"inside another", {booking(0, 60), booking(30, 30)}, ""},
        {"two of one moment", {booking(30, 30), booking(30, 30)}, ""},
        {"an end before the start", {booking(0, 60), booking(40, 20)}, ""},
        {"it makes no third of two", {booking(0, 60), booking(10, 50), booking(30, 30)}, "0 1 @ 10-50"},
        {"nor where the two begin", {booking(10, 60), booking(10, 50), booking(10, 10)}, "0 1 @ 10-50"},
        {"it ends no stretch of three",
         {booking(0, 60), booking(0, 60), booking(0, 60), booking(60, 0), booking(30, 30)},
         "0 1 2 @ 0-60"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(told(collisions(one.bookings, everything_contends())) == one.expected);
}

BOOST_AUTO_TEST_CASE(classes_that_do_not_contend_share_a_time_freely) {
    const auto one_and_one = contention_of({{0, 1}});
    const auto one_and_two = contention_of({{0, 1}, {0, 2}});
    const auto own_kind_only = contention_of({{0, 0}, {1, 1}});
    const struct {
        std::string name;
        Contention contention;
        std::vector<Booking> bookings;
        std::string expected;
    } cases[] = {
        {"two of a class that does not contend with itself", one_and_one, {booking(0, 60), booking(0, 60)}, ""},
        {"two of classes that do", one_and_one, {booking(0, 60), booking(30, 90, 1)}, "0 1 @ 30-60"},
        {"one that contends with two others, which do not with one another",
         one_and_two,
         {booking(0, 60), booking(0, 60, 1), booking(0, 60, 2)},
         "0 1 2 @ 0-60"},
        {"a third that is there and does not contend",
         own_kind_only,
         {booking(0, 60), booking(0, 60), booking(0, 60, 1)},
         "0 1 @ 0-60"},
        {"a third that is there and contends with a fourth elsewhere",
         own_kind_only,
         {booking(0, 60), booking(0, 60), booking(0, 200, 1), booking(100, 150, 1)},
         "0 1 @ 0-60; 2 3 @ 100-150"},
        {"two that a third, of no concern to them, joins at their begin and at their end",
         own_kind_only,
         {booking(100, 200), booking(100, 200), booking(0, 120, 1), booking(10, 20, 1), booking(140, 300, 1),
          booking(250, 260, 1)},
         "2 3 @ 10-20; 0 1 @ 100-200; 4 5 @ 250-260"},
        {"two pairs of no concern to one another at one time",
         own_kind_only,
         {booking(0, 60), booking(0, 60), booking(30, 90, 1), booking(30, 90, 1)},
         "0 1 2 3 @ 30-60"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(told(collisions(one.bookings, one.contention)) == one.expected);
}

BOOST_AUTO_TEST_CASE(whether_any_collide_agrees_with_the_cases) {
    BOOST_TEST(!any_collide({}, everything_contends()));
    BOOST_TEST(!any_collide({booking(0, 60)}, everything_contends()));
    BOOST_TEST(!any_collide({booking(0, 60), booking(60, 90)}, everything_contends()));
    BOOST_TEST(!any_collide({booking(0, 60), booking(30, 30)}, everything_contends()));
    BOOST_TEST(!any_collide({booking(0, 60), booking(0, 60)}, contention_of({{0, 1}})));
    BOOST_TEST(any_collide({booking(0, 60), booking(59, 90)}, everything_contends()));
    BOOST_TEST(any_collide({booking(0, 60), booking(0, 60, 5)}, contention_of({{0, 5}})));
}

BOOST_AUTO_TEST_SUITE_END()
