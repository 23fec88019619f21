// SPDX-License-Identifier: MIT
// Patterns: what is one, and where its matches lie, in bytes.
#include "source/pattern.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using agenda::source::Pattern;

/// "2+3 6+1": start and length in bytes; "none".
std::string found(std::string_view pattern, std::string_view text) {
    std::string result;
    for (const auto& match : Pattern{pattern}.find_all(text))
        result += (result.empty() ? "" : " ") + std::to_string(match.start) + "+" + std::to_string(match.length);
    return result.empty() ? "none" : result;
}

} // namespace

BOOST_AUTO_TEST_CASE(matches_are_found_in_bytes) {
    BOOST_TEST(found("b+", "aabbb") == "2+3");
    BOOST_TEST(found("b", "é b") == "3+1");
    BOOST_TEST(found("é", "aé") == "1+2");
    BOOST_TEST(found("^$", "") == "none");
    BOOST_TEST(found("x", "abc") == "none");
    BOOST_TEST(found("x", "") == "none");
}

BOOST_AUTO_TEST_CASE(each_match_is_looked_for_behind_the_one_before_and_an_empty_one_takes_a_step) {
    BOOST_TEST(found("a+", "aa b a") == "0+2 5+1");
    BOOST_TEST(found("ab|b", "abb") == "0+2 2+1");
    BOOST_TEST(found("x?", "ax") == "0+0 1+1");
    BOOST_TEST(found("^a", "aab") == "0+1 1+1");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_pattern_is_told_with_its_reason) {
    for (const auto* text : {"(", "[a", "a**", "(?=x)"}) BOOST_TEST(agenda::source::pattern_error(text) != "", text);
    BOOST_TEST(agenda::source::pattern_error("a|b") == "");
}

BOOST_AUTO_TEST_CASE(a_pattern_may_match_an_empty_text) {
    BOOST_TEST(Pattern{"a|b"}.matches("xb"));
    BOOST_TEST(!Pattern{"^b"}.matches("xb"));
    BOOST_TEST(Pattern{""}.matches(""));
}
