// SPDX-License-Identifier: MIT
// Comparisons of two texts, made as `diff` makes them of files.
#pragma once
#include "app/known.hpp"
#include "report/diff.hpp"
#include "reporting.hpp"

namespace agenda::test {

/// With the pages of the rules that found something.
inline report::Diff diff_of(const NamedText& earlier, const NamedText& later, const engine::RuleSet& rules = few_rules()) {
    std::vector<app::Checked> before, after;
    before.push_back(app::checked(std::make_shared<const source::Text>(earlier.path, earlier.text), rules, {}));
    after.push_back(app::checked(std::make_shared<const source::Text>(later.path, later.text), rules, {}));
    report::Diff diff;
    diff.version = "1.2.3";
    diff.comparison = app::compared(before.front(), after.front());
    gate::AcceptList config;
    app::accept_earlier(before, {&config}, std::nullopt);
    app::accept(after, {&config}, std::nullopt);
    diff.before = std::move(before.front().agenda);
    diff.after = std::move(after.front().agenda);
    const auto& a = diff.before.loaded.agenda;
    const auto& b = diff.after.loaded.agenda;
    diff.findings = gate::compare_findings(diff.before.result, diff.after.result, revision::Translation{diff.comparison.matches, a, b});
    diff.to_tell = revision::to_tell(diff.comparison, a, b);
    diff.rules = app::found_rules(std::vector<const report::CheckedAgenda*>{&diff.before, &diff.after}, [&](std::size_t) { return &rules; });
    return diff;
}

inline std::string written_html(const report::Diff& diff) {
    std::ostringstream out;
    report::write_diff_html(diff, out);
    return out.str();
}

} // namespace agenda::test
