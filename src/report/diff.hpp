// SPDX-License-Identifier: MIT
// What reports of two revisions are made from, and their formats. A report writes bytes and knows no file.
#pragma once
#include "gate/changes.hpp"
#include "report/report.hpp"

namespace agenda::report {

struct Diff {
    std::string version; ///< of the tool
    CheckedAgenda before, after;
    revision::Comparison comparison;
    std::vector<revision::Told> to_tell;
    gate::FindingChanges findings;
    std::vector<FoundRule> rules;    ///< as of Report, of the findings of both
    std::optional<time::Date> as_of; ///< nothing where nothing depends on the date
    bool fail_on_change = false;
    bool color = false, ascii = false; ///< of the text

    /// Findings of the later revision that fail it at its threshold: introduced ones, and those that became more
    /// severe.
    std::size_t failing() const;
    bool failed() const { return failing() > 0 || (fail_on_change && !comparison.changes.empty()); }
    /// "diff failed: 2 changes; 1 finding introduced, 0 fixed, 0 changed, 12 still there (fails at warning)".
    std::string verdict() const;

    const engine::Result& earlier() const { return before.result; }
    const engine::Result& later() const { return after.result; }
};

/// Why somebody must be told, a line each: "`Session IV`: 15:00-17:50 -> 15:10-18:00". Not made harmless.
std::vector<std::string> lines_for(const revision::Told& told, const revision::Comparison& comparison);

/// " (matched by guess)", " (2 of 7 matched by guess)"; empty where nothing was.
std::string guesses(const revision::Change& change);

struct DiffFormat {
    std::string_view name;
    std::string_view means;
    void (*write)(const Diff&, std::ostream&);
    bool explains = false; ///< needs Diff::rules
};
/// All formats, sorted by name.
std::span<const DiffFormat> diff_formats();

void write_diff_html(const Diff& diff, std::ostream& out);
void write_diff_json(const Diff& diff, std::ostream& out);
void write_diff_markdown(const Diff& diff, std::ostream& out);
void write_diff_text(const Diff& diff, std::ostream& out);

} // namespace agenda::report
