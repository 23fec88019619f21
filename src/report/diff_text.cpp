// SPDX-License-Identifier: MIT
// The comparison for people at a terminal: what changed, whom to tell, which findings came and went, and the verdict in
// the last line.
#include "report/diff.hpp"
#include "report/style.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::report {
namespace {

using finding::Finding;
using revision::Change;
using revision::Kind;
using revision::Member;

constexpr std::size_t most_members = 12; // of a change that are told one by one

class DiffText {
public:
    DiffText(const Diff& diff, std::ostream& out) : diff_(diff), out_(out), style_(diff.color) {}

    void write() {
        fmt::print(out_, "{}\n\n",
                   style_.bold(path(*diff_.before.loaded.text) + " -> " + path(*diff_.after.loaded.text)));
        for (const auto& change : diff_.comparison.changes) write(change);
        if (diff_.comparison.changes.empty()) out_ << "nothing in the agenda has changed\n\n";
        if (diff_.comparison.guessed > 0)
            fmt::print(out_, "{} matched by guess, since no id and no equal title and people tell {}\n\n",
                       counted(diff_.comparison.guessed, "slot is", "slots are"),
                       diff_.comparison.guessed == 1 ? "which it was" : "which they were");
        write_told();
        write_findings();
        const auto verdict = diff_.verdict();
        fmt::print(out_, "{}\n",
                   diff_.failed() ? style_.severity(finding::Severity::error, verdict) : style_.bold(verdict));
    }

private:
    std::string shown(std::string_view text) const {
        return diff_.ascii ? source::ascii(source::visible(text)) : source::visible(text);
    }
    std::string path(const source::Text& text) const {
        return diff_.ascii ? source::ascii(shown_path(text.name())) : shown_path(text.name());
    }
    /// "line 12"; in a file that the agenda includes "people.toml:12".
    std::string line_of(const source::Text& text, source::Span at) const {
        const auto line = std::to_string(text.position(at.offset, source::Unit::code_points).line);
        const auto& file = text.file_at(at.offset);
        return &file == &text ? "line " + line : path(file) + ":" + line;
    }

    /// "line 12, was line 10".
    std::string place(const Member& member) const {
        if (!member.after_at)
            return member.before_at ? "was " + line_of(*diff_.before.loaded.text, *member.before_at) : "";
        const auto line = line_of(*diff_.after.loaded.text, *member.after_at);
        const auto was = member.before_at ? line_of(*diff_.before.loaded.text, *member.before_at) : line;
        return line + (was == line ? "" : ", was " + was);
    }

    void write(const Change& change) {
        fmt::print(out_, "{}: {}{}\n", style_.bold(name_of(change.kind)), shown(change.message), guesses(change));
        if (change.members.size() == 1) {
            fmt::print(out_, "  {} {}\n", style_.margin("-->"), place(change.members.front()));
        } else {
            std::size_t told = 0;
            for (const auto& member : change.members) {
                if (!member.before_slot && !member.after_slot) continue; // the day, the room: the message has named it
                if (++told > most_members) continue;
                fmt::print(out_, "  {} {}{} ({})\n", style_.margin("-"), shown(member.name),
                           member.says.empty() ? "" : ": " + shown(member.says), place(member));
            }
            if (told > most_members) fmt::print(out_, "  {} and {} more\n", style_.margin("-"), told - most_members);
        }
        out_ << '\n';
    }

    void write_told() {
        if (diff_.to_tell.empty()) return;
        fmt::print(out_, "{}\n", style_.bold("who must be told:"));
        for (const auto& told : diff_.to_tell) {
            fmt::print(out_, "  {}: ", shown(told.name));
            std::string separator;
            for (const auto& line : lines_for(told, diff_.comparison)) {
                fmt::print(out_, "{}{}", separator, shown(line));
                separator = "; ";
            }
            out_ << '\n';
        }
        out_ << '\n';
    }

    void write_findings() {
        const auto& findings = diff_.findings;
        for (const auto index : findings.introduced) write("introduced", diff_.after, diff_.later().findings[index]);
        for (const auto& [before, after] : findings.changed) {
            write("changed", diff_.after, diff_.later().findings[after]);
            const auto& was = diff_.earlier().findings[before];
            fmt::print(out_, "  {} was {}: {}\n", style_.margin("="), finding::name_of(was.severity),
                       shown(was.message()));
        }
        for (const auto index : findings.fixed) write("fixed", diff_.before, diff_.earlier().findings[index]);
        if (!findings.introduced.empty() || !findings.changed.empty() || !findings.fixed.empty()) out_ << '\n';
    }

    void write(std::string_view what, const CheckedAgenda& agenda, const Finding& finding) {
        const auto& text = agenda.text_of(finding);
        const auto at = text.position(finding.draft.at.offset, source::Unit::code_points);
        const auto severity = finding::name_of(finding.severity);
        fmt::print(out_, "{} {}: {}\n", what,
                   style_.severity(finding.severity, fmt::format("{}[{}]", severity, finding.rule)),
                   shown(finding.message()));
        fmt::print(out_, "  {} {}:{}:{}\n", style_.margin("-->"), path(text), at.line, at.column);
        if (what != "introduced") return; // the others are known already
        for (const auto& note : finding.notes()) fmt::print(out_, "  {} {}\n", style_.margin("="), shown(note));
        if (const auto help = finding.help(); !help.empty())
            fmt::print(out_, "  {} {} {}\n", style_.margin("="), style_.bold("help:"), shown(help));
    }

    const Diff& diff_;
    std::ostream& out_;
    Style style_;
};

} // namespace

void write_diff_text(const Diff& diff, std::ostream& out) { DiffText{diff, out}.write(); }

} // namespace agenda::report
