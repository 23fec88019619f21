// SPDX-License-Identifier: MIT
// What schedule.json and schedule.xml have in common: days, rooms in them, events in those, each with texts that are
// the same in both.
#pragma once
#include "export/ids.hpp"
#include "export/programme.hpp"

namespace agenda::exporting {

/// The room of slots that have none: these formats want one for each event.
inline constexpr std::string_view plenary_room = "Plenary";
/// Who wrote the schedule: who reads it then knows that `slug` is a slot's id and `type` its kind.
inline constexpr std::string_view generator = "agenda-lint";

struct OutPerson {
    std::uint32_t number;
    std::string name;
    Role role;
};

struct OutEvent {
    std::uint32_t number;
    std::string guid, slug, title, kind, track, language, description;
    std::string date;     ///< "2019-08-22T00:30:00+02:00"; without an offset in a floating agenda
    std::string start;    ///< "00:30"
    std::string duration; ///< "00:45"; "00:00" where no end is known
    std::string status;   ///< empty for a confirmed one
    std::vector<OutPerson> people;
};

struct OutRoom {
    std::string name, guid;
    std::optional<std::int64_t> capacity;
    std::vector<OutEvent> events;
};

struct OutDay {
    std::string date, start, end; ///< of four o'clock to four o'clock, or as long as its slots
    std::vector<OutRoom> rooms;
};

struct OutSchedule {
    std::string title, acronym, start, end, timezone, version, timeslot;
    std::vector<OutDay> days;
};
OutSchedule schedule_of(const Programme& programme);

} // namespace agenda::exporting
