// SPDX-License-Identifier: MIT
// What a rule that a user writes finds in an agenda, as one text.
#pragma once
#include "engine/rule_reader.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

namespace agenda::test {

/// A rule file of a check with these tables, which says `message`.
inline engine::RuleSet own_rule(const std::string& check, const std::string& message, const std::string& tables) {
    const auto text = "summary = \"s\"\ncheck = \"" + check + "\"\nseverity = \"warning\"\nmessage = \"" + message +
                      "\"\n" + tables + "\n[why]\ntext = \"w\"\n";
    std::vector<engine::Trouble> troubles;
    const auto rule = engine::read_rule(std::make_shared<const source::Text>("own.toml", text), "own", "", nullptr,
                                        standard().kinds, troubles);
    for (const auto& trouble : troubles) BOOST_TEST_INFO(trouble.text());
    BOOST_TEST_REQUIRE(rule.has_value());
    auto rules = standard();
    rules.rules = {*rule};
    return rules;
}

/// The messages, each with its severity: "warning: x; info: y".
inline std::string said(const Checked& checked) {
    std::string result;
    for (const auto& finding : checked.result.findings)
        result += (result.empty() ? "" : "; ") + std::string{name_of(finding.severity)} + ": " + finding.message();
    return result;
}

/// "[[day]]" of a date, with slots that are written "09:00-10:00 opening".
inline std::string day(const std::string& date, const std::vector<std::string>& slots) {
    std::string result = "[[day]]\ndate = " + date + "\n";
    for (const auto& slot : slots)
        result += "[[day.slot]]\ntime = \"" + slot.substr(0, 11) + "\"\nkind = \"" + slot.substr(12) + "\"\n";
    return result;
}

} // namespace agenda::test
