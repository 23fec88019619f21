// SPDX-License-Identifier: MIT
// Where the windows come from that a thing is held against: the rule, the day, the interpreters, the room, the person,
// the slot around an item, the audience's zones.
#pragma once
#include "checks/check.hpp"
#include "checks/windows.hpp"

namespace agenda::checks {

/// A slot, an item or a person on stage in a slot.
struct Subject {
    Thing thing;
    const Slot& slot;
    bool placed = false; ///< it is known when it is; otherwise the times below mean nothing
    time::Date date{};
    When when{};
    time::ClockRange clock{};              ///< on the clock of the slot's day
    std::vector<time::ClockRange> parts{}; ///< of a slot, what its nested breaks leave of it; otherwise the whole
    bool breaks_inside = false;            ///< it has breaks, and does not say when
    bool sometime = false;                 ///< a person in an item without a time: at some time in the slot
    std::optional<PersonIndex> person{};   ///< who is on stage
};

/// What a subject is held against, on one clock.
struct Held {
    Windows windows;
    std::vector<time::ClockRange> parts; ///< of the subject, on the clock of the windows
    Windows said;                        ///< the windows as their author sees them; none where `reason` says it
    std::string reason;                  ///< of a person: why not
    std::string room;                    ///< whose windows they are
    std::string zone;                    ///< of the audience, where that is another clock
    std::vector<std::string> about;      ///< who else says so
    std::vector<finding::Related> related;

    /// "10:00-13:00, 15:00-18:00"; of a person, why not.
    std::string text() const { return reason.empty() ? shown(said) : reason; }
};

/// What the arguments of a rule say of windows, read once for all things.
struct WindowSource {
    explicit WindowSource(const finding::Arguments& arguments);

    std::string_view from; ///< one of `source_words`
    Windows windows;
    std::optional<time::Clock> earliest, latest;
};

/// Whether there is anything that could say a window, so that things are worth being asked.
bool may_hold(const Agenda& agenda, const WindowSource& source);

/// Nothing for an item without a time, and for a person who is not on stage.
std::optional<Subject> subject_of(const Agenda& agenda, const Thing& thing, const WindowSource& source);

/// "`Session II`", "`Anja Klug`"; of an item its title, else "item 2 of `Session II`".
std::string name_of(const Agenda& agenda, const Subject& subject);

/// None where nothing says a window; several where several say theirs (the audience's zones).
std::vector<Held> held_against(const Agenda& agenda, const WindowSource& source, const Subject& subject);

/// The words of the argument `from`; `dates` are whole days and no windows.
inline constexpr std::string_view source_words = "rule day dates interpretation room person slot zones";

} // namespace agenda::checks
