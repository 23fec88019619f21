// SPDX-License-Identifier: MIT
// iCalendar (RFC 5545). Times are local, with the zone's offsets beside them; those of a floating agenda float.
// DTSTAMP, which is to say when an entry was made, is the beginning of the event's first date in UTC: there is no clock
// in it, so that the same agenda gives the same bytes. Nobody's address is known, and none is made up: attendees are
// `invalid:nomail`, with their names. X-AGENDA-LINT-ID and -DAY are the slot's id, and its day where that is not the
// date of its start, or it starts before six: whoever imports the calendar has both again.
#include "export/export.hpp"
#include "export/ics_zone.hpp"
#include "export/ids.hpp"
#include <array>

namespace agenda::exporting {
namespace {

using std::chrono::days;

/// What starts before it would else be of the evening before, for whoever reads it.
constexpr time::Clock day_change{time::minutes{6 * 60}}, last_minute{time::minutes{24 * 60 - 1}};

/// A value of type TEXT.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : clean(text)) {
        if (c == '\\' || c == ';' || c == ',') result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result;
}

/// A value of a parameter, in quotes (RFC 6868).
std::string in_quotes(std::string_view text) {
    std::string result{'"'};
    for (const char c : clean(text)) switch (c) {
        case '^': result += "^^"; break;
        case '\n': result += "^n"; break;
        case '"': result += "^'"; break;
        default: result += c;
        }
    return result + '"';
}

/// "20260601T090000".
std::string stamp(time::LocalTime time) {
    const auto midnight = std::chrono::floor<days>(time);
    std::string result;
    for (const char c : time::format_date(time::Date{midnight}))
        if (c != '-') result += c;
    const std::chrono::hh_mm_ss<std::chrono::seconds> clock{time - midnight};
    const auto two = [&](auto number) {
        const auto digits = std::to_string(number);
        result += digits.size() < 2 ? "0" + digits : digits;
    };
    result += 'T';
    two(clock.hours().count());
    two(clock.minutes().count());
    two(clock.seconds().count());
    return result;
}

/// "+0200", with seconds where there are some.
std::string offset_text(std::chrono::seconds offset) {
    const auto clock = stamp(time::LocalTime{offset < offset.zero() ? -offset : offset}).substr(9);
    return (offset < offset.zero() ? "-" : "+") + (clock.ends_with("00") ? clock.substr(0, 4) : clock);
}

class IcsWriter {
public:
    IcsWriter(const Programme& programme, std::ostream& out)
        : programme_(programme), agenda_(programme.agenda), out_(out), uuids_(agenda_) {
        const auto name = agenda_.zone ? agenda_.zone->name() : std::string_view{};
        utc_ = name == "UTC" || name == "Etc/UTC";
        const auto& dates = agenda_.event.dates;
        if (!dates.empty() && dates.front().ok())
            made_ = stamp(time::at(dates.front(), {})) + "Z";
        else if (agenda_.first_date)
            made_ = stamp(time::at(*agenda_.first_date, {})) + "Z";
        else if (!programme.entries.empty())
            made_ = stamp(time::LocalTime{programme.entries.front().start.time_since_epoch()}) + "Z";
    }

    void write() {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//agenda-lint//agenda-lint//EN");
        if (!agenda_.event.title.empty()) line("X-WR-CALNAME", escaped(agenda_.event.title));
        if (agenda_.zone) line("X-WR-TIMEZONE", agenda_.zone->name());
        if (agenda_.zone && !utc_ && !programme_.entries.empty()) zone();
        for (const auto& entry : programme_.entries) event(entry);
        line("END", "VCALENDAR");
    }

private:
    void zone() {
        line("BEGIN", "VTIMEZONE");
        line("TZID", agenda_.zone->name());
        for (const auto& one : observances(programme_)) {
            const auto* sort = one.daylight ? "DAYLIGHT" : "STANDARD";
            line("BEGIN", sort);
            line("DTSTART", stamp(one.onset));
            line("TZOFFSETFROM", offset_text(one.from));
            line("TZOFFSETTO", offset_text(one.to));
            line("END", sort);
        }
        line("END", "VTIMEZONE");
    }

    void event(const Entry& entry) {
        const auto& slot = agenda_.slots[entry.slot];
        line("BEGIN", "VEVENT");
        line("UID", uuids_.of("slot", entry.key));
        line("X-AGENDA-LINT-ID", escaped(slot.id));
        const auto& day = agenda_.days[slot.day].date;
        if (const auto clock = clock_at(agenda_, day, entry.start); clock < day_change || clock > last_minute)
            line("X-AGENDA-LINT-DAY", time::format_date(day));
        line("DTSTAMP", made_);
        when("DTSTART", entry.start);
        if (entry.end) when("DTEND", *entry.end);
        line("SUMMARY", escaped(title_of(slot)));
        if (const auto room = room_of(agenda_, slot); !room.empty()) line("LOCATION", escaped(room));
        if (!slot.description.empty()) line("DESCRIPTION", escaped(slot.description));
        auto categories = escaped(slot.kind); // the first, so that no tag is taken for it
        for (const auto& tag : slot.tags) categories += (categories.empty() ? "" : ",") + escaped(tag);
        if (!categories.empty()) line("CATEGORIES", categories);
        static constexpr std::array<std::string_view, 3> statuses{"CONFIRMED", "TENTATIVE", "CANCELLED"};
        line("STATUS", statuses[static_cast<std::size_t>(slot.status)]);
        for (const auto& one : people_of(slot)) {
            const auto* role = one.role == Role::speaker ? "REQ-PARTICIPANT" : "CHAIR";
            line("ATTENDEE;CN=" + in_quotes(called(agenda_.people[one.person])) + ";ROLE=" + role, "invalid:nomail");
        }
        line("END", "VEVENT");
    }

    /// The second of two times that the clock shows alike can be said in UTC only: a local time means the first.
    void when(const std::string& name, time::Instant instant) {
        const auto shown = local(agenda_, instant);
        if (agenda_.floating()) return line(name, stamp(shown));
        if (utc_ || time::instant_of(resolve(agenda_, shown)) != instant)
            return line(name, stamp(time::LocalTime{instant.time_since_epoch()}) + "Z");
        line(name + ";TZID=" + std::string{agenda_.zone->name()}, stamp(shown));
    }

    /// Folded: 75 bytes a line at most, and no character in two.
    void line(std::string_view name, std::string_view value) {
        const auto whole = std::string{name} + ":" + std::string{value};
        std::string_view rest = whole;
        for (std::size_t most = 75; rest.size() > most; most = 74) {
            auto end = most;
            while (end > 1 && (static_cast<unsigned char>(rest[end]) & 0xC0U) == 0x80U) --end;
            out_ << rest.substr(0, end) << "\r\n ";
            rest.remove_prefix(end);
        }
        out_ << rest << "\r\n";
    }

    const Programme& programme_;
    const Agenda& agenda_;
    std::ostream& out_;
    Uuids uuids_;
    bool utc_ = false;
    std::string made_;
};

} // namespace

void write_ics(const Programme& programme, std::ostream& out) { IcsWriter{programme, out}.write(); }

} // namespace agenda::exporting
