// SPDX-License-Identifier: MIT
#include "checks/words.hpp"
#include "source/unicode.hpp"

namespace agenda::checks {

std::string shown(const Agenda& agenda, const Slot& slot, const When& when) {
    return shown(agenda, agenda.days[slot.day].date, when);
}

std::string shown(const Agenda& agenda, const Slot& slot) {
    if (slot.clock) return time::format_range(*slot.clock);
    return slot.when ? shown(agenda, slot, *slot.when) : std::string{};
}

std::string shown(const Agenda& agenda, time::Date date, const When& when) {
    return time::format_range(clock_at(agenda, date, when));
}

std::string shown(const Agenda& agenda, time::Date date, time::Instant instant) {
    return time::format_clock(clock_at(agenda, date, instant));
}

std::int64_t minutes_of(const When& when) { return time::whole_minutes(when.length()).count(); }

std::string ticked(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 2);
    result += '`';
    result += text;
    result += '`';
    return result;
}

std::string name_and_time(const Agenda& agenda, const Slot& slot) {
    const auto time = shown(agenda, slot);
    auto result = ticked_name(slot);
    if (!time.empty()) (result += ", ") += time;
    return result;
}

finding::Related related(const Agenda& agenda, SlotIndex slot) {
    const auto& related = agenda.slots[slot];
    return {related.time_at, name_and_time(agenda, related)};
}

std::string first_few(const std::vector<std::string>& texts) {
    return first_few(texts, [](const std::string& text) -> const std::string& { return text; });
}

std::string enumerated(const std::vector<std::string>& names) { return first_few(names, ticked); }

std::string enumerated(const Agenda& agenda, const std::vector<SlotIndex>& slots) {
    return first_few(slots, [&](SlotIndex slot) { return ticked_name(agenda.slots[slot]); });
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
