// SPDX-License-Identifier: MIT
#include "gate/changes.hpp"
#include <algorithm>
#include <map>
#include <unordered_map>

namespace agenda::gate {
namespace {

using finding::Finding;
using finding::State;

/// The findings of the earlier revision as the later one would name them; what each is about is sorted.
std::vector<Finding> translated(const engine::Result& result, const revision::Translation& translation) {
    auto findings = result.findings;
    std::map<std::tuple<std::string, std::vector<std::string>, std::string>, std::uint64_t> ordinals;
    for (auto& finding : findings) {
        for (auto& about : finding.draft.about) about = translation(about);
        finding::sort_about(finding.draft);
        if (translation.empty()) continue;
        const auto ordinal = ordinals[{finding.rule, finding.draft.about, finding.draft.key}]++;
        finding.fingerprint = finding::fingerprint(finding.rule, finding.draft, ordinal);
    }
    return findings;
}

std::vector<std::vector<std::string>> sorted_abouts(const engine::Result& result) {
    std::vector<std::vector<std::string>> abouts;
    for (const auto& finding : result.findings) {
        abouts.push_back(finding.draft.about);
        std::sort(abouts.back().begin(), abouts.back().end());
    }
    return abouts;
}

/// A name that has become another is no other value, also where it stands between backticks among others.
bool same_value(const finding::FactValue& a, const finding::FactValue& b, const revision::Translation& translation) {
    if (a == b) return true;
    if (!std::holds_alternative<std::string_view>(a) || !std::holds_alternative<std::string_view>(b)) return false;
    const auto parts = [](std::string_view text) {
        std::vector<std::string> result{""};
        for (const auto c : text)
            if (c == '`')
                result.emplace_back();
            else
                result.back() += c;
        return result;
    };
    const auto was = parts(std::get<std::string_view>(a)), is = parts(std::get<std::string_view>(b));
    return std::equal(was.begin(), was.end(), is.begin(), is.end(), [&](const auto& one, const auto& other) {
        return one == other || translation.renames(one, other);
    });
}

bool same_facts(const Finding& a, const Finding& b, const revision::Translation& translation) {
    return std::equal(
        a.draft.facts.begin(), a.draft.facts.end(), b.draft.facts.begin(), b.draft.facts.end(),
        [&](const auto& x, const auto& y) { return x.name == y.name && same_value(x.value, y.value, translation); });
}

bool is_subset(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

std::size_t slots_in(const Finding& finding) {
    return static_cast<std::size_t>(std::count_if(finding.draft.about.begin(), finding.draft.about.end(),
                                                  [](const auto& about) { return about.starts_with("slot:"); }));
}

class FindingComparison {
public:
    FindingComparison(const engine::Result& before, const engine::Result& after,
                      const revision::Translation& translation)
        : translation_(translation), before_(translated(before, translation)), after_(after.findings),
          after_about_(sorted_abouts(after)), matched_(before_.size(), false) {}

    FindingChanges run() {
        std::unordered_map<std::uint64_t, std::size_t> earlier; // only ever looked up
        for (std::size_t i = 0; i < before_.size(); ++i) earlier.emplace(before_[i].fingerprint, i);
        std::vector<std::size_t> rest;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            const auto found = earlier.find(after_[i].fingerprint);
            if (found == earlier.end())
                rest.push_back(i);
            else
                join(found->second, i);
        }
        join_shrunk(rest);
        join_same_stretch();
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!matched_[i] && before_[i].state == State::open) changes_.fixed.push_back(i);
        const auto by_after = [](const FindingPair& a, const FindingPair& b) { return a.after < b.after; };
        std::sort(changes_.introduced.begin(), changes_.introduced.end());
        std::sort(changes_.changed.begin(), changes_.changed.end(), by_after);
        return std::move(changes_);
    }

private:
    using Piles = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>>; // by rule and id

