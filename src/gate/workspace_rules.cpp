// SPDX-License-Identifier: MIT
#include "gate/workspace_rules.hpp"
#include "agenda/timeline.hpp"
#include "checks/room_use.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <tuple>

namespace agenda::gate {
namespace {

using finding::Draft;

constexpr std::array<std::string_view, 2> across_rules{"person-double-booked-across", "room-double-booked-across"};

/// A slot that needs a person or a room.
struct Booked {
    std::size_t agenda;
    SlotIndex slot;
    When when;
    Span at;           ///< what shows it in the agenda
    std::string role;  ///< of a person
    bool part = false; ///< of a room: a part of it, which does not contend with other parts
};

/// What agendas share: a person or a room of a file that they include.
struct Resource {
    bool floating; ///< agendas without a zone have a clock of their own
    std::string file, id;
    friend auto operator<=>(const Resource&, const Resource&) = default;
};
struct Bookings {
    std::string called; ///< as messages say it
    std::vector<Booked> all;
};
using Shared = std::map<Resource, Bookings>;

void collect_people(const load::Loaded& loaded, std::size_t agenda, Shared& shared) {
    const auto& model = loaded.agenda;
    for (const auto& stage : stage_times(model)) {
        const auto* file = loaded.included_at(model.people[stage.person].at);
        if (!file) continue;
        auto& bookings = shared[{model.floating(), file->file, model.about(stage.person)}];
        bookings.called = called(model.people[stage.person]);
        for (const auto& time : stage.times) {
            const auto& appearance = model.slots[time.slot].people[time.appearance];
            bookings.all.push_back(
                {agenda, time.slot, time.when, appearance.at, std::string{name_of(appearance.role)}});
        }
    }
}

/// A slot in a part of a room takes the rooms above as well.
void collect_rooms(const load::Loaded& loaded, std::size_t agenda, Shared& shared) {
    const auto& model = loaded.agenda;
    for (const auto index : model.slots.indices()) {
        const auto& slot = model.slots[index];
        const auto place = place_of(model, slot);
        if (place.sort != Place::Sort::room || !slot.occupies() || !slot.when) continue;
        const RoomIndex own{place.index};
        for (auto room = std::optional{own}; room; room = model.rooms[*room].part_of) {
            if (model.rooms[*room].shared) break; // as is what it is a part of, for those who are in it
            const auto* file = loaded.included_at(model.rooms[*room].at);
            if (!file) continue;
            auto& bookings = shared[{model.floating(), file->file, model.about(*room)}];
            bookings.called = called(model, Place{Place::Sort::room, static_cast<std::uint32_t>(*room)});
            bookings.all.push_back({agenda, index, *slot.when, slot.place_at, {}, *room != own});
        }
    }
}

/// Finds the next of bookings, sorted by start, that ends after a moment: a tree of the latest ends.
class Ends {
public:
    explicit Ends(const std::vector<Booked>& bookings) : count_(bookings.size()) {
        while (width_ < count_) width_ *= 2;
        latest_.assign(2 * width_, time::Instant::min());
        for (std::size_t i = 0; i < count_; ++i) latest_[width_ + i] = bookings[i].when.end;
        for (std::size_t i = width_ - 1; i > 0; --i) latest_[i] = std::max(latest_[2 * i], latest_[2 * i + 1]);
    }

    /// From `from` on; the number of bookings where none does.
    std::size_t next(std::size_t from, time::Instant after) const {
        if (from >= count_) return count_;
        auto node = width_ + from;
        while (latest_[node] <= after) {
            while (node % 2 == 1) node /= 2; // the last of its parent: what follows is beside that
            if (node == 0) return count_;
            ++node;
        }
        while (node < width_) {
            node *= 2;
            if (latest_[node] <= after) ++node;
        }
        return node - width_;
    }

private:
    std::size_t count_, width_ = 1;
    std::vector<time::Instant> latest_;
};

class Clashes {
public:
    explicit Clashes(const std::vector<Together>& agendas) : agendas_(agendas), parts_(agendas.size()) {
        for (std::size_t i = 0; i < agendas.size(); ++i)
            for (const auto index : model(i).slots.indices())
                if (const auto block = model(i).slots[index].part_of) parts_[i].emplace(*block, index);
    }

