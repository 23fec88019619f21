// SPDX-License-Identifier: MIT
// A finding as the JSON reports have it. Columns are 1-based code points, ends exclusive.
#pragma once
#include "finding/finding.hpp"
#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace agenda::report {

/// As an object of "findings" in agenda-lint/report/1. `text` is the file in which it stands.
void write_finding(const finding::Finding& finding, const source::Text& text, JsonWriter& json);

} // namespace agenda::report
