// SPDX-License-Identifier: MIT
#include "load/reader.hpp"
#include <algorithm>

namespace agenda::load {
namespace {

/// A date or a date with a time, as TOML's own value or as text.
std::optional<time::Date> date_of(const Value& value) {
    if (value.is(Kind::date)) return value.date();
    if (value.is(Kind::string)) return time::parse_date(value.string());
    return std::nullopt;
}

/// Calls `one` for the value, or for each element of a list.
template <class One> void each_of(const Entry& entry, One one) {
    if (!entry.value.is(Kind::array)) return one(entry);
    for (const auto& element : entry.value.elements()) one(Entry{entry.key, entry.key_span, element});
}

/// A short value as it is written, anything else by its kind.
std::string seen_as(const Value& value) {
    if (value.is(Kind::string)) return "`" + std::string{value.string()} + "`";
    if (value.is(Kind::table) || value.is(Kind::array)) return std::string{source::describe(value.kind())};
    return std::string{source::describe(value.kind())} + " (`" + std::string{value.written()} + "`)";
}

std::string joined(std::span<const std::string_view> words) {
    std::string result;
    for (const auto word : words) (result += result.empty() ? "" : ", ") += "`" + std::string{word} + "`";
    return result;
}

} // namespace

void Reader::add_to_count(const char* rule, std::size_t things) {
    auto known = std::find_if(counts_.begin(), counts_.end(), [&](const auto& one) { return one.first == rule; });
    if (known == counts_.end()) known = counts_.insert(known, {rule, &loaded_.checked.try_emplace(rule).first->second});
    *known->second += things;
}

finding::Draft& Reader::fault(std::string_view rule, Span at, finding::Facts facts, std::string key) {
    facts.set("where", std::string{where_});
    finding::Draft draft;
    draft.at = at;
    draft.key = std::move(key);
    draft.facts = std::move(facts);
    loaded_.faults.push_back({rule, std::move(draft)});
    subjects_.push_back(subject_);
    return loaded_.faults.back().draft;
}

void Reader::require(const Value& table, std::string_view where, std::initializer_list<const char*> keys) {
    const In in{*this, subject_, where};
    for (const std::string key : keys) {
        count("key-missing");
        if (!table.find(key)) fault("key-missing", table.span(), {{"what", "`" + key + "`"}}, key);
    }
}

void Reader::wrong_type(const Entry& entry, std::string_view wanted) {
    const auto seen = seen_as(entry.value);
    fault("wrong-type", entry.value.span(),
          {{"what", std::string{entry.key}}, {"seen", seen}, {"wanted", std::string{wanted}}}, std::string{entry.key});
}

void Reader::wrong_word(const Entry& entry, std::string_view word, std::span<const std::string_view> known) {
    finding::Facts facts{{"what", std::string{entry.key}},
                         {"seen", "`" + std::string{word} + "`"},
                         {"wanted", "one of " + joined(known)}};
    if (const auto near = source::nearest(word, known); !near.empty()) facts.set("nearest", std::string{near});
    fault("wrong-type", entry.value.span(), std::move(facts), std::string{entry.key});
}

void Reader::unknown_key(const Entry& entry, std::span<const std::string_view> known) {
    finding::Facts facts{{"what", std::string{entry.key}}};
    if (const auto near = source::nearest(entry.key, known); !near.empty()) facts.set("nearest", std::string{near});
    fault("unknown-key", entry.key_span, std::move(facts), std::string{entry.key});
}

bool Reader::read(const Entry& entry, std::string_view& into) {
    if (entry.value.is(Kind::string))
        into = entry.value.string();
    else
        wrong_type(entry, "a string");
    return entry.value.is(Kind::string);
}

bool Reader::read(const Entry& entry, std::string& into) {
    std::string_view text;
    const bool is_text = read(entry, text);
    if (is_text) into = text;
    if (entry.value.is(Kind::integer)) into = std::to_string(entry.value.integer()); // what is meant is plain
    return is_text;
}

void Reader::read(const Entry& entry, bool& into) {
    if (entry.value.is(Kind::boolean))
        into = entry.value.boolean();
    else
        wrong_type(entry, "true or false");
}

void Reader::read(const Entry& entry, std::optional<bool>& into) {
    bool value = false;
    read(entry, value);
    if (entry.value.is(Kind::boolean)) into = value;
}

void Reader::read(const Entry& entry, std::optional<std::int64_t>& into) {
    if (entry.value.is(Kind::integer) && entry.value.integer() >= 0)
        into = entry.value.integer();
    else
        wrong_type(entry, "a whole number, zero or more");
}

void Reader::read(const Entry& entry, std::vector<std::string>& into) {
    if (entry.value.is(Kind::array)) into.reserve(into.size() + entry.value.elements().size());
    each_of(entry, [&](const Entry& one) {
        std::string_view text;
        if (read(one, text)) into.emplace_back(text);
    });
}

void Reader::read(const Entry& entry, Given<std::string>& into) {
    if (read(entry, into.value)) {
        into.at = entry.value.span();
        into.given = true;
    }
}

void Reader::read(const Entry& entry, std::vector<Given<std::string>>& into) {
    each_of(entry, [&](const Entry& one) {
        Given<std::string> text;
        read(one, text);
        if (text) into.push_back(std::move(text));
    });
}

void Reader::read(const Entry& entry, std::optional<time::Date>& into) {
    const auto date = date_of(entry.value);
    if (date)
        into = date;
    else
        wrong_type(entry, "a date such as 2009-07-09");
}

void Reader::read(const Entry& entry, std::vector<time::Date>& into) {
    each_of(entry, [&](const Entry& one) {
        std::optional<time::Date> date;
        read(one, date);
        if (date) into.push_back(*date);
    });
}

void Reader::read(const Entry& entry, std::optional<time::LocalTime>& into) {
    constexpr std::string_view wanted = "a date, or a date with a time such as \"2009-07-09 10:00\"";
    if (entry.value.is(Kind::date)) {
        into = time::at(entry.value.date(), {});
        return;
    }
    // A moment with an offset names another zone than the agenda's own.
    const bool local =
        entry.value.is(Kind::date_time) && entry.value.written().find_first_of("zZ+-", 11) == std::string_view::npos;
    const auto text = local ? entry.value.written().substr(0, 16) : entry.value.string();
    const auto date = time::parse_date(text.substr(0, 10));
    if (!date) return wrong_type(entry, wanted);
    time::Clock clock;
    if (text.size() > 10) {
        const auto read = time::read_clock(text.substr(11));
        if (!time::value(read) || (text[10] != ' ' && text[10] != 'T')) return wrong_type(entry, wanted);
        clock = *time::value(read);
    }
    into = time::at(*date, clock);
}

void Reader::read(const Entry& entry, std::optional<time::Clock>& into) {
    count("time-unparsable");
    const auto unreadable = [&](std::string what, std::string_view reason) {
        fault("time-unparsable", entry.value.span(), {{"what", std::move(what)}, {"reason", std::string{reason}}},
              std::string{entry.key});
    };
    if (entry.value.is(Kind::time)) {
        const auto seconds = entry.value.time();
        if (seconds % time::minutes{1} != std::chrono::seconds{0})
            return unreadable(std::string{entry.value.written()}, "seconds are not read; write hours and minutes");
        into = time::Clock{time::whole_minutes(seconds)};
    } else if (entry.value.is(Kind::string)) {
        const auto read = time::read_clock(entry.value.string());
        if (const auto* clock = time::value(read))
            into = *clock;
        else
            unreadable(std::string{entry.value.string()}, std::get<time::Unreadable>(read).reason);
    } else {
        wrong_type(entry, "a time such as \"10:00\"");
    }
}

void Reader::read(const Entry& entry, std::optional<time::minutes>& into) {
    count("time-unparsable");
    const bool number = entry.value.is(Kind::integer);
    if (!number && !entry.value.is(Kind::string))
        return wrong_type(entry, "a duration such as \"45m\", or a number of minutes");
    const auto text = number ? std::to_string(entry.value.integer()) : std::string{entry.value.string()};
    const auto read = time::read_duration(text);
    if (const auto* duration = time::value(read))
        into = *duration;
    else
        fault("time-unparsable", entry.value.span(),
              {{"what", text}, {"reason", std::string{std::get<time::Unreadable>(read).reason}}},
              std::string{entry.key});
}

void Reader::read(const Entry& entry, std::optional<time::ClockRange>& into) {
    count("time-unparsable");
    if (!entry.value.is(Kind::string)) return wrong_type(entry, "a time such as \"10:00-10:15\"");
    const auto read = time::read_range(entry.value.string());
    if (const auto* range = time::value(read))
        into = *range;
    else
        fault("time-unparsable", entry.value.span(),
              {{"what", std::string{entry.value.string()}},
               {"reason", std::string{std::get<time::Unreadable>(read).reason}}},
              std::string{entry.key});
}

void Reader::read(const Entry& entry, std::vector<time::ClockRange>& into) {
    each_of(entry, [&](const Entry& one) {
        std::optional<time::ClockRange> range;
        read(one, range);
        if (range) into.push_back(*range);
    });
}

void Reader::drop(std::string_view rule) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < subjects_.size(); ++i) {
        if (loaded_.faults[i].rule == rule) continue;
        if (kept != i) {
            loaded_.faults[kept] = std::move(loaded_.faults[i]);
            subjects_[kept] = subjects_[i];
        }
        ++kept;
    }
    loaded_.faults.resize(kept);
    subjects_.resize(kept);
}

