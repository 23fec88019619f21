// SPDX-License-Identifier: MIT
// What the rules say of the seed agenda, and of the agenda with deliberate faults that stands beside it.
#include "agenda/timeline.hpp"
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <sstream>

namespace {

using namespace agenda;
using finding::Severity;

/// "# fault: rule-id: ..." in the file, and the table in which the comment stands or which it announces.
struct Announced {
    std::string rule;
    std::size_t line;
    std::uint32_t from, to; ///< bytes of the table
};

bool is_header(const std::string& line) { return line.starts_with("["); }
bool is_comment(const std::string& line) { return line.starts_with("#"); }

std::vector<Announced> announced(const std::string& text) {
    std::vector<std::string> lines;
    std::vector<std::uint32_t> starts;
    std::istringstream in{text};
    std::uint32_t at = 0;
    for (std::string line; std::getline(in, line); at += static_cast<std::uint32_t>(line.size() + 1)) {
        lines.push_back(line);
        starts.push_back(at);
    }
    starts.push_back(at);
    std::vector<Announced> result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].starts_with("# fault: ")) continue;
        auto header = i;
        while (header < lines.size() && is_comment(lines[header])) ++header;
        while (header > 0 && !is_header(lines[header])) --header;
        auto end = header + 1;
        while (end < lines.size() && !is_header(lines[end])) ++end;
        const auto rule = lines[i].substr(9, lines[i].find(':', 9) - 9);
        result.push_back({rule, i + 1, starts[header], starts[end]});
    }
    return result;
}

bool inside(const source::Span& span, const Announced& fault) {
    return span.offset >= fault.from && span.offset < fault.to;
}

/// "info closing-unnamed slot:wrap-up", in the order of the file; those of one severity, or all.
std::vector<std::string> told(const test::Checked& checked, std::optional<Severity> severity = std::nullopt) {
    std::vector<std::string> result;
    for (const auto& finding : checked.result.findings) {
        if (severity && finding.severity != *severity) continue;
        auto line = std::string{finding::name_of(finding.severity)} + " " + finding.rule;
        for (const auto& about : finding.draft.about) line += " " + about;
        result.push_back(std::move(line));
    }
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(the_seed_agenda)

BOOST_AUTO_TEST_CASE(has_thirteen_slots_thirty_three_people_and_two_days) {
    const auto checked = test::check(test::file("data/agenda.toml"));
    BOOST_TEST(checked.loaded.agenda.slots.size() == 13);
    BOOST_TEST(checked.loaded.agenda.people.size() == 33);
    BOOST_TEST(checked.loaded.agenda.days.size() == 2);
}

BOOST_AUTO_TEST_CASE(puts_thirty_two_people_on_stage_since_the_director_general_is_represented) {
    const auto checked = test::check(test::file("data/agenda.toml"));
    BOOST_TEST(agenda::stage_times(checked.loaded.agenda).size() == 32);
}

// The numbers are those of the oddities that were read off the agenda; every one of the twelve that a rule can see is
// found, and nothing else.
BOOST_AUTO_TEST_CASE(has_twelve_infos_as_a_united_nations_meeting_and_no_warning) {
    const auto checked = test::check(test::file("data/agenda.toml"), {"un-meeting"});
    BOOST_TEST(checked.count(Severity::error) == 0);
    BOOST_TEST(checked.count(Severity::warning) == 0);
    const std::vector<std::string> expected{
        "info timezone-missing event",                                     // 31
        "info venue-missing event",                                        // 31
        "info org-variant person:valeriya",                                // 19
        "info numbering-style day:2009-07-09",                             // 21
        "info lunch-too-short slot:afternoon-break-day-i slot:side-event", // 5
        "info break-label slot:afternoon-break-day-i",                     // 3
        "info sitting-too-long slot:side-event slot:session-ii",           // 1
        "info text-unterminated slot:session-ii",                          // 17
        "info question-mark-missing slot:session-iii",                     // 16
        "info break-label slot:afternoon-break-day-ii",                    // 3
        "info affiliation-variant person:klein-solomon slot:session-iv",   // 8
        "info closing-unnamed slot:wrap-up",                               // 7
    };
    BOOST_TEST(told(checked) == expected, boost::test_tools::per_element());
    BOOST_TEST(checked.of("lunch-too-short").at(0)->draft.facts.text("minutes") == "60");
    BOOST_TEST(checked.of("sitting-too-long").at(0)->draft.facts.text("minutes") == "240");
}

BOOST_AUTO_TEST_CASE(has_seven_warnings_before_publication_and_fails_by_that_overlay) {
    const auto checked = test::check(test::file("data/agenda.toml"), {"un-meeting", "strict-publication"});
    BOOST_TEST(checked.count(Severity::error) == 0);
    const std::vector<std::string> expected{
        "warning org-variant person:valeriya",                                                 // 19
        "warning numbering-style day:2009-07-09",                                              // 21
        "warning case-style slot:keynote-address slot:setting-the-scene slot:welcome-remarks", // 21
        "warning spelling-variant slot:session-iv slot:setting-the-scene",  // 18, all -ise beside -ize
        "warning text-unterminated slot:session-ii",                        // 17
        "warning question-mark-missing slot:session-iii",                   // 16
        "warning affiliation-variant person:klein-solomon slot:session-iv", // 8
    };
    BOOST_TEST(told(checked, Severity::warning) == expected, boost::test_tools::per_element());
    BOOST_TEST((test::standard().profile("strict-publication")->fail_on == Severity::warning));
}

BOOST_AUTO_TEST_CASE(has_four_sittings_too_long_as_a_conference_and_no_other_warning) {
    const auto checked = test::check(test::file("data/agenda.toml"), {"conference"});
    BOOST_TEST(checked.count(Severity::error) == 0);
    BOOST_TEST(checked.count(Severity::warning) == 4);
    for (const auto* finding : checked.of("sitting-too-long"))
        BOOST_TEST(finding->draft.facts.text("minutes") == "180");
    BOOST_TEST(checked.of("sitting-too-long").size() == 4);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(every_fault_announced_in_the_agenda_with_conflicts_is_found_where_it_stands) {
    const auto text = test::file("data/agenda-with-conflicts.toml");
    const auto checked = test::check(text);
    const auto faults = announced(text);
    for (const auto& fault : faults) {
        bool found = false;
        for (const auto* finding : checked.of(fault.rule)) found = found || inside(finding->draft.at, fault);
        BOOST_TEST(found, fault.rule << " announced in line " << fault.line << " is not found there");
    }
    BOOST_TEST(faults.size() >= 20);
}

BOOST_AUTO_TEST_CASE(no_error_and_no_warning_is_found_in_the_agenda_with_conflicts_that_is_not_announced) {
    const auto text = test::file("data/agenda-with-conflicts.toml");
    const auto checked = test::check(text);
    const auto faults = announced(text);
    for (const auto& finding : checked.result.findings) {
        if (finding.severity < Severity::warning) continue;
        const bool known = std::any_of(faults.begin(), faults.end(), [&](const Announced& fault) {
            return fault.rule == finding.rule && inside(finding.draft.at, fault);
        });
        BOOST_TEST(known, finding.rule << ": " << finding.message());
    }
}
