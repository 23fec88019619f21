// SPDX-License-Identifier: MIT
// What is told of edits of slots and of who is in them, and nothing else.
#include "unit/revision/cases.hpp"

namespace {

using namespace agenda::test;

std::string slot(const std::string& id) {
    const auto text = forum();
    const auto at = text.find("\"" + id + "\"");
    const auto begin = text.rfind("[[day.slot]]", at);
    return text.substr(begin, std::min(text.find("[[day", at), text.size()) - begin);
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision_slot_kinds)

BOOST_AUTO_TEST_CASE(a_slot_is_told_under_the_name_of_what_happened_to_it) {
    check_cases({
        {"added",
         {{"[[day.slot]]\nid    = \"lunch\"",
           "[[day.slot]]\nid = \"extra\"\ntime = \"12:00-12:15\"\ntitle = \"Film\"\nroom = \"xx\"\nspeakers = "
           "[\"roy\"]\n\n[[day.slot]]\nid    = \"lunch\""}},
         "slot-added [slot:extra]: `Film` is new: 2026-06-01 12:00-12:15, room `Room XX`, with `Dia Roy`\n"},
        {"removed",
         {{slot("rivers"), ""}},
         "slot-removed [slot:rivers]: `Talk 1` is gone: 2026-06-01 09:30-10:00, room `Aula`, with `Ann Lee`\n"},
        {"moved",
         {{"9:30-10:00", "9:35-10:05"}},
         "slot-moved [slot:rivers]: `Talk 1` starts 5 min later: 09:30-10:00 -> 09:35-10:05\n"},
        {"moved to another day",
         {{slot("coffee"), ""}, {slot("closing"), slot("coffee") + slot("closing")}},
         "slot-moved [slot:coffee]: `Coffee break` moves to another day: 2026-06-01 10:00-10:30 -> 2026-06-02 "
         "10:00-10:30\n"},
        {"ends later",
         {{"10:00-10:30", "10:00-10:45"}},
         "slot-resized [slot:coffee]: `Coffee break` takes 45 min instead of 30 min: 10:00-10:30 -> 10:00-10:45\n"},
        {"starts earlier",
         {{"10:00-10:30", "9:45-10:30"}},
         "slot-resized [slot:coffee]: `Coffee break` starts 15 min earlier and takes 45 min instead of 30 min: "
         "10:00-10:30 -> 09:45-10:30\n"},
        {"starts and ends at other times",
         {{"10:00-10:30", "10:05-10:25"}},
         "slot-moved [slot:coffee]: `Coffee break` starts 5 min later and takes 20 min instead of 30 min: 10:00-10:30 "
         "-> 10:05-10:25\n"},
        {"without an end",
         {{"time  = \"10:00-10:30\"", "start = \"10:00\""}},
         "slot-moved [slot:coffee]: `Coffee break` has no end any more: 10:00-10:30 -> 10:00-?\n"},
        {"without a time",
         {{"time  = \"10:00-10:30\"\n", ""}},
         "slot-moved [slot:coffee]: `Coffee break` has no time any more: 10:00-10:30 -> no time\n"},
        {"in another room",
         {{"room     = \"xx\"", "room     = \"aula\""}},
         "slot-moved-room [slot:water]: `Talk 2` moves from room `Room XX` to room `Aula`\n"},
        {"in no room",
         {{"room     = \"xx\"\n", ""}},
         "slot-moved-room [slot:water]: `Talk 2` is in no room now, before in room `Room XX`\n"},
        {"in another track",
         {{"track    = \"data\"", "room = \"aula\""}},
         "slot-moved-room [slot:workshop]: `Working groups` moves from track `Data` to room `Aula`\n"},
        {"retitled",
         {{"Rivers and roads", "Rivers, roads and rails"}},
         "slot-retitled [slot:rivers]: `Talk 1`: title `Rivers and roads` -> `Rivers, roads and rails`\n"},
        {"retitled without a number",
         {{"Coffee break", "Tea break"}},
         "slot-retitled [slot:coffee]: `Coffee break` is called `Tea break` now\n"},
        {"renumbered",
         {{"Talk 1", "Talk 3"}},
         "slot-renumbered [slot:rivers]: `Rivers and roads`: number `Talk 1` -> `Talk 3`\n"},
        {"of another kind",
         {{"kind     = \"workshop\"", "kind     = \"panel\""}},
         "slot-rekinded [slot:workshop]: `Working groups`: kind `workshop` -> `panel`\n"},
        {"of no kind",
         {{"kind     = \"workshop\"\n", ""}},
         "slot-rekinded [slot:workshop]: `Working groups`: kind `workshop` is gone\n"},
        {"cancelled",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\nstatus = \"cancelled\""}},
         "slot-cancelled [slot:workshop]: `Working groups` is cancelled\n"},
        {"tentative",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\nstatus = \"tentative\""}},
         "slot-edited [slot:workshop]: `Working groups` is tentative now, before confirmed\n"},
        {"other languages",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\nlanguages = [\"en\", \"fr\"]"}},
         "slot-edited [slot:workshop]: `Working groups`: languages `en, fr` is new\n"},
        {"no interpretation",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\ninterpretation = false"}},
         "slot-edited [slot:workshop]: `Working groups`: interpretation `false` is new\n"},
        {"a description",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\ndescription = \"In which groups of eight to twelve "
                                      "people work through the cases that were sent in before the forum.\""}},
         "slot-edited [slot:workshop]: `Working groups`: description `In which groups of eight to twelve people work "
         "through the cases…` is new\n"},
        {"another question",
         {{"What is not?", "What is still not known?"}},
         "slot-edited [slot:panel]: `Session I`: questions `What is not?` -> `What is still not known?`\n"},
        {"a question less",
         {{", \"What is not?\"", ""}},
         "slot-edited [slot:panel]: `Session I`: questions `What is not?` is gone\n"},
        {"items",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\nitems = [{ title = \"Cases\", minutes = 20, speakers = "
                                      "[\"roy\"] }, { title = \"Talk\" }]"}},
         "slot-edited [slot:workshop]: `Working groups`: items `Cases, 20 min Talk` is new\n"
         "person-added [slot:workshop]: `Dia Roy` is speaker of `Working groups` now\n"},
        {"own keys",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\nx-cost = 3\nx-tags = [\"a\", \"b\"]"}},
         "slot-edited [slot:workshop]: `Working groups`: x-cost `3` is new\n"
         "slot-edited [slot:workshop]: `Working groups`: x-tags `[\"a\", \"b\"]` is new\n"},
        {"another id",
         {{"\"workshop\"\ntime", "\"groups\"\ntime"}},
         "id-renamed [slot:groups]: the id of the slot `Working groups` is another now: `workshop` -> `groups` (by "
         "title-and-people)\n"},
    });
}

