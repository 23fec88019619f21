// SPDX-License-Identifier: MIT
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "app/setup.hpp"
#include "report/report.hpp"
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <unistd.h>

namespace agenda::app {
namespace {

struct Output {
    const report::Format* format;
    std::string file; ///< empty: standard output
};

Output output_of(const std::string& option) {
    const auto equals = option.find('=');
    const auto name = option.substr(0, equals);
    const auto* format = report::find_format(name);
    if (!format) {
        std::vector<std::string_view> known;
        for (const auto& one : report::formats()) known.push_back(one.name);
        std::string all;
        for (const auto one : known) all += (all.empty() ? "`" : ", `") + std::string{one} + "`";
        throw Failure{"there is no format `" + name + "`" + did_you_mean(name, known) + " (" + all + ")"};
    }
    if (equals != std::string::npos && equals + 1 == option.size())
        throw Failure{"--format " + option + " names no file"};
    return {format, equals == std::string::npos ? std::string{} : option.substr(equals + 1)};
}

std::vector<Output> outputs_of(const std::vector<std::string>& options) {
    std::vector<Output> outputs;
    for (const auto& option : options) outputs.push_back(output_of(option));
    if (outputs.empty()) outputs.push_back(output_of("text"));
    std::size_t to_standard_output = 0;
    for (const auto& output : outputs) to_standard_output += output.file.empty() ? 1 : 0;
    if (to_standard_output > 1)
        throw Failure{"only one format can go to standard output; write the others as FORMAT=FILE"};
    return outputs;
}

bool is_set(const char* name) {
    const auto* value = std::getenv(name);
    return value && *value;
}

/// --color, then NO_COLOR, then CLICOLOR_FORCE, then whether it is a terminal.
bool colored(const std::string& option) {
    if (option != "auto") return option == "always";
    if (is_set("NO_COLOR")) return false;
    if (is_set("CLICOLOR_FORCE") && std::string_view{std::getenv("CLICOLOR_FORCE")} != "0") return true;
    return ::isatty(STDOUT_FILENO) == 1;
}

time::Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

std::optional<time::Date> date_of(const std::string& option) {
    if (option.empty()) return std::nullopt;
    const auto date = time::parse_date(option);
    if (!date) throw Failure{"--as-of takes a date such as 2026-06-30, not `" + option + "`"};
    return date;
}

/// The rules that found something, with their pages. An agenda's rules are those of its setup.
std::vector<report::FoundRule> found_rules(const std::vector<report::CheckedAgenda>& agendas,
                                           const std::vector<const Setup*>& setups) {
    std::map<std::string_view, const Setup*> found;
    for (std::size_t i = 0; i < agendas.size(); ++i)
        for (const auto& finding : agendas[i].result.findings) found.try_emplace(finding.rule, setups[i]);
    std::vector<report::FoundRule> result;
    for (const auto& [id, setup] : found) {
        const auto* rule = setup->rules.rule(id);
        result.push_back({rule, &setup->rules.profiles, page_of(*rule, setup->rules)});
    }
    return result;
}

bool explains_rules(const std::vector<Output>& outputs) {
    return std::any_of(outputs.begin(), outputs.end(), [](const Output& one) { return one.format->explains; });
}

} // namespace

int check(const CheckOptions& options) {
    const auto outputs = outputs_of(options.formats);
    const auto as_of = date_of(options.as_of);
    report::Report report;
    report.version = AGENDA_LINT_VERSION;
    report.show_accepted = options.show_accepted;
    Setups setups{options.rules};
    std::vector<Checked> agendas;
    std::vector<gate::AcceptList*> configs;
    std::vector<const Setup*> setup_of;
    for (const auto& path : agendas_of(options.agendas)) {
        auto& setup = setups.at(path);
        agendas.push_back(checked(read_agenda(path, options.stdin_filename), setup.rules, setup.choice));
        auto& one = agendas.back();
        one.agenda.loaded.rules.reset();
        one.agenda.loaded.document.reset(); // what the settings said is taken over; the tree is several times the file
        one.agenda.fail_on = gate::threshold(setup.fail_on, one.profiles);
        configs.push_back(&setup.accepts);
        setup_of.push_back(&setup);
    }
    if (depends_on_date(agendas, configs)) report.as_of = as_of.value_or(today());
    accept(agendas, configs, report.as_of);
    for (auto& one : agendas) report.agendas.push_back(std::move(one.agenda));
    if (explains_rules(outputs)) report.rules = found_rules(report.agendas, setup_of);
    for (const auto& output : outputs) {
        report.color = output.file.empty() && colored(options.color);
        if (output.file.empty()) {
            output.format->write(report, std::cout);
            finish_output(std::cout);
        } else {
            write_file(output.file, [&](std::ostream& out) { output.format->write(report, out); });
        }
    }
    return report.failed() ? 1 : 0;
}

} // namespace agenda::app
