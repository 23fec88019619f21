// SPDX-License-Identifier: MIT
// Several changes at once: each is told once, under its own name.
#include "unit/revision/cases.hpp"

using namespace agenda::test;

BOOST_AUTO_TEST_SUITE(revision_combinations)

BOOST_AUTO_TEST_CASE(two_slots_that_exchange_something) {
    check_cases({
        {"times of one length",
         {{"time     = \"9:00-9:30\"\nkind     = \"opening\"", "time = \"9:30-10:00\"\nkind = \"opening\""},
          {"time     = \"9:30-10:00\"\nkind     = \"talk\"", "time = \"9:00-9:30\"\nkind = \"talk\""}},
         "slots-swapped [slot:rivers slot:opening]: `Talk 1` and `Opening` change places: 09:30-10:00 -> 09:00-09:30, "
         "09:00-09:30 -> 09:30-10:00\n"},
        {"neighbours of other lengths",
         {{"\"10:00-10:30\"", "\"11:30-12:00\""}, {"\"10:30-12:00\"", "\"10:00-11:30\""}},
         "slots-swapped [slot:coffee slot:panel]: `Coffee break` and `Session I` change places: 10:00-10:30 -> "
         "11:30-12:00, 10:30-12:00 -> 10:00-11:30\n"},
        {"titles and numbers",
         {{"time     = \"9:30-10:00\"\nkind     = \"talk\"\nnumber   = \"Talk 1\"\ntitle    = \"Rivers and roads\"",
           "time = \"9:30-10:00\"\nkind = \"talk\"\nnumber = \"Talk 2\"\ntitle = \"Water for all\""},
          {"number   = \"Talk 2\"\ntitle    = \"Water for all\"", "number = \"Talk 1\"\ntitle = \"Rivers and roads\""}},
         "slot-retitled [slot:rivers]: `Talk 2`: title `Rivers and roads` -> `Water for all`\n"
         "slot-retitled [slot:water]: `Talk 1`: title `Water for all` -> `Rivers and roads`\n"
         "slot-renumbered [slot:rivers]: `Water for all`: number `Talk 1` -> `Talk 2`\n"
         "slot-renumbered [slot:water]: `Rivers and roads`: number `Talk 2` -> `Talk 1`\n"},
    });
}

BOOST_AUTO_TEST_CASE(one_slot_that_changes_in_several_ways_is_told_in_each) {
    check_cases({
        {"time, room, title, number, kind and people",
         {{"time     = \"9:30-10:00\"\nkind     = \"talk\"\nnumber   = \"Talk 1\"\ntitle    = \"Rivers and "
           "roads\"\nroom     = \"aula\"\nspeakers = [{ person = \"lee\", capacity = \"for the board\" }]",
           "time = \"9:35-10:05\"\nkind = \"keynote\"\nnumber = \"Keynote 1\"\ntitle = \"Rivers and rails\"\nroom = "
           "\"xx\"\nspeakers = [\"roy\"]"}},
         "slot-moved [slot:rivers]: `Keynote 1` starts 5 min later: 09:30-10:00 -> 09:35-10:05\n"
         "slot-moved-room [slot:rivers]: `Keynote 1` moves from room `Aula` to room `Room XX`\n"
         "slot-retitled [slot:rivers]: `Keynote 1`: title `Rivers and roads` -> `Rivers and rails`\n"
         "slot-renumbered [slot:rivers]: `Rivers and rails`: number `Talk 1` -> `Keynote 1`\n"
         "slot-rekinded [slot:rivers]: `Keynote 1`: kind `talk` -> `keynote`\n"
         "person-swapped [slot:rivers]: `Dia Roy` takes the place of `Ann Lee` as speaker of `Keynote 1`\n"},
        {"another day and length",
         {{"[[day.slot]]\nid    = \"coffee\"\ntime  = \"10:00-10:30\"\nkind  = \"break\"\ntitle = \"Coffee break\"\n",
           ""},
          {"[[day.slot]]\nid       = \"workshop\"",
           "[[day.slot]]\nid = \"coffee\"\ntime = \"9:20-9:30\"\nkind = \"break\"\ntitle = \"Coffee "
           "break\"\n\n[[day.slot]]\nid       = \"workshop\""}},
         "slot-moved [slot:coffee]: `Coffee break` moves to another day: 2026-06-01 10:00-10:30 -> 2026-06-02 "
         "09:20-09:30\n"},
        {"roles and people",
         {{"moderators = [\"ora\"]\nspeakers   = [\"lee\", \"ek\"]",
           "moderators = [\"lee\"]\nspeakers   = [\"roy\", \"ek\"]"}},
         "person-added [slot:panel]: `Dia Roy` is speaker of `Session I` now\n"
         "person-dropped [slot:panel]: `Cy Ora` is no longer moderator of `Session I`\n"
         "role-changed [slot:panel]: `Ann Lee` is moderator of `Session I`, was speaker\n"},
        {"another id and title",
         {{"id       = \"rivers\"", "id = \"lakes\""}, {"Rivers and roads", "Lakes and roads"}},
         "id-renamed [slot:lakes]: the id of the slot `Talk 1` is another now: `rivers` -> `lakes` (by similarity)\n"
         "slot-retitled [slot:lakes]: `Talk 1`: title `Rivers and roads` -> `Lakes and roads` (by similarity)\n"},
    });
}