BOOST_AUTO_TEST_CASE(people_are_told_by_name_with_the_slots_that_it_concerns) {
    check_cases({
        {"added",
         {{"speakers = [\"roy\"]", "speakers = [\"roy\", \"lee\"]"}},
         "person-added [slot:water]: `Ann Lee` is speaker of `Talk 2` now\n"},
        {"dropped",
         {{"speakers   = [\"lee\", \"ek\"]", "speakers   = [\"lee\"]"}},
         "person-dropped [slot:panel]: `Bo Ek` is no longer speaker of `Session I`\n"},
        {"swapped",
         {{"speakers   = [\"lee\", \"ek\"]", "speakers   = [\"lee\", \"roy\"]"}},
         "person-swapped [slot:panel]: `Dia Roy` takes the place of `Bo Ek` as speaker of `Session I`\n"},
        {"TBC is somebody now",
         {{"{ name = \"TBC\" }", "\"roy\""}},
         "person-swapped [slot:workshop]: `Dia Roy` takes the place of `TBC` as speaker of `Working groups`\n"},
        {"another moderator",
         {{"moderators = [\"ora\"]", "moderators = [\"roy\"]"}},
         "person-swapped [slot:panel]: `Dia Roy` takes the place of `Cy Ora` as moderator of `Session I`\n"},
        {"no moderator",
         {{"moderators = [\"ora\"]\n", ""}},
         "person-dropped [slot:panel]: `Cy Ora` is no longer moderator of `Session I`\n"},
        {"another role",
         {{"chair = \"ora\"", "moderators = [\"ora\"]"}},
         "role-changed [slot:closing]: `Cy Ora` is moderator of `Closing remarks`, was chair\n"},
        {"represented",
         {{"speakers = [\"roy\"]", "speakers = [{ person = \"roy\", delivered-by = \"ek\" }]"}},
         "person-represented [slot:water]: `Talk 2`: `Dia Roy` is represented by `Bo Ek` now\n"},
        {"another order",
         {{"[\"lee\", \"ek\"]", "[\"ek\", \"lee\"]"}},
         "slot-edited [slot:panel]: `Session I`: order of speakers `Ann Lee, Bo Ek` -> `Bo Ek, Ann Lee`\n"},
        {"another capacity",
         {{"for the board", "for the city"}},
         "person-edited [slot:rivers]: `Talk 1`: `Ann Lee`: capacity `for the board` -> `for the city`\n"},
        {"another title",
         {{"Professor", "Dean"}},
         "person-edited [person:lee]: `Ann Lee`: title `Professor` -> `Dean`\n"},
        {"another name and org",
         {{"name = \"Dia Roy\", org = \"KTH\"", "name = \"Dia Roy-Haddad\", org = \"IOM\""}},
         "person-edited [person:roy]: `Dia Roy`: name `Dia Roy` -> `Dia Roy-Haddad`; org `KTH` -> `IOM`\n"},
        {"withdrawn",
         {{"title = \"Professor\"", "title = \"Professor\", status = \"withdrawn\""}},
         "person-edited [person:lee]: `Ann Lee`: status `withdrawn` is new\n"},
        {"new in the list",
         {{"[rooms]", "kim = { name = \"Kim Novak\" }\n\n[rooms]"}},
         "person-added [person:kim]: `Kim Novak` is new in the list of people\n"},
        {"new in the list and in a slot",
         {{"[rooms]", "kim = { name = \"Kim Novak\" }\n\n[rooms]"},
          {"speakers = [\"roy\"]", "speakers = [\"roy\", \"kim\"]"}},
         "person-added [slot:water person:kim]: `Kim Novak` is speaker of `Talk 2` now\n"},
        {"gone from the list and its slot",
         {{"roy = { name = \"Dia Roy\", org = \"KTH\" }\n", ""}, {"speakers = [\"roy\"]\n", ""}},
         "person-dropped [slot:water person:roy]: `Dia Roy` is no longer speaker of `Talk 2`\n"},
    });
}

BOOST_AUTO_TEST_SUITE_END()
