// SPDX-License-Identifier: MIT
// Who comes into slots, leaves them, takes another's place or role or is represented, and what is said of them there.
#include "revision/phrases.hpp"
#include "revision/slot_edits.hpp"
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <unordered_map>

namespace agenda::revision {
namespace {

/// Somebody in one role of one slot.
struct Part {
    std::string who;
    std::string known; ///< id and name: the id of one who is gone may be another's now
    bool by_name;
    Role role;
    const Appearance* appearance;
    std::size_t at; ///< the place among those of the role
};
using Parts = std::vector<Part>;

Parts parts_of(const Side& side, const Slot& slot) {
    Parts result;
    std::map<Role, std::size_t> counts;
    std::set<std::tuple<PersonIndex, Role, std::optional<std::uint32_t>>> named;
    for (const auto& appearance : slot.people) {
        auto id = who(side, appearance);
        const bool again = !appearance.unknown && !named.emplace(appearance.person, appearance.role, appearance.item).second;
        if (again) continue;
        auto known = id + "\n" + side.agenda.people[appearance.person].name;
        result.push_back({std::move(id), std::move(known), by_name(side, appearance), appearance.role, &appearance,
                          counts[appearance.role]++});
    }
    return result;
}

std::string name_in(const Agenda& agenda, PersonIndex person) { return agenda::called(agenda.people[person]); }

/// What happens to a person, alike in any number of slots.
struct Cause {
    Kind kind;
    std::string who_before, who_after, role_before, role_after;
    friend auto operator<=>(const Cause&, const Cause&) = default;
};

class PersonChanges {
public:
    explicit PersonChanges(Collector& collector) : collector_(collector) {}

    void add() {
        for (const auto& pair : collector_.pairs) compare(pair);
        for (const auto* cause : in_order_) tell(*cause, std::move(causes_.at(*cause)));
    }

private:
    const Agenda& earlier() const { return collector_.before.agenda; }
    const Agenda& later() const { return collector_.after.agenda; }

    void compare(const SlotPair& pair) {
        const auto& a = collector_.slot_before(pair.before);
        const auto& b = collector_.slot_after(pair.after);
        auto gone = parts_of(collector_.before, a), come = parts_of(collector_.after, b);
        if (gone.empty() && come.empty()) return;
        const auto was = gone, is = come;
        take_out_equal(pair, gone, come);
        take_out_roles(pair, gone, come);
        take_out_swaps(pair, gone, come);
        for (const auto& part : gone) note({Kind::person_dropped, part.known, "", "", ""}, pair, &part, nullptr);
        for (const auto& part : come) note({Kind::person_added, "", part.known, "", ""}, pair, nullptr, &part);
        compare_order(pair, was, is);
    }

    /// Those who keep their role, with what is said of them here.
    void take_out_equal(const SlotPair& pair, Parts& gone, Parts& come) {
        take_out(
            gone, come, [&](const Part& part, bool earlier) { return identity(part, earlier) + role_mark(part); },
            [&](const Part& a, const Part& b) { compare_here(pair, a, b); });
    }
    void take_out_roles(const SlotPair& pair, Parts& gone, Parts& come) {
        take_out(
            gone, come, [&](const Part& part, bool earlier) { return identity(part, earlier); },
            [&](const Part& a, const Part& b) {
                note({Kind::role_changed, a.known, b.known, key_of(a.role), key_of(b.role)}, pair, &a, &b);
            });
    }
    /// The only one who leaves a role and the only one who comes into it; of as many as leave it those at one place.
    void take_out_swaps(const SlotPair& pair, Parts& gone, Parts& come) {
        std::map<Role, std::size_t> of_gone, of_come;
        for (const auto& part : gone) ++of_gone[part.role];
        for (const auto& part : come) ++of_come[part.role];
        take_out(
            gone, come,
            [&](const Part& part, bool) {
                if (of_gone[part.role] != of_come[part.role]) return std::string{};
                return role_mark(part) + (of_gone[part.role] == 1 ? "" : std::to_string(part.at));
            },
            [&](const Part& a, const Part& b) {
                note({Kind::person_swapped, a.known, b.known, "", ""}, pair, &a, &b);
            });
    }

