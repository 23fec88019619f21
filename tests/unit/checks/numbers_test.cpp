// SPDX-License-Identifier: MIT
// Numbers in labels, and series of them at a size and in an order that no example of a rule shows.
#include "checks/numbers.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

/// "session: 2 in Roman numerals (a)", "session: 3-4 in figures", "none", "other".
std::string read(const std::string& label) {
    const auto number = checks::read_number(label);
    if (!number) return "none";
    if (number->other_make) return "other";
    auto text = number->series + ": " + std::to_string(number->first);
    if (number->last != number->first) text += "-" + std::to_string(number->last);
    text += " " + std::string{checks::written_in(number->style)};
    if (!number->part.empty()) text += " (" + number->part + ")";
    return text + (number->continued ? " continued" : "");
}

/// Slots an hour apart, one a label, over as many days as it takes.
std::string agenda_of(const std::vector<std::string>& numbers) {
    std::string text = "[event]\ntitle = \"Forum\"\n";
    const std::chrono::sys_days first{std::chrono::year{2026} / 6 / 1};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i % 10 == 0) text += "[[day]]\ndate = " + time::format_date(first + std::chrono::days{i / 10}) + "\n";
        const auto hour = std::to_string(10 + i % 10);
        text += "[[day.slot]]\nid = \"s" + std::to_string(i) + "\"\ntime = \"" + hour + ":00-" + hour +
                ":30\"\nnumber = \"" + numbers[i] + "\"\n";
    }
    return text;
}

std::vector<std::string> counted(const std::string& word, int count, int step = 1) {
    std::vector<std::string> labels;
    for (int i = 0; i < count; ++i) labels.push_back(word + std::to_string(i * step % count + 1));
    return labels;
}

std::size_t findings(const std::vector<std::string>& numbers) {
    return check(agenda_of(numbers)).of("numbering-broken").size();
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_numbers)

BOOST_AUTO_TEST_CASE(a_label_is_read_as_a_series_and_a_number) {
    const struct {
        std::string label, expected;
    } cases[] = {
        {"Session II", "session: 2 in Roman numerals"},
        {"SESSION 2:", "session: 2 in figures"},
        {"Plenary Session #2 - Rights", "plenary session: 2 in figures"},
        {"3A", ": 3 in figures (a)"},
        {"Session IIB", "session: 2 in Roman numerals (b)"},
        {"WS3", "ws: 3 in figures"},
        {"Day Two", "day: 2 in words"},
        {"Jour trois", "jour: 3 in words"},
        {"Séance dix-sept", "séance: 17 in words"},
        {"1st meeting", "meeting: 1 in ordinals"},
        {"5823rd plenary meeting", "plenary meeting: 5823 in ordinals"},
        {"1ère séance", "séance: 1 in ordinals"},
        {"End of the second day", "day: 2 in ordinals"},
        {"Group G", "group: 7 in letters"},
        {"Sessions 3-4", "session: 3-4 in figures"},
        {"Sessions III–IV", "session: 3-4 in Roman numerals"},
        {"Séances 3 et 4", "séance: 3-4 in figures"},
        {"II (continued)", ": 2 in Roman numerals ( continued) continued"},
        {"Session II, suite", "session: 2 in Roman numerals continued"},
        {"Session 3: Continued fractions", "session: 3 in figures"},
        {"Session 1.2", "other"},
        {"Session 2/3", "other"},
        {"Session 4-3", "other"},
        {"Forum 2009", "other"},
        {"3D-printing", ": 3 in figures (d)"},
        {"A view from the South", "none"},
        {"One health", "none"},
        {"I am here", "none"},
        {"Rights", "none"},
        {"", "none"},
        {"(", "none"},
    };
    for (const auto& one : cases) BOOST_TEST(read(one.label) == one.expected, one.label << ": " << read(one.label));
}

BOOST_AUTO_TEST_CASE(a_thousand_slots_in_order_are_silent) { BOOST_TEST(findings(counted("Session ", 900)) == 0U); }

BOOST_AUTO_TEST_CASE(one_number_given_a_hundred_times_on_a_day_is_one_finding) {
    auto labels = counted("Session ", 3);
    for (int i = 0; i < 100; ++i) labels.push_back("Session 2");
    BOOST_TEST(findings(labels) == 1U);
}

BOOST_AUTO_TEST_CASE(numbers_without_any_order_are_not_held_to_one) {
    BOOST_TEST(findings(counted("Poster ", 101, 37)) == 0U);
}

BOOST_AUTO_TEST_CASE(of_two_blocks_that_changed_places_the_fewer_are_told) {
    BOOST_TEST(findings({"Session 6", "Session 7", "Session 1", "Session 2", "Session 3", "Session 4", "Session 5"}) ==
               2U);
}

BOOST_AUTO_TEST_CASE(a_series_of_letters_has_i_v_and_x) {
    std::vector<std::string> labels;
    for (char c = 'A'; c <= 'X'; ++c) labels.push_back(std::string{"Group "} + c);
    BOOST_TEST(findings(labels) == 0U);
    labels.erase(labels.begin() + 8);
    BOOST_TEST(findings(labels) == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
