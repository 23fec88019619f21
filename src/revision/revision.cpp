// SPDX-License-Identifier: MIT
#include "revision/revision.hpp"
#include "revision/collector.hpp"
#include "revision/matching.hpp"
#include <algorithm>
#include <array>
#include <tuple>

namespace agenda::revision {
namespace {

constexpr std::array<std::string_view, 4> matched_by_names{"id", "name", "title-and-people", "similarity"};

struct KindTraits {
    Kind kind;
    std::string_view name;
    Concerns concerns;
    bool changes_plans;
};
/// In the order of the kinds.
constexpr std::array kinds{
    KindTraits{Kind::event_edited, "event-edited", Concerns::nobody, false},
    KindTraits{Kind::ids_regenerated, "ids-regenerated", Concerns::nobody, false},
    KindTraits{Kind::id_renamed, "id-renamed", Concerns::nobody, false},
    KindTraits{Kind::room_renamed, "room-renamed", Concerns::all_there, false},
    KindTraits{Kind::room_added, "room-added", Concerns::nobody, false},
    KindTraits{Kind::room_removed, "room-removed", Concerns::nobody, false},
    KindTraits{Kind::room_edited, "room-edited", Concerns::nobody, false},
    KindTraits{Kind::track_renamed, "track-renamed", Concerns::all_there, false},
    KindTraits{Kind::track_added, "track-added", Concerns::nobody, false},
    KindTraits{Kind::track_removed, "track-removed", Concerns::nobody, false},
    KindTraits{Kind::track_edited, "track-edited", Concerns::nobody, false},
    KindTraits{Kind::day_added, "day-added", Concerns::all_there, true},
    KindTraits{Kind::day_removed, "day-removed", Concerns::all_there, true},
    KindTraits{Kind::days_exchanged, "days-exchanged", Concerns::all_there, true},
    KindTraits{Kind::day_moved, "day-moved", Concerns::all_there, true},
    KindTraits{Kind::day_shifted, "day-shifted", Concerns::all_there, true},
    KindTraits{Kind::day_edited, "day-edited", Concerns::nobody, false},
    KindTraits{Kind::slots_swapped, "slots-swapped", Concerns::all_there, true},
    KindTraits{Kind::slot_added, "slot-added", Concerns::all_there, true},
    KindTraits{Kind::slot_removed, "slot-removed", Concerns::all_there, true},
    KindTraits{Kind::slot_cancelled, "slot-cancelled", Concerns::all_there, true},
    KindTraits{Kind::slot_reinstated, "slot-reinstated", Concerns::all_there, true},
    KindTraits{Kind::slot_moved, "slot-moved", Concerns::all_there, true},
    KindTraits{Kind::slot_resized, "slot-resized", Concerns::all_there, true},
    KindTraits{Kind::slot_moved_room, "slot-moved-room", Concerns::all_there, true},
    KindTraits{Kind::slot_retitled, "slot-retitled", Concerns::nobody, false},
    KindTraits{Kind::slot_renumbered, "slot-renumbered", Concerns::nobody, false},
    KindTraits{Kind::slot_rekinded, "slot-rekinded", Concerns::nobody, false},
    KindTraits{Kind::slot_edited, "slot-edited", Concerns::nobody, false},
    KindTraits{Kind::person_added, "person-added", Concerns::one_person, true},
    KindTraits{Kind::person_dropped, "person-dropped", Concerns::one_person, true},
    KindTraits{Kind::person_swapped, "person-swapped", Concerns::one_person, true},
    KindTraits{Kind::person_represented, "person-represented", Concerns::one_person, true},
    KindTraits{Kind::role_changed, "role-changed", Concerns::one_person, true},
    KindTraits{Kind::person_edited, "person-edited", Concerns::nobody, false},
};
static_assert(std::is_sorted(kinds.begin(), kinds.end(),
                             [](const auto& a, const auto& b) { return a.kind < b.kind; }) &&
              kinds.size() == static_cast<std::size_t>(Kind::person_edited) + 1);

const KindTraits& traits_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

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
std::string_view name_of(Kind kind) { return traits_of(kind).name; }
bool changes_plans(Kind kind) { return traits_of(kind).changes_plans; }
Concerns concerns(Kind kind) { return traits_of(kind).concerns; }

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
    result.by = matches.slots.by(pair.before);
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
    if (before.said_of_rules && after.said_of_rules)
        add_rule_changes(collector, *before.said_of_rules, *after.said_of_rules);
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
        if (result.matches.slots.by(pair.before) == MatchedBy::similarity) ++result.guessed;
    return result;
}

} // namespace agenda::revision
