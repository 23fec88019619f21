// SPDX-License-Identifier: MIT
// Runs every example of every file in rules/ as a case of its own: what the rule finds, where, how severe, in which
// words.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include "checks/check.hpp"
#include "app/examples.hpp"
#include "engine/rule_files.hpp"
#include "support/check.hpp"
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

void run_example(const engine::Rule& rule, const engine::Example& example) {
    for (const auto& problem : app::run_example(rule, example, test::standard()).problems) BOOST_ERROR(problem);
}

void has_all_examples_that_it_needs(const RuleFile& file) {
    std::vector<app::ExampleOutcome> outcomes;
    for (const auto& example : file.page.examples)
        outcomes.push_back(app::run_example(file.rule, example, test::standard()));
    for (const auto& problem : app::lacking(file.rule, file.page, outcomes)) BOOST_ERROR(file.path + ": " + problem);
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
        suite->add(make_test_case([&file] { has_all_examples_that_it_needs(file); }, "has_all_examples_that_it_needs",
                                  __FILE__, __LINE__));
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
