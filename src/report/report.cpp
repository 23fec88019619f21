// SPDX-License-Identifier: MIT
#include "report/report.hpp"
#include <algorithm>
#include <array>

namespace agenda::report {
namespace {

constexpr std::array format_table{
    Format{"concise", "a line a finding, for editors and scripts", write_concise},
    Format{"github", "annotations, for a run of GitHub Actions", write_github},
    Format{"gitlab", "for GitLab's merge requests: Code Quality", write_gitlab},
    Format{"html", "a page with the timetable, to look at and to print", write_html, true},
    Format{"json", "everything, for programs: agenda-lint/report/1", write_json},
    Format{"junit", "JUnit XML, a test case a rule, for CI services", write_junit},
    Format{"markdown", "for a comment on a change, with the timetable", write_markdown, true},
    Format{"rdjson", "for review bots: Reviewdog Diagnostic Format", write_rdjson},
    Format{"sarif", "for code scanning and editors: SARIF 2.1.0", write_sarif, true},
    Format{"text", "findings with excerpts, for people", write_text},
};

} // namespace

std::span<const Format> formats() { return format_table; }

const Format* find_format(std::string_view name) {
    const auto found = std::find_if(format_table.begin(), format_table.end(),
                                    [&](const Format& format) { return format.name == name; });
    return found == format_table.end() ? nullptr : &*found;
}

bool Report::tells(const CheckedAgenda& agenda, const finding::Finding& finding) const {
    if (finding.state != finding::State::open && !show_accepted) return false;
    // Where nothing fails, quiet still means the errors.
    const auto least = agenda.fail_on == gate::Severity::off ? gate::Severity::error : agenda.fail_on;
    return !quiet || finding.severity >= least;
}

gate::Totals Report::totals() const {
    gate::Totals result;
    for (const auto& agenda : agendas) result += gate::totals(agenda.result.findings);
    return result;
}

bool Report::failed() const {
    return std::any_of(agendas.begin(), agendas.end(), [](const CheckedAgenda& one) {
        return gate::fails(gate::totals(one.result.findings), one.fail_on);
    });
}

std::optional<gate::Severity> Report::fail_on() const {
    if (agendas.empty()) return std::nullopt;
    const auto first = agendas.front().fail_on;
    const bool same =
        std::all_of(agendas.begin(), agendas.end(), [&](const CheckedAgenda& one) { return one.fail_on == first; });
    return same ? std::optional{first} : std::nullopt;
}

std::vector<std::string> Report::profiles() const {
    std::vector<std::string> result;
    for (const auto& agenda : agendas)
        for (const auto& profile : agenda.profiles)
            if (std::find(result.begin(), result.end(), profile) == result.end()) result.push_back(profile);
    return result;
}

const FoundRule* Report::rule(std::string_view id) const {
    const auto found =
        std::lower_bound(rules.begin(), rules.end(), id,
                         [](const FoundRule& one, std::string_view wanted) { return one.rule->id < wanted; });
    return found == rules.end() || found->rule->id != id ? nullptr : &*found;
}

} // namespace agenda::report
