// SPDX-License-Identifier: MIT
// Dotted keys of very many parts: found where they are keys, and not where dots stand in strings, comments and numbers.
#include "source/key_depth.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace agenda::source;
using namespace std::string_literals;
using support::dotted_key;
using support::repeated;

namespace {

const std::string dots(300, '.');

/// The offset at which a key is found, or "none".
std::string found_at(const std::string& text) {
    const auto found = too_deep_key(text);
    return found ? std::to_string(found->offset) : "none";
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_key_depth)

BOOST_AUTO_TEST_CASE(a_key_of_256_parts_is_allowed_and_of_257_is_not) {
    BOOST_TEST(found_at(dotted_key(256) + " = 1\n") == "none");
    BOOST_TEST(found_at(dotted_key(257) + " = 1\n") == "0");
}

BOOST_AUTO_TEST_CASE(a_header_of_257_parts_is_found_behind_its_bracket) {
    BOOST_TEST(found_at("["s + dotted_key(256) + "]\n") == "none");
    BOOST_TEST(found_at("["s + dotted_key(257) + "]\n") == "1");
    BOOST_TEST(found_at("[["s + dotted_key(257) + "]]\n") == "2");
}

BOOST_AUTO_TEST_CASE(a_key_of_quoted_or_spaced_parts_is_found) {
    BOOST_TEST(found_at("a = 1\n"s + repeated("\"b\".", 300) + "c = 1\n") == "6");
    BOOST_TEST(found_at("a = 1\n"s + repeated("'b' . ", 300) + "c = 1\n") == "6");
    BOOST_TEST(found_at("a = 1\n"s + repeated("b\t.\t", 300) + "c = 1\n") == "6");
}

BOOST_AUTO_TEST_CASE(a_key_in_an_inline_table_is_found) {
    BOOST_TEST(found_at("t = {"s + dotted_key(300) + " = 1}\n") == "5");
    BOOST_TEST(found_at("t = [{x = \"y\", "s + dotted_key(300) + " = 1}]\n") != "none");
}

BOOST_AUTO_TEST_CASE(dots_in_strings_are_not_counted) {
    const std::vector<std::string> table{
        "a = \"" + dots + "\"\n",
        "a = '" + dots + "'\n",
        "a = \"\"\"" + dots + "\"\"\"\n",
        "a = '''" + dots + "'''\n",
        "a = \"\"\"\n" + dots + "\n\"\"\"\n",
        "a = \"x\\\"" + dots + "\"\n",
        "a = \"x\\\\\"\nb = \"" + dots + "\"\n",
        "a = '\\'\nb = '" + dots + "'\n",
        "a = \"\"\"x\"y\"\"z" + dots + "\"\"\"\n",
        "\"" + dots + "\" = 1\n",
        "a = [\"" + dots + "\", \"" + dots + "\"]\n",
        "a = \"it's\" # it's\nb = '" + dots + "'\n",
    };
    for (const auto& text : table) BOOST_TEST_CONTEXT(text) BOOST_TEST(found_at(text) == "none");
}

BOOST_AUTO_TEST_CASE(a_multi_line_string_may_end_in_quotes_of_its_own) {
    // """a"""" is the string a" : up to two quotes may stand before the closing three.
    const std::vector<std::string> table{
        "t = { x = \"\"\"a\"\"\"\", y = \"" + dots + "\" }\n",
        "t = { x = \"\"\"a\"\"\"\"\", y = \"" + dots + "\" }\n",
        "t = { x = '''a'''', y = '" + dots + "' }\n",
    };
    for (const auto& text : table) BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(support::error_places(support::document(text)) == "");
            BOOST_TEST(found_at(text) == "none");
        }
}

BOOST_AUTO_TEST_CASE(a_deep_key_behind_such_a_string_is_found_where_it_stands) {
    BOOST_TEST(found_at("x = \"\"\"a\"\"\"\"\n"s + dotted_key(300) + " = 1\n") == "13");
}

BOOST_AUTO_TEST_CASE(dots_in_comments_and_numbers_are_not_counted) {
    BOOST_TEST(found_at("# " + dots + "\n") == "none");
    BOOST_TEST(found_at("a = 1 # " + dots + "\n") == "none");
    BOOST_TEST(found_at("# it's \"\na = 1 # " + dots + "\n") == "none");
    BOOST_TEST(found_at("a = ["s + repeated("1.5, ", 400) + "]\n") == "none");
}

BOOST_AUTO_TEST_CASE(dots_of_several_keys_are_not_added_up) {
    BOOST_TEST(found_at(repeated("a.b.c = 1\n", 400)) == "none");
    BOOST_TEST(found_at("a = ["s + repeated("{b.c = 1}, ", 400) + "]\n") == "none");
}

BOOST_AUTO_TEST_CASE(the_parts_of_keys_in_one_another_are_added_up) {
    const auto half = dotted_key(129); // 128 dots
    BOOST_TEST(found_at("t."s + half + " = { " + dotted_key(127) + " = 1.5 }\n") == "none");
    BOOST_TEST(found_at("a = [{ "s + half + " = [\n[{ " + half + " = 1 }]]}]\n") == "272");
    BOOST_TEST(found_at("["s + half + "]\n" + half + " = 1\n") == "none");
}

BOOST_AUTO_TEST_CASE(the_dot_of_a_number_is_no_part) {
    BOOST_TEST(found_at(dotted_key(256) + " = 1.5\n") == "none");
    BOOST_TEST(found_at(dotted_key(256) + " = [1.5, 2.5]\n") == "none");
}

BOOST_AUTO_TEST_CASE(an_empty_text_has_no_deep_key) { BOOST_TEST(found_at("") == "none"); }

BOOST_AUTO_TEST_CASE(a_text_that_ends_in_a_string_or_an_escape_is_scanned_to_its_end) {
    BOOST_TEST(found_at("a = \"" + dots) == "none");
    BOOST_TEST(found_at("a = \"" + dots + "\\") == "none");
    BOOST_TEST(found_at("a = '''" + dots) == "none");
    BOOST_TEST(found_at("a = \"" + dots + "\"\"") == "none");
}

BOOST_AUTO_TEST_SUITE_END()
