// SPDX-License-Identifier: MIT
// What is a slip in a person's name and what is another name: a letter inside a word is a slip, one at its end makes
// another name (Anna and Anne, Maria and Mario) unless both people are of one organisation.
#include "checks/person_names.hpp"
#include "source/folding.hpp"
#include "source/nearest.hpp"
#include <bit>
#include <map>

namespace agenda::checks {

namespace {

using Name = PersonName;

/// In rising doubt.
enum class How { same, apart, accents, order, initials, one_letter, two_letters };
constexpr std::array<std::string_view, 7> how_words{
    "the names are equal",        "they differ in a blank or a hyphen", "they differ in accents",
    "they differ in their order", "they differ in an initial",          "they differ in one letter",
    "they differ in two letters",
};

enum class Orgs { same, different, unknown };
constexpr std::array<std::string_view, 3> org_words{"same", "different", "unknown"};

class PersonFinder {
public:
    PersonFinder(const Agenda& agenda, const Nearness& nearness)
        : agenda_(agenda), nearness_(nearness), reader_(nearness.left_out) {}

    void read(const std::vector<PersonIndex>& people) {
        names_.reserve(people.size());
        for (const auto index : people) reader_.read(agenda_, index, names_);
    }

    std::vector<PersonVariant> run() {
        by_letters();
        by_order();
        by_core();
        by_initial();
        by_one_word();
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

    static Hash hash_of_letters(const Words& words) {
        Hash hash = 0;
        for (const auto& word : words)
            for (const auto letter : word) hash = hash * 0x100000001B3U + letter;
        return hash;
    }

    void by_letters() {
        gather([](const Name& name) { return std::optional{hash_of_letters(name.bare)}; },
               [&](const Name& a, const Name& b) {
                   if (letters(a.bare) != letters(b.bare)) return;
                   const bool same = reader_.exact(a.text) == reader_.exact(b.text);
                   found(same ? How::same : a.bare != b.bare ? How::apart : How::accents, a, b);
               });
    }

    void by_order() {
        const auto sorted = [](Words words) {
            std::sort(words.begin(), words.end());
            return words;
        };
        const auto hash = [](const Name& name) {
            Hash sum = 0; // the same in any order
            for (const auto& word : name.bare) sum += hash_of(word);
            return std::optional{sum};
        };
        gather(hash, [&](const Name& a, const Name& b) {
            if (a.bare != b.bare && sorted(a.bare) == sorted(b.bare) && may_be_one(a, b)) found(How::order, a, b);
        });
    }

    /// Not so where each gives another organisation or country.
    bool may_be_one(const Name& a, const Name& b) const { return orgs(a.person, b.person) != Orgs::different; }

    void by_core() {
        const auto hash = [](const Name& name) {
            Hash all = name.bare.size() > 1 ? 1 : 0;
            for (std::size_t i = 0; i < name.bare.size(); ++i)
                if (i == 0 || i + 1 == name.bare.size() || !is_initial(name.bare[i]))
                    all = combined(all, hash_of(name.bare[i]));
            return std::optional{all};
        };
        gather(hash, [&](const Name& a, const Name& b) {
            if (a.bare == b.bare) return;
            const auto whole = core(a.bare);
            const bool one_is_short = whole.size() == a.bare.size() || whole.size() == b.bare.size();
            if (one_is_short && whole == core(b.bare) && may_be_one(a, b)) found(How::initials, a, b);
        });
    }

    /// "J. Zau" and "José Zau", unless "Julia Zau" is there as well: then nobody knows who is meant.
    void by_initial() {
        const auto family = [](const Name& name) { return std::pair{name.bare.back(), name.bare.front().front()}; };
        std::map<std::pair<std::u32string, char32_t>, std::vector<std::uint32_t>> families; // those with an initial
        for (const auto& name : names_)
            if (name.bare.size() > 1 && is_initial(name.bare.front())) families[family(name)];
        if (families.empty()) return;
        for (std::uint32_t i = 0; i < names_.size(); ++i)
            if (const auto found = families.find(family(names_[i]));
                names_[i].bare.size() > 1 && found != families.end())
                found->second.push_back(i);
        for (const auto& [key, members] : families) try_family(members);
    }

    void try_family(const std::vector<std::uint32_t>& members) {
        const Name* whole = nullptr;
        for (const auto i : members) {
            if (is_initial(names_[i].bare.front())) continue;
            if (whole && whole->bare.front() != names_[i].bare.front()) return;
            if (!whole) whole = &names_[i];
        }
        if (!whole) return;
        for (const auto i : members)
            if (is_initial(names_[i].bare.front()) && stands_for(names_[i].bare, whole->bare) &&
                may_be_one(names_[i], *whole))
                found(How::initials, names_[i], *whole);
    }

    /// A word of a name that is held against those beside the same other words.
    struct Place {
        std::uint32_t name, at;
        std::uint32_t letters; ///< which occur in it, a bit for each
    };

    /// Names that have all words but one in common: few are tried pair by pair, many by what is left without a letter.
    void by_one_word() {
        constexpr std::uint32_t places = 16; // more than a name has words
        constexpr std::size_t few = 64, longest = 24;
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            const auto& words = names_[i].bare;
            std::size_t count = 0;
            for (const auto& word : words) count += word.size();
            if (count < nearness_.min_letters || words.size() < 2) continue;
            for (std::uint32_t at = 0; at < words.size(); ++at) {
                if (words[at].size() < 2 || words[at].size() > longest || !can_slip(words[at])) continue;
                Hash others = combined(at, words.size());
                for (std::size_t other = 0; other < words.size(); ++other)
                    if (other != at) others = combined(others, hash_of(words[other]));
                keyed.push_back({others, i * places + at});
            }
        }
        std::sort(keyed.begin(), keyed.end());
        std::vector<Place> run;
        for (std::size_t from = 0, to = 0; from < keyed.size(); from = to) {
            run.clear();
            for (; to < keyed.size() && keyed[to].hash == keyed[from].hash; ++to)
                run.push_back({keyed[to].entry / places, keyed[to].entry % places, 0});
            if (run.size() > few)
                try_deletions(run);
            else if (run.size() > 1)
                try_pairs(run);
        }
    }

