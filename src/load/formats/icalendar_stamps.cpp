// SPDX-License-Identifier: MIT
#include "load/formats/icalendar_stamps.hpp"
#include "time/clock_text.hpp"

namespace agenda::load::formats {
namespace {

using std::chrono::days;
using std::chrono::floor;
using time::LocalTime;
using time::minutes;

std::optional<int> number(std::string_view digits) {
    int result = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        result = result * 10 + (c - '0');
    }
    return result;
}

} // namespace

std::optional<Moment> moment_of(std::string_view text, const CalendarZone* utc) {
    const bool in_utc = text.ends_with('Z');
    if (in_utc) text.remove_suffix(1);
    if (text.size() != 8 && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
    const auto year = number(text.substr(0, 4)), month = number(text.substr(4, 2)), day = number(text.substr(6, 2));
    if (!year || !month || !day) return std::nullopt;
    const time::Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year == 0) return std::nullopt;
    Moment result{LocalTime{std::chrono::local_days{date}}, in_utc ? utc : nullptr, text.size() == 8};
    if (result.date_only) return in_utc ? std::nullopt : std::optional{result};
    const auto hour = number(text.substr(9, 2)), minute = number(text.substr(11, 2)), second = number(text.substr(13));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
    result.local += std::chrono::hours{*hour} + minutes{*minute} + std::chrono::seconds{*second};
    return result;
}

std::string date_of(LocalTime time) { return time::format_date(time::Date{floor<days>(time)}); }

std::string clock_text(minutes since_midnight) { return time::format_clock({since_midnight}); }

std::optional<Moment> StampReader::moment(const Stamp& stamp) {
    auto result = moment_of(stamp.value.text, zones_.utc());
    if (!result || result->date_only || stamp.zone.empty() || stamp.value.text.ends_with('Z')) return result;
    result->zone = zones_.find(stamp.zone.text);
    if (!result->zone) unknown_zone(stamp.zone);
    return result;
}

void StampReader::unknown_zone(const Field& zone) {
    if (!unknown_.insert(zone.text).second) return;
    if (zones_.describes(zone.text) && !ical::is_there()) return needs_library(zone.at);
    std::string reason = "is no zone of the IANA database, and ";
    reason += zones_.describes(zone.text) ? "its VTIMEZONE cannot be understood" : "no VTIMEZONE describes it";
    reading_.remarks.push_back(
        {"timezone-invalid",
         {},
         zone.at,
         {{"what", zone.text},
          {"reason", reason},
          {"hint", std::string{"its times are taken as written; name the zone of a city, such as `Europe/Zurich`"}}},
         {}});
}

void StampReader::needs_library(Span at) {
    if (!said_needs_) reading_.errors.push_back({"reading this needs libical: install the package `libical3`", at});
    said_needs_ = true;
}

} // namespace agenda::load::formats
