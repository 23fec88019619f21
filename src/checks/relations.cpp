// SPDX-License-Identifier: MIT
#include "checks/relations.hpp"
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace agenda::checks {
namespace {

/// Sets of entries that grow together (union-find).
class Links {
public:
    explicit Links(std::size_t size) : above_(size), linked_(size) { std::iota(above_.begin(), above_.end(), 0U); }

    std::uint32_t top(std::uint32_t i) {
        while (above_[i] != i) i = above_[i] = above_[above_[i]];
        return i;
    }
    void link(std::uint32_t a, std::uint32_t b) {
        linked_[a] = linked_[b] = true;
        const auto top_a = top(a);
        const auto top_b = top(b);
        above_[std::max(top_a, top_b)] = std::min(top_a, top_b);
    }
    /// In the order of their first members.
    std::vector<Cluster> clusters() {
        std::map<std::uint32_t, Cluster> by_top;
        for (std::uint32_t i = 0; i < above_.size(); ++i)
            if (linked_[i]) by_top[top(i)].push_back(i);
        std::vector<Cluster> result;
        for (auto& [at, cluster] : by_top) result.push_back(std::move(cluster));
        return result;
    }

private:
    std::vector<std::uint32_t> above_;
    std::vector<bool> linked_;
};

/// Clusters that go on, each by one of its entries and the moment at which its last ends.
using Open = std::vector<std::pair<std::uint32_t, time::Instant>>;

/// Links the entry with all that still go on, which become one; those that are over are dropped.
void meet(Open& open, std::uint32_t entry, time::Instant start, Links& links) {
    std::erase_if(open, [&](const auto& one) { return one.second <= start; });
    if (open.empty()) return;
    auto last = open.front().second;
    for (const auto& [other, end] : open) {
        links.link(entry, other);
        last = std::max(last, end);
    }
    open = {{entry, last}};
}

/// The entries by their starts.
struct Start {
    time::Instant at;
    std::vector<std::uint32_t> entries;
    std::set<Place> lines;
};

std::vector<Start> starts_of(const std::vector<Neighbour>& entries) {
    std::vector<Start> result;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        if (result.empty() || result.back().at != entries[i].when.start)
            result.push_back({entries[i].when.start, {}, {}});
        result.back().entries.push_back(i);
        result.back().lines.insert(entries[i].line);
    }
    return result;
}

/// The entries of one start whose timeline starts nothing at the other, and which go on at `at`.
Cluster out_of_step(const std::vector<Neighbour>& entries, const Start& start, const Start& other, time::Instant at) {
    Cluster result;
    for (const auto i : start.entries)
        if (!other.lines.contains(entries[i].line) && entries[i].when.contains(at)) result.push_back(i);
    return result;
}

} // namespace

std::vector<Cluster> meetings(const std::vector<Neighbour>& entries, std::chrono::seconds gap) {
    Links links{entries.size()};
    Open open_selected, open_other;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const auto& one = entries[i];
        if (one.selected) meet(open_other, i, one.when.start, links);
        if (one.other) meet(open_selected, i, one.when.start, links);
        if (one.selected) open_selected.emplace_back(i, one.when.end + gap);
        if (one.other) open_other.emplace_back(i, one.when.end + gap);
    }
    return links.clusters();
}

std::vector<Cluster> misaligned(const std::vector<Neighbour>& entries, std::chrono::seconds window) {
    const auto starts = starts_of(entries);
    Links links{entries.size()};
    for (std::size_t i = 0; i < starts.size(); ++i)
        for (std::size_t j = i + 1; j < starts.size() && starts[j].at - starts[i].at < window; ++j) {
            const auto early = out_of_step(entries, starts[i], starts[j], starts[j].at);
            const auto late = out_of_step(entries, starts[j], starts[i], starts[j].at);
            const auto sort = [&](const Cluster& side, bool Neighbour::*flag) {
                return std::any_of(side.begin(), side.end(), [&](auto k) { return entries[k].*flag; });
            };
            const bool meet = (sort(early, &Neighbour::selected) && sort(late, &Neighbour::other)) ||
                              (sort(early, &Neighbour::other) && sort(late, &Neighbour::selected));
            if (!meet) continue;
            for (const auto k : early) links.link(k, late.front());
            for (const auto k : late) links.link(early.front(), k);
        }
    return links.clusters();
}

std::vector<Cluster> crowds(const std::vector<Neighbour>& entries, std::size_t most) {
    Links links{entries.size()};
    // Those that go on, by their ends; and whether they are all of one crowd already, up to the last that joined.
    std::set<std::pair<time::Instant, std::uint32_t>> going_on;
    std::set<std::uint32_t> outside;
    std::uint32_t crowd = 0;
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        while (!going_on.empty() && going_on.begin()->first <= entries[i].when.start) {
            outside.erase(going_on.begin()->second);
            going_on.erase(going_on.begin());
        }
        going_on.emplace(entries[i].when.end, i);
        outside.insert(i);
        if (going_on.size() <= most) continue;
        // Whoever goes on and is not outside was in the last crowd: with one of them here, it is the same crowd.
        const bool goes_on = outside.size() < going_on.size();
        if (!goes_on) crowd = *outside.begin();
        for (const auto k : outside) links.link(k, crowd);
        outside.clear();
    }
    return links.clusters();
}

CommonTime::CommonTime(const std::vector<When>& sorted) {
    std::chrono::seconds sum{0};
    for (const auto& when : sorted) {
        if (!stretches_.empty() && when.start <= stretches_.back().end) {
            sum += std::max(stretches_.back().end, when.end) - stretches_.back().end;
            stretches_.back().end = std::max(stretches_.back().end, when.end);
            continue;
        }
        stretches_.push_back(when);
        before_.push_back(sum);
        sum += when.length();
    }
}

std::chrono::seconds CommonTime::until(time::Instant moment) const {
    const auto after = std::upper_bound(stretches_.begin(), stretches_.end(), moment,
                                        [](time::Instant at, const When& one) { return at < one.start; });
    if (after == stretches_.begin()) return std::chrono::seconds{0};
    const auto last = after - 1;
    return before_[static_cast<std::size_t>(last - stretches_.begin())] + (std::min(moment, last->end) - last->start);
}

} // namespace agenda::checks
