// SPDX-License-Identifier: MIT
// Parameters of every type, from TOML and from a command line: what is read, and how it is said that something is not.
#include "finding/parameters.hpp"
#include "support/documents.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::finding;

/// "120 min", or "! takes ..., not ...".
std::string shown(const ReadParameter& read) {
    const auto* value = std::get_if<ParameterValue>(&read);
    return value ? format_parameter(*value) : "! " + std::get<std::string>(read);
}

std::string from_toml(ParameterType type, const std::string& written) {
    const auto document = support::document("x = " + written + "\n");
    BOOST_TEST_REQUIRE(document.errors().empty(), written << " is no TOML");
    return shown(read_parameter(type, *document.root().find("x")));
}

std::string from_text(ParameterType type, std::string_view text) { return shown(read_parameter(type, text)); }

struct Case {
    ParameterType type;
    const char* given;
    const char* shown;
};

} // namespace

BOOST_AUTO_TEST_CASE(parameters_are_read_from_toml_by_their_type) {
    using enum ParameterType;
    const Case cases[] = {
        {duration, "\"45m\"", "45 min"},
        {duration, "\"1h30\"", "90 min"},
        {duration, "\"PT1H30M\"", "90 min"},
        {duration, "90", "90 min"},
        {duration, "0", "0 min"},
        {duration, "-5", "! takes a duration such as \"45m\", not `-5`"},
        {duration, "\"soon\"", "! takes a duration such as \"45m\", not `soon`"},
        {duration, "\"\"", "! takes a duration such as \"45m\", not ``"},
        {duration, "4.5", "! takes a duration such as \"45m\", not a decimal number"},
        {duration, "true", "! takes a duration such as \"45m\", not true or false"},
        {duration, "[45]", "! takes a duration such as \"45m\", not a list"},
        {duration, "9223372036854775807", "! takes a duration such as \"45m\", not `9223372036854775807`"},
        {count, "3", "3"},
        {count, "0", "0"},
        {count, "-1", "! takes a whole number, zero or more, not a whole number"},
        {count, "\"3\"", "! takes a whole number, zero or more, not `3`"},
        {share, "0.25", "25 %"},
        {share, "\"33%\"", "33 %"},
        {share, "\"33 %\"", "33 %"},
        {share, "0", "0 %"},
        {share, "1", "100 %"},
        {share, "0.29", "29 %"},
        {share, "25", "! takes a share such as \"25%\" or 0.25, not `25`"},
        {share, "-0.1", "! takes a share such as \"25%\" or 0.25, not `-0.1`"},
        {share, "nan", "! takes a share such as \"25%\" or 0.25, not `nan`"},
        {share, "\"101%\"", "! takes a share such as \"25%\" or 0.25, not `101%`"},
        {clock, "\"18:30\"", "18:30"},
        {clock, "\"6:30 pm\"", "18:30"},
        {clock, "\"30:00\"", "! takes a clock time such as \"18:30\", not `30:00`"},
        {clock, "1830", "! takes a clock time such as \"18:30\", not a whole number"},
        {flag, "true", "true"},
        {flag, "false", "false"},
        {flag, "\"true\"", "! takes true or false, not `true`"},
        {flag, "1", "! takes true or false, not a whole number"},
        {window, "\"11:30-14:30\"", "11:30-14:30"},
        {window, "\"9 am to 1 pm\"", "09:00-13:00"},
        {window, "\"14:30-11:30\"", "! takes a window such as \"11:30-14:30\", not `14:30-11:30`"},
        {window, "\"11:30-11:30\"", "! takes a window such as \"11:30-14:30\", not `11:30-11:30`"},
        {window, "\"11:30\"", "! takes a window such as \"11:30-14:30\", not `11:30`"},
        {window, "1130", "! takes a window such as \"11:30-14:30\", not a whole number"},
        {name, "\"rooms\"", "rooms"},
        {name, "7", "! takes a word, not a whole number"},
        {names, "[\"coffee\", \"pause\"]", "coffee, pause"},
        {names, "[]", ""},
        {names, "[\"coffee\", 1]", "! takes a list of words, not a whole number"},
        {names, "\"coffee\"", "! takes a list of words, not `coffee`"},
        {names, "{ a = 1 }", "! takes a list of words, not a table"},
    };
    for (const auto& one : cases) BOOST_TEST(from_toml(one.type, one.given) == one.shown, one.given << " as " << describe(one.type) << " gives " << from_toml(one.type, one.given));
}

BOOST_AUTO_TEST_CASE(parameters_are_read_from_a_command_line_by_their_type) {
    using enum ParameterType;
    const Case cases[] = {
        {duration, "45m", "45 min"},
        {duration, "90", "90 min"},
        {duration, "", "! takes a duration such as \"45m\", not ``"},
        {duration, "-5m", "! takes a duration such as \"45m\", not `-5m`"},
        {count, "3", "3"},
        {count, "+3", "! takes a whole number, zero or more, not `+3`"},
        {count, "-3", "! takes a whole number, zero or more, not `-3`"},
        {count, "3x", "! takes a whole number, zero or more, not `3x`"},
        {count, "", "! takes a whole number, zero or more, not ``"},
        {count, "99999999999999999999", "! takes a whole number, zero or more, not `99999999999999999999`"},
        {flag, "true", "true"},
        {flag, "yes", "! takes true or false, not `yes`"},
        {window, "11:30-14:30", "11:30-14:30"},
        {window, "11:30", "! takes a window such as \"11:30-14:30\", not `11:30`"},
        {name, "rooms", "rooms"},
        {names, "coffee,pause", "coffee, pause"},
        {names, "coffee", "coffee"},
        {names, "", ""},
        {names, ",coffee,,pause,", "coffee, pause"},
    };
    for (const auto& one : cases) BOOST_TEST(from_text(one.type, one.given) == one.shown, one.given << " as " << describe(one.type) << " gives " << from_text(one.type, one.given));
}

BOOST_AUTO_TEST_CASE(dates_are_read_from_texts_and_from_toml) {
    const auto wrong = "! takes a list of dates such as \"2009-07-09\", not ";
    BOOST_TEST(from_toml(ParameterType::dates, "[2026-05-01, \"2026-05-14\"]") == "2026-05-01, 2026-05-14");
    BOOST_TEST(from_toml(ParameterType::dates, "\"2026-05-01\"") == "2026-05-01");
    BOOST_TEST(from_toml(ParameterType::dates, "[]") == "");
    BOOST_TEST(from_toml(ParameterType::dates, "[\"2026-02-30\"]") == wrong + std::string{"`2026-02-30`"});
    BOOST_TEST(from_toml(ParameterType::dates, "[1]") == wrong + std::string{"a whole number"});
    BOOST_TEST(from_text(ParameterType::dates, "2026-05-01,2026-05-14") == "2026-05-01, 2026-05-14");
}

BOOST_AUTO_TEST_CASE(a_later_argument_of_a_name_takes_the_place_of_the_earlier_with_its_origin) {
    Arguments arguments;
    arguments.set("max", time::minutes{60});
    arguments.set("min", time::minutes{5});
    arguments.set("max", time::minutes{90}, "the agenda");
    BOOST_TEST(arguments.duration("max").count() == 90);
    BOOST_TEST(arguments.find("max")->origin == "the agenda");
    BOOST_TEST(arguments.find("min")->origin == "");
    BOOST_TEST(std::distance(arguments.begin(), arguments.end()) == 2);
    BOOST_TEST((arguments.find("mid") == nullptr));
}
