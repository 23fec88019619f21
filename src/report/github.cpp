// SPDX-License-Identifier: MIT
// Workflow commands, which GitHub Actions makes annotations of. Of each step GitHub shows ten errors, ten warnings and
// ten notices and drops the rest unseen, so no more are written: errors first, infos as notices, and a last notice, for
// which one is kept free, that counts what was left out. Accepted findings are none. The last line is the verdict, for
// the log.
#include "report/artifact_uri.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;

constexpr std::size_t most_of_a_kind = 10;

/// The value of a command: `%` first, since the others are made with it.
std::string command_value(std::string_view text, std::string_view special = "%\r\n") {
    std::string result;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            result += c;
    }
    return result;
}

std::string property(std::string_view text) { return command_value(text, "%\r\n:,"); }

/// As GitHub knows the file: without "./".
std::string path_of(const source::Text& text) { return source::visible(tidy(text.name())); }

std::string_view command(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

void write_finding(const Finding& finding, const source::Text& text, std::ostream& out) {
    const auto begin = text.position(finding.draft.at.offset, source::Unit::code_points);
    const auto end = text.position(finding.draft.at.end(), source::Unit::code_points);
    // GitHub takes columns only where a range begins and ends on the same line.
    const auto columns = begin.line == end.line ? fmt::format(",col={},endColumn={}", begin.column, end.column) : "";
    fmt::print(out, "::{} file={},line={},endLine={}{},title={}::{}\n", command(finding.severity),
               property(path_of(text)), begin.line, end.line, columns, property(finding.rule),
               command_value(whole_message(finding)));
}

class Annotations {
public:
    Annotations(const Report& report, std::ostream& out) : report_(report), out_(out) {}

    void write() {
        const auto totals = report_.totals();
        const auto more = [](std::size_t count) { return count > most_of_a_kind ? count - most_of_a_kind : 0; };
        gate::Totals left_out;
        left_out.error = more(totals.error);
        left_out.warning = more(totals.warning);
        left_out.info = more(totals.info);
        const bool all = left_out.error + left_out.warning + left_out.info == 0;
        const auto notices = all ? most_of_a_kind : most_of_a_kind - 1;
        left_out.info = totals.info > notices ? totals.info - notices : 0;
        write(Severity::error, most_of_a_kind);
        write(Severity::warning, most_of_a_kind);
        write(Severity::info, notices);
        if (!all)
            fmt::print(out_,
                       "::notice title=agenda-lint::{} more than GitHub shows as annotations ({}). Every other "
                       "format has them all\n",
                       counted(left_out.error + left_out.warning + left_out.info, "finding"), counted(left_out));
        fmt::print(out_, "{}\n", verdict(report_));
    }

private:
    void write(Severity severity, std::size_t most) {
        for (const auto& agenda : report_.agendas)
            for (const auto& finding : agenda.result.findings) {
                if (finding.severity != severity || finding.state != finding::State::open) continue;
                if (most-- == 0) return;
                write_finding(finding, agenda.text_of(finding), out_);
            }
    }

    const Report& report_;
    std::ostream& out_;
};

} // namespace

void write_github(const Report& report, std::ostream& out) { Annotations{report, out}.write(); }

} // namespace agenda::report
