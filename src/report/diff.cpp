// SPDX-License-Identifier: MIT
#include "report/diff.hpp"
#include "report/wording.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace agenda::report {
namespace {

constexpr std::array diff_format_table{
    DiffFormat{"html", "a page with both timetables, to look at and to print", write_diff_html, true},
    DiffFormat{"json", "everything, for programs: agenda-lint/diff/1", write_diff_json},
    DiffFormat{"markdown", "for a comment on a change", write_diff_markdown},
    DiffFormat{"text", "what changed, whom to tell, and the findings, for people", write_diff_text},
};

} // namespace

std::span<const DiffFormat> diff_formats() { return diff_format_table; }

std::vector<std::string> lines_for(const revision::Told& told, const revision::Comparison& comparison) {
    std::vector<std::string> result;
    for (const auto& [change, member] : told.reasons) {
        const auto& one = comparison.changes[change].members[member];
        auto line = one.says.empty() ? comparison.changes[change].message : fmt::format("`{}`: {}", one.name, one.says);
        if (std::find(result.begin(), result.end(), line) == result.end()) result.push_back(std::move(line));
    }
    return result;
}

std::string guesses(const revision::Change& change) {
    const auto count = std::count_if(change.members.begin(), change.members.end(), [](const revision::Member& member) {
        return member.by == revision::MatchedBy::similarity;
    });
    if (count == 0) return {};
    if (change.members.size() == 1) return " (matched by guess)";
    const auto slots = std::count_if(change.members.begin(), change.members.end(),
                                     [](const revision::Member& member) { return member.after_slot.has_value(); });
    return fmt::format(" ({} of {} matched by guess)", count, slots);
}

std::size_t Diff::failing() const {
    if (after.fail_on == gate::Severity::off) return 0;
    const auto counts = [&](std::size_t index) { return later().findings[index].severity >= after.fail_on; };
    const auto introduced = std::count_if(findings.introduced.begin(), findings.introduced.end(), counts);
    const auto rose = std::count_if(findings.changed.begin(), findings.changed.end(), [&](const auto& pair) {
        return gate::FindingChanges::rose(pair, earlier(), later()) && counts(pair.after);
    });
    return static_cast<std::size_t>(introduced + rose);
}

std::string Diff::verdict() const {
    const auto& threshold = after.fail_on;
    const auto fails_at = fail_on_change                       ? std::string{" (fails at any change)"}
                          : threshold == gate::Severity::error ? std::string{}
                          : threshold == gate::Severity::off
                              ? std::string{" (never fails)"}
                              : fmt::format(" (fails at {})", gate::name_of_threshold(threshold));
    return fmt::format("{}: {}; {} introduced, {} fixed, {} changed, {} still there{}",
                       failed() ? "diff failed" : "diff passed", counted(comparison.changes.size(), "change"),
                       counted(findings.introduced.size(), "finding"), findings.fixed.size(), findings.changed.size(),
                       findings.still.size(), fails_at);
}

} // namespace agenda::report
