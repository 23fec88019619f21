// SPDX-License-Identifier: MIT
// The kind of slot that the words of a schedule mean: a type that systems know, or a title that says it alone.
#pragma once
#include "load/formats/schedule.hpp"

namespace agenda::load::formats {

/// Whether it is one of the kinds in rules/kinds.toml, letter by letter.
bool is_standard_kind(std::string_view name);
/// The kind that a word of conference systems means, or that is one of the standard kinds; empty for any other.
std::string_view kind_named(std::string_view word);
/// The same of a type, also where more stands behind its word ("Talk 30 min"); for any other one of the user's own,
/// "x-..."; empty for a type that says nothing ("other").
std::string kind_of_type(std::string_view type);

/// The kind of slot that has exactly this title, whatever the case ("Coffee Break") and what brackets add ("Lunch
/// (catered)"), at the title's place; empty for any other: of "Lunch and learn" nothing is guessed.
Field kind_of_title(const Field& title);

} // namespace agenda::load::formats
