// SPDX-License-Identifier: MIT
#include "load/formats/csv_people.hpp"
#include "load/formats/text.hpp"
#include "load/names.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

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
constexpr std::array<std::string_view, 6> ands{" & ", " and ", " und ", " et ", " + ", " / "};
/// These stand within names too: "Juan Ramón y Cajal Poe".
constexpr std::array<std::string_view, 2> maybe_ands{" y ", " e "};

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

/// The parts of a cell between these words outside brackets, and between commas where it is asked for.
std::vector<Field> split(const Field& cell, bool commas, std::span<const std::string_view> words) {
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
        if (text[i] != ' ') continue;
        const auto found =
            std::find_if(words.begin(), words.end(), [&](auto one) { return text.substr(i).starts_with(one); });
        if (found == words.end()) continue;
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

/// What all cells of a file together say of what stands in them.
class Evidence {
public:
    explicit Evidence(const std::vector<ScheduledEvent>& events) {
        for (const auto& event : events)
            for (const auto& person : event.people)
                for (const auto& cell : parts_of(person.name, ";")) look_at(cell);
    }

    /// Whether commas in cells stand between people.
    bool commas_separate() const {
        return !is_other_text_ && std::none_of(behind_commas_.begin(), behind_commas_.end(),
                                               [&](const auto& part) { return is_shared(part); });
    }

    /// The people in a part of a cell: itself where it is one, or may be.
    std::vector<Field> people_in(const Field& cell, bool commas) const {
        auto parts = split(cell, commas, ands);
        if (parts.size() > 1 && !are_people(parts)) parts = split(cell, commas, {});
        if (parts.size() > 1 && !are_people(parts)) return {cell};
        std::vector<Field> result;
        for (const auto& part : parts) {
            auto names = split(part, false, maybe_ands);
            const bool known =
                std::any_of(names.begin(), names.end(), [&](const Field& name) { return whole_.contains(name.text); });
            if (names.size() < 2 || !known || !are_people(names)) names = {part};
            for (auto& name : names) result.push_back(std::move(name));
        }
        return result;
    }

private:
    void look_at(const Field& cell) {
        const auto parts = split(cell, true, ands);
        const bool commas = cell.text.find(',') != std::string::npos;
        if (parts.size() > 1 && commas && !all_look_like_people(parts)) is_other_text_ = true;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            whole_.insert(parts[i].text);
            if (i == 0) continue;
            before_[parts[i].text].insert(parts[i - 1].text);
            if (commas) behind_commas_.insert(parts[i].text);
        }
    }

    /// Different people are before it: it may be where they work.
    bool is_shared(const std::string& part) const {
        const auto found = before_.find(part);
        return found != before_.end() && found->second.size() > 1 && !is_placeholder(part);
    }

    bool are_people(const std::vector<Field>& parts) const {
        return all_look_like_people(parts) &&
               std::none_of(parts.begin() + 1, parts.end(), [&](const Field& part) { return is_shared(part.text); });
    }

    bool is_other_text_ = false; ///< is between commas somewhere
    std::set<std::string> whole_, behind_commas_;
    std::map<std::string, std::set<std::string>> before_; ///< each part, the texts right before it
};

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
    std::optional<Evidence> evidence;
    if (separator.empty()) evidence.emplace(events); // else it is said
    const bool commas = evidence && evidence->commas_separate();
    for (auto& event : events) {
        std::vector<ScheduledPerson> people;
        for (const auto& cell : event.people)
            for (const auto& part : parts_of(cell.name, evidence ? ";" : separator)) {
                const auto names = evidence ? evidence->people_in(part, commas) : std::vector<Field>{part};
                for (const auto& one : names) people.push_back(person_of(one, cell.role));
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
