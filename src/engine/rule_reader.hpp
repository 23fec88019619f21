// SPDX-License-Identifier: MIT
// A rule file to a Rule: strict keys, arguments as its check declares them, templates whose fields exist. Every fault
// is located.
#pragma once
#include "engine/page.hpp"

namespace agenda::engine {

/// The id is the file's name without ".toml" and the family its folder's name. `kinds` are those that a selection may
/// name.
std::optional<Rule> read_rule(std::shared_ptr<const source::Text> text, std::string id, std::string family,
                              RulePage* page, const Kinds& kinds, std::vector<Trouble>& troubles);

} // namespace agenda::engine
