// SPDX-License-Identifier: MIT
#include "finding/accept.hpp"
#include <set>

namespace agenda::finding {
namespace {

/// "slot" of "slot:keynote".
std::string_view sort_of(std::string_view id) { return id.substr(0, id.find(':')); }

} // namespace

bool covers(const Accept& accept, std::string_view rule, const std::vector<std::string>& about) {
    if (accept.rule != rule || accept.about.empty()) return false;
    const std::set<std::string_view> named{accept.about.begin(), accept.about.end()};
    std::set<std::string_view> sorts, there;
    for (const auto id : named) sorts.insert(sort_of(id));
    for (const auto& id : about) {
        if (!sorts.contains(sort_of(id))) continue;
        if (!named.contains(id)) return false;
        there.insert(sort_of(id));
    }
    return there.size() == sorts.size();
}

} // namespace agenda::finding
