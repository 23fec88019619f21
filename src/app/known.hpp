// SPDX-License-Identifier: MIT
// What is known of agendas before they are checked: by baselines.
#pragma once
#include "app/setup.hpp"
#include "gate/baseline.hpp"

namespace agenda::app {

/// The baselines of a run, each read once. They must live as long as findings that point at them.
class Baselines {
public:
    /// Nothing for an empty path. Throws Failure for a file that cannot be read or is no baseline.
    const gate::Baseline* at(const std::string& path);

private:
    std::map<std::string, gate::Baseline> by_path_;
};

/// For findings whose accepts are settled: marks those that their agenda's baseline knows, and tells its stale lines.
/// `baselines` has that of each agenda, or nothing.
void apply_known(std::vector<Checked>& agendas, const std::vector<const gate::Baseline*>& baselines);

} // namespace agenda::app
