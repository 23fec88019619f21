// SPDX-License-Identifier: MIT
#include "load/formats/calendar_zones.hpp"

namespace agenda::load::formats {
namespace {

constexpr std::size_t most_zones = 1000;        // that are looked up,
constexpr std::size_t most_zone_rules = 40;     // of described zones, since each may take long,
constexpr std::size_t largest_zone = 64 * 1024; // and the bytes of one

} // namespace

const CalendarZone* CalendarZones::find(const std::string& id) {
    const auto known = found_.find(id);
    if (known != found_.end()) return known->second;
    if (found_.size() >= most_zones) return nullptr;
    return found_.emplace(id, looked_up(id)).first->second;
}

const CalendarZone* CalendarZones::looked_up(const std::string& id) {
    if (const auto* zone = named(id)) return zone;
    const auto described = described_.find(id);
    if (described != described_.end() && !described->second.location.empty())
        if (const auto* zone = named(described->second.location)) return zone;
    // The longest tail first: "America/Argentina/Buenos_Aires" before "Buenos_Aires".
    if (id.starts_with('/')) {
        std::vector<std::size_t> slashes;
        for (auto at = id.size(); at-- > 0 && slashes.size() < 3;)
            if (id[at] == '/') slashes.push_back(at);
        for (auto slash = slashes.rbegin(); slash != slashes.rend(); ++slash)
            if (const auto* zone = named(id.substr(*slash + 1))) return zone;
    }
    return described == described_.end() ? nullptr : custom(described->second, id);
}

const CalendarZone* CalendarZones::named(const std::string& iana) {
    const auto known = by_name_.find(iana);
    if (known != by_name_.end()) return known->second.iana ? &known->second : nullptr;
    auto found = time::Zone::find(iana);
    auto* zone = std::get_if<time::Zone>(&found);
    if (!zone) return nullptr;
    return &by_name_.try_emplace(iana, CalendarZone{std::move(*zone), std::nullopt}).first->second;
}

const CalendarZone* CalendarZones::custom(const ZoneText& text, const std::string& id) {
    rules_ += text.rules;
    if (!text.only_yearly || rules_ > most_zone_rules || text.lines.size() > largest_zone) return nullptr;
    auto zone = ical::CustomZone::read(text.lines);
    if (!zone) return nullptr;
    return &by_name_.try_emplace("VTIMEZONE " + id, CalendarZone{std::nullopt, std::move(*zone)}).first->second;
}

} // namespace agenda::load::formats
