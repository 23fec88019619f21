// SPDX-License-Identifier: MIT
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>

namespace agenda::report {
namespace {

/// Of what the blocking findings are about, the rule that tells it: the first in the order of the findings.
std::map<std::string_view, std::string_view> causes_of(const CheckedAgenda& checked) {
    std::set<std::uint64_t> blocking;
    for (const auto& rule : checked.result.rules) blocking.insert(rule.blocked_by.begin(), rule.blocked_by.end());
    std::map<std::string_view, std::string_view> result;
    for (const auto& finding : checked.result.findings)
        if (blocking.contains(finding.fingerprint))
            for (const auto& about : finding.draft.about) result.try_emplace(about, finding.rule);
    return result;
}

} // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return count == 1     ? fmt::format("1 {}", one)
           : many.empty() ? fmt::format("{} {}s", count, one)
                          : fmt::format("{} {}", count, many);
}

std::string counted(const gate::Totals& totals) {
    return fmt::format("{}, {}, {}", counted(totals.error, "error"), counted(totals.warning, "warning"),
                       counted(totals.info, "info"));
}

std::string shown_path(std::string_view name) {
    auto shown = source::visible(name);
    if (shown.find("::") == std::string::npos) return shown;
    // Runners pass over blanks, of all scripts, before the two colons.
    const bool may_be_blank = shown.front() == ' ' || static_cast<unsigned char>(shown.front()) >= 0x80U;
    return shown.front() == ':' || may_be_blank ? "./" + shown : shown;
}

std::string verdict(const Report& report) {
    const auto threshold = report.fail_on();
    const auto fails_at = !threshold                            ? std::string{" (each fails at its own threshold)"}
                          : *threshold == gate::Severity::error ? std::string{}
                          : *threshold == gate::Severity::off
                              ? std::string{" (never fails)"}
                              : fmt::format(" (fails at {})", gate::name_of_threshold(*threshold));
    const auto files =
        report.agendas.size() == 1 ? std::string{} : fmt::format(" in {}", counted(report.agendas.size(), "agenda"));
    return fmt::format("{}: {}{}{}", report.failed() ? "check failed" : "check passed", counted(report.totals()), files,
                       fails_at);
}

std::string whole_message(const finding::Finding& finding) {
    auto message = source::visible(finding.message());
    for (const auto& note : finding.notes()) message += "\n" + source::visible(note);
    if (const auto help = finding.help(); !help.empty()) message += "\nhelp: " + source::visible(help);
    return message;
}

std::string acceptance(const finding::Finding& finding) {
    return finding.by.empty() ? finding.reason : fmt::format("{} ({})", finding.reason, finding.by);
}

std::vector<std::string> remarks_on(const CheckedAgenda& checked) {
    const auto& agenda = checked.loaded.agenda;
    std::vector<std::string> result;
    if (!checked.loaded.whole()) return result;
    if (agenda.floating())
        result.push_back(fmt::format("{}: times are compared as the clock on the wall shows them",
                                     agenda.event.timezone ? "the time zone is not known" : "no time zone is given"));
    const auto derived =
        std::count_if(agenda.slots.begin(), agenda.slots.end(), [](const Slot& slot) { return slot.id_derived; });
    if (derived > 0)
        result.push_back(fmt::format("{} made from number or title, since the file gives none",
                                     counted(static_cast<std::size_t>(derived), "slot's id is", "slots' ids are")));
    return result;
}

std::vector<NotChecked> not_checked(const CheckedAgenda& checked) {
    std::map<SlotIndex, std::vector<std::string>> by_slot;
    for (const auto& rule : checked.result.rules)
        for (const auto slot : rule.not_checked) by_slot[slot].push_back(rule.id);
    const auto causes = causes_of(checked);
    std::vector<NotChecked> result;
    for (auto& [slot, rules] : by_slot) {
        const auto cause = causes.find(checked.loaded.agenda.about(slot));
        result.push_back({slot, std::move(rules), cause == causes.end() ? "" : std::string{cause->second}});
    }
    return result;
}

} // namespace agenda::report
