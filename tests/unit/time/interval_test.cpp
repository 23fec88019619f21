// SPDX-License-Identifier: MIT
// Half-open intervals: what touches does not overlap, and an empty one overlaps nothing.
#include "time/interval.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using agenda::time::intersection;
using agenda::time::Interval;
using agenda::time::overlap;

namespace {

using Ints = Interval<int>;

/// By brute force: some whole number lies in both.
bool share_a_point(const Ints& a, const Ints& b) {
    for (int point = -1; point <= 6; ++point)
        if (a.contains(point) && b.contains(point)) return true;
    return false;
}

std::vector<Ints> all_small_intervals() {
    std::vector<Ints> all;
    for (int start = 0; start <= 5; ++start)
        for (int end = 0; end <= 5; ++end) all.push_back({start, end});
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(time_interval)

BOOST_AUTO_TEST_CASE(an_interval_contains_its_start_and_not_its_end) {
    const Ints ten_to_eleven{10, 11};
    BOOST_TEST(ten_to_eleven.contains(10));
    BOOST_TEST(!ten_to_eleven.contains(11));
    BOOST_TEST(!ten_to_eleven.contains(9));
}

BOOST_AUTO_TEST_CASE(intervals_that_touch_do_not_overlap) {
    BOOST_TEST(!overlap(Ints{10, 11}, Ints{11, 12}));
    BOOST_TEST(!overlap(Ints{11, 12}, Ints{10, 11}));
}

BOOST_AUTO_TEST_CASE(an_interval_overlaps_itself_unless_it_is_empty) {
    BOOST_TEST(overlap(Ints{10, 11}, Ints{10, 11}));
    BOOST_TEST(!overlap(Ints{10, 10}, Ints{10, 10}));
}

BOOST_AUTO_TEST_CASE(an_empty_interval_inside_another_overlaps_it_not) {
    BOOST_TEST(!overlap(Ints{11, 11}, Ints{10, 12}));
    BOOST_TEST(!overlap(Ints{10, 12}, Ints{11, 11}));
}

BOOST_AUTO_TEST_CASE(an_interval_that_ends_before_its_start_is_empty_and_overlaps_nothing) {
    const Ints backwards{12, 10};
    BOOST_TEST(backwards.empty());
    BOOST_TEST(backwards.length() == -2);
    BOOST_TEST(!backwards.contains(11));
    BOOST_TEST(!overlap(backwards, Ints{0, 20}));
}

BOOST_AUTO_TEST_CASE(an_interval_of_no_length_is_empty) {
    BOOST_TEST(Ints(10, 10).empty());
    BOOST_TEST(!Ints(10, 11).empty());
    BOOST_TEST(Ints(10, 10).length() == 0);
}

BOOST_AUTO_TEST_CASE(an_interval_covers_what_shares_its_ends) {
    const Ints outer{10, 12};
    BOOST_TEST(outer.covers({10, 12}));
    BOOST_TEST(outer.covers({11, 12}));
    BOOST_TEST(!outer.covers({9, 11}));
    BOOST_TEST(!outer.covers({11, 13}));
    BOOST_TEST(outer.covers({12, 12}));
    BOOST_TEST(!outer.covers({13, 13}));
}

BOOST_AUTO_TEST_CASE(the_intersection_of_two_is_what_both_hold) {
    BOOST_TEST((intersection(Ints{9, 11}, Ints{10, 12}) == Ints{10, 11}));
    BOOST_TEST((intersection(Ints{9, 12}, Ints{10, 11}) == Ints{10, 11}));
    BOOST_TEST(intersection(Ints{9, 10}, Ints{11, 12}).empty());
}

BOOST_AUTO_TEST_CASE(overlap_and_intersection_agree_with_a_search_for_a_shared_point) {
    for (const auto& a : all_small_intervals())
        for (const auto& b : all_small_intervals())
            BOOST_TEST_CONTEXT("[" << a.start << "," << a.end << ") and [" << b.start << "," << b.end << ")") {
                BOOST_TEST(overlap(a, b) == share_a_point(a, b));
                BOOST_TEST(overlap(a, b) == !intersection(a, b).empty());
            }
}

BOOST_AUTO_TEST_SUITE_END()
