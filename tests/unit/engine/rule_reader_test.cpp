// SPDX-License-Identifier: MIT
// Rule files: a sound one is read whole, and each fault of one is said with its line and column.
#include "engine/rule_reader.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::engine;

using Lines = std::vector<std::string>;

/// A rule without a fault, a line each; the numbers are used below.
const Lines sound{
    /* 1 */ "summary = \"people sit too long\"",
    /* 2 */ "check = \"chain\"",
    /* 3 */ "severity = \"warning\"",
    /* 4 */ "message = \"{minutes} min, {limit} at most\"",
    /* 5 */ "[parameters]",
    /* 6 */ "max = { default = \"120m\", means = \"the longest\" }",
    /* 7 */ "break-min = { default = 15, means = \"the shortest pause\" }",
    /* 8 */ "[why]",
    /* 9 */ "text = \"because\"",
};

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

/// The sound rule with one line in place of another; line 10 is added.
std::string with_line(std::size_t number, const std::string& line) {
    auto lines = sound;
    lines.resize(std::max(lines.size(), number));
    lines[number - 1] = line;
    return joined(lines);
}

struct Read {
    std::optional<Rule> rule;
    RulePage page;
    std::vector<std::string> troubles;
};

Read read(std::string text, const std::string& id = "own-rule") {
    Read result;
    std::vector<Trouble> troubles;
    result.rule = read_rule(std::make_shared<const source::Text>("r.toml", std::move(text)), id, "family", &result.page, test::standard().kinds, troubles);
    for (const auto& trouble : troubles) result.troubles.push_back(trouble.text());
    return result;
}

const std::string example = "[[example]]\nname = \"n\"\nagenda = \"\"\n"; // lines 10 to 12

} // namespace

