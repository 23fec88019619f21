// SPDX-License-Identifier: MIT
// What a writer of rules needs to know of the checks: what each looks at, its arguments and fields, and the conditions
// by which a rule selects. Markdown, made from the checks' own tables.
#pragma once
#include "checks/check.hpp"
#include <ostream>

namespace agenda::report {

void write_check_page(const checks::Check& check, std::ostream& out);
/// The conditions of [select], [[except]] and [other].
void write_conditions(std::ostream& out);
/// All checks that a rule file can call upon by itself, and the conditions, with a table of contents.
void write_all_checks(std::ostream& out);

} // namespace agenda::report
