// SPDX-License-Identifier: MIT
// The report for people: each finding as the best compilers show theirs, then what was counted, and the verdict in the
// last line.
#include "report/excerpt.hpp"
#include "report/style.hpp"
#include "report/wording.hpp"
#include "source/parallel.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <span>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;

class TextReport {
public:
    TextReport(const Report& report, std::ostream& out) : report_(report), out_(out), style_(report.color) {}

    void write() {
        std::vector<Told> told;
        for (const auto& agenda : report_.agendas)
            for (const auto& finding : agenda.result.findings)
                if (report_.tells(agenda, finding)) told.push_back({&finding, &agenda.text_of(finding)});
        constexpr std::size_t at_once = 2'048; // a megabyte or two
        for (std::size_t from = 0; from < told.size(); from += at_once)
            write(std::span{told}.subspan(from, std::min(at_once, told.size() - from)));
        if (!report_.quiet)
            for (const auto& agenda : report_.agendas) summary(agenda);
        last_lines();
        out_ << written_;
    }

private:
    /// A finding, and the text in which it is.
    struct Told {
        const Finding* finding;
        const source::Text* text;
    };

    /// On all processors, in pieces that are put together in their order.
    void write(std::span<const Told> findings) {
        constexpr std::size_t in_piece = 32;
        std::vector<std::string> pieces((findings.size() + in_piece - 1) / in_piece);
        source::in_parallel(pieces.size(), [&](std::size_t i) {
            TextReport piece{report_, out_};
            for (const auto& one : findings.subspan(i * in_piece, std::min(in_piece, findings.size() - i * in_piece)))
                piece.write(*one.finding, *one.text);
            pieces[i] = std::move(piece.written_);
        });
        for (const auto& piece : pieces) out_ << piece;
    }

    std::string shown(std::string_view text) const {
        return report_.ascii ? source::ascii(source::visible(text)) : source::visible(text);
    }
    void write_shown(std::string_view text) {
        if (report_.ascii)
            written_ += source::ascii(source::visible(text));
        else
            source::add_visible(text, written_);
    }
    std::string path(const source::Text& text) const {
        return report_.ascii ? source::ascii(shown_path(text.name())) : shown_path(text.name());
    }

    template <class... Parts> void print(fmt::format_string<Parts...> text, Parts&&... parts) {
        fmt::format_to(std::back_inserter(written_), text, std::forward<Parts>(parts)...);
    }

    /// Where a finding is and what it relates: with excerpts, where those are few.
    struct Places {
        source::Position at;
        std::vector<Excerpt> excerpts;         ///< of the finding, and of the related where they are few
        std::vector<source::Position> related; ///< where they are too many for excerpts
    };

    /// Sets the margin, too, which is as wide as the number of the last line.
    Places places_of(const Finding& finding, const source::Text& text) {
        Places places{text.position(finding.draft.at.offset, source::Unit::code_points), {}, {}};
        const auto& all_related = finding.draft.related;
        places.excerpts.reserve(1 + most_excerpts);
        places.excerpts.push_back(excerpt(text, finding.draft.at, report_.ascii));
        auto last_line = places.at.line;
        for (const auto& related : all_related) {
            const auto& file = text_of(related, text);
            if (all_related.size() <= most_excerpts) {
                places.excerpts.push_back(excerpt(file, related.at, report_.ascii));
                last_line = std::max(last_line, places.excerpts.back().line);
            } else {
                places.related.push_back(file.position(related.at.offset, source::Unit::code_points));
                last_line = std::max(last_line, places.related.back().line);
            }
        }
        margin_ = std::to_string(last_line).size();
        return places;
    }

    void write(const Finding& finding, const source::Text& text) {
        const auto places = places_of(finding, text);
        const auto* const state = finding.state == finding::State::accepted    ? "accepted "
                                  : finding.state == finding::State::baselined ? "known "
                                                                               : "";
        written_ += style_.severity(finding.severity,
                                    fmt::format("{}{}[{}]", state, finding::name_of(finding.severity), finding.rule));
        written_ += style_.bold(": " + shown(finding.message()));
        written_ += '\n';
        arrow(path(text) + ':', places.at);
        written_ += '\n';
        empty_margin();
        marked(places.excerpts.front(), '^', finding.draft.label);
        write_related(finding, places);
        write_notes(finding);
        written_ += '\n';
    }

    void write_related(const Finding& finding, const Places& places) {
        for (std::size_t i = 0; i < finding.draft.related.size(); ++i) {
            const auto& related = finding.draft.related[i];
            if (places.related.empty()) {
                elsewhere(related);
                marked(places.excerpts[i + 1], '-', related.label);
            } else {
                arrow(related.file ? path(*related.file) + ':' : "", places.related[i]);
                written_ += ": ";
                write_shown(related.label);
                written_ += '\n';
            }
        }
    }

