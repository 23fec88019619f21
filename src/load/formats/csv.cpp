// SPDX-License-Identifier: MIT
// A spreadsheet as CSV: a header with the usual names, or names that a columns file explains, and a row for each slot.
#include "load/formats/csv_above.hpp"
#include "load/formats/csv_columns.hpp"
#include "load/formats/csv_people.hpp"
#include "load/formats/csv_settle.hpp"
#include "load/formats/csv_times.hpp"
#include "load/formats/formats.hpp"
#include "load/formats/kinds.hpp"
#include "load/formats/text.hpp"
#include "load/names.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>

namespace agenda::load::formats {
namespace {

using time::minutes;

constexpr std::array<char, 3> usual_separators{',', ';', '\t'};
constexpr std::size_t longest_header = 64 * 1024;

/// The separator with which the header has most names that are known.
char separator_of(std::string_view text) {
    if (const auto said = separator_said(text)) return *said;
    char best = ',';
    std::size_t most = 0;
    for (const auto separator : usual_separators) {
        CsvRows rows{text.substr(0, longest_header), separator};
        std::vector<CsvRow> above;
        const auto header = header_of(rows, {}, above);
        const auto names = header ? recognised(*header).names : 0;
        if (names <= most) continue;
        most = names;
        best = separator;
    }
    return best;
}

std::string in_minutes(minutes length) {
    const auto count = length.count();
    return std::to_string(count / 60) + (count % 60 < 10 ? ":0" : ":") + std::to_string(count % 60);
}

class CsvReader {
public:
    CsvReader(const source::Text& text, const ReadAs& as)
        : text_(text), file_(read_columns_file(as.columns)),
          rows_(text.bytes(), file_.separator ? file_.separator : separator_of(text.bytes())) {}

    Reading read() {
        Schedule schedule;
        schedule.descriptions = Descriptions::text;
        std::vector<CsvRow> above;
        if (const auto header = header_of(rows_, file_, above)) {
            schedule.at = {header->at.offset, 1};
            set_last(read_above(above, schedule));
            read_header(*header);
            read_rows();
            if (events_.empty() && errors_.empty()) errors_.push_back({"there is no row below the header", header->at});
        } else {
            errors_.push_back({"there is no header: the first row names the columns", {}});
        }
        settle_dates(events_, file_.date_order, errors_, remarks_);
        std::vector<ScheduledEvent> events;
        events.reserve(events_.size());
        for (auto& one : events_) events.push_back(std::move(one.event));
        separate_people(events, file_.people);
        settle_people(events);
        schedule.days = days_of(std::move(events));
        Reading reading;
        for (const auto& trouble : file_.troubles) reading.errors.push_back({trouble, {}});
        reading.errors.insert(reading.errors.end(), errors_.begin(), errors_.end());
        reading.errors.insert(reading.errors.end(), rows_.errors().begin(), rows_.errors().end());
        reading.tree = agenda_of(schedule, text_);
        reading.remarks = std::move(remarks_);
        return reading;
    }

private:
    void fault(Span event, Span at, std::string reason) {
        remarks_.push_back({"format-fault", event, at, {{"reason", std::move(reason)}}, {}});
    }

    void read_rows() {
        while (const auto row = rows_.next()) {
            if (events_.size() == most_events) return errors_.push_back(too_many_events({row->at.offset, 1}));
            read_row(*row);
        }
    }

    bool has(Column column) const { return std::find(columns_.begin(), columns_.end(), column) != columns_.end(); }

    void read_header(const CsvRow& header) {
        columns_ = columns_of(header, file_);
        for (const auto& cell : header.cells) header_.push_back(cell.text);
        DistinctKeys keys;
        for (const auto& cell : header.cells) keys_.push_back(keys.distinct("x-" + slug(cell.text)));
        if (!has(Column::title) || (!has(Column::start) && !has(Column::date) && !has(Column::duration)))
            errors_.push_back({"this row is no header that is understood: it names no column for the " +
                                   std::string{has(Column::title) ? "start" : "title"} +
                                   "; a file given with --columns says which is what",
                               header.at});
    }

    /// Sheets that are printed have the header on each page.
    bool is_header_again(const CsvRow& row) const {
        return std::equal(row.cells.begin(), row.cells.end(), header_.begin(), header_.end(),
                          [](const Field& cell, const std::string& name) { return cell.text == name; });
    }

    /// A weekday alone is one of the days of the date before it.
    void set_last(const Field& date) {
        last_date_ = date;
        if (!is_weekday(date.text)) last_full_date_ = date;
    }

