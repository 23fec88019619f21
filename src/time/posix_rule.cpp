// SPDX-License-Identifier: MIT
#include "time/posix_rule.hpp"
#include <cstdio>
#include <date/ptz.h>

namespace agenda::time {

struct PosixRule::Zone {
    Posix::time_zone zone;
};

namespace {

/// Whether a change as POSIX writes it ("M3.5.0/2", "J60", "59") falls on a day that there is. The date library reads
/// the numbers without looking at their size.
bool is_a_day(const std::string& change) {
    unsigned first = 0, week = 0, weekday = 0;
    if (std::sscanf(change.c_str(), "M%2u.%1u.%1u", &first, &week, &weekday) == 3)
        return first >= 1 && first <= 12 && week >= 1 && week <= 5 && weekday <= 6;
    if (std::sscanf(change.c_str(), "J%3u", &first) == 1) return first >= 1 && first <= 365;
    return std::sscanf(change.c_str(), "%3u", &first) == 1 && first <= 365;
}

/// Whether the changes behind the names and offsets of a rule, if there are any, fall on days that there are.
bool changes_on_days(const std::string& rule) {
    const auto start = rule.find(',');
    if (start == std::string::npos) return true;
    const auto end = rule.find(',', start + 1);
    return end != std::string::npos && is_a_day(rule.substr(start + 1, end - start - 1)) &&
           is_a_day(rule.substr(end + 1));
}

} // namespace

PosixRule::PosixRule(std::shared_ptr<const Zone> zone) : zone_(std::move(zone)) {}

std::optional<PosixRule> PosixRule::read(const std::string& text) {
    if (text.empty() || !changes_on_days(text)) return std::nullopt;
    try {
        return PosixRule{std::make_shared<const Zone>(Zone{Posix::time_zone{text}})};
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

PosixRule::Info PosixRule::at(std::chrono::seconds since_epoch) const {
    const auto info = zone_->zone.get_info(date::sys_seconds{since_epoch});
    return {info.offset, info.end.time_since_epoch()};
}

} // namespace agenda::time
