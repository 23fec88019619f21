// SPDX-License-Identifier: MIT
// text: something stands in a text where it should not, or does not where it should. One finding a text, at its first
// match that nothing excuses.
#include "agenda/things.hpp"
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "checks/words_twice.hpp"
#include "source/folding.hpp"
#include "source/pattern.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <limits>

namespace agenda::checks {
namespace text_check {

using finding::ParameterType;
using source::JoinedTexts;
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
                 "what else should not stand in them: capitals and no small letter, a word twice in a row, letters "
                 "that are not composed (Unicode NFC), a year shortly before the event's",
                 false, "capitals doubled-word not-composed stale-year"},
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

/// How many words a text has; `most` if more.
std::int64_t words_in(std::string_view text, std::int64_t most = std::numeric_limits<std::int64_t>::max()) {
    std::int64_t words = 0;
    each_word(text, [&](std::string_view) { return ++words < most; });
    return words;
}

void append(const std::vector<Match>& more, std::vector<Match>& matches) {
    matches.insert(matches.end(), more.begin(), more.end());
}

bool touch(const Match& a, const Match& b) { return a.start < b.start + b.length && b.start < a.start + a.length; }

struct Search;
/// Adds what it finds in a text and no pattern tells, or tells in much more time.
using Finder = void (*)(std::string_view text, const Search& search, std::vector<Match>& matches);

/// What a rule looks for.
struct Search {
    std::vector<Pattern> patterns, required, except;
    std::vector<Finder> also;
    int oldest_year = 0, first_year = 0; ///< half-open: years in it are stale; empty where the event has none
};

void add_doubled_words(std::string_view text, const Search&, std::vector<Match>& matches) {
    append(doubled_words(text), matches);
}

void add_stale_years(std::string_view text, const Search& search, std::vector<Match>& matches) {
    static const Pattern year{"\\b(?:19|20)[0-9][0-9]\\b"};
    for (const auto& match : year.find_all(text)) {
        int number = 0;
        for (const char c : text.substr(match.start, match.length)) number = number * 10 + (c - '0');
        if (number < search.first_year && number >= search.oldest_year) matches.push_back(match);
    }
}

/// A pattern that says so takes RE2 2 ms to make ready, more than a third of all checks of 30 slots.
void add_capitals(std::string_view text, const Search&, std::vector<Match>& matches) {
    if (source::is_in_capitals(text)) matches.push_back({0, text.size()});
}

void add_not_composed(std::string_view text, const Search&, std::vector<Match>& matches) {
    if (!source::is_composed(text)) matches.push_back({0, text.size()});
}

/// By the words of `also`.
constexpr std::pair<std::string_view, Finder> finders[] = {{"capitals", add_capitals},
                                                           {"doubled-word", add_doubled_words},
                                                           {"not-composed", add_not_composed},
                                                           {"stale-year", add_stale_years}};

/// What should not be there, text by text.
std::vector<std::vector<Match>> all_matches(const Search& search, const JoinedTexts& texts) {
    std::vector<std::vector<Match>> result(texts.count());
    for (const auto& pattern : search.patterns)
        for (const auto number : pattern.may_match(texts)) append(pattern.find_all(texts[number]), result[number]);
    for (const auto add : search.also)
        for (std::size_t i = 0; i < texts.count(); ++i) add(texts[i], search, result[i]);
    if (search.required.empty()) return result;
    for (std::size_t i = 0; i < texts.count(); ++i) {
        const auto present = [&](const Pattern& pattern) { return pattern.matches(texts[i]); };
        if (std::none_of(search.required.begin(), search.required.end(), present)) result[i].push_back({0, 0});
    }
    return result;
}

/// From where the first of some matches begins to where the last one ends.
Match span_of(const std::vector<Match>& matches) {
    std::size_t start = matches.front().start, end = 0;
    for (const auto& match : matches) {
        start = std::min(start, match.start);
        end = std::max(end, match.start + match.length);
    }
    return {start, end - start};
}

/// The first match that nothing excuses, or nothing.
std::optional<Match> first_of(std::vector<Match> matches, const Search& search, std::string_view text) {
    for (auto pattern = search.except.begin(); pattern != search.except.end() && !matches.empty(); ++pattern) {
        const auto excuses = pattern->find_near(span_of(matches), text); // one behind the other
        std::erase_if(matches, [&](const Match& match) {
            auto other = std::partition_point(excuses.begin(), excuses.end(),
                                              [&](const Match& one) { return one.start + one.length <= match.start; });
            return other != excuses.end() && touch(match, *other);
        });
    }
    const auto first = std::min_element(matches.begin(), matches.end(),
                                        [](const Match& a, const Match& b) { return a.start < b.start; });
    return first == matches.end() ? std::nullopt : std::optional{*first};
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
    Search search;
    search.patterns = patterns_of(arguments, "patterns");
    search.required = patterns_of(arguments, "required");
    search.except = patterns_of(arguments, "except");
    for (const auto& word : arguments.words_or_none("also"))
        for (const auto& [name, finder] : finders)
            if (word == name) search.also.push_back(finder);
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
    JoinedTexts times;
    for (const auto& slot : context.agenda.slots)
        if (slot.start) times.add(context.loaded.text->slice(slot.time_at));
    return std::any_of(ways.begin(), ways.end(), [&](const Pattern& way) {
        const auto candidates = way.may_match(times);
        return std::any_of(candidates.begin(), candidates.end(),
                           [&](std::size_t number) { return way.matches(times[number]); });
    });
}

/// As much text as a processor has at hand.
constexpr std::size_t joined_size = 0x8000;

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    if (any_time_is(context, patterns_of(arguments, "unless-times"))) return {};
    const TextKeys keys{arguments.words("keys")};
    const auto min_words = arguments.count_or("min-words", 0);
    const auto search = search_of(context.agenda, arguments);
    std::size_t count = 0;
    std::vector<KeyText> of_thing;
    std::vector<std::pair<Thing, KeyText>> batch;
    JoinedTexts joined;
    const auto tell = [&] {
        auto matches = all_matches(search, joined);
        for (std::size_t i = 0; i < matches.size(); ++i)
            if (const auto match = first_of(std::move(matches[i]), search, joined[i]))
                drafts.push_back(draft_of(context, batch[i].first, batch[i].second, *match));
        count += batch.size();
        batch.clear();
        joined.clear();
    };
    for (const auto& thing : selected(context.agenda, context.selection, Sort::slot)) {
        of_thing.clear();
        add_texts(context.agenda, thing, keys, of_thing);
        for (const auto& text : of_thing) {
            if (min_words > 0 && words_in(text.text, min_words) < min_words) continue;
            batch.emplace_back(thing, text);
            joined.add(text.text);
            if (joined.all().size() >= joined_size) tell();
        }
    }
    if (!batch.empty()) tell();
    return {count, {}};
}

} // namespace text_check

const Check text{"text",
                 "what stands in a text where it should not, or does not where it should",
                 text_check::arguments_taken,
                 text_check::fields_given,
                 "words",
                 text_check::run,
                 "slot event day item person appearance room track"};

} // namespace agenda::checks
