// SPDX-License-Identifier: MIT
// Unknown keys, words and kinds with the nearest known one; several faults in one file; order of keys and tables.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string a_day = "[[day]]\ndate = 2026-06-01\n";
const std::string a_walk = "[[walk]]\nfrom = \"a\"\nto = \"b\"\nminutes = 5\n";
const std::string a_delegation = "[[delegation]]\nname = \"Coast\"\nmembers = []\n";
const std::string a_slot = a_day + "[[day.slot]]\ntime = \"10:00-11:00\"\n";

/// The only fault: "unknown-key romo, nearest room".
std::string only_fault(const load::Loaded& read) {
    if (read.faults.size() != 1) return faults(read);
    return faults(read) + ", nearest " + read.faults[0].draft.facts.text("nearest");
}

/// What is found, without places: rule, severity, message and what it is about, in no order.
std::multiset<std::string> findings(const std::string& text) {
    std::multiset<std::string> all;
    for (const auto& finding : check(text).result.findings) {
        auto about = finding.draft.about;
        std::sort(about.begin(), about.end());
        all.insert(finding.rule + " " + std::string{finding::name_of(finding.severity)} + " " + finding.message() + " " +
                   joined(about));
    }
    return all;
}

/// A table of an agenda: its header and the lines of its keys.
struct Part {
    std::string header;
    std::vector<std::string> keys;
};

