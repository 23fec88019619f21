// SPDX-License-Identifier: MIT
// Rules of users' own on numbers and minutes, and what agendas with very many slots cost them.
#include "engine/rule_reader.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

/// Checks the text with one rule alone, made of these lines.
Checked with_rule(const std::string& check, const std::string& lines, const std::string& text) {
    std::vector<engine::Trouble> troubles;
    const auto source = std::make_shared<const source::Text>(
        "own.toml", "summary = \"s\"\ncheck = \"" + check + "\"\nseverity = \"warning\"\nmessage = \"{what} " +
                        (check == "count" ? "{counted}" : "{minutes}") + " {limit}\"\n[why]\ntext = \"w\"\n" + lines);
    const auto rule = engine::read_rule(source, "own", "", nullptr, standard().kinds, troubles);
    for (const auto& trouble : troubles) BOOST_ERROR(trouble.text());
    BOOST_TEST_REQUIRE(rule.has_value());
    auto rules = standard();
    rules.rules = {*rule};
    return check_with(rules, text);
}

std::string messages(const Checked& checked) {
    std::vector<std::string> all;
    for (const auto& finding : checked.result.findings) all.push_back(finding.message());
    return joined(all);
}

std::string slot(const std::string& id, const std::string& lines, const std::string& time = "10:00-11:00") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\n" + lines + "\n";
}

const std::string day = "[[day]]\ndate = 2026-06-01\n";

std::string panels(int from, int to) {
    std::string text;
    for (int i = from; i < to; ++i)
        text += slot("p" + std::to_string(i),
                     "kind = \"panel\"\nspeakers = [\"a\"]\nroom = \"r" + std::to_string(i) + "\"");
    return text;
}

const std::string ann = "[people]\na = { name = \"Ann Lee\" }\n";

} // namespace

BOOST_AUTO_TEST_SUITE(checks_count)

BOOST_AUTO_TEST_CASE(keynotes_only_in_large_rooms) {
    const std::string rule = "[select]\nkind = \"keynote\"\n[with]\nquantity = \"capacity\"\nmin = 301\n";
    const auto text = [](const std::string& kind, const std::string& seats) {
        return "[rooms]\nhall = { name = \"Hall\", capacity = " + seats + " }\n" + day +
               slot("k", "room = \"hall\"\nkind = \"" + kind + "\"");
    };
    BOOST_TEST(messages(with_rule("count", rule, text("keynote", "300"))) == "`k` 300 seats 301");
    BOOST_TEST(messages(with_rule("count", rule, text("keynote", "301"))) == "");
    BOOST_TEST(messages(with_rule("count", rule, text("panel", "20"))) == "");
}

BOOST_AUTO_TEST_CASE(at_most_four_panels_a_day) {
    const std::string rule = "[select]\nkind = \"panel\"\n[with]\nquantity = \"slots\"\nper-day = 4\n";
    const auto second = "[[day]]\ndate = 2026-06-02\n" + panels(5, 9);
    BOOST_TEST(messages(with_rule("count", rule, ann + day + panels(0, 5) + second)) == "2026-06-01 5 slots 4");
    BOOST_TEST(messages(with_rule("count", rule, ann + day + panels(0, 4) + second)) == "");
}

BOOST_AUTO_TEST_CASE(nobody_speaks_more_than_twice) {
    const std::string rule =
        "[select]\nof = \"appearance\"\nrole = \"speaker\"\n[with]\nquantity = \"appearances\"\nper-event = 2\n";
    BOOST_TEST(messages(with_rule("count", rule, ann + day + panels(0, 3))) == "`Ann Lee` 3 slots 2");
    BOOST_TEST(messages(with_rule("count", rule, ann + day + panels(0, 2))) == "");
}

