// SPDX-License-Identifier: MIT
// import: writes the agenda that a schedule in another format is, as TOML.
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "load/formats/formats.hpp"
#include "source/toml_writer.hpp"
#include "source/unicode.hpp"
#include <iostream>

namespace agenda::app {
namespace {

const load::formats::Format& format_of(const ImportOptions& options, const source::Text& text) {
    std::vector<std::string_view> known;
    for (const auto& format : load::formats::all()) known.push_back(format.name);
    std::string all;
    for (const auto name : known) all += (all.empty() ? "`" : ", `") + std::string{name} + "`";
    if (!options.from.empty()) {
        if (const auto* format = load::formats::find(options.from)) return *format;
        throw Failure{"there is no format `" + options.from + "` to read" + did_you_mean(options.from, known) + " (" +
                      all + ")"};
    }
    if (const auto* format = load::formats::detect(text.bytes())) return *format;
    throw Failure{text.name() + " is none of " + all + "; --from says which it is. An agenda in TOML needs no import"};
}

void tell(const source::SyntaxError& error, const source::Text& text) {
    const auto at = text.position(error.at.offset, source::Unit::code_points);
    std::cerr << "agenda-lint: " << source::visible(text.name()) << ':' << at.line << ':' << at.column << ": "
              << source::visible(error.reason) << '\n';
}

} // namespace

int import_schedule(const ImportOptions& options) {
    const auto text = read_agenda(options.file, options.stdin_filename);
    const auto reading = format_of(options, *text).read(*text);
    for (const auto& error : reading.errors) tell(error, *text);
    if (options.output.empty()) {
        source::write_toml(reading.root, std::cout);
        finish_output(std::cout);
    } else {
        write_file(options.output, [&](std::ostream& out) { source::write_toml(reading.root, out); });
    }
    return reading.errors.empty() ? 0 : 1;
}

} // namespace agenda::app
