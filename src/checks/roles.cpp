// SPDX-License-Identifier: MIT
// roles: how the people of one slot relate: one person in two roles, people of one organisation, who is represented
// and who delivers, who speaks together.
#include "checks/roles.hpp"
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::checks {
namespace roles_check {

using finding::ParameterType;

constexpr std::string_view role_names = "chair moderator speaker";

constexpr std::array arguments_taken{
    ArgumentSpec{"find", ParameterType::name,
                 "what is found. same-person: somebody in one of `roles` who is in one of `among` as well; same-org: "
                 "somebody in one of `roles` whose organisation more than `share` of those in `among` have too; proxy: "
                 "somebody who is represented and on stage as well, or whom nobody else represents; joint: somebody "
                 "who speaks jointly with nobody, and an item whose speakers are not said to speak jointly",
                 true, "same-person same-org proxy joint"},
    ArgumentSpec{"roles", ParameterType::names,
                 "same-person, same-org: the roles that are looked at; not given: chair and moderator", false,
                 role_names},
    ArgumentSpec{"among", ParameterType::names,
                 "same-person, same-org: the roles that they are held against; not given: speaker", false, role_names},
    ArgumentSpec{"min-among", ParameterType::count,
                 "same-person, same-org: slots with fewer people in `among` are left alone", false},
    ArgumentSpec{"share", ParameterType::share,
                 "same-org: the part of `among` that may be of one organisation; not given: half", false},
    ArgumentSpec{"same-day", ParameterType::flag,
                 "proxy: who is represented may be on stage in no slot of that day; otherwise in no place of that slot",
                 false},
    ArgumentSpec{"item-kinds", ParameterType::names,
                 "joint: items of these kinds, and those of none, are given by all their speakers together", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot"},
    FieldSpec{"time", true, "the slot's time as it is written; empty where none is readable"},
    FieldSpec{"who", true, "the person's name; of an item, the names of its speakers"},
    FieldSpec{"problem", true, "same-person, same-org, also-on-stage, self, withdrawn, alone or not-joint"},
    FieldSpec{"does", true, "what the person does by the first role: chairs, moderates or speaks"},
    FieldSpec{"also", true, "and by the other"},
    FieldSpec{"org", true, "the organisation that they share"},
    FieldSpec{"same", true, "how many have it"},
    FieldSpec{"people", true, "of how many"},
    FieldSpec{"percent", true, "that part, in whole percent"},
    FieldSpec{"by", true, "who delivers"},
    FieldSpec{"other", false, "the slots in which the person is on stage"},
    FieldSpec{"other-time", true, "the time of the first of them"},
    FieldSpec{"item", false, "the title of the item"},
};

std::string_view verb(Role role) {
    switch (role) {
    case Role::chair: return "chairs";
    case Role::moderator: return "moderates";
    case Role::speaker: return "speaks";
    }
    return "";
}

class RolesFinder {
public:
    RolesFinder(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts)
        : agenda_(context.agenda), slots_(selected(context.agenda, context.selection, Sort::slot)),
          arguments_(arguments), drafts_(drafts) {}

    Outcome run() {
        const auto& find = arguments_.word("find");
        if (find == "proxy") {
            outcome_.checked = find_proxies(agenda_, slots_, arguments_.flag_or("same-day", true), drafts_);
            return outcome_;
        }
        for (const auto& thing : slots_) {
            const auto& slot = *slot_of(agenda_, thing);
            if (find == "same-person") same_person(slot);
            if (find == "same-org") same_org(slot);
            if (find == "joint") joints(slot);
        }
        return outcome_;
    }

private:
    bool is_in(const Appearance& here, std::string_view roles) const {
        if (arguments_.find(roles)) return arguments_.lists(roles, name_of(here.role));
        return (here.role == Role::speaker) == (roles == "among");
    }

    /// Those on stage in `among`, each once, in the order of the file; nothing where they are too few.
    std::vector<PersonIndex> audience(const Slot& slot) {
        std::vector<PersonIndex> people;
        std::set<PersonIndex> seen;
        for (const auto& here : slot.people)
            if (const auto person = here.on_stage(); person && is_in(here, "among") && seen.insert(*person).second)
                people.push_back(*person);
        if (static_cast<std::int64_t>(people.size()) < arguments_.count_or("min-among", 0)) people.clear();
        return people;
    }

    /// Who moderates one item and speaks in another is no case of it.
    void same_person(const Slot& slot) {
        if (audience(slot).empty()) return;
        ++outcome_.checked;
        std::map<PersonIndex, std::map<std::optional<std::uint32_t>, const Appearance*>> leads;
        for (const auto& here : slot.people)
            if (const auto person = here.on_stage(); person && !here.unknown && is_in(here, "roles"))
                leads[*person].emplace(here.item, &here);
        std::set<PersonIndex> told;
        for (const auto& here : slot.people) {
            const auto person = here.on_stage();
            if (!person || !is_in(here, "among") || !leads.contains(*person)) continue;
            const auto& own = leads[*person];
            auto lead = here.item ? own.find(here.item) : own.begin();
            if (lead == own.end()) lead = own.find(std::nullopt);
            if (lead == own.end() || lead->second == &here || !told.insert(*person).second) continue;
            auto draft = draft_of(agenda_, slot, here.at, ticked_name(agenda_.people[*person]), "same-person");
            draft.label = std::string{verb(here.role)} + " here";
            draft.facts.set("does", std::string{verb(lead->second->role)});
            draft.facts.set("also", std::string{verb(here.role)});
            draft.related = {{lead->second->at, std::string{verb(lead->second->role)} + " here"}};
            tell(drafts_, std::move(draft), {agenda_.about(*person)});
        }
    }

    /// In small letters; empty where it is not known. What an appearance says of it is true of the person it names.
    std::string org(const Appearance& here) const {
        const auto& own = agenda_.people[*here.on_stage()].org;
        return source::lowered(here.org.empty() || here.delivered_by ? own : here.org);
    }

    void same_org(const Slot& slot) {
        const auto people = audience(slot);
        if (people.empty()) return;
        ++outcome_.checked;
        std::map<std::string, std::set<PersonIndex>> members;
        for (const auto& here : slot.people)
            if (here.on_stage() && is_in(here, "among")) members[org(here)].insert(*here.on_stage());
        const auto most = arguments_.percent_or("share", 50);
        std::set<PersonIndex> told;
        for (const auto& here : slot.people) {
            const auto person = here.on_stage();
            if (!person || !is_in(here, "roles") || org(here).empty() || !members.contains(org(here))) continue;
            const auto same = members[org(here)].size();
            if (same * 100 <= static_cast<std::size_t>(most) * people.size() || !told.insert(*person).second) continue;
            auto draft = draft_of(agenda_, slot, here.at, ticked_name(agenda_.people[*person]), "same-org");
            const auto& own = agenda_.people[*person].org;
            draft.facts.set("does", std::string{verb(here.role)});
            draft.facts.set("org", ticked(here.org.empty() || here.delivered_by ? own : here.org));
            draft.facts.set("same", static_cast<std::int64_t>(same));
            draft.facts.set("people", static_cast<std::int64_t>(people.size()));
            draft.facts.set("percent", static_cast<std::int64_t>(same * 100 / people.size()));
            tell(drafts_, std::move(draft), {agenda_.about(*person)});
        }
    }

    void joints(const Slot& slot) {
        std::map<std::uint32_t, std::vector<const Appearance*>> groups;
        for (const auto& here : slot.people)
            if (here.joint) groups[*here.joint].push_back(&here);
        // A name that is nobody's id is somebody, and may be in any of them.
        const bool all_known = slot.unresolved_speakers + slot.unresolved_moderators == 0;
        for (const auto& [group, members] : groups) {
            ++outcome_.checked;
            const auto& first = *members.front();
            const auto other = [&](const Appearance* here) { return here->person != first.person; };
            if (!all_known || std::any_of(members.begin(), members.end(), other)) continue;
            auto draft = draft_of(agenda_, slot, first.at, ticked_name(agenda_.people[first.person]), "alone");
            tell(drafts_, std::move(draft), {agenda_.about(first.person)});
        }
        if (arguments_.find("item-kinds")) items(slot);
    }

    void items(const Slot& slot) {
        std::vector<std::vector<const Appearance*>> speakers(slot.items.size());
        std::vector<bool> explained(slot.items.size()); // somebody leads it, speaks jointly, or has own minutes
        for (const auto& here : slot.people) {
            if (!here.item) continue;
            if (here.role != Role::speaker || here.joint || here.minutes) explained[*here.item] = true;
            if (here.role == Role::speaker && here.on_stage()) speakers[*here.item].push_back(&here);
        }
        for (std::size_t i = 0; i < slot.items.size(); ++i) {
            const auto& item = slot.items[i];
            const bool of_kind = item.kind.empty() || arguments_.lists("item-kinds", item.kind);
            if (speakers[i].size() < 2 || !of_kind) continue;
            ++outcome_.checked;
            if (explained[i]) continue;
            std::vector<std::string> names, about;
            for (const auto* here : speakers[i]) {
                names.push_back(called(agenda_.people[*here->on_stage()]));
                about.push_back(agenda_.about(*here->on_stage()));
            }
            auto draft = draft_of(agenda_, slot, speakers[i].front()->at, enumerated(names), "not-joint");
            draft.facts.set("item", item.title.empty() ? "an item" : ticked(item.title));
            draft.facts.set("people", static_cast<std::int64_t>(names.size()));
            tell(drafts_, std::move(draft), about);
        }
    }

    const Agenda& agenda_;
    std::vector<Thing> slots_;
    const finding::Arguments& arguments_;
    finding::Drafts& drafts_;
    Outcome outcome_;
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    return RolesFinder{context, arguments, drafts}.run();
}

} // namespace roles_check

const Check roles{"roles",
                  "how the people of one slot relate: one person in two roles, one organisation, who is represented, "
                  "who speaks together",
                  roles_check::arguments_taken,
                  roles_check::fields_given,
                  {},
                  roles_check::run,
                  "slot"};

} // namespace agenda::checks
