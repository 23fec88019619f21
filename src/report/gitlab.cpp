// SPDX-License-Identifier: MIT
// GitLab's Code Quality report: an array, one object a finding. Accepted findings are left out.
#include "report/artifact_uri.hpp"
#include "report/json_writer.hpp"
#include "report/report.hpp"
#include "source/unicode.hpp"
#include <map>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;

/// Of GitLab's five words.
std::string_view gitlab_severity(Severity severity) {
    switch (severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    default: return "info";
    }
}

void write_finding(const Finding& finding, const source::Text& text, const std::string& agenda, JsonWriter& json) {
    json.begin_object();
    json.member("description", finding.rule + ": " + source::visible(finding.message()));
    json.member("check_name", finding.rule);
    json.member("fingerprint", agenda + ":" + finding::format_fingerprint(finding.fingerprint));
    json.member("severity", gitlab_severity(finding.severity));
    json.key("location");
    json.begin_object();
    json.member("path", tidy(text.name()));
    json.key("lines");
    json.begin_object();
    json.member("begin", text.position(finding.draft.at.offset, source::Unit::bytes).line);
    json.end_object();
    json.end_object();
    json.end_object();
}

} // namespace

void write_gitlab(const Report& report, std::ostream& out) {
    JsonWriter json{out};
    // Fingerprints are unique in an agenda; an agenda that is named twice is counted.
    std::map<std::string, std::size_t> times;
    json.begin_array();
    for (const auto& agenda : report.agendas) {
        auto name = uri_of(agenda.loaded.text->name());
        if (const auto time = ++times[name]; time > 1) name += "#" + std::to_string(time);
        for (const auto& finding : agenda.result.findings)
            if (finding.state == finding::State::open) write_finding(finding, agenda.text_of(finding), name, json);
    }
    json.end_array();
    json.finish();
}

} // namespace agenda::report
