// SPDX-License-Identifier: MIT
// Words that several reports share.
#pragma once
#include "report/report.hpp"
#include <string>

namespace agenda::report {

/// "1 error", "2 errors"; `many` is the word for several where an s does not do.
std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

/// "2 errors, 1 warning, 0 infos".
std::string counted(const gate::Totals& totals);

/// A file's name, harmless and fit to begin a line: "./" is put before one that a CI runner would obey ("::error::x").
std::string shown_path(std::string_view name);

/// "check failed: 2 errors, 1 warning, 0 infos in 3 agendas (fails at warning)".
std::string verdict(const Report& report);

/// The message, its notes and its help, a line each; harmless.
std::string whole_message(const finding::Finding& finding);

/// "the chair's wish (head of services)": why somebody lives with an accepted finding, and who. Not made harmless.
std::string acceptance(const finding::Finding& finding);

/// What has to be known of an agenda to trust what was found: that times are those of a wall clock, that ids were made
/// up. A sentence each, without a full stop; none of a file that is not TOML.
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
