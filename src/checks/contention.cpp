// SPDX-License-Identifier: MIT
// contention: two bookings of one resource intersect. The resource is a place (a room with its parts, a track, the
// plenary) or a person. Each resource is one sweep (collisions.hpp); three or more at once are one finding.
#include "checks/all.hpp"
#include "checks/collisions.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace agenda::checks {
namespace {

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

/// What takes a place: in the place itself or in a part of it, and of what sort the slot is.
enum BookingClass : std::uint8_t {
    here = 0,
    here_pause = 1,
    here_optional = 2,
    part = 3,
    part_pause = 4,
    part_optional = 5
};

/// Parts do not contend with one another (each room's own sweep sees to them); a pause never contends with an optional
/// slot.
Contention place_contention() {
    Contention result;
    for (std::uint8_t a = 0; a < booking_classes; ++a)
        for (std::uint8_t b = 0; b < booking_classes; ++b) {
            const bool both_parts = a >= part && b >= part;
            const auto sort_a = a % 3;
            const auto sort_b = b % 3;
            const bool people_choose =
                (sort_a == here_pause && sort_b == here_optional) || (sort_a == here_optional && sort_b == here_pause);
            result.contends[a][b] = !both_parts && !people_choose;
        }
    return result;
}

std::uint8_t class_of(const Slot& slot, bool in_part) {
    const bool pause = slot.is_pause() || slot.kind_class() == KindClass::social;
    const auto sort = slot.optional ? here_optional : pause ? here_pause : here;
    return static_cast<std::uint8_t>(sort + (in_part ? part : here));
}

/// Half-open intervals overlap by more than `grace` exactly where they still overlap with each end brought forward by
/// it.
std::vector<Booking> bookings_of(const std::vector<Booked>& booked, std::chrono::seconds grace) {
    std::vector<Booking> result;
    for (const auto& one : booked) result.push_back({{one.when.start, one.when.end - grace}, one.booking_class});
    return result;
}

/// Two slots that say of one another that they run beside each other.
bool declared_parallel(const Agenda& agenda, SlotIndex a, SlotIndex b) {
    const auto says = [&](SlotIndex one, SlotIndex other) {
        const auto& with = agenda.slots[one].parallel_with;
        return std::find(with.begin(), with.end(), other) != with.end();
    };
    return says(a, b) || says(b, a);
}

Draft draft_of(const Agenda& agenda, const std::vector<Booked>& booked, const Collision& collision, std::string where) {
    const auto& first = booked[collision.members.front()];
    const auto& first_slot = agenda.slots[first.slot];
    const auto date = agenda.days[first_slot.day].date;
    Draft draft;
    draft.at = first.at;
    draft.label = first.role.empty() ? shown(agenda, first_slot, first.when)
                                     : first.role + ", " + shown(agenda, first_slot, first.when);
    std::vector<std::string> names;
    for (const auto i : collision.members) {
        const auto& slot = agenda.slots[booked[i].slot];
        draft.about.push_back(agenda.about(booked[i].slot));
        names.push_back(called(slot));
        if (i == collision.members.front()) continue;
        auto label = "`" + called(slot) + "`, " + (booked[i].role.empty() ? "" : booked[i].role + ", ") +
                     shown(agenda, slot, booked[i].when);
        draft.related.push_back({booked[i].at, std::move(label)});
    }
    draft.facts = {{"minutes", minutes_of(collision.when)},
                   {"count", static_cast<std::int64_t>(collision.members.size())},
                   {"where", std::move(where)},
                   {"start", shown(agenda, date, collision.when.start)},
                   {"end", shown(agenda, date, collision.when.end)},
                   {"date", time::format_date(date)},
                   {"slots", enumerated(names)}};
    if (collision.members.size() == 2) {
        const auto& second = booked[collision.members.back()];
        draft.facts.set("a", called(first_slot));
        draft.facts.set("a-time", shown(agenda, first_slot, first.when));
        draft.facts.set("b", called(agenda.slots[second.slot]));
        draft.facts.set("b-time", shown(agenda, agenda.slots[second.slot], second.when));
    }
    return draft;
}

/// In time order, so that the first member is the one that begins first.
void sort_booked(std::vector<Booked>& booked) {
    std::stable_sort(booked.begin(), booked.end(), [](const Booked& a, const Booked& b) {
        return std::tie(a.when, a.slot) < std::tie(b.when, b.slot);
    });
}

Booked booked_slot(const Slot& slot, SlotIndex index, bool in_part) {
    return {index, *slot.when, class_of(slot, in_part), slot.time_at, {}};
}

/// A registration runs beside the welcome coffee, in the same foyer: that is no contradiction.
bool takes_place(const Slot& slot) { return slot.when && slot.occupies() && slot.kind_class() != KindClass::logistics; }

/// The slots that take each place. A slot in a part of a room also takes part in the sweeps of the rooms above.
std::map<Place, std::vector<Booked>> booked_places(const Agenda& agenda, bool rooms) {
    std::map<Place, std::vector<Booked>> result;
    for (std::size_t i = 0; i < agenda.slots.size(); ++i) {
        const auto index = static_cast<SlotIndex>(i);
        const auto& slot = agenda.slots[index];
        const auto place = place_of(agenda, slot);
        if ((place.sort == Place::Sort::room) != rooms || !takes_place(slot)) continue;
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
        sort_booked(booked);
        for (const auto& one : booked) outcome.checked += one.booking_class < part ? 1 : 0;
        for (const auto& collision : collisions(bookings_of(booked, tolerance), contention)) {
            const auto first = booked[collision.members.front()].slot;
            const auto last = booked[collision.members.back()].slot;
            if (!rooms && collision.members.size() == 2 && declared_parallel(agenda, first, last)) continue;
            auto whole = collision;
            whole.when.end += tolerance;
            auto draft = draft_of(agenda, booked, whole, called(agenda, place));
            if (const auto id = about(agenda, place); !id.empty()) draft.about.push_back(id);
            drafts.push_back(std::move(draft));
        }
    }
    return outcome;
}

std::string role_text(const Agenda& agenda, const Appearance& appearance) {
    std::string text{name_of(appearance.role)};
    if (appearance.delivered_by) text += " for " + called(agenda.people[appearance.person]);
    return text;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<Booked> booked_person(const Agenda& agenda, const PersonStage& stage, const Arguments& arguments) {
    std::vector<Booked> result;
    for (const auto& time : stage.times) {
        const auto& slot = agenda.slots[time.slot];
        const auto& appearance = slot.people[time.appearance];
        const auto& roles = arguments.words("roles");
        if (contains(arguments.words("omit-kinds"), slot.kind)) continue;
        if (!roles.empty() && !contains(roles, name_of(appearance.role))) continue;
        const auto booking_class = static_cast<std::uint8_t>(slot.optional ? here_optional : here);
        result.push_back({time.slot, time.when, booking_class, appearance.at, role_text(agenda, appearance)});
    }
    sort_booked(result);
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
        if (booked[i].booking_class != here_optional) firm.push_back({booked[i].when, 0});
    return !any_collide(firm, person_contention());
}

Outcome run_people(const Context& context, const Arguments& arguments, Drafts& drafts) {
    const auto& agenda = context.agenda;
    static const auto contention = person_contention();
    const std::chrono::seconds grace = arguments.duration("tolerance");
    Outcome outcome;
    for (const auto& stage : context.stage) {
        const auto booked = booked_person(agenda, stage, arguments);
        outcome.checked += booked.size();
        for (const auto& collision : collisions(bookings_of(booked, grace), contention)) {
            auto whole = collision;
            whole.when.end += grace;
            auto draft = draft_of(agenda, booked, whole, called(agenda.people[stage.person]));
            draft.about.push_back(agenda.about(stage.person));
            draft.lowered = only_by_choice(booked, collision);
            // Two stretches in one slot can both meet another: the slot is named once.
            std::sort(draft.about.begin(), draft.about.end());
            draft.about.erase(std::unique(draft.about.begin(), draft.about.end()), draft.about.end());
            drafts.push_back(std::move(draft));
        }
    }
    return outcome;
}

constexpr std::array arguments_taken{
    ArgumentSpec{"resource", ParameterType::name, "what is booked twice", true, "rooms other-places people"},
    ArgumentSpec{"tolerance", ParameterType::duration, "an overlap of up to this length passes"},
    ArgumentSpec{"roles", ParameterType::names,
                 "people: only appearances in these roles count (chair, moderator, speaker); none named: all", false},
    ArgumentSpec{"omit-kinds", ParameterType::names, "people: slots of these kinds do not count", false},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", true, "how long they overlap; for three or more, how long at least three are there at once"},
    FieldSpec{"count", true, "how many bookings there are"},
    FieldSpec{"where", true, "the place in words (room `Aula`), or the person's name"},
    FieldSpec{"start", true, "when the overlap begins"},
    FieldSpec{"end", true, "when the overlap ends"},
    FieldSpec{"date", true, "the day of the first slot"},
    FieldSpec{"slots", true, "the slots' names, the first five and how many more"},
    FieldSpec{"a", false, "of two: the name of the slot that begins first"},
    FieldSpec{"a-time", false, "of two: its time"},
    FieldSpec{"b", false, "of two: the name of the other"},
    FieldSpec{"b-time", false, "of two: its time"},
};

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    const auto& resource = arguments.word("resource");
    auto outcome = resource == "people"
                       ? run_people(context, arguments, drafts)
                       : run_places(context, resource == "rooms", arguments.duration("tolerance"), drafts);
    for (const auto& course : context.courses)
        outcome.not_checked.insert(outcome.not_checked.end(), course.unplaced.begin(), course.unplaced.end());
    return outcome;
}

} // namespace

const Check contention{"contention", "two bookings of one resource intersect", arguments_taken, fields_given, "minutes",
                       run};

} // namespace agenda::checks
