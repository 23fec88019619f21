// SPDX-License-Identifier: MIT
// Method: up to the last transition in the zone's file its transitions answer; after it, the date library's POSIX zones
// do from the rule in the file's footer. So slim files and years past 2037 are right. That library's own database takes
// 600 files to open: it is asked which zones there are where a name is none of them.
#include "time/zone.hpp"
#include "time/posix_rule.hpp"
#include "time/zone_file.hpp"
#include <algorithm>
#include <array>
#include <date/tz.h>

namespace agenda::time {

struct Zone::Data {
    std::string name;
    ZoneFile file;
    std::optional<PosixRule> after; ///< the rule after the last transition

    bool is_by_rule(Instant instant) const {
        return after && (file.transitions.empty() || instant >= file.transitions.back().at);
    }

    PosixRule::Info info(Instant instant) const {
        if (is_by_rule(instant)) return after->at(instant.time_since_epoch());
        const auto next =
            std::upper_bound(file.transitions.begin(), file.transitions.end(), instant,
                             [](Instant one, const ZoneFile::Transition& transition) { return one < transition.at; });
        return {next == file.transitions.begin() ? file.first_offset : std::prev(next)->offset,
                next == file.transitions.end() ? std::chrono::seconds::max() : next->at.time_since_epoch()};
    }
};

namespace {

constexpr std::array machine_dependent{"localtime", "posixrules", "Factory"};
constexpr std::array abbreviations{"EST", "MST",     "HST",     "CET",     "MET",    "EET",
                                   "WET", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"};

std::string lowered(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return result;
}

/// Of letters, digits and "_+-", with "/" between parts: so it leads to no file elsewhere.
bool is_spelled_as_a_zone(std::string_view name) {
    constexpr std::string_view others = "_+-/";
    const auto fits = [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               others.find(c) != std::string_view::npos;
    };
    return !name.empty() && name.front() != '/' && name.back() != '/' && name.find("//") == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), fits);
}

bool is_listed(std::string_view name) {
    const auto& zones = date::get_tzdb().zones;
    return std::any_of(zones.begin(), zones.end(), [&](const auto& zone) { return zone.name() == name; });
}

/// "did you mean": the same letters in another case, or the city alone ("Berlin", "New York").
std::string hint_for(std::string_view name) {
    auto wanted = lowered(name);
    std::replace(wanted.begin(), wanted.end(), ' ', '_');
    const auto city = "/" + wanted;
    for (const auto& zone : date::get_tzdb().zones) {
        const auto known = lowered(zone.name());
        if (known == wanted || known.ends_with(city)) return "did you mean `" + zone.name() + "`?";
    }
    return "write the zone of a city, such as `Europe/Zurich`";
}

std::optional<NotAZone> refused(std::string_view name) {
    if (std::find(machine_dependent.begin(), machine_dependent.end(), name) != machine_dependent.end())
        return NotAZone{"means another zone on every machine", "write the zone of a city, such as `Europe/Zurich`"};
    if (name.starts_with("posix/") || name.starts_with("right/"))
        return NotAZone{"is a copy kept for other programs", "write `" + std::string{name.substr(6)} + "`"};
    if (std::find(abbreviations.begin(), abbreviations.end(), name) != abbreviations.end())
        return NotAZone{"is an abbreviation that several places share",
                        "write the zone of a city, such as `Europe/Zurich`"};
    return std::nullopt;
}

} // namespace

std::filesystem::path zone_directory() { return "/usr/share/zoneinfo"; }

std::variant<Zone, NotAZone, ZoneDataUnusable> Zone::find(std::string_view name) {
    if (auto no = refused(name)) return *no;
    const ZoneDataUnusable nothing{"this system has no time zone database in " + zone_directory().string() +
                                   " (package tzdata)"};
    if (!std::filesystem::is_directory(zone_directory())) return nothing;
    try {
        std::variant<ZoneFile, ZoneFileFault> read = ZoneFileFault::missing;
        if (is_spelled_as_a_zone(name)) read = read_zone_file(zone_directory() / name);
        if (auto* file = std::get_if<ZoneFile>(&read)) {
            auto after = PosixRule::read(file->rule_after);
            Data data{std::string{name}, std::move(*file), std::move(after)};
            // The two sources must agree where they meet, else one of them misreads the file.
            const auto& transitions = data.file.transitions;
            if (data.after && !transitions.empty() &&
                data.after->at(transitions.back().at.time_since_epoch()).offset != transitions.back().offset)
                return ZoneDataUnusable{"this system's data for the time zone " + std::string{name} +
                                        " contradicts itself (package tzdata)"};
            return Zone{std::make_shared<const Data>(std::move(data))};
        }
        if (date::get_tzdb().zones.empty()) return nothing;
        if (!is_listed(name)) return NotAZone{"is no zone of the IANA database", hint_for(name)};
        return ZoneDataUnusable{"this system's file for the time zone " + std::string{name} +
                                " is damaged (package tzdata)"};
    } catch (const std::exception& error) {
        return ZoneDataUnusable{"this system's time zone database cannot be used: " + std::string{error.what()}};
    }
}

std::string_view Zone::name() const { return data_->name; }

std::optional<Instant> Zone::known_until() const {
    const auto& file = data_->file;
    if (data_->after || file.rule_after.empty() || file.transitions.empty()) return std::nullopt;
    return file.transitions.back().at;
}

std::chrono::seconds Zone::offset(Instant instant) const { return data_->info(instant).offset; }

LocalTime Zone::local(Instant instant) const { return LocalTime{instant.time_since_epoch() + offset(instant)}; }

Resolved Zone::resolve(LocalTime local) const {
    // The offset in force a day earlier and a day later; the zone's clock changes at most once in between.
    const Instant as_utc{local.time_since_epoch()};
    const auto before = data_->info(as_utc - std::chrono::days{1});
    const auto after = data_->info(as_utc + std::chrono::days{1});
    const Instant early = as_utc - before.offset;
    const Instant late = as_utc - after.offset;
    const bool early_is_right = offset(early) == before.offset;
    const bool late_is_right = offset(late) == after.offset;
    if (early_is_right && late_is_right && early != late) return Repeated{early, late};
    if (early_is_right) return Unique{early};
    if (late_is_right) return Unique{late};
    const Instant change{before.until};
    return Skipped{
        change,
        {LocalTime{change.time_since_epoch() + before.offset}, LocalTime{change.time_since_epoch() + after.offset}}};
}

Instant instant_of(const Resolved& resolved) {
    if (const auto* unique = std::get_if<Unique>(&resolved)) return unique->instant;
    if (const auto* repeated = std::get_if<Repeated>(&resolved)) return repeated->earlier;
    return std::get<Skipped>(resolved).change;
}

} // namespace agenda::time
