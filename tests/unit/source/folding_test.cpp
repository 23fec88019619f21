// SPDX-License-Identifier: MIT
// Texts made alike to be compared: composed, folded, taken apart into words.
#include "source/folding.hpp"
#include "source/unicode.hpp"
#include <boost/test/unit_test.hpp>
#include <random>

using namespace agenda::source;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(source_folding)

BOOST_AUTO_TEST_CASE(a_text_is_composed_where_composing_changes_nothing) {
    for (const auto& text : {""s, "abc"s, "\xc3\xa9"s, "\xe2\x80\xa6 \xe2\x80\x9cq\xcc\x83\xe2\x80\x9d"s,
                             "\xe6\x97\xa5\xea\xb0\x80"s, "\xff\xcc\x81"s})
        BOOST_TEST(is_composed(text), visible(text));
    for (const auto& text : {"e\xcc\x81"s,                 // a letter and its accent
                             "\xcd\x84"s,                  // a mark that is always taken apart
                             "\xe2\x84\xa6"s,              // ohm, which is omega
                             "q\xcc\x81\xcc\xa3"s,         // marks in the wrong order
                             "\xe0\xa7\x87\xe0\xa6\xbe"s,  // Bengali vowels, which are no marks
                             "\xe1\x84\x80\xe1\x85\xa1"s,  // two jamo
                             "\xea\xb0\x80\xe1\x86\xa8"s}) // a syllable and a jamo
        BOOST_TEST(!is_composed(text), visible(text));
}

BOOST_AUTO_TEST_CASE(only_ascii_letters_are_lowered) {
    BOOST_TEST(lowered("ABC xyz-09_@[") == "abc xyz-09_@[");
    BOOST_TEST(lowered("\xc3\x89t\xc3\xa9 IM") == "\xc3\x89t\xc3\xa9 im");
    BOOST_TEST(lowered("") == "");
}

BOOST_AUTO_TEST_CASE(texts_are_folded_to_be_compared) {
    BOOST_TEST(folded("  Migrant\xe2\x80\x99s\t\n VOICE ") == "migrant's voice");
    BOOST_TEST(folded("\xc3\x89t\xc3\xa9 \xef\xac\x81n Stra\xc3\x9f"
                      "e") == "\xc3\xa9t\xc3\xa9 fin strasse");
    BOOST_TEST(folded("e\xcc\x81") == folded("\xc3\xa9"));
    BOOST_TEST(folded("Migra\xc2\xadtion") == "migration");
    BOOST_TEST(folded("A\xff"
                      "B") == "a\xff"
                              "b");
    BOOST_TEST(folded("") == "");
}

BOOST_AUTO_TEST_CASE(the_beginning_of_a_folded_text_is_as_if_the_whole_had_been_folded) {
    const std::vector<std::string> pieces{"A", "b", " ", "\n", "-", "\xc3\xa9", "e\xcc\x81", "\xef\xac\x81", "\xe2\x80\x99", "\xc2\xad", "\xcc\xa3", "\xe1\x84\x80\xe1\x85\xa1"};
    std::mt19937 random{3};
    for (int n = 0; n < 2'000; ++n) {
        std::string text;
        for (auto more = random() % 60; more > 0; --more) text += pieces[random() % (n % 3 == 0 ? 5 : pieces.size())];
        const auto size = random() % 20;
        BOOST_TEST_REQUIRE(folded_beginning(text, size) == folded(text).substr(0, size), visible(text));
    }
}

BOOST_AUTO_TEST_CASE(words_are_runs_of_letters_and_digits) {
    const std::vector<std::u32string> plain{U"oneill", U"lopez", U"ekra", U"2"};
    BOOST_TEST((words("O\xe2\x80\x99Neill, Lopez-Ekra (2)", Accents::kept) == plain));
    BOOST_TEST(words(" -\xe2\x80\xa6 ", Accents::dropped).empty());
    BOOST_TEST(words("\xff", Accents::dropped).empty());
}

BOOST_AUTO_TEST_CASE(accents_are_dropped_where_they_are_none_of_the_letters) {
    const auto bare = [](std::string_view text) { return words(text, Accents::dropped); };
    BOOST_TEST((bare("Jos\xc3\xa9 \xc5\x81\xc3\xb3"
                     "d\xc5\xba \xc3\x98ster") == bare("Jose Lodz Oster")));
    BOOST_TEST((words("Jos\xc3\xa9", Accents::kept) != words("Jose", Accents::kept)));
    // The vowels of Devanagari are marks: Rama is not Ram.
    BOOST_TEST((bare("\xe0\xa4\xb0\xe0\xa4\xbe\xe0\xa4\xae") != bare("\xe0\xa4\xb0\xe0\xa4\xae\xe0\xa4\xbe")));
}

BOOST_AUTO_TEST_CASE(hyphens_inside_a_word_are_part_of_it_and_an_apostrophe_ends_it) {
    const auto words = [](std::string_view text) {
        std::string result;
        for (const auto& word : hyphenated_words(text)) result += word + "|";
        return result;
    };
    BOOST_TEST(words("Pause de l\u2019Apr\u00c8s-midi") == "pause|de|l|apres-midi|");
    BOOST_TEST(words("MI\u00c9RCOLES, 9 (julio)") == "miercoles|9|julio|");
    BOOST_TEST(words("-x- --y z-") == "x|y|z|");
    BOOST_TEST(words(" \u2013 . ") == "");
    BOOST_TEST(words("") == "");
    BOOST_TEST(words("a \xff b") == "a|b|");
}

BOOST_AUTO_TEST_SUITE_END()
