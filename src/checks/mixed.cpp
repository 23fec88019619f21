// SPDX-License-Identifier: MIT
// mixed: two ways to write the same, both used in the texts of one agenda. All patterns are looked for at once; each
// pair is one finding, at the first match of the way that is used less.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include "source/pattern.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace agenda::checks {
namespace mixed_check {

using finding::ParameterType;
using source::Match;
using source::Pattern;

constexpr std::array arguments_taken{
    ArgumentSpec{"keys", ParameterType::names, "the texts that are looked at, by their keys", true,
                 "title subtitle series organizer venue contact label closing-note number description note questions "
                 "name suffix unit org country capacity building"},
    ArgumentSpec{"pairs", ParameterType::patterns,
                 "two ways to write something, \" / \" between them: \"colours? / colors?\"", true},
    ArgumentSpec{"except", ParameterType::patterns, "a match that is one of these as a whole is left alone", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the thing in whose text the rarer way is met first"},
    FieldSpec{"key", true, "the key of that text"},
    FieldSpec{"match", true, "the first match of the rarer way, at most 60 characters of it"},
    FieldSpec{"other", true, "the first match of the usual way"},
    FieldSpec{"count", true, "how often the rarer way is met"},
    FieldSpec{"other-count", true, "how often the usual way is"},
    FieldSpec{"matches", true, "all that is written in the rarer way"},
    FieldSpec{"others", true, "all that is written in the usual way"},
};

struct Seen {
    Thing thing;
    std::string_view key;
    std::string text;
    Span at;
    std::size_t ordinal; ///< among all matches
};

/// One way to write something.
struct Way {
    Pattern pattern;
    std::vector<Seen> seen;
};

struct Pair {
    std::string text;
    Way ways[2];
};

/// Matches only a text that is the whole of what the pattern says.
Pattern whole(const std::string& pattern) { return Pattern{"^(?:" + pattern + ")$"}; }
bool is(const Pattern& whole, std::string_view text) { return whole.matches(text); }

/// A pair without " / ", or with a half that is no pattern by itself, is none.
std::vector<Pair> pairs_of(const std::vector<std::string>& texts) {
    std::vector<Pair> result;
    for (const auto& text : texts) {
        const auto slash = text.find(" / ");
        if (slash == std::string::npos) continue;
        const auto one = text.substr(0, slash);
        const auto other = text.substr(slash + 3);
        if (source::pattern_error(one).empty() && source::pattern_error(other).empty())
            result.push_back({text, {{whole(one), {}}, {whole(other), {}}}});
    }
    return result;
}

class Finder {
public:
    Finder(const Context& context, const finding::Arguments& arguments)
        : context_(context), keys_(arguments.words("keys")), pairs_(pairs_of(arguments.words("pairs"))) {
        for (const auto& pattern : arguments.words_or_none("except")) except_.push_back(whole(pattern));
        std::string any;
        for (const auto& pair : pairs_) {
            const auto slash = pair.text.find(" / ");
            for (const auto& half : {pair.text.substr(0, slash), pair.text.substr(slash + 3)})
                any += (any.empty() ? "(?:" : "|(?:") + half + ")";
        }
        if (!any.empty()) any_.emplace(any);
    }

    /// How many texts it looked at.
    std::size_t read(const Thing& thing) {
        std::size_t count = 0;
        if (!any_) return count;
        for (const auto& text : texts(context_.agenda, thing, keys_)) {
            ++count;
            for (const auto& match : any_->find_all(text.text))
                keep(thing, text, text.text.substr(match.start, match.length));
        }
        return count;
    }

    void tell(finding::Drafts& drafts) const {
        for (const auto& pair : pairs_) {
            const auto& [one, other] = pair.ways;
            if (one.seen.empty() || other.seen.empty()) continue;
            const bool first_is_rarer = one.seen.size() != other.seen.size()
                                            ? one.seen.size() < other.seen.size()
                                            : one.seen.front().ordinal > other.seen.front().ordinal;
            drafts.push_back(first_is_rarer ? draft_of(pair, one.seen, other.seen)
                                            : draft_of(pair, other.seen, one.seen));
        }
    }

private:
    void keep(const Thing& thing, const KeyText& text, std::string_view match) {
        const auto excuses = [&](const Pattern& pattern) { return is(pattern, match); };
        if (std::any_of(except_.begin(), except_.end(), excuses)) return;
        for (auto& pair : pairs_)
            for (auto& way : pair.ways)
                if (is(way.pattern, match))
                    return way.seen.push_back({thing, text.key, std::string{match}, text.at, matches_++});
    }

    static std::string words(const std::vector<Seen>& seen) {
        std::set<std::string> told;
        std::vector<std::string> names;
        for (const auto& one : seen)
            if (told.insert(source::folded(one.text)).second) names.push_back(cut(one.text, 60));
        return enumerated(names);
    }

    finding::Draft draft_of(const Pair& pair, const std::vector<Seen>& rarer, const std::vector<Seen>& usual) const {
        const auto place = [&](const Seen& seen) { return narrowed(*context_.loaded.text, seen.at, seen.text); };
        const auto& first = rarer.front();
        finding::Draft draft;
        draft.at = place(first);
        draft.key = pair.text;
        draft.related = {{place(usual.front()), cut(usual.front().text, 60)}};
        for (const auto& seen : rarer) {
            draft.about.push_back(about(context_.agenda, seen.thing));
            if (&seen != &first) draft.related.push_back({place(seen), cut(seen.text, 60)});
        }
        sort_about(draft);
        draft.facts = {{"what", called(context_.agenda, first.thing)},
                       {"key", std::string{first.key}},
                       {"match", cut(first.text, 60)},
                       {"other", cut(usual.front().text, 60)},
                       {"count", static_cast<std::int64_t>(rarer.size())},
                       {"other-count", static_cast<std::int64_t>(usual.size())},
                       {"matches", words(rarer)},
                       {"others", words(usual)}};
        return draft;
    }

    const Context& context_;
    TextKeys keys_;
    std::vector<Pair> pairs_;
    std::vector<Pattern> except_;
    std::optional<Pattern> any_;
    std::size_t matches_ = 0;
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Finder finder{context, arguments};
    Outcome outcome;
    for (const auto& thing : selected(context.agenda, context.selection, Sort::slot))
        outcome.checked += finder.read(thing);
    finder.tell(drafts);
    return outcome;
}

} // namespace mixed_check

const Check mixed{"mixed",
                  "two ways to write the same, both used in one agenda",
                  mixed_check::arguments_taken,
                  mixed_check::fields_given,
                  "count",
                  mixed_check::run,
                  "slot event day item person appearance room track"};

} // namespace agenda::checks
