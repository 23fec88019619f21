// SPDX-License-Identifier: MIT
// Interpreters' assignments across midnight, changes of the clock and of the month, and of very many slots.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string interpreted = "[event.interpretation]\nlanguages = [\"en\", \"fr\"]\n";

std::string slot(const std::string& id, const std::string& time, const std::string& lines = "") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\nkind = \"session\"\n" + lines + "\n";
}

std::string day(const std::string& date, const std::string& slots) { return "[[day]]\ndate = " + date + "\n" + slots; }

/// What the findings of a rule are about, finding by finding.
std::string found(const std::string& rule, const std::string& text) {
    const auto checked = check(text);
    std::vector<std::string> words;
    for (const auto* finding : checked.of(rule)) words.push_back(joined(finding->draft.about) + ";");
    return joined(words);
}

std::string minutes_of(const std::string& rule, const std::string& text) {
    const auto checked = check(text);
    std::vector<std::string> words;
    for (const auto* finding : checked.of(rule)) words.push_back(finding->draft.facts.text("minutes"));
    return joined(words);
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_assignments)

BOOST_AUTO_TEST_CASE(an_assignment_takes_real_minutes_across_a_change_of_the_clock) {
    const auto berlin = "[event]\ntimezone = \"Europe/Berlin\"\n" + interpreted;
    BOOST_TEST(minutes_of("interp-sitting", berlin + day("2026-03-29", slot("a", "01:00-05:00"))) == "");
    BOOST_TEST(minutes_of("interp-sitting", berlin + day("2026-03-29", slot("a", "01:00-05:01"))) == "181");
    BOOST_TEST(minutes_of("interp-sitting", berlin + day("2026-10-25", slot("a", "01:00-04:00"))) == "240");
}

BOOST_AUTO_TEST_CASE(an_assignment_beyond_midnight_is_one) {
    BOOST_TEST(minutes_of("interp-sitting", interpreted + day("2026-06-01", slot("a", "22:00-26:00"))) == "240");
}

BOOST_AUTO_TEST_CASE(days_in_a_row_are_those_of_the_calendar) {
    const auto two = [](const std::string& date, const std::string& id) {
        return day(date, slot(id + "1", "10:00-13:00") + slot(id + "2", "15:00-18:00"));
    };
    const auto around_february = two("2026-03-01", "c") + two("2026-02-27", "a") + two("2026-02-28", "b");
    BOOST_TEST(found("interp-span", interpreted + around_february) == "day:2026-02-27 day:2026-02-28 day:2026-03-01;");
    const auto with_a_hole = two("2026-02-26", "a") + two("2026-02-28", "b") + two("2026-03-02", "c");
    BOOST_TEST(found("interp-span", interpreted + with_a_hole) == "");
}

BOOST_AUTO_TEST_CASE(a_slot_whose_time_cannot_be_read_is_not_checked) {
    const auto checked = check(interpreted + day("2026-06-01", slot("a", "10:00-1l:00") + slot("b", "11:00-12:00")));
    for (const auto* rule : {"interp-sitting", "interp-day", "interp-pause", "interp-span"})
        BOOST_TEST(checked.rule(rule).not_checked.size() == 1U, rule);
    BOOST_TEST(checked.rule("interp-sitting").checked == 1U);
}

BOOST_AUTO_TEST_CASE(nothing_is_checked_where_two_teams_relieve_each_other) {
    const auto checked = check(interpreted + "teams = 2\n" + day("2026-06-01", slot("a", "10:00-18:00")));
    BOOST_TEST((checked.rule("interp-sitting").status == engine::Status::not_applicable));
}

BOOST_AUTO_TEST_CASE(thousands_of_slots_at_once_are_one_finding) {
    std::string in_one_room, in_rooms;
    for (int i = 0; i < 2'000; ++i) {
        const auto id = "s" + std::to_string(i);
        in_one_room += slot(id, "10:00-14:00");
        in_rooms += slot(id, "10:00-14:00", "room = \"" + id + "\"");
    }
    const auto one_room = check(interpreted + day("2026-06-01", in_one_room));
    BOOST_TEST_REQUIRE(one_room.of("interp-sitting").size() == 1U);
    BOOST_TEST(one_room.of("interp-sitting")[0]->draft.about.size() == 1U);
    const auto rooms = check(interpreted + day("2026-06-01", in_rooms));
    BOOST_TEST_REQUIRE(rooms.of("interp-sitting").size() == 1U);
    BOOST_TEST(rooms.of("interp-sitting")[0]->draft.about.size() == 2'000U);
}

BOOST_AUTO_TEST_CASE(a_side_event_in_a_pause_that_one_of_two_teams_works_through_is_silent) {
    const auto rooms = [](const std::string& id, const std::string& time) {
        return slot(id + "1", time, "room = \"A\"") + slot(id + "2", time, "room = \"B\"");
    };
    const auto side = [](const std::string& time) {
        return "[[day.slot]]\nid = \"side\"\ntime = \"" + time + "\"\nkind = \"side-event\"\n";
    };
    const auto text = [&](const std::string& between) {
        return interpreted + "teams = 2\n" +
               day("2026-06-01", rooms("a", "10:00-12:00") + between + side("13:15-14:15") + rooms("b", "15:00-17:00"));
    };
    BOOST_TEST(found("interp-side-event", text("")) == "slot:side;");
    BOOST_TEST(found("interp-side-event", text(slot("x", "12:00-15:00", "room = \"A\""))) == "");
}

BOOST_AUTO_TEST_SUITE_END()
