// SPDX-License-Identifier: MIT
// Reads [[day]] and [[day.slot]]. What a slot says of its time is kept as written until the zone and the slots before
// it are known.
#pragma once
#include "load/people.hpp"

namespace agenda::load {

/// A slot's or an item's words for when it is.
struct Said {
    std::optional<time::ClockRange> time;
    std::optional<time::Clock> start, end;
    std::optional<time::minutes> duration;
    Span time_at, start_at, end_at, duration_at;
    bool has_time = false, has_start = false, has_end = false,
         has_duration = false; ///< the key is there, readable or not
};

/// A slot's time, and the ids of other slots that it names: what waits until all is read.
struct Pending {
    Said said;
    std::vector<Entry> repeat_of, parallel_with, part_of; ///< of part_of one at most
    std::vector<std::optional<time::ClockRange>> item_times;

    bool names_slots() const { return !repeat_of.empty() || !parallel_with.empty() || !part_of.empty(); }
};

class DayReader {
public:
    DayReader(Reader& reader, Names& names, const Kinds& kinds) : reader_(reader), names_(names), kinds_(kinds) {}

    /// Makes room for all that there is in a list of days: a slot is large.
    void expect(const Value& days);
    /// Reads a [[day]] table with its slots. Days may come one at a time.
    void day(const Value& value);
    /// Reads one slot into the last day.
    void slot(const Value& value);
    /// One for each slot of the agenda.
    std::vector<Pending>& pending() { return pending_; }

private:
    Reader& reader_;
    Names& names_;
    const Kinds& kinds_;
    std::vector<Pending> pending_;
    std::vector<Entry> roles_; ///< of the slot that is read
};

} // namespace agenda::load
