// SPDX-License-Identifier: MIT
#include "agenda/conditions.hpp"
#include "agenda/parts.hpp"
#include "agenda/timeline.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>

namespace agenda {
namespace {

constexpr Sorts in_slots{"slot item appearance"};

/// Capitals or small letters are the same.
bool alike(std::string_view a, std::string_view b) {
    return a.size() == b.size() && source::lowered(a) == source::lowered(b);
}

std::string_view word_of(bool flag) { return flag ? "true" : "false"; }

bool has_kind(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto& slot = *slot_of(agenda, thing);
    if (thing.sort == Sort::item && !slot.items[thing.part].kind.empty()) return slot.items[thing.part].kind == value;
    return slot.kind == value;
}

bool has_class(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return name_of(slot_of(agenda, thing)->kind_class()) == value;
}

bool needs(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto& traits = *slot_of(agenda, thing)->traits;
    return value == "speaker" ? traits.needs_speaker : traits.needs_moderator;
}

bool has_tag(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return contains(slot_of(agenda, thing)->tags, value);
}

bool has_language(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return contains(slot_of(agenda, thing)->languages, value);
}

/// A room, or a part of it.
bool in_room(const Agenda& agenda, const Thing& thing, std::string_view value) {
    std::optional<RoomIndex> room;
    if (thing.sort == Sort::room)
        room = RoomIndex{thing.index};
    else if (const auto place = place_of(agenda, *slot_of(agenda, thing)); place.sort == Place::Sort::room)
        room = RoomIndex{place.index};
    for (; room; room = agenda.rooms[*room].part_of)
        if (agenda.rooms[*room].id == value) return true;
    return false;
}

bool in_building(const Agenda& agenda, const Thing& thing, std::string_view value) {
    if (thing.sort == Sort::room) return agenda.rooms[RoomIndex{thing.index}].building == value;
    const auto place = place_of(agenda, *slot_of(agenda, thing));
    return place.sort == Place::Sort::room && agenda.rooms[RoomIndex{place.index}].building == value;
}

bool in_track(const Agenda& agenda, const Thing& thing, std::string_view value) {
    if (thing.sort == Sort::track) return agenda.tracks[TrackIndex{thing.index}].id == value;
    const auto& track = slot_of(agenda, thing)->track;
    return track && agenda.tracks[*track].id == value;
}

bool lies_outside(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return word_of(day_of(agenda, thing).outside) == value;
}

bool on_day(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto date = day_of(agenda, thing).date;
    if (!date.ok()) return false;
    if (value == "first") return date == agenda.first_date;
    if (value == "last") return date == agenda.last_date;
    return source::lowered(time::weekday_name(date)) == value || time::format_date(date) == value;
}

bool has_status(const Agenda& agenda, const Thing& thing, std::string_view value) {
    if (thing.sort == Sort::person) return name_of(agenda.people[PersonIndex{thing.index}].status) == value;
    const auto& slot = *slot_of(agenda, thing);
    if (thing.sort == Sort::appearance) {
        const auto& here = slot.people[thing.part];
        return here.status == value || (value == "withdrawn" && here.withdrawn);
    }
    return name_of(slot.status) == value;
}

bool is_optional(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return word_of(slot_of(agenda, thing)->optional) == value;
}

bool is_plenary(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto& slot = *slot_of(agenda, thing);
    return word_of(slot.plenary || place_of(agenda, slot).sort == Place::Sort::plenary) == value;
}

bool is_staggered(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto track =
        thing.sort == Sort::track ? std::optional{TrackIndex{thing.index}} : slot_of(agenda, thing)->track;
    return word_of(track && agenda.tracks[*track].stagger) == value;
}

/// What the slot says; where it says nothing, what the event does.
bool is_interpreted(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto& said = slot_of(agenda, thing)->interpretation;
    return word_of(said.value_or(agenda.event.interpretation.has_value())) == value;
}

bool has_open_floor(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return word_of(slot_of(agenda, thing)->open_floor) == value;
}

/// In minutes, or in a way that tells how long it is.
bool has_discussion(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto& slot = *slot_of(agenda, thing);
    return (!slot.discussion ? "none" : discussion_time(slot) ? "timed" : "untimed") == value;
}

bool is_called(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return slot_of(agenda, thing)->id == value;
}

/// All the words of the value stand in the title; case and accents do not count.
bool has_title_word(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto& slot = *slot_of(agenda, thing);
    const auto& title = thing.sort == Sort::item ? slot.items[thing.part].title : slot.title.value;
    const auto words = source::hyphenated_words(title);
    const auto wanted = source::hyphenated_words(value);
    return !wanted.empty() &&
           std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) { return contains(words, word); });
}

