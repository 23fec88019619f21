// SPDX-License-Identifier: MIT
// Every spelling of a time, a range and a duration that the format reads, and those that it refuses, in tables.
#include "time/clock_text.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace agenda::time;

namespace {

struct ReadAs {
    std::string_view written, read;
};
struct Refused {
    std::string_view written, reason_part;
};

template <class T> std::string reason(const Read<T>& read) {
    const auto* bad = std::get_if<Unreadable>(&read);
    return bad ? std::string{bad->reason} : "(it was read)";
}

std::string clock_as_text(std::string_view written) {
    const auto read = read_clock(written);
    return value(read) ? format_clock(*value(read)) : "refused: " + reason(read);
}

std::string range_as_text(std::string_view written) {
    const auto read = read_range(written);
    return value(read) ? format_range(*value(read)) : "refused: " + reason(read);
}

std::string duration_as_text(std::string_view written) {
    const auto read = read_duration(written);
    return value(read) ? std::to_string(value(read)->count()) : "refused: " + reason(read);
}

template <class T> void check_refusals(const std::vector<Refused>& table, Read<T> (*read)(std::string_view)) {
    for (const auto& row : table) BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") {
            const auto why = reason(read(row.written));
            BOOST_TEST(why.find(row.reason_part) != std::string::npos, "the reason was: " << why);
        }
}

const std::string many_digits(5000, '9');

} // namespace

BOOST_AUTO_TEST_SUITE(time_clock_text)

BOOST_AUTO_TEST_CASE(a_clock_time_is_read_in_every_usual_spelling) {
    const std::vector<ReadAs> table{
        {"9:00", "09:00"},  {"09:00", "09:00"},  {"10.00", "10:00"},    {"9.05", "09:05"},       {"10h00", "10:00"},
        {"10h", "10:00"},   {"10H30", "10:30"},  {"10 h 30", "10:30"},  {"0:00", "00:00"},       {"00:00", "00:00"},
        {"23:59", "23:59"}, {" 9:00 ", "09:00"}, {"\t9:00\t", "09:00"}, {"9h\xc2\xa0", "09:00"}, {"0h", "00:00"},
    };
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") BOOST_TEST(clock_as_text(row.written) == row.read);
}

BOOST_AUTO_TEST_CASE(am_and_pm_are_read_in_any_case_with_or_without_a_space) {
    const std::vector<ReadAs> table{
        {"9:00 am", "09:00"},
        {"9:00am", "09:00"},
        {"9:00 AM", "09:00"},
        {"9:00Am", "09:00"},
        {"9:00 aM", "09:00"},
        {"9 pm", "21:00"},
        {"9pm", "21:00"},
        {"9PM", "21:00"},
        {"9 Pm", "21:00"},
        {"9 pM", "21:00"},
        {"9 p.m.", "21:00"},
        {"9:30 A.M.", "09:30"},
        {"9.30 pm", "21:30"},
        {"09:30 pm", "21:30"},
        {"9\xc2\xa0pm", "21:00"},
        {"9\xe2\x80\xafpm", "21:00"},
        {"9\xe2\x80\x89pm", "21:00"},
        {"9h30 pm", "21:30"},
    };
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") BOOST_TEST(clock_as_text(row.written) == row.read);
}

BOOST_AUTO_TEST_CASE(twelve_am_is_midnight_and_twelve_pm_is_noon) {
    const std::vector<ReadAs> table{
        {"12 am", "00:00"},    {"12:00 am", "00:00"}, {"12:30 am", "00:30"}, {"12 pm", "12:00"},
        {"12:59 pm", "12:59"}, {"1 pm", "13:00"},     {"11:59 pm", "23:59"}, {"11:59 am", "11:59"},
    };
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") BOOST_TEST(clock_as_text(row.written) == row.read);
}

