// SPDX-License-Identifier: MIT
// The Reviewdog Diagnostic Format, for bots that comment on changes. Columns are 1-based bytes, ends exclusive.
// Accepted findings are left out.
#include "report/artifact_uri.hpp"
#include "report/json_writer.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;

std::string_view severity_name(Severity severity) {
    switch (severity) {
    case Severity::error: return "ERROR";
    case Severity::warning: return "WARNING";
    default: return "INFO";
    }
}

/// Some bots post messages as Markdown, others as they are: a zero-width space breaks what would be a tag, a link, a
/// picture or a ping. Of harmless text.
std::string inert(std::string_view shown) {
    std::string result;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const char c = shown[at], next = at + 1 < shown.size() ? shown[at + 1] : ' ';
        result += c;
        if (((c == '<' || c == '@' || c == '#') && next != ' ') || (c == ']' && next == '(') ||
            (c == ':' && next == '/'))
            result += "\u200B";
    }
    return result;
}

void write_position(std::string_view name, source::Position position, JsonWriter& json) {
    json.key(name);
    json.begin_object();
    json.member("line", position.line);
    json.member("column", position.column);
    json.end_object();
}

void write_location(const source::Text& text, source::Span span, JsonWriter& json) {
    json.key("location");
    json.begin_object();
    json.member("path", tidy(text.name()));
    json.key("range");
    json.begin_object();
    write_position("start", text.position(span.offset, source::Unit::bytes), json);
    write_position("end", text.position(span.end(), source::Unit::bytes), json);
    json.end_object();
    json.end_object();
}

void write_related(const Finding& finding, const source::Text& text, JsonWriter& json) {
    if (finding.draft.related.empty()) return;
    json.key("relatedLocations");
    json.begin_array();
    for (const auto& one : finding.draft.related) {
        json.begin_object();
        json.member("message", inert(source::visible(one.label)));
        write_location(text_of(one, text), one.at, json);
        json.end_object();
    }
    json.end_array();
}

void write_diagnostic(const Finding& finding, const source::Text& text, JsonWriter& json) {
    json.begin_object();
    json.member("message", inert(whole_message(finding)));
    write_location(text, finding.draft.at, json);
    json.member("severity", severity_name(finding.severity));
    json.key("code");
    json.begin_object();
    json.member("value", finding.rule);
    json.end_object();
    write_related(finding, text, json);
    json.end_object();
}

/// The worst that is open.
Severity overall(const gate::Totals& totals) {
    return totals.error > 0 ? Severity::error : totals.warning > 0 ? Severity::warning : Severity::info;
}

} // namespace

void write_rdjson(const Report& report, std::ostream& out) {
    JsonWriter json{out};
    json.begin_object();
    json.key("source");
    json.begin_object();
    json.member("name", "agenda-lint");
    json.end_object();
    json.member("severity", severity_name(overall(report.totals())));
    json.key("diagnostics");
    json.begin_array();
    for (const auto& agenda : report.agendas)
        for (const auto& finding : agenda.result.findings)
            if (finding.state == finding::State::open) write_diagnostic(finding, agenda.text_of(finding), json);
    json.end_array();
    json.end_object();
    json.finish();
}

} // namespace agenda::report
