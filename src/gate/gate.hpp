// SPDX-License-Identifier: MIT
// The threshold: how many findings of each severity there are, and whether they fail the check.
#pragma once
#include "engine/run.hpp"

namespace agenda::gate {

using finding::Severity;

struct Totals {
    std::size_t error = 0, warning = 0, info = 0;
    std::size_t accepted = 0, baselined = 0; ///< not among the three above

    Totals& operator+=(const Totals& other);
};
Totals totals(const std::vector<finding::Finding>& findings);

/// Whether anything is at or above the threshold; `off` means that nothing fails.
bool fails(const Totals& totals, Severity fail_on);

/// The threshold of a run: what is said above the profiles (on the command line, else in agenda-lint.toml), else the
/// last profile's that has one, else error.
Severity threshold(std::optional<Severity> above, const std::vector<const engine::Profile*>& profiles);

/// "error", "warning", "info", "never".
std::string_view name_of_threshold(Severity fail_on);
std::optional<Severity> threshold_named(std::string_view name);

} // namespace agenda::gate
