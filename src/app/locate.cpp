// SPDX-License-Identifier: MIT
#include "app/locate.hpp"
#include <charconv>

namespace agenda::app {
namespace {

using source::Span;
using source::Value;

struct Found {
    Span header;
    Value table;
};

std::optional<Found> slot(const load::Loaded& loaded, std::string_view id) {
    const auto days = loaded.document->root().find("day");
    if (!days) return std::nullopt;
    for (const auto& slot : loaded.agenda.slots) {
        if (slot.id != id) continue;
        for (const auto& day : days->elements())
            if (const auto slots = day.find("slot"))
                for (const auto& value : slots->elements())
                    if (value.span() == slot.at) return Found{slot.at, value};
    }
    return std::nullopt;
}

std::optional<Found> day(const load::Loaded& loaded, std::string_view date) {
    const auto days = loaded.document->root().find("day");
    if (!days) return std::nullopt;
    for (const auto& day : loaded.agenda.days)
        if (time::format_date(day.date) == date)
            for (const auto& value : days->elements())
                if (value.span() == day.at) return Found{day.at, value};
    return std::nullopt;
}

/// A table under a top-level table, [people.klug].
std::optional<Found> declared(const load::Loaded& loaded, std::string_view where, std::string_view id) {
    const auto table = loaded.document->root().find(where);
    if (!table) return std::nullopt;
    for (const auto& entry : table->entries())
        if (entry.key == id) return Found{entry.key_span, entry.value};
    return std::nullopt;
}

std::optional<Found> named(const load::Loaded& loaded, std::string_view about) {
    const auto colon = about.find(':');
    const auto sort = about.substr(0, colon);
    const auto id = colon == std::string_view::npos ? std::string_view{} : about.substr(colon + 1);
    if (sort == "slot") return slot(loaded, id);
    if (sort == "day") return day(loaded, id);
    if (sort == "person") return declared(loaded, "people", id);
    if (sort == "room") return declared(loaded, "rooms", id);
    if (sort == "track") return declared(loaded, "tracks", id);
    const auto event = loaded.document->root().find("event");
    if (sort == "event" && event) return Found{event->span(), *event};
    return std::nullopt;
}

} // namespace

Span locate_line(const source::Text& text, std::string_view about) {
    std::size_t line = 0;
    std::from_chars(about.data() + 5, about.data() + about.size(), line);
    return {static_cast<std::uint32_t>(text.offset(line, 1)), static_cast<std::uint32_t>(text.line(line).size())};
}

std::optional<Span> locate(const load::Loaded& loaded, std::string_view about, std::string_view key) {
    if (about.starts_with("line:")) return locate_line(*loaded.text, about);
    const auto found = named(loaded, about);
    if (!found) return std::nullopt;
    if (key.empty()) return found->header;
    for (const auto& entry : found->table.entries())
        if (entry.key == key) return Span{entry.key_span.offset, entry.value.span().end() - entry.key_span.offset};
    return std::nullopt;
}

} // namespace agenda::app
