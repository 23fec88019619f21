// SPDX-License-Identifier: MIT
// The slots as the rules see them: day, local and UTC time, minutes, place, people.
#pragma once
#include "agenda/timeline.hpp"
#include <ostream>

namespace agenda::report {

/// "10:00-11:00", "10:00-?" where the end is not known, "?".
std::string time_text(const Slot& slot);
/// A slot's number and title as a programme prints them, whole; its id where it has neither. Not made harmless.
std::string title_text(const Slot& slot);
/// The name of the slot's track or room alone, "plenary" where it has neither. Not made harmless.
std::string place_text(const Agenda& agenda, Place place);
/// "Ann Lee (moderator)": with what is more to say of the person in this slot. Not made harmless.
std::string person_text(const Agenda& agenda, const Appearance& appearance);

/// A table for a terminal; columns are aligned by display width.
void write_schedule_table(const Agenda& agenda, std::ostream& out);
/// agenda-lint/schedule/1: times as ISO 8601; those of a floating agenda without "Z", and "utc" null.
void write_schedule_json(const Agenda& agenda, std::ostream& out);

} // namespace agenda::report
