// SPDX-License-Identifier: MIT
// The model: what an agenda says, after names were looked up and times put on one clock. Every part knows its place in
// the source.
#pragma once
#include "agenda/ids.hpp"
#include "agenda/kinds.hpp"
#include "source/text.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"
#include <array>
#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace agenda {

using source::Span;

/// A value and where it stands. `given` is false where the file does not say it; `at` is then of no meaning.
template <class T> struct Given {
    T value{};
    Span at{};
    bool given = false;

    explicit operator bool() const { return given; }
};

/// A value of one of the user's own `x-...` keys, carried through to the JSON report.
struct Extra;
struct ExtraMember;
using ExtraList = std::vector<Extra>;
using ExtraTable = std::vector<ExtraMember>;
struct Extra {
    std::variant<std::string, std::int64_t, double, bool, ExtraList, ExtraTable> value;
};
struct ExtraMember {
    ExtraMember(std::string_view of, Extra is) : key(of), value(std::move(is)) {}

    std::string key;
    Extra value;
};

/// Which keys a table has, and where the value of each stands: also of one that could not be read.
struct KeyPlace {
    std::string_view key; ///< one of the format's own, never empty: text that lives as long as the program
    Span at;
};
class KeyPlaces {
public:
    void reserve(std::size_t count) { places_.reserve(count); }
    void add(std::string_view key, Span at) {
        assert(!key.empty());
        places_.push_back({key, at});
    }
    bool has(std::string_view key) const { return find(key) != nullptr; }
    /// The value's place; `otherwise` for a key that is not there.
    Span at(std::string_view key, Span otherwise) const {
        const auto* place = find(key);
        return place ? place->at : otherwise;
    }

private:
    const KeyPlace* find(std::string_view key) const {
        for (const auto& place : places_) // few begin with the same letter
            if (place.key.size() == key.size() && place.key.front() == key.front() && place.key == key) return &place;
        return nullptr;
    }
    std::vector<KeyPlace> places_; // a dozen at most: a search from the front is the quickest
};

/// From and to in local time, `to` exclusive; either may be open. A date alone under `to` is that whole day.
struct Absence {
    std::optional<time::LocalTime> from, to;
};

enum class PersonStatus { confirmed, invited, tbc, withdrawn };
/// The words that files use, in the order of the values; so below.
inline constexpr std::array<std::string_view, 4> person_status_names{"confirmed", "invited", "tbc", "withdrawn"};
std::string_view name_of(PersonStatus status);

struct Person {
    std::string id; ///< as declared; for a person named inline, made from the name
    Span at;
    bool declared = true; ///< under [people]; false for one named inline in a slot
    std::string name, suffix, title, unit, org, country, role;
    std::vector<std::string> aliases, distinct_from;
    bool mononym = false;
    bool affiliation_withheld = false;
    PersonStatus status = PersonStatus::confirmed;
    bool used = false;                              ///< named in a slot, as who delivers, or in a delegation
    std::optional<time::LocalTime> arrives, leaves; ///< who leaves on a date alone leaves at its end
    std::vector<Absence> unavailable;
    KeyPlaces keys;
    ExtraTable extra;
};

struct Room {
    std::string id;
    Span at;
    bool declared = true; ///< under [rooms]; false for a plain label
    std::string name, building;
    std::optional<std::int64_t> capacity;
    bool shared = false; ///< may hold several things at once
    std::optional<RoomIndex> part_of;
    std::vector<time::ClockRange> available;
    KeyPlaces keys;
    ExtraTable extra;
};

struct Track {
    std::string id;
    Span at;
    bool declared = true;
    std::string name;
    std::optional<RoomIndex> room;
    bool stagger = false;
    KeyPlaces keys;
    ExtraTable extra;
};

struct Walk {
    RoomIndex from, to;
    time::minutes takes;
};

struct Delegation {
    std::string name;
    std::vector<PersonIndex> members;
    std::optional<std::int64_t> size;
};

enum class Role { chair, moderator, speaker };
std::string_view name_of(Role role);

