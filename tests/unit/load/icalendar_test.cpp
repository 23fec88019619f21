// SPDX-License-Identifier: MIT
// Calendars as agendas: the ways of saying a time, zones, what repeats, and what cannot be read.
#include "load/formats/kinds.hpp"
#include "loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using test::loaded;

namespace {

std::string calendar(const std::string& inside) { return "BEGIN:VCALENDAR\nVERSION:2.0\n" + inside + "END:VCALENDAR\n"; }

std::string event(const std::string& lines, const std::string& uid = "a") { return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "END:VEVENT\n"; }

/// "a 2026-06-01 10:00-11:00; b ...": each slot, in the agenda's order.
std::string times(const Agenda& agenda) {
    std::string result;
    for (const auto& slot : agenda.slots)
        result += (result.empty() ? "" : "; ") + slot.id + " " + time::format_date(agenda.days[slot.day].date) + " " +
                  (slot.clock ? test::clock(slot.clock) : slot.start ? time::format_clock(*slot.start) : slot.kind);
    return result;
}

std::string times(const std::string& text) { return times(loaded(text).agenda); }

std::string written(const load::Loaded& loaded, source::Span at) { return std::string{loaded.text->slice(at)}; }

/// The zone of Berlin under a name that says nothing.
const std::string office = "BEGIN:VTIMEZONE\nTZID:Office\n"
                           "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n"
                           "BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
const std::string vienna = "X-WR-TIMEZONE:Europe/Vienna\n";
const std::string at_ten = "DTSTART:20260601T100000\nDTEND:20260601T110000\n";

} // namespace

BOOST_AUTO_TEST_SUITE(calendars)

BOOST_AUTO_TEST_CASE(an_event_is_a_slot_with_all_that_it_says) {
    const auto agenda = loaded("\xEF\xBB\xBF\r\n" + calendar("X-WR-CALNAME:Camp\n" + event(at_ten +
                               "SUMMARY:Rivers\\, lakes\\; seas\nLOCATION:Curie\nDESCRIPTION:One\\nTwo\nCATEGORIES:keynote,Water\nCATEGORIES:Talk\nSTATUS:TENTATIVE\nCOMMENT:Bring boots\n"
                               "ORGANIZER;CN=Office:mailto:office@example.org\n"
                               "ATTENDEE;CN=\"Lee, Ann ^'A^'\";ROLE=REQ-PARTICIPANT:invalid:nomail\nATTENDEE;CN=Bo Ek;ROLE=CHAIR:mailto:bo@example.org\n"
                               "ATTENDEE;CN=Cy;ROLE=NON-PARTICIPANT:mailto:cy@example.org\nBEGIN:VALARM\nDESCRIPTION:Ring\nEND:VALARM\n"))).agenda;
    BOOST_TEST_REQUIRE(agenda.slots.size() == 1U);
    const auto& slot = agenda.slots.front();
    BOOST_TEST(agenda.event.title == "Camp");
    BOOST_TEST(slot.id == "a");
    BOOST_TEST(slot.title.value == "Rivers, lakes; seas");
    BOOST_TEST(agenda.rooms[*slot.room].id == "Curie");
    BOOST_TEST(slot.description == "One\nTwo");
    BOOST_TEST(slot.kind == "keynote");
    BOOST_TEST(slot.tags == (std::vector<std::string>{"Water", "Talk"}));
    BOOST_TEST_REQUIRE(agenda.people.size() == 2U);
    BOOST_TEST(agenda.people.front().name == "Lee, Ann \"A\"");
    BOOST_TEST(agenda.people.back().name == "Bo Ek");
    BOOST_TEST_REQUIRE(slot.people.size() == 2U);
    const auto& chair = slot.people.front().role == Role::chair ? slot.people.front() : slot.people.back();
    BOOST_TEST((chair.role == Role::chair));
    BOOST_TEST(agenda.people[chair.person].name == "Bo Ek");
}

