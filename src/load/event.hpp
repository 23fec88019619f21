// SPDX-License-Identifier: MIT
// Reads [event] and finds its time zone.
#pragma once
#include "load/reader.hpp"

namespace agenda::load {

void read_event(Reader& reader, const Entry& event);

/// Finds the agenda's zone, and looks at the audience's. Returns what is wrong with the system's own data; empty where
/// all is well.
std::string find_zones(Reader& reader);

} // namespace agenda::load
