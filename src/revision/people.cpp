// SPDX-License-Identifier: MIT
// Who comes into slots, leaves them, takes another's place or role or is represented; and what is said of people.
#include "revision/phrases.hpp"
#include "revision/slot_edits.hpp"
#include <fmt/format.h>
#include <tuple>

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
    for (const auto& appearance : slot.people)
        result.push_back({who(side, appearance),
                          who(side, appearance) + "\n" + side.agenda.people[appearance.person].name,
                          by_name(side, appearance), appearance.role, &appearance, counts[appearance.role]++});
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
        compare_lists();
    }

private:
    /// A change that tells of somebody; of several the least, which does not depend on the order of the programme.
    struct Teller {
        bool swaps;
        std::string names;
        std::size_t change;
        friend auto operator<=>(const Teller&, const Teller&) = default;
    };
    static void note(std::map<PersonIndex, Teller>& told, PersonIndex person, const Teller& teller) {
        const auto [place, is_new] = told.try_emplace(person, teller);
        if (teller < place->second) place->second = teller;
    }

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
            gone, come, [&](const Part& a, const Part& b) { return same(a, b) && a.role == b.role; },
            [&](const Part& a, const Part& b) { compare_here(pair, a, b); });
    }
    void take_out_roles(const SlotPair& pair, Parts& gone, Parts& come) {
        take_out(
            gone, come, [&](const Part& a, const Part& b) { return same(a, b); },
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
            [&](const Part& a, const Part& b) {
                return a.role == b.role && of_gone[a.role] == of_come[a.role] && (of_gone[a.role] == 1 || a.at == b.at);
            },
            [&](const Part& a, const Part& b) {
                note({Kind::person_swapped, a.known, b.known, "", ""}, pair, &a, &b);
            });
    }

    /// An id may stand for somebody else in the other revision.
    bool same(const Part& a, const Part& b) const {
        if (a.by_name || b.by_name) return a.by_name == b.by_name && a.who == b.who;
        return collector_.matches.people.after(a.appearance->person) == b.appearance->person;
    }

    static void take_out(Parts& gone, Parts& come, const auto& fit, const auto& take) {
        for (auto a = gone.begin(); a != gone.end();) {
            const auto b = std::find_if(come.begin(), come.end(), [&](const Part& one) { return fit(*a, one); });
            if (b == come.end()) {
                ++a;
                continue;
            }
            take(*a, *b);
            a = gone.erase(a);
            come.erase(b);
        }
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
        const Teller teller{cause.kind == Kind::person_swapped, was + is, collector_.changes.size()};
        if (first.after_person) note(told_come_, *first.after_person, teller);
        if (first.before_person) note(told_gone_, *first.before_person, teller);
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

    /// The order in which those are named who are in both revisions: it is one of rank, or of the talks.
    void compare_order(const SlotPair& pair, const Parts& was, const Parts& is) {
        for (const auto role : {Role::chair, Role::moderator, Role::speaker}) {
            const auto in = [&](const Parts& parts, const Parts& others, const Agenda& agenda) {
                std::pair<std::vector<std::string>, std::string> result;
                for (const auto& part : parts) {
                    if (part.role != role || std::none_of(others.begin(), others.end(), [&](const Part& other) {
                            return other.role == role && other.who == part.who &&
                                   other.appearance->item == part.appearance->item;
                        }))
                        continue;
                    result.first.push_back(part.who);
                    result.second += (result.second.empty() ? "" : ", ") + name_in(agenda, part.appearance->person);
                }
                return result;
            };
            const auto [a, names_before] = in(was, is, earlier());
            const auto [b, names_after] = in(is, was, later());
            if (a == b || !std::is_permutation(a.begin(), a.end(), b.begin(), b.end())) continue;
            auto one = collector_.member(pair);
            const auto key = fmt::format("order of {}s", key_of(role));
            const Edit edit{key, fmt::format("{}", fmt::join(a, ", ")), fmt::format("{}", fmt::join(b, ", "))};
            one.says = fmt::format("{} {} -> {}", key, ticked(names_before), ticked(names_after));
            auto message = fmt::format("{}: {}", ticked(one.name), one.says);
            one.edits.push_back(edit);
            collector_.add(Kind::slot_edited, std::move(message), std::move(one));
        }
    }

    /// What the list of people says. Who comes into a slot or goes with it is told there.
    void compare_lists() {
        note_slots();
        for (const auto index : later().people.indices()) {
            const auto other = collector_.matches.people.before(index);
            if (other)
                compare_person(*other, index);
            else if (later().people[index].declared)
                add_listed(std::nullopt, index, Kind::person_added, told_come_, index);
        }
        for (const auto index : earlier().people.indices())
            if (!collector_.matches.people.after(index) && earlier().people[index].declared)
                add_listed(index, std::nullopt, Kind::person_dropped, told_gone_, index);
    }

    /// Who comes or goes with a whole slot.
    void note_slots() {
        for (std::size_t i = 0; i < collector_.changes.size(); ++i) {
            const auto kind = collector_.changes[i].kind;
            for (const auto& member : collector_.changes[i].members) {
                if ((kind == Kind::slot_added || kind == Kind::day_added) && member.after_slot)
                    for (const auto& appearance : collector_.slot_after(*member.after_slot).people)
                        told_come_.try_emplace(appearance.person, Teller{false, "", i});
                if ((kind == Kind::slot_removed || kind == Kind::day_removed) && member.before_slot)
                    for (const auto& appearance : collector_.slot_before(*member.before_slot).people)
                        told_gone_.try_emplace(appearance.person, Teller{false, "", i});
            }
        }
    }

    void add_listed(std::optional<PersonIndex> a, std::optional<PersonIndex> b, Kind kind,
                    const std::map<PersonIndex, Teller>& told, PersonIndex person) {
        auto one = listed(a, b);
        one.says = b ? "new in the list" : "gone from the list";
        one.edits = edits_between<Person>(person_keys(), collector_.before, a ? &earlier().people[*a] : nullptr,
                                          collector_.after, b ? &later().people[*b] : nullptr);
        if (const auto found = told.find(person); found != told.end()) {
            collector_.changes[found->second.change].members.push_back(std::move(one));
            return;
        }
        auto message = fmt::format("{} is {} the list of people", ticked(one.name), b ? "new in" : "gone from");
        collector_.add(kind, std::move(message), std::move(one));
    }

    Member listed(std::optional<PersonIndex> a, std::optional<PersonIndex> b) const {
        auto result = collector_.member(a, b);
        if (a) result.before_at = earlier().people[*a].at;
        if (b) result.after_at = later().people[*b].at;
        result.before_person = a;
        result.after_person = b;
        return result;
    }

    void compare_person(PersonIndex a, PersonIndex b) {
        auto edits =
            edits_between(person_keys(), collector_.before, &earlier().people[a], collector_.after, &later().people[b]);
        if (edits.empty()) return;
        auto one = listed(a, b);
        const auto name = ticked(name_in(earlier(), a));
        for (const auto& edit : edits)
            one.says += fmt::format("{}{} {}", one.says.empty() ? "" : "; ", edit.key, changed(edit));
        auto message = fmt::format("{}: {}", name, one.says);
        one.edits = std::move(edits);
        collector_.add(Kind::person_edited, std::move(message), std::move(one));
    }

    Collector& collector_;
    std::map<Cause, std::vector<Member>> causes_;
    std::vector<const Cause*> in_order_;                  ///< as they are first met in the programme
    std::map<PersonIndex, Teller> told_come_, told_gone_; ///< the change that tells of them
};

} // namespace

void add_person_changes(Collector& collector) { PersonChanges{collector}.add(); }

} // namespace agenda::revision
