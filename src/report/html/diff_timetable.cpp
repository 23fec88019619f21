// SPDX-License-Identifier: MIT
// Both timetables: a day's two pictures beside each other, to one scale and with the same hours, and a strip between
// them in which a line joins each slot that stands at another time. Where a day has many lanes they stand one above the
// other, without lines.
#include "report/html/diff_sections.hpp"
#include "report/html/drawing.hpp"
#include "report/schedule.hpp"
#include "report/wording.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

constexpr std::size_t most_lanes_beside = 4;     // of a picture that stands beside another
constexpr std::size_t most_lanes_with_words = 2; // of more the marks are signs until they are pointed at

class Timetables {
public:
    Timetables(const Sides& sides, Markup& page)
        : sides_(sides), page_(page), scale_(scale_of({&sides.before, &sides.after})) {}

    void write(const std::vector<ComparedDay>& days) {
        page_.raw("<section class=\"timetable\">\n<h3 id=\"timetable\">Both timetables</h3>\n");
        if (!sides_.before.marks.empty() || !sides_.after.marks.empty())
            page_.raw("<p class=\"legend\">").raw(legend()).raw("</p>\n");
        page_.raw(fmt::format("<div class=\"days compared\" style=\"--scale:{:.2f}\">\n", scale_));
        for (const auto& day : days) write(day);
        page_.raw("</div>\n</section>\n");
    }

private:
    static std::size_t lanes(const DayPicture* day) { return day ? day->lanes.size() : 0; }

    void write(const ComparedDay& day) {
        const auto most = std::max(lanes(day.before), lanes(day.after));
        page_.raw("<section class=\"pair ").raw(most > most_lanes_beside ? "stacked wide" : "beside");
        if (most > most_lanes_with_words) page_.raw(" crowded");
        if (most > most_lanes_on_paper) page_.raw(" many");
        if ((day.before && is_named(*day.before)) || (day.after && is_named(*day.after))) page_.raw(" named");
        page_.raw("\">\n<h4>");
        write_dates(day);
        page_.raw("</h4>\n");
        const auto& clock = (day.before ? day.before : day.after)->clock;
        page_.raw(fmt::format("<div class=\"sides\" style=\"--from:{};--to:{}\">\n", minutes_of(clock.start),
                              minutes_of(clock.end)));
        write_side(sides_.before, day.before, "before", "Before", "This day is new.");
        if (most <= most_lanes_beside) write_lines(day, clock);
        write_side(sides_.after, day.after, "after", "After", "This day is gone.");
        page_.raw("</div>\n");
        if (most > most_lanes_on_paper)
            page_.raw("<p class=\"on-paper\">A day in so many places is shown on a screen only; what changed is listed "
                      "above.</p>\n");
        page_.raw("</section>\n");
    }

    void write_dates(const ComparedDay& day) {
        if (day.before) write_date(sides_.before, *day.before);
        if (day.after &&
            (!day.before || date_text(sides_.before, *day.before) != date_text(sides_.after, *day.after))) {
            if (day.before) page_.raw(" <span aria-label=\"becomes\" role=\"img\">→</span> ");
            write_date(sides_.after, *day.after);
        }
    }
    static std::string labels_of(const View& view, const DayPicture& day) {
        std::string result;
        for (const auto header : day.headers)
            if (const auto& label = view.agenda.days[header].label; !label.empty())
                result += (result.empty() ? "" : ", ") + label;
        return result;
    }
    static std::string date_text(const View& view, const DayPicture& day) {
        return long_date(day.date) + ", " + labels_of(view, day);
    }
    void write_date(const View& view, const DayPicture& day) {
        page_.raw(long_date(day.date));
        if (const auto labels = labels_of(view, day); !labels.empty())
            page_.raw(" <span class=\"label\">").text(labels).raw("</span>");
    }

    void write_side(const View& view, const DayPicture* day, std::string_view name, std::string_view heading,
                    std::string_view missing) {
        page_.raw("<div class=\"side ").raw(name).raw("\">\n<p class=\"which\"><b>").raw(heading).raw("</b> ");
        page_.raw(day ? counted(day->slots.size(), "slot") : missing).raw("</p>\n");
        if (day && !day->lanes.empty())
            write_picture(view, *day, fmt::format("{}: {}", heading, long_date(day->date)), scale_, page_);
        if (day) write_unplaced(view, *day, page_);
        page_.raw("</div>\n");
    }

    /// What the lines show is said in words by the marks of the slots and in the list of the changes.
    void write_lines(const ComparedDay& day, const time::ClockRange& clock) {
        const auto from = minutes_of(clock.start), height = minutes_of(clock.end) - from;
        page_.raw("<div class=\"strip\">");
        if (!day.lines.empty()) {
            page_.raw(fmt::format("<svg class=\"moves\" viewBox=\"0 0 100 {}\" preserveAspectRatio=\"none\" "
                                  "aria-hidden=\"true\" focusable=\"false\">\n",
                                  height));
            for (const auto& line : day.lines) write(line, from);
            page_.raw("</svg>");
        }
        page_.raw("</div>\n");
    }

    void write(const Line& line, long long from) {
        const auto a = minutes_of(line.was.start) - from, b = minutes_of(line.is.start) - from;
        const auto a_end = minutes_of(line.was.end) - from, b_end = minutes_of(line.is.end) - from;
        const auto* mark = sides_.after.mark(line.after);
        page_.raw("<g class=\"").raw(mark ? mark->classes : "").raw("\" data-before=\"");
        page_.raw(sides_.before.anchor(line.before)).raw("\" data-after=\"").raw(sides_.after.anchor(line.after));
        page_.raw("\"><title>").raw(sides_.after.name(line.after)).raw(": ").raw(time::format_range(line.was));
        page_.raw(" → ").raw(time::format_range(line.is)).raw("</title>");
        page_.raw(fmt::format("<path d=\"M0 {}L100 {}V{}L0 {}Z\"/>", a, b, b_end, a_end));
        page_.raw(fmt::format("<line x1=\"0\" y1=\"{}\" x2=\"100\" y2=\"{}\"/>", a, b));
        if (a_end - a != b_end - b)
            page_.raw(fmt::format("<line class=\"end\" x1=\"0\" y1=\"{}\" x2=\"100\" y2=\"{}\"/>", a_end, b_end));
        page_.raw("</g>\n");
    }

    const Sides& sides_;
    Markup& page_;
    double scale_;
};

} // namespace

void write_both_timetables(const Sides& sides, const std::vector<ComparedDay>& days, Markup& page) {
    if (!days.empty()) Timetables{sides, page}.write(days);
}

} // namespace agenda::report::html
