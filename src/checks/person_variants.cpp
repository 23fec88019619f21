// SPDX-License-Identifier: MIT
// What is a slip in a person's name and what is another name: a letter inside a word is a slip, one at its end makes
// another name (Anna and Anne, Maria and Mario) unless both people are of one organisation.
#include "checks/variants.hpp"
#include "load/names.hpp"
#include "source/nearest.hpp"
#include "source/unicode.hpp"
#include <map>

namespace agenda::checks {

Hash hash_of(std::u32string_view text) {
    Hash hash = 0xCBF29CE484222325U;
    for (const auto letter : text) hash = (hash ^ letter) * 0x100000001B3U;
    return hash;
}

Hash combined(Hash a, Hash b) { return (a ^ (b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U))) * 0x100000001B3U; }

std::vector<Hash> deletions(std::u32string_view word, std::size_t most) {
    std::vector<Hash> result{hash_of(word)};
    std::u32string shorter;
    const auto without = [&](std::size_t i, std::size_t j) {
        shorter.clear();
        for (std::size_t at = 0; at < word.size(); ++at)
            if (at != i && at != j) shorter += word[at];
        result.push_back(hash_of(shorter));
    };
    if (most > 0)
        for (std::size_t i = 0; i < word.size(); ++i) without(i, i);
    if (most > 1)
        for (std::size_t i = 0; i < word.size(); ++i)
            for (auto j = i + 1; j < word.size(); ++j) without(i, j);
    return result;
}

bool can_slip(std::u32string_view word) {
    return std::all_of(word.begin(), word.end(), [](char32_t c) {
        return (c >= U'a' && c <= U'z') || (c >= 0x00DF && c < 0x0530) || (c >= 0x1E00 && c < 0x2000);
    });
}

namespace {

using Words = std::vector<std::u32string>;

/// A name of a person: the name itself, or an alias.
struct Name {
    PersonIndex person;
    Words bare;             ///< without accents
    std::u32string letters; ///< of the bare words, without blanks
    std::u32string exact;   ///< the words with their accents, a space between them
};

/// In rising doubt.
enum class How { same, apart, accents, order, initials, one_letter, two_letters };
constexpr std::array<std::string_view, 7> how_words{
    "the names are equal",        "they differ in a blank or a hyphen", "they differ in accents",
    "they differ in their order", "they differ in an initial",          "they differ in one letter",
    "they differ in two letters",
};

enum class Orgs { same, different, unknown };
constexpr std::array<std::string_view, 3> org_words{"same", "different", "unknown"};

std::u32string joined(const Words& words, std::u32string_view between) {
    std::u32string result;
    for (const auto& word : words) (result += result.empty() ? U"" : between) += word;
    return result;
}

bool initial(const std::u32string& word) { return word.size() == 1; }

/// "John A. Smith" without the initials in the middle.
Words core(const Words& words) {
    Words result;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (i == 0 || i + 1 == words.size() || !initial(words[i])) result.push_back(words[i]);
    return result;
}

/// Without what stands in brackets or quotation marks: a team or a nickname.
std::string without_asides(std::string_view name) {
    std::string result;
    char until = 0;
    for (const char c : name) {
        if (until == 0 && (c == '(' || c == '"'))
            until = c == '(' ? ')' : '"';
        else if (until != 0 && c == until)
            until = 0;
        else if (until == 0)
            result += c;
    }
    return result;
}

/// Whether the words of an abbreviated name can stand for those of a whole one: "J. R. Zau", "José Zau".
bool stands_for(const Words& abbreviated, const Words& whole) {
    for (std::size_t i = 0; i + 1 < std::min(abbreviated.size(), whole.size()); ++i) {
        const auto& a = abbreviated[i];
        const auto& b = whole[i];
        if (initial(a) || initial(b) ? a.front() != b.front() : a != b) return false;
    }
    return true;
}

class Finder {
public:
    Finder(const Agenda& agenda, const Nearness& nearness) : agenda_(agenda), nearness_(nearness) {
        for (const auto& word : nearness.left_out)
            for (auto& one : source::words(word, source::Accents::dropped)) left_out_.push_back(std::move(one));
    }

