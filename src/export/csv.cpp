// SPDX-License-Identifier: MIT
// CSV as RFC 4180 has it, in UTF-8 with a header: a row a slot. Times are those of the day's programme, so half past
// midnight of the next morning is 24:30. A cell that a spreadsheet would take for a formula begins with an apostrophe,
// as OWASP advises; whoever reads it drops the one before `=`, `+`, `-` or `@`.
#include "export/export.hpp"
#include <algorithm>
#include <array>

namespace agenda::exporting {
namespace {

constexpr std::array<std::string_view, 16> columns{
    "id",    "date", "start",     "end",    "number", "title",      "kind",     "room",
    "track", "tags", "languages", "status", "chair",  "moderators", "speakers", "description"};

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const auto& text : texts) result += (result.empty() ? "" : "; ") + text;
    return result;
}

class CsvWriter {
public:
    CsvWriter(const Agenda& agenda, std::ostream& out) : agenda_(agenda), out_(out) {}

    void header() {
        for (const auto column : columns) cell(column);
        end_row();
    }

    void row(const Entry& entry) {
        const auto& slot = agenda_.slots[entry.slot];
        const auto date = agenda_.days[slot.day].date;
        cell(slot.id);
        cell(time::format_date(date));
        cell(time::format_clock(clock_at(agenda_, date, entry.start)));
        cell(entry.end ? end(date, *entry.end) : "");
        cell(slot.number.value);
        cell(slot.title.value);
        cell(slot.kind);
        cell(slot.room ? called(agenda_.rooms[*slot.room]) : "");
        cell(slot.track ? called(agenda_.tracks[*slot.track]) : "");
        cell(joined(slot.tags));
        cell(joined(slot.languages));
        cell(name_of(slot.status));
        for (const auto role : {Role::chair, Role::moderator, Role::speaker}) cell(names(slot, role));
        cell(slot.description);
        end_row();
    }

private:
    /// With its date where it is past the clock of the day's programme.
    std::string end(time::Date date, time::Instant instant) const {
        const auto clock = clock_at(agenda_, date, instant);
        if (clock <= time::last_clock) return time::format_clock(clock);
        auto text = time::format_local(local(agenda_, instant));
        std::replace(text.begin(), text.end(), 'T', ' ');
        return text;
    }

    std::string names(const Slot& slot, Role role) const {
        std::vector<std::string> result;
        for (const auto& one : people_of(slot))
            if (one.role == role) result.push_back(called(agenda_.people[one.person]));
        return joined(result);
    }

    void cell(std::string_view raw) {
        auto text = clean(raw);
        constexpr std::string_view formula = "=+-@\t\n";
        // One that stands there already gets another, which the reader takes away.
        const auto first = text.find_first_not_of('\'');
        if (first != std::string::npos && formula.find(text[first]) != std::string_view::npos) text.insert(0, 1, '\'');
        if (!first_) out_ << ',';
        first_ = false;
        if (text.find_first_of("\",\n") == std::string::npos) {
            out_ << text;
            return;
        }
        out_ << '"';
        for (const char c : text) out_ << (c == '"' ? "\"\"" : std::string_view{&c, 1});
        out_ << '"';
    }

    void end_row() {
        out_ << "\r\n";
        first_ = true;
    }

    const Agenda& agenda_;
    std::ostream& out_;
    bool first_ = true;
};

} // namespace

void write_csv(const Programme& programme, std::ostream& out) {
    CsvWriter csv{programme.agenda, out};
    csv.header();
    for (const auto& entry : programme.entries) csv.row(entry);
}

} // namespace agenda::exporting
