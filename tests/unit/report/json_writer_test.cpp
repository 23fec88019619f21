// SPDX-License-Identifier: MIT
// JSON as it is written: readable where it can be, and harmless as it stands.
#include "report/json_writer.hpp"
#include "reporting.hpp"

namespace {

std::string written(std::string_view text) {
    std::ostringstream out;
    agenda::report::JsonWriter json{out};
    json.value(text);
    json.finish();
    return out.str();
}

} // namespace

BOOST_AUTO_TEST_CASE(letters_of_any_script_are_written_as_they_are_in_one_line_and_in_several) {
    BOOST_TEST(written("Zürich, 漢字 \U0001F600") == "\"Zürich, 漢字 \U0001F600\"\n");
    BOOST_TEST(written("Zürich\n漢字\n") == "\"Zürich\\n漢字\\n\"\n");
    BOOST_TEST(written("\n\na\n") == "\"\\n\\na\\n\"\n");
}

BOOST_AUTO_TEST_CASE(what_moves_a_terminal_or_is_obeyed_by_a_ci_runner_is_escaped_and_stays) {
    const std::string texts[] = {"\x1b[2J", std::string{"a\0b", 3}, "\u202Egnp", "\u2028", "\u009B31m", "\x7f", "##[error]x", "a\n##[error]x", "###", "a\n\u202Eé\nb"};
    for (const auto& text : texts) {
        BOOST_TEST(agenda::test::harmful_in(written(text)) == "");
        BOOST_TEST(agenda::test::parsed(written(text)) == text);
    }
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf_8_is_written_as_the_sign_for_one) {
    for (const std::string text : {"a\xFFz", "a\xFFz\n", "é\n\xC3"}) BOOST_TEST(agenda::test::parsed(written(text)).get<std::string>().find("\uFFFD") != std::string::npos);
}
