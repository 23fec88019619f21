// SPDX-License-Identifier: MIT
// Makes agendas and edits them, as planners do: one thing at a time, or everything at once.
#include "unit/revision/generated.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace agenda::test {
namespace {

const std::vector<std::string> titles{
    "Coffee break",       "Lunch",          "Opening",           "Welcome and thanks",
    "Rivers and roads",   "Roads at night", "The cost of water", "Water for all",
    "Panel of ministers", "Questions",      "Closing remarks",   "Migration and work"};
const std::vector<std::string> more{"", " today", " in practice", ": a review", " and its limits", " abroad"};
const std::vector<std::string> kinds{"talk", "panel", "session", "break", "lunch", "keynote"};
const std::vector<std::string> room_names{"Aula", "Room XX", "Library", "Hall 3"};

class Editor {
public:
    Editor(Made& agenda, Chance& chance) : made_(agenda), chance_(chance) {}

    void make(int most_days, int most_slots) {
        made_.event["title"] = "Spring Forum";
        made_.labels = chance_.one_in(4);
        const bool no_ids = chance_.one_in(5);
        for (int i = chance_.below(6); i > 0; --i) add_person();
        for (int i = chance_.below(4); i > 0; --i) add_room();
        if (chance_.one_in(3))
            for (int i = 1 + chance_.below(2); i > 0; --i)
                made_.tracks.push_back({made_.next_key, fmt::format("t{}", made_.next_key), {}}), ++made_.next_key;
        for (int i = 1 + chance_.below(most_days); i > 0; --i) add_day();
        for (int i = chance_.below(most_slots + 1); i > 0; --i) add_slot();
        if (no_ids) for_each_slot([](MadeSlot& slot) { slot.id.clear(); });
    }

    void edit_once() {
        static constexpr std::array edits{
            &Editor::add_slot,     &Editor::remove_slot, &Editor::move_slot,      &Editor::resize_slot,
            &Editor::edit_room_of, &Editor::retitle,     &Editor::edit_value,     &Editor::edit_value,
            &Editor::swap_times,   &Editor::shift_day,   &Editor::move_day,       &Editor::exchange_days,
            &Editor::add_day,      &Editor::remove_day,  &Editor::add_part,       &Editor::drop_part,
            &Editor::swap_part,    &Editor::change_role, &Editor::rename_slot,    &Editor::rename_person,
            &Editor::rename_room,  &Editor::edit_person, &Editor::edit_event,     &Editor::edit_a_room,
            &Editor::add_person,   &Editor::drop_person, &Editor::to_another_day, &Editor::edit_part,
            &Editor::edit_day,     &Editor::turn_people, &Editor::swap_rooms,     &Editor::reuse_ids};
        (this->*edits[static_cast<std::size_t>(chance_.below(static_cast<int>(edits.size())))])();
    }

    void edit_everything() {
        switch (chance_.below(7)) {
        case 0: return for_each_slot([&](MadeSlot& slot) { slot.id = new_id("n"); });
        case 1: return for_each_slot([](MadeSlot& slot) { slot.id.clear(); });
        case 2: return number_ids();
        case 3:
            for (auto& one : made_.people) one.id = new_id("q");
            return;
        case 4:
            for (auto& day : made_.days) shift(day, 60);
            return set(made_.event, "timezone", "Europe/Lisbon");
        case 5: return for_each_slot([&](MadeSlot& slot) { slot.values["title"] = title(); });
        default:
            for (auto& day : made_.days) shift(day, 10);
        }
    }

private:
    std::string new_id(const std::string& stem) { return fmt::format("{}{}", stem, made_.next_key++); }
    std::string title() { return chance_.of(titles) + (chance_.one_in(2) ? chance_.of(more) : ""); }
    void for_each_slot(const auto& act) {
        for (auto& day : made_.days)
            for (auto& slot : day.slots) act(slot);
    }
    MadeDay* day() { return made_.days.empty() ? nullptr : &chance_.of(made_.days); }
    MadeSlot* slot() {
        auto* one = day();
        return one && !one->slots.empty() ? &chance_.of(one->slots) : nullptr;
    }
    int any(const std::vector<MadeThing>& things) {
        return things.empty() || chance_.one_in(3) ? -1 : chance_.of(things).key;
    }
    void put_time(MadeSlot& slot) {
        slot.start = 480 + 5 * chance_.below(120);
        slot.end = slot.start + 5 * (1 + chance_.below(24));
        if (chance_.one_in(20)) slot.end = -1;
        if (chance_.one_in(20)) slot.start = slot.end = -1;
    }
    static void shift(MadeDay& day, int by) {
        for (auto& slot : day.slots) {
            if (slot.start >= 0) slot.start += by;
            if (slot.end >= 0) slot.end += by;
        }
    }

