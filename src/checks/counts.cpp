// SPDX-License-Identifier: MIT
#include "checks/counts.hpp"
#include "agenda/parts.hpp"
#include <algorithm>
#include <limits>
#include <set>
#include <unordered_map>

namespace agenda::checks {
namespace {

using Number = std::int64_t;

Counted plain(std::size_t number, std::string_view one, std::string_view many) {
    const auto count = static_cast<Number>(number);
    return {count, with_number(count, one, many), {}};
}

Counted presenting(const Slot& slot, std::span<const std::string> omit_capacities) {
    const auto found = presentations(slot, omit_capacities);
    auto result = plain(found.count, "presentation", "presentations");
    const auto people = plain(found.people, "speaker", "speakers");
    if (found.count == found.people)
        result.words = people.words;
    else
        result.words += " by " + people.words;
    return result;
}

/// Of those on stage; what is said of a person in this slot goes before what is said of the person.
std::size_t organisations(const Agenda& agenda, const Slot& slot) {
    std::set<std::string_view> result;
    for (const auto& here : slot.people) {
        const auto person = here.on_stage();
        if (!person) continue;
        const bool own = !here.delivered_by && !here.org.empty();
        const std::string_view org = own ? here.org : agenda.people[*person].org;
        if (!org.empty()) result.insert(org);
    }
    return result.size();
}

std::optional<Counted> in_room(const Agenda& agenda, const Slot& slot, bool overflow) {
    const auto place = place_of(agenda, slot);
    if (place.sort != Place::Sort::room) return std::nullopt;
    const auto capacity = agenda.rooms[RoomIndex{place.index}].capacity;
    if (!capacity || (overflow && !slot.expected)) return std::nullopt;
    if (!overflow) return Counted{*capacity, with_number(*capacity, "seat", "seats"), {}};
    const auto over = std::max(*slot.expected - *capacity, Number{0});
    return Counted{over,
                   with_number(over, "person", "people") + " too many",
                   {{"expected", *slot.expected}, {"capacity", *capacity}}};
}

/// A slot or a person's appearance, under what it counts.
struct CountedEntry {
    Thing of;
    std::optional<time::Date> date;
    DayIndex day;
    SlotIndex slot;
    source::Span at;
};

/// The same for what counts together: the date and the person; for the event, a day before all others.
std::uint64_t key_of(const CountedEntry& entry) {
    const auto day = entry.date ? std::chrono::sys_days{*entry.date}.time_since_epoch().count()
                                : std::numeric_limits<std::int32_t>::min();
    return static_cast<std::uint64_t>(day) << 32U | entry.of.index;
}

std::vector<CountedEntry> entries(const Agenda& agenda, const std::vector<Thing>& things) {
    std::vector<CountedEntry> result;
    for (const auto& thing : things) {
        const auto* slot = slot_of(agenda, thing);
        if (!slot || thing.sort == Sort::item) continue;
        Thing of{};
        if (thing.sort == Sort::appearance) {
            const auto person = slot->people[thing.part].on_stage();
            if (!person || slot->people[thing.part].unknown) continue;
            of = thing_of(*person);
        }
        const auto at = thing.sort == Sort::appearance ? slot->people[thing.part].at : slot->at;
        const auto date = agenda.days[slot->day].date;
        if (date.ok()) result.push_back({of, date, slot->day, SlotIndex{thing.index}, at});
        result.push_back({of, std::nullopt, slot->day, SlotIndex{thing.index}, at});
    }
    return result;
}

} // namespace

std::string with_number(std::int64_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + " " + std::string{number == 1 ? one : many};
}

std::optional<Counted> counted_in_slot(const Agenda& agenda, const Slot& slot, std::string_view quantity,
                                       std::span<const std::string> omit_capacities) {
    const auto on = [&](Role role) { return on_stage(slot, role).size(); };
    if (quantity == "people")
        return plain(on_stage(slot).size() + slot.unresolved_speakers + slot.unresolved_moderators, "person", "people");
    if (quantity == "speakers") return plain(on(Role::speaker) + slot.unresolved_speakers, "speaker", "speakers");
    if (quantity == "moderators") return plain(on(Role::moderator), "moderator", "moderators");
    if (quantity == "organisations") return plain(organisations(agenda, slot), "organisation", "organisations");
    if (quantity == "items") return plain(slot.items.size(), "item", "items");
    if (quantity == "questions") return plain(slot.questions.size(), "question", "questions");
    if (quantity == "capacity" || quantity == "overflow") return in_room(agenda, slot, quantity == "overflow");
    auto presented = presenting(slot, omit_capacities);
    return presented.number == 0 ? std::nullopt : std::optional{std::move(presented)};
}

std::vector<Tally> tallies(const Agenda& agenda, const std::vector<Thing>& things) {
    std::vector<Tally> result;
    std::unordered_map<std::uint64_t, std::size_t> places; // in the result, by day or event, and person
    auto all = entries(agenda, things);
    std::stable_sort(all.begin(), all.end(),
                     [](const CountedEntry& a, const CountedEntry& b) { return a.slot < b.slot; });
    for (const auto& entry : all) {
        const auto [place, is_new] = places.try_emplace(key_of(entry), result.size());
        if (is_new) result.push_back({entry.of, entry.date ? std::optional{entry.day} : std::nullopt, {}, {}});
        auto& tally = result[place->second];
        if (!tally.slots.empty() && tally.slots.back() == entry.slot) continue;
        tally.slots.push_back(entry.slot);
        tally.places.push_back(entry.at);
    }
    return result;
}

} // namespace agenda::checks
