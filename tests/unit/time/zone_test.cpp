// SPDX-License-Identifier: MIT
// Zones by name: what is found, what is refused with which hint; and properties of every zone's way from local time and
// back.
#include "support/zones.hpp"
#include "time/zone.hpp"
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace agenda::time;
using support::local;
using support::utc;
using support::zone;

namespace {

NotAZone refusal(std::string_view name) {
    const auto found = Zone::find(name);
    BOOST_TEST_REQUIRE(std::holds_alternative<NotAZone>(found), "not refused: " << name);
    return std::get<NotAZone>(found);
}

std::string outcome(std::string_view name) {
    const auto found = Zone::find(name);
    if (const auto* no = std::get_if<NotAZone>(&found)) return no->reason;
    const auto* unusable = std::get_if<ZoneDataUnusable>(&found);
    return unusable ? "unusable: " + unusable->reason : "found";
}

long long offset_in_minutes(std::string_view name, std::string_view when) {
    return zone(name).offset(utc(when)).count() / 60;
}

const std::vector<std::string> varied_zones{"Europe/Berlin",       "America/New_York",
                                            "Australia/Lord_Howe", "Australia/Sydney",
                                            "Europe/Dublin",       "Asia/Kathmandu",
                                            "Pacific/Chatham",     "Asia/Jerusalem",
                                            "Antarctica/Troll",    "America/St_Johns",
                                            "America/Santiago",    "Pacific/Kiritimati",
                                            "Pacific/Pago_Pago",   "UTC",
                                            "Africa/Cairo",        "America/Havana"};

std::string wrong_way_back(const Zone& zone, LocalTime time) {
    const auto resolved = zone.resolve(time);
    if (const auto* unique = std::get_if<Unique>(&resolved)) return zone.local(unique->instant) == time ? "" : "unique";
    if (const auto* repeated = std::get_if<Repeated>(&resolved)) {
        const bool both = zone.local(repeated->earlier) == time && zone.local(repeated->later) == time;
        return both && repeated->earlier < repeated->later ? "" : "repeated";
    }
    const auto& skipped = std::get<Skipped>(resolved);
    const auto last_before = zone.local(skipped.change - std::chrono::seconds{1}) + std::chrono::seconds{1};
    const bool right = skipped.missing.contains(time) && zone.local(skipped.change) == skipped.missing.end &&
                       last_before == skipped.missing.start;
    return right ? "" : "skipped";
}

bool leads_back(const Zone& zone, Instant instant) {
    const auto resolved = zone.resolve(zone.local(instant));
    if (const auto* unique = std::get_if<Unique>(&resolved)) return unique->instant == instant;
    const auto* repeated = std::get_if<Repeated>(&resolved);
    return repeated && (repeated->earlier == instant || repeated->later == instant);
}

/// The C library's own reading of the zone files, as an oracle. Restores TZ.
class CLibraryZone {
public:
    explicit CLibraryZone(const std::string& name) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        setenv("TZ", (":" + name).c_str(), 1);
        tzset();
    }
    ~CLibraryZone() {
        if (before_)
            setenv("TZ", before_->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    CLibraryZone(const CLibraryZone&) = delete;
    CLibraryZone& operator=(const CLibraryZone&) = delete;

    long offset(Instant instant) const {
        const std::time_t seconds = instant.time_since_epoch().count();
        std::tm parts{};
        localtime_r(&seconds, &parts);
        return parts.tm_gmtoff;
    }

private:
    std::optional<std::string> before_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(time_zone)

BOOST_AUTO_TEST_CASE(a_zone_keeps_the_name_that_it_was_asked_by) {
    for (const std::string_view name : {"Europe/Zurich", "UTC", "GMT", "America/Argentina/Buenos_Aires", "Etc/GMT+5"})
        BOOST_TEST_CONTEXT(name) BOOST_TEST(zone(name).name() == name);
}

BOOST_AUTO_TEST_CASE(an_offset_is_positive_to_the_east) {
    BOOST_TEST(offset_in_minutes("Europe/Berlin", "2026-01-15T12:00") == 60);
    BOOST_TEST(offset_in_minutes("Europe/Berlin", "2026-07-15T12:00") == 120);
    BOOST_TEST(offset_in_minutes("America/New_York", "2026-01-15T12:00") == -300);
    BOOST_TEST(offset_in_minutes("America/St_Johns", "2026-01-15T12:00") == -210);
    BOOST_TEST(offset_in_minutes("Asia/Kathmandu", "2026-01-15T12:00") == 345);
    BOOST_TEST(offset_in_minutes("Asia/Kolkata", "2026-01-15T12:00") == 330);
    BOOST_TEST(offset_in_minutes("Pacific/Kiritimati", "2026-01-15T12:00") == 840);
    BOOST_TEST(offset_in_minutes("UTC", "2026-01-15T12:00") == 0);
    BOOST_TEST(offset_in_minutes("Antarctica/Troll", "2026-07-15T12:00") == 120);
}

BOOST_AUTO_TEST_CASE(an_offset_past_2037_follows_the_rule_of_the_zone) {
    BOOST_TEST(offset_in_minutes("Europe/Berlin", "2050-07-01T12:00") == 120);
    BOOST_TEST(offset_in_minutes("Europe/Berlin", "2050-01-01T12:00") == 60);
    BOOST_TEST(offset_in_minutes("America/New_York", "2050-07-01T12:00") == -240);
    BOOST_TEST(offset_in_minutes("Australia/Sydney", "2050-01-01T12:00") == 660);
    BOOST_TEST(offset_in_minutes("Europe/Dublin", "2050-07-01T12:00") == 60);
    BOOST_TEST(offset_in_minutes("Europe/Dublin", "2050-01-01T12:00") == 0);
    BOOST_TEST(offset_in_minutes("Asia/Jerusalem", "2050-07-01T12:00") == 180);
    BOOST_TEST(offset_in_minutes("Asia/Tokyo", "2050-07-01T12:00") == 540);
}

BOOST_AUTO_TEST_CASE(a_name_that_means_another_zone_on_every_machine_is_refused) {
    for (const std::string_view name : {"localtime", "posixrules", "Factory"})
        BOOST_TEST_CONTEXT(name) BOOST_TEST(refusal(name).reason == "means another zone on every machine");
}

BOOST_AUTO_TEST_CASE(a_copy_for_other_programs_is_refused_and_its_own_name_is_hinted) {
    for (const std::string_view name : {"posix/Europe/Berlin", "right/Europe/Berlin"}) BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(refusal(name).reason == "is a copy kept for other programs");
            BOOST_TEST(refusal(name).hint == "write `Europe/Berlin`");
        }
}

BOOST_AUTO_TEST_CASE(an_abbreviation_is_refused) {
    for (const std::string_view name : {"EST", "CET", "MST", "HST", "EET", "WET", "MET", "EST5EDT", "PST8PDT"})
        BOOST_TEST_CONTEXT(name) BOOST_TEST(refusal(name).reason == "is an abbreviation that several places share");
}

BOOST_AUTO_TEST_CASE(a_name_that_is_no_zone_is_refused) {
    using namespace std::string_view_literals;
    const std::string very_long(10000, 'x');
    for (const auto name : {""sv,
                            " "sv,
                            "Europe/Atlantis"sv,
                            "../../etc/passwd"sv,
                            "../zoneinfo/Europe/Berlin"sv,
                            "/etc/localtime"sv,
                            "Europe/"sv,
                            "Europe"sv,
                            "/usr/share/zoneinfo/Europe/Berlin"sv,
                            "Europe//Berlin"sv,
                            "Europe/Berlin/"sv,
                            "Europe/Berlin "sv,
                            " Europe/Berlin"sv,
                            "Europe /Berlin"sv,
                            "New York"sv,
                            "America/New York"sv,
                            "Europe/Berlin\0"sv,
                            "Europe/B\xc3\xa9rlin"sv,
                            "europe/berlin"sv,
                            "EUROPE/BERLIN"sv,
                            "Berlin"sv,
                            "zone.tab"sv,
                            "tzdata.zi"sv,
                            "leapseconds"sv,
                            "+01:00"sv,
                            "UTC+1"sv,
                            "CEST"sv,
                            std::string_view{very_long}})
        BOOST_TEST_CONTEXT("name: " << name.substr(0, 60))
        BOOST_TEST(outcome(name) == "is no zone of the IANA database");
}

BOOST_AUTO_TEST_CASE(a_city_alone_or_another_case_is_answered_with_the_zone_meant) {
    BOOST_TEST(refusal("Berlin").hint == "did you mean `Europe/Berlin`?");
    BOOST_TEST(refusal("europe/berlin").hint == "did you mean `Europe/Berlin`?");
    BOOST_TEST(refusal("EUROPE/ZURICH").hint == "did you mean `Europe/Zurich`?");
    BOOST_TEST(refusal("new_york").hint == "did you mean `America/New_York`?");
    BOOST_TEST(refusal("New York").hint == "did you mean `America/New_York`?");
    BOOST_TEST(refusal("America/New York").hint == "did you mean `America/New_York`?");
}

BOOST_AUTO_TEST_CASE(a_name_like_none_is_answered_with_an_example) {
    for (const std::string_view name : {"", "Atlantis", "erlin"})
        BOOST_TEST_CONTEXT("name: " << name)
        BOOST_TEST(refusal(name).hint == "write the zone of a city, such as `Europe/Zurich`");
}

BOOST_AUTO_TEST_CASE(a_zone_with_a_rule_that_is_understood_is_known_for_ever) {
    for (const auto& name : varied_zones) BOOST_TEST_CONTEXT(name) BOOST_TEST(!zone(name).known_until().has_value());
}

BOOST_AUTO_TEST_CASE(nuuk_is_right_past_2037_or_says_until_when_it_is_known) {
    // Its rule changes at -1:00, the evening before, which POSIX does not have. Summer is UTC-1: in July 2050 noon is
    // 13:00 UTC.
    const auto nuuk = zone("America/Nuuk");
    BOOST_TEST((nuuk.known_until() || nuuk.offset(utc("2050-07-01T12:00")) == std::chrono::hours{-1}));
    if (nuuk.known_until()) BOOST_TEST((*nuuk.known_until() > utc("2037-01-01T00:00")));
}

BOOST_AUTO_TEST_CASE(every_local_half_hour_of_a_year_leads_to_its_instant_and_back) {
    for (const auto& name : varied_zones) {
        const auto each = zone(name);
        std::string wrong;
        for (auto time = local("2026-01-01T00:00"); time < local("2027-01-01T00:00"); time += minutes{30})
            if (const auto kind = wrong_way_back(each, time); !kind.empty())
                wrong += kind + " " + format_local(time) + "; ";
        BOOST_TEST_CONTEXT(name) BOOST_TEST(wrong == "");
    }
}

BOOST_AUTO_TEST_CASE(every_half_hour_of_a_year_is_among_the_instants_of_its_local_time) {
    for (const auto& name : varied_zones) {
        const auto each = zone(name);
        std::string wrong;
        for (auto instant = utc("2050-01-01T00:00"); instant < utc("2051-01-01T00:00"); instant += minutes{30})
            if (!leads_back(each, instant)) wrong += format_local(LocalTime{instant.time_since_epoch()}) + "; ";
        BOOST_TEST_CONTEXT(name) BOOST_TEST(wrong == "");
    }
}

BOOST_AUTO_TEST_CASE(offsets_from_1970_to_2100_are_those_of_the_c_library) {
    for (const auto& name : varied_zones) {
        const auto each = zone(name);
        const CLibraryZone oracle{name};
        std::string wrong;
        for (auto instant = utc("1970-01-02T00:00"); instant < utc("2100-01-01T00:00");
             instant += std::chrono::hours{61})
            if (each.offset(instant).count() != oracle.offset(instant))
                wrong += format_local(LocalTime{instant.time_since_epoch()}) + "; ";
        BOOST_TEST_CONTEXT(name) BOOST_TEST(wrong.substr(0, 200) == "");
    }
}

BOOST_AUTO_TEST_SUITE_END()