    void join(std::size_t i, std::size_t k) {
        matched_[i] = true;
        const auto& a = before_[i];
        const auto& b = after_[k];
        if (a.state != State::open && b.state != State::open) return;
        if (a.state != State::open)
            changes_.introduced.push_back(k);
        else if (a.severity != b.severity || a.draft.about != after_about_[k] || !same_facts(a, b, translation_))
            changes_.changed.push_back({i, k});
        else
            changes_.still.push_back({i, k});
    }

    /// A pile of slots from which one was taken away, and which still is one, is nothing new.
    void join_shrunk(const std::vector<std::size_t>& rest) {
        Piles left; // not matched yet
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!matched_[i] && slots_in(before_[i]) > 2)
                for (const auto& about : before_[i].draft.about) left[{before_[i].rule, about}].push_back(i);
        for (const auto k : rest) {
            const auto& finding = after_[k];
            if (finding.state != State::open) continue;
            const auto whole = slots_in(finding) > 1 ? whole_of(k, left) : std::nullopt;
            if (whole)
                join(*whole, k);
            else
                alone_.push_back(k);
        }
    }

    /// Below an error: the same rule of the same stretch of time, of which one of several parallel slots was named, and
    /// now another is. An error must name the very same things.
    void join_same_stretch() {
        std::map<std::vector<std::string>, std::vector<std::size_t>> left;
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!matched_[i] && before_[i].state == State::open)
                if (auto key = stretch_of(before_[i]); !key.empty()) left[std::move(key)].push_back(i);
        for (const auto k : alone_) {
            const auto found = left.find(stretch_of(after_[k]));
            const auto same = [&](std::size_t i) {
                return !matched_[i] && overlaps(before_[i].draft.about, after_about_[k]);
            };
            const auto other = found == left.end() ? std::vector<std::size_t>::iterator{}
                                                   : std::find_if(found->second.begin(), found->second.end(), same);
            if (found != left.end() && other != found->second.end())
                join(*other, k);
            else
                changes_.introduced.push_back(k);
        }
    }

    /// Empty for an error, and for what has no stretch of time.
    static std::vector<std::string> stretch_of(const Finding& finding) {
        const auto& facts = finding.draft.facts;
        if (finding.severity == finding::Severity::error || !facts.find("start") || !facts.find("end")) return {};
        std::vector<std::string> key{finding.rule, std::string{finding::name_of(finding.severity)}, finding.draft.key};
        for (const auto* name : {"date", "start", "end", "minutes"}) key.push_back(facts.text(name));
        return key;
    }
    static bool overlaps(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        return std::any_of(a.begin(), a.end(),
                           [&](const auto& one) { return std::binary_search(b.begin(), b.end(), one); });
    }

    std::optional<std::size_t> whole_of(std::size_t k, const Piles& left) const {
        const auto& about = after_about_[k];
        // It is in the piles of all the ids, also in the least.
        const std::vector<std::size_t>* least = nullptr;
        for (const auto& id : about) {
            const auto found = left.find({after_[k].rule, id});
            if (found == left.end()) return std::nullopt;
            if (!least || found->second.size() < least->size()) least = &found->second;
        }
        for (const auto i : *least)
            if (before_[i].draft.key == after_[k].draft.key && before_[i].state == State::open &&
                is_subset(about, before_[i].draft.about))
                return i;
        return std::nullopt;
    }

    const revision::Translation& translation_;
    const std::vector<Finding> before_;
    const std::vector<Finding>& after_;
    const std::vector<std::vector<std::string>> after_about_;
    std::vector<bool> matched_;
    std::vector<std::size_t> alone_; ///< of the later revision, open and not matched
    FindingChanges changes_;
};

} // namespace

bool FindingChanges::rose(const FindingPair& pair, const engine::Result& before, const engine::Result& after) {
    const auto& finding = after.findings[pair.after];
    return finding.state == State::open && finding.severity > before.findings[pair.before].severity;
}

FindingChanges compare_findings(const engine::Result& before, const engine::Result& after,
                                const revision::Translation& translation) {
    return FindingComparison{before, after, translation}.run();
}

} // namespace agenda::gate
