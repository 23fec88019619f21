// SPDX-License-Identifier: MIT
// Every key of the format comes into the model: one case a table.
#include "support/zones.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string a_day = "[[day]]\ndate = 2026-06-01\n";

std::string dates(const std::vector<time::Date>& all) {
    std::vector<std::string> words;
    for (const auto date : all) words.push_back(time::format_date(date));
    return joined(words);
}

std::string ranges(const std::vector<time::ClockRange>& all) {
    std::vector<std::string> words;
    for (const auto& range : all) words.push_back(time::format_range(range));
    return joined(words);
}

/// The one whose `x-mine` is a text.
template <class T> std::string mine(const T& part) {
    if (part.extra.size() != 1 || part.extra[0].key != "x-mine") return "not one x-mine";
    const auto* text = std::get_if<std::string>(&part.extra[0].value.value);
    return text ? *text : "no text";
}

} // namespace

BOOST_AUTO_TEST_SUITE(load_keys)

BOOST_AUTO_TEST_CASE(keys_of_the_event) {
    const auto read = loaded(R"([event]
title = "Forum"
subtitle = "On towns"
series = "Dialogue"
organizer = "IOM"
dates = [2026-06-01, "2026-06-02"]
timezone = "Europe/Berlin"
venue = "Palais"
mode = "hybrid"
zones = ["Asia/Tokyo", "UTC"]
profile = ["un-meeting", "conference"]
status = "final"
revision = 3
frozen-on = "2026-05-01"
languages = ["en", "fr"]
holidays = [2026-06-05]
contact = "a@b.org"
x-mine = "m"
)" + a_day);
    const auto& event = read.agenda.event;
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(joined({event.title, event.subtitle, event.series, event.organizer}) == "Forum On towns Dialogue IOM");
    BOOST_TEST(dates(event.dates) == "2026-06-01 2026-06-02");
    BOOST_TEST(read.text->slice(event.dates_at) == "[2026-06-01, \"2026-06-02\"]");
    BOOST_TEST(event.timezone.value == "Europe/Berlin");
    BOOST_TEST(read.text->slice(event.timezone.at) == "\"Europe/Berlin\"");
    BOOST_TEST(joined({event.venue, event.revision, event.contact}) == "Palais 3 a@b.org");
    BOOST_TEST((event.mode == Mode::hybrid));
    BOOST_TEST_REQUIRE(event.zones.size() == 2U);
    BOOST_TEST(joined({event.zones[0].value, event.zones[1].value}) == "Asia/Tokyo UTC");
    BOOST_TEST(read.text->slice(event.zones[1].at) == "\"UTC\"");
    BOOST_TEST(joined(event.profiles) == "un-meeting conference");
    BOOST_TEST_REQUIRE(event.profiles_at.size() == 2U);
    BOOST_TEST(read.text->slice(event.profiles_at[1]) == "\"conference\"");
    BOOST_TEST(event.final);
    BOOST_TEST(dates({event.frozen_on.value()}) == "2026-05-01");
    BOOST_TEST(joined(event.languages) == "en fr");
    BOOST_TEST(dates(event.holidays) == "2026-06-05");
    BOOST_TEST(mine(event) == "m");
}

BOOST_AUTO_TEST_CASE(one_value_stands_for_a_list_of_one) {
    const auto read =
        loaded("[event]\ndates = 2026-06-01\nprofile = \"conference\"\nlanguages = \"en\"\nrevision = \"b\"\n" + a_day);
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(dates(read.agenda.event.dates) == "2026-06-01");
    BOOST_TEST(joined(read.agenda.event.profiles) == "conference");
    BOOST_TEST(joined(read.agenda.event.languages) == "en");
    BOOST_TEST(read.agenda.event.revision == "b");
}

BOOST_AUTO_TEST_CASE(keys_of_interpretation) {
    const auto read = loaded(
        "[event.interpretation]\nlanguages = [\"en\", \"fr\"]\nteams = 2\ninterpreters = 3\nwindows = [\"10:00-13:00\", \"15h-18h\"]\n" +
        a_day);
    BOOST_TEST(faults(read) == "");
    BOOST_TEST_REQUIRE(read.agenda.event.interpretation.has_value());
    const auto& interpretation = *read.agenda.event.interpretation;
    BOOST_TEST(joined(interpretation.languages) == "en fr");
    BOOST_TEST(interpretation.teams.value() == 2);
    BOOST_TEST(interpretation.interpreters.value() == 3);
    BOOST_TEST(ranges(interpretation.windows) == "10:00-13:00 15:00-18:00");
}

