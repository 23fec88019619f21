// SPDX-License-Identifier: MIT
#include "source/toml.hpp"
#include "source/toml_writer.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <sstream>

using namespace agenda::source;

namespace {

std::string written(const Node& root) {
    std::ostringstream out;
    write_toml(root, out);
    return out.str();
}

Node with_title(const std::string& title) {
    auto root = Node::table({});
    root.add("event", {}, Node::table({})).add("title", {}, Node::string(title, {}));
    return root;
}

} // namespace

BOOST_AUTO_TEST_SUITE(toml_that_is_written)

BOOST_AUTO_TEST_CASE(tables_have_headers_and_those_in_them_a_line) {
    auto root = Node::table({});
    root.add("people", {}, Node::table({})).add("lee", {}, Node::table({})).add("name", {}, Node::string("Ann Lee", {}));
    auto& days = root.add("day", {}, Node::list({}));
    auto day = Node::table({});
    day.add("date", {}, Node::string("2026-06-01", {}));
    auto slot = Node::table({});
    slot.add("title", {}, Node::string("A", {}));
    slot.add("plenary", {}, Node::flag(true, {}));
    day.add("slot", {}, Node::list({})).elements.push_back(std::move(slot));
    days.elements.push_back(std::move(day));
    BOOST_TEST(written(root) == "[people]\nlee = { name = \"Ann Lee\" }\n\n[[day]]\ndate = \"2026-06-01\"\n\n[[day.slot]]\ntitle = \"A\"\nplenary = true\n");
}

BOOST_AUTO_TEST_CASE(whatever_is_in_a_text_is_read_back) {
    std::mt19937 random{2009};
    const std::vector<std::string> pieces{" ", "  ", "word", "\n", "\t", "\"", "\"\"\"", "\\", "é", "\xE2\x80\xAE", "\x01", "\x7F", "a longer word here", "\r\n", "'", "# no comment"};
    for (int round = 0; round < 2000; ++round) {
        std::string title;
        const auto count = random() % 60;
        for (unsigned i = 0; i < count; ++i) title += pieces[random() % pieces.size()];
        const auto toml = written(with_title(title));
        const Document document{std::make_shared<const Text>("x.toml", toml)};
        BOOST_TEST_REQUIRE(document.errors().empty(), toml);
        const auto read = document.root().find("event")->find("title")->string();
        BOOST_TEST_REQUIRE(read == title, toml);
    }
}

BOOST_AUTO_TEST_CASE(a_key_that_is_not_bare_is_quoted) {
    auto root = Node::table({});
    root.add("people", {}, Node::table({})).add("björn \"b\"", {}, Node::string("x", {}));
    BOOST_TEST(written(root) == "[people]\n\"björn \\\"b\\\"\" = \"x\"\n");
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf8_is_written_as_the_character_for_that) {
    auto root = with_title("Bo E\xEB");
    root.add("people", {}, Node::table({})).add("bo-e\xEB", {}, Node::string(std::string(120, 'a') + " \xEB b", {}));
    const Document document{std::make_shared<const Text>("a.toml", written(root))};
    BOOST_TEST(document.errors().empty(), written(root));
    BOOST_TEST(document.root().find("event")->find("title")->string() == "Bo E\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_SUITE_END()
