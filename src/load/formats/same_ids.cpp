// SPDX-License-Identifier: MIT
// People that share an id and no part of a name.
#include "load/formats/schedule.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace agenda::load::formats {
namespace {

/// Of a name with two words at least; initials, nicknames and names in two scripts have none.
struct FullName {
    std::string text;
    std::vector<std::u32string> words;
    char32_t script; ///< the first letter of those that are written together
};

/// The same number for all letters of one script; of rare ones also for those of several.
char32_t script_of(char32_t letter) {
    const auto within = [&](char32_t first, char32_t last) { return letter >= first && letter <= last; };
    if (letter < 0x370 || within(0x1E00, 0x1EFF)) return U'A';
    if (within(0x370, 0x3FF) || within(0x1F00, 0x1FFF)) return 0x370;
    if (within(0x400, 0x52F)) return 0x400;
    return letter < 0x2000 ? letter - letter % 0x80 : 0x2000;
}

/// "muller" of "mueller": so an umlaut is written where there is none.
std::u32string without_umlauts(const std::u32string& word) {
    std::u32string result;
    for (const auto c : word)
        if (c != U'e' || result.empty() || std::u32string_view{U"aou"}.find(result.back()) == std::u32string_view::npos)
            result += c;
    return result;
}

std::optional<FullName> full_name(const std::string& text) {
    FullName name{text, {}, 0};
    for (const auto& word : source::words(text, source::Accents::dropped)) {
        if (word.size() < 2) continue;
        const auto script = script_of(word.front());
        if (name.script != 0 && name.script != script) return std::nullopt;
        name.script = script;
        name.words.push_back(without_umlauts(word));
    }
    if (name.words.size() < 2) return std::nullopt;
    return name;
}

bool are_two(const FullName& a, const FullName& b) {
    return a.script == b.script && std::none_of(a.words.begin(), a.words.end(), [&](const auto& word) {
               return std::find(b.words.begin(), b.words.end(), word) != b.words.end();
           });
}

/// Calendars write one where no name is known.
bool is_address(const Field& name) {
    return name.text.find('@') != std::string::npos && name.text.find(' ') == std::string::npos;
}

void for_each_identified(Schedule& schedule, auto visit) {
    for (auto& day : schedule.days)
        for (auto& event : day.events)
            for (auto& person : event.people)
                if (!person.id.empty() && !person.name.empty()) visit(event, person);
}

void name_addresses(Schedule& schedule) {
    std::map<std::string, std::string> names; // by the ids of addresses; empty where there is none
    for_each_identified(schedule, [&](const ScheduledEvent&, const ScheduledPerson& person) {
        if (is_address(person.name)) names.try_emplace(person.id.text);
    });
    if (names.empty()) return;
    for_each_identified(schedule, [&](const ScheduledEvent&, const ScheduledPerson& person) {
        const auto found = names.find(person.id.text);
        if (found != names.end() && found->second.empty() && !is_address(person.name)) found->second = person.name.text;
    });
    for_each_identified(schedule, [&](const ScheduledEvent&, ScheduledPerson& person) {
        if (!is_address(person.name)) return;
        if (const auto& name = names[person.id.text]; !name.empty()) person.name.text = name;
    });
}

} // namespace

std::vector<Remark> tell_people_apart(Schedule& schedule) {
    std::vector<Remark> remarks;
    name_addresses(schedule);
    // Nearly every id has one name, of which nothing need be known.
    std::unordered_map<std::string_view, std::string_view> names;
    bool all_alike = true;
    for_each_identified(schedule, [&](const ScheduledEvent&, const ScheduledPerson& person) {
        const auto& name = names.try_emplace(person.id.text, person.name.text).first->second;
        all_alike = all_alike && name == person.name.text;
    });
    if (all_alike) return remarks;
    std::map<std::string, FullName> first; // by ids
    std::set<std::string> told;
    for_each_identified(schedule, [&](const ScheduledEvent& event, ScheduledPerson& person) {
        auto name = full_name(person.name.text);
        if (!name) return;
        const auto& other = first.try_emplace(person.id.text, *name).first->second;
        if (!are_two(other, *name)) return;
        auto own = person.id.text + "\n" + name->text;
        if (told.insert(own).second)
            remarks.push_back({"format-fault",
                               event.at,
                               person.name.at,
                               {{"reason", "the person `" + person.id.text + "` is called `" + name->text +
                                               "` here and `" + other.text + "` before; they are read as two people"},
                                {"sort", std::string{"person"}}},
                               {}});
        person.id.text = std::move(own);
    });
    return remarks;
}

} // namespace agenda::load::formats
