// SPDX-License-Identifier: MIT
#include "checks/all.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {

std::span<const Check> all() {
    // Made at first use: the checks live in other files, whose order of initialisation is not known.
    static const std::array table{
        load,        contention,   spacing,   chain, free_stretch, //
        limit,       require,      forbid,    text,  accept,       //
        assignments, pause_filled, team_size,                      //
    };
    return table;
}

const Check* find(std::string_view name) {
    const auto checks = all();
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
    return found == checks.end() ? nullptr : &*found;
}

} // namespace agenda::checks
