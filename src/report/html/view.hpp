// SPDX-License-Identifier: MIT
// One agenda of a report as the page shows it: its pictures, what each finding is about, and the names by which parts
// of the page point at one another.
#pragma once
#include "report/html/picture.hpp"

namespace agenda::report::html {

/// What a comparison has to say of a slot where it stands in the picture.
struct SlotMark {
    std::string classes; ///< "marked is-moved"
    std::string signs;   ///< "↓✎": the same as the words, where there is no room for them
    std::string words;   ///< "10 min later, retitled"
    std::string change;  ///< the anchor of the first change
};

class View {
public:
    /// All anchors of an agenda that is not the only one of its page begin with a prefix of its own ("2:"), which is
    /// safe in an attribute and in a URL. `checked` outlives the view.
    View(const CheckedAgenda& checked, std::string prefix);

    const CheckedAgenda& checked;
    const Agenda& agenda;
    const Subjects subjects;
    std::vector<DayPicture> days;
    std::unordered_map<SlotIndex, SlotMark> marks;
    /// Of findings that are told on the page as another agenda's: where.
    std::unordered_map<const Finding*, std::string> told_elsewhere;

    /// "slot:session-ii", behind the prefix. Safe in an attribute and in a URL.
    const std::string& anchor(SlotIndex slot) const { return anchors_[static_cast<std::size_t>(slot)]; }
    /// The fingerprint, so that a link to a finding holds as long as the finding does; with the same prefix.
    std::string anchor(const Finding& finding) const;
    /// For anything else that is one of its sort in an agenda.
    std::string anchor(std::string_view name) const { return prefix_ + std::string{name}; }

    /// What a message calls the slot, as HTML.
    const std::string& name(SlotIndex slot) const { return names_[static_cast<std::size_t>(slot)]; }
    /// Nothing for a slot without one.
    const SlotMark* mark(SlotIndex slot) const {
        const auto found = marks.find(slot);
        return found == marks.end() ? nullptr : &found->second;
    }
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
/// "Thu 9 July"; "a day without a date".
std::string short_date(time::Date date);

} // namespace agenda::report::html
