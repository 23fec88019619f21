// SPDX-License-Identifier: MIT
// What a check does not need of a rule file: why, sources, limits, and the examples that run as tests.
#pragma once
#include "engine/file_reader.hpp"

namespace agenda::engine {

/// An example in a rule file: an agenda, and what this rule alone says of it.
struct Expected {
    std::string at; ///< "slot:plenary", "day:2026-06-01", "event", "person:id", "room:id"; or "line:3"
                    ///< of the file that the finding is in: the agenda, or the baseline
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
    std::string before;              ///< its earlier revision; empty: none
    std::string beside;              ///< another agenda of the same call; empty: none
    std::string shared;              ///< the file that both may include; empty: there is none
    std::string baseline;            ///< what is known of the agenda, which it calls `example`; empty: no baseline
    std::vector<Expected> expect;    ///< empty: the rule is silent
    source::Span at;
};

struct RulePage {
    std::string why;
    std::vector<std::pair<std::string, std::string>> sources; ///< title, url
    std::string limits;
    std::vector<Example> examples;
};

/// Reads [why], [limits] and [[example]]; what is wrong is a trouble of the file.
RulePage read_page(FileReader& file);

} // namespace agenda::engine
