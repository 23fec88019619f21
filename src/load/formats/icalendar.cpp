// SPDX-License-Identifier: MIT
// iCalendar (RFC 5545): what stands between BEGIN:VEVENT and its END becomes an occasion; what those are in time, and
// which of them repeat, is icalendar_times.cpp's.
#include "load/formats/content_lines.hpp"
#include "load/formats/formats.hpp"
#include "load/formats/icalendar_times.hpp"
#include "load/formats/icalendar_versions.hpp"
#include "load/formats/kinds.hpp"
#include "load/formats/text.hpp"
#include <algorithm>
#include <charconv>

namespace agenda::load::formats {
namespace {

constexpr std::size_t most_errors = 100;
constexpr std::size_t deepest = 64;
constexpr std::size_t short_id = 40;

class CalendarReader {
public:
    explicit CalendarReader(const source::Text& text) : text_(text) {}

    Reading read() {
        schedule_.descriptions = Descriptions::lines;
        if (!is_icalendar(text_.bytes())) {
            error("this is no calendar: it does not begin with `BEGIN:VCALENDAR`", {});
        } else {
            if (const auto bad = source::first_invalid_utf8(text_.bytes()))
                error("this is not UTF-8", {static_cast<std::uint32_t>(*bad), 1});
            read_lines();
        }
        if (occasions_.empty() && reading_.errors.empty())
            error("this calendar has no event (`BEGIN:VEVENT`)", schedule_.at);
        remark(drop_superseded(occasions_, text_));
        place_occasions(occasions_, zones_, schedule_, reading_);
        remark(tell_people_apart(schedule_));
        if (errors_ > most_errors)
            reading_.errors.push_back(
                {"there are " + std::to_string(errors_ - most_errors) + " faults more", last_error_});
        reading_.tree = agenda_of(schedule_, text_);
        return std::move(reading_);
    }

private:
    struct Open {
        std::string name;
        Span at;
    };

    void error(std::string reason, Span at) {
        last_error_ = at;
        if (++errors_ <= most_errors) reading_.errors.push_back({std::move(reason), at});
    }

    void remark(std::vector<Remark> remarks) {
        for (auto& one : remarks) reading_.remarks.push_back(std::move(one));
    }

    bool within(std::string_view name) const { return !open_.empty() && open_.back().name == name; }

    void read_lines() {
        ContentLines lines{text_.bytes()};
        while (auto line = lines.next()) {
            if (!line->sound)
                error("this line has no `:` between a name and a value, and does not continue the line before it",
                      line->at);
            else if (line->name == "BEGIN")
                begin(*line);
            else if (line->name == "END")
                end(*line);
            else
                property(*line);
            if (open_.size() > deepest) return error("components are nested more than 64 deep", line->at);
            if (occasions_.size() > most_events) return error(too_many_events({}).reason, line->at);
        }
        while (!open_.empty()) close_unended();
    }

