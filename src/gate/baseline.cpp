// SPDX-License-Identifier: MIT
#include "gate/baseline.hpp"
#include "gate/workspace_rules.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <unordered_map>

namespace agenda::gate {
namespace {

using engine::Trouble;
using finding::Finding;
using finding::State;

constexpr std::string_view head =
    "# Findings of agenda-lint that are known and fail nothing: a line each (rule, fingerprint, agenda, what it is "
    "about),\n"
    "# sorted, so that branches merge line by line. Made by `agenda-lint baseline write`, used by `agenda-lint check\n"
    "# --baseline`. It is meant to shrink: take out what is mended, or let `baseline write` do it.\n";

constexpr std::size_t digits = 16; // of a fingerprint

/// A field of a line: no blank in it, and it can be read back.
std::string field(std::string_view harmless) {
    std::string result;
    for (const char c : harmless) {
        if (c == ' ')
            result += "%20";
        else if (c == '%')
            result += "%25";
        else
            result += c;
    }
    return result;
}

std::string unfielded(std::string_view field) {
    std::string result;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const auto code = field.substr(i, 3);
        if (code == "%20" || code == "%25") {
            result += code == "%20" ? ' ' : '%';
            i += 2;
        } else {
            result += field[i];
        }
    }
    return result;
}

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        if (end > 0) fields.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return fields;
}

std::optional<std::uint64_t> fingerprint_in(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != digits || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Nothing where the line has another form.
std::optional<Known> known_in(std::string_view line) {
    const auto fields = fields_of(line);
    if (fields.size() < 3) return std::nullopt;
    const auto fingerprint = fingerprint_in(fields[1]);
    if (!fingerprint) return std::nullopt;
    Known known{unfielded(fields[0]), *fingerprint, unfielded(fields[2]), {}, {}};
    for (std::size_t i = 3; i < fields.size(); ++i) known.about.push_back(unfielded(fields[i]));
    return known;
}

/// A field that shows something else than it is, or a byte that is no text; nothing where there is none. No line that
/// is written has one.
std::optional<std::string_view> harmful_field(std::string_view line) {
    const auto fields = fields_of(line);
    const auto found = std::find_if_not(fields.begin(), fields.end(), source::is_harmless);
    return found == fields.end() ? std::nullopt : std::optional{*found};
}

bool is_remark(std::string_view line) {
    const auto fields = fields_of(line);
    return source::is_blank(line) || (!fields.empty() && fields[0].starts_with('#'));
}

const engine::RuleResult* outcome_of(const engine::Result& result, std::string_view rule) {
    const auto found = std::find_if(result.rules.begin(), result.rules.end(),
                                    [&](const engine::RuleResult& one) { return one.id == rule; });
    return found == result.rules.end() ? nullptr : &*found;
}

/// What rules could not look at.
class Unseen {
public:
    explicit Unseen(const Judged& judged) : judged_(judged) {}

    /// Whether it is one of the things that the line is about, or the other agenda.
    bool has(const Known& known) {
        if (held_against_none(known.rule, judged_.result)) return true;
        const auto [place, is_new] = by_rule_.try_emplace(known.rule);
        if (const auto* outcome = outcome_of(judged_.result, known.rule); is_new && outcome)
            for (const auto slot : outcome->not_checked)
                place->second.insert(source::visible(judged_.loaded.agenda.about(slot)));
        return std::any_of(known.about.begin(), known.about.end(),
                           [&](const std::string& id) { return place->second.contains(id); });
    }

private:
    const Judged& judged_;
    std::map<std::string, std::set<std::string>> by_rule_;
};

/// Why it is stale where its finding is not there.
std::string why_gone(const Known& known, const Judged& judged, Unseen& unseen) {
    const auto* rule = in_force(judged.settings, known.rule);
    if (!rule) return "there is no rule `" + known.rule + "`";
    if (rule->rule->always_on) return "findings of `" + known.rule + "` cannot be known";
    if (rule->off() || !judged.loaded.whole() || unseen.has(known)) return {};
    return "nothing of the kind is found any more";
}

finding::Draft draft_of(const Known& known, const Baseline& baseline, std::string because) {
    finding::Draft draft;
    draft.at = known.at;
    draft.file = baseline.file.get();
    draft.about = known.about;
    finding::sort_about(draft);
    draft.key = known.rule + " " + finding::format_fingerprint(known.fingerprint);
    std::string about;
    for (const auto& id : known.about) about += (about.empty() ? "`" : ", `") + id + "`";
    draft.facts = {{"rule", known.rule}, {"about", std::move(about)}, {"because", std::move(because)}};
    return draft;
}

} // namespace

