// SPDX-License-Identifier: MIT
#include "checks/counts.hpp"
#include "agenda/parts.hpp"
#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace agenda::checks {
namespace {

using Number = std::int64_t;

Counted plain(std::size_t number, std::string_view one, std::string_view many) {
    return {static_cast<Number>(number), one, many};
}

Counted presenting(const Slot& slot, std::span<const std::string> omit_capacities) {
    const auto found = presentations(slot, omit_capacities);
    const auto people = plain(found.people, "speaker", "speakers");
    if (found.count == found.people) return people;
    auto result = plain(found.count, "presentation", "presentations");
    result.more = " by " + people.words();
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
    if (!overflow) return Counted{*capacity, "seat", "seats"};
    const auto over = std::max(*slot.expected - *capacity, Number{0});
    return Counted{over, "person", "people", " too many", {{"expected", *slot.expected}, {"capacity", *capacity}}};
}

/// A slot or a person's appearance, under what it counts.
struct CountedEntry {
    std::int64_t key; ///< the same for what counts together
    Thing of;
    bool dated; ///< counts on its day; else in the event
    DayIndex day;
    SlotIndex slot;
    source::Span at;
};

/// The date and the person; for the event, a day behind all others.
std::int64_t key_of(std::optional<time::Date> date, const Thing& of) {
    const std::int64_t day =
        date ? std::chrono::sys_days{*date}.time_since_epoch().count() : std::numeric_limits<std::int32_t>::max();
    return day * (std::int64_t{1} << 32U) + of.index;
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
        if (date.ok()) result.push_back({key_of(date, of), of, true, slot->day, SlotIndex{thing.index}, at});
        result.push_back({key_of(std::nullopt, of), of, false, slot->day, SlotIndex{thing.index}, at});
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

std::vector<Tally> tallies(const Agenda& agenda, const std::vector<Thing>& things, std::int64_t most) {
    auto all = entries(agenda, things);
    std::stable_sort(all.begin(), all.end(), [](const CountedEntry& a, const CountedEntry& b) {
        return std::tie(a.key, a.slot) < std::tie(b.key, b.slot);
    });
    const auto together = [](const CountedEntry& a, const CountedEntry& b) {
        return a.key == b.key && a.slot == b.slot;
    };
    all.erase(std::unique(all.begin(), all.end(), together), all.end());
    std::vector<Tally> result;
    for (auto from = all.begin(), to = from; from != all.end(); from = to) {
        to = std::find_if(from, all.end(), [&](const CountedEntry& entry) { return entry.key != from->key; });
        if (to - from <= most) continue;
        result.push_back({from->of, from->dated ? std::optional{from->day} : std::nullopt, {}, {}});
        for (auto it = from; it != to; ++it) {
            result.back().slots.push_back(it->slot);
            result.back().places.push_back(it->at);
        }
    }
    return result;
}

} // namespace agenda::checks
