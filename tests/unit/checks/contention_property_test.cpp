// SPDX-License-Identifier: MIT
// Rooms, tracks and people that are booked twice, in thousands of agendas that are made up, against all pairs: rooms in rooms, shared ones,
// cancelled and optional slots, pauses, parts of blocks, people who stand in for others, in a zone on the days on which its clock changes.
// What time it is, who is where and who contends is worked out here once more, from numbers.
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <random>
#include <set>

using namespace agenda::test;

namespace {

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    bool one_in(int many) { return below(many) == 0; }

private:
    std::mt19937 engine_;
};

enum class Sort { talk, meal, desk, side }; ///< ordinary, a pause, registration, optional
struct Slot {
    int day = 0, start = 0, end = 0; ///< minutes of the day, as the clock shows them
    bool by_duration = false;        ///< it is said how long it takes, which the clock need not show
    Sort sort = Sort::talk;
    bool cancelled = false;
    int room = -1, track = -1, part_of = -1, beside = -1, repeats = -1;
    std::vector<std::pair<int, int>> people; ///< a person, and who stands in for that one, or nobody (-1)
};
struct Made {
    std::string zone;
    std::vector<std::string> dates;
    std::vector<int> room_above; ///< by room: the one that it is a part of, or -1
    std::vector<bool> room_shared;
    std::vector<int> track_room;
    std::vector<bool> withdrawn; ///< by person
    std::vector<Slot> slots;
};

/// The clock of Zurich goes forward on the first day at 02:00 and back on the second at 03:00; that of UTC never.
Made make(Chance& chance) {
    Made made;
    made.zone = chance.one_in(4) ? "UTC" : "Europe/Zurich";
    made.dates = {"2026-03-29", "2026-10-25", "2026-06-01"};
    const int rooms = 1 + chance.below(5), tracks = chance.below(3), people = 1 + chance.below(4), slots = chance.below(14);
    for (int i = 0; i < rooms; ++i) {
        made.room_above.push_back(i > 0 && chance.one_in(2) ? chance.below(i) : -1);
        made.room_shared.push_back(chance.one_in(5));
    }
    for (int i = 0; i < tracks; ++i) made.track_room.push_back(chance.one_in(3) ? chance.below(rooms) : -1);
    for (int i = 0; i < people; ++i) made.withdrawn.push_back(chance.one_in(6));
    for (int i = 0; i < slots; ++i) {
        Slot slot;
        slot.day = chance.one_in(4) ? 2 : chance.below(2);
        slot.start = 15 * chance.below(20);
        slot.end = slot.start + 15 * (1 + chance.below(8));
        slot.by_duration = chance.one_in(3);
        slot.sort = chance.one_in(2) ? Sort::talk : static_cast<Sort>(chance.below(4));
        slot.cancelled = chance.one_in(8);
        if (chance.one_in(2)) slot.room = chance.below(rooms);
        if (tracks > 0 && chance.one_in(3)) slot.track = chance.below(tracks);
        if (i > 0 && chance.one_in(5)) slot.part_of = chance.below(i);
        if (i > 0 && chance.one_in(5)) slot.beside = chance.below(i);
        if (i > 0 && chance.one_in(5)) {
            slot.repeats = chance.below(i);
            if (chance.one_in(2)) {
                const auto& first = made.slots[static_cast<std::size_t>(slot.repeats)];
                std::tie(slot.day, slot.start, slot.end, slot.by_duration) = std::tie(first.day, first.start, first.end, first.by_duration);
            }
        }
        for (int person = 0; person < people; ++person)
            if (chance.one_in(3)) slot.people.emplace_back(person, chance.one_in(5) ? chance.below(people) : -1);
        made.slots.push_back(slot);
    }
    return made;
}

