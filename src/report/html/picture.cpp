// SPDX-License-Identifier: MIT
// Lanes are the timelines of rules (line_of); within a lane, slots that overlap are put into columns greedily by start,
// which takes no more columns than slots are there at once.
#include "report/html/picture.hpp"
#include "report/schedule.hpp"
#include <algorithm>
#include <map>
#include <unordered_map>

namespace agenda::report::html {
namespace {

using time::Clock;
using time::ClockRange;
using time::minutes;

/// Marks the slots of one overlapping group that share a finding which is more than a hint.
void mark_collisions(std::vector<Block>& blocks, std::size_t from, std::size_t to, const Subjects& subjects) {
    std::unordered_map<const Finding*, std::size_t> seen;
    for (auto i = from; i < to; ++i)
        for (const auto* finding : subjects.about(blocks[i].slot)) {
            if (finding->severity < finding::Severity::warning) continue;
            const auto [first, is_new] = seen.try_emplace(finding, i);
            if (!is_new) blocks[i].collides = blocks[first->second].collides = true;
        }
}

/// Gives each block its column. `blocks` are sorted by start.
void arrange(std::vector<Block>& blocks, const Subjects& subjects) {
    std::vector<Clock> free_from; // of each column of the group
    std::size_t group = 0;
    Clock group_end{};
    const auto close = [&](std::size_t end) {
        for (auto i = group; i < end; ++i) blocks[i].columns = static_cast<std::uint32_t>(free_from.size());
        if (free_from.size() > 1) mark_collisions(blocks, group, end, subjects);
        free_from.clear();
        group = end;
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto& block = blocks[i];
        if (i > group && block.clock.start >= group_end) close(i);
        const auto column =
            std::find_if(free_from.begin(), free_from.end(), [&](Clock free) { return free <= block.clock.start; });
        block.column = static_cast<std::uint32_t>(column - free_from.begin());
        if (column == free_from.end())
            free_from.push_back(block.clock.end);
        else
            *column = block.clock.end;
        group_end = i == group ? block.clock.end : std::max(group_end, block.clock.end);
    }
    close(blocks.size());
}

/// From the first start of the slots that take place to their last end; empty where none does.
ClockRange span_of(const Agenda& agenda, const std::vector<SlotIndex>& slots) {
    std::optional<ClockRange> span;
    for (const auto index : slots) {
        const auto& slot = agenda.slots[index];
        if (slot.cancelled || !slot.clock || slot.clock->empty()) continue;
        span = span ? ClockRange{std::min(span->start, slot.clock->start), std::max(span->end, slot.clock->end)}
                    : *slot.clock;
    }
    return span.value_or(ClockRange{});
}

/// Where neither of two rows of blocks has anything within `span`.
std::vector<ClockRange> gaps_in(const ClockRange& span, const Agenda& agenda, const std::vector<Block>& own,
                                const std::vector<Block>& shared) {
    std::vector<ClockRange> taken;
    for (const auto* row : {&own, &shared})
        for (const auto& block : *row)
            if (!agenda.slots[block.slot].cancelled) taken.push_back(block.clock);
    std::sort(taken.begin(), taken.end());
    std::vector<ClockRange> gaps;
    auto free_from = span.start;
    for (const auto& one : taken) {
        if (one.start > free_from) gaps.push_back({free_from, one.start});
        free_from = std::max(free_from, one.end);
    }
    if (free_from < span.end) gaps.push_back({free_from, span.end});
    return gaps;
}

/// Whether a block overlaps any of these, which are sorted by start; `latest_end` has the last end up to each of them.
bool overlaps_any(const Block& block, const std::vector<Block>& sorted, const std::vector<Clock>& latest_end) {
    const auto after = std::partition_point(sorted.begin(), sorted.end(),
                                            [&](const Block& one) { return one.clock.start < block.clock.end; });
    const auto before = static_cast<std::size_t>(after - sorted.begin());
    return before > 0 && latest_end[before - 1] > block.clock.start;
}

/// Takes out of `shared`, sorted by start, what would cover slots of a lane, and what overlaps such a slot: it gets a
/// lane of its own.
std::vector<Block> covering(std::vector<Block>& shared, const std::vector<Block>& in_lanes) {
    std::vector<Clock> latest_end;
    for (const auto& block : in_lanes)
        latest_end.push_back(latest_end.empty() ? block.clock.end : std::max(latest_end.back(), block.clock.end));
    std::vector<Block> result, rest;
    for (std::size_t group = 0; group < shared.size();) {
        // Slots that overlap one another stay together.
        auto end = group;
        auto last = shared[group].clock.end;
        bool covers = false;
        for (; end < shared.size() && (end == group || shared[end].clock.start < last); ++end) {
            last = std::max(last, shared[end].clock.end);
            covers = covers || overlaps_any(shared[end], in_lanes, latest_end);
        }
        auto& to = covers ? result : rest;
        for (; group < end; ++group) to.push_back(shared[group]);
    }
    shared = std::move(rest);
    return result;
}

void fill(DayPicture& day, const Agenda& agenda, const Subjects& subjects) {
    std::map<Place, std::vector<Block>> by_place;
    std::vector<Block> shared, in_lanes;
    for (const auto index : day.slots) {
        const auto& slot = agenda.slots[index];
        if (!slot.clock || slot.clock->empty()) {
            day.unplaced.push_back(index);
            continue;
        }
        const auto place = line_of(slot);
        (place == Place{} ? shared : by_place[place]).push_back({index, *slot.clock});
        if (place != Place{}) in_lanes.push_back({index, *slot.clock});
        const auto& clock = *slot.clock;
        day.clock = day.clock.empty()
                        ? clock
                        : ClockRange{std::min(day.clock.start, clock.start), std::max(day.clock.end, clock.end)};
    }
    if (day.clock.empty()) return;
    constexpr minutes hour{60};
    day.clock.start.since_midnight -= day.clock.start.since_midnight % hour;
    if (const auto over = day.clock.end.since_midnight % hour; over.count() > 0)
        day.clock.end.since_midnight += hour - over;
    if (by_place.empty()) {
        by_place[Place{}] = std::exchange(shared, {});
    } else if (auto own = covering(shared, in_lanes); !own.empty()) {
        by_place[Place{}] = std::move(own);
    }
    arrange(shared, subjects);
    const auto span = span_of(agenda, day.slots);
    for (auto& [place, blocks] : by_place) {
        arrange(blocks, subjects);
        auto name = by_place.size() == 1 && place == Place{} ? std::string{} : place_text(agenda, place);
        auto gaps = gaps_in(span, agenda, blocks, shared);
        day.lanes.push_back({std::move(name), std::move(blocks), std::move(gaps)});
    }
    day.shared = std::move(shared);
}

} // namespace

bool is_named(const DayPicture& day) {
    return std::any_of(day.lanes.begin(), day.lanes.end(), [](const Lane& lane) { return !lane.name.empty(); });
}

std::vector<DayPicture> pictures_of(const CheckedAgenda& checked, const Subjects& subjects) {
    const auto& agenda = checked.loaded.agenda;
    std::vector<DayPicture> days;
    std::map<time::Date, std::size_t> by_date;
    for (const auto index : agenda.days.indices()) {
        const auto& day = agenda.days[index];
        auto at = days.size();
        if (day.date.ok()) at = by_date.try_emplace(day.date, at).first->second;
        if (at == days.size()) days.push_back({day.date, {}, {}, {}, {}, {}, {}});
        days[at].headers.push_back(index);
        days[at].slots.insert(days[at].slots.end(), day.slots.begin(), day.slots.end());
    }
    std::stable_sort(days.begin(), days.end(), [](const DayPicture& a, const DayPicture& b) {
        return a.date.ok() && (!b.date.ok() || a.date < b.date);
    });
    for (auto& day : days) {
        // A slot without a start stays behind the one that stands before it in the file.
        std::vector<std::pair<Clock, SlotIndex>> order;
        Clock last{};
        for (const auto slot : day.slots) order.emplace_back(last = agenda.slots[slot].start.value_or(last), slot);
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::transform(order.begin(), order.end(), day.slots.begin(), [](const auto& one) { return one.second; });
        fill(day, agenda, subjects);
    }
    return days;
}

} // namespace agenda::report::html
