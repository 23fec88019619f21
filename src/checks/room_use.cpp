// SPDX-License-Identifier: MIT
#include "checks/room_use.hpp"

namespace agenda::checks {

RoomUse use_of(const Slot& slot) {
    if (slot.kind_class() == KindClass::logistics) return RoomUse::registration;
    if (slot.optional) return RoomUse::by_choice;
    return slot.is_pause() || slot.kind_class() == KindClass::social ? RoomUse::pause : RoomUse::ordinary;
}

bool contend(RoomUse one, RoomUse other) {
    using enum RoomUse;
    const auto are = [&](RoomUse a, RoomUse b) { return (one == a && other == b) || (one == b && other == a); };
    return !are(pause, by_choice) && !are(registration, pause) && !are(registration, registration);
}

} // namespace agenda::checks
