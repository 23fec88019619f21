// SPDX-License-Identifier: MIT
#include "revision/slot_edits.hpp"
#include <fmt/format.h>

namespace agenda::revision {
namespace {

/// Pairs of key and value.
using Values = std::vector<std::pair<std::string, std::string>>;

std::string key_here(const Side& side, const Appearance& appearance, std::string_view key) {
    return fmt::format("{}/{}/{}", key_of(appearance.role), who(side, appearance), key);
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
        for (const auto& key : appearance_keys())
            result.emplace_back(key_here(side, appearance, key.key), key.value(side, appearance));
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

std::vector<Edit> edits_here(const Collector& collector, const Appearance* earlier, const Appearance* later) {
    std::vector<Edit> result;
    for (const auto& key : appearance_keys()) {
        const auto was = earlier ? key_here(collector.before, *earlier, key.key) : std::string{};
        const auto is = later ? key_here(collector.after, *later, key.key) : std::string{};
        auto value_was = earlier ? key.value(collector.before, *earlier) : std::string{};
        auto value_is = later ? key.value(collector.after, *later) : std::string{};
        if (was == is) {
            add_edit(is, std::move(value_was), std::move(value_is), result);
        } else {
            add_edit(was, std::move(value_was), {}, result);
            add_edit(is, {}, std::move(value_is), result);
        }
    }
    return result;
}

std::string room_of(const Side& side, const Slot& slot) { return slot.room ? side.id(*slot.room) : ""; }
std::string track_of(const Side& side, const Slot& slot) { return slot.track ? side.id(*slot.track) : ""; }

} // namespace agenda::revision
