// SPDX-License-Identifier: MIT
// What is told of edits of the event, rooms, tracks and days, and of what goes through several slots.
#include "unit/revision/cases.hpp"

namespace {

using namespace agenda::test;

/// From one text to another, both inclusive of the first and exclusive of the second.
std::string part(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from);
    return text.substr(begin, text.find(to, begin) - begin);
}
} // namespace

BOOST_AUTO_TEST_SUITE(revision_other_kinds)

BOOST_AUTO_TEST_CASE(what_goes_through_several_slots_is_told_once) {
    const auto text = forum();
    const std::vector<std::pair<std::string, std::string>> cases{
        {replaced(text, "Aula", "Great Hall"), "room-renamed [room:aula slot:opening slot:rivers slot:panel "
                                               "slot:closing]: room `Aula` is called `Great Hall` now (4 slots)\n"},
        {replaced(text, "\"aula\"", "\"xx\""),
         "slot-moved-room [slot:opening slot:rivers slot:panel slot:closing]: `Opening`, `Talk 1`, `Session I` and "
         "`Closing remarks` move from room `Aula` to room `Room XX`\n"},
        {replaced(replaced(text, "\"lee\"", "\"ann\""), "lee = ", "ann = "),
         "id-renamed [person:ann]: the id of the person `Ann Lee` is another now: `lee` -> `ann`\n"},
        {replaced(replaced(text, "\"ek\"", "\"roy\""), "ek  = { name = \"Bo Ek\", org = \"KTH\" }\n", ""),
         "person-swapped [slot:panel slot:workshop person:ek]: `Dia Roy` takes the place of `Bo Ek` as speaker of "
         "`Session I` and `Working groups`\n"},
        {replaced(text, "\"ora\"", "\"roy\""),
         "person-swapped [slot:opening slot:panel slot:closing]: `Dia Roy` takes the place of `Cy Ora` as speaker of "
         "`Opening`, moderator of `Session I`, chair of `Closing remarks`\n"},
        {replaced(text, "Talk", "Lecture"),
         "slot-renumbered [slot:rivers]: `Rivers and roads`: number `Talk 1` -> `Lecture 1`\n"
         "slot-renumbered [slot:water]: `Water for all`: number `Talk 2` -> `Lecture 2`\n"},
        {replaced(replaced(text, "kind     = \"talk\"", "kind = \"lecture\""), "kind     = \"opening\"",
                  "kind = \"lecture\""),
         "slot-rekinded [slot:opening]: `Opening`: kind `opening` -> `lecture`\n"
         "slot-rekinded [slot:rivers slot:water]: `Talk 1` and `Talk 2`: kind `talk` -> `lecture`\n"},
        {replaced(replaced(text, "kind  = \"break\"", "kind = \"break\"\nstatus = \"cancelled\""), "kind  = \"lunch\"",
                  "kind = \"lunch\"\nstatus = \"cancelled\""),
         "slot-cancelled [slot:coffee slot:lunch]: `Coffee break` and `Lunch` are cancelled\n"},
    };
    for (const auto& [after, expected] : cases) BOOST_TEST(told(Compared{text, after}.comparison) == expected);
}

BOOST_AUTO_TEST_CASE(the_event_its_days_rooms_and_tracks_are_told_by_key) {
    check_cases({
        {"title",
         {{"Spring Forum", "Autumn Forum"}},
         "event-edited [event]: the event's title: `Spring Forum` -> `Autumn Forum`\n"},
        {"zone",
         {{"Europe/Zurich", "Europe/Lisbon"}},
         "event-edited [event]: the event's timezone: `Europe/Zurich` -> `Europe/Lisbon`; in UTC the slots are 1 h "
         "later\n"},
        {"dates",
         {{"[2026-06-01, 2026-06-02]", "[2026-06-01, 2026-06-03]"}},
         "event-edited [event]: the event's dates: `2026-06-01, 2026-06-02` -> `2026-06-01, 2026-06-03`\n"},
        {"own keys",
         {{"timezone = ", "x-budget = 12\ntimezone = "}},
         "event-edited [event]: the event's x-budget: `12` is new\n"},
        {"label", {{"DAY II", "DAY TWO"}}, "day-edited [day:2026-06-02]: 2026-06-02: label `DAY II` -> `DAY TWO`\n"},
        {"closing note",
         {{"label = \"DAY II\"", "label = \"DAY II\"\nclosing-note = \"End\""}},
         "day-edited [day:2026-06-02]: 2026-06-02: closing-note `End` is new\n"},
        {"capacity",
         {{"capacity = 200", "capacity = 180"}},
         "room-edited [room:aula]: room `Aula`: capacity `200` -> `180`\n"},
        {"a new room",
         {{"[tracks]", "hall = { name = \"Hall 3\" }\n\n[tracks]"}},
         "room-added [room:hall]: room `Hall 3` is new\n"},
        {"a room that is gone",
         {{"xx   = { name = \"Room XX\" }\n", ""}, {"room     = \"xx\"\n", "room     = \"aula\"\n"}},
         "room-removed [room:xx]: room `Room XX` is gone\n"
         "slot-moved-room [slot:water]: `Talk 2` moves from room `Room XX` to room `Aula`\n"},
        {"a room's id",
         {{"xx   = { name", "twenty = { name"}, {"room     = \"xx\"\n", "room     = \"twenty\"\n"}},
         "id-renamed [room:twenty]: the id of the room `Room XX` is another now: `xx` -> `twenty`\n"},
        {"a track's name",
         {{"name = \"Data\"", "name = \"Data and code\""}},
         "track-renamed [track:data slot:workshop]: track `Data` is called `Data and code` now (1 slot)\n"},
        {"a new track",
         {{"data = { name = \"Data\" }", "data = { name = \"Data\" }\nlaw = { name = \"Law\" }"}},
         "track-added [track:law]: track `Law` is new\n"},
        {"a track that runs at staggered times",
         {{"data = { name = \"Data\" }", "data = { name = \"Data\", stagger = true }"}},
         "track-edited [track:data]: track `Data`: stagger `true` is new\n"},
        {"a track that is gone",
         {{"[tracks]\ndata = { name = \"Data\" }\n", ""}, {"track    = \"data\"", "room = \"aula\""}},
         "track-removed [track:data]: track `Data` is gone\n"
         "slot-moved-room [slot:workshop]: `Working groups` moves from track `Data` to room `Aula`\n"},
    });
}

