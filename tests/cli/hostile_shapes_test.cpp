// SPDX-License-Identifier: MIT
// TOML that is far too deep, too long or too much, and values at the edge of their types.
#include "hostile.hpp"
#include <boost/test/unit_test.hpp>
#include <functional>

namespace {

using support::check_bytes;
using support::day_header;
using support::repeated;
using support::slot;
using support::wrong_with;

struct Shape {
    const char* name;
    std::function<std::string()> bytes;
    int status;
    const char* says; ///< somewhere in the report
};

std::string dotted(std::size_t parts) {
    auto key = repeated("a.", parts);
    key.pop_back();
    return key;
}

std::string numbered_keys(std::size_t count) {
    auto text = day_header() + slot("a", "10:00-11:00");
    for (std::size_t i = 0; i < count; ++i) text += "key" + std::to_string(i) + " = 1\n";
    return text;
}

/// All on one line.
std::string unresolved(std::size_t count) {
    std::string names;
    for (std::size_t i = 0; i < count; ++i) names += "\"nobody-" + std::to_string(i) + "\", ";
    return day_header() + slot("a", "10:00-11:00", "speakers = [" + names + "]\n");
}

std::string long_line() {
    std::string names;
    for (std::size_t i = 0; names.size() < 5'000'000; ++i) names += "{ name = \"Zoë " + std::to_string(i) + "\", wrong-key = 1 }, ";
    return day_header() + slot("a", "10:00-11:00", "speakers = [" + names + "]\n");
}

std::string same_titles(std::size_t count) {
    auto text = day_header();
    for (std::size_t i = 0; i < count; ++i) text += "[[day.slot]]\ntime = \"10:00-11:00\"\nkind = \"desk\"\ntitle = \"Talk\"\n";
    return text;
}

std::string items(std::size_t count) { return day_header() + slot("a", "10:00-11:00", "items = [" + repeated("{ title = \"x\", minutes = 1, parallel = true },\n", count) + "]\n"); }

std::string part_of_chain(std::size_t count, bool closed) {
    std::string text = "[rooms]\n";
    for (std::size_t i = 0; i < count; ++i) {
        const bool last = i + 1 == count;
        text += "r" + std::to_string(i) + " = { name = \"R\"";
        if (!last || closed) text += ", part-of = \"r" + std::to_string(last ? 0 : i + 1) + "\"";
        text += " }\n";
    }
    text += day_header();
    for (std::size_t i = 0; i < count; i += 25) text += slot("s" + std::to_string(i), "10:00-11:00", "room = \"r" + std::to_string(i) + "\"\n");
    return text;
}

const Shape shapes[] = {
    {"arrays 10,000 deep", [] { return "x = " + repeated("[", 10'000) + repeated("]", 10'000) + "\n"; }, 1, "error[syntax-error]"},
    {"open arrays", [] { return "x = " + repeated("[", 100'000); }, 1, "error[syntax-error]"},
    {"inline tables 10,000 deep", [] { return "x = " + repeated("{ a = ", 10'000) + "1" + repeated(" }", 10'000) + "\n"; }, 1, "error[syntax-error]"},
    {"arrays and inline tables by turns", [] { return "x = " + repeated("[{ a = ", 10'000); }, 1, "error[syntax-error]"},
    {"a header of 40,000 parts", [] { return "[" + dotted(40'000) + "]\n"; }, 1, "error[syntax-error]"},
    {"a header of 200,000 parts", [] { return "[[" + dotted(200'000) + "]]\n"; }, 1, "error[syntax-error]"},
    {"a dotted key of 40,000 parts", [] { return dotted(40'000) + " = 1\n"; }, 1, "error[syntax-error]"},
    {"a dotted key of 40,000 parts in a setting", [] { return "[rules]\n" + dotted(40'000) + " = 1\n"; }, 1, "error[syntax-error]"},
    {"a key of 200 parts under [rules]", [] { return "[rules.slot-order-" + dotted(200) + "]\n" + day_header(); }, 1, "error[unknown-rule]"},
    {"an x- key 200 parts deep", [] { return day_header() + "x-" + dotted(200) + " = 1\n"; }, 0, "check passed"},
    {"50 MB of a", [] { return std::string(50'000'000, 'a'); }, 1, "error[syntax-error]"},
    {"a title of 50 MB", [] { return "[event]\ntitle = \"" + std::string(50'000'000, 'a') + "\"\n[[day]]\ndate = 2026-06-01\n"; }, 0, "check passed"},
    {"an unknown kind of 5 MB", [] { return day_header() + "[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\nkind = \"" + std::string(5'000'000, 'k') + "\"\n"; }, 1, "error[unknown-kind]"},
    {"a line of 5 MB with a finding every 40 bytes", long_line, 0, "check passed: 0 errors, "},
    {"100,000 unknown keys", [] { return numbered_keys(100'000); }, 0, "check passed: 0 errors, 100000 warnings"},
    {"100,000 unresolved references", [] { return "[people.ann]\nname = \"Ann\"\n" + unresolved(100'000); }, 1, "check failed: 100000 errors"},
    {"20,000 slots of one derived id", [] { return same_titles(20'000); }, 0, "20000 slots' ids are made from number or title"},
    {"100,000 items in a slot", [] { return items(100'000); }, 0, "check passed"},
    {"a chain of 50,000 parts of rooms", [] { return part_of_chain(50'000, false); }, 1, "part-of"},
    {"a ring of 50,000 parts of rooms", [] { return part_of_chain(50'000, true); }, 1, "part-of"},
    {"a room that is part of itself", [] { return part_of_chain(1, true); }, 1, "part-of"},
    {"100,000 days of one date", [] { return "[event]\ntitle = \"F\"\n" + repeated("[[day]]\ndate = 2026-06-01\n", 100'000); }, 0, "check passed"},
    {"100,000 syntax errors", [] { return repeated("[a]\nb = \n", 100'000); }, 1, "error[syntax-error]"},
    {"quotes that are never closed", [] { return repeated("a = \"\"\"\n", 100'000); }, 1, "error[syntax-error]"},
};

} // namespace

BOOST_AUTO_TEST_CASE(what_is_too_deep_or_too_much_is_said_or_checked) {
    for (const auto& shape : shapes)
        BOOST_TEST_CONTEXT(shape.name) {
            const auto ran = check_bytes(shape.bytes());
            BOOST_TEST_MESSAGE(shape.name << ": " << ran.ending() << ", " << ran.seconds << " s, " << ran.out.size() << " bytes");
            BOOST_TEST(wrong_with(ran) == "");
            BOOST_TEST(ran.status == shape.status);
            BOOST_TEST(ran.out.find(shape.says) != std::string::npos, "not said: " << shape.says << " in " << ran.out.substr(0, 300) << " ... " << ran.out.substr(ran.out.size() < 200 ? 0 : ran.out.size() - 200));
        }
}

BOOST_AUTO_TEST_CASE(a_line_of_many_findings_is_not_shown_whole_with_each) {
    const auto ran = check_bytes(unresolved(2'000)); // the line has 30 kB: shown whole it would make 60 MB
    BOOST_TEST(wrong_with(ran) == "");
    BOOST_TEST(ran.out.size() < 2'000U * 1'000U);
}

BOOST_AUTO_TEST_CASE(values_at_the_edge_of_their_types_are_read_or_said) {
    const char* const values[] = {"0", "-1", "-0", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "99999999999999999999999999", "0x7FFFFFFFFFFFFFFF",
                                  "1e400", "nan", "-inf", "true", "[]", "[[], []]", "{}", "{ a = {} }", "\"\"", "\"\\u0000\"", "\"-45m\"", "\"9223372036854775807m\"",
                                  "\"153722867280912931m\"", "\"999999999999999999999h\"", "\"PT99999999999999999H\"", "\"99:99-99:99\"", "\"10:00-\"", "\"-\"", "0000-01-01", "9999-12-31",
                                  "\"9999-99-99\"", "2026-02-30", "24:00:00", "23:59:60", "0001-01-01T00:00:00Z", "2026-06-01T10:00:00+23:59"};
    const char* const keys[] = {"time", "start", "duration", "expected", "items", "speakers", "optional", "kind"};
    std::size_t turn = 0;
    for (const auto* value : values) {
        // Every value at two keys of a slot, at a day's date, at a person's `arrives` and at a parameter.
        std::string text = "[people.p]\nname = \"P\"\narrives = " + std::string{value} + "\n[rules.unexplained-gap]\nmin-gap = " + value + "\n" + day_header();
        for (int n = 0; n < 2; ++n, ++turn) {
            const std::string key = keys[turn % std::size(keys)];
            text += "[[day.slot]]\nid = \"s" + std::to_string(n) + "\"\n" + (key == "time" ? "" : "start = \"10:00\"\n");
            text += (key == "start" ? "#" : key) + " = " + value + "\n";
        }
        text += "[[day]]\ndate = " + std::string{value} + "\n[[day.slot]]\nid = \"t\"\nstart = " + value + "\nduration = " + value + "\nitems = [{ minutes = " + value + " }]\n";
        const auto ran = check_bytes(text);
        BOOST_TEST(wrong_with(ran) == "", value << ": " << wrong_with(ran));
        BOOST_TEST(ran.status != 2, value << ": " << ran.err);
    }
}