BOOST_AUTO_TEST_CASE(keys_of_a_person) {
    const auto read = loaded(R"([people.ann]
name = "Ann Lee"
suffix = "SH"
mononym = true
title = "Director"
unit = "Unit A"
org = "IOM"
country = "CH"
aliases = ["A. Lee"]
distinct-from = ["anne"]
arrives = 2026-06-01
leaves = "2026-06-03 12:30"
unavailable = [{ from = "2026-06-02T09:00", to = 2026-06-03 }, { from = 2026-06-04 }]
status = "tbc"
affiliation = "withheld"
role = "staff"
x-mine = "m"
)" + a_day);
    BOOST_TEST(faults(read) == "reference-unresolved \"anne\""); // nobody is declared as anne
    BOOST_TEST_REQUIRE(read.agenda.people.size() == 1U);
    const auto& ann = read.agenda.people[PersonIndex{0}];
    BOOST_TEST(joined({ann.id, ann.name, ann.suffix, ann.title, ann.unit}) == "ann Ann Lee SH Director Unit A");
    BOOST_TEST(joined({ann.org, ann.country, ann.role}) == "IOM CH staff");
    BOOST_TEST(read.text->slice(ann.at) == "ann");
    BOOST_TEST(ann.declared);
    BOOST_TEST(ann.mononym);
    BOOST_TEST(joined(ann.aliases) == "A. Lee");
    BOOST_TEST(joined(ann.distinct_from) == "anne");
    BOOST_TEST((ann.arrives.value() == support::local("2026-06-01T00:00")));
    BOOST_TEST((ann.leaves.value() == support::local("2026-06-03T12:30")));
    BOOST_TEST_REQUIRE(ann.unavailable.size() == 2U);
    BOOST_TEST((ann.unavailable[0].from.value() == support::local("2026-06-02T09:00")));
    BOOST_TEST((ann.unavailable[0].to.value() == support::local("2026-06-04T00:00")));
    BOOST_TEST(!ann.unavailable[1].to.has_value());
    BOOST_TEST((ann.status == PersonStatus::tbc));
    BOOST_TEST(ann.affiliation_withheld);
    BOOST_TEST(mine(ann) == "m");
}

BOOST_AUTO_TEST_CASE(keys_of_rooms_tracks_walks_and_delegations) {
    const auto read = loaded(R"([people.ann]
name = "Ann Lee"
[rooms.half]
name = "Ballroom A"
building = "North"
capacity = 120
shared = true
part-of = "whole"
available = ["8:00-12:00", "13:00-18:00"]
x-mine = "r"
[rooms.whole]
[tracks.data]
name = "Data"
room = "half"
stagger = true
x-mine = "t"
[[walk]]
from = "half"
to = "whole"
minutes = 7
[[delegation]]
name = "Chad"
members = ["ann"]
size = 2
)" + a_day);
    BOOST_TEST(faults(read) == "");
    const auto& half = read.agenda.rooms[RoomIndex{0}];
    BOOST_TEST(joined({half.id, half.name, half.building}) == "half Ballroom A North");
    BOOST_TEST(half.capacity.value() == 120);
    BOOST_TEST(half.shared);
    BOOST_TEST((half.part_of.value() == RoomIndex{1}));
    BOOST_TEST(ranges(half.available) == "08:00-12:00 13:00-18:00");
    BOOST_TEST(mine(half) == "r");
    BOOST_TEST(read.text->slice(half.keys.at("capacity", {})) == "120");
    const auto& track = read.agenda.tracks[TrackIndex{0}];
    BOOST_TEST(joined({track.id, track.name, mine(track)}) == "data Data t");
    BOOST_TEST((track.room.value() == RoomIndex{0}));
    BOOST_TEST(track.stagger);
    BOOST_TEST(read.text->slice(track.keys.at("room", {})) == "\"half\"");
    BOOST_TEST_REQUIRE(read.agenda.walks.size() == 1U);
    BOOST_TEST((read.agenda.walks[0].from == RoomIndex{0} && read.agenda.walks[0].to == RoomIndex{1}));
    BOOST_TEST(read.agenda.walks[0].takes.count() == 7);
    BOOST_TEST_REQUIRE(read.agenda.delegations.size() == 1U);
    BOOST_TEST(read.agenda.delegations[0].name == "Chad");
    BOOST_TEST((read.agenda.delegations[0].members == std::vector{PersonIndex{0}}));
    BOOST_TEST(read.agenda.delegations[0].size.value() == 2);
}

