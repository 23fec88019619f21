// SPDX-License-Identifier: MIT
// The forms in which a slot names people: by id, inline, together, represented, and with what is true only here.
#include "unit/load/loading.hpp"
#include <boost/test/unit_test.hpp>

using namespace agenda;
using namespace agenda::test;

namespace {

const std::string three = "[people.ann]\nname = \"Ann Lee\"\norg = \"IOM\"\n[people.bob]\nname = \"Bob "
                          "Ray\"\n[people.eve]\nname = \"Eve Fox\"\n"
                          "status = \"withdrawn\"\n";

load::Loaded with_slot(const std::string& lines) { return loaded(one_slot("time = \"10:00-11:00\"\n" + lines, three)); }

/// Each appearance: "speaker ann", with "for" before one who is represented, the group of a joint one, "gone" where
/// withdrawn.
std::string appearances(const load::Loaded& read) {
    std::vector<std::string> words;
    for (const auto& one : read.agenda.slots[SlotIndex{0}].people) {
        std::string word{name_of(one.role)};
        if (one.delivered_by) word += " " + read.agenda.people[*one.delivered_by].id + " for";
        word += " " + read.agenda.people[one.person].id;
        if (one.joint) word += " joint " + std::to_string(*one.joint);
        if (one.item) word += " item " + std::to_string(*one.item);
        if (one.withdrawn) word += " gone";
        words.push_back(word + ";");
    }
    return joined(words);
}

} // namespace

BOOST_AUTO_TEST_SUITE(load_people)

BOOST_AUTO_TEST_CASE(each_form_of_naming_a_person_is_an_appearance) {
    const struct {
        std::string lines, expected;
    } cases[] = {
        {"speakers = \"ann\"", "speaker ann;"},
        {"speakers = [\"ann\", \"bob\"]", "speaker ann; speaker bob;"},
        {"moderators = [\"ann\"]\nchair = \"bob\"", "moderator ann; chair bob;"},
        {"speakers = { person = \"ann\" }", "speaker ann;"},
        {"speakers = [{ person = \"ann\", delivered-by = \"bob\" }]", "speaker bob for ann;"},
        {"speakers = [{ joint = [\"ann\", \"bob\"] }]", "speaker ann joint 0; speaker bob joint 0;"},
        {"speakers = [{ joint = [\"ann\"] }, { joint = [\"bob\", \"eve\"] }]",
         "speaker ann joint 0; speaker bob joint 1; speaker eve joint 1 gone;"},
        {"speakers = [{ joint = [\"ann\", { name = \"Kim Ito\" }] }]", "speaker ann joint 0; speaker kim-ito joint 0;"},
        {"speakers = [\"eve\"]", "speaker eve gone;"},
        {"speakers = [{ person = \"ann\", status = \"withdrawn\" }]", "speaker ann gone;"},
        {"speakers = [{ name = \"Kim Ito\", org = \"UN\" }]", "speaker kim-ito-un;"},
        {"items = [{ speakers = \"ann\" }, { moderators = \"bob\", chair = \"ann\" }]",
         "speaker ann item 0; moderator bob item 1; chair ann item 1;"},
        {"speakers = \"Ann Lee, Bob Ray\"", ""},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.lines) BOOST_TEST(appearances(with_slot(one.lines)) == one.expected);
}

BOOST_AUTO_TEST_CASE(what_is_true_only_here_stands_with_the_appearance) {
    const auto read = with_slot(
        "speakers = [{ person = \"ann\", capacity = \"co-chair\", mode = \"remote\", status = \"tbc\", minutes = 20, "
        "unit = \"as printed\", title = \"Dr\", org = \"WHO\" }]");
    BOOST_TEST(faults(read) == "");
    const auto& here = read.agenda.slots[SlotIndex{0}].people.at(0);
    BOOST_TEST(joined({here.capacity, here.mode, here.status, here.unit, here.title, here.org}) ==
               "co-chair remote tbc as printed Dr WHO");
    BOOST_TEST(here.minutes.value().count() == 20);
    BOOST_TEST(read.agenda.people[PersonIndex{0}].org == "IOM");
    BOOST_TEST(read.text->slice(here.at) == "\"ann\"");
}

