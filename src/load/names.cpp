// SPDX-License-Identifier: MIT
#include "load/names.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <unordered_set>

namespace agenda::load {
namespace {

std::string folded(std::string_view id) {
    auto result = source::lowered(id);
    std::replace(result.begin(), result.end(), '_', '-');
    return result;
}

template <class Index> std::optional<Index> enter(Register<Index>& ids, const std::string& id, Index index) {
    ids.declared = true;
    ids.exact.try_emplace(id, index);
    const auto [place, is_new] = ids.folded.try_emplace(folded(id), index);
    return is_new ? std::nullopt : std::optional{place->second};
}

template <class Index> std::optional<Index> look_up(const Register<Index>& ids, std::string_view id) {
    const auto found = ids.exact.find(id);
    return found == ids.exact.end() ? std::nullopt : std::optional{found->second};
}

template <class Of, class Index> std::vector<std::string_view> ids_of(const Table<Of, Index>& table) {
    std::vector<std::string_view> result;
    for (const auto& one : table)
        if (one.declared) result.push_back(one.id);
    return result;
}

} // namespace

std::optional<PersonIndex> Names::declare(const std::string& id, PersonIndex person) {
    return enter(people_, id, person);
}

std::optional<RoomIndex> Names::declare(const std::string& id, RoomIndex room) { return enter(rooms_, id, room); }
std::optional<TrackIndex> Names::declare(const std::string& id, TrackIndex track) { return enter(tracks_, id, track); }

void Names::unresolved(std::string_view sort, std::string_view id, Span at, std::span<const std::string_view> known) {
    finding::Facts facts{{"sort", std::string{sort}}, {"what", std::string{id}}};
    // A thousand unknown ids among ten thousand known ones would be looked through for minutes: the nearest is looked
    // for while that is cheap.
    if (known.size() <= 5000)
        if (const auto near = source::nearest(id, known); !near.empty()) facts.set("nearest", std::string{near});
    reader_.fault("reference-unresolved", at, std::move(facts), std::string{id});
}

std::optional<PersonIndex> Names::person(std::string_view id, Span at) {
    reader_.count("reference-unresolved");
    const auto found = look_up(people_, id);
    if (!found) unresolved("person", id, at, ids_of(reader_.agenda().people));
    return found;
}

template <class Place, class Index>
std::optional<Index> Names::place(Register<Index>& ids, Table<Place, Index>& places, std::string_view sort,
                                  std::string_view id, Span at) {
    if (const auto found = look_up(ids, id)) {
        if (ids.declared) reader_.count("reference-unresolved");
        return found;
    }
    if (ids.declared) {
        reader_.count("reference-unresolved");
        unresolved(sort, id, at, ids_of(places));
        return std::nullopt;
    }
    const auto index = places.next();
    Place label;
    label.id = id;
    label.at = at;
    label.declared = false;
    places.push_back(std::move(label));
    ids.exact.emplace(id, index);
    return index;
}

std::optional<RoomIndex> Names::room(std::string_view id, Span at) {
    return place(rooms_, reader_.agenda().rooms, "room", id, at);
}
std::optional<TrackIndex> Names::track(std::string_view id, Span at) {
    return place(tracks_, reader_.agenda().tracks, "track", id, at);
}

PersonIndex Names::inline_person(Person&& person) {
    auto& people = reader_.agenda().people;
    for (; people_named_ < people.size(); ++people_named_) {
        const auto index = static_cast<PersonIndex>(people_named_);
        people_by_name_[people[index].name].push_back(index);
    }
    for (const auto index : people_by_name_[person.name]) {
        const auto& known = people[index];
        if (known.org.empty() || person.org.empty() || known.org == person.org) return index;
    }
    const auto base = slug(person.name);
    person.id = base;
    for (int ordinal = 2; people_.folded.contains(folded(person.id)); ++ordinal)
        person.id = base + "-" + std::to_string(ordinal);
    person.declared = false;
    const auto index = people.next();
    people_.folded.emplace(folded(person.id), index);
    people.push_back(std::move(person));
    return index;
}

std::string slug(std::string_view text) {
    std::string result;
    for (const char c : source::lowered(text)) {
        const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
        if (keep)
            result += c;
        else if (!result.empty() && result.back() != '-' && static_cast<unsigned char>(c) != '\'')
            result += '-';
    }
    if (result.size() > 80) {
        result.resize(80);
        while (!result.empty() && (static_cast<unsigned char>(result.back()) & 0xC0U) == 0x80U) result.pop_back();
        if (!result.empty() && static_cast<unsigned char>(result.back()) >= 0xC0U) result.pop_back();
    }
    while (!result.empty() && result.back() == '-') result.pop_back();
    return result.empty() ? "slot" : result;
}

namespace {

/// Adds `more(slot)` to each derived id that another slot has too.
template <class More> void set_apart(Agenda& agenda, More more) {
    std::unordered_map<std::string_view, std::size_t> uses;
    for (const auto& slot : agenda.slots) ++uses[slot.id];
    std::vector<std::pair<Slot*, std::string>> longer;
    for (auto& slot : agenda.slots)
        if (slot.id_derived && uses[slot.id] > 1) longer.emplace_back(&slot, slot.id + "-" + more(slot));
    for (auto& [slot, id] : longer) slot->id = std::move(id);
}

} // namespace

void settle_slot_ids(Reader& reader) {
    auto& agenda = reader.agenda();
    std::unordered_map<std::string_view, SlotIndex> given;
    for (auto index = SlotIndex{0}; index < agenda.slots.next();
         index = SlotIndex{static_cast<std::uint32_t>(index) + 1}) {
        auto& slot = agenda.slots[index];
        if (slot.id.empty()) {
            slot.id_derived = true;
            const auto& name = !slot.number.value.empty()  ? slot.number.value
                               : !slot.title.value.empty() ? slot.title.value
                                                           : slot.kind;
            slot.id = slug(name);
            continue;
        }
        reader.count("duplicate-id");
        const auto [first, is_new] = given.try_emplace(slot.id, index);
        if (is_new) continue;
        const Reader::In in{reader, index, "[[day.slot]]"};
        reader.fault("duplicate-id", slot.id_at, {{"sort", std::string{"slot"}}, {"what", slot.id}})
            .related.push_back({agenda.slots[first->second].id_at, "first given here"});
    }
    set_apart(agenda, [&](const Slot& slot) {
        const auto date = agenda.days[slot.day].date;
        return date.ok() ? time::format_date(date) : std::string{"undated"};
    });
    set_apart(agenda, [](const Slot& slot) {
        auto start = slot.start ? time::format_clock(*slot.start) : std::string{"untimed"};
        std::erase(start, ':');
        return start;
    });
    std::unordered_set<std::string> taken;
    for (const auto& slot : agenda.slots)
        if (!slot.id_derived) taken.insert(slot.id);
    std::unordered_map<std::string, int> ordinals;
    for (auto& slot : agenda.slots) {
        if (!slot.id_derived || taken.insert(slot.id).second) continue;
        const auto base = slot.id;
        auto& ordinal = ordinals.try_emplace(base, 1).first->second;
        do slot.id = base + "-" + std::to_string(++ordinal);
        while (!taken.insert(slot.id).second);
    }
}

} // namespace agenda::load
