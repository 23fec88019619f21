// SPDX-License-Identifier: MIT
// A rule file to a Rule: strict keys, arguments as its check declares them, templates whose fields exist. Every fault
// is located.
#pragma once
#include "engine/rule.hpp"
#include "source/toml.hpp"

namespace agenda::engine {

/// An example in a rule file: an agenda, and what this rule alone says of it.
struct Expected {
    std::string at; ///< "slot:plenary", "day:2026-06-01", "event", "person:id", "room:id"; or "line:3"
    std::string
        key; ///< the key whose value the place is; empty: the table's header, or any place within what `at` names
    std::optional<Severity> severity;
    std::string message; ///< whole; empty: any
    std::string help;    ///< whole; empty: any
};
struct Example {
    std::string name;
    std::vector<std::string> profiles;
    std::string agenda;
    std::optional<time::Date> as_of; ///< the day of the run; nothing: none that matters
    std::vector<Expected> expect;    ///< empty: the rule is silent
    source::Span at;
};

/// What a check does not need of a rule file.
struct RulePage {
    std::string why;
    std::vector<std::pair<std::string, std::string>> sources; ///< title, url
    std::string limits;
    std::vector<Example> examples;
};

/// The id is the file's name without ".toml" and the family its folder's name. `kinds` are those that a selection may
/// name.
std::optional<Rule> read_rule(std::shared_ptr<const source::Text> text, std::string id, std::string family,
                              RulePage* page, const Kinds& kinds, std::vector<Trouble>& troubles);

} // namespace agenda::engine
