// SPDX-License-Identifier: MIT
#include "load/event.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace agenda::load {
namespace {

void read_dates(Reader& reader, const Entry& entry, Event& event) {
    event.dates_at = entry.value.span();
    reader.read(entry, event.dates);
}

void read_mode(Reader& reader, const Entry& entry, Event& event) {
    std::string word;
    if (!reader.read(entry, word)) return;
    const auto found = std::find(mode_names.begin(), mode_names.end(), word);
    if (found == mode_names.end()) return reader.wrong_word(entry, word, mode_names);
    event.mode = static_cast<Mode>(found - mode_names.begin());
}

void read_status(Reader& reader, const Entry& entry, Event& event) {
    static constexpr std::array<std::string_view, 2> statuses{"draft", "final"};
    std::string word;
    if (!reader.read(entry, word)) return;
    if (std::find(statuses.begin(), statuses.end(), word) == statuses.end())
        return reader.wrong_word(entry, word, statuses);
    event.final = word == "final";
}

void read_text_format(Reader& reader, const Entry& entry, Event& event) {
    static constexpr std::array<std::string_view, 2> formats{"plain", "markdown"};
    std::string word;
    if (!reader.read(entry, word)) return;
    if (std::find(formats.begin(), formats.end(), word) == formats.end())
        return reader.wrong_word(entry, word, formats);
    event.markdown = word == "markdown";
}

void read_profiles(Reader& reader, const Entry& entry, Event& event) {
    const auto one = [&](const Value& value) {
        if (!value.is(Kind::string)) return reader.wrong_type({entry.key, entry.key_span, value}, "a profile's name");
        event.profiles.emplace_back(value.string());
        event.profiles_at.push_back(value.span());
    };
    if (!entry.value.is(Kind::array)) return one(entry.value);
    for (const auto& element : entry.value.elements()) one(element);
}

void read_zones(Reader& reader, const Entry& entry, Event& event) {
    const auto one = [&](const Value& value) {
        if (!value.is(Kind::string))
            return reader.wrong_type({entry.key, entry.key_span, value}, "the name of a time zone");
        event.zones.push_back({std::string{value.string()}, value.span(), true});
    };
    if (!entry.value.is(Kind::array)) return one(entry.value);
    for (const auto& element : entry.value.elements()) one(element);
}

void read_revision(Reader& reader, const Entry& entry, Event& event) {
    if (entry.value.is(Kind::integer))
        event.revision = std::to_string(entry.value.integer());
    else
        reader.read(entry, event.revision);
}

constexpr Key<Interpretation> interpretation_keys[] = {
    {"languages", set<&Interpretation::languages>},
    {"teams", set<&Interpretation::teams>},
    {"interpreters", set<&Interpretation::interpreters>},
    {"windows", set<&Interpretation::windows>},
};

void read_interpretation(Reader& reader, const Entry& entry, Event& event) {
    if (!entry.value.is(Kind::table)) return reader.wrong_type(entry, "a table");
    event.interpretation.emplace();
    reader.table(entry.value, "[event.interpretation]", interpretation_keys, *event.interpretation);
}

constexpr Key<Event> event_keys[] = {
    {"title", set<&Event::title>},
    {"subtitle", set<&Event::subtitle>},
    {"series", set<&Event::series>},
    {"organizer", set<&Event::organizer>},
    {"dates", read_dates},
    {"timezone", set<&Event::timezone>},
    {"venue", set<&Event::venue>},
    {"mode", read_mode},
    {"zones", read_zones},
    {"profile", read_profiles},
    {"status", read_status},
    {"revision", read_revision},
    {"frozen-on", set<&Event::frozen_on>},
    {"show-cancelled", set<&Event::show_cancelled>},
    {"text-format", read_text_format},
    {"languages", set<&Event::languages>},
    {"holidays", set<&Event::holidays>},
    {"contact", set<&Event::contact>},
    {"interpretation", read_interpretation},
};

std::optional<time::Zone> find_zone(Reader& reader, const std::string& name, Span at, std::string& trouble) {
    reader.count("timezone-invalid");
    auto found = time::Zone::find(name);
    if (const auto* bad = std::get_if<time::ZoneDataUnusable>(&found)) {
        trouble = bad->reason;
        return std::nullopt;
    }
    if (const auto* bad = std::get_if<time::NotAZone>(&found)) {
        reader.fault("timezone-invalid", at, {{"what", name}, {"reason", bad->reason}, {"hint", bad->hint}}, name);
        return std::nullopt;
    }
    return std::get<time::Zone>(std::move(found));
}

} // namespace

void read_event(Reader& reader, const Entry& event) {
    if (!event.value.is(Kind::table)) return reader.wrong_type(event, "a table");
    reader.agenda().event.at = event.value.span();
    reader.table(event.value, "[event]", event_keys, reader.agenda().event);
}

std::string find_zones(Reader& reader) {
    std::string trouble;
    auto& agenda = reader.agenda();
    const Reader::In in{reader, {}, "[event]"};
    if (agenda.event.timezone)
        agenda.zone = find_zone(reader, agenda.event.timezone.value, agenda.event.timezone.at, trouble);
    std::set<std::string_view> seen; // an audience named twice is one
    for (const auto& zone : agenda.event.zones)
        if (auto found = find_zone(reader, zone.value, zone.at, trouble); found && seen.insert(zone.value).second)
            agenda.audience_zones.push_back(std::move(*found));
    return trouble;
}

} // namespace agenda::load