    void read_row(const CsvRow& row) {
        if (is_header_again(row)) return;
        if (const auto date = heading_of(row)) return set_last(*date);
        ScheduledEvent event;
        event.at = {row.at.offset, 1};
        const auto filled =
            std::count_if(row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns_.size(), row.cells.size())),
                          row.cells.end(), [](const Field& cell) { return !cell.empty(); });
        if (row.cells.size() < columns_.size() || filled > 0)
            fault(event.at, row.at,
                  "this row has " + std::to_string(row.cells.size()) + " cells and the header " +
                      std::to_string(columns_.size()) + "; a text with a separator in it stands in quotes");
        Times times;
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i)
            if (const auto cell = unprotected(row.cells[i]); !cell.empty()) read_cell(event, times, i, cell);
        set_kind(event);
        set_times(event, times);
        if (event.date.empty()) event.date = last_date_;
        set_last(event.date);
        events_.push_back({std::move(event), times.end_date, last_full_date_, times.all_day});
    }

    /// Spreadsheets, and exports that are safe in them, write an apostrophe before what looks like a formula.
    static Field unprotected(const Field& cell) {
        const auto behind = cell.text.find_first_not_of('\'');
        if (behind == 0 || behind == std::string::npos ||
            std::string_view{"=+-@"}.find(cell.text[behind]) == std::string_view::npos)
            return cell;
        return {cell.text.substr(1), {cell.at.offset + 1, cell.at.length > 0 ? cell.at.length - 1 : 0}};
    }

    struct Times {
        Field date, start, end, end_date, duration;
        bool all_day = false;
    };

    void read_cell(ScheduledEvent& event, Times& times, std::size_t index, const Field& cell) {
        switch (columns_[index]) {
        case Column::id: event.id = cell; break;
        case Column::number: event.number = cell; break;
        case Column::title: event.title = cell; break;
        case Column::subtitle: event.subtitle = cell; break;
        case Column::date: times.date = cell; break;
        case Column::start: times.start = cell; break;
        case Column::end: times.end = cell; break;
        case Column::end_date: times.end_date = cell; break;
        case Column::duration: times.duration = cell; break;
        case Column::all_day: set_all_day(event, times, keys_[index], cell); break;
        case Column::room: event.room = cell; break;
        case Column::track: event.strand = cell; break;
        case Column::kind: event.type = cell; break;
        case Column::speakers: add_people(event, "speakers", cell); break;
        case Column::moderators: add_people(event, "moderators", cell); break;
        case Column::chair: add_people(event, "chair", cell); break;
        case Column::tags: add_all(event.tags, cell); break;
        case Column::language: add_all(event.languages, cell); break;
        case Column::status: set_status(event, keys_[index], cell); break;
        case Column::description: event.description = cell; break;
        case Column::note: event.note = cell; break;
        case Column::own: event.extra.emplace_back(keys_[index], cell); break;
        }
    }

    static void set_status(ScheduledEvent& event, const std::string& key, const Field& cell) {
        event.status = source::folded(cell.text) == "confirmed" ? Field{"confirmed", cell.at} : status_of(cell);
        if (event.status.empty()) event.extra.emplace_back(key, cell);
    }

    static void set_all_day(ScheduledEvent& event, Times& times, const std::string& key, const Field& cell) {
        constexpr std::array<std::string_view, 10> yes{"true", "yes", "1",    "x",   "wahr",
                                                       "ein",  "ja",  "vrai", "oui", "on"};
        constexpr std::array<std::string_view, 9> no{"false", "no", "0", "falsch", "aus", "nein", "faux", "non", "off"};
        const auto word = source::folded(cell.text);
        times.all_day = std::find(yes.begin(), yes.end(), word) != yes.end();
        if (!times.all_day && std::find(no.begin(), no.end(), word) == no.end()) event.extra.emplace_back(key, cell);
    }

    static void add_all(std::vector<Field>& list, const Field& cell) {
        const auto* separator = cell.text.find(';') == std::string::npos ? "," : ";";
        for (auto& part : parts_of(cell, separator)) list.push_back(std::move(part));
    }

    /// Who is in the cell is found when all are read.
    static void add_people(ScheduledEvent& event, std::string_view role, const Field& cell) {
        auto& all = event.people.emplace_back();
        all.name = cell;
        all.role = role;
    }

    static void set_kind(ScheduledEvent& event) {
        if (event.type.empty())
            event.kind = kind_of_title(event.title);
        else if (event.type.text.starts_with("x-") && event.type.text.find(' ') == std::string::npos)
            event.kind = event.type;
        else if (const auto name = slug(event.type.text); is_standard_kind(name) || name.starts_with("x-"))
            event.kind = {name, event.type.at};
        else
            event.kind = kind_of_title(event.type);
    }

    /// What spreadsheets show of a date alone is a date at midnight; another time is when the slot begins.
    static void part_date(Field& date, Field* time) {
        const auto read = read_date_and_time(date.text);
        if (!read) return;
        if (time && time->empty() && read->clock.since_midnight > minutes{0})
            *time = {time::format_clock(read->clock), date.at};
        date.text = std::string{read->date};
    }

    void set_times(ScheduledEvent& event, Times& times) {
        part_date(times.date, &times.start);
        part_date(times.end_date, &times.end);
        const auto start = read_written_time(times.start.text);
        const auto end = read_written_time(times.end.text);
        event.start = times.start;
        event.end = times.end;
        event.date = times.date;
        event.duration = times.duration;
        if (end.clock) event.end.text = time::format_clock(*end.clock);
        if (start.clock || start.range) {
            const auto begins = start.clock ? *start.clock : start.range->start;
            event.start.text = time::format_clock(begins);
            if (start.range && times.end.empty()) event.end = {time::format_clock(start.range->end), times.start.at};
            if (times.date.empty() && !start.rest.empty()) event.date = {std::string{start.rest}, times.start.at};
            if (!times.date.empty()) compare_dates(event, times, std::string{start.rest});
            const auto ends = start.range && times.end.empty() ? std::optional{start.range->end} : end.clock;
            if (ends) set_end(event, begins, *ends, !times.end_date.empty() || !end.rest.empty());
        }
        if (times.end_date.empty() && end.clock && !end.rest.empty())
            times.end_date = {std::string{end.rest}, times.end.at};
        set_duration(event, !times.end_date.empty());
    }

    /// A start may say its date too.
    void compare_dates(const ScheduledEvent& event, const Times& times, const std::string& said) {
        const auto date = read_written_date(times.date.text), start = read_written_date(said);
        const auto one = date.in(file_.date_order);
        const auto other = start.in(file_.date_order);
        if (one && other && *one != *other && !date.year_first && !start.year_first)
            fault(event.at, times.start.at,
                  "the start is on " + time::format_date(*other) + " and the date says " + time::format_date(*one) +
                      "; the date is taken");
    }

    /// From late evening to the small hours is past midnight, where no date says otherwise.
    static void set_end(ScheduledEvent& event, time::Clock begins, time::Clock ends, bool dated) {
        constexpr minutes evening{18 * 60};
        constexpr minutes small_hours{4 * 60};
        if (!dated && begins.since_midnight >= evening && ends.since_midnight <= small_hours)
            event.end.text = time::format_clock({ends.since_midnight + minutes{24 * 60}});
    }

    /// `dated`: the end may be on a later date, which the clock alone does not say.
    void set_duration(ScheduledEvent& event, bool dated) {
        const auto length = read_written_duration(event.duration.text);
        if (!length) return;
        event.duration.text = in_minutes(*length);
        if (dated) return;
        const auto start = time::read_clock(event.start.text);
        const auto end = time::read_clock(event.end.text);
        const auto* begins = time::value(start);
        const auto* ends = time::value(end);
        if (begins && ends && ends->since_midnight - begins->since_midnight != *length)
            fault(event.at, event.duration.at,
                  "from " + event.start.text + " to " + event.end.text + " is " +
                      std::to_string((ends->since_midnight - begins->since_midnight).count()) +
                      " min, and the duration says " + std::to_string(length->count()) + " min; the end is taken");
    }

    const source::Text& text_;
    ColumnsFile file_;
    CsvRows rows_;
    std::vector<Column> columns_;
    std::vector<std::string> header_;
    std::vector<std::string> keys_; ///< of the user's own columns
    std::vector<CsvEvent> events_;
    Field last_date_;      ///< of the rows so far: it holds until another is said
    Field last_full_date_; ///< the same, of those that are more than a weekday
    std::vector<source::SyntaxError> errors_;
    std::vector<Remark> remarks_;
};