    void try_pairs(std::vector<Place>& run) {
        for (auto& place : run)
            for (const auto letter : names_[place.name].bare[place.at]) place.letters |= 1U << (letter % 32);
        for (std::size_t b = 1; b < run.size(); ++b)
            for (std::size_t a = 0; a < b; ++a)
                if (std::popcount(run[a].letters ^ run[b].letters) <= 4) // two letters put in place of two others
                    judge_near(names_[run[a].name], names_[run[b].name]);
    }

    void try_deletions(const std::vector<Place>& run) {
        std::vector<Keyed> keyed;
        for (const auto& place : run) {
            const auto& word = names_[place.name].bare[place.at];
            for (const auto hash : deletions(word, most_in(word.size()))) keyed.push_back({hash, place.name});
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
        if (distance > most || longer < 4 || is_initial(x) || is_initial(y)) return;
        const auto ties = orgs(a.person, b.person);
        if (ties == Orgs::different || (ties == Orgs::unknown && !is_slip(x, y))) return;
        found(distance == 1 ? How::one_letter : How::two_letters, a, b);
    }

    const Agenda& agenda_;
    Nearness nearness_;
    NameReader reader_;
    std::vector<Name> names_;
    std::map<PersonIndex, Found> found_;
};

} // namespace

std::vector<PersonVariant> person_variants(const Agenda& agenda, const std::vector<PersonIndex>& people,
                                           const Nearness& nearness) {
    PersonFinder finder{agenda, nearness};
    finder.read(people);
    return finder.run();
}

} // namespace agenda::checks
