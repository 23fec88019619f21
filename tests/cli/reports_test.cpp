// SPDX-License-Identifier: MIT
// The reports in reports/ are those that the tool writes today, byte by byte.
#include "support/check.hpp"
#include "support/run_tool.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;

/// As the tool writes it, run in the source tree.
std::string written(const std::string& format, const std::string& path = "data/agenda.toml") {
    support::How how;
    how.directory = AGENDA_SOURCE_DIR;
    return support::run_tool({"check", path, "-f", format}, how).out;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_reports_of_the_seed_are_the_committed_ones) {
    const std::pair<const char*, const char*> samples[] = {{"concise", "agenda.concise.txt"}, {"github", "agenda.github.txt"}, {"json", "agenda.json"},
                                                           {"junit", "agenda.junit.xml"},     {"markdown", "agenda.md"},       {"text", "agenda.txt"}};
    for (const auto& [format, file] : samples)
        BOOST_TEST((written(format) == test::file(std::string{"reports/"} + file)),
                   "reports/" << file << " differs; look at the difference, and if it is meant, run scripts/check and commit reports/");
}

BOOST_AUTO_TEST_CASE(the_example_in_the_readme_is_what_the_tool_says) {
    const auto readme = test::file("README.md");
    const std::string opening = "```text\nerror[";
    const auto begin = readme.find(opening) + 8;
    const auto end = readme.find("```", begin);
    BOOST_TEST_REQUIRE(end != std::string::npos);
    BOOST_TEST((written("text", "data/agenda-with-conflicts.toml").find(readme.substr(begin, end - begin)) !=
                std::string::npos),
               "the README's report is no part of the report of data/agenda-with-conflicts.toml");
}
