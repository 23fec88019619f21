// SPDX-License-Identifier: MIT
#include "load/formats/formats.hpp"
#include <algorithm>
#include <array>

namespace agenda::load::formats {
namespace {

constexpr std::array table{
    Format{"schedule.json", "of c3voc, frab and pretalx", is_schedule_json, read_schedule_json},
    Format{"schedule.xml", "of frab, pretalx, wafer, Pentabarf and FOSDEM", is_schedule_xml, read_schedule_xml},
    Format{"devopsdays", "the programme page of a devopsdays site", is_devopsdays, read_devopsdays},
    Format{"csv", "a spreadsheet with a header", is_csv, read_csv},
    Format{"ics", "iCalendar, as calendars export it", is_icalendar, read_icalendar},
};

} // namespace

std::span<const Format> all() { return table; }

const Format* find(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Format& one) { return one.name == name; });
    return found == table.end() ? nullptr : &*found;
}

const Format* detect(std::string_view text) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Format& one) { return one.is(text); });
    return found == table.end() ? nullptr : &*found;
}

const Format* format_of(const source::Text& text, const ReadAs& as) {
    if (!as.format.empty()) return find(as.format);
    const auto* detected = detect(text.bytes());
    return detected || !as.columns ? detected : find("csv");
}

} // namespace agenda::load::formats
