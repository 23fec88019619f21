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

/// "the chair's wish (head of services)": why somebody lives with an accepted finding, and who. Not made harmless.
std::string acceptance(const finding::Finding& finding);

} // namespace agenda::report
