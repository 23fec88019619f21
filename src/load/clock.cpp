// SPDX-License-Identifier: MIT
#include "load/clock.hpp"
#include <algorithm>
#include <map>

namespace agenda::load {
namespace {

using When = time::Interval<time::Instant>;

constexpr time::minutes half_day{12 * 60};
constexpr time::minutes whole_day{24 * 60};

class ClockWork {
public:
    ClockWork(Reader& reader, const std::vector<Pending>& pending)
        : reader_(reader), agenda_(reader.agenda()), pending_(pending) {}

    void run() {
        for (std::size_t i = 0; i < agenda_.slots.size(); ++i) {
            const auto index = static_cast<SlotIndex>(i);
            auto& slot = agenda_.slots[index];
            const Reader::In in{reader_, index, "[[day.slot]]"};
            place(slot, pending_[i].said);
            // A slot that could not be placed leaves nothing to start from: the next `duration` alone is unknown too.
            if (slot.occupies())
                ends_[{date(slot), slot.track}] = slot.when ? std::optional{slot.when->end} : std::nullopt;
            place_items(slot, pending_[i]);
        }
    }

private:
    time::Date date(const Slot& slot) const { return agenda_.days[slot.day].date; }

    void place(Slot& slot, Said said) {
        slot.time_at = said.has_time       ? said.time_at
                       : said.has_start    ? said.start_at
                       : said.has_duration ? said.duration_at
                                           : slot.at;
        reader_.count("slot-time-missing");
        if (!said.has_time && !said.has_start && !said.has_duration) {
            if (slot.kind_class() != KindClass::note)
                reader_.fault("slot-time-missing", said.has_end ? said.end_at : slot.at, {});
            return;
        }
        if (said.has_time && (said.has_start || said.has_end || said.has_duration)) {
            const auto second = said.has_start ? said.start_at : said.has_end ? said.end_at : said.duration_at;
            return unparsable(second, "`time` says already when the slot is; keep one of the two");
        }
        if (said.has_time) {
            if (!said.time) return;
            said.start = said.time->start;
            said.end = said.time->end;
            said.end_at = said.time_at;
        }
        if ((said.has_start && !said.start) || (said.has_end && !said.end) || (said.has_duration && !said.duration)) {
            slot.start = said.start;
            return;
        }
        if (slot.next_day) move_to_next_day(said);
        place_readable(slot, said);
    }

    void unparsable(Span at, std::string_view reason) {
        reader_.fault("time-unparsable", at, {{"what", said_text(at)}, {"reason", std::string{reason}}});
    }

    /// The value as it is written, without its quotes.
    std::string said_text(Span at) const {
        std::string text{reader_.text().slice(at)};
        std::erase_if(text, [](char c) { return c == '"' || c == '\''; });
        return text;
    }

    /// `next-day = true`: an end that is not after the start is next morning's. A slot that begins before six and is
    /// said to be on the next day is so as a whole. An hour past 24 says already what the key says.
    static void move_to_next_day(Said& said) {
        constexpr time::minutes early{6 * 60};
        if (!said.start) {
            if (said.end && *said.end < time::Clock{whole_day}) said.end->since_midnight += whole_day;
        } else if (said.end && *said.end <= *said.start) {
            said.end->since_midnight += whole_day;
        } else if (said.start->since_midnight < early) {
            said.start->since_midnight += whole_day;
            if (said.end) said.end->since_midnight += whole_day;
        }
    }

    void place_readable(Slot& slot, const Said& said) {
        std::optional<time::Instant> start;
        if (said.start) slot.start = said.start;
        if (!date(slot).ok()) return; // a day without a date is a fault of its own
        if (said.start) {
            start = instant(slot, *said.start, slot.time_at);
        } else if (said.end && said.duration) {
            return place_backwards(slot, said);
        } else {
            const auto previous = ends_.find({date(slot), slot.track});
            if (previous != ends_.end()) start = previous->second;
            if (start) slot.start = clock_at(agenda_, date(slot), *start);
            if (previous == ends_.end())
                reader_.fault("slot-time-missing", said.duration_at,
                              {{"reason", std::string{"no slot before it on this day and track says when it ends"}}});
            if (!start) return;
        }
        reader_.count("slot-end-missing");
        std::optional<time::Instant> end;
        time::Clock end_clock;
        if (said.end) {
            end_clock = *said.end;
            end = instant(slot, end_clock, said.end_at, true);
            if (said.duration && *end - *start != *said.duration)
                return unparsable(said.duration_at, "start, end and duration contradict one another");
        } else if (said.duration) {
            end = *start + *said.duration;
            end_clock = clock_at(agenda_, date(slot), *end);
        } else {
            reader_.fault("slot-end-missing", slot.time_at,
                          {{"start", time::format_clock(*slot.start)}, {"kind", slot.kind}});
            return;
        }
        slot.clock = {*slot.start, end_clock};
        reader_.count("slot-nonpositive");
        if (*end > *start)
            slot.when = {*start, *end};
        else if (slot.clock->empty() || *end < *start)
            nonpositive("slot", *slot.clock, slot.time_at, said.duration.has_value());
        // Else the change of the clock skips all of it, which is told.
    }

    /// A start follows from an end and a duration.
    void place_backwards(Slot& slot, const Said& said) {
        const auto end = instant(slot, *said.end, said.end_at, true);
        const auto start = end - *said.duration;
        const auto clock = clock_at(agenda_, date(slot), start);
        if (clock.since_midnight < time::minutes{0})
            return unparsable(
                said.duration_at,
                "with this end it would begin on the day before; an end after midnight is written as 24:30, or with "
                "`next-day = true`");
        slot.start = clock;
        slot.clock = {*slot.start, *said.end};
        reader_.count("slot-nonpositive");
        if (end > start)
            slot.when = {start, end};
        else
            nonpositive("slot", *slot.clock, slot.time_at, true);
    }

