// SPDX-License-Identifier: MIT
// The rules that a command runs with, from the binary, from directories and from options. Names that are unknown are a
// Failure.
#pragma once
#include "app/commands.hpp"
#include "engine/page.hpp"
#include "engine/run.hpp"

namespace agenda::app {

/// Throws a Failure of all troubles where there is one.
void refuse(const std::vector<engine::Trouble>& troubles);

engine::RuleSet rule_set(const std::vector<std::string>& directories);
/// From the file that the rule was read from, else from the binary. Throws a Failure where it is not right any more.
engine::RulePage page_of(const engine::Rule& rule, const engine::RuleSet& rules);
engine::Choice choice_of(const RuleOptions& options, const engine::RuleSet& rules);

/// "; did you mean `x`?" or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known);

} // namespace agenda::app
