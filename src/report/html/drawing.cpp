// SPDX-License-Identifier: MIT
#include "report/html/drawing.hpp"
#include "report/html/sections.hpp"
#include "report/schedule.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

using time::Clock;
using time::ClockRange;

constexpr double paper_height = 560; // pixels of a day, and of a line in it, as in print.css
constexpr double paper_line = 12;

class Drawing {
public:
    Drawing(const View& view, const DayPicture& day, double scale, Markup& page)
        : view_(view), day_(day), page_(page), scale_(scale),
          paper_scale_(std::min(
              scale, paper_height / static_cast<double>(minutes_of(day.clock.end) - minutes_of(day.clock.start)))) {}

    void write(std::string_view title) {
        page_.raw("<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"").text(title);
        page_.raw(fmt::format(", to scale\" style=\"--from:{};--to:{};--lanes:{}\">\n", minutes_of(day_.clock.start),
                              minutes_of(day_.clock.end), day_.lanes.size()));
        page_.raw("<ol class=\"hours\" aria-hidden=\"true\">");
        for (auto hour = minutes_of(day_.clock.start); hour <= minutes_of(day_.clock.end); hour += 60)
            page_.raw(
                fmt::format("<li style=\"--s:{}\">{}</li>", hour, time::format_clock(Clock{time::minutes{hour}})));
        page_.raw("</ol>\n");
        for (std::size_t i = 0; i < day_.lanes.size(); ++i) {
            const auto& lane = day_.lanes[i];
            page_.raw(fmt::format("<div class=\"place\" style=\"--lane:{}", i));
            if (const auto columns = columns_of(lane); columns > 1) page_.raw(fmt::format(";--columns:{}", columns));
            page_.raw("\">");
            if (!lane.name.empty()) page_.raw("<p>").text(lane.name).raw("</p>");
            write_lane(lane.blocks, lane.gaps, lane.name);
            page_.raw("</div>\n");
        }
        if (!day_.shared.empty()) {
            page_.raw("<div class=\"everyone\">");
            write_lane(day_.shared, {}, "for everyone");
            page_.raw("</div>\n");
        }
        page_.raw("</div>\n");
    }

private:
    static std::uint32_t columns_of(const Lane& lane) {
        std::uint32_t most = 1;
        for (const auto& block : lane.blocks) most = std::max(most, block.columns);
        return most;
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
        if (!day_.date.ok()) return minutes_of(gap.end) - minutes_of(gap.start);
        return time::whole_minutes(instant_at(view_.agenda, day_.date, gap.end) -
                                   instant_at(view_.agenda, day_.date, gap.start))
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
        if (const auto* mark = view_.mark(block.slot)) page_.raw(" ").raw(mark->classes);
        page_.raw("\" id=\"").raw(view_.anchor(block.slot));
        page_.raw("\" data-start=\"").number(from).raw("\" data-end=\"").number(to);
        page_.raw("\" style=\"--s:").number(from).raw(";--e:").number(to);
        if (block.columns > 1) page_.raw(fmt::format(";--i:{};--n:{}", block.column, block.columns));
        page_.raw("\"><div class=\"words\">");
        write_badges(view_, block.slot, true, page_);
        write_mark(view_, block.slot, page_);
        page_.raw("<span class=\"when\">").raw(time::format_clock(block.clock.start)).raw("<span class=\"till\">-");
        page_.raw(time::format_clock(block.clock.end)).raw("</span></span> <span class=\"what\">");
        page_.text(title_text(slot)).raw("</span>");
        write_notes(slot, page_);
        page_.raw("</div></li>\n");
    }

    const View& view_;
    const DayPicture& day_;
    Markup& page_;
    double scale_, paper_scale_; ///< pixels a minute, on a screen and in print
};

} // namespace

void write_picture(const View& view, const DayPicture& day, std::string_view title, double scale, Markup& page) {
    Drawing{view, day, scale, page}.write(title);
}

double scale_of(std::initializer_list<const View*> views) {
    std::vector<long long> lengths;
    for (const auto* view : views)
        for (const auto& slot : view->agenda.slots)
            if (slot.clock && !slot.clock->empty())
                lengths.push_back(minutes_of(slot.clock->end) - minutes_of(slot.clock->start));
    if (lengths.empty()) return 1;
    const auto tenth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 10);
    std::nth_element(lengths.begin(), tenth, lengths.end());
    const auto shortest = *std::min_element(lengths.begin(), tenth + 1);
    return std::clamp(std::max(line_height / static_cast<double>(*tenth), small_line / static_cast<double>(shortest)),
                      1.0, 2.5);
}

void write_unplaced(const View& view, const DayPicture& day, Markup& page) {
    if (day.unplaced.empty()) return;
    page.raw("<p>Without a time that can be used:</p>\n<ul class=\"unplaced\">\n");
    for (const auto slot : day.unplaced) {
        page.raw("<li class=\"slot");
        if (const auto* mark = view.mark(slot)) page.raw(" ").raw(mark->classes);
        page.raw("\" id=\"").raw(view.anchor(slot)).raw("\">");
        write_mark(view, slot, page);
        page.text(title_text(view.agenda.slots[slot])).raw(" ");
        write_badges(view, slot, true, page);
        page.raw("</li>\n");
    }
    page.raw("</ul>\n");
}

void write_notes(const Slot& slot, Markup& page) {
    const auto note = [&](std::string_view what) { page.raw(" <span class=\"note\">").text(what).raw("</span>"); };
    if (slot.cancelled) note("cancelled");
    if (slot.optional) note("optional");
    if (slot.status == SlotStatus::tentative) note("tentative");
    // "Registration registration" says nothing more.
    const bool said = source::lowered(slot.title.value).find(slot.kind) != std::string::npos;
    if (!slot.is_programme() && !said) note(slot.kind);
}

void write_mark(const View& view, SlotIndex slot, Markup& page) {
    const auto* mark = view.mark(slot);
    if (!mark) return;
    page.raw("<a class=\"mark\" href=\"#").raw(mark->change).raw("\" title=\"").text(mark->words);
    page.raw("\"><span class=\"sign\" aria-hidden=\"true\">").raw(mark->signs).raw("</span><span class=\"says\">");
    page.text(mark->words).raw("</span></a> ");
}

} // namespace agenda::report::html
