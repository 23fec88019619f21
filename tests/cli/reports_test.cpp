// SPDX-License-Identifier: MIT
// The reports in reports/ are those that the tool writes today, byte by byte.
#include "report/report.hpp"
#include "support/check.hpp"
#include "support/run_tool.hpp"
#include <boost/test/unit_test.hpp>
#include <set>

namespace {

using namespace agenda;

/// As `agenda-lint check PATH -f FORMAT` writes it in the source tree.
std::string written(const std::string& format, const std::string& path = "data/agenda.toml") {
    support::How how;
    how.directory = AGENDA_SOURCE_DIR;
    const auto ran = support::run_tool({"check", path, "-f", format}, how);
    BOOST_TEST(ran.err == "");
    return ran.out;
}

struct Committed {
    std::string format, file;
};
/// What scripts/check writes.
const std::vector<Committed> committed{
    {"concise", "agenda.concise.txt"}, {"github", "agenda.github.txt"}, {"gitlab", "agenda.gitlab.json"}, {"html", "agenda.html"},
    {"json", "agenda.json"},           {"junit", "agenda.junit.xml"},   {"markdown", "agenda.md"},        {"rdjson", "agenda.rdjson"},
    {"sarif", "agenda.sarif"},         {"text", "agenda.txt"},
};

} // namespace

BOOST_AUTO_TEST_CASE(the_reports_of_the_seed_are_the_committed_ones) {
    for (const auto& [format, file] : committed)
        BOOST_TEST((written(format) == test::file("reports/" + file)),
                   "reports/" << file << " differs; look at the difference, and if it is meant, run scripts/check and commit reports/");
}

BOOST_AUTO_TEST_CASE(every_format_has_its_sample_in_reports) {
    std::set<std::string_view> known;
    for (const auto& one : committed) known.insert(one.format);
    for (const auto& format : report::formats()) BOOST_TEST(known.contains(format.name), format.name);
}

BOOST_AUTO_TEST_CASE(scripts_check_writes_every_sample) {
    const auto script = test::file("scripts/check");
    for (const auto& [format, file] : committed) BOOST_TEST(script.find("-f " + format + "=reports/" + file) != std::string::npos, file);
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
