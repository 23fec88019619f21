// SPDX-License-Identifier: MIT
// One organisation under several names: written in two ways, a slip in a long word, or its initials here and its whole
// name there. A whole name is looked for in every text, word by word, beside the initials that somebody is given.
#include "checks/variants.hpp"
#include "source/folding.hpp"
#include "source/nearest.hpp"
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

namespace agenda::checks {
namespace {

using Words = std::vector<std::u32string>;

constexpr std::string_view small_words =
    "a an and at by de del der des di die du e et for für fur in la le les of on the to "
    "und y zur";
constexpr std::string_view how_written = "they are written in two ways";
constexpr std::string_view how_letter = "they differ in one letter";
constexpr std::string_view how_initials = "one is the initials of the other";

bool is_small(const std::u32string& word) {
    const auto ascii = [](char32_t c) { return c < 0x80; };
    return std::all_of(word.begin(), word.end(), ascii) && listed(small_words, std::string(word.begin(), word.end()));
}

/// The words that tell organisations apart.
Words telling(std::string_view name) {
    auto words = source::words(name, source::Accents::dropped);
    std::erase_if(words, is_small);
    return words;
}

/// A name as it is written, of people of one country.
struct OrgName {
    std::string text, country;
    Words words;
    std::vector<OrgMention> mentions;
    std::size_t leader; ///< of those that are one organisation
};

/// A word of a text in its place.
struct OrgWord {
    std::string_view text;
    bool capital = false, small = false;
    bool breaks = false; ///< a sign other than a blank stands before it
};

/// ASCII letters make words here, and what lies beyond ASCII counts as a letter.
std::vector<OrgWord> words_in(std::string_view text) {
    const auto part = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
               static_cast<unsigned char>(c) >= 0x80U;
    };
    std::vector<OrgWord> result;
    bool breaks = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!part(text[at])) {
            breaks = breaks || text[at] != ' ';
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && part(text[end])) ++end;
        const auto word = text.substr(at, end - at);
        result.push_back({word, word.front() >= 'A' && word.front() <= 'Z', listed(small_words, source::lowered(word)),
                          std::exchange(breaks, false)});
        at = end;
    }
    return result;
}

