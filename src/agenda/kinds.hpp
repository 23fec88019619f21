// SPDX-License-Identifier: MIT
// The kinds of slot and what each means to the rules. They are data (rules/kinds.toml); this is their form in memory.
#pragma once
#include "time/instant.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace agenda {

enum class KindClass { programme, rest, meal, social, logistics, note };

/// The name that files use: "programme", "break", "meal", ...
std::string_view name_of(KindClass kind_class);
std::optional<KindClass> kind_class_named(std::string_view name);

struct KindTraits {
    std::string name;
    KindClass kind_class = KindClass::programme;
    std::optional<time::minutes> shortest, longest; ///< usual bounds of its duration, both inclusive
    bool needs_moderator = false;
    bool needs_speaker = false;
    bool beside_anything = false; ///< may run beside anything, and occupies no timeline
    bool optional = false;        ///< by nature; a slot may say otherwise
    bool open_ended = false;      ///< a start alone is usual
};

class Kinds {
public:
    Kinds() = default;
    explicit Kinds(std::vector<KindTraits> kinds) : kinds_(std::move(kinds)) {}

    /// Nothing for an unknown kind.
    const KindTraits* find(std::string_view name) const;
    /// What a slot without a kind, or with one of the user's own (`x-...`), is: programme with no demands.
    static const KindTraits& undemanding();
    const std::vector<KindTraits>& all() const { return kinds_; }

private:
    std::vector<KindTraits> kinds_; // two dozen: a search from the front is the quickest
};

} // namespace agenda
