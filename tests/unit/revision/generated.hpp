// SPDX-License-Identifier: MIT
// Agendas that are made up, as values that can be edited, written as TOML in many spellings, and told as triples.
#pragma once
#include "agenda/agenda.hpp"
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace agenda::test {

class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int bound) { return bound <= 0 ? 0 : static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    bool one_in(int many) { return below(many) == 0; }
    template <class T> const T& of(const std::vector<T>& some) {
        return some[static_cast<std::size_t>(below(size(some)))];
    }
    template <class T> T& of(std::vector<T>& some) { return some[static_cast<std::size_t>(below(size(some)))]; }
    template <class T> void shuffle(std::vector<T>& some) {
        for (auto i = some.size(); i > 1; --i)
            std::swap(some[i - 1], some[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    }

private:
    static int size(const auto& some) { return static_cast<int>(some.size()); }
    std::mt19937 engine_;
};

/// Values as a comparison writes them, which are also those that a file may have; none is empty.
using Values = std::map<std::string, std::string>;

struct MadeThing { ///< a person, a room or a track
    int key = 0;   ///< by which slots name it
    std::string id;
    Values values;
};
struct MadePart {
    std::string role; ///< "speaker"
    int person = 0;   ///< nothing below zero: "TBC", of nobody known
    Values values;    ///< "capacity"
    int delivered_by = -1;
    auto operator<=>(const MadePart&) const = default;
};
struct MadeSlot {
    std::string id;           ///< empty: none is given
    int start = -1, end = -1; ///< minutes; below zero: not known
    int room = -1, track = -1;
    Values values;
    std::vector<MadePart> people;
};
struct MadeDay {
    std::string date;
    Values values;
    std::vector<MadeSlot> slots;
};
struct Made {
    Values event;
    std::vector<MadeThing> people, rooms, tracks;
    bool labels = false; ///< rooms are not declared
    std::vector<MadeDay> days;
    int next_key = 0; ///< also of ids: none is given twice
};

Made make_agenda(Chance& chance, int most_days, int most_slots);
/// Some edits, of which the last may be one that touches everything.
void edit(Made& agenda, Chance& chance, int edits);

/// Single edits, for `edit`. An empty text takes the key out.
void set(Values& values, const std::string& key, const std::string& text);
void add_person(Made& agenda, Chance& chance);
void drop_person(Made& agenda, Chance& chance);
void edit_person(MadeThing& person, Chance& chance);
void add_part(const Made& agenda, MadeSlot& slot, Chance& chance);
void change_role(MadeSlot& slot, Chance& chance);

/// As TOML. `other_spelling` shuffles keys, tables, slots and days, and writes times in other ways.
std::string written(const Made& agenda, Chance* other_spelling = nullptr);

/// Thing, key, value. A thing that is listed has itself one of neither key nor value.
using Triple = std::tuple<std::string, std::string, std::string>;
using Triples = std::multiset<Triple>;
/// Slots are named as the file read from `written(agenda)` names them, in its order.
Triples triples(const Made& agenda, const Agenda& read);

} // namespace agenda::test