BOOST_AUTO_TEST_CASE(hours_24_to_29_are_next_morning_of_the_same_programme) {
    const std::vector<ReadAs> table{{"24:00", "24:00"}, {"24h", "24:00"},   {"25:30", "25:30"},
                                    {"29:00", "29:00"}, {"29:59", "29:59"}, {"29h59", "29:59"}};
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") BOOST_TEST(clock_as_text(row.written) == row.read);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_clock_time_is_refused_with_its_reason) {
    check_refusals<Clock>(
        {
            {"", "begins with an hour"},
            {"   ", "begins with an hour"},
            {"noon", "begins with an hour"},
            {":30", "begins with an hour"},
            {"-9:00", "begins with an hour"},
            {"123:00", "begins with an hour"},
            {many_digits, "begins with an hour"},
            {"9", "number alone"},
            {"12", "number alone"},
            {"9 o'clock", "number alone"},
            {"9:", "two digits"},
            {"9:0", "two digits"},
            {"9:5", "two digits"},
            {"9:000", "two digits"},
            {"9: 00", "two digits"},
            {"9h5", "two digits"},
            {"9:xx", "two digits"},
            {"9:60", "past 59"},
            {"9h99", "past 59"},
            {"10:00:00", "seconds"},
            {"9:00:30 am", "seconds"},
            {"30:00", "29:59"},
            {"30h", "29:59"},
            {"99:59", "29:59"},
            {"13 pm", "1 to 12"},
            {"0:30 am", "1 to 12"},
            {"25:30 am", "1 to 12"},
            {"10:00.00", "follows"},
            {"9:00 x", "follows"},
            {"9:00 am pm", "follows"},
            {"9:00 amen", "follows"},
            {"9:00-10:00", "follows"},
            {"9:00Z", "follows"},
        },
        read_clock);
}

BOOST_AUTO_TEST_CASE(a_time_with_a_nul_or_a_foreign_digit_is_refused) {
    using namespace std::string_view_literals;
    for (const auto written : {"9:00\0"sv, "\0"sv, "9\0:00"sv, "\xd9\xa9:\xd9\xa0\xd9\xa0"sv, "9:00\xff"sv, "\xff"sv})
        BOOST_TEST_CONTEXT("written: \"" << written << "\"") BOOST_TEST(!value(read_clock(written)));
}

BOOST_AUTO_TEST_CASE(a_range_is_read_with_a_hyphen_a_dash_or_to) {
    const std::vector<ReadAs> table{
        {"10:00-10:15", "10:00-10:15"},
        {"10:00 - 10:15", "10:00-10:15"},
        {"10:00\xe2\x80\x93"
         "10:15",
         "10:00-10:15"},
        {"10:00 \xe2\x80\x93 10:15", "10:00-10:15"},
        {"10:00\xe2\x80\x94"
         "10:15",
         "10:00-10:15"},
        {"10:00 to 10:15", "10:00-10:15"},
        {"10:00to10:15", "10:00-10:15"},
        {"10:00 TO 10:15", "10:00-10:15"},
        {"9.30 \xe2\x80\x93 11h", "09:30-11:00"},
        {"9h-9h30", "09:00-09:30"},
        {"9h to 10h", "09:00-10:00"},
        {"  9:00-9:30  ", "09:00-09:30"},
        {"9:00\xc2\xa0\xe2\x80\x93\xc2\xa0"
         "9:30",
         "09:00-09:30"},
        {"9:00\xe2\x80\xaf-\xe2\x80\xaf"
         "9:30",
         "09:00-09:30"},
        {"9:00\t-\t9:30", "09:00-09:30"},
        {"9:00 am to 1:30 pm", "09:00-13:30"},
        {"9am-5pm", "09:00-17:00"},
        {"11 pm - 12 am", "23:00-00:00"},
        {"22:00-24:00", "22:00-24:00"},
        {"22:00-25:30", "22:00-25:30"},
        {"28:00-29:59", "28:00-29:59"},
        {"11:00-10:00", "11:00-10:00"},
        {"10:00-10:00", "10:00-10:00"},
    };
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") BOOST_TEST(range_as_text(row.written) == row.read);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_range_is_refused_with_its_reason) {
    check_refusals<ClockRange>(
        {
            {"", "begins with an hour"},
            {"-", "begins with an hour"},
            {"-10:15", "begins with an hour"},
            {"10:00", "no end"},
            {"10:00-", "no end"},
            {"10:00 to ", "no end"},
            {"10:00 10:15", "between start and end"},
            {"10:00/10:15", "between start and end"},
            {"10:00 until 10:15", "between start and end"},
            {"10:00--10:15", "begins with an hour"},
            {"10:00-TBC", "begins with an hour"},
            {"10:00-10:15-10:30", "follows"},
            {"10:00-10:15 (tbc)", "follows"},
            {"9-10", "number alone"},
            {"9-10 am", "number alone"},
            {"9:00-10", "number alone"},
            {"9:00 am-10:00", "on both times or on neither"},
            {"9:00-10:00 am", "on both times or on neither"},
            {"10:00:00-11:00:00", "seconds"},
            {"10:00-11:00:00", "seconds"},
            {"10:00-30:00", "29:59"},
            {many_digits, "begins with an hour"},
        },
        read_range);
}

