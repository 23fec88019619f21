// SPDX-License-Identifier: MIT
#include "checks/person_names.hpp"
#include "load/names.hpp"
#include "source/folding.hpp"
#include <algorithm>

namespace agenda::checks {
namespace {

/// Without what stands in brackets or quotation marks: a team or a nickname.
std::string without_asides(std::string_view name) {
    std::string result;
    result.reserve(name.size());
    char until = 0;
    for (const char c : name) {
        if (until == 0 && (c == '(' || c == '"'))
            until = c == '(' ? ')' : '"';
        else if (until != 0 && c == until)
            until = 0;
        else if (until == 0)
            result += c;
    }
    return result;
}

} // namespace

NameReader::NameReader(const std::vector<std::string>& left_out) {
    for (const auto& text : left_out) {
        auto words = source::words(text, source::Accents::dropped);
        if (words.size() == 1)
            left_out_.push_back(std::move(words.front()));
        else if (!words.empty())
            left_out_in_front_.push_back(std::move(words));
    }
    const auto longer = [](const Words& a, const Words& b) { return a.size() > b.size(); };
    std::sort(left_out_.begin(), left_out_.end());
    std::stable_sort(left_out_in_front_.begin(), left_out_in_front_.end(), longer);
}

Words NameReader::words(std::string_view name, source::Accents accents) const {
    auto result = source::words(without_asides(name), accents);
    for (const auto& front : left_out_in_front_) {
        if (result.size() < front.size() + 2 || !std::equal(front.begin(), front.end(), result.begin())) continue;
        result.erase(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(front.size()));
        break;
    }
    std::erase_if(result, [&](const std::u32string& word) {
        return std::binary_search(left_out_.begin(), left_out_.end(), word);
    });
    return result;
}

void NameReader::read(const Agenda& agenda, PersonIndex index, std::vector<PersonName>& into) const {
    constexpr std::size_t most_words = 12;
    const auto& person = agenda.people[index];
    if (!load::names_somebody(person)) return;
    const auto add = [&](std::string_view text) {
        PersonName name{index, text, words(text, source::Accents::dropped)};
        if (!name.bare.empty() && name.bare.size() <= most_words && (name.bare.size() > 1 || person.mononym))
            into.push_back(std::move(name));
    };
    add(person.name);
    for (const auto& alias : person.aliases) add(alias);
}

std::u32string letters(const Words& words) {
    std::u32string result;
    for (const auto& word : words) result += word;
    return result;
}

bool is_initial(const std::u32string& word) { return word.size() == 1; }

Words core(const Words& words) {
    Words result;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i == 0 || i + 1 == words.size() || !is_initial(words[i])) result.push_back(words[i]);
    return result;
}

bool stands_for(const Words& abbreviated, const Words& whole) {
    for (std::size_t i = 0; i + 1 < std::min(abbreviated.size(), whole.size()); ++i) {
        const auto& a = abbreviated[i];
        const auto& b = whole[i];
        if (is_initial(a) || is_initial(b) ? a.front() != b.front() : a != b) return false;
    }
    return true;
}

bool is_slip(const std::u32string& a, const std::u32string& b) {
    const bool inside = a.front() == b.front() && a.back() == b.back();
    return inside && (a.size() != b.size() || a.size() >= 6);
}

} // namespace agenda::checks
