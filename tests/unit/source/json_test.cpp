// SPDX-License-Identifier: MIT
#include "source/json.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda::source;

namespace {

struct Read {
    Text text;
    JsonText json;
    explicit Read(std::string bytes) : text("x.json", std::move(bytes)), json(read_json(text)) {}
    std::string written(const Stored& value) const { return std::string{text.slice(value.at)}; }
};

} // namespace

BOOST_AUTO_TEST_SUITE(json_texts)

BOOST_AUTO_TEST_CASE(every_value_stands_where_it_is_written) {
    const Read read{"{ \"a\" : [1, -2.50 ,\"x\\u00e9\\n\"], \"b\":true,\"c\":null , \"d\":{}}"};
    BOOST_TEST(!read.json.error.has_value());
    const auto members = read.json.read.root.inside();
    BOOST_TEST_REQUIRE(members.size() == 4U);
    BOOST_TEST(std::string{read.text.slice(members[0].key_at)} == "\"a\"");
    BOOST_TEST((members[0].kind == Kind::array));
    const auto list = members[0].inside();
    BOOST_TEST(list[0].integer == 1);
    BOOST_TEST(read.written(list[0]) == "1");
    BOOST_TEST(list[1].string() == "-2.50");
    BOOST_TEST(list[2].string() == "x\xC3\xA9\n");
    BOOST_TEST(read.written(list[2]) == "\"x\\u00e9\\n\"");
    BOOST_TEST(members[1].boolean);
    BOOST_TEST(read.written(members[1]) == "true");
    BOOST_TEST((members[2].kind == Kind::string));
    BOOST_TEST(members[2].string() == "");
    BOOST_TEST((members[3].kind == Kind::table));
}

BOOST_AUTO_TEST_CASE(an_error_has_its_place_and_what_came_before_is_kept) {
    const Read read{"{\"a\": 1,\n \"b\": }"};
    BOOST_TEST_REQUIRE(read.json.error.has_value());
    BOOST_TEST(read.json.error->at.offset == 15U);
    BOOST_TEST(read.json.error->reason == "this is not JSON: invalid value");
}

BOOST_AUTO_TEST_CASE(ten_thousand_lists_in_each_other_are_an_error) {
    const Read read{std::string(10'000, '[')};
    BOOST_TEST_REQUIRE(read.json.error.has_value());
    BOOST_TEST(read.json.error->reason == "values are nested more than 256 deep");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_passed_over) { BOOST_TEST(!Read{"\xEF\xBB\xBF{}"}.json.error.has_value()); }

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_are_an_error) { BOOST_TEST(Read{"{\"a\": \"\xFF\"}"}.json.error.has_value()); }

BOOST_AUTO_TEST_SUITE_END()
