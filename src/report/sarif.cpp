// SPDX-License-Identifier: MIT
// SARIF 2.1.0 with one run, for code scanning services and editors. Columns are 1-based code points, ends exclusive. No
// finding is ever left out but accepted ones, which are shown, as suppressed, only where that is asked for.
#include "report/artifact_uri.hpp"
#include "report/json_writer.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <sstream>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;
using finding::State;

/// A message links so many related places; there may be more.
constexpr std::size_t most_links = 10;

constexpr auto schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level_of(Severity severity) {
    switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    default: return "note";
    }
}

/// Adds text to a plain text message. There, brackets can make a link (3.11.6 of the standard) and braces a placeholder
/// (3.11.5).
void add_plain(std::string_view text, std::string& message) {
    for (const char c : source::visible(text)) {
        if (c == '[' || c == ']' || c == '\\') message += '\\';
        if (c == '{' || c == '}') message += c;
        message += c;
    }
}

std::vector<std::string> plain_labels(const std::vector<finding::Related>& related) {
    std::vector<std::string> labels(related.size());
    for (std::size_t i = 0; i < related.size(); ++i) add_plain(related[i].label, labels[i]);
    return labels;
}

/// A viewer that shows one line shows the message itself. GitHub shows of the related places those that are linked.
std::string message_of(const Finding& finding, const std::vector<std::string>& labels) {
    std::string message;
    add_plain(finding.message(), message);
    for (const auto& note : finding.notes()) add_plain(note, message += '\n');
    for (std::size_t i = 0; i < labels.size() && i < most_links; ++i)
        message += (i == 0 ? "\nsee [" : ", [") + labels[i] + "](" + std::to_string(i + 1) + ")";
    if (labels.size() > most_links) message += " and " + std::to_string(labels.size() - most_links) + " more";
    if (const auto help = finding.help(); !help.empty()) add_plain(help, message += "\nhelp: ");
    return message;
}

class SarifReport {
public:
    SarifReport(const Report& report, std::ostream& out)
        : report_(report), json_(out), compared_(std::any_of(report.agendas.begin(), report.agendas.end(),
                                                             [](const auto& one) { return one.known.has_value(); })) {}

    void write() {
        json_.begin_object();
        json_.member("$schema", schema);
        json_.member("version", "2.1.0");
        json_.key("runs");
        json_.begin_array();
        json_.begin_object();
        write_tool();
        json_.member("columnKind", "unicodeCodePoints");
        json_.key("results");
        json_.begin_array();
        for (const auto& agenda : report_.agendas) write_results(agenda);
        json_.end_array();
        json_.end_object();
        json_.end_array();
        json_.end_object();
        json_.finish();
    }

private:
    void write_tool() {
        json_.key("tool");
        json_.begin_object();
        json_.key("driver");
        json_.begin_object();
        json_.member("name", "agenda-lint");
        json_.member("version", report_.version);
        json_.member("semanticVersion", report_.version);
        json_.key("rules");
        json_.begin_array();
        for (const auto& rule : report_.rules) write_rule(rule);
        json_.end_array();
        json_.end_object();
        json_.end_object();
    }

    void write_rule(const FoundRule& found) {
        const auto& rule = *found.rule;
        json_.begin_object();
        json_.member("id", rule.id);
        text("shortDescription", rule.summary);
        text("fullDescription", found.page.why.empty() ? rule.summary : found.page.why);
        write_help(found);
        for (const auto& [title, url] : found.page.sources)
            if (is_web_address(url)) {
                json_.member("helpUri", url);
                break;
            }
        json_.key("defaultConfiguration");
        json_.begin_object();
        if (rule.severity == Severity::off)
            json_.member("enabled", false);
        else
            json_.member("level", level_of(rule.severity));
        json_.end_object();
        if (!rule.family.empty()) {
            json_.key("properties");
            json_.begin_object();
            json_.list("tags", std::array{rule.family});
            json_.end_object();
        }
        json_.end_object();
    }

