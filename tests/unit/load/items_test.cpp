// SPDX-License-Identifier: MIT
// When the items of a slot are: as written, or one after another by their minutes. The agendas have no zone.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

/// The clocks of the items of a slot of this time: "10:00-10:20 none".
std::string items_of(const std::string& slot_time, const std::string& items, const std::string& more = "") {
    const auto read = loaded(one_slot("time = \"" + slot_time + "\"\nitems = [" + items + "]\n" + more));
    std::vector<std::string> clocks;
    for (const auto& item : read.agenda.slots[SlotIndex{0}].items) clocks.push_back(clock(item.clock));
    return joined(clocks);
}

const std::string half_an_hour = "{ minutes = 30 }";

} // namespace

BOOST_AUTO_TEST_SUITE(load_items)

BOOST_AUTO_TEST_CASE(items_follow_one_another_by_their_minutes) {
    const struct {
        std::string name, slot_time, items, expected;
    } cases[] = {
        {"minutes only", "10:00-11:00", half_an_hour + ", { minutes = \"20m\" }", "10:00-10:30 10:30-10:50"},
        {"they fill the slot", "10:00-11:00", half_an_hour + ", " + half_an_hour, "10:00-10:30 10:30-11:00"},
        {"beyond the slot's end nothing is known", "10:00-11:00", "{ minutes = 45 }, " + half_an_hour,
         "10:00-10:45 none"},
        {"one without minutes ends what is known", "10:00-11:00", half_an_hour + ", { title = \"A\" }, { minutes = 5 }",
         "10:00-10:30 none none"},
        {"a written time is kept", "10:00-11:00", "{ time = \"10:10-10:25\" }", "10:10-10:25"},
        {"a written time is kept outside the slot", "10:00-11:00", "{ time = \"11:10-11:25\" }", "11:10-11:25"},
        {"minutes go on from a written time", "10:00-11:00", "{ time = \"10:10-10:25\" }, { minutes = 10 }",
         "10:10-10:25 10:25-10:35"},
        {"a written time starts anew", "10:00-11:00", "{ title = \"A\" }, { time = \"10:30-10:40\" }, { minutes = 10 }",
         "none 10:30-10:40 10:40-10:50"},
        {"past midnight as hours over 24", "23:00-25:00", "{ time = \"24:30-24:45\" }", "24:30-24:45"},
        {"past midnight as next morning's time", "23:00-25:00", "{ time = \"00:30-00:45\" }", "24:30-24:45"},
        {"across midnight", "23:00-25:00", "{ time = \"23:45-00:15\" }", "23:45-24:15"},
        {"before midnight", "23:00-25:00", "{ time = \"23:15-23:30\" }", "23:15-23:30"},
        {"minutes across midnight", "23:00-25:00", "{ minutes = 45 }, " + half_an_hour, "23:00-23:45 23:45-24:15"},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name) BOOST_TEST(items_of(one.slot_time, one.items) == one.expected);
}

BOOST_AUTO_TEST_CASE(items_follow_the_slot_to_the_next_day) {
    BOOST_TEST(items_of("00:30-02:00", half_an_hour + ", { time = \"01:15-01:30\" }", "next-day = true") ==
               "24:30-25:00 25:15-25:30");
}

BOOST_AUTO_TEST_CASE(items_of_a_slot_without_a_time_have_none_of_their_own) {
    BOOST_TEST(items_of("ten", half_an_hour) == "none");
}

BOOST_AUTO_TEST_CASE(an_item_has_its_own_instants) {
    const auto read =
        loaded(one_slot("time = \"23:00-25:00\"\nitems = [{ minutes = 60 }, { time = \"00:30-00:45\" }]"));
    const auto& items = read.agenda.slots[SlotIndex{0}].items;
    BOOST_TEST(utc(items[0].when) == "2026-06-01T23:00/2026-06-02T00:00");
    BOOST_TEST(utc(items[1].when) == "2026-06-02T00:30/2026-06-02T00:45");
}

BOOST_AUTO_TEST_CASE(an_item_of_no_length_has_no_instants) {
    const auto read = loaded(one_slot("time = \"10:00-11:00\"\nitems = [{ minutes = 0 }]"));
    BOOST_TEST(utc(read.agenda.slots[SlotIndex{0}].items[0].when) == "none");
}

BOOST_AUTO_TEST_CASE(an_item_is_a_pause_or_a_meal_by_its_kind) {
    const struct {
        std::string kind;
        Item::Rest rest;
    } cases[] = {{"coffee", Item::Rest::pause},
                 {"pause", Item::Rest::pause},
                 {"lunch", Item::Rest::meal},
                 {"presentation", Item::Rest::none},
                 {"x-quiz", Item::Rest::none}};
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.kind) {
            const auto read = loaded(one_slot("time = \"10:00-11:00\"\nitems = [{ kind = \"" + one.kind + "\" }]"));
            BOOST_TEST((read.agenda.slots[SlotIndex{0}].items[0].rest == one.rest));
            BOOST_TEST(faults(read) == "");
        }
}

BOOST_AUTO_TEST_CASE(parallel_items_do_not_push_one_another) {
    BOOST_TEST(items_of("10:00-11:00", "{ minutes = 30, parallel = true }, { minutes = 30, parallel = true }") ==
               "none none");
}

BOOST_AUTO_TEST_SUITE_END()
