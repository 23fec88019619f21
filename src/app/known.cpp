// SPDX-License-Identifier: MIT
#include "app/known.hpp"
#include "app/files.hpp"
#include "app/git.hpp"
#include "app/rules.hpp"
#include "engine/rule_files.hpp"
#include "gate/revision_rules.hpp"
#include "gate/workspace_rules.hpp"
#include <map>
#include <set>

namespace agenda::app {

const gate::Baseline* Baselines::at(const std::string& path) {
    if (path.empty()) return nullptr;
    if (const auto found = by_path_.find(path); found != by_path_.end()) return &found->second;
    std::vector<engine::Trouble> troubles;
    gate::Baseline baseline;
    if (auto text = engine::read_text(path, troubles)) baseline = gate::read_baseline(std::move(text), troubles);
    refuse(troubles);
    return &by_path_.emplace(path, std::move(baseline)).first->second;
}

bool is_file(const std::string& path) {
    std::error_code error;
    return std::filesystem::exists(path, error) && !std::filesystem::is_directory(path, error);
}

void apply_known(std::vector<Checked>& agendas, const std::vector<const gate::Baseline*>& baselines) {
    for (std::size_t i = 0; i < agendas.size(); ++i) {
        if (!baselines[i]) continue;
        auto& [loaded, result, fail_on, profiles, known] = agendas[i].agenda;
        const auto name = gate::name_in_baseline(loaded.text->name(), baselines[i]->file->name());
        known = gate::apply_baseline({loaded, agendas[i].settings, result}, *baselines[i], name);
        gate::settle_statuses(result);
    }
}

std::optional<load::Input> earlier_agenda(const std::string& against, const std::string& agenda) {
    if (is_file(against)) return read_agenda(against, {});
    if (agenda == "-")
        throw Failure{
            "standard input has no revision; --stdin-filename says which file it is, or name a file in its place"};
    return read_revision(against, agenda);
}

void refuse_one_for_several(const std::string& against, std::size_t agendas) {
    if (agendas > 1 && (is_file(against) || file_named_by(against)))
        throw Failure{"--against " + against +
                      " is one file, and there are several agendas; a revision alone is for all"};
}

Checked without_earlier(const std::string& agenda, const Setup& setup) {
    auto result = checked(std::make_shared<const source::Text>(agenda, std::string{}), setup.rules, setup.choice);
    result.agenda.loaded.unread.emplace();
    result.agenda.result = {};
    return result;
}

bool is_frozen(const Checked& agenda) { return agenda.agenda.loaded.agenda.event.frozen_on.has_value(); }

revision::Comparison compared(const Checked& before, const Checked& after) {
    const auto& earlier = before.agenda.loaded;
    const auto& later = after.agenda.loaded;
    return revision::compare({earlier.agenda, *earlier.text, &before.said_of_rules},
                             {later.agenda, *later.text, &after.said_of_rules});
}

void tell_changes(const Checked& before, Checked& after, const revision::Comparison& comparison,
                  std::optional<time::Date> as_of) {
    auto& agenda = after.agenda;
    if (!before.agenda.loaded.whole() || !agenda.loaded.whole()) return;
    gate::tell_changes({before.agenda.loaded.agenda, agenda.loaded.agenda, comparison, as_of}, after.settings,
                       agenda.result);
}

void tell_clashes(std::vector<Checked>& agendas, const std::vector<Checked>& of_call) {
    std::vector<gate::Together> together;
    for (std::size_t i = 0; i < agendas.size(); ++i) {
        auto& [loaded, result, fail_on, profiles, known] = agendas[i].agenda;
        std::error_code error;
        const auto whole = std::filesystem::absolute(of_call[i].agenda.loaded.text->name(), error);
        const auto real = std::filesystem::weakly_canonical(whole, error);
        together.push_back({(error ? whole : real).string(), loaded, agendas[i].settings, result});
    }
    gate::tell_clashes(together);
}

void tell_shared_once(std::vector<Checked>& agendas) {
    using Told = std::tuple<std::string, std::uint32_t, std::string, std::string, std::optional<gate::Severity>>;
    std::set<Told> told;
    for (auto& [agenda, settings, profiles, accepts, said] : agendas) {
        const auto is_told = [&, &loaded = agenda.loaded, fail_on = agenda.fail_on](const finding::Finding& finding) {
            const auto* file = finding.draft.file ? nullptr : loaded.included_at(finding.draft.at);
            return file && finding.state == finding::State::open &&
                   !told.insert({file->file, finding.draft.at.offset - file->text->begin(), finding.rule,
                                 finding.message(), fail_on})
                        .second;
        };
        auto& findings = agenda.result.findings;
        const auto rest = std::stable_partition(findings.begin(), findings.end(), std::not_fn(is_told));
        for (auto& rule : agenda.result.rules)
            rule.findings -= static_cast<std::size_t>(
                std::count_if(rest, findings.end(), [&](const auto& finding) { return finding.rule == rule.id; }));
        findings.erase(rest, findings.end());
    }
}

void accept_earlier(std::vector<Checked>& earlier, const std::vector<gate::AcceptList*>& configs,
                    std::optional<time::Date> as_of) {
    std::map<gate::AcceptList*, gate::AcceptList> copies;
    std::vector<gate::AcceptList*> own;
    for (auto* list : configs) {
        auto& copy = copies.try_emplace(list, *list).first->second;
        copy.used.clear();
        own.push_back(&copy);
    }
    accept(earlier, own, as_of);
}

report::Diff diff_of(Checked earlier, Checked later, gate::AcceptList& accepts, std::optional<time::Date> as_of) {
    std::vector<Checked> before, after;
    before.push_back(std::move(earlier));
    after.push_back(std::move(later));
    if (!as_of && (depends_on_date(before, {&accepts}) || depends_on_date(after, {}) || is_frozen(before.front()) ||
                   is_frozen(after.front())))
        as_of = today();
    report::Diff diff;
    diff.as_of = as_of;
    diff.comparison = compared(before.front(), after.front());
    tell_changes(before.front(), after.front(), diff.comparison, as_of);
    accept_earlier(before, {&accepts}, as_of);
    accept(after, {&accepts}, as_of);
    diff.before = std::move(before.front().agenda);
    diff.after = std::move(after.front().agenda);
    const auto& a = diff.before.loaded.agenda;
    const auto& b = diff.after.loaded.agenda;
    diff.findings = gate::compare_findings(diff.before.result, diff.after.result,
                                           revision::Translation{diff.comparison.matches, a, b});
    diff.to_tell = revision::to_tell(diff.comparison, a, b);
    return diff;
}

void apply_earlier(std::vector<Checked>& agendas, const std::vector<Checked>& earlier,
                   const std::vector<revision::Comparison>& comparisons) {
    for (std::size_t i = 0; i < agendas.size(); ++i) {
        auto& agenda = agendas[i].agenda;
        const auto& before = earlier[i].agenda;
        const revision::Translation translation{comparisons[i].matches, before.loaded.agenda, agenda.loaded.agenda};
        const auto changes = gate::compare_findings(before.result, agenda.result, translation);
        if (!agenda.known) agenda.known.emplace();
        auto& findings = agenda.result.findings;
        for (const auto* pairs : {&changes.still, &changes.changed})
            for (const auto& pair : *pairs) {
                agenda.known->insert(findings[pair.after].fingerprint);
                if (agenda.loaded.whole() && findings[pair.after].state == finding::State::open &&
                    !gate::FindingChanges::rose(pair, before.result, agenda.result))
                    findings[pair.after].state = finding::State::baselined;
            }
        gate::settle_statuses(agenda.result);
    }
}

} // namespace agenda::app
