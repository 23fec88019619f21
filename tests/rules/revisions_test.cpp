// SPDX-License-Identifier: MIT
// What is said of the earlier revisions of the seed agenda: the changes up to it, and the findings that came and went.
#include "gate/changes.hpp"
#include "unit/revision/comparing.hpp"
#include <boost/test/unit_test.hpp>

namespace {

using namespace agenda;

std::string findings(const engine::Result& result, const std::vector<std::size_t>& some, const std::string& how) {
    std::string text;
    for (const auto i : some) {
        const auto& finding = result.findings[i];
        text += how + " " + std::string{name_of(finding.severity)} + " " + finding.rule + ": " + finding.message() + "\n";
    }
    return text;
}

/// Changes and findings from a file in data/revisions to the seed agenda.
std::string said(const std::string& name) {
    const auto before = test::check(test::file("data/revisions/" + name));
    const auto after = test::check(test::file("data/agenda.toml"));
    const auto comparison =
        revision::compare({before.loaded.agenda, *before.loaded.text}, {after.loaded.agenda, *after.loaded.text});
    const revision::Translation translation{comparison.matches, before.loaded.agenda, after.loaded.agenda};
    const auto changes = gate::compare_findings(before.result, after.result, translation);
    std::vector<std::size_t> changed;
    for (const auto& pair : changes.changed) changed.push_back(pair.after);
    return test::told(comparison) + findings(after.result, changes.introduced, "introduced") +
           findings(before.result, changes.fixed, "fixed") + findings(after.result, changed, "changed");
}

} // namespace

BOOST_AUTO_TEST_SUITE(revisions)

BOOST_AUTO_TEST_CASE(of_the_draft_is_said_who_was_not_known_and_what_has_come) {
    BOOST_TEST(
        said("1-draft.toml") ==
        "event-edited [event]: the event's status: `draft` -> `final`\n"
        "slot-added [slot:wrap-up]: `Wrap-up and Closing Remarks` is new: 2009-07-10 17:50-18:00\n"
        "slot-resized [slot:session-iv]: `Session IV` takes 170 min instead of 180 min: 15:00-18:00 -> 15:00-17:50\n"
        "slot-retitled [slot:session-iii]: `Session III`: title `Case Studies` -> `Contextualizing Human Trafficking "
        "and Migrant Exploitation: Case Studies`\n"
        "person-swapped [slot:session-ii person:misra]: `Neha Misra` takes the place of `TBC` as speaker of `Session "
        "II`\n"
        "person-swapped [slot:session-iii person:andrees]: `Beate Andrees` takes the place of `TBC` as moderator of "
        "`Session III`\n"
        "person-swapped [slot:session-iv person:woolcott]: `Peter Woolcott` takes the place of `TBC` as speaker of "
        "`Session IV`\n"
        "introduced info closing-unnamed: `Wrap-up and Closing Remarks` (17:50-18:00) names nobody who gives it\n"
        "fixed info placeholder: the name of `TBC` still says \"TBC\" in a draft agenda\n"
        "fixed info closing-missing: 2009-07-10, the last day, has no slot of kind `closing`\n"
        "fixed info placeholder: the name of `TBC` still says \"TBC\" in a draft agenda\n"
        "fixed info placeholder: the name of `TBC` still says \"TBC\" in a draft agenda\n"
        "changed info text-unterminated: the description of `Session II` ends without a full stop (\"and exploitation "
        "of migrants\")\n"
        "changed info question-mark-missing: a question of `Session III` has no question mark at its end (\"context of "
        "irregular migration\")\n");
}

BOOST_AUTO_TEST_CASE(of_the_conflict_is_said_what_ended_it_and_that_it_is_fixed) {
    BOOST_TEST(said("2-conflict.toml") ==
               "slot-resized [slot:migrants-voice]: `Migrant’s Voice` takes 30 min instead of 45 min: 10:00-10:45 -> "
               "10:00-10:30\n"
               "person-dropped [slot:session-iii]: `Qimmah Najeeullah` is no longer moderator of `Session III`\n"
               "fixed error slot-overlap: `Migrant’s Voice` (10:00-10:45) and `Session III` (10:30-13:00) overlap by "
               "15 min in the plenary\n"
               "fixed error person-double-booked: `Qimmah Najeeullah` is on stage twice: `Migrant’s Voice` "
               "(10:00-10:45) and `Session III` (10:30-13:00) overlap by 15 min\n");
}

BOOST_AUTO_TEST_CASE(of_the_shifted_day_is_said_that_it_is_later_as_a_whole) {
    BOOST_TEST(said("3-shifted-day.toml") ==
               "day-shifted [slot:migrants-voice slot:session-iii slot:afternoon-break-day-ii slot:session-iv "
               "slot:wrap-up]: all of 2009-07-10 is 30 min later (5 slots)\n"
               "fixed warning meeting-hours: `Migrant’s Voice` (09:30-10:00) lies outside 10:00-13:00, 15:00-18:00, "
               "when meetings are held\n"
               "fixed info break-pattern: the break around `Afternoon Break` is 12:30-14:30 on 2009-07-10 (120 min), "
               "and 13:00-15:00 on 2009-07-09 (120 min)\n"
               "fixed warning meeting-hours: `Session IV` (14:30-17:20) starts 30 min before 15:00; meetings are held "
               "10:00-13:00, 15:00-18:00\n"
               "changed info break-label: `Afternoon Break` starts at 13:00; what is called `afternoon` starts between "
               "14:00 and 20:00\n"
               "changed info closing-unnamed: `Wrap-up and Closing Remarks` (17:50-18:00) names nobody who gives it\n");
}

BOOST_AUTO_TEST_CASE(of_the_swapped_moderators_is_said_who_took_whose_place) {
    BOOST_TEST(said("4-swapped-moderators.toml") == "person-swapped [slot:session-i]: `Azzouz Samri` takes the place "
                                                    "of `Mazal Renford` as moderator of `Session I`\n"
                                                    "person-swapped [slot:session-ii]: `Mazal Renford` takes the place "
                                                    "of `Azzouz Samri` as moderator of `Session II`\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_told_of_an_agenda_and_itself) {
    for (const auto* path : {"data/agenda.toml", "data/agenda-with-conflicts.toml", "data/revisions/1-draft.toml",
                             "data/revisions/2-conflict.toml", "data/revisions/3-shifted-day.toml",
                             "data/revisions/4-swapped-moderators.toml"})
        BOOST_TEST(test::told(test::Compared{test::file(path), test::file(path)}.comparison) == "", path);
}

BOOST_AUTO_TEST_CASE(every_earlier_revision_is_a_whole_agenda_that_can_be_read) {
    for (const auto* name : {"1-draft.toml", "2-conflict.toml", "3-shifted-day.toml", "4-swapped-moderators.toml"}) {
        const auto text = test::file(std::string{"data/revisions/"} + name);
        const auto checked = test::check(text);
        BOOST_TEST(text.starts_with("# An earlier revision of ../agenda.toml"), name);
        BOOST_TEST(checked.loaded.whole(), name);
        BOOST_TEST(checked.loaded.faults.empty(), name);
        BOOST_TEST(checked.loaded.agenda.days.size() == 2U, name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