    void tell(std::string_view rule, Shared& shared, bool rooms) {
        std::vector<finding::Drafts> drafts(agendas_.size());
        std::vector<std::size_t> checked(agendas_.size(), 0);
        for (auto& [resource, bookings] : shared) {
            sort(bookings.all);
            if (!of_several(bookings.all)) continue;
            const Ends ends{bookings.all};
            for (const auto& one : bookings.all) {
                ++checked[one.agenda];
                for (const auto* other : clashes(one, bookings.all, ends, rooms)) {
                    auto draft = draft_of(one, *other, bookings.called);
                    draft.about.push_back(resource.id);
                    draft.lowered = !rooms && (slot_of(one).optional || slot_of(*other).optional);
                    drafts[one.agenda].push_back(std::move(draft));
                }
            }
        }
        for (std::size_t i = 0; i < agendas_.size(); ++i)
            engine::add(agendas_[i].result, agendas_[i].settings, rule, std::move(drafts[i]), checked[i]);
    }

private:
    const Agenda& model(std::size_t agenda) const { return agendas_[agenda].loaded.agenda; }
    const std::string& file(const Booked& one) const { return agendas_[one.agenda].file; }
    const Slot& slot_of(const Booked& one) const { return model(one.agenda).slots[one.slot]; }

    void sort(std::vector<Booked>& all) const {
        const auto key = [&](const Booked& one) {
            return std::tie(one.when, file(one), slot_of(one).id, one.at.offset);
        };
        std::sort(all.begin(), all.end(), [&](const Booked& a, const Booked& b) { return key(a) < key(b); });
    }

    bool of_several(const std::vector<Booked>& all) const {
        return std::any_of(all.begin(), all.end(), [&](const Booked& one) { return file(one) != file(all.front()); });
    }

    std::vector<const Booked*> clashes(const Booked& one, const std::vector<Booked>& all, const Ends& ends,
                                       bool rooms) const {
        constexpr std::size_t most = 8, most_looked_at = 500;
        std::vector<const Booked*> result;
        std::size_t looked_at = 0;
        for (auto i = ends.next(0, one.when.start);
             i < all.size() && all[i].when.start < one.when.end && looked_at < most_looked_at;
             i = ends.next(i + 1, one.when.start), ++looked_at) {
            const auto& other = all[i];
            if (other.agenda == one.agenda || file(other) == file(one) || (rooms && !contend(one, other)) ||
                is_one_session(one, other))
                continue;
            result.push_back(&other);
            if (result.size() == most) break;
        }
        return result;
    }

    /// Two agendas may have their breaks in one foyer.
    bool contend(const Booked& one, const Booked& other) const {
        const auto a = checks::use_of(slot_of(one)), b = checks::use_of(slot_of(other));
        return !(one.part && other.part) && checks::contend(a, b) &&
               !(a == checks::RoomUse::pause && b == checks::RoomUse::pause);
    }

    /// A session that both agendas have, or a block of one in which it is.
    bool is_one_session(const Booked& one, const Booked& other) const {
        return same(one.agenda, one.slot, other) || same(other.agenda, other.slot, one);
    }
    /// The slot, or a part of it, is the same session as the other booking's.
    bool same(std::size_t agenda, SlotIndex slot, const Booked& other) const {
        if (are_one(model(agenda), slot, model(other.agenda), other.slot)) return true;
        const auto [first, last] = parts_[agenda].equal_range(slot);
        return std::any_of(first, last, [&](const auto& part) {
            return are_one(model(agenda), part.second, model(other.agenda), other.slot);
        });
    }
    /// Of one title, at the very same time, and not in two rooms.
    static bool are_one(const Agenda& a, SlotIndex in_a, const Agenda& b, SlotIndex in_b) {
        const auto& one = a.slots[in_a];
        const auto& other = b.slots[in_b];
        if (!one.title || !other.title || one.when != other.when) return false;
        const auto place = place_of(a, one), other_place = place_of(b, other);
        const bool elsewhere = place.sort == Place::Sort::room && other_place.sort == Place::Sort::room &&
                               about(a, place) != about(b, other_place);
        return !elsewhere && (one.title.value == other.title.value ||
                              source::folded(one.title.value) == source::folded(other.title.value));
    }

