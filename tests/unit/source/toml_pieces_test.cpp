// SPDX-License-Identifier: MIT
// A text read in pieces says what it says when it is read at once: values, places and errors.
#include "source/toml_pieces.hpp"
#include "source/toml.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>
#include <random>

using namespace agenda::source;

namespace {

std::string place(Span at) { return "@" + std::to_string(at.offset) + "+" + std::to_string(at.length); }

/// A value, all in it, and where everything stands.
std::string told(const Value& value) {
    auto result = std::string{describe(value.kind())} + place(value.span());
    result += " " + std::string{value.string()} + " " + std::to_string(value.integer()) + " " + std::to_string(value.real());
    result += value.boolean() ? " yes " : " no ";
    result += std::to_string(static_cast<int>(value.date().year())) + " " + std::to_string(value.time().count()) + "(";
    for (const auto& entry : value.entries()) result += std::string{entry.key} + place(entry.key_span) + "=" + told(entry.value) + ";";
    for (const auto& element : value.elements()) result += told(element) + ",";
    return result + ")";
}

std::string told(const Document& document) {
    auto result = told(document.root());
    for (const auto& error : document.errors()) result += "\n" + error.reason + place(error.at);
    return result;
}

std::shared_ptr<const Text> text_of(std::string bytes, std::uint32_t begin = 0) { return std::make_shared<const Text>("test.toml", std::move(bytes), begin); }

/// Whether it is read in pieces, cut wherever it can be.
bool goes_in_pieces(const std::string& bytes) {
    std::vector<std::unique_ptr<Store>> stores;
    return read_in_pieces(*text_of(bytes), 1, stores).has_value();
}

void check_same(const std::string& bytes) {
    const auto whole = told(Document{text_of(bytes), bytes.size()});
    for (const std::size_t piece : {1, 30, 70})
        BOOST_TEST(told(Document{text_of(bytes), piece}) == whole, "in pieces of " << piece << ":\n" << bytes);
}

std::string with_crlf(const std::string& bytes) {
    std::string result;
    for (const char c : bytes) result += c == '\n' ? std::string{"\r\n"} : std::string{c};
    return result;
}

/// Documents that are read in pieces.
const std::vector<std::string> usual{
    "[[day]]\ndate = 2026-01-01\n[[day.slot]]\nid = \"a\"\n[[day.slot]]\nid = \"b\"\n[[day]]\n[[day.slot]]\nid = \"c\"\n",
    "[event]\ntitle = \"T\"\n\n[people.a]\nname = \"Zo\xc3\xab\"\n\n[[day]]\ndate = 2026-01-01 # one\n\n[[day.slot]]\nt = 10:00:00\n",
    // A day without slots, one whose slots begin in the next piece, one alone in the file.
    "[[day]]\n[[day]]\n[[day]]\n",
    "[[day]]\nlabel = \"one\"\nstart = \"9:00\"\n[[day.slot]]\n[[day.slot]]\n",
    "x = 1\n[[day]]\n[[day.slot]]",
    "# nothing\n[[day]]\n\n\n[[day.slot]]\n# the end",
    // Tables of a slot and of items, lists of tables in it.
    "[[day]]\n[[day.slot]]\n[day.slot.x-own]\na = 1\n[[day.slot.items]]\nb = 2\n[[day.slot.items]]\n[[day.slot]]\nx.y = 1\nx.z = 2\n",
    // Tables of the file behind days and between them.
    "[[day]]\n[[day.slot]]\n[people.x]\nname = \"X\"\n[[day.slot]]\nid = \"b\"\n[rules]\n[rules.one]\na = 1\n[[day]]\n[[accept]]\n[[accept]]\n",
    // Other spellings, with which no piece begins.
    "[[day]]\n[[ day ]]\n[[\"day\"]]\n[[day . slot]]\n[[day.slot]] # said\n [[day.slot]]\n[[day.slot]]\n",
    "\xef\xbb\xbf[[day]]\nlabel = \"\xe6\x97\xa5\"\n[[day.slot]]\n\"\xc3\xa9\" = '\xf0\x9f\x98\x80'\n",
    "[[day]]\nnote = \"\"\"\n[[day]] is said here\n\"\"\"\n[[day]]\nlist = [\n  1,\n  [[2]]]\n[[day.slot]]\na = \"x\\ty\"\nb = '''\nz'''\nc = true\nd = 1.5\n",
};

/// Documents that are not, and most of which are no TOML.
const std::vector<std::string> unusual{
    "[[day]]\nnote = \"\"\"\n[[day]]\n\"\"\"\n[[day]]\n",
    "[[day]]\nnote = '''\n[[day.slot]]\n[[day]]\n'''\n[[day.slot]]\nid = 1\n",
    "[[day]]\nnote = \"\"\"\n[[day]]\n",
    "[[day]]\nlist = [\n[[day]]\n]\n",
    "list = [\n[[day.slot]]\n]\n[[day]]\n",
    "[[day]]\nslot = []\n[[day.slot]]\nid = \"a\"\n",
    "[[day]]\nslot = [{ id = \"a\" }]\n[[day.slot]]\nid = \"b\"\n",
    "[[day]]\nslot = 5\n[[day.slot]]\n",
    "[[day]]\n[day.slot]\nid = \"a\"\n[[day.slot]]\nid = \"b\"\n",
    "[day]\ndate = 2026-01-01\n[[day]]\n",
    "[day.slot]\n[[day]]\n",
    "[day]\n[[day.slot]]\n[[day.slot]]\n",
    "[[day.slot]]\nid = \"a\"\n[[day.slot]]\nid = \"b\"\n",
    "x = 1\n[[day.slot]]\n[[day]]\n",
    "day = []\n[[day]]\n[[day]]\n",
    "day = [{ date = 2026-01-01 }]\n[[day]]\n[[day.slot]]\n",
    "day.label = \"a\"\n[[day]]\n[[day.slot]]\n",
    "day = 5\n[[day.slot]]\n[[day.slot]]\n",
    // What goes on in another piece.
    "[people.a]\n[[day]]\n[people.b]\n[[day]]\n[people.a]\n",
    "[people.a]\n[[day]]\n[people.b]\n[[day]]\n",
    "[[accept]]\n[[day]]\n[[accept]]\n[[day]]\n",
    "[[day]]\n[day.x]\na = 1\n[[day.slot]]\n[day.x]\na = 2\n[[day]]\n",
    "[[day]]\n[[day.slot]]\n[day.x]\na = 1\n[[day.slot]]\n",
    "[[day]]\n[[day.slot]]\n[day]\n[[day]]\n",
    // Errors, one or several.
    "[[day]]\nlabel = one\n[[day.slot]]\nid = \n[[day]]\na = 1\na = 2\n[[day.slot]]\nok = 1\n",
    "[[day]]\nlabel = \"one\n[[day.slot]]\nid = \"a\"\n[[day]]\nlabel = \"two\n[[day.slot]]\n",
    "[[day]]\n[[day.slot]]\nid = \"\xff\"\n[[day]]\n",
    "[[day]]\n[[day.slot]]\nid = \"\xc3\n[[day]]\n",
    "[[day]]\n[[day.slot]]\n\xef\xbb\xbf\n[[day]]\n",
    "[[day]]\n[[day.slot]]\nid = \"a\rb\"\n[[day]]\n",
};

} // namespace

