// SPDX-License-Identifier: MIT
// The page of `diff`: its frame from diff.mustache, and in it what changed, both timetables, and the findings.
#include "report/html/diff_sections.hpp"
#include "report/html/frame.hpp"
#include "report/html/sections.hpp"
#include "report/wording.hpp"

namespace agenda::report {
namespace html {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::object;

list totals_of(const Diff& diff) {
    const auto& findings = diff.findings;
    const auto changes = diff.comparison.changes.size();
    list result;
    result.push_back(total("changes", changes, changes == 1 ? "change" : "changes"));
    result.push_back(total("introduced", findings.introduced.size(), "introduced", "+"));
    result.push_back(total("fixed", findings.fixed.size(), "fixed", "✓"));
    result.push_back(total("changed", findings.changed.size(), "changed", "~"));
    result.push_back(total("still", findings.still.size(), "still there"));
    return result;
}

object frame_of(const Diff& diff, const Sides& sides) {
    auto verdict = diff.verdict() + ".";
    verdict.front() = 'D';
    object frame;
    frame["what"] = "comparison";
    frame["title"] = title_of(sides.after);
    frame["before"] = diff.before.loaded.text->name();
    frame["after"] = diff.after.loaded.text->name();
    frame["verdict"] = verdict;
    frame["outcome"] = std::string{diff.failed() ? "failed" : "passed"};
    frame["totals"] = data{totals_of(diff)};
    frame["version"] = diff.version;
    frame["as-of"] = diff.as_of ? data{time::format_date(*diff.as_of)} : data{false};
    return frame;
}

} // namespace
} // namespace html

void write_diff_html(const Diff& diff, std::ostream& out) {
    html::Sides sides{diff};
    const auto days = html::compare_days(diff, sides);
    html::write_framed("diff.mustache", {"diff.css"}, html::frame_of(diff, sides), out, [&](html::Markup& page) {
        html::write_changes(diff, sides, page);
        html::write_told(diff, page);
        html::write_both_timetables(sides, days, page);
        html::write_compared_findings(diff, sides, page);
        html::write_unchecked(sides.after, page);
        html::write_rules(diff.rules, page);
    });
}

} // namespace agenda::report
