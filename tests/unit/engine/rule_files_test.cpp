// SPDX-License-Identifier: MIT
// A directory of own rules, kinds and profiles: what is added, what takes another's place, and each fault with its place.
#include "engine/rule_files.hpp"
#include "support/check.hpp"
#include "support/temporary_directory.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::engine;

const std::string rule = "summary = \"own\"\ncheck = \"chain\"\nseverity = \"error\"\nmessage = \"{minutes}\"\n[why]\ntext = \"w\"\n[with]\nmax = 60\nbreak-min = 5\n";

struct Directory {
    support::TemporaryDirectory directory;
    RuleSet rules = test::standard();

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((directory.path() / name).parent_path());
        directory.write(name, text);
    }
    /// The troubles, without the directory before each, a line each.
    std::string add() {
        std::vector<Trouble> troubles;
        add_rule_files(directory.path(), rules, troubles);
        std::string result;
        for (const auto& trouble : troubles) result += trouble.text().substr(directory.path().string().size() + 1) + "\n";
        return result;
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(the_standard_rules_are_sorted_and_each_has_its_check_and_family) {
    const auto& rules = test::standard().rules;
    BOOST_TEST(rules.size() >= 20U);
    BOOST_TEST(std::is_sorted(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; }));
    for (const auto& one : rules) {
        BOOST_TEST(!one.family.empty(), one.id);
        BOOST_TEST(!one.message.empty(), one.id);
        BOOST_TEST((test::standard().rule(one.id) == &one));
    }
    BOOST_TEST((test::standard().rule("slot-overla") == nullptr));
    BOOST_TEST((test::standard().profile("") == nullptr));
}

BOOST_FIXTURE_TEST_CASE(own_rules_are_added_and_their_folder_is_their_family, Directory) {
    write("own-rule.toml", rule);
    write("house/other-rule.toml", rule);
    write("house/deep/third-rule.toml", rule);
    write("house/notes.txt", "no rule");
    BOOST_TEST(add() == "");
    BOOST_TEST(rules.rules.size() == test::standard().rules.size() + 3);
    BOOST_TEST_REQUIRE((rules.rule("own-rule") && rules.rule("other-rule") && rules.rule("third-rule")));
    BOOST_TEST(rules.rule("own-rule")->family == "");
    BOOST_TEST(rules.rule("other-rule")->family == "house");
    BOOST_TEST(rules.rule("third-rule")->family == "deep");
}

BOOST_FIXTURE_TEST_CASE(a_rule_of_a_known_name_takes_its_place, Directory) {
    write("sitting-too-long.toml", rule);
    BOOST_TEST(add() == "");
    BOOST_TEST(rules.rules.size() == test::standard().rules.size());
    const auto checked = test::check_with(rules, "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:01\"\nkind = \"workshop\"\n");
    BOOST_TEST_REQUIRE(checked.of("sitting-too-long").size() == 1U);
    BOOST_TEST(checked.of("sitting-too-long").front()->message() == "61");
    BOOST_TEST((checked.of("sitting-too-long").front()->severity == Severity::error));
}

BOOST_FIXTURE_TEST_CASE(own_kinds_are_added_and_take_the_place_of_those_of_their_name, Directory) {
    write("kinds.toml", "[sauna]\nclass = \"break\"\nminutes = \"20m-1h\"\nopen-ended = true\n[lunch]\nclass = \"note\"\nneeds-speaker = true\n");
    const auto before = rules.kinds.all().size();
    BOOST_TEST(add() == "");
    BOOST_TEST(rules.kinds.all().size() == before + 1);
    const auto* sauna = rules.kinds.find("sauna");
    BOOST_TEST_REQUIRE((sauna != nullptr));
    BOOST_TEST((sauna->kind_class == KindClass::rest && sauna->open_ended && !sauna->needs_speaker));
    BOOST_TEST((sauna->shortest == time::minutes{20} && sauna->longest == time::minutes{60}));
    BOOST_TEST((rules.kinds.find("lunch")->kind_class == KindClass::note && rules.kinds.find("lunch")->needs_speaker));
}

BOOST_FIXTURE_TEST_CASE(a_profile_may_speak_of_a_rule_beside_it, Directory) {
    write("own-rule.toml", rule);
    write("profiles/house.toml", "summary = \"ours\"\noverlay = true\nfail-on = \"warning\"\n[rules.own-rule]\nseverity = \"info\"\n[rules.sitting-too-long]\nmax = \"70m\"\n");
    write("profiles/conference.toml", "summary = \"another\"\n");
    BOOST_TEST(add() == "");
    BOOST_TEST(rules.profiles.size() == test::standard().profiles.size() + 1);
    const auto* house = rules.profile("house");
    BOOST_TEST_REQUIRE((house != nullptr));
    BOOST_TEST((house->overlay && house->fail_on == Severity::warning));
    BOOST_TEST(house->settings.size() == 2U);
    BOOST_TEST(rules.profile("conference")->summary == "another");
    BOOST_TEST(rules.profile("conference")->settings.empty());
}