Baseline read_baseline(std::shared_ptr<const source::Text> file, std::vector<Trouble>& troubles) {
    Baseline baseline{std::move(file), {}};
    const auto& text = *baseline.file;
    for (std::size_t number = 1; number <= text.line_count(); ++number) {
        const auto start = text.offset(number, 1);
        auto line = text.line(number);
        if (number == 1) line.remove_prefix(std::min(start, line.size())); // a byte order mark
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (is_remark(line)) continue;
        if (const auto field = harmful_field(line)) {
            const auto at = start + static_cast<std::size_t>(field->data() - line.data());
            troubles.push_back(
                {text.name(), text.position(at, source::Unit::code_points),
                 "`" + source::visible(*field) + "` is nothing that a baseline says: not all of it can be shown"});
        } else if (auto known = known_in(line)) {
            known->at = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(line.size())};
            baseline.known.push_back(*std::move(known));
        } else {
            troubles.push_back({text.name(), source::Position{number, 1},
                                "this is no line of a baseline: rule, fingerprint, agenda and what it is about"});
        }
    }
    return baseline;
}

std::string line_of(const Known& known) {
    auto line = field(known.rule) + " " + finding::format_fingerprint(known.fingerprint) + " " + field(known.agenda);
    for (const auto& id : known.about) line += " " + field(id);
    return line;
}

void write_baseline(const std::vector<Known>& known, std::ostream& out) {
    std::set<std::string> lines;
    for (const auto& one : known) lines.insert(line_of(one));
    out << head;
    for (const auto& line : lines) out << line << '\n';
}

std::string name_in_baseline(const std::string& agenda, const std::string& baseline) {
    namespace fs = std::filesystem;
    if (agenda == "-") return agenda;
    const auto whole = [](const std::string& path) { return fs::absolute(path).lexically_normal(); };
    return source::visible(whole(agenda).lexically_relative(whole(baseline).parent_path()).generic_string());
}

std::vector<Known> knowable(const Judged& judged, const std::string& name) {
    std::vector<Known> result;
    for (const auto& finding : judged.result.findings) {
        const auto* rule = in_force(judged.settings, finding.rule);
        if (finding.state != State::open || !rule || rule->rule->always_on) continue;
        Known known{finding.rule, finding.fingerprint, name, {}, {}};
        for (const auto& id : finding.draft.about) known.about.push_back(source::visible(id));
        std::sort(known.about.begin(), known.about.end());
        result.push_back(std::move(known));
    }
    return result;
}

std::vector<Held> held(const Judged& judged, const Baseline& baseline, const std::string& name) {
    std::unordered_map<std::uint64_t, Finding*> by_fingerprint; // only ever looked up
    for (auto& finding : judged.result.findings) by_fingerprint.emplace(finding.fingerprint, &finding);
    Unseen unseen{judged};
    std::vector<Held> result;
    for (const auto& known : baseline.known) {
        if (known.agenda != name) continue;
        const auto found = by_fingerprint.find(known.fingerprint);
        const auto* rule = in_force(judged.settings, known.rule);
        const bool there = found != by_fingerprint.end() && found->second->rule == known.rule;
        if (there && rule && !rule->rule->always_on)
            result.push_back({&known, found->second, {}});
        else
            result.push_back({&known, nullptr, why_gone(known, judged, unseen)});
    }
    return result;
}

std::set<std::uint64_t> apply_baseline(const Judged& judged, const Baseline& baseline, const std::string& name) {
    std::set<std::uint64_t> known;
    finding::Drafts stale;
    const auto lines = held(judged, baseline, name);
    for (const auto& line : lines) {
        if (line.finding) {
            if (line.finding->state == State::open) line.finding->state = State::baselined;
            known.insert(line.known->fingerprint);
        } else if (!line.because.empty()) {
            stale.push_back(draft_of(*line.known, baseline, line.because));
        }
    }
    engine::add(judged.result, judged.settings, "baseline-stale", std::move(stale), lines.size());
    return known;
}

} // namespace agenda::gate
