// SPDX-License-Identifier: MIT
// The page of a rule: what it finds, why, with which parameters, with examples, and what it does not find.
#pragma once
#include "engine/rule_reader.hpp"
#include <ostream>

namespace agenda::report {

struct RuleOnPage {
    const engine::Rule& rule;
    const engine::RulePage& page;
    const std::vector<engine::Profile>& profiles; ///< those that change the rule are named
};

void write_rule_text(const RuleOnPage& rule, std::ostream& out);
void write_rule_markdown(const RuleOnPage& rule, std::ostream& out);
void write_rule_json(const RuleOnPage& rule, std::ostream& out);

/// All rules by family, with a table of contents; `rules` is sorted by id.
void write_catalogue(const std::vector<RuleOnPage>& rules, std::ostream& out);

} // namespace agenda::report
