// SPDX-License-Identifier: MIT
// agenda-lint.toml: profiles, settings, accepted findings and directories of rules for the agendas beside and below it.
#pragma once
#include "engine/settings.hpp"
#include "finding/accept.hpp"
#include <filesystem>

namespace agenda::engine {

struct Config {
    std::shared_ptr<const source::Text> text;
    std::vector<const Profile*> profiles;
    std::optional<Severity> fail_on; ///< off: never
    std::vector<Setting> settings;
    std::vector<finding::Accept> accepts;
    std::vector<std::string> rule_directories; ///< as they are written
    std::string baseline;                      ///< as it is written; empty: none
};

/// Reads the file. The rule directories that it names (relative to it) and then `more_directories` are added to `rules`
/// first. Keys are strict; troubles are added, and the result is then of no use. `rules` must outlive the result.
Config read_config(std::shared_ptr<const source::Text> text, const std::vector<std::string>& more_directories,
                   RuleSet& rules, std::vector<Trouble>& troubles);

/// The agenda-lint.toml for what lies in this directory: in it or above it, up to the root of the repository (the
/// folder that has a `.git`); outside a repository in it alone. Nothing where there is none.
std::optional<std::filesystem::path> find_config(const std::filesystem::path& directory);

} // namespace agenda::engine
