// SPDX-License-Identifier: MIT
// Keys of the user's own in tables that have no other home for them: of a person in a slot, of a walk.
#include "revision/collector.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>

namespace agenda::revision {
namespace {

/// What a thing is called, and which of its tables; and the keys there, a line each, sorted.
using Place = std::pair<std::string, std::string>;
using OwnKeys = std::map<Place, std::vector<std::string>>;

template <class Rename> OwnKeys own_keys(const Agenda& agenda, const Rename& rename) {
    OwnKeys result;
    for (const auto& [where, table] : agenda.other_extra) {
        const auto slash = where.rfind('/');
        auto& lines = result[{rename(where.substr(0, slash)), where.substr(slash + 1)}];
        for (const auto& [key, value] : table) lines.push_back(key + " " + value_of(value));
    }
    for (auto& [place, lines] : result) std::sort(lines.begin(), lines.end());
    return result;
}

class OwnKeyChanges {
public:
    explicit OwnKeyChanges(Collector& collector) : collector_(collector) {
        for (const auto& pair : collector.pairs) slots_.emplace(collector.after.agenda.about(pair.after), pair);
    }

    void add() {
        const auto& earlier = collector_.before.agenda;
        const auto& later = collector_.after.agenda;
        const Translation translation{collector_.matches, earlier, later};
        const auto before = own_keys(earlier, [&](const std::string& about) { return translation(about); });
        const auto after = own_keys(later, [](const std::string& about) { return about; });
        for (const auto& [place, lines] : before) {
            const auto found = after.find(place);
            add(place, lines, found == after.end() ? std::vector<std::string>{} : found->second);
        }
        for (const auto& [place, lines] : after)
            if (!before.contains(place)) add(place, {}, lines);
    }

private:
    /// What a slot has that only one revision has comes and goes with it.
    void add(const Place& place, const std::vector<std::string>& before, const std::vector<std::string>& after) {
        const auto& [about, table] = place;
        std::vector<Edit> edits;
        add_edit(table, fmt::format("{}", fmt::join(before, "\n")), fmt::format("{}", fmt::join(after, "\n")), edits);
        const bool of_slot = about.starts_with("slot:");
        const auto slot = slots_.find(about);
        if (edits.empty() || (of_slot && slot == slots_.end())) return;
        Member one;
        if (of_slot)
            one = collector_.member(slot->second);
        else
            one.before_about = one.after_about = about;
        if (!of_slot) one.name = about == "event" ? "the event" : about;
        one.says = fmt::format("own keys of {} {}", table, changed(edits.front()));
        auto message = fmt::format("{}: {}", of_slot ? ticked(one.name) : one.name, one.says);
        one.edits = std::move(edits);
        collector_.add(of_slot ? Kind::slot_edited : Kind::event_edited, std::move(message), std::move(one));
    }

    Collector& collector_;
    std::map<std::string, SlotPair> slots_; ///< by the later name
};

} // namespace

void add_own_key_changes(Collector& collector) {
    if (collector.before.agenda.other_extra.empty() && collector.after.agenda.other_extra.empty()) return;
    OwnKeyChanges{collector}.add();
}

} // namespace agenda::revision