    void read(PersonIndex index) {
        const auto& person = agenda_.people[index];
        if (!load::names_somebody(person)) return;
        add(index, person.name);
        for (const auto& alias : person.aliases) add(index, alias);
    }

    std::vector<PersonVariant> run() {
        by_letters();
        by_order();
        by_core();
        by_initial();
        by_deletions();
        std::vector<PersonVariant> result;
        for (const auto& [person, found] : found_)
            result.push_back({person, found.other, how_words[static_cast<std::size_t>(found.how)],
                              org_words[static_cast<std::size_t>(orgs(person, found.other))]});
        return result;
    }

private:
    struct Found {
        How how;
        PersonIndex other;
        friend auto operator<=>(const Found&, const Found&) = default;
    };

    void add(PersonIndex index, std::string_view text) {
        const auto name = without_asides(text);
        Name result{index, words(name, source::Accents::dropped), {}, joined(words(name, source::Accents::kept), U" ")};
        constexpr std::size_t most_words = 12; // of a name; a longer text is none
        if (result.bare.empty() || result.bare.size() > most_words) return;
        if (result.bare.size() == 1 && !agenda_.people[index].mononym) return;
        result.letters = joined(result.bare, U"");
        names_.push_back(std::move(result));
    }

    /// Without titles.
    Words words(std::string_view name, source::Accents accents) const {
        auto result = source::words(name, accents);
        std::erase_if(result, [&](const std::u32string& word) {
            return std::find(left_out_.begin(), left_out_.end(), word) != left_out_.end();
        });
        return result;
    }

    Orgs orgs(PersonIndex a, PersonIndex b) const {
        const auto& x = agenda_.people[a];
        const auto& y = agenda_.people[b];
        const auto differ = [](const std::string& one, const std::string& other) {
            return !one.empty() && !other.empty() && source::folded(one) != source::folded(other);
        };
        if (differ(x.org, y.org) || differ(x.country, y.country)) return Orgs::different;
        return x.org.empty() || y.org.empty() ? Orgs::unknown : Orgs::same;
    }

    bool distinct(PersonIndex a, PersonIndex b) const {
        const auto says = [&](PersonIndex one, PersonIndex other) {
            const auto& from = agenda_.people[one].distinct_from;
            const auto id = source::lowered(agenda_.people[other].id);
            return std::any_of(from.begin(), from.end(), [&](const auto& name) { return source::lowered(name) == id; });
        };
        return says(a, b) || says(b, a);
    }

    void found(How how, const Name& a, const Name& b) {
        const auto [earlier, later] = std::minmax({a.person, b.person});
        if (earlier == later || distinct(earlier, later)) return;
        const Found now{how, earlier};
        const auto [at, fresh] = found_.try_emplace(later, now);
        if (!fresh) at->second = std::min(at->second, now);
    }

    template <class Key, class Judge> void gather(Key key, Judge judge) {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < names_.size(); ++i)
            if (const std::optional<Hash> hash = key(names_[i])) keyed.push_back({*hash, i});
        try_neighbours(keyed, [&](std::uint32_t a, std::uint32_t b) { judge(names_[a], names_[b]); });
    }

    void by_letters() {
        gather([](const Name& name) { return std::optional{hash_of(name.letters)}; },
               [&](const Name& a, const Name& b) {
                   if (a.letters != b.letters) return;
                   found(a.exact == b.exact ? How::same : a.bare != b.bare ? How::apart : How::accents, a, b);
               });
    }

    void by_order() {
        const auto sorted = [](Words words) {
            std::sort(words.begin(), words.end());
            return joined(words, U" ");
        };
        gather([&](const Name& name) { return std::optional{hash_of(sorted(name.bare))}; },
               [&](const Name& a, const Name& b) {
                   if (a.letters != b.letters && sorted(a.bare) == sorted(b.bare) && may_be_one(a, b))
                       found(How::order, a, b);
               });
    }

    /// Not so where each gives another organisation or country.
    bool may_be_one(const Name& a, const Name& b) const { return orgs(a.person, b.person) != Orgs::different; }

