// SPDX-License-Identifier: MIT
// Findings of two revisions held against each other: introduced, fixed, changed, still there. By fingerprint, in which
// what the earlier one's are about is called as the later one calls it; never by the lines that were edited.
#pragma once
#include "engine/run.hpp"
#include "revision/revision.hpp"

namespace agenda::gate {

/// Indices into the findings of each revision's result.
struct FindingPair {
    std::size_t before, after;
};

struct FindingChanges {
    std::vector<std::size_t> introduced; ///< of the later: open, and the earlier had none that was
    std::vector<std::size_t> fixed;      ///< of the earlier: open, and the later has none in any state
    std::vector<FindingPair> changed;    ///< the same things, other values or another severity, or fewer of the things
    std::vector<FindingPair> still;      ///< alike in both; the later one may be accepted now

    /// Whether the later one is open and more severe: then it fails a gate as one that is introduced.
    static bool rose(const FindingPair& pair, const engine::Result& before, const engine::Result& after);
};

/// Findings of both must be sorted as `engine::run` sorts them, their accepts settled.
FindingChanges compare_findings(const engine::Result& before, const engine::Result& after,
                                const revision::Translation& translation);

} // namespace agenda::gate
