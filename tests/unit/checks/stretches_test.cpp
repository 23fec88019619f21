// SPDX-License-Identifier: MIT
// A day's slots as stretches in which people sit, and two lists of them made one.
#include "checks/stretches.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;
using agenda::checks::Attendance;
using agenda::checks::joined;
using agenda::checks::Stretch;
using agenda::checks::stretches;

namespace {

using time::minutes;

std::string slot(const std::string& time, const std::string& lines = "") {
    return "[[day.slot]]\ntime = \"" + time + "\"\n" + lines + "\n";
}

/// "10:00-12:00 by 0 1;": a stretch and the slots that carry it.
std::string shown(const std::vector<Stretch>& all) {
    std::vector<std::string> words;
    for (const auto& one : all) {
        const auto minute_of = [](time::Instant instant) {
            return time::Clock{time::whole_minutes(instant.time_since_epoch() % std::chrono::hours{24})};
        };
        std::string word = time::format_range({minute_of(one.when.start), minute_of(one.when.end)}) + " by";
        for (const auto index : one.slots) word += " " + std::to_string(static_cast<std::uint32_t>(index));
        words.push_back(word + ";");
    }
    return test::joined(words);
}

std::string stretches_of(const std::string& slots, Attendance attendance) {
    const auto read = loaded("[[day]]\ndate = 2026-06-01\n" + slots);
    return shown(stretches(read.agenda, day_courses(read.agenda).at(0).slots, attendance));
}

/// A stretch in minutes, carried by one slot.
Stretch stretch(int from, int to, std::uint32_t by) {
    return {{time::Instant{minutes{from}}, time::Instant{minutes{to}}}, {SlotIndex{by}}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_stretches)

BOOST_AUTO_TEST_CASE(slots_that_touch_or_overlap_are_one_stretch) {
    const struct {
        std::string name, slots, expected;
    } cases[] = {
        {"none", "", ""},
        {"touching", slot("10:00-11:00") + slot("11:00-12:00"), "10:00-12:00 by 0 1;"},
        {"overlapping", slot("10:00-11:00") + slot("10:30-12:00"), "10:00-12:00 by 0 1;"},
        {"apart", slot("10:00-11:00") + slot("11:01-12:00"), "10:00-11:00 by 0; 11:01-12:00 by 1;"},
        {"inside another", slot("10:00-12:00") + slot("10:30-11:00"), "10:00-12:00 by 0;"},
        {"equal", slot("10:00-12:00") + slot("10:00-12:00"), "10:00-12:00 by 0;"},
        {"longer from the same start", slot("10:00-12:00") + slot("10:00-13:00"), "10:00-13:00 by 0 1;"},
        {"in another order in the file", slot("11:00-12:00") + slot("10:00-11:00"), "10:00-12:00 by 1 0;"},
        {"a coffee between", slot("10:00-11:00") + slot("11:00-11:15", "kind = \"coffee\"") + slot("11:15-12:00"),
         "10:00-11:00 by 0; 11:15-12:00 by 2;"},
        {"a nested coffee", slot("10:00-12:00", "items = [{ kind = \"coffee\", time = \"10:45-11:00\" }]"),
         "10:00-10:45 by 0; 11:00-12:00 by 0;"},
        {"a nested coffee that another slot fills",
         slot("10:00-12:00", "items = [{ kind = \"coffee\", time = \"10:45-11:00\" }]") + slot("10:30-11:30"),
         "10:00-12:00 by 0 1 0;"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(stretches_of(one.slots, Attendance::all) == one.expected);
}

BOOST_AUTO_TEST_CASE(optional_slots_count_only_where_all_do) {
    const auto slots = slot("10:00-11:00") + slot("11:00-12:00", "optional = true") + slot("12:00-13:00");
    BOOST_TEST(stretches_of(slots, Attendance::firm) == "10:00-11:00 by 0; 12:00-13:00 by 2;");
    BOOST_TEST(stretches_of(slots, Attendance::all) == "10:00-13:00 by 0 1 2;");
}

BOOST_AUTO_TEST_CASE(joined_stretches_end_only_at_a_pause_that_is_long_enough) {
    const struct {
        std::string name;
        std::vector<Stretch> a, b;
        minutes pause;
        std::string expected;
    } cases[] = {
        {"nothing", {}, {}, minutes{15}, ""},
        {"one list empty", {stretch(0, 60, 0)}, {}, minutes{15}, "00:00-01:00 by 0;"},
        {"a pause shorter than it counts",
         {stretch(0, 60, 0)},
         {stretch(74, 90, 1)},
         minutes{15},
         "00:00-01:30 by 0 1;"},
        {"a pause just long enough",
         {stretch(0, 60, 0)},
         {stretch(75, 90, 1)},
         minutes{15},
         "00:00-01:00 by 0; 01:15-01:30 by 1;"},
        {"no pause asked, touching", {stretch(0, 60, 0)}, {stretch(60, 90, 1)}, minutes{0}, "00:00-01:30 by 0 1;"},
        {"no pause asked, a minute apart",
         {stretch(0, 60, 0)},
         {stretch(61, 90, 1)},
         minutes{0},
         "00:00-01:00 by 0; 01:01-01:30 by 1;"},
        {"the second list first", {stretch(70, 90, 0)}, {stretch(0, 60, 1)}, minutes{15}, "00:00-01:30 by 1 0;"},
        {"taking turns",
         {stretch(0, 30, 0), stretch(60, 90, 1)},
         {stretch(30, 60, 2), stretch(90, 120, 3)},
         minutes{0},
         "00:00-02:00 by 0 2 1 3;"},
        {"one inside the other", {stretch(0, 90, 0)}, {stretch(10, 20, 1)}, minutes{15}, "00:00-01:30 by 0;"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(shown(joined(one.a, one.b, one.pause)) == one.expected);
}

BOOST_AUTO_TEST_SUITE_END()
