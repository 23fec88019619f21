// SPDX-License-Identifier: MIT
#include "load/formats/csv_people.hpp"
#include "load/formats/text.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

Field part_of(const Field& cell, std::size_t offset, std::size_t length, bool as_written) {
    const Span at{cell.at.offset + static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
    return {cell.text.substr(offset, length), as_written ? at : cell.at};
}

} // namespace

std::vector<Field> parts_of(const Field& cell, std::string_view separator, bool as_written) {
    const std::string_view text = cell.text;
    std::vector<Field> result;
    std::size_t cut = 0, line_end = 0; // the next ones, or the text's size
    for (std::size_t begin = 0; begin < text.size();) {
        if (cut <= begin) cut = std::min(text.find(separator, begin), text.size());
        if (line_end <= begin) line_end = std::min(text.find('\n', begin), text.size());
        const auto first = begin;
        const auto last = std::min(cut, line_end);
        begin = last + (cut < line_end ? separator.size() : 1);
        const auto inside = trimmed(text, first, last);
        if (inside.length > 0) result.push_back(part_of(cell, inside.offset, inside.length, as_written));
    }
    return result;
}

ScheduledPerson person_of(const Field& text, std::string_view role, bool as_written) {
    const auto open = text.text.ends_with(')') ? text.text.rfind(" (") : std::string::npos;
    if (open == std::string::npos || open == 0) return {{}, text, {}, role};
    return {
        {}, part_of(text, 0, open, as_written), part_of(text, open + 2, text.text.size() - open - 3, as_written), role};
}

void settle_people(std::vector<ScheduledEvent>& events) {
    std::map<std::string, std::set<std::string>> organisations;
    std::map<std::string, Field> first;
    for (const auto& event : events)
        for (const auto& person : event.people) {
            if (person.org.empty()) continue;
            organisations[person.name.text].insert(source::folded(person.org.text));
            first.emplace(person.name.text, person.org);
        }
    for (auto& event : events)
        for (auto& person : event.people) {
            const auto known = organisations.find(person.name.text);
            if (known == organisations.end()) continue;
            if (known->second.size() == 1)
                person.org = first[person.name.text];
            else
                person.id = {person.name.text + "\n" + source::folded(person.org.text), person.name.at};
        }
}

} // namespace agenda::load::formats
