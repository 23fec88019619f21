// SPDX-License-Identifier: MIT
// What contends for a place and what does not, through the rules room-double-booked and slot-overlap.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

std::string slot(const std::string& id, const std::string& time, const std::string& lines = "") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\n" + lines + "\n";
}

const std::string rooms =
    "[rooms.hall]\n[rooms.a]\npart-of = \"hall\"\n[rooms.b]\npart-of = \"hall\"\n[rooms.corner]\npart-of = \"a\"\n"
    "[rooms.yard]\nshared = true\n[rooms.other]\n"
    "[tracks.data]\nroom = \"hall\"\n[tracks.free]\n[tracks.late]\n";

/// "room-double-booked x y room:hall;": each finding of the two rules and what it is about, sorted.
std::string contentions(const std::string& slots) {
    const auto checked = check(rooms + "[[day]]\ndate = 2026-06-01\n" + slots);
    std::vector<std::string> words;
    for (const auto* rule : {"room-double-booked", "slot-overlap"})
        for (const auto* finding : checked.of(rule)) {
            auto about = finding->draft.about;
            std::sort(about.begin(), about.end());
            words.push_back(finding->rule + ": " + joined(about) + ";");
        }
    return joined(words);
}

const std::string in_hall = "room = \"hall\"";

} // namespace

BOOST_AUTO_TEST_SUITE(checks_places)

BOOST_AUTO_TEST_CASE(two_slots_contend_for_equal_places_and_for_parts_of_one) {
    const struct {
        std::string name, x, y, expected;
    } cases[] = {
        {"one room", in_hall, in_hall, "room-double-booked: room:hall slot:x slot:y;"},
        {"other rooms", in_hall, "room = \"other\"", ""},
        {"a room and a part of it", in_hall, "room = \"a\"", "room-double-booked: room:hall slot:x slot:y;"},
        {"a part and its room", "room = \"a\"", in_hall, "room-double-booked: room:hall slot:x slot:y;"},
        {"two parts of a room", "room = \"a\"", "room = \"b\"", ""},
        {"a room and a part of its part", in_hall, "room = \"corner\"", "room-double-booked: room:hall slot:x slot:y;"},
        {"a part of a part and another part", "room = \"corner\"", "room = \"b\"", ""},
        {"one part", "room = \"a\"", "room = \"a\"", "room-double-booked: room:a slot:x slot:y;"},
        {"a shared room", "room = \"yard\"", "room = \"yard\"", ""},
        {"one track", "track = \"free\"", "track = \"free\"", "slot-overlap: slot:x slot:y track:free;"},
        {"two tracks", "track = \"free\"", "track = \"late\"", ""},
        {"two tracks in one room", "track = \"free\"\nroom = \"hall\"", "track = \"late\"\nroom = \"hall\"",
         "room-double-booked: room:hall slot:x slot:y;"},
        {"a track's room and that room", "track = \"data\"", in_hall, "room-double-booked: room:hall slot:x slot:y;"},
        {"one track in two rooms", "track = \"free\"\nroom = \"hall\"", "track = \"free\"\nroom = \"other\"", ""},
        {"the plenary", "", "", "slot-overlap: slot:x slot:y;"},
        {"the plenary and a track", "", "track = \"free\"", ""},
        {"a desk", in_hall, in_hall + "\nkind = \"desk\"", ""},
        {"a cancelled slot", in_hall, in_hall + "\nstatus = \"cancelled\"", ""},
        {"a lunch and an optional slot", "kind = \"lunch\"", "optional = true", ""},
        {"a coffee and a side event", "kind = \"coffee\"", "kind = \"side-event\"", ""},
        {"a reception and an optional slot", "kind = \"reception\"", "optional = true", ""},
        {"a lunch and a slot", "kind = \"lunch\"", "kind = \"workshop\"", "slot-overlap: slot:x slot:y;"},
        {"two optional slots", "optional = true", "optional = true", "slot-overlap: slot:x slot:y;"},
        {"an optional slot and one that is not", "optional = true", "kind = \"workshop\"",
         "slot-overlap: slot:x slot:y;"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name)
        BOOST_TEST(contentions(slot("x", "10:00-11:00", one.x) + slot("y", "10:30-11:30", one.y)) == one.expected);
}

BOOST_AUTO_TEST_CASE(touching_ends_do_not_overlap) {
    BOOST_TEST(contentions(slot("x", "10:00-11:00", in_hall) + slot("y", "11:00-12:00", in_hall)) == "");
}

BOOST_AUTO_TEST_CASE(a_pair_in_a_part_of_a_room_is_told_of_the_part_alone) {
    BOOST_TEST(
        contentions(slot("x", "10:00-11:00", "room = \"corner\"") + slot("y", "10:30-11:30", "room = \"corner\"")) ==
        "room-double-booked: room:corner slot:x slot:y;");
}

BOOST_AUTO_TEST_CASE(a_part_that_is_shared_frees_its_slots_and_not_the_others) {
    const auto text = [](const std::string& x, const std::string& y) {
        return "[rooms.hall]\n[rooms.foyer]\nshared = true\npart-of = \"hall\"\n[[day]]\ndate = 2026-06-01\n" +
               slot("x", "10:00-11:00", "room = \"" + x + "\"") + slot("y", "10:00-11:00", "room = \"" + y + "\"");
    };
    BOOST_TEST(check(text("hall", "foyer")).of("room-double-booked").empty());
    BOOST_TEST(check(text("hall", "hall")).of("room-double-booked").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_slot_past_midnight_meets_the_next_morning) {
    BOOST_TEST(contentions(slot("x", "23:00-26:00", in_hall) + "[[day]]\ndate = 2026-06-02\n" +
                           slot("y", "01:00-03:00", in_hall)) == "room-double-booked: room:hall slot:x slot:y;");
}

BOOST_AUTO_TEST_CASE(three_at_once_are_one_finding_that_relates_the_others) {
    const auto checked = check("[[day]]\ndate = 2026-06-01\n" + slot("x", "10:00-11:00") + slot("y", "10:30-11:30") +
                               slot("z", "10:45-11:15"));
    const auto found = checked.of("slot-overlap");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(checked.loaded.text->slice(found[0]->draft.at) == "\"10:00-11:00\"");
    BOOST_TEST(found[0]->draft.related.size() == 2U);
    BOOST_TEST(found[0]->draft.facts.text("count") == "3");
    BOOST_TEST(found[0]->draft.facts.text("start") == "10:30");
    BOOST_TEST(found[0]->draft.facts.text("end") == "11:15");
}

BOOST_AUTO_TEST_SUITE_END()
