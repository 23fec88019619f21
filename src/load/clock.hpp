// SPDX-License-Identifier: MIT
// Puts the slots on one clock: what each says of its time becomes a half-open interval of instants.
#pragma once
#include "load/slots.hpp"

namespace agenda::load {

/// Fills clock, when, start and time_at of each slot and its items. The zone must be known (see find_zones).
/// A duration runs in real minutes: 01:30 and 90m on the morning on which Berlin's clocks go forward end at 04:00.
void put_on_clock(Reader& reader, const std::vector<Pending>& pending);

} // namespace agenda::load