    void write_help(const FoundRule& found) {
        std::ostringstream plain, markdown;
        write_rule_text(found.on_page(), plain);
        write_rule_markdown(found.on_page(), markdown);
        json_.key("help");
        json_.begin_object();
        json_.member("text", plain.str());
        json_.member("markdown", markdown.str());
        json_.end_object();
    }

    void write_results(const CheckedAgenda& agenda) {
        for (const auto& finding : agenda.result.findings) {
            if (finding.state == State::accepted && !report_.show_accepted) continue;
            write_result(finding, agenda);
        }
    }

    void write_result(const Finding& finding, const CheckedAgenda& agenda) {
        const auto& file = agenda.text_of(finding);
        const auto labels = plain_labels(finding.draft.related);
        json_.begin_object();
        json_.member("ruleId", finding.rule);
        if (const auto* rule = report_.rule(finding.rule)) json_.member("ruleIndex", rule - report_.rules.data());
        json_.member("level", level_of(finding.severity));
        text("message", message_of(finding, labels));
        json_.key("locations");
        json_.begin_array();
        json_.begin_object();
        write_place(file, finding.draft.at);
        json_.end_object();
        json_.end_array();
        write_related(finding.draft.related, labels, file);
        json_.key("partialFingerprints");
        json_.begin_object();
        json_.member("agendaFinding/v1", finding::format_fingerprint(finding.fingerprint));
        json_.end_object();
        if (compared_) json_.member("baselineState", baseline_state(finding, agenda));
        if (report_.show_accepted) write_suppressions(finding);
        json_.key("properties");
        json_.begin_object();
        json_.list("about", finding.draft.about);
        json_.end_object();
        json_.end_object();
    }

    /// Where a log knows what was there before, each result says whether it was (3.27.24). One that is known and still
    /// counts has changed.
    static std::string_view baseline_state(const Finding& finding, const CheckedAgenda& agenda) {
        if (!agenda.known || !agenda.known->contains(finding.fingerprint)) return "new";
        return finding.state == State::open ? "updated" : "unchanged";
    }

    void write_related(const std::vector<finding::Related>& related, const std::vector<std::string>& labels,
                       const source::Text& file) {
        if (related.empty()) return;
        json_.key("relatedLocations");
        json_.begin_array();
        for (std::size_t i = 0; i < related.size(); ++i) {
            json_.begin_object();
            json_.member("id", i + 1);
            text("message", labels[i]);
            write_place(text_of(related[i], file), related[i].at);
            json_.end_object();
        }
        json_.end_array();
    }

    /// Where a log knows suppressions, each result has some or an empty list (3.27.23).
    void write_suppressions(const Finding& finding) {
        json_.key("suppressions");
        json_.begin_array();
        if (finding.state == State::accepted) {
            json_.begin_object();
            json_.member("kind", "external");
            json_.member("justification", source::visible(acceptance(finding)));
            json_.end_object();
        }
        json_.end_array();
    }

    void write_place(const source::Text& file, source::Span span) {
        const auto begin = file.position(span.offset, source::Unit::code_points);
        const auto end = file.position(span.end(), source::Unit::code_points);
        if (file.name() != path_) {
            path_ = file.name();
            uri_ = uri_of(path_);
        }
        json_.key("physicalLocation");
        json_.begin_object();
        json_.key("artifactLocation");
        json_.begin_object();
        json_.member("uri", uri_);
        json_.end_object();
        json_.key("region");
        json_.begin_object();
        json_.member("startLine", begin.line);
        json_.member("startColumn", begin.column);
        json_.member("endLine", end.line);
        json_.member("endColumn", end.column);
        json_.end_object();
        json_.end_object();
    }

    /// A member that is an object with a text.
    void text(std::string_view name, std::string_view of) {
        json_.key(name);
        json_.begin_object();
        json_.member("text", of);
        json_.end_object();
    }

    const Report& report_;
    JsonWriter json_;
    bool compared_;          ///< with what was there before
    std::string path_, uri_; ///< of the file last written
};

} // namespace

void write_sarif(const Report& report, std::ostream& out) { SarifReport{report, out}.write(); }

} // namespace agenda::report