BOOST_AUTO_TEST_SUITE(source_toml_pieces)

BOOST_AUTO_TEST_CASE(what_is_read_in_pieces_is_what_is_read_at_once) {
    for (const auto& bytes : usual)
        for (const auto& one : {bytes, with_crlf(bytes)}) {
            BOOST_TEST(goes_in_pieces(one), one);
            BOOST_TEST(Document(text_of(one), 1).errors().empty());
            check_same(one);
        }
}

BOOST_AUTO_TEST_CASE(what_pieces_would_say_otherwise_is_read_at_once) {
    for (const auto& bytes : unusual)
        for (const auto& one : {bytes, with_crlf(bytes)}) {
            BOOST_TEST(!goes_in_pieces(one), one);
            check_same(one);
        }
    const auto deep = "[[day]]\n[[day.slot]]\n" + support::dotted_key(257) + " = 1\n[[day]]\n";
    BOOST_TEST(!goes_in_pieces(deep));
    check_same(deep);
}

BOOST_AUTO_TEST_CASE(a_text_without_lines_to_cut_at_is_one_piece) {
    for (const std::string bytes : {"", "\n", "a = 1\nb = 2\nc = 3\n", "[[day]] # one\n[[days]]\n[[day.slots]]\n", "a = 1\n[[day.slot.items]]\n"}) {
        BOOST_TEST(!goes_in_pieces(bytes));
        check_same(bytes);
    }
}

