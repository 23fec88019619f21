// SPDX-License-Identifier: MIT
// same: values that should differ and are equal, or should agree and differ, among all selected things or within each
// group of them. Values are sorted into clusters by a hash, and one cluster is one finding.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace agenda::checks {
namespace same_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"must", ParameterType::name,
                 "what the values of two things must do. Values that must differ are compared without case, blanks and "
                 "kinds of apostrophe; values that must agree are compared as they are written",
                 true, "differ agree"},
    ArgumentSpec{"keys", ParameterType::names, "whose values are compared, each key by itself", true,
                 "title subtitle series organizer venue contact label closing-note number description note questions "
                 "name suffix unit org country capacity building room track kind day time speakers moderators"},
    ArgumentSpec{"together", ParameterType::flag,
                 "the values of all the keys are one value; a thing that lacks one of them has none", false},
    ArgumentSpec{"by", ParameterType::name, "within what they are compared; not given: within the event", false,
                 "event day track room number person kind"},
    ArgumentSpec{"min-chars", ParameterType::count, "shorter values are left alone", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the thing"},
    FieldSpec{"other", true, "the name of the thing that it is held against"},
    FieldSpec{"key", true, "the key of the value; the first where several count together"},
    FieldSpec{"value", true, "the value, at most 60 characters of it"},
    FieldSpec{"other-value", true, "the value of the other"},
    FieldSpec{"count", true, "how many things have this value; where values must agree, how many have another one"},
    FieldSpec{"group", true, "within what they are compared; empty for the event"},
    FieldSpec{"when", false, "of a slot with a time: its date and time"},
    FieldSpec{"other-when", false, "the same of the other"},
};

/// A value of a thing under a key. The texts are views into the agenda where they can be.
struct Value {
    std::string_view key;
    std::string text;
    Span at;
};

std::string ids(const Agenda& agenda, const Slot& slot, bool speakers) {
    std::vector<std::string_view> all;
    for (const auto& appearance : slot.people)
        if ((appearance.role == Role::speaker) == speakers) all.push_back(agenda.people[appearance.person].id);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::string result;
    for (const auto id : all) (result += result.empty() ? "" : ", ") += id;
    return result;
}

/// What a slot says beside its texts.
std::string word_of(const Agenda& agenda, const Slot& slot, std::string_view key) {
    if (key == "room") return slot.room ? agenda.rooms[*slot.room].id : "";
    if (key == "track") return slot.track ? agenda.tracks[*slot.track].id : "";
    if (key == "kind") return slot.kind;
    if (key == "day") return called(agenda.days[slot.day]);
    if (key == "time") return shown(agenda, slot);
    return ids(agenda, slot, key == "speakers");
}

Span place_of_word(const Slot& slot, std::string_view key) {
    if (key == "room" || key == "track") return slot.place_at;
    if (key == "time") return slot.time_at;
    return slot.keys.at(key, slot.at);
}

/// The values of a thing, without empty ones.
std::vector<Value> values_of(const Agenda& agenda, const Thing& thing, const std::vector<std::string>& keys,
                             const TextKeys& text_keys) {
    static constexpr std::string_view slot_words = "room track kind day time speakers moderators";
    const auto all = texts(agenda, thing, text_keys);
    std::vector<Value> result;
    for (const auto& key : keys) {
        for (const auto& text : all)
            if (text.key == key && !text.text.empty()) result.push_back({text.key, std::string{text.text}, text.at});
        if (thing.sort != Sort::slot || !listed(slot_words, key)) continue;
        const auto& slot = *slot_of(agenda, thing);
        if (auto word = word_of(agenda, slot, key); !word.empty())
            result.push_back({key, std::move(word), place_of_word(slot, key)});
    }
    return result;
}

