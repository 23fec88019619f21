// SPDX-License-Identifier: MIT
// agenda-lint/report/1. Columns are 1-based code points, ends exclusive. No finding is ever left out.
#include "report/report.hpp"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace agenda::report {
namespace {

using nlohmann::ordered_json;
using source::Unit;

ordered_json json_of(const Extra& extra) {
    struct Writer {
        ordered_json operator()(const std::string& text) const { return text; }
        ordered_json operator()(std::int64_t number) const { return number; }
        ordered_json operator()(double number) const { return number; }
        ordered_json operator()(bool flag) const { return flag; }
        ordered_json operator()(const ExtraList& list) const {
            auto result = ordered_json::array();
            for (const auto& one : list) result.push_back(json_of(one));
            return result;
        }
        ordered_json operator()(const ExtraTable& table) const {
            auto result = ordered_json::object();
            for (const auto& [key, value] : table) result[key] = json_of(value);
            return result;
        }
    };
    return std::visit(Writer{}, extra.value);
}

/// The user's own `x-...` keys, by what they stand in.
ordered_json extras_of(const Agenda& agenda) {
    auto result = ordered_json::object();
    const auto add = [&](const std::string& about, const ExtraTable& extra) {
        for (const auto& [key, value] : extra) result[about][key] = json_of(value);
    };
    add("event", agenda.event.extra);
    const auto add_all = [&](const auto& table, auto index) {
        for (; index < table.next(); index = static_cast<decltype(index)>(static_cast<std::uint32_t>(index) + 1))
            add(agenda.about(index), table[index].extra);
    };
    add_all(agenda.people, PersonIndex{0});
    add_all(agenda.rooms, RoomIndex{0});
    add_all(agenda.tracks, TrackIndex{0});
    add_all(agenda.days, DayIndex{0});
    add_all(agenda.slots, SlotIndex{0});
    for (const auto& slot : agenda.slots)
        for (std::size_t i = 0; i < slot.items.size(); ++i)
            add("slot:" + slot.id + "/item:" + std::to_string(i + 1), slot.items[i].extra);
    for (const auto& [where, extra] : agenda.other_extra) add(where, extra);
    return result;
}

ordered_json agenda_of(const CheckedAgenda& checked) {
    const auto& agenda = checked.loaded.agenda;
    const auto derived =
        std::count_if(agenda.slots.begin(), agenda.slots.end(), [](const Slot& slot) { return slot.id_derived; });
    ordered_json result{{"path", checked.loaded.text->name()},
                        {"title", agenda.event.title},
                        {"timezone", agenda.zone ? ordered_json(agenda.zone->name()) : ordered_json()},
                        {"days", agenda.days.size()},
                        {"slots", agenda.slots.size()},
                        {"people", agenda.people.size()},
                        {"derived_ids", derived}};
    if (auto extras = extras_of(agenda); !extras.empty()) result["extra"] = std::move(extras);
    return result;
}

void add_region(ordered_json& into, const source::Text& text, source::Span span) {
    const auto begin = text.position(span.offset, Unit::code_points);
    const auto end = text.position(span.end(), Unit::code_points);
    into["line"] = begin.line;
    into["column"] = begin.column;
    into["end_line"] = end.line;
    into["end_column"] = end.column;
}

ordered_json facts_of(const finding::Facts& facts) {
    auto result = ordered_json::object();
    for (const auto& fact : facts) {
        std::string name{fact.name};
        std::replace(name.begin(), name.end(), '-', '_');
        std::visit([&](const auto& value) { result[name] = value; }, fact.value);
    }
    return result;
}

ordered_json finding_of(const finding::Finding& finding, const source::Text& text) {
    ordered_json result{{"rule", finding.rule},
                        {"severity", finding::name_of(finding.severity)},
                        {"message", finding.message},
                        {"fingerprint", finding::format_fingerprint(finding.fingerprint)},
                        {"path", text.name()}};
    add_region(result, text, finding.draft.at);
    result["offset"] = finding.draft.at.offset;
    result["length"] = finding.draft.at.length;
    result["about"] = finding.draft.about;
    auto related = ordered_json::array();
    for (const auto& one : finding.draft.related) {
        ordered_json place{{"message", one.label}, {"path", text.name()}};
        add_region(place, text, one.at);
        related.push_back(std::move(place));
    }
    result["related"] = std::move(related);
    result["facts"] = facts_of(finding.draft.facts);
    result["help"] = finding.help;
    result["state"] = finding::name_of(finding.state);
    if (finding.state == finding::State::accepted) {
        result["reason"] = finding.reason;
        if (!finding.by.empty()) result["by"] = finding.by;
    }
    return result;
}

/// How telling a status is beside those of other agendas.
int rank(engine::Status status) {
    using enum engine::Status;
    constexpr engine::Status ranks[] = {off, not_applicable, passed, accepted, not_checked, failed};
    return static_cast<int>(std::find(std::begin(ranks), std::end(ranks), status) - std::begin(ranks));
}

/// A rule over all agendas: the worst status that it has in any.
struct RuleOverAll {
    engine::RuleResult rule;
    std::vector<std::string> not_checked, blocked_by;
};

/// One entry a rule. Agendas under different agenda-lint.toml may have different rules.
ordered_json rules_of(const Report& report) {
    std::map<std::string, RuleOverAll> all;
    for (const auto& agenda : report.agendas)
        for (const auto& one : agenda.result.rules) {
            const auto [place, is_new] = all.try_emplace(one.id, RuleOverAll{one, {}, {}});
            auto& rule = place->second.rule;
            if (!is_new) {
                rule.checked += one.checked;
                rule.findings += one.findings;
                rule.severity = std::max(rule.severity, one.severity);
                if (rank(one.status) > rank(rule.status)) rule.status = one.status;
            }
            for (const auto cause : one.blocked_by)
                place->second.blocked_by.push_back(finding::format_fingerprint(cause));
            for (const auto slot : one.not_checked)
                place->second.not_checked.push_back(agenda.loaded.agenda.about(slot));
        }
    auto result = ordered_json::array();
    for (const auto& [id, one] : all) {
        ordered_json rule{{"id", id},
                          {"severity", finding::name_of(one.rule.severity)},
                          {"status", engine::name_of(one.rule.status)},
                          {"checked", one.rule.checked},
                          {"findings", one.rule.findings}};
        if (!one.not_checked.empty()) rule["not_checked"] = one.not_checked;
        if (!one.blocked_by.empty()) rule["blocked_by"] = one.blocked_by;
        result.push_back(std::move(rule));
    }
    return result;
}

} // namespace

void write_json(const Report& report, std::ostream& out) {
    const auto totals = report.totals();
    ordered_json result{
        {"schema", "agenda-lint/report/1"},
        {"tool", {{"name", "agenda-lint"}, {"version", report.version}}},
        {"profiles", report.profiles()},
        {"as_of", report.as_of ? ordered_json(time::format_date(*report.as_of)) : ordered_json()},
        {"fail_on", report.fail_on() ? ordered_json(gate::name_of_threshold(*report.fail_on())) : ordered_json()},
        {"agendas", ordered_json::array()},
        {"summary",
         {{"error", totals.error},
          {"warning", totals.warning},
          {"info", totals.info},
          {"accepted", totals.accepted},
          {"baselined", totals.baselined}}},
        {"findings", ordered_json::array()}};
    for (const auto& agenda : report.agendas) {
        result["agendas"].push_back(agenda_of(agenda));
        for (const auto& finding : agenda.result.findings)
            result["findings"].push_back(finding_of(finding, agenda.text_of(finding)));
    }
    result["rules"] = rules_of(report);
    out << result.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

} // namespace agenda::report
