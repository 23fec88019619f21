// SPDX-License-Identifier: MIT
#include "app/known.hpp"
#include "app/rules.hpp"
#include "engine/rule_files.hpp"

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

void apply_known(std::vector<Checked>& agendas, const std::vector<const gate::Baseline*>& baselines) {
    for (std::size_t i = 0; i < agendas.size(); ++i) {
        if (!baselines[i]) continue;
        auto& [loaded, result, fail_on, profiles, known] = agendas[i].agenda;
        const auto name = gate::name_in_baseline(loaded.text->name(), baselines[i]->file->name());
        known = gate::apply_baseline({loaded, agendas[i].settings, result}, *baselines[i], name);
        gate::settle_statuses(result);
    }
}

} // namespace agenda::app
