// SPDX-License-Identifier: MIT
// Agendas of very many slots that all meet one another, whose cost must grow with the slots and not with their pairs; and dates from 1 to 9999.
#include "hostile.hpp"
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <functional>

namespace {

using support::check_bytes;
using support::day_header;
using support::slot;
using support::wrong_with;

std::string range(std::size_t start, std::size_t end) {
    return fmt::format("{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60, end % 60);
}

/// `count` slots; what each one has beside its time.
std::string crowd(std::size_t count, const std::function<std::string(std::size_t)>& time, const std::function<std::string(std::size_t)>& more) {
    auto text = "[people.ann]\nname = \"Ann\"\n" + day_header();
    for (std::size_t i = 0; i < count; ++i) text += slot("s" + std::to_string(i), time(i), more(i));
    return text;
}

std::string same_hour(std::size_t) { return "10:00-11:00"; }
/// Begins and ends everywhere in the day, up to three hours long.
std::string anywhere(std::size_t i) { return range(i * 7919 % 1200, i * 7919 % 1200 + 1 + i * 104729 % 180); }
/// Each meets the one before and the one behind it only.
std::string in_a_row(std::size_t i) { return range(i % 700 * 2, i % 700 * 2 + 3); }
std::string one_room(std::size_t) { return "room = \"Hall\"\n"; }
std::string own_room(std::size_t i) { return "room = \"R" + std::to_string(i) + "\"\n"; }
std::string half_plenary(std::size_t i) { return i % 2 ? std::string{} : own_room(i); }
std::string one_speaker(std::size_t i) { return own_room(i) + "speakers = [\"ann\"]\n"; }
std::string own_track(std::size_t i) { return "track = \"T" + std::to_string(i) + "\"\n"; }

struct Crowd {
    const char* name;
    std::string (*time)(std::size_t);
    std::string (*more)(std::size_t);
    const char* says;
};

const Crowd crowds[] = {
    {"one room, one hour", same_hour, one_room, "error[room-double-booked]"},
    {"one room, any time", anywhere, one_room, "error[room-double-booked]"},
    {"one room, one after another, each a little too long", in_a_row, one_room, "error[room-double-booked]"},
    {"one speaker, one hour", same_hour, one_speaker, "error[person-double-booked]"},
    {"one speaker, any time", anywhere, one_speaker, "error[person-double-booked]"},
    {"half in the plenary, half in a room each, one hour", same_hour, half_plenary, "error[slot-overlap]"},
    {"half in the plenary, half in a room each, any time", anywhere, half_plenary, "error[slot-overlap]"},
    {"a room each, any time", anywhere, own_room, "check passed"},
    {"a track each, one after another", in_a_row, own_track, "check passed"},
};

} // namespace

BOOST_AUTO_TEST_CASE(four_times_the_slots_take_less_than_eight_times_as_long) {
    for (const auto& one : crowds)
        BOOST_TEST_CONTEXT(one.name) {
            const auto few = check_bytes(crowd(2'000, one.time, one.more));
            const auto many = check_bytes(crowd(8'000, one.time, one.more));
            BOOST_TEST_MESSAGE(one.name << ": " << few.seconds << " s, " << many.seconds << " s, " << few.out.size() << ", " << many.out.size() << " bytes");
            BOOST_TEST(wrong_with(few) == "");
            BOOST_TEST(wrong_with(many) == "");
            BOOST_TEST(many.out.find(one.says) != std::string::npos);
            BOOST_TEST(many.seconds < 8 * std::max(few.seconds, 0.05));
            BOOST_TEST(many.out.size() < 8 * std::max<std::size_t>(few.out.size(), 10'000));
        }
}

BOOST_AUTO_TEST_CASE(dates_at_the_ends_of_the_calendar_are_checked_in_every_zone) {
    for (const auto* zone : {"", "UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Monrovia", "Antarctica/Troll", "Australia/Lord_Howe"})
        for (const auto* date : {"0001-01-01", "0000-12-31", "1582-10-10", "1883-11-18", "1900-02-28", "1970-01-01", "2011-12-30", "2038-01-19", "2100-02-28", "9999-12-31"})
            BOOST_TEST_CONTEXT(date << " in " << zone) {
                std::string text = *zone ? "[event]\ntimezone = \"" + std::string{zone} + "\"\n" : "";
                text += "[[day]]\ndate = " + std::string{date} + "\n" + slot("a", "00:00-23:59") + slot("b", "23:30-25:30") + slot("c", "24:00-29:59");
                const auto ran = check_bytes(text);
                BOOST_TEST(wrong_with(ran) == "");
                BOOST_TEST(ran.status == 1);
                BOOST_TEST(ran.out.find("error[slot-overlap]") != std::string::npos);
            }
}

BOOST_AUTO_TEST_CASE(a_day_of_each_year_from_1900_to_2100_is_checked) {
    std::string text = "[event]\ntimezone = \"America/New_York\"\n";
    for (int year = 1900; year <= 2100; ++year)
        for (const auto* date : {"03-08", "06-01", "11-01"}) text += "[[day]]\ndate = " + std::to_string(year) + "-" + date + "\n" + slot("s" + std::to_string(year) + date, "10:00-11:00");
    const auto ran = check_bytes(text);
    BOOST_TEST(wrong_with(ran) == "");
    BOOST_TEST(ran.status == 0);
}

BOOST_AUTO_TEST_CASE(names_that_are_no_zones_are_findings) {
    for (const auto* zone : {"", " ", "../../etc/passwd", "/etc/localtime", "localtime", "posixrules", "Factory", "Europe", "Europe/", "Europe/Berlin\\u0000", "europe/berlin", "CEST", "+02:00", "right/UTC", "\\u202Eutc"})
        BOOST_TEST_CONTEXT(zone) {
            const auto ran = check_bytes("[event]\ntimezone = \"" + std::string{zone} + "\"\n[[day]]\ndate = 2026-06-01\n" + slot("a", "10:00-11:00"));
            BOOST_TEST(wrong_with(ran) == "");
            BOOST_TEST(ran.status == 1);
            BOOST_TEST(ran.out.find("error[timezone-invalid]") != std::string::npos);
            BOOST_TEST(ran.out.find("--> agenda.toml:2:12") != std::string::npos);
        }
}
