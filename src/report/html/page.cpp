// SPDX-License-Identifier: MIT
// The page of `check`: its frame from page.mustache, and in it the agendas' sections.
#include "report/html/frame.hpp"
#include "report/html/sections.hpp"
#include "report/wording.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace agenda::report {
namespace html {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::object;

data option(const std::string& value, const std::string& label, const std::string& slots = {}) {
    object result;
    result["value"] = value;
    result["label"] = label;
    result["slots"] = slots;
    return result;
}

/// The rules that found something.
list rule_options(const Report& report) {
    std::set<std::string_view> rules;
    for (const auto& agenda : report.agendas)
        for (const auto& finding : agenda.result.findings) rules.insert(finding.rule);
    list result;
    for (const auto rule : rules) result.push_back(option(std::string{rule}, std::string{rule}));
    return result;
}

/// Each date of any agenda, once.
list day_options(const std::vector<View>& views) {
    std::set<std::pair<std::string, std::string>> days;
    for (const auto& view : views)
        for (const auto& day : view.days)
            days.emplace(called(view.agenda.days[day.headers.front()]), long_date(day.date));
    list result;
    for (const auto& [value, label] : days) result.push_back(option(value, label));
    return result;
}

/// Everybody whom a slot names: findings about them, and about the slots that name them.
list person_options(const std::vector<View>& views) {
    std::vector<std::pair<std::string, object>> people;
    for (const auto& view : views) {
        std::vector<std::string> slots(view.agenda.people.size());
        for (const auto slot : view.agenda.slots.indices())
            for (const auto& one : view.agenda.slots[slot].people) {
                const auto add = [&](PersonIndex person) {
                    auto& all = slots[static_cast<std::size_t>(person)];
                    all += (all.empty() ? "" : " ") + view.anchor(std::to_string(static_cast<std::uint32_t>(slot)));
                };
                add(one.person);
                if (one.delivered_by) add(*one.delivered_by);
            }
        for (const auto person : view.agenda.people.indices())
            if (const auto& of_person = slots[static_cast<std::size_t>(person)]; !of_person.empty()) {
                const auto name = called(view.agenda.people[person]);
                object one;
                one["value"] = view.anchor(std::to_string(static_cast<std::uint32_t>(person)));
                one["label"] = name;
                one["slots"] = of_person;
                people.emplace_back(source::folded(name), std::move(one));
            }
    }
    std::stable_sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    list result;
    for (auto& [name, one] : people) result.push_back(data{std::move(one)});
    return result;
}

/// The text report's last line as a sentence.
std::string verdict_of(const Report& report) {
    auto sentence = verdict(report) + ".";
    sentence.front() = 'C';
    return sentence;
}

list counts_of(const gate::Totals& totals) {
    list result;
    const auto add = [&](std::string_view name, std::size_t number, std::string_view label,
                         std::string_view sign = {}) { result.push_back(total(name, number, label, sign)); };
    add("error", totals.error, totals.error == 1 ? "error" : "errors", sign_of(gate::Severity::error));
    add("warning", totals.warning, totals.warning == 1 ? "warning" : "warnings", sign_of(gate::Severity::warning));
    add("info", totals.info, totals.info == 1 ? "info" : "infos", sign_of(gate::Severity::info));
    if (totals.accepted > 0) add("accepted", totals.accepted, "accepted");
    if (totals.baselined > 0) add("known", totals.baselined, "known before");
    return result;
}

object frame_of(const Report& report, const std::vector<View>& views) {
    const auto totals = report.totals();
    const auto findings = totals.error + totals.warning + totals.info + totals.accepted;
    object frame;
    frame["what"] = "report";
    frame["title"] = views.size() == 1 ? title_of(views.front()) : counted(views.size(), "agenda");
    frame["verdict"] = verdict_of(report);
    frame["outcome"] = std::string{report.failed() ? "failed" : "passed"};
    frame["totals"] = data{counts_of(totals)};
    frame["accepted"] = totals.accepted > 0;
    frame["findings"] = findings > 0;
    frame["all"] = counted(findings, "finding");
    frame["rules"] = data{rule_options(report)};
    frame["days"] = data{day_options(views)};
    frame["people"] = data{person_options(views)};
    frame["version"] = report.version;
    frame["as-of"] = report.as_of ? data{time::format_date(*report.as_of)} : data{false};
    return frame;
}

void write_agenda(const View& view, const Report& report, Markup& page) {
    const auto& event = view.agenda.event;
    const auto& checked = view.checked;
    page.raw("<section class=\"agenda\">\n<h2 id=\"")
        .raw(view.anchor("agenda"))
        .raw(report.agendas.size() == 1 ? "\" class=\"unseen\">" : "\">")
        .text(title_of(view));
    if (report.agendas.size() > 1) page.raw(" <small>").text(checked.loaded.text->name()).raw("</small>");
    page.raw("</h2>\n<p class=\"event\">");
    for (const auto* part : {&event.series, &event.subtitle, &event.organizer, &event.venue})
        if (!part->empty()) page.raw("<span>").text(*part).raw("</span> ");
    page.raw("</p>\n<p class=\"facts\">");
    page.text(checked.loaded.text->name()).raw(event.final ? ", final" : "");
    if (!event.revision.empty()) page.raw(", revision ").text(event.revision);
    page.raw(": ").raw(counted(view.agenda.days.size(), "day")).raw(", ");
    page.raw(counted(view.agenda.slots.size(), "slot"))
        .raw(", ")
        .raw(counted(view.agenda.people.size(), "person", "people"));
    page.raw("; ").text(checked.profiles.empty() ? "no profile"
                                                 : fmt::format("profile {}", fmt::join(checked.profiles, " + ")));
    if (view.agenda.zone) page.raw("; time zone ").text(view.agenda.zone->name());
    for (const auto& remark : remarks_on(checked)) page.raw("; ").text(remark);
    page.raw("</p>\n");
    write_timetable(view, page);
    write_findings(view, page);
    write_unchecked(view, page);
    write_people(view, page);
    page.raw("</section>\n");
}

} // namespace
} // namespace html

void write_html(const Report& report, std::ostream& out) {
    std::vector<html::View> views;
    views.reserve(report.agendas.size());
    for (const auto& agenda : report.agendas)
        views.emplace_back(agenda, views.empty() ? std::string{} : fmt::format("{}:", views.size() + 1));
    html::write_framed("page.mustache", {}, html::frame_of(report, views), out, [&](html::Markup& page) {
        for (const auto& view : views) html::write_agenda(view, report, page);
        html::write_rules(report.rules, page);
    });
}

} // namespace agenda::report
