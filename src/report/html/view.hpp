// SPDX-License-Identifier: MIT
// One agenda of a report as the page shows it: its pictures, what each finding is about, and the names by which parts
// of the page point at one another.
#pragma once
#include "report/html/picture.hpp"

namespace agenda::report::html {

class View {
public:
    /// `number` counts the agendas of the report from 1. `checked` outlives the view.
    View(const CheckedAgenda& checked, std::size_t number);

    const CheckedAgenda& checked;
    const Agenda& agenda;
    const Subjects subjects;
    std::vector<DayPicture> days;

    /// "slot:session-ii"; the N-th agenda's from the second on "N:slot:session-ii". Safe in an attribute and in a URL.
    const std::string& anchor(SlotIndex slot) const { return anchors_[static_cast<std::size_t>(slot)]; }
    /// The fingerprint, so that a link to a finding holds as long as the finding does; with the same prefix.
    std::string anchor(const Finding& finding) const;
    /// For anything else that is one of its sort in an agenda.
    std::string anchor(std::string_view name) const { return prefix_ + std::string{name}; }

    /// What a message calls the slot, as HTML.
    const std::string& name(SlotIndex slot) const { return names_[static_cast<std::size_t>(slot)]; }
    std::vector<PersonIndex> people_of(const Finding& finding) const;
    /// "2009-07-09", "undated": those that the finding is about, and those of its slots.
    std::vector<std::string> days_of(const Finding& finding) const;
    const std::string& day_of(SlotIndex slot) const {
        return day_names_[static_cast<std::size_t>(agenda.slots[slot].day)];
    }

private:
    std::string prefix_;
    std::vector<std::string> names_, anchors_; // by slot
    std::vector<std::string> day_names_;       // by day
};

/// "Thursday, 9 July 2009"; "A day without a date".
std::string long_date(time::Date date);

} // namespace agenda::report::html