BOOST_AUTO_TEST_CASE(keys_of_a_day) {
    const auto read = loaded(
        "[[day]]\ndate = \"2026-06-01\"\nweekday = \"Monday\"\nlabel = \"Day 1\"\nstart = \"9:00\"\nend = 18:00:00\n"
        "closing-note = \"Bus at 18:15\"\nx-mine = \"m\"\n");
    BOOST_TEST(faults(read) == "");
    const auto& day = read.agenda.days[DayIndex{0}];
    BOOST_TEST(time::format_date(day.date) == "2026-06-01");
    BOOST_TEST(day.weekday.value == "Monday");
    BOOST_TEST(read.text->slice(day.weekday.at) == "\"Monday\"");
    BOOST_TEST(joined({day.label, day.closing_note, mine(day)}) == "Day 1 Bus at 18:15 m");
    BOOST_TEST(time::format_clock(day.start.value()) == "09:00");
    BOOST_TEST(time::format_clock(day.end.value()) == "18:00");
}

BOOST_AUTO_TEST_CASE(keys_of_a_slot) {
    const auto read = loaded(one_slot(R"(id = "a"
time = "10:00-12:00"
kind = "side-event"
number = "II"
title = "Towns"
room = "Aula"
track = "Data"
plenary = true
tags = ["x", "y"]
questions = ["Why?"]
description = "Long"
discussion = "20m"
open-floor = true
optional = false
catered = true
expected = 80
languages = ["en"]
interpretation = false
status = "tentative"
repeat-of = "b"
parallel-with = ["b"]
note = "Bring a pen"
next-day = false
breaks-inside = true
x-mine = "m"
[[day.slot]]
id = "b"
time = "12:00-13:00")"));
    BOOST_TEST(faults(read) == "");
    const auto& slot = read.agenda.slots[SlotIndex{0}];
    BOOST_TEST(joined({slot.id, slot.kind, slot.number.value, slot.title.value}) == "a side-event II Towns");
    BOOST_TEST(read.text->slice(slot.id_at) == "\"a\"");
    BOOST_TEST(read.text->slice(slot.title.at) == "\"Towns\"");
    BOOST_TEST(read.text->slice(slot.time_at) == "\"10:00-12:00\"");
    BOOST_TEST(read.text->slice(slot.at) == "[[day.slot]]");
    BOOST_TEST(read.text->slice(slot.place_at) == "\"Aula\"");
    BOOST_TEST(!slot.id_derived);
    BOOST_TEST(slot.traits->name == "side-event");
    BOOST_TEST(read.agenda.rooms[slot.room.value()].id == "Aula");
    BOOST_TEST(read.agenda.tracks[slot.track.value()].id == "Data");
    BOOST_TEST(joined(slot.tags) == "x y");
    BOOST_TEST(slot.questions.at(0).value == "Why?");
    BOOST_TEST(joined({slot.description, slot.note, mine(slot)}) == "Long Bring a pen m");
    BOOST_TEST(slot.discussion);
    BOOST_TEST(slot.discussion_minutes.value().count() == 20);
    BOOST_TEST((slot.plenary && slot.open_floor && slot.catered && slot.breaks_inside));
    BOOST_TEST(!slot.optional);
    BOOST_TEST(!slot.next_day);
    BOOST_TEST(slot.expected.value() == 80);
    BOOST_TEST(joined(slot.languages) == "en");
    BOOST_TEST(!slot.interpretation.value());
    BOOST_TEST((slot.status == SlotStatus::tentative));
    BOOST_TEST((slot.repeat_of == std::vector{SlotIndex{1}}));
    BOOST_TEST((slot.parallel_with == std::vector{SlotIndex{1}}));
}

BOOST_AUTO_TEST_CASE(keys_of_an_item) {
    const auto read = loaded(
        one_slot("time = \"10:00-11:00\"\nitems = [{ title = \"A\", kind = \"coffee\", minutes = 10, parallel = true, "
                 "time = \"10:10-10:20\", x-mine = \"m\" }]"));
    BOOST_TEST(faults(read) == "");
    const auto& item = read.agenda.slots[SlotIndex{0}].items.at(0);
    BOOST_TEST(joined({item.title, item.kind, clock(item.clock), mine(item)}) == "A coffee 10:10-10:20 m");
    BOOST_TEST(item.minutes.value().count() == 10);
    BOOST_TEST(item.parallel);
}

BOOST_AUTO_TEST_CASE(what_a_kind_says_of_optional_is_the_default) {
    BOOST_TEST(loaded(one_slot("kind = \"side-event\"")).agenda.slots[SlotIndex{0}].optional);
    BOOST_TEST(!loaded(one_slot("kind = \"panel\"")).agenda.slots[SlotIndex{0}].optional);
    BOOST_TEST(loaded(one_slot("kind = \"panel\"\noptional = true")).agenda.slots[SlotIndex{0}].optional);
}

BOOST_AUTO_TEST_SUITE_END()
