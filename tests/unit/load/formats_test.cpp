// SPDX-License-Identifier: MIT
// Schedules in other formats, as agendas: what stands where, and what cannot be read.
#include "agenda/timeline.hpp"
#include "load/formats/schedule.hpp"
#include "loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using test::loaded;

namespace {

std::string xml(const std::string& events, const std::string& conference = "<title>Camp</title><time_zone_name>Europe/Berlin</time_zone_name>") {
    return "<?xml version=\"1.0\"?>\n<schedule><conference>" + conference + "</conference>\n<day index=\"1\" date=\"2019-08-21\">\n" + events + "</day></schedule>\n";
}

std::string event(const std::string& inside, const std::string& id = "7") { return "<event id=\"" + id + "\">" + inside + "</event>\n"; }

const std::string at_ten = "<start>10:00</start><duration>00:45</duration>";

std::string written(const load::Loaded& loaded, source::Span at) { return std::string{loaded.text->slice(at)}; }

} // namespace

BOOST_AUTO_TEST_SUITE(schedules_in_xml)

BOOST_AUTO_TEST_CASE(an_event_is_a_slot_with_time_room_title_kind_and_people) {
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event(at_ten + "<title>A &amp; B</title><type>lecture</type><track>CCC</track><language>en</language>"
                                                                            "<persons><person id=\"1\">Ann Lee</person><person id=\"2\">Bo Ek</person></persons>") + "</room>")).agenda;
    BOOST_TEST_REQUIRE(agenda.slots.size() == 1U);
    const auto& slot = agenda.slots.front();
    BOOST_TEST(slot.id == "7");
    BOOST_TEST(time::format_range(*slot.clock) == "10:00-10:45");
    BOOST_TEST(slot.title.value == "A & B");
    BOOST_TEST(slot.kind == "presentation");
    BOOST_TEST(slot.tags == std::vector<std::string>{"CCC"});
    BOOST_TEST(slot.languages == std::vector<std::string>{"en"});
    BOOST_TEST(agenda.rooms[*slot.room].id == "Curie");
    BOOST_TEST_REQUIRE(agenda.people.size() == 2U);
    BOOST_TEST(agenda.people.front().id == "ann-lee");
    BOOST_TEST(agenda.people.back().name == "Bo Ek");
    BOOST_TEST(agenda.event.title == "Camp");
    BOOST_TEST((agenda.zone && agenda.zone->name() == "Europe/Berlin"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_are_replaced_in_all_that_is_made_of_them) {
    const auto slot = loaded(xml("<room name=\"Curie\">" + event(at_ten + "<title>A\xcf</title><type>M\xcfynote</type>") + "</room>")).agenda.slots.front();
    BOOST_TEST(slot.title.value == "A\uFFFD");
    BOOST_TEST(slot.kind == "x-m\uFFFDynote");
}

BOOST_AUTO_TEST_CASE(places_are_those_in_the_xml) {
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event(at_ten + "<title>\n  Long &amp; wide\n</title><persons><person>Ann Lee</person></persons>") + "</room>"));
    const auto& slot = agenda.agenda.slots.front();
    BOOST_TEST(written(agenda, slot.at) == "<event");
    BOOST_TEST(written(agenda, slot.time_at) == "10:00");
    BOOST_TEST(written(agenda, slot.title.at) == "Long &amp; wide");
    BOOST_TEST(written(agenda, slot.people.front().at) == "Ann Lee");
    BOOST_TEST(written(agenda, slot.place_at) == "Curie");
}

BOOST_AUTO_TEST_CASE(people_are_one_by_their_id_and_without_one_by_their_name) {
    const auto agenda = loaded(xml(event(at_ten + "<persons><person id=\"1\">Sam Poe</person><person id=\"2\">Sam Poe</person></persons>", "a") +
                                   event("<start>11:00</start><duration>00:30</duration><persons><person id=\"1\">S. Poe</person><person>Ann Lee</person></persons>", "b") +
                                   event("<start>12:00</start><duration>00:30</duration><persons><person>Ann Lee</person></persons>", "c"))).agenda;
    std::vector<std::string> ids;
    for (const auto& person : agenda.people) ids.push_back(person.id);
    BOOST_TEST(ids == (std::vector<std::string>{"sam-poe", "sam-poe-2", "ann-lee"}));
    BOOST_TEST((agenda.slots[SlotIndex{1}].people[1].person == agenda.slots[SlotIndex{2}].people[0].person));
}

