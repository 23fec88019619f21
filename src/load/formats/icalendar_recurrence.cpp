// SPDX-License-Identifier: MIT
#include "load/formats/icalendar_recurrence.hpp"
#include <algorithm>

namespace agenda::load::formats {
namespace {

using std::chrono::days;
using std::chrono::floor;
using time::Instant;
using time::LocalTime;

constexpr std::size_t most_occurrences = 1000;       // of a rule
constexpr std::size_t most_bytes = 64 * 1024 * 1024; // of what stands in them all, each counted as often as it occurs,
constexpr std::size_t bytes_each = 500;              // and what each takes besides
constexpr std::size_t most_rules = 200;              // of a file, since each may take long,
constexpr std::size_t most_fruitless = 5;            // and of those that come to nothing, which take longest

} // namespace

void Recurrence::replace(const std::vector<Readable>& events, const CalendarZone* home) {
    home_ = home;
    for (const auto& one : events)
        if (const auto replaced = stamps_.moment(one.event->replaces))
            replaced_[one.event->uid.text].insert({replaced->date_only, replaced->on(home_)});
}

bool Recurrence::is_endless(const Occasion& event) {
    return std::any_of(event.rules.begin(), event.rules.end(), [](const Field& text) {
        const auto rule = ical::Rule::read(text.text);
        return rule && rule->endless();
    });
}

LocalTime Recurrence::on_home(const Moment& of, LocalTime local) const {
    return Moment{local, of.zone, of.date_only}.on(home_);
}

void Recurrence::unreadable_rule(const Occasion& event, const Field& rule, std::string_view reason) {
    reading_.remarks.push_back(
        {"time-unparsable", event.slot.at, rule.at, {{"what", rule.text}, {"reason", std::string{reason}}}, {}});
}

std::vector<LocalTime> Recurrence::starts(const Readable& one, std::optional<std::chrono::local_days> until,
                                          std::size_t room) {
    const auto& event = *one.event;
    std::set<LocalTime> all{one.start.local};
    for (const auto& rule : event.rules)
        for (const auto start : repeated(one, rule, until)) all.insert(start);
    for (auto stamp : event.also) {
        stamp.value.text.resize(std::min(stamp.value.text.find('/'), stamp.value.text.size())); // of a period
        if (const auto also = stamps_.moment(stamp))
            all.insert(also->date_only ? also->local + (one.start.local - floor<days>(one.start.local))
                                       : also->on(one.start.zone));
    }
    const auto drop = [&](const Moment& out) {
        if (!out.date_only) all.erase(out.on(one.start.zone));
        if (out.date_only) all.erase(all.lower_bound(out.local), all.lower_bound(out.local + days{1}));
    };
    for (const auto& stamp : event.except)
        if (const auto except = stamps_.moment(stamp)) drop(*except);
    const auto replaced = replaced_.find(event.uid.text);
    if (replaced != replaced_.end() && !event.uid.empty() && event.replaces.value.empty())
        std::erase_if(all, [&](LocalTime start) {
            const auto& by = replaced->second;
            return by.contains({false, on_home(one.start, start)}) || by.contains({true, floor<days>(start)});
        });
    return affordable(one, {all.begin(), all.end()}, room);
}

std::vector<LocalTime> Recurrence::repeated(const Readable& one, const Field& text,
                                            std::optional<std::chrono::local_days> until) {
    const auto& event = *one.event;
    if (!ical::is_there()) {
        stamps_.needs_library(text.at);
        return {};
    }
    const auto rule = ical::Rule::read(text.text);
    if (!rule) unreadable_rule(event, text, "it is no rule of days, weeks, months or years; only its first is read");
    if (!rule) return {};
    if (++rules_ > most_rules || fruitless_ > most_fruitless) {
        unreadable_rule(event, text, "there are too many rules; only its first is read");
        return {};
    }
    const auto local = [&](Instant instant) {
        return one.start.zone ? one.start.zone->local(instant) : LocalTime{instant.time_since_epoch()};
    };
    // A day more, since its zone may be behind or ahead.
    const auto last = until ? std::optional<LocalTime>{*until + days{2}} : std::nullopt;
    auto found = rule->from(one.start.local, local, last, most_occurrences);
    if (found.starts.empty()) {
        ++fruitless_;
        unreadable_rule(event, text, "no date fulfils it; only its first is read");
        return {};
    }
    if (until)
        std::erase_if(found.starts, [&](LocalTime start) { return floor<days>(on_home(one.start, start)) > *until; });
    if ((found.cut || until) && !found.starts.empty()) cut(event, text, found.starts, until && rule->endless());
    return std::move(found.starts);
}

void Recurrence::cut(const Occasion& event, const Field& rule, const std::vector<LocalTime>& starts, bool endless) {
    reading_.remarks.push_back(
        {"recurrence-cut",
         event.slot.at,
         rule.at,
         {{"what", event.slot.title.empty() ? rule.text : event.slot.title.text},
          {"reason", (endless ? "repeats without end: " : "repeats more than 1,000 times: ") +
                         (starts.size() == 1 ? std::string{"its first occurrence is read"}
                                             : std::to_string(starts.size()) + " of its occurrences are read")},
          {"date", date_of(starts.back())}},
         {}});
}

/// All, or the first alone where there is no room for all.
std::vector<LocalTime> Recurrence::affordable(const Readable& one, std::vector<LocalTime> starts, std::size_t room) {
    const auto& slot = one.event->slot;
    std::size_t each = bytes_each + slot.title.text.size() + slot.description.text.size() + slot.note.text.size();
    for (const auto& person : slot.people) each += bytes_each + person.name.text.size();
    for (const auto& tag : slot.tags) each += bytes_each + tag.text.size();
    if (starts.size() < 2) return starts;
    if (starts.size() <= room && starts.size() * each <= most_bytes - bytes_) {
        bytes_ += starts.size() * each;
        return starts;
    }
    const auto& text = one.event->rules.empty() ? one.event->start.value : one.event->rules.front();
    unreadable_rule(*one.event, text, "all that repeats is too much; only its first is read");
    starts.resize(1);
    return starts;
}

} // namespace agenda::load::formats
