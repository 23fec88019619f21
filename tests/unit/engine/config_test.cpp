// SPDX-License-Identifier: MIT
// agenda-lint.toml: what it holds, what is wrong with it, and where it is looked for.
#include "engine/config.hpp"
#include "support/check.hpp"
#include "support/temporary_directory.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using namespace agenda::engine;
namespace fs = std::filesystem;

struct Read {
    RuleSet rules = standard_rules();
    std::vector<Trouble> troubles;
    Config config;

    explicit Read(std::string text, const std::string& path = "agenda-lint.toml")
        : config(read_config(std::make_shared<const source::Text>(path, std::move(text)), {}, rules, troubles)) {}
    std::string only_trouble() const {
        BOOST_TEST_REQUIRE(troubles.size() == 1U);
        return troubles.front().text();
    }
};

constexpr auto house_rule = R"(summary = "s"
check = "forbid"
severity = "warning"
message = "m"
[why]
text = "w"
)";

} // namespace

BOOST_AUTO_TEST_SUITE(configuration)

BOOST_AUTO_TEST_CASE(holds_profiles_threshold_settings_and_accepts) {
    const Read read{"profile = [\"conference\"]\nfail-on = \"warning\"\n[rules.sitting-too-long]\nmax = \"90m\"\n"
                    "[[accept]]\nrule = \"slot-overlap\"\nabout = [\"slot:a\", \"slot:b\"]\nreason = \"r\"\nby = \"x\"\nuntil = 2026-06-01\n"};
    BOOST_TEST(read.troubles.empty());
    BOOST_TEST_REQUIRE(read.config.profiles.size() == 1U);
    BOOST_TEST(read.config.profiles.front()->name == "conference");
    BOOST_TEST((read.config.fail_on == Severity::warning));
    BOOST_TEST_REQUIRE(read.config.settings.size() == 1U);
    BOOST_TEST(read.config.settings.front().key == "max");
    BOOST_TEST_REQUIRE(read.config.accepts.size() == 1U);
    BOOST_TEST(read.config.accepts.front().by == "x");
    BOOST_TEST(time::format_date(*read.config.accepts.front().until) == "2026-06-01");
}

BOOST_AUTO_TEST_CASE(never_fails_with_the_threshold_never) {
    BOOST_TEST((Read{"fail-on = \"never\"\n"}.config.fail_on == Severity::off));
}

BOOST_AUTO_TEST_CASE(each_fault_is_said_with_its_place) {
    const struct {
        const char* text;
        const char* trouble;
    } cases[] = {
        {"profil = \"conference\"\n", "agenda-lint.toml:1:1: unknown key `profil` in agenda-lint.toml; did you mean `profile`?"},
        {"profile = \"konference\"\n", "agenda-lint.toml:1:11: there is no profile `konference`; did you mean `conference`?"},
        {"fail-on = \"off\"\n", "agenda-lint.toml:1:11: `fail-on` is `error`, `warning`, `info` or `never`"},
        {"[rules.siting-too-long]\nmax = 1\n", "agenda-lint.toml:1:8: there is no rule `siting-too-long`; did you mean `sitting-too-long`?"},
        {"[rules.sitting-too-long]\nmaxx = 1\n", "agenda-lint.toml:2:1: the rule `sitting-too-long` has no parameter `maxx`; did you mean `max`?"},
        {"accept = 3\n", "agenda-lint.toml:1:10: accepted findings are written [[accept]]"},
        {"[[accept]]\nrule = \"slot-overlapp\"\nabout = \"event\"\nreason = \"r\"\n", "agenda-lint.toml:2:8: there is no rule `slot-overlapp`; did you mean `slot-overlap`?"},
        {"[[accept]]\nrule = \"slot-overlap\"\nreason = \"r\"\n", "agenda-lint.toml:1:1: `about` is missing or empty"},
        {"[[accept]]\nrule = \"slot-overlap\"\nabout = \"event\"\nuntil = \"soon\"\n", "agenda-lint.toml:4:9: `until` takes a date such as 2026-06-30"},
        {"rule-directories = \"nowhere\"\n", "nowhere is no directory of rules"},
        {"x = [\n", "agenda-lint.toml:2:1: the list is not closed"},
    };
    for (const auto& one : cases) {
        BOOST_TEST_CONTEXT(one.text) {
            const Read read{one.text};
            BOOST_TEST(!read.troubles.empty());
            if (std::string_view{one.text} != "x = [\n") BOOST_TEST(read.only_trouble() == one.trouble);
        }
    }
}

BOOST_AUTO_TEST_CASE(adds_rule_directories_that_lie_beside_it) {
    const support::TemporaryDirectory directory;
    fs::create_directory(directory.path() / "rules");
    directory.write("rules/house-rule.toml", house_rule);
    const Read read{"rule-directories = [\"rules\"]\n[rules.house-rule]\nseverity = \"error\"\n", (directory.path() / "agenda-lint.toml").string()};
    BOOST_TEST(read.troubles.empty());
    BOOST_TEST(read.rules.rule("house-rule") != nullptr);
}

BOOST_AUTO_TEST_CASE(is_found_upward_as_far_as_the_root_of_the_repository) {
    const support::TemporaryDirectory directory;
    const auto root = directory.path() / "repository";
    fs::create_directories(root / "events" / "spring");
    directory.write("agenda-lint.toml", "");
    BOOST_TEST(!find_config(root / "events").has_value()); // no repository: what lies above is none of its business
    fs::create_directory(root / ".git");
    BOOST_TEST(!find_config(root / "events").has_value()); // above the root
    directory.write("repository/agenda-lint.toml", "");
    BOOST_TEST_REQUIRE(find_config(root / "events" / "spring").has_value());
    BOOST_TEST(fs::equivalent(*find_config(root / "events" / "spring"), root / "agenda-lint.toml"));
    directory.write("repository/events/agenda-lint.toml", "");
    BOOST_TEST(fs::equivalent(*find_config(root / "events" / "spring"), root / "events" / "agenda-lint.toml"));
}

BOOST_AUTO_TEST_CASE(outside_a_repository_it_is_taken_from_the_folder_itself) {
    const support::TemporaryDirectory directory;
    directory.write("agenda-lint.toml", "");
    BOOST_TEST(find_config(directory.path()).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
