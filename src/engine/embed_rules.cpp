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
    return "std::vector<std::string>" + list(items);
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

std::string conditions(const Conditions& all) {
    std::vector<std::string> items;
    for (const auto& one : all) items.push_back(fmt::format("{{{}, {}}}", literal(one.spec->key), texts(one.values)));
    return "Conditions" + list(items);
}

std::string selection(const Selection& one) {
    std::vector<std::string> of, except;
    for (const auto sort : one.of) of.push_back(fmt::format("Sort::{}", name_of(sort)));
    for (const auto& excuse : one.except) except.push_back(conditions(excuse));
    return fmt::format("Selection{{{}, {}, {}}}", list(of), conditions(one.select), list(except));
}

std::string rule(const Rule& one) {
    std::vector<std::string> tiers, with, parameters;
    for (const auto& t : one.tiers) tiers.push_back(tier(t));
    for (const auto& [name, value] : one.with)
        with.push_back(fmt::format("{{{}, {}}}", literal(name), value_of(value)));
    for (const auto& p : one.parameters)
        parameters.push_back(fmt::format("{{{}, static_cast<finding::ParameterType>({}), {}, {}}}", literal(p.name),
                                         static_cast<int>(p.type), value_of(p.standard), literal(p.means)));
    return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}}", literal(one.id),
                       literal(one.family), literal(""), literal(one.summary), literal(one.check),
                       severity(one.severity), one.always_on, selection(one.selection), selection(one.other),
                       list(tiers), texts(one.message), texts(one.arithmetic), texts(one.help), list(with),
                       list(parameters));
}

std::string profile(const Profile& one) {
    std::vector<std::string> settings;
    for (const auto& s : one.settings) {
        const auto* level = std::get_if<finding::Severity>(&s.value);
        settings.push_back(fmt::format("{{{}, {}, {}}}", literal(s.rule), literal(s.key),
                                       level ? severity(*level)
                                             : "finding::ParameterValue{" +
                                                   value_of(std::get<finding::ParameterValue>(s.value)) + "}"));
    }
    return fmt::format("{{{}, {}, {}, {}, {}}}", literal(one.name), literal(one.summary), one.overlay,
                       one.fail_on ? "std::optional{" + severity(*one.fail_on) + "}" : "std::nullopt", list(settings));
}

std::string kind(const KindTraits& one) {
    const auto bound = [](const std::optional<time::minutes>& m) {
        return m ? "std::optional{" + minutes(*m) + "}" : std::string{"std::nullopt"};
    };
    return fmt::format("{{{}, *kind_class_named({}), {}, {}, {}, {}, {}, {}, {}}}", literal(one.name),
                       literal(name_of(one.kind_class)), bound(one.shortest), bound(one.longest), one.needs_moderator,
                       one.needs_speaker, one.beside_anything, one.optional, one.open_ended);
}

void write_rules(const RuleSet& rules, std::ostream& out) {
    out << "// Generated from rules/ at build time.\n#include \"engine/rule.hpp\"\n\nnamespace agenda::engine "
           "{\n\nRuleSet standard_rules() {\n    RuleSet set;\n";
    out << fmt::format("    set.rules.reserve({});\n", rules.rules.size());
    for (const auto& one : rules.rules) out << "    set.rules.push_back(Rule" << rule(one) << ");\n";
    for (const auto& one : rules.profiles) out << "    set.profiles.push_back(Profile" << profile(one) << ");\n";
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
