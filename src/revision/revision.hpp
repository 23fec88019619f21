// SPDX-License-Identifier: MIT
// Two revisions of an agenda compared: what is the same in both, and what has changed, as a planner would say it. One
// cause is one change: a day that is ten minutes later is told once, whatever the number of its slots.
#pragma once
#include "agenda/agenda.hpp"
#include "source/text.hpp"
#include <map>
#include <set>

namespace agenda::revision {

/// What an agenda says of its rules: "rules.sitting-too-long.max" is "90m", "accept slot-overlap slot:a slot:b" is the
/// reason.
using SaidOfRules = std::map<std::string, std::string>;

struct Revision {
    const Agenda& agenda;
    const source::Text& text;                   ///< from which it was read
    const SaidOfRules* said_of_rules = nullptr; ///< nothing: not compared
};

/// How it is known that two things are one. Less certain ones come later.
enum class MatchedBy {
    id,
    name,       ///< of people, rooms and tracks: an equal name
    content,    ///< of slots: equal title and people
    similarity, ///< a guess: what is alike, a name that is nearly the same, a room into which all slots have gone
};
/// "id", "name", "title-and-people", "similarity".
std::string_view name_of(MatchedBy by);

/// Of one sort of things, which of one revision is which of the other. By index; nothing for what the other has not.
template <class Index> struct Same {
    std::vector<std::optional<Index>> after_of, before_of;
    std::vector<MatchedBy> by_of; ///< by the index before; of no meaning where there is no match

    Same() = default;
    Same(std::size_t before, std::size_t after) : after_of(before), before_of(after), by_of(before) {}
    std::optional<Index> after(Index before) const { return after_of[static_cast<std::size_t>(before)]; }
    std::optional<Index> before(Index after) const { return before_of[static_cast<std::size_t>(after)]; }
    /// Of two that the other revision has.
    MatchedBy by(Index before) const { return by_of[static_cast<std::size_t>(before)]; }
    void join(Index before, Index after, MatchedBy by) {
        by_of[static_cast<std::size_t>(before)] = by;
        after_of[static_cast<std::size_t>(before)] = after;
        before_of[static_cast<std::size_t>(after)] = before;
    }
    void part(Index before, Index after) {
        after_of[static_cast<std::size_t>(before)].reset();
        before_of[static_cast<std::size_t>(after)].reset();
    }
};

struct Matches {
    Same<PersonIndex> people;
    Same<RoomIndex> rooms;
    Same<TrackIndex> tracks;
    Same<SlotIndex> slots;
    /// To which date the programme of a date has gone, where that is another.
    std::map<time::Date, time::Date> dates;
};

/// In the order in which a report groups them.
enum class Kind {
    event_edited,
    ids_regenerated,
    id_renamed,
    room_renamed,
    room_added,
    room_removed,
    room_edited,
    track_renamed,
    track_added,
    track_removed,
    track_edited,
    day_added,
    day_removed,
    days_exchanged,
    day_moved,
    day_shifted,
    day_edited,
    slots_swapped,
    slot_added,
    slot_removed,
    slot_cancelled,
    slot_reinstated, ///< takes place again
    slot_moved,
    slot_resized,
    slot_moved_room,
    slot_retitled,
    slot_renumbered,
    slot_rekinded,
    slot_edited,
    person_added,
    person_dropped,
    person_swapped,
    person_represented,
    role_changed,
    person_edited,
};
/// "slot-moved".
std::string_view name_of(Kind kind);
/// Whether it is of time, place or people: what people have planned by. A spelling is none.
bool changes_plans(Kind kind);

/// Whom a change concerns.
enum class Concerns { nobody, all_there, one_person };
Concerns concerns(Kind kind);

/// A value under a key of a thing: `before` is taken out and `after` put in. A key with several values (the speakers of
/// a slot) has an edit for each. References are ids, of what is in both revisions as the later one has them.
struct Edit {
    std::string key;
    std::optional<std::string> before, after;
};

/// One thing that a change is about. Of a thing that only one revision has, the other's about is empty.
struct Member {
    std::string before_about, after_about; ///< "slot:session-iv"
    std::string name;                      ///< as messages call it
    std::string says;                      ///< "15:00-17:50 -> 15:10-18:00"; may be empty
    std::optional<Span> before_at, after_at;
    std::optional<SlotIndex> before_slot, after_slot;       ///< where it is a slot
    std::optional<PersonIndex> before_person, after_person; ///< who comes, goes or changes, in that slot or at all
    MatchedBy by = MatchedBy::id;
    std::vector<Edit> edits;
};

struct Change {
    Kind kind = Kind::event_edited;
    std::string message;
    std::vector<Member> members; ///< at least one; in the order of the programme

    /// The least certain of its members'.
    MatchedBy by() const;
    /// What it is about: the later revision's names, the earlier one's of what is gone. Each once.
    std::vector<std::string> about() const;
};

struct Comparison {
    Matches matches;
    std::vector<Change> changes; ///< in the order of the kinds' groups, then of the programme
    std::size_t guessed = 0;     ///< slots that were matched by similarity
};

/// The result refers to neither revision. O(n log n) in slots whose ids, or titles and people, are found again; each of
/// the others is held against at most 24 for each word of its title, each of its people and its number, and the best
/// assignment of these is as assignment.hpp says.
Comparison compare(const Revision& before, const Revision& after);

/// A person whose own slots moved, changed room (or the room its name), came, vanished or were cancelled, or whose part
/// in them changed.
struct Told {
    std::optional<PersonIndex> before, after; ///< at least one
    std::string name;
    struct Reason {
        std::size_t change, member;
    };
    std::vector<Reason> reasons;
};
/// Sorted by name.
std::vector<Told> to_tell(const Comparison& comparison, const Agenda& before, const Agenda& after);

/// How the later revision calls what the earlier one called so: "person:ann" is "person:lee" there. For the names that
/// findings are about; what is gone, or keeps its name, stays.
class Translation {
public:
    Translation(const Matches& matches, const Agenda& before, const Agenda& after);
    const std::string& operator()(const std::string& about) const;
    /// Everything goes on under its name.
    bool empty() const { return names_.empty(); }
    /// Whether a thing that messages call `before` in the earlier revision is called `after` in the later.
    bool renames(const std::string& before, const std::string& after) const {
        return called_.contains({before, after});
    }

private:
    std::map<std::string, std::string, std::less<>> names_;
    std::set<std::pair<std::string, std::string>> called_;
};

} // namespace agenda::revision
