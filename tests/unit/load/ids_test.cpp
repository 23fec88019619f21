// SPDX-License-Identifier: MIT
// Ids of slots that have none, ids that are given twice, and ids that nothing is declared by.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

std::string slot(const std::string& lines) { return "[[day.slot]]\n" + lines + "\n"; }
std::string day(const std::string& date, const std::string& slots) { return "[[day]]\ndate = " + date + "\n" + slots; }

} // namespace

BOOST_AUTO_TEST_SUITE(load_ids)

BOOST_AUTO_TEST_CASE(an_id_is_made_from_the_number_else_the_title_else_the_kind) {
    const struct {
        std::string lines, id;
    } cases[] = {
        {"number = \"Session II\"\ntitle = \"Towns\"\nkind = \"panel\"", "session-ii"},
        {"title = \"Towns & Cities: what next?\"\nkind = \"panel\"", "towns-cities-what-next"},
        {"kind = \"panel\"", "panel"},
        {"time = \"10:00-11:00\"", "slot"},
        {"number = \"\"\ntitle = \"Towns\"", "towns"},
        {"id = \"\"\ntitle = \"Towns\"", "towns"},
        {"title = \"Réunion générale\"", "réunion-générale"},
        {"title = \"ÉTÉ\"", "ÉtÉ"}, // letters beyond ASCII stay
        {"title = \"Über uns\"", "Über-uns"},
        {"title = \"会議 1\"", "会議-1"},
        {"title = \"Women's day\"", "womens-day"},
        {"title = \"***\"", "slot"},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.lines) {
            const auto read = loaded(one_slot(one.lines));
            BOOST_TEST(ids(read.agenda) == one.id);
            BOOST_TEST(read.agenda.slots[SlotIndex{0}].id_derived);
            BOOST_TEST(read.text->slice(read.agenda.slots[SlotIndex{0}].id_at) == "[[day.slot]]");
        }
}

BOOST_AUTO_TEST_CASE(a_long_title_is_cut_between_characters) {
    std::string title, expected;
    for (int i = 0; i < 60; ++i) title += "é";
    for (int i = 0; i < 40; ++i) expected += "é"; // two bytes each, 80 at most
    BOOST_TEST(ids(loaded(one_slot("title = \"" + title + "\"")).agenda) == expected);
    BOOST_TEST(ids(loaded(one_slot("title = \"a" + title + "\"")).agenda) == "a" + expected.substr(0, 78));
}

BOOST_AUTO_TEST_CASE(equal_derived_ids_are_set_apart_by_date_then_start_then_ordinal) {
    const std::string coffee = "title = \"Coffee\"\n";
    const struct {
        std::string name, text, ids;
    } cases[] = {
        {"on two days", day("2026-06-01", slot(coffee)) + day("2026-06-02", slot(coffee)),
         "coffee-2026-06-01 coffee-2026-06-02"},
        {"on one day",
         day("2026-06-01", slot(coffee + "time = \"10:00-10:30\"") + slot(coffee + "time = \"15:00-15:30\"")),
         "coffee-2026-06-01-1000 coffee-2026-06-01-1500"},
        {"at one time",
         day("2026-06-01", slot(coffee + "time = \"10:00-10:30\"") + slot(coffee + "time = \"10:00-10:15\"")),
         "coffee-2026-06-01-1000 coffee-2026-06-01-1000-2"},
        {"without a time", day("2026-06-01", slot(coffee) + slot(coffee)),
         "coffee-2026-06-01-untimed coffee-2026-06-01-untimed-2"},
        {"twice on one day, once on another",
         day("2026-06-01", slot(coffee + "time = \"10:00-10:30\"") + slot(coffee + "time = \"15:00-15:30\"")) +
             day("2026-06-02", slot(coffee)),
         "coffee-2026-06-01-1000 coffee-2026-06-01-1500 coffee-2026-06-02"},
        {"a given id keeps its own", day("2026-06-01", slot("id = \"coffee\"") + slot(coffee)),
         "coffee coffee-2026-06-01"},
        {"a given id that looks like a longer one",
         day("2026-06-01", slot(coffee) + slot("id = \"coffee\"") + slot("id = \"coffee-2026-06-01\"")),
         "coffee-2026-06-01-untimed coffee coffee-2026-06-01"},
        {"a given id that looks like an ordinal",
         day("2026-06-01", slot(coffee) + slot(coffee) + slot("id = \"coffee-2026-06-01-untimed-2\"")),
         "coffee-2026-06-01-untimed coffee-2026-06-01-untimed-3 coffee-2026-06-01-untimed-2"},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) BOOST_TEST(ids(loaded(one.text).agenda) == one.ids);
}

BOOST_AUTO_TEST_CASE(slots_of_a_day_without_a_date_have_ids_of_their_own) {
    const auto read = loaded("[[day]]\n" + slot("title = \"A\"\ntime = \"9:00-10:00\"") +
                             slot("title = \"A\"\ntime = \"10:00-11:00\""));
    BOOST_TEST(read.agenda.slots[SlotIndex{0}].id != read.agenda.slots[SlotIndex{1}].id);
}

