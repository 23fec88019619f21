// SPDX-License-Identifier: MIT
// The checks same and daily as rules of a user's own call upon them, and pile-ups.
#include "engine/rule_reader.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string slots =
    "[tracks.x]\nname = \"Data\"\n[[day]]\ndate = 2026-06-01\n"
    "[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\ntrack = \"x\"\nroom = \"r\"\nnumber = \"Session 1\"\n"
    "[[day.slot]]\nid = \"b\"\ntime = \"11:00-12:00\"\ntrack = \"x\"\nroom = \"r\"\nnumber = \"session  1\"\n"
    "[[day.slot]]\nid = \"c\"\ntime = \"12:00-13:00\"\nroom = \"s\"\n"
    "[[day]]\ndate = 2026-06-02\n"
    "[[day.slot]]\nid = \"d\"\ntime = \"10:00-11:00\"\ntrack = \"x\"\nroom = \"s\"\nnumber = \"Session 1\"\n"
    "[[day.slot]]\nid = \"e\"\ntime = \"11:00-12:00\"\nnumber = \"Session 2\"\n";

/// "message, about; ..." of a rule with these lines.
std::string found(const std::string& lines, const std::string& agenda = slots) {
    std::vector<engine::Trouble> troubles;
    const auto text = "summary = \"s\"\nseverity = \"info\"\n" + lines + "\n[why]\ntext = \"w\"\n";
    const auto rule = engine::read_rule(std::make_shared<const source::Text>("own.toml", text), "own", "", nullptr,
                                        standard().kinds, troubles);
    if (!rule) return troubles.empty() ? "refused" : troubles[0].text();
    engine::RuleSet rules = standard();
    rules.rules = {*rule};
    const auto checked = check_with(rules, agenda);
    std::string result;
    for (const auto* finding : checked.of("own"))
        result += (result.empty() ? "" : "; ") + finding->message() + ", " + joined(finding->draft.about);
    return result;
}

const std::string same = "check = \"same\"\nmessage = \"{what} {other} {value} {other-value} {count} {group}\"\n";

} // namespace

BOOST_AUTO_TEST_SUITE(checks_same)

BOOST_AUTO_TEST_CASE(every_number_is_unique) {
    BOOST_TEST(found(same + "[with]\nmust = \"differ\"\nkeys = [\"number\"]") ==
               "`session  1` `Session 1` session  1 Session 1 3 , slot:a slot:b slot:d");
}

BOOST_AUTO_TEST_CASE(every_number_is_unique_on_its_day) {
    BOOST_TEST(found(same + "[with]\nmust = \"differ\"\nby = \"day\"\nkeys = [\"number\"]") ==
               "`session  1` `Session 1` session  1 Session 1 2 2026-06-01, slot:a slot:b");
}

BOOST_AUTO_TEST_CASE(the_slots_of_a_track_are_in_one_room) {
    BOOST_TEST(found(same + "[with]\nmust = \"agree\"\nby = \"track\"\nkeys = [\"room\"]") ==
               "`Session 1` `Session 1` s r 1 track `Data`, slot:a slot:d track:x");
}

BOOST_AUTO_TEST_CASE(what_is_one_on_every_day_has_no_finding) {
    BOOST_TEST(found(same + "[with]\nmust = \"agree\"\nby = \"room\"\nkeys = [\"kind\"]") == "");
}

BOOST_AUTO_TEST_CASE(a_thing_that_lacks_one_of_the_keys_that_count_together_is_left_out) {
    const auto rule = same + "[with]\nmust = \"differ\"\ntogether = true\nkeys = [\"time\", \"track\"]";
    BOOST_TEST(found(rule) == "`Session 1` `Session 1` 10:00-11:00\nx 10:00-11:00\nx 2 , slot:a slot:d");
}

BOOST_AUTO_TEST_CASE(one_title_in_five_thousand_slots_is_one_finding) {
    std::string text = "[people]\na = { name = \"Ann Lee\" }\n[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < 5'000; ++i)
        text += "[[day.slot]]\nid = \"s" + std::to_string(i) + "\"\ntitle = \"Rights\"\nspeakers = [\"a\"]\n";
    const auto checked = check(text);
    const auto told = checked.of("slot-duplicate");
    BOOST_TEST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0]->draft.facts.text("count") == "5000");
    BOOST_TEST(told[0]->draft.related.size() == 4'999U);
}

BOOST_AUTO_TEST_CASE(the_registration_opens_at_the_same_time_every_day) {
    const std::string day = "[[day]]\ndate = 2026-06-0", slot = "\n[[day.slot]]\nkind = \"registration\"\ntime = ";
    BOOST_TEST(found("check = \"daily\"\nmessage = \"{date} {start} {other-date} {other-start} {difference}\"\n"
                     "[select]\nkind = \"registration\"\n[with]\nquantity = \"start\"\ntolerance = 0",
                     day + "1" + slot + "\"08:00-09:00\"\n" + day + "2" + slot + "\"08:05-09:00\"\n" + day + "3" +
                         slot + "\"08:05-09:30\"\n") == "2026-06-01 08:00 2026-06-02 08:05 5, "
                                                        "slot:registration-2026-06-01 slot:registration-2026-06-02");
}

BOOST_AUTO_TEST_CASE(a_start_is_compared_by_the_clock_across_a_change_of_it) {
    const std::string day = "[[day]]\ndate = 2026-03-", slot = "\n[[day.slot]]\ntime = \"09:00-10:00\"\n";
    BOOST_TEST(found("check = \"daily\"\nmessage = \"m\"\n[with]\nquantity = \"start\"\ntolerance = 0",
                     "[event]\ntimezone = \"Europe/Berlin\"\n" + day + "28" + slot + day + "29" + slot) == "");
}

BOOST_AUTO_TEST_CASE(texts_that_begin_alike_are_the_same_only_where_they_end_alike) {
    const auto slot = [](const std::string& id, const std::string& end) {
        return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"10:00-11:00\"\ndescription = \"" + std::string(200, 'x') + end + "\"\n";
    };
    const auto three = "[[day]]\ndate = 2026-06-01\n" + slot("a", " One") + slot("b", " two") + slot("c", "  one");
    BOOST_TEST(found("check = \"same\"\nmessage = \"{count}\"\n[with]\nmust = \"differ\"\nkeys = [\"description\"]", three) == "2, slot:a slot:c");
}

BOOST_AUTO_TEST_SUITE_END()