/// One person named in one slot.
struct Appearance {
    PersonIndex person;
    Role role = Role::speaker;
    Span at;
    std::optional<PersonIndex> delivered_by; ///< stands in for the person
    std::optional<std::uint32_t> item;       ///< index into the slot's items; nothing: the slot itself
    std::optional<std::uint32_t> joint;      ///< those with the same number in a slot speak together
    bool deliverer_withdrawn = false;
    bool withdrawn = false; ///< here or by the person's own status
    bool unknown = false;   ///< who is on stage has a placeholder for a name, "TBC": somebody else each time
    std::optional<time::minutes> minutes;
    std::string capacity, title, unit, org, mode, status;
    KeyPlaces keys; ///< of a table that names the person; empty for an id alone

    /// Who stands on the stage: the deliverer for a represented person, nobody where that one has withdrawn.
    std::optional<PersonIndex> on_stage() const {
        if (delivered_by) return deliverer_withdrawn ? std::nullopt : delivered_by;
        return withdrawn ? std::nullopt : std::optional{person};
    }
};

struct Item {
    Span at;
    Span time_at; ///< of the value of `time`, where there is one
    std::string title, kind;
    std::optional<time::minutes> minutes;
    /// As written, or derived where this item and all before it say how long they take.
    std::optional<time::ClockRange> clock;
    std::optional<time::Interval<time::Instant>> when;
    bool parallel = false;
    enum class Rest { none, pause, meal } rest = Rest::none; ///< by its kind
    KeyPlaces keys;
    ExtraTable extra;
};

enum class SlotStatus { confirmed, tentative, cancelled };
inline constexpr std::array<std::string_view, 3> slot_status_names{"confirmed", "tentative", "cancelled"};
std::string_view name_of(SlotStatus status);

struct Slot {
    std::string id;
    Span id_at;              ///< where an id is given; else the header
    bool id_derived = false; ///< made from number, title, date, start
    Span at;                 ///< the slot's header
    DayIndex day{};

    std::string kind;
    const KindTraits* traits = &Kinds::undemanding();
    Given<std::string> number, title;
    std::string description, note;
    std::vector<std::string> tags, languages;
    std::vector<Given<std::string>> questions;

    /// The programme's clock as the author sees it: [start, end) from the day's midnight. Nothing where it is missing
    /// or unreadable.
    std::optional<time::ClockRange> clock;
    /// The same on the agenda's one clock; here the end lies after the start.
    std::optional<time::Interval<time::Instant>> when;
    std::optional<time::Clock> start; ///< also where no end is known
    Span time_at;                     ///< the value that says when; where there is none, the header

    std::optional<RoomIndex> room;
    std::optional<TrackIndex> track;
    Span place_at; ///< the room's value, else the track's, else the header
    bool plenary = false;
    bool optional = false;
    bool cancelled = false;
    SlotStatus status = SlotStatus::confirmed;
    bool breaks_inside = false;
    bool open_floor = false;
    bool discussion = false;
    std::optional<time::minutes> discussion_minutes;
    bool catered = false;
    bool next_day = false;
    std::optional<bool> interpretation;
    std::optional<std::int64_t> expected;
    std::vector<SlotIndex> repeat_of, parallel_with;
    std::optional<SlotIndex> part_of; ///< a block of the programme in which this one is listed by itself

    std::vector<Appearance> people;
    std::vector<Item> items;
    /// Names under a role that are no person's id: somebody is meant, we do not know who.
    std::uint32_t unresolved_speakers = 0, unresolved_moderators = 0;
    Span moderators_at, speakers_at; ///< the keys' values; the header where absent
    KeyPlaces keys;
    ExtraTable extra;

    KindClass kind_class() const { return traits->kind_class; }
    bool is_programme() const { return kind_class() == KindClass::programme; }
    bool is_pause() const { return kind_class() == KindClass::rest || kind_class() == KindClass::meal; }
    /// Is over by six in the morning of its date: the night of the evening before, for those who stay up.
    bool is_over_by_six() const { return clock && clock->end <= time::Clock{time::minutes{6 * 60}}; }
    /// Takes part in the day's course: not cancelled, no note, no desk that runs beside anything.
    bool occupies() const { return !cancelled && !traits->beside_anything && kind_class() != KindClass::note; }
};

