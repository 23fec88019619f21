// SPDX-License-Identifier: MIT
// export: other programs read what it writes, so does this one, and what is lost is told.
#include "folder.hpp"
#include "source/unicode.hpp"
#include "support/run_script.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace {

using nlohmann::json;
using support::contains;
using support::Folder;
using support::Ran;
using support::run_script;

const std::vector<std::string> schedules{"schedule.json", "schedule.xml"};
const std::vector<std::string> formats{"csv", "ics", "schedule.json", "schedule.xml"};

/// All of it has a place in a schedule; a night in it has 25 hours.
const std::string zurich = R"(
[event]
title = "Zürich days"
timezone = "Europe/Zurich"
dates = ["2026-10-24", "2026-10-25"]

[people]
ann = { name = "Ann Lee" }
bob = { name = "Bob O'Neil" }

[[day]]
date = "2026-10-24"

[[day.slot]]
id = "welcome"
time = "09:00-10:00"
kind = "opening"
title = "Welcome"
chair = "bob"
speakers = ["ann"]

[[day.slot]]
id = "magic"
time = "11:00-12:00"
room = "Aula"
kind = "x-Show"
title = "Magic"
tags = ["fun"]
languages = ["en"]
moderators = ["ann"]
speakers = ["bob", { name = "TBC" }]
description = """Two lines,
of which one is <b>bold</b>; "all" is said\\done"""

[[day.slot]]
id = "gone"
time = "12:00-12:30"
room = "Hall \"B\", left"
title = "Gone"
status = "cancelled"

[[day.slot]]
id = "perhaps"
time = "13:00-13:30"
room = "Plenary session"
title = "Perhaps"
status = "tentative"

[[day.slot]]
id = "open-end"
start = "21:00"
title = "Who knows how long"

[[day.slot]]
id = "late"
time = "24:30-25:00"
room = "Aula"
title = "Late"

[[day.slot]]
id = "across"
start = "25:30"
duration = "2h"
room = "Aula"
title = "Across the change"

[[day]]
date = "2026-10-25"

[[day.slot]]
id = "sunday"
time = "09:00-10:00"
kind = "closing"
title = "Sunday"
)";

