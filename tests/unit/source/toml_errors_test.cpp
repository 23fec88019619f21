// SPDX-License-Identifier: MIT
// Texts that are not TOML: each section's error in one reading, at its place, and none that only follows from another.
#include "source/toml.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>
#include <cctype>

using namespace agenda::source;
using namespace std::string_literals;
using support::document;
using support::error_places;
using support::keys;
using support::repeated;

BOOST_AUTO_TEST_SUITE(source_toml_errors)

BOOST_AUTO_TEST_CASE(an_error_is_found_at_its_place) {
    const std::vector<std::pair<std::string, std::string>> table{
        {"a = = 1\n", "1:5"},
        {"a = 1\nb = \xc3\xa9\n", "2:5"},
        {"a = \"\xc3\xa9\" x\n", "1:9"},
        {"a = 1\na = 2\n", "2:5"},
        {"a = 2009-02-30\n", "1:15"},
        {"a = \"abc\nb = 1\n", "1:9"},
        {"a = [1, 2\n", "2:1"},
        {"a\n", "1:2"},
        {"a = \"\\q\"\n", "1:7"},
        {"a = 1\0"s, "1:6"},
        {"a = 1\n\0b = 2\n"s, "2:1"},
        {"a = \"x\0y\"\n"s, "1:7"},
    };
    for (const auto& [text, place] : table) BOOST_TEST_CONTEXT(text) BOOST_TEST(error_places(document(text)) == place);
}

BOOST_AUTO_TEST_CASE(errors_of_several_sections_are_found_in_one_reading) {
    const auto read =
        document("[event]\ntitle = = 1\n\n[[day]]\ndate = 2009-07-09\n[[day.slot]]\ntime = \"10:00\nid = \"a\"\n"
                 "[[day.slot]]\nid = \"b\"\n[[day.slot]]\nitems = [1,, 2]\n");
    BOOST_TEST(error_places(read) == "2:9 7:14 12:12");
}

BOOST_AUTO_TEST_CASE(what_the_other_sections_say_is_read) {
    const auto read = document("a = 1\n[b]\nx = = 1\n[c]\ny = 2\n");
    BOOST_TEST(error_places(read) == "3:5");
    BOOST_TEST(keys(read.root()) == "a b c");
    BOOST_TEST(read.root().find("c")->find("y")->integer() == 2);
    BOOST_TEST(support::written(read, *read.root().find("c")->find("y")) == "2");
}

BOOST_AUTO_TEST_CASE(an_error_before_the_first_header_leaves_the_sections) {
    const auto read = document("a = = 1\nb = 2\n[c]\ny = 2\n[d]\nz = = 3\n");
    BOOST_TEST(error_places(read) == "1:5 6:5");
    BOOST_TEST(read.root().find("c")->find("y")->integer() == 2);
}

BOOST_AUTO_TEST_CASE(errors_behind_text_that_is_not_ascii_keep_their_columns) {
    const auto read = document("[a]\n\"\xc3\xa9\xc3\xa9\" = = 1\n[b]\n\"\xc3\xa9\xc3\xa9\" = = 1\n");
    BOOST_TEST(error_places(read) == "2:8 4:8");
}

BOOST_AUTO_TEST_CASE(an_error_in_a_header_is_one_error) {
    BOOST_TEST(error_places(document("[a\nx = 1\n[b]\ny = 1\n")) == "1:3");
    BOOST_TEST(error_places(document("[event]\n[]\nx = 1\n[b]\ny = 1\n")) == "2:2");
}

BOOST_AUTO_TEST_CASE(a_broken_header_of_a_day_is_one_error_also_where_slots_and_days_follow) {
    const auto read = document("[[day]\ndate = 2009-07-09\n[[day.slot]]\nid = \"a\"\n[[day]]\ndate = 2009-07-10\n");
    BOOST_TEST(error_places(read) == "1:7");
}

BOOST_AUTO_TEST_CASE(an_error_in_an_array_over_several_lines_is_one_error) {
    BOOST_TEST(error_places(document("[a]\nx = [\n  [1, 2],\n  [3, = ],\n]\n[b]\ny = 1\n")) == "4:7");
    BOOST_TEST(error_places(document("[a]\nx = [\n[1, 2],\n[3, = ],\n]\n[b]\ny = 1\n")) == "4:5");
}

BOOST_AUTO_TEST_CASE(an_error_before_a_string_with_a_bracket_at_the_begin_of_a_line_is_one_error) {
    const auto read = document("[a]\nx = = 1\nnote = \"\"\"\n[b] is open\n\"\"\"\n[c]\ny = 1\n");
    BOOST_TEST(error_places(read) == "2:5");
}

BOOST_AUTO_TEST_CASE(a_list_left_open_takes_the_next_section_with_it_and_no_more) {
    const auto read = document("[a]\nx = [1, 2\n[b]\ny = 1\n[c]\nz = = 3\n");
    BOOST_TEST(error_places(read) == "3:1 6:5");
}

BOOST_AUTO_TEST_CASE(sections_named_twice_are_an_error_each_but_not_behind_an_error_of_another_kind) {
    BOOST_TEST(error_places(document("[a]\n[b]\n[a]\n[b]\n")) == "3:1 4:1");
    BOOST_TEST(error_places(document("[[a]]\n\"[[b]]\n[[b.c]]\n[[b]]\nx = 1\n[d]\ny = = 1\n")) == "2:7 7:5");
}

