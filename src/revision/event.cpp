// SPDX-License-Identifier: MIT
// The event's own keys, ids that are others now, and rooms and tracks.
#include "revision/collector.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>

namespace agenda::revision {
namespace {

/// Ids that are others now. Of many at once it is one cause.
struct Renamed {
    std::vector<Member> members;
    std::size_t of = 0; ///< things of this sort that go on and say an id
};

std::string renaming(const std::string& before, const std::string& after) {
    return fmt::format("`{}` -> `{}`", before, after);
}

void add_renamed(Collector& collector, Renamed renamed, std::string_view sort, std::string_view several) {
    constexpr std::size_t few = 2;
    auto& members = renamed.members;
    if (members.size() > few && 2 * members.size() > renamed.of) {
        auto message = fmt::format("the ids of {} of {} {} are others now ({}, ...): the {} are the same",
                                   members.size(), renamed.of, several, members.front().says, several);
        collector.add(Kind::ids_regenerated, std::move(message), std::move(members));
        return;
    }
    for (auto& member : members) {
        auto message = fmt::format("the id of the {} {} is another now: {}", sort, ticked(member.name), member.says);
        collector.add(Kind::id_renamed, std::move(message), std::move(member));
    }
}

/// Slots that say their id in one revision alone.
void add_given(Collector& collector) {
    std::vector<Member> given, dropped;
    for (const auto& pair : collector.pairs) {
        const auto& a = collector.slot_before(pair.before);
        const auto& b = collector.slot_after(pair.after);
        if (a.id_derived == b.id_derived || a.id == b.id) continue;
        auto member = collector.member(pair);
        member.says = renaming(a.id, b.id);
        (a.id_derived ? given : dropped).push_back(std::move(member));
    }
    for (auto* members : {&given, &dropped}) {
        if (members->empty()) continue;
        const bool one = members->size() == 1;
        auto message =
            fmt::format("{} {} {} ({}{})", slots(members->size()), one ? "has" : "have",
                        members == &given ? "an id now" : "no id any more", members->front().says, one ? "" : ", ...");
        collector.add(Kind::id_renamed, std::move(message), std::move(*members));
    }
}

template <class Index>
Renamed renamed(const Collector& collector, const auto& before, const auto& after, const Same<Index>& same,
                const auto& says_id) {
    Renamed result;
    for (const auto index : after.indices()) {
        const auto other = same.before(index);
        if (!other || !says_id(before[*other]) || !says_id(after[index])) continue;
        ++result.of;
        if (before[*other].id == after[index].id) continue;
        auto member = collector.member<Index>(*other, index);
        member.says = renaming(before[*other].id, after[index].id);
        member.before_at = before[*other].at;
        member.after_at = after[index].at;
        result.members.push_back(std::move(member));
    }
    return result;
}

Renamed renamed_slots(const Collector& collector) {
    Renamed result;
    for (const auto& pair : collector.pairs) {
        const auto& a = collector.slot_before(pair.before);
        const auto& b = collector.slot_after(pair.after);
        if (a.id_derived || b.id_derived) continue;
        ++result.of;
        if (a.id == b.id) continue;
        auto member = collector.member(pair);
        member.says = renaming(a.id, b.id);
        result.members.push_back(std::move(member));
    }
    return result;
}

constexpr auto is_declared = [](const auto& thing) { return thing.declared; };

/// The kinds of change of rooms, or of tracks.
struct PlaceKinds {
    std::string_view sort;
    Kind renamed, added, removed, edited;
};

template <class Index, class Thing> class PlaceChanges {
public:
    PlaceChanges(Collector& collector, const Table<Thing, Index>& before, const Table<Thing, Index>& after,
                 const Same<Index>& same, std::span<const Key<Thing>> keys, std::optional<Index> Slot::*where,
                 const PlaceKinds& kinds)
        : collector_(collector), before_(before), after_(after), same_(same), keys_(keys), where_(where), kinds_(kinds),
          slots_there_(after.size()) {
        for (const auto& pair : collector.pairs)
            if (const auto place = collector.slot_after(pair.after).*where)
                slots_there_[static_cast<std::size_t>(*place)].push_back(pair);
    }

    void add() {
        for (const auto index : after_.indices()) {
            if (const auto other = same_.before(index))
                compare(*other, index);
            else if (after_[index].declared)
                come(index);
        }
        for (const auto index : before_.indices())
            if (!same_.after(index) && before_[index].declared) gone(index);
    }

private:
    void compare(Index earlier, Index later) {
        const auto& a = before_[earlier];
        const auto& b = after_[later];
        auto edits = edits_between(keys_, collector_.before, &a, collector_.after, &b);
        const auto name = called(a), new_name = called(b);
        if (name != new_name) rename(earlier, later, name, new_name, edits);
        for (auto& edit : edits) {
            auto one = member(earlier, later);
            one.says = fmt::format("{} {}", edit.key, changed(edit));
            auto message = fmt::format("{} {}: {}", kinds_.sort, ticked(new_name), one.says);
            one.edits.push_back(std::move(edit));
            collector_.add(kinds_.edited, std::move(message), std::move(one));
        }
    }

    /// Takes the name out of the edits: that of a plain label is its id.
    void rename(Index earlier, Index later, const std::string& name, const std::string& new_name,
                std::vector<Edit>& edits) {
        auto one = member(earlier, later);
        one.says = renaming(name, new_name);
        for (const auto& edit : edits)
            if (edit.key == "name") one.edits.push_back(edit);
        std::erase_if(edits, [](const Edit& edit) { return edit.key == "name"; });
        std::vector<Member> members{std::move(one)};
        for (const auto& pair : slots_there_[static_cast<std::size_t>(later)])
            if (collector_.slot_before(pair.before).*where_ == earlier) members.push_back(collector_.member(pair));
        auto message = fmt::format("{} {} is called {} now ({})", kinds_.sort, ticked(name), ticked(new_name),
                                   slots(members.size() - 1));
        collector_.add(kinds_.renamed, std::move(message), std::move(members));
    }

    void come(Index later) {
        auto one = member(std::nullopt, later);
        one.edits = edits_between<Thing>(keys_, collector_.before, nullptr, collector_.after, &after_[later]);
        auto message = fmt::format("{} {} is new", kinds_.sort, ticked(one.name));
        collector_.add(kinds_.added, std::move(message), std::move(one));
    }
    void gone(Index earlier) {
        auto one = member(earlier, std::nullopt);
        one.edits = edits_between<Thing>(keys_, collector_.before, &before_[earlier], collector_.after, nullptr);
        auto message = fmt::format("{} {} is gone", kinds_.sort, ticked(one.name));
        collector_.add(kinds_.removed, std::move(message), std::move(one));
    }
    Member member(std::optional<Index> earlier, std::optional<Index> later) const {
        auto result = collector_.member(earlier, later);
        if (earlier) result.before_at = before_[*earlier].at;
        if (later) result.after_at = after_[*later].at;
        return result;
    }

    Collector& collector_;
    const Table<Thing, Index>& before_;
    const Table<Thing, Index>& after_;
    const Same<Index>& same_;
    std::span<const Key<Thing>> keys_;
    std::optional<Index> Slot::*where_;
    const PlaceKinds& kinds_;
    std::vector<std::vector<SlotPair>> slots_there_; ///< by the later place
};

/// What another zone means for the slots that say when they are in both revisions, where it is the same for all.
std::string in_utc(const Collector& collector) {
    if (collector.before.agenda.floating() || collector.after.agenda.floating()) return {};
    std::optional<time::minutes> all;
    for (const auto& pair : collector.pairs) {
        const auto& was = collector.slot_before(pair.before).when;
        const auto& is = collector.slot_after(pair.after).when;
        if (!was || !is) continue;
        const auto by = std::chrono::duration_cast<time::minutes>(is->start - was->start);
        if (all && *all != by) return {};
        all = by;
    }
    if (!all) return {};
    if (all->count() == 0) return "; in UTC the slots stay when they are";
    return "; in UTC the slots are " + shift(*all);
}

} // namespace

void add_event_changes(Collector& collector) {
    const auto& before = collector.before.agenda.event;
    const auto& after = collector.after.agenda.event;
    for (auto& edit : edits_between(event_keys(), collector.before, &before, collector.after, &after)) {
        Member member;
        member.before_about = member.after_about = "event";
        member.name = "the event";
        member.before_at = before.keys.at(edit.key, before.at);
        member.after_at = after.keys.at(edit.key, after.at);
        member.says = changed(edit);
        auto message = fmt::format("the event's {}: {}", edit.key, member.says);
        if (edit.key == "timezone") message += in_utc(collector);
        member.edits.push_back(std::move(edit));
        collector.add(Kind::event_edited, std::move(message), std::move(member));
    }
}

void add_rule_changes(Collector& collector, const SaidOfRules& before, const SaidOfRules& after) {
    const auto said = [](const SaidOfRules& all, const std::string& key) {
        const auto found = all.find(key);
        return found == all.end() ? std::string{} : found->second;
    };
    auto keys = before;
    keys.insert(after.begin(), after.end());
    std::vector<Edit> edits;
    for (const auto& [key, value] : keys) add_edit(key, said(before, key), said(after, key), edits);
    for (auto& edit : edits) {
        Member member;
        member.before_about = member.after_about = "event";
        member.name = "the event";
        member.says = changed(edit);
        auto message = fmt::format("what the agenda says of its rules, `{}`: {}", edit.key, member.says);
        member.edits.push_back(std::move(edit));
        collector.add(Kind::event_edited, std::move(message), std::move(member));
    }
}

void add_id_changes(Collector& collector) {
    const auto& before = collector.before.agenda;
    const auto& after = collector.after.agenda;
    const auto& matches = collector.matches;
    add_renamed(collector, renamed_slots(collector), "slot", "slots");
    add_given(collector);
    add_renamed(collector, renamed(collector, before.people, after.people, matches.people, is_declared), "person",
                "people");
    // The id of a room or a track that nobody declared is its name.
    add_renamed(collector, renamed(collector, before.rooms, after.rooms, matches.rooms, is_declared), "room", "rooms");
    add_renamed(collector, renamed(collector, before.tracks, after.tracks, matches.tracks, is_declared), "track",
                "tracks");
}

void add_place_changes(Collector& collector) {
    const auto& before = collector.before.agenda;
    const auto& after = collector.after.agenda;
    static constexpr PlaceKinds rooms{"room", Kind::room_renamed, Kind::room_added, Kind::room_removed,
                                      Kind::room_edited};
    static constexpr PlaceKinds tracks{"track", Kind::track_renamed, Kind::track_added, Kind::track_removed,
                                       Kind::track_edited};
    PlaceChanges{collector, before.rooms, after.rooms, collector.matches.rooms, room_keys(), &Slot::room, rooms}.add();
    PlaceChanges{collector, before.tracks, after.tracks, collector.matches.tracks, track_keys(), &Slot::track, tracks}
        .add();
}

} // namespace agenda::revision
