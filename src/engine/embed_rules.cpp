// SPDX-License-Identifier: MIT
// embed_rules RULES OUT: reads the rule files at build time and writes them as C++, so that the tool parses no rule
// when it starts. A fault in a rule file is printed with its place and stops the build.
#include "engine/rule_files.hpp"
#include <fmt/format.h>
#include <fstream>
#include <iostream>

namespace {

using namespace agenda;
using namespace agenda::engine;

std::string literal(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\' || c == '?') // two question marks may be a trigraph
            (result += '\\') += c;
        else if (byte < 0x20 || byte >= 0x7F)
            result += fmt::format("\\{:03o}", byte);
        else
            result += c;
    }
    return result + "\"";
}

std::string list(const std::vector<std::string>& items) {
    std::string result = "{";
    for (const auto& item : items) result += item + ", ";
    return result + "}";
}

std::string texts(const std::vector<std::string>& values) {
    std::vector<std::string> items;
    for (const auto& value : values) items.push_back(literal(value));
    return "texts(" + list(items) + ")";
}

std::string minutes(time::minutes value) { return fmt::format("time::minutes{{{}}}", value.count()); }

std::string severity(finding::Severity value) { return fmt::format("Severity::{}", finding::name_of(value)); }

std::string value_of(const finding::ParameterValue& value) {
    struct Writer {
        std::string operator()(time::minutes m) const { return minutes(m); }
        std::string operator()(std::int64_t n) const { return fmt::format("std::int64_t{{{}}}", n); }
        std::string operator()(bool b) const { return b ? "true" : "false"; }
        std::string operator()(const time::ClockRange& r) const {
            return fmt::format("time::ClockRange{{{{{}}}, {{{}}}}}", minutes(r.start.since_midnight),
                               minutes(r.end.since_midnight));
        }
        std::string operator()(const std::vector<time::ClockRange>& v) const {
            std::vector<std::string> items;
            for (const auto& r : v) items.push_back((*this)(r));
            return "std::vector<time::ClockRange>" + list(items);
        }
        std::string operator()(const finding::DurationRange& r) const {
            return fmt::format("finding::DurationRange{{{}, {}}}", minutes(r.shortest), minutes(r.longest));
        }
        std::string operator()(finding::Share s) const { return fmt::format("finding::Share{{{}}}", s.percent); }
        std::string operator()(time::Clock c) const {
            return fmt::format("time::Clock{{{}}}", minutes(c.since_midnight));
        }
        std::string operator()(const std::string& s) const { return fmt::format("std::string{{{}}}", literal(s)); }
        std::string operator()(const std::vector<std::string>& v) const { return texts(v); }
    };
    return std::visit(Writer{}, value);
}

std::string tier(const Tier& one) {
    std::string over = "std::nullopt";
    if (one.over) {
        const auto* name = std::get_if<std::string>(&*one.over);
        over = "std::variant<std::int64_t, std::string>{" +
               (name ? "std::string{" + literal(*name) + "}"
                     : fmt::format("std::int64_t{{{}}}", std::get<std::int64_t>(*one.over))) +
               "}";
    }
    std::vector<std::string> facts;
    for (const auto& [name, values] : one.facts)
        facts.push_back(fmt::format("{{{}, {}}}", literal(name), texts(values)));
    return fmt::format("{{{}, {}, {}}}", over, list(facts), severity(one.severity));
}

/// The statements that fill a selection; none for an empty one.
void write_conditions(const std::string& to, const Conditions& all, std::ostream& out) {
    for (const auto& one : all)
        out << fmt::format("    condition({}, {}, {});\n", to, literal(one.spec->key), texts(one.values));
}
void write_selection(const std::string& to, const Selection& one, std::ostream& out) {
    std::vector<std::string> of;
    for (const auto sort : one.of) of.push_back(fmt::format("Sort::{}", name_of(sort)));
    if (!of.empty()) out << fmt::format("    {}.of = {};\n", to, list(of));
    write_conditions(to + ".select", one.select, out);
    for (const auto& excuse : one.except) {
        out << fmt::format("    {}.except.emplace_back();\n", to);
        write_conditions(to + ".except.back()", excuse, out);
    }
}

void write_rule(const Rule& one, std::ostream& out) {
    out << fmt::format("    auto& rule = added(set, {{{}, {}, {}, {}}}, {}, {});\n", literal(one.id),
                       literal(one.family), literal(one.summary), literal(one.check), severity(one.severity),
                       one.always_on);
    write_selection("rule.selection", one.selection, out);
    write_selection("rule.other", one.other, out);
    for (const auto& t : one.tiers) out << fmt::format("    rule.tiers.push_back({});\n", tier(t));
    const auto wordings = [&](std::string_view name, const Wordings& all) {
        if (!all.empty()) out << fmt::format("    rule.{} = {};\n", name, texts(all));
    };
    wordings("message", one.message);
    wordings("arithmetic", one.arithmetic);
    wordings("help", one.help);
    for (const auto& [name, value] : one.with)
        out << fmt::format("    argument(rule, {}, {});\n", literal(name), value_of(value));
    for (const auto& p : one.parameters)
        out << fmt::format("    parameter(rule, {}, {}, {}, {});\n", literal(p.name), static_cast<int>(p.type),
                           value_of(p.standard), literal(p.means));
}