std::string text_of(const std::vector<Part>& parts) {
    std::string text;
    for (const auto& part : parts) {
        text += part.header + "\n";
        for (const auto& key : part.keys) text += key + "\n";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(load_faults)

BOOST_AUTO_TEST_CASE(an_unknown_key_is_told_with_the_nearest_at_every_level) {
    const struct {
        std::string text, fault;
    } cases[] = {
        {"evnt = 1\n" + a_day, "unknown-key evnt, nearest event"},
        {"[event]\nvenu = \"x\"\n" + a_day, "unknown-key venu, nearest venue"},
        {"[event.interpretation]\nteam = 2\n" + a_day, "unknown-key team, nearest teams"},
        {"[people.ann]\nnmae = \"x\"\n" + a_day, "unknown-key nmae, nearest name"},
        {"[people.ann]\nunavailable = [{ form = 2026-06-01 }]\n" + a_day, "unknown-key form, nearest from"},
        {"[rooms.aula]\ncapcity = 5\n" + a_day, "unknown-key capcity, nearest capacity"},
        {"[rooms.aula]\npart_of = \"x\"\n" + a_day, "unknown-key part_of, nearest part-of"},
        {"[tracks.data]\nstager = true\n" + a_day, "unknown-key stager, nearest stagger"},
        {a_walk + "minute = 5\n" + a_day, "unknown-key minute, nearest minutes"},
        {a_delegation + "sise = 5\n" + a_day, "unknown-key sise, nearest size"},
        {a_day + "lable = \"x\"\n", "unknown-key lable, nearest label"},
        {a_slot + "romo = \"x\"\n", "unknown-key romo, nearest room"},
        {a_slot + "items = [{ titel = \"x\" }]\n", "unknown-key titel, nearest title"},
        {a_slot + "speakers = [{ name = \"Ann\", capcity = \"x\" }]\n", "unknown-key capcity, nearest capacity"},
        {a_slot + "qqqqqqqqq = 1\n", "unknown-key qqqqqqqqq, nearest "},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.text) BOOST_TEST(only_fault(loaded(one.text)) == one.fault);
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_told_with_the_nearest) {
    const struct {
        std::string text, fault;
    } cases[] = {
        {"[event]\nmode = \"onlin\"\n" + a_day, "wrong-type \"onlin\", nearest online"},
        {"[event]\nstatus = \"finl\"\n" + a_day, "wrong-type \"finl\", nearest final"},
        {"[people.ann]\nstatus = \"withdrawm\"\n" + a_day, "wrong-type \"withdrawm\", nearest withdrawn"},
        {a_slot + "status = \"canceled\"\n", "wrong-type \"canceled\", nearest cancelled"},
        {a_slot + "kind = \"pannel\"\n", "unknown-kind \"pannel\", nearest panel"},
        {a_slot + "items = [{ kind = \"cofee\" }]\n", "unknown-kind \"cofee\", nearest coffee"},
        {"[people.klug]\n" + a_slot + "speakers = \"klugg\"\n", "reference-unresolved \"klugg\", nearest klug"},
        {"schema = 2\n" + a_day, "schema-unsupported 2, nearest "},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.text) BOOST_TEST(only_fault(loaded(one.text)) == one.fault);
}

BOOST_AUTO_TEST_CASE(keys_of_the_users_own_are_never_a_fault) {
    const auto mine = std::string{"x-mine = { a = [1, 2.5, true, 2026-06-01] }"};
    for (const auto& text :
         {mine + "\n" + a_day, "[event]\n" + mine + "\n" + a_day, "[event.interpretation]\n" + mine + "\n" + a_day,
          "[people.ann]\n" + mine + "\n" + a_day, "[rooms.aula]\n" + mine + "\n" + a_day,
          "[tracks.t]\n" + mine + "\n" + a_day, a_walk + mine + "\n" + a_day,
          a_delegation + mine + "\n" + a_day, a_day + mine + "\n", a_slot + mine + "\n",
          a_slot + "items = [{ " + mine + " }]\n", a_slot + "speakers = [{ name = \"Ann\", " + mine + " }]\n",
          a_slot + "kind = \"x-quiz\"\n"})
        BOOST_TEST_CONTEXT(text) BOOST_TEST(faults(loaded(text)) == "");
}

BOOST_AUTO_TEST_CASE(an_own_key_keeps_its_value_whole) {
    const auto read = loaded(a_slot + "x-mine = { a = [1, 2.5, true], b = 2026-06-01 }\n");
    const auto& extra = read.agenda.slots[SlotIndex{0}].extra;
    BOOST_TEST_REQUIRE(extra.size() == 1U);
    const auto& table = std::get<ExtraTable>(extra[0].value.value);
    BOOST_TEST_REQUIRE(table.size() == 2U);
    const auto& list = std::get<ExtraList>(table[0].value.value);
    BOOST_TEST_REQUIRE(list.size() == 3U);
    BOOST_TEST(std::get<std::int64_t>(list[0].value) == 1);
    BOOST_TEST(std::get<double>(list[1].value) == 2.5);
    BOOST_TEST(std::get<bool>(list[2].value));
    BOOST_TEST(std::get<std::string>(table[1].value.value) == "2026-06-01");
}

BOOST_AUTO_TEST_CASE(an_agenda_needs_a_day) {
    for (const std::string text : {"", "[event]\ntitle = \"Forum\"\n", "day = []\n"}) BOOST_TEST_CONTEXT(text) {
            const auto read = loaded(text);
            BOOST_TEST_REQUIRE(read.faults.size() == 1U);
            BOOST_TEST(read.faults[0].rule == "key-missing");
        }
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_file_are_found_at_once) {
    const auto read = loaded(R"(schema = 9
[event]
mode = "onsite"
timezone = "Europe/Berlim"
[people.ann]
name = 5
[people.Ann]
[rooms.aula]
[[walk]]
from = "aule"
to = "aula"
[[day]]
label = "no date"
[[day]]
date = 2026-06-01
[[day.slot]]
id = "a"
time = "11:00-10:00"
kind = "pannel"
[[day.slot]]
id = 'a'
time = "12:OO-13:00"
speakers = ["bob"]
romo = "aula"
)");
    BOOST_TEST(faults(read) ==
               "schema-unsupported 9; wrong-type \"onsite\"; timezone-invalid \"Europe/Berlim\"; wrong-type 5; "
               "duplicate-id Ann; "
               "key-missing [[walk]]; reference-unresolved \"aule\"; key-missing [[day]]; slot-nonpositive \"11:00-10:00\"; unknown-kind "
               "\"pannel\"; "
               "duplicate-id 'a'; time-unparsable \"12:OO-13:00\"; reference-unresolved \"bob\"; unknown-key romo");
}

BOOST_AUTO_TEST_CASE(each_fault_says_what_it_is_about) {
    const struct {
        std::string text, about;
    } cases[] = {
        {"[event]\ntitle = 1\n" + a_day, "event"},
        {"[people.ann]\nname = 1\n" + a_day, "person:ann"},
        {"[rooms.aula]\nname = 1\n" + a_day, "room:aula"},
        {"[tracks.t]\nname = 1\n" + a_day, "track:t"},
        {a_day + "label = 1\n", "day:2026-06-01"},
        {a_slot + "title = 1\nnumber = \"II\"\n", "slot:ii"},
        {a_slot + "id = \"a\"\nitems = [{ title = 1 }]\n", "slot:a"},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.text) {
            const auto read = loaded(one.text);
            BOOST_TEST_REQUIRE(read.faults.size() == 1U);
            BOOST_TEST(joined(read.faults[0].draft.about) == one.about);
        }
}

BOOST_AUTO_TEST_CASE(the_order_of_keys_and_of_tables_changes_nothing_but_places) {
    std::vector<Part> parts{
        {"[event]",
         {"title = \"Forum\"", "timezone = \"Europe/Berlin\"", "dates = [2026-06-01]", "mod = 1",
          "profile = \"conference\""}},
        {"[people.ann]", {"name = \"Ann Lee\"", "org = \"IOM\"", "title = 5"}},
        {"[people.bob]", {"name = \"Bob Ray\"", "status = \"withdrawn\""}},
        {"[rooms.hall]", {"name = \"Hall\"", "capacity = -1"}},
        {"[rooms.half]", {"name = \"Half\"", "part-of = \"hall\""}},
        {"[tracks.data]", {"name = \"Data\"", "room = \"half\""}},
        {"[[day]]", {"date = 2026-06-01", "label = \"Day 1\"", "lable = \"x\""}},
    };
    const std::vector<Part> slots{
        {"[[day.slot]]",
         {"start = \"9:00\"", "end = \"12:30\"", "kind = \"panel\"", "track = \"data\"",
          "speakers = [\"ann\", \"bob\"]", "id = \"a\""}},
        {"[[day.slot]]",
         {"duration = \"1h\"", "kind = \"keynote\"", "track = \"data\"", "title = \"Second\"", "speakers = \"ann\""}},
        {"[[day.slot]]",
         {"time = \"12:00-15:00\"", "kind = \"session\"", "room = \"hall\"", "chair = \"ann\"", "next-day = false",
          "repeat-of = \"a\""}},
    };
    const auto expected = findings(text_of(parts) + text_of(slots));
    BOOST_TEST(expected.size() >= 5U);
    std::mt19937 chance{5};
    for (int round = 0; round < 100; ++round) {
        auto shuffled = parts;
        auto shuffled_slots = slots;
        std::shuffle(shuffled.begin(), shuffled.end() - 1, chance); // the day stays before its slots
        for (auto& part : shuffled) std::shuffle(part.keys.begin(), part.keys.end(), chance);
        for (auto& part : shuffled_slots) std::shuffle(part.keys.begin(), part.keys.end(), chance);
        const auto text = round % 2 == 0 ? text_of(shuffled) + text_of(shuffled_slots)
                                         : text_of({shuffled.back()}) + text_of(shuffled_slots) +
                                               text_of({shuffled.begin(), shuffled.end() - 1});
        BOOST_TEST_CONTEXT(text) BOOST_TEST(findings(text) == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()
