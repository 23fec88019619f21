// SPDX-License-Identifier: MIT
// The programme of a devopsdays site: a page whose front matter, TOML between lines of `+++`, lists the programme. Its
// datetimes are edited by hand: for the parser each is put in quotes of the same length, and its text is read here.
#include "load/formats/formats.hpp"
#include "load/formats/kinds.hpp"
#include "load/formats/schedule.hpp"
#include "load/formats/text.hpp"
#include "source/toml_scan.hpp"
#include "time/interval.hpp"
#include <algorithm>
#include <array>
#include <map>

namespace agenda::load::formats {
namespace {

using source::Kind;
using source::Value;
using time::minutes;

constexpr std::string_view fence = "+++";

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool is_fence(std::string_view line) { return line.starts_with(fence) && source::is_blank(line.substr(fence.size())); }

/// What stands between the fences.
struct FrontMatter {
    std::size_t begin = 0, end = 0;
    bool opened = false, closed = false;
};

FrontMatter front_matter(std::string_view text) {
    FrontMatter result;
    std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    for (bool first = true; at < text.size(); first = false) {
        const auto end = std::min(text.find('\n', at), text.size());
        const bool fenced = is_fence(text.substr(at, end - at));
        if (first && !fenced) return {0, text.size(), false, false};
        if (first) result = {std::min(end + 1, text.size()), text.size(), true, false};
        if (!first && fenced) return {result.begin, at, true, true};
        at = end + 1;
    }
    return result;
}

/// A date and time as it is written, well or not.
struct WrittenMoment {
    std::string_view date, clock, offset; ///< "2017-09-27", "8:30:00", "-06:00"
};

WrittenMoment moment_parts(std::string_view text) {
    WrittenMoment result;
    const auto cut = std::min(text.find_first_of("Tt "), text.size());
    result.date = text.substr(0, cut);
    if (cut == text.size()) return result;
    const auto rest = text.substr(cut + 1);
    const auto zone = std::min(rest.find_first_of("Zz+-"), rest.size());
    result.clock = rest.substr(0, zone);
    result.offset = rest.substr(zone);
    return result;
}

bool like(std::string_view text, std::string_view pattern) {
    return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(),
                                                       [](char c, char p) { return p == '0' ? is_digit(c) : c == p; });
}

/// The time, up to 23:59; seconds are dropped. Also with an hour of one digit and without seconds.
std::optional<minutes> clock_of(std::string_view clock) {
    if (clock.size() > 1 && clock[1] == ':') return clock_of("0" + std::string{clock});
    if (const auto dot = clock.find('.'); dot != std::string_view::npos) clock = clock.substr(0, dot);
    if (!like(clock, "00:00:00") && !like(clock, "00:00")) return std::nullopt;
    const minutes result{(clock[0] - '0') * 600 + (clock[1] - '0') * 60 + (clock[3] - '0') * 10 + (clock[4] - '0')};
    if (result >= minutes{24 * 60} || clock[3] > '5') return std::nullopt;
    return result;
}

/// Why a date and time is not TOML's; empty where it is. A time without seconds is told too: TOML 1.0 wants them.
std::string reason(std::string_view text) {
    const auto [date, clock, offset] = moment_parts(text);
    const auto quoted = "`" + std::string{text} + "` is no date and time in TOML: ";
    const auto zoned =
        offset.empty() || offset == "Z" || offset == "z" || like(offset, "+00:00") || like(offset, "-00:00");
    if (!time::parse_date(date)) return quoted + "`" + std::string{date} + "` is no date";
    if (text.size() == date.size()) return {};
    if (!clock_of(clock)) return quoted + "`" + std::string{clock} + "` is no time";
    if (!zoned) return quoted + "`" + std::string{offset} + "` is no offset";
    if (clock[1] == ':') return quoted + "an hour has two digits, `0" + std::string{clock} + "`";
    if (like(clock, "00:00")) return quoted + "a time has seconds, `" + std::string{clock} + ":00`";
    return {};
}

/// Where a date and time that stands without quotes at `at` ends; `at` itself where none does.
std::size_t past_datetime(std::string_view text, std::size_t at) {
    if (at + 5 > text.size() || !like(text.substr(at, 5), "0000-")) return at;
    const auto belongs = [&](std::size_t i) {
        return i < text.size() && (is_digit(text[i]) || is_letter(text[i]) ||
                                   std::string_view{":.+-"}.find(text[i]) != std::string_view::npos);
    };
    auto end = at;
    while (belongs(end)) ++end;
    const bool has_clock = text.substr(at, end - at).find(':') != std::string_view::npos;
    const auto next = text.substr(std::min(end, text.size()), 4);
    if (!has_clock && next.size() == 4 && next[0] == ' ' && is_digit(next[1]) && (next[2] == ':' || next[3] == ':'))
        for (++end; belongs(end);) ++end;
    return end;
}

/// The text with nothing but the front matter, each date and time in it a string, and all in its place.
std::string for_parser(std::string_view text, const FrontMatter& matter) {
    std::string result{text};
    const auto blank = [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i)
            if (result[i] != '\n') result[i] = ' ';
    };
    if (matter.opened) blank(0, matter.begin);
    blank(matter.end, result.size());
    for (auto at = matter.begin; at < matter.end;) {
        const bool within_word =
            at > 0 && (is_digit(text[at - 1]) || is_letter(text[at - 1]) || text[at - 1] == '_' || text[at - 1] == '-');
        const auto end = within_word ? at : std::min(past_datetime(text, at), matter.end);
        if (end > at) {
            std::fill(result.begin() + static_cast<std::ptrdiff_t>(at),
                      result.begin() + static_cast<std::ptrdiff_t>(end), '.');
            result[at] = result[end - 1] = '"';
            at = end;
        } else {
            at = source::past_token(text, at);
        }
    }
    return result;
}

