// SPDX-License-Identifier: MIT
// Patterns: what is one, and where the first match lies, in bytes.
#include "source/pattern.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using agenda::source::Pattern;

/// "2+3": start and length in bytes; "none".
std::string found(std::string_view pattern, std::string_view text) {
    const auto match = Pattern{pattern}.find(text);
    return match ? std::to_string(match->start) + "+" + std::to_string(match->length) : "none";
}

} // namespace

BOOST_AUTO_TEST_CASE(the_first_match_is_found_in_bytes) {
    BOOST_TEST(found("b+", "aabbb") == "2+3");
    BOOST_TEST(found("b", "é b") == "3+1");
    BOOST_TEST(found("é", "aé") == "1+2");
    BOOST_TEST(found("^$", "") == "0+0");
    BOOST_TEST(found("x", "abc") == "none");
    BOOST_TEST(found("x", "") == "none");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_no_pattern_is_told_with_its_reason) {
    for (const auto* text : {"(", "[a", "a**", "(?=x)"}) BOOST_TEST(agenda::source::pattern_error(text) != "", text);
    BOOST_TEST(agenda::source::pattern_error("a|b") == "");
}

BOOST_AUTO_TEST_CASE(whether_a_pattern_matches_is_told_as_find_tells_it) {
    BOOST_TEST(Pattern{"a|b"}.matches("xb"));
    BOOST_TEST(!Pattern{"^b"}.matches("xb"));
    BOOST_TEST(Pattern{""}.matches(""));
}