/// Within what a thing's values are compared, as findings name it; nothing for a thing that is in no such group.
std::optional<std::string> group_of(const Agenda& agenda, const Thing& thing, std::string_view by) {
    const auto* slot = slot_of(agenda, thing);
    if (by == "event") return "event";
    if (by == "day" && thing.sort == Sort::day) return agenda.about(DayIndex{thing.index});
    if (by == "person" && thing.sort == Sort::person) return agenda.about(PersonIndex{thing.index});
    if (by == "person" && thing.sort == Sort::appearance) return agenda.about(slot->people[thing.part].person);
    if (!slot) return std::nullopt;
    if (by == "day") return agenda.about(slot->day);
    if (by == "track" && slot->track) return agenda.about(*slot->track);
    if (by == "room" && slot->room) return agenda.about(*slot->room);
    if (by == "kind") return "kind:" + slot->kind;
    if (by == "number" && !slot->number.value.empty()) return "number:" + slot->number.value;
    return std::nullopt;
}

/// One value of a thing, held by its hash: long texts are not copied.
struct Mention {
    Thing thing;
    std::uint32_t ordinal; ///< among the values of the thing
    std::size_t value;     ///< hash of what is compared
    std::size_t cluster;   ///< hash of what mentions have in common that are held against one another
};

/// Mentions of one cluster, in the order of the file.
using Cluster = std::span<const Mention>;

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }
std::size_t combined(std::size_t a, std::size_t b) { return a * 0x9E3779B97F4A7C15U + b; }

class Comparer {
public:
    Comparer(const Context& context, const finding::Arguments& arguments)
        : agenda_(context.agenda), agree_(arguments.word("must") == "agree"),
          together_(arguments.flag_or("together", false)), keys_(arguments.words("keys")), text_keys_(keys_),
          by_(arguments.word_or("by", "event")), min_(arguments.count_or("min-chars", 0)) {}

    std::size_t read(const std::vector<Thing>& things) {
        std::size_t seen = 0;
        for (const auto& thing : things) {
            const auto group = group_of(agenda_, thing, by_);
            if (!group) continue;
            const auto all = values(thing);
            for (std::uint32_t i = 0; i < all.size(); ++i) {
                if (is_short(all[i].text)) continue;
                ++seen;
                const auto value = hash_of(compared(all[i]));
                const auto within = combined(hash_of(*group), hash_of(all[i].key));
                mentions_.push_back({thing, i, value, agree_ ? within : combined(within, value)});
            }
        }
        return seen;
    }

    void tell(finding::Drafts& drafts) {
        std::stable_sort(mentions_.begin(), mentions_.end(),
                         [](const Mention& a, const Mention& b) { return a.cluster < b.cluster; });
        for (std::size_t from = 0, to = 0; from < mentions_.size(); from = to) {
            while (to < mentions_.size() && mentions_[to].cluster == mentions_[from].cluster) ++to;
            if (to - from < 2) continue;
            const Cluster cluster{mentions_.data() + from, to - from};
            if (agree_)
                tell_differing(cluster, drafts);
            else
                tell_equal(cluster, drafts);
        }
    }

private:
    bool is_short(std::string_view text) const {
        return min_ > 0 && static_cast<std::int64_t>(source::width(text, source::Unit::code_points)) < min_;
    }

    std::vector<Value> values(const Thing& thing) const {
        auto all = values_of(agenda_, thing, keys_, text_keys_);
        if (!together_ || all.empty()) return all;
        Value one{all.front().key, {}, all.front().at};
        std::vector<std::string_view> keys;
        for (const auto& value : all) {
            if (keys.empty() || keys.back() != value.key) keys.push_back(value.key);
            one.text += (one.text.empty() ? "" : "\n") + value.text;
        }
        return keys.size() == keys_.size() ? std::vector{one} : std::vector<Value>{};
    }

    std::string compared(const Value& value) const { return agree_ ? value.text : source::folded(value.text); }
    Value value_of(const Mention& mention) const { return values(mention.thing)[mention.ordinal]; }

    /// The same value in several things: told of the second, which is likely the copy.
    void tell_equal(const Cluster cluster, finding::Drafts& drafts) const {
        std::vector<Mention> equal;
        const auto first = cluster.front();
        for (const auto& mention : cluster) {
            const bool other = equal.empty() || about_of(equal.back().thing) != about_of(mention.thing);
            if (other && (equal.empty() || compared(value_of(mention)) == compared(value_of(first))))
                equal.push_back(mention);
        }
        if (equal.size() < 2) return;
        auto draft = draft_of(equal[1], first, equal.size());
        for (const auto& mention : equal) relate(draft, mention, equal[1]);
        finish(draft, drafts);
    }