    /// The same text in both revisions: of somebody known by the name, else of the later one's index. An id may stand
    /// for somebody else in the other revision.
    std::string identity(const Part& part, bool earlier) const {
        if (part.by_name) return "name " + part.who;
        const auto person = part.appearance->person;
        const auto later = earlier ? collector_.matches.people.after(person) : std::optional{person};
        return later ? fmt::format("{}", static_cast<std::uint32_t>(*later)) : "gone " + part.who;
    }
    static std::string role_mark(const Part& part) { return "/" + key_of(part.role); }

    /// Takes out pairs of one key, the first with the first. An empty key is none.
    static void take_out(Parts& gone, Parts& come, const auto& key, const auto& take) {
        std::unordered_map<std::string, std::vector<std::size_t>> waiting; // the first at the back; only ever looked up
        for (auto i = come.size(); i-- > 0;)
            if (auto of = key(come[i], false); !of.empty()) waiting[std::move(of)].push_back(i);
        std::vector<bool> taken(come.size(), false);
        Parts left_gone, left_come;
        for (auto& part : gone) {
            const auto found = waiting.find(key(part, true));
            if (found == waiting.end() || found->second.empty()) {
                left_gone.push_back(std::move(part));
                continue;
            }
            take(part, come[found->second.back()]);
            taken[found->second.back()] = true;
            found->second.pop_back();
        }
        for (std::size_t i = 0; i < come.size(); ++i)
            if (!taken[i]) left_come.push_back(std::move(come[i]));
        gone = std::move(left_gone);
        come = std::move(left_come);
    }

    Member member(const SlotPair& pair, const Part* a, const Part* b) const {
        auto result = collector_.member(pair);
        if (a) {
            result.before_at = a->appearance->at;
            result.before_person = a->appearance->person;
        }
        if (b) {
            result.after_at = b->appearance->at;
            result.after_person = b->appearance->person;
        }
        return result;
    }

    Here here_before(const SlotPair& pair, const Part* part) const {
        return part ? Here{&collector_.slot_before(pair.before), part->appearance} : Here{};
    }
    Here here_after(const SlotPair& pair, const Part* part) const {
        return part ? Here{&collector_.slot_after(pair.after), part->appearance} : Here{};
    }

    void note(Cause cause, const SlotPair& pair, const Part* a, const Part* b) {
        auto one = member(pair, a, b);
        if (a) one.edits.push_back({key_of(a->role), a->who, std::nullopt});
        if (b) one.edits.push_back({key_of(b->role), std::nullopt, b->who});
        if (a && b && a->role == b->role) one.edits = {{key_of(a->role), a->who, b->who}};
        for (auto& edit : edits_here(collector_, here_before(pair, a), here_after(pair, b)))
            one.edits.push_back(std::move(edit));
        const auto [place, is_new] = causes_.try_emplace(std::move(cause));
        if (is_new) in_order_.push_back(&place->first);
        place->second.push_back(std::move(one));
    }

    void tell(const Cause& cause, std::vector<Member> members) {
        const auto& first = members.front();
        const auto was = first.before_person ? ticked(name_in(earlier(), *first.before_person)) : "";
        const auto is = first.after_person ? ticked(name_in(later(), *first.after_person)) : "";
        for (auto& member : members) member.says = says(cause, was, is, role_in(member));
        auto message = told(cause, was, is, members);
        collector_.add(cause.kind, std::move(message), std::move(members));
    }

    static const std::string& role_in(const Member& member) { return member.edits.front().key; }

    static std::string says(const Cause& cause, const std::string& was, const std::string& is,
                            const std::string& role) {
        switch (cause.kind) {
        case Kind::person_added: return fmt::format("{} is {} now", is, role);
        case Kind::person_dropped: return fmt::format("{} is {} no longer", was, role);
        case Kind::person_swapped: return fmt::format("{}: {} -> {}", role, was, is);
        default: return fmt::format("{}: {} -> {}", is, cause.role_before, cause.role_after);
        }
    }

    static std::string told(const Cause& cause, const std::string& was, const std::string& is,
                            const std::vector<Member>& members) {
        switch (cause.kind) {
        case Kind::person_added: return fmt::format("{} is {} now", is, roles_in(members));
        case Kind::person_dropped: return fmt::format("{} is no longer {}", was, roles_in(members));
        case Kind::person_swapped: return fmt::format("{} takes the place of {} as {}", is, was, roles_in(members));
        default: return fmt::format("{} is {} of {}, was {}", is, cause.role_after, named(members), cause.role_before);
        }
    }

