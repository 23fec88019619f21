// SPDX-License-Identifier: MIT
#include "report/json_finding.hpp"
#include <algorithm>

namespace agenda::report {
namespace {

using source::Unit;

void write_region(const source::Text& text, source::Span span, JsonWriter& json) {
    const auto begin = text.position(span.offset, Unit::code_points);
    const auto end = text.position(span.end(), Unit::code_points);
    json.member("line", begin.line);
    json.member("column", begin.column);
    json.member("end_line", end.line);
    json.member("end_column", end.column);
}

void write_facts(const finding::Facts& facts, JsonWriter& json) {
    json.key("facts");
    json.begin_object();
    for (const auto& fact : facts) {
        std::string name{fact.name};
        std::replace(name.begin(), name.end(), '-', '_');
        json.key(name);
        std::visit([&](const auto& value) { json.value(value); }, fact.value);
    }
    json.end_object();
}

} // namespace

void write_finding(const finding::Finding& finding, const source::Text& text, JsonWriter& json) {
    json.begin_object();
    json.member("rule", finding.rule);
    json.member("severity", finding::name_of(finding.severity));
    json.member("message", finding.message());
    json.member("fingerprint", finding::format_fingerprint(finding.fingerprint));
    json.member("path", text.name());
    write_region(text, finding.draft.at, json);
    json.member("offset", finding.draft.at.offset - text.begin());
    json.member("length", finding.draft.at.length);
    json.list("about", finding.draft.about);
    json.key("related");
    json.begin_array();
    for (const auto& one : finding.draft.related) {
        json.begin_object();
        json.member("message", one.label);
        json.member("path", text_of(one, text).name());
        write_region(text_of(one, text), one.at, json);
        json.end_object();
    }
    json.end_array();
    write_facts(finding.draft.facts, json);
    json.list("notes", finding.notes());
    json.member("help", finding.help());
    json.member("state", finding::name_of(finding.state));
    if (finding.state == finding::State::accepted) {
        json.member("reason", finding.reason);
        if (!finding.by.empty()) json.member("by", finding.by);
    }
    json.end_object();
}

} // namespace agenda::report
