// SPDX-License-Identifier: MIT
// contention: two bookings of one resource intersect. The resource is a place (a room with its parts, a track, the
// plenary) or a person. Each resource is one sweep (collisions.hpp); three or more at once are one finding.
#include "checks/all.hpp"
#include "checks/collisions.hpp"
#include "checks/room_use.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace agenda::checks {
namespace contention_check {

using finding::Arguments;
using finding::Draft;
using finding::Drafts;
using finding::ParameterType;

/// A booking and the slot whose it is; for a person also where the name stands.
struct Booked {
    SlotIndex slot;
    When when;
    std::uint8_t booking_class;
    Span at;
    std::string role; ///< "speaker, for William Lacy Swing"; empty for places
};

/// A slot in a part of a place has the number of its use plus this.
constexpr int in_part = 4;
constexpr auto ordinary = static_cast<std::uint8_t>(RoomUse::ordinary);
constexpr auto by_choice = static_cast<std::uint8_t>(RoomUse::by_choice);

/// Parts do not contend with one another: each room's own sweep sees to them.
Contention place_contention() {
    Contention result;
    for (int a = 0; a < static_cast<int>(booking_classes); ++a)
        for (int b = 0; b < static_cast<int>(booking_classes); ++b)
            result.contends[a][b] = !(a >= in_part && b >= in_part) &&
                                    contend(static_cast<RoomUse>(a % in_part), static_cast<RoomUse>(b % in_part));
    return result;
}

std::uint8_t class_of(const Slot& slot, bool part) {
    return static_cast<std::uint8_t>(static_cast<int>(use_of(slot)) + (part ? in_part : 0));
}

/// Half-open intervals overlap by more than `grace` exactly where they still overlap with each end brought forward by
/// it.
std::vector<Booking> bookings_of(const std::vector<Booked>& booked, std::chrono::seconds grace) {
    std::vector<Booking> result;
    for (const auto& one : booked) result.push_back({{one.when.start, one.when.end - grace}, one.booking_class});
    return result;
}

using Excuse = bool (*)(const Agenda&, SlotIndex, SlotIndex);

bool parallel_or_part(const Agenda& agenda, SlotIndex a, SlotIndex b) {
    return declared_parallel(agenda, a, b) || block_and_part(agenda, a, b);
}
bool relayed_or_part(const Agenda& agenda, SlotIndex a, SlotIndex b) {
    return relayed(agenda, a, b) || block_and_part(agenda, a, b);
}

/// Leaves out the members that meet only those with which they are excused; fewer than two members are no collision.
void leave_out_excused(const Agenda& agenda, const std::vector<Booked>& booked, const Contention& contention,
                       Excuse excused, Collision& collision) {
    const auto meet = [&](std::uint32_t i, std::uint32_t j) {
        const auto& a = booked[i];
        const auto& b = booked[j];
        return i != j && overlap(a.when, b.when) && contention.contends[a.booking_class][b.booking_class] &&
               !excused(agenda, a.slot, b.slot);
    };
    const auto all = collision.members;
    std::erase_if(collision.members, [&](std::uint32_t i) {
        return std::none_of(all.begin(), all.end(), [&](std::uint32_t j) { return meet(i, j); });
    });
}

/// From the first to the last moment at which at least two of the members are there.
When together(const std::vector<Booked>& booked, const std::vector<std::uint32_t>& members) {
    std::vector<time::Instant> begins, ends;
    for (const auto i : members) {
        begins.push_back(booked[i].when.start);
        ends.push_back(booked[i].when.end);
    }
    std::sort(begins.begin(), begins.end());
    std::sort(ends.begin(), ends.end());
    // Those that are over before the next begins do not count; members overlap, so the loop ends.
    std::size_t over = 0;
    while (over + 2 < begins.size() && ends[over] <= begins[over + 1]) ++over;
    std::size_t last = begins.size() - 1;
    while (last > over + 1 && begins[last] >= ends[last - 1]) --last;
    return {begins[over + 1], ends[last - 1]};
}

Draft draft_of(const Agenda& agenda, const std::vector<Booked>& booked, const Collision& collision, std::string where) {
    const auto& first = booked[collision.members.front()];
    const auto& first_slot = agenda.slots[first.slot];
    const auto date = agenda.days[first_slot.day].date;
    Draft draft;
    draft.at = first.at;
    draft.label = first.role.empty() ? shown(agenda, first_slot, first.when)
                                     : first.role + ", " + shown(agenda, first_slot, first.when);
    std::vector<SlotIndex> slots;
    for (const auto i : collision.members) {
        const auto& slot = agenda.slots[booked[i].slot];
        draft.about.push_back(agenda.about(booked[i].slot));
        slots.push_back(booked[i].slot);
        if (i == collision.members.front()) continue;
        auto label = ticked_name(slot) + ", " + (booked[i].role.empty() ? "" : booked[i].role + ", ") +
                     shown(agenda, slot, booked[i].when);
        draft.related.push_back({booked[i].at, std::move(label)});
    }
    const auto when = collision.members.size() == 2 ? intersection(first.when, booked[collision.members.back()].when)
                                                    : together(booked, collision.members);
    draft.facts = {{"count", static_cast<std::int64_t>(collision.members.size())},
                   {"where", std::move(where)},
                   {"start", shown(agenda, date, when.start)},
                   {"end", shown(agenda, date, when.end)},
                   {"date", time::format_date(date)},
                   {"slots", enumerated(agenda, slots)}};
    if (collision.members.size() == 2) {
        const auto& second = booked[collision.members.back()];
        draft.facts.set("minutes", minutes_of(when));
        draft.facts.set("a", called(first_slot));
        draft.facts.set("a-time", shown(agenda, first_slot, first.when));
        draft.facts.set("b", called(agenda.slots[second.slot]));
        draft.facts.set("b-time", shown(agenda, agenda.slots[second.slot], second.when));
    }
    return draft;
}

/// In time order, so that the first member is the one that begins first; of equal ones, by id.
void sort_booked(const Agenda& agenda, std::vector<Booked>& booked) {
    std::stable_sort(booked.begin(), booked.end(), [&](const Booked& a, const Booked& b) {
        return std::tie(a.when, agenda.slots[a.slot].id) < std::tie(b.when, agenda.slots[b.slot].id);
    });
}

Booked booked_slot(const Slot& slot, SlotIndex index, bool part) {
    return {index, *slot.when, class_of(slot, part), slot.time_at, {}};
}

/// The slots that take each place. A slot in a part of a room also takes part in the sweeps of the rooms above.
std::map<Place, std::vector<Booked>> booked_places(const Agenda& agenda, bool rooms) {
    std::map<Place, std::vector<Booked>> result;
    for (std::size_t i = 0; i < agenda.slots.size(); ++i) {
        const auto index = static_cast<SlotIndex>(i);
        const auto& slot = agenda.slots[index];
        const auto place = place_of(agenda, slot);
        if ((place.sort == Place::Sort::room) != rooms || !slot.occupies() || !slot.when) continue;
        const auto* room = rooms ? &agenda.rooms[RoomIndex{place.index}] : nullptr;
        if (room && room->shared) continue;
        result[place].push_back(booked_slot(slot, index, false));
        for (auto above = room ? room->part_of : std::nullopt; above; above = agenda.rooms[*above].part_of)
            result[{Place::Sort::room, static_cast<std::uint32_t>(*above)}].push_back(booked_slot(slot, index, true));
    }
    return result;
}

Outcome run_places(const Context& context, bool rooms, std::chrono::seconds tolerance, Drafts& drafts) {
    const auto& agenda = context.agenda;
    static const auto contention = place_contention();
    Outcome outcome;
    for (auto& [place, booked] : booked_places(agenda, rooms)) {
        if (place.sort == Place::Sort::room && agenda.rooms[RoomIndex{place.index}].shared) continue;
        sort_booked(agenda, booked);
        for (const auto& one : booked) outcome.checked += one.booking_class < in_part ? 1 : 0;
        for (auto& collision : collisions(bookings_of(booked, tolerance), contention)) {
            leave_out_excused(agenda, booked, contention, rooms ? block_and_part : parallel_or_part, collision);
            if (collision.members.size() < 2) continue;
            auto draft = draft_of(agenda, booked, collision, called(agenda, place));
            if (const auto id = about(agenda, place); !id.empty()) draft.about.push_back(id);
            drafts.push_back(std::move(draft));
        }
    }
    for (const auto& course : context.courses)
        for (const auto index : course.unplaced)
            if ((place_of(agenda, agenda.slots[index]).sort == Place::Sort::room) == rooms)
                outcome.not_checked.push_back(index);
    return outcome;
}

std::string role_text(const Agenda& agenda, const Appearance& appearance) {
    std::string text{name_of(appearance.role)};
    if (appearance.delivered_by) text += " for " + called(agenda.people[appearance.person]);
    return text;
}

/// The first mention of a person in a slot that counts: in one of the roles that are listed, in any where none are. A
/// person who chairs and speaks in one slot is there in both roles.
const Appearance* counted(const Slot& slot, const StageTime& time, PersonIndex person, const Arguments& arguments) {
    if (arguments.words_or_none("roles").empty()) return &slot.people[time.appearance];
    const auto found = std::find_if(slot.people.begin(), slot.people.end(), [&](const Appearance& appearance) {
        return appearance.on_stage() == person && arguments.lists("roles", name_of(appearance.role));
    });
    return found == slot.people.end() ? nullptr : &*found;
}

std::vector<Booked> booked_person(const Agenda& agenda, const PersonStage& stage, const Arguments& arguments) {
    std::vector<Booked> result;
    for (const auto& time : stage.times) {
        const auto& slot = agenda.slots[time.slot];
        const auto* appearance = counted(slot, time, stage.person, arguments);
        if (!appearance || arguments.lists("omit-kinds", slot.kind)) continue;
        const auto booking_class = static_cast<std::uint8_t>(slot.optional ? by_choice : ordinary);
        result.push_back({time.slot, time.when, booking_class, appearance->at, role_text(agenda, *appearance)});
    }
    sort_booked(agenda, result);
    return result;
}

/// Everything contends with everything.
Contention person_contention() {
    Contention result;
    for (auto& row : result.contends) std::fill(std::begin(row), std::end(row), true);
    return result;
}

/// No two slots that everyone must attend are among them: it concerns only those who choose to go.
bool only_by_choice(const std::vector<Booked>& booked, const Collision& collision) {
    std::vector<Booking> firm;
    for (const auto i : collision.members)
        if (booked[i].booking_class != by_choice) firm.push_back({booked[i].when, 0});
    return !any_collide(firm, person_contention());
}

Outcome run_people(const Context& context, const Arguments& arguments, Drafts& drafts) {
    const auto& agenda = context.agenda;
    static const auto contention = person_contention();
    const auto grace = arguments.duration_or("grace", time::minutes{0});
    Outcome outcome;
    for (const auto& stage : context.stage) {
        const auto booked = booked_person(agenda, stage, arguments);
        outcome.checked += booked.size();
        for (auto& collision : collisions(bookings_of(booked, grace), contention)) {
            leave_out_excused(agenda, booked, contention, relayed_or_part, collision);
            if (collision.members.size() < 2) continue;
            auto draft = draft_of(agenda, booked, collision, called(agenda.people[stage.person]));
            draft.about.push_back(agenda.about(stage.person));
            draft.lowered = only_by_choice(booked, collision);
            // Two stretches in one slot can both meet another: the slot is named once.
            sort_about(draft);
            drafts.push_back(std::move(draft));
        }
    }
    for (const auto& course : context.courses)
        for (const auto index : course.unplaced)
            if (!agenda.slots[index].people.empty()) outcome.not_checked.push_back(index);
    return outcome;
}

constexpr std::array arguments_taken{
    ArgumentSpec{"resource", ParameterType::name, "what is booked twice", true, "rooms other-places people"},
    ArgumentSpec{"tolerance", ParameterType::duration, "places: an overlap of up to this length passes", false},
    ArgumentSpec{"grace", ParameterType::duration, "people: an overlap of up to this length passes", false},
    ArgumentSpec{"roles", ParameterType::names, "people: only appearances in these roles count; none named: all", false,
                 "chair moderator speaker"},
    ArgumentSpec{"omit-kinds", ParameterType::names, "people: slots of these kinds do not count", false, {}, true},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", false, "of two: how long they overlap"},
    FieldSpec{"count", true, "how many bookings there are"},
    FieldSpec{"where", true, "the place in words (room `Aula`), or the person's name"},
    FieldSpec{"start", true, "when two are there for the first time"},
    FieldSpec{"end", true, "when two are there for the last time"},
    FieldSpec{"date", true, "the day of the first slot"},
    FieldSpec{"slots", true, "the slots' names, the first five and how many more"},
    FieldSpec{"a", false, "of two: the name of the slot that begins first"},
    FieldSpec{"a-time", false, "of two: its time"},
    FieldSpec{"b", false, "of two: the name of the other"},
    FieldSpec{"b-time", false, "of two: its time"},
};

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    const auto& resource = arguments.word("resource");
    if (resource == "people") return run_people(context, arguments, drafts);
    return run_places(context, resource == "rooms", arguments.duration_or("tolerance", time::minutes{0}), drafts);
}

} // namespace contention_check

const Check contention{"contention",
                       "two bookings of one resource intersect",
                       contention_check::arguments_taken,
                       contention_check::fields_given,
                       "minutes",
                       contention_check::run};

} // namespace agenda::checks
