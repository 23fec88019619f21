// SPDX-License-Identifier: MIT
// text: a pattern stands in a text where it should not. One finding a text, at its first match that nothing excuses.
#include "agenda/things.hpp"
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/pattern.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace {

using finding::ParameterType;
using source::Match;
using source::Pattern;

constexpr std::string_view text_names =
    "event.title event.subtitle event.series event.organizer event.venue event.contact day.label day.closing-note "
    "slot.number slot.title slot.description slot.note slot.questions item.title person.name person.suffix "
    "person.title person.unit person.org person.country appearance.capacity appearance.title appearance.unit "
    "appearance.org room.name room.building track.name";

constexpr std::array arguments_taken{
    ArgumentSpec{"in", ParameterType::names, "the texts that are looked at", true, text_names},
    ArgumentSpec{"patterns", ParameterType::patterns, "what should not stand there"},
    ArgumentSpec{"except", ParameterType::patterns, "a match that touches one of these is left alone", false},
    ArgumentSpec{"min-words", ParameterType::count, "texts with fewer words are left alone", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the thing whose text it is"},
    FieldSpec{"key", true, "the key of the text"},
    FieldSpec{"match", true, "what was found, at most 40 characters of it"},
    FieldSpec{"end", true, "the last words of the text"},
    FieldSpec{"words", true, "how many words the text has"},
    FieldSpec{"event-status", true, "draft or final"},
};

std::vector<Pattern> patterns_of(const finding::Arguments& arguments, std::string_view name) {
    std::vector<Pattern> result;
    if (const auto* given = arguments.find(name))
        for (const auto& pattern : std::get<std::vector<std::string>>(given->value)) result.emplace_back(pattern);
    return result;
}

std::int64_t words_in(std::string_view text) {
    std::int64_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

std::vector<Match> all_matches(const std::vector<Pattern>& patterns, std::string_view text) {
    std::vector<Match> result;
    for (const auto& pattern : patterns)
        for (std::size_t from = 0; from < text.size();) {
            const auto match = pattern.find(text.substr(from));
            if (!match) break;
            result.push_back({from + match->start, match->length});
            from += match->start + std::max<std::size_t>(match->length, 1);
        }
    return result;
}

bool touch(const Match& a, const Match& b) { return a.start < b.start + b.length && b.start < a.start + a.length; }

std::optional<Match> first_match(const std::vector<Pattern>& patterns, const std::vector<Pattern>& except,
                                 std::string_view text) {
    const auto matches = all_matches(patterns, text);
    if (matches.empty()) return std::nullopt;
    const auto excused = all_matches(except, text);
    std::optional<Match> first;
    for (const auto& match : matches) {
        const bool left_alone =
            std::any_of(excused.begin(), excused.end(), [&](const Match& other) { return touch(match, other); });
        if (!left_alone && (!first || match.start < first->start)) first = match;
    }
    return first;
}

/// Where the match stands in the source, if its letters are written there as they are read; else the whole value.
Span narrowed(const source::Text& text, Span value, std::string_view read, const Match& match) {
    const auto written = text.slice(value);
    const auto needle = read.substr(match.start, match.length);
    const bool ends_there = match.start + match.length == read.size();
    const auto found = ends_there ? written.rfind(needle) : written.find(needle);
    if (needle.empty() || found == std::string_view::npos) return value;
    return {value.offset + static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(needle.size())};
}

std::string last_words(std::string_view text) {
    std::size_t start = text.size();
    for (int spaces = 0; start > 0 && spaces < 4; --start)
        if (text[start - 1] == ' ' && ++spaces == 4) break;
    return std::string{text.substr(start)};
}

std::string cut(std::string_view text) {
    constexpr std::size_t most = 40;
    const auto size = source::prefix_size(text, most);
    return std::string{text.substr(0, size)} + (size < text.size() ? "…" : "");
}

finding::Draft draft_of(const Context& context, const Thing& thing, const KeyText& text, const Match& match) {
    const auto& agenda = context.agenda;
    finding::Draft draft;
    draft.at = narrowed(*context.loaded.text, text.at, text.text, match);
    draft.about = {about(agenda, thing)};
    draft.key = text.key;
    draft.facts = {{"what", called(agenda, thing)},
                   {"key", std::string{text.key}},
                   {"match", cut(text.text.substr(match.start, match.length))},
                   {"end", last_words(text.text)},
                   {"words", words_in(text.text)},
                   {"event-status", std::string{agenda.event.final ? "final" : "draft"}}};
    return draft;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto patterns = patterns_of(arguments, "patterns");
    const auto except = patterns_of(arguments, "except");
    const auto* min_words = arguments.find("min-words");
    Outcome outcome;
    for (const auto& name : arguments.words("in")) {
        const auto dot = std::min(name.find('.'), name.size());
        const auto sort = sort_named(name.substr(0, dot));
        const auto key = name.substr(std::min(dot + 1, name.size()));
        if (!sort) continue;
        for (const auto& thing : things(context.agenda, *sort))
            for (const auto& text : texts(context.agenda, thing)) {
                if (text.key != key) continue;
                if (min_words && words_in(text.text) < std::get<std::int64_t>(min_words->value)) continue;
                ++outcome.checked;
                if (const auto match = first_match(patterns, except, text.text))
                    drafts.push_back(draft_of(context, thing, text, *match));
            }
    }
    return outcome;
}

} // namespace

const Check text{"text", "a pattern stands in a text where it should not", arguments_taken, fields_given, "words", run};

} // namespace agenda::checks
