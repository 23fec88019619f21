// SPDX-License-Identifier: MIT
// What slots have in common: people on stage, their organizations and delegations, a room, a track, tags.
#pragma once
#include "checks/check.hpp"
#include <map>
#include <set>

namespace agenda::checks {

struct Shared {
    std::string id; ///< "person:klug", "room:aula", "track:data"; else the word and the name: "tag:finance"
    std::string name;
    bool nameable = false;            ///< the id is one that findings may be about
    std::optional<std::int64_t> size; ///< of a delegation
    friend bool operator<(const Shared& a, const Shared& b) { return a.id < b.id; }
};

class Sharing {
public:
    /// `by` lists what counts: person, organization, room, track, tag, delegation (those with a size).
    Sharing(const Agenda& agenda, std::vector<std::string> by);
    /// What a slot has that another can have too. Where nothing is listed, one nameless thing that all have.
    std::set<Shared> of(const Slot& slot) const;

private:
    void add_people(const Slot& slot, std::set<Shared>& result) const;
    void add_delegations(const Slot& slot, std::set<Shared>& result) const;
    void add_organizations(const Slot& slot, std::set<Shared>& result) const;

    const Agenda& agenda_;
    std::vector<std::string> by_;
    std::multimap<PersonIndex, const Delegation*> delegations_;
};

} // namespace agenda::checks
