// SPDX-License-Identifier: MIT
// Slots and items on days on which the clock is put forward or back. Berlin 2026: 29 March 02:00 -> 03:00 (01:00 UTC)
// and 25 October 03:00 -> 02:00 (01:00 UTC). New York 2026: 8 March and 1 November. Lord Howe changes by half an hour.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

std::string day_in(const std::string& zone, const std::string& date, const std::string& slot) {
    return "[event]\ntimezone = \"" + zone + "\"\n[[day]]\ndate = " + date + "\n[[day.slot]]\n" + slot + "\n";
}

struct Row {
    std::string zone, date, slot;
    std::string clock, when, faults;
};

void expect(const Row& row) {
    BOOST_TEST_CONTEXT(row.zone << " " << row.date << " " << row.slot) {
        const auto read = loaded(day_in(row.zone, row.date, row.slot));
        BOOST_TEST(read.zone_trouble == "");
        const auto& slot = read.agenda.slots[SlotIndex{0}];
        BOOST_TEST(clock(slot.clock) == row.clock);
        BOOST_TEST(utc(slot.when) == row.when);
        BOOST_TEST(faults(read) == row.faults);
    }
}

const std::string berlin = "Europe/Berlin", spring = "2026-03-29", autumn = "2026-10-25";

} // namespace

BOOST_AUTO_TEST_SUITE(load_clock_change)

