// SPDX-License-Identifier: MIT
// agenda-lint/report/1. Columns are 1-based code points, ends exclusive. No finding is ever left out.
#include "report/json_finding.hpp"
#include "report/report.hpp"
#include <algorithm>
#include <map>

namespace agenda::report {
namespace {

void write_value(const Extra& extra, JsonWriter& json) {
    struct Writer {
        JsonWriter& json;
        void operator()(const std::string& text) const { json.value(text); }
        void operator()(std::int64_t number) const { json.value(number); }
        void operator()(double number) const { json.value(number); }
        void operator()(bool flag) const { json.value(flag); }
        void operator()(const ExtraList& list) const {
            json.begin_array();
            for (const auto& one : list) write_value(one, json);
            json.end_array();
        }
        void operator()(const ExtraTable& table) const {
            json.begin_object();
            for (const auto& [key, value] : table) {
                json.key(key);
                write_value(value, json);
            }
            json.end_object();
        }
    };
    std::visit(Writer{json}, extra.value);
}

/// The user's own `x-...` keys, by what they stand in.
class Extras {
public:
    explicit Extras(const Agenda& agenda) {
        add("event", agenda.event.extra);
        add_all(agenda, agenda.people, PersonIndex{0});
        add_all(agenda, agenda.rooms, RoomIndex{0});
        add_all(agenda, agenda.tracks, TrackIndex{0});
        add_all(agenda, agenda.days, DayIndex{0});
        add_all(agenda, agenda.slots, SlotIndex{0});
        for (const auto& slot : agenda.slots)
            for (std::size_t i = 0; i < slot.items.size(); ++i)
                add("slot:" + slot.id + "/item:" + std::to_string(i + 1), slot.items[i].extra);
        for (const auto& [where, extra] : agenda.other_extra) add(where, extra);
    }

    void write(JsonWriter& json) const {
        if (groups_.empty()) return;
        json.key("extra");
        json.begin_object();
        for (const auto& [about, members] : groups_) {
            json.key(about);
            json.begin_object();
            for (const auto& [key, value] : members) {
                json.key(key);
                write_value(*value, json);
            }
            json.end_object();
        }
        json.end_object();
    }

private:
    using Members = std::vector<std::pair<std::string_view, const Extra*>>;

    void add(const std::string& about, const ExtraTable& extra) {
        if (extra.empty()) return;
        const auto [place, is_new] = by_about_.try_emplace(about, groups_.size());
        if (is_new) groups_.push_back({about, {}});
        auto& members = groups_[place->second].second;
        for (const auto& [key, value] : extra) {
            // Two [[day]] of one date share a name: the later one counts.
            const auto same =
                std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == key; });
            if (same == members.end())
                members.emplace_back(key, &value);
            else
                same->second = &value;
        }
    }
    void add_all(const Agenda& agenda, const auto& table, auto index) {
        for (; index < table.next(); index = static_cast<decltype(index)>(static_cast<std::uint32_t>(index) + 1))
            if (!table[index].extra.empty()) add(agenda.about(index), table[index].extra);
    }

    std::vector<std::pair<std::string, Members>> groups_; // in the order in which they were found
    std::map<std::string, std::size_t> by_about_;
};

void write_agenda(const CheckedAgenda& checked, JsonWriter& json) {
    const auto& agenda = checked.loaded.agenda;
    json.begin_object();
    json.member("path", checked.loaded.text->name());
    json.member("title", agenda.event.title);
    json.key("timezone");
    if (agenda.zone)
        json.value(agenda.zone->name());
    else
        json.value(nullptr);
    json.member("days", agenda.days.size());
    json.member("slots", agenda.slots.size());
    json.member("people", agenda.people.size());
    json.member("derived_ids", std::count_if(agenda.slots.begin(), agenda.slots.end(),
                                             [](const Slot& slot) { return slot.id_derived; }));
    Extras{agenda}.write(json);
    json.end_object();
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
std::map<std::string, RuleOverAll> rules_of(const Report& report) {
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
    return all;
}

void write_rules(const Report& report, JsonWriter& json) {
    json.key("rules");
    json.begin_array();
    for (const auto& [id, one] : rules_of(report)) {
        json.begin_object();
        json.member("id", id);
        json.member("severity", finding::name_of(one.rule.severity));
        json.member("status", engine::name_of(one.rule.status));
        json.member("checked", one.rule.checked);
        json.member("findings", one.rule.findings);
        if (!one.not_checked.empty()) json.list("not_checked", one.not_checked);
        if (!one.blocked_by.empty()) json.list("blocked_by", one.blocked_by);
        json.end_object();
    }
    json.end_array();
}

void write_head(const Report& report, JsonWriter& json) {
    json.member("schema", "agenda-lint/report/1");
    json.key("tool");
    json.begin_object();
    json.member("name", "agenda-lint");
    json.member("version", report.version);
    json.end_object();
    json.list("profiles", report.profiles());
    json.key("as_of");
    if (report.as_of)
        json.value(time::format_date(*report.as_of));
    else
        json.value(nullptr);
    json.key("fail_on");
    if (report.fail_on())
        json.value(gate::name_of_threshold(*report.fail_on()));
    else
        json.value(nullptr);
}

void write_summary(const gate::Totals& totals, JsonWriter& json) {
    json.key("summary");
    json.begin_object();
    json.member("error", totals.error);
    json.member("warning", totals.warning);
    json.member("info", totals.info);
    json.member("accepted", totals.accepted);
    json.member("baselined", totals.baselined);
    json.end_object();
}

} // namespace

void write_json(const Report& report, std::ostream& out) {
    JsonWriter json{out};
    json.begin_object();
    write_head(report, json);
    json.key("agendas");
    json.begin_array();
    for (const auto& agenda : report.agendas) write_agenda(agenda, json);
    json.end_array();
    write_summary(report.totals(), json);
    json.key("findings");
    json.begin_array();
    for (const auto& agenda : report.agendas)
        for (const auto& finding : agenda.result.findings) write_finding(finding, agenda.text_of(finding), json);
    json.end_array();
    write_rules(report, json);
    json.end_object();
    json.finish();
}

} // namespace agenda::report
