// SPDX-License-Identifier: MIT
#include "checks/series.hpp"
#include "checks/rising.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace agenda::checks {
namespace {

using Pointers = std::vector<const Entry*>;

std::string shown_when(const Agenda& agenda, const Entry& entry) {
    const auto date = entry.date.ok() ? time::format_date(entry.date) : std::string{"no date"};
    return entry.slot && entry.slot->when ? date + " " + shown(agenda, *entry.slot) : date;
}

} // namespace

finding::Draft draft_of(const Agenda& agenda, const Entry& entry, std::string_view problem) {
    const auto& name = entry.number.name;
    finding::Draft draft;
    draft.at = entry.text.at;
    draft.about = {about(agenda, entry.thing)};
    draft.key = problem;
    draft.facts = {{"what", ticked(entry.text.text)},
                   {"series", name.empty() && entry.slot ? entry.slot->kind : name},
                   {"number", entry.number.first},
                   {"when", shown_when(agenda, entry)},
                   {"style", std::string{written_in(entry.number.style)}},
                   {"order", ""},
                   {"other", ""},
                   {"other-when", ""},
                   {"other-style", ""}};
    return draft;
}

void relate(const Agenda& agenda, finding::Draft& draft, const Entry& other) {
    draft.related.push_back({other.text.at, ticked(other.text.text) + ", " + shown_when(agenda, other)});
    const auto id = about(agenda, other.thing);
    if (id != draft.about.front()) draft.about.push_back(id);
}

namespace {

/// `before` may be nothing: the gap is at the start.
finding::Draft missing(const Agenda& agenda, const Entry& entry, const Entry* before, std::int64_t first,
                       std::int64_t last) {
    auto draft = draft_of(agenda, entry, "missing");
    const auto style = entry.number.style;
    const auto gap = format_number(first, style) + (last > first ? " to " + format_number(last, style) : "");
    draft.label = "nothing is numbered " + gap;
    draft.facts.set("missing", gap);
    if (!before) return draft;
    draft.facts.set("before", ticked(before->text.text));
    relate(agenda, draft, *before);
    return draft;
}

finding::Draft doubled(const Agenda& agenda, const Pointers& entries) {
    constexpr std::size_t most = 5;
    auto draft = draft_of(agenda, *entries[1], "doubled");
    std::string where = shown_when(agenda, *entries[0]);
    for (std::size_t i = 1; i < std::min(most, entries.size()); ++i) where += " and " + shown_when(agenda, *entries[i]);
    if (entries.size() > most) where += " and more";
    for (const auto* entry : entries)
        if (entry != entries[1]) relate(agenda, draft, *entry);
    draft.facts.set("times", static_cast<std::int64_t>(entries.size()));
    draft.facts.set("where", where);
    return draft;
}

finding::Draft disordered(const Agenda& agenda, const Entry& entry, const Entry& other, std::string_view order) {
    auto draft = draft_of(agenda, entry, "order");
    draft.facts.set("order", std::string{order});
    draft.facts.set("other", ticked(other.text.text));
    draft.facts.set("other-when", shown_when(agenda, other));
    relate(agenda, draft, other);
    return draft;
}

/// Two slots that may have one number: parts that stand side by side, or go on later, or belong to two tracks.
bool may_share(const Entry& a, const Entry& b) {
    const auto repeats = [](const Entry& one, const Entry& other) {
        return contains(one.slot->repeat_of, SlotIndex{other.thing.index});
    };
    const auto& title = a.slot->title.value;
    const bool two_tracks = a.slot->track && b.slot->track && *a.slot->track != *b.slot->track;
    return overlap(*a.slot->when, *b.slot->when) || (!title.empty() && title == b.slot->title.value) || two_tracks ||
           repeats(a, b) || repeats(b, a);
}

/// In the order of time, whatever the order of the file; of one time, by number and id.
Pointers by_time(const Entries& entries) {
    Pointers result;
    for (const auto& entry : entries) result.push_back(&entry);
    const auto place = [](const Entry* entry) {
        const auto start = entry->slot->when ? entry->slot->when->start : time::Instant::max();
        return std::tuple{entry->date, start, entry->number.first, std::string_view{entry->slot->id}};
    };
    std::stable_sort(result.begin(), result.end(), [&](const Entry* a, const Entry* b) { return place(a) < place(b); });
    return result;
}

/// A series of slots.
class SlotSeries {
public:
    SlotSeries(const Agenda& agenda, const Entries& entries, finding::Drafts& drafts)
        : agenda_(agenda), drafts_(drafts) {
        for (const auto* entry : by_time(entries)) {
            for (auto number = entry->number.first; number <= entry->number.last; ++number)
                holders_.emplace(number, entry);
            if (entry->placed()) placed_.push_back(entry);
        }
        std::stable_sort(placed_.begin(), placed_.end(), [](const Entry* a, const Entry* b) {
            return std::tie(a->slot->when->start, a->number.first) < std::tie(b->slot->when->start, b->number.first);
        });
    }

