// SPDX-License-Identifier: MIT
// A half-open interval [start, end) as a small value. 10:00-11:00 and 11:00-12:00 touch and do not overlap.
#pragma once
#include <algorithm>
#include <compare>

namespace agenda::time {

template <class T> struct Interval {
    T start{};
    T end{}; // exclusive

    friend auto operator<=>(const Interval&, const Interval&) = default;

    /// Holds no point at all: end <= start. An empty interval overlaps nothing.
    constexpr bool empty() const { return !(start < end); }
    /// end - start; zero or negative for an empty interval.
    constexpr auto length() const { return end - start; }
    constexpr bool contains(const T& point) const { return start <= point && point < end; }
    /// Every point of `inner` lies in this one; an empty `inner` is held wherever its start lies in [start, end].
    constexpr bool covers(const Interval& inner) const { return start <= inner.start && inner.end <= end; }
};

template <class T> constexpr bool overlap(const Interval<T>& a, const Interval<T>& b) {
    return a.start < b.end && b.start < a.end && !a.empty() && !b.empty();
}

/// What two intervals share; empty (and then of no meaning beyond that) where they do not overlap.
template <class T> constexpr Interval<T> intersection(const Interval<T>& a, const Interval<T>& b) {
    return {std::max(a.start, b.start), std::min(a.end, b.end)};
}

} // namespace agenda::time
