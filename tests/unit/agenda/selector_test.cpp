// SPDX-License-Identifier: MIT
// Which things conditions choose.
#include "agenda/selector.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;

constexpr auto text = R"([event]
status = "final"
[event.interpretation]
languages = ["en", "fr"]
[people]
a = { name = "Ann Lee", org = "KTH", country = "Sweden" }
b = { name = "Bo Ek", status = "tbc" }
[rooms]
hall = { name = "Hall", building = "E" }
west = { name = "Hall West", part-of = "hall" }
[[day]]
date = 2026-06-01
[[day.slot]]
id = "panel"
time = "10:00-11:00"
kind = "panel"
room = "west"
tags = ["public", "press"]
languages = ["en"]
speakers = ["a"]
moderators = ["b"]
[[day.slot]]
id = "lunch"
time = "12:00-13:00"
kind = "lunch"
[[day]]
date = 2026-06-02
[[day.slot]]
id = "side"
time = "10:00-11:00"
kind = "side-event"
interpretation = false
items = [ { title = "one", kind = "keynote" } ]
[[day.slot]]
id = "gone"
time = "12:00-13:00"
kind = "panel"
status = "cancelled"
)";

/// The things chosen, by what they are about, separated by spaces.
std::string chosen(const Selection& selection) {
    static const auto checked = test::check(text);
    std::string result;
    for (const auto& thing : selected(checked.loaded.agenda, selection, Sort::slot))
        result += (result.empty() ? "" : " ") + about(checked.loaded.agenda, thing);
    return result;
}

std::string slots(const std::string& key, const std::vector<std::string>& values) { return chosen({{}, {{key, values}}, {}}); }

} // namespace

BOOST_AUTO_TEST_SUITE(selections)

BOOST_AUTO_TEST_CASE(each_condition_chooses_the_slots_that_have_one_of_its_values) {
    const struct {
        const char* key;
        std::vector<std::string> values;
        const char* slots;
    } cases[] = {
        {"kind", {"panel"}, "slot:panel"},
        {"kind", {"panel", "lunch"}, "slot:panel slot:lunch"},
        {"class", {"meal"}, "slot:lunch"},
        {"needs", {"moderator"}, "slot:panel slot:side"},
        {"tag", {"press"}, "slot:panel"},
        {"language", {"en"}, "slot:panel"},
        {"room", {"west"}, "slot:panel"},
        {"room", {"hall"}, "slot:panel"},
        {"building", {"E"}, ""},
        {"day", {"first"}, "slot:panel slot:lunch"},
        {"day", {"last"}, "slot:side"},
        {"day", {"monday"}, "slot:panel slot:lunch"},
        {"day", {"2026-06-02"}, "slot:side"},
        {"slot", {"side"}, "slot:side"},
        {"status", {"cancelled"}, "slot:gone"},
        {"status", {"confirmed"}, "slot:panel slot:lunch slot:side"},
        {"optional", {"true"}, "slot:side"},
        {"interpretation", {"false"}, "slot:side"},
        {"interpretation", {"true"}, "slot:panel slot:lunch"},
        {"person", {"b"}, "slot:panel"},
        {"gives", {"languages"}, "slot:panel"},
        {"event-status", {"final"}, "slot:panel slot:lunch slot:side"},
        {"event-gives", {"interpretation"}, "slot:panel slot:lunch slot:side"},
        {"event-mode", {"online"}, ""},
        {"org", {"KTH"}, ""}, // no condition of a slot
    };
    for (const auto& one : cases) BOOST_TEST(slots(one.key, one.values) == one.slots, one.key << " " << one.values.front());
}

BOOST_AUTO_TEST_CASE(all_conditions_have_to_hold) {
    BOOST_TEST(chosen({{}, {{"day", {"first"}}, {"kind", {"panel"}}}, {}}) == "slot:panel");
    BOOST_TEST(chosen({{}, {{"day", {"last"}}, {"kind", {"panel"}}}, {}}) == "");
}

BOOST_AUTO_TEST_CASE(what_fits_an_exception_is_left_out) {
    BOOST_TEST(chosen({{}, {}, {{{"kind", {"panel"}}}, {{"kind", {"lunch"}}, {"day", {"last"}}}}}) == "slot:lunch slot:side");
}

BOOST_AUTO_TEST_CASE(cancelled_slots_are_chosen_only_by_their_status) {
    BOOST_TEST(chosen({}) == "slot:panel slot:lunch slot:side");
}

BOOST_AUTO_TEST_CASE(things_in_slots_have_what_is_true_of_the_slot) {
    BOOST_TEST(chosen({{Sort::item}, {{"optional", {"true"}}}, {}}) == "slot:side");
    BOOST_TEST(chosen({{Sort::item}, {{"kind", {"keynote"}}}, {}}) == "slot:side");
    BOOST_TEST(chosen({{Sort::appearance}, {{"kind", {"panel"}}, {"role", {"moderator"}}}, {}}) == "slot:panel");
}

BOOST_AUTO_TEST_CASE(people_are_chosen_by_what_is_said_of_them) {
    BOOST_TEST(chosen({{Sort::person}, {{"country", {"Sweden"}}}, {}}) == "person:a");
    BOOST_TEST(chosen({{Sort::person}, {{"status", {"tbc", "invited"}}}, {}}) == "person:b");
}

BOOST_AUTO_TEST_SUITE_END()
