// SPDX-License-Identifier: MIT
// The report for people: each finding as the best compilers show theirs, then what was counted, and the verdict in the
// last line.
#include "report/excerpt.hpp"
#include "report/style.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;

class TextReport {
public:
    TextReport(const Report& report, std::ostream& out) : report_(report), out_(out), style_(report.color) {}

    void write() {
        for (const auto& agenda : report_.agendas)
            for (const auto& finding : agenda.result.findings)
                if (report_.tells(agenda, finding)) write(finding, agenda.text_of(finding));
        if (!report_.quiet)
            for (const auto& agenda : report_.agendas) summary(agenda);
        last_lines();
    }

private:
    std::string shown(std::string_view text) const {
        return report_.ascii ? source::ascii(source::visible(text)) : source::visible(text);
    }
    std::string path(const source::Text& text) const {
        return report_.ascii ? source::ascii(shown_path(text.name())) : shown_path(text.name());
    }

    void write(const Finding& finding, const source::Text& text) {
        const auto at = text.position(finding.draft.at.offset, source::Unit::code_points);
        const auto name = finding::name_of(finding.severity);
        const auto state = finding.state == finding::State::accepted    ? "accepted "
                           : finding.state == finding::State::baselined ? "known "
                                                                        : "";
        fmt::print(out_, "{}{}\n",
                   style_.severity(finding.severity, fmt::format("{}{}[{}]", state, name, finding.rule)),
                   style_.bold(": " + shown(finding.message())));
        margin_ = margin_width(finding, text);
        fmt::print(out_, "{:{}}{} {}:{}:{}\n", "", margin_, style_.margin("-->"), path(text), at.line, at.column);
        const bool short_list = finding.draft.related.size() <= most_excerpts;
        empty_margin();
        marked(excerpt(text, finding.draft.at, report_.ascii), '^', finding.draft.label);
        for (const auto& related : finding.draft.related) {
            if (short_list) {
                elsewhere(related);
                marked(excerpt(text_of(related, text), related.at, report_.ascii), '-', related.label);
            } else {
                const auto& file = text_of(related, text);
                const auto place = file.position(related.at.offset, source::Unit::code_points);
                fmt::print(out_, "{:{}}{} {}{}:{}: {}\n", "", margin_, style_.margin("-->"),
                           related.file ? path(file) + ":" : "", place.line, place.column, shown(related.label));
            }
        }
        const auto notes = finding.notes();
        const auto help = finding.help();
        if (!notes.empty() || !help.empty() || finding.state == finding::State::accepted) empty_margin();
        for (const auto& note : notes) line("=", shown(note));
        if (finding.state == finding::State::accepted) line("=", shown("accepted: " + acceptance(finding)));
        if (!help.empty()) line("=", style_.bold("help:") + " " + shown(help));
        out_ << '\n';
    }

    static std::size_t margin_width(const Finding& finding, const source::Text& text) {
        auto last = text.position(finding.draft.at.offset, source::Unit::bytes).line;
        for (const auto& related : finding.draft.related)
            last = std::max(last, text_of(related, text).position(related.at.offset, source::Unit::bytes).line);
        return std::to_string(last).size();
    }

    /// Begins a related place: with its file, where that is another one.
    void elsewhere(const finding::Related& related) {
        if (!related.file) return empty_margin();
        const auto at = related.file->position(related.at.offset, source::Unit::code_points);
        fmt::print(out_, "{:{}}{} {}:{}:{}\n", "", margin_, style_.margin("-->"), path(*related.file), at.line,
                   at.column);
    }

    void empty_margin() { fmt::print(out_, "{:{}} {}\n", "", margin_, style_.margin("|")); }

    void line(std::string_view sign, std::string_view text) {
        fmt::print(out_, "{:{}} {} {}\n", "", margin_, style_.margin(sign), text);
    }

    void marked(const Excerpt& excerpt, char mark, std::string_view label) {
        fmt::print(out_, "{}{}\n", style_.margin(fmt::format("{:>{}} |", excerpt.line, margin_)),
                   excerpt.text.empty() ? "" : " " + excerpt.text);
        const auto signs = std::string(excerpt.width, mark);
        fmt::print(out_, "{:{}} {} {:{}}{}{}\n", "", margin_, style_.margin("|"), "", excerpt.indent, signs,
                   label.empty() ? "" : " " + shown(label));
    }

    void summary(const CheckedAgenda& checked) {
        const auto& agenda = checked.loaded.agenda;
        if (!checked.loaded.whole()) {
            const auto& [why, rule] = *checked.loaded.unread;
            fmt::print(out_, "{}: {} ({}), so that only the faults of the file itself are told\n",
                       path(*checked.loaded.text), shown(why), rule);
            return;
        }
        const auto profiles = checked.profiles.empty() ? std::string{"no profile"}
                                                       : fmt::format("profile {}", fmt::join(checked.profiles, " + "));
        const auto findings = report_.agendas.size() == 1
                                  ? std::string{}
                                  : fmt::format("; {}", counted(gate::totals(checked.result.findings)));
        fmt::print(out_, "{}: {}, {}, {}; {}{}\n", path(*checked.loaded.text), counted(agenda.days.size(), "day"),
                   counted(agenda.slots.size(), "slot"), counted(agenda.people.size(), "person", "people"), profiles,
                   findings);
        for (const auto& remark : remarks_on(checked)) fmt::print(out_, "  {}\n", remark);
        for (const auto& one : not_checked(checked)) {
            const auto& slot = agenda.slots[one.slot];
            const auto at = checked.loaded.text->position(slot.time_at.offset, source::Unit::code_points);
            fmt::print(out_, "  not checked: `{}` (line {}), which has no time that can be used{}, by {}\n",
                       shown(slot.id), at.line, one.cause.empty() ? "" : " (" + one.cause + ")",
                       fmt::join(one.rules, ", "));
        }
    }

    void last_lines() {
        const auto totals = report_.totals();
        if (totals.accepted > 0)
            fmt::print(out_, "{} accepted{}\n", counted(totals.accepted, "finding"),
                       report_.show_accepted ? "" : " (--show-accepted tells which)");
        if (totals.baselined > 0)
            fmt::print(out_, "{} known before{}\n", counted(totals.baselined, "finding"),
                       report_.show_accepted ? "" : " (--show-accepted tells which)");
        if (const auto hidden = hidden_count(); hidden > 0)
            fmt::print(out_, "{} below the threshold, not shown (--quiet)\n", counted(hidden, "finding"));
        const auto text = verdict(report_);
        fmt::print(out_, "{}\n", report_.failed() ? style_.severity(Severity::error, text) : style_.bold(text));
    }

    /// Open findings that --quiet leaves out.
    std::size_t hidden_count() const {
        std::size_t count = 0;
        for (const auto& agenda : report_.agendas)
            for (const auto& finding : agenda.result.findings)
                if (finding.state == finding::State::open && !report_.tells(agenda, finding)) ++count;
        return count;
    }

    const Report& report_;
    std::ostream& out_;
    Style style_;
    std::size_t margin_ = 1;
};

} // namespace

void write_text(const Report& report, std::ostream& out) { TextReport{report, out}.write(); }

} // namespace agenda::report
