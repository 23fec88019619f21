// SPDX-License-Identifier: MIT
#include "revision/revision.hpp"
#include "revision/collector.hpp"
#include "revision/matching.hpp"
#include <array>
#include <tuple>

namespace agenda::revision {
namespace {

constexpr std::array<std::string_view, 3> matched_by_names{"id", "title-and-people", "similarity"};

constexpr std::array<std::string_view, 33> kind_names{
    "event-edited",       "ids-regenerated", "id-renamed",   "room-renamed",  "room-added",      "room-removed",
    "room-edited",        "track-renamed",   "track-added",  "track-removed", "track-edited",    "day-added",
    "day-removed",        "days-exchanged",  "day-moved",    "day-shifted",   "day-edited",      "slots-swapped",
    "slot-added",         "slot-removed",    "slot-moved",   "slot-resized",  "slot-moved-room", "slot-retitled",
    "slot-renumbered",    "slot-rekinded",   "slot-edited",  "person-added",  "person-dropped",  "person-swapped",
    "person-represented", "role-changed",    "person-edited"};
static_assert(kind_names.size() == static_cast<std::size_t>(Kind::person_edited) + 1);

Matches matches_of(const Agenda& before, const Agenda& after) {
    Matches matches;
    matches.people = match_people(before, after);
    matches.rooms = match_rooms(before, after);
    matches.tracks = match_tracks(before, after);
    match_slots(before, after, matches);
    match_places_by_slots(before, after, matches);
    return matches;
}

/// Slots in the order of the programme.
std::vector<SlotIndex> in_order(const Agenda& agenda) {
    auto result = agenda.slots.indices();
    std::stable_sort(result.begin(), result.end(), [&](SlotIndex a, SlotIndex b) {
        const auto key = [&](SlotIndex index) {
            const auto& slot = agenda.slots[index];
            return std::tuple{agenda.days[slot.day].date, slot.start, std::string_view{slot.id}};
        };
        return key(a) < key(b);
    });
    return result;
}

} // namespace

std::string_view name_of(MatchedBy by) { return matched_by_names[static_cast<std::size_t>(by)]; }
std::string_view name_of(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

MatchedBy Change::by() const {
    auto result = MatchedBy::id;
    for (const auto& member : members) result = std::max(result, member.by);
    return result;
}

std::vector<std::string> Change::about() const {
    std::vector<std::string> result;
    const auto add = [&](const std::string& about) {
        if (!about.empty() && std::find(result.begin(), result.end(), about) == result.end()) result.push_back(about);
    };
    for (const auto& member : members) add(member.after_about.empty() ? member.before_about : member.after_about);
    return result;
}

Collector::Collector(const Revision& earlier, const Revision& later, const Matches& of)
    : matches(of), before(earlier, of, &later.agenda), after(later, of, nullptr) {
    for (const auto slot : in_order(after.agenda))
        if (const auto other = matches.slots.before(slot))
            pairs.push_back({*other, slot});
        else
            come.push_back(slot);
    for (const auto slot : in_order(before.agenda))
        if (!matches.slots.after(slot)) gone.push_back(slot);
}

Member Collector::member(const SlotPair& pair) const {
    const auto& a = slot_before(pair.before);
    const auto& b = slot_after(pair.after);
    Member result;
    result.before_about = before.agenda.about(pair.before);
    result.after_about = after.agenda.about(pair.after);
    result.name = called(b);
    result.before_at = a.at;
    result.after_at = b.at;
    result.before_slot = pair.before;
    result.after_slot = pair.after;
    result.by = matches.by(pair.before);
    return result;
}

Member Collector::member_gone(SlotIndex slot) const {
    Member result;
    result.before_about = before.agenda.about(slot);
    result.name = called(slot_before(slot));
    result.before_at = slot_before(slot).at;
    result.before_slot = slot;
    return result;
}

Member Collector::member_come(SlotIndex slot) const {
    Member result;
    result.after_about = after.agenda.about(slot);
    result.name = called(slot_after(slot));
    result.after_at = slot_after(slot).at;
    result.after_slot = slot;
    return result;
}

Comparison compare(const Revision& before, const Revision& after) {
    Comparison result;
    result.matches = matches_of(before.agenda, after.agenda);
    Collector collector{before, after, result.matches};
    add_event_changes(collector);
    add_id_changes(collector);
    add_place_changes(collector);
    add_day_changes(collector);
    add_move_changes(collector);
    add_slot_changes(collector);
    add_own_key_changes(collector);
    add_person_changes(collector);
    add_person_list_changes(collector);
    result.changes = std::move(collector.changes);
    std::stable_sort(result.changes.begin(), result.changes.end(),
                     [](const Change& a, const Change& b) { return a.kind < b.kind; });
    for (const auto& pair : collector.pairs)
        if (result.matches.by(pair.before) == MatchedBy::similarity) ++result.guessed;
    return result;
}

} // namespace agenda::revision