    void nonpositive(const std::string& sort, const time::ClockRange& clock, Span at, bool by_duration) {
        const auto [start, end] = clock;
        reader_.fault("slot-nonpositive", at,
                      {{"sort", sort},
                       {"start", time::format_clock(start)},
                       {"end", time::format_clock(end)},
                       {"minutes", (start.since_midnight - end.since_midnight).count()},
                       {"hint", nonpositive_hint(start, end, by_duration)}});
    }

    /// What was probably meant: the afternoon, next morning, or the other way round.
    static std::string nonpositive_hint(time::Clock start, time::Clock end, bool by_duration) {
        const time::Clock afternoon{end.since_midnight + half_day};
        const time::Clock next_morning{end.since_midnight + whole_day};
        const auto plausible = [](time::minutes length) {
            return length > time::minutes{0} && length <= time::minutes{6 * 60};
        };
        if (by_duration || start == end) return "give it an end after its start";
        if (plausible(afternoon.since_midnight - start.since_midnight))
            return "did you mean " + time::format_range({start, afternoon}) +
                   "? If it runs past midnight, add `next-day = true`";
        if (next_morning > time::last_clock && plausible(next_morning.since_midnight - start.since_midnight - half_day))
            return "if it runs past midnight, add `next-day = true`";
        if (next_morning <= time::last_clock)
            return "if it runs past midnight, write " + time::format_range({start, next_morning}) +
                   " or add `next-day = true`";
        if (plausible(start.since_midnight - end.since_midnight))
            return "did you mean " + time::format_range({end, start}) + "?";
        return "give it an end after its start";
    }

    /// `ends`: the moment at which the clock goes forward is still the end of what goes before it.
    time::Instant instant(const Slot& slot, time::Clock clock, Span at, bool ends = false) {
        const auto resolved = resolve(agenda_, time::at(date(slot), clock));
        if (agenda_.zone) reader_.count("dst-transition");
        if (const auto* skipped = std::get_if<time::Skipped>(&resolved)) {
            if (ends && time::at(date(slot), clock) == skipped->missing.start) return skipped->change;
            auto& facts = change(at, clock, "skipped").facts;
            facts.set("from", time::format_clock(time::clock_of(date(slot), skipped->missing.start)));
            facts.set("to", time::format_clock(time::clock_of(date(slot), skipped->missing.end)));
        } else if (std::holds_alternative<time::Repeated>(resolved)) {
            change(at, clock, "repeated");
        }
        return time::instant_of(resolved);
    }

    finding::Draft& change(Span at, time::Clock clock, std::string_view how) {
        return reader_.fault("dst-transition", at,
                             {{"what", time::format_clock(clock)},
                              {"change", std::string{how}},
                              {"zone", std::string{agenda_.zone->name()}}},
                             std::string{how} + time::format_clock(clock));
    }

    /// Items without a time follow one another from the slot's start, as long as each says how long it takes (in real
    /// minutes).
    void place_items(Slot& slot, const Pending& pending) {
        bool follows = slot.when.has_value(); // the item begins where `cursor` says
        auto cursor = slot.when ? slot.when->start : time::Instant{};
        for (std::size_t i = 0; i < slot.items.size(); ++i) {
            auto& item = slot.items[i];
            item.clock = pending.item_times[i];
            if (item.clock && date(slot).ok())
                place_written(slot, item);
            else if (follows && item.minutes && !item.parallel)
                place_next(slot, item, cursor);
            follows = item.when.has_value();
            if (follows) cursor = item.when->end;
        }
    }

    void place_written(const Slot& slot, Item& item) {
        if (slot.clock) wrap_past_midnight(*item.clock, *slot.clock);
        const When when{instant(slot, item.clock->start, item.time_at),
                        instant(slot, item.clock->end, item.time_at, true)};
        reader_.count("slot-nonpositive");
        if (!when.empty())
            item.when = when;
        else if (item.clock->empty())
            nonpositive("item", *item.clock, item.time_at, false);
    }

    /// Not where it would run past the slot's end: then its items do not simply follow one another.
    void place_next(const Slot& slot, Item& item, time::Instant start) {
        const When when{start, start + *item.minutes};
        if (when.empty() || !slot.when || !slot.when->covers(when)) return;
        item.when = when;
        item.clock = clock_at(agenda_, date(slot), when);
    }

    /// An item at 00:30 in a slot of 23:00-25:00 is next morning's.
    static void wrap_past_midnight(time::ClockRange& item, const time::ClockRange& slot) {
        auto past = item;
        if (past.end <= past.start) past.end.since_midnight += whole_day;
        const time::ClockRange next{{past.start.since_midnight + whole_day}, {past.end.since_midnight + whole_day}};
        if (slot.covers(past))
            item = past;
        else if (slot.covers(next))
            item = next;
    }

    Reader& reader_;
    Agenda& agenda_;
    const std::vector<Pending>& pending_;
    /// When the last slot of a date and track ends; nothing where that is not known.
    std::map<std::pair<time::Date, std::optional<TrackIndex>>, std::optional<time::Instant>> ends_;
};

} // namespace

void put_on_clock(Reader& reader, const std::vector<Pending>& pending) { ClockWork{reader, pending}.run(); }

} // namespace agenda::load
