// SPDX-License-Identifier: MIT
// Excerpts: the mark stands under what it means, in cells of a terminal, whatever the line holds.
#include "report/excerpt.hpp"
#include "source/unicode.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;

/// The excerpt of the first place of `part` in the text.
report::Excerpt of(const std::string& text, std::string_view part) {
    const auto at = text.find(part);
    BOOST_TEST_REQUIRE(at != std::string::npos);
    return report::excerpt(source::Text{"t", text}, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(part.size())});
}

report::Excerpt at(const std::string& text, std::uint32_t offset, std::uint32_t length) { return report::excerpt(source::Text{"t", text}, {offset, length}); }

} // namespace

BOOST_AUTO_TEST_CASE(the_mark_stands_under_its_value_in_cells) {
    const struct {
        const char* name;
        std::string text;
        std::string_view part;
        const char* shown;
        std::size_t indent, width;
    } cases[] = {
        {"plain", "time = \"10:00\"", "\"10:00\"", "time = \"10:00\"", 7, 7},
        {"two bytes, one cell", "é = \"ö\"", "\"ö\"", "é = \"ö\"", 4, 3},
        {"wide", "t = \"日本\", x", "x", "t = \"日本\", x", 12, 1},
        {"wide marked", "t = \"日本\"", "\"日本\"", "t = \"日本\"", 4, 6},
        {"combining", "e\u0301 = 1", "1", "e\u0301 = 1", 4, 1},
        {"combining marked", "a e\u0301 b", "e\u0301", "a e\u0301 b", 2, 1},
        {"emoji", "\U0001F600 = 1", "1", "\U0001F600 = 1", 5, 1},
        {"tab", "\tt = 1", "1", " t = 1", 5, 1},
        {"tabs marked", "a\t\tb", "\t\t", "a  b", 1, 2},
        {"CR and LF", "a = 1\r\nb = 2\r\n", "2", "b = 2", 4, 1},
        {"CR and LF in the span", "a = 1\r\nb = 2\r\n", "1\r\nb", "a = 1", 4, 1},
        {"several lines", "a = '''x\ny\nz'''\n", "'''x\ny\nz'''", "a = '''x", 4, 4},
        {"control", "a\x1B" "b", "b", "a<U+001B>b", 9, 1},
        {"control marked", "a\x07" "b", "\x07", "a<U+0007>b", 1, 8},
        {"bidirectional", "\u202Ea = 1", "1", "<U+202E>a = 1", 12, 1},
        {"not UTF-8", "a = \xFF" "1", "1", "a = <0xFF>1", 10, 1},
        {"not UTF-8, marked", "a = \xFF", "\xFF", "a = <0xFF>", 4, 6},
        {"a byte order mark", "\xEF\xBB\xBF" "a = 1", "1", "a = 1", 4, 1},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) {
            const auto excerpt = of(one.text, one.part);
            BOOST_TEST(excerpt.text == one.shown);
            BOOST_TEST(excerpt.indent == one.indent);
            BOOST_TEST(excerpt.width == one.width);
        }
}

