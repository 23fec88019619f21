// SPDX-License-Identifier: MIT
#include "app/setup.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "engine/rule_files.hpp"
#include <algorithm>
#include <set>

namespace agenda::app {
namespace {

std::string config_path(const RuleOptions& options, const std::string& agenda) {
    if (options.no_config) return {};
    if (!options.config.empty()) return options.config;
    const auto folder = agenda == "-" ? std::filesystem::path{} : std::filesystem::path{agenda}.parent_path();
    const auto found = engine::find_config(folder);
    return found ? found->string() : std::string{};
}

/// What the agenda itself says of its rules, as it is written.
revision::SaidOfRules said_of_rules(const load::Loaded& loaded) {
    revision::SaidOfRules result;
    if (loaded.rules)
        for (const auto& rule : loaded.rules->entries())
            for (const auto& setting : rule.value.entries())
                result["rules." + std::string{rule.key} + "." + std::string{setting.key}] = setting.value.written();
    for (const auto& accept : loaded.accepts) {
        auto about = accept.about;
        std::sort(about.begin(), about.end());
        std::string key = "accept " + accept.rule;
        for (const auto& one : about) key += " " + one;
        result[key] = accept.reason + (accept.by.empty() ? "" : " (" + accept.by + ")") +
                      (accept.until ? " until " + time::format_date(*accept.until) : "");
    }
    return result;
}

/// Lets what was read of the file go: the model and the settings have taken over what it says.
void forget_document(load::Loaded& loaded) {
    loaded.rules.reset();
    loaded.document.reset();
    for (auto& file : loaded.included) file.document.reset();
}

} // namespace

Setup& Setups::at(const std::string& agenda) {
    const auto path = config_path(options_, agenda);
    auto& setup = by_config_[path];
    if (!setup) setup = make(path);
    return *setup;
}

std::unique_ptr<Setup> Setups::make(const std::string& config) const {
    auto setup = std::make_unique<Setup>();
    setup->rules = engine::standard_rules();
    std::vector<engine::Trouble> troubles;
    std::shared_ptr<const source::Text> text;
    if (!config.empty()) text = engine::read_text(config, troubles);
    if (text)
        setup->config = engine::read_config(text, options_.directories, setup->rules, troubles);
    else
        for (const auto& directory : options_.directories) engine::add_rule_files(directory, setup->rules, troubles);
    refuse(troubles);
    setup->choice = choice_of(options_, setup->rules);
    if (setup->config) {
        setup->choice.config = config;
        setup->choice.config_profiles = setup->config->profiles;
        setup->choice.config_settings = setup->config->settings;
        setup->accepts = {setup->config->accepts, setup->config->text, {}};
        setup->fail_on = setup->config->fail_on;
        if (const auto& baseline = setup->config->baseline; !baseline.empty())
            setup->baseline = (std::filesystem::path{config}.parent_path() / baseline).string();
    }
    if (!options_.fail_on.empty()) {
        setup->fail_on = gate::threshold_named(options_.fail_on);
        setup->fail_on_by_command_line = true;
    }
    return setup;
}

Checked checked(load::Input input, const engine::RuleSet& rules, const engine::Choice& choice, const Checking& how) {
    report::CheckedAgenda agenda;
    if (how.begins) how.begins("loading");
    agenda.loaded = load::load(std::move(input), rules.kinds, how.as);
    if (!agenda.loaded.zone_trouble.empty()) throw Failure{agenda.loaded.zone_trouble};
    if (how.begins) how.begins("checking");
    auto chosen = engine::settings_for(agenda.loaded, rules, choice);
    auto said = said_of_rules(agenda.loaded);
    if (!how.keep_document) forget_document(agenda.loaded);
    agenda.result = engine::run(agenda.loaded, chosen.settings);
    for (const auto* profile : chosen.profiles) agenda.profiles.push_back(profile->name);
    gate::AcceptList accepts{agenda.loaded.accepts, nullptr, {}};
    return {std::move(agenda), std::move(chosen.settings), std::move(chosen.profiles), std::move(accepts),
            std::move(said)};
}

std::optional<time::Date> date_of(const std::string& option) {
    if (option.empty()) return std::nullopt;
    const auto date = time::parse_date(option);
    if (!date) throw Failure{"--as-of takes a date such as 2026-06-30, not `" + option + "`"};
    return date;
}

time::Date today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

bool depends_on_date(const std::vector<Checked>& agendas, const std::vector<gate::AcceptList*>& configs) {
    return std::any_of(agendas.begin(), agendas.end(),
                       [](const Checked& one) { return one.accepts.depends_on_date(); }) ||
           std::any_of(configs.begin(), configs.end(), [](const auto* list) { return list->depends_on_date(); });
}

void accept(std::vector<Checked>& agendas, const std::vector<gate::AcceptList*>& configs,
            std::optional<time::Date> as_of) {
    const auto judged = [&](Checked& one) { return gate::Judged{one.agenda.loaded, one.settings, one.agenda.result}; };
    for (std::size_t i = 0; i < agendas.size(); ++i) {
        gate::accept_findings(judged(agendas[i]), agendas[i].accepts, as_of);
        gate::accept_findings(judged(agendas[i]), *configs[i], as_of);
    }
    for (auto& one : agendas) gate::tell_unused({judged(one)}, one.accepts);
    for (auto* list : std::set<gate::AcceptList*>{configs.begin(), configs.end()}) {
        std::vector<gate::Judged> under;
        for (std::size_t i = 0; i < agendas.size(); ++i)
            if (configs[i] == list) under.push_back(judged(agendas[i]));
        gate::tell_unused(under, *list);
    }
    for (auto& one : agendas) gate::settle_statuses(one.agenda.result);
}

std::vector<report::FoundRule> found_rules(const std::vector<report::CheckedAgenda>& agendas,
                                           const std::function<const engine::RuleSet*(std::size_t)>& rules_of) {
    std::vector<const report::CheckedAgenda*> pointers;
    for (const auto& agenda : agendas) pointers.push_back(&agenda);
    return found_rules(pointers, rules_of);
}

std::vector<report::FoundRule> found_rules(const std::vector<const report::CheckedAgenda*>& agendas,
                                           const std::function<const engine::RuleSet*(std::size_t)>& rules_of) {
    std::map<std::string_view, const engine::RuleSet*> found;
    for (std::size_t i = 0; i < agendas.size(); ++i)
        for (const auto& finding : agendas[i]->result.findings) found.try_emplace(finding.rule, rules_of(i));
    std::vector<report::FoundRule> result;
    for (const auto& [id, rules] : found) {
        const auto* rule = rules->rule(id);
        result.push_back({rule, &rules->profiles, page_of(*rule, *rules)});
    }
    return result;
}

} // namespace agenda::app
