// SPDX-License-Identifier: MIT
#include "checks/sharing.hpp"

namespace agenda::checks {

Sharing::Sharing(const Agenda& agenda, std::vector<std::string> by) : agenda_(agenda), by_(std::move(by)) {
    for (const auto& delegation : agenda.delegations)
        for (const auto person : delegation.members)
            if (delegation.size) delegations_.emplace(person, &delegation);
}

std::set<Shared> Sharing::of(const Slot& slot) const {
    std::set<Shared> result;
    if (by_.empty()) result.insert(Shared{});
    for (const auto& by : by_) {
        if (by == "person") add_people(slot, result);
        if (by == "delegation") add_delegations(slot, result);
        if (by == "organization") add_organizations(slot, result);
        if (const auto place = place_of(agenda_, slot); by == "room" && place.sort == Place::Sort::room)
            result.insert({about(agenda_, place), called(agenda_.rooms[RoomIndex{place.index}]), true, {}});
        if (by == "track" && slot.track)
            result.insert({agenda_.about(*slot.track), called(agenda_.tracks[*slot.track]), true, {}});
        if (by == "tag")
            for (const auto& tag : slot.tags) result.insert({"tag:" + tag, tag, false, {}});
    }
    return result;
}

void Sharing::add_people(const Slot& slot, std::set<Shared>& result) const {
    for (const auto& one : slot.people)
        if (const auto person = one.on_stage(); person && !one.unknown)
            result.insert({agenda_.about(*person), called(agenda_.people[*person]), true, {}});
}

void Sharing::add_delegations(const Slot& slot, std::set<Shared>& result) const {
    for (const auto person : on_stage(slot)) {
        const auto [from, to] = delegations_.equal_range(person);
        for (auto it = from; it != to; ++it)
            result.insert({"delegation:" + it->second->name, it->second->name, false, it->second->size});
    }
}

void Sharing::add_organizations(const Slot& slot, std::set<Shared>& result) const {
    for (const auto& one : slot.people) {
        const auto person = one.on_stage();
        if (!person) continue;
        const auto& org = one.org.empty() || one.delivered_by ? agenda_.people[*person].org : one.org;
        if (!org.empty()) result.insert({"organization:" + org, org, false, {}});
    }
}

} // namespace agenda::checks
