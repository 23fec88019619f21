// SPDX-License-Identifier: MIT
#include "engine/run.hpp"
#include "checks/check.hpp"
#include "source/nearest.hpp"
#include "source/parallel.hpp"
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace agenda::engine {
namespace {

using finding::Draft;
using finding::Finding;

bool holds(const Tier& tier, const Draft& draft, const finding::Arguments& arguments, std::string_view measure) {
    if (tier.over) {
        const auto value = draft.facts.find(measure);
        const auto* name = std::get_if<std::string>(&*tier.over);
        std::int64_t limit = name ? 0 : std::get<std::int64_t>(*tier.over);
        if (name) {
            const auto& parameter = arguments.find(*name)->value;
            const auto* duration = std::get_if<time::minutes>(&parameter);
            limit = duration ? duration->count() : std::get<std::int64_t>(parameter);
        }
        if (!value || std::get<std::int64_t>(*value) <= limit) return false;
    }
    return std::all_of(tier.facts.begin(), tier.facts.end(), [&](const auto& fact) {
        return draft.facts.find(fact.first) && contains(fact.second, draft.facts.text(fact.first));
    });
}

Severity severity_of(const InForce& in_force, const Draft& draft, std::string_view measure) {
    auto severity = in_force.severity;
    if (in_force.severity_from.empty())
        for (const auto& tier : in_force.rule->tiers)
            if (holds(tier, draft, in_force.arguments, measure)) {
                severity = tier.severity;
                break;
            }
    return draft.lowered ? finding::lowered(severity) : severity;
}

/// Slots that share an id go by one name, and a finding is about each name once.
void name_each_once(std::vector<std::string>& about) {
    if (about.size() < 2) return; // as most
    std::set<std::string> named;
    std::erase_if(about, [&](const std::string& one) { return !named.insert(one).second; });
}

/// The words of a rule as it is in force. They outlive the settings.
class RulePhrasing final : public finding::Phrasing {
public:
    explicit RulePhrasing(const InForce& in_force)
        : message_(in_force.rule->message), arithmetic_(in_force.rule->arithmetic), help_(in_force.rule->help),
          arguments_(in_force.arguments) {}

    std::string message(const Draft& draft) const override { return fill(message_, draft.facts, arguments_); }
    std::vector<std::string> notes(const Draft& draft) const override {
        std::vector<std::string> result;
        if (auto arithmetic = fill(arithmetic_, draft.facts, arguments_); !arithmetic.empty())
            result.push_back(std::move(arithmetic));
        if (draft.lowered) result.emplace_back("one level lower than usual: it concerns only those who choose to go");
        return result;
    }
    std::string help(const Draft& draft) const override { return fill(help_, draft.facts, arguments_); }

private:
    Wordings message_, arithmetic_, help_;
    finding::Arguments arguments_;
};

Finding finding_of(const InForce& in_force, Draft draft, std::string_view measure,
                   std::shared_ptr<const finding::Phrasing> phrasing) {
    Finding result;
    result.rule = in_force.rule->id;
    result.severity = severity_of(in_force, draft, measure);
    result.draft = std::move(draft);
    result.phrasing = std::move(phrasing);
    name_each_once(result.draft.about);
    return result;
}

std::vector<Finding> findings_of(const InForce& in_force, finding::Drafts drafts, std::string_view measure) {
    std::vector<Finding> result;
    if (drafts.empty()) return result; // as of most rules
    const auto phrasing = std::make_shared<const RulePhrasing>(in_force);
    result.reserve(drafts.size());
    for (auto& draft : drafts) result.push_back(finding_of(in_force, std::move(draft), measure, phrasing));
    return result;
}

/// In the order of the file; the ordinal of equal ones counts in that order.
void settle_fingerprints(std::vector<Finding>& findings) {
    std::map<std::uint64_t, std::uint64_t> seen;
    for (auto& finding : findings) {
        const auto plain = finding::fingerprint(finding.rule, finding.draft, 0);
        const auto ordinal = seen[plain]++;
        finding.fingerprint = ordinal == 0 ? plain : finding::fingerprint(finding.rule, finding.draft, ordinal);
    }
}

bool comes_first(const Finding& a, const Finding& b) {
    const bool a_elsewhere = a.draft.file != nullptr;
    const bool b_elsewhere = b.draft.file != nullptr;
    const auto order =
        std::tie(a_elsewhere, a.draft.at.offset, a.rule, a.draft.at.length, a.draft.about, a.draft.key) <=>
        std::tie(b_elsewhere, b.draft.at.offset, b.rule, b.draft.at.length, b.draft.about, b.draft.key);
    return order == 0 ? a.message() < b.message() : order < 0;
}

/// Their numbers are sorted, and then each is moved once: they are large.
void sort_findings(std::vector<Finding>& findings) {
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return comes_first(findings[a], findings[b]); });
    for (std::size_t first = 0; first < order.size(); ++first) {
        if (order[first] == first) continue;
        auto kept = std::move(findings[first]);
        auto here = first;
        while (order[here] != first) {
            const auto from = std::exchange(order[here], here);
            findings[here] = std::move(findings[from]);
            here = from;
        }
        findings[here] = std::move(kept);
        order[here] = here;
    }
}

