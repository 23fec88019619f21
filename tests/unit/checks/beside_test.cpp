// SPDX-License-Identifier: MIT
// The checks beside, changeover and position in rules of a user's own, and in numbers.
#include "checks/relations.hpp"
#include "engine/rule_reader.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

/// The messages of one rule of a user's own, which is called `own`.
std::vector<std::string> told(const std::string& rule_lines, const std::string& agenda) {
    std::vector<engine::Trouble> troubles;
    const auto text = "summary = \"s\"\nseverity = \"warning\"\n" + rule_lines + "[why]\ntext = \"w\"\n";
    auto rule = engine::read_rule(std::make_shared<const source::Text>("own.toml", text), "own", "", nullptr,
                                  standard().kinds, troubles);
    BOOST_TEST_REQUIRE(rule.has_value(), (troubles.empty() ? "" : troubles.front().text()));
    engine::RuleSet rules = standard();
    rules.rules = {*rule};
    std::vector<std::string> result;
    for (const auto& finding : check_with(rules, agenda).result.findings) result.push_back(finding.message());
    return result;
}

std::string slot(const std::string& id, const std::string& time, const std::string& lines = "") {
    return "[[day.slot]]\nid = \"" + id + "\"\ntime = \"" + time + "\"\ntitle = \"" + id + "\"\n" + lines + "\n";
}

const std::string day = "[[day]]\ndate = 2026-06-01\n";

const std::string keep_apart = R"(check = "beside"
message = ["{a} and {b} overlap by {minutes}", "{a} and {b}: {distance} < {gap}", "{slots}"]
[with]
relation = "apart"
gap = "30m"
[select]
slot = "finance"
[other]
slot = "budget"
)";

const std::string posters_at_lunch = R"(check = "beside"
message = ["{selected}: {minutes} of {limit}", "{selected}"]
[with]
relation = "during"
[select]
tag = "posters"
[other]
kind = "lunch"
)";

const std::string clean_the_lab = R"(check = "changeover"
message = "{who}: {minutes} < {min}"
[select]
room = "lab"
[with]
resource = "rooms"
min = "30m"
)";

