// SPDX-License-Identifier: MIT
#include "revision/likeness.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <cstdlib>

namespace agenda::revision {
namespace {

/// Twice what both have, of what they have together (Dice 1945), in thousandths.
int shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++count;
        const bool first = *i <= *j, second = *j <= *i;
        if (first) ++i;
        if (second) ++j;
    }
    return static_cast<int>(2000 * count / std::max<std::size_t>(1, a.size() + b.size()));
}

void sort_out(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// What each side of the comparison counts for, and what is weighed so far.
struct Weighed {
    int sum = 0, weight = 0;
    void add(int of_thousand, int counts) {
        sum += of_thousand * counts;
        weight += counts;
    }
    int mean() const { return weight == 0 ? 0 : sum / weight; }
};

/// A thousand at the same time of the same day, less with each minute; a quarter on another day.
int nearness(const Features& before, const Features& after, const std::map<time::Date, time::Date>& dates) {
    const auto gone = dates.find(before.date);
    const auto has_come = [&](time::Date date) {
        return std::any_of(dates.begin(), dates.end(), [&](const auto& pair) { return pair.second == date; });
    };
    const bool same_day =
        gone == dates.end() ? before.date == after.date && !has_come(after.date) : gone->second == after.date;
    if (!before.start || !after.start) return same_day ? 500 : 0;
    const auto apart = std::abs((before.start->since_midnight - after.start->since_midnight).count());
    return std::max<int>(0, 1000 - static_cast<int>(std::min<long long>(apart, 1000))) / (same_day ? 1 : 4);
}

} // namespace

FeatureMaker::FeatureMaker(const Agenda& before, const Agenda& after, const Matches& matches)
    : before_(before), after_(after), matches_(matches) {}

Features FeatureMaker::features(const Agenda& agenda, SlotIndex index, bool earlier) {
    const auto& slot = agenda.slots[index];
    Features result;
    result.content = source::folded(slot.title.value);
    for (auto& word : source::words(slot.title.value, source::Accents::dropped))
        result.words.push_back(
            words_.try_emplace(std::move(word), static_cast<std::uint32_t>(words_.size())).first->second);
    sort_out(result.words);
    for (const auto& appearance : slot.people) result.people.push_back(number_of(agenda, appearance, earlier));
    sort_out(result.people);
    if (!result.content.empty())
        for (const auto person : result.people) result.content += "\n" + std::to_string(person);
    result.number = source::folded(slot.number.value);
    result.kind = slot.kind;
    result.date = agenda.days[slot.day].date;
    result.start = slot.start;
    if (slot.room) result.room = number_of(matches_.rooms, *slot.room, earlier);
    if (slot.track) result.track = number_of(matches_.tracks, *slot.track, earlier);
    return result;
}

/// Whoever is known by name alone is one for all that have that name.
std::uint32_t FeatureMaker::number_of(const Agenda& agenda, const Appearance& appearance, bool earlier) {
    constexpr std::uint32_t of_a_name = 0x80000000U;
    const auto person = appearance.person;
    const auto& same = matches_.people;
    const bool goes_on = earlier ? same.after(person).has_value() : same.before(person).has_value();
    const bool unknown = appearance.unknown && appearance.on_stage() == person;
    if (!unknown && (goes_on || agenda.people[person].declared)) return number_of(same, person, earlier);
    return of_a_name |
           names_.try_emplace(agenda.people[person].name, static_cast<std::uint32_t>(names_.size())).first->second;
}

int likeness(const Features& before, const Features& after, const std::map<time::Date, time::Date>& dates) {
    const int words = shared(before.words, after.words), people = shared(before.people, after.people);
    const bool one_number = !before.number.empty() && before.number == after.number;
    if (words < 334 && people < 500 && !one_number) return 0;
    Weighed weighed;
    if (!before.words.empty() || !after.words.empty()) weighed.add(words, 45);
    if (!before.people.empty() || !after.people.empty()) weighed.add(people, 25);
    if (!before.number.empty() || !after.number.empty()) weighed.add(one_number ? 1000 : 0, 15);
    weighed.add(before.kind == after.kind ? 1000 : 0, 10);
    weighed.add(nearness(before, after, dates), 10);
    if (before.room || after.room) weighed.add(before.room == after.room ? 1000 : 0, 5);
    if (before.track || after.track) weighed.add(before.track == after.track ? 1000 : 0, 5);
    return weighed.mean();
}

} // namespace agenda::revision
