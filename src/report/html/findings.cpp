// SPDX-License-Identifier: MIT
// Findings, by severity and in the order of the file, as the text report shows them; what could not be checked; and the
// rules.
#include "report/artifact_uri.hpp"
#include "report/excerpt.hpp"
#include "report/html/sections.hpp"
#include "report/wording.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::report::html {
namespace {

using finding::Severity;
using finding::State;

class Article {
public:
    Article(const View& view, Markup& page) : view_(view), page_(page) {}

    void write(const Finding& finding, const Finding* was) {
        const auto& text = view_.checked.text_of(finding);
        const auto severity = finding::name_of(finding.severity);
        const auto anchor = view_.anchor(finding);
        const bool accepted = finding.state == State::accepted;
        page_.raw("<article class=\"finding ").raw(severity).raw("\" id=\"").raw(anchor).raw("\" data-severity=\"");
        page_.raw(accepted ? "accepted" : severity).raw("\" data-rule=\"").raw(finding.rule).raw("\"");
        write_subjects(finding);
        page_.raw(">\n<h5><span class=\"level\">").raw(severity).raw("</span> ").message(finding.message());
        page_.raw(" <a class=\"anchor\" href=\"#")
            .raw(anchor)
            .raw("\" aria-label=\"Link to this finding\">#</a></h5>\n");
        if (was) write_earlier(*was);
        write_place(finding, text);
        page_.raw("<pre class=\"excerpt\">");
        write_excerpt(text, finding.draft.at, finding.draft.label);
        for (const auto& related : finding.draft.related) write_related(text, related, finding.draft.related.size());
        page_.raw("</pre>\n");
        if (const auto notes = finding.notes(); !notes.empty()) {
            page_.raw("<ul class=\"notes\">");
            for (const auto& note : notes) page_.raw("<li>").message(note).raw("</li>");
            page_.raw("</ul>\n");
        }
        if (accepted) write_reason(finding);
        if (const auto help = finding.help(); !help.empty())
            page_.raw("<p class=\"help\"><b>Help:</b> ").message(help, "code").raw("</p>\n");
        write_rule(finding);
        page_.raw("</article>\n");
    }

private:
    void write_earlier(const Finding& was) {
        page_.raw("<p class=\"was\"><b>Was:</b> ").raw(finding::name_of(was.severity)).raw(": ");
        page_.message(was.message()).raw("</p>\n");
    }

    /// What the filters ask for: days, and the numbers of slots and people.
    void write_subjects(const Finding& finding) {
        const auto list = [&](std::string_view name, const auto& values, auto write_one) {
            if (values.empty()) return;
            page_.raw(name);
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (i > 0) page_.raw(" ");
                write_one(values[i]);
            }
            page_.raw("\"");
        };
        const auto number = [&](auto index) {
            page_.raw(view_.anchor(std::to_string(static_cast<std::uint32_t>(index))));
        };
        list(" data-days=\"", view_.days_of(finding), [&](const std::string& day) { page_.text(day); });
        list(" data-slots=\"", view_.subjects.slots_of(finding), number);
        list(" data-people=\"", view_.people_of(finding), number);
    }

    void write_place(const Finding& finding, const source::Text& text) {
        const auto at = text.position(finding.draft.at.offset, source::Unit::code_points);
        page_.raw("<p class=\"at\"><span class=\"file\">").text(text.name()).raw(":").number(at.line);
        page_.raw(":").number(at.column).raw("</span>");
        for (const auto slot : view_.subjects.slots_of(finding)) {
            page_.raw(" ");
            write_slot_link(view_, slot, page_);
        }
        page_.raw("</p>\n");
    }

    void write_excerpt(const source::Text& text, source::Span span, std::string_view label) {
        const auto shown = excerpt(text, span);
        const std::string_view line = shown.text;
        page_.raw("<span class=\"line\">").number(shown.line).raw("</span> ");
        page_.text(line.substr(0, shown.mark.offset))
            .raw("<mark>")
            .text(line.substr(shown.mark.offset, shown.mark.length));
        page_.raw("</mark>").text(line.substr(shown.mark.end()));
        if (!label.empty()) page_.raw(" <span class=\"label\">← ").message(label).raw("</span>");
        page_.raw("\n");
    }

    void write_related(const source::Text& text, const finding::Related& related, std::size_t all) {
        if (all <= most_excerpts) return write_excerpt(text_of(related, text), related.at, shown_label(related));
        const auto at = text_of(related, text).position(related.at.offset, source::Unit::code_points);
        page_.raw("<span class=\"line\">").number(at.line).raw("</span> ");
        page_.message(shown_label(related)).raw("\n");
    }

    /// With the file, where it is another one.
    static std::string shown_label(const finding::Related& related) {
        return related.file ? related.label + " (" + related.file->name() + ")" : related.label;
    }

    void write_reason(const Finding& finding) {
        page_.raw("<p class=\"reason\"><b>Accepted:</b> ").text(acceptance(finding)).raw("</p>\n");
    }

    void write_rule(const Finding& finding) {
        page_.raw("<p class=\"rule\">Why, and by whose norm: <a href=\"#rule-").raw(finding.rule).raw("\">");
        page_.raw(finding.rule).raw("</a></p>\n");
    }