/// The person, the person of this appearance, or anybody who is on stage in the slot.
bool has_person(const Agenda& agenda, const Thing& thing, std::string_view value) {
    const auto is = [&](PersonIndex person) { return agenda.people[person].id == value; };
    if (thing.sort == Sort::person) return is(PersonIndex{thing.index});
    const auto& slot = *slot_of(agenda, thing);
    if (thing.sort == Sort::appearance) return is(slot.people[thing.part].person);
    const auto people = on_stage(slot);
    return std::any_of(people.begin(), people.end(), is);
}

bool has_role(const Agenda& agenda, const Thing& thing, std::string_view value) {
    if (thing.sort == Sort::person) return agenda.people[PersonIndex{thing.index}].role == value;
    return name_of(slot_of(agenda, thing)->people[thing.part].role) == value;
}

/// The role under [people] of who stands on the stage.
bool has_person_role(const Agenda& agenda, const Thing& thing, std::string_view value) {
    auto person = PersonIndex{thing.index};
    if (thing.sort == Sort::appearance) {
        const auto& here = slot_of(agenda, thing)->people[thing.part];
        person = here.on_stage().value_or(here.person);
    }
    return alike(agenda.people[person].role, value);
}

bool has_capacity(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return alike(slot_of(agenda, thing)->people[thing.part].capacity, value);
}

const Person& person_of(const Agenda& agenda, const Thing& thing) {
    if (thing.sort == Sort::person) return agenda.people[PersonIndex{thing.index}];
    return agenda.people[slot_of(agenda, thing)->people[thing.part].person];
}

bool has_org(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return person_of(agenda, thing).org == value;
}

bool is_named(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return person_of(agenda, thing).name == value;
}

bool has_country(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return person_of(agenda, thing).country == value;
}

bool has_withheld(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return word_of(person_of(agenda, thing).affiliation_withheld) == value;
}

bool is_mononym(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return word_of(person_of(agenda, thing).mononym) == value;
}

bool is_used(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return word_of(agenda.people[PersonIndex{thing.index}].used) == value;
}

bool gives(const Agenda& agenda, const Thing& thing, std::string_view value) {
    return keys_of(agenda, thing).has(value);
}

bool event_gives(const Agenda& agenda, const Thing&, std::string_view value) { return agenda.event.keys.has(value); }

bool event_has_status(const Agenda& agenda, const Thing&, std::string_view value) {
    return agenda.event.status() == value;
}

bool event_has_mode(const Agenda& agenda, const Thing&, std::string_view value) {
    return name_of(agenda.event.mode.value_or(Mode::in_person)) == value;
}

bool event_has_languages(const Agenda& agenda, const Thing&, std::string_view value) {
    static constexpr std::array<std::string_view, 3> words{"none", "one", "several"};
    return words[std::min<std::size_t>(agenda.event.languages.size(), 2)] == value;
}

bool event_interprets(const Agenda& agenda, const Thing&, std::string_view value) {
    const auto& interpretation = agenda.event.interpretation;
    return interpretation && contains(interpretation->languages, value);
}

bool event_has_interpreters(const Agenda& agenda, const Thing&, std::string_view value) {
    const auto& interpretation = agenda.event.interpretation;
    return interpretation && interpretation->interpreters &&
           (*interpretation->interpreters <= 1 ? "one" : "several") == value;
}

bool shows_cancelled(const Agenda& agenda, const Thing&, std::string_view value) {
    return word_of(agenda.event.show_cancelled) == value;
}

bool has_text_format(const Agenda& agenda, const Thing&, std::string_view value) {
    return (agenda.event.markdown ? "markdown" : "plain") == value;
}

using Values = ConditionValues;
constexpr Sorts everything{"event day slot item person appearance room track"};