    static std::string component(const ContentLine& line) {
        std::string name;
        for (const char c : line.value)
            if (c != ' ' && c != '\t') name += static_cast<char>(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
        return name;
    }

    void begin(const ContentLine& line) {
        auto name = component(line);
        // Events stand in no event: the one before was not ended.
        if (name == "VEVENT" && within("VEVENT")) close_unended();
        if (name == "VCALENDAR" && schedule_.at.length == 0) schedule_.at = line.at;
        if (name == "VEVENT") occasions_.emplace_back().slot.at = line.at;
        if (name == "VTIMEZONE") zone_id_.clear(), zone_ = {};
        open_.push_back({std::move(name), line.at});
        zone_line(line);
    }

    void end(const ContentLine& line) {
        const auto name = component(line);
        const auto found =
            std::find_if(open_.rbegin(), open_.rend(), [&](const Open& one) { return one.name == name; });
        if (found == open_.rend()) return error("nothing that `END:" + name + "` could end was begun", line.at);
        while (open_.back().name != name) close_unended();
        zone_line(line);
        if (name == "VTIMEZONE") zones_.describe(zone_id_, std::move(zone_));
        open_.pop_back();
    }

    void close_unended() {
        error("`BEGIN:" + open_.back().name + "` has no `END:" + open_.back().name + "`", open_.back().at);
        open_.pop_back();
    }

    void property(const ContentLine& line) {
        if (within("VEVENT"))
            of_event(line, occasions_.back());
        else if (within("VCALENDAR"))
            of_calendar(line);
        else
            zone_line(line);
    }

    void of_calendar(const ContentLine& line) {
        if (line.name == "PRODID" && line.value.find("//agenda-lint//") != std::string::npos) {
            schedule_.descriptions = Descriptions::text;
            schedule_.own = true;
        }
        if (line.name == "X-WR-TIMEZONE" && schedule_.timezone.empty()) schedule_.timezone = text_of(line);
        if ((line.name == "X-WR-CALNAME" || line.name == "NAME") && schedule_.title.empty())
            schedule_.title = text_of(line);
    }

    /// A line of a VTIMEZONE, or of what is in one, is kept as it is.
    void zone_line(const ContentLine& line) {
        if (std::none_of(open_.begin(), open_.end(), [](const Open& one) { return one.name == "VTIMEZONE"; })) return;
        if (line.name == "TZID" && within("VTIMEZONE")) zone_id_ = text_of(line).text;
        if (line.name == "X-LIC-LOCATION" && within("VTIMEZONE")) zone_.location = text_of(line).text;
        if (line.name == "RRULE") {
            ++zone_.rules;
            // An hour in a yearly rule would be many a day.
            zone_.only_yearly = zone_.only_yearly && line.value.find("FREQ=YEARLY") != std::string::npos &&
                                line.value.find("BYHOUR") == std::string::npos &&
                                line.value.find("BYMINUTE") == std::string::npos &&
                                line.value.find("BYSECOND") == std::string::npos;
        }
        zone_.lines += line.name + ":" + line.value + "\r\n";
    }

    static Field trimmed(Field field) {
        field.text = source::scrubbed(formats::trimmed(field.text));
        return field;
    }
    static Field text_of(const ContentLine& line) { return trimmed(line.text()); }

    static Stamp stamp(const ContentLine& line, Field value) {
        return {trimmed(std::move(value)), trimmed(line.parameter("TZID"))};
    }

    void of_event(const ContentLine& line, Occasion& event) {
        auto& slot = event.slot;
        if (line.name == "DTSTART")
            event.start = stamp(line, line.whole_value());
        else if (line.name == "DTEND")
            event.end = stamp(line, line.whole_value());
        else if (line.name == "DURATION")
            event.duration = text_of(line);
        else if (line.name == "X-MICROSOFT-CDO-ALLDAYEVENT")
            event.whole_day = text_of(line).text == "TRUE";
        else if (line.name == "RECURRENCE-ID")
            event.replaces = stamp(line, line.whole_value());
        else if (line.name == "RRULE")
            event.rules.push_back(trimmed(line.whole_value()));
        else if (line.name == "RDATE" || line.name == "EXDATE")
            for (auto& value : line.values())
                (line.name == "RDATE" ? event.also : event.except).push_back(stamp(line, std::move(value)));
        else if (line.name == "UID")
            identify(line, event);
        else if (line.name == "X-AGENDA-LINT-ID")
            slot.id = text_of(line);
        else if (line.name == "X-AGENDA-LINT-DAY")
            slot.day = text_of(line);
        else if (line.name == "SEQUENCE")
            event.sequence = number_of(text_of(line).text);
        else if (line.name == "DTSTAMP")
            event.made = text_of(line);
        else if (line.name == "SUMMARY")
            slot.title = text_of(line);
        else if (line.name == "LOCATION")
            slot.room = text_of(line);
        else if (line.name == "DESCRIPTION")
            slot.description = text_of(line);
        else if (line.name == "COMMENT")
            remark(line, slot.note);
        else if (line.name == "STATUS")
            slot.status = status_of(text_of(line));
        else if (line.name == "CATEGORIES")
            categorise(line, slot);
        else if (line.name == "ATTENDEE")
            attend(line, slot);
    }

    static void identify(const ContentLine& line, Occasion& event) {
        event.uid = text_of(line);
        if (event.uid.text.size() < short_id && event.slot.id.empty()) event.slot.id = event.uid;
    }

    /// Zero for what is no number.
    static std::int64_t number_of(std::string_view digits) {
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }

    void remark(const ContentLine& line, Field& note) {
        if (!note.empty()) note.text += '\n';
        note.text += text_of(line).text;
        note.at = line.value_at;
    }

    /// The first that names a kind is the kind, all others are tags.
    void categorise(const ContentLine& line, ScheduledEvent& slot) {
        for (auto& value : line.values()) {
            value.text = unescaped(value.text);
            value = trimmed(std::move(value));
            if (value.empty()) continue;
            const bool kind = schedule_.own ? is_standard_kind(value.text) : !kind_named(value.text).empty();
            if (slot.type.empty() && (value.text.starts_with("x-") || kind))
                slot.type = std::move(value);
            else
                slot.tags.push_back(std::move(value));
        }
    }

    static void attend(const ContentLine& line, ScheduledEvent& slot) {
        const auto is = [&](const char* parameter, std::string_view wanted) {
            return line.parameter(parameter).text == wanted;
        };
        if (is("ROLE", "NON-PARTICIPANT") || is("PARTSTAT", "DECLINED") || is("CUTYPE", "ROOM") ||
            is("CUTYPE", "RESOURCE"))
            return;
        auto address = trimmed(line.whole_value());
        for (auto& c : address.text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
        if (address.text == "invalid:nomail") address = {};
        auto name = trimmed(line.parameter("CN"));
        if (name.empty()) name = address;
        if (name.text.starts_with("mailto:")) name.text.erase(0, 7);
        if (name.empty()) return;
        ScheduledPerson person;
        person.id = std::move(address);
        person.name = std::move(name);
        if (is("ROLE", "CHAIR")) person.role = "chair";
        slot.people.push_back(std::move(person));
    }

    const source::Text& text_;
    Reading reading_;
    Schedule schedule_;
    CalendarZones zones_;
    std::vector<Open> open_;
    std::vector<Occasion> occasions_;
    std::string zone_id_; ///< of the VTIMEZONE that is open
    ZoneText zone_;
    std::size_t errors_ = 0;
    Span last_error_;
};

} // namespace

bool is_icalendar(std::string_view text) {
    text = beginning(text);
    constexpr std::string_view wanted = "BEGIN:VCALENDAR";
    return text.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b);
           });
}

Reading read_icalendar(const source::Text& text, const ReadAs&) { return CalendarReader{text}.read(); }

} // namespace agenda::load::formats
