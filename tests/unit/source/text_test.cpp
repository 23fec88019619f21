// SPDX-License-Identifier: MIT
// Lines of a text, and columns in bytes, code points, UTF-16 units and terminal cells.
#include "source/text.hpp"
#include "source/unicode.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <vector>

using namespace agenda::source;

namespace {

const std::string e_acute = "\xc3\xa9";             // U+00E9
const std::string combining_acute = "\xcc\x81";     // U+0301
const std::string ideograph = "\xe6\x97\xa5";       // U+65E5, two cells
const std::string grinning = "\xf0\x9f\x98\x80";    // U+1F600, two UTF-16 units and two cells
const std::string byte_order_mark = "\xef\xbb\xbf"; // U+FEFF

Text text(std::string bytes) { return {"test.toml", std::move(bytes)}; }

std::string place(const Text& text, std::size_t offset, Unit unit) {
    const auto position = text.position(offset, unit);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
}

/// The column behind `before`, in bytes, code points, UTF-16 units and cells.
std::string columns_behind(const std::string& before) {
    const auto whole = text(before + "x");
    std::string result;
    for (const auto unit : {Unit::bytes, Unit::code_points, Unit::utf16, Unit::cells}) {
        if (!result.empty()) result += ' ';
        result += std::to_string(whole.position(before.size(), unit).column);
    }
    return result;
}

std::string random_text(std::mt19937& random) {
    const std::vector<std::string> pieces{"a",       "b",     ".", " ", "\n", "\r\n", "\t", e_acute, combining_acute,
                                          ideograph, grinning};
    std::string result = random() % 4 == 0 ? byte_order_mark : "";
    for (auto count = random() % 40; count > 0; --count) result += pieces[random() % pieces.size()];
    return result;
}

/// The offsets at which a character begins, and the end. A byte order mark at the beginning is none.
std::vector<std::size_t> character_offsets(const std::string& bytes) {
    std::vector<std::size_t> result;
    for (std::size_t at = bytes.starts_with(byte_order_mark) ? 3 : 0; at < bytes.size(); ++at)
        if ((static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U) result.push_back(at);
    result.push_back(bytes.size());
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_text)

BOOST_AUTO_TEST_CASE(an_empty_text_has_one_empty_line) {
    const auto empty = text("");
    BOOST_TEST(empty.line_count() == 1U);
    BOOST_TEST(empty.line(1) == "");
    BOOST_TEST(place(empty, 0, Unit::code_points) == "1:1");
    BOOST_TEST(empty.offset(1, 1) == 0U);
}

BOOST_AUTO_TEST_CASE(lines_end_at_a_line_feed) {
    const auto three = text("ab\n\ncd");
    BOOST_TEST(three.line_count() == 3U);
    BOOST_TEST(three.line(1) == "ab");
    BOOST_TEST(three.line(2) == "");
    BOOST_TEST(three.line(3) == "cd");
}

BOOST_AUTO_TEST_CASE(a_line_feed_at_the_end_begins_a_last_empty_line) {
    BOOST_TEST(text("ab\n").line_count() == 2U);
    BOOST_TEST(text("ab\n").line(2) == "");
    BOOST_TEST(place(text("ab\n"), 3, Unit::bytes) == "2:1");
}

BOOST_AUTO_TEST_CASE(a_line_that_does_not_exist_is_empty) {
    BOOST_TEST(text("ab").line(0) == "");
    BOOST_TEST(text("ab").line(2) == "");
    BOOST_TEST(text("ab").line(static_cast<std::size_t>(-1)) == "");
}

BOOST_AUTO_TEST_CASE(a_carriage_return_before_the_line_feed_is_no_part_of_the_line) {
    const auto windows = text("ab\r\n\r\ncd\r\n");
    BOOST_TEST(windows.line_count() == 4U);
    BOOST_TEST(windows.line(1) == "ab");
    BOOST_TEST(windows.line(2) == "");
    BOOST_TEST(windows.line(3) == "cd");
    BOOST_TEST(place(windows, 6, Unit::code_points) == "3:1");
}

BOOST_AUTO_TEST_CASE(a_carriage_return_at_the_end_of_a_line_takes_no_cell) {
    // Offset 2 is the CR and 3 the LF: a marker at either stands right behind "ab".
    BOOST_TEST(place(text("ab\r\ncd"), 2, Unit::cells) == "1:3");
    BOOST_TEST(place(text("ab\r\ncd"), 3, Unit::cells) == "1:3");
}

BOOST_AUTO_TEST_CASE(a_carriage_return_amid_a_line_is_a_part_of_it) {
    BOOST_TEST(text("ab\rcd\n").line(1) == "ab\rcd");
    BOOST_TEST(text("ab\rcd\n").line_count() == 2U);
}

BOOST_AUTO_TEST_CASE(columns_are_counted_in_each_unit) {
    BOOST_TEST(columns_behind("") == "1 1 1 1");
    BOOST_TEST(columns_behind("ab") == "3 3 3 3");
    BOOST_TEST(columns_behind(e_acute) == "3 2 2 2");
    BOOST_TEST(columns_behind(ideograph) == "4 2 2 3");
    BOOST_TEST(columns_behind(grinning) == "5 2 3 3");
    BOOST_TEST(columns_behind("e" + combining_acute) == "4 3 3 2");
    BOOST_TEST(columns_behind("\t") == "2 2 2 2");
    BOOST_TEST(columns_behind(e_acute + ideograph + grinning) == "10 4 5 6");
}

BOOST_AUTO_TEST_CASE(columns_begin_anew_on_each_line) {
    const auto two = text(grinning + e_acute + "\n" + e_acute + "x");
    BOOST_TEST(place(two, 9, Unit::bytes) == "2:3");
    BOOST_TEST(place(two, 9, Unit::code_points) == "2:2");
    BOOST_TEST(place(two, 9, Unit::utf16) == "2:2");
    BOOST_TEST(place(two, 9, Unit::cells) == "2:2");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_has_no_column_but_in_bytes) {
    const auto marked = text(byte_order_mark + "ab\ncd");
    BOOST_TEST(place(marked, 3, Unit::bytes) == "1:4");
    BOOST_TEST(place(marked, 3, Unit::code_points) == "1:1");
    BOOST_TEST(place(marked, 4, Unit::utf16) == "1:2");
    BOOST_TEST(place(marked, 4, Unit::cells) == "1:2");
    BOOST_TEST(place(marked, 6, Unit::code_points) == "2:1");
    BOOST_TEST(marked.offset(1, 1) == 3U);
    BOOST_TEST(marked.offset(1, 2) == 4U);
}

BOOST_AUTO_TEST_CASE(the_very_beginning_of_a_marked_text_is_its_first_column) {
    for (const auto unit : {Unit::bytes, Unit::code_points, Unit::utf16, Unit::cells})
        BOOST_TEST(place(text(byte_order_mark + "ab"), 0, unit) == "1:1");
}

BOOST_AUTO_TEST_CASE(an_offset_past_the_end_is_the_end) {
    for (const std::size_t offset : {4UL, 5UL, 1000UL, static_cast<std::size_t>(-1)})
        BOOST_TEST(place(text("a\nbc"), offset, Unit::code_points) == "2:3");
}

BOOST_AUTO_TEST_CASE(a_place_past_the_end_is_the_offset_of_the_end) {
    BOOST_TEST(text("a\nbc").offset(3, 1) == 4U);
    BOOST_TEST(text("a\nbc").offset(2, 100) == 4U);
    BOOST_TEST(text("a\n" + e_acute + "c").offset(2, 100) == 5U);
    BOOST_TEST(text("a\nbc").offset(0, 1) == 4U);
}

BOOST_AUTO_TEST_CASE(a_slice_is_cut_at_the_end_of_the_text) {
    const auto five = text("abcde");
    BOOST_TEST(five.slice({1, 3}) == "bcd");
    BOOST_TEST(five.slice({3, 10}) == "de");
    BOOST_TEST(five.slice({5, 1}) == "");
    BOOST_TEST(five.slice({9, 1}) == "");
    BOOST_TEST(five.slice({}) == "");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_count_one_each) {
    BOOST_TEST(place(text("\xff\xfe"
                          "a"),
                     2, Unit::code_points) == "1:3");
    BOOST_TEST(place(text("\xff\xfe"
                          "a"),
                     2, Unit::utf16) == "1:3");
}

BOOST_AUTO_TEST_CASE(the_offset_of_a_position_is_the_offset_it_was_made_of) {
    std::mt19937 random{20090709};
    for (int round = 0; round < 500; ++round) {
        const auto bytes = random_text(random);
        const auto whole = text(bytes);
        for (const auto offset : character_offsets(bytes)) {
            const auto position = whole.position(offset, Unit::code_points);
            BOOST_TEST_CONTEXT("round " << round << ", offset " << offset)
            BOOST_TEST(whole.offset(position.line, position.column) == offset);
        }
    }
}

BOOST_AUTO_TEST_CASE(columns_of_a_long_line_are_as_wide_as_what_stands_before_them) {
    std::mt19937 random{11};
    std::string bytes = byte_order_mark + "first\n";
    const std::vector<std::string> pieces{"a", e_acute, combining_acute, ideograph, grinning, "\xff", "\x80", "\x1b"};
    for (int count = 0; count < 3000; ++count) bytes += pieces[random() % pieces.size()];
    bytes += "\r\nlast";
    const auto whole = text(bytes);
    const std::size_t start = 9;
    for (std::size_t offset = start; offset < start + whole.line(2).size(); offset += 1 + random() % 40) {
        while ((static_cast<unsigned char>(bytes[offset]) & 0xC0U) == 0x80U) --offset;
        for (const auto unit : {Unit::bytes, Unit::code_points, Unit::utf16, Unit::cells})
            BOOST_TEST(whole.position(offset, unit).column == 1 + width(whole.bytes().substr(start, offset - start), unit));
        BOOST_TEST(whole.offset(2, whole.position(offset, Unit::code_points).column) == offset);
    }
}

BOOST_AUTO_TEST_CASE(an_offset_does_not_depend_on_what_was_asked_before) {
    std::mt19937 random{7};
    for (int round = 0; round < 200; ++round) {
        const auto bytes = random_text(random);
        const auto whole = text(bytes);
        for (int question = 0; question < 30; ++question) {
            const auto line = random() % (whole.line_count() + 2);
            const auto column = 1 + random() % 12;
            BOOST_TEST_CONTEXT("round " << round << ", " << line << ":" << column)
            BOOST_TEST(whole.offset(line, column) == text(bytes).offset(line, column));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
