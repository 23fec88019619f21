// SPDX-License-Identifier: MIT
#include "fuzz.hpp"
#include "source/file.hpp"
#include <cstdlib>
#include <iostream>
#include <set>

namespace fuzz {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_days run_on{2026y / 6 / 30};
/// No agenda has a date outside the years 1 to 9999; what is on it may begin and end some days beyond.
constexpr std::chrono::sys_days first_day{std::chrono::year{0} / 12 / 1};
constexpr std::chrono::minutes longest_slot{100 * 60};
constexpr std::chrono::sys_days last_day{std::chrono::year{10000} / 1 / 31};

std::size_t end_of(const load::Loaded& loaded) {
    return loaded.included.empty() ? loaded.text->end() : loaded.included.back().text->end();
}

/// Where a report would look for the place.
void has_place(source::Span at, const source::Text* file, const load::Loaded& loaded) {
    holds(at.offset <= at.end(), "a place ends behind its begin");
    holds(at.end() <= (file ? file->end() : end_of(loaded)), "a place lies in its file");
    const auto& shown = file ? *file : loaded.text->file_at(at.offset);
    const auto position = shown.position(at.offset, source::Unit::cells);
    holds(position.line <= shown.line_count(), "a place is in a line of its file");
}

void has_places(const finding::Draft& draft, const load::Loaded& loaded) {
    has_place(draft.at, draft.file, loaded);
    for (const auto& related : draft.related) has_place(related.at, related.file, loaded);
    const std::set<std::string_view> about{draft.about.begin(), draft.about.end()};
    holds(about.size() == draft.about.size(), "a finding is about nothing twice");
}

void is_sound(const engine::Result& result, const load::Loaded& loaded) {
    std::set<std::uint64_t> fingerprints;
    for (const auto& finding : result.findings) {
        has_places(finding.draft, loaded);
        holds(!finding.message().empty(), "a finding says something");
        holds(finding.severity != finding::Severity::off, "what is off finds nothing");
        holds(fingerprints.insert(finding.fingerprint).second, "no two findings have one fingerprint");
    }
}

} // namespace

void holds(bool property, std::string_view what) {
    if (property) return;
    std::cerr << "fuzz: this does not hold: " << what << '\n';
    std::abort();
}

std::pair<std::string, std::string> parted(std::string_view input) {
    constexpr std::string_view line = "#-- next file\n";
    const auto at = input.find(line);
    if (at == std::string_view::npos) return {std::string{input}, {}};
    return {std::string{input.substr(0, at)}, std::string{input.substr(at + line.size())}};
}

std::shared_ptr<const source::Text> text(std::string name, std::string_view bytes) {
    return std::make_shared<const source::Text>(std::move(name), std::string{bytes});
}

std::string file(const std::string& path_in_tree) {
    auto read = source::read_file(std::string{AGENDA_SOURCE_DIR} + "/" + path_in_tree);
    holds(std::holds_alternative<std::string>(read), path_in_tree + " can be read");
    return std::get<std::string>(std::move(read));
}

const engine::RuleSet& standard() {
    static const auto rules = engine::standard_rules();
    return rules;
}

void is_sound(const load::Loaded& loaded) {
    const auto& agenda = loaded.agenda;
    // Slots without a start follow one another.
    const auto beyond = longest_slot * static_cast<std::int64_t>(agenda.slots.size() + 1);
    for (const auto& slot : agenda.slots) {
        if (slot.when) {
            holds(slot.when->start < slot.when->end, "a slot ends after its start");
            holds(slot.when->start >= first_day, "a slot begins in the years that there are");
            holds(slot.when->end <= last_day + beyond, "a slot ends in the years that there are");
            holds(slot.clock && slot.start && *slot.start == slot.clock->start, "a slot on the clock says when it is");
        }
        for (const auto& item : slot.items)
            if (item.when) holds(item.clock && item.when->start < item.when->end, "an item ends after its start");
        holds(static_cast<std::size_t>(slot.day) < agenda.days.size(), "a slot is of some day");
    }
    for (const auto& slot : agenda.slots) holds(!slot.id.empty(), "a slot has an id");
    for (const auto& fault : loaded.faults) has_place(fault.draft.at, fault.draft.file, loaded);
}

Checked checked(load::Input input, const engine::RuleSet& rules, const engine::Choice& choice,
                const load::formats::ReadAs& as, gate::AcceptList of_config) {
    auto loaded = load::load(std::move(input), rules.kinds, as);
    holds(loaded.zone_trouble.empty(), "the system's zones can be used");
    auto settings = engine::settings_for(loaded, rules, choice).settings;
    is_sound(loaded);
    auto result = engine::run(loaded, settings);
    Checked one{std::move(loaded), std::move(settings), std::move(result)};
    gate::AcceptList own{one.loaded.accepts, nullptr, {}};
    for (auto* list : {&own, &of_config}) {
        gate::accept_findings(one.judged(), *list, time::Date{run_on});
        gate::tell_unused({one.judged()}, *list);
    }
    gate::settle_statuses(one.result);
    is_sound(one.result, one.loaded);
    return one;
}

} // namespace fuzz
