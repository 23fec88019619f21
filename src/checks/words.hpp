// SPDX-License-Identifier: MIT
// How checks speak of slots and their times in facts and labels.
#pragma once
#include "checks/check.hpp"
#include <algorithm>

namespace agenda::checks {

/// An interval on the clock of the slot's day, as its author sees it: "14:00-15:15".
std::string shown(const Agenda& agenda, const Slot& slot, const When& when);
/// The slot's own time.
std::string shown(const Agenda& agenda, const Slot& slot);
/// "14:00-15:15" on the clock of that date.
std::string shown(const Agenda& agenda, time::Date date, const When& when);
/// "10:00" on the clock of that date.
std::string shown(const Agenda& agenda, time::Date date, time::Instant instant);

std::int64_t minutes_of(const When& when);

/// "`Session II`".
std::string ticked(std::string_view text);
/// What is called so, in ticks.
template <class T> std::string ticked_name(const T& thing) { return ticked(called(thing)); }

/// "`Session II`, 14:00-15:15"; the name alone where it has no time that can be read.
std::string name_and_time(const Agenda& agenda, const Slot& slot);
/// A slot as the place that a finding relates.
finding::Related related(const Agenda& agenda, SlotIndex slot);

/// "a, b, c, d, e and 35 more".
std::string first_few(const std::vector<std::string>& texts);
/// The same of what has a text, which only those that are shown are asked for.
template <class T, class Text> std::string first_few(const std::vector<T>& all, Text text_of) {
    constexpr std::size_t most = 5;
    std::string result;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) (result += i == 0 ? "" : ", ") += text_of(all[i]);
    if (all.size() > most) result += " and " + std::to_string(all.size() - most) + " more";
    return result;
}
/// The same of names in ticks: "`A`, `B`, `C`, `D`, `E` and 35 more".
std::string enumerated(const std::vector<std::string>& names);
std::string enumerated(const Agenda& agenda, const std::vector<SlotIndex>& slots);

/// The first so many characters of a text; "…" stands for the rest.
std::string cut(std::string_view text, std::size_t most);

/// Where a part of a text stands in the value that it was read from, if its letters are written there as they are
/// read; else the whole value.
Span narrowed(const source::Text& text, Span value, std::string_view part);

} // namespace agenda::checks
