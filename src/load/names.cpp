// SPDX-License-Identifier: MIT
#include "load/names.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <unordered_set>

namespace agenda::load {
namespace {

/// A letter or a digit of ASCII, or part of any other character.
bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80U;
}

template <class Index> std::optional<Index> look_up(const Register<Index>& ids, std::string_view id) {
    const auto found = ids.exact.find(id);
    return found == ids.exact.end() ? std::nullopt : std::optional{found->second};
}

} // namespace

std::string_view Names::folded(std::string_view id) {
    const auto changes = [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); };
    if (std::none_of(id.begin(), id.end(), changes)) return id;
    auto& result = kept_.emplace_back(source::lowered(id));
    std::replace(result.begin(), result.end(), '_', '-');
    return result;
}

template <class Index> std::optional<Index> Names::enter(Register<Index>& ids, std::string_view id, Index index) {
    ids.declared = true;
    ids.exact.try_emplace(id, index);
    const auto [place, is_new] = ids.folded.try_emplace(folded(id), index);
    return is_new ? std::nullopt : std::optional{place->second};
}

std::optional<PersonIndex> Names::declare(std::string_view id, PersonIndex person) {
    return enter(people_, id, person);
}

std::optional<RoomIndex> Names::declare(std::string_view id, RoomIndex room) { return enter(rooms_, id, room); }
std::optional<TrackIndex> Names::declare(std::string_view id, TrackIndex track) { return enter(tracks_, id, track); }

std::optional<PersonIndex> Names::person(std::string_view id, Span at) {
    reader_.count("reference-unresolved");
    const auto found = look_up(people_, id);
    if (!found) unresolved("person", id, at, reader_.agenda().people);
    return found;
}

template <class Place, class Index>
Index Names::place(Register<Index>& ids, Table<Place, Index>& places, std::string_view sort, std::string_view id,
                   Span at) {
    const auto found = look_up(ids, id);
    if (ids.declared) {
        reader_.count("reference-unresolved");
        if (!found || !places[*found].declared) unresolved(sort, id, at, places);
    }
    if (found) return *found;
    const auto index = places.next();
    Place label;
    label.id = id;
    label.at = at;
    label.declared = false;
    places.push_back(std::move(label));
    ids.exact.emplace(id, index);
    return index;
}

RoomIndex Names::room(std::string_view id, Span at) { return place(rooms_, reader_.agenda().rooms, "room", id, at); }
TrackIndex Names::track(std::string_view id, Span at) {
    return place(tracks_, reader_.agenda().tracks, "track", id, at);
}

namespace {

/// Each placeholder has a full stop, a closing bracket, a question mark, a "tb" or a word that begins with "be"; few
/// other names do.
bool may_be_placeholder(std::string_view name) {
    const auto is = [&](std::size_t at, char small) { return (name[at] | 0x20) == small; };
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '.' || name[i] == ')' || name[i] == '?') return true;
        if (!is(i, 'b')) continue;
        if (i > 0 && is(i - 1, 't')) return true;
        if (i + 1 < name.size() && is(i + 1, 'e') && (i == 0 || !in_word(name[i - 1]))) return true;
    }
    return false;
}

} // namespace

bool is_placeholder(std::string_view name) {
    static constexpr std::array<std::string_view, 4> marks{"n.n.", "confirmed)", "announced)", "?"};
    if (!may_be_placeholder(name)) return false;
    const auto text = source::lowered(name);
    const auto has = [&](std::string_view mark) { return text.find(mark) != std::string::npos; };
    if (std::any_of(marks.begin(), marks.end(), has)) return true;
    // Whole words: "Westbacher" has a "tba" in it, and "Otto Becker" a "to be".
    std::string words = " ";
    for (const char c : text)
        if (in_word(c) || words.back() != ' ') words += in_word(c) ? c : ' ';
    if (words.back() != ' ') words += ' ';
    static constexpr std::array<std::string_view, 4> phrases{" tbc ", " tbd ", " tba ", " to be "};
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return words.find(phrase) != std::string::npos; });
}

bool names_somebody(const Person& person) {
    if (person.mononym) return true;
    return person.status != PersonStatus::tbc && person.name.find(' ') != std::string::npos &&
           !is_placeholder(person.name);
}

std::optional<PersonIndex> Names::declared_namesake(const Person& person) {
    if (!namesakes_) {
        namesakes_.emplace();
        for (const auto index : reader_.agenda().people.indices())
            if (const auto& one = reader_.agenda().people[index]; one.declared && names_somebody(one))
                (*namesakes_)[one.name].push_back(index);
    }
    const auto found = namesakes_->find(person.name);
    if (found == namesakes_->end()) return std::nullopt;
    std::optional<PersonIndex> only;
    for (const auto index : found->second) {
        const auto& org = reader_.agenda().people[index].org;
        if (!person.org.empty() && !org.empty() && org != person.org) continue;
        if (only) return std::nullopt; // two could be meant
        only = index;
    }
    return only;
}

PersonIndex Names::inline_person(Person&& person) {
    auto& people = reader_.agenda().people;
    const bool somebody = names_somebody(person);
    if (somebody)
        if (const auto declared = declared_namesake(person)) return *declared;
    const auto full = person.name + '\n' + person.org;
    if (const auto same = inline_.find(full); somebody && same != inline_.end()) return same->second;
    const auto base = slug(person.org.empty() ? person.name : person.name + " " + person.org);
    person.id = base;
    auto& ordinal = ordinals_.try_emplace(base, 1).first->second;
    // What `slug` makes is folded as it is.
    while (people_.folded.contains(person.id)) person.id = base + "-" + std::to_string(++ordinal);
    person.declared = false;
    const auto index = people.next();
    people_.folded.emplace(kept_.emplace_back(person.id), index);
    people.push_back(std::move(person));
    if (somebody) inline_.emplace(full, index);
    return index;
}

namespace {

constexpr std::size_t longest_id = 80; // bytes

} // namespace

std::string slug(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (in_word(c))
            result += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        else if (!result.empty() && result.back() != '-' && c != '\'')
            result += '-';
    }
    if (auto cut = longest_id; result.size() > cut) {
        while ((static_cast<unsigned char>(result[cut]) & 0xC0U) == 0x80U) --cut;
        result.resize(cut);
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
    given.reserve(agenda.slots.size());
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
    if (std::none_of(agenda.slots.begin(), agenda.slots.end(), [](const Slot& slot) { return slot.id_derived; }))
        return;
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
