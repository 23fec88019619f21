// SPDX-License-Identifier: MIT
// The zone is asked for its offset day by day, and where it differs between two days the second is searched for.
#include "export/ics_zone.hpp"
#include <algorithm>
#include <set>

namespace agenda::exporting {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using time::Instant;

/// The first instant in (before, after] that has not the offset that holds at `before`.
Instant change_between(const time::Zone& zone, Instant before, Instant after) {
    const auto offset = zone.offset(before);
    while (after - before > seconds{1}) {
        const auto middle = before + (after - before) / 2;
        (zone.offset(middle) == offset ? before : after) = middle;
    }
    return after;
}

class Observer {
public:
    explicit Observer(const time::Zone& zone) : zone_(zone) {}

    void observe(Instant begin, Instant end) {
        const auto offset = zone_.offset(begin);
        found.push_back({zone_.local(begin), offset, offset, false});
        for (auto at = begin; at < end; at += days{1}) {
            if (zone_.offset(at) == zone_.offset(at + days{1})) continue;
            const auto change = change_between(zone_, at, at + days{1});
            const auto from = zone_.offset(at);
            found.push_back({time::LocalTime{change.time_since_epoch() + from}, from, zone_.offset(change), false});
        }
    }

    std::vector<Observance> found;

private:
    const time::Zone& zone_;
};

} // namespace

std::vector<Observance> observances(const Programme& programme) {
    const auto& agenda = programme.agenda;
    std::set<int> years;
    const auto add = [&](Instant instant) {
        const time::Date date{std::chrono::floor<days>(local(agenda, instant))};
        years.insert(static_cast<int>(date.year()));
    };
    for (const auto& entry : programme.entries) {
        add(entry.start);
        add(entry.end.value_or(entry.start));
    }
    Observer observer{*agenda.zone};
    const auto midnight = [&](int year, unsigned month, unsigned day) {
        return instant_at(agenda, std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day},
                          time::Clock{});
    };
    for (auto first = years.begin(); first != years.end();) {
        auto last = *first;
        auto next = std::next(first);
        while (next != years.end() && *next <= last + 1) last = *next++;
        observer.observe(midnight(*first - 1, 12, 31), midnight(last + 1, 1, 2));
        first = next;
    }
    auto& found = observer.found;
    const auto least = std::min_element(found.begin(), found.end(),
                                        [](const Observance& a, const Observance& b) { return a.to < b.to; });
    if (least != found.end())
        for (const auto standard = least->to; auto& one : found) one.daylight = one.to > standard;
    return std::move(found);
}

} // namespace agenda::exporting