/// Says of each related place that is in another file of the agenda than its finding, which it is.
void name_files(const load::Loaded& loaded, std::vector<Finding>& findings) {
    for (auto& finding : findings) {
        if (finding.draft.file) continue;
        for (auto& related : finding.draft.related) {
            const auto& file = loaded.text->file_at(related.at.offset);
            if (&file != &loaded.text->file_at(finding.draft.at.offset)) related.file = &file;
        }
    }
}

/// Whether a fault of the loader is why a slot has no place in time.
bool blocks(const Finding& finding) {
    static constexpr std::array<std::string_view, 4> of_time{"time-unparsable", "slot-time-missing", "slot-end-missing",
                                                             "slot-nonpositive"};
    static constexpr std::array<std::string_view, 4> keys{"time", "start", "end", "duration"};
    return contains(of_time, finding.rule) || (finding.rule == "wrong-type" && contains(keys, finding.draft.key));
}

/// A consequence names its cause, and the cause is told once.
void name_causes(const load::Loaded& loaded, Result& result) {
    std::map<std::string_view, std::vector<std::uint64_t>> causes; // by what they are about
    std::vector<std::uint64_t> unread;
    for (const auto& finding : result.findings) {
        if (loaded.unread && finding.rule == loaded.unread->rule) unread.push_back(finding.fingerprint);
        if (blocks(finding))
            for (const auto& about : finding.draft.about) causes[about].push_back(finding.fingerprint);
    }
    for (auto& rule : result.rules) {
        if (!loaded.whole() && rule.status == Status::not_checked) rule.blocked_by = unread;
        std::set<std::string_view> told; // several slots may have one id
        for (const auto slot : rule.not_checked) {
            const auto found = causes.find(loaded.agenda.about(slot));
            if (found != causes.end() && told.insert(found->first).second)
                rule.blocked_by.insert(rule.blocked_by.end(), found->second.begin(), found->second.end());
        }
        std::sort(rule.blocked_by.begin(), rule.blocked_by.end());
        rule.blocked_by.erase(std::unique(rule.blocked_by.begin(), rule.blocked_by.end()), rule.blocked_by.end());
    }
}

Status status_of(const RuleResult& rule) {
    if (rule.findings > 0) return Status::failed;
    if (rule.checked > 0) return Status::passed;
    return rule.not_checked.empty() ? Status::not_applicable : Status::not_checked;
}

/// What came of one rule.
struct Ran {
    RuleResult rule;
    std::vector<Finding> findings;
};

Ran run_rule(const load::Loaded& loaded, const std::vector<DayCourse>& courses, const std::vector<PersonStage>& stage,
             const InForce& in_force) {
    Ran result;
    auto& rule = result.rule;
    rule.id = in_force.rule->id;
    rule.severity = in_force.severity;
    const auto& check = *checks::find(in_force.rule->check);
    if (in_force.off() || (!loaded.whole() && check.name != "load")) {
        rule.status = in_force.off() ? Status::off : Status::not_checked;
        return result;
    }
    finding::Drafts drafts;
    auto outcome =
        check.run({loaded, loaded.agenda, courses, stage, rule.id, in_force.rule->selection, in_force.rule->other},
                  in_force.arguments, drafts);
    result.findings = findings_of(in_force, std::move(drafts), check.measure);
    rule.checked = outcome.checked;
    rule.findings = result.findings.size();
    rule.not_checked = std::move(outcome.not_checked);
    std::sort(rule.not_checked.begin(), rule.not_checked.end());
    rule.status = status_of(rule);
    // Of a file that cannot be read whole only a part was looked at.
    if (!loaded.whole() && rule.findings == 0) rule.status = Status::not_checked;
    return result;
}

void add_fault(load::Loaded& loaded, const SettingFault& fault) {
    Draft draft;
    draft.at = fault.at;
    draft.about = {"event"};
    draft.key = fault.name;
    draft.facts = {{"where", std::string{"[rules]"}}, {"what", fault.name}, {"reason", fault.what}};
    loaded.faults.push_back({fault.rule == "unknown-rule" ? "unknown-rule" : "wrong-type", std::move(draft)});
}

