// SPDX-License-Identifier: MIT
// Totals and thresholds.
#include "gate/gate.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::gate;
using finding::State;

std::vector<finding::Finding> findings(std::initializer_list<std::pair<Severity, State>> some) {
    std::vector<finding::Finding> result;
    for (const auto& [severity, state] : some) {
        result.emplace_back();
        result.back().severity = severity;
        result.back().state = state;
    }
    return result;
}

engine::Profile profile(std::optional<Severity> fail_on) {
    engine::Profile result;
    result.fail_on = fail_on;
    return result;
}

} // namespace

BOOST_AUTO_TEST_CASE(each_finding_is_counted_once_by_its_state_or_its_severity) {
    const auto result = totals(findings({{Severity::error, State::open}, {Severity::error, State::open}, {Severity::error, State::accepted}, {Severity::warning, State::open},
                                         {Severity::warning, State::baselined}, {Severity::info, State::open}, {Severity::info, State::open}, {Severity::info, State::open},
                                         {Severity::info, State::accepted}, {Severity::off, State::open}}));
    BOOST_TEST(result.error == 2U);
    BOOST_TEST(result.warning == 1U);
    BOOST_TEST(result.info == 3U);
    BOOST_TEST(result.accepted == 2U);
    BOOST_TEST(result.baselined == 1U);
}

BOOST_AUTO_TEST_CASE(totals_add_up) {
    Totals all{1, 2, 3, 4, 5};
    all += Totals{10, 20, 30, 40, 50};
    BOOST_TEST(all.error == 11U);
    BOOST_TEST(all.warning == 22U);
    BOOST_TEST(all.info == 33U);
    BOOST_TEST(all.accepted == 44U);
    BOOST_TEST(all.baselined == 55U);
}

BOOST_AUTO_TEST_CASE(what_is_at_or_above_the_threshold_fails) {
    const Totals nothing{}, info{0, 0, 1, 0, 0}, warning{0, 1, 0, 0, 0}, error{1, 0, 0, 0, 0}, tolerated{0, 0, 0, 3, 3};
    const struct {
        const char* name;
        Totals totals;
        bool at_error, at_warning, at_info;
    } cases[] = {{"nothing", nothing, false, false, false}, {"info", info, false, false, true},          {"warning", warning, false, true, true},
                 {"error", error, true, true, true},        {"tolerated", tolerated, false, false, false}};
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) {
            BOOST_TEST(fails(one.totals, Severity::error) == one.at_error);
            BOOST_TEST(fails(one.totals, Severity::warning) == one.at_warning);
            BOOST_TEST(fails(one.totals, Severity::info) == one.at_info);
            BOOST_TEST(!fails(one.totals, Severity::off));
        }
}

BOOST_AUTO_TEST_CASE(the_threshold_is_the_command_lines_else_the_last_profiles_else_error) {
    const auto silent = profile(std::nullopt), strict = profile(Severity::warning), never = profile(Severity::off);
    BOOST_TEST((threshold(std::nullopt, {}) == Severity::error));
    BOOST_TEST((threshold(std::nullopt, {&silent}) == Severity::error));
    BOOST_TEST((threshold(std::nullopt, {&strict, &silent}) == Severity::warning));
    BOOST_TEST((threshold(std::nullopt, {&strict, &never}) == Severity::off));
    BOOST_TEST((threshold(Severity::info, {&never}) == Severity::info));
    BOOST_TEST((threshold(Severity::off, {&strict}) == Severity::off));
}

BOOST_AUTO_TEST_CASE(thresholds_have_names_and_never_is_the_one_of_none) {
    for (const auto* name : {"error", "warning", "info", "never"}) {
        const auto read = threshold_named(name);
        BOOST_TEST_REQUIRE(read.has_value(), name);
        BOOST_TEST(name_of_threshold(*read) == name);
    }
    for (const auto* name : {"off", "", "Error", "fatal"}) BOOST_TEST(!threshold_named(name).has_value(), name);
}
