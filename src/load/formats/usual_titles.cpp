// SPDX-License-Identifier: MIT
#include "load/formats/usual_titles.hpp"
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

} // namespace

Field kind_of_title(const Field& title) {
    auto folded = source::folded(title.text);
    if (const auto bracket = folded.rfind(" ("); bracket != std::string::npos && folded.ends_with(')'))
        folded.resize(bracket);
    const auto* found =
        std::find_if(title_kinds.begin(), title_kinds.end(), [&](const TitleKind& one) { return one.title == folded; });
    return found == title_kinds.end() ? Field{} : Field{std::string{found->kind}, title.at};
}

} // namespace agenda::load::formats
