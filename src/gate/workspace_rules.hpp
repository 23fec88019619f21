// SPDX-License-Identifier: MIT
// The rules about agendas that are checked together (...-across): who and what is booked by two of them at once.
#pragma once
#include "engine/run.hpp"

namespace agenda::gate {

/// One of the agendas of a call.
struct Together {
    std::string file; ///< its path, whole: the same for the same file, and that is not held against itself
    const load::Loaded& loaded;
    const engine::Settings& settings;
    engine::Result& result;
};

/// Whether the rule is one of these and the agenda was held against no other, so that nothing follows from what it did
/// not find.
bool held_against_none(std::string_view rule, const engine::Result& result);

/// Adds their findings to those of each agenda: one for each slot and each slot of another agenda that needs the same
/// person or room of a file that both include, the first eight for a slot, in the order of their times, among the
/// first 500 that need it then. Floating agendas are held against one another, and those with a zone. The order of the
/// agendas does not matter. O(n log n) in all slots.
void tell_clashes(const std::vector<Together>& agendas);

} // namespace agenda::gate
