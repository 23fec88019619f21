// SPDX-License-Identifier: MIT
// Which column of a spreadsheet is what: by the usual names, or as a file of the user's says.
#pragma once
#include "load/formats/csv_dates.hpp"
#include "load/formats/csv_rows.hpp"
#include <memory>
#include <span>

namespace agenda::load::formats {

enum class Column {
    id,
    number,
    title,
    subtitle,
    date,
    start,
    end,
    end_date,
    duration,
    all_day, ///< whether it is
    room,
    track,
    kind,
    speakers,
    moderators,
    chair,
    tags,
    language,
    status,
    description,
    note,
    own ///< of the user's: kept under a key of theirs
};

/// What a file given with --columns says: names of columns by what they are, and how cells are read.
struct ColumnsFile {
    struct Named {
        Column column;
        std::string header;
        std::string place; ///< "columns.toml:3:9"
    };
    std::vector<Named> named;
    DateOrder date_order = DateOrder::unknown;
    char separator = 0;                ///< 0: by the header
    std::string people;                ///< between people; empty: as `separate_people` finds them
    std::vector<std::string> troubles; ///< "columns.toml:3:9: what is wrong"
};
ColumnsFile read_columns_file(const std::shared_ptr<const source::Text>& text);

/// For each cell of a header what it is. The names in the file go before the usual ones. One column is only ever taken
/// once, but for those of people and tags: "Speaker 1", "Speaker 2". Of two columns "Début" the first is the date,
/// where no other is. Usual names are looked for among the first 1,000 cells. What the file names and the header has
/// not is added to the troubles.
std::vector<Column> columns_of(const CsvRow& header, ColumnsFile& file);

/// What a usual name of a column says: `own` for any other text.
Column column_named(std::string_view name);

/// The row that names the columns: the first, or one of the next nine where those above it say two things at most and
/// it has two usual names or more, one of them a title, a date or a start, or one that the file names. `above` are the
/// rows before it. Nothing for a text of no rows.
std::optional<CsvRow> header_of(CsvRows& rows, const ColumnsFile& file, std::vector<CsvRow>& above);

/// How many of the cells have a usual name, and whether one of them is a title, a date or a start.
struct Recognised {
    std::size_t names = 0;
    bool essential = false;
};
Recognised recognised(const CsvRow& header);

} // namespace agenda::load::formats
