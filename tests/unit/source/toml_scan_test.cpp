// SPDX-License-Identifier: MIT
// Where the strings and comments of a TOML text end.
#include "source/toml_scan.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;

/// The first token of a text.
std::string first(std::string_view text) { return std::string{text.substr(0, source::past_token(text, 0))}; }

struct Case {
    std::string_view text, token;
};

} // namespace

BOOST_AUTO_TEST_SUITE(steps_over_a_toml_text)

BOOST_AUTO_TEST_CASE(a_string_ends_behind_the_quote_that_closes_it) {
    for (const auto& [text, token] : {
             Case{R"("" x)", R"("")"},
             Case{R"("a" "b")", R"("a")"},
             Case{R"("a'b" ')", R"("a'b")"},
             Case{R"('a"b' ")", R"('a"b')"},
             Case{R"("a\"b" c")", R"("a\"b")"},
             Case{R"("a\\" b")", R"("a\\")"},
             Case{R"('a\' b')", R"('a\')"},
         })
        BOOST_TEST(first(text) == token);
}

BOOST_AUTO_TEST_CASE(a_string_of_one_line_that_is_not_closed_ends_before_its_line_feed) {
    for (const auto& [text, token] : {
             Case{"\"a\n\"b\"", "\"a"},
             Case{"'a\n'b'", "'a"},
             Case{"\"a\\\nb\"", "\"a\\"},
             Case{"\"a\\\"\nb\"", "\"a\\\""},
             Case{"\"a", "\"a"},
             Case{"\"a\\", "\"a\\"},
             Case{"\"", "\""},
         })
        BOOST_TEST(first(text) == token);
}

BOOST_AUTO_TEST_CASE(a_multi_line_string_ends_behind_three_quotes_and_up_to_two_more) {
    for (const auto& [text, token] : {
             Case{"\"\"\"a\nb\"\"\" c", "\"\"\"a\nb\"\"\""},
             Case{"'''a\nb''' c", "'''a\nb'''"},
             Case{"\"\"\"\"\"\" c", "\"\"\"\"\"\""},
             Case{"\"\"\"a\"\"\"\"\"\"\" c", "\"\"\"a\"\"\"\"\""},
             Case{R"("""a\"""" b)", R"("""a\"""")"},
             Case{R"("""a\\""" b)", R"("""a\\""")"},
             Case{R"("""a\""b""" c)", R"("""a\""b""")"},
             Case{R"('''a\''' b)", R"('''a\''')"},
             Case{R"("""a ''' b)", R"("""a ''' b)"},
             Case{R"("""a\""")", R"("""a\""")"},
             Case{R"("""a\)", R"("""a\)"},
         })
        BOOST_TEST(first(text) == token);
}

BOOST_AUTO_TEST_CASE(a_comment_ends_before_its_line_feed_and_any_other_byte_is_one_step) {
    for (const auto& [text, token] : {Case{"# a \"b\nc", "# a \"b"}, Case{"# a", "# a"}, Case{"ab", "a"}, Case{"\n\n", "\n"}})
        BOOST_TEST(first(text) == token);
}

BOOST_AUTO_TEST_SUITE_END()
