// SPDX-License-Identifier: MIT
// Which slots the findings of an agenda are about, and which findings a slot has: looked up once for the whole page.
#pragma once
#include "report/report.hpp"
#include <span>
#include <unordered_map>

namespace agenda::report::html {

using finding::Finding;

class Subjects {
public:
    /// `checked` outlives it.
    explicit Subjects(const CheckedAgenda& checked);

    /// In the order in which the finding names them; `finding` is one of the agenda's own.
    std::span<const SlotIndex> slots_of(const Finding& finding) const {
        const auto at = static_cast<std::size_t>(&finding - checked_.result.findings.data());
        return {slots_.data() + begin_[at], begin_[at + 1] - begin_[at]};
    }
    /// Open findings about a slot, as they stand in the result.
    const std::vector<const Finding*>& about(SlotIndex slot) const { return of_slot_[static_cast<std::size_t>(slot)]; }
    /// The first slot of this id; nothing where there is none.
    const SlotIndex* slot(std::string_view id) const;
    const PersonIndex* person(std::string_view id) const;

private:
    const CheckedAgenda& checked_;
    std::unordered_map<std::string_view, SlotIndex> slot_ids_;
    std::unordered_map<std::string_view, PersonIndex> person_ids_;
    std::vector<SlotIndex> slots_;   // of all findings, one after the other
    std::vector<std::size_t> begin_; // of each finding's, and the end of the last
    std::vector<std::vector<const Finding*>> of_slot_;
};

} // namespace agenda::report::html
