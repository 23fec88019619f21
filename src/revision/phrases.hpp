// SPDX-License-Identifier: MIT
// Words of the changes' messages.
#pragma once
#include "revision/keys.hpp"
#include <string>
#include <vector>

namespace agenda::revision {

/// "`Session II`".
std::string ticked(std::string_view text);
/// "a, b and c"; of more than six, "a, b, c and 9 more".
std::string listed(const std::vector<std::string>& texts);
/// The same of names, quoted.
std::string ticked(const std::vector<std::string>& names);
/// The names of members, quoted.
std::string named(const std::vector<Member>& members);
/// "1 slot", "3 slots".
std::string slots(std::size_t count);

/// "10 min later", "1 h 30 min earlier", never of zero.
std::string shift(time::minutes by);
/// "90 min".
std::string length(time::minutes minutes);

/// How a value changed: "`a` -> `b`", "`b` is new", "`a` is gone". Of long texts only what differs, with a few words
/// around it; of questions and items only the lines that differ.
std::string changed(const Edit& edit);

/// Where a slot is: "room `Aula`", "track `Data`", "no place".
std::string place(const Agenda& agenda, const Slot& slot);

} // namespace agenda::revision