BOOST_AUTO_TEST_CASE(each_fault_of_kinds_and_profiles_is_said_with_its_place) {
    const struct {
        const char* file;
        const char* text;
        const char* troubles; ///< the beginning
    } cases[] = {
        {"kinds.toml", "[sauna\n", "kinds.toml:1:"},
        {"kinds.toml", "sauna = 1\n", "kinds.toml:1:1: a kind is a table: [sauna]\n"},
        {"kinds.toml", "[sauna]\n", "kinds.toml:1:2: `class` is missing or empty\n"},
        {"kinds.toml", "[sauna]\nclass = 1\n", "kinds.toml:2:9: `class` takes a string, not a whole number\n"},
        {"kinds.toml", "[sauna]\nclass = \"brek\"\n", "kinds.toml:2:9: `brek` is no class of kinds; did you mean `break`?\n"},
        {"kinds.toml", "[sauna]\nclass = \"break\"\nhot = true\n", "kinds.toml:3:1: unknown key `hot` in a kind\n"},
        {"kinds.toml", "[sauna]\nclass = \"break\"\noptional = 1\n", "kinds.toml:3:12: `optional` takes true or false\n"},
        {"kinds.toml", "[sauna]\nclass = \"break\"\nminutes = \"1h-20m\"\n", "kinds.toml:3:11: `minutes` takes a range such as \"45m-180m\", not `1h-20m`\n"},
        {"kinds.toml", "[sauna]\nclass = \"break\"\nminutes = \"20m\"\n", "kinds.toml:3:11: `minutes` takes a range such as \"45m-180m\", not `20m`\n"},
        {"kinds.toml", "[sauna]\nclass = \"break\"\nminutes = 20\n", "kinds.toml:3:11: `minutes` takes a range such as \"45m-180m\", not a whole number\n"},
        {"profiles/x.toml", "summary = \"open\n", "profiles/x.toml:1:"},
        {"profiles/x.toml", "[rules]\n", "profiles/x.toml:1:1: `summary` is missing or empty\n"},
        {"profiles/x.toml", "summary = \"s\"\nrule = 1\n", "profiles/x.toml:2:1: unknown key `rule` in a profile; did you mean `rules`?\n"},
        {"profiles/x.toml", "summary = \"s\"\noverlay = \"yes\"\n", "profiles/x.toml:2:11: `overlay` takes true or false\n"},
        {"profiles/x.toml", "summary = \"s\"\nfail-on = \"loud\"\n", "profiles/x.toml:2:11: a severity is"},
        {"profiles/x.toml", "summary = \"s\"\nrules = 1\n", "profiles/x.toml:2:9: `rules` takes a table\n"},
        {"profiles/x.toml", "summary = \"s\"\n[rules.slot-overlp]\n", "profiles/x.toml:2:8: there is no rule `slot-overlp`; did you mean `slot-overlap`?\n"},
        {"profiles/x.toml", "summary = \"s\"\n[rules.slot-overlap]\ntolerance = true\n", "profiles/x.toml:3:13: `tolerance` takes a duration such as \"45m\", not true or false\n"},
        {"profiles/x.toml", "summary = \"s\"\n[rules.unknown-key]\nseverity = \"off\"\n", "profiles/x.toml:3:12: "},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.text) {
            Directory directory;
            directory.write(one.file, one.text);
            const auto troubles = directory.add();
            BOOST_TEST(troubles.starts_with(one.troubles), "not said: " << one.troubles << "; but " << troubles);
            BOOST_TEST(std::count(troubles.begin(), troubles.end(), '\n') == 1, troubles);
        }
}

BOOST_FIXTURE_TEST_CASE(what_has_a_fault_is_left_out_and_the_rest_is_taken, Directory) {
    write("bad-rule.toml", "summary = \"s\"\n");
    write("own-rule.toml", rule);
    write("profiles/bad.toml", "x = 1\n");
    BOOST_TEST(add() != "");
    BOOST_TEST((rules.rule("bad-rule") == nullptr));
    BOOST_TEST((rules.rule("own-rule") != nullptr));
    BOOST_TEST((rules.profile("bad") == nullptr));
}

BOOST_FIXTURE_TEST_CASE(a_kind_with_a_fault_is_left_out, Directory) {
    write("kinds.toml", "[sauna]\nclass = \"brek\"\n[pool]\nclass = \"break\"\n");
    BOOST_TEST(add() != "");
    BOOST_TEST((rules.kinds.find("sauna") == nullptr));
    BOOST_TEST((rules.kinds.find("pool") != nullptr));
}

BOOST_AUTO_TEST_CASE(a_directory_that_is_none_is_a_trouble) {
    RuleSet rules;
    std::vector<Trouble> troubles;
    add_rule_files("/nonexistent/rules", rules, troubles);
    BOOST_TEST_REQUIRE(troubles.size() == 1U);
    BOOST_TEST(troubles.front().text() == "/nonexistent/rules is no directory of rules");
}