BOOST_AUTO_TEST_CASE(each_way_of_saying_a_time_is_read) {
    struct Row {
        const char* lines;
        const char* slots;
    };
    for (const auto& [lines, slots] : {
             Row{"DTSTART:20260601T100000\nDTEND:20260601T110000\n", "a 2026-06-01 10:00-11:00"},
             Row{"DTSTART:20260601T100000Z\nDTEND:20260601T110000Z\n", "a 2026-06-01 10:00-11:00"},
             Row{"DTSTART;TZID=Europe/Berlin:20260601T100000\nDURATION:PT1H30M\n", "a 2026-06-01 10:00-11:30"},
             Row{"DTSTART:20260601T100000\n", "a 2026-06-01 10:00"},
             Row{"DTSTART:20260601T220000\nDTEND:20260602T013000\n", "a 2026-06-01 22:00-25:30"},
             Row{"DTSTART:20260601T100000\nDTEND:20260602T110000\n", "a 2026-06-01 10:00-35:00"},
             Row{"DTSTART;VALUE=DATE:20260601\n", "a 2026-06-01 note"},
             Row{"DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260604\n", "a 2026-06-01 note"},
             Row{"DTSTART:20260601T100000\nDTEND:20260611T110000\n", "a 2026-06-01 note"},
         })
        BOOST_TEST(times(calendar(event(lines))) == slots, lines);
}

BOOST_AUTO_TEST_CASE(what_lasts_for_days_says_so_in_a_note) {
    BOOST_TEST(loaded(calendar(event("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260604\n"))).agenda.slots.front().note == "2026-06-01 to 2026-06-03");
    BOOST_TEST(loaded(calendar(event("DTSTART:20260601T100000\nDTEND:20260611T110000\n"))).agenda.slots.front().note == "2026-06-01 10:00 to 2026-06-11 11:00");
}

BOOST_AUTO_TEST_CASE(the_zone_is_the_one_that_the_calendar_says_else_that_most_events_have) {
    struct Row {
        std::string inside;
        const char* zone;
        const char* slots;
    };
    const std::string utc = "DTSTART:20260601T080000Z\nDTEND:20260601T090000Z\n";
    const auto in = [](const std::string& zone) { return "DTSTART;TZID=" + zone + ":20260601T100000\nDTEND;TZID=" + zone + ":20260601T110000\n"; };
    for (const auto& [inside, zone, slots] : {
             Row{vienna + event(utc), "Europe/Vienna", "a 2026-06-01 10:00-11:00"},
             Row{event(utc), "UTC", "a 2026-06-01 08:00-09:00"},
             Row{event(at_ten), "", "a 2026-06-01 10:00-11:00"},
             Row{event(utc) + event(in("Europe/Berlin"), "b"), "Europe/Berlin", "a 2026-06-01 10:00-11:00; b 2026-06-01 10:00-11:00"},
             Row{event(in("Asia/Tokyo")) + event(in("Europe/Berlin"), "b") + event(in("Europe/Berlin"), "c"), "Europe/Berlin",
                 "a 2026-06-01 03:00-04:00; b 2026-06-01 10:00-11:00; c 2026-06-01 10:00-11:00"},
             Row{event(in("/freeassociation.sourceforge.net/Europe/Berlin")), "Europe/Berlin", "a 2026-06-01 10:00-11:00"},
             Row{event(in("/x.org/2007_1/America/Argentina/Buenos_Aires")), "America/Argentina/Buenos_Aires", "a 2026-06-01 10:00-11:00"},
             Row{"BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Europe/Rome\nEND:VTIMEZONE\n" + event(in("Ours")), "Europe/Rome", "a 2026-06-01 10:00-11:00"},
             Row{office + event(in("Office")) + event(utc, "b"), "", "a 2026-06-01 10:00-11:00; b 2026-06-01 10:00-11:00"},
             Row{vienna + office + event(in("Office")), "Europe/Vienna", "a 2026-06-01 10:00-11:00"},
             Row{"X-WR-TIMEZONE:UTC\n" + event(in("Europe/Berlin")) + event("DTSTART;VALUE=DATE:20260602\n", "b"), "Europe/Berlin", "a 2026-06-01 10:00-11:00; b 2026-06-02 note"},
             Row{"X-WR-TIMEZONE:UTC\n" + event(in("Europe/Berlin")) + event(utc, "b"), "UTC", "a 2026-06-01 08:00-09:00; b 2026-06-01 08:00-09:00"},
         }) {
        const auto agenda = loaded(calendar(inside)).agenda;
        BOOST_TEST((agenda.zone ? agenda.zone->name() : "") == zone, inside);
        BOOST_TEST(times(agenda) == slots, inside);
    }
}

