// SPDX-License-Identifier: MIT
// One agenda of a report as the page shows it: its pictures, what each finding is about, and the names by which parts
// of the page point at one another.
#pragma once
#include "report/html/picture.hpp"
#include <unordered_map>

namespace agenda::report::html {

using finding::Finding;

class View {
public:
    /// `number` counts the agendas of the report from 1. `checked` outlives the view.
    View(const CheckedAgenda& checked, std::size_t number);

    const CheckedAgenda& checked;
    const Agenda& agenda;
    std::vector<DayPicture> days;

    /// "slot:session-ii"; the N-th agenda's from the second on "N:slot:session-ii". Safe in an attribute and in a URL.
    std::string anchor(SlotIndex slot) const;
    /// The fingerprint, so that a link to a finding holds as long as the finding does; with the same prefix.
    std::string anchor(const Finding& finding) const;
    /// For anything else that is one of its sort in an agenda.
    std::string anchor(std::string_view name) const { return prefix_ + std::string{name}; }

    /// Open findings about a slot, as they stand in the result.
    const std::vector<const Finding*>& about(SlotIndex slot) const { return of_slot_[static_cast<std::size_t>(slot)]; }
    std::vector<SlotIndex> slots_of(const Finding& finding) const;
    std::vector<PersonIndex> people_of(const Finding& finding) const;
    /// "2009-07-09", "undated": those that the finding is about, and those of its slots.
    std::vector<std::string> days_of(const Finding& finding) const;
    std::string day_of(SlotIndex slot) const { return called(agenda.days[agenda.slots[slot].day]); }

private:
    std::string prefix_;
    std::unordered_map<std::string_view, SlotIndex> slots_;
    std::unordered_map<std::string_view, PersonIndex> people_;
    std::vector<std::vector<const Finding*>> of_slot_;
};

/// "Thursday, 9 July 2009"; for a day without a date: "a day without a date".
std::string long_date(time::Date date);

/// A slot's number and title as a programme prints them, whole; its id where it has neither.
std::string full_name(const Slot& slot);

} // namespace agenda::report::html
