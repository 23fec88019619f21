// SPDX-License-Identifier: MIT
// Real schedules by others, in the directory that AGENDA_LINT_CORPUS names: what is clean has no error, what is not has
// exactly those that are known of it; and `import` loses none of it.
#include "folder.hpp"
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace {

using nlohmann::json;
using support::Folder;

std::optional<std::filesystem::path> in_corpus(const std::string& file) {
    const auto* corpus = std::getenv("AGENDA_LINT_CORPUS");
    const auto path = std::filesystem::path{corpus ? corpus : ""} / file;
    if (corpus && std::filesystem::exists(path)) return path;
    BOOST_TEST_MESSAGE("skipped: there is no " << file << " in AGENDA_LINT_CORPUS");
    return std::nullopt;
}

struct Row {
    const char* file;
    std::vector<std::string> errors; ///< line, rule, ids
};

/// Errors and where they are; the lines were looked up in the files by hand.
const std::vector<Row> known{
    {"fosdem/fosdem-2013.xml", {}},
    {"fosdem/fosdem-2024.xml",
     {"7170 room-double-booked 10826 10837", "7170 room-double-booked 10826 10843", "7572 person-double-booked dan-phillips",
      "10323 person-double-booked john-viega"}},
    {"voc/frab-camp2019.json", {}},
    {"voc/pretalx-rc3.json", {}},
    {"voc/pretalx-democon.json", {"1157 person-double-booked stephanie-hudson"}},
    {"devopsdays/2017-detroit-program.md", {"12 slot-nonpositive lunch-2017-09-27", "28 slot-nonpositive lunch-2017-09-28"}},
    {"devopsdays/2018-berlin-program.md", {"24 slot-nonpositive evening-event"}},
    {"devopsdays/2020-prague-program.md", {"10 title-missing presentation", "21 slot-nonpositive evening-event"}},
    // In UTC. A hall that two workshops and their lunches share; three pairs of lessons; four empty titles.
    {"pyconuk2015/schedule.ics",
     {"31 room-double-booked djangogirls-2015-09-18-0930 trans-code-2015-09-18-0930", "41 room-double-booked trans-code-2015-09-18-0930 djangogirls-lunch",
      "59 room-double-booked first-steps-in-python minecraft-in-education", "75 room-double-booked pygame-zero skycademy",
      "166 room-double-booked code-club your-code-in-space-with-astropi", "174 room-double-booked djangogirls-2015-09-18-1130 trans-code-2015-09-18-1200",
      "184 room-double-booked trans-code-lunch djangogirls-2015-09-18-1130", "780 title-missing slot-2015-09-19-1130", "805 title-missing slot-2015-09-19-1200",
      "908 title-missing slot-2015-09-19-1400", "1057 title-missing slot-2015-09-19-1630"}},
    {"ics/america_new_york.ics", {}},                     // a VTIMEZONE of fifty years under a name of its own
    {"ics/issue_165_missing_event.ics", {}},              // a rule with blanks, and no UID
    {"ics/issue_313_globally_unique_tzid.ics", {}},       // IANA names behind those of vendors
    {"ics/issue_722_timezone_transition_ambiguity.ics", {}}, // a clock put back by two hours
    {"ics/multiple_calendar_components.ics", {}},         // two calendars, blank lines within folded ones
    {"ics/timezoned.ics", {}},                            // four days without a night
};

/// Of a schedule's own format: an agenda made of it has no such faults.
constexpr const char* of_the_format = "format-fault";

json checked(const Folder& folder, const std::string& file) {
    const auto ran = folder.run({"check", file, "-f", "json", "--profile", "conference"});
    BOOST_TEST_REQUIRE(ran.status < 2, ran.err);
    return json::parse(ran.out);
}

std::string about(const json& finding) {
    std::string result;
    const std::string_view sort = finding["rule"] == "person-double-booked" ? "person:" : "slot:";
    for (const std::string id : finding["about"])
        if (id.starts_with(sort)) result += " " + id.substr(id.find(':') + 1);
    return result;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(real_schedules, Folder)

BOOST_AUTO_TEST_CASE(have_the_errors_that_are_known_of_them_and_no_other) {
    for (const auto& [file, errors] : known) {
        const auto path = in_corpus(file);
        if (!path) continue;
        std::vector<std::string> found;
        const auto report = checked(*this, path->string());
        for (const auto& finding : report["findings"])
            if (finding["severity"] == "error" && finding["rule"] != of_the_format)
                found.push_back(std::to_string(finding["line"].get<int>()) + " " + finding["rule"].get<std::string>() + about(finding));
        BOOST_TEST(found == errors, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(of_devopsdays_have_their_malformed_datetimes_and_parallel_pairs_told) {
    struct Count {
        const char *file, *rule;
        int count;
    };
    for (const auto& [file, rule, count] : {Count{"2017-detroit", of_the_format, 46}, {"2018-berlin", of_the_format, 0}, {"2018-berlin", "plenary-parallel", 6}, {"2020-prague", of_the_format, 0}}) {
        const auto path = in_corpus("devopsdays/" + std::string{file} + "-program.md");
        if (!path) continue;
        const auto findings = checked(*this, path->string())["findings"];
        BOOST_TEST(std::count_if(findings.begin(), findings.end(), [&](const json& finding) { return finding["rule"] == rule; }) == count, file);
    }
}

BOOST_AUTO_TEST_CASE(that_break_their_own_schema_are_told_so_at_each_place) {
    const auto path = in_corpus("voc/invalid-example.json");
    if (!path) return;
    const auto ran = run({"check", path->string(), "-f", "concise", "--only", "wrong-type"});
    std::vector<std::string> found;
    std::istringstream lines{ran.out};
    for (std::string line; std::getline(lines, line);) found.push_back(line.substr(path->string().size()));
    BOOST_TEST(found == (std::vector<std::string>{":23:25: error wrong-type: `id` in the schedule is a string (`2814`), not a whole number",
                                                  ":43:29: error wrong-type: `id` in the schedule is a string (`dsadf`), not a whole number",
                                                  ":44:31: error wrong-type: `code` in the schedule is `MÄaN0`, not capital letters and digits",
                                                  ":59:16: error wrong-type: `rooms` in the schedule is part of `schedule`, not one of `conference`, where programs look for it"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(have_the_same_findings_once_imported) {
    for (const auto& [file, errors] : known) {
        const auto path = in_corpus(file);
        if (!path) continue;
        const auto imported = run({"import", path->string(), "-o", "agenda.toml"});
        BOOST_TEST(imported.status == 0, imported.err);
        const auto messages = [&](const std::string& agenda) {
            std::multiset<std::string> result;
            const auto report = checked(*this, agenda);
            for (const auto& finding : report["findings"])
                if (finding["rule"] != of_the_format) result.insert(finding["severity"].get<std::string>() + " " + finding["rule"].get<std::string>() + " " + finding["message"].get<std::string>());
            return result;
        };
        BOOST_TEST((messages(path->string()) == messages("agenda.toml")), file);
    }
}

BOOST_AUTO_TEST_SUITE_END()
