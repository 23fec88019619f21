// SPDX-License-Identifier: MIT
#include "load/formats/kinds.hpp"
#include "load/names.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>

namespace agenda::load::formats {
namespace {

struct TitleKind {
    std::string_view title, kind; ///< folded
};

/// Whole titles only: a word inside a title decides nothing.
constexpr std::array title_kinds{
    TitleKind{"break", "pause"},
    TitleKind{"pause", "pause"},
    TitleKind{"coffee", "coffee"},
    TitleKind{"coffee break", "coffee"},
    TitleKind{"tea break", "coffee"},
    TitleKind{"morning break", "coffee"},
    TitleKind{"afternoon break", "coffee"},
    TitleKind{"kaffeepause", "coffee"},
    TitleKind{"pause café", "coffee"},
    TitleKind{"pausa café", "coffee"},
    TitleKind{"lunch", "lunch"},
    TitleKind{"lunch break", "lunch"},
    TitleKind{"mittagessen", "lunch"},
    TitleKind{"mittagspause", "lunch"},
    TitleKind{"déjeuner", "lunch"},
    TitleKind{"almuerzo", "lunch"},
    TitleKind{"dinner", "dinner"},
    TitleKind{"abendessen", "dinner"},
    TitleKind{"reception", "reception"},
    TitleKind{"evening event", "social"},
    TitleKind{"social event", "social"},
    TitleKind{"registration", "registration"},
    TitleKind{"registration, breakfast, sponsors", "registration"},
    TitleKind{"opening", "opening"},
    TitleKind{"opening welcome", "opening"},
    TitleKind{"welcome", "opening"},
    TitleKind{"closing", "closing"},
    TitleKind{"closing ceremony", "closing"},
};

struct TypeKind {
    std::string_view type, kind;
};
/// The types that systems in use know, as kinds; any other stays one of the user's own.
constexpr std::array type_kinds{
    TypeKind{"keynote", "keynote"},
    TypeKind{"lecture", "presentation"},
    TypeKind{"talk", "presentation"},
    TypeKind{"devroom", "presentation"},
    TypeKind{"maintrack", "presentation"},
    TypeKind{"lightningtalk", "presentation"},
    TypeKind{"lightning", "presentation"},
    TypeKind{"workshop", "workshop"},
    TypeKind{"panel", "panel"},
    TypeKind{"podium", "panel"},
    TypeKind{"discussion", "panel"},
    TypeKind{"meeting", "session"},
    TypeKind{"other", ""},
};

/// The standard kinds, as rules/kinds.toml has them.
constexpr std::array<std::string_view, 21> standard_kinds{
    "opening",  "keynote",    "presentation", "session",    "panel",        "roundtable", "testimony",
    "workshop", "open-floor", "breakout",     "side-event", "closing",      "coffee",     "pause",
    "lunch",    "dinner",     "social",       "reception",  "registration", "desk",       "note"};

} // namespace

bool is_standard_kind(std::string_view name) {
    return std::find(standard_kinds.begin(), standard_kinds.end(), name) != standard_kinds.end();
}

std::string_view kind_named(std::string_view word) {
    const auto slugged = slug(word);
    for (const auto& [name, kind] : type_kinds)
        if (slugged == name) return kind;
    const auto found = std::find(standard_kinds.begin(), standard_kinds.end(), slugged);
    return found == standard_kinds.end() ? std::string_view{} : *found;
}

std::string kind_of_type(std::string_view type) {
    const auto slugged = slug(type);
    if (slugged.starts_with("x-") || is_standard_kind(slugged)) return slugged;
    for (const auto& [name, kind] : type_kinds)
        if (slugged == name) return std::string{kind};
    // "Talk 30 min + 10min Q&A"
    const auto first = slugged.substr(0, slugged.find('-'));
    for (const auto& [name, kind] : type_kinds)
        if (first == name) return std::string{kind};
    return "x-" + slugged;
}

Field kind_of_title(const Field& title) {
    auto folded = source::folded(title.text);
    if (const auto bracket = folded.rfind(" ("); bracket != std::string::npos && folded.ends_with(')'))
        folded.resize(bracket);
    const auto* found =
        std::find_if(title_kinds.begin(), title_kinds.end(), [&](const TitleKind& one) { return one.title == folded; });
    return found == title_kinds.end() ? Field{} : Field{std::string{found->kind}, title.at};
}

} // namespace agenda::load::formats