std::vector<const Profile*> agenda_profiles(load::Loaded& loaded, const RuleSet& rules) {
    std::vector<const Profile*> result;
    const auto& event = loaded.agenda.event;
    for (std::size_t i = 0; i < event.profiles.size(); ++i) {
        ++loaded.checked["reference-unresolved"];
        if (const auto* profile = rules.profile(event.profiles[i])) {
            result.push_back(profile);
            continue;
        }
        Draft draft;
        draft.at = event.profiles_at[i];
        draft.about = {"event"};
        draft.key = event.profiles[i];
        draft.facts = {
            {"where", std::string{"[event]"}}, {"sort", std::string{"profile"}}, {"what", event.profiles[i]}};
        if (const auto near = source::nearest(event.profiles[i], rules.profile_names()); !near.empty())
            draft.facts.set("nearest", std::string{near});
        loaded.faults.push_back({"reference-unresolved", std::move(draft)});
    }
    return result;
}

} // namespace

std::string_view name_of(Status status) {
    switch (status) {
    case Status::passed: return "passed";
    case Status::failed: return "failed";
    case Status::accepted: return "accepted";
    case Status::not_applicable: return "not-applicable";
    case Status::not_checked: return "not-checked";
    case Status::off: return "off";
    }
    return "";
}

Chosen settings_for(load::Loaded& loaded, const RuleSet& rules, const Choice& choice) {
    const auto below = chosen_profiles(agenda_profiles(loaded, rules), choice.config_profiles);
    Chosen chosen{Settings{rules}, chosen_profiles(below, choice.profiles)};
    for (const auto* profile : chosen.profiles) chosen.settings.apply(*profile);
    if (loaded.rules) {
        std::vector<Setting> own;
        loaded.checked["unknown-rule"] += loaded.rules->entries().size();
        for (const auto& fault : read_settings(*loaded.rules, rules, own)) add_fault(loaded, fault);
        chosen.settings.apply(own, "the agenda");
    }
    for (const auto& accept : loaded.accepts) {
        if (accept.rule.empty()) continue;
        ++loaded.checked["unknown-rule"];
        if (!rules.rule(accept.rule)) add_fault(loaded, unknown_rule(accept.rule_at, accept.rule, rules));
    }
    chosen.settings.apply(choice.config_settings, choice.config);
    chosen.settings.apply(choice.settings, "the command line");
    if (!choice.only.empty()) chosen.settings.only(choice.only);
    return chosen;
}

void add(Result& result, const Settings& settings, std::string_view rule, finding::Drafts drafts, std::size_t checked) {
    const auto in_force = std::find_if(settings.rules().begin(), settings.rules().end(),
                                       [&](const InForce& one) { return one.rule->id == rule; });
    const auto outcome =
        std::find_if(result.rules.begin(), result.rules.end(), [&](const RuleResult& one) { return one.id == rule; });
    if (in_force == settings.rules().end() || outcome == result.rules.end() || in_force->off()) return;
    outcome->checked += checked;
    outcome->findings += drafts.size();
    outcome->status = status_of(*outcome);
    if (drafts.empty()) return;
    auto findings = findings_of(*in_force, std::move(drafts), {});
    std::move(findings.begin(), findings.end(), std::back_inserter(result.findings));
    sort_findings(result.findings);
    settle_fingerprints(result.findings);
}

Result run(const load::Loaded& loaded, const Settings& settings) {
    const auto courses = loaded.whole() ? day_courses(loaded.agenda) : std::vector<DayCourse>{};
    const auto stage = loaded.whole() ? stage_times(loaded.agenda) : std::vector<PersonStage>{};
    const auto& rules = settings.rules();
    std::vector<Ran> ran(rules.size());
    constexpr std::size_t most_threads = 4; // the longest rule takes more than a quarter of the time
    source::in_parallel(
        rules.size(),
        [&](std::size_t i) {
            // Rules of texts take longest, are called text-..., and should not be what all wait for in the end.
            const auto last_first = rules.size() - 1 - i;
            ran[last_first] = run_rule(loaded, courses, stage, rules[last_first]);
        },
        most_threads);
    Result result;
    std::size_t findings = 0;
    for (const auto& one : ran) findings += one.findings.size();
    result.findings.reserve(findings);
    for (auto& one : ran) {
        std::move(one.findings.begin(), one.findings.end(), std::back_inserter(result.findings));
        one.findings = {}; // their room, which is needed again
        result.rules.push_back(std::move(one.rule));
    }
    sort_findings(result.findings);
    settle_fingerprints(result.findings);
    name_files(loaded, result.findings);
    name_causes(loaded, result);
    return result;
}

} // namespace agenda::engine