    void add_slot() {
        auto* where = day();
        if (!where) return;
        MadeSlot slot;
        slot.id = new_id("s");
        put_time(slot);
        slot.values["title"] = title();
        slot.values["kind"] = chance_.of(kinds);
        if (chance_.one_in(4)) slot.values["number"] = fmt::format("Session {}", 1 + chance_.below(9));
        slot.room = any(made_.rooms);
        if (chance_.one_in(3)) slot.track = any(made_.tracks);
        for (int i = chance_.below(4); i > 0; --i) test::add_part(made_, slot, chance_);
        where->slots.push_back(std::move(slot));
    }
    void remove_slot() {
        auto* where = day();
        if (where && !where->slots.empty())
            where->slots.erase(where->slots.begin() + chance_.below(static_cast<int>(where->slots.size())));
    }
    void move_slot() {
        if (auto* one = slot(); one && one->start >= 0) {
            const int by = 5 * (1 + chance_.below(6));
            one->start += by;
            if (one->end >= 0) one->end += by;
        }
    }
    void resize_slot() {
        if (auto* one = slot()) put_time(*one);
    }
    void edit_room_of() {
        if (auto* one = slot()) one->room = any(made_.rooms);
    }
    void retitle() {
        if (auto* one = slot())
            one->values["title"] = chance_.one_in(2) ? title() : one->values["title"] + chance_.of(more);
    }
    void edit_value() {
        auto* one = slot();
        if (!one) return;
        auto& values = one->values;
        switch (chance_.below(9)) {
        case 0: return set(values, "number", chance_.one_in(4) ? "" : fmt::format("Session {}", 1 + chance_.below(9)));
        case 1: return set(values, "kind", chance_.of(kinds));
        case 2: return set(values, "status", chance_.of(std::vector<std::string>{"", "tentative", "cancelled"}));
        case 3: return set(values, "languages", chance_.of(std::vector<std::string>{"", "en", "en, fr", "fr"}));
        case 4: return set(values, "questions", chance_.of(std::vector<std::string>{"", "Why?", "Why?\nHow?", "How?"}));
        case 5: return set(values, "description", chance_.of(more));
        case 6: return set(values, "open-floor", chance_.of(std::vector<std::string>{"", "true"}));
        case 7: return set(values, "x-own", chance_.of(std::vector<std::string>{"", "1", "\"two\""}));
        default: return set(values, "interpretation", chance_.of(std::vector<std::string>{"", "true", "false"}));
        }
    }
    void swap_times() {
        auto *a = slot(), *b = slot();
        if (!a || !b) return;
        std::swap(a->start, b->start);
        std::swap(a->end, b->end);
    }
    void swap_rooms() {
        auto *a = slot(), *b = slot();
        if (a && b) std::swap(a->room, b->room);
    }
    void shift_day() {
        if (auto* one = day()) shift(*one, 5 * (1 + chance_.below(5)));
    }
    std::string free_date() {
        while (true) {
            const auto date = fmt::format("2026-06-{:02}", 1 + chance_.below(28));
            if (std::none_of(made_.days.begin(), made_.days.end(),
                             [&](const MadeDay& day) { return day.date == date; }))
                return date;
        }
    }
    void move_day() {
        if (auto* one = day()) one->date = free_date();
    }
    void exchange_days() {
        auto *a = day(), *b = day();
        if (!a || !b) return;
        std::swap(a->date, b->date);
        if (chance_.one_in(2)) std::swap(a->values, b->values);
    }
    void add_day() {
        MadeDay one;
        one.date = free_date();
        if (chance_.one_in(2)) one.values["label"] = fmt::format("DAY {}", made_.days.size() + 1);
        made_.days.push_back(one);
    }
    void remove_day() {
        if (made_.days.size() > 1)
            made_.days.erase(made_.days.begin() + chance_.below(static_cast<int>(made_.days.size())));
    }
    void edit_day() {
        if (auto* one = day()) set(one->values, chance_.one_in(2) ? "label" : "closing-note", chance_.of(titles));
    }
    void to_another_day() {
        auto *from = day(), *to = day();
        if (!from || from == to || from->slots.empty()) return;
        to->slots.push_back(from->slots.back());
        from->slots.pop_back();
    }

