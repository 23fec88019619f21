// SPDX-License-Identifier: MIT
// The sieve rules texts out, and never one in which RE2 finds a match.
#include "source/pattern_sieve.hpp"
#include "engine/rule.hpp"
#include "source/pattern.hpp"
#include "source/pattern_reader.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

namespace {

using agenda::source::JoinedTexts;
using agenda::source::Match;
using agenda::source::Pattern;
using agenda::source::Sieve;

/// The same pattern, written so that nothing is understood of it: RE2 is always asked.
Pattern unread(const std::string& pattern) {
    const auto text = "(?:" + pattern + ")\\Q\\E";
    BOOST_TEST_REQUIRE(!agenda::source::read_pattern(text));
    return Pattern{text};
}

/// Whether of all matches those that touch a place are told, and no other than them all.
bool finds_near(const Pattern& pattern, const std::vector<Match>& all, const Match& place, std::string_view text) {
    const auto near = pattern.find_near(place, text);
    const auto is_missing = [&](const Match& match) {
        const bool touches = match.start < place.start + place.length && place.start < match.start + match.length;
        return touches && std::find(near.begin(), near.end(), match) == near.end();
    };
    const auto is_known = [&](const Match& match) { return std::find(all.begin(), all.end(), match) != all.end(); };
    return std::none_of(all.begin(), all.end(), is_missing) && std::all_of(near.begin(), near.end(), is_known);
}

/// How many of the texts have a match.
int hold_against_re2(const std::string& pattern, const std::vector<std::string>& texts) {
    const Pattern read{pattern};
    const auto plain = unread(pattern);
    JoinedTexts joined;
    for (const auto& text : texts) joined.add(text);
    const auto candidates = read.may_match(joined);
    BOOST_TEST(std::is_sorted(candidates.begin(), candidates.end()));
    int matches = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool expected = plain.matches(texts[i]);
        const bool same = read.matches(texts[i]) == expected && read.find_all(texts[i]) == plain.find_all(texts[i]);
        const bool is_candidate = std::binary_search(candidates.begin(), candidates.end(), i);
        if (!same || (expected && !is_candidate)) BOOST_ERROR(pattern << " in " << texts[i]);
        const auto all = plain.find_all(texts[i]);
        for (std::size_t start = 0; start <= std::min<std::size_t>(texts[i].size(), 12); ++start)
            for (std::size_t length = 0; length < 3 && start + length <= texts[i].size(); ++length)
                if (!finds_near(read, all, {start, length}, texts[i])) BOOST_ERROR(pattern << " near " << start << " in " << texts[i]);
        matches += expected ? 1 : 0;
    }
    return matches;
}

/// A text of some of the pieces.
std::string made_of(const std::vector<std::string>& pieces, std::size_t most, std::mt19937& random) {
    std::string text;
    for (auto n = random() % (most + 1); n > 0; --n) text += pieces[random() % pieces.size()];
    return text;
}

/// All lists of patterns in the standard rules, and of other words, which are patterns too.
std::vector<std::string> words_of_rules() {
    std::vector<std::string> result;
    const auto add = [&](const agenda::finding::ParameterValue& value) {
        if (const auto* words = std::get_if<std::vector<std::string>>(&value))
            for (const auto& word : *words) {
                const auto slash = word.find(" / ");
                result.push_back(word.substr(0, slash));
                if (slash != std::string::npos) result.push_back(word.substr(slash + 3));
            }
    };
    for (const auto& rule : agenda::engine::standard_rules().rules) {
        for (const auto& [name, value] : rule.with) add(value);
        for (const auto& parameter : rule.parameters) add(parameter.standard);
    }
    std::erase_if(result, [](const std::string& word) { return !agenda::source::pattern_error(word).empty(); });
    return result;
}

struct Case {
    const char* pattern;
    const char* text;
};

} // namespace

BOOST_AUTO_TEST_SUITE(source_pattern_sieve)

BOOST_AUTO_TEST_CASE(a_text_that_lacks_what_every_match_has_is_ruled_out) {
    for (const auto& [pattern, text] : std::vector<Case>{
             {"abc", "ab c"},
             {"ab.cde", "ab cd"},
             {"\\bXX+\\b", "X"},
             {"\\?\\?\\?+", "??"},
             {"a{2,3}b", "ab"},
             {"(?:a|b)c", "ab c"},
             {"(?i)abc|def", "AB DE"},
             {"(?i:lorem) ipsum", "Lorem Ipsum"},
             {"T\\.?B\\.?[CDA]", "T B.D."},
             {"[0-9]\\s?[ap]m", "I am at 5"},
             {"a\\x{E9}b", "aeb"},
             {"\\pL+[0-9]", "no digit"},
             {"^ab", "cab"},
             {"^\\s*[ab]", "cab"},
             {"[.!]$", "a. b"},
             {"[^.!]\\s*$", "a b."},
             {"^[a-z]+$", "two words"},
             {"^[\\p{Latin}.-]+$", "two words"},
             {"(?:^a)b", "cab"},
             {"\\Aab|^ac", "cab"},
             {".", ""},
         }) {
        BOOST_TEST(!Sieve{pattern}.lets_through(text), pattern << " in " << text);
        BOOST_TEST(!unread(pattern).matches(text), pattern << " in " << text);
    }
}

