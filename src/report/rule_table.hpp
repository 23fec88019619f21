// SPDX-License-Identifier: MIT
// The rules as they are in force: severity and parameters, and who set each.
#pragma once
#include "engine/settings.hpp"
#include <ostream>

namespace agenda::report {

/// A line a rule; parameters below it. `changed_only` leaves out the rules in which nobody changed anything.
void write_rule_table(const engine::Settings& settings, bool changed_only, std::ostream& out);
/// An array, one object a rule; "from" is null for what the rule itself says.
std::string rule_table_json(const engine::Settings& settings);

} // namespace agenda::report