BOOST_AUTO_TEST_CASE(people_of_one_id_whose_names_share_nothing_are_two_and_told_once) {
    const auto person = [](const std::string& start, const std::string& name) {
        return event("<start>" + start + "</start><duration>00:30</duration><persons><person id=\"1\">" + name + "</person></persons>", "at " + start);
    };
    const auto agenda = loaded(xml(person("10:00", "Ann Lee") + person("11:00", "Bo Ek") + person("12:00", "Bo Ek") + person("13:00", "A. LEE")));
    BOOST_TEST(agenda.agenda.people.size() == 2U);
    std::string told;
    for (const auto& fault : agenda.faults)
        if (fault.rule == "format-fault") told += fault.draft.facts.text("reason");
    BOOST_TEST(told == "the person `1` is called `Bo Ek` here and `Ann Lee` before; they are read as two people");
}

BOOST_AUTO_TEST_CASE(only_two_full_names_of_one_script_that_share_no_word_are_two_people) {
    struct Row {
        const char *first, *second;
        std::size_t people;
    };
    for (const auto& [first, second, people] : {
             Row{"Ann Lee", "Bo Ek", 2U},
             Row{"Ann Lee", "LEE, Ann", 1U},
             Row{"Ann Lee", "annlee42", 1U},
             Row{"annlee42", "Ann Lee", 1U},
             Row{"Ann Lee", "A. L.", 1U},
             Row{"Ann Lee", "A. Poe", 1U},
             Row{"Ann Lee", "ann@example.org", 1U},
             Row{"Jörg Müller", "Joerg Mueller", 1U},
             Row{"Li Xiaoming", "李小明", 1U},
             Row{"Анна Ли", "Bo Ek", 1U},
             Row{"Анна Ли", "Борис Эк", 2U},
             Row{"Ann Ли", "Bo Ek", 1U},
         }) {
        const auto person = [](const std::string& start, const std::string& name) {
            return event("<start>" + start + "</start><duration>00:30</duration><persons><person id=\"1\">" + name + "</person></persons>", "at " + start);
        };
        const auto agenda = loaded(xml(person("10:00", first) + person("11:00", second)));
        const auto told = std::count_if(agenda.faults.begin(), agenda.faults.end(), [](const auto& fault) { return fault.rule == "format-fault"; });
        BOOST_TEST(agenda.agenda.people.size() == people, second);
        BOOST_TEST(static_cast<std::size_t>(told) == people - 1, second);
    }
}

BOOST_AUTO_TEST_CASE(an_address_gives_way_to_the_name_that_is_known_elsewhere) {
    const auto agenda = loaded(xml(event(at_ten + "<persons><person id=\"1\">ann@example.org</person></persons>", "a") +
                                   event("<start>11:00</start><duration>00:30</duration><persons><person id=\"1\">Ann Lee</person></persons>", "b"))).agenda;
    BOOST_TEST_REQUIRE(agenda.people.size() == 1U);
    BOOST_TEST(agenda.people.front().name == "Ann Lee");
}

BOOST_AUTO_TEST_CASE(texts_are_read_whole_whatever_stands_in_them) {
    for (const auto& [title, read] : {
             std::pair{"a <b>c</b> d", "a c d"},
             {"H<sub>2</sub>O", "H2O"},
             {"a<br/>c", "a c"},
             {"<i>a</i> <b>c</b>", "a c"},
             {"<p>a</p><p>c <em>d<u>e</u></em></p>f", "a c de f"},
             {"<![CDATA[  a < c ]]>", "a < c"},
             {"\n  <![CDATA[a]]>\n", "a"},
             {"a <![CDATA[c]]> d", "a c d"},
             {"a&amp;<![CDATA[c]]>d", "a&cd"},
             {"<b></b>", ""},
         })
        BOOST_TEST(loaded(xml(event(at_ten + "<title>" + title + "</title>"))).agenda.slots.front().title.value == read, title);
    const auto agenda = loaded(xml(event(at_ten + "<title> a <b>c</b>&amp; d </title><room><![CDATA[ x > y ]]></room>")));
    BOOST_TEST(written(agenda, agenda.agenda.slots.front().title.at) == "a <b>c</b>&amp; d");
    BOOST_TEST(written(agenda, agenda.agenda.slots.front().place_at) == "x > y");
}

