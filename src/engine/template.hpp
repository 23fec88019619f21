// SPDX-License-Identifier: MIT
// Message templates: text with {fields} of the check, {parameters} of the rule, and {parameter.from} for who set it.
#pragma once
#include "finding/finding.hpp"
#include "finding/parameters.hpp"
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace agenda::engine {

/// Several wordings, of which the first whose fields are all there is taken; none where each misses a field.
using Wordings = std::vector<std::string>;

/// The names between braces, in order; `{{` and `}}` are braces. Nothing for a template with an open or an empty brace.
std::optional<std::vector<std::string>> fields_of(std::string_view text);

/// Fills the first wording whose fields are all there. Durations are numbers of minutes and shares numbers of
/// percent, without a unit.
std::string fill(const Wordings& wordings, const finding::Facts& facts, const finding::Arguments& arguments);

} // namespace agenda::engine