class FrontMatterReader {
public:
    explicit FrontMatterReader(const source::Text& text)
        : text_(text), matter_(front_matter(text.bytes())),
          document_(std::make_shared<source::Text>(text.name(), for_parser(text.bytes(), matter_))) {}

    Reading read() {
        Reading reading;
        reading.errors = document_.errors();
        const auto root = document_.root();
        const auto elements = root.find("program_elements");
        if (!matter_.opened)
            reading.errors.push_back({"this is no page with front matter: its first line is not `+++`", {}});
        else if (!matter_.closed)
            reading.errors.push_back({"the front matter has no end: no second line is `+++`", {0, u32(matter_.begin)}});
        else if (!elements && reading.errors.empty())
            reading.errors.push_back(
                {"this front matter is no programme: it has no `program_elements`", {0, u32(matter_.begin)}});
        else if (elements && reading.errors.empty() && elements->elements().empty())
            reading.errors.push_back({"the programme is empty: `program_elements` lists nothing", elements->span()});
        Schedule schedule;
        schedule.at = {elements ? elements->span().offset : 0, 1};
        schedule.descriptions = Descriptions::lines;
        schedule.title = field(root.find("title"));
        schedule.subtitle = field(root.find("description"));
        std::vector<ScheduledEvent> events;
        if (elements)
            for (const auto& element : elements->elements()) {
                if (events.size() == most_events) {
                    reading.errors.push_back(too_many_events(element.span()));
                    break;
                }
                if (element.is(Kind::table)) events.push_back(event_of(element));
            }
        put_beside(events);
        if (const auto ignites = root.find("ignites")) note_ignites(events, *ignites);
        schedule.days = days_of(std::move(events));
        reading.tree = agenda_of(schedule, text_);
        reading.remarks = std::move(remarks_);
        return reading;
    }

private:
    /// A text or a number; a date as it is written in the file.
    Field field(const std::optional<Value>& value) const {
        if (!value || (!value->is(Kind::string) && !value->is(Kind::integer))) return {};
        const auto at = value->span();
        const auto written = text_.slice(at);
        if (written.starts_with('"') || written.starts_with('\'')) {
            const Span inside{at.offset + 1, at.length > 1 ? at.length - 2 : 0};
            return {std::string{value->string()}, inside};
        }
        return {std::string{written}, at};
    }

    /// What stands without quotes is a date and time, in TOML or not.
    Field datetime(const Value& element, const char* key, Span event) {
        const auto value = element.find(key);
        const auto result = field(value);
        if (!result.empty() && result.at == value->span())
            if (auto why = reason(result.text); !why.empty())
                remarks_.push_back(
                    {"format-fault", event, result.at, {{"what", std::string{key}}, {"reason", std::move(why)}}, {}});
        return result;
    }

