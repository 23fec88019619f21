// SPDX-License-Identifier: MIT
// Runs every example of every file in rules/ as a case of its own: what the rule finds, where, how severe, in which
// words.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include "checks/check.hpp"
#include "engine/rule_files.hpp"
#include "engine/rule_reader.hpp"
#include "support/check.hpp"
#include "support/locate.hpp"
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

namespace {

using namespace agenda;
namespace fs = std::filesystem;

struct RuleFile {
    engine::Rule rule;
    engine::RulePage page;
    std::string path;
};

const fs::path rules_directory = fs::path{AGENDA_SOURCE_DIR} / "rules";

std::string shown(const test::Checked& checked, const finding::Finding& finding) {
    const auto at = checked.loaded.text->position(finding.draft.at.offset, source::Unit::code_points);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
           std::string{finding::name_of(finding.severity)} + " " + finding.message +
           (finding.help.empty() ? "" : " | " + finding.help);
}

void compare(const test::Checked& checked, const finding::Finding& finding, const engine::Expected& expected) {
    const auto place = test::locate(checked.loaded, expected.at, expected.key);
    BOOST_TEST_REQUIRE(place.has_value(),
                       "the example names a place that it does not have: " << expected.at << " " << expected.key);
    const auto at = finding.draft.at;
    const bool whole_line = expected.at.starts_with("line:");
    const bool fits = whole_line             ? place->offset <= at.offset && at.offset <= place->end()
                      : expected.key.empty() ? at == *place
                                             : place->offset <= at.offset && at.end() <= place->end();
    BOOST_TEST(fits, "found at " << shown(checked, finding) << ", expected at " << expected.at << " " << expected.key);
    if (expected.severity) BOOST_TEST(finding::name_of(finding.severity) == finding::name_of(*expected.severity));
    if (!expected.message.empty()) BOOST_TEST(finding.message == expected.message);
    if (!expected.help.empty()) BOOST_TEST(finding.help == expected.help);
    BOOST_TEST(!finding.message.empty());
}

void run_example(const engine::Rule& rule, const engine::Example& example) {
    const auto checked = test::check(example.agenda, example.profiles);
    if (rule.id != "syntax-error") BOOST_TEST_REQUIRE(checked.loaded.syntax_ok, "the example is not TOML");
    const auto found = checked.of(rule.id);
    std::string all;
    for (const auto* finding : found) all += "\n  " + shown(checked, *finding);
    BOOST_TEST_REQUIRE(found.size() == example.expect.size(),
                       "expected " << example.expect.size() << " findings, found " << found.size() << all);
    for (std::size_t i = 0; i < found.size(); ++i) compare(checked, *found[i], example.expect[i]);
    if (found.empty()) {
        const auto status = checked.rule(rule.id).status;
        BOOST_TEST((status == engine::Status::passed || status == engine::Status::not_applicable ||
                    status == engine::Status::not_checked),
                   "a silent example of a rule that is " << engine::name_of(status));
    }
}

void has_both_kinds_of_example(const RuleFile& file) {
    std::size_t firing = 0, silent = 0;
    for (const auto& example : file.page.examples) ++(example.expect.empty() ? silent : firing);
    BOOST_TEST(firing > 0, file.path << " has no example that fires");
    BOOST_TEST(silent > 0, file.path << " has no example that stays silent");
}

std::string case_name(std::string name) {
    for (char& c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
    return name;
}

void add_file(const fs::path& path, std::vector<RuleFile>& files) {
    std::vector<engine::Trouble> troubles;
    RuleFile file;
    file.path = fs::relative(path, AGENDA_SOURCE_DIR).string();
    const auto text = engine::read_text(path, troubles);
    auto rule = text ? engine::read_rule(text, path.stem().string(), path.parent_path().filename().string(), &file.page,
                                         test::standard().kinds, troubles)
                     : std::nullopt;
    for (const auto& trouble : troubles) BOOST_TEST_MESSAGE(trouble.text());
    if (!rule)
        throw std::runtime_error{file.path + " cannot be read: " + (troubles.empty() ? "" : troubles.front().text())};
    file.rule = std::move(*rule);
    files.push_back(std::move(file));
}

void every_check_is_called_by_a_rule(const std::vector<RuleFile>& files) {
    std::set<std::string_view> called;
    for (const auto& file : files) called.insert(file.rule.check);
    for (const auto& check : checks::all())
        BOOST_TEST(called.contains(check.name), "no rule calls the check " << check.name);
}

void the_binary_holds_these_rules(const std::vector<RuleFile>& files) {
    BOOST_TEST(test::standard().rules.size() == files.size());
    for (const auto& file : files)
        BOOST_TEST((test::standard().rule(file.rule.id) != nullptr), file.path << " is not in the binary");
}

bool init() {
    using namespace boost::unit_test;
    static std::vector<RuleFile> files;
    for (const auto& path : engine::rule_files(rules_directory)) add_file(path, files);
    for (const auto& file : files) {
        auto* suite = BOOST_TEST_SUITE(case_name(file.rule.id));
        suite->add(make_test_case([&file] { has_both_kinds_of_example(file); }, "has_both_kinds_of_example", __FILE__,
                                  __LINE__));
        for (const auto& example : file.page.examples)
            suite->add(make_test_case([&file, &example] { run_example(file.rule, example); }, case_name(example.name),
                                      __FILE__, __LINE__));
        framework::master_test_suite().add(suite);
    }
    framework::master_test_suite().add(BOOST_TEST_CASE([] { every_check_is_called_by_a_rule(files); }));
    framework::master_test_suite().add(BOOST_TEST_CASE([] { the_binary_holds_these_rules(files); }));
    return !files.empty();
}

} // namespace

int main(int count, char** arguments) { return boost::unit_test::unit_test_main(init, count, arguments); }
