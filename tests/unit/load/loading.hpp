// SPDX-License-Identifier: MIT
// Agendas from a few lines, and what the loader made of them as short texts, for tests.
#pragma once
#include "support/check.hpp"
#include <algorithm>
#include <tuple>

namespace agenda::test {

inline load::Loaded loaded(std::string text) {
    return load::load(std::make_shared<const source::Text>("agenda.toml", std::move(text)), standard().kinds);
}

/// An agenda of one slot with these lines.
inline std::string one_slot(const std::string& lines, const std::string& head = "") {
    return head + "[[day]]\ndate = 2026-06-01\n[[day.slot]]\n" + lines + "\n";
}

/// "wrong-type 7; unknown-key romo": the rule of each fault and what stands in the text at its place, in the order of
/// the file.
inline std::string faults(const load::Loaded& loaded) {
    std::vector<std::tuple<std::uint32_t, std::string>> sorted;
    for (const auto& fault : loaded.faults)
        sorted.emplace_back(fault.draft.at.offset,
                            std::string{fault.rule} + " " + std::string{loaded.text->slice(fault.draft.at)});
    std::sort(sorted.begin(), sorted.end());
    std::string result;
    for (const auto& [offset, text] : sorted) (result += result.empty() ? "" : "; ") += text;
    return result;
}

inline std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const auto& word : words) (result += result.empty() ? "" : " ") += word;
    return result;
}

inline std::string ids(const Agenda& agenda) {
    std::vector<std::string> all;
    for (const auto& slot : agenda.slots) all.push_back(slot.id);
    return joined(all);
}

/// An interval as UTC shows it: "2026-06-01T10:00/2026-06-01T11:00"; "none" for none. A floating agenda's wall is UTC.
inline std::string utc(const std::optional<time::Interval<time::Instant>>& when) {
    if (!when) return "none";
    const auto shown = [](time::Instant instant) {
        return time::format_local(time::LocalTime{instant.time_since_epoch()});
    };
    return shown(when->start) + "/" + shown(when->end);
}

inline std::string clock(const std::optional<time::ClockRange>& range) {
    return range ? time::format_range(*range) : "none";
}

} // namespace agenda::test
