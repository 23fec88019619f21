// SPDX-License-Identifier: MIT
#include "export/export.hpp"
#include <algorithm>
#include <array>

namespace agenda::exporting {
namespace {

constexpr std::array table{
    Format{"csv", "for spreadsheets: a row a slot", write_csv},
    Format{"ics", "iCalendar, for calendars: an event a slot", write_ics},
    Format{"schedule.json", "as c3voc and pretalx write it, version 1", write_schedule_json},
    Format{"schedule.xml", "as frab and pretalx write it", write_schedule_xml},
};

} // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace agenda::exporting
