// SPDX-License-Identifier: MIT
// A run: the status of each rule, the order of the findings, severities, and fingerprints that outlive an edit.
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using engine::Status;
using test::check;

const std::string day = "[[day]]\ndate = 2026-06-01\n";

std::string slot(const std::string& id, const std::string& time, const std::string& more = {}) {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\nkind = \"workshop\"\n" + more;
}

std::string status(const test::Checked& checked, std::string_view id) {
    const auto& rule = checked.rule(id);
    return std::string{name_of(rule.status)} + " " + std::to_string(rule.checked) + " " + std::to_string(rule.findings);
}

/// Of the only finding of a rule.
std::uint64_t print(const std::string& text, std::string_view rule = "slot-overlap") {
    const auto checked = check(text);
    BOOST_TEST_REQUIRE(checked.of(rule).size() == 1U, text);
    return checked.of(rule).front()->fingerprint;
}

const std::string overlap = day + slot("a", "10:00-11:00") + slot("b", "10:30-11:30");

engine::Setting severity(std::string rule, finding::Severity level) { return {std::move(rule), "severity", level}; }

} // namespace

BOOST_AUTO_TEST_CASE(every_rule_has_a_status_and_says_how_much_it_checked) {
    const auto good = check(day + slot("a", "10:00-11:00") + slot("b", "11:00-12:00"));
    BOOST_TEST(status(good, "slot-overlap") == "passed 2 0");
    BOOST_TEST(status(good, "syntax-error") == "passed 1 0");
    BOOST_TEST(status(good, "room-double-booked") == "not-applicable 0 0"); // no slot is in a room
    BOOST_TEST(status(good, "person-double-booked") == "not-applicable 0 0");
    BOOST_TEST(status(good, "timezone-invalid") == "not-applicable 0 0");
    BOOST_TEST(status(good, "schema-unsupported") == "not-applicable 0 0");
    BOOST_TEST(good.result.rules.size() == test::standard().rules.size());

    BOOST_TEST(status(check(overlap), "slot-overlap") == "failed 2 1");
    BOOST_TEST(status(test::check_with(test::standard(), overlap, {}, {severity("slot-overlap", finding::Severity::off)}), "slot-overlap") == "off 0 0");
}

