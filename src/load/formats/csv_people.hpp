// SPDX-License-Identifier: MIT
// Several in one cell of a spreadsheet, and people among them: "Ann Lee (UNEP); Bo Ek".
#pragma once
#include "load/formats/schedule.hpp"

namespace agenda::load::formats {

/// What stands between separators and line ends, without blanks; nothing for what is empty. `as_written`: the cell's
/// text is what stands at its place, so that each part has its own; else each has the cell's.
std::vector<Field> parts_of(const Field& cell, std::string_view separator, bool as_written);

/// "Ann Lee (UNEP)": a name, with an organisation where the text ends with brackets.
ScheduledPerson person_of(const Field& text, std::string_view role, bool as_written);

/// The organisation that is named once with a person is that of everyone of this name; with two or more there are as
/// many people.
void settle_people(std::vector<ScheduledEvent>& events);

} // namespace agenda::load::formats