BOOST_AUTO_TEST_CASE(what_changes_beside_a_shift_is_told_beside_it) {
    check_cases({
        {"a day is later, and one of its slots is shorter",
         {{"date  = 2026-06-02\nlabel = \"DAY II\"\n\n[[day.slot]]\nid       = \"water\"\ntime     = \"9:00-9:30\"",
           "date  = 2026-06-02\nlabel = \"DAY II\"\n\n[[day.slot]]\nid = \"water\"\ntime = \"9:15-9:45\""},
          {"\"9:30-11:00\"", "\"9:45-11:15\""},
          {"\"11:00-11:30\"", "\"11:15-11:40\""}},
         "slot-moved [slot:water]: `Talk 2` starts 15 min later: 09:00-09:30 -> 09:15-09:45\n"
         "slot-moved [slot:workshop]: `Working groups` starts 15 min later: 09:30-11:00 -> 09:45-11:15\n"
         "slot-moved [slot:closing]: `Closing remarks` starts 15 min later and takes 25 min instead of 30 min: "
         "11:00-11:30 -> 11:15-11:40\n"},
        {"a day moves and is later",
         {{"date  = 2026-06-02", "date  = 2026-06-04"},
          {"[[day.slot]]\nid       = \"water\"\ntime     = \"9:00-9:30\"",
           "[[day.slot]]\nid = \"water\"\ntime = \"9:15-9:45\""},
          {"\"9:30-11:00\"", "\"9:45-11:15\""},
          {"\"11:00-11:30\"", "\"11:15-11:45\""}},
         "day-moved [day:2026-06-04 slot:water slot:workshop slot:closing]: a day moves 2 days later (3 slots): "
         "2026-06-02 (`DAY II`) -> 2026-06-04\n"
         "day-shifted [slot:water slot:workshop slot:closing]: all of 2026-06-04 is 15 min later (3 slots)\n"},
        {"a room has another name, and one slot another room",
         {{"name = \"Aula\"", "name = \"Great Hall\""}, {"room  = \"aula\"\nchair", "room  = \"xx\"\nchair"}},
         "room-renamed [room:aula slot:opening slot:rivers slot:panel]: room `Aula` is called `Great Hall` now (3 "
         "slots)\n"
         "slot-moved-room [slot:closing]: `Closing remarks` moves from room `Aula` to room `Room XX`\n"},
        {"a room is renamed by its id and name",
         {{"xx   = { name = \"Room XX\" }", "hall = { name = \"Hall 3\" }"},
          {"room     = \"xx\"", "room     = \"hall\""}},
         "room-added [room:hall]: room `Hall 3` is new\n"
         "room-removed [room:xx]: room `Room XX` is gone\n"
         "slot-moved-room [slot:water]: `Talk 2` moves from room `Room XX` to room `Hall 3`\n"},
        {"a person is renamed by id and dropped from a slot",
         {{"lee = {", "ann = {"}, {"\"lee\", \"ek\"", "\"ek\""}, {"person = \"lee\"", "person = \"ann\""}},
         "id-renamed [person:ann]: the id of the person `Ann Lee` is another now: `lee` -> `ann`\n"
         "person-dropped [slot:panel]: `Ann Lee` is no longer speaker of `Session I`\n"},
    });
}

BOOST_AUTO_TEST_CASE(who_represents_whom_is_told_by_both_names) {
    const auto represented =
        with({{"speakers = [\"roy\"]", "speakers = [{ person = \"roy\", delivered-by = \"ek\" }]"}});
    const auto by_another = edited(represented, "delivered-by = \"ek\"", "delivered-by = \"lee\"");
    BOOST_TEST(told(Compared{represented, by_another}.comparison) ==
               "person-represented [slot:water]: `Talk 2`: `Dia Roy` is represented by `Ann Lee`, was by `Bo Ek`\n");
    BOOST_TEST(told(Compared{represented, forum()}.comparison) ==
               "person-represented [slot:water]: `Talk 2`: `Dia Roy` comes in person, and is not represented by `Bo "
               "Ek` any more\n");
}

