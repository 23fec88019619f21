// SPDX-License-Identifier: MIT
// What several reports say in the same words: counts, and what was not checked and why.
#pragma once
#include "report/report.hpp"

namespace agenda::report {

/// "1 slot", "2 slots", "2 people".
std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

/// "2 errors, 1 warning, 0 infos".
std::string counted(const gate::Totals& totals);

/// " (fails at warning)": the threshold, where it is one for all agendas and not the usual one; else empty.
std::string threshold_note(const Report& report);

/// What has to be known of an agenda to trust what was found: that times are those of a wall clock, that ids were made
/// up. A sentence each, without a full stop.
std::vector<std::string> remarks_on(const CheckedAgenda& checked);

/// A slot that has no usable time, and the rules that for this reason could not look at it.
struct NotChecked {
    SlotIndex slot;
    std::vector<std::string> rules;
    std::string cause; ///< the rule that tells why; empty where none does
};
/// In the order of the file.
std::vector<NotChecked> not_checked(const CheckedAgenda& checked);

} // namespace agenda::report