BOOST_AUTO_TEST_CASE(an_id_that_is_given_twice_is_told_at_the_second) {
    const auto time = std::string{"kind = \"note\"\n"};
    const struct {
        std::string name, text, faults;
    } cases[] = {
        {"slots", day("2026-06-01", slot("id = \"a\"\n" + time) + slot("id = 'a'\n" + time)), "duplicate-id 'a'"},
        {"slots on two days",
         day("2026-06-01", slot("id = \"a\"\n" + time)) + day("2026-06-02", slot("id = 'a'\n" + time)),
         "duplicate-id 'a'"},
        {"people by case", "[people.Ann]\n[people.ann]\n" + day("2026-06-01", ""), "duplicate-id ann"},
        {"people by letters between", "[people.a-b]\n[people.a_b]\n" + day("2026-06-01", ""), "duplicate-id a_b"},
        {"rooms by case", "[rooms.Aula]\n[rooms.aula]\n" + day("2026-06-01", ""), "duplicate-id aula"},
        {"tracks by case", "[tracks.T]\n[tracks.t]\n" + day("2026-06-01", ""), "duplicate-id t"},
        {"three slots",
         day("2026-06-01",
             slot("id = \"a\"\n" + time) + slot("id = 'a'\n" + time) + slot("id = \"\"\"a\"\"\"\n" + time)),
         "duplicate-id 'a'; duplicate-id \"\"\"a\"\"\""},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) BOOST_TEST(faults(loaded(one.text)) == one.faults);
}

BOOST_AUTO_TEST_CASE(a_reference_that_nothing_is_declared_by_is_told_where_it_stands) {
    const std::string head = "[people.ann]\n[rooms.aula]\n[tracks.data]\n";
    const struct {
        std::string lines, faults;
    } cases[] = {
        {"room = \"aule\"", "reference-unresolved \"aule\""},
        {"track = \"date\"", "reference-unresolved \"date\""},
        {"speakers = \"an\"", "reference-unresolved \"an\""},
        {"speakers = [\"ann\", \"bob\", \"eve\"]", "reference-unresolved \"bob\"; reference-unresolved \"eve\""},
        {"chair = { person = \"bob\" }", "reference-unresolved \"bob\""},
        {"speakers = [{ person = \"ann\", delivered-by = \"bob\" }]", "reference-unresolved \"bob\""},
        {"speakers = [{ joint = [\"ann\", \"bob\"] }]", "reference-unresolved \"bob\""},
        {"items = [{ speakers = [\"bob\"] }]", "reference-unresolved \"bob\""},
        {"repeat-of = \"b\"", "reference-unresolved \"b\""},
        {"parallel-with = [\"b\", \"c\"]", "reference-unresolved \"b\"; reference-unresolved \"c\""},
        {"room = \"Aula\"", "reference-unresolved \"Aula\""},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.lines)
        BOOST_TEST(faults(loaded(one_slot("kind = \"note\"\n" + one.lines, head))) == one.faults);
}

BOOST_AUTO_TEST_CASE(a_slot_is_referred_to_by_a_derived_id_too) {
    const auto read = loaded(day("2026-06-01", slot("kind = \"note\"\nrepeat-of = \"welcome\"") +
                                                   slot("kind = \"note\"\ntitle = \"Welcome\"")));
    BOOST_TEST(faults(read) == "");
    BOOST_TEST((read.agenda.slots[SlotIndex{0}].repeat_of == std::vector{SlotIndex{1}}));
}

BOOST_AUTO_TEST_CASE(rooms_and_tracks_are_plain_labels_where_none_are_declared) {
    const auto read = loaded(day("2026-06-01", slot("kind = \"note\"\nroom = \"Aula\"\ntrack = \"A\"") +
                                                   slot("kind = \"note\"\nroom = \"Aula\"")));
    BOOST_TEST(faults(read) == "");
    BOOST_TEST_REQUIRE(read.agenda.rooms.size() == 1U);
    BOOST_TEST(!read.agenda.rooms[RoomIndex{0}].declared);
    BOOST_TEST((read.agenda.slots[SlotIndex{0}].room == read.agenda.slots[SlotIndex{1}].room));
}

BOOST_AUTO_TEST_CASE(parts_of_rooms_that_come_back_to_themselves_are_told) {
    const std::string chain[] = {"[rooms.a]\npart-of = \"b\"\n", "[rooms.b]\npart-of = \"c\"\n",
                                 "[rooms.c]\npart-of = 'a'\n"};
    BOOST_TEST(faults(loaded(chain[0] + chain[1] + chain[2] + day("2026-06-01", ""))) == "wrong-type \"b\"");
    BOOST_TEST(faults(loaded("[rooms.a]\npart-of = 'a'\n" + day("2026-06-01", ""))) == "wrong-type 'a'");
}

BOOST_AUTO_TEST_CASE(rooms_nested_too_deep_are_told_whether_the_whole_or_the_part_stands_first) {
    std::string whole_first, part_first;
    for (int i = 0; i < 40; ++i) {
        const auto room =
            "[rooms.r" + std::to_string(i) + "]\n" + (i == 0 ? "" : "part-of = \"r" + std::to_string(i - 1) + "\"\n");
        whole_first += room;
        part_first.insert(0, room);
    }
    BOOST_TEST(faults(loaded(whole_first + day("2026-06-01", ""))) != "");
    BOOST_TEST(faults(loaded(part_first + day("2026-06-01", ""))) != "");
}

BOOST_AUTO_TEST_SUITE_END()
