// SPDX-License-Identifier: MIT
// The geometry of the HTML report's timetable: days, lanes, columns, gaps.
#include "report/html/picture.hpp"
#include "reporting.hpp"
#include <boost/test/unit_test.hpp>
#include <random>

namespace {

using namespace agenda;
using report::html::Block;
using report::html::DayPicture;

/// Pictures and what they point into.
struct Drawn {
    report::Report report;
    std::vector<DayPicture> days;

    explicit Drawn(const std::string& text)
        : report(test::report_on({text})), days(report::html::pictures_of(report.agendas[0], report::html::Subjects{report.agendas[0]})) {}
    const Agenda& agenda() const { return report.agendas[0].loaded.agenda; }
    /// "a 0/2! b 1/2!": column, columns, and whether the block collides.
    std::string told(const std::vector<Block>& blocks) const {
        std::string result;
        for (const auto& block : blocks)
            result += (result.empty() ? "" : " ") + agenda().slots[block.slot].id + " " + std::to_string(block.column) + "/" + std::to_string(block.columns) +
                      (block.collides ? "!" : "");
        return result;
    }
    /// "room A: a b; room B: c" of the first day.
    std::string lanes() const {
        std::string result;
        for (const auto& lane : days[0].lanes) result += (result.empty() ? "" : "; ") + lane.name + ": " + ids(lane.blocks);
        return result;
    }
    std::string ids(const std::vector<Block>& blocks) const {
        std::string result;
        for (const auto& block : blocks) result += (result.empty() ? "" : " ") + agenda().slots[block.slot].id;
        return result;
    }
};

std::string slot(const std::string& id, const std::string& time, const std::string& more = "") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\n" + more;
}
std::string day(const std::string& date, const std::string& slots) { return "[[day]]\ndate = " + date + "\n" + slots; }
std::string in(const std::string& room) { return "room = \"" + room + "\"\n"; }

std::string gaps(const report::html::Lane& lane) {
    std::string result;
    for (const auto& gap : lane.gaps) result += (result.empty() ? "" : " ") + time::format_range(gap);
    return result;
}

} // namespace

BOOST_AUTO_TEST_CASE(days_are_drawn_in_the_order_of_their_dates_and_undated_ones_last) {
    const Drawn drawn{"[[day]]\n" + slot("x", "9:00-10:00") + day("2026-06-02", slot("b", "9:00-10:00")) + day("2026-06-01", slot("a", "9:00-10:00"))};
    BOOST_TEST_REQUIRE(drawn.days.size() == 3U);
    BOOST_TEST((drawn.days[0].date == time::parse_date("2026-06-01")));
    BOOST_TEST((drawn.days[1].date == time::parse_date("2026-06-02")));
    BOOST_TEST(!drawn.days[2].date.ok());
}

BOOST_AUTO_TEST_CASE(two_day_tables_of_one_date_are_one_picture) {
    const Drawn drawn{day("2026-06-01", slot("b", "11:00-12:00")) + day("2026-06-01", slot("a", "9:00-10:00"))};
    BOOST_TEST_REQUIRE(drawn.days.size() == 1U);
    BOOST_TEST(drawn.days[0].headers.size() == 2U);
    BOOST_TEST(drawn.lanes() == ": a b");
}

BOOST_AUTO_TEST_CASE(a_picture_spans_the_whole_hours_around_its_slots) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:40-10:00") + slot("b", "23:30-25:10"))};
    BOOST_TEST(time::format_range(drawn.days[0].clock) == "09:00-26:00");
}

BOOST_AUTO_TEST_CASE(slots_that_touch_stand_in_one_column) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00") + slot("b", "10:00-11:00"))};
    BOOST_TEST(drawn.told(drawn.days[0].lanes[0].blocks) == "a 0/1 b 0/1");
}

BOOST_AUTO_TEST_CASE(slots_that_a_finding_says_to_overlap_collide) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00") + slot("b", "9:30-11:00") + slot("c", "11:00-12:00"))};
    BOOST_TEST(drawn.told(drawn.days[0].lanes[0].blocks) == "a 0/2! b 1/2! c 0/1");
}

BOOST_AUTO_TEST_CASE(slots_that_run_beside_each_other_on_purpose_do_not_collide) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00") + slot("b", "9:00-10:00", "parallel-with = [\"a\"]\n"))};
    BOOST_TEST(drawn.told(drawn.days[0].lanes[0].blocks) == "a 0/2 b 1/2");
}

