// SPDX-License-Identifier: MIT
#include "load/formats/schedule.hpp"
#include "load/formats/text.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace agenda::load::formats {
namespace {

using time::Date;
using time::minutes;

constexpr minutes late_evening{20 * 60}; // from then on a day's programme may well go on after midnight

/// Of "HH:MM" or "HH:MM:SS": how many numbers there are, and the first two.
struct Numbers {
    std::size_t count = 0;
    int first = 0, second = 0;
};
std::optional<Numbers> numbers(std::string_view text) {
    // "10:30", as nearly all are written, in one step.
    if (text.size() == 5 && is_digit(text[0]) && is_digit(text[1]) && text[2] == ':' && is_digit(text[3]) &&
        is_digit(text[4]))
        return Numbers{2, (text[0] - '0') * 10 + text[1] - '0', (text[3] - '0') * 10 + text[4] - '0'};
    constexpr int largest = 1'000'000; // whose minutes are a number still
    Numbers result;
    while (true) {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || number < 0 || number > largest) return std::nullopt;
        if (result.count < 2) (result.count == 0 ? result.first : result.second) = number;
        ++result.count;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return result;
        if (text.front() != ':') return std::nullopt;
        text.remove_prefix(1);
    }
}

/// "Z", "+02:00", "-0700".
std::optional<minutes> offset_in(std::string_view zone) {
    if (zone == "Z" || zone == "z") return minutes{0};
    if (zone.size() < 5 || (zone.front() != '+' && zone.front() != '-')) return std::nullopt;
    std::string clock{zone.substr(1)};
    if (clock.find(':') == std::string::npos) clock.insert(2, ":");
    const auto size = minutes_of(clock);
    if (!size || *size > minutes{14 * 60}) return std::nullopt;
    return zone.front() == '-' ? -*size : *size;
}

/// Whether a start on a date is on the clock of a day's programme.
bool on_clock(Date day, Date date, minutes start) {
    const auto since = std::chrono::sys_days{date} - std::chrono::sys_days{day} + start;
    return since >= minutes{0} && since <= time::last_clock.since_midnight;
}

} // namespace

std::optional<time::Zone> zone_of(const Schedule& schedule) {
    if (schedule.timezone.empty()) return std::nullopt;
    auto found = time::Zone::find(schedule.timezone.text);
    if (auto* zone = std::get_if<time::Zone>(&found)) return std::move(*zone);
    return std::nullopt;
}

minutes day_change_of(const Schedule& schedule) {
    constexpr minutes latest{6 * 60};
    return std::min(minutes_of(schedule.day_change.text).value_or(usual_day_change), latest);
}

std::optional<minutes> minutes_of(std::string_view text) {
    const auto parts = numbers(text);
    if (!parts || parts->count < 2 || parts->second > 59) return std::nullopt;
    return minutes{parts->first * 60 + parts->second};
}

std::optional<DateStamp> stamp_of(std::string_view text) {
    const auto date = time::parse_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    DateStamp result{*date, std::nullopt, std::nullopt};
    if (text.size() < 16) return result;
    result.clock = minutes_of(text.substr(11, 5));
    if (const auto zone = text.find_first_of("Zz+-", 16); zone != std::string_view::npos)
        result.offset = offset_in(text.substr(zone));
    return result;
}

std::optional<minutes> duration_of(std::string_view text) {
    const auto parts = numbers(text);
    if (!parts || parts->count > 3) return std::nullopt;
    if (parts->count == 1) return minutes{parts->first};
    if (parts->second > 59) return std::nullopt;
    return minutes{parts->first * 60 + parts->second};
}

int days_after(Date day, std::string_view start, std::string_view date, minutes change) {
    const auto clock = minutes_of(start);
    const auto stamp = stamp_of(date);
    if (!clock) return 0;
    if (!stamp) return *clock < change ? 1 : 0;
    const auto apart = (std::chrono::sys_days{stamp->date} - std::chrono::sys_days{day}).count();
    if (!stamp->clock || *stamp->clock == *clock || !stamp->offset) return static_cast<int>(apart);
    // The start lies at most half a day before the time in UTC, or fourteen hours after.
    const auto utc = minutes{apart * 24 * 60} + *stamp->clock - *stamp->offset;
    for (const int days : {0, 1, -1})
        if (const auto offset = *clock + std::chrono::days{days} - utc;
            offset >= minutes{-12 * 60} && offset <= minutes{14 * 60})
            return days;
    return static_cast<int>(apart);
}

std::vector<ScheduledDay> days_of(std::vector<ScheduledEvent> events) {
    std::map<std::string, ScheduledDay> days;
    const auto iso = [](Date date) { return time::format_date(date); };
    std::set<std::string> late; // dates with a programme that goes on until shortly before midnight
    std::string last;
    for (const auto& event : events)
        if (const auto start = minutes_of(event.start.text); start && *start >= late_evening)
            if (const auto date = time::parse_date(event.date.text.substr(0, 10))) late.insert(iso(*date));
    for (auto& event : events) {
        auto date = time::parse_date(event.date.text.substr(0, 10));
        const auto start = minutes_of(event.start.text);
        const auto said = time::parse_date(event.day.text);
        if (said && date && start && on_clock(*said, *date, *start)) {
            date = said;
        } else if (date && start && *start < usual_day_change) {
            const Date before = std::chrono::sys_days{*date} - std::chrono::days{1};
            if (late.contains(iso(before))) date = before;
        }
        if (date) last = iso(*date);
        if (!date && !event.day.empty()) last = "undated " + event.day.text; // behind all dates
        auto& day = days[last];
        if (day.events.empty()) {
            day.at = event.at;
            if (time::parse_date(last)) day.date = {last, event.date.at};
        }
        day.events.push_back(std::move(event));
    }
    std::vector<ScheduledDay> result;
    for (auto& [date, day] : days) result.push_back(std::move(day));
    return result;
}

