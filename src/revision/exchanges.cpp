// SPDX-License-Identifier: MIT
// Slots that exchange their times or places.
#include "revision/moved.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>
#include <tuple>

namespace agenda::revision {
namespace {

class Exchanges {
public:
    Exchanges(Collector& collector, std::vector<Moved>& slots) : collector_(collector), slots_(slots) {}

    void add() {
        std::vector<Moved*> moved, relocated;
        for (auto& one : slots_) {
            if (one.moves() && one.was.clock && one.is.clock) moved.push_back(&one);
            if (!one.moves() && one.relocates()) relocated.push_back(&one);
        }
        using Key = std::tuple<bool, std::string, std::string, std::string, std::string>;
        exchange<Key>(
            moved,
            [](const Moved& one) {
                return Key{one.goes_along(), one.was.date, one.was.time, one.is.date, one.is.time};
            },
            [](const Moved& one) {
                return Key{one.goes_along(), one.is.date, one.is.time, one.was.date, one.was.time};
            });
        exchange_neighbours(moved);
        using PlaceKey = std::tuple<bool, Where, Where, std::string, std::string>;
        exchange<PlaceKey>(
            relocated,
            [](const Moved& one) {
                return PlaceKey{one.goes_along(), one.from, one.to, one.is.date, one.is.time};
            },
            [](const Moved& one) {
                return PlaceKey{one.goes_along(), one.to, one.from, one.is.date, one.is.time};
            });
    }

private:
    /// Joins each with the only one that has gone the other way.
    template <class Key> void exchange(const std::vector<Moved*>& moved, const auto& forth, const auto& back) {
        std::map<Key, std::vector<Moved*>> ways;
        for (auto* one : moved) ways[forth(*one)].push_back(one);
        for (auto* one : moved) {
            const auto way = ways.find(forth(*one));
            const auto other = ways.find(back(*one));
            if (way->second.size() != 1 || other == ways.end() || other->second.size() != 1) continue;
            auto* partner = other->second.front();
            if (partner != one && !one->told_when && !partner->told_when && places_fit(*one, *partner))
                add_exchange(*one, *partner);
        }
    }

    /// Both stay where they are, or exchange places as well.
    static bool places_fit(const Moved& a, const Moved& b) {
        const bool stay = a.from == a.to && b.from == b.to;
        return stay || (a.from == b.to && b.from == a.to);
    }

    /// Two of different lengths that follow each other and change their order.
    void exchange_neighbours(const std::vector<Moved*>& moved) {
        // By where they are and until when they were.
        std::map<std::tuple<bool, std::string, time::Clock, time::Clock>, std::vector<Moved*>> by_times;
        for (auto* one : moved)
            if (one->shift())
                by_times[{one->goes_along(), one->is.date, one->is.clock->start, one->was.clock->end}].push_back(one);
        for (auto* first : moved) {
            if (first->told_when || !first->shift() || first->shift()->count() < 0) continue;
            const auto found =
                by_times.find({first->goes_along(), first->is.date, first->was.clock->start, first->is.clock->end});
            if (found == by_times.end()) continue;
            for (auto* second : found->second)
                if (second != first && !second->told_when && first->was.clock->end <= second->was.clock->start &&
                    places_fit(*first, *second)) {
                    add_exchange(*first, *second);
                    break;
                }
        }
    }

    void add_exchange(Moved& a, Moved& b) {
        std::vector<Member> members;
        for (auto* one : {&a, &b}) {
            auto each = member_when(collector_, *one);
            each.says = one->was == one->is ? relocation(collector_, *one) : times(*one);
            if (one->was != one->is) edit_when(*one, each);
            edit_where(*one, each);
            one->told_when = one->told_where = true;
            members.push_back(std::move(each));
        }
        auto message = fmt::format("{} change places: {}, {}", named(members), members[0].says, members[1].says);
        collector_.add(Kind::slots_swapped, std::move(message), std::move(members));
    }

    Collector& collector_;
    std::vector<Moved>& slots_;
};

} // namespace

void add_exchanges(Collector& collector, std::vector<Moved>& slots) { Exchanges{collector, slots}.add(); }

} // namespace agenda::revision
