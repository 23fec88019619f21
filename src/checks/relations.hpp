// SPDX-License-Identifier: MIT
// How intervals of two sorts stand to one another, told in clusters: whatever the number of pairs, an entry is in one
// cluster at most.
#pragma once
#include "checks/check.hpp"

namespace agenda::checks {

/// A slot that is held against others; both sorts where a rule's [select] and [other] choose it.
struct Neighbour {
    SlotIndex slot;
    When when;
    bool selected = false, other = false;
    Place line; ///< the timeline that it is on
};

/// Ascending indices into the entries, which are sorted by `when`.
using Cluster = std::vector<std::uint32_t>;

/// A selected and another entry less than `gap` apart meet; those linked by meetings are a cluster. With a gap of zero
/// touching ends do not meet. O(n log n).
std::vector<Cluster> meetings(const std::vector<Neighbour>& entries, std::chrono::seconds gap);

/// Entries of two timelines that run at once and start less than `window` apart, but not together, where neither
/// timeline starts anything at the other's start. Near starts that are linked are a cluster. O(n w) for the w different
/// starts within a window.
std::vector<Cluster> misaligned(const std::vector<Neighbour>& entries, std::chrono::seconds window);

/// Stretches in which more than `most` go on at once; those that share an entry are a cluster. O(n log n).
std::vector<Cluster> crowds(const std::vector<Neighbour>& entries, std::size_t most);

/// How much of an interval lies within any of a set of intervals, each moment counted once. O(log n) a question.
class CommonTime {
public:
    explicit CommonTime(const std::vector<When>& sorted);
    std::chrono::seconds with(const When& when) const { return until(when.end) - until(when.start); }

private:
    std::chrono::seconds until(time::Instant moment) const;
    std::vector<When> stretches_;
    std::vector<std::chrono::seconds> before_; ///< the length of all stretches before each
};

} // namespace agenda::checks
