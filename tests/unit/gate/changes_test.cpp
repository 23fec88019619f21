// SPDX-License-Identifier: MIT
// Findings of two revisions held against each other.
#include "gate/changes.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda::test;
using agenda::finding::Finding;
using agenda::finding::State;

std::string line_of(const Finding& finding) {
    std::string about;
    for (const auto& one : finding.draft.about) about += " " + one;
    return std::string{name_of(finding.severity)} + " " + finding.rule + about + "\n";
}

struct Sides {
    Checked before, after;
};

Sides sides(std::string before, std::string after) {
    return {check_with(few_rules(), std::move(before)), check_with(few_rules(), std::move(after))};
}

/// "introduced: error slot-overlap slot:a slot:b", a line each but for what is still there.
std::string changes(const Sides& sides) {
    const auto& [before, after] = sides;
    const auto comparison = agenda::revision::compare({before.loaded.agenda, *before.loaded.text},
                                                      {after.loaded.agenda, *after.loaded.text});
    const agenda::revision::Translation translation{comparison.matches, before.loaded.agenda, after.loaded.agenda};
    const auto found = agenda::gate::compare_findings(before.result, after.result, translation);
    std::string result;
    for (const auto i : found.introduced) result += "introduced: " + line_of(after.result.findings[i]);
    for (const auto i : found.fixed) result += "fixed: " + line_of(before.result.findings[i]);
    for (const auto& pair : found.changed) {
        result += "changed: " + line_of(after.result.findings[pair.after]);
        if (agenda::gate::FindingChanges::rose(pair, before.result, after.result)) result += "  and is more severe\n";
    }
    for (const auto& pair : found.still) result += "still: " + line_of(after.result.findings[pair.after]);
    return result;
}

std::string slot(const std::string& id, const std::string& time, const std::string& more = "") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntitle = \"Talk " + id + "\"\nroom = \"Aula\"\ntime = \"" + time +
           "\"\n" + more;
}
std::string day(const std::string& slots) {
    return "[event]\ntitle = \"Forum\"\ndates = [2026-06-01]\n[[day]]\ndate = 2026-06-01\n" + slots;
}

} // namespace

BOOST_AUTO_TEST_SUITE(gate_changes)

BOOST_AUTO_TEST_CASE(what_one_moved_slot_makes_with_one_that_nobody_touched_is_introduced) {
    const auto untouched = slot("a", "9:00-10:00");
    BOOST_TEST(changes(sides(day(untouched + slot("b", "10:00-11:00")), day(untouched + slot("b", "9:50-11:00")))) ==
               "introduced: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(what_is_mended_is_fixed) {
    BOOST_TEST(changes(sides(day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")),
                             day(slot("a", "9:00-9:50") + slot("b", "9:50-11:00")))) ==
               "fixed: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(one_mended_and_another_made_are_two_things) {
    const auto before = day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00") + slot("c", "11:00-12:00"));
    const auto after = day(slot("a", "9:00-9:50") + slot("b", "9:50-11:00") + slot("c", "10:55-12:00"));
    BOOST_TEST(changes(sides(before, after)) == "introduced: error room-double-booked slot:b slot:c room:Aula\n"
                                                "fixed: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(the_same_slots_with_another_overlap_have_changed) {
    BOOST_TEST(changes(sides(day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")),
                             day(slot("a", "9:00-10:00") + slot("b", "9:40-11:00")))) ==
               "changed: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(what_stays_as_it_was_is_still_there_wherever_it_stands) {
    const auto a = slot("a", "9:00-10:00"), b = slot("b", "9:50-11:00");
    BOOST_TEST(changes(sides(day(a + b), "# A remark.\n" + day(slot("c", "12:00-13:00") + a + b))) ==
               "still: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(other_ids_of_the_same_slots_and_people_make_nothing_new) {
    const std::string people = "[people]\nlee = { name = \"Ann Lee\" }\n";
    const auto with_people = [&](const std::string& text) { return edited(text, "[[day]]", people + "[[day]]"); };
    const auto before = with_people(
        day(slot("a", "9:00-10:00", "speakers = [\"lee\"]\n") + slot("b", "9:50-11:00", "speakers = [\"lee\"]\n")));
    auto after = before;
    for (const auto& [from, to] :
         {std::pair{"lee = {", "ann = {"}, {"id = \"a\"", "id = \"x\""}, {"id = \"b\"", "id = \"c\""}})
        after = edited(after, from, to);
    for (auto at = after.find("\"lee\""); at != std::string::npos; at = after.find("\"lee\""))
        after.replace(at, 5, "\"ann\"");
    BOOST_TEST(changes(sides(before, after)) == "still: error room-double-booked slot:x slot:c room:Aula\n"
                                                "still: error person-double-booked person:ann slot:c slot:x\n");
}

BOOST_AUTO_TEST_CASE(a_pile_of_slots_from_which_one_is_taken_has_changed) {
    const auto a = slot("a", "9:00-10:00"), b = slot("b", "9:00-10:00"), c = slot("c", "9:00-10:00");
    BOOST_TEST(changes(sides(day(a + b + c), day(a + b))) ==
               "changed: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(a_pile_of_slots_that_falls_into_two_has_changed_twice) {
    const auto a = slot("a", "9:00-10:00"), b = slot("b", "9:00-10:00"), c = slot("c", "9:00-10:00"),
               d = slot("d", "9:00-10:00");
    const auto later = slot("c", "11:00-12:00") + slot("d", "11:00-12:00");
    BOOST_TEST(changes(sides(day(a + b + c + d), day(a + b + later))) ==
               "changed: error room-double-booked slot:a slot:b room:Aula\n"
               "changed: error room-double-booked slot:c slot:d room:Aula\n");
}

BOOST_AUTO_TEST_CASE(a_pile_of_slots_onto_which_one_is_put_is_another) {
    const auto a = slot("a", "9:00-10:00"), b = slot("b", "9:00-10:00"), c = slot("c", "9:00-10:00");
    BOOST_TEST(changes(sides(day(a + b), day(a + b + c))) ==
               "introduced: error room-double-booked slot:a slot:b slot:c room:Aula\n"
               "fixed: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(what_is_more_severe_than_before_says_so) {
    auto two = sides(day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")),
                     day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")));
    two.before.result.findings.front().severity = agenda::finding::Severity::warning;
    BOOST_TEST(changes(two) == "changed: error room-double-booked slot:a slot:b room:Aula\n"
                               "  and is more severe\n");
}

BOOST_AUTO_TEST_CASE(what_was_accepted_and_is_no_longer_is_introduced) {
    auto two = sides(day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")),
                     day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")));
    two.before.result.findings.front().state = State::accepted;
    BOOST_TEST(changes(two) == "introduced: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_CASE(what_is_accepted_in_both_is_in_no_list) {
    auto two = sides(day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")),
                     day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")));
    for (auto* one : {&two.before, &two.after})
        for (auto& finding : one->result.findings) finding.state = State::accepted;
    BOOST_TEST(changes(two) == "");
}

BOOST_AUTO_TEST_CASE(what_is_accepted_now_is_neither_fixed_nor_introduced) {
    auto two = sides(day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")),
                     day(slot("a", "9:00-10:00") + slot("b", "9:50-11:00")));
    for (auto& finding : two.after.result.findings) finding.state = State::accepted;
    BOOST_TEST(changes(two) == "still: error room-double-booked slot:a slot:b room:Aula\n");
}

BOOST_AUTO_TEST_SUITE_END()
