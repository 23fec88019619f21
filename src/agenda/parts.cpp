// SPDX-License-Identifier: MIT
#include "agenda/parts.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <set>

namespace agenda {
namespace {

using When = time::Interval<time::Instant>;

/// An item's own time, as far as it lies in the slot.
std::optional<When> written(const Slot& slot, const Item& item) {
    const auto inside = slot.when ? intersection(*slot.when, *item.when) : *item.when;
    return inside.empty() ? std::nullopt : std::optional{inside};
}

time::minutes length_of(std::vector<When> all) {
    std::sort(all.begin(), all.end());
    std::chrono::seconds sum{0};
    auto until = time::Instant::min();
    for (const auto& one : all) {
        const auto from = std::max(one.start, until);
        if (one.end > from) sum += one.end - from;
        until = std::max(until, one.end);
    }
    return time::whole_minutes(sum);
}

bool in_capacity(const Appearance& appearance, std::span<const std::string> capacities) {
    const auto here = source::lowered(appearance.capacity);
    return !here.empty() && std::any_of(capacities.begin(), capacities.end(),
                                        [&](const auto& capacity) { return source::lowered(capacity) == here; });
}

template <class Counts> ItemTime time_of_items(const Slot& slot, Counts counts) {
    ItemTime result{{}, false, !slot.items.empty()};
    std::vector<When> written_times;
    time::minutes longest_parallel{};
    for (const auto& item : slot.items) {
        if (!counts(item)) continue;
        const bool has_time = item.keys.has("time");
        const bool timed = has_time ? item.when.has_value() : item.minutes.has_value();
        result.any = result.any || timed;
        result.whole = result.whole && timed && !item.parallel;
        if (!timed) continue;
        const auto length = has_time ? time::whole_minutes(item.when->length()) : *item.minutes;
        if (item.parallel)
            longest_parallel = std::max(longest_parallel, length);
        else if (!has_time)
            result.taken += length;
        else if (const auto when = written(slot, item))
            written_times.push_back(*when);
    }
    result.taken = std::max(result.taken + length_of(std::move(written_times)), longest_parallel);
    return result;
}

} // namespace

ItemTime item_time(const Slot& slot) {
    return time_of_items(slot, [](const Item&) { return true; });
}

ItemTime programme_time(const Slot& slot) {
    return time_of_items(slot, [](const Item& item) { return item.rest == Item::Rest::none; });
}

time::minutes working_time(const Slot& slot) {
    const auto rests = time_of_items(slot, [](const Item& item) { return item.rest != Item::Rest::none; });
    return std::max(time::whole_minutes(slot.when->length()) - rests.taken, time::minutes{0});
}

Presentations presentations(const Slot& slot, std::span<const std::string> omit_capacities) {
    enum class By { item, together, alone, unknown };
    std::set<std::pair<By, std::uint32_t>> parts;
    std::set<PersonIndex> people;
    std::uint32_t unknown = 0;
    const auto speakers_in = [&](bool items, auto use) {
        for (const auto& appearance : slot.people)
            if (const auto person = appearance.on_stage(); person && appearance.role == Role::speaker &&
                                                           appearance.item.has_value() == items &&
                                                           !in_capacity(appearance, omit_capacities))
                use(*person, appearance);
    };
    speakers_in(true, [&](PersonIndex person, const Appearance& appearance) {
        parts.emplace(By::item, *appearance.item);
        if (appearance.unknown)
            ++unknown;
        else
            people.insert(person);
    });
    const auto in_items = people;
    speakers_in(false, [&](PersonIndex person, const Appearance& appearance) {
        if (in_items.contains(person)) return;
        if (appearance.unknown)
            ++unknown;
        else
            people.insert(person);
        if (appearance.joint)
            parts.emplace(By::together, *appearance.joint);
        else if (appearance.unknown)
            parts.emplace(By::unknown, unknown);
        else
            parts.emplace(By::alone, static_cast<std::uint32_t>(person));
    });
    return {parts.size() + slot.unresolved_speakers, people.size() + unknown + slot.unresolved_speakers};
}

std::optional<time::minutes> discussion_time(const Slot& slot) {
    if (slot.discussion_minutes) return slot.discussion_minutes;
    const auto floor = time_of_items(slot, [](const Item& item) { return item.kind == "open-floor"; });
    if (floor.any) return floor.whole ? std::optional{floor.taken} : std::nullopt;
    const auto time = item_time(slot);
    if (!slot.discussion || !time.whole || !slot.when) return std::nullopt;
    return std::max(time::whole_minutes(slot.when->length()) - time.taken, time::minutes{0});
}

} // namespace agenda
