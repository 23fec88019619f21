// SPDX-License-Identifier: MIT
#include "agenda/things.hpp"
#include "checks/check.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;

constexpr Sort all_sorts[] = {Sort::event,  Sort::day,        Sort::slot, Sort::item,
                              Sort::person, Sort::appearance, Sort::room, Sort::track};

} // namespace

BOOST_AUTO_TEST_SUITE(things_of_an_agenda)

BOOST_AUTO_TEST_CASE(every_sort_is_found_by_its_name) {
    for (const auto sort : all_sorts) BOOST_TEST((sort_named(name_of(sort)) == sort));
    BOOST_TEST(!sort_named("talk").has_value());
}

BOOST_AUTO_TEST_CASE(the_text_check_knows_every_key_under_which_a_thing_can_have_a_text) {
    const auto* check = checks::find("text");
    BOOST_TEST_REQUIRE(check != nullptr);
    for (const auto sort : all_sorts)
        for (const auto key : text_keys(sort)) BOOST_TEST(listed(check->arguments.front().words, key), key);
}

BOOST_AUTO_TEST_CASE(an_empty_agenda_has_one_event_and_nothing_else) {
    const Agenda agenda;
    for (const auto sort : all_sorts) BOOST_TEST(things(agenda, sort).size() == (sort == Sort::event ? 1U : 0U));
}

BOOST_AUTO_TEST_CASE(of_a_thing_only_the_texts_are_told_whose_keys_are_wanted) {
    Agenda agenda;
    Slot slot;
    slot.title.value = "Opening";
    slot.questions = {{"Why?", {}, true}, {"How?", {}, true}};
    for (const auto* key : {"title", "note", "questions"}) slot.keys.add(key, {});
    agenda.slots.push_back(slot);
    agenda.rooms.emplace_back();
    agenda.rooms[RoomIndex{0}].declared = false;
    const auto told = [&](Sort sort, const TextKeys& wanted) {
        std::vector<std::string> result;
        for (const auto& text : texts(agenda, {sort, 0, 0}, wanted)) result.push_back(std::string{text.key} + ": " + std::string{text.text});
        return result;
    };
    using Texts = std::vector<std::string>;
    BOOST_TEST((told(Sort::slot, {}) == Texts{"title: Opening", "note: ", "questions: Why?", "questions: How?"}));
    BOOST_TEST((told(Sort::slot, TextKeys{Texts{"note", "description", "name"}}) == Texts{"note: "}));
    BOOST_TEST((told(Sort::slot, TextKeys{Texts{"questions"}}) == Texts{"questions: Why?", "questions: How?"}));
    BOOST_TEST((told(Sort::slot, TextKeys{Texts{}}) == Texts{}));
    BOOST_TEST((told(Sort::room, TextKeys{Texts{"name"}}) == Texts{"name: "}));
    BOOST_TEST((told(Sort::room, TextKeys{Texts{"building"}}) == Texts{}));
}

BOOST_AUTO_TEST_CASE(a_key_says_something_unless_its_text_is_blank_or_all_its_questions_are) {
    Agenda agenda;
    Slot slot;
    slot.title.value = "Opening";
    slot.description = " \n";
    slot.questions = {{" ", {}, true}, {"", {}, true}};
    for (const auto* key : {"title", "description", "questions", "room"}) slot.keys.add(key, {});
    agenda.slots.push_back(slot);
    const auto said = [&](std::string_view key) { return says(agenda, thing_of(SlotIndex{0}), key); };
    BOOST_TEST(said("title"));
    BOOST_TEST(said("room"), "a key without a text says something by being there");
    BOOST_TEST(!said("description"));
    BOOST_TEST(!said("questions"));
    BOOST_TEST(!said("note"), "a key that is not there");
    agenda.slots[SlotIndex{0}].questions.push_back({"Why?", {}, true});
    BOOST_TEST(said("questions"));
}

BOOST_AUTO_TEST_SUITE_END()
