// SPDX-License-Identifier: MIT
// same: values that should differ and are equal, or should agree and differ, among all selected things or within each
// group of them. Values are put together by a hash: those that must agree by their key and group, those that must
// differ by how they begin too, and of those that begin alike each by the whole. What stays together is one finding.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <span>
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

/// One value of a thing. The texts are views into the agenda, or of what the comparer keeps.
struct Mention {
    Thing thing;
    std::string_view key, text;
    Span at;
    std::size_t cluster = 0; ///< hash of what mentions have in common that are held against one another
    std::size_t value = 0;   ///< hash of what is compared; where values must differ, of those that begin alike
};

/// Mentions of one cluster, in the order of the file.
using Cluster = std::span<Mention>;

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }
std::size_t combined(std::size_t a, std::size_t b) { return a * 0x9E3779B97F4A7C15U + b; }

/// Sorts the mentions by one of their hashes, and calls `use` with those that have the same where they are several.
template <class Use> void each_cluster(Cluster mentions, std::size_t Mention::*hash, Use use) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [&](const Mention& a, const Mention& b) { return a.*hash < b.*hash; });
    for (std::size_t from = 0, to = 0; from < mentions.size(); from = to) {
        while (to < mentions.size() && mentions[to].*hash == mentions[from].*hash) ++to;
        if (to - from > 1) use(mentions.subspan(from, to - from));
    }
}

bool has_fewer_than(std::int64_t code_points, std::string_view text) {
    if (static_cast<std::int64_t>(text.size() / 4) >= code_points) return false; // a code point has four bytes at most
    return source::prefix_size(text, static_cast<std::size_t>(code_points - 1)) == text.size();
}

class Comparer {
public:
    Comparer(const Context& context, const finding::Arguments& arguments)
        : agenda_(context.agenda), agree_(arguments.word("must") == "agree"),
          together_(arguments.flag_or("together", false)), text_keys_(arguments.words("keys")),
          by_(arguments.word_or("by", "event")), min_(arguments.count_or("min-chars", 0)) {
        static constexpr std::string_view words = "room track kind day time speakers moderators";
        for (const auto& key : arguments.words("keys")) keys_.push_back({key, listed(words, key)});
    }

    std::size_t read(const std::vector<Thing>& things) {
        for (const auto& thing : things) {
            const auto first = mentions_.size();
            add_values(thing);
            if (together_) join(first);
            const auto begin = mentions_.begin() + static_cast<std::ptrdiff_t>(first);
            const auto is_short = [&](const Mention& mention) { return has_fewer_than(min_, mention.text); };
            mentions_.erase(std::remove_if(begin, mentions_.end(), is_short), mentions_.end());
            if (mentions_.size() == first) continue; // as of most things
            const auto group = hash_of_group(thing);
            if (!group) {
                mentions_.resize(first);
                continue;
            }
            for (auto i = first; i < mentions_.size(); ++i) settle(mentions_[i], *group);
        }
        return mentions_.size();
    }

    void tell(finding::Drafts& drafts) {
        each_cluster(mentions_, &Mention::cluster, [&](Cluster alike) {
            if (agree_) {
                tell_differing(alike, drafts);
            } else {
                for (auto& mention : alike) mention.value = hash_of(source::folded(mention.text));
                each_cluster(alike, &Mention::value, [&](Cluster equal) { tell_equal(equal, drafts); });
            }
        });
    }

private:
    struct Key {
        std::string_view name; ///< a view of the rule's argument
        bool is_word;          ///< of a slot it says something beside its texts
    };

    std::optional<std::size_t> hash_of_group(const Thing& thing) const {
        if (by_ == "event") return 0; // as most rules have it
        const auto group = group_of(agenda_, thing, by_);
        return group ? std::optional{hash_of(*group)} : std::nullopt;
    }

    /// The values of a thing, without empty ones.
    void add_values(const Thing& thing) {
        const auto all = texts(agenda_, thing, text_keys_);
        for (const auto& [key, is_word] : keys_) {
            for (const auto& text : all)
                if (text.key == key && !text.text.empty()) mentions_.push_back({thing, text.key, text.text, text.at});
            if (thing.sort != Sort::slot || !is_word) continue;
            const auto& slot = *slot_of(agenda_, thing);
            if (auto word = word_of(agenda_, slot, key); !word.empty())
                mentions_.push_back({thing, key, keep(std::move(word)), place_of_word(slot, key)});
        }
    }

    /// Makes one value of those from `first` on; none where a key has none.
    void join(std::size_t first) {
        std::string text;
        std::size_t keys = 0;
        for (auto i = first; i < mentions_.size(); ++i) {
            if (i == first || mentions_[i].key != mentions_[i - 1].key) ++keys;
            (text += i == first ? "" : "\n") += mentions_[i].text;
        }
        const bool whole = keys > 0 && keys == keys_.size();
        mentions_.resize(whole ? first + 1 : first);
        if (whole) mentions_[first].text = keep(std::move(text));
    }

    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

    /// Sets the hashes. Of values that must differ the beginning alone is folded here: there most texts differ.
    void settle(Mention& mention, std::size_t group) const {
        constexpr std::size_t beginning = 32;
        mention.cluster = combined(group, hash_of(mention.key));
        if (agree_)
            mention.value = hash_of(mention.text);
        else
            mention.cluster = combined(mention.cluster, hash_of(source::folded_beginning(mention.text, beginning)));
    }

    /// The same value in several things: told of the second, which is likely the copy.
    void tell_equal(const Cluster cluster, finding::Drafts& drafts) const {
        std::vector<Mention> equal;
        const auto& first = cluster.front();
        const auto value = source::folded(first.text);
        for (const auto& mention : cluster) {
            const bool other = equal.empty() || about_of(equal.back().thing) != about_of(mention.thing);
            if (other && source::folded(mention.text) == value) equal.push_back(mention);
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
        finding::Draft draft;
        draft.at = here.at;
        draft.key = here.key;
        draft.facts = {{"what", called(agenda_, here.thing)}, {"other", called(agenda_, other.thing)},
                       {"key", std::string{here.key}},        {"value", cut(here.text, 60)},
                       {"other-value", cut(other.text, 60)},  {"count", static_cast<std::int64_t>(count)},
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
        const auto when = when_of(mention.thing);
        draft.related.push_back({mention.at, called(agenda_, mention.thing) + (when.empty() ? "" : ", " + when)});
    }

    static void finish(finding::Draft& draft, finding::Drafts& drafts) {
        sort_about(draft);
        drafts.push_back(std::move(draft));
    }

    const Agenda& agenda_;
    bool agree_, together_;
    std::vector<Key> keys_;
    TextKeys text_keys_;
    std::string_view by_;
    std::int64_t min_;
    std::vector<Mention> mentions_;
    std::deque<std::string> kept_; ///< texts of mentions that are not the agenda's
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