BOOST_AUTO_TEST_CASE(a_date_may_have_a_time_behind_it) {
    const auto date = [](const std::string& text, const std::string& zone = "<time_zone_name>Europe/Berlin</time_zone_name>") {
        auto whole = xml(event(at_ten), zone);
        whole.replace(whole.find("2019-08-21\""), 10, text);
        return time::format_date(loaded(whole).agenda.days.front().date);
    };
    BOOST_TEST(date("2024-02-03T00:00:00+01:00") == "2024-02-03");
    BOOST_TEST(date("2024-02-02T23:00:00Z") == "2024-02-03");
    BOOST_TEST(date("2024-02-03 00:00:00") == "2024-02-03");
    BOOST_TEST(date("2024-02-03T00:00:00+01:00", "") == "2024-02-03");
}

BOOST_AUTO_TEST_CASE(what_lies_in_the_second_of_two_equal_hours_is_a_note_that_says_when_it_is) {
    auto whole = xml(event("<date>2026-10-25T02:15:00+01:00</date><start>02:15</start><duration>00:30</duration><type>lecture</type>", "a") +
                     event("<date>2026-10-25T02:15:00+02:00</date><start>02:15</start><duration>00:30</duration>", "b"));
    whole.replace(whole.find("2019-08-21\""), 10, "2026-10-24");
    const auto agenda = loaded(whole);
    const auto& slots = agenda.agenda.slots;
    BOOST_TEST(test::utc(slots[SlotIndex{0}].when) == "none");
    BOOST_TEST(slots[SlotIndex{0}].kind == "note");
    BOOST_TEST(test::joined(slots[SlotIndex{0}].tags) == "lecture");
    BOOST_TEST(slots[SlotIndex{0}].note == "2026-10-25 02:15+01:00 to 2026-10-25 02:45+01:00");
    BOOST_TEST(test::utc(slots[SlotIndex{1}].when) == "2026-10-25T00:15/2026-10-25T00:45");
    std::string told;
    for (const auto& fault : agenda.faults)
        if (!fault.draft.label.empty()) told += std::string{fault.rule} + " " + std::string{agenda.text->slice(fault.draft.at)} + " " + fault.draft.label + ";";
    BOOST_TEST(told == "dst-transition 02:15 the second 02:15;");
}

BOOST_AUTO_TEST_CASE(the_second_of_two_times_that_the_clock_shows_alike_is_said_by_the_end) {
    auto whole = xml(event("<date>2026-10-25T02:45:00+01:00</date><start>02:45</start><duration>00:45</duration>", "a"));
    whole.replace(whole.find("2019-08-21\""), 10, "2026-10-24");
    const auto agenda = loaded(whole);
    BOOST_TEST(test::faults(agenda) == "");
    BOOST_TEST(test::utc(agenda.agenda.slots.front().when) == "2026-10-25T01:45/2026-10-25T02:30");
    BOOST_TEST(test::clock(agenda.agenda.slots.front().clock) == "26:45-27:30");
}

BOOST_AUTO_TEST_CASE(events_may_stand_directly_under_the_day) {
    const auto agenda = loaded(xml(event(at_ten + "<room>Aula</room>"))).agenda;
    BOOST_TEST(agenda.rooms[*agenda.slots.front().room].id == "Aula");
}

BOOST_AUTO_TEST_CASE(a_cancelled_event_stays_and_says_so) {
    BOOST_TEST(loaded(xml(event(at_ten + "<status>cancelled</status>"))).agenda.slots.front().cancelled);
}

BOOST_AUTO_TEST_CASE(tags_in_descriptions_are_taken_out) {
    const auto agenda = loaded(xml(event(at_ten + "<abstract>&lt;p&gt;Less is a &lt; b.&lt;/p&gt;\n&lt;p&gt;More&lt;br/&gt;so.&lt;/p&gt;</abstract>"))).agenda;
    BOOST_TEST(agenda.slots.front().description == "Less is a < b. More so.");
}