std::string written(const Made& made) {
    const auto clock = [](int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); };
    std::string text = "[event]\ntimezone = \"" + made.zone + "\"\n[rooms]\n";
    for (std::size_t i = 0; i < made.room_above.size(); ++i)
        text += fmt::format("r{} = {{ shared = {}{} }}\n", i, made.room_shared[i], made.room_above[i] < 0 ? "" : fmt::format(", part-of = \"r{}\"", made.room_above[i]));
    text += "[people]\n";
    for (std::size_t i = 0; i < made.withdrawn.size(); ++i) text += fmt::format("p{} = {{ name = \"P {}\"{} }}\n", i, i, made.withdrawn[i] ? ", status = \"withdrawn\"" : "");
    for (std::size_t i = 0; i < made.track_room.size(); ++i) text += fmt::format("[tracks.t{}]\n{}", i, made.track_room[i] < 0 ? "" : fmt::format("room = \"r{}\"\n", made.track_room[i]));
    for (std::size_t day = 0; day < made.dates.size(); ++day) {
        text += "[[day]]\ndate = " + made.dates[day] + "\n";
        for (std::size_t i = 0; i < made.slots.size(); ++i) {
            const auto& slot = made.slots[i];
            if (slot.day != static_cast<int>(day)) continue;
            text += fmt::format("[[day.slot]]\nid = \"s{}\"\nkind = \"{}\"\n", i, std::array{"workshop", "lunch", "registration", "workshop"}[static_cast<std::size_t>(slot.sort)]);
            text += slot.by_duration ? fmt::format("start = \"{}\"\nduration = {}\n", clock(slot.start), slot.end - slot.start) : fmt::format("time = \"{}-{}\"\n", clock(slot.start), clock(slot.end));
            if (slot.sort == Sort::side) text += "optional = true\n";
            if (slot.cancelled) text += "status = \"cancelled\"\n";
            if (slot.room >= 0) text += fmt::format("room = \"r{}\"\n", slot.room);
            if (slot.track >= 0) text += fmt::format("track = \"t{}\"\n", slot.track);
            if (slot.part_of >= 0) text += fmt::format("part-of = \"s{}\"\n", slot.part_of);
            if (slot.beside >= 0) text += fmt::format("parallel-with = [\"s{}\"]\n", slot.beside);
            if (slot.repeats >= 0) text += fmt::format("repeat-of = \"s{}\"\n", slot.repeats);
            std::string people;
            for (const auto& [person, deliverer] : slot.people) people += fmt::format("{}{{ person = \"p{}\"{} }}", people.empty() ? "" : ", ", person, deliverer < 0 ? "" : fmt::format(", delivered-by = \"p{}\"", deliverer));
            if (!people.empty()) text += "speakers = [" + people + "]\n";
        }
    }
    return text;
}

/// All pairs of an agenda that is made up.
class Pairs {
public:
    explicit Pairs(const Made& made) : made_(made) {}

    /// The room in which two slots are in each other's way, the whole one where one of them is in a part of it; nothing: in none.
    std::optional<std::string> room(std::size_t a, std::size_t b) const {
        const auto& one = made_.slots[a];
        const auto& other = made_.slots[b];
        const int first = room_of(one), second = room_of(other);
        if (first < 0 || second < 0 || shared(first) || shared(second)) return std::nullopt;
        const int whole = first == second || above(first, second) ? first : above(second, first) ? second : -1;
        if (whole < 0 || !keep_out(one, other) || !overlap(one, other) || block_and_part(a, b)) return std::nullopt;
        return fmt::format("room:r{}", whole);
    }
    /// The track in which they are, or the plenary (""), where no room is known.
    std::optional<std::string> elsewhere(std::size_t a, std::size_t b) const {
        const auto& one = made_.slots[a];
        const auto& other = made_.slots[b];
        if (room_of(one) >= 0 || room_of(other) >= 0 || one.track != other.track) return std::nullopt;
        if (one.beside == static_cast<int>(b) || other.beside == static_cast<int>(a)) return std::nullopt;
        if (!keep_out(one, other) || !overlap(one, other) || block_and_part(a, b)) return std::nullopt;
        return one.track >= 0 ? fmt::format("track:t{}", one.track) : std::string{};
    }
    /// Those who are on stage in both at once.
    std::set<std::string> people(std::size_t a, std::size_t b) const {
        const auto& one = made_.slots[a];
        const auto& other = made_.slots[b];
        std::set<std::string> both;
        if (one.cancelled || other.cancelled || !overlap(one, other) || block_and_part(a, b) || relayed(a, b)) return both;
        for (const int person : on_stage(one))
            if (on_stage(other).contains(person)) both.insert(fmt::format("person:p{}", person));
        return both;
    }

private:
    int room_of(const Slot& slot) const { return slot.room >= 0 ? slot.room : slot.track >= 0 ? made_.track_room[static_cast<std::size_t>(slot.track)] : -1; }
    bool shared(int room) const { return made_.room_shared[static_cast<std::size_t>(room)]; }
    bool above(int whole, int part) const {
        for (int room = made_.room_above[static_cast<std::size_t>(part)]; room >= 0; room = made_.room_above[static_cast<std::size_t>(room)])
            if (room == whole) return true;
        return false;
    }
    static bool keep_out(const Slot& one, const Slot& other) {
        if (one.cancelled || other.cancelled) return false;
        const auto are = [&](Sort a, Sort b) { return (one.sort == a && other.sort == b) || (one.sort == b && other.sort == a); };
        return !are(Sort::meal, Sort::side) && !are(Sort::desk, Sort::meal) && !are(Sort::desk, Sort::desk);
    }
    /// Minutes of UTC from the day's midnight there. Of a time that the clock shows twice the first, of one that it skips the moment of the
    /// change.
    int utc(int day, int minutes) const {
        if (made_.zone == "UTC") return minutes;
        if (day == 0) return minutes < 120 ? minutes - 60 : minutes < 180 ? 60 : minutes - 120;
        if (day == 1) return minutes < 180 ? minutes - 120 : minutes - 60;
        return minutes - 120;
    }
    std::pair<int, int> when(const Slot& slot) const {
        const int start = utc(slot.day, slot.start);
        return {start, slot.by_duration ? start + slot.end - slot.start : utc(slot.day, slot.end)};
    }
    bool overlap(const Slot& one, const Slot& other) const {
        if (one.day != other.day) return false;
        const auto a = when(one), b = when(other);
        return a.first < a.second && b.first < b.second && a.first < b.second && b.first < a.second;
    }
    bool relayed(std::size_t a, std::size_t b) const {
        const auto& one = made_.slots[a];
        const auto& other = made_.slots[b];
        const bool repeats = one.repeats == static_cast<int>(b) || other.repeats == static_cast<int>(a) || (one.repeats >= 0 && one.repeats == other.repeats);
        return repeats && one.day == other.day && when(one) == when(other);
    }
    bool block_and_part(std::size_t a, std::size_t b) const { return lies_in(a, b) || lies_in(b, a); }
    bool lies_in(std::size_t part, std::size_t block) const {
        const auto inner = when(made_.slots[part]), outer = when(made_.slots[block]);
        if (made_.slots[part].day != made_.slots[block].day || inner.first < outer.first || inner.second > outer.second) return false;
        for (int above = made_.slots[part].part_of; above >= 0; above = made_.slots[static_cast<std::size_t>(above)].part_of)
            if (above == static_cast<int>(block)) return true;
        return false;
    }
    std::set<int> on_stage(const Slot& slot) const {
        std::set<int> result;
        for (const auto& [person, deliverer] : slot.people) {
            const int stands = deliverer < 0 ? person : deliverer;
            if (!made_.withdrawn[static_cast<std::size_t>(stands)]) result.insert(stands);
        }
        return result;
    }

