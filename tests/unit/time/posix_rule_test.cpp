// SPDX-License-Identifier: MIT
// The rule in a zone file's footer: offsets on both sides of its changes, and the texts that are no rule.
#include "time/instant.hpp"
#include "time/posix_rule.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using agenda::time::PosixRule;
using std::chrono::seconds;

namespace {

/// Seconds from 1970 to a UTC time on a date.
seconds utc(int year, unsigned month, unsigned day, int hour, int minute = 0, int second = 0) {
    const std::chrono::sys_days date{
        std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}};
    return date.time_since_epoch() + std::chrono::hours{hour} + std::chrono::minutes{minute} + seconds{second};
}

PosixRule rule(const std::string& text) {
    auto read = PosixRule::read(text);
    BOOST_TEST_REQUIRE(read.has_value(), text << " is not read");
    return *read;
}

long long minutes_at(const PosixRule& rule, seconds when) { return rule.at(when).offset.count() / 60; }

} // namespace

BOOST_AUTO_TEST_SUITE(time_posix_rule)

BOOST_AUTO_TEST_CASE(central_europe_changes_at_one_utc_on_the_last_sundays) {
    const auto cet = rule("CET-1CEST,M3.5.0,M10.5.0/3");
    BOOST_TEST(minutes_at(cet, utc(2026, 1, 1, 0)) == 60);
    BOOST_TEST(minutes_at(cet, utc(2026, 3, 29, 0, 59, 59)) == 60);
    BOOST_TEST(minutes_at(cet, utc(2026, 3, 29, 1)) == 120);
    BOOST_TEST(minutes_at(cet, utc(2026, 10, 25, 0, 59, 59)) == 120);
    BOOST_TEST(minutes_at(cet, utc(2026, 10, 25, 1)) == 60);
    BOOST_TEST(minutes_at(cet, utc(2100, 7, 1, 0)) == 120);
}

BOOST_AUTO_TEST_CASE(what_holds_says_until_when) {
    const auto cet = rule("CET-1CEST,M3.5.0,M10.5.0/3");
    BOOST_TEST(cet.at(utc(2026, 1, 15, 0)).until.count() == utc(2026, 3, 29, 1).count());
    BOOST_TEST(cet.at(utc(2026, 7, 1, 0)).until.count() == utc(2026, 10, 25, 1).count());
    BOOST_TEST(cet.at(utc(2026, 12, 1, 0)).until.count() == utc(2027, 3, 28, 1).count());
}

BOOST_AUTO_TEST_CASE(a_rule_whose_saving_is_negative_is_in_winter_time_in_winter) {
    const auto dublin = rule("IST-1GMT0,M10.5.0,M3.5.0/1");
    BOOST_TEST(minutes_at(dublin, utc(2026, 1, 15, 0)) == 0);
    BOOST_TEST(minutes_at(dublin, utc(2026, 3, 29, 0, 59, 59)) == 0);
    BOOST_TEST(minutes_at(dublin, utc(2026, 3, 29, 1)) == 60);
    BOOST_TEST(minutes_at(dublin, utc(2026, 7, 1, 0)) == 60);
    BOOST_TEST(minutes_at(dublin, utc(2026, 10, 25, 1)) == 0);
    BOOST_TEST(minutes_at(dublin, utc(2026, 12, 31, 23)) == 0);
}

BOOST_AUTO_TEST_CASE(a_southern_rule_has_its_summer_over_the_new_year) {
    const auto sydney = rule("AEST-10AEDT,M10.1.0,M4.1.0/3");
    BOOST_TEST(minutes_at(sydney, utc(2026, 1, 1, 0)) == 660);
    BOOST_TEST(minutes_at(sydney, utc(2026, 4, 4, 15, 59, 59)) == 660);
    BOOST_TEST(minutes_at(sydney, utc(2026, 4, 4, 16)) == 600);
    BOOST_TEST(minutes_at(sydney, utc(2026, 10, 3, 16)) == 660);
    BOOST_TEST(minutes_at(sydney, utc(2026, 12, 31, 23)) == 660);
}

BOOST_AUTO_TEST_CASE(a_saving_of_half_an_hour_is_read) {
    const auto lord_howe = rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
    BOOST_TEST(minutes_at(lord_howe, utc(2026, 1, 1, 0)) == 660);
    BOOST_TEST(minutes_at(lord_howe, utc(2026, 7, 1, 0)) == 630);
}

BOOST_AUTO_TEST_CASE(a_change_past_midnight_of_the_day_is_read) {
    // Israel: the Friday before the last Sunday of March, 02:00, written as Thursday 26:00. 2026-03-27 00:00 UTC.
    const auto israel = rule("IST-2IDT,M3.4.4/26,M10.5.0");
    BOOST_TEST(minutes_at(israel, utc(2026, 3, 26, 23, 59, 59)) == 120);
    BOOST_TEST(minutes_at(israel, utc(2026, 3, 27, 0)) == 180);
}

BOOST_AUTO_TEST_CASE(a_rule_without_summer_time_never_changes) {
    const std::vector<std::pair<std::string, long long>> table{
        {"UTC0", 0},       {"JST-9", 540},        {"<+0545>-5:45", 345}, {"<-05>5", -300},
        {"<+13>-13", 780}, {"<-0930>9:30", -570}, {"EST5", -300}};
    for (const auto& [text, minutes] : table) BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(minutes_at(rule(text), utc(2026, 1, 1, 0)) == minutes);
            BOOST_TEST(minutes_at(rule(text), utc(2099, 7, 1, 0)) == minutes);
        }
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_rule_is_not_read) {
    const std::vector<std::string> table{"",
                                         " ",
                                         "garbage",
                                         "-",
                                         "CE-1",
                                         "1",
                                         "<+03",
                                         "CET",
                                         "<>",
                                         "CET-1CEST,M3",
                                         "CET-1CEST,M3.5.0",
                                         std::string(3, '\0'),
                                         std::string(100000, 'A')};
    for (const auto& text : table)
        BOOST_TEST_CONTEXT(text.substr(0, 40)) BOOST_TEST(!PosixRule::read(text).has_value());
}

BOOST_AUTO_TEST_CASE(a_rule_with_a_month_week_or_day_that_is_none_is_not_read) {
    for (const std::string change : {"M13.5.0", "M0.5.0", "M3.0.0", "M3.6.0", "M3.5.7", "J0", "J366", "366"})
        BOOST_TEST_CONTEXT(change) BOOST_TEST(!PosixRule::read("CET-1CEST," + change + ",M10.5.0/3").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