BOOST_AUTO_TEST_CASE(own_keys_of_whom_and_what_are_told) {
    const auto own = [](int value) {
        const auto key = "x-own = " + std::to_string(value);
        return with({{"capacity = \"for the board\"", "capacity = \"for the board\", " + key},
                     {"[[day]]\ndate  = 2026-06-01", "[[walk]]\nfrom = \"aula\"\nto = \"xx\"\nminutes = 5\n" + key +
                                                         "\n[[day]]\ndate  = 2026-06-01"}});
    };
    BOOST_TEST(told(Compared{own(1), own(2)}.comparison) ==
               "event-edited [event]: the event: own keys of [[walk]] `x-own 1` -> `x-own 2`\n"
               "slot-edited [slot:rivers]: `Talk 1`: own keys of a person of a slot `x-own 1` -> `x-own 2`\n");
    BOOST_TEST(told(Compared{own(1), own(1)}.comparison) == "");
}

BOOST_AUTO_TEST_CASE(days_are_told_with_their_slots) {
    const auto text = forum();
    const auto first = part(text, "[[day]]\ndate  = 2026-06-01", "[[day]]\ndate  = 2026-06-02");
    const auto second = text.substr(text.find("[[day]]\ndate  = 2026-06-02"));
    const auto head = part(text, "#", "[[day]]");
    const auto exchanged =
        replaced(replaced(replaced(text, "date  = 2026-06-01", "date = X"), "date  = 2026-06-02", "date  = 2026-06-01"),
                 "date = X", "date = 2026-06-02");
    const std::vector<std::pair<std::string, std::string>> cases{
        {head + first, "day-removed [day:2026-06-02 slot:water slot:workshop slot:closing]: 2026-06-02 (`DAY II`) is "
                       "gone, with 3 slots\n"},
        {head + second, "day-removed [day:2026-06-01 slot:opening slot:rivers slot:coffee slot:panel slot:lunch]: "
                        "2026-06-01 (`DAY I`) is gone, with 5 slots\n"},
        {text + "\n[[day]]\ndate = 2026-06-03\nlabel = \"DAY III\"\n[[day.slot]]\nid = \"tour\"\ntitle = "
                "\"Tour\"\ntime = \"10:00-12:00\"\n",
         "day-added [day:2026-06-03 slot:tour]: 2026-06-03 (`DAY III`) is new, with 1 slot\n"},
        {exchanged,
         "days-exchanged [day:2026-06-02 day:2026-06-01 and 8 more]: 2026-06-01 (`DAY I`) and 2026-06-02 (`DAY II`) "
         "change places (5 and 3 slots)\n"},
        {replaced(replaced(replaced(exchanged, "DAY II", "X"), "DAY I", "DAY II"), "\"X", "\"DAY I"),
         "days-exchanged [day:2026-06-01 day:2026-06-02 and 8 more]: 2026-06-01 (`DAY I`) and 2026-06-02 (`DAY II`) "
         "change places (5 and "
         "3 slots)\n"},
        {replaced(text, "date  = 2026-06-02", "date  = 2026-06-03"),
         "day-moved [day:2026-06-03 slot:water slot:workshop slot:closing]: a day moves 1 day later (3 slots): "
         "2026-06-02 (`DAY II`) -> 2026-06-03\n"},
        {replaced(replaced(text, "date  = 2026-06-02", "date  = 2026-06-03"), "date  = 2026-06-01",
                  "date  = 2026-06-02"),
         "day-moved [day:2026-06-02 slot:opening and 8 more]: 2 days move 1 day later (8 slots): 2026-06-01 (`DAY I`) "
         "-> "
         "2026-06-02, 2026-06-02 (`DAY II`) -> 2026-06-03\n"},
    };
    for (const auto& [after, expected] : cases) BOOST_TEST(told(Compared{text, after}.comparison) == expected);
}

BOOST_AUTO_TEST_SUITE_END()
