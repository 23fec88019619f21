// SPDX-License-Identifier: MIT
// Texts made to break a parser: very deep, very many parts, very long lines. Each in a process of its own, with limited
// time.
#include "source/toml.hpp"
#include "support/child_process.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>
#include <cstdlib>

using namespace agenda::source;
using namespace std::string_literals;
using support::document;
using support::dotted_key;
using support::in_child;
using support::repeated;

namespace {

/// "done" where the text is refused with at least one error, and nothing worse happens.
std::string refusal(const std::string& text) {
    return in_child([&] {
        const auto refused = !document(text).errors().empty();
        if (!refused) _exit(3);
    });
}

/// Reads a one-line array of that many elements and asks each for its span; exits with 4 where one is not as written.
void ask_spans_in_order(const std::string& element, std::size_t count) {
    const auto read = document("v = ["s + repeated(element + ", ", count) + "]\n");
    const auto elements = read.root().find("v")->elements();
    if (elements.size() != count) _exit(4);
    for (const auto each : elements)
        if (read.text().slice(each.span()) != element) _exit(4);
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_toml_extremes)

BOOST_AUTO_TEST_CASE(arrays_10000_deep_are_refused) {
    BOOST_TEST(refusal("a = "s + repeated("[", 10000) + repeated("]", 10000) + "\n") == "done");
    BOOST_TEST(refusal("a = "s + repeated("[", 10000)) == "done");
    BOOST_TEST(refusal("a = "s + repeated("[\n", 10000) + repeated("]\n", 10000)) == "done");
}

BOOST_AUTO_TEST_CASE(inline_tables_10000_deep_are_refused) {
    BOOST_TEST(refusal("a = "s + repeated("{a = ", 10000) + "1"s + repeated("}", 10000) + "\n") == "done");
    BOOST_TEST(refusal("a = "s + repeated("[{a = ", 10000) + "1"s + repeated("}]", 10000) + "\n") == "done");
}

BOOST_AUTO_TEST_CASE(a_key_of_40000_parts_is_refused) {
    BOOST_TEST(refusal(dotted_key(40000) + " = 1\n") == "done");
    BOOST_TEST(refusal("x = 1\nt = {"s + dotted_key(40000) + " = 1}\n") == "done");
}

BOOST_AUTO_TEST_CASE(a_header_of_40000_parts_is_refused) {
    BOOST_TEST(refusal("["s + dotted_key(40000) + "]\n") == "done");
    BOOST_TEST(refusal("[["s + dotted_key(40000) + "]]\n") == "done");
}

BOOST_AUTO_TEST_CASE(keys_of_255_parts_in_tables_255_deep_are_refused) {
    // Either limit alone is kept; together they make tables 65,000 deep.
    const auto open = repeated("{"s + dotted_key(255) + " = ", 255);
    BOOST_TEST(refusal("x = " + open + "1"s + repeated("}", 255) + "\n") == "done");
}

BOOST_AUTO_TEST_CASE(a_deep_header_behind_an_escaped_line_end_is_refused) {
    // The backslash does not carry the string over the line's end.
    BOOST_TEST(refusal("x = \"abc\\\n["s + dotted_key(200000) + "]\n") == "done");
}

BOOST_AUTO_TEST_CASE(a_deep_header_in_a_string_behind_an_error_is_refused) {
    // With the section of the error blanked, the string's opening quotes are gone and its text is read as TOML.
    BOOST_TEST(refusal("[a]\nx = = 1\ns = \"\"\"\n["s + dotted_key(200000) + "]\n\"\"\"\n") == "done");
    BOOST_TEST(refusal("[a]\nx = = 1\ns = \"\"\"\n[b]\n"s + dotted_key(200000) + " = 1\n\"\"\"\n") == "done");
}

BOOST_AUTO_TEST_CASE(spans_of_a_line_of_five_megabytes_are_asked_in_order_without_starting_anew) {
    // 800,000 spans; from the line's start each time it would be some 10^12 steps.
    BOOST_TEST(in_child([] { ask_spans_in_order("\"\xc3\xa9\"", 800000); }) == "done");
}

BOOST_AUTO_TEST_CASE(spans_of_tables_in_one_long_line_are_asked_with_their_entries_without_starting_anew) {
    // As a reader does: the table's span, then its key's and its value's, which begin before the table's end.
    const auto ask = [] {
        const auto read = document("v = ["s + repeated("{p = \"\xc3\xa9\"}, ", 200000) + "]\n");
        for (const auto table : read.root().find("v")->elements()) {
            if (read.text().slice(table.span()) != "{p = \"\xc3\xa9\"}") _exit(4);
            for (const auto& entry : table.entries())
                if (read.text().slice(entry.value.span()) != "\"\xc3\xa9\"") _exit(4);
        }
    };
    BOOST_TEST(in_child(ask) == "done");
}

BOOST_AUTO_TEST_CASE(many_errors_in_a_long_text_end_in_time) {
    BOOST_TEST(in_child([] { (void)document(repeated("[[day]]\nx = = \"\xc3\xa9\"\n", 100000)); }) == "done");
}

BOOST_AUTO_TEST_CASE(a_long_section_with_an_error_ends_in_time) {
    BOOST_TEST(in_child([] { (void)document("[a]\n"s + repeated("x = = 1\n", 300000)); }) == "done");
}

BOOST_AUTO_TEST_CASE(bytes_of_every_value_make_errors_and_nothing_worse) {
    std::string bytes;
    for (int value = 0; value < 256; ++value) bytes += static_cast<char>(value);
    BOOST_TEST(refusal(bytes) == "done");
    BOOST_TEST(refusal(std::string(1000000, '\0')) == "done");
    for (int value = 0; value < 256; ++value) BOOST_TEST_CONTEXT("byte " << value)
    BOOST_TEST(in_child([&] { (void)document("[a]\nb = " + std::string(3, static_cast<char>(value))); }) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
