// SPDX-License-Identifier: MIT
// Whether something is in a list.
#pragma once
#include <algorithm>
#include <iterator>
#include <string_view>

namespace agenda {

template <class List, class Value> bool contains(const List& list, const Value& value) {
    return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

/// Whether a name is one of those in a text, which are separated by spaces.
constexpr bool listed(std::string_view names, std::string_view name) {
    for (std::size_t at = 0; at < names.size();) {
        const auto end = std::min(names.find(' ', at), names.size());
        if (names.substr(at, end - at) == name) return true;
        at = end + 1;
    }
    return false;
}

} // namespace agenda
