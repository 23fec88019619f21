// SPDX-License-Identifier: MIT
// What of iCalendar needs a calendar's arithmetic: recurrences, durations, and zones that a file describes itself.
// Wraps libical, which brings the large ICU: it is loaded when the first of these is asked for, and not before.
#pragma once
#include "time/instant.hpp"
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace agenda::load::formats::ical {

/// Whether the library is there. Without it, each of the others gives nothing.
bool is_there();

/// Days that may have 23 or 25 hours, and what comes on top of them.
struct Duration {
    std::chrono::days days{};
    std::chrono::seconds exact{};
};
/// "P1DT2H"; nothing for what is none, or is negative.
std::optional<Duration> duration_of(const std::string& text);

struct Repeats {
    std::vector<time::LocalTime> starts; ///< rising
    bool cut = false;                    ///< there are more
};

class Rule {
public:
    /// The value of an RRULE. Nothing for what is none, and for one that repeats more often than daily.
    static std::optional<Rule> read(const std::string& text);
    bool endless() const;
    /// From `start` on, at most `limit`, and none behind `last`. `local` tells what the clock shows at an instant, for
    /// a rule that says in UTC until when. Up to a second for a rule that never comes to pass (30 February).
    Repeats from(time::LocalTime start, const std::function<time::LocalTime(time::Instant)>& local,
                 std::optional<time::LocalTime> last, std::size_t limit) const;

private:
    struct Data;
    std::shared_ptr<const Data> data_;
};

class CustomZone {
public:
    /// A VTIMEZONE, as it is written, unfolded, from BEGIN to END. Nothing for what is none.
    static std::optional<CustomZone> read(const std::string& component);
    time::LocalTime local(time::Instant instant) const;
    time::Instant instant(time::LocalTime local) const;

private:
    struct Data;
    std::shared_ptr<const Data> data_;
};

} // namespace agenda::load::formats::ical
