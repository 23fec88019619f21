// SPDX-License-Identifier: MIT
#include "report/html/view.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

/// The index of what an "about" names with this prefix, where the agenda has it.
template <class Index>
void add_named(std::vector<Index>& to, std::string_view about, std::string_view prefix,
               const std::unordered_map<std::string_view, Index>& known) {
    if (!about.starts_with(prefix)) return;
    if (const auto found = known.find(about.substr(prefix.size())); found != known.end()) to.push_back(found->second);
}

bool is_safe(std::string_view id) {
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

} // namespace

View::View(const CheckedAgenda& of, std::size_t number)
    : checked(of), agenda(of.loaded.agenda), days(pictures_of(of)),
      prefix_(number == 1 ? std::string{} : fmt::format("{}:", number)), of_slot_(agenda.slots.size()) {
    for (const auto slot : agenda.slots.indices()) slots_.try_emplace(agenda.slots[slot].id, slot);
    for (const auto person : agenda.people.indices()) people_.try_emplace(agenda.people[person].id, person);
    for (const auto& finding : checked.result.findings)
        if (finding.state == finding::State::open)
            for (const auto slot : slots_of(finding)) of_slot_[static_cast<std::size_t>(slot)].push_back(&finding);
}

std::string View::anchor(SlotIndex slot) const {
    const auto& id = agenda.slots[slot].id;
    // An id that would have to be escaped, or that is not the first of its name, is told by its place.
    const bool by_id = !id.empty() && is_safe(id) && slots_.at(id) == slot;
    return prefix_ + (by_id ? "slot:" + id : fmt::format("slot/{}", static_cast<std::uint32_t>(slot) + 1));
}

std::string View::anchor(const Finding& finding) const {
    return prefix_ + finding::format_fingerprint(finding.fingerprint);
}

std::vector<SlotIndex> View::slots_of(const Finding& finding) const {
    std::vector<SlotIndex> result;
    for (const auto& about : finding.draft.about) add_named(result, about, "slot:", slots_);
    return result;
}

std::vector<PersonIndex> View::people_of(const Finding& finding) const {
    std::vector<PersonIndex> result;
    for (const auto& about : finding.draft.about) add_named(result, about, "person:", people_);
    return result;
}

std::vector<std::string> View::days_of(const Finding& finding) const {
    std::vector<std::string> result;
    for (const auto& about : finding.draft.about)
        if (about.starts_with("day:")) result.push_back(about.substr(4));
    for (const auto slot : slots_of(finding))
        if (auto day = day_of(slot); std::find(result.begin(), result.end(), day) == result.end())
            result.push_back(std::move(day));
    return result;
}

std::string long_date(time::Date date) {
    if (!date.ok()) return "A day without a date";
    constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
    return fmt::format("{}, {} {} {}", time::weekday_name(date), static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
}

std::string full_name(const Slot& slot) {
    const auto& number = slot.number.value;
    const auto& title = slot.title.value;
    if (number.empty()) return title.empty() ? slot.id : title;
    return title.empty() ? number : number + ": " + title;
}

} // namespace agenda::report::html
