// SPDX-License-Identifier: MIT
#include "app/known.hpp"
#include "app/files.hpp"
#include "app/git.hpp"
#include "app/rules.hpp"
#include "engine/rule_files.hpp"
#include <unordered_map>

namespace agenda::app {

namespace {

/// A folder may well have the name of a branch.
bool is_file(const std::string& against) {
    std::error_code error;
    return std::filesystem::exists(against, error) && !std::filesystem::is_directory(against, error);
}

} // namespace

const gate::Baseline* Baselines::at(const std::string& path) {
    if (path.empty()) return nullptr;
    if (const auto found = by_path_.find(path); found != by_path_.end()) return &found->second;
    std::vector<engine::Trouble> troubles;
    gate::Baseline baseline;
    if (auto text = engine::read_text(path, troubles)) baseline = gate::read_baseline(std::move(text), troubles);
    refuse(troubles);
    return &by_path_.emplace(path, std::move(baseline)).first->second;
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

std::shared_ptr<const source::Text> earlier_agenda(const std::string& against, const std::string& agenda) {
    if (is_file(against)) return read_agenda(against, {});
    if (agenda == "-")
        throw Failure{
            "standard input has no revision; --stdin-filename says which file it is, or --against takes a file"};
    auto revised = read_revision(against, agenda);
    return std::make_shared<const source::Text>(std::move(revised.name), std::move(revised.bytes));
}

void refuse_one_for_several(const std::string& against, std::size_t agendas) {
    if (agendas > 1 && (is_file(against) || names_file(against)))
        throw Failure{"--against " + against +
                      " is one file, and there are several agendas; a revision alone is for all"};
}

void apply_earlier(std::vector<Checked>& agendas, const std::vector<Checked>& earlier) {
    for (std::size_t i = 0; i < agendas.size(); ++i) {
        auto& agenda = agendas[i].agenda;
        if (!agenda.known) agenda.known.emplace();
        std::unordered_map<std::uint64_t, finding::Severity> open; // only ever looked up
        for (const auto& finding : earlier[i].agenda.result.findings) {
            agenda.known->insert(finding.fingerprint);
            if (finding.state == finding::State::open) open.emplace(finding.fingerprint, finding.severity);
        }
        if (!agenda.loaded.syntax_ok) continue;
        for (auto& finding : agenda.result.findings) {
            const auto found = open.find(finding.fingerprint);
            if (finding.state == finding::State::open && found != open.end() && finding.severity <= found->second)
                finding.state = finding::State::baselined;
        }
        gate::settle_statuses(agenda.result);
    }
}

} // namespace agenda::app
