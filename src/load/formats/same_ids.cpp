// SPDX-License-Identifier: MIT
// People that share an id and no part of a name.
#include "load/formats/schedule.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

bool share_a_word(std::string_view a, std::string_view b) {
    const auto all = source::words(a, source::Accents::dropped);
    const auto others = source::words(b, source::Accents::dropped);
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& word) { return std::find(others.begin(), others.end(), word) != others.end(); });
}

} // namespace

std::vector<Remark> tell_people_apart(Schedule& schedule) {
    std::vector<Remark> remarks;
    std::map<std::string, std::string> first; // names by ids
    std::set<std::string> told;
    for (auto& day : schedule.days)
        for (auto& event : day.events)
            for (auto& person : event.people) {
                if (person.id.empty() || person.name.empty()) continue;
                const auto& name = first.try_emplace(person.id.text, person.name.text).first->second;
                if (name == person.name.text || share_a_word(name, person.name.text)) continue;
                auto own = person.id.text + "\n" + person.name.text;
                if (told.insert(own).second)
                    remarks.push_back(
                        {"format-fault",
                         event.at,
                         person.name.at,
                         {{"reason", "the person `" + person.id.text + "` is called `" + person.name.text +
                                         "` here and `" + name + "` before; they are read as two people"}},
                         {}});
                person.id.text = std::move(own);
            }
    return remarks;
}

} // namespace agenda::load::formats