    void check(bool restarts_daily) {
        if (restarts_daily || !find_restart()) {
            if (!find_missing()) return;
            find_doubled();
            find_disorder();
        }
    }

private:
    /// Whether every day begins at 1 again; this is then told once.
    bool find_restart() {
        std::map<time::Date, const Entry*> days;
        for (const auto* entry : placed_) {
            auto& first = days[entry->date];
            if (!first || (first->number.first != 1 && entry->number.first == 1)) first = entry;
        }
        const auto begins = [](const auto& day) { return day.second->number.first == 1; };
        if (days.size() < 2 || !std::all_of(days.begin(), days.end(), begins)) return false;
        const auto& first = *days.begin()->second;
        const auto& again = *std::next(days.begin())->second;
        if (first.number.part != again.number.part || may_share(first, again)) return false;
        auto draft = draft_of(agenda_, again, "restart");
        draft.facts.set("again", time::format_date(again.date));
        draft.facts.set("other-when", shown_when(agenda_, first));
        relate(agenda_, draft, first);
        drafts_.push_back(std::move(draft));
        return true;
    }

    /// False for numbers that are no 1..n at all: more are missing than there are, at the start and further on.
    bool find_missing() {
        const auto size = static_cast<std::int64_t>(holders_.size());
        const auto first = holders_.begin()->first;
        const bool goes_on = first - 1 > size; // from another event
        if (goes_on && holders_.rbegin()->first - first + 1 > 2 * size) return false;
        if (first > 1 && !goes_on)
            drafts_.push_back(missing(agenda_, *holders_.begin()->second, nullptr, 1, first - 1));
        for (auto one = holders_.begin(), next = std::next(one); next != holders_.end(); one = next++)
            if (next->first > one->first + 1)
                drafts_.push_back(missing(agenda_, *next->second, one->second, one->first + 1, next->first - 1));
        return true;
    }

    void find_doubled() {
        std::map<std::pair<std::int64_t, std::string>, Pointers> same;
        for (const auto* entry : placed_) {
            auto& others = same[{entry->number.first, entry->number.part}];
            if (others.empty() || !(may_share(*others.front(), *entry) || may_share(*others.back(), *entry)))
                others.push_back(entry);
        }
        for (const auto& [number, entries] : same)
            if (entries.size() > 1) drafts_.push_back(doubled(agenda_, entries));
    }

    /// On one timeline where the series runs on several at once; the first slot of each number counts.
    void find_disorder() {
        std::map<Place, Pointers> lines;
        std::set<std::int64_t> seen;
        bool parallel = false;
        auto latest = time::Instant::min();
        for (const auto* entry : placed_) {
            parallel = parallel || entry->slot->when->start < latest;
            latest = std::max(latest, entry->slot->when->end);
        }
        for (const auto* entry : placed_)
            if (seen.insert(entry->number.first).second)
                lines[parallel ? line_of(*entry->slot) : Place{}].push_back(entry);
        for (const auto& [place, line] : lines) find_disorder(line);
    }

    /// Those outside the longest part of the line that is in order, unless they are most of it.
    void find_disorder(const Pointers& line) {
        const auto kept = longest_in_order(
            line.size(), [&](std::size_t a, std::size_t b) { return line[a]->number.first < line[b]->number.first; });
        if (2 * kept.size() < line.size()) return;
        std::size_t next = 0; // of kept: the first that does not stand before the entry
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (next < kept.size() && kept[next] == i) {
                ++next;
                continue;
            }
            const auto* before = next > 0 ? line[kept[next - 1]] : nullptr;
            if (before && before->number.first > line[i]->number.first)
                drafts_.push_back(disordered(agenda_, *line[i], *before, "after"));
            else if (next < kept.size())
                drafts_.push_back(disordered(agenda_, *line[i], *line[kept[next]], "before"));
        }
    }

    const Agenda& agenda_;
    finding::Drafts& drafts_;
    std::map<std::int64_t, const Entry*> holders_;
    Pointers placed_;
};

} // namespace

void check_slots(const Agenda& agenda, const Entries& entries, bool restarts_daily, finding::Drafts& drafts) {
    if (!entries.empty()) SlotSeries{agenda, entries, drafts}.check(restarts_daily);
}

void check_days(const Agenda& agenda, Entries entries, finding::Drafts& drafts) {
    std::optional<time::Date> opening;
    const auto open = [&](time::Date date) {
        if (date.ok()) opening = std::min(opening.value_or(date), date);
    };
    for (const auto& date : agenda.event.dates) open(date);
    for (const auto& day : agenda.days) open(day.date);
    std::erase_if(entries, [](const Entry& entry) { return !entry.date.ok(); });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.date < b.date; });
    std::set<std::int64_t> numbers;
    for (const auto& entry : entries) numbers.insert({entry.number.first, entry.number.last});
    const Entry* before = nullptr;
    for (const auto& entry : entries) {
        const auto number = entry.number.first;
        const auto passed =
            (std::chrono::sys_days{entry.date} - std::chrono::sys_days{before ? before->date : *opening}).count() +
            (before ? 0 : 1);
        const auto last = before ? before->number.last : 0;
        if (before && passed == 0) continue;
        if (before && number < last)
            drafts.push_back(disordered(agenda, entry, *before, "after"));
        else if (before && number == last)
            drafts.push_back(doubled(agenda, {before, &entry}));
        else if (number > last + passed && !numbers.contains(number - 1))
            drafts.push_back(missing(agenda, entry, before, last + 1, number - 1));
        before = &entry;
    }
}

} // namespace agenda::checks
