// SPDX-License-Identifier: MIT
#include "agenda/kinds.hpp"
#include <algorithm>
#include <array>
#include <utility>

namespace agenda {
namespace {

constexpr std::array class_names{
    std::pair{KindClass::programme, "programme"}, std::pair{KindClass::rest, "break"},
    std::pair{KindClass::meal, "meal"},           std::pair{KindClass::social, "social"},
    std::pair{KindClass::logistics, "logistics"}, std::pair{KindClass::note, "note"},
};

} // namespace

std::string_view name_of(KindClass kind_class) {
    return std::find_if(class_names.begin(), class_names.end(),
                        [&](const auto& pair) { return pair.first == kind_class; })
        ->second;
}

std::optional<KindClass> kind_class_named(std::string_view name) {
    for (const auto& [kind_class, known] : class_names)
        if (known == name) return kind_class;
    return std::nullopt;
}

const KindTraits* Kinds::find(std::string_view name) const {
    const auto found =
        std::find_if(kinds_.begin(), kinds_.end(), [&](const KindTraits& kind) { return kind.name == name; });
    return found == kinds_.end() ? nullptr : &*found;
}

const KindTraits& Kinds::undemanding() {
    static const KindTraits none{};
    return none;
}

} // namespace agenda
