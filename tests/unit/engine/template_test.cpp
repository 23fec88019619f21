// SPDX-License-Identifier: MIT
// Message templates: fields, braces, alternatives, and who set a parameter.
#include "engine/template.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::engine;

const finding::Facts facts{{"minutes", std::int64_t{180}}, {"what", std::string{"{x} }}"}}, {"max", std::string{"the fact"}}};

finding::Arguments arguments() {
    finding::Arguments result;
    result.set("limit", time::minutes{120}, "profile conference");
    result.set("least", std::int64_t{2});
    result.set("kinds", std::vector<std::string>{"coffee", "pause"}, "the agenda");
    result.set("window", time::ClockRange{{time::minutes{690}}, {time::minutes{870}}});
    result.set("max", time::minutes{1});
    return result;
}

std::string joined(const std::optional<std::vector<std::string>>& names) {
    if (!names) return "malformed";
    std::string result;
    for (const auto& name : *names) result += name + ";";
    return result;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_fields_of_a_template_are_the_names_between_braces) {
    const struct {
        const char* text;
        const char* fields;
    } cases[] = {
        {"", ""},
        {"no field", ""},
        {"{a}", "a;"},
        {"{a}{b} and {a.from}", "a;b;a.from;"},
        {"{{a}}", ""},
        {"{{{a}}}", "a;"},
        {"}}{{", ""},
        {"{", "malformed"},
        {"}", "malformed"},
        {"{a", "malformed"},
        {"a}", "malformed"},
        {"{}", "malformed"},
        {"{a}}", "malformed"},
        {"{{}", "malformed"},
    };
    for (const auto& one : cases) BOOST_TEST(joined(fields_of(one.text)) == one.fields, one.text << " gives " << joined(fields_of(one.text)));
}

BOOST_AUTO_TEST_CASE(a_template_is_filled_with_facts_parameters_and_origins) {
    const struct {
        const char* text;
        const char* filled;
    } cases[] = {
        {"{minutes} min > {limit} min (max, {limit.from})", "180 min > 120 min (max, profile conference)"},
        {"{least.from}", "the rule's default"},
        {"{least} of {kinds} within {window}", "2 of coffee, pause within 11:30-14:30"},
        {"{{{minutes}}}", "{180}"},
        {"{what}", "{x} }}"},       // what is filled in is no template
        {"{max}", "the fact"},      // a fact goes before a parameter of its name
        {"{max.from}", "the rule's default"},
        {"{unknown}", ""},
        {"é{minutes}…", "é180…"},
    };
    for (const auto& one : cases) BOOST_TEST(fill({one.text}, facts, arguments()) == one.filled, one.text);
}

BOOST_AUTO_TEST_CASE(the_first_wording_whose_fields_are_all_there_is_taken) {
    BOOST_TEST(fill({"{a} and {minutes}", "{minutes}", "never"}, facts, arguments()) == "180");
    BOOST_TEST(fill({"{a}", "{b}"}, facts, arguments()) == "");
    BOOST_TEST(fill({}, facts, arguments()) == "");
    BOOST_TEST(fill({"{limit.from}", "other"}, facts, arguments()) == "profile conference");
    BOOST_TEST(fill({"{nothing.from}", "other"}, facts, arguments()) == "other");
}