    void write_notes(const Finding& finding) {
        const auto notes = finding.notes();
        const auto help = finding.help();
        if (!notes.empty() || !help.empty() || finding.state == finding::State::accepted) empty_margin();
        for (const auto& note : notes) line("", note);
        if (finding.state == finding::State::accepted) line("", "accepted: " + acceptance(finding));
        if (!help.empty()) line(style_.bold("help:") + " ", help);
    }

    /// Begins a related place: with its file, where that is another one.
    void elsewhere(const finding::Related& related) {
        if (!related.file) return empty_margin();
        arrow(path(*related.file) + ':', related.file->position(related.at.offset, source::Unit::code_points));
        written_ += '\n';
    }

    void margin(std::size_t blanks, std::string_view sign) {
        written_.append(blanks, ' ');
        written_ += style_.margin(sign);
    }

    void arrow(std::string_view file, const source::Position& place) {
        margin(margin_, "-->");
        written_ += ' ';
        written_ += file;
        written_ += std::to_string(place.line) + ':' + std::to_string(place.column);
    }

    void empty_margin() {
        margin(margin_ + 1, "|");
        written_ += '\n';
    }

    void line(std::string_view head, std::string_view text) {
        margin(margin_ + 1, "=");
        written_ += ' ';
        written_ += head;
        write_shown(text);
        written_ += '\n';
    }

    void marked(const Excerpt& excerpt, char mark, std::string_view label) {
        const auto number = std::to_string(excerpt.line);
        written_ += style_.margin(std::string(margin_ - number.size(), ' ') + number + " |");
        if (!excerpt.text.empty()) (written_ += ' ') += excerpt.text;
        written_ += '\n';
        margin(margin_ + 1, "|");
        written_.append(1 + excerpt.indent, ' ').append(excerpt.width, mark);
        if (!label.empty()) {
            written_ += ' ';
            write_shown(label);
        }
        written_ += '\n';
    }

    void summary(const CheckedAgenda& checked) {
        const auto& agenda = checked.loaded.agenda;
        if (!checked.loaded.whole()) {
            const auto& [why, rule] = *checked.loaded.unread;
            print("{}: {} ({}), so that only the faults of the file itself are told\n", path(*checked.loaded.text),
                  shown(why), rule);
            return;
        }
        const auto profiles = checked.profiles.empty() ? std::string{"no profile"}
                                                       : fmt::format("profile {}", fmt::join(checked.profiles, " + "));
        const auto findings = report_.agendas.size() == 1
                                  ? std::string{}
                                  : fmt::format("; {}", counted(gate::totals(checked.result.findings)));
        print("{}: {}, {}, {}; {}{}\n", path(*checked.loaded.text), counted(agenda.days.size(), "day"),
              counted(agenda.slots.size(), "slot"), counted(agenda.people.size(), "person", "people"), profiles,
              findings);
        for (const auto& remark : remarks_on(checked)) print("  {}\n", remark);
        for (const auto& one : not_checked(checked)) {
            const auto& slot = agenda.slots[one.slot];
            const auto at = checked.loaded.text->position(slot.time_at.offset, source::Unit::code_points);
            print("  not checked: `{}` (line {}), which has no time that can be used{}, by {}\n", shown(slot.id),
                  at.line, one.cause.empty() ? "" : " (" + one.cause + ")", fmt::join(one.rules, ", "));
        }
    }

    void last_lines() {
        const auto totals = report_.totals();
        if (totals.accepted > 0)
            print("{} accepted{}\n", counted(totals.accepted, "finding"),
                  report_.show_accepted ? "" : " (--show-accepted tells which)");
        if (totals.baselined > 0)
            print("{} known before{}\n", counted(totals.baselined, "finding"),
                  report_.show_accepted ? "" : " (--show-accepted tells which)");
        if (const auto hidden = hidden_count(); hidden > 0)
            print("{} below the threshold, not shown (--quiet)\n", counted(hidden, "finding"));
        const auto text = verdict(report_);
        print("{}\n", report_.failed() ? style_.severity(Severity::error, text) : style_.bold(text));
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
    std::ostream& out_; ///< not for what writes a finding: that runs on several threads
    Style style_;
    std::string written_; ///< and not yet in the stream
    std::size_t margin_ = 1;
};

} // namespace

void write_text(const Report& report, std::ostream& out) { TextReport{report, out}.write(); }

} // namespace agenda::report