    Draft draft_of(const Booked& one, const Booked& other, const std::string& what) const {
        const auto& here = model(one.agenda);
        const auto& slot = slot_of(one);
        const auto& text = *agendas_[other.agenda].loaded.text;
        const auto date = here.days[slot.day].date;
        const auto both = intersection(one.when, other.when);
        const auto other_file =
            std::filesystem::path{file(other)}.lexically_relative(std::filesystem::path{file(one)}.parent_path());
        Draft draft;
        draft.at = one.at;
        draft.label = (one.role.empty() ? "" : one.role + ", ") + checks::shown(here, slot, one.when);
        draft.about = {here.about(one.slot), "slot:" + other_file.string() + "#" + slot_of(other).id};
        draft.facts = {{"where", what},
                       {"a", called(slot)},
                       {"a-time", checks::shown(here, slot, one.when)},
                       {"b", called(slot_of(other))},
                       {"b-time", time_of(other, here, date)},
                       {"file", text.name()},
                       {"minutes", checks::minutes_of(both)},
                       {"start", checks::shown(here, date, both.start)},
                       {"end", checks::shown(here, date, both.end)},
                       {"date", time::format_date(date)}};
        draft.related.push_back({other.at,
                                 checks::ticked_name(slot_of(other)) + ", " +
                                     (other.role.empty() ? "" : other.role + ", ") + time_of(other, here, date),
                                 &text.file_at(other.at.offset)});
        return draft;
    }

    /// The other's time on its own clock, as its authors wrote it.
    std::string time_of(const Booked& other, const Agenda& here, time::Date date) const {
        const auto& there = model(other.agenda);
        const auto& slot = slot_of(other);
        const auto& day = there.days[slot.day];
        auto text = checks::shown(there, slot, other.when);
        if (day.date != date) text = time::format_date(day.date) + " " + text;
        if (there.zone && there.zone->name() != here.zone->name()) text += " " + std::string{there.zone->name()};
        return text;
    }

    const std::vector<Together>& agendas_;
    std::vector<std::multimap<SlotIndex, SlotIndex>> parts_; ///< of each agenda: the slots that are part of a block
};

} // namespace

bool held_against_none(std::string_view rule, const engine::Result& result) {
    return std::find(across_rules.begin(), across_rules.end(), rule) != across_rules.end() &&
           std::any_of(result.rules.begin(), result.rules.end(),
                       [&](const engine::RuleResult& one) { return one.id == rule && one.checked == 0; });
}

void tell_clashes(const std::vector<Together>& agendas) {
    const auto any_has_it_on = [&](std::string_view rule) {
        return std::any_of(agendas.begin(), agendas.end(), [&](const Together& one) {
            const auto& all = one.settings.rules();
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const auto& in_force) { return in_force.rule->id == rule; });
            return found != all.end() && !found->off();
        });
    };
    Clashes clashes{agendas};
    for (const auto rule : across_rules) {
        if (!any_has_it_on(rule)) continue;
        const bool rooms = rule == across_rules[1];
        Shared shared;
        for (std::size_t i = 0; i < agendas.size(); ++i)
            if (const auto& loaded = agendas[i].loaded; loaded.whole() && !loaded.included.empty())
                rooms ? collect_rooms(loaded, i, shared) : collect_people(loaded, i, shared);
        clashes.tell(rule, shared, rooms);
    }
}

} // namespace agenda::gate
