// SPDX-License-Identifier: MIT
// Where the reports of a check go: standard output, files, and the summary of a step of GitHub Actions.
#pragma once
#include "report/report.hpp"

namespace agenda::app {

/// Where a report goes, by the name of its format.
struct Target {
    std::string format;
    std::string file; ///< empty: standard output
};

/// What FORMAT and FORMAT=FILE mean; none means text. Throws Failure for a format that is not known, for two reports in
/// one place, and for a report in the place of an agenda that is read.
std::vector<Target> targets_of(const std::vector<std::string>& options, const std::vector<std::string_view>& known,
                               const std::vector<std::string>& agendas);

struct Output {
    const report::Format* format;
    std::string file; ///< empty: standard output
};
/// The same with the formats of `check`.
std::vector<Output> outputs_of(const std::vector<std::string>& options, const std::vector<std::string>& agendas);

/// Whether standard output is coloured: as --color says ("auto", "always", "never"), then as NO_COLOR and
/// CLICOLOR_FORCE do, then where it is a terminal.
bool colored(const std::string& option);

/// Whether one of them, or the summary, explains rules.
bool explains_rules(const std::vector<Output>& outputs);

/// The file that GITHUB_STEP_SUMMARY names, where one of the outputs is for GitHub; else empty.
std::string step_summary(const std::vector<Output>& outputs);

/// Appends the Markdown report, shortened to what GitHub takes of a step. Where the file has no room left, nothing is
/// written and false returned. Throws Failure.
bool append_summary(const std::string& file, const report::Report& report);

} // namespace agenda::app
