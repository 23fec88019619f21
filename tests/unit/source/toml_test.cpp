// SPDX-License-Identifier: MIT
// Values of every kind and their places: a value's span is what its author wrote.
#include "source/toml.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda::source;
using support::document;
using support::error_places;
using support::keys;
using support::written;

namespace {

/// The value of the key `v` in "v = <value><behind>" is written as that value.
void check_span(const std::string& value, Kind kind, const std::string& behind) {
    const auto read = document("v = " + value + behind);
    BOOST_TEST_REQUIRE(error_places(read) == "");
    const auto found = read.root().find("v");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->is(kind));
    BOOST_TEST(written(read, *found) == value);
}

std::string key_written(const Document& read, std::size_t index) {
    return std::string{read.text().slice(read.root().entries()[index].key_span)};
}

} // namespace

BOOST_AUTO_TEST_SUITE(source_toml)

BOOST_AUTO_TEST_CASE(the_span_of_a_value_is_the_value_as_written) {
    const std::vector<std::pair<std::string, Kind>> table{
        {"17", Kind::integer},
        {"+1_000", Kind::integer},
        {"0xFF", Kind::integer},
        {"-1.5", Kind::real},
        {"6e3", Kind::real},
        {"inf", Kind::real},
        {"true", Kind::boolean},
        {"false", Kind::boolean},
        {"2009-07-09", Kind::date},
        {"10:00:00", Kind::time},
        {"10:00:00.5", Kind::time},
        {"2009-07-09T10:00:00", Kind::date_time},
        {"2009-07-09 10:00:00Z", Kind::date_time},
        {"\"\"", Kind::string},
        {"\"10:00-10:15\"", Kind::string},
        {"\"a \\\" \\u00e9 b\"", Kind::string},
        {"'C:\\dir'", Kind::string},
        {"\"Z\xc3\xbcrich \xe6\x97\xa5 \xf0\x9f\x98\x80\"", Kind::string},
        {"\"\"\"\ntwo\nlines\"\"\"", Kind::string},
        {"'''\ntwo\nlines\n'''", Kind::string},
        {"[]", Kind::array},
        {"[1, [2, 3], \"]\"]", Kind::array},
        {"[\n  1, # one ]\n  2,\n]", Kind::array},
        {"{}", Kind::table},
        {"{ name = \"A }\", org = 'B' }", Kind::table},
    };
    for (const auto& [value, kind] : table)
        for (const std::string behind : {"", "\n", "  \n", " # comment\n", "\r\n", "\nw = 1\n"})
            BOOST_TEST_CONTEXT(value << " before " << behind) check_span(value, kind, behind);
}

BOOST_AUTO_TEST_CASE(the_span_of_an_element_is_the_element_as_written) {
    const auto list = document("v = [ 1,\"\xc3\xa9\" , {a = 1},[2], # \xc3\xa9\n 2009-07-09 ]\n");
    std::string all;
    for (const auto element : list.root().find("v")->elements()) all += written(list, element) + "|";
    BOOST_TEST(all == "1|\"\xc3\xa9\"|{a = 1}|[2]|2009-07-09|");
}

BOOST_AUTO_TEST_CASE(a_value_gives_what_it_holds) {
    const auto read = document(
        "s = \"a\\tb\"\ni = -5\nr = 1.5\nb = true\nd = 2009-07-09\nt = 10:15:30.9\ndt = 2009-07-10T01:02:03Z\n");
    const auto root = read.root();
    using namespace std::chrono;
    BOOST_TEST(root.find("s")->string() == "a\tb");
    BOOST_TEST(root.find("i")->integer() == -5);
    BOOST_TEST(root.find("r")->real() == 1.5);
    BOOST_TEST(root.find("b")->boolean());
    BOOST_TEST((root.find("d")->date() == year_month_day{year{2009}, month{7}, day{9}}));
    BOOST_TEST(root.find("t")->time().count() == 10 * 3600 + 15 * 60 + 30);
    BOOST_TEST((root.find("dt")->date() == year_month_day{year{2009}, month{7}, day{10}}));
}

BOOST_AUTO_TEST_CASE(a_value_asked_for_another_kind_is_empty_or_zero) {
    const auto read = document("s = \"1\"\ni = 5\n");
    const auto text = *read.root().find("s");
    const auto number = *read.root().find("i");
    BOOST_TEST(number.string() == "");
    BOOST_TEST(number.real() == 0);
    BOOST_TEST(!number.boolean());
    BOOST_TEST(text.integer() == 0);
    BOOST_TEST(text.time().count() == 0);
    BOOST_TEST(text.entries().empty());
    BOOST_TEST(text.elements().empty());
    BOOST_TEST(!text.find("x").has_value());
    BOOST_TEST(!read.root().find("nowhere").has_value());
}

BOOST_AUTO_TEST_CASE(entries_stand_in_the_order_of_the_file) {
    const auto read = document("zoo = 1\napple = 2\nmango = 3\n\n[people.z]\nname = \"Z\"\n[event]\ntitle = "
                               "\"T\"\n[people.a]\nname = \"A\"\n");
    BOOST_TEST(keys(read.root()) == "zoo apple mango people event");
    BOOST_TEST(keys(*read.root().find("people")) == "z a");
}

