// SPDX-License-Identifier: MIT
#include "gate/accept.hpp"
#include "gate/workspace_rules.hpp"
#include "source/nearest.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace agenda::gate {
namespace {

using engine::InForce;
using finding::Accept;
using finding::Draft;
using finding::Finding;

std::string enumerated(const std::vector<std::string>& ids) {
    std::string result;
    for (const auto& id : ids) result += (result.empty() ? "`" : ", `") + id + "`";
    return result;
}

using Ids = std::set<std::string, std::less<>>;

/// An accept is looked for only among the findings that are about its own ids, so that a long list of accepts costs
/// no more than what it accepts.
class Findings {
public:
    /// The findings may not change their place while this lives.
    Findings(const std::vector<Finding>& findings, const AcceptList& list) {
        std::set<std::string_view> rules;
        for (const auto& accept : list.accepts) rules.insert(accept.rule);
        for (std::size_t i = 0; i < findings.size(); ++i)
            if (rules.contains(findings[i].rule))
                for (const auto& id : findings[i].draft.about) by_id_[{findings[i].rule, id}].push_back(i);
    }

    /// Among these are all that the accept covers, and all that have each of its ids: those that are about its ids of
    /// one sort, of the sort of which they are the fewest. In their order.
    std::vector<std::size_t> near(const Accept& accept) const {
        std::map<std::string_view, std::vector<std::size_t>> by_sort;
        for (const auto& id : accept.about) {
            auto& of_sort = by_sort[std::string_view{id}.substr(0, id.find(':'))];
            const auto& about_it = of(accept.rule, id);
            of_sort.insert(of_sort.end(), about_it.begin(), about_it.end());
        }
        if (by_sort.empty()) return {};
        const auto fewer = [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); };
        auto fewest = std::min_element(by_sort.begin(), by_sort.end(), fewer)->second;
        std::sort(fewest.begin(), fewest.end());
        fewest.erase(std::unique(fewest.begin(), fewest.end()), fewest.end());
        return fewest;
    }

    /// Whether a finding of the rule is about the thing.
    bool is_about(std::string_view rule, std::string_view id, std::size_t finding) const {
        const auto& about_it = of(rule, id);
        return std::binary_search(about_it.begin(), about_it.end(), finding);
    }

private:
    const std::vector<std::size_t>& of(std::string_view rule, std::string_view id) const {
        static const std::vector<std::size_t> none;
        const auto found = by_id_.find({rule, id});
        return found == by_id_.end() ? none : found->second;
    }

    std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> by_id_;
};

Draft draft_of(const Accept& accept, const AcceptList& list, Span at) {
    Draft draft;
    draft.at = at;
    draft.file = list.file.get();
    draft.about = accept.about.empty() ? std::vector<std::string>{"event"} : accept.about;
    std::sort(draft.about.begin(), draft.about.end());
    draft.about.erase(std::unique(draft.about.begin(), draft.about.end()), draft.about.end());
    draft.key = accept.rule;
    draft.facts = {{"rule", accept.rule},
                   {"about", enumerated(accept.about)},
                   {"because", std::string{}},
                   {"reason", accept.reason},
                   {"until", accept.until ? time::format_date(*accept.until) : std::string{}},
                   {"message", std::string{}}};
    return draft;
}

/// All ids that findings of an agenda can be about.
Ids ids_of(const Agenda& agenda) {
    Ids ids{"event"};
    const auto add_all = [&](const auto& table, auto index) {
        for (std::uint32_t i = 0; i < table.size(); ++i) ids.insert(agenda.about(decltype(index){i}));
    };
    add_all(agenda.slots, SlotIndex{});
    add_all(agenda.people, PersonIndex{});
    add_all(agenda.rooms, RoomIndex{});
    add_all(agenda.tracks, TrackIndex{});
    add_all(agenda.days, DayIndex{});
    return ids;
}

std::string no_such(std::string_view id, const Ids& ids) {
    for (const auto* sort : {"slot:", "person:", "room:", "track:", "day:"})
        if (ids.contains(sort + std::string{id}))
            return "`" + std::string{id} + "` is no id; write `" + sort + std::string{id} + "`";
    const std::vector<std::string_view> known{ids.begin(), ids.end()};
    const auto near = known.size() > 2000 ? std::string_view{} : source::nearest(id, known);
    return "there is no `" + std::string{id} + "`" +
           (near.empty() ? "" : "; did you mean `" + std::string{near} + "`?");
}

/// A finding of the rule that has all the ids, and others of their sorts besides.
std::string nearly_covered(const Accept& accept, const engine::Result& result, const Findings& findings) {
    constexpr std::size_t most = 5;
    const Ids own{accept.about.begin(), accept.about.end()};
    for (const auto i : findings.near(accept)) {
        const auto has = [&](const std::string& id) { return findings.is_about(accept.rule, id, i); };
        if (!std::all_of(own.begin(), own.end(), has)) continue;
        const auto& about = result.findings[i].draft.about;
        std::vector<std::string> more;
        for (auto id = about.begin(); id != about.end() && more.size() < most; ++id)
            if (!own.contains(*id)) more.push_back(*id);
        const auto unnamed = about.size() - std::min(about.size(), own.size() + more.size());
        return "the finding is about " + enumerated(more) +
               (more.size() == most && unnamed > 0 ? " and " + std::to_string(unnamed) + " more" : "") + " as well";
    }
    return {};
}

