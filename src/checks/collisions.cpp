// SPDX-License-Identifier: MIT
// Method: (1) drop bookings that overlap none that they contend with, by counting begins and ends of each class in
// sorted lists; (2) sweep over what is left and cut the time into stretches with two at once and stretches with three
// or more.
#include "checks/collisions.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::checks {
namespace {

using time::Instant;
using When = time::Interval<Instant>;
using Indices = std::vector<std::uint32_t>;

/// How many bookings of each class overlap an interval: those that begin before its end less those that end by its
/// begin.
class Counter {
public:
    Counter(const std::vector<Booking>& bookings, const Indices& chosen, const When& clip) {
        for (const auto i : chosen) {
            const auto when = time::intersection(bookings[i].when, clip);
            if (when.empty()) continue;
            begins_[bookings[i].booking_class].push_back(when.start);
            ends_[bookings[i].booking_class].push_back(when.end);
        }
        for (auto& begins : begins_) std::sort(begins.begin(), begins.end());
        for (auto& ends : ends_) std::sort(ends.begin(), ends.end());
    }

    std::ptrdiff_t overlapping(std::size_t booking_class, const When& when) const {
        const auto& begins = begins_[booking_class];
        const auto& ends = ends_[booking_class];
        return (std::lower_bound(begins.begin(), begins.end(), when.end) - begins.begin()) -
               (std::upper_bound(ends.begin(), ends.end(), when.start) - ends.begin());
    }

private:
    std::array<std::vector<Instant>, booking_classes> begins_, ends_;
};

/// Those of the chosen that overlap, inside `clip`, another one that they contend with.
Indices contending(const std::vector<Booking>& bookings, const Indices& chosen, const Contention& contention,
                   const When& clip) {
    const Counter counter{bookings, chosen, clip};
    Indices result;
    for (const auto i : chosen) {
        const auto own = bookings[i].booking_class;
        const auto when = time::intersection(bookings[i].when, clip);
        if (when.empty()) continue;
        for (std::size_t other = 0; other < booking_classes; ++other) {
            const std::ptrdiff_t itself = other == own ? 1 : 0;
            if (contention.contends[own][other] && counter.overlapping(other, when) > itself) {
                result.push_back(i);
                break;
            }
        }
    }
    return result;
}

When span_of(const std::vector<Booking>& bookings) {
    When all{Instant::max(), Instant::min()};
    for (const auto& booking : bookings) {
        if (booking.when.empty()) continue;
        all.start = std::min(all.start, booking.when.start);
        all.end = std::max(all.end, booking.when.end);
    }
    return all;
}

Indices every(std::size_t count) {
    Indices result(count);
    for (std::size_t i = 0; i < count; ++i) result[i] = static_cast<std::uint32_t>(i);
    return result;
}

class Sweep {
public:
    Sweep(const std::vector<Booking>& bookings, const Contention& contention)
        : bookings_(bookings), contention_(contention) {}

    std::vector<Collision> run(const Indices& chosen) {
        struct Change {
            Indices ends, begins;
        };
        std::map<Instant, Change> changes;
        for (const auto i : chosen) {
            changes[bookings_[i].when.start].begins.push_back(i);
            changes[bookings_[i].when.end].ends.push_back(i);
        }
        for (const auto& [instant, change] : changes) {
            leave(instant, change.ends.size(), change.begins.size());
            for (const auto i : change.ends) active_.erase(i);
            active_.insert(change.begins.begin(), change.begins.end());
            enter(instant, change.begins);
        }
        return std::move(found_);
    }

private:
    /// Ends the stretch that does not go on past `instant`.
    void leave(Instant instant, std::size_t ends, std::size_t begins) {
        const auto next = active_.size() - ends + begins;
        if (crowd_ && next < 3) {
            add(contending(bookings_, crowd_members_, contention_, {*crowd_, instant}), {*crowd_, instant});
            crowd_.reset();
            crowd_members_.clear();
        }
        if (!crowd_ && active_.size() == 2) pair(instant);
    }

    void enter(Instant instant, const Indices& begins) {
        if (crowd_) {
            crowd_members_.insert(crowd_members_.end(), begins.begin(), begins.end());
        } else if (active_.size() >= 3) {
            crowd_ = instant;
            crowd_members_.assign(active_.begin(), active_.end());
        }
        if (active_.size() == 2) pair_begin_ = instant;
    }

    /// The two that are there alone until `instant`: a collision unless a third comes or goes while both are there.
    void pair(Instant instant) {
        const auto a = *active_.begin();
        const auto b = *active_.rbegin();
        const auto shared = time::intersection(bookings_[a].when, bookings_[b].when);
        if (!contention_.contends[bookings_[a].booking_class][bookings_[b].booking_class]) return;
        if (shared == When{pair_begin_, instant}) add({a, b}, shared);
    }

    void add(Indices members, const When& when) {
        if (members.size() < 2) return;
        std::sort(members.begin(), members.end());
        const auto shared =
            members.size() == 2 ? time::intersection(bookings_[members[0]].when, bookings_[members[1]].when) : when;
        if (members.size() == 2 && !pairs_.insert({members[0], members[1]}).second) return;
        found_.push_back({std::move(members), shared});
    }

    const std::vector<Booking>& bookings_;
    const Contention& contention_;
    std::set<std::uint32_t> active_;
    std::optional<Instant> crowd_; // since when three or more are there
    Indices crowd_members_;
    Instant pair_begin_{};
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_; // told already
    std::vector<Collision> found_;
};

} // namespace

std::vector<Collision> collisions(const std::vector<Booking>& bookings, const Contention& contention) {
    if (bookings.size() < 2) return {};
    auto result =
        Sweep{bookings, contention}.run(contending(bookings, every(bookings.size()), contention, span_of(bookings)));
    std::stable_sort(result.begin(), result.end(),
                     [](const Collision& a, const Collision& b) { return a.when < b.when; });
    return result;
}

bool any_collide(const std::vector<Booking>& bookings, const Contention& contention) {
    return !contending(bookings, every(bookings.size()), contention, span_of(bookings)).empty();
}

} // namespace agenda::checks
