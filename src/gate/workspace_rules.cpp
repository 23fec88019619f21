// SPDX-License-Identifier: MIT
#include "gate/workspace_rules.hpp"
#include "agenda/timeline.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace agenda::gate {
namespace {

using finding::Draft;

/// A slot that needs a person or a room.
struct Booked {
    SlotIndex slot;
    When when;
    Span at;          ///< what shows it in the agenda
    std::string role; ///< of a person
};

/// The bookings of one agenda, in the order of their starts.
struct Bookings {
    std::size_t agenda;
    bool part;          ///< of a room: by slots in a part of it, which do not contend with those in other parts
    std::string called; ///< the person or the room, as this agenda calls it
    std::vector<Booked> all;
    std::vector<time::Instant> last_end; ///< of each booking and those before it
};

/// What agendas share: a person or a room of a file that they include.
struct Resource {
    bool floating; ///< agendas without a zone have a clock of their own
    std::string file, id;
    friend auto operator<=>(const Resource&, const Resource&) = default;
};
using Shared = std::map<Resource, std::map<std::pair<std::size_t, bool>, Bookings>>;

/// Which included file declares what stands there; nothing: the agenda itself does.
const load::Included* declared_in(const load::Loaded& loaded, Span at) {
    const auto& file = loaded.text->file_at(at.offset);
    const auto found = std::find_if(loaded.included.begin(), loaded.included.end(),
                                    [&](const load::Included& one) { return one.text.get() == &file; });
    return found == loaded.included.end() ? nullptr : &*found;
}

/// Adds what one agenda books to what all do.
class Collector {
public:
    Collector(const load::Loaded& loaded, std::size_t agenda, Shared& people, Shared& rooms)
        : loaded_(loaded), agenda_(agenda), people_(people), rooms_(rooms) {}

    void collect() {
        for (const auto& stage : stage_times(model()))
            for (const auto& time : stage.times) add(stage.person, time);
        for (const auto slot : model().slots.indices()) add(slot);
    }

private:
    const Agenda& model() const { return loaded_.agenda; }

    void add(PersonIndex person, const StageTime& time) {
        const auto* file = declared_in(loaded_, model().people[person].at);
        if (!file) return;
        const auto& appearance = model().slots[time.slot].people[time.appearance];
        into(people_, {model().floating(), file->file, model().about(person)}, false, called(model().people[person]))
            .push_back({time.slot, time.when, appearance.at, std::string{name_of(appearance.role)}});
    }

    /// Pauses and registration go on beside other things in the same hall.
    void add(SlotIndex index) {
        const auto& slot = model().slots[index];
        const auto place = place_of(model(), slot);
        if (place.sort != Place::Sort::room || !slot.occupies() || !slot.when || !slot.is_programme()) return;
        const RoomIndex own{place.index};
        for (auto room = std::optional{own}; room; room = model().rooms[*room].part_of) {
            const auto* file = declared_in(loaded_, model().rooms[*room].at);
            if (!file || model().rooms[*room].shared) continue;
            const Place taken{Place::Sort::room, static_cast<std::uint32_t>(*room)};
            into(rooms_, {model().floating(), file->file, model().about(*room)}, *room != own, called(model(), taken))
                .push_back({index, *slot.when, slot.place_at, {}});
        }
    }

    std::vector<Booked>& into(Shared& shared, Resource resource, bool part, std::string called) {
        auto& by_agenda = shared[std::move(resource)];
        return by_agenda.try_emplace({agenda_, part}, Bookings{agenda_, part, std::move(called), {}, {}})
            .first->second.all;
    }

    const load::Loaded& loaded_;
    std::size_t agenda_;
    Shared &people_, &rooms_;
};

/// What two bookings are known by when they are one: a session that is in both agendas.
std::string_view title_of(const Slot& slot) { return slot.title ? slot.title.value : slot.number.value; }

class Clashes {
public:
    explicit Clashes(const std::vector<Together>& agendas) : agendas_(agendas) {}

    void tell(std::string_view rule, Shared& shared) {
        drafts_.assign(agendas_.size(), {});
        checked_.assign(agendas_.size(), 0);
        for (auto& [resource, by_agenda] : shared) {
            if (by_agenda.begin()->first.first == by_agenda.rbegin()->first.first) continue;
            for (auto& [key, bookings] : by_agenda) sort(bookings);
            for (const auto& [key, bookings] : by_agenda) hold(resource.id, bookings, by_agenda);
        }
        for (std::size_t i = 0; i < agendas_.size(); ++i)
            engine::add(agendas_[i].result, agendas_[i].settings, rule, std::move(drafts_[i]), checked_[i]);
    }

private:
    struct Clash {
        const Booked* other;
        std::size_t agenda;
    };

    const Agenda& model(std::size_t agenda) const { return agendas_[agenda].loaded.agenda; }
    const Slot& slot_of(const Booked& booked, std::size_t agenda) const { return model(agenda).slots[booked.slot]; }