    void add_part() {
        if (auto* one = slot()) test::add_part(made_, *one, chance_);
    }
    void drop_part() {
        if (auto* one = slot(); one && !one->people.empty())
            one->people.erase(one->people.begin() + chance_.below(static_cast<int>(one->people.size())));
    }
    void swap_part() {
        drop_part();
        add_part();
    }
    MadePart* part() {
        auto* one = slot();
        return one && !one->people.empty() ? &chance_.of(one->people) : nullptr;
    }
    void change_role() {
        if (auto* one = slot()) test::change_role(*one, chance_);
    }
    void add_person() { test::add_person(made_, chance_); }
    void drop_person() { test::drop_person(made_, chance_); }
    void edit_person() {
        if (!made_.people.empty()) test::edit_person(chance_.of(made_.people), chance_);
    }
    void turn_people() {
        if (auto* one = slot()) chance_.shuffle(one->people);
    }
    void edit_part() {
        auto* one = part();
        if (!one || one->person < 0) return;
        switch (chance_.below(3)) {
        case 0: return set(one->values, "capacity", chance_.of(more).empty() ? "" : "for the board");
        case 1: return set(one->values, "mode", chance_.one_in(2) ? "remote" : "");
        default: one->delivered_by = any(made_.people);
        }
        if (one->delivered_by == one->person) one->delivered_by = -1;
    }

    void rename_slot() {
        if (auto* one = slot(); one && !one->id.empty()) one->id = new_id("s");
    }
    void rename_person() {
        if (!made_.people.empty()) chance_.of(made_.people).id = new_id("p");
    }
    void rename_room() {
        if (!made_.rooms.empty()) chance_.of(made_.rooms).id = new_id("r");
    }
    void reuse_ids() {
        auto *a = slot(), *b = slot();
        if (a && b) std::swap(a->id, b->id);
        if (!made_.people.empty()) std::swap(chance_.of(made_.people).id, chance_.of(made_.people).id);
    }
    void number_ids() {
        int number = 0;
        for_each_slot([&](MadeSlot& slot) { slot.id = fmt::format("s{}", ++number + 100000); });
    }
    void add_room() {
        MadeThing one{made_.next_key, fmt::format("r{}", made_.next_key), {}};
        ++made_.next_key;
        if (!made_.labels && chance_.one_in(2)) one.values["name"] = chance_.of(room_names);
        made_.rooms.push_back(std::move(one));
    }
    void edit_a_room() {
        if (made_.labels || made_.rooms.empty()) return;
        auto& one = chance_.of(made_.rooms);
        if (chance_.one_in(2))
            set(one.values, "name", chance_.of(room_names));
        else
            set(one.values, "capacity", fmt::format("{}", 10 * (1 + chance_.below(5))));
    }
    void edit_event() {
        set(made_.event, chance_.of(std::vector<std::string>{"subtitle", "venue", "revision"}), chance_.of(titles));
    }

    Made& made_;
    Chance& chance_;
};

} // namespace

Made make_agenda(Chance& chance, int most_days, int most_slots) {
    Made made;
    Editor{made, chance}.make(most_days, most_slots);
    return made;
}

void edit(Made& agenda, Chance& chance, int edits) {
    Editor editor{agenda, chance};
    for (int i = 0; i < edits; ++i) editor.edit_once();
    if (chance.one_in(6)) editor.edit_everything();
}

} // namespace agenda::test