    const Made& made_;
};

/// What is wrong with the findings of a rule; empty where nothing is. `contend` says for what, of two slots, they are in each other's way.
template <class Contend> std::string wrong(const Made& made, const std::vector<const agenda::finding::Finding*>& findings, Contend contend) {
    std::string result;
    std::set<std::pair<std::string, std::set<std::size_t>>> told;
    for (const auto* finding : findings) {
        std::string resource;
        std::set<std::size_t> slots;
        for (const auto& about : finding->draft.about)
            if (about.starts_with("slot:s"))
                slots.insert(std::stoul(about.substr(6)));
            else
                resource = about;
        told.emplace(resource, slots);
        for (const auto slot : slots)
            if (std::none_of(slots.begin(), slots.end(), [&](std::size_t other) { return other != slot && contend(slot, other).contains(resource); }))
                result += fmt::format("s{} has nothing against the others in: {}\n", slot, finding->message());
    }
    if (told.size() != findings.size()) result += "a collision is told twice\n";
    for (std::size_t a = 0; a < made.slots.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            for (const auto& resource : contend(a, b))
                if (std::none_of(told.begin(), told.end(), [&](const auto& one) { return one.first == resource && one.second.contains(a) && one.second.contains(b); }))
                    result += fmt::format("nothing is told of s{} and s{} in `{}`\n", b, a, resource);
    return result;
}

std::set<std::string> as_set(const std::optional<std::string>& one) { return one ? std::set{*one} : std::set<std::string>{}; }

} // namespace

BOOST_AUTO_TEST_SUITE(contention_of_any_agenda)

BOOST_AUTO_TEST_CASE(what_is_booked_twice_agrees_with_all_pairs) {
    std::size_t rooms = 0, elsewhere = 0, people = 0;
    for (unsigned seed = 0; seed < 4'000; ++seed) {
        Chance chance{seed};
        const auto made = make(chance);
        const auto text = written(made);
        const auto checked = check_with(few_rules(), text);
        const Pairs pairs{made};
        rooms += checked.of("room-double-booked").size();
        elsewhere += checked.of("slot-overlap").size();
        people += checked.of("person-double-booked").size();
        const auto fault = wrong(made, checked.of("room-double-booked"), [&](std::size_t a, std::size_t b) { return as_set(pairs.room(a, b)); }) +
                           wrong(made, checked.of("slot-overlap"), [&](std::size_t a, std::size_t b) { return as_set(pairs.elsewhere(a, b)); }) +
                           wrong(made, checked.of("person-double-booked"), [&](std::size_t a, std::size_t b) { return pairs.people(a, b); });
        BOOST_TEST_REQUIRE(fault == "", "seed " << seed << "\n" << fault << text);
    }
    // What is made up is no use where hardly anything collides in it.
    BOOST_TEST(rooms > 1'000U);
    BOOST_TEST(elsewhere > 1'000U);
    BOOST_TEST(people > 1'000U);
}

BOOST_AUTO_TEST_SUITE_END()
