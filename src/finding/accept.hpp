// SPDX-License-Identifier: MIT
// A finding that someone has decided to live with, as [[accept]] says it in an agenda or in agenda-lint.toml.
#pragma once
#include "finding/finding.hpp"
#include "time/instant.hpp"

namespace agenda::finding {

struct Accept {
    Span at; ///< the header
    std::string rule;
    Span rule_at; ///< the value of `rule`; the header where absent
    /// "slot:side-event", "person:klug", "event". Of each sort that is named here the finding has at least one, and
    /// none that is not named: one slot fewer is still accepted, one more is not. Sorts that are not named are free.
    std::vector<std::string> about;
    std::string reason; ///< without one it accepts nothing
    std::string by;
    std::optional<time::Date> until; ///< the last day on which it holds
    Span until_at;
};

/// Whether the finding is one that is accepted, whatever its date and reason.
bool covers(const Accept& accept, std::string_view rule, const std::vector<std::string>& about);

} // namespace agenda::finding
