// SPDX-License-Identifier: MIT
// How alike two slots of two revisions are, and which slots are worth holding against each other.
#pragma once
#include "revision/revision.hpp"
#include <unordered_map>

namespace agenda::revision {

/// What of a slot is compared. Words and people are numbers that both revisions share, sorted, each once.
struct Features {
    std::vector<std::uint32_t> words;  ///< of the title
    std::vector<std::uint32_t> people; ///< whoever is named
    std::string content;               ///< equal where title and people are; empty where there is no title
    std::string number, kind;
    time::Date date{};
    std::optional<time::Clock> start;
    std::optional<std::uint32_t> room, track;
};

/// Makes features for slots of both revisions.
class FeatureMaker {
public:
    FeatureMaker(const Agenda& before, const Agenda& after, const Matches& matches);
    Features of_before(SlotIndex slot) { return features(before_, slot, true); }
    Features of_after(SlotIndex slot) { return features(after_, slot, false); }

private:
    Features features(const Agenda& agenda, SlotIndex slot, bool earlier);
    std::uint32_t number_of(const Agenda& agenda, const Appearance& appearance, bool earlier);
    /// The number that both revisions give to a thing: the later one's index, or one beyond.
    template <class Index> std::uint32_t number_of(const Same<Index>& same, Index index, bool earlier) const {
        if (!earlier) return static_cast<std::uint32_t>(index);
        if (const auto after = same.after(index)) return static_cast<std::uint32_t>(*after);
        return static_cast<std::uint32_t>(same.before_of.size() + static_cast<std::size_t>(index));
    }

    const Agenda& before_;
    const Agenda& after_;
    const Matches& matches_;
    std::unordered_map<std::u32string, std::uint32_t> words_;
    std::unordered_map<std::string, std::uint32_t> names_; ///< of those who are known by name alone
};

/// 0 to 1000; 0 where neither title, number nor people speak for it, whatever time, kind and place say. `dates` says
/// where the programmes of dates have gone. Symmetric, with the dates inverted.
int likeness(const Features& before, const Features& after, const std::map<time::Date, time::Date>& dates);

/// From this likeness on two slots may be one.
inline constexpr int alike = 500;

} // namespace agenda::revision
