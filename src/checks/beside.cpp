// SPDX-License-Identifier: MIT
// beside: what runs beside what. Selected slots are held against others: apart in time, during them, starting together,
// or not too many at once. That they share something (a person, a track, ...) can be a condition.
#include "checks/all.hpp"
#include "checks/relations.hpp"
#include "checks/sharing.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace agenda::checks {
namespace beside_check {

using finding::Arguments;
using finding::Draft;
using finding::Drafts;
using finding::ParameterType;
using time::minutes;

constexpr std::array arguments_taken{
    ArgumentSpec{
        "relation", ParameterType::name,
        "how a selected slot has to stand to the others. apart: no closer than `gap`; during: `min-shared` of it "
        "(else all of it) while others run; aligned: where it runs beside one of another timeline, and starts "
        "less than `window` from it, they start together; at-most: no more than `most` of all run at once",
        true, "apart during aligned at-most"},
    ArgumentSpec{"gap", ParameterType::duration, "apart: the least time between two; not given: none", false},
    ArgumentSpec{"min-shared", ParameterType::duration, "during: the least time in common", false},
    ArgumentSpec{"window", ParameterType::duration, "aligned: starts this far apart are not near each other", false},
    ArgumentSpec{"most", ParameterType::count,
                 "at-most: how many may run at once; not given: of a delegation its size, else one", false},
    ArgumentSpec{"share", ParameterType::names,
                 "apart, aligned, at-most: only slots that have one of these in common are held against each other",
                 false, "person organization room track tag delegation"},
};
constexpr std::array fields_given{
    FieldSpec{"minutes", false,
              "apart, of two: how long they overlap, if they do; during: the time in common; aligned, of two: how far "
              "apart they start"},
    FieldSpec{"distance", false, "apart, of two that do not overlap: the minutes between them"},
    FieldSpec{"limit", true, "what is asked: minutes, or of at-most how many"},
    FieldSpec{"count", true, "how many slots there are"},
    FieldSpec{"selected", true, "the names of the selected slots, the first five and how many more"},
    FieldSpec{"others", true, "the names of those that are not selected; empty where there are none"},
    FieldSpec{"slots", true, "the names of all, in the order of their starts"},
    FieldSpec{"shared", true, "what they have in common; empty where nothing is asked for"},
    FieldSpec{"a", false, "of two: the name of the one that starts first"},
    FieldSpec{"a-time", false, "of two: its time"},
    FieldSpec{"b", false, "of two: the name of the other"},
    FieldSpec{"b-time", false, "of two: its time"},
    FieldSpec{"times", true, "the different starts, the first five and how many more"},
    FieldSpec{"start", true, "when the first starts"},
    FieldSpec{"end", true, "when the last ends"},
    FieldSpec{"date", true, "the day of the first"},
};

class Finder {
public:
    Finder(const Context& context, const Arguments& arguments, Drafts& drafts)
        : context_(context), agenda_(context.agenda), arguments_(arguments), drafts_(drafts) {}

    Outcome run() {
        sort_entries();
        const auto& relation = arguments_.word("relation");
        if (relation == "during")
            during();
        else
            for (const auto& [shared, entries] : groups()) relate(relation, shared, entries);
        outcome_.checked += looked_at_.size();
        for (auto& [key, found] : found_) tell(found);
        return std::move(outcome_);
    }

private:
    /// The same slots can have several things in common: one finding.
    struct Found {
        std::vector<Neighbour> members;
        std::vector<Shared> shared;
        std::int64_t limit = 0;
        std::optional<minutes> common{}; ///< during
    };