BOOST_AUTO_TEST_CASE(a_described_zone_is_right_on_both_sides_of_its_changes) {
    for (const auto& [utc, slots] : {std::pair{"20260328T090000Z", "a 2026-03-28 10:00"}, {"20260329T005900Z", "a 2026-03-29 01:59"}, {"20260329T010000Z", "a 2026-03-29 03:00"},
                                     {"20261025T005900Z", "a 2026-10-25 02:59"}, {"20261025T020000Z", "a 2026-10-25 03:00"}})
        BOOST_TEST(times(calendar("X-WR-TIMEZONE:Office\n" + office + event(std::string{"DTSTART:"} + utc + "\n"))) == slots, utc);
    for (const auto& [local, slots] : {std::pair{"20260328T100000", "a 2026-03-28 09:00"}, {"20260329T100000", "a 2026-03-29 08:00"}, {"20261025T100000", "a 2026-10-25 09:00"}})
        BOOST_TEST(times(calendar("X-WR-TIMEZONE:UTC\n" + office + event("DTSTART:20260101T100000Z\n", "z") + event(std::string{"DTSTART;TZID=Office:"} + local + "\n"))) ==
                       std::string{"z 2026-01-01 10:00; "} + slots, local);
}

BOOST_AUTO_TEST_CASE(a_zone_that_nobody_knows_is_told_once_and_its_times_are_taken_as_written) {
    const auto agenda = loaded(calendar(event("DTSTART;TZID=Moon:20260601T100000\nDTEND;TZID=Moon:20260601T110000\n")));
    BOOST_TEST(test::faults(agenda) == "timezone-invalid Moon");
    BOOST_TEST(times(agenda.agenda) == "a 2026-06-01 10:00-11:00");
}

BOOST_AUTO_TEST_CASE(what_repeats_is_a_slot_each_time) {
    struct Row {
        const char* lines;
        const char* slots;
    };
    const std::string berlin = "DTSTART;TZID=Europe/Berlin:20261023T100000\nDTEND;TZID=Europe/Berlin:20261023T103000\n";
    for (const auto& [lines, slots] : {
             Row{"RRULE:FREQ=DAILY;COUNT=2\n", "a-2026-10-23 2026-10-23 10:00-10:30; a-2026-10-24 2026-10-24 10:00-10:30"},
             Row{"RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20261026T090000Z\n", "a-2026-10-23 2026-10-23 10:00-10:30; a-2026-10-26 2026-10-26 10:00-10:30"},
             Row{"RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20261026T085959Z\n", "a-2026-10-23 2026-10-23 10:00-10:30"},
             Row{"RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20261026\n", "a-2026-10-23 2026-10-23 10:00-10:30; a-2026-10-26 2026-10-26 10:00-10:30"},
             Row{"RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20261023T100000,20261024T100000\n", "a-2026-10-25 2026-10-25 10:00-10:30"},
             Row{"RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261024T080000Z\n", "a-2026-10-23 2026-10-23 10:00-10:30"},
             Row{"RDATE;TZID=Europe/Berlin:20261023T140000,20261027T140000\n",
                 "a-2026-10-23 2026-10-23 10:00-10:30; a-2026-10-23-1400 2026-10-23 14:00-14:30; a-2026-10-27 2026-10-27 14:00-14:30"},
             Row{"RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261024T140000/PT1H\n", "a-2026-10-23 2026-10-23 10:00-10:30; a-2026-10-24 2026-10-24 14:00-14:30"},
         })
        BOOST_TEST(times(calendar(event(berlin + lines))) == slots, lines);
}

