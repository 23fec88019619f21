// SPDX-License-Identifier: MIT
// Large and hostile agendas: findings and what they relate grow with the slots, and so does the work, counted as
// processor time of this process and as ratio of two sizes only.
#include "support/processor_time.hpp"
#include "unit/checks/bookings.hpp"
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>
#include <functional>

using namespace agenda;
using namespace agenda::test;

namespace {

/// How much longer eight times as many bookings take; 8 is linear, 64 is quadratic.
double growth(const std::function<Booking(int)>& make) {
    const auto time_of = [&](int count, int repeats) {
        std::vector<Booking> bookings;
        for (int i = 0; i < count; ++i) bookings.push_back(make(i));
        return support::processor_time([&] {
            for (int n = 0; n < repeats; ++n) checks::collisions(bookings, everything_contends());
        });
    };
    return 8 * time_of(16'000, 1) / time_of(2'000, 8);
}

std::string time_of(int from, int to) { return time::format_range({{time::minutes{from}}, {time::minutes{to}}}); }

std::string slot(int from, int to, const std::string& lines = "") {
    return "[[day.slot]]\ntime = \"" + time_of(from, to) + "\"\n" + lines + "\n";
}

struct Counted {
    std::size_t findings = 0, related = 0;
};

Counted counted(const Checked& checked) {
    Counted result{checked.result.findings.size(), 0};
    for (const auto& finding : checked.result.findings) result.related += finding.draft.related.size();
    return result;
}

/// Half of the slots are everybody's, three minutes of every five over and over; each of the others has a room of its
/// own all day.
std::string plenary_and_rooms(int slots) {
    std::string text = "[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < slots / 2; ++i) text += slot(480 + 5 * (i % 100), 483 + 5 * (i % 100));
    for (int i = 0; i < slots / 2; ++i) text += slot(480, 1020, "room = \"r" + std::to_string(i) + "\"");
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(checks_growth)

BOOST_AUTO_TEST_CASE(the_work_for_collisions_is_far_from_all_pairs) {
    const struct {
        std::string name;
        std::function<Booking(int)> make;
    } cases[] = {
        {"one hour", [](int) { return booking(0, 60); }},
        {"staggered", [](int i) { return booking(i, i + 50); }},
        {"nested", [](int i) { return booking(i, 100'000 - i); }},
        {"one long one with short ones",
         [](int i) { return i == 0 ? booking(0, 1'000'000) : booking(10 * i, 10 * i + 5); }},
        {"two long ones with short ones",
         [](int i) { return i < 2 ? booking(0, 1'000'000) : booking(10 * i, 10 * i + 5); }},
        {"a chain", [](int i) { return booking(10 * i, 10 * i + 11); }},
    };
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) BOOST_TEST(growth(one.make) < 24);
}

BOOST_AUTO_TEST_CASE(five_thousand_slots_in_one_room_are_one_finding) {
    std::string text = "[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < 5'000; ++i) text += slot(600, 660, "room = \"Aula\"\nid = \"s" + std::to_string(i) + "\"");
    const auto checked = check(text);
    const auto found = checked.of("room-double-booked");
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0]->draft.related.size() == 4'999U);
    BOOST_TEST(found[0]->draft.facts.text("count") == "5000");
    BOOST_TEST(checked.of("slot-overlap").empty());
}

BOOST_AUTO_TEST_CASE(one_speaker_in_five_thousand_slots_at_once_is_one_finding) {
    std::string text = "[people.ann]\n[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < 5'000; ++i) text += slot(600, 660, "speakers = \"ann\"\nroom = \"r" + std::to_string(i) + "\"");
    const auto found = check(text).of("person-double-booked").size();
    BOOST_TEST(found == 1U);
}

BOOST_AUTO_TEST_CASE(three_thousand_people_on_one_stage_twice_are_one_finding_each) {
    std::string people, names;
    for (int i = 0; i < 3'000; ++i) {
        people += "[people.p" + std::to_string(i) + "]\n";
        names += "\"p" + std::to_string(i) + "\", ";
    }
    const auto speakers = "speakers = [" + names + "]";
    const auto text = people + "[[day]]\ndate = 2026-06-01\n" + slot(600, 660, speakers + "\nroom = \"A\"") +
                      slot(630, 690, speakers + "\nroom = \"B\"");
    BOOST_TEST(check(text).of("person-double-booked").size() == 3'000U);
}

BOOST_AUTO_TEST_CASE(people_in_slots_that_follow_one_another_are_no_finding) {
    std::string text = "[people.ann]\n[[day]]\ndate = 2026-06-01\n";
    for (int i = 0; i < 700; ++i) text += slot(i, i + 1, "speakers = \"ann\"");
    BOOST_TEST(check(text).of("person-double-booked").empty());
}

BOOST_AUTO_TEST_CASE(plenary_slots_beside_as_many_rooms_relate_no_more_than_a_few_each) {
    const auto few = counted(check(plenary_and_rooms(400)));
    const auto many = counted(check(plenary_and_rooms(1'600)));
    BOOST_TEST(few.findings >= 100U); // each of the plenary's hundred times has two slots
    BOOST_TEST(many.findings <= 5 * few.findings);
    BOOST_TEST(many.related <= 5 * few.related);
}

BOOST_AUTO_TEST_CASE(the_work_for_slots_of_one_id_without_a_time_is_far_from_all_pairs) {
    const auto time_of = [](int slots) {
        std::string text = "[[day]]\ndate = 2026-06-01\n";
        for (int i = 0; i < slots; ++i) text += "[[day.slot]]\nid = \"a\"\ntime = \"x\"\n";
        return support::processor_time([&] { check(text); });
    };
    BOOST_TEST(time_of(2'000) / time_of(250) < 24); // 8 is linear, 64 is quadratic
}

BOOST_AUTO_TEST_CASE(the_work_for_matches_that_others_excuse_is_far_from_all_pairs) {
    const auto time_of = [](int matches) {
        std::string said;
        for (int i = 0; i < matches; ++i) said += "see see. foo ";
        for (int i = 0; i < matches; ++i) said += "foo had had. foo ";
        const auto text = "[[day]]\ndate = 2026-06-01\n" + slot(600, 660, "description = \"" + said + "\"");
        return support::processor_time([&] { check(text); });
    };
    BOOST_TEST(time_of(16'000) / time_of(2'000) < 24); // 8 is linear, 64 is quadratic
}

BOOST_AUTO_TEST_CASE(the_work_for_one_question_asked_over_and_over_is_far_from_all_pairs) {
    const auto time_of = [](int questions) {
        std::string list;
        for (int i = 0; i < questions; ++i)
            list += "\"" + std::string(80, 'x') + (i % 2 == 0 ? "a" : std::to_string(i)) + "\", ";
        const auto text = "[[day]]\ndate = 2026-06-01\n" + slot(600, 660, "questions = [" + list + "]");
        return support::processor_time([&] { check(text); });
    };
    BOOST_TEST(time_of(8'000) / time_of(1'000) < 24); // 8 is linear, 64 is quadratic
}

BOOST_AUTO_TEST_SUITE_END()
