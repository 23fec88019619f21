// SPDX-License-Identifier: MIT
// What a shared file declares for other agendas is no part of this one.
#pragma once
#include "load/load.hpp"

namespace agenda::load {

/// Leaves out the people, rooms and tracks of included files that the agenda does not name: in a slot, a delegation, or
/// as where a named room or track is. A walk goes where one of its ends does. Call last: indexes change.
void leave_out_unnamed(Loaded& loaded);

} // namespace agenda::load