BOOST_AUTO_TEST_CASE(items_and_who_speaks_in_them_are_told_apart) {
    const auto items = [](const std::string& text) {
        return with({{"kind     = \"workshop\"", "kind     = \"workshop\"\nitems = [" + text + "]"}});
    };
    const auto before =
        items("{ title = \"Cases\", speakers = [\"roy\"] }, { title = \"Talk\", speakers = [\"lee\"] }");
    BOOST_TEST(
        told(Compared{
            before,
            items("{ title = \"Cases\", speakers = [\"roy\", \"ora\"] }, { title = \"Talk\", speakers = [\"lee\"] }")}
                 .comparison) == "person-added [slot:workshop]: `Cy Ora` is speaker of `Working groups` now\n");
    BOOST_TEST(
        told(Compared{before, items("{ title = \"Cases\" }, { title = \"Talk\", speakers = [\"lee\", \"roy\"] }")}
                 .comparison) ==
        "person-edited [slot:workshop]: `Working groups`: `Dia Roy`: item `Cases` -> `Talk`\n");
    BOOST_TEST(told(Compared{
                   before,
                   items("{ title = \"Old cases\", speakers = [\"roy\"] }, { title = \"Talk\", speakers = [\"lee\"] }")}
                        .comparison) ==
               "slot-edited [slot:workshop]: `Working groups`: items `Cases` -> `Old cases`\n");
    BOOST_TEST(told(Compared{before, items("{ title = \"Film\", minutes = 10 }, { title = \"Cases\", speakers = "
                                           "[\"roy\"] }, { title = \"Talk\", speakers = [\"lee\"] }")}
                        .comparison) == "slot-edited [slot:workshop]: `Working groups`: items `Film, 10 min` is new\n");
}

BOOST_AUTO_TEST_CASE(labels_that_nobody_declared_are_called_by_themselves) {
    const auto labels = [](const std::string& room) {
        return "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntitle = \"Rivers\"\nroom = \"" + room +
               "\"\n[[day.slot]]\nid = \"b\"\ntitle = \"Roads\"\nroom = \"" + room + "\"\n";
    };
    BOOST_TEST(told(Compared{labels("Aula"), labels("Great Hall")}.comparison) ==
               "room-renamed [room:Great Hall slot:a slot:b]: room `Aula` is called `Great Hall` now (2 slots) "
               "(by similarity)\n");
    BOOST_TEST(told(Compared{labels("Aula"), edited(labels("Aula"), "title = \"Rivers\"\nroom = \"Aula\"",
                                                    "title = \"Rivers\"\nroom = \"Hall 3\"")}
                        .comparison) == "slot-moved-room [slot:a]: `Rivers` moves from room `Aula` to room `Hall 3`\n");
}

BOOST_AUTO_TEST_CASE(the_agenda_of_the_workshop_is_told_as_its_planners_would) {
    const auto workshop = file("data/agenda.toml");
    const auto edits = [&](const std::vector<Replacement>& all) {
        auto text = workshop;
        for (const auto& [from, to] : all) text = edited(text, from, to);
        return told(Compared{workshop, text}.comparison);
    };
    BOOST_TEST(edits({{"\"15:00-17:50\"", "\"15:10-17:50\""}}) ==
               "slot-resized [slot:session-iv]: `Session IV` starts 10 min later and takes 160 min instead of 170 min: "
               "15:00-17:50 -> 15:10-17:50\n");
    BOOST_TEST(edits({{"including relevant human rights instruments, and clarifying",
                       "including human rights instruments, and clarifying"}}) ==
               "slot-edited [slot:setting-the-scene]: `SETTING THE SCENE`: description `…exploitation, including "
               "relevant human rights instruments,…` -> `…exploitation, including human rights instruments,…`\n");
    BOOST_TEST(edits({{"seek redress, especially in the context of irregular migration\"",
                       "seek redress, especially in the context of irregular migration?\""}}) ==
               "slot-edited [slot:session-iii]: `Session III`: questions `…of irregular migration` -> `…of irregular "
               "migration?`\n");
    BOOST_TEST(edits({{"moderators  = [\"samri\"]", "moderators  = [\"danziger\"]"},
                      {"\"10:40-11:00\"", "\"10:40-11:10\""},
                      {"\"11:00-13:00\"", "\"11:10-13:00\""}}) ==
               "slot-resized [slot:setting-the-scene]: `SETTING THE SCENE` takes 30 min instead of 20 min: 10:40-11:00 "
               "-> 10:40-11:10\n"
               "slot-resized [slot:session-i]: `Session I` starts 10 min later and takes 110 min instead of 120 min: "
               "11:00-13:00 -> 11:10-13:00\n"
               "person-swapped [slot:session-i]: `Richard Danziger` takes the place of `Azzouz Samri` as moderator of "
               "`Session I`\n");
    BOOST_TEST(edits({{"{ person = \"swing\", delivered-by = \"klein-solomon\" }", "\"swing\""}}) ==
               "person-represented [slot:welcome-remarks]: `WELCOME REMARKS`: `William Lacy Swing` comes in person, "
               "and is not represented by `Michele Klein Solomon` any more\n");
    BOOST_TEST(edits({{"  \"zau\",\n", ""},
                      {"zau           = { name = \"José Zau\", title = \"Vice Minister of Interior, Social Affairs and "
                       "Human Rights\", org = \"Ministry of Interior\", country = \"Angola\" }\n",
                       ""}}) ==
               "person-dropped [slot:session-iv person:zau]: `José Zau` is no longer speaker of `Session IV`\n");
}

BOOST_AUTO_TEST_SUITE_END()
