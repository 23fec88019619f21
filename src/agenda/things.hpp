// SPDX-License-Identifier: MIT
// The things of an agenda as rules select them - the event, days, slots, items, people, people in slots, rooms, tracks
// - and the texts that stand under their keys.
#pragma once
#include "agenda/agenda.hpp"
#include <array>

namespace agenda {

enum class Sort { event, day, slot, item, person, appearance, room, track };
/// The names that rule files use, in the order of Sort.
inline constexpr std::array<std::string_view, 8> sort_names{"event",  "day",        "slot", "item",
                                                            "person", "appearance", "room", "track"};
std::string_view name_of(Sort sort);
std::optional<Sort> sort_named(std::string_view name);

/// One thing. `index` counts in its table; of an item and of a person in a slot it is the slot's, and `part` counts in
/// the slot.
struct Thing {
    Sort sort = Sort::event;
    std::uint32_t index = 0;
    std::uint32_t part = 0;
};

Thing thing_of(SlotIndex slot);
Thing thing_of(DayIndex day);
Thing thing_of(PersonIndex person);

/// How many entries the table has in which the things of a sort are; of items and of people in slots, how many slots
/// there are.
std::size_t table_size(const Agenda& agenda, Sort sort);
/// Calls `use` with each thing of a sort in the order of the file, and with the slot that it is or is in.
template <class Use> void each_thing(const Agenda& agenda, Sort sort, Use use) {
    const bool in_slots = sort == Sort::slot || sort == Sort::item || sort == Sort::appearance;
    const auto size = table_size(agenda, sort);
    for (std::uint32_t i = 0; i < size; ++i) {
        const auto* slot = in_slots ? &agenda.slots[SlotIndex{i}] : nullptr;
        const auto parts = sort == Sort::item         ? slot->items.size()
                           : sort == Sort::appearance ? slot->people.size()
                                                      : std::size_t{1};
        for (std::uint32_t part = 0; part < parts; ++part) use(Thing{sort, i, part}, slot);
    }
}
/// All things of a sort in the order of the file. Rooms and tracks that nobody declared are things too, and people who
/// are named in a slot.
std::vector<Thing> things(const Agenda& agenda, Sort sort);

/// "slot:side-event", "person:klug", "event"; of an item and of a person in a slot, the slot's.
std::string about(const Agenda& agenda, const Thing& thing);
/// "`Session II`", "`Anja Klug`", "the event", "2009-07-09": how a message names it.
std::string called(const Agenda& agenda, const Thing& thing);
/// Its header, or where it is named.
Span place_of(const Agenda& agenda, const Thing& thing);
/// The slot that it is or is in.
const Slot* slot_of(const Agenda& agenda, const Thing& thing);
/// Of a day, or of what is in a slot: the day.
const Day& day_of(const Agenda& agenda, const Thing& thing);
const KeyPlaces& keys_of(const Agenda& agenda, const Thing& thing);

/// A text under a key. Views into the agenda.
struct KeyText {
    std::string_view key;
    std::string_view text;
    Span at; ///< the value, or the list that it is in
};

/// The keys that `texts` can give for a sort.
std::vector<std::string_view> text_keys(Sort sort);
/// Whether the thing has the key, and what stands there is no blank text. (A list of questions is blank where all are.)
bool says(const Agenda& agenda, const Thing& thing, std::string_view key);

/// The keys whose texts are wanted: all, or those of a list, which are looked up once for all things.
class TextKeys {
public:
    TextKeys() { wanted_.fill(~0U); }
    explicit TextKeys(const std::vector<std::string>& keys);
    /// The key by its number in `text_keys`.
    bool has(Sort sort, std::size_t number) const {
        return (wanted_[static_cast<std::size_t>(sort)] >> number & 1U) != 0;
    }

private:
    std::array<std::uint32_t, sort_names.size()> wanted_{};
};

/// The texts of a thing that people read, in the order of the format's reference, without those that are not there.
/// Ids, dates, times and words of a fixed set are none.
std::vector<KeyText> texts(const Agenda& agenda, const Thing& thing, const TextKeys& wanted = {});
/// The same, behind others.
void add_texts(const Agenda& agenda, const Thing& thing, const TextKeys& wanted, std::vector<KeyText>& result);

} // namespace agenda
