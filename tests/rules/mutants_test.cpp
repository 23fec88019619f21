// SPDX-License-Identifier: MIT
// One edit each to the seed agenda: the rule that must see it, in the slot that was edited (for a deletion at its
// neighbours), and no error that the edit did not cause.
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using finding::Severity;

struct Edit {
    std::string from, to;
};

struct Mutant {
    std::string name;
    std::vector<Edit> edits;
    std::string rule;
    Severity severity;
    /// The finding or one of its related places lies in one of these slots; or, for a day or a person, it is about it.
    std::vector<std::string> places;
    std::size_t errors; ///< in the whole report
};

const std::string briefing_before = "[[day.slot]]\nid       = \"keynote-address\"";
std::string briefing(const std::string& more) {
    return "[[day.slot]]\nid = \"briefing\"\ntime = \"10:05-10:20\"\nkind = \"presentation\"\ntitle = "
           "\"Briefing\"\nroom = \"Room B\"\n" +
           more + "\n" + briefing_before;
}
const std::string lunch_of_day_two = "[[day.slot]]\nid    = \"afternoon-break-day-ii\"\ntime  = \"13:00-15:00\"\nkind  "
                                     "= \"lunch\"\ntitle = \"Afternoon Break\"\n";

const Edit interpreted{"[people]\n", "[event.interpretation]\nlanguages = [\"en\", \"fr\", \"es\"]\n\n[people]\n"};
const Edit side_event_interpreted{"interpretation = false\n", ""};
const std::string wrap_up_title = "title = \"Wrap-up and Closing Remarks\"\n";
const std::string voice_again = "\n[[day.slot]]\nid = \"voice-again\"\ntime = \"18:00-18:30\"\nkind = \"testimony\"\n"
                                "title = \"Migrant’s Voice\"\nspeakers = [\"soelwin\"]\nmoderators = [\"guajardo\"]\n";