BOOST_AUTO_TEST_CASE(a_duration_is_read_in_every_usual_spelling) {
    const std::vector<ReadAs> table{
        {"45m", "45"},     {"45min", "45"},   {"45 min", "45"},  {"45M", "45"},
        {"2h", "120"},     {"2 h", "120"},    {"1h30", "90"},    {"1h30m", "90"},
        {"1h 30m", "90"},  {"1H30M", "90"},   {"1h30min", "90"}, {"90", "90"},
        {" 90 ", "90"},    {"PT1H30M", "90"}, {"PT45M", "45"},   {"PT2H", "120"},
        {"pt1h30m", "90"}, {"PT90M", "90"},   {"0", "0"},        {"0m", "0"},
        {"0h", "0"},       {"100h", "6000"},  {"6000", "6000"},  {"45\xc2\xa0min", "45"},
        {"1h05", "65"},
    };
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("written: \"" << row.written << "\"") BOOST_TEST(duration_as_text(row.written) == row.read);
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_duration_is_refused_with_its_reason) {
    check_refusals<minutes>(
        {
            {"", "is written"},       {"m", "is written"},          {"h", "is written"},
            {"-45m", "is written"},   {"PT", "is written"},         {"P1D", "is written"},
            {"1.5h", "is written"},   {"45 minutes", "is written"}, {"1:30", "is written"},
            {"45m30", "is written"},  {"1h30h", "is written"},      {"half an hour", "is written"},
            {"100000", "is written"}, {many_digits, "is written"},  {"1h60", "past 59"},
            {"1h030", "past 59"},     {"100h01", "100 hours"},      {"6001", "100 hours"},
            {"99999h", "100 hours"},  {"PT90", "ends in H or M"},   {"PT1H30", "ends in H or M"},
        },
        read_duration);
}

BOOST_AUTO_TEST_CASE(a_duration_is_printed_in_its_shortest_usual_spelling) {
    const std::vector<std::pair<int, std::string>> table{{0, "0m"},     {5, "5m"},   {45, "45m"},   {60, "1h"},
                                                         {90, "1h30m"}, {120, "2h"}, {6000, "100h"}};
    for (const auto& [count, text] : table)
        BOOST_TEST_CONTEXT(count << " minutes") BOOST_TEST(format_duration(minutes{count}) == text);
}

BOOST_AUTO_TEST_CASE(every_duration_that_is_printed_is_read_back) {
    for (int count = 0; count <= 6000; ++count) {
        const auto printed = format_duration(minutes{count});
        BOOST_TEST_CONTEXT(printed) BOOST_TEST(duration_as_text(printed) == std::to_string(count));
    }
}

BOOST_AUTO_TEST_CASE(every_clock_time_that_is_printed_is_read_back) {
    for (int count = 0; count < 30 * 60; ++count) {
        const auto printed = format_clock({minutes{count}});
        BOOST_TEST_CONTEXT(printed) BOOST_TEST(clock_as_text(printed) == printed);
    }
}

BOOST_AUTO_TEST_SUITE_END()
