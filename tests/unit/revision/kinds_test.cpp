// SPDX-License-Identifier: MIT
// Every kind of change, alone and with others: what is told of edits of one agenda, and nothing else.
#include "unit/revision/comparing.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda::test;

struct Replacement {
    std::string from, to;
};
struct Case {
    std::string name;
    std::vector<Replacement> edits;
    std::string told;
};

std::string forum() { return file("tests/unit/revision/forum.toml"); }

/// All occurrences.
std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string with(const std::vector<Replacement>& edits) {
    auto text = forum();
    for (const auto& [from, to] : edits) text = edited(text, from, to);
    return text;
}

void check(const std::vector<Case>& cases) {
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) {
            BOOST_TEST(told(Compared{forum(), with(one.edits)}.comparison) == one.told);
        }
}

/// From one text to another, both inclusive of the first and exclusive of the second.
std::string part(const std::string& text, const std::string& from, const std::string& to) {
    const auto begin = text.find(from);
    return text.substr(begin, text.find(to, begin) - begin);
}
std::string slot(const std::string& id) {
    const auto text = forum();
    const auto at = text.find("\"" + id + "\"");
    const auto begin = text.rfind("[[day.slot]]", at);
    return text.substr(begin, std::min(text.find("[[day", at), text.size()) - begin);
}

} // namespace

BOOST_AUTO_TEST_SUITE(revision_kinds)

BOOST_AUTO_TEST_CASE(a_slot_is_told_under_the_name_of_what_happened_to_it) {
    check({
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
         "slot-edited [slot:workshop]: `Working groups` is cancelled\n"},
        {"tentative",
         {{"kind     = \"workshop\"", "kind     = \"workshop\"\nstatus = \"tentative\""}},
         "slot-edited [slot:workshop]: `Working groups`: status `tentative` is new\n"},
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
    check({
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
         "slot-edited [slot:coffee slot:lunch]: `Coffee break` and `Lunch` are cancelled\n"},
    };
    for (const auto& [after, expected] : cases) BOOST_TEST(told(Compared{text, after}.comparison) == expected);
}

BOOST_AUTO_TEST_CASE(the_event_its_days_rooms_and_tracks_are_told_by_key) {
    check({
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
    });
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