BOOST_AUTO_TEST_CASE(a_time_that_cannot_be_read_is_a_fault_at_its_place) {
    const auto agenda = loaded(xml(event("<start>ten</start><duration>00:45</duration>")));
    BOOST_TEST_REQUIRE(!agenda.faults.empty());
    BOOST_TEST(agenda.faults.front().rule == "time-unparsable");
    BOOST_TEST(written(agenda, agenda.faults.front().draft.at) == "ten");
}

BOOST_AUTO_TEST_CASE(what_is_not_xml_is_a_syntax_error_with_its_place) {
    const auto agenda = loaded("<?xml version=\"1.0\"?>\n<schedule><day></schedule>");
    BOOST_TEST(!agenda.whole());
    BOOST_TEST_REQUIRE(!agenda.faults.empty());
    BOOST_TEST(agenda.faults.front().rule == "syntax-error");
    BOOST_TEST(agenda.text->position(agenda.faults.front().draft.at.offset, source::Unit::bytes).line == 2U);
}

BOOST_AUTO_TEST_CASE(other_xml_is_said_to_be_no_schedule) {
    const auto agenda = loaded("<?xml version=\"1.0\"?><rss><channel/></rss>");
    BOOST_TEST_REQUIRE(!agenda.faults.empty());
    BOOST_TEST(agenda.faults.front().draft.facts.text("reason") == "this XML is no schedule: its outermost element is `rss`, not `schedule`");
}

BOOST_AUTO_TEST_CASE(entities_that_the_file_makes_are_not_expanded) {
    const auto agenda = loaded("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
                               "<schedule><day date=\"2019-08-21\"><event id=\"1\"><title>&b;&f;</title></event></day></schedule>");
    BOOST_TEST(agenda.agenda.slots.front().title.value == "&b;&f;");
}

BOOST_AUTO_TEST_CASE(what_lies_in_a_block_of_its_room_that_names_nobody_is_a_part_of_it) {
    const auto inside = [](const std::string& start, const std::string& person) {
        return "<start>" + start + "</start><duration>00:10</duration><persons><person>" + person + "</person></persons>";
    };
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event("<start>10:00</start><duration>01:00</duration>", "block") + event(inside("10:00", "Ann Lee"), "a") +
                                   event(inside("10:10", "Bo Ek"), "b") + event(inside("11:00", "Cy Ora"), "c") + "</room>")).agenda;
    BOOST_TEST((agenda.slots[SlotIndex{1}].part_of == SlotIndex{0}));
    BOOST_TEST((agenda.slots[SlotIndex{2}].part_of == SlotIndex{0}));
    BOOST_TEST(!agenda.slots[SlotIndex{3}].part_of.has_value());
}

BOOST_AUTO_TEST_CASE(a_single_event_within_another_is_no_part_of_it) {
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event("<start>10:00</start><duration>01:00</duration>", "a") + event("<start>10:10</start><duration>00:10</duration>", "b") + "</room>")).agenda;
    BOOST_TEST(!agenda.slots[SlotIndex{1}].part_of.has_value());
}

BOOST_AUTO_TEST_CASE(what_lies_in_an_event_that_somebody_gives_is_no_part_of_it) {
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event("<start>10:00</start><duration>01:00</duration><persons><person>Ann Lee</person></persons>", "a") +
                                   event("<start>10:10</start><duration>00:10</duration>", "b") + event("<start>10:20</start><duration>00:10</duration>", "c") + "</room>")).agenda;
    BOOST_TEST(!agenda.slots[SlotIndex{1}].part_of.has_value());
}

BOOST_AUTO_TEST_CASE(the_same_event_at_the_same_time_in_a_second_room_is_a_relay) {
    const auto talk = at_ten + "<title>Opening</title><persons><person>Ann Lee</person></persons>";
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event(talk, "a") + "</room><room name=\"Bohr\">" + event(talk, "b") + "</room>")).agenda;
    BOOST_TEST((agenda.slots[SlotIndex{1}].repeat_of == std::vector{SlotIndex{0}}));
}