BOOST_AUTO_TEST_CASE(a_finding_is_about_each_thing_once_where_slots_share_an_id) {
    const auto two = check(day + slot("a", "10:00-11:00") + slot("a", "10:30-11:30"));
    BOOST_TEST_REQUIRE(two.of("slot-overlap").size() == 1U);
    BOOST_TEST(two.of("slot-overlap").front()->draft.about == std::vector<std::string>{"slot:a"}, boost::test_tools::per_element());
    const auto row = check(day + slot("a", "10:00-11:00") + slot("b", "11:00-12:00") + slot("a", "12:00-13:00"));
    BOOST_TEST_REQUIRE(row.of("sitting-too-long").size() == 1U);
    BOOST_TEST(row.of("sitting-too-long").front()->draft.about == (std::vector<std::string>{"slot:a", "slot:b"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_rule_that_could_look_at_nothing_for_want_of_times_is_not_checked) {
    const auto checked = check(day + slot("lost", "1O:00-11:00"));
    BOOST_TEST(status(checked, "slot-overlap") == "not-checked 0 0");
    BOOST_TEST_REQUIRE(checked.rule("slot-overlap").not_checked.size() == 1U);
    BOOST_TEST(status(check(day + slot("lost", "1O:00-11:00", "room = \"R\"\n")), "room-double-booked") == "not-checked 0 0");
    BOOST_TEST(status(checked, "time-unparsable") == "failed 1 1");
}

BOOST_AUTO_TEST_CASE(a_rule_that_looked_at_some_names_the_slots_that_it_could_not) {
    const auto checked = check(day + slot("a", "10:00-11:00") + slot("lost", "soon") + slot("lost-2", "later"));
    BOOST_TEST(status(checked, "slot-overlap") == "passed 1 0");
    const auto& slots = checked.rule("slot-overlap").not_checked;
    BOOST_TEST_REQUIRE(slots.size() == 2U);
    BOOST_TEST(checked.loaded.agenda.slots[slots[0]].id == "lost");
    BOOST_TEST(checked.loaded.agenda.slots[slots[1]].id == "lost-2");
}

BOOST_AUTO_TEST_CASE(where_the_text_is_not_toml_only_the_loaders_rules_look) {
    const auto checked = check(overlap + "[event\n");
    BOOST_TEST(checked.of("syntax-error").size() == 1U);
    BOOST_TEST(checked.of("slot-overlap").empty());
    for (const auto& rule : checked.result.rules) {
        const auto by_loader = test::standard().rule(rule.id)->check == "load";
        BOOST_TEST((by_loader || rule.status == Status::not_checked || rule.severity == finding::Severity::off), rule.id << " is " << name_of(rule.status));
    }
    const auto off = test::check_with(test::standard(), "[event\n", {}, {severity("slot-overlap", finding::Severity::off)});
    BOOST_TEST(status(off, "slot-overlap") == "off 0 0");
}

BOOST_AUTO_TEST_CASE(findings_come_in_the_order_of_their_places) {
    const auto checked = check(day + slot("a", "10:00-11:00", "zzz = 1\naaa = 1\n") + slot("b", "10:30-11:30", "kund = 1\n") + slot("c", "soon"));
    const auto& findings = checked.result.findings;
    BOOST_TEST(findings.size() >= 5U);
    BOOST_TEST(std::is_sorted(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return std::tie(a.draft.at.offset, a.rule) < std::tie(b.draft.at.offset, b.rule);
    }));
}

BOOST_AUTO_TEST_CASE(a_users_severity_takes_the_place_of_the_tiers) {
    const auto gap = day + slot("a", "09:00-10:00") + slot("b", "11:00-12:00"); // an hour: a warning by the tier, an info else
    const auto level = [&](const std::string& text, std::vector<engine::Setting> settings = {}) {
        return finding::name_of(test::check_with(test::standard(), text, {}, std::move(settings)).of("unexplained-gap").front()->severity);
    };
    BOOST_TEST(level(gap) == "warning");
    BOOST_TEST(level("[rules.unexplained-gap]\nseverity = \"info\"\n" + gap) == "info");
    BOOST_TEST(level(gap, {severity("unexplained-gap", finding::Severity::info)}) == "info");
    BOOST_TEST(level(gap, {{"unexplained-gap", "max-gap", time::minutes{60}}}) == "info"); // exactly the limit is not over it
    BOOST_TEST(level(gap, {{"unexplained-gap", "max-gap", time::minutes{59}}}) == "warning");
}

BOOST_AUTO_TEST_CASE(what_concerns_those_who_choose_only_is_one_level_lower_and_never_below_info) {
    const auto text = "[people]\nann = { name = \"Ann\" }\n" + day + slot("a", "10:00-11:00", "room = \"R\"\nspeakers = [\"ann\"]\n") +
                      slot("b", "10:30-11:30", "room = \"S\"\noptional = true\nspeakers = [\"ann\"]\n");
    const std::pair<finding::Severity, std::string_view> levels[] = {
        {finding::Severity::error, "warning"}, {finding::Severity::warning, "info"}, {finding::Severity::info, "info"}};
    for (const auto& [given, expected] : levels) {
        const auto checked = test::check_with(test::standard(), text, {}, {severity("person-double-booked", given)});
        BOOST_TEST_REQUIRE(checked.of("person-double-booked").size() == 1U);
        BOOST_TEST(finding::name_of(checked.of("person-double-booked").front()->severity) == expected);
    }
}

BOOST_AUTO_TEST_CASE(a_fingerprint_outlives_edits_that_leave_the_same_things_at_odds) {
    const auto before = print(overlap);
    const std::pair<const char*, std::string> edits[] = {
        {"the other way round in the file", day + slot("b", "10:30-11:30") + slot("a", "10:00-11:00")},
        {"slots around them", day + slot("x", "08:00-09:00") + slot("a", "10:00-11:00") + slot("b", "10:30-11:30") + slot("y", "14:00-15:00")},
        {"other times", day + slot("a", "14:00-15:00") + slot("b", "14:45-16:30")},
        {"the other first", day + slot("a", "10:30-11:30") + slot("b", "10:00-11:00")},
        {"another day", "[[day]]\ndate = 2027-01-31\n" + slot("a", "10:00-11:00") + slot("b", "10:30-11:30")},
        {"another spelling", "# agenda\n\n\n[[day]]\ndate=\"2026-06-01\"\n[[day.slot]]\ntime='10h00 – 11h' # a\nid='a'\n[[day.slot]]\nstart=\"10.30\"\nduration=60\nid='b'\n"},
        {"other titles", day + slot("a", "10:00-11:00", "title = \"A\"\n") + slot("b", "10:30-11:30", "title = \"B\"\n")},
        {"another severity", "[rules.slot-overlap]\nseverity = \"info\"\n" + overlap},
    };
    for (const auto& [name, text] : edits) BOOST_TEST(print(text) == before, name);
}

BOOST_AUTO_TEST_CASE(a_fingerprint_is_another_for_another_message_of_the_same_rule) {
    auto rules = test::standard();
    for (auto& rule : rules.rules)
        if (rule.id == "slot-overlap") rule.message = {"quite another message"};
    const auto checked = test::check_with(rules, overlap);
    BOOST_TEST_REQUIRE(checked.of("slot-overlap").size() == 1U);
    BOOST_TEST(checked.of("slot-overlap").front()->message() == "quite another message");
    BOOST_TEST(checked.of("slot-overlap").front()->fingerprint == print(overlap)); // never of a message text
}

BOOST_AUTO_TEST_CASE(a_fingerprint_is_another_where_other_things_are_at_odds) {
    BOOST_TEST(print(overlap) != print(day + slot("a", "10:00-11:00") + slot("c", "10:30-11:30")));
    BOOST_TEST(print(overlap) != print(day + slot("a", "10:00-11:00", "track = \"t\"\n") + slot("b", "10:30-11:30", "track = \"t\"\n")));
    BOOST_TEST(print(day + slot("a", "soon"), "time-unparsable") != print(day + slot("b", "soon"), "time-unparsable"));
    BOOST_TEST(print(day + slot("a", "10:00-11:00", "foo = 1\n"), "unknown-key") != print(day + slot("a", "10:00-11:00", "bar = 1\n"), "unknown-key"));
}

BOOST_AUTO_TEST_CASE(no_two_findings_of_a_run_have_one_fingerprint) {
    // Two times of one slot that cannot be read, two unresolved references of one name, and the same in a second slot.
    std::string text = "[people]\nann = { name = \"Ann\" }\n" + day;
    for (const auto* id : {"a", "b"})
        text += "[[day.slot]]\nid = \"" + std::string{id} + "\"\nstart = \"soon\"\nend = \"soon\"\nspeakers = [\"bob\", \"bob\"]\nmoderators = [\"bob\"]\nitems = [{ minutes = \"x\" }, { minutes = \"x\" }]\n";
    const auto checked = check(text);
    BOOST_TEST(checked.result.findings.size() >= 10U);
    std::vector<std::uint64_t> prints;
    for (const auto& finding : checked.result.findings) prints.push_back(finding.fingerprint);
    std::sort(prints.begin(), prints.end());
    BOOST_TEST((std::adjacent_find(prints.begin(), prints.end()) == prints.end()));
}

BOOST_AUTO_TEST_CASE(of_equal_findings_the_first_has_the_plain_fingerprint_and_the_next_an_ordinal) {
    const auto checked = check("[people]\nann = { name = \"Ann\" }\n" + day + slot("a", "10:00-11:00", "speakers = [\"bob\", \"bob\"]\n"));
    const auto found = checked.of("reference-unresolved");
    BOOST_TEST_REQUIRE(found.size() == 2U);
    BOOST_TEST(found[0]->fingerprint == finding::fingerprint("reference-unresolved", found[0]->draft, 0));
    BOOST_TEST(found[1]->fingerprint == finding::fingerprint("reference-unresolved", found[0]->draft, 1));
}
