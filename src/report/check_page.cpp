// SPDX-License-Identifier: MIT
#include "report/check_page.hpp"
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::report {
namespace {

/// "a, b, c" of words separated by spaces, each in backticks.
std::string listing(std::string_view words) {
    std::string result;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        result += (result.empty() ? "`" : ", `") + std::string{words.substr(0, end)} + "`";
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return result;
}

/// A bar would end the cell of a table.
std::string table_cell(std::string_view text) {
    std::string result;
    for (const char c : text) (result += c == '|' ? "\\" : "") += c;
    return result;
}

std::string takes(const checks::ArgumentSpec& argument) {
    if (argument.kinds) return "a list of kinds of slot";
    if (argument.words.empty()) return std::string{describe(argument.type)};
    return (argument.type == finding::ParameterType::names ? "a list of " : "one of ") + listing(argument.words);
}

std::string takes(const ConditionSpec& condition) {
    switch (condition.values) {
    case ConditionValues::names: return "any text";
    case ConditionValues::kinds: return "a kind of slot";
    case ConditionValues::words: return listing(condition.words);
    case ConditionValues::days: return "`first`, `last`, a weekday in small letters, or a date";
    case ConditionValues::people: return "a person's id";
    case ConditionValues::rooms: return "a room's id or label";
    case ConditionValues::tracks: return "a track's id or label";
    case ConditionValues::flag: return "`true` or `false`";
    case ConditionValues::keys: return "a key of the table";
    }
    return {};
}

void write_selection(const checks::Check& check, std::ostream& out) {
    const auto others = check.others.empty() ? check.selects : check.others;
    if (check.selects.empty()) out << "Takes no `[select]`.\n";
    if (!check.selects.empty()) fmt::print(out, "`[select]` chooses by `of`: {}.\n", listing(check.selects));
    if (check.relates) fmt::print(out, "Needs an `[other]`, which chooses: {}.\n", listing(others));
    if (!check.measure.empty()) fmt::print(out, "A tier's `over` compares `{}`.\n", check.measure);
}

} // namespace

void write_check_page(const checks::Check& check, std::ostream& out) {
    fmt::print(out, "## {}\n\n{}.\n\n", check.name, check.means);
    write_selection(check, out);
    if (!check.arguments.empty()) out << "\n| argument | takes | what it means |\n| --- | --- | --- |\n";
    for (const auto& one : check.arguments)
        fmt::print(out, "| `{}`{} | {} | {} |\n", one.name, one.required ? " (required)" : "", table_cell(takes(one)),
                   table_cell(one.means));
    if (!check.fields.empty()) out << "\n| field of a message | what it says |\n| --- | --- |\n";
    for (const auto& field : check.fields)
        fmt::print(out, "| `{}`{} | {} |\n", field.name, field.always ? "" : " (not always)", table_cell(field.means));
}

void write_conditions(std::ostream& out) {
    out << "## Conditions\n\nA thing is selected where all conditions of `[select]` hold, and those of no `[[except]]` "
           "do. A condition with a list holds for any of its values. What is true of a slot is true of its items and "
           "of the people in it.\n\n| condition | of | takes | what it means |\n| --- | --- | --- | --- |\n";
    for (const auto& one : condition_specs())
        fmt::print(out, "| `{}` | {} | {} | {} |\n", one.key, one.sorts.names, table_cell(takes(one)),
                   table_cell(one.means));
}

void write_all_checks(std::ostream& out) {
    out << "# The checks\n\nA rule file calls upon one check, with `[select]`, `[with]` and `[parameters]`. This page "
           "is made by `agenda-lint rules checks`.\n\n";
    for (const auto& check : checks::all()) fmt::print(out, "- [{0}](#{0}): {1}\n", check.name, check.means);
    out << "- [Conditions](#conditions) of `[select]`, `[[except]]` and `[other]`\n\n";
    for (const auto& check : checks::all()) {
        write_check_page(check, out);
        out << '\n';
    }
    write_conditions(out);
}

} // namespace agenda::report
