// SPDX-License-Identifier: MIT
// Checks a text as the tool does, with the standard rules.
#pragma once
#include "engine/run.hpp"

namespace agenda::test {

struct Checked {
    load::Loaded loaded;
    engine::Result result;

    /// The findings of one rule, in the order of the file.
    std::vector<const finding::Finding*> of(std::string_view rule) const;
    const engine::RuleResult& rule(std::string_view id) const;
    std::size_t count(finding::Severity severity) const;
};

/// Profiles by name replace or join the agenda's own, as on the command line.
Checked check(std::string text, const std::vector<std::string>& profiles = {});
Checked check_with(const engine::RuleSet& rules, std::string text, const std::vector<std::string>& profiles = {},
                   std::vector<engine::Setting> settings = {});
const engine::RuleSet& standard();
/// The standard rules of the loader and of contention only: what a test of reports needs, whatever other rules there are.
const engine::RuleSet& few_rules();

/// A file of the source tree, whole.
std::string file(const std::string& path_in_tree);
/// The text with the one occurrence of `from` replaced; fails the test where there is none or more than one.
std::string edited(std::string text, std::string_view from, std::string_view to);

} // namespace agenda::test
