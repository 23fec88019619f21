// SPDX-License-Identifier: MIT
#include "agenda/things.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <limits>
#include <span>

namespace agenda {
namespace {

/// A key of a table and the member that holds its text.
template <class T> struct TextMember {
    std::string_view key;
    const std::string& (*text)(const T&);
};

template <auto Member, class T> const std::string& plain(const T& thing) { return thing.*Member; }
template <auto Member, class T> const std::string& given(const T& thing) { return (thing.*Member).value; }

constexpr TextMember<Event> event_texts[] = {
    {"title", plain<&Event::title>},         {"subtitle", plain<&Event::subtitle>}, {"series", plain<&Event::series>},
    {"organizer", plain<&Event::organizer>}, {"venue", plain<&Event::venue>},       {"contact", plain<&Event::contact>},
};
constexpr TextMember<Day> day_texts[] = {
    {"label", plain<&Day::label>},
    {"closing-note", plain<&Day::closing_note>},
};
constexpr TextMember<Slot> slot_texts[] = {
    {"number", given<&Slot::number>},
    {"title", given<&Slot::title>},
    {"description", plain<&Slot::description>},
    {"note", plain<&Slot::note>},
};
constexpr TextMember<Item> item_texts[] = {{"title", plain<&Item::title>}};
constexpr TextMember<Person> person_texts[] = {
    {"name", plain<&Person::name>}, {"suffix", plain<&Person::suffix>}, {"title", plain<&Person::title>},
    {"unit", plain<&Person::unit>}, {"org", plain<&Person::org>},       {"country", plain<&Person::country>},
};
constexpr TextMember<Appearance> appearance_texts[] = {
    {"capacity", plain<&Appearance::capacity>},
    {"title", plain<&Appearance::title>},
    {"unit", plain<&Appearance::unit>},
    {"org", plain<&Appearance::org>},
};
constexpr TextMember<Room> room_texts[] = {{"name", plain<&Room::name>}, {"building", plain<&Room::building>}};
constexpr TextMember<Track> track_texts[] = {{"name", plain<&Track::name>}};

template <class T>
void collect(const T& thing, std::span<const TextMember<T>> members, Sort sort, const TextKeys& wanted,
             std::vector<KeyText>& result) {
    constexpr Span nowhere{std::numeric_limits<std::uint32_t>::max(), 0};
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!wanted.has(sort, i)) continue;
        const auto at = thing.keys.at(members[i].key, nowhere);
        if (at.offset != nowhere.offset) result.push_back({members[i].key, members[i].text(thing), at});
    }
}

template <class T> std::vector<std::string_view> names_of(std::span<const TextMember<T>> members) {
    std::vector<std::string_view> result;
    for (const auto& member : members) result.push_back(member.key);
    return result;
}

const Slot& slot_at(const Agenda& agenda, const Thing& thing) { return agenda.slots[SlotIndex{thing.index}]; }

/// Calls `use` with the table itself and the texts that it can have.
template <class Use> auto with_table(const Agenda& agenda, const Thing& thing, Use use) {
    switch (thing.sort) {
    case Sort::day: return use(agenda.days[DayIndex{thing.index}], std::span<const TextMember<Day>>{day_texts});
    case Sort::slot: return use(slot_at(agenda, thing), std::span<const TextMember<Slot>>{slot_texts});
    case Sort::item:
        return use(slot_at(agenda, thing).items[thing.part], std::span<const TextMember<Item>>{item_texts});
    case Sort::person:
        return use(agenda.people[PersonIndex{thing.index}], std::span<const TextMember<Person>>{person_texts});
    case Sort::appearance:
        return use(slot_at(agenda, thing).people[thing.part],
                   std::span<const TextMember<Appearance>>{appearance_texts});
    case Sort::room: return use(agenda.rooms[RoomIndex{thing.index}], std::span<const TextMember<Room>>{room_texts});
    case Sort::track:
        return use(agenda.tracks[TrackIndex{thing.index}], std::span<const TextMember<Track>>{track_texts});
    case Sort::event: break;
    }
    return use(agenda.event, std::span<const TextMember<Event>>{event_texts});
}

/// A label is the name of its room or track where none are declared; where some are, it is an unresolved reference.
template <class Place, class Index>
void add_label(const Table<Place, Index>& places, std::uint32_t index, std::vector<KeyText>& result) {
    const auto& place = places[Index{index}];
    if (!places[Index{0}].declared) result.push_back({"name", place.id, place.at});
}

} // namespace

std::string_view name_of(Sort sort) { return sort_names[static_cast<std::size_t>(sort)]; }

std::optional<Sort> sort_named(std::string_view name) {
    const auto found = std::find(sort_names.begin(), sort_names.end(), name);
    if (found == sort_names.end()) return std::nullopt;
    return static_cast<Sort>(found - sort_names.begin());
}

Thing thing_of(SlotIndex slot) { return {Sort::slot, static_cast<std::uint32_t>(slot), 0}; }
Thing thing_of(DayIndex day) { return {Sort::day, static_cast<std::uint32_t>(day), 0}; }
Thing thing_of(PersonIndex person) { return {Sort::person, static_cast<std::uint32_t>(person), 0}; }

std::vector<Thing> things(const Agenda& agenda, Sort sort) {
    std::vector<Thing> result;
    each_thing(agenda, sort, [&](const Thing& thing, const Slot*) { result.push_back(thing); });
    return result;
}