BOOST_AUTO_TEST_CASE(a_column_that_is_free_again_is_taken_again) {
    const Drawn drawn{day("2026-06-01", slot("long", "9:00-12:00") + slot("b", "9:30-10:00") + slot("c", "10:00-11:00"))};
    BOOST_TEST(drawn.told(drawn.days[0].lanes[0].blocks).find("c 1/2") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(each_room_has_a_lane_and_what_belongs_to_everyone_lies_over_all) {
    const Drawn drawn{day("2026-06-01", slot("opening", "9:00-10:00") + slot("a", "10:00-11:00", in("Aula")) + slot("b", "10:00-11:00", in("Hall")))};
    BOOST_TEST(drawn.lanes() == "Aula: a; Hall: b");
    BOOST_TEST(drawn.ids(drawn.days[0].shared) == "opening");
}

BOOST_AUTO_TEST_CASE(lanes_of_rooms_are_named_and_that_of_a_day_without_rooms_is_not) {
    BOOST_TEST(!report::html::is_named(Drawn{day("2026-06-01", slot("a", "10:00-11:00"))}.days[0]));
    BOOST_TEST(report::html::is_named(Drawn{day("2026-06-01", slot("a", "10:00-11:00", in("Aula")))}.days[0]));
    BOOST_TEST(report::html::is_named(Drawn{day("2026-06-01", slot("a", "10:00-11:00", in("Aula")) + slot("b", "10:00-11:00", in("Hall")))}.days[0]));
}

BOOST_AUTO_TEST_CASE(what_would_cover_slots_of_a_room_has_a_lane_of_its_own) {
    const Drawn drawn{day("2026-06-01", slot("opening", "9:00-10:00") + slot("side", "9:45-10:15") + slot("a", "10:00-11:00", in("Aula")) +
                                            slot("b", "10:00-11:00", in("Hall")) + slot("end", "11:00-12:00"))};
    BOOST_TEST(drawn.lanes() == "plenary: opening side; Aula: a; Hall: b");
    BOOST_TEST(drawn.ids(drawn.days[0].shared) == "end");
}

BOOST_AUTO_TEST_CASE(gaps_lie_between_the_first_and_the_last_slot_of_a_lane) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00") + slot("b", "10:15-11:00") + slot("c", "12:00-13:00"))};
    BOOST_TEST(gaps(drawn.days[0].lanes[0]) == "10:00-10:15 11:00-12:00");
}

BOOST_AUTO_TEST_CASE(a_room_is_free_before_its_first_slot_and_after_its_last_as_long_as_the_day_lasts) {
    const Drawn drawn{day("2026-06-01", slot("opening", "9:00-9:30") + slot("a", "10:00-11:00", in("Aula")) + slot("b", "10:15-12:00", in("Hall")))};
    BOOST_TEST(gaps(drawn.days[0].lanes[0]) == "09:30-10:00 11:00-12:00");
    BOOST_TEST(gaps(drawn.days[0].lanes[1]) == "09:30-10:15");
}

BOOST_AUTO_TEST_CASE(a_long_slot_covers_the_gaps_of_shorter_ones_inside_it) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-12:00") + slot("b", "9:10-9:20") + slot("c", "12:30-13:00"))};
    BOOST_TEST(gaps(drawn.days[0].lanes[0]) == "12:00-12:30");
}

BOOST_AUTO_TEST_CASE(what_belongs_to_everyone_fills_the_gaps_of_each_lane) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00", in("Aula")) + slot("coffee", "10:00-10:30") + slot("b", "10:30-11:00", in("Aula")))};
    BOOST_TEST(gaps(drawn.days[0].lanes[0]) == "");
}

BOOST_AUTO_TEST_CASE(a_cancelled_slot_is_drawn_and_fills_no_gap) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00") + slot("b", "10:00-11:00", "status = \"cancelled\"\n") + slot("c", "11:00-12:00"))};
    BOOST_TEST(drawn.lanes() == ": a b c");
    BOOST_TEST(gaps(drawn.days[0].lanes[0]) == "10:00-11:00");
}

BOOST_AUTO_TEST_CASE(a_slot_without_a_usable_time_is_not_drawn_and_not_lost) {
    const Drawn drawn{day("2026-06-01", slot("a", "9:00-10:00") + slot("b", "soon") + slot("c", "12:00-11:00"))};
    BOOST_TEST(drawn.lanes() == ": a");
    BOOST_TEST(drawn.days[0].unplaced.size() == 2U);
    BOOST_TEST(drawn.days[0].slots.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_day_without_slots_has_no_lane) {
    const Drawn drawn{day("2026-06-01", "")};
    BOOST_TEST_REQUIRE(drawn.days.size() == 1U);
    BOOST_TEST(drawn.days[0].lanes.empty());
}

BOOST_AUTO_TEST_CASE(no_two_slots_of_a_column_overlap_and_no_column_is_more_than_are_there_at_once) {
    std::mt19937 random{4};
    for (int round = 0; round < 200; ++round) {
        std::string slots;
        const auto count = 1 + random() % 12;
        for (unsigned i = 0; i < count; ++i) {
            const auto start = 8 * 60 + random() % 300, end = start + 5 + random() % 120;
            const auto clock = [](auto minutes) { return time::format_clock(time::Clock{time::minutes{minutes}}); };
            slots += slot("s" + std::to_string(i), clock(start) + "-" + clock(end));
        }
        const Drawn drawn{day("2026-06-01", slots)};
        const auto& blocks = drawn.days[0].lanes[0].blocks;
        for (const auto& a : blocks) {
            std::size_t at_once = 0;
            for (const auto& b : blocks) {
                if (&a != &b && a.column == b.column) BOOST_TEST(!time::overlap(a.clock, b.clock));
                at_once += b.clock.contains(a.clock.start) ? 1 : 0;
            }
            BOOST_TEST(a.column < a.columns);
            BOOST_TEST(at_once <= a.columns);
        }
    }
}