struct Day {
    time::Date date;
    Span at; ///< the header
    std::string label, closing_note;
    bool outside = false; ///< lies outside event.dates on purpose
    Given<std::string> weekday;
    std::optional<time::Clock> start, end;
    std::vector<SlotIndex> slots; ///< in the order of the file
    KeyPlaces keys;
    ExtraTable extra;
};

struct Interpretation {
    std::vector<std::string> languages;
    std::optional<std::int64_t> teams;
    std::optional<std::int64_t> interpreters; ///< of one team
    std::vector<time::ClockRange> windows;
};

enum class Mode { in_person, hybrid, online };
inline constexpr std::array<std::string_view, 3> mode_names{"in-person", "hybrid", "online"};
std::string_view name_of(Mode mode);

struct Event {
    Span at; ///< the header; the file's beginning where there is none
    std::string title, subtitle, series, organizer, venue, contact, revision;
    std::vector<time::Date> dates;
    Span dates_at;
    Given<std::string> timezone; ///< as written, known or not
    std::optional<Mode> mode;
    std::vector<Given<std::string>> zones; ///< of the audience
    std::vector<std::string> profiles, languages;
    std::vector<Span> profiles_at;
    bool final = false;
    bool show_cancelled = false; ///< what is cancelled or withdrawn stays listed on purpose
    bool markdown = false;       ///< texts are written in Markdown
    std::optional<time::Date> frozen_on;
    std::vector<time::Date> holidays;
    std::optional<Interpretation> interpretation;
    KeyPlaces keys;
    ExtraTable extra;

    std::string_view status() const { return final ? "final" : "draft"; }
};

struct Agenda {
    Event event;
    Table<Person, PersonIndex> people;
    Table<Room, RoomIndex> rooms;
    Table<Track, TrackIndex> tracks;
    std::vector<Walk> walks;
    std::vector<Delegation> delegations;
    Table<Day, DayIndex> days;
    /// Of the days that do not lie outside; nothing where none has a date.
    std::optional<time::Date> first_date, last_date;
    Table<Slot, SlotIndex> slots; ///< of all days, in the order of the file
    /// Keys of the user's own in tables that have no other home for them, by "slot:ID/a person of a slot".
    std::vector<std::pair<std::string, ExtraTable>> other_extra;
    /// Nothing for a floating agenda: its instants are wall-clock time as if it were UTC.
    std::optional<time::Zone> zone;
    /// Those of event.zones that are known, in their order.
    std::vector<time::Zone> audience_zones;

    bool floating() const { return !zone.has_value(); }
    /// "slot:side-event", "person:klug", "day:2009-07-09": how findings name things.
    std::string about(SlotIndex slot) const { return "slot:" + slots[slot].id; }
    std::string about(PersonIndex person) const { return "person:" + people[person].id; }
    std::string about(RoomIndex room) const { return "room:" + rooms[room].id; }
    std::string about(TrackIndex track) const { return "track:" + tracks[track].id; }
    std::string about(DayIndex day) const;
};

/// What a slot is called in a message: its number ("Session II"), else its title (cut at 60 characters), else its id.
std::string called(const Slot& slot);
/// A person's name, or the id where none is given.
std::string called(const Person& person);
std::string called(const Room& room);
std::string called(const Track& track);
/// A day's date, or "undated".
std::string called(const Day& day);

/// A local time on the agenda's one clock; in a floating agenda every local time is unique.
time::Resolved resolve(const Agenda& agenda, time::LocalTime local);
/// The clock of a day's programme on the agenda's one clock.
time::Instant instant_at(const Agenda& agenda, time::Date date, time::Clock clock);
/// The wall's clock at an instant of the agenda's clock.
time::LocalTime local(const Agenda& agenda, time::Instant instant);
/// The same as a clock time of a day's programme: 25:30 for half past one of the next morning.
time::Clock clock_at(const Agenda& agenda, time::Date date, time::Instant instant);
time::ClockRange clock_at(const Agenda& agenda, time::Date date, const time::Interval<time::Instant>& when);

/// People on stage in a slot and its items, each once, in the order of the file; who is unknown, as often as named.
std::vector<PersonIndex> on_stage(const Slot& slot, std::optional<Role> role = std::nullopt);

} // namespace agenda
