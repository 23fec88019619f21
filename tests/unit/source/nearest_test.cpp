// SPDX-License-Identifier: MIT
// Distances between names, and the known name that a mistyped one is meant to be.
#include "source/nearest.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using agenda::source::edit_distance;
using agenda::source::nearest;

namespace {

const std::vector<std::string_view> keys{"time",     "title",      "track",    "room", "moderators",
                                         "speakers", "open-floor", "next-day", "id"};

std::vector<std::string> all_words_up_to_four_letters() {
    std::vector<std::string> words{""};
    for (std::size_t from = 0; words.back().size() < 4; ++from)
        for (const char letter : {'a', 'b'}) words.push_back(words[from] + letter);
    return words;
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_nearest)

BOOST_AUTO_TEST_CASE(a_distance_counts_inserted_dropped_replaced_and_swapped_letters) {
    struct Row {
        std::string a, b;
        std::size_t distance;
    };
    const std::vector<Row> table{{"", "", 0},         {"time", "time", 0},      {"", "abc", 3},
                                 {"time", "tim", 1},  {"time", "times", 1},     {"time", "tine", 1},
                                 {"time", "itme", 1}, {"time", "tiem", 1},      {"title", "tilte", 1},
                                 {"ca", "abc", 3},    {"kitten", "sitting", 3}, {"abcd", "badc", 2},
                                 {"room", "moor", 2}, {"abc", "xyz", 3}};
    for (const auto& row : table) BOOST_TEST_CONTEXT(row.a << " and " << row.b) {
            BOOST_TEST(edit_distance(row.a, row.b, 10) == row.distance);
            BOOST_TEST(edit_distance(row.b, row.a, 10) == row.distance);
        }
}

BOOST_AUTO_TEST_CASE(a_distance_beyond_the_most_is_one_more_than_the_most) {
    BOOST_TEST(edit_distance("kitten", "sitting", 3) == 3U);
    BOOST_TEST(edit_distance("kitten", "sitting", 2) == 3U);
    BOOST_TEST(edit_distance("a", "abcdefgh", 2) == 3U);
    BOOST_TEST(edit_distance("a", "b", 0) == 1U);
    BOOST_TEST(edit_distance("a", "a", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(the_most_changes_no_distance_that_it_allows) {
    for (const auto& a : all_words_up_to_four_letters())
        for (const auto& b : all_words_up_to_four_letters()) {
            const auto whole = edit_distance(a, b, 100);
            for (std::size_t most = 0; most <= 4; ++most) BOOST_TEST_CONTEXT(a << " and " << b << ", most " << most)
            BOOST_TEST(edit_distance(a, b, most) == std::min(whole, most + 1));
        }
}

BOOST_AUTO_TEST_CASE(a_mistyped_name_finds_the_known_one) {
    BOOST_TEST(nearest("tilte", keys) == "title");
    BOOST_TEST(nearest("moderator", keys) == "moderators");
    BOOST_TEST(nearest("speaker", keys) == "speakers");
    BOOST_TEST(nearest("rom", keys) == "room");
    BOOST_TEST(nearest("openfloor", keys) == "open-floor");
}

BOOST_AUTO_TEST_CASE(case_and_underscores_make_no_distance) {
    BOOST_TEST(nearest("Next_Day", keys) == "next-day");
    BOOST_TEST(nearest("OPEN_FLOOR", keys) == "open-floor");
    const std::vector<std::string_view> loud{"title", "TIME", "time"};
    BOOST_TEST(nearest("Time", loud) == "TIME");
}

BOOST_AUTO_TEST_CASE(a_far_name_finds_nothing) {
    BOOST_TEST(nearest("banana", keys) == "");
    BOOST_TEST(nearest("xx", keys) == "");
    BOOST_TEST(nearest("", keys) == "");
    BOOST_TEST(nearest("title", std::vector<std::string_view>{}) == "");
    BOOST_TEST(nearest(std::string(100000, 't'), keys) == "");
}

BOOST_AUTO_TEST_CASE(a_distance_of_a_third_of_the_longer_name_is_near_and_more_is_not) {
    const std::vector<std::string_view> six{"abcdef"};
    BOOST_TEST(nearest("abcdxy", six) == "abcdef");
    BOOST_TEST(nearest("abcxyz", six) == "");
    BOOST_TEST(nearest("abcd", six) == "abcdef");
    BOOST_TEST(nearest("abc", six) == "");
}

BOOST_AUTO_TEST_CASE(of_equally_near_names_the_first_is_taken_and_of_others_the_nearer) {
    BOOST_TEST(nearest("rooms", std::vector<std::string_view>{"roomy", "room"}) == "roomy");
    BOOST_TEST(nearest("rooms", std::vector<std::string_view>{"broom", "room"}) == "room");
}

BOOST_AUTO_TEST_SUITE_END()
