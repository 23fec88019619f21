// SPDX-License-Identifier: MIT
// The timetable. Times become style properties in minutes, from which timetable.css makes places; so the picture is to
// scale on a screen and on paper.
#include "report/html/sections.hpp"
#include "report/schedule.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

using finding::Severity;
using time::Clock;
using time::ClockRange;

constexpr std::size_t most_lanes_side_by_side = 2; // of a day that stands beside another
constexpr std::size_t most_lanes_on_paper = 6;     // of more the table is printed alone
constexpr double line_height = 19;                 // pixels of a line of text in a block, as in timetable.css; so below
constexpr double small_line = 13;
constexpr double paper_height = 560; // of a day, and of a line in it, as in print.css
constexpr double paper_line = 12;

long long minutes_of(Clock clock) { return clock.since_midnight.count(); }

/// Pixels a minute: such that nine slots in ten have room for a line, and the shortest for one in small letters, within
/// limits that keep a day on a screen.
double scale_of(const View& view) {
    std::vector<long long> lengths;
    for (const auto& slot : view.agenda.slots)
        if (slot.clock && !slot.clock->empty())
            lengths.push_back(minutes_of(slot.clock->end) - minutes_of(slot.clock->start));
    if (lengths.empty()) return 1;
    const auto tenth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 10);
    std::nth_element(lengths.begin(), tenth, lengths.end());
    const auto shortest = *std::min_element(lengths.begin(), tenth + 1);
    return std::clamp(std::max(line_height / static_cast<double>(*tenth), small_line / static_cast<double>(shortest)),
                      1.0, 2.5);
}

