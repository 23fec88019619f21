// SPDX-License-Identifier: MIT
// config: what is in force for an agenda, and who said so.
#include "app/files.hpp"
#include "app/setup.hpp"
#include "report/rule_table.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

namespace agenda::app {
namespace {

using engine::Profile;
using nlohmann::ordered_json;

/// A value and who gave it; an empty origin is the tool's own.
struct Origin {
    std::string value, from;
};

struct Effective {
    std::string agenda, config;
    std::vector<Origin> profiles, rule_directories;
    Origin fail_on;
    std::vector<Origin> baseline; ///< one or none
    std::size_t accepted_in_agenda = 0, accepted_in_config = 0;
};

bool names(const std::vector<const Profile*>& profiles, const Profile* profile) {
    return std::find(profiles.begin(), profiles.end(), profile) != profiles.end();
}

Origin fail_on_of(const Setup& setup, const std::vector<const Profile*>& profiles) {
    Origin result{std::string{gate::name_of_threshold(gate::threshold(setup.fail_on, profiles))}, {}};
    if (setup.fail_on) {
        result.from = setup.fail_on_by_command_line ? "the command line" : setup.choice.config;
        return result;
    }
    for (const auto* profile : profiles)
        if (profile->fail_on) result.from = "profile " + profile->name;
    return result;
}

Effective effective(const Setup& setup, const load::Loaded& loaded, const std::vector<const Profile*>& profiles,
                    const ConfigOptions& options, const std::string& agenda) {
    Effective result;
    result.agenda = agenda;
    result.config = setup.choice.config;
    for (const auto* profile : profiles)
        result.profiles.push_back({profile->name, names(setup.choice.profiles, profile)          ? "the command line"
                                                  : names(setup.choice.config_profiles, profile) ? setup.choice.config
                                                                                                 : "the agenda"});
    if (setup.config)
        for (const auto& directory : setup.config->rule_directories)
            result.rule_directories.push_back({directory, setup.choice.config});
    for (const auto& directory : options.rules.directories)
        result.rule_directories.push_back({directory, "the command line"});
    result.fail_on = fail_on_of(setup, profiles);
    if (!setup.baseline.empty()) result.baseline.push_back({setup.baseline, setup.choice.config});
    result.accepted_in_agenda = loaded.accepts.size();
    result.accepted_in_config = setup.accepts.accepts.size();
    return result;
}

std::string listed(const std::vector<Origin>& all) {
    std::string result;
    for (const auto& [value, from] : all)
        result += fmt::format("{}{}{}", result.empty() ? "" : ", ", value, from.empty() ? "" : " (" + from + ")");
    return result.empty() ? "none" : result;
}

void write_text(const Effective& effective, const engine::Settings& settings) {
    const auto line = [](std::string_view name, std::string_view value) {
        std::cout << fmt::format("{:<15} {}\n", name, source::visible(value));
    };
    line("agenda", effective.agenda.empty() ? "none" : effective.agenda);
    line("configuration", effective.config.empty() ? "none (no agenda-lint.toml)" : effective.config);
    line("profiles", listed(effective.profiles));
    line("fails from", listed({effective.fail_on}));
    line("rule files", listed(effective.rule_directories));
    line("baseline", listed(effective.baseline));
    line("accepted", fmt::format("{} in the agenda, {} in agenda-lint.toml", effective.accepted_in_agenda,
                                 effective.accepted_in_config));
    std::cout << "\nWhat differs from the rules' own severities and parameters (agenda-lint rules shows all):\n\n";
    report::write_rule_table(settings, true, std::cout);
}

ordered_json json_of(const std::vector<Origin>& all) {
    auto result = ordered_json::array();
    for (const auto& [value, from] : all)
        result.push_back({{"value", value}, {"from", from.empty() ? ordered_json() : ordered_json(from)}});
    return result;
}

void write_json(const Effective& effective, const engine::Settings& settings) {
    const auto or_null = [](const std::string& text) { return text.empty() ? ordered_json() : ordered_json(text); };
    const ordered_json result{
        {"schema", "agenda-lint/config/1"},
        {"agenda", or_null(effective.agenda)},
        {"configuration", or_null(effective.config)},
        {"profiles", json_of(effective.profiles)},
        {"fail_on", json_of({effective.fail_on})[0]},
        {"rule_directories", json_of(effective.rule_directories)},
        {"baseline", effective.baseline.empty() ? ordered_json() : json_of(effective.baseline)[0]},
        {"accepted", {{"agenda", effective.accepted_in_agenda}, {"configuration", effective.accepted_in_config}}},
        {"rules", ordered_json::parse(report::rule_table_json(settings))}};
    std::cout << result.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

/// The agenda that is named, else the one that `check` would take, else none.
std::string agenda_of(const std::string& named) {
    if (!named.empty()) return named;
    std::error_code error;
    for (const auto* path : {"agenda.toml", "data/agenda.toml"})
        if (std::filesystem::exists(path, error)) return path;
    return {};
}

} // namespace

int config(const ConfigOptions& options) {
    const auto agenda = agenda_of(options.agenda);
    Setups setups{options.rules};
    auto& setup = setups.at(agenda.empty() ? "-" : agenda);
    auto loaded = load::load(agenda.empty() ? no_agenda() : read_agenda(agenda, options.input.stdin_filename),
                             setup.rules.kinds, read_as(options.input));
    const auto chosen = engine::settings_for(loaded, setup.rules, setup.choice);
    const auto all = effective(setup, loaded, chosen.profiles, options, agenda);
    if (options.format == "json")
        write_json(all, chosen.settings);
    else
        write_text(all, chosen.settings);
    finish_output(std::cout);
    return 0;
}

} // namespace agenda::app