const std::vector<Mutant> mutants{
    {"the side event runs into session II",
     {{"\"14:00-15:00\"", "\"14:00-15:15\""}},
     "slot-overlap",
     Severity::error,
     {"side-event"},
     1},
    {"the wrap-up begins while session IV goes on",
     {{"\"17:50-18:00\"", "\"17:40-18:00\""}},
     "slot-overlap",
     Severity::error,
     {"wrap-up"},
     1},
    {"the deliverer of the speech presents elsewhere",
     {{briefing_before, briefing("speakers = [\"klein-solomon\"]")}},
     "person-double-booked",
     Severity::error,
     {"briefing"},
     1},
    {"the deliverer presents elsewhere in an optional slot",
     {{briefing_before, briefing("optional = true\nspeakers = [\"klein-solomon\"]")}},
     "person-double-booked",
     Severity::warning,
     {"briefing"},
     0},
    {"session III has no moderator",
     {{"moderators  = [\"andrees\"]\n", ""}},
     "moderator-missing",
     Severity::warning,
     {"session-iii"},
     0},
    {"the keynote has no speaker",
     {{"speakers = [\"dottridge\"]\n", ""}},
     "speaker-missing",
     Severity::warning,
     {"keynote-address"},
     0},
    {"session II ends at six in the morning",
     {{"\"15:00-18:00\"", "\"15:00-06:00\""}},
     "slot-nonpositive",
     Severity::error,
     {"session-ii"},
     1},
    {"session II runs fifteen minutes over",
     {{"\"15:00-18:00\"", "\"15:00-18:15\""}},
     "sitting-too-long",
     Severity::warning,
     {"session-ii"},
     0},
    {"the lunch of day II is lost",
     {{lunch_of_day_two, ""}},
     "unexplained-gap",
     Severity::warning,
     {"session-iii", "session-iv"},
     0},
    {"the lunch of day II is filled with programme",
     {{"time  = \"13:00-15:00\"\nkind  = \"lunch\"", "time  = \"13:00-15:00\"\nkind  = \"workshop\""}},
     "lunch-missing",
     Severity::warning,
     {"afternoon-break-day-ii"},
     0},
    {"the lunch of day II is filled with programme, and nobody gets up",
     {{"time  = \"13:00-15:00\"\nkind  = \"lunch\"", "time  = \"13:00-15:00\"\nkind  = \"workshop\""}},
     "sitting-too-long",
     Severity::warning,
     {"afternoon-break-day-ii"},
     0},
    {"a speaker's id is mistyped",
     {{"\"zau\",", "\"zao\","}},
     "reference-unresolved",
     Severity::error,
     {"session-iv"},
     1},
    {"a kind is mistyped",
     {{"kind           = \"side-event\"", "kind           = \"sideevent\""}},
     "unknown-kind",
     Severity::error,
     {"side-event"},
     1},
    {"an hour has a letter",
     {{"\"10:40-11:00\"", "\"1O:40-11:00\""}},
     "time-unparsable",
     Severity::error,
     {"setting-the-scene"},
     1},
    {"the represented Director General is on stage elsewhere",
     {{briefing_before, briefing("speakers = [\"swing\"]")}},
     "proxy-inconsistent",
     Severity::warning,
     {"briefing", "welcome-remarks"},
     0},
    {"session IV is renumbered",
     {{"\"Session IV\"", "\"Session V\""}},
     "numbering-broken",
     Severity::warning,
     {"session-iv"},
     0},
    {"day II is on a Saturday that is not the event's",
     {{"date         = \"2009-07-10\"", "date         = \"2009-07-11\""}},
     "date-outside-event",
     Severity::error,
     {"day:2009-07-11"},
     1},
    {"day II is on a Saturday",
     {{"date         = \"2009-07-10\"", "date         = \"2009-07-11\""}},
     "weekend-or-holiday",
     Severity::warning,
     {"day:2009-07-11"},
     1},
    {"9 July is called a Friday",
     {{"label        = \"DAY I\"\n", "label        = \"DAY I\"\nweekday      = \"Friday\"\n"}},
     "weekday-mismatch",
     Severity::error,
     {"day:2009-07-09"},
     1},
    {"an interpreted side event makes the interpreters' assignment too long",
     {interpreted, side_event_interpreted},
     "interp-sitting",
     Severity::warning,
     {"side-event", "session-ii"},
     0},
    {"an interpreted side event makes the interpreters' day too long",
     {interpreted, side_event_interpreted},
     "interp-day",
     Severity::warning,
     {"side-event", "session-ii", "day:2009-07-09"},
     0},
    {"an interpreted side event takes the interpreters' pause",
     {interpreted, side_event_interpreted},
     "interp-pause",
     Severity::warning,
     {"side-event"},
     0},
    {"an interpreted side event is outside the hours of interpretation",
     {interpreted, side_event_interpreted},
     "interp-hours",
     Severity::warning,
     {"side-event"},
     0},
    {"a speaker of a final agenda is still to be confirmed",
     {{"speakers = [\"dottridge\"]", "speakers = [{ name = \"TBC\" }]"}},
     "placeholder",
     Severity::warning,
     {"keynote-address"},
     0},
    {"the migrant's voice is copied",
     {{wrap_up_title, wrap_up_title + voice_again}},
     "slot-duplicate",
     Severity::warning,
     {"migrants-voice", "voice-again"},
     0},
    {"a person is entered twice, once misspelt",
     {{"[[day]]\ndate         = \"2009-07-09\"",
       "martens-2 = { name = \"Johnathan Martens\", org = \"IOM\" }\n\n[[day]]\ndate         = \"2009-07-09\""}},
     "person-variant",
     Severity::warning,
     {"person:martens-2"},
     0},
    {"ten speak in the hour of the side event",
     {{"\"takahashi\",", "\"takahashi\", \"hussein\", \"rankin\", \"chahda\", \"moss\", \"zau\", \"forlani\","}},
     "speaker-time",
     Severity::warning,
     {"side-event"},
     0},
    {"session II goes on after the hours of meetings",
     {{"\"15:00-18:00\"", "\"15:00-18:15\""}},
     "meeting-hours",
     Severity::warning,
     {"session-ii"},
     0},
    {"an interpreted session II is too long for the interpreters",
     {interpreted, {"\"15:00-18:00\"", "\"15:00-18:15\""}},
     "interp-sitting",
     Severity::warning,
     {"session-ii"},
     0},
    {"with session II longer the interpreters' day is too long",
     {interpreted, {"\"15:00-18:00\"", "\"15:00-18:15\""}},
     "interp-day",
     Severity::warning,
     {"session-ii", "day:2009-07-09"},
     0},
};

