// SPDX-License-Identifier: MIT
// From "slot:plenary" and a key to the place in an agenda's text, found by the parser and not by what is tested.
#pragma once
#include "load/load.hpp"
#include <optional>
#include <string_view>

namespace agenda::app {

/// The bytes of a key with its value in the table that `about` names, or of the table's header where `key` is empty.
/// `about` is "event", "slot:ID", "day:DATE", "person:ID", "room:ID", "track:ID" or "line:N". Nothing where there is no
/// such thing.
std::optional<source::Span> locate(const load::Loaded& loaded, std::string_view about, std::string_view key);

/// The line that "line:N" names, of any text.
source::Span locate_line(const source::Text& text, std::string_view about);

} // namespace agenda::app