BOOST_AUTO_TEST_CASE(the_minutes_of_a_joint_appearance_are_those_of_each) {
    const auto read = with_slot("speakers = [{ joint = [\"ann\", \"bob\"], minutes = 20 }]");
    for (const auto& one : read.agenda.slots[SlotIndex{0}].people) BOOST_TEST(one.minutes.value().count() == 20);
}

BOOST_AUTO_TEST_CASE(a_person_of_the_same_name_is_the_same_where_the_organisations_do_not_differ) {
    const struct {
        std::string name, person;
        std::size_t people;
    } cases[] = {
        {"declared, no organisation here", "{ name = \"Ann Lee\" }", 3},
        {"declared, the same organisation", "{ name = \"Ann Lee\", org = \"IOM\" }", 3},
        {"declared, no organisation there", "{ name = \"Bob Ray\", org = \"IOM\" }", 3},
        {"another organisation", "{ name = \"Ann Lee\", org = \"WHO\" }", 4},
        {"another name", "{ name = \"Anne Lee\" }", 4},
    };
    for (const auto& one : cases)
        BOOST_TEST_CONTEXT(one.name)
        BOOST_TEST(with_slot("speakers = [" + one.person + "]").agenda.people.size() == one.people);
}

BOOST_AUTO_TEST_CASE(inline_people_get_ids_that_nobody_has) {
    const auto read = loaded(one_slot(
        "kind = \"note\"\nspeakers = [{ name = \"Ann Lee\", org = \"A\" }, { name = \"Ann Lee\", org = \"B\" }]",
        "[people.ann-lee]\nname = \"Ann Lee\"\norg = \"C\"\n"));
    BOOST_TEST(appearances(read) == "speaker ann-lee-a; speaker ann-lee-b;");
    BOOST_TEST(!read.agenda.people[PersonIndex{1}].declared);
    BOOST_TEST(read.text->slice(read.agenda.people[PersonIndex{1}].at) == "{ name = \"Ann Lee\", org = \"A\" }");
}

BOOST_AUTO_TEST_CASE(a_person_table_names_exactly_one) {
    const struct {
        std::string rule, person;
    } cases[] = {{"wrong-type", "{ person = \"ann\", name = \"Ann Lee\" }"},
                 {"key-missing", "{ capacity = \"chair\" }"},
                 {"key-missing", "{}"},
                 {"wrong-type", "{ person = \"ann\", joint = [\"bob\"] }"}};
    for (const auto& [rule, person] : cases)
        BOOST_TEST_CONTEXT(person) {
            const auto read = with_slot("speakers = [" + person + "]");
            BOOST_TEST(faults(read) == rule + " " + person);
            BOOST_TEST(read.agenda.slots[SlotIndex{0}].unresolved_speakers == 1U);
        }
}

BOOST_AUTO_TEST_CASE(somebody_is_meant_where_a_name_is_nobodys_id) {
    const auto read = with_slot("speakers = [\"kim\", \"ann\"]\nmoderators = \"lou\"\nchair = \"max\"");
    const auto& slot = read.agenda.slots[SlotIndex{0}];
    BOOST_TEST(slot.unresolved_speakers == 1U);
    BOOST_TEST(slot.unresolved_moderators == 2U);
    BOOST_TEST(appearances(read) == "speaker ann;");
}

BOOST_AUTO_TEST_CASE(a_role_is_found_at_its_value_else_at_the_header) {
    const auto read = with_slot("speakers = [ \"ann\" ]");
    const auto& slot = read.agenda.slots[SlotIndex{0}];
    BOOST_TEST(read.text->slice(slot.speakers_at) == "[ \"ann\" ]");
    BOOST_TEST(read.text->slice(slot.moderators_at) == "[[day.slot]]");
}

BOOST_AUTO_TEST_CASE(a_withdrawn_member_of_a_joint_table_is_withdrawn) {
    BOOST_TEST(
        appearances(with_slot("speakers = [{ joint = [{ person = \"ann\", status = \"withdrawn\" }, \"bob\"] }]")) ==
        "speaker ann joint 0 gone; speaker bob joint 0;");
}

BOOST_AUTO_TEST_CASE(a_represented_member_of_a_joint_table_is_represented) {
    BOOST_TEST(appearances(with_slot("speakers = [{ joint = [{ person = \"ann\", delivered-by = \"bob\" }] }]")) ==
               "speaker bob for ann joint 0;");
}

BOOST_AUTO_TEST_SUITE_END()
