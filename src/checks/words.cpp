// SPDX-License-Identifier: MIT
#include "checks/words.hpp"
#include "source/unicode.hpp"

namespace agenda::checks {

std::string shown(const Agenda& agenda, const Slot& slot, const When& when) {
    const auto date = agenda.days[slot.day].date;
    return time::format_range({clock_at(agenda, date, when.start), clock_at(agenda, date, when.end)});
}

std::string shown(const Agenda& agenda, const Slot& slot) {
    if (slot.clock) return time::format_range(*slot.clock);
    return slot.when ? shown(agenda, slot, *slot.when) : std::string{};
}

std::string shown(const Agenda& agenda, time::Date date, time::Instant instant) {
    return time::format_clock(clock_at(agenda, date, instant));
}

std::int64_t minutes_of(const When& when) { return time::whole_minutes(when.length()).count(); }

std::string enumerated(const std::vector<std::string>& names) {
    constexpr std::size_t most = 5;
    std::string result;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) (result += i == 0 ? "`" : ", `") += names[i] + "`";
    if (names.size() > most) result += " and " + std::to_string(names.size() - most) + " more";
    return result;
}

std::string cut(std::string_view text, std::size_t most) {
    const auto size = source::prefix_size(text, most);
    return std::string{text.substr(0, size)} + (size < text.size() ? "…" : "");
}

Span narrowed(const source::Text& text, Span value, std::string_view part) {
    const auto found = text.slice(value).find(part);
    if (part.empty() || found == std::string_view::npos) return value;
    return {value.offset + static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(part.size())};
}

} // namespace agenda::checks