    /// Other values than the one that most have, or of two that as many have the first.
    void tell_differing(const Cluster cluster, finding::Drafts& drafts) const {
        std::unordered_map<std::size_t, std::size_t> counts;
        for (const auto& mention : cluster) ++counts[mention.value];
        if (counts.size() < 2) return;
        const auto rarer = [&](const Mention& a, const Mention& b) { return counts[a.value] < counts[b.value]; };
        const auto& usual = *std::max_element(cluster.begin(), cluster.end(), rarer);
        std::vector<Mention> others;
        for (const auto& mention : cluster)
            if (mention.value != usual.value) others.push_back(mention);
        auto draft = draft_of(others.front(), usual, others.size());
        relate(draft, usual, others.front());
        for (const auto& mention : others) relate(draft, mention, others.front());
        if (const auto group = *group_of(agenda_, usual.thing, by_); listed("day track room person", by_))
            draft.about.push_back(group);
        finish(draft, drafts);
    }

    std::string about_of(const Thing& thing) const { return about(agenda_, thing); }

    /// "`Ann Lee`", "track `Data`", "2026-06-01", "number `III`"; empty for the event.
    std::string group_name(const Thing& thing) const {
        const auto* slot = slot_of(agenda_, thing);
        if (by_ == "event") return {};
        if (by_ == "day" && slot) return called(agenda_.days[slot->day]);
        if (by_ == "track") return "track " + ticked_name(agenda_.tracks[*slot->track]);
        if (by_ == "room") return "room " + ticked_name(agenda_.rooms[*slot->room]);
        if (by_ == "kind") return "kind " + ticked(slot->kind);
        if (by_ == "number") return "number " + ticked(slot->number.value);
        if (thing.sort == Sort::appearance) return ticked_name(agenda_.people[slot->people[thing.part].person]);
        return called(agenda_, thing);
    }

    finding::Draft draft_of(const Mention& here, const Mention& other, std::size_t count) const {
        const auto value = value_of(here);
        const auto other_value = value_of(other);
        finding::Draft draft;
        draft.at = value.at;
        draft.key = value.key;
        draft.facts = {{"what", called(agenda_, here.thing)},
                       {"other", called(agenda_, other.thing)},
                       {"key", std::string{value.key}},
                       {"value", cut(value.text, 60)},
                       {"other-value", cut(other_value.text, 60)},
                       {"count", static_cast<std::int64_t>(count)},
                       {"group", group_name(here.thing)}};
        if (const auto when = when_of(here.thing); !when.empty()) draft.facts.set("when", when);
        if (const auto when = when_of(other.thing); !when.empty()) draft.facts.set("other-when", when);
        return draft;
    }

    std::string when_of(const Thing& thing) const {
        const auto* slot = thing.sort == Sort::slot ? slot_of(agenda_, thing) : nullptr;
        return slot && slot->clock ? called(agenda_.days[slot->day]) + " " + shown(agenda_, *slot) : std::string{};
    }

    void relate(finding::Draft& draft, const Mention& mention, const Mention& told) const {
        draft.about.push_back(about_of(mention.thing));
        if (&mention == &told) return;
        const auto value = value_of(mention);
        const auto when = when_of(mention.thing);
        draft.related.push_back({value.at, called(agenda_, mention.thing) + (when.empty() ? "" : ", " + when)});
    }

    static void finish(finding::Draft& draft, finding::Drafts& drafts) {
        sort_about(draft);
        drafts.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    bool agree_, together_;
    std::vector<std::string> keys_;
    TextKeys text_keys_;
    std::string_view by_;
    std::int64_t min_;
    std::vector<Mention> mentions_;
};

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    Comparer comparer{context, arguments};
    Outcome outcome;
    outcome.checked = comparer.read(selected(context.agenda, context.selection, Sort::slot));
    comparer.tell(drafts);
    return outcome;
}

} // namespace same_check

const Check same{"same",
                 "values that should differ and are equal, or should agree and differ",
                 same_check::arguments_taken,
                 same_check::fields_given,
                 "count",
                 same_check::run,
                 "slot event day item person appearance room track"};

} // namespace agenda::checks
