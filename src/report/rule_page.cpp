// SPDX-License-Identifier: MIT
#include "report/rule_page.hpp"
#include "checks/check.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <map>
#include <nlohmann/json.hpp>

namespace agenda::report {
namespace {

using engine::Example;
using engine::Profile;
using engine::Rule;
using finding::Severity;
using nlohmann::ordered_json;

/// "warning", or "off" for one that is turned on by a profile or by its users.
std::string severity_text(const Rule& rule) {
    std::string text{finding::name_of(rule.severity)};
    for (const auto& tier : rule.tiers) {
        std::string when;
        if (tier.over) {
            const auto* name = std::get_if<std::string>(&*tier.over);
            when = "over " + (name ? "`" + *name + "`" : std::to_string(std::get<std::int64_t>(*tier.over)));
        }
        for (const auto& [fact, values] : tier.facts)
            when += fmt::format("{}{} {}", when.empty() ? "" : ", ", fact, fmt::join(values, " or "));
        text += fmt::format("; {} where {}", finding::name_of(tier.severity), when);
    }
    if (rule.always_on) text += "; always on, and cannot be accepted";
    return text;
}

std::string value_text(const engine::Setting& setting) {
    if (const auto* severity = std::get_if<Severity>(&setting.value)) return std::string{finding::name_of(*severity)};
    return finding::format_parameter(std::get<finding::ParameterValue>(setting.value));
}

/// What each profile says of the rule: "max = 180 min", in the order of the profiles' names.
std::vector<std::pair<std::string, std::string>> by_profile(const RuleOnPage& on_page) {
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto& profile : on_page.profiles) {
        std::string values;
        for (const auto& setting : profile.settings)
            if (setting.rule == on_page.rule.id)
                values += fmt::format("{}{} = {}", values.empty() ? "" : ", ", setting.key, value_text(setting));
        if (!values.empty()) result.emplace_back(profile.name, values);
    }
    return result;
}

/// The text without blank lines at its ends.
std::string trimmed(std::string_view text) {
    const auto start = text.find_first_not_of("\n");
    if (start == std::string_view::npos) return {};
    return std::string{text.substr(start, text.find_last_not_of(" \n") + 1 - start)};
}

std::string indented(std::string_view text) {
    std::string result = "    ";
    for (const char c : trimmed(text)) {
        result += c;
        if (c == '\n') result += "    ";
    }
    return result;
}

const Example* first(const engine::RulePage& page, bool fires) {
    const auto found = std::find_if(page.examples.begin(), page.examples.end(),
                                    [&](const Example& example) { return example.expect.empty() != fires; });
    return found == page.examples.end() ? nullptr : &*found;
}

/// The names of the examples that are not shown whole.
std::vector<std::string> others(const engine::RulePage& page, bool fires) {
    std::vector<std::string> names;
    for (const auto& example : page.examples)
        if (example.expect.empty() != fires && &example != first(page, fires)) names.push_back(example.name);
    return names;
}

/// What the example expects, a line each; a finding whose message the example does not repeat is told by its place.
std::vector<std::string> said(const Rule& rule, const Example& example) {
    std::vector<std::string> lines;
    for (const auto& one : example.expect)
        lines.push_back(fmt::format("{}[{}]: {}", one.severity ? finding::name_of(*one.severity) : "found", rule.id,
                                    one.message.empty() ? one.at : one.message));
    return lines;
}

std::string under(const Example& example) {
    return example.profiles.empty() ? std::string{} : fmt::format(", profile {}", fmt::join(example.profiles, " + "));
}

/// How a page is laid out in one language of text.
struct Layout {
    std::ostream& out;
    bool markdown;

