// SPDX-License-Identifier: MIT
// Dates, weekdays, clock times past midnight, and how each is printed.
#include "time/instant.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace agenda::time;

namespace {

constexpr Date date_of(int year, unsigned month, unsigned day) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

constexpr Date ninth_of_july = date_of(2009, 7, 9);

} // namespace

BOOST_AUTO_TEST_SUITE(time_instant)

BOOST_AUTO_TEST_CASE(a_date_is_read_and_printed_alike) {
    for (const std::string text : {"2009-07-09", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"})
        BOOST_TEST_CONTEXT(text) {
            const auto date = parse_date(text);
            BOOST_TEST_REQUIRE(date.has_value());
            BOOST_TEST(format_date(*date) == text);
        }
}

BOOST_AUTO_TEST_CASE(a_date_is_read_as_year_month_and_day) { BOOST_TEST((parse_date("2009-07-09") == ninth_of_july)); }

BOOST_AUTO_TEST_CASE(a_text_that_is_no_date_is_not_read) {
    using namespace std::string_view_literals;
    for (const auto text : {""sv,           "2009-7-9"sv,   "09-07-2009"sv,       "2009/07/09"sv,  "2009-13-01"sv,
                            "2009-00-01"sv, "2009-02-30"sv, "2009-02-29"sv,       "1900-02-29"sv,  "2009-01-00"sv,
                            "2009-01-32"sv, "0000-01-01"sv, "2009-07-09T10:00"sv, " 2009-07-09"sv, "2009-07-09 "sv,
                            "20090709"sv,   "+009-07-09"sv, "2009-07-0\0"sv,      "2009--1-09"sv,  "12009-07-09"sv})
        BOOST_TEST_CONTEXT("\"" << text << "\"") BOOST_TEST(!parse_date(text).has_value());
}

BOOST_AUTO_TEST_CASE(a_date_has_its_weekday) {
    BOOST_TEST(weekday_name(ninth_of_july) == "Thursday");
    BOOST_TEST(weekday_name(date_of(1970, 1, 1)) == "Thursday");
    BOOST_TEST(weekday_name(date_of(2000, 1, 1)) == "Saturday");
    BOOST_TEST(weekday_name(date_of(2024, 2, 29)) == "Thursday");
    BOOST_TEST(weekday_name(date_of(2026, 3, 29)) == "Sunday");
}

BOOST_AUTO_TEST_CASE(a_clock_past_24_is_the_next_morning) {
    BOOST_TEST(format_local(at(ninth_of_july, {minutes{25 * 60 + 30}})) == "2009-07-10T01:30");
    BOOST_TEST(format_local(at(ninth_of_july, {minutes{24 * 60}})) == "2009-07-10T00:00");
    BOOST_TEST(format_local(at(date_of(2009, 12, 31), {minutes{29 * 60 + 59}})) == "2010-01-01T05:59");
}

BOOST_AUTO_TEST_CASE(a_clock_before_24_is_on_its_own_day) {
    BOOST_TEST(format_local(at(ninth_of_july, {minutes{9 * 60 + 5}})) == "2009-07-09T09:05");
    BOOST_TEST(format_local(at(ninth_of_july, {})) == "2009-07-09T00:00");
}

BOOST_AUTO_TEST_CASE(a_clock_is_found_again_from_its_local_time) {
    for (int count = 0; count < 30 * 60; ++count) {
        const Clock clock{minutes{count}};
        BOOST_TEST(clock_of(ninth_of_july, at(ninth_of_july, clock)).since_midnight.count() == count);
    }
}

BOOST_AUTO_TEST_CASE(a_clock_of_another_day_lies_outside_the_day) {
    const auto next_noon = at(date_of(2009, 7, 10), {minutes{12 * 60}});
    const auto evening_before = at(date_of(2009, 7, 8), {minutes{23 * 60}});
    BOOST_TEST(clock_of(ninth_of_july, next_noon).since_midnight.count() == 36 * 60);
    BOOST_TEST(clock_of(ninth_of_july, evening_before).since_midnight.count() == -60);
}

BOOST_AUTO_TEST_CASE(a_clock_is_printed_with_two_digits_and_no_wrap_at_24) {
    const std::vector<std::pair<int, std::string>> table{{0, "00:00"},       {9 * 60 + 5, "09:05"},
                                                         {24 * 60, "24:00"}, {25 * 60 + 30, "25:30"},
                                                         {-30, "-00:30"},    {-90, "-01:30"}};
    for (const auto& [count, text] : table)
        BOOST_TEST_CONTEXT(count << " minutes") BOOST_TEST(format_clock({minutes{count}}) == text);
}

BOOST_AUTO_TEST_CASE(a_range_is_printed_as_its_two_clocks) {
    BOOST_TEST(format_range({{minutes{600}}, {minutes{615}}}) == "10:00-10:15");
    BOOST_TEST(format_range({{minutes{22 * 60}}, {minutes{25 * 60}}}) == "22:00-25:00");
}

BOOST_AUTO_TEST_CASE(a_local_time_before_1970_is_printed_on_its_own_day) {
    BOOST_TEST(format_local(at(date_of(1969, 12, 31), {minutes{23 * 60 + 30}})) == "1969-12-31T23:30");
}

BOOST_AUTO_TEST_CASE(whole_minutes_are_rounded_towards_zero) {
    using std::chrono::seconds;
    BOOST_TEST(whole_minutes(seconds{59}).count() == 0);
    BOOST_TEST(whole_minutes(seconds{60}).count() == 1);
    BOOST_TEST(whole_minutes(seconds{119}).count() == 1);
    BOOST_TEST(whole_minutes(seconds{-119}).count() == -1);
}

BOOST_AUTO_TEST_SUITE_END()
