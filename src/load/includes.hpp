// SPDX-License-Identifier: MIT
// Reads `include`: the files that an agenda shares with others.
#pragma once
#include "load/reader.hpp"

namespace agenda::load {

/// The keys that an included file may have beside `x-...`.
inline constexpr std::array<std::string_view, 5> shared_keys{"people", "rooms", "tracks", "walk", "delegation"};

/// Reads the files that the entry names into `loaded.included` and makes their places those of the agenda's text. What
/// cannot be included, and what is not TOML, is a fault.
void read_includes(Reader& reader, Loaded& loaded, const Entry& entry, const Include& include);

/// Why a file that has this key cannot be included; nothing: it can.
std::optional<NotIncluded> no_shared_file(std::string_view key);

/// Tells that a file cannot be included, or not as it is.
void refuse_include(Reader& reader, Loaded& loaded, const std::string& file, Span at, const NotIncluded& why);

} // namespace agenda::load
