// SPDX-License-Identifier: MIT
// One edit each to the seed agenda: the rule that must see it, in the slot that was edited (for a deletion at its
// neighbours), and no error that the edit did not cause.
#include "support/check.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;
using finding::Severity;

struct Mutant {
    std::string name;
    std::string from, to;
    std::string rule;
    Severity severity;
    std::vector<std::string> slots; ///< the finding or one of its related places lies in one of these
    std::size_t errors;             ///< in the whole report
};

const std::string briefing_before = "[[day.slot]]\nid       = \"keynote-address\"";
std::string briefing(const std::string& more) {
    return "[[day.slot]]\nid = \"briefing\"\ntime = \"10:05-10:20\"\nkind = \"presentation\"\ntitle = "
           "\"Briefing\"\nroom = \"Room B\"\n" +
           more + "\n" + briefing_before;
}
const std::string lunch_of_day_two = "[[day.slot]]\nid    = \"afternoon-break-day-ii\"\ntime  = \"13:00-15:00\"\nkind  "
                                     "= \"lunch\"\ntitle = \"Afternoon Break\"\n";

const std::vector<Mutant> mutants{
    {"the side event runs into session II",
     "\"14:00-15:00\"",
     "\"14:00-15:15\"",
     "slot-overlap",
     Severity::error,
     {"side-event"},
     1},
    {"the wrap-up begins while session IV goes on",
     "\"17:50-18:00\"",
     "\"17:40-18:00\"",
     "slot-overlap",
     Severity::error,
     {"wrap-up"},
     1},
    {"the deliverer of the speech presents elsewhere",
     briefing_before,
     briefing("speakers = [\"klein-solomon\"]"),
     "person-double-booked",
     Severity::error,
     {"briefing"},
     1},
    {"the deliverer presents elsewhere in an optional slot",
     briefing_before,
     briefing("optional = true\nspeakers = [\"klein-solomon\"]"),
     "person-double-booked",
     Severity::warning,
     {"briefing"},
     0},
    {"session III has no moderator",
     "moderators  = [\"andrees\"]\n",
     "",
     "moderator-missing",
     Severity::warning,
     {"session-iii"},
     0},
    {"the keynote has no speaker",
     "speakers = [\"dottridge\"]\n",
     "",
     "speaker-missing",
     Severity::warning,
     {"keynote-address"},
     0},
    {"session II ends at six in the morning",
     "\"15:00-18:00\"",
     "\"15:00-06:00\"",
     "slot-nonpositive",
     Severity::error,
     {"session-ii"},
     1},
    {"session II runs fifteen minutes over",
     "\"15:00-18:00\"",
     "\"15:00-18:15\"",
     "sitting-too-long",
     Severity::warning,
     {"session-ii"},
     0},
    {"the lunch of day II is lost",
     lunch_of_day_two,
     "",
     "unexplained-gap",
     Severity::warning,
     {"session-iii", "session-iv"},
     0},
    {"the lunch of day II is filled with programme",
     "time  = \"13:00-15:00\"\nkind  = \"lunch\"",
     "time  = \"13:00-15:00\"\nkind  = \"workshop\"",
     "lunch-missing",
     Severity::warning,
     {"afternoon-break-day-ii"},
     0},
    {"the lunch of day II is filled with programme, and nobody gets up",
     "time  = \"13:00-15:00\"\nkind  = \"lunch\"",
     "time  = \"13:00-15:00\"\nkind  = \"workshop\"",
     "sitting-too-long",
     Severity::warning,
     {"afternoon-break-day-ii"},
     0},
    {"a speaker's id is mistyped", "\"zau\",", "\"zao\",", "reference-unresolved", Severity::error, {"session-iv"}, 1},
    {"a kind is mistyped",
     "kind           = \"side-event\"",
     "kind           = \"sideevent\"",
     "unknown-kind",
     Severity::error,
     {"side-event"},
     1},
    {"an hour has a letter",
     "\"10:40-11:00\"",
     "\"1O:40-11:00\"",
     "time-unparsable",
     Severity::error,
     {"setting-the-scene"},
     1},
};

bool in_slot(const test::Checked& checked, const std::string& id, source::Span span) {
    const auto& agenda = checked.loaded.agenda;
    const auto slot =
        std::find_if(agenda.slots.begin(), agenda.slots.end(), [&](const Slot& one) { return one.id == id; });
    BOOST_TEST_REQUIRE((slot != agenda.slots.end()), "no slot " << id);
    const auto next = std::next(slot);
    return span.offset >= slot->at.offset && (next == agenda.slots.end() || span.offset < next->at.offset);
}

bool touches(const test::Checked& checked, const finding::Finding& finding, const std::vector<std::string>& slots) {
    return std::any_of(slots.begin(), slots.end(), [&](const std::string& id) {
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
            const auto checked = test::check(test::edited(seed, mutant.from, mutant.to));
            const auto found = checked.of(mutant.rule);
            const bool there = std::any_of(found.begin(), found.end(), [&](const finding::Finding* finding) {
                return finding->severity == mutant.severity && touches(checked, *finding, mutant.slots);
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
    BOOST_TEST(checked.of("slot-nonpositive")[0]->help ==
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
    BOOST_TEST(gaps[0]->message ==
               "nothing is planned from 13:00 to 15:00 (120 min), between `Session III` and `Session IV`");
    BOOST_TEST(gaps[0]->help == "it looks like lunch: write it as a slot of kind `lunch`");
    BOOST_TEST(checked.of("lunch-missing").empty());
}
