// SPDX-License-Identifier: MIT
// A rule, a profile and the set of them, as their files say. Plain data: the binary holds the standard ones ready made.
#pragma once
#include "agenda/selector.hpp"
#include "engine/template.hpp"
#include "finding/parameters.hpp"

namespace agenda::engine {

using finding::Severity;

struct Parameter {
    std::string name;
    finding::ParameterType type = finding::ParameterType::name;
    finding::ParameterValue standard;
    std::string means;
};

/// What has to hold for a tier: the check's measure is over a limit, and facts have one of some values.
struct Tier {
    /// In minutes or a count; a name is that of a parameter of the rule.
    std::optional<std::variant<std::int64_t, std::string>> over;
    std::vector<std::pair<std::string, std::vector<std::string>>> facts;
    Severity severity = Severity::info;
};

struct Rule {
    std::string id;
    std::string family; ///< the folder it stands in; empty for a file directly in a directory
    std::string file;   ///< the path that it was read from; empty for one in the binary
    std::string summary;
    std::string check;
    Severity severity = Severity::warning;
    bool always_on = false; ///< can neither be turned off nor accepted
    Selection selection;    ///< which things it looks at
    Selection other;        ///< the things that they are held against
    std::vector<Tier> tiers;
    Wordings message, arithmetic, help;
    std::vector<std::pair<std::string, finding::ParameterValue>> with; ///< what the rule fixes of its check's arguments
    std::vector<Parameter> parameters;

    const Parameter* parameter(std::string_view name) const;
};

/// One value that a profile, an agenda or a command line gives: of `severity`, or of a parameter.
struct Setting {
    std::string rule;
    std::string key;
    std::variant<Severity, finding::ParameterValue> value;
};

struct Profile {
    std::string name;
    std::string summary;
    bool overlay = false; ///< otherwise it says the pacing, and takes the place of another that does
    std::optional<Severity> fail_on;
    std::vector<Setting> settings;
};

struct RuleSet {
    std::vector<Rule> rules;       ///< sorted by id
    std::vector<Profile> profiles; ///< sorted by name
    Kinds kinds;

    const Rule* rule(std::string_view id) const;
    const Profile* profile(std::string_view name) const;
    std::vector<std::string_view> rule_ids() const;
    std::vector<std::string_view> profile_names() const;
};

/// The rules, profiles and kinds that are in the binary. (Generated from rules/ at build time.)
RuleSet standard_rules();

/// A fault in a rule file, a profile or kinds.toml: "path:line:column: what is wrong".
struct Trouble {
    std::string path;
    std::optional<source::Position> at; ///< nothing: the file or the directory as a whole
    std::string what;

    std::string text() const;
};

} // namespace agenda::engine
