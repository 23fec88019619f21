// SPDX-License-Identifier: MIT
#include "finding/accept.hpp"
#include <algorithm>

namespace agenda::finding {
namespace {

/// "slot" of "slot:keynote".
std::string_view sort_of(std::string_view id) { return id.substr(0, id.find(':')); }

} // namespace

bool covers(const Accept& accept, std::string_view rule, const std::vector<std::string>& about) {
    if (accept.rule != rule || accept.about.empty()) return false;
    const auto named = [&](const std::string& id) {
        return std::find(accept.about.begin(), accept.about.end(), id) != accept.about.end();
    };
    return std::all_of(accept.about.begin(), accept.about.end(), [&](const std::string& id) {
        const auto of_its_sort = [&](const std::string& other) { return sort_of(other) == sort_of(id); };
        return std::any_of(about.begin(), about.end(), of_its_sort) &&
               std::all_of(about.begin(), about.end(),
                           [&](const std::string& other) { return !of_its_sort(other) || named(other); });
    });
}

} // namespace agenda::finding
