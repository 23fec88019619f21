// SPDX-License-Identifier: MIT
// Widths, the first byte that is not UTF-8, and text made harmless for a terminal.
#include "source/unicode.hpp"
#include <boost/test/unit_test.hpp>
#include <vector>

using namespace agenda::source;
using namespace std::string_literals;

namespace {

struct Shown {
    std::string bytes, shown;
};

void check_shown(const std::vector<Shown>& table) {
    for (const auto& row : table)
        BOOST_TEST_CONTEXT("shown as " << row.shown) BOOST_TEST(visible(row.bytes) == row.shown);
}

std::string every_byte_pair() {
    std::string result;
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            result += static_cast<char>(first);
            result += static_cast<char>(second);
        }
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_unicode)

BOOST_AUTO_TEST_CASE(ordinary_text_is_shown_as_it_is) {
    for (const std::string text : {"", "Coffee break", "Z\xc3\xbcrich", "\xe6\x97\xa5\xe6\x9c\xac", "e\xcc\x81",
                                   "\xf0\x9f\x98\x80", "\xe2\x80\x93", "\xe2\x80\x9c",
                                   "a\xc2\xa0"
                                   "b",
                                   "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac",
                                   "co\xc2\xad"
                                   "operate"})
        BOOST_TEST(visible(text) == text);
}

BOOST_AUTO_TEST_CASE(control_characters_are_named) {
    check_shown({{"\x1b[31mred", "<U+001B>[31mred"},
                 {"a\0b"s, "a<U+0000>b"},
                 {"\a", "<U+0007>"},
                 {"a\nb", "a<U+000A>b"},
                 {"a\rb", "a<U+000D>b"},
                 {"\x7f", "<U+007F>"},
                 {"\xc2\x9b"
                  "31m",
                  "<U+009B>31m"},
                 {"\xc2\x85", "<U+0085>"},
                 {"\x08", "<U+0008>"}});
}

BOOST_AUTO_TEST_CASE(bidirectional_controls_are_named) {
    check_shown({{"\xe2\x80\xae", "<U+202E>"},
                 {"\xe2\x80\xaa", "<U+202A>"},
                 {"\xe2\x80\xac", "<U+202C>"},
                 {"\xe2\x81\xa6", "<U+2066>"},
                 {"\xe2\x81\xa9", "<U+2069>"},
                 {"\xe2\x80\x8e", "<U+200E>"},
                 {"\xe2\x80\x8f", "<U+200F>"},
                 {"\xd8\x9c", "<U+061C>"}});
}

BOOST_AUTO_TEST_CASE(line_separators_and_invisible_tags_are_named) {
    check_shown({{"\xe2\x80\xa8", "<U+2028>"},
                 {"\xe2\x80\xa9", "<U+2029>"},
                 {"\xf3\xa0\x81\x81", "<U+E0041>"},
                 {"\xf3\xa0\x80\x81", "<U+E0001>"},
                 {"\xef\xbb\xbf", "<U+FEFF>"},
                 {"\xe2\x80\x8b", "<U+200B>"}});
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_are_named_one_by_one) {
    check_shown({{"\xff", "<0xFF>"},
                 {"a\xc3", "a<0xC3>"},
                 {"\xc3(", "<0xC3>("},
                 {"\xed\xa0\x80", "<0xED><0xA0><0x80>"},
                 {"\xc0\x9b", "<0xC0><0x9B>"},
                 {"\xf0\x9f\x98", "<0xF0><0x9F><0x98>"}});
}

BOOST_AUTO_TEST_CASE(a_tab_is_shown_as_one_space) { BOOST_TEST(visible("a\tb") == "a b"); }

BOOST_AUTO_TEST_CASE(what_is_shown_is_utf_8_without_controls_whatever_the_bytes) {
    const auto shown = visible(every_byte_pair());
    BOOST_TEST(!first_invalid_utf8(shown).has_value());
    BOOST_TEST(shown.find_first_of("\x1b\n\r\t\x7f\0"s) == std::string::npos);
    BOOST_TEST(visible(shown) == shown);
}

BOOST_AUTO_TEST_CASE(valid_utf_8_has_no_invalid_byte) {
    for (const auto& text : {""s, "a"s, "\0"s, "\x7f"s, "\xc2\x80"s, "\xdf\xbf"s, "\xe0\xa0\x80"s, "\xed\x9f\xbf"s,
                             "\xee\x80\x80"s, "\xef\xbf\xbf"s, "\xf0\x90\x80\x80"s, "\xf4\x8f\xbf\xbf"s})
        BOOST_TEST_CONTEXT(visible(text)) BOOST_TEST(!first_invalid_utf8(text).has_value());
}

