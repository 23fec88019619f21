// SPDX-License-Identifier: MIT
// What a row of a schedule is that says so by its title alone: "Lunch", "Coffee break".
#pragma once
#include "load/formats/schedule.hpp"

namespace agenda::load::formats {

/// The kind of slot that has exactly this title, whatever the case ("Coffee Break") and what brackets add ("Lunch
/// (catered)"), at the title's place; empty for any other: of "Lunch and learn" nothing is guessed.
Field kind_of_title(const Field& title);

} // namespace agenda::load::formats
