// SPDX-License-Identifier: MIT
// The files beside an agenda: rules of one's own, agenda-lint.toml, baselines.
#include "engine/config.hpp"
#include "engine/rule_reader.hpp"
#include "fuzz.hpp"
#include "gate/baseline.hpp"
#include <algorithm>
#include <sstream>

namespace fuzz {
namespace {

constexpr std::string_view small_agenda = R"([event]
title = "Forum"
dates = [2026-06-01]
timezone = "Europe/Zurich"
[people]
lee = { name = "Ann Lee", org = "KTH" }
[[day]]
date = 2026-06-01
[[day.slot]]
id = "a"
time = "9:00-12:30"
kind = "panel"
title = "Rivers"
room = "Aula"
speakers = ["lee"]
[[day.slot]]
id = "b"
time = "12:00-13:00"
title = "Lakes"
room = "Aula"
speakers = ["lee"]
)";

/// Whether a configuration names rules somewhere in the system, where a fuzzer has no business.
bool looks_outside(const std::shared_ptr<const source::Text>& config) {
    const source::Document document{config};
    const auto named = document.root().find("rule-directories");
    if (!named) return false;
    const auto is_whole = [](const source::Value& path) { return path.string().starts_with('/'); };
    const auto elements = named->elements();
    return is_whole(*named) || std::any_of(elements.begin(), elements.end(), is_whole);
}

std::vector<std::string> lines_of(const std::vector<gate::Known>& known) {
    std::vector<std::string> lines;
    for (const auto& one : known) lines.push_back(gate::line_of(one));
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

/// What it knows is the same when it is written and read again.
void is_read_back(const std::vector<gate::Known>& known) {
    std::ostringstream out;
    gate::write_baseline(known, out);
    std::vector<engine::Trouble> troubles;
    const auto again = gate::read_baseline(text("again.txt", out.str()), troubles);
    holds(troubles.empty(), "a baseline as it is written can be read");
    holds(lines_of(again.known) == lines_of(known), "a baseline is read back as it was written");
    std::ostringstream twice;
    gate::write_baseline(again.known, twice);
    holds(twice.str() == out.str(), "a baseline is written again as it was read");
}

} // namespace

/// A rule that is sound is run over an agenda with many faults, and over its own examples.
void rule_file(std::string_view input) {
    engine::RulePage page;
    std::vector<engine::Trouble> troubles;
    auto rule = engine::read_rule(text("rule.toml", input), "own-rule", "time", &page, standard().kinds, troubles);
    for (const auto& trouble : troubles) holds(!trouble.what.empty(), "a trouble says what is wrong");
    holds(rule || !troubles.empty(), "a rule that is not read has a trouble");
    if (!rule || !troubles.empty()) return;
    engine::RuleSet rules;
    rules.kinds = standard().kinds;
    rules.rules.push_back(std::move(*rule));
    static const auto faulty =
        load::load(text("faulty.toml", file("data/agenda-with-conflicts.toml")), standard().kinds);
    engine::run(faulty, engine::Settings{rules});
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(page.examples.size(), most); ++i) {
        const auto& example = page.examples[i];
        const auto include = [&](const std::string& path) { return load::IncludedText{path, example.shared, path}; };
        checked({text("example", example.agenda), include}, rules);
    }
}

void config_file(std::string_view input) {
    const auto config = text("no-such-folder/agenda-lint.toml", input);
    if (looks_outside(config)) return;
    static auto rules = engine::standard_rules(); // no directory is found, so that none is added
    std::vector<engine::Trouble> troubles;
    const auto read = engine::read_config(config, {}, rules, troubles);
    for (const auto& trouble : troubles) holds(!trouble.text().empty(), "a trouble says what is wrong");
    if (!troubles.empty()) return;
    engine::Choice choice;
    choice.config = config->name();
    choice.config_profiles = read.profiles;
    choice.config_settings = read.settings;
    checked({text("agenda.toml", small_agenda)}, rules, choice, {}, {read.accepts, read.text, {}});
}

void baseline_file(std::string_view input) {
    std::vector<engine::Trouble> troubles;
    const auto baseline = gate::read_baseline(text("known.txt", input), troubles);
    for (const auto& trouble : troubles) holds(!trouble.text().empty(), "a trouble says what is wrong");
    if (!troubles.empty()) return;
    is_read_back(baseline.known);
    static auto sample = checked({text("agenda.toml", small_agenda)}, standard());
    auto result = sample.result;
    const gate::Judged judged{sample.loaded, sample.settings, result};
    const auto knowable = gate::knowable(judged, "agenda.toml");
    is_read_back(knowable);
    gate::apply_baseline(judged, baseline, "agenda.toml");
    holds(gate::held(judged, baseline, "agenda.toml").size() <= baseline.known.size(), "no line is held twice");
}

} // namespace fuzz
