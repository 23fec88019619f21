// SPDX-License-Identifier: MIT
// text: something stands in a text where it should not, or does not where it should. One finding a text, at its first
// match that nothing excuses.
#include "agenda/things.hpp"
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include "source/pattern.hpp"
#include <algorithm>
#include <array>
#include <cctype>

namespace agenda::checks {
namespace {

using finding::ParameterType;
using source::Match;
using source::Pattern;

constexpr std::string_view key_names = "title subtitle series organizer venue contact label closing-note number "
                                       "description note questions name suffix unit "
                                       "org country capacity building";

constexpr std::array arguments_taken{
    ArgumentSpec{"keys", ParameterType::names, "the texts that are looked at, by their keys", true, key_names},
    ArgumentSpec{"patterns", ParameterType::patterns, "what should not stand in them", false},
    ArgumentSpec{"required", ParameterType::patterns, "one of these should stand in them", false},
    ArgumentSpec{"also", ParameterType::names,
                 "what else should not stand in them: a word twice in a row, letters that are not composed (Unicode "
                 "NFC), a year shortly before the event's",
                 false, "doubled-word not-composed stale-year"},
    ArgumentSpec{"except", ParameterType::patterns, "a match that touches one of these is left alone", false},
    ArgumentSpec{"unless-times", ParameterType::patterns,
                 "an agenda that writes the time of a slot in one of these ways is left alone", false},
    ArgumentSpec{"min-words", ParameterType::count, "texts with fewer words are left alone", false},
    ArgumentSpec{"span", ParameterType::count, "years this far before the event's are fine", false},
    ArgumentSpec{"reach", ParameterType::count, "years further back than this are history", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the thing whose text it is"},
    FieldSpec{"key", true, "the key of the text"},
    FieldSpec{"match", true, "what was found, at most 40 characters of it; empty where something is missing"},
    FieldSpec{"end", true, "the last words of the text"},
    FieldSpec{"words", true, "how many words the text has"},
    FieldSpec{"event-status", true, "draft or final"},
};

std::vector<Pattern> patterns_of(const finding::Arguments& arguments, std::string_view name) {
    const auto& given = arguments.words_or_none(name);
    return {given.begin(), given.end()};
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

/// All of them as one, for the many texts in which none is found. Nothing where they cannot be joined.
std::optional<Pattern> any_of(const finding::Arguments& arguments, std::string_view name) {
    std::string joined;
    for (const auto& pattern : arguments.words_or_none(name))
        joined += (joined.empty() ? "(?:" : "|(?:") + pattern + ")";
    return joined.empty() ? std::nullopt : Pattern::ready(joined);
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

/// What a rule looks for, its patterns ready.
struct Search {
    std::vector<Pattern> patterns, required, except;
    std::optional<Pattern> any; ///< of the patterns
    std::vector<std::string> also = {};
    std::int64_t min_words = 0;
    int oldest_year = 0, first_year = 0; ///< half-open: years in it are stale; empty where the event has none
};

/// Written with one capital, as a name is, and no small word of a title: Fei Fei Li, but not The The.
bool may_be_name(std::string_view word) {
    constexpr std::array small_words{"A",  "An", "And", "As",   "At",  "By",   "For", "From", "In",   "Is",
                                     "Of", "On", "Or",  "That", "The", "This", "To",  "We",   "With", "Are"};
    const auto lowered = source::lowered(word);
    const bool capitalised = word.front() != lowered.front() && word.substr(1) == lowered.substr(1);
    return capitalised && std::find(small_words.begin(), small_words.end(), word) == small_words.end();
}

void add_doubled_words(std::string_view text, std::vector<Match>& matches) {
    std::string_view last;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = text.find_first_not_of(" \t\r\n", at);
        if (start == std::string_view::npos) return;
        const auto end = std::min(text.find_first_of(" \t\r\n", start), text.size());
        const auto word = text.substr(start, end - start);
        const auto bare = word.substr(0, word.find_last_not_of(".,;:!?") + 1);
        const bool is_word = !bare.empty() && (static_cast<unsigned char>(bare.back()) >= 0x80U ||
                                               std::isalpha(static_cast<unsigned char>(bare.back())) != 0);
        if (is_word && bare.size() == last.size() && source::lowered(bare) == source::lowered(last) &&
            !(bare == last && may_be_name(bare)))
            matches.push_back({static_cast<std::size_t>(last.data() - text.data()),
                               static_cast<std::size_t>(bare.data() + bare.size() - last.data())});
        last = word;
        at = end;
    }
}

void add_stale_years(std::string_view text, const Search& search, std::vector<Match>& matches) {
    static const Pattern year{"\\b(?:19|20)[0-9][0-9]\\b"};
    for (std::size_t from = 0; from < text.size();) {
        const auto match = year.find(text.substr(from));
        if (!match) return;
        const auto digits = text.substr(from + match->start, match->length);
        int number = 0;
        for (const char c : digits) number = number * 10 + (c - '0');
        if (number < search.first_year && number >= search.oldest_year)
            matches.push_back({from + match->start, match->length});
        from += match->start + match->length;
    }
}

/// What should not be there, or nothing; of several the first.
std::optional<Match> first_match(const Search& search, std::string_view text) {
    std::vector<Match> matches;
    if (!search.any || search.any->find(text)) matches = all_matches(search.patterns, text);
    for (const auto& what : search.also) {
        if (what == "doubled-word") add_doubled_words(text, matches);
        if (what == "stale-year") add_stale_years(text, search, matches);
        if (what == "not-composed" && !source::is_composed(text)) matches.push_back({0, text.size()});
    }
    const auto present = [&](const Pattern& pattern) { return pattern.find(text).has_value(); };
    if (!search.required.empty() && std::none_of(search.required.begin(), search.required.end(), present))
        matches.push_back({0, 0});
    if (matches.empty()) return std::nullopt;
    const auto excused = all_matches(search.except, text);
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

finding::Draft draft_of(const Context& context, const Thing& thing, const KeyText& text, const Match& match) {
    const auto& agenda = context.agenda;
    finding::Draft draft;
    draft.at = narrowed(*context.loaded.text, text.at, text.text, match);
    draft.about = {about(agenda, thing)};
    draft.key = text.key;
    draft.facts = {{"what", called(agenda, thing)},
                   {"key", std::string{text.key}},
                   {"match", cut(text.text.substr(match.start, match.length), 40)},
                   {"end", last_words(text.text)},
                   {"words", words_in(text.text)},
                   {"event-status", std::string{agenda.event.status()}}};
    return draft;
}

Search search_of(const Agenda& agenda, const finding::Arguments& arguments) {
    Search search{patterns_of(arguments, "patterns"), patterns_of(arguments, "required"),
                  patterns_of(arguments, "except"), any_of(arguments, "patterns")};
    search.also = arguments.words_or_none("also");
    search.min_words = arguments.count_or("min-words", 0);
    const auto years = [&](std::string_view name) {
        return static_cast<int>(std::min<std::int64_t>(arguments.count_or(name, 0), 9999));
    };
    std::optional<int> first;
    const auto include = [&](time::Date date) {
        if (date.ok()) first = std::min(first.value_or(9999), static_cast<int>(date.year()));
    };
    for (const auto& date : agenda.event.dates) include(date);
    for (const auto& day : agenda.days) include(day.date);
    if (!first) return search;
    search.first_year = *first - years("span");
    search.oldest_year = *first - years("reach");
    return search;
}

/// Whether the time of a slot is written in one of these ways.
bool any_time_is(const Context& context, const std::vector<Pattern>& ways) {
    if (ways.empty()) return false;
    const auto& slots = context.agenda.slots;
    return std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) {
        if (!slot.start) return false;
        const auto written = context.loaded.text->slice(slot.time_at);
        return std::any_of(ways.begin(), ways.end(), [&](const Pattern& way) { return way.find(written).has_value(); });
    });
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    if (any_time_is(context, patterns_of(arguments, "unless-times"))) return {};
    const auto search = search_of(context.agenda, arguments);
    const auto& keys = arguments.words("keys");
    Outcome outcome;
    for (const auto& thing : selected(context.agenda, context.selection, Sort::slot))
        for (const auto& text : texts(context.agenda, thing)) {
            if (!contains(keys, text.key)) continue;
            if (search.min_words > 0 && words_in(text.text) < search.min_words) continue;
            ++outcome.checked;
            if (const auto match = first_match(search, text.text))
                drafts.push_back(draft_of(context, thing, text, *match));
        }
    return outcome;
}

} // namespace

const Check text{"text",
                 "what stands in a text where it should not, or does not where it should",
                 arguments_taken,
                 fields_given,
                 "words",
                 run,
                 "slot event day item person appearance room track"};

} // namespace agenda::checks