BOOST_AUTO_TEST_CASE(what_may_be_missing_or_written_otherwise_is_asked_for_nowhere) {
    for (const auto& [pattern, text] : std::vector<Case>{
             {"", ""},
             {"a?", ""},
             {"ab{0,1}", "a"},
             {"ab{0}", "a"},
             {"(?:abc)*?", ""},
             {"abc|x", "x"},
             {"(?i)kiss", "\u212Ai\u017F\u017F"},
             {"(?i)[k-s]", "\u017F"},
             {"(?i)\u212A", "k"},
             {"(?i)[^a]", "\u212A"},
             {"(?i)é", "É"},
             {"a(?i)b(?-i)c", "aBc"},
             {"(?:(?i)a)b|B", "B"},
             {"a(?i)?", ""},
             {"(?m)^b$", "a\nb\nc"},
             {"(?:^|a)b", "ab"},
             {"^*b", "ab"},
             {"b(?:$|c)", "bc"},
             {"[[:alpha:]]", "a"},
             {"[^[:^alpha:]]", "a"},
             {"[]a]b", "]b"},
             {"[^]a]b", "cb"},
             {"[a\\]-]b", "-b"},
             {"\\Qa|b\\E", "a|b"},
             {"\\x41\\n", "A\n"},
             {"(?P<name>a)b", "ab"},
             {"a{b", "a{b"},
             {"xa{2", "xa{2"},
             {"xa{2,", "xa{2,"},
             {"xa{2,3", "xa{2,3"},
             {"xa{2,-1}", "xa{2,-1}"},
             {"^a{0,-1}$", "a{0,-1}"},
             {"xa{02}", "xa{02}"},
             {"a{1,01}$", "a{1,01}"},
             {"ab[[:]c|de]", "de]"},
             {"\\P{L}\\PN", "! "},
             {"[^\\PL]", "a"},
             {"(?s).", "\n"},
         }) {
        BOOST_TEST(Sieve{pattern}.lets_through(text), pattern << " in " << text);
        BOOST_TEST(unread(pattern).matches(text), pattern << " in " << text);
    }
}

BOOST_AUTO_TEST_CASE(any_pattern_finds_what_it_finds_without_its_sieve) {
    std::mt19937 random{7};
    const std::vector<std::string> parts{
        "a",    "b",     "ab",      "k",     "é",      "\\.",  ".",     "^",       "$",        "[ab]", "[^a]", "[]b]", "[^\\s.é]",
        "\\b",  "\\s",   "\\S",     "\\w",   "\\pL",   "\\PL", "\\A",   "\\z",     "(",        "(?:",  ")",    "|",    "|",
        "*",    "+",     "?",       "??",    "{2}",    "{0,1}", "(?i)", "(?m)",    "{1,}",     "{2,5}", "(?i:", "(?-i)", "[[:alpha:]]",
        " ",    "[a-k]", "\\x{E9}", "[^k]",  "[é-ü]",  "\n",   "]",     "\\x{212A}", "\\p{Latin}", "(?P<n>"};
    const std::vector<std::string> letters{"a", "b", "k", "A", "B", "K", "é", "É", ".", " ", "]", "\n", "\u212A", "\u017F", "ab", "\xC3"};
    int patterns = 0, matches = 0, ruled_out = 0;
    for (int i = 0; i < 8000; ++i) {
        const auto pattern = made_of(parts, 8, random);
        if (!agenda::source::pattern_error(pattern).empty()) continue;
        ++patterns;
        std::vector<std::string> texts;
        for (int k = 0; k < 5; ++k) texts.push_back(made_of(letters, 6, random));
        matches += hold_against_re2(pattern, texts);
        const Sieve sieve{pattern};
        for (const auto& text : texts) ruled_out += sieve.lets_through(text) ? 0 : 1;
    }
    BOOST_TEST(patterns > 1000);
    BOOST_TEST(matches > 1000);
    BOOST_TEST(ruled_out > 1000);
}

