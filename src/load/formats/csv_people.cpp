// SPDX-License-Identifier: MIT
#include "load/formats/csv_people.hpp"
#include "load/formats/text.hpp"
#include "load/names.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

Field part_of(const Field& cell, std::size_t offset, std::size_t length) {
    const Span at{cell.at.offset + u32(offset), u32(length)};
    const bool as_written = cell.at.length == cell.text.size(); // no doubled quote is in it
    return {cell.text.substr(offset, length), as_written ? at : cell.at};
}

/// Words of a name that may be small, and words that no person is called by; folded, without accents.
constexpr std::array<std::string_view, 24> particles{"van", "von",   "der", "den", "de", "da",  "di",  "du",
                                                     "del", "della", "dos", "la",  "le", "ter", "ten", "bin",
                                                     "ibn", "al",    "el",  "y",   "e",  "zu",  "af",  "av"};
constexpr std::array<std::string_view, 52> organisations{
    "academy",      "agency",       "association", "authority", "bank",      "bureau",        "center",  "centre",
    "club",         "college",      "commission",  "committee", "company",   "corporation",   "council", "department",
    "director",     "embassy",      "foundation",  "fund",      "gmbh",      "government",    "group",   "hospital",
    "inc",          "initiative",   "institut",    "institute", "instituto", "international", "lab",     "labs",
    "library",      "ltd",          "ministerium", "ministry",  "museum",    "nations",       "network", "office",
    "organisation", "organization", "partners",    "school",    "society",   "stiftung",      "systems", "technologies",
    "trust",        "union",        "universidad", "university"};
constexpr std::array<std::string_view, 8> ands{" & ", " and ", " und ", " et ", " y ", " e ", " + ", " / "};

bool is_one_of(std::string_view word, auto& list) { return std::find(list.begin(), list.end(), word) != list.end(); }

/// "Ann van der Lee", "J. R. Poe (UNEP)", "Ann LEE"; not "Ann", "Head of Office", "World Bank".
bool looks_like_a_person(std::string_view text) {
    if (text.ends_with(')')) text = trimmed(text.substr(0, std::min(text.rfind(" ("), text.size())));
    if (is_placeholder(text)) return true;
    if (text.find(',') != std::string_view::npos) return false;
    constexpr std::size_t most_words = 5;
    std::size_t words = 0;
    while (!text.empty()) {
        const auto word = text.substr(0, std::min(text.find(' '), text.size()));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        const auto parts = source::hyphenated_words(word);
        if (parts.empty() || is_one_of(parts.front(), organisations)) return false;
        const bool small = (word.front() >= 'a' && word.front() <= 'z') || is_digit(word.front());
        if (small && !is_one_of(parts.front(), particles)) return false;
        if (++words > most_words) return false;
    }
    return words >= 2;
}

/// The parts of a cell between commas outside brackets, and between words for "and" where it is asked for.
std::vector<Field> split(const Field& cell, bool commas, bool at_and) {
    const std::string_view text = cell.text;
    std::vector<Field> result;
    std::size_t begin = 0;
    int depth = 0;
    const auto end_part = [&](std::size_t end, std::size_t next) {
        const auto inside = trimmed(text, begin, end);
        if (inside.length > 0) result.push_back(part_of(cell, inside.offset, inside.length));
        begin = next;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth > 0) continue;
        if (commas && text[i] == ',') end_part(i, i + 1);
        const auto* found =
            at_and && text[i] == ' '
                ? std::find_if(ands.begin(), ands.end(), [&](auto one) { return text.substr(i).starts_with(one); })
                : ands.end();
        if (found == ands.end()) continue;
        end_part(i, i + found->size());
        i += found->size() - 2; // its last blank may begin the next
    }
    end_part(text.size(), text.size());
    return result;
}

bool all_look_like_people(const std::vector<Field>& parts) {
    return std::all_of(parts.begin(), parts.end(), [](const Field& part) { return looks_like_a_person(part.text); });
}

ScheduledPerson person_of(const Field& text, std::string_view role) {
    const auto open = text.text.ends_with(')') ? text.text.rfind(" (") : std::string::npos;
    if (open == std::string::npos || open == 0) return {{}, text, {}, role};
    return {{}, part_of(text, 0, open), part_of(text, open + 2, text.text.size() - open - 3), role};
}

/// Whether commas in cells stand between people.
bool commas_separate(const std::vector<ScheduledEvent>& events) {
    std::set<std::string> first;
    std::map<std::string, int> behind;
    for (const auto& event : events)
        for (const auto& person : event.people)
            for (const auto& cell : parts_of(person.name, ";")) {
                const auto parts = split(cell, true, true);
                if (parts.empty()) continue;
                if (parts.size() > 1 && cell.text.find(',') != std::string::npos && !all_look_like_people(parts))
                    return false;
                first.insert(parts.front().text);
                for (std::size_t i = 1; i < parts.size(); ++i) ++behind[parts[i].text];
            }
    return std::none_of(behind.begin(), behind.end(), [&](const auto& one) {
        return one.second > 1 && !first.contains(one.first) && !is_placeholder(one.first);
    });
}

} // namespace

std::vector<Field> parts_of(const Field& cell, std::string_view separator) {
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
        if (inside.length > 0) result.push_back(part_of(cell, inside.offset, inside.length));
    }
    return result;
}

void separate_people(std::vector<ScheduledEvent>& events, std::string_view separator) {
    const bool found = separator.empty(); // else it is said
    const bool commas = found && commas_separate(events);
    for (auto& event : events) {
        std::vector<ScheduledPerson> people;
        for (const auto& cell : event.people)
            for (const auto& part : parts_of(cell.name, found ? ";" : separator)) {
                auto parts = found ? split(part, commas, true) : std::vector<Field>{part};
                if (parts.size() > 1 && !all_look_like_people(parts)) parts = split(part, commas, false);
                if (parts.size() > 1 && !all_look_like_people(parts)) parts = {part};
                for (const auto& one : parts) people.push_back(person_of(one, cell.role));
            }
        event.people = std::move(people);
    }
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
