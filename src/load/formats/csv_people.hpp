// SPDX-License-Identifier: MIT
// Several in one cell of a spreadsheet, and people among them: "Ann Lee (UNEP); Bo Ek".
#pragma once
#include "load/formats/schedule.hpp"

namespace agenda::load::formats {

/// What stands between separators and line ends, without blanks; nothing for what is empty. Each part has its place
/// where the cell's text is what stands at its own, else the cell's.
std::vector<Field> parts_of(const Field& cell, std::string_view separator);

/// Makes people of the cells that stand in the place of their names: between separators and line ends, each "Ann Lee
/// (UNEP)" a name, with an organisation where the text ends with brackets. Where no separator is said, `;` is one, and
/// also ` & ` and ` and ` (in English, German and French) between what looks like names of people: two to five words in
/// capitals, none of them that of an organisation, and nothing behind one of these that stands behind different people
/// ("Ann Lee and Human Resources", "Bo Ek and Human Resources"), alone or in front elsewhere or not. ` y ` and ` e `
/// are in names too, and separate them where one of the two is elsewhere. A comma is one where all that stands between
/// commas in the whole file does ("Lee, Ann" and "Ann Lee, Red Cross" are one).
void separate_people(std::vector<ScheduledEvent>& events, std::string_view separator);

/// The organisation that is named once with a person is that of everyone of this name; with two or more there are as
/// many people.
void settle_people(std::vector<ScheduledEvent>& events);

} // namespace agenda::load::formats