void Reader::name_subjects() {
    struct Name {
        const Agenda& agenda;
        std::string operator()(std::monostate) const { return "event"; }
        std::string operator()(SlotIndex slot) const { return agenda.about(slot); }
        std::string operator()(PersonIndex person) const { return agenda.about(person); }
        std::string operator()(RoomIndex room) const { return agenda.about(room); }
        std::string operator()(TrackIndex track) const { return agenda.about(track); }
        std::string operator()(DayIndex day) const { return agenda.about(day); }
    };
    for (std::size_t i = 0; i < subjects_.size(); ++i)
        loaded_.faults[i].draft.about.push_back(std::visit(Name{agenda()}, subjects_[i]));
    for (auto& other : other_extra_)
        agenda().other_extra.emplace_back(std::visit(Name{agenda()}, other.subject) + "/" + other.where,
                                          std::move(other.extra));
}

Extra extra_of(const Value& value) {
    switch (value.kind()) {
    case Kind::string: return {std::string{value.string()}};
    case Kind::integer: return {value.integer()};
    case Kind::real: return {value.real()};
    case Kind::boolean: return {value.boolean()};
    case Kind::date:
    case Kind::time:
    case Kind::date_time: return {std::string{value.written()}};
    case Kind::array: {
        ExtraList list;
        for (const auto& element : value.elements()) list.push_back(extra_of(element));
        return {std::move(list)};
    }
    case Kind::table: {
        ExtraTable table;
        for (const auto& entry : value.entries()) table.emplace_back(entry.key, extra_of(entry.value));
        return {std::move(table)};
    }
    }
    return {std::string{}};
}

} // namespace agenda::load