bool in_slot(const test::Checked& checked, const std::string& id, source::Span span) {
    const auto& agenda = checked.loaded.agenda;
    const auto slot =
        std::find_if(agenda.slots.begin(), agenda.slots.end(), [&](const Slot& one) { return one.id == id; });
    BOOST_TEST_REQUIRE((slot != agenda.slots.end()), "no slot " << id);
    const auto next = std::next(slot);
    return span.offset >= slot->at.offset && (next == agenda.slots.end() || span.offset < next->at.offset);
}

bool touches(const test::Checked& checked, const finding::Finding& finding, const std::vector<std::string>& places) {
    return std::any_of(places.begin(), places.end(), [&](const std::string& id) {
        const auto& about = finding.draft.about;
        if (id.find(':') != std::string::npos) return std::find(about.begin(), about.end(), id) != about.end();
        const auto& related = finding.draft.related;
        return in_slot(checked, id, finding.draft.at) ||
               std::any_of(related.begin(), related.end(),
                           [&](const finding::Related& one) { return in_slot(checked, id, one.at); });
    });
}

} // namespace

BOOST_AUTO_TEST_CASE(each_mutant_of_the_seed_is_found_in_the_slot_that_was_edited) {
    const auto seed = test::file("data/agenda.toml");
    for (const auto& mutant : mutants) {
        BOOST_TEST_CONTEXT(mutant.name) {
            auto text = seed;
            for (const auto& edit : mutant.edits) text = test::edited(text, edit.from, edit.to);
            const auto checked = test::check(text);
            const auto found = checked.of(mutant.rule);
            const bool there = std::any_of(found.begin(), found.end(), [&](const finding::Finding* finding) {
                return finding->severity == mutant.severity && touches(checked, *finding, mutant.places);
            });
            BOOST_TEST(there);
            BOOST_TEST(checked.count(Severity::error) == mutant.errors);
        }
    }
}

BOOST_AUTO_TEST_CASE(an_end_in_the_morning_is_told_what_was_probably_meant) {
    const auto checked =
        test::check(test::edited(test::file("data/agenda.toml"), "\"15:00-18:00\"", "\"15:00-06:00\""));
    BOOST_TEST_REQUIRE(checked.of("slot-nonpositive").size() == 1);
    BOOST_TEST(checked.of("slot-nonpositive")[0]->help() ==
               "did you mean 15:00-18:00? If it runs past midnight, add `next-day = true`");
}

BOOST_AUTO_TEST_CASE(the_represented_director_general_may_be_on_stage_elsewhere_at_the_same_time) {
    const auto checked =
        test::check(test::edited(test::file("data/agenda.toml"), briefing_before, briefing("speakers = [\"swing\"]")));
    BOOST_TEST(checked.of("person-double-booked").empty());
}

BOOST_AUTO_TEST_CASE(a_lost_lunch_is_a_gap_of_two_hours_that_looks_like_lunch) {
    const auto checked = test::check(test::edited(test::file("data/agenda.toml"), lunch_of_day_two, ""));
    const auto gaps = checked.of("unexplained-gap");
    BOOST_TEST_REQUIRE(gaps.size() == 1);
    BOOST_TEST(gaps[0]->message() ==
               "nothing is planned from 13:00 to 15:00 (120 min), between `Session III` and `Session IV`");
    BOOST_TEST(gaps[0]->help() == "it looks like lunch: write it as a slot of kind `lunch`");
    BOOST_TEST(checked.of("lunch-missing").empty());
}
