// SPDX-License-Identifier: MIT
// import: what it writes, and what it does with what it cannot read.
#include "folder.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using support::contains;
using support::Folder;

const std::string xml = "<?xml version=\"1.0\"?>\n<schedule><conference><title>Camp</title><start>2019-08-21</start></conference>\n"
                        "<day date=\"2019-08-21\"><room name=\"Curie\"><event id=\"7\"><start>10:00</start><duration>00:45</duration>"
                        "<title>Rivers</title><persons><person id=\"1\">Ann Lee</person></persons></event></room></day></schedule>\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(imports, Folder)

BOOST_AUTO_TEST_CASE(a_schedule_becomes_an_agenda) {
    directory.write("schedule.xml", xml);
    const auto ran = run({"import", "schedule.xml"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(ran.out == "[event]\ntitle = \"Camp\"\ndates = [\"2019-08-21\"]\n\n[people]\nann-lee = { name = \"Ann Lee\" }\n\n"
                          "[[day]]\ndate = \"2019-08-21\"\n\n[[day.slot]]\nid = \"7\"\ntime = \"10:00-10:45\"\ntitle = \"Rivers\"\n"
                          "room = \"Curie\"\nspeakers = [\"ann-lee\"]\n");
}

BOOST_AUTO_TEST_CASE(what_can_be_read_of_a_broken_one_is_written_and_the_rest_is_told) {
    const auto ran = run({"import", "-", "--stdin-filename", "s.xml"}, xml.substr(0, xml.size() - 12));
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.err, "agenda-lint: s.xml:3:"), ran.err);
    BOOST_TEST(contains(ran.err, "this is not XML: "), ran.err);
    BOOST_TEST(contains(ran.out, "title = \"Rivers\""), ran.out);
}

BOOST_AUTO_TEST_CASE(what_an_agenda_cannot_say_is_told) {
    const auto ran = run({"import", "-", "--stdin-filename", "c.ics"}, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Tea\nDTSTART;TZID=Moon:20260601T100000\n"
                                                                      "DTEND;TZID=Moon:20260601T110000\nRRULE:FREQ=DAILY\nEND:VEVENT\nEND:VCALENDAR\n");
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(ran.err == "agenda-lint: c.ics:5:14: `Moon` is no zone of the IANA database, and no VTIMEZONE describes it\n"
                          "agenda-lint: c.ics:7:7: `Tea` repeats without end: its first occurrence is read, up to 2026-06-01\n");
    BOOST_TEST(contains(ran.out, "id = \"a-2026-06-01\"\ntime = \"10:00-11:00\""), ran.out);
}

BOOST_AUTO_TEST_CASE(hostile_calendars_are_harmless) {
    const auto calendar = [](const std::string& inside) { return "BEGIN:VCALENDAR\n" + inside + "END:VCALENDAR\n"; };
    std::string nested;
    for (int i = 0; i < 10'000; ++i) nested += "BEGIN:VEVENT\nBEGIN:VALARM\n";
    BOOST_TEST(run({"check", "-"}, calendar(nested)).status == 1);
    BOOST_TEST(run({"check", "-"}, calendar("BEGIN:VEVENT\nDTSTART:20260601T100000\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n")).status == 1);
    BOOST_TEST(run({"check", "-"}, calendar("BEGIN:VEVENT\nDESCRIPTION:" + std::string(10'000'000, 'x') + "\n")).status == 1);
    BOOST_TEST(run({"check", "-"}, calendar(std::string("\0\nA\0:\0\n", 8))).status == 1);
    std::string impossible;
    for (int i = 0; i < 300; ++i) impossible += "BEGIN:VEVENT\nDTSTART:20260601T100000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n";
    BOOST_TEST(run({"check", "-"}, calendar(impossible)).status == 1);
}

BOOST_AUTO_TEST_CASE(an_agenda_needs_none) {
    directory.write("agenda.toml", support::day_header());
    const auto ran = run({"import", "agenda.toml"});
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "An agenda in TOML needs no import"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_format_that_there_is_not_names_those_that_there_are) {
    const auto ran = run({"import", "-", "--from", "schedule.jsn"}, "{}");
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "did you mean `schedule.json`?"), ran.err);
}

BOOST_AUTO_TEST_CASE(findings_stand_at_their_place_in_the_schedule) {
    auto later = xml;
    later.replace(later.find("10:00"), 5, "10 o'clock");
    directory.write("schedule.xml", later);
    const auto ran = run({"check", "schedule.xml", "-f", "concise"});
    BOOST_TEST(ran.status == 1);
    BOOST_TEST(contains(ran.out, "schedule.xml:3:64: error time-unparsable"), ran.out);
}

BOOST_AUTO_TEST_CASE(faults_of_the_schedules_own_format_are_told_and_what_is_meant_is_written) {
    const auto ran = run({"import", "-", "--stdin-filename", "program.md"},
                         "+++\nprogram_elements = [\n  { title = \"a\", type = \"talk\", start = 2026-06-01T9:00:00-06:00, end = 2026-06-01T10:00:00-06:00 },\n]\n+++\n");
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.err, "agenda-lint: program.md:3:41: `2026-06-01T9:00:00-06:00` is no date and time in TOML"), ran.err);
    BOOST_TEST(contains(ran.out, "time = \"09:00-10:00\""), ran.out);
}

