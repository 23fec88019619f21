// SPDX-License-Identifier: MIT
#include "revision/slot_edits.hpp"

namespace agenda::revision {
namespace {

/// Pairs of key and value.
using Values = std::vector<std::pair<std::string, std::string>>;

Values values_of(const Side& side, const Slot& slot) {
    Values result{{"date", date_of(side.agenda, slot)},
                  {"time", time_of(side, slot)},
                  {"room", room_of(side, slot)},
                  {"track", track_of(side, slot)}};
    for (const auto& key : slot_keys()) result.emplace_back(key.key, key.value(side, slot));
    for (const auto& [key, value] : slot.extra) result.emplace_back(key, value_of(value));
    for (const auto& appearance : slot.people) result.emplace_back(key_of(appearance.role), who(side, appearance));
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

std::string who(const Side& side, const Appearance& appearance) {
    const auto stage = appearance.on_stage();
    if (appearance.unknown && stage == appearance.person) return side.agenda.people[appearance.person].name;
    return side.id(appearance.person);
}

std::string room_of(const Side& side, const Slot& slot) { return slot.room ? side.id(*slot.room) : ""; }
std::string track_of(const Side& side, const Slot& slot) { return slot.track ? side.id(*slot.track) : ""; }

} // namespace agenda::revision
