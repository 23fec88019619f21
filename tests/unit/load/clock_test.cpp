// SPDX-License-Identifier: MIT
// When slots are, by what they say of it, in agendas without a zone: their wall's clock is then UTC.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

struct Row {
    std::string lines; ///< of the slot
    std::string clock; ///< as the author sees it
    std::string when;  ///< as UTC shows it, on 1 June
    std::string faults = "";
};

void expect(const Row& row) {
    BOOST_TEST_CONTEXT(row.lines) {
        const auto read = loaded(one_slot(row.lines));
        const auto& slot = read.agenda.slots[SlotIndex{0}];
        BOOST_TEST(clock(slot.clock) == row.clock);
        BOOST_TEST(utc(slot.when) == row.when);
        BOOST_TEST(faults(read) == row.faults);
    }
}

/// The clocks of the slots that follow a [[day]] header.
std::vector<std::string> clocks(const std::string& slots) {
    std::vector<std::string> result;
    const auto read = loaded("[[day]]\ndate = 2026-06-01\n" + slots);
    for (const auto& slot : read.agenda.slots) result.push_back(clock(slot.clock));
    return result;
}

std::string slot(const std::string& lines) { return "[[day.slot]]\n" + lines + "\n"; }

const std::string ten_to_eleven = "2026-06-01T10:00/2026-06-01T11:00";

} // namespace

BOOST_AUTO_TEST_SUITE(load_clock)