checks::Neighbour entry(int from, int to, std::uint32_t line, bool selected = true, bool other = true) {
    const time::Instant midnight{};
    return {SlotIndex{0},
            {midnight + time::minutes{from}, midnight + time::minutes{to}},
            selected,
            other,
            {Place::Sort::track, line}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_beside)

BOOST_AUTO_TEST_CASE(two_committees_are_kept_apart_by_half_an_hour) {
    const auto committees = [](const std::string& finance, const std::string& budget) {
        return joined(
            told(keep_apart, day + slot("finance", finance, "room = \"a\"") + slot("budget", budget, "room = \"b\"")));
    };
    BOOST_TEST(committees("10:00-11:00", "10:30-11:30") == "finance and budget overlap by 30");
    BOOST_TEST(committees("10:00-11:00", "11:29-12:00") == "finance and budget: 29 < 30");
    BOOST_TEST(committees("11:29-12:00", "10:00-11:00") == "budget and finance: 29 < 30");
    BOOST_TEST(committees("10:00-11:00", "11:30-12:00") == "");
}

BOOST_AUTO_TEST_CASE(a_poster_session_runs_during_lunch) {
    const auto posters = [](const std::string& time) {
        return joined(told(posters_at_lunch, day + slot("l", "12:00-12:45", "kind = \"lunch\"") +
                                                 slot("m", "12:45-13:30", "kind = \"lunch\"") +
                                                 slot("p", time, "tags = [\"posters\"]\nroom = \"a\"")));
    };
    BOOST_TEST(posters("12:00-13:30") == "");
    BOOST_TEST(posters("12:15-13:31") == "`p`: 75 of 76");
    BOOST_TEST(posters("14:00-15:00") == "`p`: 0 of 60");
}

BOOST_AUTO_TEST_CASE(a_slot_that_has_to_run_during_another_fails_where_there_is_none) {
    BOOST_TEST(joined(told(posters_at_lunch, day + slot("p", "12:00-13:00", "tags = [\"posters\"]"))) ==
               "`p`: 0 of 60");
}

BOOST_AUTO_TEST_CASE(a_room_needs_time_between_its_bookings) {
    BOOST_TEST(joined(told(clean_the_lab, day + slot("a", "10:00-11:00", "room = \"lab\"") +
                                              slot("b", "11:29-12:00", "room = \"lab\"") +
                                              slot("c", "12:30-13:00", "room = \"lab\"") +
                                              slot("d", "13:00-14:00", "room = \"x\""))) == "lab: 29 < 30");
}

BOOST_AUTO_TEST_CASE(selected_slots_that_meet_no_other_are_in_no_cluster) {
    const std::vector<checks::Neighbour> entries{entry(0, 60, 0, true, false), entry(0, 60, 1, true, false),
                                                 entry(60, 90, 2, false, true)};
    BOOST_TEST(checks::meetings(entries, std::chrono::seconds{0}).empty());
    BOOST_TEST(checks::meetings(entries, time::minutes{1}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_entry_is_in_one_cluster_at_most) {
    std::vector<checks::Neighbour> entries;
    for (std::uint32_t i = 0; i < 2'000; ++i) entries.push_back(entry(0, 600, i));
    for (std::uint32_t i = 0; i < 2'000; ++i)
        entries.push_back(entry(static_cast<int>(i % 500), static_cast<int>(i % 500) + 1, i));
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.when < b.when; });
    BOOST_TEST(checks::meetings(entries, std::chrono::seconds{0}).size() == 1U);
    BOOST_TEST(checks::crowds(entries, 2'000).size() == 1U);
    BOOST_TEST(checks::crowds(entries, 2'000).front().size() == 4'000U);
    BOOST_TEST(checks::crowds(entries, 4'000).empty());
}

BOOST_AUTO_TEST_CASE(crowds_that_share_nobody_are_two) {
    const std::vector<checks::Neighbour> entries{entry(0, 60, 0), entry(30, 60, 1), entry(60, 90, 0), entry(70, 80, 1)};
    BOOST_TEST(checks::crowds(entries, 1).size() == 2U);
}

BOOST_AUTO_TEST_CASE(common_time_counts_each_moment_once) {
    const time::Instant zero{};
    const auto when = [&](int from, int to) { return When{zero + time::minutes{from}, zero + time::minutes{to}}; };
    const checks::CommonTime common{{when(0, 30), when(10, 20), when(30, 40), when(60, 90)}};
    BOOST_TEST((common.with(when(0, 100)) == time::minutes{70}));
    BOOST_TEST((common.with(when(35, 65)) == time::minutes{10}));
    BOOST_TEST((common.with(when(40, 60)) == time::minutes{0}));
    BOOST_TEST((checks::CommonTime{{}}.with(when(0, 10)) == time::minutes{0}));
}

BOOST_AUTO_TEST_CASE(a_plenary_before_two_thousand_rooms_is_one_changeover) {
    std::string text = day + slot("p", "09:00-10:00", "plenary = true\nroom = \"hall\"");
    for (int i = 0; i < 2'000; ++i)
        text += slot("s" + std::to_string(i), "10:00-11:00", "room = \"r" + std::to_string(i) + "\"");
    const auto checked = check(text);
    const auto found = checked.of("room-changeover");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0]->draft.related.size() == 2'000U);
}

BOOST_AUTO_TEST_CASE(two_thousand_rooms_against_the_plenary_are_one_finding) {
    std::string text = day + slot("p", "09:00-10:00", "plenary = true\nroom = \"hall\"");
    for (int i = 0; i < 2'000; ++i)
        text += slot("s" + std::to_string(i), "09:30-11:00", "room = \"r" + std::to_string(i) + "\"");
    BOOST_TEST(check(text).of("plenary-parallel").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_night_in_which_the_clock_goes_forward_is_an_hour_shorter) {
    const std::string zone = "[event]\ntimezone = \"Europe/Paris\"\n";
    const auto night = [&](const std::string& first, const std::string& second) {
        return check(zone + "[[day]]\ndate = " + first + "\n" + slot("a", "20:00-22:00") + "[[day]]\ndate = " + second +
                     "\n" + slot("b", "09:00-10:00"))
            .of("overnight-rest")
            .size();
    };
    BOOST_TEST(night("2026-03-28", "2026-03-29") == 1U);
    BOOST_TEST(night("2026-06-01", "2026-06-02") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
