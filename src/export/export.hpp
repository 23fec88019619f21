// SPDX-License-Identifier: MIT
// The formats that an agenda can be written in, one file each. The namespace is `exporting`, since `export` is a word
// of C++.
#pragma once
#include "export/programme.hpp"
#include <ostream>
#include <span>

namespace agenda::exporting {

/// Writes the same bytes for the same programme: nothing depends on a clock or on chance.
struct Format {
    std::string_view name;
    std::string_view means;
    void (*write)(const Programme&, std::ostream&);
};
/// All formats, sorted by name.
std::span<const Format> formats();
const Format* find_format(std::string_view name);

void write_csv(const Programme& programme, std::ostream& out);
void write_ics(const Programme& programme, std::ostream& out);
void write_schedule_json(const Programme& programme, std::ostream& out);
void write_schedule_xml(const Programme& programme, std::ostream& out);

/// A sort of thing that the agenda has and a format has no place for.
struct Loss {
    std::string what; ///< "items inside slots"
    std::size_t count = 0;
};
/// What a format cannot carry of this agenda; empty where it carries all.
std::vector<Loss> losses(const Agenda& agenda, std::string_view format);

} // namespace agenda::exporting