const std::vector<std::pair<std::string, std::string>> hostile{
    {R"("]]> <![CDATA[ x")", "]]> <![CDATA[ x"},
    {R"("\"quoted\", 'twice'")", "\"quoted\", 'twice'"},
    {R"("<script>alert(1)</script>")", "<script>alert(1)</script>"},
    {R"("&amp; &#65; &lt;")", "&amp; &#65; &lt;"},
    {R"("back\\slash, semi; END:VEVENT")", "back\\slash, semi; END:VEVENT"},
    {R"("one\ntwo\r\nthree\rfour\nBEGIN:VEVENT")", "one\ntwo\nthree\nfour\nBEGIN:VEVENT"},
    {R"("\U0001F469\u200D\U0001F680 Grüezi \u2028 \u0085")", "\U0001F469\u200D\U0001F680 Grüezi \u2028 \u0085"},
    {"\"" + support::repeated("é\U0001F600x", 12'500) + "\"", support::repeated("é\U0001F600x", 12'500)},
    {R"("a\u0001b\u001Bc\u007Fd\uFFFEe\tf")", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\tf"},
};

/// A slot for each hostile text: its title, its description and the name of who speaks.
std::string hostile_agenda() {
    std::string people = "[people]\n", slots;
    for (std::size_t i = 0; i < hostile.size(); ++i) {
        const auto& toml = hostile[i].first;
        const auto number = std::to_string(i);
        people += "p" + number + " = { name = " + toml + " }\n";
        slots += "[[day.slot]]\nid = \"s" + number + "\"\ntime = \"1" + number + ":00-1" + number + ":30\"\ntitle = " + toml +
                 "\ndescription = " + toml + "\nspeakers = [\"p" + number + "\"]\n";
    }
    return "[event]\ntitle = " + hostile[0].first + "\ndates = [\"2026-06-01\"]\n" + people + "[[day]]\ndate = \"2026-06-01\"\n" + slots;
}

struct Exports : Folder {
    /// What is written of a file, once it has been.
    std::string exported(const std::string& file, const std::string& format) const {
        const auto ran = run({"export", file, "--to", format});
        BOOST_TEST_REQUIRE(ran.status == 0, ran.err);
        return ran.out;
    }
    Ran exported_text(const std::string& text, const std::string& format) const {
        return run({"export", "-", "--to", format, "--stdin-filename", "agenda.toml"}, text);
    }
    /// The same, as others read it; null where the reader is not installed.
    json read(const std::string& file, const std::string& format, const std::string& zone = {}) const {
        const auto said = run_script("exported.py", exported(file, format), format + " " + zone);
        if (contains(said, "no icalendar")) {
            BOOST_TEST_MESSAGE("skipped: there is no python3-icalendar");
            return nullptr;
        }
        return json::parse(said);
    }
    /// The slots of a file by their ids, with all that a schedule carries.
    std::map<std::string, json> slots_of(const std::string& file) const {
        std::map<std::string, json> result;
        for (auto row : read(file, "csv")) {
            const std::string number = row["number"], title = row["title"];
            row["title"] = number.empty() ? title : number + ": " + title;
            row["number"] = "";
            result[row["id"]] = row;
        }
        const auto normalized = run({"normalize", "-f", "json", file});
        BOOST_TEST_REQUIRE(normalized.status == 0, normalized.err);
        const auto all = json::parse(normalized.out);
        for (const auto& slot : all["slots"])
            if (!slot["start"].is_null())
                for (const auto* key : {"day", "start", "end", "utc", "minutes", "kind", "place", "cancelled"}) result[slot["id"]][std::string{"the "} + key] = slot[key];
        return result;
    }
    /// All but what each format is told to have lost, and what `csv_loses` besides.
    void check_round_trips(const std::string& file, const std::string& csv_loses = {}) const {
        const std::map<std::string, std::set<std::string>> lost{{"csv", {"the utc", "the minutes", csv_loses}}, {"ics", {"languages", "track", "chair", "moderators"}}};
        const auto before = slots_of(file);
        for (const auto& format : formats) {
            directory.write("again", exported(file, format));
            const auto after = slots_of("again");
            BOOST_TEST(before.size() == after.size(), format);
            for (const auto& [id, slot] : before) {
                BOOST_TEST_REQUIRE(after.count(id) == 1U, format << " has lost " << id);
                for (const auto& [key, value] : slot.items())
                    if (!lost.contains(format) || !lost.at(format).contains(key))
                    BOOST_TEST(after.at(id).at(key) == value, format << ": " << id << ": " << key << ": " << after.at(id).at(key).dump().substr(0, 500) << ", not "
                                                                     << value.dump().substr(0, 500));
            }
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(exports, Exports)

BOOST_AUTO_TEST_CASE(a_schedule_that_is_read_again_has_the_same_slots) {
    directory.write("zurich.toml", zurich);
    check_round_trips("zurich.toml");
    check_round_trips(AGENDA_SOURCE_DIR "/data/agenda.toml");
}

BOOST_AUTO_TEST_CASE(what_starts_before_the_day_changes_stays_in_its_day) {
    directory.write("night.toml", R"([event]
title = "Night"
[[day]]
date = "2026-06-01"
[[day.slot]]
id = "evening"
time = "23:00-23:30"
[[day]]
date = "2026-06-02"
[[day.slot]]
id = "morning"
time = "03:00-03:30"
)");
    const auto before = slots_of("night.toml");
    for (const std::string format : {"ics", "schedule.json", "schedule.xml"}) {
        directory.write("again", exported("night.toml", format));
        const auto after = slots_of("again");
        for (const auto* id : {"evening", "morning"})
            for (const auto* key : {"the day", "the start"}) BOOST_TEST(after.at(id).at(key) == before.at(id).at(key), format << " " << id);
    }
    BOOST_TEST(contains(run({"export", "night.toml", "--to", "csv"}).err, "starts before four in the morning, after an evening that goes on (1)"));
}

BOOST_AUTO_TEST_CASE(hostile_texts_come_back_as_they_were) {
    directory.write("hostile.toml", hostile_agenda());
    check_round_trips("hostile.toml", "speakers"); // with a semicolon, and lines
}

BOOST_AUTO_TEST_CASE(a_schedule_that_is_read_again_has_no_fault) {
    directory.write("zurich.toml", zurich);
    directory.write("hostile.toml", hostile_agenda());
    for (const auto* file : {"zurich.toml", "hostile.toml"})
        for (const auto& format : formats) {
            directory.write("again", exported(file, format));
            const auto ran = run({"check", "again", "-f", "concise"});
            BOOST_TEST(!contains(ran.out, " error "), ran.out);
        }
}

BOOST_AUTO_TEST_CASE(other_parsers_read_hostile_texts) {
    directory.write("hostile.toml", hostile_agenda());
    const std::map<std::string, std::pair<const char*, const char*>> keys{
        {"csv", {"title", "description"}}, {"ics", {"summary", "description"}}, {"schedule.json", {"title", "abstract"}}, {"schedule.xml", {"title", "abstract"}}};
    for (const auto& [format, names] : keys) {
        const auto events = read("hostile.toml", format);
        if (events.is_null()) continue;
        BOOST_TEST_REQUIRE(events.size() == hostile.size(), format);
        for (std::size_t i = 0; i < hostile.size(); ++i) {
            // JSON alone has a place for control characters.
            auto expected = hostile[i].second;
            if (format == "schedule.json" && contains(expected, "\uFFFD")) expected = "a\x01" "b\x1B" "c\x7F" "d\uFFFE" "e\tf";
            for (const auto* name : {names.first, names.second}) {
                std::string text = events[i][name];
                if (format == "schedule.json")
                    for (auto at = text.find('\r'); at != std::string::npos; at = text.find('\r')) text.replace(at, text.substr(at, 2) == "\r\n" ? 2 : 1, "\n");
                BOOST_TEST(text == expected, format << ": " << name << ": " << json(text).dump().substr(0, 300));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_schedule_says_what_is_in_the_agenda) {
    directory.write("zurich.toml", zurich);
    for (const auto& format : schedules) {
        std::map<std::string, json> events;
        for (const auto& event : read("zurich.toml", format)) events[event["slug"]] = event;
        BOOST_TEST(events.size() == 8U, format);
        const auto& magic = events["magic"];
        BOOST_TEST(magic["title"] == "Magic");
        BOOST_TEST(magic["room"] == "Aula");
        BOOST_TEST(magic["type"] == "x-Show");
        BOOST_TEST(magic["track"] == "fun");
        BOOST_TEST(magic["date"] == "2026-10-24T11:00:00+02:00");
        BOOST_TEST(magic["persons"] == json::parse(R"([["Ann Lee", "moderator"], ["Bob O'Neil", ""], ["TBC", ""]])"));
        BOOST_TEST(events["gone"]["status"] == "cancelled");
        BOOST_TEST(events["welcome"]["room"] == "Plenary");
        BOOST_TEST(events["late"]["day"] == "2026-10-24");
        BOOST_TEST(events["late"]["date"] == "2026-10-25T00:30:00+02:00");
        BOOST_TEST(events["across"]["duration"] == "02:00");
        BOOST_TEST(events["sunday"]["date"] == "2026-10-25T09:00:00+01:00");
    }
}

BOOST_AUTO_TEST_CASE(calendars_read_events) {
    directory.write("zurich.toml", zurich);
    const auto events = read("zurich.toml", "ics");
    if (events.is_null()) return;
    BOOST_TEST_REQUIRE(events.size() == 8U);
    for (const auto& event : events) BOOST_TEST(event["errors"].empty(), event);
    const auto& magic = events[1];
    BOOST_TEST(magic["summary"] == "Magic");
    BOOST_TEST(magic["location"] == "Aula");
    BOOST_TEST(magic["status"] == "CONFIRMED");
    BOOST_TEST(magic["description"] == "Two lines,\nof which one is <b>bold</b>; \"all\" is said\\done");
    BOOST_TEST(magic["categories"] == json::parse(R"(["x-Show", "fun"])"));
    BOOST_TEST(magic["attendees"] == json::parse(R"([["Ann Lee", "CHAIR"], ["Bob O'Neil", "REQ-PARTICIPANT"], ["TBC", "REQ-PARTICIPANT"]])"));
    BOOST_TEST(events[2]["status"] == "CANCELLED");
    BOOST_TEST(events[2]["location"] == "Hall \"B\", left");
    BOOST_TEST(events[3]["status"] == "TENTATIVE");
    BOOST_TEST(events[4]["dtend"].is_null());
}

// Not read with icalendar: version 4 takes the second backslash of `\\n` for that of `\n`.
BOOST_AUTO_TEST_CASE(a_backslash_is_escaped_whatever_comes_after_it) {
    const auto ran = exported_text(support::day_header() + "[[day.slot]]\ntime = \"10:00-11:00\"\ntitle = 'C:\\new\\Notes\\, \\; \\'\n", "ics");
    BOOST_TEST(contains(ran.out, "\r\nSUMMARY:C:\\\\new\\\\Notes\\\\\\, \\\\\\; \\\\\r\n"), ran.out);
}

BOOST_AUTO_TEST_CASE(names_with_all_that_parts_a_calendar_stay_names) {
    directory.write("hostile.toml", hostile_agenda());
    const auto events = read("hostile.toml", "ics");
    if (events.is_null()) return;
    for (std::size_t i = 0; i < hostile.size(); ++i) BOOST_TEST(events[i]["attendees"][0][0] == hostile[i].second);
}

BOOST_AUTO_TEST_CASE(calendars_have_the_instants_of_the_agenda_on_both_sides_of_a_change_of_the_clock) {
    std::string spring = "[event]\ntitle = \"Spring\"\ntimezone = \"Europe/Zurich\"\ndates = [\"2026-03-28\", \"2026-03-29\"]\n[[day]]\ndate = \"2026-03-28\"\n";
    spring += support::slot("before", "20:00-25:59") + support::slot("across", "25:30-27:30") + "[[day]]\ndate = \"2026-03-29\"\n" + support::slot("after", "09:00-10:00");
    std::string year = "[event]\ntitle = \"Year\"\ntimezone = \"Pacific/Apia\"\ndates = [\"2011-12-29\", \"2012-01-02\"]\n";
    for (const auto* date : {"2011-12-29", "2011-12-31", "2012-01-02"}) year += std::string{"[[day]]\ndate = \""} + date + "\"\n" + support::slot(std::string{"s"} + date, "09:00-10:00");
    const std::vector<std::pair<std::string, std::string>> agendas{{"Europe/Zurich", zurich}, {"Europe/Zurich", spring}, {"Pacific/Apia", year}};
    for (const auto& [zone, text] : agendas) {
        directory.write("agenda.toml", text);
        std::multiset<std::string> expected;
        const auto normalized = json::parse(run({"normalize", "-f", "json", "agenda.toml"}).out);
        for (const auto& slot : normalized["slots"])
            if (!slot["utc"].is_null()) expected.insert(slot["utc"]["start"].get<std::string>() + "/" + slot["utc"]["end"].get<std::string>());
        BOOST_TEST(expected.size() >= 3U);
        // By the reader's own data of the zone, then by the file's.
        for (const auto& unknown : {std::string{}, zone}) {
            const auto events = read("agenda.toml", "ics", unknown);
            if (events.is_null()) return;
            std::multiset<std::string> found;
            for (const auto& event : events)
                if (!event["dtend"].is_null()) found.insert(event["dtstart"].get<std::string>() + "/" + event["dtend"].get<std::string>());
            BOOST_TEST(found == expected, boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(lines_of_a_calendar_are_short_and_whole) {
    for (const auto& agenda : {zurich, hostile_agenda()}) {
        const auto text = exported_text(agenda, "ics").out;
        BOOST_TEST_REQUIRE(text.ends_with("\r\n"));
        std::size_t longest = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = text.find("\r\n", begin);
            const auto line = text.substr(begin, end - begin);
            longest = std::max(longest, line.size());
            if (line.find_first_of("\r\n") != std::string::npos || agenda::source::first_invalid_utf8(line)) BOOST_ERROR("a line is torn: " << line);
            begin = end + 2;
        }
        BOOST_TEST(longest <= 75U);
        BOOST_TEST(std::count(text.begin(), text.end(), '\r') == std::count(text.begin(), text.end(), '\n'));
    }
}

BOOST_AUTO_TEST_CASE(a_spreadsheet_has_a_row_a_slot_and_no_formula) {
    std::string text = support::day_header();
    const std::vector<std::string> titles{"=1+1", "+41 44 000 00 00", "-5 degrees", "@home", "'quoted", "a, \"b\"", "plain = no formula"};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const auto hour = std::to_string(10 + i);
        text += "[[day.slot]]\nid = \"s" + hour + "\"\ntime = \"" + hour + ":00-" + hour + ":30\"\ntitle = '''" + titles[i] + "'''\n";
    }
    directory.write("agenda.toml", text);
    const auto rows = read("agenda.toml", "csv");
    BOOST_TEST_REQUIRE(rows.size() == titles.size());
    for (std::size_t i = 0; i < titles.size(); ++i) BOOST_TEST(rows[i]["title"] == (i < 4 ? "'" : "") + titles[i]);
    BOOST_TEST(contains(exported("agenda.toml", "csv"), "\"a, \"\"b\"\"\""));
}

BOOST_AUTO_TEST_CASE(the_same_agenda_gives_the_same_bytes) {
    for (const auto& format : formats) BOOST_TEST(exported_text(zurich, format).out == exported_text(zurich, format).out, format);
}

BOOST_AUTO_TEST_CASE(what_a_slot_is_known_by_stays_when_its_title_and_time_change) {
    auto changed = zurich;
    changed.replace(changed.find("11:00-12:00"), 11, "10:00-11:00");
    changed.replace(changed.find("\"Magic\""), 7, "\"Tricks\"");
    const auto ids = [&](const std::string& text, const std::string& format, const char* key) {
        directory.write("agenda.toml", text);
        std::set<std::string> result;
        for (const auto& event : read("agenda.toml", format)) result.insert(event[key].dump());
        return result;
    };
    const std::vector<std::pair<std::string, const char*>> keys{{"ics", "uid"}, {"schedule.json", "guid"}, {"schedule.json", "id"}, {"schedule.xml", "guid"}, {"schedule.xml", "id"}};
    for (const auto& [format, key] : keys) {
        const auto before = ids(zurich, format, key);
        if (format != "ics") BOOST_TEST(before.size() == 8U);
        BOOST_TEST(before == ids(changed, format, key), format << " " << key);
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_carried_is_told) {
    const auto more = "questions = [\"Why?\"]\ntags = [\"a\", \"b\"]\nx-beamer = true\nitems = [ { title = \"Part\", minutes = 5 } ]\n";
    const auto text = support::day_header() + support::slot("s", "10:00-11:00", more) + "[[walk]]\nfrom = \"a\"\nto = \"b\"\nminutes = 3\n";
    const auto has = [&](const std::string& format, const std::string& what) { return contains(exported_text(text, format).err, format + " has no place for " + what); };
    for (const auto& format : formats)
        for (const auto* what : {"items inside slots (1)", "`questions` of slots (1)", "keys of your own (`x-...`) (1)", "walks between rooms (1)"})
            BOOST_TEST(has(format, what), format << ": " << what);
    BOOST_TEST(has("schedule.json", "tags beyond the first of a slot (1)"));
    BOOST_TEST(!has("csv", "tags"));
    BOOST_TEST(has("csv", "`title` of the event (1)"));
    BOOST_TEST(!has("ics", "`title` of the event"));
}

BOOST_AUTO_TEST_CASE(a_room_that_is_called_as_no_room_is_told) {
    const auto text = support::day_header() + support::slot("s", "10:00-11:00", "room = \"Plenary\"\n");
    for (const auto& format : schedules) BOOST_TEST(contains(exported_text(text, format).err, "has no place for that a room is called `Plenary`"), format);
}

BOOST_AUTO_TEST_CASE(things_of_one_name_are_told_where_a_format_knows_them_by_it) {
    const std::string text = "[people]\na = { name = \"Ann Lee\" }\nb = { name = \"Ann Lee\", distinct-from = [\"a\"] }\n[rooms]\nr = { name = \"Aula\" }\ns = { name = \"Aula\" }\n" +
                             support::day_header() + support::slot("x", "10:00-11:00");
    for (const auto& format : formats) {
        const auto ran = exported_text(text, format);
        BOOST_TEST(contains(ran.err, "that a room is another than one with the same name (1)"), format << ran.err);
        BOOST_TEST(contains(ran.err, "that somebody is another than one with the same name (1)") == (format == "csv" || format == "ics"), format << ran.err);
    }
}

BOOST_AUTO_TEST_CASE(which_of_two_times_that_the_clock_shows_alike_is_told_where_a_format_says_no_offset) {
    const std::string text = "[event]\ntimezone = \"Europe/Berlin\"\n[[day]]\ndate = \"2026-10-25\"\n[[day.slot]]\nid = \"a\"\nend = \"03:30\"\nduration = \"45m\"\n[[day.slot]]\nid = \"b\"\ntime = \"01:00-02:30\"\n";
    for (const auto& format : formats)
        BOOST_TEST(contains(exported_text(text, format).err, "which of two times is meant that the clock shows alike (1)") == (format == "csv"), format);
    for (const auto* format : {"ics", "schedule.json", "schedule.xml"}) {
        directory.write("again", exported_text(text, format).out);
        const auto again = json::parse(run({"normalize", "-f", "json", "again"}).out);
        std::string start;
        for (const auto& slot : again["slots"])
            if (slot["id"] == "a") start = slot["utc"]["start"];
        BOOST_TEST(start.starts_with("2026-10-25T01:45"), format << start);
    }
}

BOOST_AUTO_TEST_CASE(a_slot_that_ends_after_six_in_the_next_morning_is_read_again_from_every_format) {
    const std::string text = support::day_header() + "[[day.slot]]\nid = \"night\"\nstart = \"22:00\"\nduration = \"12h\"\n";
    for (const auto& format : formats) {
        directory.write("night", exported_text(text, format).out);
        const auto again = json::parse(run({"normalize", "-f", "json", "night"}).out);
        BOOST_TEST(again["slots"][0]["minutes"] == 720, format << again["slots"][0].dump());
    }
}

BOOST_AUTO_TEST_CASE(apostrophes_before_what_looks_like_a_formula_come_back_as_they_were) {
    for (const auto* title : {"=1", "'=1", "''=1", "'Tis", "''", "'"}) {
        directory.write("a.csv", exported_text(support::day_header() + "[[day.slot]]\ntime = \"10:00-11:00\"\ntitle = \"" + title + "\"\n", "csv").out);
        BOOST_TEST(json::parse(run({"normalize", "-f", "json", "a.csv"}).out)["slots"][0]["title"] == title, title);
    }
}

BOOST_AUTO_TEST_CASE(control_characters_are_counted) {
    const auto err = exported_text(hostile_agenda(), "ics").err;
    BOOST_TEST(contains(err, "control characters, which become U+FFFD (12)"), err); // four in a title, a description and a name
    BOOST_TEST(!contains(exported_text(hostile_agenda(), "schedule.json").err, "control characters"));
}

BOOST_AUTO_TEST_CASE(control_characters_of_the_agenda_reach_no_terminal) {
    const auto ran = exported_text(support::day_header() + "[[day.slot]]\ntitle = \"a\\u001B[31mb\"\n", "csv");
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(support::harmful_in(ran.err) == "");
}

BOOST_AUTO_TEST_CASE(a_slot_without_a_start_is_named_with_its_place) {
    const auto ran = exported_text(support::day_header() + "[[day.slot]]\nid = \"when\"\ntitle = \"Some day\"\n", "csv");
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(contains(ran.err, "agenda-lint: agenda.toml:"), ran.err);
    BOOST_TEST(contains(ran.err, ": `Some day` is left out: "), ran.err);
    BOOST_TEST(!contains(ran.out, "Some day"));
}

BOOST_AUTO_TEST_CASE(an_agenda_of_nothing_is_still_a_file) {
    for (const auto* text : {"", "[event]\n", "[[day]]\n[[day.slot]]\n", "x = ["})
        for (const auto& format : formats) {
            const auto ran = exported_text(text, format);
            BOOST_TEST(ran.status == 0, ran.ending() << ran.err);
            if (const auto said = run_script("exported.py", ran.out, format); !contains(said, "no icalendar")) BOOST_TEST(json::parse(said).empty(), said);
        }
}

BOOST_AUTO_TEST_CASE(a_format_that_there_is_not_names_the_nearest) {
    const auto ran = exported_text(zurich, "shedule.json");
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(contains(ran.err, "there is no format `shedule.json` to write; did you mean `schedule.json`?"), ran.err);
}

BOOST_AUTO_TEST_CASE(a_file_is_written_whole_or_not_at_all) {
    directory.write("zurich.toml", zurich);
    BOOST_TEST(run({"export", "zurich.toml", "--to", "ics", "-o", "z.ics"}).status == 0);
    BOOST_TEST(file("z.ics") == exported("zurich.toml", "ics"));
    BOOST_TEST(run({"export", "missing.toml", "--to", "ics", "-o", "z.ics"}).status == 2);
    BOOST_TEST(file("z.ics") == exported("zurich.toml", "ics"));
    const auto nowhere = run({"export", "zurich.toml", "--to", "ics", "-o", "no/such/folder/z.ics"});
    BOOST_TEST(nowhere.status == 2);
    BOOST_TEST(contains(nowhere.err, "no/such/folder/z.ics"), nowhere.err);
}

BOOST_AUTO_TEST_CASE(another_format_is_read_as_check_reads_it) {
    directory.write("zurich.toml", zurich);
    directory.write("z.txt", exported("zurich.toml", "schedule.json"));
    BOOST_TEST(exported("z.txt", "csv") == exported("zurich.toml", "csv"));
    BOOST_TEST(run({"export", "z.txt", "--from", "schedule.json", "--to", "csv"}).out == exported("zurich.toml", "csv"));
    BOOST_TEST(run({"export", "zurich.toml", "--from", "schedule.jsn", "--to", "csv"}).status == 2);
}

BOOST_AUTO_TEST_SUITE_END()