constexpr ConditionSpec specs[] = {
    {"kind", "the slot's kind, or the item's own", in_slots, Values::kinds, "", has_kind},
    {"class", "the class of the slot's kind", in_slots, Values::words, "programme break meal social logistics note",
     has_class},
    {"needs", "whom the slot's kind needs", in_slots, Values::words, "moderator speaker", needs},
    {"tag", "a tag of the slot", in_slots, Values::names, "", has_tag},
    {"language", "a language of the slot", in_slots, Values::names, "", has_language},
    {"room", "the room, or one of which it is a part", "slot item appearance room", Values::rooms, "", in_room},
    {"building", "the building of the room", "slot item appearance room", Values::names, "", in_building},
    {"track", "the track", "slot item appearance track", Values::tracks, "", in_track},
    {"day", "the day: first, last, a weekday or a date", "day slot item appearance", Values::days, "", on_day},
    {"outside", "whether the day says that it lies outside event.dates on purpose", "day slot item appearance",
     Values::flag, "", lies_outside},
    {"slot", "the slot's id", in_slots, Values::names, "", is_called},
    {"title-word", "a word of the title; for what a title says, since what a slot is its kind says", "slot item",
     Values::names, "", has_title_word},
    {"status", "the slot's status, the person's, or the person's in this slot", "slot item person appearance",
     Values::words, "confirmed tentative cancelled invited tbc withdrawn", has_status},
    {"optional", "whether the slot is optional", in_slots, Values::flag, "", is_optional},
    {"plenary", "whether the slot is for everybody", in_slots, Values::flag, "", is_plenary},
    {"stagger", "whether the track is out of step on purpose", "slot item appearance track", Values::flag, "",
     is_staggered},
    {"interpretation", "whether the slot is interpreted", in_slots, Values::flag, "", is_interpreted},
    {"open-floor", "whether anybody may speak in the slot", in_slots, Values::flag, "", has_open_floor},
    {"discussion", "whether the slot has a discussion, and whether it says how long it is", in_slots, Values::words,
     "none untimed timed", has_discussion},
    {"person", "a person's id; of a slot, anybody on its stage", "slot person appearance", Values::people, "",
     has_person},
    {"role", "chair, moderator or speaker; of a person, the role under [people]", "person appearance", Values::names,
     "", has_role},
    {"person-role", "the role under [people] of who is on stage, in capitals or small letters", "person appearance",
     Values::names, "", has_person_role},
    {"capacity", "in which capacity the person appears, in capitals or small letters", "appearance", Values::names, "",
     has_capacity},
    {"name", "the person's name", "person appearance", Values::names, "", is_named},
    {"org", "the person's organisation", "person appearance", Values::names, "", has_org},
    {"country", "the person's country", "person appearance", Values::names, "", has_country},
    {"affiliation-withheld", "whether the person's affiliation is withheld", "person appearance", Values::flag, "",
     has_withheld},
    {"mononym", "whether the person has one name only", "person appearance", Values::flag, "", is_mononym},
    {"used", "whether the person is named in a slot, as who delivers, or in a delegation", "person", Values::flag, "",
     is_used},
    {"gives", "a key that the thing's table has", everything, Values::keys, "", gives},
    {"event-gives", "a key that [event] has", everything, Values::keys, "", event_gives, true},
    {"event-status", "whether the agenda is final", everything, Values::words, "draft final", event_has_status, true},
    {"event-mode", "how the event is held; in-person where it does not say", everything, Values::words,
     "in-person hybrid online", event_has_mode, true},
    {"event-languages", "how many languages [event] has", everything, Values::words, "none one several",
     event_has_languages, true},
    {"event-interpretation", "a language of [event.interpretation]", everything, Values::names, "", event_interprets,
     true},
    {"event-interpreters", "how many interpreters [event.interpretation] gives a team", everything, Values::words,
     "one several", event_has_interpreters, true},
    {"show-cancelled", "whether [event] says that what is cancelled stays listed", everything, Values::flag, "",
     shows_cancelled, true},
    {"text-format", "how [event] says that its texts are written", everything, Values::words, "plain markdown",
     has_text_format, true},
};

} // namespace

std::span<const ConditionSpec> condition_specs() { return specs; }

const ConditionSpec* condition_spec(std::string_view key) {
    const auto found =
        std::find_if(std::begin(specs), std::end(specs), [&](const auto& spec) { return spec.key == key; });
    return found == std::end(specs) ? nullptr : found;
}

} // namespace agenda
