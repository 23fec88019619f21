// SPDX-License-Identifier: MIT
// Reads [rooms], [tracks], [[walk]] and [[delegation]].
#pragma once
#include "load/names.hpp"

namespace agenda::load {

void read_rooms(Reader& reader, Names& names, const std::vector<Value>& tables);
/// After the rooms, which tracks name.
void read_tracks(Reader& reader, Names& names, const std::vector<Value>& tables);
void read_walk(Reader& reader, Names& names, const Value& walk);
/// After the people, whom delegations name.
void read_delegation(Reader& reader, Names& names, const Value& delegation);

} // namespace agenda::load