/// Three to ten capitals.
bool is_acronym(std::string_view text) {
    return text.size() >= 3 && text.size() <= 10 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class OrgFinder {
public:
    OrgFinder(const Agenda& agenda, const Nearness& nearness, const std::vector<std::string>& aliases)
        : agenda_(agenda), nearness_(nearness) {
        for (const auto& alias : aliases) {
            const auto sign = alias.find('=');
            if (sign == std::string::npos) continue;
            aliases_.push_back({source::folded(alias.substr(0, sign)), source::folded(alias.substr(sign + 1))});
        }
    }

    void read(const std::vector<Thing>& things, const std::vector<std::string>& keys) {
        const TextKeys wanted{keys};
        for (const auto& thing : things) {
            const auto* slot = thing.sort == Sort::appearance ? slot_of(agenda_, thing) : nullptr;
            if (slot && !agenda_.people[slot->people[thing.part].person].declared) continue; // is a thing itself
            for (const auto& text : texts(agenda_, thing, wanted)) {
                if (text.text.empty()) continue;
                if (text.key == "org") add({thing, std::string{text.text}, text.at}, telling(text.text));
                texts_.push_back({thing, text});
            }
        }
        for (std::size_t i = 0; i < names_.size(); ++i)
            if (is_acronym(names_[i].text)) acronyms_[names_[i].text].push_back(i);
    }

    std::vector<OrgVariant> run() {
        by_words();
        by_deletions();
        for (const auto& [thing, text] : texts_) by_initials(thing, text);
        return variants();
    }

private:
    std::string country_of(const Thing& thing) const {
        if (thing.sort == Sort::person) return source::folded(agenda_.people[PersonIndex{thing.index}].country);
        if (thing.sort != Sort::appearance) return {};
        return source::folded(agenda_.people[slot_of(agenda_, thing)->people[thing.part].person].country);
    }

    std::size_t add(OrgMention mention, Words words) {
        const auto country = country_of(mention.thing);
        const auto [at, fresh] = index_.try_emplace({mention.name, country}, names_.size());
        if (fresh) names_.push_back({mention.name, country, std::move(words), {}, names_.size()});
        names_[at->second].mentions.push_back(std::move(mention));
        return at->second;
    }

    std::size_t leader(std::size_t name) {
        while (names_[name].leader != name) name = names_[name].leader = names_[names_[name].leader].leader;
        return name;
    }

    void join(std::size_t a, std::size_t b, std::string_view how) {
        const auto& x = names_[a];
        const auto& y = names_[b];
        if (!x.country.empty() && !y.country.empty() && x.country != y.country) return;
        const std::array pair{source::folded(x.text), source::folded(y.text)};
        for (const auto& [one, other] : aliases_)
            if ((pair[0] == one && pair[1] == other) || (pair[0] == other && pair[1] == one)) return;
        const auto [first, second] = std::minmax({leader(a), leader(b)});
        names_[second].leader = first;
        if (x.text != y.text) hows_.try_emplace(first, how);
    }

    static Hash hash_of_words(const Words& words, std::size_t but) {
        Hash hash = combined(words.size(), but);
        for (std::size_t i = 0; i < words.size(); ++i)
            if (i != but) hash = combined(hash, hash_of(words[i]));
        return hash;
    }

    void by_words() {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < names_.size(); ++i)
            if (!names_[i].words.empty()) keyed.push_back({hash_of_words(names_[i].words, names_[i].words.size()), i});
        try_neighbours(keyed, [&](std::uint32_t a, std::uint32_t b) {
            if (names_[a].words == names_[b].words) join(a, b, how_written);
        });
    }

    void by_deletions() {
        constexpr std::size_t longest = 24, most_words = 12;
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const auto& words = names_[i].words;
            if (words.size() > most_words) continue;
            for (std::size_t at = 0; at < words.size(); ++at) {
                if (words[at].size() > longest || words[at].size() + 1 < nearness_.min_letters || !can_slip(words[at]))
                    continue;
                for (const auto hash : deletions(words[at], std::min<std::size_t>(nearness_.distance, 2)))
                    keyed.push_back({combined(hash_of_words(words, at), hash), i});
            }
        }
        try_neighbours(keyed, [&](std::uint32_t a, std::uint32_t b) {
            if (is_slip(names_[a].words, names_[b].words)) join(a, b, how_letter);
        });
    }

    /// One long word differs, and not in its first letter: "Gambia" and "Zambia" are two countries.
    bool is_slip(const Words& a, const Words& b) const {
        if (a.size() != b.size() || a == b) return false;
        const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
        return std::equal(a.begin() + static_cast<std::ptrdiff_t>(at) + 1, a.end(),
                          b.begin() + static_cast<std::ptrdiff_t>(at) + 1) &&
               a[at].front() == b[at].front() && std::max(a[at].size(), b[at].size()) >= nearness_.min_letters &&
               source::edit_distance(a[at], b[at], nearness_.distance) <= nearness_.distance;
    }

    /// Looks for words with capitals whose initials are an organisation of somebody. They must be a whole name: a small
    /// word, a sign or the text's end stands on both sides.
    void by_initials(const Thing& thing, const KeyText& text) {
        if (acronyms_.empty()) return;
        const auto words = words_in(text.text);
        for (std::size_t from = 0; from < words.size(); ++from) {
            if (!words[from].capital || (from > 0 && !words[from].breaks && words[from - 1].capital)) continue;
            std::string initials;
            for (auto to = from; to < words.size() && initials.size() < 10; ++to) {
                if (to > from && words[to].breaks) break;
                if (words[to].small) continue;
                if (!words[to].capital) break;
                initials += words[to].text.front();
                const bool ends = to + 1 == words.size() || words[to + 1].breaks || !words[to + 1].capital;
                if (!ends || initials.size() < 3) continue;
                if (const auto found = acronyms_.find(initials); found != acronyms_.end())
                    found_whole(thing, text, {words, from, to}, found->second);
            }
        }
    }

    struct Range {
        const std::vector<OrgWord>& words;
        std::size_t from, to;
    };

    /// "International Organization for Migration (IOM)" explains the initials.
    void found_whole(const Thing& thing, const KeyText& text, const Range& range,
                     const std::vector<std::size_t>& acronyms) {
        const auto& acronym = names_[acronyms.front()].text;
        const auto is = [&](std::size_t at) { return at < range.words.size() && range.words[at].text == acronym; };
        if (is(range.to + 1) || (range.from > 0 && is(range.from - 1))) return;
        const auto* start = range.words[range.from].text.data();
        const auto& last = range.words[range.to].text;
        const std::string_view name{start, static_cast<std::size_t>(last.data() + last.size() - start)};
        const bool whole = text.key == "org" && name == text.text;
        const auto index =
            whole ? index_.at({std::string{name}, country_of(thing)}) : add({thing, std::string{name}, text.at}, {});
        for (const auto one : acronyms) join(one, index, how_initials);
    }

    std::vector<OrgVariant> variants() {
        std::map<std::size_t, std::vector<std::size_t>> members;
        for (std::size_t i = 0; i < names_.size(); ++i) members[leader(i)].push_back(i);
        std::vector<OrgVariant> result;
        for (const auto& [first, names] : members) {
            std::map<std::string_view, std::size_t> counts;
            for (const auto i : names) counts[names_[i].text] += names_[i].mentions.size();
            if (counts.size() < 2) continue;
            const auto rarer = [&](std::size_t a, std::size_t b) {
                return counts[names_[a].text] < counts[names_[b].text];
            };
            const auto& usual = names_[*std::max_element(names.begin(), names.end(), rarer)];
            OrgVariant variant{{}, usual.mentions.front(), counts[usual.text], how_written};
            for (const auto i : names) {
                if (const auto how = hows_.find(i); how != hows_.end()) variant.how = how->second;
                if (names_[i].text != usual.text)
                    variant.rarer.insert(variant.rarer.end(), names_[i].mentions.begin(), names_[i].mentions.end());
            }
            std::sort(variant.rarer.begin(), variant.rarer.end(),
                      [](const OrgMention& a, const OrgMention& b) { return a.at.offset < b.at.offset; });
            result.push_back(std::move(variant));
        }
        return result;
    }

    struct Text {
        Thing thing;
        KeyText text;
    };

    const Agenda& agenda_;
    Nearness nearness_;
    std::vector<std::pair<std::string, std::string>> aliases_; ///< folded
    std::vector<Text> texts_;
    std::vector<OrgName> names_;
    std::map<std::pair<std::string, std::string>, std::size_t> index_; ///< of names by text and country
    std::unordered_map<std::string, std::vector<std::size_t>> acronyms_;
    std::map<std::size_t, std::string_view> hows_; ///< in what the first two that were joined differ, by leader
};

} // namespace

std::vector<OrgVariant> org_variants(const Agenda& agenda, const std::vector<Thing>& things,
                                     const std::vector<std::string>& keys, const std::vector<std::string>& aliases,
                                     const Nearness& nearness) {
    OrgFinder finder{agenda, nearness, aliases};
    finder.read(things, keys);
    return finder.run();
}

} // namespace agenda::checks
