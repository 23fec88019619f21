// SPDX-License-Identifier: MIT
// Which slots are taken to run beside others, through the rule room-missing.
#include "unit/checks/own_rule.hpp"

using namespace agenda;
using namespace agenda::test;

namespace {

std::string slot(const std::string& id, const std::string& time, const std::string& lines) {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\n" + lines + "\n";
}

std::string without_room(const std::string& slots) {
    const auto checked = check("[rooms.a]\n[rooms.b]\n[[day]]\ndate = 2026-06-01\n" + slots);
    std::string result;
    for (const auto* finding : checked.of("room-missing"))
        result += joined(finding->draft.about) + " " + finding->draft.facts.text("count") + ";";
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_placement)

BOOST_AUTO_TEST_CASE(a_long_slot_is_beside_each_of_the_short_ones) {
    const auto long_one = slot("long", "09:00-12:00", "room = \"a\"");
    BOOST_TEST(without_room(long_one + slot("x", "09:30-10:00", "track = \"t\"") +
                            slot("y", "10:00-11:00", "track = \"t\"") + slot("z", "12:00-13:00", "track = \"t\"")) ==
               "track:t 2;");
    BOOST_TEST(without_room(slot("long", "09:00-12:00", "track = \"t\"") + slot("x", "11:59-13:00", "room = \"a\"")) ==
               "track:t 1;");
}

BOOST_AUTO_TEST_CASE(slots_of_one_place_are_not_beside_each_other) {
    BOOST_TEST(without_room(slot("x", "09:00-10:00", "track = \"t\"") + slot("y", "09:30-11:00", "track = \"t\"")) ==
               "");
}

BOOST_AUTO_TEST_CASE(of_three_places_each_has_a_neighbour) {
    BOOST_TEST(without_room(slot("x", "09:00-12:00", "track = \"t\"") + slot("y", "09:30-11:30", "track = \"t\"") +
                            slot("z", "11:40-13:00", "track = \"u\"")) == "track:t 1;track:u 1;");
}

BOOST_AUTO_TEST_CASE(touching_slots_are_not_beside_each_other) {
    BOOST_TEST(without_room(slot("x", "09:00-10:00", "track = \"t\"") + slot("y", "10:00-11:00", "room = \"a\"")) ==
               "");
}

BOOST_AUTO_TEST_CASE(a_pile_up_is_one_finding_a_track) {
    std::string slots;
    for (int i = 0; i < 300; ++i)
        slots += slot("s" + std::to_string(i), "09:00-10:00", "track = \"t" + std::to_string(i % 3) + "\"");
    BOOST_TEST(without_room(slots) == "track:t0 100;track:t1 100;track:t2 100;");
}

BOOST_AUTO_TEST_SUITE_END()
