// SPDX-License-Identifier: MIT
// What is told of a file whose slots are in disorder.
#include "unit/checks/own_rule.hpp"

using namespace agenda;
using namespace agenda::test;

namespace {

/// Slots of one minute each at these minutes past nine; gives back what is told: the ids, findings separated by ";".
std::string moved(const std::vector<int>& minutes) {
    std::string text = "[[day]]\ndate = 2026-06-01\n";
    for (const auto minute : minutes) {
        const time::Clock start{time::minutes{540 + minute}};
        text += "[[day.slot]]\nid = \"" + std::to_string(minute) + "\"\ntime = \"" +
                time::format_range({start, {start.since_midnight + time::minutes{1}}}) + "\"\n";
    }
    const auto checked = check(text);
    std::string result;
    for (const auto* finding : checked.of("slot-order")) result += joined(finding->draft.about) + ";";
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_sequence)

BOOST_AUTO_TEST_CASE(the_fewest_slots_are_told_that_leave_the_rest_in_order) {
    BOOST_TEST(moved({1, 2, 3, 4}) == "");
    BOOST_TEST(moved({}) == "");
    BOOST_TEST(moved({9, 1, 2, 3, 4}) == "slot:9;");
    BOOST_TEST(moved({2, 3, 4, 5, 1}) == "slot:1;");
    BOOST_TEST(moved({1, 9, 2, 3, 8, 4, 5}) == "slot:9;slot:8;");
    BOOST_TEST(moved({4, 5, 6, 7, 1, 2, 3}) == "slot:1 slot:2 slot:3;");
}

BOOST_AUTO_TEST_CASE(a_file_that_stands_on_its_head_is_one_finding) {
    std::vector<int> minutes;
    for (int i = 500; i > 0; --i) minutes.push_back(i);
    const auto told = moved(minutes);
    BOOST_TEST(std::count(told.begin(), told.end(), ';') == 1);
}

BOOST_AUTO_TEST_SUITE_END()