BOOST_AUTO_TEST_CASE(a_sound_rule_is_read_whole) {
    const auto result = read(joined(sound) + "[[tier]]\nwhen = { over = \"max\", date = \"2026-06-01\" }\nseverity = \"info\"\n[[tier]]\nwhen = { over = \"2h\" }\nseverity = \"off\"\n");
    BOOST_TEST(result.troubles == Lines{}, boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(result.rule.has_value());
    const auto& rule = *result.rule;
    BOOST_TEST(rule.id == "own-rule");
    BOOST_TEST(rule.family == "family");
    BOOST_TEST(rule.summary == "people sit too long");
    BOOST_TEST(rule.check == "chain");
    BOOST_TEST((rule.severity == Severity::warning));
    BOOST_TEST(rule.message == Lines{"{minutes} min, {limit} at most"}, boost::test_tools::per_element());
    BOOST_TEST(!rule.always_on);
    BOOST_TEST_REQUIRE(rule.parameters.size() == 2U);
    BOOST_TEST((rule.parameter("max")->standard == finding::ParameterValue{time::minutes{120}}));
    BOOST_TEST((rule.parameter("break-min")->standard == finding::ParameterValue{time::minutes{15}}));
    BOOST_TEST(rule.parameter("break-min")->means == "the shortest pause");
    BOOST_TEST_REQUIRE(rule.tiers.size() == 2U);
    BOOST_TEST(std::get<std::string>(*rule.tiers[0].over) == "max");
    BOOST_TEST_REQUIRE(rule.tiers[0].facts.size() == 1U);
    BOOST_TEST(rule.tiers[0].facts[0].second == Lines{"2026-06-01"}, boost::test_tools::per_element());
    BOOST_TEST(std::get<std::int64_t>(*rule.tiers[1].over) == 120);
    BOOST_TEST((rule.tiers[1].severity == Severity::off));
    BOOST_TEST(result.page.why == "because");
}

BOOST_AUTO_TEST_CASE(wordings_may_name_fields_parameters_and_who_set_them) {
    const auto result = read(with_line(4, "message = [\"for {optional}\", \"{minutes} > {max} (max, {max.from})\"]\narithmetic = \"{end} - {start} {{}}\"\nhelp = [\"{optional}\"]"));
    BOOST_TEST(result.troubles == Lines{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(each_fault_of_a_rule_file_is_said_with_its_place) {
    const struct {
        const char* name;
        std::string text;
        const char* trouble; ///< the beginning of the only one
    } cases[] = {
        {"not TOML", with_line(4, "message = \"open"), "r.toml:4:"},
        {"unknown key", with_line(3, "severity = \"info\"\nseverty = 1"), "r.toml:4:1: unknown key `severty` in a rule file; did you mean `severity`?"},
        {"no summary", with_line(1, ""), "r.toml:1:1: `summary` is missing or empty"},
        {"summary is no text", with_line(1, "summary = 7"), "r.toml:1:11: `summary` takes a string, not a whole number"},
        {"no check", with_line(2, ""), "r.toml:1:1: `check` is missing or empty"},
        {"unknown check", with_line(2, "check = \"chian\""), "r.toml:2:9: there is no check `chian`; did you mean `chain`?"},
        {"no severity", with_line(3, ""), "r.toml:1:1: `severity` is missing or empty"},
        {"unknown severity", with_line(3, "severity = \"fatal\""), "r.toml:3:12: a severity is `error`, `warning`, `info` or `off`"},
        {"severity is a number", with_line(3, "severity = 2"), "r.toml:3:12: a severity is"},
        {"always-on is a text", with_line(3, "severity = \"info\"\nalways-on = \"yes\""), "r.toml:4:13: `always-on` takes true or false"},
        {"no message", with_line(4, ""), "r.toml:1:1: `message` is missing or empty"},
        {"empty list of messages", with_line(4, "message = []"), "r.toml:1:1: `message` is missing or empty"},
        {"empty message", with_line(4, "message = \"\""), "r.toml:"},
        {"message is a number", with_line(4, "message = 4"), "r.toml:4:11: `message` takes a string or a list of strings"},
        {"a number among messages", with_line(4, "message = [\"x\", 4]"), "r.toml:4:17: `message` takes a string or a list of strings"},
        {"unknown field", with_line(4, "message = \"{minuts} min\""), "r.toml:4:11: `{minuts}` is neither a field of the check `chain` nor a parameter; did you mean `minutes`?"},
        {"unknown field that is a parameter of the rule no more", with_line(4, "message = \"{max} and {min-gap}\""), "r.toml:4:11: `{min-gap}` is neither"},
        {"unknown field with .from", with_line(4, "message = \"{mx.from}\""), "r.toml:4:11: `{mx.from}` is neither"},
        {"open brace", with_line(4, "message = \"{minutes\""), "r.toml:4:11: a brace in `message`"},
        {"lone closing brace", with_line(4, "message = \"minutes}\""), "r.toml:4:11: a brace in `message`"},
        {"empty braces", with_line(4, "message = \"{} min\""), "r.toml:4:11: a brace in `message`"},
        {"unknown field of the help", with_line(4, sound[3] + "\nhelp = \"{foo}\""), "r.toml:5:8: `{foo}` is neither"},
        {"unknown field of the arithmetic", with_line(4, sound[3] + "\narithmetic = \"{foo}\""), "r.toml:5:14: `{foo}` is neither"},
        {"a last wording that may not fit", with_line(4, "message = [\"{minutes}\", \"for {optional}\"]"), "r.toml:4:11: the last wording of `message` uses {optional}"},
        {"parameters is no table", joined({sound[0], sound[1], sound[2], sound[3], "parameters = 1", "[with]", "max = 1", "break-min = 1", "[why]", "text = \"w\""}), "r.toml:5:14: `parameters` takes a table"},
        {"unknown parameter", with_line(7, sound[6] + "\nmaximum = { default = 1, means = \"m\" }"), "r.toml:8:1: the check `chain` takes no `maximum`"},
        {"missing argument", with_line(6, ""), "r.toml:1:1: the check `chain` needs `max` ("},
        {"a parameter of the wrong type", with_line(6, "max = { default = true, means = \"m\" }"), "r.toml:6:19: `max` takes a duration such as \"45m\", not"},
        {"a parameter that cannot be read", with_line(6, "max = { default = \"soon\", means = \"m\" }"), "r.toml:6:19: `max` takes a duration such as \"45m\", not `soon`"},
        {"a parameter without a default", with_line(6, "max = { means = \"m\" }"), "r.toml:6:1: the parameter `max` has no `default`"},
        {"a parameter that is no table", with_line(6, "max = \"120m\""), "r.toml:6:1: the parameter `max` has no `default`"},
        {"a parameter that says not what it means", with_line(6, "max = { default = \"120m\" }"), "r.toml:6:1: `means` is missing or empty"},
        {"an unknown key of a parameter", with_line(6, "max = { default = \"120m\", means = \"m\", unit = 1 }"), "r.toml:6:40: unknown key `unit` in a parameter"},
        {"with is no table", with_line(3, "severity = \"info\"\nwith = 3"), "r.toml:4:8: `with` takes a table"},
        {"unknown fixed argument", with_line(10, "[with]\nmx = 1"), "r.toml:11:1: the check `chain` takes no `mx`; did you mean `max`?"},
        {"tier is no list", with_line(10, "[tier]\nseverity = \"info\"\nwhen = { over = 1 }"), "r.toml:10:"},
        {"a tier without a severity", with_line(10, "[[tier]]\nwhen = { over = 1 }"), "r.toml:10:1: a tier has a `severity`"},
        {"a tier without when", with_line(10, "[[tier]]\nseverity = \"info\""), "r.toml:10:1: a tier says `when` it holds"},
        {"a tier with an empty when", with_line(10, "[[tier]]\nseverity = \"info\"\nwhen = {}"), "r.toml:10:1: a tier says `when` it holds"},
        {"a tier whose when is no table", with_line(10, "[[tier]]\nseverity = \"info\"\nwhen = 3"), "r.toml:12:8: "},
        {"an unknown key of a tier", with_line(10, "[[tier]]\nseverity = \"info\"\nwhen = { over = 1 }\nif = 2"), "r.toml:13:1: unknown key `if` in a tier"},
        {"an unknown severity of a tier", with_line(10, "[[tier]]\nseverity = \"loud\"\nwhen = { over = 1 }"), "r.toml:11:12: a severity is"},
        {"over a name that is none", with_line(10, "[[tier]]\nseverity = \"info\"\nwhen = { over = \"mx\" }"), "r.toml:12:17: `over` takes a number, a duration"},
        {"over a list", with_line(10, "[[tier]]\nseverity = \"info\"\nwhen = { over = [1] }"), "r.toml:12:17: `over` takes"},
        {"when an unknown field", with_line(10, "[[tier]]\nseverity = \"info\"\nwhen = { colour = \"red\" }"), "r.toml:12:10: the check `chain` gives no field `colour`"},
        {"no why", joined({sound.begin(), sound.begin() + 7}), "r.toml:1:1: [why] with a `text` is missing"},
        {"why without a text", with_line(9, ""), "r.toml:8:1: `text` is missing or empty"},
        {"an unknown key of why", with_line(9, sound[8] + "\nsource = []"), "r.toml:10:1: unknown key `source` in [why]; did you mean `sources`?"},
        {"a source without a title", with_line(9, sound[8] + "\nsources = [{ url = \"u\" }]"), "r.toml:10:12: `title` is missing or empty"},
        {"sources is no list", with_line(9, sound[8] + "\nsources = \"a book\""), "r.toml:10:11: "},
        {"a source is no table", with_line(9, sound[8] + "\nsources = [\"a book\"]"), "r.toml:10:12: "},
        {"limits without a text", with_line(10, "[limits]"), "r.toml:10:1: `text` is missing or empty"},
        {"example is no list", with_line(10, "[example]"), "r.toml:10:"},
        {"an example without expect", joined(sound) + example, "r.toml:10:1: an example says what to `expect`"},
        {"an expect that is no list", joined(sound) + example + "expect = \"x\"\n", "r.toml:10:1: an example says what to `expect`"},
        {"an expect without at", joined(sound) + example + "expect = [{ key = \"x\" }]\n", "r.toml:13:11: `at` is missing or empty"},
        {"an expect with an unknown key", joined(sound) + example + "expect = [{ at = \"event\", massage = \"x\" }]\n", "r.toml:13:27: unknown key `massage` in `expect`; did you mean `message`?"},
        {"an expect with a wrong severity", joined(sound) + example + "expect = [{ at = \"event\", severity = \"x\" }]\n", "r.toml:13:38: a severity is"},
        {"an expect that is no table", joined(sound) + example + "expect = [\"slot:a\"]\n", "r.toml:13:11: "},
        {"an example without an agenda", joined(sound) + "[[example]]\nname = \"n\"\nexpect = []\n", "r.toml:10:1: an example has an `agenda`"},
        {"an example without a name", joined(sound) + "[[example]]\nagenda = \"\"\nexpect = []\n", "r.toml:10:1: `name` is missing or empty"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) {
            const auto result = read(one.text);
            BOOST_TEST(!result.rule.has_value());
            BOOST_TEST(result.troubles.size() == 1U, "troubles:" << [&] {
                std::string all;
                for (const auto& trouble : result.troubles) all += "\n    " + trouble;
                return all;
            }());
            BOOST_TEST((!result.troubles.empty() && result.troubles.front().starts_with(one.trouble)), "not said: " << one.trouble << "; but " << (result.troubles.empty() ? "nothing" : result.troubles.front()));
        }
}

BOOST_AUTO_TEST_CASE(the_id_of_a_rule_is_made_of_small_letters_digits_and_hyphens) {
    for (const auto* id : {"own-rule", "a", "rule2"}) BOOST_TEST(read(joined(sound), id).rule.has_value(), id);
    for (const auto* id : {"", "Own", "own_rule", "-own", "own-", "own rule", "own.rule", "öwn"}) BOOST_TEST(!read(joined(sound), id).rule.has_value(), id);
}

BOOST_AUTO_TEST_CASE(several_faults_are_said_in_one_run) {
    auto lines = sound;
    lines[0] = "sumary = \"x\"";
    lines[3] = "message = \"{minuts}\"";
    lines[6] = "break-min = { default = \"soon\", means = \"m\" }";
    BOOST_TEST(read(joined(lines)).troubles.size() >= 4U); // the unknown key, the missing one, the type, the field
}

BOOST_AUTO_TEST_CASE(a_name_that_a_check_takes_is_one_of_its_words) {
    const std::string text = "summary = \"s\"\ncheck = \"contention\"\nseverity = \"error\"\nmessage = \"{count}\"\n[with]\nresource = \"chairs\"\ntolerance = 0\n[why]\ntext = \"w\"\n";
    const auto result = read(text);
    BOOST_TEST(result.troubles == Lines{"r.toml:6:12: `resource` takes no `chairs`; it knows: rooms other-places people"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(over_takes_a_parameter_that_can_be_compared_only) {
    // `roles` is a list of names: nothing is over it
    const std::string text = "summary = \"s\"\ncheck = \"contention\"\nseverity = \"error\"\nmessage = \"{count}\"\n[with]\nresource = \"people\"\ntolerance = 0\n"
                             "[parameters]\nroles = { default = [], means = \"m\" }\n[why]\ntext = \"w\"\n[[tier]]\nseverity = \"info\"\nwhen = { over = \"roles\" }\n";
    const auto result = read(text);
    BOOST_TEST_REQUIRE(result.troubles.size() == 1U);
    BOOST_TEST(result.troubles.front().starts_with("r.toml:14:17: `over` takes"), result.troubles.front());
}

BOOST_AUTO_TEST_CASE(what_a_rule_file_says_is_printed_harmless) {
    const auto result = read(with_line(2, "check = \"\\u001B[2J\\u202E\""));
    BOOST_TEST_REQUIRE(result.troubles.size() == 1U);
    BOOST_TEST(result.troubles.front() == "r.toml:2:9: there is no check `<U+001B>[2J<U+202E>`");
}
