// SPDX-License-Identifier: MIT
// The timetable: the days as pictures beside one another, then each as a table.
#include "report/html/drawing.hpp"
#include "report/html/sections.hpp"
#include "report/schedule.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

using finding::Severity;

constexpr std::size_t most_lanes_side_by_side = 2; // of a day that stands beside another

class Timetable {
public:
    Timetable(const View& view, Markup& page) : view_(view), page_(page), scale_(scale_of({&view})) {}

    void write() {
        page_.raw("<section class=\"timetable\">\n<h3 id=\"")
            .raw(view_.anchor("timetable"))
            .raw("\">Timetable</h3>\n<div class=\"days\" style=\"--scale:");
        page_.raw(fmt::format("{:.2f}", scale_)).raw("\">\n");
        for (const auto& day : view_.days) write(day);
        page_.raw("</div>\n");
        for (const auto& day : view_.days)
            if (!day.slots.empty()) write_table(day);
        page_.raw("</section>\n");
    }

private:
    void write(const DayPicture& day) {
        const bool wide = day.lanes.size() > most_lanes_side_by_side;
        const bool many = day.lanes.size() > most_lanes_on_paper;
        page_.raw("<section class=\"day").raw(many ? " wide many" : wide ? " wide" : "");
        page_.raw(is_named(day) ? " named" : "").raw("\" data-date=\"");
        page_.text(called(view_.agenda.days[day.headers.front()])).raw("\">\n<h4>").text(long_date(day.date));
        for (const auto header : day.headers)
            if (const auto& label = view_.agenda.days[header].label; !label.empty())
                page_.raw(" <span class=\"label\">").text(label).raw("</span>");
        page_.raw("</h4>\n");
        if (!day.lanes.empty()) write_picture(view_, day, title_of(day), scale_, page_);
        write_unplaced(view_, day, page_);
        page_.raw("</section>\n");
    }

    bool has_place(SlotIndex slot) const { return place_of(view_.agenda, view_.agenda.slots[slot]) != Place{}; }

    /// "Thursday, 9 July 2009, DAY I".
    std::string title_of(const DayPicture& day) const {
        auto title = long_date(day.date);
        for (const auto header : day.headers)
            if (const auto& label = view_.agenda.days[header].label; !label.empty()) title += ", " + label;
        return title;
    }

    void write_table(const DayPicture& day) {
        const auto date = title_of(day);
        const bool places =
            std::any_of(day.slots.begin(), day.slots.end(), [&](SlotIndex slot) { return has_place(slot); });
        page_.raw("<details class=\"as-table\"><summary>").text(date).raw(" as a table</summary>\n");
        page_.raw("<table class=\"programme\"><caption>").text(date).raw("</caption>\n<thead><tr>");
        for (const auto* column : {"Time", "Slot", "Place", "People", "Findings"})
            if (places || std::string_view{column} != "Place")
                page_.raw("<th scope=\"col\" class=\"in-").raw(column).raw("\">").raw(column).raw("</th>");
        page_.raw("</tr></thead>\n<tbody>\n");
        for (const auto slot : day.slots) write_row(slot, places);
        page_.raw("</tbody></table></details>\n");
    }

    void write_row(SlotIndex index, bool places) {
        const auto& slot = view_.agenda.slots[index];
        page_.raw("<tr><td class=\"when\">");
        page_.raw(time_text(slot));
        page_.raw("</td><th scope=\"row\">").text(title_text(slot));
        write_notes(slot, page_);
        page_.raw("</th>");
        if (places) {
            page_.raw("<td>");
            if (has_place(index)) page_.text(place_text(view_.agenda, place_of(view_.agenda, slot)));
            page_.raw("</td>");
        }
        page_.raw("<td>");
        write_people_of(slot);
        page_.raw("</td><td>");
        write_badges(view_, index, false, page_);
        page_.raw("</td></tr>\n");
    }

    void write_people_of(const Slot& slot) {
        bool first = true;
        for (const auto& appearance : slot.people) {
            if (!first) page_.raw(", ");
            first = false;
            page_.text(person_text(view_.agenda, appearance));
        }
    }

    const View& view_;
    Markup& page_;
    double scale_;
};

} // namespace

std::string_view sign_of(Severity severity) {
    return severity == Severity::error ? "✖" : severity == Severity::warning ? "▲" : "●";
}

void write_badges(const View& view, SlotIndex slot, bool tell, Markup& page) {
    auto findings = view.subjects.about(slot);
    if (findings.empty()) return;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    page.raw("<span class=\"badges\">");
    for (const auto* finding : findings) {
        const auto severity = finding::name_of(finding->severity);
        page.raw("<a class=\"badge ").raw(severity).raw("\" href=\"#").raw(view.anchor(*finding));
        if (tell) page.raw("\" title=\"").raw(severity).raw(": ").text(finding->message());
        page.raw("\">");
        page.raw(sign_of(finding->severity)).raw("<span class=\"unseen\">").raw(severity).raw(": ");
        page.raw(finding->rule).raw("</span></a>");
    }
    page.raw("</span>");
}

void write_timetable(const View& view, Markup& page) {
    if (!view.agenda.slots.empty()) Timetable{view, page}.write();
}

} // namespace agenda::report::html
