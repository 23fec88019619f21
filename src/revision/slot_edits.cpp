// SPDX-License-Identifier: MIT
#include "revision/slot_edits.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::revision {
namespace {

/// Pairs of key and value.
using Values = std::vector<std::pair<std::string, std::string>>;

/// What is said of somebody in a slot, and in which of its items, by title, where that counts.
Values values_here(const Side& side, const Here& here, bool with_item) {
    Values result;
    if (!here.appearance) return result;
    const auto& appearance = *here.appearance;
    for (const auto& key : appearance_keys())
        if (auto value = key.value(side, appearance); !value.empty()) result.emplace_back(key.key, std::move(value));
    if (with_item && appearance.item) {
        const auto& title = here.slot->items[*appearance.item].title;
        result.emplace_back("item", title.empty() ? fmt::format("item {}", *appearance.item + 1) : title);
    }
    if (result.empty()) return result;
    const auto prefix = fmt::format("{}/{}/", key_of(appearance.role), who(side, appearance));
    for (auto& pair : result) pair.first.insert(0, prefix);
    return result;
}

bool stays_in_item(const Here& earlier, const Here& later) {
    return earlier.appearance && later.appearance && earlier.slot->items.size() == later.slot->items.size() &&
           earlier.appearance->item == later.appearance->item;
}

Values values_of(const Side& side, const Slot& slot) {
    Values result{{"date", date_of(side.agenda, slot)},
                  {"time", time_of(side, slot)},
                  {"room", room_of(side, slot)},
                  {"track", track_of(side, slot)}};
    for (const auto& key : slot_keys()) result.emplace_back(key.key, key.value(side, slot));
    for (const auto& [key, value] : slot.extra) result.emplace_back(key, value_of(value));
    for (const auto& appearance : slot.people) {
        result.emplace_back(key_of(appearance.role), who(side, appearance));
        for (auto& value : values_here(side, {&slot, &appearance}, true)) result.push_back(std::move(value));
    }
    std::erase_if(result, [](const auto& pair) { return pair.second.empty(); });
    return result;
}

} // namespace

std::vector<Edit> edits_of_gone(const Collector& collector, SlotIndex slot) {
    std::vector<Edit> result;
    for (auto& [key, value] : values_of(collector.before, collector.slot_before(slot)))
        result.push_back({std::move(key), std::move(value), std::nullopt});
    return result;
}

std::vector<Edit> edits_of_come(const Collector& collector, SlotIndex slot) {
    std::vector<Edit> result;
    for (auto& [key, value] : values_of(collector.after, collector.slot_after(slot)))
        result.push_back({std::move(key), std::nullopt, std::move(value)});
    return result;
}

std::string key_of(Role role) { return std::string{name_of(role)}; }

bool by_name(const Side& side, const Appearance& appearance) {
    if (appearance.unknown && appearance.on_stage() == appearance.person) return true;
    return !side.agenda.people[appearance.person].declared && !side.goes_on(appearance.person);
}

std::string who(const Side& side, const Appearance& appearance) {
    return by_name(side, appearance) ? side.agenda.people[appearance.person].name : side.id(appearance.person);
}

std::vector<Edit> edits_here(const Collector& collector, const Here& earlier, const Here& later) {
    const bool with_item = !stays_in_item(earlier, later);
    const auto before = values_here(collector.before, earlier, with_item);
    const auto after = values_here(collector.after, later, with_item);
    const auto find = [](const Values& values, const std::string& key) {
        return std::find_if(values.begin(), values.end(), [&](const auto& pair) { return pair.first == key; });
    };
    std::vector<Edit> result;
    for (const auto& [key, value] : before) {
        const auto other = find(after, key);
        add_edit(key, value, other == after.end() ? std::string{} : other->second, result);
    }
    for (const auto& [key, value] : after)
        if (find(before, key) == before.end()) add_edit(key, {}, value, result);
    return result;
}

std::string room_of(const Side& side, const Slot& slot) { return slot.room ? side.id(*slot.room) : ""; }
std::string track_of(const Side& side, const Slot& slot) { return slot.track ? side.id(*slot.track) : ""; }

} // namespace agenda::revision
