// SPDX-License-Identifier: MIT
// Two texts compared, and what was said as short lines, for tests.
#pragma once
#include "revision/revision.hpp"
#include "support/check.hpp"

namespace agenda::test {

inline load::Loaded loaded_revision(std::string text) {
    return load::load(std::make_shared<const source::Text>("agenda.toml", std::move(text)), standard().kinds);
}

struct Compared {
    load::Loaded before, after;
    revision::Comparison comparison;

    Compared(std::string old_text, std::string new_text)
        : before(loaded_revision(std::move(old_text))), after(loaded_revision(std::move(new_text))),
          comparison(revision::compare({before.agenda, *before.text}, {after.agenda, *after.text})) {}
};

/// "slot-moved [slot:keynote]: `Keynote` starts 5 min later: 10:15-10:40 -> 10:20-10:45", a line a change; "(by
/// similarity)" where matching was by neither id nor name.
inline std::string told(const revision::Comparison& comparison) {
    std::string result;
    for (const auto& change : comparison.changes) {
        std::string about;
        const auto all = change.about();
        const auto shown = all.size() > 6 ? 2 : all.size();
        for (std::size_t i = 0; i < shown; ++i) about += (about.empty() ? "" : " ") + all[i];
        if (shown < all.size()) about += " and " + std::to_string(all.size() - shown) + " more";
        result += std::string{name_of(change.kind)} + " [" + about + "]: " + change.message;
        if (change.by() > revision::MatchedBy::name) result += " (by " + std::string{name_of(change.by())} + ")";
        result += "\n";
    }
    return result;
}

} // namespace agenda::test
