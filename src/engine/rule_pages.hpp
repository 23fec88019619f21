// SPDX-License-Identifier: MIT
// The page of a rule - why, sources, limits, examples -, which a check does not need and which is read when asked for.
#pragma once
#include "engine/rule_reader.hpp"

namespace agenda::engine {

/// The file of a rule that is in the binary, as it stands in rules/; empty for any other. (Generated at build time.)
std::string_view standard_rule_file(std::string_view id);

/// The page of a rule of the set: from the file that it was read from, else from the binary. Nothing, and a trouble,
/// where its file cannot be read any more.
std::optional<RulePage> page_of(const Rule& rule, const Kinds& kinds, std::vector<Trouble>& troubles);

} // namespace agenda::engine
