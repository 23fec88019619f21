// SPDX-License-Identifier: MIT
// import: writes the agenda that a schedule in another format is, as TOML.
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "engine/template.hpp"
#include "load/formats/formats.hpp"
#include "source/toml_writer.hpp"
#include "source/unicode.hpp"
#include <iostream>

namespace agenda::app {
namespace {

const load::formats::Format& wanted_format(const source::Text& text, const load::formats::ReadAs& as) {
    if (const auto* format = load::formats::format_of(text, as)) return *format;
    std::string all;
    for (const auto& format : load::formats::all()) all += (all.empty() ? "`" : ", `") + std::string{format.name} + "`";
    throw Failure{text.name() + " is none of " + all + "; --from says which it is. An agenda in TOML needs no import"};
}

void tell(const std::string& reason, source::Span where, const source::Text& text) {
    const auto at = text.position(where.offset, source::Unit::code_points);
    std::cerr << "agenda-lint: " << source::visible(text.name()) << ':' << at.line << ':' << at.column << ": "
              << source::visible(reason) << '\n';
}

finding::Facts with_place(finding::Facts facts) {
    facts.set("where", std::string{load::formats::where});
    return facts;
}

/// What the agenda cannot say and `check` says of the schedule alone.
void tell(const std::vector<load::formats::Remark>& remarks, const source::Text& text) {
    if (remarks.empty()) return;
    const auto rules = rule_set({});
    for (const auto& remark : remarks)
        if (const auto* rule = rules.rule(remark.rule))
            tell(engine::fill(rule->message, with_place(remark.facts), {}), remark.at, text);
}

} // namespace

int import_schedule(const ImportOptions& options) {
    const auto text = read_agenda(options.file, options.input.stdin_filename).text;
    const auto as = read_as(options.input);
    const auto reading = wanted_format(*text, as).read(*text, as);
    for (const auto& error : reading.errors) tell(error.reason, error.at, *text);
    tell(reading.remarks, *text);
    if (options.output.empty()) {
        source::write_toml(reading.tree.root, std::cout);
        finish_output(std::cout);
    } else {
        write_file(options.output, [&](std::ostream& out) { source::write_toml(reading.tree.root, out); });
    }
    return reading.errors.empty() ? 0 : 1;
}

} // namespace agenda::app