BOOST_AUTO_TEST_CASE(of_a_cancelled_event_and_the_same_in_another_room_the_one_that_is_held_comes_first) {
    const auto talk = at_ten + "<title>Opening</title><persons><person>Ann Lee</person></persons>";
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event(talk + "<status>cancelled</status>", "a") + "</room><room name=\"Bohr\">" + event(talk, "b") + "</room><room name=\"Hahn\">" +
                                   event(talk, "c") + "</room>")).agenda;
    BOOST_TEST(agenda.slots[SlotIndex{1}].repeat_of.empty());
    BOOST_TEST((agenda.slots[SlotIndex{2}].repeat_of == std::vector{SlotIndex{1}}));
}

BOOST_AUTO_TEST_CASE(another_talk_of_the_same_person_in_a_second_room_is_no_relay) {
    const std::string person = "<persons><person>Ann Lee</person></persons>";
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event(at_ten + "<title>A</title>" + person, "a") + "</room><room name=\"Bohr\">" + event(at_ten + "<title>B</title>" + person, "b") + "</room>")).agenda;
    BOOST_TEST(agenda.slots[SlotIndex{1}].repeat_of.empty());
}

BOOST_AUTO_TEST_CASE(a_room_in_which_many_things_run_side_by_side_is_shared_and_the_others_are_not) {
    const std::string morning = "<start>09:00</start><duration>03:00</duration>";
    const auto agenda = loaded(xml("<room name=\"Kidspace\">" + event(morning, "a") + event(morning, "b") + event(morning, "c") + "</room><room name=\"Aula\">" + event(morning, "d") + "</room>")).agenda;
    BOOST_TEST(agenda.rooms[RoomIndex{0}].shared);
    BOOST_TEST(!agenda.rooms[RoomIndex{1}].shared);
}

BOOST_AUTO_TEST_CASE(a_person_without_id_and_name_is_nobody) {
    BOOST_TEST(loaded(xml(event(at_ten + "<persons><person/></persons>"))).agenda.people.empty());
}

BOOST_AUTO_TEST_CASE(talks_in_a_lunch_are_no_parts_of_it) {
    const std::string talk = "<duration>00:10</duration><persons><person>Ann Lee</person></persons>";
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event("<start>12:00</start><duration>01:00</duration><type>Lunch</type>", "lunch") + event("<start>12:00</start>" + talk, "a") +
                                   event("<start>12:10</start>" + talk, "b") + "</room>")).agenda;
    BOOST_TEST(!agenda.slots[SlotIndex{1}].part_of.has_value());
}

BOOST_AUTO_TEST_CASE(a_crowded_morning_makes_no_area_of_a_room_that_is_double_booked_on_another_day) {
    const std::string morning = "<start>09:00</start><duration>03:00</duration>", next = "<date>2019-08-22T10:00:00</date><start>10:00</start><duration>01:00</duration>";
    const auto agenda = loaded(xml("<room name=\"Main\">" + event(morning, "a") + event(morning, "b") + event(morning, "c") + event(next, "d") + event(next, "e") + "</room>")).agenda;
    BOOST_TEST(!agenda.rooms[RoomIndex{0}].shared);
}

BOOST_AUTO_TEST_CASE(relays_of_one_event_into_two_rooms_are_relays_of_one_another) {
    const auto talk = at_ten + "<title>Opening</title><persons><person>Ann Lee</person></persons>";
    const auto agenda = loaded(xml("<room name=\"A\">" + event(talk, "a") + "</room><room name=\"B\">" + event(talk, "b") + "</room><room name=\"C\">" + event(talk, "c") + "</room>")).agenda;
    BOOST_TEST(relayed(agenda, SlotIndex{1}, SlotIndex{2}));
}

BOOST_AUTO_TEST_CASE(a_day_that_changes_late_has_its_morning_all_the_same) {
    const auto agenda = loaded(xml(event("<start>08:30</start><duration>00:30</duration>"), "<title>C</title><day_change>09:00:00</day_change>")).agenda;
    BOOST_TEST_REQUIRE(agenda.slots.front().clock.has_value());
    BOOST_TEST(time::format_range(*agenda.slots.front().clock) == "08:30-09:00");
}