    ScheduledEvent event_of(const Value& element) {
        ScheduledEvent event;
        event.at = {element.span().offset, 1};
        event.title = field(element.find("title"));
        event.description = field(element.find("comments"));
        set_kind(event, field(element.find("type")));
        const auto start = datetime(element, "start", event.at);
        const auto end = datetime(element, "end", event.at);
        const auto start_parts = moment_parts(start.text);
        const auto end_parts = moment_parts(end.text);
        const auto begins = clock_of(start_parts.clock);
        const auto date = time::parse_date(start_parts.date);
        event.date = {date ? time::format_date(*date) : "", start.at};
        event.start = date && begins ? Field{time::format_clock({*begins}), start.at} : start;
        event.end = end;
        const auto ends = clock_of(end_parts.clock);
        const auto end_date = time::parse_date(end_parts.date);
        if (!date || !ends || !end_date) return event;
        // An end on the next date is past 24 o'clock.
        const auto clock = *ends + (std::chrono::sys_days{*end_date} - std::chrono::sys_days{*date});
        constexpr minutes longest{100 * 60}; // that an agenda's duration can say
        if (clock >= minutes{0} && clock <= time::last_clock.since_midnight) {
            event.end.text = time::format_clock({std::chrono::duration_cast<minutes>(clock)});
        } else if (begins && clock > *begins && clock - *begins <= longest) {
            event.duration = {time::format_clock({std::chrono::duration_cast<minutes>(clock - *begins)}), end.at};
            event.end = {};
        }
        return event;
    }

    static void set_kind(ScheduledEvent& event, const Field& type) {
        if (type.text == "custom")
            event.kind = kind_of_title(event.title);
        else if (type.text == "open-space")
            event.kind = {"open-floor", type.at};
        else if (type.text == "ignite")
            event.kind = {"presentation", type.at};
        else
            event.type = type;
    }

    /// The site has no rooms. Open spaces that run beside something do so on purpose: they are a track of their own.
    static void put_beside(std::vector<ScheduledEvent>& events) {
        std::map<std::string, std::vector<std::size_t>> by_date;
        for (std::size_t i = 0; i < events.size(); ++i) by_date[events[i].date.text].push_back(i);
        for (auto& [date, on_date] : by_date) {
            std::stable_sort(on_date.begin(), on_date.end(),
                             [&](std::size_t a, std::size_t b) { return events[a].start.text < events[b].start.text; });
            std::optional<std::size_t> last; // that which ends last of those before
            for (const auto i : on_date) {
                if (last && events[i].start.text < events[*last].end.text)
                    for (const auto one : {*last, i})
                        if (events[one].kind.text == "open-floor")
                            events[one].strand = {"Open space", events[one].kind.at};
                if (!last || events[*last].end.text < events[i].end.text) last = i;
            }
        }
    }

    /// Ignites are listed by the date alone: they are the note of that date's first slot for them.
    void note_ignites(std::vector<ScheduledEvent>& events, const Value& ignites) const {
        std::map<std::string, ScheduledEvent*> slots;
        for (auto& event : events)
            if (event.kind.text == "presentation") slots.emplace(event.date.text, &event);
        for (const auto& ignite : ignites.elements()) {
            const auto title = field(ignite.find("title"));
            const auto slot = slots.find(field(ignite.find("date")).text);
            if (title.empty() || slot == slots.end()) continue;
            auto& note = slot->second->note;
            note = note.empty() ? title : Field{note.text + ", " + title.text, note.at};
        }
    }

    const source::Text& text_;
    FrontMatter matter_;
    source::Document document_;
    std::vector<Remark> remarks_;
};

} // namespace

bool is_devopsdays(std::string_view text) {
    const auto matter = front_matter(text);
    return matter.opened &&
           text.substr(matter.begin, matter.end - matter.begin).find("program_elements") != std::string_view::npos;
}

Reading read_devopsdays(const source::Text& text, const ReadAs&) { return FrontMatterReader{text}.read(); }

} // namespace agenda::load::formats