    const View& view_;
    Markup& page_;
};

class Findings {
public:
    Findings(const View& view, Markup& page) : view_(view), page_(page) {}

    void write() {
        page_.raw("<section class=\"findings\">\n<h3 id=\"").raw(view_.anchor("findings")).raw("\">Findings</h3>\n");
        for (const auto severity : {Severity::error, Severity::warning, Severity::info})
            group(State::open, severity, finding::name_of(severity));
        if (!written_) {
            const bool known = gate::totals(view_.checked.result.findings).baselined > 0;
            page_.raw(known ? "<p>Nothing was found that was not known before.</p>\n" : "<p>Nothing was found.</p>\n");
        }
        for (const auto severity : {Severity::error, Severity::warning, Severity::info})
            group(State::accepted, severity, "accepted " + std::string{finding::name_of(severity)});
        page_.raw("</section>\n");
    }

private:
    void group(State state, Severity severity, std::string_view name) {
        std::size_t count = 0;
        for (const auto& finding : view_.checked.result.findings)
            if (finding.state == state && finding.severity == severity) ++count;
        if (count == 0) return;
        written_ = true;
        page_.raw("<section class=\"group\">\n<h4>").raw(sign_of(severity)).raw(" <span>");
        page_.raw(counted(count, name)).raw("</span></h4>\n");
        for (const auto& finding : view_.checked.result.findings)
            if (finding.state == state && finding.severity == severity) write_finding(view_, finding, page_);
        page_.raw("</section>\n");
    }

    const View& view_;
    Markup& page_;
    bool written_ = false;
};

/// Paragraphs parted by blank lines.
void write_paragraphs(std::string_view text, Markup& page) {
    while (!text.empty()) {
        const auto end = std::min(text.find("\n\n"), text.size());
        if (text.substr(0, end).find_first_not_of(" \n") != std::string_view::npos)
            page.raw("<p>").message(text.substr(0, end), "code").raw("</p>\n");
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

void write_source(const std::pair<std::string, std::string>& source, Markup& page) {
    const auto& [title, url] = source;
    if (is_web_address(url))
        page.raw("<a href=\"").text(url).raw("\" rel=\"noreferrer\">").text(title).raw("</a>");
    else
        page.text(title);
}

void write_rule(const FoundRule& found, Markup& page) {
    const auto& [rule, profiles, on_page] = found;
    auto summary = rule->summary;
    if (!summary.empty() && summary.front() >= 'a' && summary.front() <= 'z') summary.front() += 'A' - 'a';
    page.raw("<section class=\"rule-page\" id=\"rule-").raw(rule->id).raw("\">\n<h3>").raw(rule->id).raw("</h3>\n<p>");
    page.message(summary, "code").raw(".</p>\n");
    write_paragraphs(on_page.why, page);
    if (!on_page.sources.empty()) {
        page.raw("<p>Source: ");
        for (std::size_t i = 0; i < on_page.sources.size(); ++i) {
            if (i > 0) page.raw("; ");
            write_source(on_page.sources[i], page);
        }
        page.raw("</p>\n");
    }
    if (!on_page.limits.empty()) {
        page.raw("<details class=\"limits\"><summary>What ").raw(rule->id).raw(" does not find</summary>\n");
        write_paragraphs(on_page.limits, page);
        page.raw("</details>\n");
    }
    page.raw("</section>\n");
}

} // namespace

void write_findings(const View& view, Markup& page) { Findings{view, page}.write(); }

void write_finding(const View& view, const Finding& finding, Markup& page, const Finding* was) {
    Article{view, page}.write(finding, was);
}

void write_slot_link(const View& view, SlotIndex slot, Markup& page) {
    page.raw("<a class=\"to-slot\" href=\"#").raw(view.anchor(slot)).raw("\">").raw(view.name(slot)).raw("</a>");
}

void write_unchecked(const View& view, Markup& page) {
    const auto all = not_checked(view.checked);
    if (all.empty() && view.checked.loaded.whole()) return;
    page.raw("<section class=\"unchecked\">\n<h3>What was not checked</h3>\n<ul>\n");
    if (!view.checked.loaded.whole())
        page.raw("<li>The file ")
            .message(view.checked.loaded.unread->why)
            .raw(", so that only the faults of the file itself are told.</li>\n");
    for (const auto& one : all) {
        page.raw("<li>");
        write_slot_link(view, one.slot, page);
        page.raw(" has no time that can be used");
        if (!one.cause.empty()) page.raw(" (").raw(one.cause).raw(")");
        page.raw(fmt::format(". <details><summary>{} could not look at it</summary>{}</details></li>\n",
                             counted(one.rules.size(), "rule"), fmt::join(one.rules, ", ")));
    }
    page.raw("</ul>\n</section>\n");
}

void write_rules(std::span<const FoundRule> rules, Markup& page) {
    if (rules.empty()) return;
    page.raw(
        "<section class=\"rules\" aria-labelledby=\"rules\">\n<h2 id=\"rules\">The rules behind these findings</h2>\n");
    for (const auto& rule : rules) write_rule(rule, page);
    page.raw("</section>\n");
}

} // namespace agenda::report::html