BOOST_AUTO_TEST_CASE(attributes_in_single_quotes_have_their_places_too) {
    const auto agenda = loaded("<schedule><conference><title>C</title></conference>\n<day date='2019-08-21'><room name='Curie'><event id='a'>" + at_ten + "<title>\"A\"</title></event></room></day></schedule>");
    BOOST_TEST(written(agenda, agenda.agenda.slots.front().place_at) == "Curie");
}

BOOST_AUTO_TEST_CASE(an_event_under_the_wrong_day_is_of_its_own_day) {
    const auto agenda = loaded(xml("<room name=\"Curie\">" + event("<date>2019-08-23T10:00:00+02:00</date>" + at_ten, "a") + "</room>")).agenda;
    BOOST_TEST_REQUIRE(agenda.days.size() == 2U);
    BOOST_TEST(time::format_date(agenda.days[agenda.slots.front().day].date) == "2019-08-23");
    BOOST_TEST(time::format_range(*agenda.slots.front().clock) == "10:00-10:45");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(schedules_in_json)

BOOST_AUTO_TEST_CASE(values_of_another_kind_than_programs_demand_are_faults_at_their_places) {
    const auto agenda = loaded(R"({"schedule":{"rooms":[],"conference":{"title":"C","days":[{"date":"2019-08-21","rooms":{"A":[{"id":"7","start":"10:00","duration":45,"persons":[{"id":"x","code":"a\u00e4","public_name":"Ann Lee"}]}]}}]}}})");
    std::vector<std::string> seen;
    for (const auto& fault : agenda.faults)
        if (fault.rule == "wrong-type") seen.push_back(fault.draft.facts.text("what") + " " + written(agenda, fault.draft.at));
    std::sort(seen.begin(), seen.end());
    BOOST_TEST(seen == (std::vector<std::string>{"code \"a\\u00e4\"", "duration 45", "id \"7\"", "id \"x\"", "rooms ["}), boost::test_tools::per_element());
    BOOST_TEST(time::format_range(*agenda.agenda.slots.front().clock) == "10:00-10:45");
}

BOOST_AUTO_TEST_CASE(an_event_is_a_slot_and_its_places_are_those_in_the_json) {
    const auto agenda = loaded(R"({"schedule": {"version": "1", "conference": {"title": "Camp", "start": "2019-08-21", "end": "2019-08-25", "days": [
      {"index": 1, "date": "2019-08-21", "rooms": {"Curie": [
        {"id": 12, "start": "10:00", "duration": "00:45", "title": "A \"quoted\" title", "persons": [{"id": 1, "public_name": "Ann Lee"}, {"name": "Bo Ek"}]}]}}]}}})");
    BOOST_TEST_REQUIRE(agenda.agenda.slots.size() == 1U);
    const auto& slot = agenda.agenda.slots.front();
    BOOST_TEST(slot.id == "12");
    BOOST_TEST(slot.title.value == "A \"quoted\" title");
    BOOST_TEST(written(agenda, slot.title.at) == "A \\\"quoted\\\" title");
    BOOST_TEST(written(agenda, slot.time_at) == "10:00");
    BOOST_TEST(written(agenda, slot.place_at) == "Curie");
    BOOST_TEST(written(agenda, slot.people[1].at) == "Bo Ek");
}

BOOST_AUTO_TEST_CASE(rooms_in_a_list_are_read_and_told) {
    const auto agenda = loaded(R"({"schedule":{"conference":{"title":"C","days":[{"date":"2019-08-21","rooms":[{"name":"Curie","events":[{"id":7,"start":"10:00","duration":"00:30"}]}]}]}}})");
    BOOST_TEST_REQUIRE(agenda.agenda.slots.size() == 1U);
    BOOST_TEST(agenda.agenda.rooms[*agenda.agenda.slots.front().room].id == "Curie");
    BOOST_TEST(agenda.faults.front().rule == "wrong-type");
    BOOST_TEST(agenda.faults.front().draft.facts.text("seen") == "a list");
}