BOOST_AUTO_TEST_CASE(an_empty_span_is_marked_by_one_cell) {
    const struct {
        const char* name;
        std::string text;
        std::uint32_t offset;
        std::size_t line, indent;
        const char* shown;
    } cases[] = {
        {"empty text", "", 0, 1, 0, ""},
        {"in a line", "a = 1\n", 2, 1, 2, "a = 1"},
        {"at a line's end", "a = 1\nb", 5, 1, 5, "a = 1"},
        {"at a line's end of two bytes", "a = 1\r\nb", 6, 1, 5, "a = 1"},
        {"at the end of a file with a last line end", "a = 1\n", 6, 2, 0, ""},
        {"at the end of a file without one", "a = 1", 5, 1, 5, "a = 1"},
        {"past the end", "a = 1", 50, 1, 5, "a = 1"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) {
            const auto excerpt = at(one.text, one.offset, 0);
            BOOST_TEST(excerpt.line == one.line);
            BOOST_TEST(excerpt.text == one.shown);
            BOOST_TEST(excerpt.indent == one.indent);
            BOOST_TEST(excerpt.width == 1U);
        }
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_to_the_part_around_the_mark) {
    const std::string units[] = {"x", "é", "日", "\U0001F600", "e\u0301", "\x01", "\xFF"};
    for (const auto& unit : units)
        for (const auto before : {0U, 1U, 39U, 41U, 1'000U})
            for (const auto behind : {0U, 1U, 99U, 1'000U})
                BOOST_TEST_CONTEXT(source::visible(unit) << " " << before << " times before and " << behind << " behind") {
                    const auto text = support::repeated(unit, before) + "MARK" + support::repeated(unit, behind);
                    const auto excerpt = of(text, "MARK");
                    const auto mark = excerpt.text.find("MARK");
                    BOOST_TEST_REQUIRE(mark != std::string::npos);
                    // What stands before the word in what is shown, measured once more, is what the mark is moved by.
                    BOOST_TEST(source::width(std::string_view{excerpt.text}.substr(0, mark), source::Unit::cells) == excerpt.indent);
                    BOOST_TEST(excerpt.width == 4U);
                    BOOST_TEST(!source::first_invalid_utf8(excerpt.text).has_value());
                    BOOST_TEST(excerpt.text.size() < 2'000U);
                    const bool cut = excerpt.text.find("…") != std::string::npos;
                    BOOST_TEST(cut == (text.size() > 160));
                }
}

BOOST_AUTO_TEST_CASE(a_long_mark_on_a_long_line_goes_to_the_end_of_what_is_shown) {
    const auto excerpt = at(std::string(5'000, 'x'), 1'000, 3'000);
    BOOST_TEST(excerpt.text.starts_with("… x"));
    BOOST_TEST(excerpt.text.ends_with("x …"));
    BOOST_TEST(excerpt.indent + excerpt.width + 2 == source::width(excerpt.text, source::Unit::cells)); // all but the last " …"
}

BOOST_AUTO_TEST_CASE(a_mark_at_the_end_of_a_line_of_megabytes_is_found_at_once) {
    const std::string text = std::string(5'000'000, 'x') + "é" + "END";
    const source::Text source{"t", text};
    for (int n = 0; n < 2'000; ++n) {
        const auto excerpt = report::excerpt(source, {5'000'002, 3});
        BOOST_TEST_REQUIRE(excerpt.text.ends_with("xéEND"));
        BOOST_TEST_REQUIRE(excerpt.width == 3U);
    }
}

BOOST_AUTO_TEST_CASE(in_ascii_the_mark_stands_under_what_is_shown_instead) {
    const struct {
        const char* name;
        std::string text;
        std::string_view part;
        const char* shown;
        std::size_t indent, width;
    } cases[] = {
        {"before the mark", "é = 1", "1", "<U+00E9> = 1", 11, 1},
        {"in the mark", "t = \"日\"", "\"日\"", "t = \"<U+65E5>\"", 4, 10},
        {"combining", "e\u0301 = 1", "1", "e<U+0301> = 1", 12, 1},
        {"not UTF-8", "a = \xFF" "1", "1", "a = <0xFF>1", 10, 1},
        {"a sign that CI runners obey", "## = 1", "1", "#<U+266F> = 1", 12, 1},
        {"an ellipsis", "a… = 1", "1", "a... = 1", 7, 1},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) {
            const auto at = one.text.find(one.part);
            const auto excerpt = report::excerpt(source::Text{"t", one.text}, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(one.part.size())}, true);
            BOOST_TEST(excerpt.text == one.shown);
            BOOST_TEST(excerpt.indent == one.indent);
            BOOST_TEST(excerpt.width == one.width);
        }
    const auto cut = report::excerpt(source::Text{"t", std::string(1'000, 'x') + "MARK" + std::string(1'000, 'x')}, {1'000, 4}, true);
    BOOST_TEST(cut.text.starts_with("... x"));
    BOOST_TEST(cut.text.find("MARK") == cut.indent);
}