BOOST_AUTO_TEST_CASE(places_of_pieces_count_from_the_begin_of_the_text) {
    const Document document{text_of(usual[1], 1000), 1};
    const auto day = document.root().find("day")->elements().front();
    BOOST_TEST(day.written() == "[[day]]");
    BOOST_TEST(day.find("slot")->elements().front().find("t")->written() == "10:00:00");
    BOOST_TEST(day.span().offset == 1000 + usual[1].find("[[day]]"));
}

BOOST_AUTO_TEST_CASE(a_day_has_the_slots_of_many_pieces_in_their_order) {
    std::string bytes;
    for (int day = 0; day < 3; ++day) {
        bytes += "[[day]]\nlabel = \"" + std::to_string(day) + "\"\n";
        for (int slot = 0; slot < 50; ++slot) bytes += "[[day.slot]]\nid = " + std::to_string(100 * day + slot) + "\n";
    }
    const Document document{text_of(bytes), 100};
    const auto days = document.root().find("day")->elements();
    BOOST_TEST_REQUIRE(days.size() == 3U);
    for (int day = 0; day < 3; ++day) {
        const auto slots = days[static_cast<std::size_t>(day)].find("slot")->elements();
        BOOST_TEST_REQUIRE(slots.size() == 50U);
        for (int slot = 0; slot < 50; ++slot)
            BOOST_TEST(slots[static_cast<std::size_t>(slot)].find("id")->integer() == 100 * day + slot);
    }
    check_same(bytes);
}

BOOST_AUTO_TEST_CASE(any_lines_one_after_the_other_say_in_pieces_what_they_say_at_once) {
    // The first ones come often; for % stands a number of its own.
    const std::vector<std::string> lines{
        "[[day]]\n", "[[day.slot]]\n", "k% = \"v\"\n", "\"\xc3\xa9%\" = 2026-01-01\n", "# said\n", "k% = \"\"\"\nx\n\"\"\"\n", "k% = [\n1,\n]\n",
        "[[day]]\r\n", "[[day.slot]]\r\n", "\n", "[[day.slot.items]]\n", "[t%]\n", "[day.slot.t%]\n", "[day.t%]\n", "k%.a = 1\nk%.b = 2\n",
        "[[ day ]]\n", "[[\"day\"]]\n", "[[day.slot]] # said\n", " [[day]]\n", "[people.p%]\n", "[[accept]]\n", "[day]\n", "[day.slot]\n", "slot = []\n",
        "slot = [{}]\n", "day = []\n", "day.slot = 1\n", "k% = \"\"\"\n", "\"\"\"\n", "k% = '''\n", "'''\n", "k% = [\n", "]\n", "k = 1\n", "[event]\n",
        "x\n", "k% = \"\xff\"\n", "k% = \"\n", "\xef\xbb\xbf", "[[day]]", "k% = \"\"\"\n[[day]]\n\"\"\"\n"};
    std::mt19937 random{7};
    const auto below = [&](std::size_t most) { return random() % most; };
    std::size_t in_pieces = 0;
    for (int document = 0; document < 2000; ++document) {
        const auto rare = document % 3 == 0 ? lines.size() : document % 3 == 1 ? 15 : 7;
        std::string bytes = below(8) == 0 ? "\xef\xbb\xbf" : "";
        for (std::size_t line = 0; line < 14; ++line) {
            auto next = lines[below(below(2) == 0 ? 4 : rare)];
            for (auto at = next.find('%'); at != std::string::npos; at = next.find('%')) next.replace(at, 1, "n" + std::to_string(line));
            bytes += next;
        }
        if (goes_in_pieces(bytes)) ++in_pieces;
        check_same(bytes);
    }
    BOOST_TEST(in_pieces > 500U);
}

BOOST_AUTO_TEST_SUITE_END()
