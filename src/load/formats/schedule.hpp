// SPDX-License-Identifier: MIT
// What the schedules of conference systems have in common, whatever they are written in, and how it becomes an agenda:
// the tables and keys of an agenda's TOML, each value with its place in the schedule.
#pragma once
#include "load/formats/formats.hpp"
#include "time/zone.hpp"
#include <unordered_map>
#include <unordered_set>

namespace agenda::load::formats {

/// Before four in the morning it is still the evening before, where a schedule does not say when its days change.
inline constexpr time::minutes usual_day_change{4 * 60};

/// What is read of one file, of what repeats each time: a hundred times what a large conference has, and what still is
/// checked in seconds.
inline constexpr std::size_t most_events = 100'000;
inline source::SyntaxError too_many_events(Span at) {
    return {"there are more than 100,000 events; the rest is not read", at};
}

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
    Field id, number, title, subtitle, room, track, type, language, description;
    Field start;    ///< "10:30": local time
    Field end;      ///< the same, up to "29:59" for the morning after; with it, `duration` is not looked at
    Field day;      ///< ISO 8601: the day whose programme it is in; empty where the schedule does not say it; beside no
                    ///< date any text, the same for what is of one day
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

/// What a schedule's descriptions are: markup, of which the text counts; a text that may have tags in it, whose lines
/// are its author's; or a text and nothing else.
enum class Descriptions { markup, lines, text };

struct Schedule {
    Span at;
    Field title, subtitle, venue, city, start, end, timezone;
    Field day_change; ///< "09:00:00": a start before it is of the night after
    std::vector<ScheduledDay> days;
    std::vector<std::string> areas; ///< rooms that hold many things at once, as `understand` has found them
    Descriptions descriptions = Descriptions::markup;
    bool own = false;         ///< this tool wrote it: a type is a kind as it is
    std::string_view no_room; ///< the room of what has none; empty where nothing needs one
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

/// Takes people that share an id for two where both have full names, of two words at least and in one script, that
/// share no word, and tells each such name once (`format-fault`): one of the two has a wrong id. Of "Sam Poe" and "S.
/// Poe" the first name counts; an address is no name.
std::vector<Remark> tell_people_apart(Schedule& schedule);

/// Makes a note without a time of what an agenda cannot place; the text is added to its note.
void become_note(ScheduledEvent& event, const std::string& text);

/// An agenda can say the first of two times alone that the clock shows alike. Makes a note of an event that begins at
/// the second one and whose end does not say so, and tells it (`dst-transition`).
Remark second_of_two(ScheduledEvent& event, const time::Zone& zone, time::Instant start,
                     std::optional<time::Instant> end);

/// Reads what `understand` leaves of a schedule. Values that cannot be understood are passed on as they are: the loader
/// then tells so at their place. People are declared once, by their ids, else by their names; the type of an event
/// becomes a kind where there is such a one; a track becomes a tag, since it is a topic and no place. An end that the
/// clock of the day's programme cannot say, since it is too late or the clock is put back before it, becomes a
/// duration.
source::Tree agenda_of(const Schedule& schedule, const source::Text& text);

/// Events by their dates, for a format that has no days: in the order of the dates, and of the text within each. What
/// begins before four in the morning is of the evening before, where something begins at eight that evening or later.
/// An event without a date that can be read is of the last day before it in the text; one that says its day is of that,
/// where the clock of the day's programme goes on until it begins. Events without a date that say one day are of a day
/// without a date, behind all others.
std::vector<ScheduledDay> days_of(std::vector<ScheduledEvent> events);

/// Gives each key once: of two "a" the second is "a-2", or "a-3" where that is another's.
class DistinctKeys {
public:
    std::string distinct(const std::string& key);

private:
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, int> last_; ///< the number given last
};

/// The text that markup shows: without tags, and with each run of blanks as one; with `lines` the lines stay, each
/// without blanks at its ends.
std::string plain(std::string_view markup, bool lines = false);

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
