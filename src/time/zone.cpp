// SPDX-License-Identifier: MIT
// Method: up to the last transition in the zone's file the date library answers from its database; after it, that
// library's POSIX zones answer from the rule in the file's footer. So slim files and years past 2037 are right, which
// the database alone is not.
#include "time/zone.hpp"
#include "time/posix_rule.hpp"
#include "time/zone_file.hpp"
#include <algorithm>
#include <array>
#include <date/tz.h>

namespace agenda::time {

struct Zone::Data {
    std::string name;
    const date::time_zone* listed = nullptr;
    std::optional<PosixRule> after; ///< the rule after the last listed transition
    std::optional<Instant> last_transition;
    bool rule_unread = false; ///< the file has a rule after the list, and it could not be read

    PosixRule::Info info(Instant instant) const {
        if (after && (!last_transition || instant >= *last_transition)) return after->at(instant.time_since_epoch());
        const auto info = listed->get_info(date::sys_seconds{instant.time_since_epoch()});
        return {info.offset, info.end.time_since_epoch()};
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

const date::time_zone* listed(std::string_view name) {
    for (const auto& zone : date::get_tzdb().zones)
        if (zone.name() == name) return &zone;
    return nullptr;
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
        if (date::get_tzdb().zones.empty()) return nothing;
        const auto* known = listed(name);
        if (!known) return NotAZone{"is no zone of the IANA database", hint_for(name)};
        const auto inspected = inspect_zone_file(zone_directory() / name);
        if (std::holds_alternative<ZoneFileFault>(inspected))
            return ZoneDataUnusable{"this system's file for the time zone " + std::string{name} +
                                    " is damaged (package tzdata)"};
        const auto& file = std::get<ZoneFile>(inspected);
        auto after = PosixRule::read(file.rule_after);
        const bool unread = !after && !file.rule_after.empty();
        Data data{std::string{name}, known, std::move(after), file.last_transition, unread};
        // The two sources must agree where they meet, else one of them misreads the file.
        if (data.last_transition && data.after) {
            const date::sys_seconds meet{data.last_transition->time_since_epoch()};
            if (data.listed->get_info(meet).offset != data.after->at(meet.time_since_epoch()).offset)
                return ZoneDataUnusable{"this system's data for the time zone " + std::string{name} +
                                        " contradicts itself (package tzdata)"};
        }
        return Zone{std::make_shared<const Data>(std::move(data))};
    } catch (const std::exception& error) {
        return ZoneDataUnusable{"this system's time zone database cannot be used: " + std::string{error.what()}};
    }
}

std::string_view Zone::name() const { return data_->name; }

std::optional<Instant> Zone::known_until() const { return data_->rule_unread ? data_->last_transition : std::nullopt; }

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
