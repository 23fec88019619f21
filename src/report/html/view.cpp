// SPDX-License-Identifier: MIT
#include "report/html/view.hpp"
#include "report/html/markup.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

bool is_safe(std::string_view id) {
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

std::string_view month_name(time::Date date) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    return months[static_cast<unsigned>(date.month()) - 1];
}

} // namespace

View::View(const CheckedAgenda& of, std::string prefix)
    : checked(of), agenda(of.loaded.agenda), subjects(of), days(pictures_of(of, subjects)), prefix_(std::move(prefix)) {
    for (const auto& day : agenda.days) day_names_.push_back(called(day));
    for (const auto index : agenda.slots.indices()) {
        const auto& slot = agenda.slots[index];
        append_escaped(names_.emplace_back(), called(slot));
        // An id that would have to be escaped, or that is not the first of its name, is told by its place.
        const bool by_id = !slot.id.empty() && is_safe(slot.id) && *subjects.slot(slot.id) == index;
        anchors_.push_back(prefix_ +
                           (by_id ? "slot:" + slot.id : fmt::format("slot/{}", static_cast<std::uint32_t>(index) + 1)));
    }
}

std::string View::anchor(const Finding& finding) const {
    const auto elsewhere = told_elsewhere.find(&finding);
    return elsewhere == told_elsewhere.end() ? prefix_ + finding::format_fingerprint(finding.fingerprint)
                                             : elsewhere->second;
}

std::vector<PersonIndex> View::people_of(const Finding& finding) const {
    std::vector<PersonIndex> result;
    for (const std::string_view about : finding.draft.about)
        if (const auto* person = about.starts_with("person:") ? subjects.person(about.substr(7)) : nullptr)
            result.push_back(*person);
    return result;
}

std::vector<std::string> View::days_of(const Finding& finding) const {
    std::vector<std::string> result;
    for (const auto& about : finding.draft.about)
        if (about.starts_with("day:")) result.push_back(about.substr(4));
    for (const auto slot : subjects.slots_of(finding))
        if (const auto& day = day_of(slot); std::find(result.begin(), result.end(), day) == result.end())
            result.push_back(day);
    return result;
}

std::string long_date(time::Date date) {
    if (!date.ok()) return "A day without a date";
    return fmt::format("{}, {} {} {}", time::weekday_name(date), static_cast<unsigned>(date.day()), month_name(date),
                       static_cast<int>(date.year()));
}

std::string short_date(time::Date date) {
    if (!date.ok()) return "a day without a date";
    return fmt::format("{} {} {}", time::weekday_name(date).substr(0, 3), static_cast<unsigned>(date.day()),
                       month_name(date));
}

} // namespace agenda::report::html
