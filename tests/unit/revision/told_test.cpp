// SPDX-License-Identifier: MIT
// Who must be told what, and how the names of one revision read in the other.
#include "unit/revision/comparing.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda::test;

std::string forum() { return file("tests/unit/revision/forum.toml"); }

/// "Ann Lee: slot-moved 9:30 -> 9:35; ...", a line a person.
std::string told_people(const std::string& before, const std::string& after) {
    const Compared compared{before, after};
    std::string result;
    for (const auto& one :
         agenda::revision::to_tell(compared.comparison, compared.before.agenda, compared.after.agenda)) {
        result += one.name + ":";
        for (const auto& reason : one.reasons) {
            const auto& change = compared.comparison.changes[reason.change];
            result += " " + std::string{name_of(change.kind)} + " " + change.members[reason.member].says + ";";
        }
        result += "\n";
    }
    return result;
}

std::string tell(std::string_view from, std::string_view to) { return told_people(forum(), edited(forum(), from, to)); }

} // namespace

BOOST_AUTO_TEST_SUITE(revision_told)

BOOST_AUTO_TEST_CASE(whoever_is_on_stage_is_told_that_a_slot_moves) {
    BOOST_TEST(tell("10:30-12:00", "10:45-12:00") == "Ann Lee: slot-resized 10:30-12:00 -> 10:45-12:00;\n"
                                                     "Bo Ek: slot-resized 10:30-12:00 -> 10:45-12:00;\n"
                                                     "Cy Ora: slot-resized 10:30-12:00 -> 10:45-12:00;\n");
}

BOOST_AUTO_TEST_CASE(whoever_is_on_stage_is_told_that_a_slot_has_another_room) {
    BOOST_TEST(tell("room     = \"xx\"", "room     = \"aula\"") ==
               "Dia Roy: slot-moved-room room `Room XX` -> room `Aula`;\n");
}

BOOST_AUTO_TEST_CASE(whoever_was_on_stage_is_told_that_a_slot_is_gone) {
    BOOST_TEST(tell("[[day.slot]]\nid       = \"water\"\ntime     = \"9:00-9:30\"\nkind     = \"talk\"\nnumber   = "
                    "\"Talk 2\"\ntitle    = \"Water for all\"\nroom     = \"xx\"\nspeakers = [\"roy\"]\n",
                    "") == "Dia Roy: slot-removed 2026-06-02 09:00-09:30 is gone;\n");
}

BOOST_AUTO_TEST_CASE(whoever_is_on_stage_is_told_that_a_slot_is_cancelled) {
    BOOST_TEST(tell("kind       = \"panel\"", "kind = \"panel\"\nstatus = \"cancelled\"") ==
               "Ann Lee: slot-cancelled is cancelled;\n"
               "Bo Ek: slot-cancelled is cancelled;\n"
               "Cy Ora: slot-cancelled is cancelled;\n");
}

BOOST_AUTO_TEST_CASE(both_are_told_where_one_takes_the_place_of_another) {
    BOOST_TEST(tell("speakers = [\"roy\"]", "speakers = [\"lee\"]") ==
               "Ann Lee: person-swapped speaker: `Dia Roy` -> `Ann Lee`;\n"
               "Dia Roy: person-swapped speaker: `Dia Roy` -> `Ann Lee`;\n");
}

BOOST_AUTO_TEST_CASE(who_moves_and_is_given_another_role_is_told_both) {
    BOOST_TEST(tell("time  = \"11:00-11:30\"\nkind  = \"closing\"\ntitle = \"Closing remarks\"\nroom  = "
                    "\"aula\"\nchair = \"ora\"",
                    "time  = \"11:05-11:35\"\nkind  = \"closing\"\ntitle = \"Closing remarks\"\nroom  = "
                    "\"aula\"\nspeakers = \"ora\"") ==
               "Cy Ora: slot-moved 11:00-11:30 -> 11:05-11:35; role-changed `Cy Ora`: chair -> speaker;\n");
}

BOOST_AUTO_TEST_CASE(who_leaves_a_slot_that_moves_is_told_of_leaving_alone) {
    BOOST_TEST(tell("time     = \"9:00-9:30\"\nkind     = \"talk\"\nnumber   = \"Talk 2\"\ntitle    = \"Water for "
                    "all\"\nroom     = \"xx\"\nspeakers = [\"roy\"]",
                    "time     = \"9:05-9:30\"\nkind     = \"talk\"\nnumber   = \"Talk 2\"\ntitle    = \"Water for "
                    "all\"\nroom     = \"xx\"") == "Dia Roy: person-dropped `Dia Roy` is speaker no longer;\n");
}

BOOST_AUTO_TEST_CASE(who_represents_somebody_is_told_and_so_is_who_is_represented) {
    BOOST_TEST(tell("speakers = [\"roy\"]", "speakers = [{ person = \"roy\", delivered-by = \"ek\" }]") ==
               "Bo Ek: person-represented `Dia Roy` is represented by `Bo Ek` now;\n"
               "Dia Roy: person-represented `Dia Roy` is represented by `Bo Ek` now;\n");
}

BOOST_AUTO_TEST_CASE(who_takes_the_place_of_a_placeholder_is_told_alone) {
    BOOST_TEST(tell("{ name = \"TBC\" }", "\"roy\"") == "Dia Roy: person-swapped speaker: `TBC` -> `Dia Roy`;\n");
}

BOOST_AUTO_TEST_CASE(nobody_is_told_of_another_title_or_of_an_own_entry_in_the_list) {
    BOOST_TEST(tell("Where we stand", "Where we go") == "");
    BOOST_TEST(tell("title = \"Professor\"", "title = \"Dean\"") == "");
}

BOOST_AUTO_TEST_CASE(nobody_is_told_of_one_revision) { BOOST_TEST(told_people(forum(), forum()) == ""); }

BOOST_AUTO_TEST_CASE(what_goes_on_is_called_as_the_later_revision_calls_it) {
    auto after = edited(forum(), "\"water\"", "\"rain\"");
    after = edited(edited(after, "roy = {", "dia = {"), "[\"roy\"]", "[\"dia\"]");
    const Compared compared{forum(), after};
    const agenda::revision::Translation translation{compared.comparison.matches, compared.before.agenda,
                                                    compared.after.agenda};
    BOOST_TEST(translation("slot:water") == "slot:rain");
    BOOST_TEST(translation("person:roy") == "person:dia");
    BOOST_TEST(translation("person:lee") == "person:lee");
    BOOST_TEST(translation("slot:nowhere") == "slot:nowhere");
    BOOST_TEST(!translation.empty());
}

BOOST_AUTO_TEST_CASE(where_two_days_change_places_each_is_called_by_the_others_date) {
    auto after = edited(forum(), "date  = 2026-06-01", "date = X");
    after = edited(edited(after, "date  = 2026-06-02", "date = 2026-06-01"), "date = X", "date = 2026-06-02");
    const Compared compared{forum(), after};
    const agenda::revision::Translation translation{compared.comparison.matches, compared.before.agenda,
                                                    compared.after.agenda};
    BOOST_TEST(translation("day:2026-06-01") == "day:2026-06-02");
    BOOST_TEST(translation("day:2026-06-02") == "day:2026-06-01");
}

BOOST_AUTO_TEST_SUITE_END()
