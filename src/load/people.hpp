// SPDX-License-Identifier: MIT
// Reads [people], and the people named in slots and items.
#pragma once
#include "load/names.hpp"

namespace agenda::load {

/// Of several files; a name may stand in another than who names it.
void read_people(Reader& reader, Names& names, const std::vector<Value>& tables);

/// What one role of a slot or an item says: an id, a table, or a list of both. Adds to the slot's people and counts the
/// unresolved.
struct RoleOf {
    Slot& slot;
    Role role;
    std::optional<std::uint32_t> item;
};
void read_role(Reader& reader, Names& names, const Entry& entry, const RoleOf& role);

} // namespace agenda::load
