// SPDX-License-Identifier: MIT
// Files that are no agenda at all: each gets a finding with its place or one clear line, and nothing reaches the terminal.
#include "hostile.hpp"
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

namespace {

using support::check_bytes;
using support::wrong_with;

const std::string& seed() {
    static const auto text = agenda::test::file("data/agenda.toml");
    return text;
}

std::string utf16(std::string_view text, bool mark) {
    std::string result = mark ? "\xFF\xFE" : "";
    for (const char c : text) (result += c) += '\0';
    return result;
}

std::string with_crlf(std::string_view text) {
    std::string result;
    for (const char c : text) (c == '\n' ? result += '\r' : result) += c;
    return result;
}

struct Bytes {
    const char* name;
    std::string bytes;
    int status;
    const char* says; ///< somewhere in the report
};

} // namespace

BOOST_AUTO_TEST_CASE(a_file_that_is_no_agenda_gets_a_finding_with_its_place) {
    const std::string elf{"\x7F" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0", 20};
    const Bytes cases[] = {
        {"empty", "", 1, "error[key-missing]: the file has no `[[day]]`\n --> agenda.toml:1:1\n"},
        {"one line end", "\n", 1, "error[key-missing]: the file has no `[[day]]`\n --> agenda.toml:1:1\n"},
        {"one space", " ", 1, "error[key-missing]: the file has no `[[day]]`\n --> agenda.toml:1:1\n"},
        {"byte order mark", "\xEF\xBB\xBF", 1, "error[key-missing]: the file has no `[[day]]`\n --> agenda.toml:1:1\n"},
        {"half a byte order mark", "\xEF\xBB", 1, "error[syntax-error]"},
        {"one NUL", std::string(1, '\0'), 1, "error[syntax-error]"},
        {"a NUL behind an agenda", seed() + std::string(1, '\0'), 1, "error[syntax-error]"},
        {"ELF", elf, 1, "error[syntax-error]"},
        {"UTF-16 with its mark", utf16(seed(), true), 1, "error[syntax-error]"},
        {"UTF-16 without a mark", utf16("[event]\n", false), 1, "error[syntax-error]"},
        {"a lone CR", "[event]\rtitle = 1\r", 1, "error[syntax-error]"},
        {"an escape sequence", "\x1B[2J\x1B]0;owned\x07", 1, "error[syntax-error]"},
        {"JSON", "{\"event\": 1}", 1, "error[syntax-error]"},
        {"only a comment", "# nothing", 1, "error[key-missing]: the file has no `[[day]]`\n --> agenda.toml:1:1\n"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) {
            const auto ran = check_bytes(one.bytes);
            BOOST_TEST(wrong_with(ran) == "");
            BOOST_TEST(ran.status == one.status);
            BOOST_TEST(ran.out.find(one.says) != std::string::npos, "not said: " << one.says << " in " << ran.out.substr(0, 300));
        }
}

BOOST_AUTO_TEST_CASE(line_ends_of_two_bytes_and_a_byte_order_mark_change_no_finding) {
    const auto plain = check_bytes(seed(), {"-f", "json"});
    BOOST_TEST_REQUIRE(plain.status == 0);
    const auto without_places = [](std::string json) {
        for (const auto* key : {"\"offset\": ", "\"length\": "})
            for (auto at = json.find(key); at != std::string::npos; at = json.find(key, at + 1)) json.erase(at, json.find('\n', at) - at);
        return json;
    };
    const auto crlf = check_bytes(with_crlf(seed()), {"-f", "json"});
    const auto marked = check_bytes("\xEF\xBB\xBF" + seed(), {"-f", "json"});
    BOOST_TEST((without_places(crlf.out) == without_places(plain.out)));
    BOOST_TEST((without_places(marked.out) == without_places(plain.out)));
    BOOST_TEST(check_bytes(with_crlf(seed())).out == check_bytes(seed()).out);
}

BOOST_AUTO_TEST_CASE(an_agenda_cut_off_anywhere_ends_well) {
    for (std::size_t size = 1; size < seed().size(); size += 97) {
        const auto ran = check_bytes(seed().substr(0, size));
        BOOST_TEST(wrong_with(ran) == "", "cut to " << size << " bytes: " << wrong_with(ran));
    }
}

BOOST_AUTO_TEST_CASE(random_bytes_end_well) {
    std::mt19937 random{20090709};
    for (int run = 0; run < 60; ++run) {
        std::string bytes(1 + random() % 400, ' ');
        for (char& c : bytes) c = static_cast<char>(random());
        const auto ran = check_bytes(bytes);
        BOOST_TEST(wrong_with(ran) == "", "run " << run << ": " << wrong_with(ran));
    }
}

BOOST_AUTO_TEST_CASE(random_pieces_of_an_agenda_end_well) {
    std::mt19937 random{19991231};
    for (int run = 0; run < 60; ++run) {
        std::string bytes;
        for (int piece = 0; piece < 20; ++piece) bytes += seed().substr(random() % seed().size(), random() % 120);
        const auto ran = check_bytes(bytes);
        BOOST_TEST(wrong_with(ran) == "", "run " << run << ": " << wrong_with(ran));
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_are_found_on_their_line) {
    // a lone continuation, never valid, overlong "/", a surrogate, beyond the last code point, cut off
    const std::string sorts[] = {"\x80", "\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"};
    std::size_t sort = 0;
    for (std::size_t at = 0; at < seed().size(); at += 401) {
        while (at < seed().size() && (static_cast<unsigned char>(seed()[at]) & 0xC0U) == 0x80U) ++at;
        auto bytes = seed();
        bytes.insert(at, sorts[sort++ % std::size(sorts)]);
        const auto line = 1 + std::count(seed().begin(), seed().begin() + static_cast<std::ptrdiff_t>(at), '\n');
        const auto ran = check_bytes(bytes);
        BOOST_TEST(wrong_with(ran) == "", "at byte " << at << ": " << wrong_with(ran));
        BOOST_TEST(ran.status == 1);
        BOOST_TEST(ran.out.find("--> agenda.toml:" + std::to_string(line) + ":") != std::string::npos, "at byte " << at << ": " << ran.out.substr(0, 200));
    }
}