void write_profile(const Profile& one, std::ostream& out) {
    out << fmt::format("    auto& profile = set.profiles.emplace_back(Profile{{{}, {}, {}, {}, {{}}}});\n",
                       literal(one.name), literal(one.summary), one.overlay,
                       one.fail_on ? "std::optional{" + severity(*one.fail_on) + "}" : "std::nullopt");
    for (const auto& s : one.settings) {
        const auto* level = std::get_if<finding::Severity>(&s.value);
        out << fmt::format("    setting(profile, {}, {}, {});\n", literal(s.rule), literal(s.key),
                           level ? severity(*level)
                                 : "ParameterValue{" + value_of(std::get<finding::ParameterValue>(s.value)) + "}");
    }
}

std::string kind(const KindTraits& one) {
    const auto bound = [](const std::optional<time::minutes>& m) {
        return m ? "std::optional{" + minutes(*m) + "}" : std::string{"std::nullopt"};
    };
    return fmt::format("{{{}, *kind_class_named({}), {}, {}, {}, {}, {}, {}, {}}}", literal(one.name),
                       literal(name_of(one.kind_class)), bound(one.shortest), bound(one.longest), one.needs_moderator,
                       one.needs_speaker, one.beside_anything, one.optional, one.open_ended);
}

/// What the generated functions call: kept out of line, since a compiler that copies it into them takes a minute.
constexpr std::string_view helpers = R"(// Generated from rules/ at build time.
#include "engine/rule.hpp"

namespace agenda::engine {
namespace {

using finding::ParameterValue;

struct Names {
    const char *id, *family, *summary, *check;
};

[[gnu::noinline]] std::vector<std::string> texts(std::initializer_list<const char*> all) {
    return {all.begin(), all.end()};
}
[[gnu::noinline]] Rule& added(RuleSet& set, const Names& names, Severity severity, bool always_on) {
    auto& rule = set.rules.emplace_back();
    rule.id = names.id;
    rule.family = names.family;
    rule.summary = names.summary;
    rule.check = names.check;
    rule.severity = severity;
    rule.always_on = always_on;
    return rule;
}
[[gnu::noinline]] void condition(Conditions& to, const char* key, std::vector<std::string> values) {
    to.emplace_back(key, std::move(values));
}
[[gnu::noinline]] void argument(Rule& rule, const char* name, ParameterValue value) {
    rule.with.emplace_back(name, std::move(value));
}
[[gnu::noinline]] void parameter(Rule& rule, const char* name, int type, ParameterValue standard, const char* means) {
    rule.parameters.push_back({name, static_cast<finding::ParameterType>(type), std::move(standard), means});
}
[[gnu::noinline]] void setting(Profile& profile, const char* rule, const char* key,
                               std::variant<Severity, ParameterValue> value) {
    profile.settings.push_back({rule, key, std::move(value)});
}

)";

void write_rules(const RuleSet& rules, std::ostream& out) {
    out << helpers;
    std::string calls;
    std::size_t number = 0;
    const auto function = [&](const auto& write, const auto& one) {
        out << fmt::format("[[gnu::noinline]] void add_{}(RuleSet& set) {{\n", number);
        write(one, out);
        out << "}\n";
        calls += fmt::format("    add_{}(set);\n", number++);
    };
    for (const auto& one : rules.rules) function(write_rule, one);
    for (const auto& one : rules.profiles) function(write_profile, one);
    out << "\n} // namespace\n\nRuleSet standard_rules() {\n    RuleSet set;\n";
    out << fmt::format("    set.rules.reserve({});\n", rules.rules.size()) << calls;
    out << "    std::vector<KindTraits> kinds;\n";
    for (const auto& one : rules.kinds.all()) out << "    kinds.push_back(KindTraits" << kind(one) << ");\n";
    out << "    set.kinds = Kinds{std::move(kinds)};\n    return set;\n}\n\n} // namespace agenda::engine\n";
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: embed_rules RULES OUT\n";
        return 2;
    }
    RuleSet rules;
    std::vector<Trouble> troubles;
    add_rule_files(arguments[1], rules, troubles);
    for (const auto& trouble : troubles) std::cerr << trouble.text() << "\n";
    if (!troubles.empty()) return 1;
    std::ofstream out{arguments[2]};
    write_rules(rules, out);
    return out.flush() ? 0 : 2;
}
