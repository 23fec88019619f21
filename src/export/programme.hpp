// SPDX-License-Identifier: MIT
// An agenda as every format writes it: the slots that have a time, in order, with names, people and ids that hold.
#pragma once
#include "agenda/agenda.hpp"

namespace agenda::exporting {

/// A slot that is written.
struct Entry {
    SlotIndex slot;
    std::string key;                  ///< the slot's id; of an id that is given twice the later ones have "#2", "#3"
    time::Instant start;              ///< in a floating agenda wall-clock time as if it were UTC; so below
    std::optional<time::Instant> end; ///< after the start; nothing where only the start is known
};

struct Programme {
    const Agenda& agenda;
    std::vector<Entry> entries;      ///< sorted by date of the day, then start, then the order of the file
    std::vector<SlotIndex> left_out; ///< those that nothing says the start or the date of
};
/// The agenda must outlive the result.
Programme programme_of(const Agenda& agenda);

/// Its number and its title; where it has neither, its kind without `x-`, else its id.
std::string title_of(const Slot& slot);
/// The name of its room, else of its track's room, else of its track, which are the places that slots contend for;
/// empty for a slot of the plenary.
std::string room_of(const Agenda& agenda, const Slot& slot);

/// Somebody on stage in a slot or in an item of it.
struct OnStage {
    PersonIndex person;
    Role role;
};
/// Each once in each role, in the order of the file; who is unknown as often as named.
std::vector<OnStage> people_of(const Slot& slot);

/// U+FFFD.
inline constexpr std::string_view replacement = "\xEF\xBF\xBD";
/// The text with nothing in it that XML, iCalendar or CSV forbid: lines end in LF, other control characters but the
/// tab, U+FFFE, U+FFFF and bytes that are not UTF-8 are U+FFFD.
std::string clean(std::string_view text);

} // namespace agenda::exporting
