// SPDX-License-Identifier: MIT
// Slots by place, by day and by timeline, and when they keep people in their seats. The agendas are on 1 June and
// without a zone.
#include "agenda/timeline.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string places =
    "[rooms.aula]\nname = \"Aula\"\n[rooms.b]\n[tracks.data]\nname = \"Data\"\nroom = \"b\"\n[tracks.free]\n";

std::string slot(const std::string& id, const std::string& time, const std::string& lines = "") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\n" + lines + "\n";
}

std::string ids_of(const Agenda& agenda, const std::vector<SlotIndex>& slots) {
    std::vector<std::string> words;
    for (const auto index : slots) words.push_back(agenda.slots[index].id);
    return joined(words);
}

/// "shared: a b; room `Aula`: c;"
std::string timelines_of(const std::string& text) {
    const auto read = loaded(text);
    const auto courses = day_courses(read.agenda);
    const auto day = timelines(read.agenda, courses.at(0));
    std::string result = "shared: " + ids_of(read.agenda, day.shared) + ";";
    for (const auto& line : day.lines)
        result += " " + called(read.agenda, line.place) + ": " + ids_of(read.agenda, line.own) + ";";
    return result;
}

const std::string a_day = "[[day]]\ndate = 2026-06-01\n";

} // namespace

BOOST_AUTO_TEST_SUITE(agenda_timeline)

BOOST_AUTO_TEST_CASE(a_slot_is_in_its_room_else_its_tracks_room_else_its_track_else_the_plenary) {
    const struct {
        std::string lines, called, about;
    } cases[] = {
        {"room = \"aula\"", "room `Aula`", "room:aula"},
        {"room = \"aula\"\ntrack = \"data\"", "room `Aula`", "room:aula"},
        {"track = \"data\"", "room `b`", "room:b"},
        {"track = \"free\"", "track `free`", "track:free"},
        {"", "the plenary", ""},
        {"plenary = true", "the plenary", ""},
        {"plenary = true\nroom = \"aula\"", "room `Aula`", "room:aula"},
        {"plenary = true\ntrack = \"free\"", "the plenary", ""},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.lines) {
            const auto read = loaded(places + a_day + slot("a", "10:00-11:00", one.lines));
            const auto place = place_of(read.agenda, read.agenda.slots[SlotIndex{0}]);
            BOOST_TEST(called(read.agenda, place) == one.called);
            BOOST_TEST(about(read.agenda, place) == one.about);
        }
}

BOOST_AUTO_TEST_CASE(days_come_by_date_and_two_tables_of_one_date_are_one) {
    const auto read =
        loaded("[[day]]\ndate = 2026-06-02\n" + slot("c", "9:00-10:00") + a_day + slot("b", "11:00-12:00") +
               "[[day]]\ndate = 2026-06-02\n" + slot("d", "8:00-9:00") + a_day + slot("a", "10:00-11:00"));
    const auto courses = day_courses(read.agenda);
    BOOST_TEST_REQUIRE(courses.size() == 2U);
    BOOST_TEST(time::format_date(courses[0].date) == "2026-06-01");
    BOOST_TEST((courses[0].header == DayIndex{1}));
    BOOST_TEST(ids_of(read.agenda, courses[0].slots) == "a b");
    BOOST_TEST((courses[1].header == DayIndex{0}));
    BOOST_TEST(ids_of(read.agenda, courses[1].slots) == "d c");
}

BOOST_AUTO_TEST_CASE(a_course_is_sorted_by_start_then_end_then_the_file) {
    const auto read = loaded(a_day + slot("a", "10:00-11:00") + slot("b", "9:00-12:00") + slot("c", "10:00-10:30") +
                             slot("d", "10:00-11:00") + slot("e", "24:30-25:00"));
    BOOST_TEST(ids_of(read.agenda, day_courses(read.agenda).at(0).slots) == "b c a d e");
}

BOOST_AUTO_TEST_CASE(a_course_tells_what_is_placed_what_is_not_and_what_is_cancelled) {
    const auto read =
        loaded(a_day + slot("a", "10:00-11:00") + slot("unreadable", "ten") + "[[day.slot]]\nid = \"timeless\"\n" +
               slot("backwards", "11:00-10:00") + slot("off", "12:00-13:00", "status = \"cancelled\"") +
               slot("off-too", "noon", "status = \"cancelled\"") + slot("badges", "8:00-18:00", "kind = \"desk\"") +
               slot("hint", "8:00-9:00", "kind = \"note\"") + slot("maybe", "14:00-15:00", "status = \"tentative\""));
    const auto course = day_courses(read.agenda).at(0);
    BOOST_TEST(ids_of(read.agenda, course.slots) == "a maybe");
    BOOST_TEST(ids_of(read.agenda, course.unplaced) == "unreadable timeless backwards");
    BOOST_TEST(ids_of(read.agenda, course.cancelled) == "off");
}

BOOST_AUTO_TEST_CASE(an_agenda_without_days_has_no_course) { BOOST_TEST(day_courses(loaded("").agenda).empty()); }

