// SPDX-License-Identifier: MIT
// The comparison as GitHub-flavoured Markdown, for a comment on a change. Everything of an agenda goes through
// markdown_text.
#include "report/diff.hpp"
#include "report/markdown_text.hpp"
#include "report/wording.hpp"
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::report {
namespace {

using finding::Finding;
using revision::Change;

class DiffMarkdown {
public:
    DiffMarkdown(const Diff& diff, std::ostream& out) : diff_(diff), out_(out) {}

    void write() {
        fmt::print(out_, "### Agenda {}\n\n{} → {}\n", markdown_text(diff_.verdict()),
                   markdown_code(diff_.before.loaded.text->name()), markdown_code(diff_.after.loaded.text->name()));
        write_changes();
        write_told();
        const auto& findings = diff_.findings;
        fold(counted(findings.introduced.size(), "finding") + " introduced", !findings.introduced.empty(), true, [&] {
            for (const auto index : findings.introduced) write(diff_.after, diff_.later().findings[index], true);
        });
        fold(counted(findings.changed.size(), "finding") + " changed", !findings.changed.empty(), true, [&] {
            for (const auto& [before, after] : findings.changed) {
                write(diff_.after, diff_.later().findings[after], false);
                const auto& was = diff_.earlier().findings[before];
                fmt::print(out_, "  was {}: {}\n", finding::name_of(was.severity), markdown_message(was.message()));
            }
        });
        fold(counted(findings.fixed.size(), "finding") + " fixed", !findings.fixed.empty(), false, [&] {
            for (const auto index : findings.fixed) write(diff_.before, diff_.earlier().findings[index], false);
        });
        fold(counted(findings.still.size(), "finding") + " still there", !findings.still.empty(), false, [&] {
            for (const auto& pair : findings.still) write(diff_.after, diff_.later().findings[pair.after], false);
        });
    }

private:
    /// Nothing where there is nothing to fold.
    void fold(const std::string& summary, bool any, bool open, const auto& content) {
        if (!any) return;
        fmt::print(out_, "\n<details{}><summary>{}</summary>\n\n", open ? " open" : "", summary);
        content();
        out_ << "\n</details>\n";
    }

    void write_changes() {
        const auto& changes = diff_.comparison.changes;
        if (changes.empty()) out_ << "\nNothing in the agenda has changed.\n";
        fold(counted(changes.size(), "change"), !changes.empty(), true, [&] {
            for (const auto& change : changes) write(change);
        });
    }

    void write(const Change& change) {
        fmt::print(out_, "- **{}** {}{}\n", name_of(change.kind), markdown_message(change.message), guesses(change));
        if (change.members.size() == 1) return;
        for (const auto& member : change.members)
            if ((member.before_slot || member.after_slot) && !member.says.empty())
                fmt::print(out_, "  - {}: {}\n", markdown_text(member.name), markdown_message(member.says));
    }

    void write_told() {
        fold("who must be told: " + counted(diff_.to_tell.size(), "person", "people"), !diff_.to_tell.empty(), false,
             [&] {
                 for (const auto& told : diff_.to_tell) {
                     fmt::print(out_, "- {}: ", markdown_text(told.name));
                     std::string separator;
                     for (const auto& line : lines_for(told, diff_.comparison)) {
                         out_ << separator << markdown_message(line);
                         separator = "; ";
                     }
                     out_ << '\n';
                 }
             });
    }

    void write(const CheckedAgenda& agenda, const Finding& finding, bool whole) {
        const auto& text = agenda.text_of(finding);
        const auto at = text.position(finding.draft.at.offset, source::Unit::code_points);
        fmt::print(out_, "- {} **{}** {}: {}", markdown_code(fmt::format("{}:{}:{}", text.name(), at.line, at.column)),
                   finding::name_of(finding.severity), markdown_text(finding.rule),
                   markdown_message(finding.message()));
        if (whole) {
            for (const auto& note : finding.notes()) out_ << "<br>" << markdown_message(note);
            if (const auto help = finding.help(); !help.empty()) out_ << "<br>help: " << markdown_message(help);
        }
        out_ << '\n';
    }

    const Diff& diff_;
    std::ostream& out_;
};

} // namespace

void write_diff_markdown(const Diff& diff, std::ostream& out) { DiffMarkdown{diff, out}.write(); }

} // namespace agenda::report