    void by_core() {
        gather(
            [](const Name& name) {
                return name.bare.size() > 1 ? std::optional{hash_of(joined(core(name.bare), U" "))} : std::nullopt;
            },
            [&](const Name& a, const Name& b) {
                const auto whole = core(a.bare);
                const bool one_is_short = whole.size() == a.bare.size() || whole.size() == b.bare.size();
                if (a.letters != b.letters && one_is_short && whole == core(b.bare) && may_be_one(a, b))
                    found(How::initials, a, b);
            });
    }

    /// "J. Zau" and "José Zau", unless "Julia Zau" is there as well: then nobody knows who is meant.
    void by_initial() {
        std::map<std::pair<std::u32string, char32_t>, std::vector<std::uint32_t>> families;
        for (std::uint32_t i = 0; i < names_.size(); ++i)
            if (const auto& words = names_[i].bare; words.size() > 1)
                families[{words.back(), words.front().front()}].push_back(i);
        for (const auto& [family, members] : families) {
            const Name* whole = nullptr;
            bool one_whole = true;
            for (const auto i : members) {
                if (initial(names_[i].bare.front())) continue;
                if (whole && whole->bare.front() != names_[i].bare.front()) one_whole = false;
                if (!whole) whole = &names_[i];
            }
            if (!whole || !one_whole) continue;
            for (const auto i : members)
                if (initial(names_[i].bare.front()) && stands_for(names_[i].bare, whole->bare) &&
                    may_be_one(names_[i], *whole))
                    found(How::initials, names_[i], *whole);
        }
    }

    void by_deletions() {
        constexpr std::size_t longest = 24; // letters of a word that is compared
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const auto& words = names_[i].bare;
            if (names_[i].letters.size() < nearness_.min_letters || words.size() < 2) continue;
            for (std::size_t at = 0; at < words.size(); ++at) {
                if (words[at].size() < 2 || words[at].size() > longest || !can_slip(words[at])) continue;
                Hash others = combined(at, words.size());
                for (std::size_t other = 0; other < words.size(); ++other)
                    if (other != at) others = combined(others, hash_of(words[other]));
                for (const auto hash : deletions(words[at], most_in(words[at].size())))
                    keyed.push_back({combined(others, hash), i});
            }
        }
        try_neighbours(keyed, [&](std::uint32_t a, std::uint32_t b) { judge_near(names_[a], names_[b]); });
    }

    /// How many letters may differ in a word of that length.
    std::size_t most_in(std::size_t length) const {
        return std::min<std::size_t>(nearness_.distance, length >= 6 ? 2 : 1);
    }

    void judge_near(const Name& a, const Name& b) {
        if (a.bare.size() != b.bare.size()) return;
        std::optional<std::size_t> at;
        for (std::size_t i = 0; i < a.bare.size(); ++i) {
            if (a.bare[i] == b.bare[i]) continue;
            if (at) return;
            at = i;
        }
        if (!at) return;
        const auto& x = a.bare[*at];
        const auto& y = b.bare[*at];
        const auto [shorter, longer] = std::minmax({x.size(), y.size()});
        const auto most = most_in(shorter);
        const auto distance = source::edit_distance(x, y, most);
        if (distance > most || longer < 4 || initial(x) || initial(y)) return;
        const auto ties = orgs(a.person, b.person);
        if (ties == Orgs::different || (ties == Orgs::unknown && !is_slip(x, y))) return;
        found(distance == 1 ? How::one_letter : How::two_letters, a, b);
    }

    /// A letter inside the word, and no other letter in a short one: Jon and John, not Jan and Jon, not Anna and Anne.
    static bool is_slip(const std::u32string& x, const std::u32string& y) {
        const bool inside = x.front() == y.front() && x.back() == y.back();
        return inside && (x.size() != y.size() || x.size() >= 6);
    }

    const Agenda& agenda_;
    Nearness nearness_;
    Words left_out_;
    std::vector<Name> names_;
    std::map<PersonIndex, Found> found_;
};

} // namespace

std::vector<PersonVariant> person_variants(const Agenda& agenda, const std::vector<PersonIndex>& people,
                                           const Nearness& nearness) {
    Finder finder{agenda, nearness};
    for (const auto index : people) finder.read(index);
    return finder.run();
}

} // namespace agenda::checks