    void heading(std::string_view text) const {
        if (markdown)
            fmt::print(out, "\n**{}**\n\n", text);
        else
            fmt::print(out, "\n{}\n", text);
    }
    void item(std::string_view text) const { fmt::print(out, "{}{}\n", markdown ? "- " : "  ", text); }
    void paragraph(std::string_view text) const { fmt::print(out, "{}{}\n", markdown ? "" : "  ", trimmed(text)); }
    void code(std::string_view language, std::string_view text) const {
        if (markdown)
            fmt::print(out, "```{}\n{}\n```\n", language, trimmed(text));
        else
            fmt::print(out, "{}\n", indented(text));
    }
};

void write_parameters(const RuleOnPage& on_page, const Layout& layout) {
    const auto& rule = on_page.rule;
    if (!rule.parameters.empty()) layout.heading("Parameters");
    for (const auto& parameter : rule.parameters)
        layout.item(fmt::format("`{}` ({}): {}", parameter.name, finding::format_parameter(parameter.standard),
                                parameter.means));
    const auto profiles = by_profile(on_page);
    if (!profiles.empty()) layout.heading("Profiles");
    for (const auto& [name, values] : profiles) layout.item(fmt::format("{}: {}", name, values));
}

void write_why(const RuleOnPage& on_page, const Layout& layout) {
    layout.heading("Why");
    layout.paragraph(on_page.page.why);
    if (layout.markdown && !on_page.page.sources.empty()) layout.out << '\n';
    for (const auto& [title, url] : on_page.page.sources) {
        if (url.empty())
            layout.item("Source: " + title);
        else
            layout.item(layout.markdown ? fmt::format("Source: [{}]({})", title, url)
                                        : fmt::format("Source: {}, {}", title, url));
    }
}

void write_example(const RuleOnPage& on_page, const Layout& layout, bool fires) {
    const auto* example = first(on_page.page, fires);
    if (!example) return;
    layout.heading(fmt::format("{}: {}{}", fires ? "Finds" : "Is silent", example->name, under(*example)));
    layout.code("toml", example->agenda);
    const auto beside = [&](std::string_view what, std::string_view language, const std::string& text) {
        if (text.empty()) return;
        layout.out << (layout.markdown ? "\n" : "  ") << what << (layout.markdown ? "\n\n" : "\n");
        layout.code(language, text);
    };
    beside("before it was", "toml", example->before);
    beside("with the other agenda", "toml", example->beside);
    beside("and the file that they include", "toml", example->shared);
    beside("with the baseline", "text", example->baseline);
    if (fires) {
        layout.out << (layout.markdown ? "\n" : "  gives\n");
        layout.code("text", fmt::format("{}", fmt::join(said(on_page.rule, *example), "\n")));
    }
    const auto more = others(on_page.page, fires);
    if (!more.empty()) {
        if (layout.markdown) layout.out << '\n';
        layout.paragraph(fmt::format("{}: {}.", fires ? "Also" : "Also silent", fmt::join(more, "; ")));
    }
}

void write_page(const RuleOnPage& on_page, const Layout& layout) {
    const auto& rule = on_page.rule;
    layout.paragraph(rule.summary + ".");
    if (layout.markdown) layout.out << '\n';
    layout.paragraph(fmt::format("Severity: {}. Family: {}. Check: `{}`.", severity_text(rule),
                                 rule.family.empty() ? "none" : rule.family, rule.check));
    write_why(on_page, layout);
    write_parameters(on_page, layout);
    write_example(on_page, layout, true);
    write_example(on_page, layout, false);
    if (!on_page.page.limits.empty()) {
        layout.heading("Limits");
        layout.paragraph(on_page.page.limits);
    }
}

} // namespace

void write_rule_text(const RuleOnPage& on_page, std::ostream& out) {
    fmt::print(out, "{}\n", on_page.rule.id);
    write_page(on_page, {out, false});
}

void write_rule_markdown(const RuleOnPage& on_page, std::ostream& out) {
    fmt::print(out, "## {}\n\n", on_page.rule.id);
    write_page(on_page, {out, true});
}

void write_rule_json(const RuleOnPage& on_page, std::ostream& out) {
    const auto& rule = on_page.rule;
    auto sources = ordered_json::array();
    for (const auto& [title, url] : on_page.page.sources) sources.push_back({{"title", title}, {"url", url}});
    auto parameters = ordered_json::array();
    for (const auto& one : rule.parameters)
        parameters.push_back(
            {{"name", one.name}, {"default", finding::format_parameter(one.standard)}, {"means", one.means}});
    auto profiles = ordered_json::object();
    for (const auto& [name, values] : by_profile(on_page)) profiles[name] = values;
    auto examples = ordered_json::array();
    for (const auto& one : on_page.page.examples)
        examples.push_back(
            {{"name", one.name}, {"profiles", one.profiles}, {"agenda", one.agenda}, {"findings", said(rule, one)}});
    const ordered_json result{{"schema", "agenda-lint/rule/1"},
                              {"id", rule.id},
                              {"family", rule.family},
                              {"summary", rule.summary},
                              {"severity", finding::name_of(rule.severity)},
                              {"always_on", rule.always_on},
                              {"check", rule.check},
                              {"why", on_page.page.why},
                              {"sources", std::move(sources)},
                              {"parameters", std::move(parameters)},
                              {"profiles", std::move(profiles)},
                              {"examples", std::move(examples)},
                              {"limits", on_page.page.limits}};
    out << result.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

void write_catalogue(const std::vector<RuleOnPage>& rules, std::ostream& out) {
    std::map<std::string, std::vector<const RuleOnPage*>> families;
    for (const auto& one : rules) families[one.rule.family].push_back(&one);
    out << "# The rules\n\nWritten by `agenda-lint rules --format markdown` from the files in `rules/`.\n";
    for (const auto& [family, members] : families) {
        fmt::print(out, "\n**{}**\n\n| rule | finds | severity |\n| --- | --- | --- |\n", family);
        for (const auto* one : members)
            fmt::print(out, "| [{0}](#{0}) | {1} | {2} |\n", one->rule.id, one->rule.summary,
                       finding::name_of(one->rule.severity));
    }
    for (const auto& [family, members] : families)
        for (const auto* one : members) {
            out << '\n';
            write_rule_markdown(*one, out);
        }
}

} // namespace agenda::report
