// SPDX-License-Identifier: MIT
#include "agenda/agenda.hpp"
#include "agenda/listed.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <unordered_set>

namespace agenda {

std::string_view name_of(Role role) {
    switch (role) {
    case Role::chair: return "chair";
    case Role::moderator: return "moderator";
    case Role::speaker: return "speaker";
    }
    return "";
}

std::string_view name_of(PersonStatus status) { return person_status_names[static_cast<std::size_t>(status)]; }
std::string_view name_of(SlotStatus status) { return slot_status_names[static_cast<std::size_t>(status)]; }
std::string_view name_of(Mode mode) { return mode_names[static_cast<std::size_t>(mode)]; }

namespace {

constexpr std::size_t longest_name = 60;

std::string cut(const std::string& title) {
    if (title.size() <= longest_name) return title;
    std::size_t characters = 0;
    std::size_t last_word = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(title[at]) & 0xC0U) != 0x80U;
        if (begins && ++characters > longest_name) return title.substr(0, last_word > at / 2 ? last_word : at) + "…";
        if (title[at] == ' ') last_word = at;
    }
    return title;
}

} // namespace

std::string called(const Slot& slot) {
    const auto& number = slot.number.value;
    const auto& title = slot.title.value;
    const bool untitled = source::is_blank(title);
    if (source::is_blank(number)) return untitled ? slot.id : cut(title);
    const bool says_what = number.find(' ') != std::string::npos; // "Session II"; "2" or "IV" alone does not
    return says_what || untitled ? cut(number) : cut(number + " " + title);
}

std::string called(const Person& person) { return person.name.empty() ? person.id : person.name; }
std::string called(const Room& room) { return room.name.empty() ? room.id : room.name; }
std::string called(const Track& track) { return track.name.empty() ? track.id : track.name; }
std::string called(const Day& day) { return day.date.ok() ? time::format_date(day.date) : std::string{"undated"}; }

std::string Agenda::about(DayIndex day) const { return "day:" + called(days[day]); }

time::Resolved resolve(const Agenda& agenda, time::LocalTime local) {
    if (agenda.zone) return agenda.zone->resolve(local);
    return time::Unique{time::Instant{local.time_since_epoch()}};
}

time::Instant instant_at(const Agenda& agenda, time::Date date, time::Clock clock) {
    return time::instant_of(resolve(agenda, time::at(date, clock)));
}

time::LocalTime local(const Agenda& agenda, time::Instant instant) {
    return agenda.zone ? agenda.zone->local(instant) : time::LocalTime{instant.time_since_epoch()};
}

time::Clock clock_at(const Agenda& agenda, time::Date date, time::Instant instant) {
    return time::clock_of(date, local(agenda, instant));
}

time::ClockRange clock_at(const Agenda& agenda, time::Date date, const time::Interval<time::Instant>& when) {
    return {clock_at(agenda, date, when.start), clock_at(agenda, date, when.end)};
}

std::vector<PersonIndex> on_stage(const Slot& slot, std::optional<Role> role) {
    std::vector<PersonIndex> result;
    std::unordered_set<std::uint32_t> seen; // where a search through the result would take longer
    const bool few = slot.people.size() <= 16;
    const auto is_new = [&](PersonIndex person) {
        return few ? !contains(result, person) : seen.insert(static_cast<std::uint32_t>(person)).second;
    };
    for (const auto& appearance : slot.people) {
        if (role && appearance.role != *role) continue;
        const auto person = appearance.on_stage();
        if (person && (is_new(*person) || appearance.unknown)) result.push_back(*person);
    }
    return result;
}

} // namespace agenda