class Timetable {
public:
    Timetable(const View& view, Markup& page) : view_(view), page_(page), scale_(scale_of(view)) {}

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
        const auto date = title_of(day);
        date_ = day.date;
        if (!day.clock.empty())
            paper_scale_ = std::min(
                scale_, paper_height / static_cast<double>(minutes_of(day.clock.end) - minutes_of(day.clock.start)));
        const bool wide = day.lanes.size() > most_lanes_side_by_side;
        const bool many = day.lanes.size() > most_lanes_on_paper;
        page_.raw("<section class=\"day").raw(many ? " wide many" : wide ? " wide" : "").raw("\" data-date=\"");
        page_.text(called(view_.agenda.days[day.headers.front()])).raw("\">\n<h4>").text(long_date(day.date));
        for (const auto header : day.headers)
            if (const auto& label = view_.agenda.days[header].label; !label.empty())
                page_.raw(" <span class=\"label\">").text(label).raw("</span>");
        page_.raw("</h4>\n");
        if (!day.lanes.empty()) write_picture(day, date);
        write_unplaced(day);
        page_.raw("</section>\n");
    }

    void write_picture(const DayPicture& day, std::string_view date) {
        page_.raw("<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"").text(date);
        page_.raw(fmt::format(", to scale\" style=\"--from:{};--to:{};--lanes:{}\">\n", minutes_of(day.clock.start),
                              minutes_of(day.clock.end), day.lanes.size()));
        page_.raw("<ol class=\"hours\" aria-hidden=\"true\">");
        for (auto hour = minutes_of(day.clock.start); hour <= minutes_of(day.clock.end); hour += 60)
            page_.raw(
                fmt::format("<li style=\"--s:{}\">{}</li>", hour, time::format_clock(Clock{time::minutes{hour}})));
        page_.raw("</ol>\n");
        for (std::size_t i = 0; i < day.lanes.size(); ++i) {
            const auto& lane = day.lanes[i];
            page_.raw(fmt::format("<div class=\"place\" style=\"--lane:{}\">", i));
            if (!lane.name.empty()) page_.raw("<p>").text(lane.name).raw("</p>");
            write_lane(lane.blocks, lane.gaps, lane.name);
            page_.raw("</div>\n");
        }
        if (!day.shared.empty()) {
            page_.raw("<div class=\"everyone\">");
            write_lane(day.shared, {}, "for everyone");
            page_.raw("</div>\n");
        }
        page_.raw("</div>\n");
    }

    void write_lane(const std::vector<Block>& blocks, const std::vector<ClockRange>& gaps, std::string_view name) {
        page_.raw("<ol class=\"lane\"");
        if (!name.empty()) page_.raw(" aria-label=\"").text(name).raw("\"");
        page_.raw(">\n");
        auto gap = gaps.begin();
        for (const auto& block : blocks) {
            for (; gap != gaps.end() && gap->start < block.clock.start; ++gap) write_gap(*gap);
            write(block);
        }
        for (; gap != gaps.end(); ++gap) write_gap(*gap);
        page_.raw("</ol>");
    }

    /// Minutes that pass between two times of day: not what the clock shows where it is put forward or back between.
    long long free_minutes(const ClockRange& gap) const {
        if (!date_.ok()) return minutes_of(gap.end) - minutes_of(gap.start);
        return time::whole_minutes(instant_at(view_.agenda, date_, gap.end) -
                                   instant_at(view_.agenda, date_, gap.start))
            .count();
    }

    void write_gap(const ClockRange& gap) {
        const auto length = minutes_of(gap.end) - minutes_of(gap.start);
        const bool readable = static_cast<double>(length) * scale_ >= line_height;
        page_.raw(fmt::format("<li class=\"gap\" style=\"--s:{};--e:{}\"><span{}>{} min free</span></li>\n",
                              minutes_of(gap.start), minutes_of(gap.end), readable ? "" : " class=\"unseen\"",
                              free_minutes(gap)));
    }

    void write(const Block& block) {
        const auto& slot = view_.agenda.slots[block.slot];
        const auto from = minutes_of(block.clock.start), to = minutes_of(block.clock.end);
        const auto lines = static_cast<double>(to - from) * scale_ / line_height;
        page_.raw("<li class=\"slot ").raw(name_of(slot.kind_class()));
        if (slot.cancelled) page_.raw(" cancelled");
        if (slot.optional) page_.raw(" optional");
        if (block.collides) page_.raw(" collides");
        page_.raw(lines < 1 ? " one-line small" : lines < 2 ? " one-line" : "");
        if (static_cast<double>(to - from) * paper_scale_ < paper_line) page_.raw(" small-on-paper");
        page_.raw("\" id=\"").raw(view_.anchor(block.slot));
        page_.raw("\" data-start=\"").number(from).raw("\" data-end=\"").number(to);
        page_.raw("\" style=\"--s:").number(from).raw(";--e:").number(to);
        if (block.columns > 1) page_.raw(fmt::format(";--i:{};--n:{}", block.column, block.columns));
        page_.raw("\"><div class=\"words\">");
        write_badges(view_, block.slot, true, page_);
        page_.raw("<span class=\"when\">").raw(time::format_clock(block.clock.start)).raw("<span class=\"till\">-");
        page_.raw(time::format_clock(block.clock.end)).raw("</span></span> <span class=\"what\">");
        page_.text(title_text(slot)).raw("</span>");
        write_notes(slot);
        page_.raw("</div></li>\n");
    }

    void write_notes(const Slot& slot) {
        const auto note = [&](std::string_view what) { page_.raw(" <span class=\"note\">").text(what).raw("</span>"); };
        if (slot.cancelled) note("cancelled");
        if (slot.optional) note("optional");
        if (slot.status == SlotStatus::tentative) note("tentative");
        // "Registration registration" says nothing more.
        const bool said = source::lowered(slot.title.value).find(slot.kind) != std::string::npos;
        if (!slot.is_programme() && !said) note(slot.kind);
    }

    void write_unplaced(const DayPicture& day) {
        if (day.unplaced.empty()) return;
        page_.raw("<p>Without a time that can be used:</p>\n<ul class=\"unplaced\">\n");
        for (const auto slot : day.unplaced) {
            page_.raw("<li class=\"slot\" id=\"")
                .raw(view_.anchor(slot))
                .raw("\">")
                .text(title_text(view_.agenda.slots[slot]));
            write_badges(view_, slot, true, page_);
            page_.raw("</li>\n");
        }
        page_.raw("</ul>\n");
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
        write_notes(slot);
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
    time::Date date_;        ///< of the day that is drawn
    double paper_scale_ = 1; ///< its pixels a minute in print
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
        if (tell) page.raw("\" title=\"").raw(severity).raw(": ").text(finding->message);
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