BOOST_AUTO_TEST_CASE(entries_of_dotted_keys_and_inline_tables_stand_in_the_order_of_the_file) {
    const auto read = document("b.y = 1\na = { z = 1, c = 2, m = 3 }\nb.x = 2\n");
    BOOST_TEST(keys(read.root()) == "b a");
    BOOST_TEST(keys(*read.root().find("b")) == "y x");
    BOOST_TEST(keys(*read.root().find("a")) == "z c m");
}

BOOST_AUTO_TEST_CASE(the_span_of_a_key_is_the_key_as_written) {
    const auto read = document("plain = 1\n\"quoted key\" = 2\n'lit' = 3\n[\"\xc3\xa9\"]\n[[day]]\n");
    BOOST_TEST(key_written(read, 0) == "plain");
    BOOST_TEST(key_written(read, 1) == "\"quoted key\"");
    BOOST_TEST(key_written(read, 2) == "'lit'");
    BOOST_TEST(key_written(read, 3) == "\"\xc3\xa9\"");
    BOOST_TEST(key_written(read, 4) == "day");
    BOOST_TEST(read.root().entries()[1].key == "quoted key");
}

BOOST_AUTO_TEST_CASE(the_span_of_a_table_with_a_header_is_its_header) {
    const auto read = document("[event] # one\ntitle = \"T\"\n[[day]]\n  [[day.slot]]\nid = \"a\"\n  [[ day . slot ]] "
                               "# two\nid = \"b\"\n[[day]]\n");
    const auto root = read.root();
    BOOST_TEST(written(read, *root.find("event")) == "[event]");
    const auto days = root.find("day")->elements();
    BOOST_TEST_REQUIRE(days.size() == 2U);
    BOOST_TEST(written(read, days[0]) == "[[day]]");
    BOOST_TEST(days[1].span().offset > days[0].span().offset);
    const auto slots = days[0].find("slot")->elements();
    BOOST_TEST_REQUIRE(slots.size() == 2U);
    BOOST_TEST(written(read, slots[0]) == "[[day.slot]]");
    BOOST_TEST(written(read, slots[1]) == "[[ day . slot ]]");
}

BOOST_AUTO_TEST_CASE(the_span_of_an_array_of_tables_is_its_first_header) {
    const auto read = document("[[day]]\n[[day.slot]]\nid = \"a\"\n[[day.slot]]\nid = \"b\"\n  [[day.slot]]\n");
    BOOST_TEST(written(read, *read.root().find("day")) == "[[day]]");
    BOOST_TEST(written(read, *read.root().find("day")->elements()[0].find("slot")) == "[[day.slot]]");
}

BOOST_AUTO_TEST_CASE(places_are_right_behind_a_byte_order_mark_and_in_windows_lines) {
    const auto read = document("\xef\xbb\xbf"
                               "a = \"x\"\r\n[t]\r\nb = 2\r\nc = \"\"\"\r\ny\r\n\"\"\"\r\n");
    BOOST_TEST(error_places(read) == "");
    const auto table = *read.root().find("t");
    BOOST_TEST(written(read, *read.root().find("a")) == "\"x\"");
    BOOST_TEST(key_written(read, 0) == "a");
    BOOST_TEST(written(read, table) == "[t]");
    BOOST_TEST(written(read, *table.find("b")) == "2");
    BOOST_TEST(written(read, *table.find("c")) == "\"\"\"\r\ny\r\n\"\"\"");
}

BOOST_AUTO_TEST_CASE(a_text_with_nothing_in_it_is_an_empty_table) {
    for (const std::string text : {"", "\n", "\r\n", "# only a comment", "\xef\xbb\xbf", "   \t"})
        BOOST_TEST_CONTEXT("text: " << text) {
            const auto read = document(text);
            BOOST_TEST(error_places(read) == "");
            BOOST_TEST(read.root().is(Kind::table));
            BOOST_TEST(read.root().entries().empty());
        }
}

BOOST_AUTO_TEST_CASE(every_kind_has_a_name_for_messages) {
    const std::vector<std::pair<Kind, std::string>> table{{Kind::table, "a table"},
                                                          {Kind::array, "a list"},
                                                          {Kind::string, "a string"},
                                                          {Kind::integer, "a whole number"},
                                                          {Kind::real, "a decimal number"},
                                                          {Kind::boolean, "true or false"},
                                                          {Kind::date, "a date"},
                                                          {Kind::time, "a time"},
                                                          {Kind::date_time, "a date with a time"}};
    for (const auto& [kind, name] : table) BOOST_TEST(describe(kind) == name);
}

BOOST_AUTO_TEST_CASE(a_document_may_be_moved) {
    auto first = document("a = \"x\"\n");
    const auto second = std::move(first);
    BOOST_TEST(second.root().find("a")->string() == "x");
    BOOST_TEST(written(second, *second.root().find("a")) == "\"x\"");
}

BOOST_AUTO_TEST_SUITE_END()