std::size_t table_size(const Agenda& agenda, Sort sort) {
    switch (sort) {
    case Sort::event: return 1;
    case Sort::day: return agenda.days.size();
    case Sort::person: return agenda.people.size();
    case Sort::room: return agenda.rooms.size();
    case Sort::track: return agenda.tracks.size();
    case Sort::slot:
    case Sort::item:
    case Sort::appearance: return agenda.slots.size();
    }
    return 0;
}

std::string about(const Agenda& agenda, const Thing& thing) {
    switch (thing.sort) {
    case Sort::event: return "event";
    case Sort::day: return agenda.about(DayIndex{thing.index});
    case Sort::person: return agenda.about(PersonIndex{thing.index});
    case Sort::room: return agenda.about(RoomIndex{thing.index});
    case Sort::track: return agenda.about(TrackIndex{thing.index});
    case Sort::slot:
    case Sort::item:
    case Sort::appearance: return agenda.about(SlotIndex{thing.index});
    }
    return {};
}

std::string called(const Agenda& agenda, const Thing& thing) {
    const auto ticked = [](const std::string& name) { return "`" + name + "`"; };
    switch (thing.sort) {
    case Sort::event: return "the event";
    case Sort::day: return called(agenda.days[DayIndex{thing.index}]);
    case Sort::person: return ticked(called(agenda.people[PersonIndex{thing.index}]));
    case Sort::room: return "room " + ticked(called(agenda.rooms[RoomIndex{thing.index}]));
    case Sort::track: return "track " + ticked(called(agenda.tracks[TrackIndex{thing.index}]));
    case Sort::slot: return ticked(called(slot_at(agenda, thing)));
    case Sort::item: return "an item of " + ticked(called(slot_at(agenda, thing)));
    case Sort::appearance:
        return ticked(called(agenda.people[slot_at(agenda, thing).people[thing.part].person])) + " in " +
               ticked(called(slot_at(agenda, thing)));
    }
    return {};
}

Span place_of(const Agenda& agenda, const Thing& thing) {
    return with_table(agenda, thing, [](const auto& table, const auto&) { return table.at; });
}

const Slot* slot_of(const Agenda& agenda, const Thing& thing) {
    const bool in_slot = thing.sort == Sort::slot || thing.sort == Sort::item || thing.sort == Sort::appearance;
    return in_slot ? &slot_at(agenda, thing) : nullptr;
}

const Day& day_of(const Agenda& agenda, const Thing& thing) {
    const auto* slot = slot_of(agenda, thing);
    return agenda.days[slot ? slot->day : DayIndex{thing.index}];
}

const KeyPlaces& keys_of(const Agenda& agenda, const Thing& thing) {
    return *with_table(agenda, thing, [](const auto& table, const auto&) { return &table.keys; });
}

std::vector<std::string_view> text_keys(Sort sort) {
    std::vector<std::string_view> result;
    switch (sort) {
    case Sort::event: return names_of<Event>(event_texts);
    case Sort::day: return names_of<Day>(day_texts);
    case Sort::slot:
        result = names_of<Slot>(slot_texts);
        result.emplace_back("questions");
        return result;
    case Sort::item: return names_of<Item>(item_texts);
    case Sort::person: return names_of<Person>(person_texts);
    case Sort::appearance: return names_of<Appearance>(appearance_texts);
    case Sort::room: return names_of<Room>(room_texts);
    case Sort::track: return names_of<Track>(track_texts);
    }
    return result;
}

bool says(const Agenda& agenda, const Thing& thing, std::string_view key) {
    const auto is_blank = [](std::string_view text) { return source::is_blank(text); };
    return with_table(agenda, thing, [&](const auto& table, auto members) {
        if (!table.keys.has(key)) return false;
        if (thing.sort == Sort::slot && key == "questions") {
            const auto& questions = slot_at(agenda, thing).questions;
            return !std::all_of(questions.begin(), questions.end(),
                                [&](const auto& question) { return is_blank(question.value); });
        }
        const auto member =
            std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.key == key; });
        return member == members.end() || !is_blank(member->text(table));
    });
}

TextKeys::TextKeys(const std::vector<std::string>& keys) {
    for (std::size_t sort = 0; sort < wanted_.size(); ++sort) {
        const auto names = text_keys(static_cast<Sort>(sort));
        for (std::size_t i = 0; i < names.size(); ++i)
            if (std::find(keys.begin(), keys.end(), names[i]) != keys.end()) wanted_[sort] |= 1U << i;
    }
}

std::vector<KeyText> texts(const Agenda& agenda, const Thing& thing, const TextKeys& wanted) {
    std::vector<KeyText> result;
    add_texts(agenda, thing, wanted, result);
    return result;
}

void add_texts(const Agenda& agenda, const Thing& thing, const TextKeys& wanted, std::vector<KeyText>& result) {
    with_table(agenda, thing,
               [&](const auto& table, auto members) { collect(table, members, thing.sort, wanted, result); });
    if (thing.sort == Sort::slot && wanted.has(thing.sort, std::size(slot_texts)))
        for (const auto& question : slot_at(agenda, thing).questions)
            result.push_back({"questions", question.value, question.at});
    // "name" is the first key of both.
    if (thing.sort == Sort::room && wanted.has(thing.sort, 0)) add_label(agenda.rooms, thing.index, result);
    if (thing.sort == Sort::track && wanted.has(thing.sort, 0)) add_label(agenda.tracks, thing.index, result);
}

} // namespace agenda