BOOST_AUTO_TEST_CASE(timelines_are_of_tracks_else_of_rooms_else_the_plenary) {
    const struct {
        std::string name, text, expected;
    } cases[] = {
        {"plenary only", a_day + slot("a", "9:00-10:00") + slot("b", "10:00-11:00"), "shared: a b; the plenary: ;"},
        {"nothing", a_day, "shared: ;"},
        {"two rooms and a plenary",
         a_day + slot("a", "9:00-10:00") + slot("b", "10:00-11:00", "room = \"X\"") +
             slot("c", "10:00-11:00", "room = \"Y\""),
         "shared: a; room `X`: b; room `Y`: c;"},
        {"a track with a room is one of the track",
         places + a_day + slot("a", "9:00-10:00", "track = \"data\"") + slot("b", "9:00-10:00", "track = \"free\""),
         "shared: ; track `Data`: a; track `free`: b;"},
        {"a track in two rooms is one",
         places + a_day + slot("a", "9:00-10:00", "track = \"free\"\nroom = \"aula\"") +
             slot("b", "10:00-11:00", "track = \"free\"\nroom = \"b\""),
         "shared: ; track `free`: a b;"},
        {"a plenary in a room is everybody's",
         places + a_day + slot("a", "9:00-10:00", "plenary = true\nroom = \"aula\"") +
             slot("b", "10:00-11:00", "track = \"free\""),
         "shared: a; track `free`: b;"},
        {"a desk is on none", a_day + slot("a", "9:00-10:00", "kind = \"desk\"") + slot("b", "10:00-11:00"),
         "shared: b; the plenary: ;"},
        {"sorted by time", a_day + slot("a", "11:00-12:00", "room = \"X\"") + slot("b", "10:00-11:00", "room = \"X\""),
         "shared: ; room `X`: b a;"},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) BOOST_TEST(timelines_of(one.text) == one.expected);
}

BOOST_AUTO_TEST_CASE(a_sitting_is_the_slot_less_its_nested_breaks) {
    const struct {
        std::string name, lines, expected;
    } cases[] = {
        {"no items", "", "10:00-12:00"},
        {"a break with a time", "items = [{ kind = \"coffee\", time = \"10:45-11:00\" }]", "10:00-10:45 11:00-12:00"},
        {"breaks by minutes", "items = [{ minutes = 30 }, { kind = \"coffee\", minutes = 15 }, { minutes = 30 }]",
         "10:00-10:30 10:45-12:00"},
        {"two breaks in the wrong order",
         "items = [{ kind = \"pause\", time = \"11:30-11:40\" }, { kind = \"coffee\", time = \"10:30-10:45\" }]",
         "10:00-10:30 10:45-11:30 11:40-12:00"},
        {"breaks that overlap",
         "items = [{ kind = \"pause\", time = \"10:30-11:00\" }, { kind = \"coffee\", time = \"10:45-11:15\" }]",
         "10:00-10:30 11:15-12:00"},
        {"one break inside another",
         "items = [{ kind = \"pause\", time = \"10:30-11:30\" }, { kind = \"coffee\", time = \"10:45-11:00\" }]",
         "10:00-10:30 11:30-12:00"},
        {"a break at the begin", "items = [{ kind = \"coffee\", time = \"10:00-10:15\" }]", "10:15-12:00"},
        {"a break at the end", "items = [{ kind = \"lunch\", time = \"11:30-12:00\" }]", "10:00-11:30"},
        {"a break past the end", "items = [{ kind = \"lunch\", time = \"11:30-13:00\" }]", "10:00-11:30"},
        {"a break outside", "items = [{ kind = \"lunch\", time = \"12:30-13:00\" }]", "10:00-12:00"},
        {"two breaks outside",
         "items = [{ kind = \"lunch\", time = \"12:30-13:00\" }, { kind = \"coffee\", time = \"14:00-14:15\" }]",
         "10:00-12:00"},
        {"all of it a break", "items = [{ kind = \"lunch\", time = \"10:00-12:00\" }]", ""},
        {"a break without a time", "items = [{ title = \"A\" }, { kind = \"coffee\" }]", ""},
        {"it says that there are breaks", "breaks-inside = true", ""},
        {"no programme", "kind = \"reception\"", ""},
        {"a coffee", "kind = \"coffee\"", ""},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) {
            const auto read = loaded(a_day + slot("a", "10:00-12:00", one.lines));
            const auto date = read.agenda.days[DayIndex{0}].date;
            std::vector<std::string> words;
            for (const auto& when : sittings(read.agenda.slots[SlotIndex{0}]))
                words.push_back(time::format_range(
                    {clock_at(read.agenda, date, when.start), clock_at(read.agenda, date, when.end)}));
            BOOST_TEST(joined(words) == one.expected);
        }
}

BOOST_AUTO_TEST_CASE(a_slot_without_a_readable_time_has_no_sitting) {
    const auto read = loaded(a_day + slot("a", "ten"));
    BOOST_TEST(sittings(read.agenda.slots[SlotIndex{0}]).empty());
}

BOOST_AUTO_TEST_SUITE_END()