BOOST_AUTO_TEST_CASE(a_zone_puts_slots_at_their_instant) {
    const Row rows[] = {
        {berlin, "2026-06-01", "time = \"10:00-11:00\"", "10:00-11:00", "2026-06-01T08:00/2026-06-01T09:00", ""},
        {berlin, "2026-01-15", "time = \"10:00-11:00\"", "10:00-11:00", "2026-01-15T09:00/2026-01-15T10:00", ""},
        {"UTC", "2026-06-01", "time = \"10:00-11:00\"", "10:00-11:00", "2026-06-01T10:00/2026-06-01T11:00", ""},
        {"America/New_York", "2026-06-01", "time = \"22:00-25:00\"", "22:00-25:00", "2026-06-02T02:00/2026-06-02T05:00",
         ""},
        {"Asia/Kathmandu", "2026-06-01", "time = \"10:00-11:00\"", "10:00-11:00", "2026-06-01T04:15/2026-06-01T05:15",
         ""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(a_slot_across_the_change_lasts_an_hour_less_or_more) {
    const Row rows[] = {
        {berlin, spring, "time = \"01:00-04:00\"", "01:00-04:00", "2026-03-29T00:00/2026-03-29T02:00", ""},
        {berlin, autumn, "time = \"01:00-04:00\"", "01:00-04:00", "2026-10-24T23:00/2026-10-25T03:00", ""},
        {berlin, "2026-03-28", "time = \"23:00-28:00\"", "23:00-28:00", "2026-03-28T22:00/2026-03-29T02:00", ""},
        {"America/New_York", "2026-03-08", "time = \"01:00-04:00\"", "01:00-04:00", "2026-03-08T06:00/2026-03-08T08:00",
         ""},
        {"America/New_York", "2026-11-01", "time = \"00:30-03:00\"", "00:30-03:00", "2026-11-01T04:30/2026-11-01T08:00",
         ""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(a_duration_across_the_change_is_in_real_minutes) {
    const Row rows[] = {
        {berlin, spring, "start = \"01:30\"\nduration = \"90m\"", "01:30-04:00", "2026-03-29T00:30/2026-03-29T02:00",
         ""},
        {berlin, autumn, "start = \"01:30\"\nduration = \"90m\"", "01:30-02:00", "2026-10-24T23:30/2026-10-25T01:00",
         ""},
        {berlin, autumn, "start = \"01:30\"\nduration = \"4h\"", "01:30-04:30", "2026-10-24T23:30/2026-10-25T03:30",
         ""},
        {"America/New_York", "2026-03-08", "start = \"01:30\"\nduration = 60", "01:30-03:30",
         "2026-03-08T06:30/2026-03-08T07:30", ""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(start_end_and_duration_agree_in_real_minutes) {
    expect({berlin, spring, "start = \"01:30\"\nend = \"04:00\"\nduration = \"90m\"", "01:30-04:00",
            "2026-03-29T00:30/2026-03-29T02:00", ""});
}

BOOST_AUTO_TEST_CASE(an_end_and_a_duration_say_the_second_of_two_equal_times) {
    expect({berlin, autumn, "end = \"03:30\"\nduration = \"45m\"", "02:45-03:30",
            "2026-10-25T01:45/2026-10-25T02:30", ""});
    expect({berlin, spring, "end = \"03:30\"\nduration = \"3h30\"", "none", "none", "time-unparsable \"3h30\""});
}

BOOST_AUTO_TEST_CASE(start_end_and_duration_contradict_one_another_in_real_minutes) {
    expect({berlin, spring, "start = \"01:30\"\nend = \"04:00\"\nduration = \"150m\"", "none", "none",
            "time-unparsable \"150m\""});
}

BOOST_AUTO_TEST_CASE(a_skipped_time_is_told_and_read_as_the_change) {
    const Row rows[] = {
        {berlin, spring, "time = \"02:30-04:00\"", "02:30-04:00", "2026-03-29T01:00/2026-03-29T02:00",
         "dst-transition \"02:30-04:00\""},
        {berlin, spring, "start = \"01:00\"\nend = \"02:30\"", "01:00-02:30", "2026-03-29T00:00/2026-03-29T01:00",
         "dst-transition \"02:30\""},
        {berlin, spring, "time = \"02:00-03:00\"", "02:00-03:00", "none",
         "dst-transition \"02:00-03:00\""},
        {berlin, "2026-03-28", "time = \"23:00-26:30\"", "23:00-26:30", "2026-03-28T22:00/2026-03-29T01:00",
         "dst-transition \"23:00-26:30\""},
        {"Australia/Lord_Howe", "2026-10-04", "time = \"02:15-03:00\"", "02:15-03:00",
         "2026-10-03T15:30/2026-10-03T16:00", "dst-transition \"02:15-03:00\""},
        {berlin, spring, "time = \"03:00-04:00\"", "03:00-04:00", "2026-03-29T01:00/2026-03-29T02:00", ""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(a_repeated_time_is_told_and_read_as_the_earlier) {
    const Row rows[] = {
        {berlin, autumn, "time = \"02:30-04:00\"", "02:30-04:00", "2026-10-25T00:30/2026-10-25T03:00",
         "dst-transition \"02:30-04:00\""},
        {berlin, autumn, "start = \"01:00\"\nend = \"02:30\"", "01:00-02:30", "2026-10-24T23:00/2026-10-25T00:30",
         "dst-transition \"02:30\""},
        {berlin, autumn, "time = \"02:15-02:45\"", "02:15-02:45", "2026-10-25T00:15/2026-10-25T00:45",
         "dst-transition \"02:15-02:45\"; dst-transition \"02:15-02:45\""},
        {"Australia/Lord_Howe", "2026-04-05", "time = \"01:45-03:00\"", "01:45-03:00",
         "2026-04-04T14:45/2026-04-04T16:30", "dst-transition \"01:45-03:00\""},
        {berlin, autumn, "time = \"03:00-04:00\"", "03:00-04:00", "2026-10-25T02:00/2026-10-25T03:00", ""},
        {berlin, autumn, "start = \"01:45\"\nduration = 30", "01:45-02:15", "2026-10-24T23:45/2026-10-25T00:15", ""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(an_end_before_its_start_on_the_wall_may_be_later_in_real_time) {
    expect({berlin, autumn, "start = \"02:45\"\nduration = 30", "02:45-02:15", "2026-10-25T00:45/2026-10-25T01:15",
            "dst-transition \"02:45\""});
}

BOOST_AUTO_TEST_CASE(a_floating_agenda_knows_no_change) {
    const auto read = loaded("[[day]]\ndate = 2026-03-29\n[[day.slot]]\ntime = \"02:30-04:00\"\n");
    BOOST_TEST(read.agenda.floating());
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(utc(read.agenda.slots[SlotIndex{0}].when) == "2026-03-29T02:30/2026-03-29T04:00");
}

BOOST_AUTO_TEST_CASE(an_invalid_zone_is_told_and_leaves_the_agenda_floating) {
    const auto read = loaded(day_in("Europe/Berlim", "2026-06-01", "time = \"10:00-11:00\""));
    BOOST_TEST(read.agenda.floating());
    BOOST_TEST(faults(read) == "timezone-invalid \"Europe/Berlim\"");
    BOOST_TEST(utc(read.agenda.slots[SlotIndex{0}].when) == "2026-06-01T10:00/2026-06-01T11:00");
}

BOOST_AUTO_TEST_CASE(an_invalid_zone_of_the_audience_is_told_where_it_stands) {
    const auto read = loaded(one_slot("time = \"10:00-11:00\"", "[event]\nzones = [\"Asia/Tokyo\", \"Mars/Base\"]\n"));
    BOOST_TEST(faults(read) == "timezone-invalid \"Mars/Base\"");
}

BOOST_AUTO_TEST_CASE(items_across_the_change_last_real_minutes) {
    const auto read = loaded(
        day_in(berlin, spring, "start = \"01:30\"\nduration = \"90m\"\nitems = [{ minutes = 60 }, { minutes = 30 }]"));
    const auto& items = read.agenda.slots[SlotIndex{0}].items;
    BOOST_TEST(utc(items[0].when) == "2026-03-29T00:30/2026-03-29T01:30");
    BOOST_TEST(utc(items[1].when) == "2026-03-29T01:30/2026-03-29T02:00");
}

BOOST_AUTO_TEST_CASE(the_time_of_an_item_that_the_clock_skips_is_told) {
    const auto read = loaded(day_in(berlin, spring, "time = \"01:00-04:00\"\nitems = [{ time = \"02:30-03:30\" }]"));
    BOOST_TEST(faults(read) == "dst-transition \"02:30-03:30\"");
}

BOOST_AUTO_TEST_SUITE_END()
