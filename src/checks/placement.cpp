// SPDX-License-Identifier: MIT
// placement: slots that run beside one another in different places say in which room they are. One finding for each
// track that has none, and for each slot without a track.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace agenda::checks {
namespace placement_check {

constexpr std::array fields_given{
    FieldSpec{"what", true, "the name of the slot, or of the first of the track"},
    FieldSpec{"time", true, "its time"},
    FieldSpec{"date", true, "its day"},
    FieldSpec{"beside", true, "the name of a slot that runs beside it"},
    FieldSpec{"beside-time", true, "the time of that"},
    FieldSpec{"count", true, "how many slots of the track are meant; 1 for a slot without a track"},
    FieldSpec{"track", false, "the name of the track"},
};

/// A slot where people choose between places. Slots of one place contend for it, which is another rule's, unless they
/// say that they run beside each other.
struct Candidate {
    SlotIndex slot;
    std::pair<Place, std::uint32_t> place; ///< the number tells those apart that say so
};

/// For each candidate one that runs beside it elsewhere.
class Neighbours {
public:
    Neighbours(const Agenda& agenda, const std::vector<Candidate>& by_start)
        : agenda_(agenda), all_(by_start), found_(by_start.size()) {
        // Of those that began before, the one that ends last decides; of those that begin later, the one that is first.
        sweep(
            0, 1, [&](std::size_t i) { return when(i).end; }, [&](std::size_t i) { return when(i).start; });
        sweep(
            all_.size() - 1, -1, [&](std::size_t i) { return -when(i).start.time_since_epoch(); },
            [&](std::size_t i) { return -when(i).end.time_since_epoch(); });
    }
    std::optional<std::size_t> of(std::size_t i) const { return found_[i]; }

private:
    const When& when(std::size_t i) const { return *agenda_.slots[all_[i].slot].when; }

    /// Keeps the two that reach farthest, in different places: one of them is elsewhere than the slot at hand.
    template <class Reach, class Begin> void sweep(std::size_t from, std::ptrdiff_t step, Reach reach, Begin begin) {
        std::optional<std::size_t> best, second;
        for (std::size_t n = 0, i = from; n < all_.size();
             ++n, i = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(i) + step)) {
            for (const auto& rival : {best, second})
                if (rival && all_[*rival].place != all_[i].place && reach(*rival) > begin(i) && !found_[i])
                    found_[i] = rival;
            if (!best || reach(i) > reach(*best)) {
                if (best && all_[*best].place != all_[i].place) second = best;
                best = i;
            } else if (all_[i].place != all_[*best].place && (!second || reach(i) > reach(*second))) {
                second = i;
            }
        }
    }

    const Agenda& agenda_;
    const std::vector<Candidate>& all_;
    std::vector<std::optional<std::size_t>> found_;
};

/// Slots that say that they run beside another, and those of which that is said.
std::set<SlotIndex> all_declared_parallel(const Agenda& agenda) {
    std::set<SlotIndex> result;
    for (const auto i : agenda.slots.indices())
        for (const auto other : agenda.slots[i].parallel_with) {
            result.insert(i);
            result.insert(other);
        }
    return result;
}

/// All of the event is in one room, and nothing is in a track.
bool in_one_room(const Agenda& agenda) { return agenda.rooms.size() == 1 && agenda.tracks.size() == 0; }

finding::Draft draft_of(const Agenda& agenda, SlotIndex index, SlotIndex beside) {
    const auto& slot = agenda.slots[index];
    const auto& other = agenda.slots[beside];
    finding::Draft draft;
    draft.at = slot.at;
    draft.label = shown(agenda, slot) + ", no room";
    draft.related = {related(agenda, beside)};
    draft.facts = {{"what", ticked_name(slot)},
                   {"time", shown(agenda, slot)},
                   {"date", time::format_date(agenda.days[slot.day].date)},
                   {"beside", ticked_name(other)},
                   {"beside-time", shown(agenda, other)},
                   {"count", std::int64_t{1}}};
    return draft;
}

class Finder {
public:
    Finder(const Context& context, finding::Drafts& drafts) : agenda_(context.agenda), drafts_(drafts) {}

    /// Gives back how many slots run beside others.
    std::size_t look(const std::vector<Candidate>& candidates) {
        if (candidates.empty()) return 0;
        std::size_t beside = 0;
        const Neighbours neighbours{agenda_, candidates};
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto neighbour = neighbours.of(i);
            if (!neighbour) continue;
            ++beside;
            const auto& slot = agenda_.slots[candidates[i].slot];
            if (slot.plenary || place_of(agenda_, slot).sort == Place::Sort::room) continue;
            tell(candidates[i].slot, candidates[*neighbour].slot);
        }
        return beside;
    }

private:
    void tell(SlotIndex index, SlotIndex beside) {
        const auto& track = agenda_.slots[index].track;
        if (!track) {
            drafts_.push_back(draft_of(agenda_, index, beside));
            drafts_.back().about = {agenda_.about(index)};
            return;
        }
        const auto [known, first] = of_track_.try_emplace(*track, drafts_.size());
        if (first) {
            auto draft = draft_of(agenda_, index, beside);
            draft.about = {agenda_.about(*track)};
            if (agenda_.tracks[*track].declared) draft.at = agenda_.tracks[*track].at;
            draft.facts.set("count", std::int64_t{0});
            draft.facts.set("track", ticked_name(agenda_.tracks[*track]));
            drafts_.push_back(std::move(draft));
        } else {
            drafts_[known->second].related.push_back(related(agenda_, index));
        }
        auto& facts = drafts_[known->second].facts;
        facts.set("count", std::get<std::int64_t>(*facts.find("count")) + 1);
    }

    const Agenda& agenda_;
    finding::Drafts& drafts_;
    std::map<TrackIndex, std::size_t> of_track_; // which of the drafts is the track's
};

Outcome run(const Context& context, const finding::Arguments&, finding::Drafts& drafts) {
    const auto& agenda = context.agenda;
    Outcome outcome;
    if (in_one_room(agenda)) return outcome;
    const auto parallel = all_declared_parallel(agenda);
    Finder finder{context, drafts};
    for (const auto& course : context.courses) {
        const auto wanted = [&](SlotIndex index) { return is_selected(agenda, context.selection, index); };
        std::vector<Candidate> candidates;
        for (const auto index : course.slots)
            if (wanted(index))
                candidates.push_back({index,
                                      {place_of(agenda, agenda.slots[index]),
                                       parallel.contains(index) ? static_cast<std::uint32_t>(index) + 1 : 0}});
        for (const auto index : course.unplaced)
            if (wanted(index)) outcome.not_checked.push_back(index);
        outcome.checked += finder.look(candidates);
    }
    return outcome;
}

} // namespace placement_check

const Check placement{"placement", "slots that run beside one another in different places say in which room they are",
                      {},          placement_check::fields_given,
                      "count",     placement_check::run,
                      "slot"};

} // namespace agenda::checks
