// SPDX-License-Identifier: MIT
#include "engine/page.hpp"

namespace agenda::engine {
namespace {

using source::Kind;
using source::Value;

Expected read_expected(FileReader& file, const Value& value) {
    file.known_keys(value, "`expect`", {"at", "key", "severity", "message", "help"});
    Expected expected;
    expected.at = file.text(value, "at", value.span());
    expected.key = file.optional_text(value, "key");
    expected.severity = file.severity(value, "severity");
    expected.message = file.optional_text(value, "message");
    expected.help = file.optional_text(value, "help");
    return expected;
}

void read_examples(FileReader& file, RulePage& page) {
    const auto examples = file.root().find("example");
    if (!examples) return;
    if (!examples->is(Kind::array)) return file.trouble(examples->span(), "examples are written [[example]]");
    for (const auto& value : examples->elements()) {
        file.known_keys(value, "an example",
                        {"name", "profile", "as-of", "agenda", "before", "beside", "shared", "baseline", "expect"});
        Example example;
        example.at = value.span();
        example.name = file.text(value, "name", value.span());
        example.profiles = file.texts(value, "profile");
        example.agenda = file.optional_text(value, "agenda");
        example.before = file.optional_text(value, "before");
        example.beside = file.optional_text(value, "beside");
        example.shared = file.optional_text(value, "shared");
        example.baseline = file.optional_text(value, "baseline");
        if (const auto as_of = value.find("as-of")) {
            if (as_of->is(Kind::date))
                example.as_of = as_of->date();
            else
                file.trouble(as_of->span(), "`as-of` takes a date");
        }
        if (!value.find("agenda")) file.trouble(value.span(), "an example has an `agenda`");
        const auto expect = value.find("expect");
        if (!expect || !expect->is(Kind::array))
            file.trouble(value.span(), "an example says what to `expect`: a list, empty where the rule is silent");
        if (expect)
            for (const auto& one : expect->elements()) example.expect.push_back(read_expected(file, one));
        page.examples.push_back(std::move(example));
    }
}

} // namespace

RulePage read_page(FileReader& file) {
    RulePage page;
    const auto why = file.table(file.root(), "why");
    if (why) {
        file.known_keys(*why, "[why]", {"text", "sources"});
        page.why = file.text(*why, "text", why->span());
        const auto sources = why->find("sources");
        if (sources && !sources->is(Kind::array)) file.trouble(sources->span(), "`sources` takes a list of tables");
        if (sources)
            for (const auto& source : sources->elements()) {
                file.known_keys(source, "a source", {"title", "url"});
                page.sources.emplace_back(file.text(source, "title", source.span()), file.optional_text(source, "url"));
            }
    } else {
        file.trouble({}, "[why] with a `text` is missing");
    }
    if (const auto limits = file.table(file.root(), "limits")) {
        file.known_keys(*limits, "[limits]", {"text"});
        page.limits = file.text(*limits, "text", limits->span());
    }
    read_examples(file, page);
    return page;
}

} // namespace agenda::engine
