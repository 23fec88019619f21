// SPDX-License-Identifier: MIT
// Writes values as TOML that a person would be glad to edit: keys in their order, one table a header, people and rooms
// a line each, long texts in lines.
#pragma once
#include "source/stored.hpp"
#include <ostream>

namespace agenda::source {

/// `root` is a table, with no dates, times and decimal numbers in it. Tables in it have headers, tables in those stand
/// in a line; lists of tables have a header a table. Whatever is in a text, the same text is read back; a byte that is
/// not UTF-8 is U+FFFD then.
void write_toml(const Stored& root, std::ostream& out);

} // namespace agenda::source