BOOST_AUTO_TEST_CASE(each_way_of_saying_a_time_is_read) {
    const Row rows[] = {
        {"time = \"10:00-11:00\"", "10:00-11:00", ten_to_eleven},
        {"time = \"10.00 – 11h\"", "10:00-11:00", ten_to_eleven},
        {"time = \"10h00—11h00\"", "10:00-11:00", ten_to_eleven},
        {"time = \"10 AM to 11:00am\"", "10:00-11:00", ten_to_eleven},
        {"start = \"10:00\"\nend = \"11:00\"", "10:00-11:00", ten_to_eleven},
        {"start = 10:00:00\nend = 11:00:00", "10:00-11:00", ten_to_eleven},
        {"start = 10:00:00\nend = \"11 am\"", "10:00-11:00", ten_to_eleven},
        {"start = \"10:00\"\nduration = \"1h\"", "10:00-11:00", ten_to_eleven},
        {"start = \"10:00\"\nduration = 60", "10:00-11:00", ten_to_eleven},
        {"start = \"10:00\"\nduration = \"60\"", "10:00-11:00", ten_to_eleven},
        {"start = \"9:30\"\nduration = \"1h30m\"", "09:30-11:00", "2026-06-01T09:30/2026-06-01T11:00"},
        {"start = \"9:30\"\nduration = \"1h30\"", "09:30-11:00", "2026-06-01T09:30/2026-06-01T11:00"},
        {"start = \"9:30\"\nduration = \"PT1H30M\"", "09:30-11:00", "2026-06-01T09:30/2026-06-01T11:00"},
        {"end = \"11:00\"\nstart = \"10:00\"", "10:00-11:00", ten_to_eleven},
        {"start = \"10:00\"\nend = \"11:00\"\nduration = \"1h\"", "10:00-11:00", ten_to_eleven},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(a_day_goes_on_past_midnight) {
    const Row rows[] = {
        {"time = \"22:00-24:00\"", "22:00-24:00", "2026-06-01T22:00/2026-06-02T00:00"},
        {"time = \"22:00-25:30\"", "22:00-25:30", "2026-06-01T22:00/2026-06-02T01:30"},
        {"time = \"24:30-29:59\"", "24:30-29:59", "2026-06-02T00:30/2026-06-02T05:59"},
        {"start = \"25:00\"\nduration = \"30m\"", "25:00-25:30", "2026-06-02T01:00/2026-06-02T01:30"},
        {"start = \"23:30\"\nduration = \"1h\"", "23:30-24:30", "2026-06-01T23:30/2026-06-02T00:30"},
        {"time = \"22:00-30:00\"", "none", "none", "time-unparsable \"22:00-30:00\""},
        {"start = \"30:00\"\nend = \"31:00\"", "none", "none", "time-unparsable \"30:00\"; time-unparsable \"31:00\""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(next_day_moves_the_end_or_the_whole_slot) {
    const Row rows[] = {
        {"time = \"22:00-02:00\"\nnext-day = true", "22:00-26:00", "2026-06-01T22:00/2026-06-02T02:00"},
        {"start = \"22:00\"\nend = \"02:00\"\nnext-day = true", "22:00-26:00", "2026-06-01T22:00/2026-06-02T02:00"},
        {"time = \"00:30-02:00\"\nnext-day = true", "24:30-26:00", "2026-06-02T00:30/2026-06-02T02:00"},
        {"start = \"00:30\"\nduration = \"1h\"\nnext-day = true", "24:30-25:30", "2026-06-02T00:30/2026-06-02T01:30"},
        {"end = \"01:30\"\nduration = \"45m\"\nnext-day = true", "24:45-25:30", "2026-06-02T00:45/2026-06-02T01:30"},
        {"end = \"00:30\"\nduration = \"45m\"\nnext-day = true", "23:45-24:30", "2026-06-01T23:45/2026-06-02T00:30"},
        {"time = \"24:30-26:00\"\nnext-day = true", "24:30-26:00", "2026-06-02T00:30/2026-06-02T02:00"},
        {"time = \"22:00-23:00\"\nnext-day = false", "22:00-23:00", "2026-06-01T22:00/2026-06-01T23:00"},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(next_day_moves_nothing_where_the_slot_reaches_midnight_by_itself) {
    const Row rows[] = {
        {"time = \"22:00-26:00\"\nnext-day = true", "22:00-26:00", "2026-06-01T22:00/2026-06-02T02:00"},
        {"time = \"22:00-24:00\"\nnext-day = true", "22:00-24:00", "2026-06-01T22:00/2026-06-02T00:00"},
        {"start = \"23:00\"\nduration = \"2h\"\nnext-day = true", "23:00-25:00", "2026-06-01T23:00/2026-06-02T01:00"},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(contradictions_are_told_at_the_second_saying) {
    const Row rows[] = {
        {"time = \"10:00-11:00\"\nstart = \"10:00\"", "none", "none", "time-unparsable \"10:00\""},
        {"time = \"10:00-11:00\"\nend = \"11:00\"", "none", "none", "time-unparsable \"11:00\""},
        {"time = \"10:00-11:00\"\nduration = \"1h\"", "none", "none", "time-unparsable \"1h\""},
        {"start = \"10:00\"\nend = \"11:00\"\nduration = \"45m\"", "none", "none", "time-unparsable \"45m\""},
        {"end = \"00:30\"\nduration = \"45m\"", "none", "none", "time-unparsable \"45m\""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_leaves_the_slot_without_a_time) {
    const Row rows[] = {
        {"time = \"10:00-11:O0\"", "none", "none", "time-unparsable \"10:00-11:O0\""},
        {"time = \"\"", "none", "none", "time-unparsable \"\""},
        {"start = \"25:61\"\nend = \"11:00\"", "none", "none", "time-unparsable \"25:61\""},
        {"start = \"10:00\"\nend = \"noon\"", "none", "none", "time-unparsable \"noon\""},
        {"start = \"10:00\"\nduration = \"long\"", "none", "none", "time-unparsable \"long\""},
        {"start = \"10:00\"\nduration = -5", "none", "none", "time-unparsable -5"},
        {"start = 10:00:30\nend = \"11:00\"", "none", "none", "time-unparsable 10:00:30"},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(a_start_alone_is_kept_and_has_no_end) {
    const auto read = loaded(one_slot("start = \"10:00\""));
    const auto& only = read.agenda.slots[SlotIndex{0}];
    BOOST_TEST_REQUIRE(only.start.has_value());
    BOOST_TEST(time::format_clock(*only.start) == "10:00");
    BOOST_TEST(clock(only.clock) == "none");
    BOOST_TEST(faults(read) == "slot-end-missing \"10:00\"");
}

BOOST_AUTO_TEST_CASE(an_end_alone_or_nothing_is_a_missing_time) {
    BOOST_TEST(faults(loaded(one_slot("end = \"10:00\""))) == "slot-time-missing \"10:00\"");
    BOOST_TEST(faults(loaded(one_slot("title = \"A\""))) == "slot-time-missing [[day.slot]]");
    BOOST_TEST(faults(loaded(one_slot("kind = \"note\""))) == "");
}

BOOST_AUTO_TEST_CASE(an_end_that_is_not_after_its_start_is_kept_on_the_clock_only) {
    const Row rows[] = {
        {"time = \"15:00-06:00\"", "15:00-06:00", "none", "slot-nonpositive \"15:00-06:00\""},
        {"time = \"10:00-10:00\"", "10:00-10:00", "none", "slot-nonpositive \"10:00-10:00\""},
        {"start = \"10:00\"\nduration = 0", "10:00-10:00", "none", "slot-nonpositive \"10:00\""},
    };
    for (const auto& row : rows) expect(row);
}

BOOST_AUTO_TEST_CASE(a_duration_alone_starts_where_the_slot_before_ends) {
    const auto seen = clocks(slot("time = \"9:00-10:00\"") + slot("duration = \"45m\"") + slot("duration = 15"));
    BOOST_TEST(seen == (std::vector<std::string>{"09:00-10:00", "10:00-10:45", "10:45-11:00"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_duration_alone_follows_its_own_track) {
    const auto seen =
        clocks(slot("time = \"9:00-10:00\"\ntrack = \"A\"") + slot("time = \"9:00-11:00\"\ntrack = \"B\"") +
               slot("time = \"8:00-8:30\"") + slot("duration = 30\ntrack = \"A\"") +
               slot("duration = 30\ntrack = \"B\"") + slot("duration = 15"));
    const std::vector<std::string> expected{"09:00-10:00", "09:00-11:00", "08:00-08:30",
                                            "10:00-10:30", "11:00-11:30", "08:30-08:45"};
    BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_duration_alone_has_nothing_to_start_from_on_another_day_or_track) {
    BOOST_TEST(faults(loaded(one_slot("duration = \"45m\""))) == "slot-time-missing \"45m\"");
    BOOST_TEST(faults(loaded(one_slot("time = \"9:00-10:00\"") + "[[day]]\ndate = 2026-06-02\n" +
                             slot("duration = \"45m\""))) == "slot-time-missing \"45m\"");
    BOOST_TEST(faults(loaded(one_slot("time = \"9:00-10:00\"") + slot("duration = \"45m\"\ntrack = \"B\""))) ==
               "slot-time-missing \"45m\"");
}

BOOST_AUTO_TEST_CASE(a_duration_alone_behind_an_unreadable_time_is_not_told_again) {
    const auto read = loaded(one_slot("time = \"nine\"") + slot("duration = \"45m\""));
    BOOST_TEST(faults(read) == "time-unparsable \"nine\"");
    BOOST_TEST(clock(read.agenda.slots[SlotIndex{1}].clock) == "none");
}

BOOST_AUTO_TEST_CASE(a_note_without_a_time_does_not_part_a_duration_from_the_slot_before) {
    const auto seen = clocks(slot("time = \"9:00-10:00\"") + slot("kind = \"note\"") + slot("duration = \"45m\""));
    BOOST_TEST(seen == (std::vector<std::string>{"09:00-10:00", "none", "10:00-10:45"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_day_without_a_date_places_nothing_and_is_told_once) {
    const auto read = loaded("[[day]]\nlabel = \"Day 1\"\n" + slot("time = \"9:00-10:00\"") + slot("duration = 30"));
    BOOST_TEST(faults(read) == "key-missing [[day]]");
    BOOST_TEST(utc(read.agenda.slots[SlotIndex{0}].when) == "none");
    BOOST_TEST(utc(read.agenda.slots[SlotIndex{1}].when) == "none");
}

BOOST_AUTO_TEST_CASE(a_day_with_an_impossible_date_is_a_wrong_type) {
    BOOST_TEST(faults(loaded("[[day]]\ndate = \"2026-02-30\"\n" + slot("time = \"9:00-10:00\""))) ==
               "wrong-type \"2026-02-30\"");
}

BOOST_AUTO_TEST_SUITE_END()
