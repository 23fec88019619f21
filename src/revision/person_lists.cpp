// SPDX-License-Identifier: MIT
// What the list of people says. Who comes into a slot or goes with it is told there.
#include "revision/collector.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>
#include <tuple>

namespace agenda::revision {
namespace {

class PersonLists {
public:
    explicit PersonLists(Collector& collector)
        : collector_(collector), earlier_(collector.before.agenda), later_(collector.after.agenda) {}

    void add() {
        note_tellers();
        for (const auto index : later_.people.indices()) {
            if (const auto other = collector_.matches.people.before(index))
                compare(*other, index);
            else if (later_.people[index].declared)
                add_listed(std::nullopt, index);
        }
        for (const auto index : earlier_.people.indices())
            if (!collector_.matches.people.after(index) && earlier_.people[index].declared)
                add_listed(index, std::nullopt);
    }

private:
    /// A change that tells of somebody who comes or goes. Of several the least: that does not depend on the order of
    /// the programme.
    struct Teller {
        Kind kind;
        std::string names; ///< of who comes and goes
        std::size_t change;
        friend bool operator<(const Teller& a, const Teller& b) {
            return std::tie(a.kind, a.names, a.change) < std::tie(b.kind, b.names, b.change);
        }
    };
    using Tellers = std::map<PersonIndex, Teller>;

    void note_tellers() {
        for (std::size_t i = 0; i < collector_.changes.size(); ++i)
            for (const auto& member : collector_.changes[i].members) note(collector_.changes[i].kind, i, member);
    }

    void note(Kind kind, std::size_t change, const Member& member) {
        const auto keep = [](Tellers& tellers, PersonIndex person, const Teller& teller) {
            const auto [place, is_new] = tellers.try_emplace(person, teller);
            if (teller < place->second) place->second = teller;
        };
        if (kind == Kind::person_added || kind == Kind::person_dropped || kind == Kind::person_swapped) {
            std::string names;
            if (member.before_person) names += called(earlier_.people[*member.before_person]);
            if (member.after_person) names += "\n" + called(later_.people[*member.after_person]);
            if (member.before_person) keep(gone_, *member.before_person, {kind, names, change});
            if (member.after_person) keep(come_, *member.after_person, {kind, names, change});
        }
        if ((kind == Kind::slot_added || kind == Kind::day_added) && member.after_slot)
            for (const auto& appearance : collector_.slot_after(*member.after_slot).people)
                keep(come_, appearance.person, {Kind::person_edited, {}, change});
        if ((kind == Kind::slot_removed || kind == Kind::day_removed) && member.before_slot)
            for (const auto& appearance : collector_.slot_before(*member.before_slot).people)
                keep(gone_, appearance.person, {Kind::person_edited, {}, change});
    }

    void add_listed(std::optional<PersonIndex> a, std::optional<PersonIndex> b) {
        auto one = listed(a, b);
        one.says = b ? "new in the list" : "gone from the list";
        one.edits = edits_between<Person>(person_keys(), collector_.before, a ? &earlier_.people[*a] : nullptr,
                                          collector_.after, b ? &later_.people[*b] : nullptr);
        const auto& tellers = b ? come_ : gone_;
        if (const auto found = tellers.find(b ? *b : *a); found != tellers.end()) {
            collector_.changes[found->second.change].members.push_back(std::move(one));
            return;
        }
        auto message = fmt::format("{} is {} the list of people", ticked(one.name), b ? "new in" : "gone from");
        collector_.add(b ? Kind::person_added : Kind::person_dropped, std::move(message), std::move(one));
    }

    Member listed(std::optional<PersonIndex> a, std::optional<PersonIndex> b) const {
        auto result = collector_.member(a, b);
        if (a) result.before_at = earlier_.people[*a].at;
        if (b) result.after_at = later_.people[*b].at;
        result.before_person = a;
        result.after_person = b;
        return result;
    }

    /// Of who is in no list each slot says these for itself.
    static bool is_told_in_slots(const Edit& edit) {
        return edit.key == "title" || edit.key == "unit" || edit.key == "org";
    }

    void compare(PersonIndex a, PersonIndex b) {
        auto edits =
            edits_between(person_keys(), collector_.before, &earlier_.people[a], collector_.after, &later_.people[b]);
        if (!earlier_.people[a].declared && !later_.people[b].declared) std::erase_if(edits, is_told_in_slots);
        if (edits.empty()) return;
        auto one = listed(a, b);
        for (const auto& edit : edits)
            one.says += fmt::format("{}{} {}", one.says.empty() ? "" : "; ", edit.key, changed(edit));
        auto message = fmt::format("{}: {}", ticked(called(earlier_.people[a])), one.says);
        one.edits = std::move(edits);
        collector_.add(Kind::person_edited, std::move(message), std::move(one));
    }

    Collector& collector_;
    const Agenda& earlier_;
    const Agenda& later_;
    Tellers come_, gone_;
};

} // namespace

void add_person_list_changes(Collector& collector) { PersonLists{collector}.add(); }

} // namespace agenda::revision