BOOST_AUTO_TEST_CASE(a_file_says_which_columns_of_a_spreadsheet_are_what) {
    directory.write("s.csv", "Was;Wann;Tag;Etat\nRivers;9:00-10:00;1.6.2026;300\n");
    directory.write("columns.toml", "title = \"Was\"\nstart = \"Wann\"\ndate = \"Tag\"\n");
    const auto ran = run({"import", "s.csv", "--from", "csv", "--columns", "columns.toml"});
    BOOST_TEST(ran.status == 0, ran.err);
    BOOST_TEST(contains(ran.out, "[[day]]\ndate = \"2026-06-01\"\n\n[[day.slot]]\ntime = \"09:00-10:00\"\ntitle = \"Rivers\"\nx-etat = \"300\"\n"), ran.out);
}

BOOST_AUTO_TEST_CASE(a_schedule_of_nothing_is_told_in_the_words_of_its_format) {
    for (const auto& [text, said] : {
             std::pair{"<schedule><conference><title>C</title></conference></schedule>", "this schedule has no `day`"},
             {R"({"schedule":{"conference":{"title":"C","days":[]}}})", "this schedule has no day in the `days` of `conference`"},
             {"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "this calendar has no event (`BEGIN:VEVENT`)"},
             {"title,date,start\n", "there is no row below the header"},
             {"+++\nprogram_elements = []\n+++\n", "the programme is empty: `program_elements` lists nothing"},
         }) {
        const auto ran = run({"check", "-", "-f", "concise"}, text);
        BOOST_TEST(contains(ran.out, said), ran.out << ran.err);
        BOOST_TEST(!contains(ran.out, "[[day]]"), ran.out);
        BOOST_TEST(ran.status == 1);
    }
}

BOOST_AUTO_TEST_CASE(elements_in_elements_without_end_are_harmless) {
    std::string deep = "<schedule>";
    for (int i = 0; i < 100'000; ++i) deep += "<day>";
    BOOST_TEST(run({"check", "-"}, deep).status == 1);
    BOOST_TEST(run({"check", "-"}, "{\"schedule\": " + std::string(100'000, '[')).status == 1);
}

BOOST_AUTO_TEST_CASE(what_is_far_too_much_is_said_and_the_rest_is_read) {
    struct Row {
        const char *name, *head, *unit, *tail;
        int times;
        const char* said;
    };
    constexpr int events = 100'001;
    const char* too_many = "there are more than 100,000 events; the rest is not read";
    for (const auto& row : {
             Row{"a.xml", "<schedule><conference/><day date=\"2026-06-01\">", "<event><start>10:00</start></event>", "</day></schedule>", events, too_many},
             Row{"a.json", R"({"schedule":{"conference":{"days":[{"date":"2026-06-01","rooms":{"A":[)", R"({"start":"10:00"},)", "{}]}}]}}}", events, too_many},
             Row{"a.csv", "title,date,start\n", "A,2026-06-01,10:00\n", "", events, too_many},
             Row{"a.ics", "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nDTSTART:20260601T100000\nEND:VEVENT\n", "END:VCALENDAR\n", events, too_many},
             Row{"a.md", "+++\nprogram_elements = [\n", "{title=\"a\"},\n", "]\n+++\n", events, too_many},
             Row{"tags.xml", "<schedule>", "<a/>", "</schedule>", 8'000'001, "there are more than 8,000,000 tags or attributes; nothing of it is read"},
             Row{"values.json", R"({"schedule":{"conference":{"title":"C"},"x":[)", "1,", "1]}}", 4'000'001, "there are more than 4,000,000 values"},
             Row{"cells.csv", "title,date,start\n", ",", "x\n", 10'001, "this row has more than 10,000 cells; no more are read"},
         }) {
        directory.write(row.name, row.head + support::repeated(row.unit, row.times) + row.tail);
        const auto ran = run({"import", row.name, "-o", "out.toml"});
        BOOST_TEST(ran.status == 1, row.name << ran.ending());
        BOOST_TEST(contains(ran.err, row.said), row.name << ran.err.substr(0, 500));
    }
}

BOOST_AUTO_TEST_CASE(values_of_another_kind_than_a_schedule_has_are_told_in_whole_sentences) {
    const auto ran = run({"import", "-"}, R"({"schedule":{"conference":{"title":"C","days":[{"date":"2019-08-21","rooms":{"A":[{"id":"x","start":"10:00","duration":"00:30"}]}}]}}})");
    BOOST_TEST(contains(ran.err, "`id` in the schedule is a string (`x`), not a whole number"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_spreadsheet_of_any_look_is_one_where_its_columns_are_named) {
    directory.write("columns.toml", "title = \"What\"\ndate = \"On\"\nstart = \"At\"\nseparator = \"|\"\n");
    const auto ran = run({"import", "-", "--columns", "columns.toml"}, "What|On|At\nOpening|2026-06-01|10:00\n");
    BOOST_TEST(contains(ran.out, "title = \"Opening\""), ran.err);
}

BOOST_AUTO_TEST_SUITE_END()