BOOST_AUTO_TEST_CASE(the_patterns_of_the_rules_find_what_they_find_without_their_sieves) {
    std::mt19937 random{13};
    const auto patterns = words_of_rules();
    BOOST_TEST(patterns.size() > 100);
    int matched = 0;
    for (const auto& pattern : patterns) {
        // Texts of the pattern's own words and signs, among others.
        std::vector<std::string> pieces{" ", "  ", "a", "9", ".", "\t", "\n", "é", "?", "XX", "Ann", "THE"};
        for (const char c : pattern) {
            const bool goes_on = std::isalpha(static_cast<unsigned char>(c)) && std::isalpha(static_cast<unsigned char>(pieces.back().back()));
            const bool is_byte = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
            if (goes_on || is_byte)
                pieces.back() += c;
            else
                pieces.emplace_back(1, c);
        }
        std::vector<std::string> texts;
        for (int k = 0; k < 50; ++k) texts.push_back(made_of(pieces, 6, random));
        matched += hold_against_re2(pattern, texts) > 0 ? 1 : 0;
    }
    BOOST_TEST(matched > 50);
}

BOOST_AUTO_TEST_CASE(a_long_pattern_finds_what_it_finds_without_its_sieve) {
    const std::string letters(3000, 'a');
    std::string choice = "w0";
    for (int i = 1; i < 3000; ++i) choice += "|w" + std::to_string(i) + "x";
    const std::vector<std::string> texts{letters + "b", letters, std::string(9000, 'a') + "b", "w2999x", "w2999", "", "an w0"};
    BOOST_TEST(hold_against_re2(letters + "b", texts) == 2);
    BOOST_TEST(hold_against_re2(choice, texts) == 2);
    BOOST_TEST(hold_against_re2("(?:" + letters.substr(0, 100) + "|b{40}|[0-9]){3}b", texts) == 2);
}

BOOST_AUTO_TEST_CASE(what_touches_a_place_lies_between_bytes_that_no_match_has) {
    const std::string_view text = "ab, cd. Ef!";
    const auto around = [&](const char* pattern, std::size_t start, std::size_t length) {
        return std::string{Sieve{pattern}.around(text.substr(start, length), text)};
    };
    BOOST_TEST(around("[a-d]+ [a-d]", 5, 1) == " cd");
    BOOST_TEST(around("[a-d ]+", 2, 1) == "ab, cd");
    BOOST_TEST(around("[a-d]+", 7, 0) == "");
    BOOST_TEST(around(".+", 5, 1) == text);
    BOOST_TEST(around("^[a-d]+", 0, 1) == "ab");
    BOOST_TEST(around("^[a-d]+", 4, 1) == "");
    BOOST_TEST(around("[A-Za-z]+!$", 8, 1) == "Ef!");
    BOOST_TEST(around("[a-z]+$", 4, 1) == "");
}

BOOST_AUTO_TEST_CASE(of_tails_with_few_begins_these_are_told) {
    const Sieve line{"(?:^|\n)[ab] *$"};
    BOOST_TEST(line.is_tail_with_few_begins());
    BOOST_TEST(line.next_begin("a\nb\nab", 0) == 0U);
    BOOST_TEST(line.next_begin("a\nb\nab", 1) == 1U);
    BOOST_TEST(line.next_begin("a\nb\nab", 2) == 3U);
    BOOST_TEST(line.next_begin("a\nb\nab", 4) == 6U);
    BOOST_TEST(line.next_begin("cab", 0) == 3U);
    for (const auto* other : {"a+$", "\nb", "^a$", "\n?$"}) BOOST_TEST(!Sieve{other}.is_tail_with_few_begins(), other);
}

BOOST_AUTO_TEST_CASE(of_joined_texts_those_are_told_that_have_something_of_every_match) {
    JoinedTexts joined;
    for (const auto* text : {"TBC", "", "a TB", "C", "to be TBC, TBC", "x", "TBD"}) joined.add(text);
    const std::vector<std::size_t> with_tbc{0, 4}, with_either{0, 4, 6}, ends_in_b_or_d{2, 6}, none, all{0, 1, 2, 3, 4, 5, 6};
    BOOST_TEST((Sieve{"TBC"}.let_through(joined) == with_tbc));
    BOOST_TEST((Sieve{"TBD|TBC"}.let_through(joined) == with_either));
    BOOST_TEST((Sieve{"[BD]$"}.let_through(joined) == ends_in_b_or_d));
    BOOST_TEST((Sieve{"N\\.N\\."}.let_through(joined) == none));
    BOOST_TEST((Sieve{"x?"}.let_through(joined) == all));
    BOOST_TEST((Sieve{"TBC"}.let_through(JoinedTexts{}) == none));
    joined.clear();
    joined.add("TBC");
    BOOST_TEST((Sieve{"TBC"}.let_through(joined) == std::vector<std::size_t>{0}));
}

BOOST_AUTO_TEST_SUITE_END()
