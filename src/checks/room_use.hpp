// SPDX-License-Identifier: MIT
// What a slot wants of its room, and which of two such things keep each other out.
#pragma once
#include "agenda/agenda.hpp"

namespace agenda::checks {

/// Meals and social slots are pauses; logistics is registration; else what nobody has to attend is by choice.
enum class RoomUse : std::uint8_t { ordinary, pause, by_choice, registration };
RoomUse use_of(const Slot& slot);

/// A pause never contends with an optional slot (people choose), nor a registration with a pause or another
/// registration (people do both).
bool contend(RoomUse one, RoomUse other);

} // namespace agenda::checks
