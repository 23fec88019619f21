// SPDX-License-Identifier: MIT
// Makes people up, and edits them and what they are in slots.
#include "unit/revision/generated.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::test {
namespace {

const std::vector<std::string> first_names{"Ann", "Bo", "Cy", "Dia", "Eva", "Fay", "Gil", "Huda"};
const std::vector<std::string> last_names{"Lee", "Ek", "Ora", "Okafor", "Silva", "Novak", "Tanaka", "Haddad"};
const std::vector<std::string> orgs{"KTH", "University of Basel", "IOM"};
const std::vector<std::string> roles{"speaker", "speaker", "speaker", "moderator", "chair"};

std::string person_name(Chance& chance) { return chance.of(first_names) + " " + chance.of(last_names); }

/// Nobody has a role twice.
void put(MadeSlot& slot, MadePart part) {
    const auto same = [&](const MadePart& one) { return one.role == part.role && one.person == part.person; };
    if (std::none_of(slot.people.begin(), slot.people.end(), same)) slot.people.push_back(std::move(part));
}

} // namespace

void set(Values& values, const std::string& key, const std::string& text) {
    if (text.empty())
        values.erase(key);
    else
        values[key] = text;
}

void add_person(Made& made, Chance& chance) {
    MadeThing one{made.next_key, fmt::format("p{}", made.next_key), {{"name", person_name(chance)}}};
    ++made.next_key;
    if (chance.one_in(2)) one.values["org"] = chance.of(orgs);
    made.people.push_back(std::move(one));
}

void drop_person(Made& made, Chance& chance) {
    if (made.people.empty()) return;
    const auto key = chance.of(made.people).key;
    std::erase_if(made.people, [&](const MadeThing& one) { return one.key == key; });
    for (auto& day : made.days)
        for (auto& slot : day.slots) {
            std::erase_if(slot.people, [&](const MadePart& one) { return one.person == key; });
            for (auto& one : slot.people)
                if (one.delivered_by == key) one.delivered_by = -1;
        }
}

void edit_person(MadeThing& person, Chance& chance) {
    switch (chance.below(4)) {
    case 0: return set(person.values, "name", person_name(chance));
    case 1: return set(person.values, "org", chance.one_in(3) ? "" : chance.of(orgs));
    case 2: return set(person.values, "title", chance.one_in(6) ? "" : "Director");
    default: return set(person.values, "status", chance.one_in(2) ? "" : "tbc");
    }
}

void add_part(const Made& made, MadeSlot& slot, Chance& chance) {
    MadePart part;
    part.role = chance.of(roles);
    part.person = made.people.empty() || chance.one_in(12) ? -1 : chance.of(made.people).key;
    put(slot, std::move(part));
}

void change_role(MadeSlot& slot, Chance& chance) {
    if (slot.people.empty()) return;
    auto moved = chance.of(slot.people);
    std::erase(slot.people, moved);
    moved.role = chance.of(roles);
    put(slot, std::move(moved));
}

} // namespace agenda::test
