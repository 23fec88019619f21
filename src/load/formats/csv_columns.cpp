// SPDX-License-Identifier: MIT
#include "load/formats/csv_columns.hpp"
#include "source/folding.hpp"
#include "source/nearest.hpp"
#include <algorithm>
#include <array>

namespace agenda::load::formats {
namespace {

using source::Kind;

struct Usual {
    Column column;
    std::string_view key;   ///< in a columns file
    std::string_view names; ///< in small letters without accents, blanks and digits; the better ones first
};
constexpr std::array usual{
    Usual{Column::id, "id", "id code uid guid slotid sessionid sessioncode"},
    Usual{Column::number, "number", "number nr nummer numero"},
    Usual{Column::title, "title",
          "title sessiontitle talktitle session talk presentation event eventtitle eventname sessionname titel vortrag "
          "titre titulo summary subject topic thema sujet tema betreff objet name"},
    Usual{Column::subtitle, "subtitle", "subtitle untertitel soustitre subtitulo"},
    Usual{Column::date, "date", "date startdate datum beginntam fecha day jour dia tag"},
    Usual{Column::start, "start",
          "start starttime startat startsat starts begin begins from beginn beginntum startzeit anfang von debut "
          "heurededebut "
          "inicio desde time times timeslot when zeit uhrzeit heure horaire hora horario"},
    Usual{Column::end, "end",
          "end endtime endat endsat ends finish finishes to until ende endetum endzeit bis fin heuredefin hasta"},
    Usual{Column::end_date, "end-date", "enddate enddatum endetam"},
    Usual{Column::duration, "duration",
          "duration length minutes mins durationminutes durationmin lengthminutes dauer duree duracion"},
    Usual{Column::all_day, "all-day", "alldayevent allday ganztagigesereignis ganztagig journeeentiere"},
    Usual{Column::room, "room", "room location venue place hall raum saal ort salle lieu emplacement sala lugar"},
    Usual{Column::track, "track", "track stream strand"},
    Usual{Column::kind, "kind", "kind type sessiontype category format art typ tipo"},
    Usual{Column::speakers, "speakers",
          "speakers speaker speakernames speakername presenters presenter panelists panelist panellists panellist "
          "referenten referent referentin redner sprecher intervenants intervenant intervenante orateurs orateur "
          "ponentes ponente oradores"},
    Usual{Column::moderators, "moderators",
          "moderators moderator facilitators facilitator moderation moderateur moderateurs moderador moderadores"},
    Usual{Column::chair, "chair", "chair chairs chairperson vorsitz president presidencia"},
    Usual{Column::tags, "tags", "tags keywords schlagworte motscles etiquetas"},
    Usual{Column::language, "languages", "languages language lang sprache langue idioma"},
    Usual{Column::status, "status", "status state"},
    Usual{Column::description, "description", "description abstract beschreibung resume descripcion resumen"},
    Usual{Column::note, "note", "note notes comment comments remarks bemerkung bemerkungen"},
};

bool may_be_many(Column column) {
    return column == Column::speakers || column == Column::moderators || column == Column::chair ||
           column == Column::tags;
}

/// "Speaker(s)", "start_time" and "Room 2" as "speakers", "starttime" and "room".
std::string plain_name(std::string_view header) {
    std::string result;
    std::string word;
    for (const auto& one : source::hyphenated_words(header)) word += one;
    for (const char c : word)
        if (c != '-' && (c < '0' || c > '9')) result += c;
    return result;
}

/// The how-manieth of these names it is.
std::optional<std::size_t> rank_of(std::string_view name, std::string_view names) {
    for (std::size_t rank = 0; !names.empty(); ++rank) {
        const auto end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == name) return rank;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return std::nullopt;
}

/// No sheet that a person keeps has more; a header of millions would be looked at for minutes.
constexpr std::size_t most_columns = 1'000;

class ColumnsFileReader {
public:
    explicit ColumnsFileReader(const std::shared_ptr<const source::Text>& text) : document_(text) {}

    ColumnsFile read() {
        for (const auto& error : document_.errors()) trouble(error.at, error.reason);
        for (const auto& entry : document_.root().entries()) setting(entry);
        return std::move(file_);
    }

private:
    std::string place(Span at) const {
        const auto position = document_.text().position(at.offset, source::Unit::code_points);
        return document_.text().name() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
    }
    void trouble(Span at, const std::string& what) { file_.troubles.push_back(place(at) + ": " + what); }