    void sort_entries() {
        std::vector<Neighbour> by_slot(agenda_.slots.size());
        const auto choose = [&](const Selection& selection, bool Neighbour::*flag) {
            for (const auto& thing : selected(agenda_, selection, Sort::slot)) by_slot[thing.index].*flag = true;
        };
        choose(context_.selection, &Neighbour::selected);
        choose(context_.other, &Neighbour::other);
        for (std::uint32_t i = 0; i < by_slot.size(); ++i) {
            auto& entry = by_slot[i];
            const auto& slot = agenda_.slots[SlotIndex{i}];
            if (!entry.selected && !entry.other) continue;
            if (!slot.when) {
                outcome_.not_checked.push_back(SlotIndex{i});
                continue;
            }
            entry.slot = SlotIndex{i};
            entry.when = *slot.when;
            entry.line = line_of(slot);
            entries_.push_back(entry);
        }
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const Neighbour& a, const Neighbour& b) { return a.when < b.when; });
    }

    std::map<Shared, std::vector<Neighbour>> groups() const {
        const Sharing sharing{agenda_, arguments_.words_or_none("share")};
        std::map<Shared, std::vector<Neighbour>> result;
        for (const auto& entry : entries_)
            for (const auto& shared : sharing.of(agenda_.slots[entry.slot])) result[shared].push_back(entry);
        return result;
    }

    minutes duration(std::string_view name) const { return arguments_.duration_or(name, minutes{0}); }

    void relate(const std::string& relation, const Shared& shared, const std::vector<Neighbour>& entries) {
        const auto any = [&](bool Neighbour::*flag) {
            return std::any_of(entries.begin(), entries.end(), [&](const Neighbour& entry) { return entry.*flag; });
        };
        if (!any(&Neighbour::selected) || !any(&Neighbour::other)) return;
        for (const auto& entry : entries)
            if (entry.selected) looked_at_.insert(entry.slot);
        if (relation == "apart")
            for (auto& cluster : meetings(entries, duration("gap"))) {
                leave_out_meant(entries, cluster);
                keep(shared, entries, cluster, duration("gap").count());
            }
        if (relation == "aligned")
            for (const auto& cluster : misaligned(entries, duration("window")))
                keep(shared, entries, cluster, duration("window").count());
        if (relation == "at-most") {
            const auto most = arguments_.count_or("most", shared.size.value_or(1));
            for (const auto& cluster : crowds(entries, static_cast<std::size_t>(std::max<std::int64_t>(most, 0))))
                keep(shared, entries, cluster, most);
        }
    }

    /// Members that meet only those beside which they are meant to run are none.
    void leave_out_meant(const std::vector<Neighbour>& entries, Cluster& cluster) const {
        const auto gap = duration("gap");
        const auto says = [&](std::uint32_t i) {
            const auto& slot = agenda_.slots[entries[i].slot];
            return !slot.parallel_with.empty() || !slot.repeat_of.empty();
        };
        if (std::none_of(cluster.begin(), cluster.end(), says)) return;
        const auto all = cluster;
        std::erase_if(cluster, [&](std::uint32_t i) {
            return std::none_of(all.begin(), all.end(), [&](std::uint32_t j) {
                const auto& a = entries[i];
                const auto& b = entries[j];
                const bool held = (a.selected && b.other) || (a.other && b.selected);
                const bool near = a.when.start < b.when.end + gap && b.when.start < a.when.end + gap;
                return i != j && held && near && !declared_parallel(agenda_, a.slot, b.slot) &&
                       !relayed(agenda_, a.slot, b.slot) && !block_and_part(agenda_, a.slot, b.slot);
            });
        });
    }

    void keep(const Shared& shared, const std::vector<Neighbour>& entries, const Cluster& cluster, std::int64_t limit) {
        if (cluster.empty()) return;
        Found found;
        std::vector<SlotIndex> key;
        for (const auto i : cluster) {
            found.members.push_back(entries[i]);
            key.push_back(entries[i].slot);
        }
        found.limit = limit;
        auto& kept = found_.try_emplace(std::move(key), std::move(found)).first->second;
        if (!shared.name.empty()) kept.shared.push_back(shared);
    }

    void during() {
        std::vector<When> others;
        for (const auto& entry : entries_)
            if (entry.other) others.push_back(entry.when);
        const CommonTime common{others};
        for (const auto& entry : entries_) {
            if (!entry.selected || entry.other) continue;
            ++outcome_.checked;
            const auto asked = arguments_.duration_or("min-shared", time::whole_minutes(entry.when.length()));
            const auto had = time::whole_minutes(common.with(entry.when));
            if (had < asked) tell({{entry}, {}, asked.count(), had});
        }
    }

    std::string names_of(const std::vector<Neighbour>& members, bool selected, bool all) const {
        std::vector<SlotIndex> result;
        for (const auto& one : members)
            if (all || one.selected == selected) result.push_back(one.slot);
        return enumerated(agenda_, result);
    }

    std::string time_of(const Neighbour& entry) const { return shown(agenda_, agenda_.slots[entry.slot], entry.when); }

    /// At the first selected slot; the others are related.
    void tell(const Found& found) {
        const auto& members = found.members;
        const auto at = std::find_if(members.begin(), members.end(), [](const Neighbour& one) { return one.selected; });
        if (at == members.end()) return;
        const auto date = agenda_.days[agenda_.slots[members.front().slot].day].date;
        Draft draft;
        draft.at = agenda_.slots[at->slot].time_at;
        draft.label = time_of(*at);
        auto last = members.front().when.end;
        for (const auto& one : members) {
            draft.about.push_back(agenda_.about(one.slot));
            last = std::max(last, one.when.end);
            if (one.slot != at->slot) draft.related.push_back(related(agenda_, one.slot));
        }
        draft.facts = {{"limit", found.limit},
                       {"count", static_cast<std::int64_t>(members.size())},
                       {"selected", names_of(members, true, false)},
                       {"others", names_of(members, false, false)},
                       {"slots", names_of(members, false, true)},
                       {"times", starts(members, date)},
                       {"start", shown(agenda_, date, members.front().when.start)},
                       {"end", shown(agenda_, date, last)},
                       {"date", time::format_date(date)}};
        std::vector<std::string> shared_names;
        for (const auto& shared : found.shared) {
            shared_names.push_back(shared.name);
            if (shared.nameable) draft.about.push_back(shared.id);
        }
        draft.facts.set("shared", enumerated(shared_names));
        add_measure(found, draft);
        sort_about(draft);
        drafts_.push_back(std::move(draft));
    }

    std::string starts(const std::vector<Neighbour>& members, time::Date date) const {
        std::set<time::Instant> different;
        for (const auto& one : members) different.insert(one.when.start);
        return first_few(std::vector(different.begin(), different.end()),
                         [&](time::Instant start) { return shown(agenda_, date, start); });
    }

    /// What is measured of two, or of one and the time that it has in common with others.
    void add_measure(const Found& found, Draft& draft) const {
        const auto& members = found.members;
        if (found.common) draft.facts.set("minutes", found.common->count());
        if (members.size() != 2) return;
        const auto& a = members.front();
        const auto& b = members.back();
        draft.facts.set("a", called(agenda_.slots[a.slot]));
        draft.facts.set("a-time", time_of(a));
        draft.facts.set("b", called(agenda_.slots[b.slot]));
        draft.facts.set("b-time", time_of(b));
        if (arguments_.word("relation") == "aligned")
            draft.facts.set("minutes", time::whole_minutes(b.when.start - a.when.start).count());
        else if (overlap(a.when, b.when))
            draft.facts.set("minutes", minutes_of(intersection(a.when, b.when)));
        else
            draft.facts.set("distance", time::whole_minutes(b.when.start - a.when.end).count());
    }

    const Context& context_;
    const Agenda& agenda_;
    const Arguments& arguments_;
    Drafts& drafts_;
    std::vector<Neighbour> entries_;
    std::map<std::vector<SlotIndex>, Found> found_;
    std::set<SlotIndex> looked_at_;
    Outcome outcome_;
};

Outcome run(const Context& context, const Arguments& arguments, Drafts& drafts) {
    return Finder{context, arguments, drafts}.run();
}

} // namespace beside_check

const Check beside{"beside",
                   "what runs beside what: selected slots are held against others",
                   beside_check::arguments_taken,
                   beside_check::fields_given,
                   "minutes",
                   beside_check::run,
                   "slot",
                   true};

} // namespace agenda::checks
