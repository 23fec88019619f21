// SPDX-License-Identifier: MIT
// Who is on stage and when. The agendas are on 1 June and without a zone.
#include "agenda/timeline.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string people = "[people.ann]\n[people.bob]\n[people.eve]\nstatus = \"withdrawn\"\n";

std::string slot(const std::string& time, const std::string& lines) {
    return "[[day.slot]]\ntime = \"" + time + "\"\n" + lines + "\n";
}

/// "ann 10:00-11:00 12:00-13:00; bob 10:00-11:00;"
std::string stage(const std::string& slots) {
    const auto read = loaded(people + "[[day]]\ndate = 2026-06-01\n" + slots);
    const auto date = read.agenda.days[DayIndex{0}].date;
    std::vector<std::string> words;
    for (const auto& one : stage_times(read.agenda)) {
        std::string word = read.agenda.people[one.person].id;
        for (const auto& stretch : one.times)
            word += " " + time::format_range({clock_at(read.agenda, date, stretch.when.start),
                                              clock_at(read.agenda, date, stretch.when.end)});
        words.push_back(word + ";");
    }
    return joined(words);
}

} // namespace

BOOST_AUTO_TEST_SUITE(agenda_stage)

BOOST_AUTO_TEST_CASE(an_appearance_lasts_as_long_as_its_item_else_as_its_slot) {
    const struct {
        std::string name, slots, expected;
    } cases[] = {
        {"nobody", slot("10:00-11:00", ""), ""},
        {"a speaker", slot("10:00-11:00", "speakers = \"ann\""), "ann 10:00-11:00;"},
        {"an item with a time", slot("10:00-11:00", "items = [{ time = \"10:15-10:30\", speakers = \"ann\" }]"),
         "ann 10:15-10:30;"},
        {"an item with minutes",
         slot("10:00-11:00", "items = [{ minutes = 15 }, { minutes = 20, speakers = \"ann\" }]"), "ann 10:15-10:35;"},
        {"an item without a time", slot("10:00-11:00", "items = [{ speakers = \"ann\" }]"), "ann 10:00-11:00;"},
        {"items apart",
         slot("10:00-11:00", "items = [{ time = \"10:00-10:15\", speakers = \"ann\" }, { time = \"10:45-11:00\", "
                             "speakers = \"ann\" }]"),
         "ann 10:00-10:15 10:45-11:00;"},
        {"items that touch",
         slot("10:00-11:00", "items = [{ minutes = 15, speakers = \"ann\" }, { minutes = 15, speakers = \"ann\" }]"),
         "ann 10:00-10:30;"},
        {"an item inside another",
         slot("10:00-11:00", "items = [{ time = \"10:00-10:50\", speakers = \"ann\" }, { time = \"10:10-10:20\", "
                             "speakers = \"ann\" }]"),
         "ann 10:00-10:50;"},
        {"a moderator with an item",
         slot("10:00-11:00", "moderators = \"ann\"\nitems = [{ minutes = 15, speakers = [\"ann\", \"bob\"] }]"),
         "ann 10:00-11:00; bob 10:00-10:15;"},
        {"two roles", slot("10:00-11:00", "moderators = \"ann\"\nspeakers = [\"ann\"]\nchair = \"ann\""),
         "ann 10:00-11:00;"},
        {"together", slot("10:00-11:00", "speakers = [{ joint = [\"ann\", \"bob\"] }]"),
         "ann 10:00-11:00; bob 10:00-11:00;"},
        {"represented", slot("10:00-11:00", "speakers = [{ person = \"ann\", delivered-by = \"bob\" }]"),
         "bob 10:00-11:00;"},
        {"a deliverer who speaks too",
         slot("10:00-11:00", "speakers = [{ person = \"ann\", delivered-by = \"bob\" }, \"bob\"]"), "bob 10:00-11:00;"},
        {"withdrawn", slot("10:00-11:00", "speakers = [\"eve\", \"ann\"]"), "ann 10:00-11:00;"},
        {"withdrawn here only",
         slot("10:00-11:00", "speakers = [{ person = \"ann\", status = \"withdrawn\" }]") +
             slot("12:00-13:00", "speakers = \"ann\""),
         "ann 12:00-13:00;"},
        {"cancelled", slot("10:00-11:00", "speakers = \"ann\"\nstatus = \"cancelled\""), ""},
        {"no readable time", slot("ten", "speakers = \"ann\""), ""},
        {"slots in the order of time",
         slot("14:00-15:00", "speakers = \"ann\"") + slot("10:00-11:00", "chair = \"ann\""),
         "ann 10:00-11:00 14:00-15:00;"},
        {"slots that overlap stay two",
         slot("10:00-11:00", "speakers = \"ann\"") + slot("10:30-11:30", "speakers = \"ann\""),
         "ann 10:00-11:00 10:30-11:30;"},
        {"people in the order of their tables", slot("10:00-11:00", "speakers = [\"bob\", \"ann\"]"),
         "ann 10:00-11:00; bob 10:00-11:00;"},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) BOOST_TEST(stage(one.slots) == one.expected);
}

BOOST_AUTO_TEST_CASE(a_stretch_knows_the_first_appearance_that_makes_it) {
    const auto read = loaded(
        people + "[[day]]\ndate = 2026-06-01\n" +
        slot(
            "10:00-11:00",
            "speakers = [\"bob\"]\nitems = [{ minutes = 30, speakers = \"ann\" }, { minutes = 30, chair = \"ann\" }]"));
    const auto all = stage_times(read.agenda);
    const auto& appearances = read.agenda.slots[SlotIndex{0}].people;
    BOOST_TEST_REQUIRE(all.size() == 2U);
    BOOST_TEST_REQUIRE(all[0].times.size() == 1U);
    BOOST_TEST((appearances[all[0].times[0].appearance].role == Role::speaker));
    BOOST_TEST(read.agenda.people[appearances[all[0].times[0].appearance].person].id == "ann");
}

BOOST_AUTO_TEST_CASE(people_on_stage_are_named_once_and_by_role) {
    const auto read = loaded(
        people + "[[day]]\ndate = 2026-06-01\n" +
        slot("10:00-11:00",
             "moderators = \"ann\"\nspeakers = [\"ann\", \"eve\", { person = \"eve\", delivered-by = \"bob\" }]"));
    const auto& only = read.agenda.slots[SlotIndex{0}];
    BOOST_TEST((on_stage(only) == std::vector{PersonIndex{0}, PersonIndex{1}}));
    BOOST_TEST((on_stage(only, Role::speaker) == std::vector{PersonIndex{0}, PersonIndex{1}}));
    BOOST_TEST(on_stage(only, Role::chair).empty());
}

BOOST_AUTO_TEST_SUITE_END()