    void setting(const source::Entry& entry) {
        const auto value = entry.value.string();
        const auto at = entry.value.span();
        const auto name = "`" + std::string{entry.key} + "`";
        const auto column =
            std::find_if(usual.begin(), usual.end(), [&](const Usual& one) { return one.key == entry.key; });
        if (column != usual.end() && entry.value.is(Kind::array) && may_be_many(column->column)) {
            for (const auto& one : entry.value.elements()) named(column->column, one, name);
        } else if (column != usual.end()) {
            named(column->column, entry.value, name);
        } else if (entry.key == "date-order") {
            if (value == "day-first") file_.date_order = DateOrder::day_first;
            if (value == "month-first") file_.date_order = DateOrder::month_first;
            if (file_.date_order == DateOrder::unknown)
                trouble(at, name + " is neither \"day-first\" nor \"month-first\"");
        } else if (entry.key == "separator") {
            if (value.size() != 1 || value == "\"" || value == "\n")
                return trouble(at, name + " is not one character, such as \";\"");
            file_.separator = value.front();
        } else if (entry.key == "people-separator") {
            if (value.empty()) return trouble(at, name + " is not a text such as \",\"");
            file_.people = std::string{value};
        } else {
            std::vector<std::string_view> known{"date-order", "separator", "people-separator"};
            for (const auto& one : usual) known.push_back(one.key);
            const auto near = source::nearest(entry.key, known);
            trouble(entry.key_span, name + " is no key of a columns file" +
                                        (near.empty() ? "" : "; did you mean `" + std::string{near} + "`?"));
        }
    }

    void named(Column column, const source::Value& value, const std::string& name) {
        if (!value.is(Kind::string)) return trouble(value.span(), name + " is not the name of a column");
        file_.named.push_back({column, std::string{value.string()}, place(value.span())});
    }

    source::Document document_;
    ColumnsFile file_;
};

/// Calendars write two columns of one name, first the date and then the time.
void part_twins(const CsvRow& header, std::vector<Column>& columns, Column time, Column date) {
    if (std::find(columns.begin(), columns.end(), date) != columns.end()) return;
    const auto first = std::find(columns.begin(), columns.end(), time);
    if (first == columns.end() || first + 1 == columns.end() || first[1] != Column::own) return;
    const auto at = static_cast<std::size_t>(first - columns.begin());
    if (source::folded(header.cells[at].text) != source::folded(header.cells[at + 1].text)) return;
    first[0] = date;
    first[1] = time;
}

} // namespace

ColumnsFile read_columns_file(const std::shared_ptr<const source::Text>& text) {
    return text ? ColumnsFileReader{text}.read() : ColumnsFile{};
}

std::vector<Column> columns_of(const CsvRow& header, ColumnsFile& file) {
    std::vector<Column> result(header.cells.size(), Column::own);
    std::vector<Column> said;
    for (const auto& [column, name, place] : file.named) {
        said.push_back(column);
        const auto cell = std::find_if(header.cells.begin(), header.cells.end(), [&](const Field& one) {
            return source::folded(one.text) == source::folded(name);
        });
        if (cell != header.cells.end()) {
            result[static_cast<std::size_t>(cell - header.cells.begin())] = column;
            continue;
        }
        std::string all;
        for (std::size_t i = 0; i < std::min<std::size_t>(header.cells.size(), 30); ++i)
            all += (all.empty() ? "`" : ", `") + header.cells[i].text + "`";
        file.troubles.push_back(place + ": the header has no column `" + name + "`; it has " + all);
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(header.cells.size(), most_columns); ++i)
        names.push_back(plain_name(header.cells[i].text));
    for (const auto& [column, key, known] : usual) {
        if (std::find(said.begin(), said.end(), column) != said.end()) continue;
        std::optional<std::pair<std::size_t, std::size_t>> best; // rank and cell
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (result[i] != Column::own) continue;
            const auto rank = rank_of(names[i], known);
            if (rank && may_be_many(column)) result[i] = column;
            if (rank && (!best || *rank < best->first)) best = {*rank, i};
        }
        if (best) result[best->second] = column;
    }
    part_twins(header, result, Column::start, Column::date);
    part_twins(header, result, Column::end, Column::end_date);
    return result;
}

Column column_named(std::string_view name) {
    const auto plain = plain_name(name);
    const auto found =
        std::find_if(usual.begin(), usual.end(), [&](const Usual& one) { return rank_of(plain, one.names); });
    return found == usual.end() ? Column::own : found->column;
}

std::optional<CsvRow> header_of(CsvRows& rows, const ColumnsFile& file, std::vector<CsvRow>& above) {
    constexpr std::size_t last = 10;
    const auto is_header = [&](const CsvRow& row) {
        const auto known = recognised(row);
        return (known.names >= 2 && known.essential) ||
               std::any_of(row.cells.begin(), row.cells.end(), [&](const Field& cell) {
                   return std::any_of(file.named.begin(), file.named.end(), [&](const ColumnsFile::Named& one) {
                       return source::folded(one.header) == source::folded(cell.text);
                   });
               });
    };
    const auto begin = rows;
    for (auto row = rows.next(); row && above.size() < last; row = rows.next()) {
        if (is_header(*row)) return row;
        const auto filled =
            std::count_if(row->cells.begin(), row->cells.end(), [](const Field& cell) { return !cell.empty(); });
        if (filled > 2) break;
        above.push_back(std::move(*row));
    }
    above.clear();
    rows = begin;
    return rows.next();
}

Recognised recognised(const CsvRow& header) {
    Recognised result;
    ColumnsFile none;
    for (const auto column : columns_of(header, none)) {
        if (column == Column::own) continue;
        ++result.names;
        if (column == Column::title || column == Column::date || column == Column::start) result.essential = true;
    }
    return result;
}

} // namespace agenda::load::formats