BOOST_AUTO_TEST_CASE(what_is_in_one_slot) {
    const auto text = "[people]\na = { name = \"Ann Lee\", org = \"KTH\" }\nb = { name = \"Bo Ek\", org = \"UiO\" }\n"
                      "c = { name = \"Cy Ora\", org = \"KTH\" }\n" +
                      day +
                      slot("s", "speakers = [\"a\", { person = \"b\", org = \"KTH\" }]\nmoderators = [\"c\"]\n"
                                "questions = [\"Why?\"]\nitems = [ { title = \"1\" }, { title = \"2\" } ]");
    const auto counted = [&](const std::string& quantity) {
        return messages(with_rule("count", "[with]\nquantity = \"" + quantity + "\"\nmin = 9\n", text));
    };
    BOOST_TEST(counted("people") == "`s` 3 people 9");
    BOOST_TEST(counted("speakers") == "`s` 2 speakers 9");
    BOOST_TEST(counted("moderators") == "`s` 1 moderator 9");
    BOOST_TEST(counted("organisations") == "`s` 1 organisation 9");
    BOOST_TEST(counted("items") == "`s` 2 items 9");
    BOOST_TEST(counted("questions") == "`s` 1 question 9");
}

BOOST_AUTO_TEST_CASE(a_pile_of_panels_relates_each_slot_once) {
    const auto checked = with_rule("count", "[select]\nkind = \"panel\"\n[with]\nquantity = \"slots\"\nper-day = 4\n",
                                   ann + day + panels(0, 2000));
    BOOST_TEST_REQUIRE(checked.result.findings.size() == 1U);
    BOOST_TEST(checked.result.findings.front().draft.related.size() == 2000U);
}

BOOST_AUTO_TEST_CASE(a_slot_whose_time_cannot_be_read_is_related_by_its_name_alone) {
    const auto checked = with_rule("count", "[select]\nkind = \"panel\"\n[with]\nquantity = \"slots\"\nper-day = 1\n",
                                   ann + day + panels(0, 1) + slot("late", "kind = \"panel\"", "noon"));
    const auto found = checked.of("own");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST_REQUIRE(found.front()->draft.related.size() == 2U);
    BOOST_TEST(found.front()->draft.related[0].label == "`p0`, 10:00-11:00");
    BOOST_TEST(found.front()->draft.related[1].label == "`late`");
}

BOOST_AUTO_TEST_CASE(many_people_with_many_appearances_are_one_finding_each) {
    std::string text = "[people]\n";
    std::string all;
    for (int i = 0; i < 100; ++i) {
        text += "p" + std::to_string(i) + " = { name = \"Person Number" + std::to_string(i) + "\" }\n";
        all += "\"p" + std::to_string(i) + "\", ";
    }
    text += day;
    for (int i = 0; i < 20; ++i)
        text += slot("s" + std::to_string(i), "room = \"r" + std::to_string(i) + "\"\nspeakers = [" + all + "]");
    const auto checked = check(text);
    BOOST_TEST(checked.of("person-overload").size() == 100U);
}

BOOST_AUTO_TEST_CASE(minutes_across_a_change_of_the_clock_are_real_ones) {
    const std::string rule = "[with]\nquantity = \"overrun\"\nmax = 0\n";
    const auto text = "[event]\ntimezone = \"Europe/Zurich\"\n[[day]]\ndate = 2026-03-29\n" +
                      slot("s", "items = [ { title = \"1\", minutes = 90 } ]", "01:30-03:30");
    BOOST_TEST(messages(with_rule("limit", rule, text)) == "`s` 30 0");
}

BOOST_AUTO_TEST_CASE(a_day_of_many_rooms_is_judged_by_its_longest) {
    std::string text = day + slot("plenary", "", "08:00-10:00");
    for (int i = 0; i < 500; ++i)
        text += slot("s" + std::to_string(i), "room = \"r" + std::to_string(i) + "\"",
                     i == 250 ? "10:00-16:00" : "10:00-12:00");
    const auto checked = check(text);
    const auto found = checked.of("day-too-long");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found.front()->draft.facts.text("minutes") == "480");
}

BOOST_AUTO_TEST_SUITE_END()
