// SPDX-License-Identifier: MIT
#include "load/formats/csv_above.hpp"
#include "load/formats/csv_columns.hpp"
#include "load/formats/csv_times.hpp"
#include <algorithm>

namespace agenda::load::formats {
namespace {

std::vector<Field> filled(const CsvRow& row) {
    std::vector<Field> result;
    std::copy_if(row.cells.begin(), row.cells.end(), std::back_inserter(result),
                 [](const Field& cell) { return !cell.empty(); });
    return result;
}

std::optional<Field> day_in(const Field& cell) {
    if (read_written_date(cell.text).known()) return cell;
    if (const auto read = read_date_and_time(cell.text)) return Field{std::string{read->date}, cell.at};
    if (auto date = date_in_heading(cell.text)) return Field{std::move(*date), cell.at};
    return std::nullopt;
}

} // namespace

std::optional<Field> heading_of(const CsvRow& row) {
    const auto cells = filled(row);
    return cells.size() == 1 ? day_in(cells.front()) : std::nullopt;
}

Field read_above(const std::vector<CsvRow>& above, Schedule& schedule) {
    Field date;
    for (const auto& row : above) {
        const auto cells = filled(row);
        const auto column = cells.size() == 2 ? column_named(cells[0].text) : Column::own;
        if (const auto day = heading_of(row)) {
            date = *day;
        } else if (column == Column::date) {
            date = day_in(cells[1]).value_or(date);
        } else if (column == Column::title) {
            schedule.title = cells[1];
        } else if (column == Column::subtitle) {
            schedule.subtitle = cells[1];
        } else if (column == Column::room) {
            schedule.venue = cells[1];
        } else if (!cells.empty() && column == Column::own && !(cells.size() == 2 && cells[0].text.ends_with(':'))) {
            if (schedule.title.empty())
                schedule.title = cells[0];
            else if (schedule.subtitle.empty())
                schedule.subtitle = cells[0];
        }
    }
    return date;
}

} // namespace agenda::load::formats
