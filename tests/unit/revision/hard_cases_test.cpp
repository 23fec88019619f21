// SPDX-License-Identifier: MIT
// What happens to whole agendas at once is told in a line or two, and what was matched by guess says so.
#include "unit/revision/comparing.hpp"
#include "unit/revision/generated.hpp"
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

namespace {

using namespace agenda::test;

MadeSlot slot(const std::string& id, int start, int end, const std::string& title) {
    MadeSlot made;
    made.id = id;
    made.start = start;
    made.end = end;
    made.values["title"] = title;
    return made;
}

/// Two days of nine half hours each, whose titles have no word in common but for two breaks a day.
Made nine_a_day() {
    static const std::vector<std::string> titles{
        "Rivers",  "Roads",   "Coffee break", "Harvests", "Markets", "Borders",  "Coffee break", "Schools", "Clinics",
        "Forests", "Deserts", "Coffee break", "Islands",  "Cities",  "Villages", "Coffee break", "Bridges", "Tunnels"};
    Made made;
    made.event = {{"title", "Spring Forum"}, {"timezone", "Europe/Zurich"}};
    for (int i = 0; i < 9; ++i) {
        const auto name = [](const char* first, int k) {
            return fmt::format("{} {}", first, std::string(3, static_cast<char>('a' + k)));
        };
        made.people.push_back({i, fmt::format("p{}", i), {{"name", name(i % 2 == 0 ? "Ann" : "Bo", i)}}});
    }
    for (int i = 0; i < 18; ++i) {
        if (i % 9 == 0)
            made.days.push_back(
                {fmt::format("2026-06-0{}", 1 + i / 9), {{"label", fmt::format("DAY {}", 1 + i / 9)}}, {}});
        const int start = 540 + 30 * (i % 9);
        auto one = slot(fmt::format("s{}", i + 1), start, start + 30, titles[static_cast<std::size_t>(i)]);
        if (one.values["title"] != "Coffee break") one.people.push_back({"speaker", i % 9, {}, -1});
        made.days.back().slots.push_back(one);
    }
    return made;
}

void for_each_slot(Made& made, const auto& act) {
    for (auto& day : made.days)
        for (auto& one : day.slots) act(one);
}

void later(Made& made, int minutes) {
    for_each_slot(made, [&](MadeSlot& one) {
        one.start += minutes;
        one.end += minutes;
    });
}

std::string told_of(const Made& before, const Made& after) {
    return told(Compared{written(before), written(after)}.comparison);
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision_hard_cases)

BOOST_AUTO_TEST_CASE(all_ids_of_slots_are_others) {
    auto after = nine_a_day();
    int next = 0;
    for_each_slot(after, [&](MadeSlot& one) { one.id = fmt::format("{:08x}", 0x1234567 * ++next); });
    BOOST_TEST(told_of(nine_a_day(), after) ==
               "ids-regenerated [slot:01234567 slot:02468ace and 16 more]: the ids of 18 of 18 slots are others now "
               "(`s1` -> `01234567`, ...): the slots are the same (by title-and-people)\n");
}

BOOST_AUTO_TEST_CASE(all_ids_of_people_are_others) {
    auto after = nine_a_day();
    for (auto& person : after.people) person.id = "speaker-" + person.id;
    BOOST_TEST(told_of(nine_a_day(), after) ==
               "ids-regenerated [person:speaker-p0 person:speaker-p1 and 7 more]: the ids of 9 of 9 people are others "
               "now (`p0` -> `speaker-p0`, ...): the people are the same\n");
}

BOOST_AUTO_TEST_CASE(ids_of_people_are_dealt_out_anew) {
    auto after = nine_a_day();
    for (std::size_t i = 0; i < 9; ++i) after.people[i].id = fmt::format("p{}", (i + 1) % 9);
    BOOST_TEST(told_of(nine_a_day(), after) == "ids-regenerated [person:p1 person:p2 and 7 more]: the ids of 9 of 9 "
                                               "people are others now (`p0` -> `p1`, ...): the people are the same\n");
}

BOOST_AUTO_TEST_CASE(numbered_ids_go_on_with_one_slot_put_in_between) {
    auto after = nine_a_day();
    auto& first = after.days[0].slots;
    first.insert(first.begin() + 4, slot("", 660, 690, "Fireworks"));
    int number = 0;
    for_each_slot(after, [&](MadeSlot& one) { one.id = fmt::format("s{}", ++number); });
    BOOST_TEST(told_of(nine_a_day(), after) ==
               "ids-regenerated [slot:s6 slot:s7 and 12 more]: the ids of 14 of 18 slots are others now (`s5` -> `s6`, "
               "...): the slots are the same (by title-and-people)\n"
               "slot-added [slot:s5]: `Fireworks` is new: 2026-06-01 11:00-11:30\n");
}

BOOST_AUTO_TEST_CASE(numbered_ids_go_on_with_a_slot_before_the_last) {
    auto after = nine_a_day();
    auto& last = after.days[1].slots;
    last.insert(last.end() - 1, slot("s18", 780, 810, "Fireworks"));
    last.back().id = "s19";
    BOOST_TEST(
        told_of(nine_a_day(), after) ==
        "id-renamed [slot:s19]: the id of the slot `Tunnels` is another now: `s18` -> `s19` (by title-and-people)\n"
        "slot-added [slot:s18]: `Fireworks` is new: 2026-06-02 13:00-13:30\n");
}

BOOST_AUTO_TEST_CASE(numbered_ids_of_numbered_talks_go_on_with_one_slot_put_in_between) {
    auto before = nine_a_day();
    int number = 0;
    for_each_slot(before, [&](MadeSlot& one) {
        one.values["title"] = fmt::format("Talk {}", ++number);
        one.people.clear();
    });
    auto after = before;
    auto& first = after.days[0].slots;
    first.insert(first.begin() + 4, slot("", 660, 690, "Fireworks"));
    number = 0;
    for_each_slot(after, [&](MadeSlot& one) { one.id = fmt::format("s{}", ++number); });
    BOOST_TEST(told_of(before, after) ==
               "ids-regenerated [slot:s6 slot:s7 and 12 more]: the ids of 14 of 18 slots are others now (`s5` -> `s6`, "
               "...): the slots are the same (by title-and-people)\n"
               "slot-added [slot:s5]: `Fireworks` is new: 2026-06-01 11:00-11:30\n");
}

BOOST_AUTO_TEST_CASE(a_slot_among_many_of_one_title_moves) {
    auto before = nine_a_day();
    for_each_slot(before, [](MadeSlot& one) { one.id.clear(); });
    auto after = before;
    after.days[1].slots[2].start += 5;
    BOOST_TEST(told_of(before, after) ==
               "slot-resized [slot:coffee-break-2026-06-02-1005]: `Coffee break` starts 5 min later and takes 25 min "
               "instead of 30 min: 10:00-10:30 -> 10:05-10:30 (by title-and-people)\n");
}

BOOST_AUTO_TEST_CASE(one_of_many_of_one_title_is_gone) {
    auto before = nine_a_day();
    for_each_slot(before, [](MadeSlot& one) { one.id.clear(); });
    auto after = before;
    after.days[0].slots.erase(after.days[0].slots.begin() + 6);
    BOOST_TEST(told_of(before, after) ==
               "slot-removed [slot:coffee-break-2026-06-01-1200]: `Coffee break` is gone: 2026-06-01 12:00-12:30\n");
}

BOOST_AUTO_TEST_CASE(a_day_is_gone) {
    auto after = nine_a_day();
    after.days.pop_back();
    BOOST_TEST(told_of(nine_a_day(), after) ==
               "day-removed [day:2026-06-02 slot:s10 and 8 more]: 2026-06-02 (`DAY 2`) is gone, with 9 slots\n");
}

BOOST_AUTO_TEST_CASE(two_days_change_places_and_keep_their_labels) {
    auto after = nine_a_day();
    std::swap(after.days[0].slots, after.days[1].slots);
    BOOST_TEST(told_of(nine_a_day(), after) == "days-exchanged [day:2026-06-01 day:2026-06-02 and 18 more]: 2026-06-01 "
                                               "(`DAY 1`) and 2026-06-02 (`DAY 2`) change places (9 and 9 slots)\n");
}

BOOST_AUTO_TEST_CASE(two_days_without_ids_change_places) {
    auto before = nine_a_day();
    for_each_slot(before, [](MadeSlot& one) { one.id.clear(); });
    auto after = before;
    std::swap(after.days[0].date, after.days[1].date);
    BOOST_TEST(told_of(before, after) ==
               "days-exchanged [day:2026-06-02 day:2026-06-01 and 18 more]: 2026-06-01 (`DAY 1`) and 2026-06-02 (`DAY "
               "2`) change places (9 and 9 slots) (by title-and-people)\n");
}

BOOST_AUTO_TEST_CASE(everything_is_ten_minutes_later) {
    auto after = nine_a_day();
    later(after, 10);
    BOOST_TEST(
        told_of(nine_a_day(), after) ==
        "day-shifted [slot:s1 slot:s2 and 16 more]: all of 2026-06-01 and 2026-06-02 is 10 min later (18 slots)\n");
}

BOOST_AUTO_TEST_CASE(one_day_is_ten_minutes_later_but_for_its_first_slot) {
    auto after = nine_a_day();
    const auto first = after.days[0].slots[0];
    for (auto& one : after.days[0].slots) one.start += 10, one.end += 10;
    after.days[0].slots[0] = first;
    BOOST_TEST(
        told_of(nine_a_day(), after) ==
        "day-shifted [slot:s2 slot:s3 and 6 more]: a part of 2026-06-01 is 10 min later (8 slots), from `Roads` on\n");
}

BOOST_AUTO_TEST_CASE(an_hour_and_the_zone_change_at_once) {
    auto after = nine_a_day();
    later(after, -60);
    after.event["timezone"] = "Europe/Lisbon";
    BOOST_TEST(
        told_of(nine_a_day(), after) ==
        "event-edited [event]: the event's timezone: `Europe/Zurich` -> `Europe/Lisbon`; in UTC the slots stay when "
        "they are\n"
        "day-shifted [slot:s1 slot:s2 and 16 more]: all of 2026-06-01 and 2026-06-02 is 1 h earlier (18 slots)\n");
}

BOOST_AUTO_TEST_CASE(the_zone_changes_alone) {
    auto after = nine_a_day();
    after.event["timezone"] = "Europe/Lisbon";
    BOOST_TEST(told_of(nine_a_day(), after) == "event-edited [event]: the event's timezone: `Europe/Zurich` -> "
                                               "`Europe/Lisbon`; in UTC the slots are 1 h later\n");
}

BOOST_AUTO_TEST_CASE(slots_without_ids_are_retitled_and_moved) {
    auto before = nine_a_day();
    for_each_slot(before, [](MadeSlot& one) { one.id.clear(); });
    auto after = before;
    after.days[0].slots[0].values["title"] = "Rivers and lakes";
    after.days[0].slots[1].start -= 10;
    BOOST_TEST(told_of(before, after) ==
               "slot-resized [slot:roads]: `Roads` starts 10 min earlier and takes 40 min instead of 30 min: "
               "09:30-10:00 -> 09:20-10:00 (by title-and-people)\n"
               "slot-retitled [slot:rivers-and-lakes]: `Rivers` is called `Rivers and lakes` now (by similarity)\n");
}

BOOST_AUTO_TEST_CASE(slots_lose_their_ids) {
    auto after = nine_a_day();
    for_each_slot(after, [](MadeSlot& one) { one.id.clear(); });
    BOOST_TEST(told_of(nine_a_day(), after) == "id-renamed [slot:rivers slot:roads and 16 more]: 18 slots have no id "
                                               "any more (`s1` -> `rivers`, ...) (by title-and-people)\n");
}

BOOST_AUTO_TEST_CASE(everything_at_once) {
    auto after = nine_a_day();
    std::swap(after.days[0].date, after.days[1].date);
    later(after, 10);
    int next = 0;
    for_each_slot(after, [&](MadeSlot& one) { one.id = fmt::format("n{}", ++next); });
    for (auto& person : after.people) person.id = "speaker-" + person.id;
    after.days[0].slots[0].values["title"] = "Rivers and lakes";
    after.days[1].slots.pop_back();
    BOOST_TEST(told_of(nine_a_day(), after) ==
               "ids-regenerated [slot:n10 slot:n11 and 15 more]: the ids of 17 of 17 slots are others now (`s10` -> "
               "`n10`, ...): the slots are the same (by similarity)\n"
               "ids-regenerated [person:speaker-p0 person:speaker-p1 and 7 more]: the ids of 9 of 9 people are others "
               "now (`p0` -> `speaker-p0`, ...): the people are the same\n"
               "days-exchanged [day:2026-06-02 day:2026-06-01 and 17 more]: 2026-06-01 (`DAY 1`) and 2026-06-02 (`DAY "
               "2`) change places (9 and 8 slots) (by similarity)\n"
               "day-shifted [slot:n10 slot:n11 and 15 more]: all of 2026-06-01 and 2026-06-02 is 10 min later (17 "
               "slots) (by similarity)\n"
               "slot-removed [slot:s18]: `Tunnels` is gone: 2026-06-02 13:00-13:30, with `Ann iii`\n"
               "slot-retitled [slot:n1]: `Rivers` is called `Rivers and lakes` now (by similarity)\n");
}

BOOST_AUTO_TEST_CASE(a_move_between_two_equal_times_of_the_autumn_night_is_told_by_how_long_it_takes) {
    const std::string head = "[event]\ntimezone = \"Europe/Zurich\"\n[[day]]\ndate = 2026-10-25\n[[day.slot]]\nid = \"a\"\ntitle = \"Night shift\"\n";
    BOOST_TEST(told(Compared{head + "time = \"2:00-3:30\"\n", head + "end = \"3:30\"\nduration = \"90m\"\n"}.comparison) ==
               "slot-resized [slot:a]: `Night shift` takes 90 min instead of 150 min: 02:00-03:30 (150 min) -> 02:00-03:30\n");
}

BOOST_AUTO_TEST_CASE(breaks_without_a_title_go_on_as_themselves) {
    const auto pause = [](const std::string& time) { return "[[day.slot]]\ntime = \"" + time + "\"\nkind = \"coffee\"\n"; };
    const auto day = [](const std::string& date) { return "[[day]]\ndate = " + date + "\n"; };
    const auto before = day("2026-06-01") + pause("10:30-11:00") + pause("15:30-16:00") + day("2026-06-02") + pause("10:30-11:00");
    BOOST_TEST(told(Compared{before, before}.comparison) == "");
    BOOST_TEST(told(Compared{before, day("2026-06-01") + pause("10:30-11:00") + pause("15:45-16:15") + day("2026-06-02") + pause("10:30-11:00")}.comparison) ==
               "slot-moved [slot:coffee-2026-06-01-1545]: `coffee-2026-06-01-1545` starts 15 min later: 15:30-16:00 -> 15:45-16:15 (by similarity)\n");
    BOOST_TEST(told(Compared{before, day("2026-06-01") + pause("15:30-16:00") + day("2026-06-02") + pause("10:30-11:00")}.comparison) ==
               "slot-removed [slot:coffee-2026-06-01-1030]: `coffee-2026-06-01-1030` is gone: 2026-06-01 10:30-11:00\n");
}

BOOST_AUTO_TEST_CASE(two_slots_of_one_id_of_which_one_has_no_title_have_not_changed) {
    const std::string text = "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\ntitle = \"Talk\"\n[[day.slot]]\nid = \"a\"\ntime = \"10:30-11:30\"\n";
    BOOST_TEST(told(Compared{text, text}.comparison) == "");
}

BOOST_AUTO_TEST_SUITE_END()