BOOST_AUTO_TEST_CASE(an_override_takes_the_place_of_its_occurrence) {
    BOOST_TEST(times(calendar(event(at_ten + "RRULE:FREQ=DAILY;COUNT=3\n") + event("RECURRENCE-ID:20260602T100000\nDTSTART:20260602T150000\nDTEND:20260602T160000\n"))) ==
               "a-2026-06-01 2026-06-01 10:00-11:00; a-2026-06-02 2026-06-02 15:00-16:00; a-2026-06-03 2026-06-03 10:00-11:00");
}

BOOST_AUTO_TEST_CASE(what_repeats_without_end_goes_on_as_long_as_there_is_something_else) {
    const auto agenda = loaded(calendar(event(at_ten + "RRULE:FREQ=DAILY\n") + event("DTSTART:20260602T150000\nDTEND:20260602T160000\n", "b")));
    BOOST_TEST(times(agenda.agenda) == "a-2026-06-01 2026-06-01 10:00-11:00; a-2026-06-02 2026-06-02 10:00-11:00; b 2026-06-02 15:00-16:00");
    BOOST_TEST(test::faults(agenda) == "recurrence-cut FREQ=DAILY");
    BOOST_TEST(loaded(calendar(event(at_ten + "RRULE:FREQ=DAILY\n"))).agenda.slots.size() == 1U);
    BOOST_TEST(loaded(calendar(event(at_ten + "RRULE:FREQ=DAILY;COUNT=2000\n"))).agenda.slots.size() == 1000U);
}

