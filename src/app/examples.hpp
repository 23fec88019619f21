// SPDX-License-Identifier: MIT
// Runs the examples of a rule file: what the rule finds, where, how severe, in which words.
#pragma once
#include "engine/rule_reader.hpp"
#include "engine/run.hpp"

namespace agenda::app {

struct ExampleOutcome {
    std::vector<std::string> problems; ///< empty: the rule says of it what the example expects
    /// The example has something that the rule looks at, and what each of its exceptions leaves out.
    bool selects = false;
    std::vector<bool> excepts;
};

/// Checks the example's agenda with this set of rules, which holds the rule, and compares. Only findings of this rule
/// count; of an example that is not TOML only those of `syntax-error` are to be expected.
ExampleOutcome run_example(const engine::Rule& rule, const engine::Example& example, const engine::RuleSet& rules);

/// What is wrong with a rule's examples taken together: none that fires, none that stays silent, a selection or an
/// exception that meets nothing in any of them.
std::vector<std::string> lacking(const engine::Rule& rule, const engine::RulePage& page,
                                 const std::vector<ExampleOutcome>& outcomes);

} // namespace agenda::app
