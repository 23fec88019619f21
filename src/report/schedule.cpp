// SPDX-License-Identifier: MIT
#include "report/schedule.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

namespace agenda::report {
namespace {

using nlohmann::ordered_json;
using source::Unit;

std::string padded(const std::string& text, std::size_t width) {
    const auto shown = source::width(text, Unit::cells);
    return text + std::string(shown < width ? width - shown : 0, ' ');
}

std::string utc_time(time::Instant instant) {
    return time::format_local(time::LocalTime{instant.time_since_epoch()}) + "Z";
}

/// The columns of a slot's row: id, local time, minutes, UTC, kind, name, place, people.
std::vector<std::string> row_of(const Agenda& agenda, const Slot& slot) {
    std::vector<std::string> people;
    for (const auto& appearance : slot.people) people.push_back(person_text(agenda, appearance));
    const auto minutes =
        slot.when ? fmt::format("{} min", time::whole_minutes(slot.when->length()).count()) : std::string{"-"};
    const auto utc = slot.when && !agenda.floating()
                         ? utc_time(slot.when->start) + "/" + utc_time(slot.when->end).substr(11)
                         : std::string{"-"};
    auto kind = slot.kind.empty() ? std::string{"-"} : slot.kind;
    if (slot.optional) kind += ", optional";
    if (slot.cancelled) kind += ", cancelled";
    return {source::visible(time_text(slot)),
            minutes,
            utc,
            source::visible(kind),
            source::visible(called(slot)),
            source::visible(called(agenda, place_of(agenda, slot))),
            source::visible(fmt::format("{}", fmt::join(people, ", ")))};
}

ordered_json person_json(const Agenda& agenda, const Appearance& appearance) {
    ordered_json result{{"person", agenda.people[appearance.person].id}, {"role", name_of(appearance.role)}};
    const auto stage = appearance.on_stage();
    result["on_stage"] = stage ? ordered_json(agenda.people[*stage].id) : ordered_json();
    if (appearance.item) result["item"] = *appearance.item;
    if (appearance.joint) result["joint"] = *appearance.joint;
    return result;
}

ordered_json slot_json(const Agenda& agenda, const Slot& slot) {
    const auto date = agenda.days[slot.day].date;
    const auto text = [](const auto& value, auto format) {
        return value ? ordered_json(format(*value)) : ordered_json();
    };
    const auto wall = [&](time::Clock clock) {
        return date.ok() ? time::format_local(time::at(date, clock)) : time::format_clock(clock);
    };
    ordered_json result{{"id", slot.id}, {"day", date.ok() ? ordered_json(time::format_date(date)) : ordered_json()}};
    result["start"] = text(slot.start, wall);
    result["end"] = slot.clock ? ordered_json(wall(slot.clock->end)) : ordered_json();
    const bool zoned = slot.when && !agenda.floating();
    result["utc"] =
        zoned ? ordered_json{{"start", utc_time(slot.when->start)}, {"end", utc_time(slot.when->end)}} : ordered_json();
    result["minutes"] = slot.when ? ordered_json(time::whole_minutes(slot.when->length()).count()) : ordered_json();
    result["kind"] = slot.kind.empty() ? ordered_json() : ordered_json(slot.kind);
    result["number"] = slot.number.value;
    result["title"] = slot.title.value;
    result["place"] = called(agenda, place_of(agenda, slot));
    result["optional"] = slot.optional;
    result["cancelled"] = slot.cancelled;
    result["people"] = ordered_json::array();
    for (const auto& appearance : slot.people) result["people"].push_back(person_json(agenda, appearance));
    result["items"] = ordered_json::array();
    for (const auto& item : slot.items)
        result["items"].push_back({{"title", item.title},
                                   {"start", item.clock ? ordered_json(wall(item.clock->start)) : ordered_json()},
                                   {"end", item.clock ? ordered_json(wall(item.clock->end)) : ordered_json()}});
    return result;
}

} // namespace

std::string title_text(const Slot& slot) {
    const auto& number = slot.number.value;
    const auto& title = slot.title.value;
    if (source::is_blank(number)) return source::is_blank(title) ? slot.id : title;
    return source::is_blank(title) ? number : number + ": " + title;
}

std::string place_text(const Agenda& agenda, Place place) {
    switch (place.sort) {
    case Place::Sort::room: return called(agenda.rooms[RoomIndex{place.index}]);
    case Place::Sort::track: return called(agenda.tracks[TrackIndex{place.index}]);
    case Place::Sort::plenary: break;
    }
    return "plenary";
}

std::string person_text(const Agenda& agenda, const Appearance& appearance) {
    auto text = called(agenda.people[appearance.person]);
    if (appearance.role != Role::speaker) text += fmt::format(" ({})", name_of(appearance.role));
    if (appearance.delivered_by)
        text += fmt::format(" (delivered by {})", called(agenda.people[*appearance.delivered_by]));
    if (appearance.withdrawn) text += " (withdrawn)";
    return text;
}

std::string time_text(const Slot& slot) {
    if (slot.clock) return time::format_range(*slot.clock);
    return slot.start ? time::format_clock(*slot.start) + "-?" : "?";
}

void write_schedule_table(const Agenda& agenda, std::ostream& out) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& slot : agenda.slots) rows.push_back(row_of(agenda, slot));
    std::vector<std::size_t> widths(8, 0);
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], std::min<std::size_t>(40, source::width(row[i], Unit::cells)));
    fmt::print(out, "{}\n",
               agenda.zone ? fmt::format("time zone {}", agenda.zone->name())
                           : "no time zone: times as the clock on the wall shows them");
    for (const auto& day : agenda.days) {
        fmt::print(out, "\n{}{}{}\n",
                   day.date.ok() ? fmt::format("{} {}", time::format_date(day.date), time::weekday_name(day.date))
                                 : "a day without a date",
                   day.label.empty() ? "" : "  ", source::visible(day.label));
        for (const auto index : day.slots) {
            const auto& row = rows[static_cast<std::size_t>(index)];
            std::string line = " ";
            for (std::size_t i = 0; i < row.size(); ++i)
                line += " " + padded(row[i], widths[i]) + (i + 1 < row.size() ? " " : "");
            line.erase(line.find_last_not_of(' ') + 1);
            fmt::print(out, "{}\n", line);
        }
    }
}

void write_schedule_json(const Agenda& agenda, std::ostream& out) {
    ordered_json result{{"schema", "agenda-lint/schedule/1"},
                        {"title", agenda.event.title},
                        {"timezone", agenda.zone ? ordered_json(agenda.zone->name()) : ordered_json()},
                        {"slots", ordered_json::array()}};
    for (const auto& slot : agenda.slots) result["slots"].push_back(slot_json(agenda, slot));
    out << result.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

} // namespace agenda::report
