// SPDX-License-Identifier: MIT
// What the schedules of conference systems have in common, whatever they are written in, and how it becomes an agenda:
// the tables and keys of an agenda's TOML, each value with its place in the schedule.
#pragma once
#include "load/formats/formats.hpp"
#include "source/node.hpp"
#include "time/zone.hpp"
#include <map>
#include <set>

namespace agenda::load::formats {

/// Before four in the morning it is still the evening before, where a schedule does not say when its days change.
inline constexpr time::minutes usual_day_change{4 * 60};

/// A text and its place; empty where the schedule does not say it.
struct Field {
    std::string text;
    Span at;
    bool empty() const { return text.empty(); }
};

struct ScheduledPerson {
    Field id, name, org;
    std::string_view role = "speakers"; ///< the slot's key: speakers, moderators or chair
};

struct ScheduledEvent {
    Span at;
    bool in_nameless_room = false; ///< the schedule has a room for it that has no name
    Field id, title, subtitle, room, track, type, language, description;
    Field start;    ///< "10:30": local time
    Field end;      ///< the same, up to "29:59" for the morning after; with it, `duration` is not looked at
    Field date;     ///< ISO 8601, with or without an offset: tells on which calendar date the start lies
    Field duration; ///< "00:45"
    std::vector<ScheduledPerson> people;
    Field kind;                                       ///< of a slot; with it, `type` is not looked at
    Field strand;                                     ///< the slot's track: what runs beside something else on purpose
    std::vector<Field> tags, languages;               ///< beside `track` and `language`
    std::vector<std::pair<std::string, Field>> extra; ///< the user's own keys, each beginning with "x-"
    Field status;                                     ///< of a slot: confirmed, tentative or cancelled
    Field note;
    std::string part_of, repeat_of; ///< ids of other events, as `understand` has found them
};

struct ScheduledDay {
    Span at;
    Field date;
    Field start, end; ///< ISO 8601: when the day's programme begins and ends
    std::vector<ScheduledEvent> events;
};

struct Schedule {
    Span at;
    Field title, subtitle, venue, city, start, end, timezone;
    Field day_change; ///< "09:00:00": a start before it is of the night after
    std::vector<ScheduledDay> days;
    std::vector<std::string> areas; ///< rooms that hold many things at once, as `understand` has found them
    bool own = false; ///< this tool wrote it: a type is a kind, the room "Plenary" is none, descriptions have no markup
};

/// What people who read a schedule see and the schedule does not say: puts an event that is filed under another day
/// than its date says to its own (`wrong-day`), tells of a date whose offset is unlike all others (`offset-mismatch`),
/// finds events that are listed inside a block of their room (`part_of`), relays of one event into a second room
/// (`repeat_of`), and rooms that are areas (`area-assumed`, once a room). O(n log n).
std::vector<Remark> understand(Schedule& schedule);

/// Until when in the morning it is still the programme of the day before: as the schedule says, and never after six,
/// where the clock of a day's programme ends.
time::minutes day_change_of(const Schedule& schedule);

/// The zone that the schedule names; nothing for none, and for one that is not known.
std::optional<time::Zone> zone_of(const Schedule& schedule);

/// Reads what `understand` leaves of a schedule. Values that cannot be understood are passed on as they are: the loader
/// then tells so at their place. People are declared once, by their ids, else by their names; the type of an event
/// becomes a kind where there is such a one; a track becomes a tag, since it is a topic and no place. Markup in
/// descriptions is taken out.
source::Node agenda_of(const Schedule& schedule);

/// Events by their dates, for a format that has no days: in the order of the dates, and of the text within each. What
/// begins before four in the morning is of the evening before, where something begins at eight that evening or later.
/// An event without a date that can be read is of the last day before it in the text that has one.
std::vector<ScheduledDay> days_of(std::vector<ScheduledEvent> events);

/// Gives each key once: of two "a" the second is "a-2", or "a-3" where that is another's.
class DistinctKeys {
public:
    std::string distinct(const std::string& key);

private:
    std::set<std::string> taken_;
    std::map<std::string, int> last_; ///< the number given last
};

/// The slot's key for a role of a person: "chair", "moderators"; "speakers" for any other word.
std::string_view role_of(std::string_view role);

/// A status as systems call it ("canceled", "CANCELLED", "tentative") as one of a slot; empty for any other, which is
/// no fault: systems have many ("accepted", "published").
Field status_of(Field status);

/// "00:45", "1:30", "01:30:00", "45": in minutes. Nothing for any other text.
std::optional<time::minutes> duration_of(std::string_view text);

/// Hours and minutes of "10:30" or "10:30:00"; hours may be above 23. Nothing for any other text.
std::optional<time::minutes> minutes_of(std::string_view text);

/// "2019-08-21T10:30:00+02:00", or less of it from the right: what a schedule says of when something is.
struct DateStamp {
    time::Date date{};
    std::optional<time::minutes> clock;  ///< since midnight
    std::optional<time::minutes> offset; ///< from UTC, positive to the east
};
/// Nothing where no date can be read.
std::optional<DateStamp> stamp_of(std::string_view text);

/// By how many days after `day` the start lies, from the event's date: one with an offset or in UTC beside a local
/// start is understood. Without a date, a start before `change` is of the next day.
int days_after(time::Date day, std::string_view start, std::string_view date, time::minutes change);

} // namespace agenda::load::formats
