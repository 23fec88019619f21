// SPDX-License-Identifier: MIT
#include "gate/accept.hpp"
#include "source/nearest.hpp"
#include <algorithm>
#include <set>

namespace agenda::gate {
namespace {

using engine::InForce;
using finding::Accept;
using finding::Draft;
using finding::Finding;

const InForce* in_force(const engine::Settings& settings, std::string_view rule) {
    const auto found = std::find_if(settings.rules().begin(), settings.rules().end(),
                                    [&](const InForce& one) { return one.rule->id == rule; });
    return found == settings.rules().end() ? nullptr : &*found;
}

std::string enumerated(const std::vector<std::string>& ids) {
    std::string result;
    for (const auto& id : ids) result += (result.empty() ? "`" : ", `") + id + "`";
    return result;
}

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
std::set<std::string, std::less<>> ids_of(const Agenda& agenda) {
    std::set<std::string, std::less<>> ids{"event"};
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

std::string no_such(std::string_view id, const std::set<std::string, std::less<>>& ids) {
    for (const auto* sort : {"slot:", "person:", "room:", "track:", "day:"})
        if (ids.contains(sort + std::string{id}))
            return "`" + std::string{id} + "` is no id; write `" + sort + std::string{id} + "`";
    const std::vector<std::string_view> known{ids.begin(), ids.end()};
    const auto near = known.size() > 2000 ? std::string_view{} : source::nearest(id, known);
    return "there is no `" + std::string{id} + "`" +
           (near.empty() ? "" : "; did you mean `" + std::string{near} + "`?");
}

/// A finding of the rule that has all the ids, and others of their sorts besides.
std::string nearly_covered(const Accept& accept, const engine::Result& result) {
    for (const auto& finding : result.findings) {
        if (finding.rule != accept.rule) continue;
        const auto& about = finding.draft.about;
        const bool has_all = std::all_of(accept.about.begin(), accept.about.end(), [&](const std::string& id) {
            return std::find(about.begin(), about.end(), id) != about.end();
        });
        if (!has_all) continue;
        std::vector<std::string> more;
        for (const auto& id : about)
            if (std::find(accept.about.begin(), accept.about.end(), id) == accept.about.end()) more.push_back(id);
        return "the finding is about " + enumerated(more) + " as well";
    }
    return {};
}

std::string why_unused(const Accept& accept, const Judged& judged) {
    const auto* rule = in_force(judged.settings, accept.rule);
    if (rule && rule->rule->always_on) return "findings of `" + accept.rule + "` cannot be accepted";
    if (rule && rule->off()) return "the rule is off";
    const auto ids = ids_of(judged.loaded.agenda);
    for (const auto& id : accept.about)
        if (!ids.contains(id)) return no_such(id, ids);
    auto nearly = nearly_covered(accept, judged.result);
    return nearly.empty() ? "nothing of the kind is found any more" : nearly;
}

bool covers_any(const Accept& accept, const engine::Result& result) {
    return std::any_of(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
        return finding::covers(accept, finding.rule, finding.draft.about);
    });
}

/// Without a reason, or with a last day that is over, it accepts nothing, and that is told.
bool holds(const Accept& accept, const AcceptList& list, const Judged& judged, std::optional<time::Date> as_of,
           finding::Drafts& unjustified, finding::Drafts& expired) {
    if (accept.reason.find_first_not_of(" \t\r\n") == std::string::npos) {
        unjustified.push_back(draft_of(accept, list, accept.at));
        return false;
    }
    if (!accept.until || !as_of || *accept.until >= *as_of) return true;
    for (const auto& finding : judged.result.findings) {
        if (!finding::covers(accept, finding.rule, finding.draft.about)) continue;
        auto draft = draft_of(accept, list, accept.until_at);
        draft.facts.set("message", finding.message);
        expired.push_back(std::move(draft));
        break;
    }
    return false;
}

} // namespace

bool AcceptList::depends_on_date() const {
    return std::any_of(accepts.begin(), accepts.end(), [](const Accept& accept) { return accept.until.has_value(); });
}

void accept_findings(const Judged& judged, AcceptList& list, std::optional<time::Date> as_of) {
    list.used.resize(list.accepts.size(), false);
    finding::Drafts unjustified, expired;
    for (std::size_t i = 0; i < list.accepts.size(); ++i) {
        const auto& accept = list.accepts[i];
        const auto* rule = in_force(judged.settings, accept.rule);
        const bool in_use = holds(accept, list, judged, as_of, unjustified, expired);
        // One that is told already is not told again as unused.
        if (!in_use) list.used[i] = list.used[i] || accept.reason.empty() || covers_any(accept, judged.result);
        if (!in_use || !rule || rule->rule->always_on) continue;
        for (auto& finding : judged.result.findings) {
            if (finding.state == finding::State::accepted ||
                !finding::covers(accept, finding.rule, finding.draft.about))
                continue;
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
    std::vector<std::set<std::string, std::less<>>> ids;
    for (const auto& one : judged) ids.push_back(ids_of(one.loaded.agenda));
    for (std::size_t i = 0; i < list.accepts.size(); ++i) {
        const auto& accept = list.accepts[i];
        if (i < list.used.size() && list.used[i]) continue;
        for (std::size_t agenda = 0; agenda < judged.size(); ++agenda) {
            const auto* rule = in_force(judged[agenda].settings, accept.rule);
            const bool meant = !list.file || std::all_of(accept.about.begin(), accept.about.end(),
                                                         [&](const auto& id) { return ids[agenda].contains(id); });
            if (!rule || accept.about.empty() || !meant || !judged[agenda].loaded.syntax_ok) continue;
            auto draft = draft_of(accept, list, accept.at);
            draft.facts.set("because", why_unused(accept, judged[agenda]));
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
