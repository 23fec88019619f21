// SPDX-License-Identifier: MIT
// A directory of rule files, profiles and kinds, added to a rule set.
#pragma once
#include "engine/rule.hpp"
#include "source/toml.hpp"
#include <filesystem>

namespace agenda::engine {

/// Reads `directory` and what is below it, in the order of the names: `kinds.toml` directly in it, profiles in
/// `profiles/`, and every other
/// `*.toml` as a rule whose family is its folder. A rule, a profile or a kind of a name that is there already takes its
/// place. Troubles are added, and what has one is left out. A directory that cannot be read is a trouble.
void add_rule_files(const std::filesystem::path& directory, RuleSet& rules, std::vector<Trouble>& troubles);

/// The `*.toml` files of a rule directory that are rules, sorted.
std::vector<std::filesystem::path> rule_files(const std::filesystem::path& directory);

/// The whole file; nothing, and a trouble, where it cannot be read.
std::shared_ptr<const source::Text> read_text(const std::filesystem::path& path, std::vector<Trouble>& troubles);

} // namespace agenda::engine
