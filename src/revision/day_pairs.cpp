// SPDX-License-Identifier: MIT
#include "revision/day_pairs.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>

namespace agenda::revision {

using time::Date;

std::string called(Date date) { return date.ok() ? time::format_date(date) : "undated"; }

DayPairs::DayPairs(const Collector& collector)
    : collector_(collector), before_(tables(collector.before.agenda)), after_(tables(collector.after.agenda)),
      gone_(collector.matches.dates) {
    for (const auto& [from, to] : gone_) come_.emplace(to, from);
}

DayPairs::Tables DayPairs::tables(const Agenda& agenda) {
    Tables result;
    for (const auto day : agenda.days.indices()) result[agenda.days[day].date].push_back(day);
    return result;
}

std::vector<Date> DayPairs::dates(const Tables& tables) {
    std::vector<Date> result;
    for (const auto& [date, days] : tables) result.push_back(date);
    return result;
}

std::optional<Date> DayPairs::find(const std::map<Date, Date>& dates, Date date) {
    const auto found = dates.find(date);
    return found == dates.end() ? std::nullopt : std::optional{found->second};
}

bool DayPairs::exchanged(Date date) const {
    const auto to = gone_to(date);
    return to && gone_to(*to) == date;
}

/// Of two days that change places the labels may have stayed: then it is their slots that went, and the days did not.
std::optional<Date> DayPairs::after(Date date) const {
    if (const auto to = gone_to(date)) return exchanged(date) && labels_stay(date, *to) ? date : *to;
    return after_.contains(date) && !come_from(date) ? std::optional{date} : std::nullopt;
}

std::optional<Date> DayPairs::before(Date date) const {
    if (const auto from = come_from(date)) return exchanged(date) && labels_stay(date, *from) ? date : *from;
    return before_.contains(date) && !gone_to(date) ? std::optional{date} : std::nullopt;
}

bool DayPairs::labels_stay(Date a, Date b) const {
    return edits(a, a).size() + edits(b, b).size() < edits(a, b).size() + edits(b, a).size();
}

/// Of each [[day]] table with the one at its place in the other revision.
std::vector<Edit> DayPairs::edits(std::optional<Date> from, std::optional<Date> to) const {
    static const std::vector<DayIndex> none;
    const auto& earlier = from ? before_.at(*from) : none;
    const auto& later = to ? after_.at(*to) : none;
    std::vector<Edit> result;
    for (std::size_t i = 0; i < std::max(earlier.size(), later.size()); ++i) {
        const auto* a = i < earlier.size() ? &collector_.before.agenda.days[earlier[i]] : nullptr;
        const auto* b = i < later.size() ? &collector_.after.agenda.days[later[i]] : nullptr;
        for (auto& edit : edits_between(day_keys(), collector_.before, a, collector_.after, b))
            result.push_back(std::move(edit));
    }
    return result;
}

Member DayPairs::member(std::optional<Date> from, std::optional<Date> to) const {
    Member member;
    if (from) {
        member.before_about = "day:" + called(*from);
        member.name = called(*from);
        member.before_at = collector_.before.agenda.days[before_.at(*from).front()].at;
    }
    if (to) {
        member.after_about = "day:" + called(*to);
        member.name = called(*to);
        member.after_at = collector_.after.agenda.days[after_.at(*to).front()].at;
    }
    return member;
}

std::string DayPairs::described(const Agenda& agenda, const Tables& tables, Date date) {
    for (const auto day : tables.at(date))
        if (const auto& label = agenda.days[day].label; !label.empty())
            return fmt::format("{} ({})", called(date), ticked(label));
    return called(date);
}

} // namespace agenda::revision
