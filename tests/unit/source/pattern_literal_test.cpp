// SPDX-License-Identifier: MIT
// What stands in every match of a pattern: never more than that, whatever is written around it.
#include "source/pattern_literal.hpp"
#include "source/pattern.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

using agenda::source::literal_of;

BOOST_AUTO_TEST_SUITE(source_pattern_literal)

struct Case {
    const char* pattern;
    const char* literal;
};

BOOST_AUTO_TEST_CASE(the_longest_run_of_plain_characters_is_found) {
    for (const auto& [pattern, literal] : std::vector<Case>{
             {"", ""},
             {"abc", "abc"},
             {"^abc$", "abc"},
             {"ab.cde", "cde"},
             {"\\bXX+\\b", "XX"},
             {"\\]\\(https?://", "](http"},
             {"\\?\\?\\?+", "???"},
             {"¿[^?]*$", "¿"},
             {"ba{3}c", "ba"},
             {"(?m)^\\s*#{1,6}\\s", "#"},
             {"x(?:long text)yz", "yz"},
             {"[]a]b", "b"},
             {"[^]a]b", "b"},
             {"[[:alpha:]x]bc", "bc"},
             {"[\\]x]bc", "bc"},
             {"(a[)]b)cd", "cd"},
             {"(a\\)b)cd", "cd"},
             {"a\\x{E9}b.", "aéb"},
             {"\\x{FFFD}", "\uFFFD"},
             {"\\S\\t,", "\t,"},
         })
        BOOST_TEST(literal_of(pattern) == literal, pattern << ": " << literal_of(pattern));
}

BOOST_AUTO_TEST_CASE(what_may_be_missing_or_written_otherwise_is_no_literal) {
    for (const auto& [pattern, literal] : std::vector<Case>{
             {"a?", ""},
             {"a*?", ""},
             {"ab?", "a"},
             {"aé?", "a"},
             {"ab{0,1}", "a"},
             {"abc|x", ""},
             {"(?i)abc", ""},
             {"XX(?i)abc", "XX"},
             {"ab+(?i)?", ""},
             {"(?i:abc)d", ""},
             {"(?:abc)?", ""},
             {"\\Qa|b\\E", ""},
             {"\\x41bc", ""},
             {"a\\x{E9}?", "a"},
             {"\\pLbc", ""},
             {"a{b", ""},
         })
        BOOST_TEST(literal_of(pattern) == literal, pattern << ": " << literal_of(pattern));
}

BOOST_AUTO_TEST_CASE(every_match_of_any_pattern_has_its_literal) {
    std::mt19937 random{7};
    const std::vector<std::string> parts{"a",  "b",    "ab",  "é",       "\\.", ".",     "^",    "$",     "[ab]",
                                         "[^a]", "[]b]", "\\b", "\\s",     "(",   "(?:",   ")",    "|",     "*",
                                         "+",  "?",    "??",  "{2}",     "{0,1}", "(?i)", "(?m)", "{1,}", "(?i:", "[[:alpha:]]", " "};
    const std::vector<std::string> letters{"a", "b", "A", "B", "é", ".", " ", "]"};
    int patterns = 0, matches = 0;
    for (int i = 0; i < 50000; ++i) {
        std::string pattern;
        for (auto n = random() % 8; n > 0; --n) pattern += parts[random() % parts.size()];
        if (!agenda::source::pattern_error(pattern).empty()) continue;
        ++patterns;
        const auto literal = literal_of(pattern);
        // In a group it is found without a look for its literal.
        const agenda::source::Pattern grouped{"(?:" + pattern + ")"};
        for (int k = 0; k < 5; ++k) {
            std::string text;
            for (auto n = random() % 6; n > 0; --n) text += letters[random() % letters.size()];
            const auto match = grouped.find(text);
            if (!match) continue;
            ++matches;
            BOOST_TEST((text.substr(match->start, match->length).find(literal) != std::string::npos),
                       pattern << " in " << text << ": " << literal);
        }
    }
    BOOST_TEST(patterns > 1000);
    BOOST_TEST(matches > 1000);
}

BOOST_AUTO_TEST_CASE(a_pattern_that_matches_at_an_end_of_the_text_only_is_anchored) {
    using agenda::source::is_anchored;
    for (const auto* pattern : {"^", "^a", "a$", "$", "\\\\$"}) BOOST_TEST(is_anchored(pattern), pattern);
    for (const auto* pattern : {"", "a", "\\$", "a\\\\\\$", "^a|b", "a|b$", "(?m)^a", "(?m)a$", "\\Qa$"})
        BOOST_TEST(!is_anchored(pattern), pattern);
}

BOOST_AUTO_TEST_CASE(a_literal_is_found_wherever_it_stands_and_nowhere_else) {
    using agenda::source::Literal;
    for (const auto* literal : {"a", "  ", " ,", ", ", "TBA", "\u00AD", "aéb", "aab"})
        for (const auto& text : {std::string{}, std::string{literal}, std::string{"aaaa bb , "} + literal, literal + std::string{" ,aa"},
                                 std::string{"a a , TB \xC2 aa"}, std::string{"aaab"}})
            BOOST_TEST(Literal{literal}.is_in(text) == (text.find(literal) != std::string::npos), literal << " in " << text);
    BOOST_TEST(Literal{""}.is_in(""));
}

BOOST_AUTO_TEST_SUITE_END()