    void sort(Bookings& bookings) const {
        const auto key = [&](const Booked& one) {
            return std::tuple{one.when, title_of(slot_of(one, bookings.agenda))};
        };
        auto& all = bookings.all;
        std::stable_sort(all.begin(), all.end(), [&](const Booked& a, const Booked& b) { return key(a) < key(b); });
        for (const auto& one : all) {
            auto& ends = bookings.last_end;
            ends.push_back(ends.empty() ? one.when.end : std::max(ends.back(), one.when.end));
        }
    }

    /// The first booking of another agenda that takes the same time, and is not the same session.
    const Booked* first_clash(const Booked& one, std::size_t agenda, const Bookings& others) const {
        const auto after = std::upper_bound(others.last_end.begin(), others.last_end.end(), one.when.start);
        for (auto i = static_cast<std::size_t>(after - others.last_end.begin()); i < others.all.size(); ++i) {
            const auto& other = others.all[i];
            if (other.when.start >= one.when.end) return nullptr;
            const bool same =
                other.when == one.when && title_of(slot_of(other, others.agenda)) == title_of(slot_of(one, agenda));
            if (overlap(one.when, other.when) && !same) return &other;
        }
        return nullptr;
    }

    void hold(const std::string& id, const Bookings& own,
              const std::map<std::pair<std::size_t, bool>, Bookings>& by_agenda) {
        checked_[own.agenda] += own.all.size();
        for (const auto& one : own.all) {
            std::vector<Clash> clashes;
            for (const auto& [key, others] : by_agenda) {
                if (agendas_[others.agenda].file == agendas_[own.agenda].file || (own.part && others.part)) continue;
                if (!clashes.empty() && clashes.back().agenda == others.agenda) continue;
                if (const auto* other = first_clash(one, own.agenda, others)) clashes.push_back({other, others.agenda});
            }
            if (!clashes.empty()) drafts_[own.agenda].push_back(draft_of(id, own, one, clashes));
        }
    }

    Draft draft_of(const std::string& id, const Bookings& own, const Booked& one,
                   const std::vector<Clash>& clashes) const {
        constexpr std::size_t most_related = 5;
        const auto& here = model(own.agenda);
        const auto& slot = slot_of(one, own.agenda);
        const auto& first = clashes.front();
        const auto& other = slot_of(*first.other, first.agenda);
        const auto date = here.days[slot.day].date;
        const auto both = intersection(one.when, first.other->when);
        Draft draft;
        draft.at = one.at;
        draft.label = (one.role.empty() ? "" : one.role + ", ") + checks::shown(here, slot, one.when);
        draft.about = {here.about(one.slot), id};
        draft.key = other.id;
        draft.facts = {{"where", own.called},
                       {"a", called(slot)},
                       {"a-time", checks::shown(here, slot, one.when)},
                       {"b", called(other)},
                       {"b-time", time_of(first, here, date)},
                       {"file", agendas_[first.agenda].loaded.text->name()},
                       {"minutes", checks::minutes_of(both)},
                       {"start", checks::shown(here, date, both.start)},
                       {"end", checks::shown(here, date, both.end)},
                       {"date", time::format_date(date)}};
        if (clashes.size() > 1) draft.facts.set("others", static_cast<std::int64_t>(clashes.size() - 1));
        for (std::size_t i = 0; i < std::min(clashes.size(), most_related); ++i) {
            const auto& [booked, where] = clashes[i];
            const auto& text = *agendas_[where].loaded.text;
            draft.related.push_back({booked->at,
                                     checks::ticked_name(slot_of(*booked, where)) + ", " +
                                         (booked->role.empty() ? "" : booked->role + ", ") +
                                         time_of(clashes[i], here, date),
                                     &text.file_at(booked->at.offset)});
        }
        draft.lowered = slot.optional || std::all_of(clashes.begin(), clashes.end(), [&](const Clash& clash) {
                            return slot_of(*clash.other, clash.agenda).optional;
                        });
        return draft;
    }

    /// The other's time on its own clock, as its authors wrote it.
    std::string time_of(const Clash& clash, const Agenda& here, time::Date date) const {
        const auto& there = model(clash.agenda);
        const auto& slot = slot_of(*clash.other, clash.agenda);
        const auto& day = there.days[slot.day];
        auto text = checks::shown(there, slot, clash.other->when);
        if (day.date != date) text = time::format_date(day.date) + " " + text;
        if (there.zone && there.zone->name() != here.zone->name()) text += " " + std::string{there.zone->name()};
        return text;
    }

    const std::vector<Together>& agendas_;
    std::vector<finding::Drafts> drafts_; ///< of each agenda
    std::vector<std::size_t> checked_;
};

} // namespace

void tell_clashes(const std::vector<Together>& agendas) {
    Shared people, rooms;
    for (std::size_t i = 0; i < agendas.size(); ++i)
        if (const auto& loaded = agendas[i].loaded; loaded.whole() && !loaded.included.empty())
            Collector{loaded, i, people, rooms}.collect();
    Clashes clashes{agendas};
    clashes.tell("person-double-booked-across", people);
    clashes.tell("room-double-booked-across", rooms);
}

} // namespace agenda::gate
