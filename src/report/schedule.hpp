// SPDX-License-Identifier: MIT
// The slots as the rules see them: day, local and UTC time, minutes, place, people.
#pragma once
#include "agenda/agenda.hpp"
#include <ostream>

namespace agenda::report {

/// A table for a terminal; columns are aligned by display width.
void write_schedule_table(const Agenda& agenda, std::ostream& out);
/// agenda-lint/schedule/1: times as ISO 8601; those of a floating agenda without "Z", and "utc" null.
void write_schedule_json(const Agenda& agenda, std::ostream& out);

} // namespace agenda::report