std::string why_unused(const Accept& accept, const Judged& judged, const Ids& ids, const Findings& findings) {
    const auto* rule = in_force(judged.settings, accept.rule);
    if (rule && rule->rule->always_on) return "findings of `" + accept.rule + "` cannot be accepted";
    if (rule && rule->off()) return "the rule is off";
    for (const auto& id : accept.about)
        if (!ids.contains(id)) return no_such(id, ids);
    auto nearly = nearly_covered(accept, judged.result, findings);
    return nearly.empty() ? "nothing of the kind is found any more" : nearly;
}

/// The findings that it covers, whatever its date and reason.
std::vector<std::size_t> covered(const Accept& accept, const engine::Result& result, const Findings& findings) {
    auto all = findings.near(accept);
    std::erase_if(all, [&](std::size_t i) {
        return !finding::covers(accept, result.findings[i].rule, result.findings[i].draft.about);
    });
    return all;
}

/// `first`: the first finding that it covers, or none. Without a reason, or with a last day that is over, it accepts
/// nothing, and that is told.
bool holds(const Accept& accept, const AcceptList& list, const Finding* first, std::optional<time::Date> as_of,
           finding::Drafts& unjustified, finding::Drafts& expired) {
    if (source::is_blank(accept.reason)) {
        unjustified.push_back(draft_of(accept, list, accept.at));
        return false;
    }
    if (!accept.until || !as_of || *accept.until >= *as_of) return true;
    if (first) {
        auto draft = draft_of(accept, list, accept.until_at);
        draft.facts.set("message", first->message());
        expired.push_back(std::move(draft));
    }
    return false;
}

} // namespace

const InForce* in_force(const engine::Settings& settings, std::string_view rule) {
    const auto found = std::find_if(settings.rules().begin(), settings.rules().end(),
                                    [&](const InForce& one) { return one.rule->id == rule; });
    return found == settings.rules().end() ? nullptr : &*found;
}

bool AcceptList::depends_on_date() const {
    return std::any_of(accepts.begin(), accepts.end(), [](const Accept& accept) { return accept.until.has_value(); });
}

void accept_findings(const Judged& judged, AcceptList& list, std::optional<time::Date> as_of) {
    list.used.resize(list.accepts.size(), false);
    finding::Drafts unjustified, expired;
    const Findings findings{judged.result.findings, list};
    for (std::size_t i = 0; i < list.accepts.size(); ++i) {
        const auto& accept = list.accepts[i];
        const auto* rule = in_force(judged.settings, accept.rule);
        const auto all = covered(accept, judged.result, findings);
        const auto* first = all.empty() ? nullptr : &judged.result.findings[all.front()];
        const bool in_use = holds(accept, list, first, as_of, unjustified, expired);
        // One that is told already is not told again as unused.
        if (!in_use) list.used[i] = list.used[i] || accept.reason.empty() || first;
        if (!in_use || !rule || rule->rule->always_on) continue;
        for (const auto at : all) {
            auto& finding = judged.result.findings[at];
            if (finding.state == finding::State::accepted) continue;
            finding.state = finding::State::accepted;
            finding.reason = accept.reason;
            finding.by = accept.by;
            list.used[i] = true;
        }
    }
    engine::add(judged.result, judged.settings, "accept-unjustified", std::move(unjustified), list.accepts.size());
    engine::add(judged.result, judged.settings, "accept-expired", std::move(expired), list.accepts.size());
}

void tell_unused(const std::vector<Judged>& judged, const AcceptList& list) {
    std::vector<finding::Drafts> drafts(judged.size());
    std::vector<Ids> ids;
    std::vector<Findings> findings;
    for (const auto& one : judged) {
        ids.push_back(list.accepts.empty() ? Ids{} : ids_of(one.loaded.agenda));
        findings.emplace_back(one.result.findings, list);
    }
    for (std::size_t i = 0; i < list.accepts.size(); ++i) {
        const auto& accept = list.accepts[i];
        if (i < list.used.size() && list.used[i]) continue;
        for (std::size_t agenda = 0; agenda < judged.size(); ++agenda) {
            const auto* rule = in_force(judged[agenda].settings, accept.rule);
            const bool meant = !list.file || std::all_of(accept.about.begin(), accept.about.end(),
                                                         [&](const auto& id) { return ids[agenda].contains(id); });
            if (!rule || accept.about.empty() || !meant || !judged[agenda].loaded.whole()) continue;
            if (held_against_none(accept.rule, judged[agenda].result)) continue;
            auto draft = draft_of(accept, list, accept.at);
            draft.facts.set("because", why_unused(accept, judged[agenda], ids[agenda], findings[agenda]));
            drafts[agenda].push_back(std::move(draft));
            break;
        }
    }
    for (std::size_t agenda = 0; agenda < judged.size(); ++agenda)
        engine::add(judged[agenda].result, judged[agenda].settings, "accept-unused", std::move(drafts[agenda]),
                    list.accepts.size());
}

void settle_statuses(engine::Result& result) {
    for (auto& rule : result.rules) {
        if (rule.status != engine::Status::failed) continue;
        const bool open = std::any_of(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
            return finding.rule == rule.id && finding.state == finding::State::open;
        });
        if (!open) rule.status = engine::Status::accepted;
    }
}

} // namespace agenda::gate
