// SPDX-License-Identifier: MIT
// The reports in reports/ are those that the tool writes today, byte by byte.
#include "report/report.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>
#include <sstream>

namespace {

using namespace agenda;

/// As `agenda-lint check PATH -f FORMAT` writes it.
std::string written(const std::string& format, const std::string& path = "data/agenda.toml") {
    report::CheckedAgenda checked;
    checked.loaded = load::load(std::make_shared<const source::Text>(path, test::file(path)), test::standard().kinds);
    const auto chosen = engine::settings_for(checked.loaded, test::standard(), {});
    checked.result = engine::run(checked.loaded, chosen.settings);
    checked.fail_on = gate::threshold(std::nullopt, chosen.profiles);
    for (const auto* profile : chosen.profiles) checked.profiles.push_back(profile->name);
    report::Report report;
    report.version = "0.1.0";
    report.agendas.push_back(std::move(checked));
    std::ostringstream out;
    report::find_format(format)->write(report, out);
    return out.str();
}

constexpr auto how_to_refresh = "; look at the difference, and if it is meant, run scripts/check and commit reports/";

} // namespace

BOOST_AUTO_TEST_CASE(the_text_report_of_the_seed_is_the_committed_one) {
    BOOST_TEST((written("text") == test::file("reports/agenda.txt")), "reports/agenda.txt differs" << how_to_refresh);
}

BOOST_AUTO_TEST_CASE(the_json_report_of_the_seed_is_the_committed_one) {
    BOOST_TEST((written("json") == test::file("reports/agenda.json")), "reports/agenda.json differs" << how_to_refresh);
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
