// SPDX-License-Identifier: MIT
// [select], [[except]] and [other] of a rule file: conditions that exist for what the check looks at, values that they
// can have. Every fault is located.
#pragma once
#include "checks/check.hpp"
#include "engine/file_reader.hpp"

namespace agenda::engine {

/// Sets the rule's `selection` and `other`.
void read_selections(FileReader& file, const checks::Check& check, const Kinds& kinds, Rule& rule);

} // namespace agenda::engine