/// A list in TOML may look like a header.
bool may_be_toml(const CsvRow& above) {
    return std::any_of(above.cells.begin(), above.cells.end(), [](const Field& cell) {
        return cell.text.find('=') != std::string::npos || cell.text.starts_with('[') || cell.text.starts_with('#');
    });
}

} // namespace

bool is_csv(std::string_view text) {
    text = without_mark(text);
    text = text.substr(0, longest_header);
    while (!text.empty() && source::is_blank(text.substr(0, 1)) && text.front() != '\t') text.remove_prefix(1);
    if (text.empty() || text.front() == '[' ||
        (text.front() == '#' && text.size() > 1 && std::string_view{",;\t"}.find(text[1]) == std::string_view::npos))
        return false;
    const auto has_header = [&](char separator) {
        CsvRows rows{text, separator};
        std::vector<CsvRow> above;
        const auto header = header_of(rows, {}, above);
        if (!header || header->cells.size() < 3 || std::any_of(above.begin(), above.end(), may_be_toml)) return false;
        const auto [names, essential] = recognised(*header);
        return names >= 2 && essential;
    };
    if (const auto said = separator_said(text)) return has_header(*said);
    return std::any_of(usual_separators.begin(), usual_separators.end(), has_header);
}

Reading read_csv(const source::Text& text, const ReadAs& as) { return CsvReader{text, as}.read(); }

} // namespace agenda::load::formats
