// SPDX-License-Identifier: MIT
// Where the reports of a check go: standard output, files, and the summary of a step of GitHub Actions.
#pragma once
#include "report/report.hpp"

namespace agenda::app {

struct Output {
    const report::Format* format;
    std::string file; ///< empty: standard output
};

/// What FORMAT and FORMAT=FILE mean; none means text. Throws Failure for an unknown format, for two reports in one
/// place, and for a report in the place of an agenda that is checked.
std::vector<Output> outputs_of(const std::vector<std::string>& options, const std::vector<std::string>& agendas);

/// Whether one of them, or the summary, explains rules.
bool explains_rules(const std::vector<Output>& outputs);

/// The file that GITHUB_STEP_SUMMARY names, where one of the outputs is for GitHub; else empty.
std::string step_summary(const std::vector<Output>& outputs);

/// Appends the Markdown report, shortened to what GitHub takes of a step. Where the file has no room left, nothing is
/// written and false returned. Throws Failure.
bool append_summary(const std::string& file, const report::Report& report);

} // namespace agenda::app