BOOST_AUTO_TEST_CASE(a_rule_that_cannot_be_followed_is_told_and_the_first_is_read) {
    for (const std::string rule : {"FREQ=SECONDLY", "FREQ=HOURLY;COUNT=3", "daily", "", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;UNTIL=never"}) {
        const auto agenda = loaded(calendar(event(at_ten + "RRULE:" + rule + "\n")));
        BOOST_TEST(test::faults(agenda) == "time-unparsable " + rule);
        BOOST_TEST(agenda.agenda.slots.size() == 1U);
    }
}

BOOST_AUTO_TEST_CASE(places_are_those_in_the_file_also_in_folded_lines) {
    const auto agenda = loaded("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/\r\n Berlin:20260601T1\r\n\t00000\r\nSUMMARY:Long\r\n  and wide\r\nLOCATION:Curie\r\n"
                               "ATTENDEE;CN=\"Ann\r\n  Lee\":mailto:ann@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    const auto& slot = agenda.agenda.slots.front();
    BOOST_TEST(slot.title.value == "Long and wide");
    BOOST_TEST(written(agenda, slot.at) == "BEGIN:VEVENT");
    BOOST_TEST(written(agenda, slot.time_at) == "20260601T1\r\n\t00000");
    BOOST_TEST(written(agenda, slot.title.at) == "Long\r\n  and wide");
    BOOST_TEST(written(agenda, slot.place_at) == "Curie");
    BOOST_TEST(written(agenda, slot.people.front().at) == "Ann\r\n  Lee");
    BOOST_TEST(written(agenda, agenda.agenda.event.timezone.at) == "Europe/\r\n Berlin");
}

BOOST_AUTO_TEST_CASE(faults_stand_at_their_place) {
    struct Row {
        std::string text;
        const char* faults;
    };
    for (const auto& [text, faults] : {
             Row{calendar(event("DTSTART:20260230T100000\nDTEND:20260601T110000\n")), "key-missing BEGIN:VEVENT; time-unparsable 20260230T100000"},
             Row{calendar(event("SUMMARY:Rivers\n")), "key-missing BEGIN:VEVENT; slot-time-missing BEGIN:VEVENT"},
             Row{calendar(event(at_ten + "nonsense\n")), "syntax-error nonsense"},
             Row{calendar(event(at_ten + "END:VALARM\n")), "syntax-error END:VALARM"},
             Row{calendar("BEGIN:VEVENT\n" + at_ten), "syntax-error BEGIN:VEVENT"},
             Row{"BEGIN:VCALENDAR\n" + event(at_ten), "syntax-error BEGIN:VCALENDAR"},
             Row{calendar(event("DTSTART:20260601T100000\nDTEND:20260601T090000\n")), "slot-nonpositive 20260601T100000"},
             Row{calendar(event("DTSTART:20260601T100000\nDTEND:20260531T110000\n")), "time-unparsable 20260531T110000"},
             Row{calendar(event(at_ten + "SUMMARY:\xFF\n")), "syntax-error \xFF"},
         })
        BOOST_TEST(test::faults(loaded(text)) == faults, text);
}

BOOST_AUTO_TEST_CASE(several_calendars_in_a_file_are_one_agenda_and_what_is_no_event_is_left_out) {
    BOOST_TEST(times(calendar(event(at_ten)) + calendar("BEGIN:VTODO\nUID:t\nDTSTART:20260601T120000\nEND:VTODO\n" + event("DTSTART:20260601T120000\nDTEND:20260601T130000\n", "b"))) ==
               "a 2026-06-01 10:00-11:00; b 2026-06-01 12:00-13:00");
}

BOOST_AUTO_TEST_CASE(the_second_of_two_times_that_the_clock_shows_alike_is_no_contradiction) {
    struct Row {
        const char* start;
        const char* end;
        const char* utc;
        const char* faults;
    };
    for (const auto& [start, end, utc, faults] : {
             Row{"003000", "011500", "2026-10-25T00:30/2026-10-25T01:15", "dst-transition 20261025T003000Z"},
             Row{"003000", "013000", "2026-10-25T00:30/2026-10-25T01:30", "dst-transition 20261025T003000Z"},
             Row{"014500", "023000", "2026-10-25T01:45/2026-10-25T02:30", ""},
             Row{"014500", "070000", "2026-10-25T01:45/2026-10-25T07:00", ""},
             Row{"230000", "233000", "2026-10-25T23:00/2026-10-25T23:30", ""},
         }) {
        const auto agenda = loaded(calendar("X-WR-TIMEZONE:Europe/Berlin\n" + event(std::string{"DTSTART:20261025T"} + start + "Z\nDTEND:20261025T" + end + "Z\n")));
        BOOST_TEST(test::utc(agenda.agenda.slots.front().when) == utc, start);
        BOOST_TEST(test::faults(agenda) == faults, start);
    }
}

BOOST_AUTO_TEST_CASE(what_lies_in_the_second_hour_as_a_whole_is_a_note_and_told_since_no_agenda_can_say_it) {
    for (const auto& [end, note] : {std::pair{"DTEND:20261025T014500Z\n", "2026-10-25 02:15+01:00 to 2026-10-25 02:45+01:00"}, {"", "2026-10-25 02:15+01:00"}}) {
        const auto agenda = loaded(calendar("X-WR-TIMEZONE:Europe/Berlin\n" + event(std::string{"DTSTART:20261025T011500Z\n"} + end)));
        BOOST_TEST(times(agenda.agenda) == "a 2026-10-25 note");
        BOOST_TEST(agenda.agenda.slots.front().note == note);
        BOOST_TEST(test::faults(agenda) == "dst-transition 20261025T011500Z");
        BOOST_TEST(agenda.faults.front().draft.facts.text("minutes") == "60");
    }
}

BOOST_AUTO_TEST_CASE(what_outlook_says_lasts_all_day_is_a_note_where_it_is_from_midnight_to_midnight) {
    const auto read = [](const std::string& lines) { return times(calendar(vienna + event("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n" + lines))); };
    BOOST_TEST(read("DTSTART;TZID=Europe/Vienna:20260601T000000\nDTEND;TZID=Europe/Vienna:20260602T000000\n") == "a 2026-06-01 note");
    BOOST_TEST(read("DTSTART:20260601T000000Z\nDTEND:20260602T000000Z\n") == "a 2026-06-01 note");
    BOOST_TEST(read("DTSTART;TZID=Europe/Vienna:20260601T090000\nDTEND;TZID=Europe/Vienna:20260601T100000\n") == "a 2026-06-01 09:00-10:00");
}

BOOST_AUTO_TEST_CASE(what_goes_on_after_six_in_the_morning_is_no_fault) {
    const auto agenda = loaded(calendar(event("DTSTART:20260601T200000\nDTEND:20260601T235900\n", "late") + event("DTSTART:20260602T003000\nDTEND:20260602T070000\n")));
    BOOST_TEST(test::faults(agenda) == "");
    BOOST_TEST(times(agenda.agenda) == "late 2026-06-01 20:00-23:59; a 2026-06-01 24:30-31:00");
}

BOOST_AUTO_TEST_CASE(the_day_that_an_export_says_holds_where_its_clock_goes_so_far) {
    const auto day = [](const std::string& date) { return times(calendar(event("X-AGENDA-LINT-DAY:" + date + "\nDTSTART:20260602T003000\nDTEND:20260602T013000\n"))); };
    BOOST_TEST(day("2026-06-01") == "a 2026-06-01 24:30-25:30");
    for (const auto* other : {"2026-06-02", "2026-05-31", "2026-06-03", "soon"}) BOOST_TEST(day(other) == "a 2026-06-02 00:30-01:30");
}

/// What is read of versions of one event, each "SEQUENCE DTSTAMP title day hour", and how many are told to be left out.
std::string read_versions(const std::vector<std::string>& versions) {
    std::string text;
    for (const auto& version : versions) {
        std::istringstream words{version};
        std::string sequence, made, title, day, hour;
        words >> sequence >> made >> title >> day >> hour;
        text += event("SEQUENCE:" + sequence + "\nDTSTAMP:2026010" + made + "T000000Z\nSUMMARY:" + title + "\nDTSTART:2026060" + day + "T" + hour + "0000\n");
    }
    const auto agenda = loaded(calendar(text));
    std::vector<std::string> read;
    for (const auto& slot : agenda.agenda.slots)
        read.push_back(slot.title.value + std::to_string(unsigned(agenda.agenda.days[slot.day].date.day())) + "@" + time::format_clock(*slot.start).substr(0, 2));
    std::sort(read.begin(), read.end());
    return test::joined(read) + " -" + std::to_string(std::count_if(agenda.faults.begin(), agenda.faults.end(), [](const auto& fault) { return fault.rule == "event-superseded"; }));
}

BOOST_AUTO_TEST_CASE(an_early_morning_that_says_its_day_is_not_of_the_evening_before) {
    const auto morning = [](const std::string& day) {
        return times(calendar(event("DTSTART:20260601T230000\nDTEND:20260601T233000\n", "late") + event(day + "DTSTART:20260602T030000\nDTEND:20260602T033000\n")));
    };
    BOOST_TEST(morning("") == "late 2026-06-01 23:00-23:30; a 2026-06-01 27:00-27:30");
    BOOST_TEST(morning("X-AGENDA-LINT-DAY:2026-06-02\n") == "late 2026-06-01 23:00-23:30; a 2026-06-02 03:00-03:30");
}

BOOST_AUTO_TEST_CASE(of_versions_of_an_event_the_latest_counts_and_others_that_share_its_uid_stay) {
    struct Row {
        std::vector<std::string> versions;
        const char* read;
    };
    for (const auto& [versions, read] : {
             Row{{"2 1 A 1 10", "10 1 A 2 11"}, "A2@11 -1"},                             // a higher SEQUENCE with the title,
             Row{{"2 1 A 1 10", "10 1 B 1 10"}, "B1@10 -1"},                             // or the start
             Row{{"0 1 A 1 10", "1 1 B 1 11", "2 1 C 2 12"}, "A1@10 B1@11 C2@12 -0"},    // and with neither
             Row{{"0 2 A 1 10", "0 1 A 1 10"}, "A1@10 -1"},                              // a later DTSTAMP with title and start,
             Row{{"0 2 A 1 10", "0 1 A 1 11"}, "A1@10 -1"},                              // or with title and day
             Row{{"0 1 A 1 10", "0 2 A 2 10", "0 3 A 3 10"}, "A1@10 A2@10 A3@10 -0"},    // the same talk on three days
             Row{{"0 1 A 1 10", "0 2 B 1 10"}, "A1@10 B1@10 -0"},                        // two at once
             Row{{"0 1 A 1 10", "0 1 A 1 11"}, "A1@10 A1@11 -0"},                        // neither is later
             Row{{"0 1 A 1 09", "0 1 B 1 11", "0 2 B 1 12"}, "A1@09 B1@12 -1"},          // another stands before both
             Row{{"2 1 B 1 11", "0 1 A 1 10", "1 1 A 1 11"}, "B1@11 -2"},                // a version of a version
         }) {
        BOOST_TEST(read_versions(versions) == read);
        if (versions.size() == 2) BOOST_TEST(read_versions({versions[1], versions[0]}) == read);
    }
}

BOOST_AUTO_TEST_CASE(a_version_that_is_left_out_is_told_with_the_line_of_the_one_that_counts) {
    const auto agenda = loaded(calendar(event(at_ten + "SEQUENCE:1\nSUMMARY:A\n") + event(at_ten + "SUMMARY:A\n")));
    BOOST_TEST(test::faults(agenda) == "event-superseded BEGIN:VEVENT");
    const auto& told = agenda.faults.front().draft;
    BOOST_TEST(agenda.text->position(told.at.offset, source::Unit::bytes).line == 10U);
    BOOST_TEST(told.facts.text("line") == "3");
}

BOOST_AUTO_TEST_CASE(of_two_overrides_of_one_occurrence_the_later_counts_whatever_it_says) {
    const std::string second = "RECURRENCE-ID:20260602T100000\n";
    BOOST_TEST(times(calendar(event(at_ten + "RRULE:FREQ=DAILY;COUNT=2\n") + event(second + "DTSTAMP:20260102T000000Z\nSUMMARY:B\nDTSTART:20260602T150000\n") +
                              event(second + "DTSTAMP:20260101T000000Z\nSUMMARY:A\nDTSTART:20260602T120000\n"))) == "a-2026-06-01 2026-06-01 10:00-11:00; a-2026-06-02 2026-06-02 15:00");
}

BOOST_AUTO_TEST_CASE(an_address_for_a_name_is_no_name) {
    const auto agenda = loaded(calendar(event(at_ten + "SUMMARY:A\nATTENDEE;CN=Ann@example.org:mailto:ann@example.org\n") +
                                        event("DTSTART:20260601T120000\nDTEND:20260601T130000\nSUMMARY:B\nATTENDEE;CN=Ann Lee:mailto:ann@example.org\n", "b")));
    BOOST_TEST_REQUIRE(agenda.agenda.people.size() == 1U);
    BOOST_TEST(agenda.agenda.people.front().name == "Ann Lee");
    BOOST_TEST(test::faults(agenda) == "");
}

BOOST_AUTO_TEST_CASE(people_of_one_address_and_names_that_share_nothing_are_two) {
    const auto agenda = loaded(calendar(event(at_ten + "ATTENDEE;CN=Ann Lee:mailto:office@example.org\nATTENDEE;CN=Bo Ek:mailto:office@example.org\n")));
    BOOST_TEST(agenda.agenda.people.size() == 2U);
    BOOST_TEST(test::faults(agenda) == "format-fault Bo Ek");
}

BOOST_AUTO_TEST_CASE(lines_of_a_description_stay_and_its_tags_do_not) {
    BOOST_TEST(loaded(calendar(event(at_ten + "DESCRIPTION:One <b>bold</b> \\n\\n two  three\n"))).agenda.slots.front().description == "One bold\n\ntwo three");
}

BOOST_AUTO_TEST_CASE(a_long_uid_is_no_id) {
    BOOST_TEST(times(calendar(event(at_ten + "SUMMARY:Rivers\n", std::string(60, 'u')))) == "rivers 2026-06-01 10:00-11:00");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(every_standard_kind_is_one_that_schedules_may_name) {
    for (const auto& kind : test::standard().kinds.all()) BOOST_TEST(load::formats::kind_named(kind.name) == kind.name);
}
