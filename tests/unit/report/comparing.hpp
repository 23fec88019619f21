// SPDX-License-Identifier: MIT
// Comparisons of two texts, made as `diff` makes them of files.
#pragma once
#include "app/known.hpp"
#include "report/diff.hpp"
#include "reporting.hpp"

namespace agenda::test {

/// With the pages of the rules that found something.
inline report::Diff diff_of(const NamedText& earlier, const NamedText& later, const engine::RuleSet& rules = few_rules()) {
    const auto checked = [&](const NamedText& one) { return app::checked(std::make_shared<const source::Text>(one.path, one.text), rules, {}); };
    gate::AcceptList no_config;
    auto diff = app::diff_of(checked(earlier), checked(later), no_config, std::nullopt);
    diff.version = "1.2.3";
    diff.rules = app::found_rules(std::vector<const report::CheckedAgenda*>{&diff.before, &diff.after}, [&](std::size_t) { return &rules; });
    return diff;
}

inline std::string written_html(const report::Diff& diff) {
    std::ostringstream out;
    report::write_diff_html(diff, out);
    return out.str();
}

} // namespace agenda::test