BOOST_AUTO_TEST_CASE(a_slip_of_one_character_is_one_error_at_most) {
    const auto whole = "top = 1\n[event]\nnote = \"\"\"\n[b] is open\n[c]\nx = \"1\"\n\"\"\"\nlist = [\n[1, 2],\n[3],\n"
                       "[\"a\", 'b'],\n]\n[people.\"Anna B.\"]\n[\"quoted\"]\nt = { a = 1, b.c = [ { d = 2 } ] }\n[[day]]\n"
                       "  [[day.slot]]\n  items = [\n    [true],\n    [1]\n  ]\n  [[ day . slot ]] # two\n[[day]]\n[last]\n"s;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::vector<std::string> slips{std::string{whole}.erase(at, 1)};
        for (const char c : "[]{}\"'=.,#\n\\x1"s) slips.push_back(std::string{whole}.insert(at, 1, c));
        for (const auto& slip : slips) BOOST_TEST_CONTEXT(slip) BOOST_TEST(document(slip).errors().size() <= 1U);
    }
}

BOOST_AUTO_TEST_CASE(a_multi_line_string_left_open_is_one_error) {
    BOOST_TEST(document("[a]\nx = \"\"\"\ntext\n[b]\ny = 1\n[c]\nz = = 1\n").errors().size() == 1U);
    BOOST_TEST(document("[a]\nx = '''\ntext\n[b]\ny = 1\n[c]\nz = = 1\n").errors().size() == 1U);
    BOOST_TEST(document("[a]\nx = \"\"\"\ntext\n[b]\ny = \"\"\"good\"\"\"\n").errors().size() == 1U);
}

BOOST_AUTO_TEST_CASE(at_most_ten_errors_are_said) {
    const auto read = document(repeated("[[day]]\nx = = 1\n", 30));
    BOOST_TEST(error_places(read) == "2:5 4:5 6:5 8:5 10:5 12:5 14:5 16:5 18:5 20:5");
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf_8_is_found_at_the_byte) {
    for (const std::string bad : {"\xff", "\xc3(", "\xed\xa0\x80", "\xc0\x80", "\xe9", "\xf4\x90\x80\x80"}) {
        const auto read = document("a = \"\xc3\xa9\"\n# x\nb = \"Z" + bad + "rich\"\n");
        BOOST_TEST_REQUIRE(read.errors().size() == 1U);
        BOOST_TEST(read.errors()[0].at.offset == 19U); // the lines take 9 and 4 bytes, `b = "Z` six
        BOOST_TEST(read.errors()[0].at.length == 1U);
    }
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf_8_in_a_comment_is_found_too) {
    const auto read = document("a = 1 # caf\xe9\nb = 2\n");
    BOOST_TEST_REQUIRE(read.errors().size() == 1U);
    BOOST_TEST(read.errors()[0].at.offset == 11U);
}

BOOST_AUTO_TEST_CASE(a_character_cut_short_by_the_end_of_the_file_is_found) {
    const auto read = document("a = 1 # caf\xc3");
    BOOST_TEST_REQUIRE(read.errors().size() == 1U);
    BOOST_TEST(read.errors()[0].at.offset == 11U);
}

BOOST_AUTO_TEST_CASE(a_string_left_open_is_said_to_be_in_every_spelling_of_line_ends) {
    for (const std::string text : {"a = \"x\nb = 1\n", "a = \"x\r\nb = 1\r\n"}) {
        const auto read = document(text);
        BOOST_TEST_REQUIRE(!read.errors().empty());
        BOOST_TEST(read.errors()[0].reason == "the string is not closed on its line");
    }
}

BOOST_AUTO_TEST_CASE(a_reason_begins_small_and_ends_without_a_full_stop) {
    for (const std::string text :
         {"a = = 1\n", "a\n", "[a\n", "a = [1", "a = \"\\q\"\n", "a = 1\na = 2\n", "a = 99999999999999999999\n",
          "a = 2009-13-01\n", "\xff", "a = tru\n", "{}\n", "a = {b = 1\n}\n"}) {
        const auto read = document(text);
        BOOST_TEST(!read.errors().empty());
        for (const auto& error : read.errors()) BOOST_TEST_CONTEXT(text << " gives: " << error.reason) {
                BOOST_TEST_REQUIRE(!error.reason.empty());
                BOOST_TEST(std::isupper(static_cast<unsigned char>(error.reason.front())) == 0);
                BOOST_TEST(error.reason.back() != '.');
            }
    }
}

BOOST_AUTO_TEST_CASE(the_place_of_an_error_lies_in_the_text) {
    const auto whole = "[a]\nx = [1, { b = \"\xc3\xa9\" }]\ny = '''\nz'''\n[[c.d]]\nt = 10:00:00\n"s;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const auto read = document(whole.substr(0, size));
        for (const auto& error : read.errors())
            BOOST_TEST_CONTEXT("cut behind byte " << size) BOOST_TEST(error.at.end() <= size);
    }
}

BOOST_AUTO_TEST_SUITE_END()