BOOST_AUTO_TEST_CASE(a_value_that_hides_events_is_told_at_its_place) {
    for (const auto& [json, what] : {
             std::pair{R"({"schedule":{"conference":{"days":{"1":[]}}}})", "days an object"},
             {R"({"schedule":{"conference":{"days":["2019-08-21"]}}})", "day a string (`2019-08-21`)"},
             {R"({"schedule":{"conference":{"days":[{"date":"2019-08-21","rooms":"A"}]}}})", "rooms a string (`A`)"},
             {R"({"schedule":{"conference":{"days":[{"date":"2019-08-21","rooms":{"A":{"id":7}}}]}}})", "A an object"},
             {R"({"schedule":{"conference":{"days":[{"date":"2019-08-21","events":{"a":1}}]}}})", "events an object"},
             {R"({"schedule":{"conference":{"days":[{"date":"2019-08-21","events":[{"start":10}]}]}}})", "start a whole number (`10`)"},
             {R"({"schedule":{"conference":[]}})", "conference a list"},
         }) {
        const auto agenda = loaded(json);
        std::string told;
        for (const auto& fault : agenda.faults)
            if (fault.rule == "wrong-type" && fault.draft.facts.text("wanted") != "") told += fault.draft.facts.text("what") + " " + fault.draft.facts.text("seen");
        BOOST_TEST(told == what, json);
    }
}

BOOST_AUTO_TEST_CASE(what_stands_before_a_fault_of_the_json_is_read) {
    const auto agenda = loaded(R"({"schedule":{"conference":{"title":"Camp","days":[{"date":"2019-08-21","rooms":{"A":[{"id":7,"start":"10:00","duration":"00:30"},)");
    BOOST_TEST(!agenda.whole());
    BOOST_TEST(agenda.agenda.event.title == "Camp");
    BOOST_TEST(agenda.agenda.slots.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_not_json_is_a_syntax_error_with_its_place) {
    const auto agenda = loaded("{\"schedule\": {\n \"conference\": [}}");
    BOOST_TEST(!agenda.whole());
    BOOST_TEST_REQUIRE(!agenda.faults.empty());
    BOOST_TEST(agenda.text->position(agenda.faults.front().draft.at.offset, source::Unit::bytes).line == 2U);
}

BOOST_AUTO_TEST_CASE(other_json_is_said_to_be_no_schedule) {
    const auto agenda = loaded("{\"name\": \"package\"}");
    BOOST_TEST_REQUIRE(!agenda.faults.empty());
    BOOST_TEST(agenda.faults.front().draft.facts.text("reason") == "this JSON is no schedule: it has no `conference`");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(a_duration_may_have_hours_minutes_and_seconds) {
    struct Row {
        const char* text;
        int minutes;
    };
    for (const auto& [text, minutes] : {Row{"00:45", 45}, {"1:30", 90}, {"01:30:00", 90}, {"25:00", 1500}, {"45", 45}})
        BOOST_TEST(load::formats::duration_of(text).value_or(time::minutes{-1}).count() == minutes, text);
    for (const auto* text : {"", "0:75", "one", "1:2:3:4", "-5", "1.5"}) BOOST_TEST(!load::formats::duration_of(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(a_start_lies_on_the_date_that_its_event_says) {
    const auto day = *time::parse_date("2019-08-21");
    struct Row {
        const char* start;
        const char* date;
        int days;
    };
    for (const auto& [start, date, days] : {
             Row{"10:00", "2019-08-21T10:00:00+02:00", 0},
             Row{"00:30", "2019-08-22T00:30:00+02:00", 1},
             Row{"00:30", "2019-08-21T22:30:00Z", 1}, // the same in UTC
             Row{"10:00", "2019-08-21T08:00:00Z", 0},
             Row{"20:00", "2019-08-22T01:00:00Z", 0}, // west of Greenwich
             Row{"00:30", "2019-08-21T22:30:00+00:00", 1},
             Row{"11:00", "2019-08-20T23:00:00-10:00", 0},
             Row{"00:30", "", 1},
             Row{"04:00", "", 0},
             Row{"09:00", "2019-08-20T09:00:00+02:00", -1},
         })
        BOOST_TEST(load::formats::days_after(day, start, date, time::minutes{240}) == days, std::string{start} + " " + date);
}
