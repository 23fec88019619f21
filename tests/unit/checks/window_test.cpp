// SPDX-License-Identifier: MIT
// Windows as intervals, and what the check makes of a user's own rules, of changes of the clock and of many slots.
#include "checks/windows.hpp"
#include "engine/rule_reader.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;
using checks::Lies;
using checks::Windows;

namespace {

time::ClockRange range(int from, int to) { return {{time::minutes{from * 60}}, {time::minutes{to * 60}}}; }

/// "10:00-13:00 wrong 30 early 0 late 30" of the first part that lies wrong; "right" where none does.
std::string judged(const std::vector<time::ClockRange>& parts, const Windows& windows, Lies lies) {
    const auto found = checks::misfit(parts, windows, lies);
    if (!found) return "right";
    const auto shown = [](const auto& minutes) {
        return minutes ? std::to_string(minutes->count()) : std::string{"-"};
    };
    return time::format_range(found->part) + " wrong " + std::to_string(found->wrong.count()) + " early " +
           shown(found->early) + " late " + shown(found->late);
}

std::string slot(const std::string& id, const std::string& time, const std::string& lines) {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\n" + lines + "\n";
}

/// What a rule of a user's own, of this selection and these arguments, finds: "`A` ends 30 min after 17:00; ".
std::string found_by(const std::string& select, const std::string& with, const std::string& text) {
    std::vector<engine::Trouble> troubles;
    const auto rule_text = "summary = \"s\"\ncheck = \"window\"\nseverity = \"warning\"\nmessage = \"{what} {how}\"\n"
                           "[why]\ntext = \"w\"\n[select]\n" +
                           select + "\n[with]\n" + with + "\n";
    const auto rule = engine::read_rule(std::make_shared<const source::Text>("own.toml", rule_text), "own", "", nullptr,
                                        standard().kinds, troubles);
    if (!rule) return troubles.front().what;
    engine::RuleSet rules = standard();
    rules.rules = {*rule};
    const auto checked = check_with(rules, text);
    std::string result;
    for (const auto* finding : checked.of("own")) result += finding->message() + "; ";
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_window)

BOOST_AUTO_TEST_CASE(windows_that_touch_or_overlap_are_one_and_one_that_ends_before_it_starts_ends_next_day) {
    BOOST_TEST(checks::shown(checks::merged({range(12, 14), range(9, 12), range(16, 18), range(17, 19)})) ==
               "09:00-14:00, 16:00-19:00");
    BOOST_TEST(checks::shown(checks::merged({range(22, 2)})) == "22:00-26:00");
    BOOST_TEST(checks::merged({}).empty());
}

BOOST_AUTO_TEST_CASE(a_window_of_a_whole_day_is_open_for_as_many_days_as_a_slot_takes) {
    BOOST_TEST(judged({range(20, 120)}, checks::every_day({range(0, 24)}, range(20, 120)), Lies::inside) == "right");
    BOOST_TEST(judged({range(1, 2)}, checks::every_day({range(22, 26)}, range(1, 2)), Lies::inside) == "right");
}

BOOST_AUTO_TEST_CASE(a_part_lies_inside_one_window_touches_it_or_keeps_out_of_it) {
    const Windows two{range(10, 13), range(15, 18)};
    BOOST_TEST(judged({range(10, 13)}, two, Lies::inside) == "right");
    BOOST_TEST(judged({range(9, 12)}, two, Lies::inside) == "09:00-12:00 wrong 60 early 60 late -");
    BOOST_TEST(judged({range(12, 16)}, two, Lies::inside) == "12:00-16:00 wrong 120 early - late -");
    BOOST_TEST(judged({range(13, 15)}, two, Lies::inside) == "13:00-15:00 wrong 120 early - late -");
    BOOST_TEST(judged({range(10, 14), range(15, 19)}, two, Lies::inside) == "10:00-14:00 wrong 120 early - late 60");
    BOOST_TEST(judged({range(13, 15)}, two, Lies::touching) == "13:00-15:00 wrong 120 early - late -");
    BOOST_TEST(judged({range(13, 15), range(17, 20)}, two, Lies::touching) == "right");
    BOOST_TEST(judged({range(13, 15)}, two, Lies::outside) == "right");
    BOOST_TEST(judged({range(12, 16)}, two, Lies::outside) == "12:00-16:00 wrong 120 early - late -");
    BOOST_TEST(judged({}, two, Lies::touching) == "right");
}

BOOST_AUTO_TEST_CASE(a_house_can_forbid_a_panel_after_five_on_the_last_day) {
    const std::string days =
        "[[day]]\ndate = 2026-06-01\n" + slot("a", "16:30-17:30", "kind = \"panel\"\ntitle = \"A\"") +
        "[[day]]\ndate = 2026-06-02\n" + slot("b", "16:00-17:00", "kind = \"panel\"\ntitle = \"B\"") +
        slot("c", "17:00-17:30", "kind = \"panel\"\ntitle = \"C\"") +
        slot("d", "17:30-18:00", "kind = \"closing\"\ntitle = \"D\"");
    BOOST_TEST(found_by("kind = \"panel\"\nday = \"last\"", "latest = \"17:00\"", days) ==
               "`C` ends 30 min after 17:00; ");
}

BOOST_AUTO_TEST_CASE(a_house_can_serve_coffee_at_its_own_hours_only) {
    const auto day = [](const std::string& time) {
        return "[[day]]\ndate = 2026-06-01\n" + slot("a", time, "kind = \"coffee\"\ntitle = \"Coffee\"");
    };
    const std::string with = "windows = [\"10:00-11:30\", \"15:00-16:30\"]";
    BOOST_TEST(found_by("kind = \"coffee\"", with, day("10:00-10:30")) == "");
    BOOST_TEST(found_by("kind = \"coffee\"", with, day("16:00-16:30")) == "");
    BOOST_TEST(found_by("kind = \"coffee\"", with, day("11:15-11:45")) == "`Coffee` ends 15 min after 11:30; ");
    BOOST_TEST(found_by("kind = \"coffee\"", with, day("12:00-12:30")) ==
               "`Coffee` lies outside 10:00-11:30, 15:00-16:30; ");
    BOOST_TEST(found_by("kind = \"coffee\"", with + "\nlatest = \"16:00\"", day("16:00-16:30")) ==
               "`Coffee` lies outside 10:00-11:30, 15:00-16:00; ");
}

BOOST_AUTO_TEST_CASE(a_rule_can_hold_on_some_days) {
    const auto on = [](const std::string& date) {
        return "[[day]]\ndate = " + date + "\n" + slot("a", "12:00-13:00", "kind = \"session\"\ntitle = \"A\"");
    };
    const std::string with = "windows = \"12:30-14:00\"\nlies = \"outside\"\ndays = [\"friday\"]";
    BOOST_TEST(found_by("", with, on("2026-06-05")) == "`A` takes 30 min of 12:30-14:00; ");
    BOOST_TEST(found_by("", with, on("2026-06-04")) == "");
}

BOOST_AUTO_TEST_CASE(a_parameter_refuses_a_day_that_there_is_none) {
    const auto checked =
        check("[rules.prayer-window]\nseverity = \"warning\"\nwindows = \"12:30-14:00\"\ndays = [\"fryday\"]\n");
    BOOST_TEST_REQUIRE(checked.of("wrong-type").size() == 1U);
    BOOST_TEST(checked.loaded.text->slice(checked.of("wrong-type")[0]->draft.at) == "[\"fryday\"]");
}

BOOST_AUTO_TEST_CASE(the_wall_clock_counts_on_the_day_of_a_change) {
    const auto day = [](const std::string& time) {
        return "[event]\ntimezone = \"Europe/Berlin\"\n[[day]]\ndate = 2026-03-29\n" +
               slot("a", time, "kind = \"session\"\ntitle = \"A\"");
    };
    BOOST_TEST(found_by("", "earliest = \"08:00\"\nlatest = \"18:00\"", day("08:00-18:00")) == "");
    BOOST_TEST(found_by("", "earliest = \"08:00\"\nlatest = \"18:00\"", day("00:30-04:00")) ==
               "`A` starts 450 min before 08:00; ");
}

BOOST_AUTO_TEST_CASE(two_thousand_slots_of_one_evening_are_one_finding) {
    std::string text = "[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < 2000; ++i)
        text +=
            slot("s" + std::to_string(i), "19:00-20:00", "kind = \"session\"\nroom = \"r" + std::to_string(i) + "\"");
    const auto checked = check(text);
    const auto found = checked.of("day-bounds");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0]->draft.about.size() == 2001U);
    BOOST_TEST(found[0]->draft.related.size() == 1999U);
}

BOOST_AUTO_TEST_CASE(a_room_is_asked_only_where_it_says_when_it_is_available) {
    const auto text = "[rooms]\na = { available = \"09:00-18:00\" }\nb = {}\n[[day]]\ndate = 2026-06-01\n" +
                      slot("x", "10:00-1l:00", "room = \"a\"") + slot("y", "10:00-1l:00", "room = \"b\"") +
                      slot("z", "10:00-11:00", "room = \"b\"");
    const auto checked = check(text);
    BOOST_TEST(checked.rule("room-unavailable").checked == 0U);
    BOOST_TEST(checked.rule("room-unavailable").not_checked.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
