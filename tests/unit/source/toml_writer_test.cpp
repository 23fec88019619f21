// SPDX-License-Identifier: MIT
#include "source/toml.hpp"
#include "source/toml_writer.hpp"
#include <boost/test/unit_test.hpp>
#include <random>
#include <sstream>

using namespace agenda::source;

namespace {

std::string written(const Stored& root) {
    std::ostringstream out;
    write_toml(root, out);
    return out.str();
}

/// Makes values that stand nowhere.
struct Made {
    Text nowhere{"", ""};
    Store store{nowhere, 0};

    Stored table(std::vector<Stored> members) { return store.table(members, {}); }
    Stored list(std::vector<Stored> elements) { return store.list(elements, {}); }
    Stored string(std::string_view text) { return store.string(text, {}); }
};

Stored named(std::string_view key, Stored value) {
    value.key = key;
    return value;
}

} // namespace

BOOST_AUTO_TEST_SUITE(toml_that_is_written)

BOOST_AUTO_TEST_CASE(tables_have_headers_and_those_in_them_a_line) {
    Made made;
    const auto lee = made.table({named("name", made.string("Ann Lee"))});
    const auto slot = made.table({named("title", made.string("A")), named("plenary", Stored::flag(true, {}))});
    const auto day = made.table({named("date", made.string("2026-06-01")), named("slot", made.list({slot}))});
    const auto root = made.table({named("people", made.table({named("lee", lee)})), named("day", made.list({day}))});
    BOOST_TEST(written(root) == "[people]\nlee = { name = \"Ann Lee\" }\n\n[[day]]\ndate = \"2026-06-01\"\n\n[[day.slot]]\ntitle = \"A\"\nplenary = true\n");
}

BOOST_AUTO_TEST_CASE(whatever_is_in_a_text_is_read_back) {
    std::mt19937 random{2009};
    const std::vector<std::string> pieces{" ", "  ", "word", "\n", "\t", "\"", "\"\"\"", "\\", "é", "\xE2\x80\xAE", "\x01", "\x7F", "a longer word here", "\r\n", "'", "# no comment"};
    for (int round = 0; round < 2000; ++round) {
        std::string title;
        const auto count = random() % 60;
        for (unsigned i = 0; i < count; ++i) title += pieces[random() % pieces.size()];
        Made made;
        const auto toml = written(made.table({named("event", made.table({named("title", made.string(title))}))}));
        const Document document{std::make_shared<const Text>("x.toml", toml)};
        BOOST_TEST_REQUIRE(document.errors().empty(), toml);
        const auto read = document.root().find("event")->find("title")->string();
        BOOST_TEST_REQUIRE(read == title, toml);
    }
}

BOOST_AUTO_TEST_CASE(a_key_that_is_not_bare_is_quoted) {
    Made made;
    const auto root = made.table({named("people", made.table({named("björn \"b\"", made.string("x"))}))});
    BOOST_TEST(written(root) == "[people]\n\"björn \\\"b\\\"\" = \"x\"\n");
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf8_is_written_as_the_character_for_that) {
    Made made;
    const auto event = made.table({named("title", made.string("Bo E\xEB"))});
    const auto people = made.table({named("bo-e\xEB", made.string(std::string(120, 'a') + " \xEB b"))});
    const auto root = made.table({named("event", event), named("people", people)});
    const Document document{std::make_shared<const Text>("a.toml", written(root))};
    BOOST_TEST(document.errors().empty(), written(root));
    BOOST_TEST(document.root().find("event")->find("title")->string() == "Bo E\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_SUITE_END()