    /// "speaker of `Opening` and `Session I`, chair of `Closing`".
    static std::string roles_in(const std::vector<Member>& members) {
        std::vector<std::pair<std::string, std::vector<Member>>> by_role;
        for (const auto& member : members) {
            const auto found = std::find_if(by_role.begin(), by_role.end(),
                                            [&](const auto& pair) { return pair.first == role_in(member); });
            if (found == by_role.end())
                by_role.push_back({role_in(member), {member}});
            else
                found->second.push_back(member);
        }
        std::string result;
        for (const auto& [role, in] : by_role)
            result += fmt::format("{}{} of {}", result.empty() ? "" : ", ", role, named(in));
        return result;
    }

    /// What is said of somebody in this slot alone.
    void compare_here(const SlotPair& pair, const Part& a, const Part& b) {
        for (auto& edit : edits_here(collector_, here_before(pair, &a), here_after(pair, &b))) {
            auto one = member(pair, &a, &b);
            const auto name = ticked(name_in(later(), b.appearance->person));
            const auto key = edit.key.substr(edit.key.rfind('/') + 1);
            const bool represented = key == "delivered-by";
            if (represented)
                one.says = delivery(name, *a.appearance, *b.appearance);
            else
                one.says = fmt::format("{}: {} {}", name, key, changed(edit));
            auto message = fmt::format("{}: {}", ticked(one.name), one.says);
            one.edits.push_back(std::move(edit));
            collector_.add(represented ? Kind::person_represented : Kind::person_edited, std::move(message),
                           std::move(one));
        }
    }

    std::string delivery(const std::string& name, const Appearance& a, const Appearance& b) const {
        const auto was = a.delivered_by ? ticked(name_in(earlier(), *a.delivered_by)) : "";
        if (!b.delivered_by) return fmt::format("{} comes in person, and is not represented by {} any more", name, was);
        const auto is = ticked(name_in(later(), *b.delivered_by));
        if (!a.delivered_by) return fmt::format("{} is represented by {} now", name, is);
        return fmt::format("{} is represented by {}, was by {}", name, is, was);
    }

    /// Those of a role who have it in the other revision too, by who they are and by name.
    static std::pair<std::vector<std::string>, std::string> in_order(Role role, const Parts& parts, const Parts& others,
                                                                     const Agenda& agenda) {
        using Place = std::pair<std::string_view, std::optional<std::uint32_t>>;
        std::set<Place> there;
        for (const auto& other : others)
            if (other.role == role) there.emplace(other.who, other.appearance->item);
        std::pair<std::vector<std::string>, std::string> result;
        for (const auto& part : parts) {
            if (part.role != role || !there.contains(Place{part.who, part.appearance->item})) continue;
            result.first.push_back(part.who);
            result.second += (result.second.empty() ? "" : ", ") + name_in(agenda, part.appearance->person);
        }
        return result;
    }
    static bool alike(std::vector<std::string> a, std::vector<std::string> b) {
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        return a == b;
    }

    /// The order in which those are named who are in both revisions: it is one of rank, or of the talks.
    void compare_order(const SlotPair& pair, const Parts& was, const Parts& is) {
        for (const auto role : {Role::chair, Role::moderator, Role::speaker}) {
            const auto [a, names_before] = in_order(role, was, is, earlier());
            const auto [b, names_after] = in_order(role, is, was, later());
            if (a == b || !alike(a, b)) continue;
            auto one = collector_.member(pair);
            const auto key = fmt::format("order of {}s", key_of(role));
            const Edit edit{key, fmt::format("{}", fmt::join(a, ", ")), fmt::format("{}", fmt::join(b, ", "))};
            one.says = fmt::format("{} {} -> {}", key, ticked(names_before), ticked(names_after));
            auto message = fmt::format("{}: {}", ticked(one.name), one.says);
            one.edits.push_back(edit);
            collector_.add(Kind::slot_edited, std::move(message), std::move(one));
        }
    }

    Collector& collector_;
    std::map<Cause, std::vector<Member>> causes_;
    std::vector<const Cause*> in_order_; ///< as they are first met in the programme
};

} // namespace

void add_person_changes(Collector& collector) { PersonChanges{collector}.add(); }

} // namespace agenda::revision
