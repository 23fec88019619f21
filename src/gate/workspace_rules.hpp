// SPDX-License-Identifier: MIT
// The rules about agendas that are checked together (...-across): who and what is booked by two of them at once.
#pragma once
#include "engine/run.hpp"

namespace agenda::gate {

/// One of the agendas of a call.
struct Together {
    std::string file; ///< which it is: the same for the same file by whatever path, and no two of that are held together
    const load::Loaded& loaded;
    const engine::Settings& settings;
    engine::Result& result;
};

/// Adds their findings to those of each agenda: one for each slot and each person or room of a file that both agendas
/// include. Floating agendas are held against one another, and those with a zone. O(n log n) in all slots, times the
/// number of agendas that book the same.
void tell_clashes(const std::vector<Together>& agendas);

} // namespace agenda::gate
