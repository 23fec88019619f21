// SPDX-License-Identifier: MIT
// Spreadsheets as CSV, as agendas: which column is what, dates and times as people write them, and what cannot be read.
#include "load/formats/csv_times.hpp"
#include "loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using load::formats::DateOrder;
using test::faults;
using test::loaded;

namespace {

std::string written(const load::Loaded& loaded, source::Span at) { return std::string{loaded.text->slice(at)}; }

load::Loaded with_columns(std::string text, std::string columns) {
    return load::load(std::make_shared<const source::Text>("s.csv", std::move(text)), test::standard().kinds,
                      {"csv", std::make_shared<const source::Text>("columns.toml", std::move(columns))});
}

std::string reasons(const load::Loaded& loaded) {
    std::string result;
    for (const auto& fault : loaded.faults)
        if (fault.rule == "syntax-error" || fault.rule == "format-fault") result += (result.empty() ? "" : "; ") + fault.draft.facts.text("reason");
    return result;
}

std::string dates(const load::Loaded& loaded) {
    std::string result;
    for (const auto& day : loaded.agenda.days) result += (result.empty() ? "" : " ") + time::format_date(day.date);
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(spreadsheets)

BOOST_AUTO_TEST_CASE(a_row_is_a_slot_with_its_places_in_the_text) {
    const auto read = loaded("Session Title,Date,Start time,End_time,Room,Speaker(s),Moderator,Type,Tags,Status,Budget\n"
                             "\"Rivers, \"\"old\"\" and new\",2026-06-01,9:00,10:30,Aula,Ann Lee (UNEP); Bo Ek,Cy Fox,Panel,\"water, law\",tentative,300\n");
    BOOST_TEST(read.format == "csv");
    BOOST_TEST(faults(read) == "");
    BOOST_TEST_REQUIRE(read.agenda.slots.size() == 1U);
    const auto& slot = read.agenda.slots.front();
    BOOST_TEST(slot.title.value == "Rivers, \"old\" and new");
    BOOST_TEST(written(read, slot.title.at) == "Rivers, \"\"old\"\" and new");
    BOOST_TEST(test::clock(slot.clock) == "09:00-10:30");
    BOOST_TEST(written(read, slot.time_at) == "9:00,10:30");
    BOOST_TEST(dates(read) == "2026-06-01");
    BOOST_TEST(read.agenda.rooms[*slot.room].id == "Aula");
    BOOST_TEST(slot.kind == "panel");
    BOOST_TEST(slot.tags == (std::vector<std::string>{"water", "law"}), boost::test_tools::per_element());
    BOOST_TEST((slot.status == SlotStatus::tentative));
    BOOST_TEST_REQUIRE(slot.extra.size() == 1U);
    BOOST_TEST(slot.extra.front().key == "x-budget");
    BOOST_TEST_REQUIRE(read.agenda.people.size() == 3U);
    std::string people;
    for (const auto& person : read.agenda.people) people += person.name + "/" + person.org + " ";
    BOOST_TEST(people == "Ann Lee/UNEP Bo Ek/ Cy Fox/ ");
}

BOOST_AUTO_TEST_CASE(separators_byte_order_marks_and_line_ends_may_differ) {
    for (const std::string text : {"title;date;start;end\nA;2026-06-01;9:00;10:00\n", "title\tdate\tstart\tend\nA\t2026-06-01\t9:00\t10:00",
                                   "\xEF\xBB\xBFtitle,date,start,end\r\nA,2026-06-01,9:00,10:00\r\n", "\n\n\"title\" , \"date\",\"start\",\"end\"\n\n,,,\n\"A\" , 2026-06-01,9:00,10:00\n",
                                   "#,title,date,start,end\n1,A,2026-06-01,9:00,10:00\n"}) {
        const auto read = loaded(text);
        BOOST_TEST(read.format == "csv", text);
        BOOST_TEST(faults(read) == "", text);
        BOOST_TEST_REQUIRE(read.agenda.slots.size() == 1U, text);
        BOOST_TEST(read.agenda.slots.front().title.value == "A");
        BOOST_TEST(test::clock(read.agenda.slots.front().clock) == "09:00-10:00");
    }
}

BOOST_AUTO_TEST_CASE(what_may_be_toml_is_no_spreadsheet) {
    for (const std::string text : {"", "title = \"A\"\n", "# title, date, start, room\n[event]\n", "[event]\ntitle = \"date, start, title\"\n", "a, b, c\n1, 2, 3\n", "title, date\n", "dates = [1, 2, 3]\n"})
        BOOST_TEST(loaded(text).format == "TOML", text);
}

BOOST_AUTO_TEST_CASE(headers_are_known_in_four_languages) {
    for (const std::string header : {"Titel;Datum;Beginn;Ende;Raum;Referent", "Titre;Date;Début;Fin;Salle;Intervenants", "Título;Fecha;Inicio;Fin;Sala;Ponentes", "Subject;Day;From;To;Venue;Presenter",
                                     "name;start date;begin;until;place;panelists", "TOPIC;date;Time;finish;hall;speaker 1"}) {
        const auto read = loaded(header + "\nA;2026-06-01;9:00;10:00;Aula;Ann Lee\n");
        BOOST_TEST(faults(read) == "", header);
        BOOST_TEST_REQUIRE(read.agenda.slots.size() == 1U, header);
        const auto& slot = read.agenda.slots.front();
        BOOST_TEST(slot.title.value + " " + test::clock(slot.clock) + " " + (slot.room ? read.agenda.rooms[*slot.room].id : "") == "A 09:00-10:00 Aula", header);
        BOOST_TEST(slot.people.size() == 1U, header);
    }
}

BOOST_AUTO_TEST_CASE(a_row_of_a_calendar_that_is_all_day_is_a_note_without_a_time) {
    const auto notes = [](const std::string& header, const std::string& row) {
        std::string result;
        const auto read = loaded(header + "\n" + row + "\n");
        for (const auto& slot : read.agenda.slots) result += slot.kind + " " + test::clock(slot.clock) + " " + slot.note + " " + dates(read);
        return result;
    };
    const std::string outlook = "Subject,Start Date,Start Time,End Date,End Time,All day event,Location";
    BOOST_TEST(notes(outlook, "Week,6/15/2026,12:00:00 AM,6/18/2026,12:00:00 AM,True,") == "note none 2026-06-15 to 2026-06-17 2026-06-15");
    BOOST_TEST(notes(outlook, "Away,6/15/2026,12:00:00 AM,6/16/2026,12:00:00 AM,True,") == "note none  2026-06-15");
    BOOST_TEST(notes(outlook, "Setup,06/15/2026,,06/16/2026,,True,") == "note none 2026-06-15 to 2026-06-16 2026-06-15");
    BOOST_TEST(notes(outlook, "Setup,06/15/2026,9:00,06/15/2026,17:00,True,") == " 09:00-17:00  2026-06-15");
    BOOST_TEST(notes(outlook, "Talk,6/15/2026,9:00:00 AM,6/15/2026,10:00:00 AM,False,") == " 09:00-10:00  2026-06-15");
    BOOST_TEST(notes("Betreff,Beginnt am,Beginnt um,Endet am,Endet um,Ganztägiges Ereignis,Ort", "A,15.6.2026,09:00:00,15.6.2026,10:00:00,Aus,Aula") == " 09:00-10:00  2026-06-15");
    BOOST_TEST(notes("Objet,Début,Début,Fin,Fin,Journée entière,Emplacement", "A,15/6/2026,09:00:00,15/6/2026,10:00:00,Faux,Aula") == " 09:00-10:00  2026-06-15");
    BOOST_TEST(notes("Objet,Début,Début,Fin,Fin,Journée entière,Emplacement", "A,15/6/2026,00:00:00,16/6/2026,00:00:00,Vrai,Aula") == "note none  2026-06-15");
}

BOOST_AUTO_TEST_CASE(times_are_read_as_people_and_spreadsheets_write_them) {
    struct Row {
        const char *start, *end, *duration, *clock;
    };
    for (const auto& [start, end, duration, clock] : {
             Row{"9:00-10:30", "", "", "09:00-10:30"},
             {"9:00 to 10:30", "", "", "09:00-10:30"},
             {"09:00:00", "10:30:00", "", "09:00-10:30"},
             {"9:00:00 AM", "1:30:00 PM", "", "09:00-13:30"},
             {"9.30", "11h", "", "09:30-11:00"},
             {"2026-06-01 09:00", "2026-06-01 10:00", "", "09:00-10:00"},
             {"2026-06-01T09:00", "2026-06-01T10:00:00", "", "09:00-10:00"},
             {"9:00 - 10:30 Uhr", "", "", "09:00-10:30"},
             {"9:00 Uhr", "10.30 Uhr", "", "09:00-10:30"},
             {"9 Uhr", "10 Uhr", "", "09:00-10:00"},
             {"9 - 10 Uhr", "", "", "09:00-10:00"},
             {"09:00 bis 10:00 Uhr", "", "", "09:00-10:00"},
             {"von 9:00 bis 10:00", "", "", "09:00-10:00"},
             {"9h00 à 10h30", "", "", "09:00-10:30"},
             {"de 9h à 10h", "", "", "09:00-10:00"},
             {"9:00 till 10:00", "", "", "09:00-10:00"},
             {"from 9:00 until 10:00", "", "", "09:00-10:00"},
             {"9:00 a 10:00", "", "", "09:00-10:00"},
             {"9:00 - 9:45 AM", "", "", "09:00-09:45"},
             {"11:00-1:00 PM", "", "", "11:00-13:00"},
             {"12:00-1:00 p.m.", "", "", "12:00-13:00"},
             {"9-10 am", "", "", "09:00-10:00"},
             {"Mon 1 June 2026, 9:00", "10:00", "", "09:00-10:00"},
             {"Mon, 9:00", "Mon 10:00", "", "09:00-10:00"},
             {"SAT 9:00 AM", "", "45.0", "09:00-09:45"},
             {"9:00", "", "1:30 h", "09:00-10:30"},
             {"9:00", "", "1 hour (incl. 15 min Q&A)", "09:00-10:00"},
             {"9:00", "", "1 hour and 15 minutes", "09:00-10:15"},
             {"9:00", "", "1 Std., 15 Min.", "09:00-10:15"},
             {"9:00", "", "1 heure et 5 minutes", "09:00-10:05"},
             {"9:00", "", "45", "09:00-09:45"},
             {"9:00", "", "1:30", "09:00-10:30"},
             {"9:00", "", "00:45:00", "09:00-09:45"},
             {"9:00", "", "1h30", "09:00-10:30"},
             {"9:00", "", "1 hour", "09:00-10:00"},
             {"9:00", "", "1.5 hours", "09:00-10:30"},
             {"9:00", "", "1,5 h", "09:00-10:30"},
             {"9:00", "", "1 Std. 30 Min.", "09:00-10:30"},
             {"9:00", "", "2 Stunden", "09:00-11:00"},
             {"9:00", "", "1 hr 15", "09:00-10:15"},
             {"9:00", "", "90 min", "09:00-10:30"},
             {"9:00", "", "45'", "09:00-09:45"},
             {"2026-06-01T09:00:00+02:00", "2026-06-01T10:00:00+02:00", "", "09:00-10:00"},
             {"2026-06-01T09:00:00-05:00", "2026-06-01T10:00:00-0500", "", "09:00-10:00"},
             {"2026-06-01T09:00:00.000Z", "2026-06-01 10:00:00 +0200", "", "09:00-10:00"},
             {"2026-06-01 09:00-10:00", "", "", "09:00-10:00"},
             {"22:00", "2026-06-02 07:00", "", "22:00-31:00"},
             {"22:00", "2026-06-02 07:00", "9h", "22:00-31:00"},
             {"22:00", "1:00", "", "22:00-25:00"},
             {"22:00", "2026-06-02 03:00", "", "22:00-27:00"},
         }) {
        const auto read = loaded("title;date;start;end;duration\nA;2026-06-01;" + std::string{start} + ";" + end + ";" + duration + "\n");
        BOOST_TEST_REQUIRE(read.agenda.slots.size() == 1U, start);
        BOOST_TEST(test::clock(read.agenda.slots.front().clock) == clock, start << " " << faults(read));
    }
}

BOOST_AUTO_TEST_CASE(a_time_beside_another_text_is_none) {
    for (const auto* text : {"9:00 / 10:00", "Room 5 9:00", "2026-06-01 09:00 - 2026-06-01 10:00", "9:00 or 10:00", "9:00 AM - 10:00", "9:00 9:30", "9:00 ca.", "9", "9 - 10", "Uhr", "bis 10:00", "9:00 -"}) {
        const auto read = load::formats::read_written_time(text);
        BOOST_TEST((!read.clock && !read.range && read.rest == text), text);
        BOOST_TEST(faults(loaded("title;date;start;duration\nA;2026-06-01;" + std::string{text} + ";60\n")) == "time-unparsable " + std::string{text}, text);
    }
}

BOOST_AUTO_TEST_CASE(dates_are_read_as_people_write_them) {
    for (const auto* text : {"2026-06-01", "2026/6/1", "1.6.2026", "01.06.26", "1 June 2026", "June 1, 2026", "June 1st, 2026", "Mon 1 June 2026", "Monday, 1 Jun 2026", "Montag, 1. Juni 2026", "lundi 1er juin 2026",
                             "lunes 1 de junio de 2026", "13/06/2026", "1-Jun-26", "2. Jun. 26", "1 Jun 26"}) {
        const auto date = load::formats::read_written_date(text);
        BOOST_TEST(date.known(), text);
        BOOST_TEST(!date.ambiguous(), text);
        const auto read = date.in(DateOrder::unknown);
        BOOST_TEST((read && read->month() == std::chrono::June && static_cast<int>(read->year()) == 2026), text);
    }
    BOOST_TEST(load::formats::read_written_date("01/06/2026").ambiguous());
    BOOST_TEST(!load::formats::read_written_date("06/06/2026").ambiguous());
    for (const auto* text : {"", "Monday", "1 June", "June 2026", "31.6.2026", "13/13/2026", "1/6", "day 1", "1 2 3 4", "1 June July 2026", "10-12 June", "10 June-12", "June 10-12"}) BOOST_TEST(!load::formats::read_written_date(text).known(), text);
}

BOOST_AUTO_TEST_CASE(a_date_without_a_year_is_one_where_the_year_is_known) {
    for (const auto* text : {"1 June", "Mon, June 1", "1. Juni", "1.6."}) BOOST_TEST((load::formats::read_written_date(text, std::chrono::year{2026}).day_first == std::chrono::year{2026} / 6 / 1), text);
    for (const auto* text : {"1.6", "1/6", "June 2026", "30 Feb", "Monday"}) BOOST_TEST(!load::formats::read_written_date(text, std::chrono::year{2026}).known(), text);
}

BOOST_AUTO_TEST_CASE(the_heading_of_a_day_has_a_date_in_it) {
    for (const std::string text : {"2 June 2026", "Tuesday 2 June 2026 (Day 2)", "Day 2: Tue 2 June 2026", "Day 1 - 2 June 2026", "2. Tag \xE2\x80\x93 2 June 2026", "Workshops (2 June 2026)", "Day 2: 2 June", "2 June - 2. Tag"}) {
        const auto date = load::formats::date_in_heading(text);
        BOOST_TEST_REQUIRE(date.has_value(), text);
        BOOST_TEST((load::formats::read_written_date(*date, std::chrono::year{2026}).day_first == std::chrono::year{2026} / 6 / 2), text << ": " << *date);
    }
    for (const std::string text : {"Day 2", "3. Tag", "Tuesday", "Mi."}) BOOST_TEST(load::formats::date_in_heading(text).value_or("") == text);
    for (const auto* text : {"", "Day", "2", "Day two", "1 May dance", "Monday night", "1 - 3 June 2026", "1-3 June 2026", "1 June 2026 to 3 June 2026", "Registration until 2 June 2026", "Hall 5, 2 June 2026"}) BOOST_TEST(!load::formats::date_in_heading(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(a_duration_that_is_none_is_told) {
    for (const auto* text : {"long", "1 h 2 h", "30 min 1 h", "1 day", "1.x h", "h", "1e9 h", "1 Std. davon 15 Min. Fragen", "1 hour or 90 min", "1 heure dont 15 min de questions", "1 hour and", "1 hours 15 minx", "1.0", "1:30 min"}) BOOST_TEST(!load::formats::read_written_duration(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(a_date_may_have_midnight_behind_it_or_the_start) {
    const auto read = loaded("title;date;start;duration\nA;6/13/2026 0:00:00;9:00;30\nB;2026-06-14T00:00:00Z;9:00;30\nC;6/15/2026 10:30;;30\n6/16/2026 12:00:00 AM;;;\nD;;9:00;30\n");
    BOOST_TEST(dates(read) == "2026-06-13 2026-06-14 2026-06-15 2026-06-16");
    BOOST_TEST(test::clock(read.agenda.slots[SlotIndex{2}].clock) == "10:30-11:00");
    BOOST_TEST(faults(read) == "");
}

BOOST_AUTO_TEST_CASE(short_dates_may_begin_with_the_year) {
    const auto sheet = [](const std::string& first, const std::string& second) { return dates(loaded("title;date;start;end\nA;" + first + ";9:00;10:00\nB;" + second + ";9:00;10:00\n")); };
    BOOST_TEST(sheet("26-06-01", "26-06-02") == "2026-06-01 2026-06-02");
    BOOST_TEST(sheet("27-06-26", "28-06-26") == "2026-06-27 2026-06-28");
    BOOST_TEST(sheet("26-06-27", "26-06-28") == "2026-06-27 2026-06-28");
    BOOST_TEST(sheet("13-06-09", "13-06-09") == "2009-06-13");
    BOOST_TEST(sheet("26-12-31", "27-01-01") == "2026-12-31 2027-01-01");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_date_is_told_once) {
    const auto read = loaded("title;date;start;end\nA;soon;9:00;10:00\nB;;10:00;11:00\nC;soon;11:00;12:00\nD;later;12:00;13:00\n");
    BOOST_TEST(reasons(read) == "`soon` cannot be read as a date; write it as 2026-06-01; `later` cannot be read as a date; write it as 2026-06-01");
}

BOOST_AUTO_TEST_CASE(rows_whose_date_cannot_be_read_are_of_a_day_of_their_own) {
    const auto days = [](const std::string& rows) {
        std::string result;
        const auto read = loaded("date;title;start;end\n" + rows);
        for (const auto& day : read.agenda.days) {
            result += result.empty() ? "" : "|";
            for (const auto slot : day.slots) result += read.agenda.slots[slot].title.value;
        }
        return result + " " + dates(read);
    };
    BOOST_TEST(days("2026-06-01;A;9:00;10:00\nsoon;B;9:00;10:00\n;C;9:00;10:00\nlater;D;9:00;10:00\nsoon;E;9:00;10:00\n2026-06-02;F;9:00;10:00\n").starts_with("A|F|D|BCE 2026-06-01 2026-06-02"));
    BOOST_TEST(days("Day 1;;;\n;A;9:00;10:00\nDay 2;;;\n;B;9:00;10:00\n").starts_with("A|B "));
    BOOST_TEST(days("Mon;A;9:00;10:00\nTue;B;9:00;10:00\nMon;C;9:00;10:00\n").starts_with("AC|B "));
    BOOST_TEST(days("TBD;A;9:00;10:00\n;B;10:00;11:00\nTBD;C;9:00;10:00\n").starts_with("AB|C "));
}

BOOST_AUTO_TEST_CASE(a_date_without_a_year_is_of_the_year_of_the_others) {
    BOOST_TEST(dates(loaded("date;title;start\nMon 1 June 2026;A;9:00\nTue 2 June;B;9:00\n3.6.;C;9:00\n")) == "2026-06-01 2026-06-02 2026-06-03");
    BOOST_TEST(dates(loaded("title;start;end\nMonday 1 June 2026;;\nA;9:00;10:00\nTuesday 2 June;;\nB;9:00;10:00\n")) == "2026-06-01 2026-06-02");
    const auto unsure = loaded("date;title;start\n31 Dec 2026;A;9:00\n1 Jan 2027;B;9:00\n2 Jan;C;9:00\n");
    BOOST_TEST(reasons(unsure) == "`2 Jan` has no year, and the other dates are not all of one; write it as 2026-06-01");
}

BOOST_AUTO_TEST_CASE(a_weekday_before_a_time_is_the_date_above_if_that_is_one) {
    const auto read = loaded("title;start;end\nMonday 1 June 2026;;\nA;Mon 9:00;\nB;10:00;\nC;Tue 9:00;\nD;10:00;\nE;Mon 11:00;\n");
    std::string day;
    for (const auto slot : read.agenda.days.front().slots) day += read.agenda.slots[slot].title.value;
    BOOST_TEST(day == "ABE");
    BOOST_TEST(reasons(read) == "`Tue` cannot be read as a date; write it as 2026-06-01");
}

BOOST_AUTO_TEST_CASE(what_spreadsheets_write_above_the_header_is_no_row) {
    for (const auto* above : {"sep=;\n", "\xEF\xBB\xBFsep=;\r\n", "SEP=;\nCamp;;;\n", "Camp\nof rivers\n", "Camp;;;\n;;;\nOf rivers, \"as of May\";;;\n"}) {
        const auto read = loaded(std::string{above} + "title;date;start;end\nA;2026-06-01;9:00;10:00\n");
        BOOST_TEST(read.format == "csv", above);
        BOOST_TEST(dates(read) == "2026-06-01", above);
        BOOST_TEST(faults(read) == "", above);
        BOOST_TEST(read.agenda.event.title == (std::string_view{above}.find("Camp") == std::string_view::npos ? "" : "Camp"), above);
    }
    BOOST_TEST(dates(loaded("sep=|\ntitle|date|start\nA|2026-06-01|9:00\n")) == "2026-06-01");
    BOOST_TEST(dates(with_columns("Camp|\nWhat|On\nA|2026-06-01\n", "title = \"What\"\ndate = \"On\"\nseparator = \"|\"")) == "2026-06-01");
    BOOST_TEST(loaded("x = [\n\"title\", \"date\", \"start\",\n]\n").format == "TOML");
}

BOOST_AUTO_TEST_CASE(a_day_above_the_header_is_of_the_rows_below) {
    const auto read = loaded("Camp;;;\n\"Monday, 1 June 2026\";;;\ntime;title;room\n9:00-10:00;A;R\n\nTuesday 2 June 2026;;\ntime;title;room\n9:00-10:00;B;R\n");
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(read.agenda.event.title == "Camp");
    BOOST_TEST(dates(read) == "2026-06-01 2026-06-02");
    BOOST_TEST(read.agenda.slots.size() == 2U);
}

BOOST_AUTO_TEST_CASE(of_keys_above_the_header_the_values_count) {
    const auto read = loaded("Organiser:,Bo Ek,\nEvent,Spring Forum,\nDate:,1 June 2026,\nVenue,Aula Magna,\nOf rivers,,\nTime,Title,Room\n9:00-10:00,A,R\n");
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(read.agenda.event.title == "Spring Forum");
    BOOST_TEST(read.agenda.event.subtitle == "Of rivers");
    BOOST_TEST(read.agenda.event.venue == "Aula Magna");
    BOOST_TEST(dates(read) == "2026-06-01");
}

BOOST_AUTO_TEST_CASE(people_stand_between_what_people_write_between_them) {
    const auto people = [](const std::vector<std::string>& cells) {
        std::string sheet = "title;date;start;duration;speakers\n", result;
        for (const auto& cell : cells) sheet += "A;2026-06-01;9:00;30;\"" + cell + "\"\n";
        for (const auto& person : loaded(sheet).agenda.people) result += (result.empty() ? "" : "|") + person.name + (person.org.empty() ? "" : " / " + person.org);
        return result;
    };
    BOOST_TEST(people({"Ann Lee, Bo Ek"}) == "Ann Lee|Bo Ek");
    BOOST_TEST(people({"Ann Lee, Bo Ek and Cy van der Poe"}) == "Ann Lee|Bo Ek|Cy van der Poe");
    BOOST_TEST(people({"Ann Lee & Bo Ek"}) == "Ann Lee|Bo Ek");
    BOOST_TEST(people({"Dr. Ann Lee / Bo Ek", "Ann Lee / UNEP"}) == "Dr. Ann Lee|Bo Ek|Ann Lee / UNEP");
    BOOST_TEST(people({"Ann Lee und Bo Ek; Cy Poe"}) == "Ann Lee|Bo Ek|Cy Poe");
    BOOST_TEST(people({"Ann Lee (UNEP, Nairobi), Bo Ek (WHO)"}) == "Ann Lee / UNEP, Nairobi|Bo Ek / WHO");
    BOOST_TEST(people({"Ann LEE, Bo EK, TBC"}) == "Ann LEE|Bo EK|TBC");
    for (const auto* one : {"Lee, Ann", "Ann Lee, UNEP", "Ann Lee, World Bank", "Ann Lee, Ministry of Water", "Ann and Bo Lee", "Marks & Spencer", "Ann Lee, Head of Office", "Department of Trade and Foreign Affairs", "Ann Lee, Bo"})
        BOOST_TEST(people({one}) == one);
    // What stands behind different people is no person, or may be none.
    BOOST_TEST(people({"Ann Lee, Red Cross", "Bo Ek, Red Cross"}) == "Ann Lee, Red Cross|Bo Ek, Red Cross");
    BOOST_TEST(people({"Ann Lee, Acme Robotics", "Bo Ek, Acme Robotics", "Acme Robotics"}) == "Ann Lee, Acme Robotics|Bo Ek, Acme Robotics|Acme Robotics");
    BOOST_TEST(people({"Ann Lee and Human Resources", "Bo Ek & Human Resources"}) == "Ann Lee and Human Resources|Bo Ek & Human Resources");
    BOOST_TEST(people({"Ann Lee, Bo Ek", "Ann Lee, Bo Ek", "Bo Ek, Cy Poe"}) == "Ann Lee|Bo Ek|Cy Poe");
    BOOST_TEST(people({"Juan Ramón y Cajal Poe", "Maria Costa e Silva Lima"}) == "Juan Ramón y Cajal Poe|Maria Costa e Silva Lima");
    BOOST_TEST(people({"Ana Lima y Juan Poe", "Juan Poe"}) == "Ana Lima|Juan Poe");
    BOOST_TEST(people({"Ann Lee, Bo Ek", "Poe, Cy"}) == "Ann Lee, Bo Ek|Poe, Cy");
    const auto read = loaded("title;date;start;duration;speakers\nA;2026-06-01;9:00;30;Ann Lee, Bo Ek\n");
    BOOST_TEST(written(read, read.agenda.slots.front().people.back().at) == "Bo Ek");
}

BOOST_AUTO_TEST_CASE(a_number_stays_one) {
    const auto read = loaded("number,title,date,start,end\nI.1,A,2026-06-01,9:00,10:00\n");
    BOOST_TEST(read.agenda.slots.front().number.value == "I.1");
    BOOST_TEST(read.agenda.slots.front().extra.empty());
}

BOOST_AUTO_TEST_CASE(lines_of_a_description_stay) {
    BOOST_TEST(loaded("title,date,start,description\nA,2026-06-01,9:00,\"one\n\ntwo <b>\"\n").agenda.slots.front().description == "one\n\ntwo <b>");
}

BOOST_AUTO_TEST_CASE(one_date_of_the_column_says_which_order_all_have) {
    const auto sheet = [](const std::string& first, const std::string& second) { return "title;date;start;end\nA;" + first + ";9:00;10:00\nB;" + second + ";9:00;10:00\n"; };
    BOOST_TEST(dates(loaded(sheet("01/06/2026", "13/06/2026"))) == "2026-06-01 2026-06-13");
    BOOST_TEST(dates(loaded(sheet("06/01/2026", "06/13/2026"))) == "2026-06-01 2026-06-13");
    BOOST_TEST(dates(with_columns(sheet("06/01/2026", "06/02/2026"), "date-order = \"month-first\"")) == "2026-06-01 2026-06-02");
    BOOST_TEST(dates(with_columns(sheet("01/06/2026", "02/06/2026"), "date-order = \"day-first\"")) == "2026-06-01 2026-06-02");
    const auto unsure = loaded(sheet("01/06/2026", "02/06/2026"));
    BOOST_TEST(!unsure.whole());
    BOOST_TEST(reasons(unsure).starts_with("`01/06/2026` may be 2026-06-01 or 2026-01-06, and no other date says which"), reasons(unsure));
    const auto both = loaded(sheet("13/06/2026", "06/14/2026"));
    BOOST_TEST(reasons(both) == "`06/14/2026` is no date with the day first, as the others are written");
}

BOOST_AUTO_TEST_CASE(a_date_holds_for_the_rows_below_that_have_none) {
    const auto read = loaded("date;start;end;title\n2026-06-01;9:00;10:00;A\n;10:00;11:00;B\nTuesday 2 June 2026;;;\n;9:00;10:00;C\n");
    BOOST_TEST(dates(read) == "2026-06-01 2026-06-02");
    BOOST_TEST(read.agenda.slots.size() == 3U);
    BOOST_TEST(faults(read) == "");
}

BOOST_AUTO_TEST_CASE(people_are_one_by_their_name_unless_organisations_differ) {
    const auto read = loaded("title;date;start;end;speakers\nA;2026-06-01;9:00;10:00;Ann Lee\nB;2026-06-01;10:00;11:00;Ann Lee (UNEP)\nC;2026-06-01;11:00;12:00;\"Bo Ek (A)\nBo Ek (B)\"\n"
                             "D;2026-06-01;12:00;13:00;Lee, Ann\n");
    std::string people;
    for (const auto& person : read.agenda.people) people += person.id + "/" + person.org + " ";
    BOOST_TEST(people == "ann-lee/UNEP bo-ek/A bo-ek-2/B lee-ann/ ");
    BOOST_TEST(written(read, read.agenda.slots[SlotIndex{2}].people.back().at) == "Bo Ek");
}

BOOST_AUTO_TEST_CASE(a_protecting_apostrophe_is_no_part_of_the_text) {
    const auto read = loaded("title;date;start;end\n'=1+2;2026-06-01;9:00;10:00\n'Tis;2026-06-01;10:00;11:00\n");
    BOOST_TEST(read.agenda.slots[SlotIndex{0}].title.value == "=1+2");
    BOOST_TEST(written(read, read.agenda.slots[SlotIndex{0}].title.at) == "=1+2");
    BOOST_TEST(read.agenda.slots[SlotIndex{1}].title.value == "'Tis");
}

BOOST_AUTO_TEST_CASE(a_columns_file_names_columns_and_says_how_cells_are_read) {
    const auto read = with_columns("Was|Wann|Tag|Wer\nA|9:00-10:00|2026-06-01|Ann Lee, Bo Ek\n", "title = \"Was\"\nstart = \"wann\"\ndate = \"Tag\"\nspeakers = [\"Wer\"]\nseparator = \"|\"\npeople-separator = \",\"\n");
    BOOST_TEST(faults(read) == "");
    BOOST_TEST(read.agenda.slots.front().title.value == "A");
    BOOST_TEST(read.agenda.people.size() == 2U);
}

BOOST_AUTO_TEST_CASE(faults_of_a_columns_file_are_told_with_their_place_there) {
    struct Row {
        const char *columns, *reason;
    };
    for (const auto& [columns, reason] : {Row{"titel = \"A\"", "columns.toml:1:1: `titel` is no key of a columns file; did you mean `title`?"},
                                          {"title = \"What\"", "columns.toml:1:9: the header has no column `What`; it has `title`, `date`, `start`"},
                                          {"title = 7", "columns.toml:1:9: `title` is not the name of a column"},
                                          {"date-order = \"us\"", "columns.toml:1:14: `date-order` is neither \"day-first\" nor \"month-first\""},
                                          {"separator = \";;\"", "columns.toml:1:13: `separator` is not one character, such as \";\""},
                                          {"x = ", "columns.toml:1:"}}) {
        const auto read = with_columns("title;date;start\nA;2026-06-01;9:00-10:00\n", columns);
        BOOST_TEST(reasons(read).starts_with(reason), reasons(read));
        BOOST_TEST(!read.whole());
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_told_at_its_place_and_the_rest_is_read) {
    struct Row {
        std::string text, fault;
    };
    const std::string header = "title;date;start;end\n";
    const std::string row = "A;2026-06-01;9:00;10:00\n";
    for (const auto& [text, fault] : {Row{header + row + "B;2026-06-01;10:00\n", "format-fault B;2026-06-01;10:00"},
                                      {header + row + "B;2026-06-01;10:00;11:00;;x\n", "format-fault B;2026-06-01;10:00;11:00;;x"},
                                      {header + row + "B;soon;10:00;11:00\n", "format-fault soon"},
                                      {header + row + "\"B;2026-06-01;10:00;11:00\n", "syntax-error \""},
                                      {header + row + "B;2026-06-01;10:00;11:0\xFF\n", "syntax-error \xFF"},
                                      {header + row + std::string("\0", 1), "syntax-error " + std::string("\0", 1)},
                                      {header + row + "B;2026-06-01;half past;11:00\n", "time-unparsable half past"},
                                      {header + row + "B;2026-06-01;2026-06-02 10:00;11:00\n", "format-fault 2026-06-02 10:00"},
                                      {"title;date;start;end;duration\nA;2026-06-01;9:00;10:00;45\n", "format-fault 45"}}) {
        const auto read = loaded(text);
        BOOST_TEST(faults(read).find(fault) != std::string::npos, faults(read));
        BOOST_TEST(read.agenda.slots.front().title.value == "A");
    }
    BOOST_TEST(reasons(with_columns("", "")) == "there is no header: the first row names the columns");
    BOOST_TEST(reasons(with_columns("a;b\n1;2\n", "")).starts_with("this row is no header that is understood"));
}

BOOST_AUTO_TEST_CASE(columns_and_people_whose_keys_would_be_alike_have_their_own) {
    const auto read = loaded("title;date;start;end;a;A;a 2;speakers\nA;2026-06-01;9:00;10:00;1;2;3;\"Bo Ek (X); Bo Ek (Y); Bo Ek 2\"\n");
    std::string keys;
    for (const auto& [key, value] : read.agenda.slots.front().extra) keys += key + " ";
    BOOST_TEST(keys == "x-a x-a-2 x-a-2-2 ");
    std::string ids;
    for (const auto& person : read.agenda.people) ids += person.id + " ";
    BOOST_TEST(ids == "bo-ek bo-ek-2 bo-ek-2-2 ");
}

BOOST_AUTO_TEST_CASE(cells_beyond_the_header_may_be_there_if_they_are_empty) { BOOST_TEST(faults(loaded("title;date;start;end\nA;2026-06-01;9:00;10:00;;\n")) == ""); }

BOOST_AUTO_TEST_SUITE_END()