BOOST_AUTO_TEST_CASE(the_first_byte_that_is_not_utf_8_is_found) {
    const std::vector<std::pair<std::string, std::size_t>> table{
        {"\x80", 0}, // a continuation alone
        {"ab\xff"
         "c",
         2},                     // never a byte of UTF-8
        {"\xc0\x80", 0},         // overlong NUL
        {"\xc1\xbf", 0},         // overlong DEL
        {"\xe0\x9f\xbf", 0},     // overlong, two bytes in three
        {"\xf0\x8f\xbf\xbf", 0}, // overlong, three bytes in four
        {"\xed\xa0\x80", 0},     // a high surrogate
        {"\xed\xbf\xbf", 0},     // a low surrogate
        {"\xf4\x90\x80\x80", 0}, // past U+10FFFF
        {"\xf5\x80\x80\x80", 0}, // past U+10FFFF
        {"a\xc3", 1},            // cut short at the end
        {"a\xe2\x82", 1},        // cut short at the end
        {"\xf0\x9f\x98", 0},     // cut short at the end
        {"\xe2\x82"
         "a",
         0},                 // cut short by a letter
        {"\xc3\xa9\xc3", 2}, // a good one first
        {"\xc3\xa9\xa9", 2}, // one continuation too many
    };
    for (const auto& [bytes, offset] : table) BOOST_TEST_CONTEXT(visible(bytes)) {
            BOOST_TEST_REQUIRE(first_invalid_utf8(bytes).has_value());
            BOOST_TEST(*first_invalid_utf8(bytes) == offset);
        }
}

BOOST_AUTO_TEST_CASE(a_width_is_counted_in_each_unit) {
    struct Row {
        std::string text;
        std::size_t bytes, code_points, utf16, cells;
    };
    const std::vector<Row> table{{"", 0, 0, 0, 0},
                                 {"abc", 3, 3, 3, 3},
                                 {"\xc3\xa9", 2, 1, 1, 1},
                                 {"e\xcc\x81", 3, 2, 2, 1},
                                 {"\xe6\x97\xa5", 3, 1, 1, 2},
                                 {"\xf0\x9f\x98\x80", 4, 1, 2, 2},
                                 {"\t", 1, 1, 1, 1},
                                 {"\xff", 1, 1, 1, 6},
                                 {"\x1b", 1, 1, 1, 8},
                                 {"\xe2\x80\xae", 3, 1, 1, 8}};
    for (const auto& row : table) BOOST_TEST_CONTEXT(visible(row.text)) {
            BOOST_TEST(width(row.text, Unit::bytes) == row.bytes);
            BOOST_TEST(width(row.text, Unit::code_points) == row.code_points);
            BOOST_TEST(width(row.text, Unit::utf16) == row.utf16);
            BOOST_TEST(width(row.text, Unit::cells) == row.cells);
        }
}

BOOST_AUTO_TEST_CASE(a_prefix_of_some_code_points_has_their_bytes) {
    const auto text = "a\xc3\xa9\xff\xf0\x9f\x98\x80"s;
    const std::vector<std::size_t> sizes{0, 1, 3, 4, 8, 8};
    for (std::size_t count = 0; count < sizes.size(); ++count) BOOST_TEST(prefix_size(text, count) == sizes[count]);
}

BOOST_AUTO_TEST_CASE(a_text_is_as_wide_in_cells_as_what_is_shown_of_it) {
    const auto bytes = every_byte_pair();
    BOOST_TEST(width(bytes, Unit::cells) == width(visible(bytes), Unit::cells));
}

BOOST_AUTO_TEST_CASE(in_ascii_other_characters_are_written_by_their_numbers) {
    BOOST_TEST(ascii("plain ~\n") == "plain ~\n");
    BOOST_TEST(ascii("\u00E9 \U0001F600 \u65E5") == "<U+00E9> <U+1F600> <U+65E5>");
    BOOST_TEST(ascii("cut\u2026") == "cut...");
    BOOST_TEST(ascii("\xFF\xC3") == "<0xFF><0xC3>");
}

BOOST_AUTO_TEST_CASE(a_text_with_two_capitals_and_no_small_letter_is_in_capitals) {
    for (const auto& text : {"CY ORA"s, "A.B."s, "\u00C9\u00C0"s, "\u0416 1 \u0416"s, "\u674E AB"s})
        BOOST_TEST(is_in_capitals(text), text);
    for (const auto& text : {""s, "A"s, "12"s, "Ann LEE"s, "AB\u00E9"s, "\u674E\u5C0F"s, "AB\xFF"s})
        BOOST_TEST(!is_in_capitals(text), text);
}

BOOST_AUTO_TEST_CASE(a_text_of_blanks_and_line_ends_is_blank) {
    for (const auto& text : {""s, " "s, " \t\r\n"s}) BOOST_TEST(is_blank(text));
    for (const auto& text : {"a"s, " a "s, "\u00A0"s}) BOOST_TEST(!is_blank(text));
}

BOOST_AUTO_TEST_SUITE_END()