void become_note(ScheduledEvent& event, const std::string& text) {
    const auto& at = event.date.empty() ? event.start.at : event.date.at;
    for (auto* kind : {&event.type, &event.kind})
        if (!kind->empty() && kind->text != "note") event.tags.insert(event.tags.begin(), *kind);
    event.kind = {};
    event.type = {"note", at};
    event.start = event.end = event.duration = {};
    if (text.empty()) return;
    event.note = {event.note.text + (event.note.empty() ? "" : "\n") + text, event.note.empty() ? at : event.note.at};
}

Remark second_of_two(ScheduledEvent& event, const time::Zone& zone, time::Instant start,
                     std::optional<time::Instant> end) {
    const auto shown = [&](time::Instant instant) {
        auto text = time::format_local(zone.local(instant));
        text[text.find('T')] = ' ';
        const auto offset = time::whole_minutes(zone.offset(instant));
        return text + (offset < minutes{0} ? "-" : "+") + time::format_clock({std::chrono::abs(offset)});
    };
    const auto local = zone.local(start);
    const auto clock = time::format_clock({time::whole_minutes(local - std::chrono::floor<std::chrono::days>(local))});
    const auto earlier = time::instant_of(zone.resolve(local));
    Remark remark{"dst-transition",
                  event.at,
                  event.start.at,
                  {{"what", clock},
                   {"change", std::string{"repeated"}},
                   {"zone", std::string{zone.name()}},
                   {"minutes", static_cast<std::int64_t>(time::whole_minutes(start - earlier).count())}},
                  "the second " + clock};
    become_note(event, shown(start) + (end ? " to " + shown(*end) : ""));
    return remark;
}

namespace {

/// How many bytes of text that stays as it is follow one that does, at least: no tag begins, and blanks are single
/// spaces. (A loop without a way out: it looks at many letters at once.)
std::size_t plain_run(std::string_view text) {
    constexpr std::size_t step = 32;
    std::size_t at = 0;
    for (; at + step < text.size(); at += step) {
        unsigned char other = 0;
        for (std::size_t i = at; i < at + step; ++i)
            other |= static_cast<unsigned char>((text[i] == '<') | (static_cast<unsigned char>(text[i]) < ' ') |
                                                ((text[i] == ' ') & (text[i + 1] == ' ')));
        if (other != 0) break;
    }
    return at;
}

} // namespace

std::string plain(std::string_view markup, bool lines) {
    const auto last = markup.rfind('>'); // without a tag's end behind it, a `<` is text
    const auto opens = [&](std::size_t at) {
        const auto next = at + 1 < markup.size() ? markup[at + 1] : ' ';
        return markup[at] == '<' && last != std::string_view::npos && at < last &&
               (next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
    };
    // Blanks that stay are as good as text; nearly all of a text is told by the first line.
    const auto is_text = [&](std::size_t at) {
        const char c = markup[at];
        if (static_cast<unsigned char>(c) > ' ' && c != '<') return true;
        if (c == '<') return !opens(at);
        return c == ' ' ? at > 0 && at + 1 < markup.size() && markup[at - 1] > ' ' && markup[at + 1] > ' ' &&
                              markup[at - 1] != '>' && markup[at + 1] != '<'
                        : !is_blank(c);
    };
    std::string result;
    result.reserve(markup.size());
    for (std::size_t at = 0; at < markup.size();) {
        if (is_text(at)) {
            auto end = at + plain_run(markup.substr(at));
            while (end < markup.size() && is_text(end)) ++end;
            result += markup.substr(at, end - at);
            at = end;
            if (at == markup.size()) break;
        }
        if (lines && markup[at] == '\n') {
            while (!result.empty() && result.back() == ' ') result.pop_back();
            if (!result.empty()) result += '\n';
        } else if (!result.empty() && result.back() != ' ' && result.back() != '\n') {
            result += ' ';
        }
        at = markup[at] == '<' ? markup.find('>', at) + 1 : at + 1;
    }
    while (!result.empty() && is_blank(result.back())) result.pop_back();
    return result;
}

std::string DistinctKeys::distinct(const std::string& key) {
    auto result = key;
    while (!taken_.insert(result).second) {
        auto& last = last_.try_emplace(key, 1).first->second;
        result = key + "-" + std::to_string(++last);
    }
    return result;
}

std::string_view role_of(std::string_view role) {
    if (role == "chair") return "chair";
    return role == "moderator" ? "moderators" : "speakers";
}

Field status_of(Field status) {
    std::string lower;
    for (const char c : status.text) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    if (lower == "canceled") lower = "cancelled";
    if (lower != "cancelled" && lower != "tentative") return {};
    return {lower, status.at};
}

} // namespace agenda::load::formats
